// The closed classes of English that the tagger's corrections ask for: auxiliaries, pronouns,
// particles, months, …
//   (words.features(id) & Feature::kBe) != 0;  words.key(id) == KeyWord::That
// The lists are read by the word table's compiler, which stores each word's classes and key with
// the word; nothing is searched at run time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace testudo::english {

// Bits of a set.
struct Feature {
  static constexpr std::uint32_t kBe = 1U << 0;    // forms of be
  static constexpr std::uint32_t kHave = 1U << 1;  // … of have
  static constexpr std::uint32_t kDo = 1U << 2;    // … of do
  static constexpr std::uint32_t kModal = 1U << 3;
  static constexpr std::uint32_t kPossessive = 1U << 4;      // my, their
  static constexpr std::uint32_t kSubjectPronoun = 1U << 5;  // can be a subject: it, they, who
  static constexpr std::uint32_t kObjectPronoun = 1U << 6;   // is never a subject: him, them
  static constexpr std::uint32_t kParticle = 1U << 7;        // can be a verb's particle: up, out
  static constexpr std::uint32_t kMonth = 1U << 8;
  static constexpr std::uint32_t kWeekday = 1U << 9;
  static constexpr std::uint32_t kOrdinal = 1U << 10;     // first to tenth, …
  static constexpr std::uint32_t kNumberWord = 1U << 11;  // one, twelve, million
  static constexpr std::uint32_t kTimeUnit = 1U << 12;    // day, years
  static constexpr std::uint32_t kGet = 1U << 13;  // get and its forms: passives ("got fired")
  static constexpr std::uint32_t kBareInfinitive = 1U << 14;  // make, let, help, see: "let it pass"
  static constexpr std::uint32_t kNegation = 1U << 15;        // not, n't, never
  static constexpr std::uint32_t kQuantifier = 1U << 16;      // some, all, many: before "of"
  static constexpr std::uint32_t kPluralDeterminer = 1U << 17;    // these, those, many, both
  static constexpr std::uint32_t kSingularDeterminer = 1U << 18;  // a, an, this, each, every
  static constexpr std::uint32_t kNameLink = 1U << 19;            // von, de, al, bin: inside names
  static constexpr std::uint32_t kDirection =
      1U << 20;  // adverbs that look like particles: away, back
  static constexpr std::uint32_t kExistence =
      1U << 21;  // verbs behind "there", be apart: remain, exist
  static constexpr std::uint32_t kPlaceAdverb =
      1U << 22;  // online, abroad: adverbs that can stand before a noun
  static constexpr std::uint32_t kSubordinator =
      1U << 23;  // prepositions that can open a clause: because, after
};

// Single words that corrections ask for by name. None: any other word.
enum class KeyWord : std::uint8_t {
  // clang-format off
  None, A, About, Above, After, Ahead, All, Along, Although, An, And, Any, Anything, Apart, Around, As, At, Away, Back, Because, Been, Before, Below, Both, But, By, Down, Earlier, Either, Extremely, Few, First, Forward, Half, He, Her, I, If, In, Instead, It, Later, Least, Less, Longer, March, May, More, Most, Much, Neither, No, Nor, Of, Off, On, One, Or, Out, Over, Sat, She, Since, So, Sooner, Such, Sun, Than, That, The, There, This, Though, Today, Together, Too, Under, Until, Up, Us, Very, Well, While, Who, With, You, CliticS, CliticD
  // clang-format on
};

struct NamedWord {
  KeyWord key;
  std::string_view word;  // lower case
};

std::span<const NamedWord> key_words();

struct ClosedClass {
  std::uint32_t feature;
  std::string_view words;  // lower case, parted by single spaces
};

std::span<const ClosedClass> closed_classes();

}  // namespace testudo::english
