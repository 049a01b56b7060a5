// The word lists of ontology/english/names.ttl, made ready for looking up: what single words say of
// a name, and phrases (roles, actor nouns) by their last word.
//   const NameWords words(lists, vocabulary);
//   if ((words.flags(analysis.symbols[t]) & NameWord::kRole) != 0)
//     const auto found = words.ending_at(analysis, sentence, t, NameWord::kRole);
// Built while a pack is loaded, then read by any number of threads. flags() is O(1), ending_at()
// linear in the phrase.
#pragma once

#include <cstdint>
#include <vector>

#include "base/flat_map.h"
#include "english/analysis.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"

namespace testudo::english {

// What a word says, as bits of a set. The first ones are of phrases, and stand at their last word.
struct NameWord {
  static constexpr std::uint32_t kTitle = 1U << 0U;
  static constexpr std::uint32_t kRole = 1U << 1U;
  static constexpr std::uint32_t kActor = 1U << 2U;
  static constexpr std::uint32_t kOrganizationNoun = 1U << 3U;
  static constexpr std::uint32_t kPlaceNoun = 1U << 4U;
  static constexpr std::uint32_t kAgreementNoun = 1U << 5U;
  static constexpr std::uint32_t kPhrases = (1U << 6U) - 1;

  static constexpr std::uint32_t kFirstName = 1U << 6U;
  static constexpr std::uint32_t kFamilyFirst = 1U << 7U;
  static constexpr std::uint32_t kSuffix = 1U << 8U;
  static constexpr std::uint32_t kLink = 1U << 9U;
  static constexpr std::uint32_t kOrganizationHead = 1U << 10U;
  static constexpr std::uint32_t kPlaceHead = 1U << 11U;
  static constexpr std::uint32_t kPlaceOpener = 1U << 12U;
  static constexpr std::uint32_t kAgreementHead = 1U << 13U;
  static constexpr std::uint32_t kNumbered = 1U << 14U;
  static constexpr std::uint32_t kEventHead = 1U << 15U;
  static constexpr std::uint32_t kEventOpener = 1U << 16U;
  static constexpr std::uint32_t kSurnameHead = 1U << 17U;
  static constexpr std::uint32_t kCalendar = 1U << 18U;
  static constexpr std::uint32_t kSpeech = 1U << 19U;
  static constexpr std::uint32_t kPossessiveOpener = 1U << 20U;
  static constexpr std::uint32_t kPersonModifier = 1U << 21U;
  static constexpr std::uint32_t kHeads =
      kOrganizationHead | kPlaceHead | kAgreementHead | kEventHead;
};

class NameWords {
 public:
  NameWords() = default;
  // Makes the lists' words known to the vocabulary. A list that the pack lacks is an empty one.
  NameWords(const WordLists& lists, Vocabulary& vocabulary);

  std::uint32_t flags(Symbol word) const {
    const auto at = static_cast<std::size_t>(word);
    return at < flags_.size() ? flags_[at] : 0;
  }
  std::uint32_t flags(WordSymbols word) const { return flags(word.form) | flags(word.lemma); }

  // A phrase that ends with a token.
  struct Phrase {
    TokenSpan span;  // empty where there is none
    ActorKind actor = ActorKind::Other;
  };
  // The longest phrase of a sort (one of NameWord's first bits) whose last token is `last`, inside
  // [first, last]. Words match by form or lemma.
  Phrase ending_at(const Analysis& analysis, std::uint32_t first, std::uint32_t last,
                   std::uint32_t sort) const;

 private:
  struct Node {
    std::uint32_t sorts = 0;
    ActorKind actor = ActorKind::Other;
  };
  void add_words(const WordLists& lists, std::string_view list, std::uint32_t flag,
                 Vocabulary& vocabulary);
  void add_phrases(const WordLists& lists, std::string_view list, std::uint32_t sort,
                   ActorKind actor, Vocabulary& vocabulary);
  void add_phrase(std::string_view phrase, bool split_hyphens, std::uint32_t sort, ActorKind actor,
                  Vocabulary& vocabulary);
  void set_flag(Symbol word, std::uint32_t flag);
  // The longest phrase from a node on, which the words from `last` on have led to.
  Phrase walk(const Analysis& analysis, std::uint32_t first, std::uint32_t last, std::uint32_t node,
              std::uint32_t sort) const;
  std::uint32_t step(std::uint32_t node, Symbol word) const;

  std::vector<std::uint32_t> flags_;  // by symbol
  FlatMap edges_;                     // node and symbol to node, phrases read from their end
  std::vector<Node> nodes_{Node{}};
};

}  // namespace testudo::english
