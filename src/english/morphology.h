// Regular inflection read backwards: which lemmas a form may come from, and which tags it may have.
//   for_each_lemma("treaties", [](const Detachment& d) { … });   // "treatie" + s, "treaty" + ies:
//   check them against a dictionary guess_tags("firewalls", classes_of, suffix_scores)           //
//   mostly NNS
// WordNet's rules of detachment (man 7WN morphy), with the tags that each ending stands for and
// with doubled consonants. Pure functions.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "english/word_image.h"

namespace testudo::english {

// What an ending makes of a lemma.
enum class Inflection : std::uint8_t {
  Plural,
  ThirdPerson,
  Past,
  Gerund,
  Comparative,
  Superlative
};

struct Detachment {
  std::string_view lemma;  // lives as long as the call it was handed to
  Inflection inflection = Inflection::Plural;
};

namespace morphology {

struct Rule {
  std::string_view ending;
  std::string_view instead;
  Inflection inflection;
};

// In the order in which they are tried: "hoping" is hope before it could be hop, which doubles its
// consonant.
inline constexpr std::array kRules = {
    Rule{"s", "", Inflection::Plural},         Rule{"ses", "s", Inflection::Plural},
    Rule{"xes", "x", Inflection::Plural},      Rule{"zes", "z", Inflection::Plural},
    Rule{"ches", "ch", Inflection::Plural},    Rule{"shes", "sh", Inflection::Plural},
    Rule{"men", "man", Inflection::Plural},    Rule{"ies", "y", Inflection::Plural},
    Rule{"oes", "o", Inflection::Plural},      Rule{"s", "", Inflection::ThirdPerson},
    Rule{"ies", "y", Inflection::ThirdPerson}, Rule{"es", "", Inflection::ThirdPerson},
    Rule{"ed", "e", Inflection::Past},         Rule{"ed", "", Inflection::Past},
    Rule{"ied", "y", Inflection::Past},        Rule{"ing", "e", Inflection::Gerund},
    Rule{"ing", "", Inflection::Gerund},       Rule{"er", "e", Inflection::Comparative},
    Rule{"er", "", Inflection::Comparative},   Rule{"ier", "y", Inflection::Comparative},
    Rule{"est", "e", Inflection::Superlative}, Rule{"est", "", Inflection::Superlative},
    Rule{"iest", "y", Inflection::Superlative}};

// Longer forms are names, addresses or noise.
inline constexpr std::size_t kLongestForm = 40;

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// "stopp", "planned" without its ending: the same consonant twice after a vowel.
constexpr bool has_doubled_end(std::string_view stem) {
  return stem.size() >= 4 && stem.back() == stem[stem.size() - 2] && !is_vowel(stem.back()) &&
         is_vowel(stem[stem.size() - 3]);
}

constexpr bool can_double(Inflection i) {
  return i == Inflection::Past || i == Inflection::Gerund || i == Inflection::Comparative ||
         i == Inflection::Superlative;
}

}  // namespace morphology

// Calls take(Detachment) for every lemma that the rules find in a lower-case form, most likely
// first, until take returns true. Returns whether it did.
template <class Take>
bool for_each_lemma(std::string_view form, const Take& take) {
  namespace m = morphology;
  if (form.size() > m::kLongestForm) return false;
  std::array<char, m::kLongestForm + 4> buffer;
  for (const m::Rule& rule : m::kRules) {
    if (form.size() < rule.ending.size() + 2 || !form.ends_with(rule.ending)) continue;
    // "glass" and "crisis" are no plurals.
    if (rule.ending == "s" && (form.ends_with("ss") || form.ends_with("us"))) continue;
    const std::string_view stem = form.substr(0, form.size() - rule.ending.size());
    auto* end = std::copy(stem.begin(), stem.end(), buffer.begin());
    end = std::copy(rule.instead.begin(), rule.instead.end(), end);
    const std::string_view lemma(buffer.data(), static_cast<std::size_t>(end - buffer.begin()));
    if (take(Detachment{lemma, rule.inflection})) return true;
    if (rule.instead.empty() && m::can_double(rule.inflection) && m::has_doubled_end(stem) &&
        take(Detachment{stem.substr(0, stem.size() - 1), rule.inflection})) {
      return true;
    }
  }
  return false;
}

// P(state) for each of image::kOpenStates; sums to 1.
using OpenProbabilities = std::array<double, image::kOpenStates.size()>;

// What WordNet's classes of a form and of its possible lemmas say about its tags: how well each
// open state is supported, from 0 to 1.
struct Support {
  OpenProbabilities states = {};
  bool any = false;

  void add(State state, double weight);
  void add_classes(std::uint8_t classes);
  void add_inflected(Inflection inflection, std::uint8_t lemma_classes);
};

// How likely an unknown form in lower case has each open tag: by the statistics of its suffix,
// mostly within what WordNet supports. classes_of(std::string_view) gives the WordClass bits of a
// lemma, or 0.
OpenProbabilities combine(const Support& support, std::span<const float> suffix_scores);

template <class ClassesOf>
Support support_of(std::string_view form, const ClassesOf& classes_of) {
  Support support;
  support.add_classes(classes_of(form));
  for_each_lemma(form, [&](const Detachment& one) {
    support.add_inflected(one.inflection, classes_of(one.lemma));
    return false;
  });
  return support;
}

template <class ClassesOf>
OpenProbabilities guess_tags(std::string_view form, const ClassesOf& classes_of,
                             std::span<const float> suffix_scores) {
  return combine(support_of(form, classes_of), suffix_scores);
}

}  // namespace testudo::english
