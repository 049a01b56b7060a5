#include "english/name_words.h"

#include <array>
#include <string>
#include <utility>

namespace testudo::english {
namespace {

struct WordList {
  std::string_view name;
  std::uint32_t flag;
};

constexpr std::array<WordList, 16> kWordLists = {{
    {"first-names", NameWord::kFirstName},
    {"family-names-first", NameWord::kFamilyFirst},
    {"name-suffixes", NameWord::kSuffix},
    {"name-links", NameWord::kLink},
    {"organization-heads", NameWord::kOrganizationHead},
    {"place-heads", NameWord::kPlaceHead},
    {"place-openers", NameWord::kPlaceOpener},
    {"agreement-heads", NameWord::kAgreementHead},
    {"numbered-documents", NameWord::kNumbered},
    {"event-heads", NameWord::kEventHead},
    {"event-openers", NameWord::kEventOpener},
    {"surname-heads", NameWord::kSurnameHead},
    {"calendar-words", NameWord::kCalendar},
    {"speech-verbs-of-persons", NameWord::kSpeech},
    {"possessive-openers", NameWord::kPossessiveOpener},
    {"person-modifiers", NameWord::kPersonModifier},
}};

constexpr std::array<WordList, 5> kPhraseLists = {{
    {"person-titles", NameWord::kTitle},
    {"person-roles", NameWord::kRole},
    {"organization-nouns", NameWord::kOrganizationNoun},
    {"place-nouns", NameWord::kPlaceNoun},
    {"agreement-nouns", NameWord::kAgreementNoun},
}};

std::vector<std::string_view> parts_of(std::string_view phrase, bool split_hyphens) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= phrase.size(); ++at) {
    const bool hyphen = split_hyphens && at < phrase.size() && phrase[at] == '-';
    if (at < phrase.size() && phrase[at] != ' ' && !hyphen) continue;
    if (at > begin) parts.push_back(phrase.substr(begin, at - begin));
    if (hyphen) parts.push_back(phrase.substr(at, 1));
    begin = at + 1;
  }
  return parts;
}

std::uint64_t edge_key(std::uint32_t node, Symbol word) {
  return (static_cast<std::uint64_t>(node) << 32U) | static_cast<std::uint32_t>(word);
}

}  // namespace

NameWords::NameWords(const WordLists& lists, Vocabulary& vocabulary) {
  for (const WordList& list : kWordLists) add_words(lists, list.name, list.flag, vocabulary);
  for (const WordList& list : kPhraseLists)
    add_phrases(lists, list.name, list.flag, ActorKind::Other, vocabulary);
  // In the order of the kinds; a phrase of two lists is of the first one's kind.
  for (auto kind = static_cast<unsigned>(ActorKind::Government);
       kind <= static_cast<unsigned>(ActorKind::States); ++kind) {
    const auto actor = static_cast<ActorKind>(kind);
    add_phrases(lists, "actor-nouns-" + std::string(to_string(actor)), NameWord::kActor, actor,
                vocabulary);
  }
}

void NameWords::set_flag(Symbol word, std::uint32_t flag) {
  const auto at = static_cast<std::size_t>(word);
  if (flags_.size() <= at) flags_.resize(at + 1, 0);
  flags_[at] |= flag;
}

void NameWords::add_words(const WordLists& lists, std::string_view list, std::uint32_t flag,
                          Vocabulary& vocabulary) {
  for (const std::string& word : words_of(lists, list)) {
    if (word.find(' ') == std::string::npos) set_flag(vocabulary.add(to_lower(word)), flag);
  }
}

void NameWords::add_phrases(const WordLists& lists, std::string_view list, std::uint32_t sort,
                            ActorKind actor, Vocabulary& vocabulary) {
  for (const std::string& phrase : words_of(lists, list)) {
    const std::string lower = to_lower(phrase);
    // Whether the segmenter splits at a hyphen depends on the word before it (vice-president,
    // secretary|-|general): both are understood.
    add_phrase(lower, false, sort, actor, vocabulary);
    if (lower.find('-') != std::string::npos) add_phrase(lower, true, sort, actor, vocabulary);
  }
}

void NameWords::add_phrase(std::string_view phrase, bool split_hyphens, std::uint32_t sort,
                           ActorKind actor, Vocabulary& vocabulary) {
  const std::vector<std::string_view> parts = parts_of(phrase, split_hyphens);
  if (parts.empty()) return;
  std::uint32_t node = 0;
  for (std::size_t i = parts.size(); i-- > 0;) {
    const Symbol word = vocabulary.add(parts[i]);
    if (i + 1 == parts.size()) set_flag(word, sort);
    const auto [next, is_new] =
        edges_.try_emplace(edge_key(node, word), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.emplace_back();
    node = next;
  }
  Node& end = nodes_[node];
  if (sort == NameWord::kActor && (end.sorts & sort) == 0) end.actor = actor;
  end.sorts |= sort;
}

std::uint32_t NameWords::step(std::uint32_t node, Symbol word) const {
  if (word == Symbol::None) return kNone;
  const std::uint32_t* found = edges_.find(edge_key(node, word));
  return found == nullptr ? kNone : *found;
}

NameWords::Phrase NameWords::walk(const Analysis& analysis, std::uint32_t first, std::uint32_t last,
                                  std::uint32_t node, std::uint32_t sort) const {
  Phrase best;
  if (node == kNone) return best;
  for (std::uint32_t at = last;;) {
    if ((nodes_[node].sorts & sort) != 0) best = {{at, last + 1}, nodes_[node].actor};
    if (at == first) return best;
    const WordSymbols& word = analysis.symbols[--at];
    std::uint32_t next = step(node, word.form);
    if (next == kNone && word.lemma != word.form) next = step(node, word.lemma);
    if (next == kNone) return best;
    node = next;
  }
}

NameWords::Phrase NameWords::ending_at(const Analysis& analysis, std::uint32_t first,
                                       std::uint32_t last, std::uint32_t sort) const {
  // A plural can be an entry itself ("armed forces") or stand for the singular.
  const WordSymbols& word = analysis.symbols[last];
  const Phrase as_written = walk(analysis, first, last, step(0, word.form), sort);
  if (word.lemma == word.form) return as_written;
  const Phrase by_lemma = walk(analysis, first, last, step(0, word.lemma), sort);
  return by_lemma.span.size() > as_written.span.size() ? by_lemma : as_written;
}

}  // namespace testudo::english
