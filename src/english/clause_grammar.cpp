#include "english/clause_grammar.h"

namespace testudo::english {

ClauseGrammar::ClauseGrammar(const WordLists& lists, Vocabulary& vocabulary)
    : speech(lists, "verbs-of-speech", vocabulary),
      with_clauses(lists, "verbs-with-clauses", vocabulary),
      two_objects(lists, "verbs-with-two-objects", vocabulary),
      object_control(lists, "verbs-of-object-control", vocabulary),
      subject_control(lists, "verbs-of-subject-control-with-object", vocabulary),
      object_complement(lists, "verbs-with-object-complement", vocabulary),
      bare_infinitive(lists, "verbs-with-bare-infinitive", vocabulary),
      with_gerund(lists, "verbs-with-gerund", vocabulary),
      linking(lists, "linking-verbs-with-nouns", vocabulary),
      intransitive(lists, "intransitive-verbs", vocabulary),
      perception(lists, "perception-verbs", vocabulary),
      prepositional_control(lists, "verbs-of-prepositional-control", vocabulary),
      verb_prepositions(lists, "verb-prepositions", vocabulary),
      noun_prepositions(lists, "noun-prepositions", vocabulary),
      participial_prepositions(lists, "participial-prepositions", vocabulary),
      complex_prepositions(lists, "complex-prepositions", vocabulary),
      subordinators(lists, "subordinators", vocabulary),
      only_subordinators(lists, "subordinators-only", vocabulary),
      complex_subordinators(lists, "complex-subordinators", vocabulary),
      tough_adjectives(lists, "tough-adjectives", vocabulary),
      noun_bound(lists, "noun-bound-prepositions", vocabulary),
      days(lists, "days", vocabulary),
      adverbial_nouns(lists, "adverbial-nouns", vocabulary),
      adverbial_openers(lists, "adverbial-openers", vocabulary),
      with_measures(lists, "verbs-with-measures", vocabulary),
      measure_nouns(lists, "measure-nouns", vocabulary),
      person_nouns(lists, "person-nouns", vocabulary),
      by(vocabulary.add("by")),
      that(vocabulary.add("that")),
      whose(vocabulary.add("whose")),
      be(vocabulary.add("be")),
      for_(vocabulary.add("for")),
      of(vocabulary.add("of")),
      from(vocabulary.add("from")),
      in(vocabulary.add("in")),
      with(vocabulary.add("with")) {}

}  // namespace testudo::english
