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

void correct_tags(SentenceView sentence);

namespace corrections {

// Each mends one token, or leaves it.
void correct_name(SentenceView sentence, int at);
void correct_function_word(SentenceView sentence, int at);
void correct_noun_or_adjective(SentenceView sentence, int at);
void correct_verb(SentenceView sentence, int at);

// The token beside another, quotation marks stepped over.
int left_of(SentenceView sentence, int at);
int right_of(SentenceView sentence, int at);

// … adverbs and negations stepped over, too.
int left_over_adverbs(SentenceView sentence, int at);
int right_over_adverbs(SentenceView sentence, int at);

}  // namespace corrections
}  // namespace testudo::english
