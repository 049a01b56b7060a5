// The lemma of a tagged word, after the conventions of the Universal Dependencies treebanks of
// English.
//   lemma_of(token, words, shape, store, word)
#pragma once

#include "english/sentence_view.h"
#include "english/tagger.h"

namespace testudo::english {

// Fills word.lemma and word.lemma_id from the token's tag. Regular words cost a look into the
// table; unknown inflected ones are linear in the word.
void find_lemma(const TaggedToken& token, const WordTable& words, WordShape& shape,
                LemmaStore& store, Word& word);

}  // namespace testudo::english
