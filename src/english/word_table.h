// What is known of single English words: tags with their probabilities, lemmas, and WordNet's
// derivations between nouns and verbs.
//   const WordTable& words = WordTable::builtin();
//   const WordId id = words.find("withdrew");
//   words.lemma(id, Tag::VBD) == words.find("withdraw"); words.nouns_of(words.find("withdraw")) //
//   {"withdrawal", …}
// The table is compiled at build time by table/compile_words.cpp from Debian's festlex-poslex and
// wordnet-base and is a part of the program: no file is opened at run time and start-up costs
// nothing. Immutable; safe from any number of threads. Views live as long as the program. Tests:
// tests/english/word_table_test.cpp; the compiler's own: tests/english/compile_words_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "english/closed_class.h"
#include "english/tag.h"
#include "english/word_image.h"

namespace testudo::english {

// A word form in lower case, as an index into the table. None: not in the table.
enum class WordId : std::uint32_t { None = 0 };

// WordNet's word classes, as bits of a set; the last two for words that WordNet only spells with a
// capital (Paris, Russian).
struct WordClass {
  static constexpr std::uint8_t kNoun = 1;
  static constexpr std::uint8_t kVerb = 2;
  static constexpr std::uint8_t kAdjective = 4;
  static constexpr std::uint8_t kAdverb = 8;
  static constexpr std::uint8_t kProperNoun = 16;
  static constexpr std::uint8_t kProperAdjective = 32;
};

// WordNet's lexicographer files of nouns, in its order (man 5WN lexnames).
enum class NounKind : std::uint8_t {
  // clang-format off
  None = 0, Tops = 3, Act, Animal, Artifact, Attribute, Body, Cognition, Communication, Event, Feeling, Food, Group, Location, Motive, Object,
  Person, Phenomenon, Plant, Possession, Process, Quantity, Relation, Shape, State, Substance, Time
  // clang-format on
};

// A set of noun kinds.
constexpr std::uint32_t bit(NounKind kind) { return 1U << static_cast<unsigned>(kind); }

// log P(form | tag) up to a constant of the form, natural logarithm.
struct TagScore {
  Tag tag = Tag::NN;
  State state = State::nn;  // of the trigram model
  float score = 0;
};

class WordTable {
 public:
  static const WordTable& builtin();

  // Over an image that table/compile_words.cpp wrote; it must be aligned to 8 bytes and outlive the
  // table. Trusts it: see check_image().
  explicit WordTable(std::span<const std::byte> image);

  // The id of a form in lower case, ASCII apostrophes. O(length).
  WordId find(std::string_view lower) const { return find(lower, image::hash(lower)); }
  // … with image::hash(lower) at hand.
  WordId find(std::string_view lower, std::uint32_t hash) const;
  std::string_view form(WordId id) const { return {text_ + word(id).text, word(id).length}; }
  std::size_t size() const { return header_->words.count - 1; }  // ids run from 1 to size()

  // The tags that a form can have, best P(tag | form) first: those it was seen with in the
  // part-of-speech lexicon and, more weakly, those that WordNet's classes and the form's ending
  // allow. Never empty, but for None.
  std::span<const TagScore> tags(WordId id) const {
    return {tags_ + word(id).first_tag, word(id).tags};
  }

  // Which word classes WordNet lists the form under (as a lemma), as a set of WordClass bits.
  std::uint8_t word_classes(WordId id) const { return word(id).classes & image::kWordClasses; }

  // Whether a proper noun's tag is among tags().
  bool can_be_name(WordId id) const { return (word(id).classes & image::kTaggedName) != 0; }

  // Which closed classes the form belongs to, as a set of Feature bits; see closed_class.h.
  std::uint32_t features(WordId id) const { return word(id).features; }

  // Which of the words that the tagger asks for by name the form is.
  KeyWord key(WordId id) const { return static_cast<KeyWord>(word(id).key); }

  // The lemma of a known form under a tag: WordNet's exceptions first, then its rules of
  // detachment, checked against its index. The form itself where nothing better is known.
  WordId lemma(WordId id, Tag tag) const;

  // The verbs that a noun is derived from or to by WordNet's derivational links, and the nouns of a
  // verb; lemmas, in alphabetical order.
  std::span<const WordId> verbs_of(WordId noun) const {
    const image::Entry& found = entry(noun);
    return {links_ + found.first_link, found.verbs};
  }
  std::span<const WordId> nouns_of(WordId verb) const {
    const image::Entry& found = entry(verb);
    return {links_ + found.first_link + found.verbs, found.nouns};
  }

  // WordNet's sentence frames of a verb's lemma, of all its senses: bit n for frame n of 1 to 35
  // (man 5WN wninput). 0 for other words.
  std::uint64_t frames(WordId verb) const { return frames_[entry(verb).frames]; }

  // The kinds of all senses of a noun's lemma, as a set of bit(NounKind), and the kind of the most
  // frequent sense. 0 and None for other words.
  std::uint32_t noun_kinds(WordId noun) const { return entry(noun).noun_kinds; }
  NounKind first_noun_kind(WordId noun) const {
    return static_cast<NounKind>(entry(noun).first_noun_kind);
  }

  // log P(state | suffix) of words that are no names, in the order of image::kOpenStates, by the
  // longest suffix known. O(1).
  std::span<const float> suffix_scores(std::string_view lower) const;

  // log P(state | the two states before it); see image::transition().
  const float* transitions() const { return transitions_; }

  // log P(state).
  float prior(State state) const { return priors_[static_cast<std::size_t>(state)]; }

 private:
  const image::Word& word(WordId id) const { return words_[static_cast<std::size_t>(id)]; }
  const image::Entry& entry(WordId id) const { return entries_[word(id).entry]; }

  const image::Header* header_;
  const std::uint32_t* slots_;
  std::uint32_t mask_;
  const image::Word* words_;
  const image::Entry* entries_;
  const char* text_;
  const TagScore* tags_;
  const WordId* links_;
  const std::uint64_t* frames_;
  const image::Suffix* suffixes_;
  std::uint32_t suffix_mask_;
  const float* transitions_;
  const float* priors_;
};

// The bytes of the built-in table, aligned to 8.
std::span<const std::byte> builtin_image();

// What is wrong with an image, or "" where every offset, count and id of it stays inside. O(image).
std::string check_image(std::span<const std::byte> image);

}  // namespace testudo::english
