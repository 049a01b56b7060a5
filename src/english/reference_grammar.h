// The word lists of the reference layer, most of them in ontology/english/reference.ttl, as sets.
// Immutable; safe from any number of threads.
#pragma once

#include <span>
#include <vector>

#include "english/word_lists.h"

namespace testudo::english {

struct ReferenceGrammar {
  ReferenceGrammar(const WordLists& lists, Vocabulary& vocabulary);

  // -- pronouns, as forms
  SymbolSet male_pronouns;    // he, him, his, himself
  SymbolSet female_pronouns;  // she, …
  SymbolSet neuter_pronouns;  // it, …
  SymbolSet plural_pronouns;  // they, …
  SymbolSet reflexives;       // himself, …

  // -- who and what words are for, as lemmas
  SymbolSet person_nouns;
  SymbolSet group_nouns;           // government, party: it or they
  SymbolSet country_nouns;         // country, nation
  SymbolSet male_nouns;            // king, spokesman
  SymbolSet female_nouns;          // queen, spokeswoman
  SymbolSet male_titles;           // Mr.
  SymbolSet female_titles;         // Mrs.
  SymbolSet male_names;            // first names
  SymbolSet female_names;          // first names
  SymbolSet time_nouns;            // never antecedents
  SymbolSet vague_nouns;           // end, way, rest: "the way" takes up nothing
  SymbolSet neutral_modifiers;     // same, whole: say nothing new
  SymbolSet joining_prepositions;  // with, against: "a treaty with X" joins two

  // -- what verbs want, as lemmas
  SymbolSet actor_verbs;        // their subject acts: say, sign
  SymbolSet thing_verbs;        // their object is a thing: sign, extend
  SymbolSet event_verbs;        // their subject does not act: expire, happen
  SymbolSet actor_possessions;  // its army
  SymbolSet thing_possessions;  // its provisions

  // -- it without antecedent
  SymbolSet weather_verbs;
  SymbolSet seeming_verbs;            // seem, appear, turn
  SymbolSet extraposing_verbs;        // be, become, prove, …: stand before an adjective
  SymbolSet object_extraposing;       // make, find: "makes it hard to"
  SymbolSet extraposing_adjectives;   // hard to …
  SymbolSet attitude_adjectives;      // confident that …: someone is
  SymbolSet extraposing_nouns;        // pity that …
  SymbolSet extraposing_participles;  // believed that …
  SymbolSet clause_openers;           // that, whether, how
  SymbolSet durations;                // take: "it takes years to"

  // -- sets of two, as lemmas
  SymbolSet two_words;          // two, both
  SymbolSet pair_words;         // both, pair, duo: a set by themselves
  SymbolSet each_words;         // each, either, neither: "each side"
  SymbolSet set_nouns;          // sides, parties: two without saying so
  SymbolSet set_country_nouns;  // the two countries, neighbours
  SymbolSet set_actor_nouns;    // the two sides, rivals
  SymbolSet set_person_nouns;   // the two leaders, men

  // The more general nouns that can take up a noun: "treaty" as "agreement". O(1).
  std::span<const WordId> general_nouns(WordId noun) const {
    const std::uint32_t* found = general_of_.find(static_cast<std::uint32_t>(noun));
    return found == nullptr ? std::span<const WordId>() : std::span(general_[*found]);
  }

  // Whether a word before a noun makes another noun of it: "vice" president. O(the list).
  bool is_fixed(WordId modifier) const;

  Symbol it, the, this_, that, these, those, latter, former, be, for_, to, of;

 private:
  std::vector<WordId> fixed_modifiers_;  // prime, vice
  FlatMap general_of_;                   // noun to one of general_
  std::vector<std::vector<WordId>> general_;
};

}  // namespace testudo::english
