// Strings as small integers: equal strings have equal symbols.
//   Interner words;
//   const Symbol treaty = words.intern("treaty");
//   words.find("treaty") == treaty;  words.text(treaty) == "treaty";
// Symbols are handed out in order of first sight, so the same calls give the same symbols on every
// machine. find() and text() are const and safe from any number of threads once no one calls
// intern().
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "base/hash_index.h"

namespace testudo {

// 0 is no string at all; the empty string has a symbol like any other.
enum class Symbol : std::uint32_t { None = 0 };

class Interner {
 public:
  Interner() = default;
  Interner(const Interner&) = delete;  // views of its strings would be taken for the copy's
  Interner& operator=(const Interner&) = delete;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;

  // The string's symbol, made if it is new. O(length).
  Symbol intern(std::string_view text);

  // The string's symbol, or None where it was never interned. O(length).
  Symbol find(std::string_view text) const;

  // The symbol's string; lives as long as the interner. None gives "".
  std::string_view text(Symbol symbol) const;

  // How many symbols there are, None not counted.
  std::size_t size() const { return strings_.size(); }

 private:
  std::uint32_t position(std::string_view text, std::size_t hash) const;

  std::deque<std::string> strings_;  // a deque never moves its elements
  HashIndex index_;                  // of their positions
};

}  // namespace testudo
