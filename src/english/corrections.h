// Curated corrections after the trigram model: each mends one confusion that three tags in a row cannot see through.
//   correct_tags(sentence);
// Every correction is a function of its own with its reason, called once a token from the left; tests/english/corrections_test.cpp has sentences for each.
// Linear in the sentence, but for a few that look ahead within a clause.
#pragma once

#include "english/sentence_view.h"

namespace testudo::english {

void correct_tags(SentenceView sentence);

}  // namespace testudo::english
