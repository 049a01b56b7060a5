// Patterns and texts by chance, the same on every machine: grammars of a few words, expanded with
// numbers from a fixed seed.
//   Generator generator(7);
//   const std::string rules = generator.rules(40);   // Turtle, to stand behind kGeneratedWorld
//   const std::string text = generator.text();       // sentences about the same world
// A good part of the texts says what a good part of the patterns wants, in all forms that clauses
// have; the rest nearly does. Not every rule is well-formed: load with keep_going.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace testudo::extract {

// The classes, names and word lists that the patterns speak of, as Turtle without its prefixes.
extern const std::string_view kGeneratedWorld;

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  // `situations`: with slots for situations among them.
  std::string rules(int count, bool situations);
  std::string text();

 private:
  // std::uniform_int_distribution gives other numbers in other standard libraries.
  std::size_t below(std::size_t end) { return random_() % end; }
  // What a grammar makes of a text with $symbols in it.
  std::string expand(std::string_view text);
  std::string rule(int number);

  std::mt19937 random_;
};

}  // namespace testudo::extract
