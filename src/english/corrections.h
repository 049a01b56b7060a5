// Curated corrections after the trigram model: each mends one confusion that three tags in a row
// cannot see through.
//   correct_tags(sentence);
// Every correction is a function of its own with its reason; tests/english/corrections_test.cpp has
// sentences for each. They are general English, in four passes, each from the left: names, function
// words, nouns and adjectives, verbs. A later pass sees what an earlier one mended. Linear in the
// sentence, but for verbs, which look around within their clause.
#pragma once

#include "english/sentence_view.h"

namespace testudo::english {

void correct_tags(const SentenceView& sentence);

namespace corrections {

// Each mends one token, or leaves it.
void correct_name(const SentenceView& sentence, int at);
void correct_function_word(const SentenceView& sentence, int at);
void correct_noun_or_adjective(const SentenceView& sentence, int at);
void correct_verb(const SentenceView& sentence, int at);

constexpr bool is_quote(Tag tag) { return tag == Tag::OpenQuote || tag == Tag::CloseQuote; }

// The token beside another, quotation marks stepped over.
inline int left_of(const SentenceView& s, int at) {
  do --at;
  while (s.has(at) && is_quote(s.tag(at)));
  return at;
}

inline int right_of(const SentenceView& s, int at) {
  do ++at;
  while (s.has(at) && is_quote(s.tag(at)));
  return at;
}

// … adverbs and negations stepped over, too.
inline int left_over_adverbs(const SentenceView& s, int at) {
  at = left_of(s, at);
  while (s.has(at) && is_adverb(s.tag(at))) at = left_of(s, at);
  return at;
}

inline int right_over_adverbs(const SentenceView& s, int at) {
  at = right_of(s, at);
  while (s.has(at) && is_adverb(s.tag(at))) at = right_of(s, at);
  return at;
}

}  // namespace corrections
}  // namespace testudo::english
