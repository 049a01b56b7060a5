// Base noun phrases and verb groups from tags: FASTUS's phrase layer (Hobbs and others 1997).
//   NounPhraseFinder(lists, vocabulary).find(analysis); VerbGroupFinder(…).find(analysis);
// Both need segmentation, words, symbols and sentences; verb groups need the noun phrases, too.
// Each replaces its own layer and is linear in the text. Thread-safe: find() is const.
#pragma once

#include "english/analysis.h"
#include "english/word_lists.h"

namespace testudo::english {

class NounPhraseFinder {
 public:
  NounPhraseFinder(const WordLists& lists, Vocabulary& vocabulary);

  // Fills analysis.phrases and the sentences' ranges of them.
  void find(Analysis& analysis) const;

 private:
  SymbolSequences quantities_;
  SymbolSequences before_determiners_;  // "at least some"
  SymbolSet two_objects_;               // "gave the farmers money": two noun phrases
  SymbolSet person_nouns_;
  SymbolSet object_complement_;   // "appointed Kranz head"
  SymbolPairs verb_complements_;  // "took the crew hostage"
};

class VerbGroupFinder {
 public:
  VerbGroupFinder(const WordLists& lists, Vocabulary& vocabulary);

  // Fills analysis.groups and the sentences' ranges of them.
  void find(Analysis& analysis) const;

 private:
  SymbolPairs phrasal_verbs_;
  SymbolPairs verb_prepositions_;
  SymbolSet intransitive_;
  SymbolSet negative_;
};

}  // namespace testudo::english
