// The word lists of the clause grammar, in ontology/english/grammar.ttl, as sets.
// Immutable; safe from any number of threads.
#pragma once

#include "english/word_lists.h"

namespace testudo::english {

struct ClauseGrammar {
  ClauseGrammar(const WordLists& lists, Vocabulary& vocabulary);

  // Verbs by what they take, as lemmas.
  SymbolSet speech;                   // may stand before their subject: "…", said the minister
  SymbolSet with_clauses;             // a clause as object, with or without that
  SymbolSet two_objects;              // give: recipient and thing
  SymbolSet object_control;           // urge X to …: X does it
  SymbolSet subject_control;          // promise X to …: the subject does it
  SymbolSet object_complement;        // elect X president
  SymbolSet bare_infinitive;          // let X go
  SymbolSet with_gerund;              // start doing
  SymbolSet linking;                  // become: a noun phrase behind it is a complement
  SymbolSet intransitive;             // no object
  SymbolSet perception;               // see X doing
  SymbolPairs prepositional_control;  // call on X to …

  SymbolSet raising_adjectives;  // ready to …: the subject does it
  SymbolSet purpose_nouns;       // a way to …
  SymbolSet aim_nouns;           // their goal is to …: they do it
  SymbolSet chance_nouns;        // gives them a chance to …: they do it
  SymbolSet verbs_of_chance;     // … give
  SymbolSet causing;             // cause: what is caused happens
  SymbolSet with_claims;         // make: the claim that he made
  SymbolSet nouns_with_clauses;  // the fact that …

  // Which prepositional phrases belong to which word, as pairs of lemma and preposition.
  SymbolPairs verb_prepositions;
  SymbolPairs noun_prepositions;
  SymbolPairs phrasal_verbs;
  SymbolPairs verb_complements;  // take X hostage

  SymbolSet participial_prepositions;  // including, following
  SymbolSequences complex_prepositions;
  SymbolSequences idle_phrases;  // in force: nothing belongs to it
  SymbolSet subordinators;
  SymbolSet only_subordinators;  // … that are never prepositions
  SymbolSequences complex_subordinators;
  SymbolSet tough_adjectives;  // hard to …: the subject is what it is done to
  SymbolSet noun_bound;        // prepositions that rather belong to the noun before them: of
  SymbolSet place_bound;       // near: behind a place it says where that is
  SymbolSet adverbs_behind_prepositions;  // by then
  SymbolSet days;                         // yesterday
  SymbolSet adverbial_nouns;              // year: "last year" is no object
  SymbolSet adverbial_openers;            // last, this, next, every
  SymbolSet with_measures;                // spend: "five years" is its object
  SymbolSet measure_nouns;
  SymbolSet person_nouns;

  Symbol by, that, whose, what, between, than, be, for_, of, from, in, with, it, if_, whether, to,
      do_, such;
};

}  // namespace testudo::english
