// Nouns as predicates: "the withdrawal of U.S. troops from Syria", "Russian sanctions on Georgia",
// "talks between Kyiv and Moscow".
//   NominalFinder(lists, vocabulary).find(analysis, gazetteer);
// A noun counts as a predicate if WordNet derives it from a verb and one of its senses is an act,
// an event or a state, or if it is listed (list:event-nouns); nouns for persons and things are none
// unless listed. Its arguments are read off the noun phrase: who owns it (Trump's withdrawal, its
// withdrawal) and the nationality or name before it (U.S. sanctions) is the subject; what is
// compounded with it (troop withdrawal, arms control) the object; an of-phrase is the object where
// the verb takes one and the phrase does not name who does it, else the subject; a by-phrase the
// subject; a between-phrase the subjects, each of the others; other prepositional phrases are
// obliques. Linear in the text. Thread-safe: find() is const. Tests:
// tests/english/nominals_test.cpp.
#pragma once

#include "english/analysis.h"
#include "english/clause_grammar.h"
#include "english/gazetteer.h"

namespace testudo::english {

class NominalFinder {
 public:
  NominalFinder(const WordLists& lists, Vocabulary& vocabulary);

  // A noun that is a predicate besides: of a rule that says so.
  void add_event_noun(Symbol noun) { event_nouns_.insert(noun); }

  // Fills analysis.nominals and the sentences' ranges of them; adds to analysis.arguments. Needs
  // noun phrases, clauses with their attachments, and mentions.
  void find(Analysis& analysis, const Gazetteer& gazetteer) const;

 private:
  SymbolSet event_nouns_;  // predicates without a verb: war, summit
  SymbolSet no_events_;    // nouns that WordNet derives from a verb and that are things here

  Symbol of_, by_, between_, among_;
};

}  // namespace testudo::english
