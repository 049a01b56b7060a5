// Base noun phrases and verb groups from tags: FASTUS's phrase layer (Hobbs and others 1997).
//   find_noun_phrases(analysis); find_verb_groups(analysis);
// Both need segmentation, words and sentences, replace their own layer, and are linear in the text.
#pragma once

#include "english/analysis.h"

namespace testudo::english {

// Fills analysis.phrases and the sentences' ranges of them.
void find_noun_phrases(Analysis& analysis);

// Fills analysis.groups and the sentences' ranges of them.
void find_verb_groups(Analysis& analysis);

}  // namespace testudo::english
