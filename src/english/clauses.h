// Clauses with their logical arguments, from noun phrases, verb groups and the words between them.
//   ClauseFinder(lists, vocabulary).find(analysis);
// A machine with a stack of open clauses walks over the sentence's chunks once, from left to right
// (after FASTUS, Hobbs and others 1997, and the deterministic parsers of Marcus 1980): a noun
// phrase becomes subject, object, complement, member of a coordination or appositive of what is
// open, a prepositional phrase goes to the verb or to a noun phrase on the right edge, a verb group
// becomes the verb of the open clause or opens one of its own. What it prefers is in word lists
// (ontology/english/grammar.ttl). Linear in the sentence but for the stack, whose depth is bounded.
// Thread-safe: find() is const. Tests: tests/english/clauses_test.cpp.
#pragma once

#include "english/analysis.h"
#include "english/clause_grammar.h"

namespace testudo::english {

class ClauseFinder {
 public:
  ClauseFinder(const WordLists& lists, Vocabulary& vocabulary) : grammar_(lists, vocabulary) {}

  // Fills analysis.clauses, arguments and attachments, and the links between noun phrases. Needs
  // phrases and groups.
  void find(Analysis& analysis) const;

 private:
  ClauseGrammar grammar_;
};

}  // namespace testudo::english
