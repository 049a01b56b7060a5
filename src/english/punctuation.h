// Tags of punctuation marks and symbols, which no statistics are needed for.
//   tag_punctuation(tokens)   // “ → ``, ( → -LRB-, – → :, $ → $
#pragma once

#include <span>

#include "english/sentence_view.h"

namespace testudo::english {

// Gives every token without letter and digit its tag, straight quotes by the spaces around them and
// by what is open; marks the hyphens between word parts. An apostrophe after a plural becomes POS.
// Linear in the sentence.
void tag_punctuation(std::span<TaggedToken> tokens);

}  // namespace testudo::english
