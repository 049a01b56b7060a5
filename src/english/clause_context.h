// What stands around a clause: the clause that reports it, the condition that it holds under,
// quotation marks, and the clause that fronted ones hang on.
//   ClauseContext(lists, vocabulary).find(analysis);
// "…, officials said", "according to" apart (that is an oblique), a complement of a verb of speech
// or thought, and what stands within quotation marks are reported; a clause with an if-clause holds
// under it. What this means is for operators to say. Linear in the text. Thread-safe: find() is
// const. Tests: tests/english/clause_context_test.cpp.
#pragma once

#include "english/analysis.h"
#include "english/word_lists.h"

namespace testudo::english {

class ClauseContext {
 public:
  ClauseContext(const WordLists& lists, Vocabulary& vocabulary);

  // Fills parent (where it is missing), reporter, condition and quoted of analysis.clauses.
  void find(Analysis& analysis) const;

 private:
  SymbolSet speech_;
  SymbolSet with_clauses_;
  SymbolSet conditions_;  // if, unless, provided
};

}  // namespace testudo::english
