#include "english/reference_grammar.h"

#include <algorithm>

namespace testudo::english {

ReferenceGrammar::ReferenceGrammar(const WordLists& lists, Vocabulary& vocabulary)
    : male_pronouns(lists, "male-pronouns", vocabulary),
      female_pronouns(lists, "female-pronouns", vocabulary),
      neuter_pronouns(lists, "neuter-pronouns", vocabulary),
      plural_pronouns(lists, "plural-pronouns", vocabulary),
      reflexives(lists, "reflexive-pronouns", vocabulary),
      person_nouns(lists, "person-nouns", vocabulary),
      group_nouns(lists, "group-nouns", vocabulary),
      country_nouns(lists, "country-nouns", vocabulary),
      male_nouns(lists, "male-nouns", vocabulary),
      female_nouns(lists, "female-nouns", vocabulary),
      male_titles(lists, "male-titles", vocabulary),
      female_titles(lists, "female-titles", vocabulary),
      male_names(lists, "male-first-names", vocabulary),
      female_names(lists, "female-first-names", vocabulary),
      time_nouns(lists, "time-nouns", vocabulary),
      vague_nouns(lists, "nouns-without-reference", vocabulary),
      neutral_modifiers(lists, "neutral-modifiers", vocabulary),
      joining_prepositions(lists, "joining-prepositions", vocabulary),
      actor_verbs(lists, "verbs-of-actors", vocabulary),
      thing_verbs(lists, "verbs-on-things", vocabulary),
      event_verbs(lists, "verbs-of-things", vocabulary),
      actor_possessions(lists, "possessions-of-actors", vocabulary),
      thing_possessions(lists, "possessions-of-things", vocabulary),
      weather_verbs(lists, "weather-verbs", vocabulary),
      seeming_verbs(lists, "seeming-verbs", vocabulary),
      extraposing_verbs(lists, "extraposing-verbs", vocabulary),
      object_extraposing(lists, "verbs-with-empty-object", vocabulary),
      extraposing_adjectives(lists, "extraposing-adjectives", vocabulary),
      attitude_adjectives(lists, "attitude-adjectives", vocabulary),
      extraposing_nouns(lists, "extraposing-nouns", vocabulary),
      extraposing_participles(lists, "extraposing-participles", vocabulary),
      clause_openers(lists, "extraposed-clause-openers", vocabulary),
      durations(lists, "verbs-of-needed-time", vocabulary),
      two_words(lists, "words-for-two", vocabulary),
      pair_words(lists, "words-for-pairs", vocabulary),
      each_words(lists, "words-for-each", vocabulary),
      set_nouns(lists, "set-nouns", vocabulary),
      set_country_nouns(lists, "set-nouns-of-countries", vocabulary),
      set_actor_nouns(lists, "set-nouns-of-actors", vocabulary),
      set_person_nouns(lists, "set-nouns-of-persons", vocabulary),
      it(vocabulary.add("it")),
      the(vocabulary.add("the")),
      this_(vocabulary.add("this")),
      that(vocabulary.add("that")),
      these(vocabulary.add("these")),
      those(vocabulary.add("those")),
      latter(vocabulary.add("latter")),
      former(vocabulary.add("former")),
      be(vocabulary.add("be")),
      for_(vocabulary.add("for")),
      to(vocabulary.add("to")),
      of(vocabulary.add("of")) {
  // Who speaks, acts.
  for (const std::string& verb : words_of(lists, "verbs-of-speech"))
    actor_verbs.insert(vocabulary.add(verb));
  const WordTable& table = WordTable::builtin();
  for (const std::string& word : words_of(lists, "fixed-modifiers")) {
    if (const WordId id = table.find(word); id != WordId::None) fixed_modifiers_.push_back(id);
  }
  for (const std::string& pair : words_of(lists, "nouns-taken-up-by")) {
    const std::size_t space = pair.find(' ');
    if (space == std::string::npos) continue;
    const WordId noun = table.find(pair.substr(0, space));
    const WordId general = table.find(pair.substr(space + 1));
    if (noun == WordId::None || general == WordId::None) continue;
    const auto [at, is_new] = general_of_.try_emplace(static_cast<std::uint32_t>(noun),
                                                      static_cast<std::uint32_t>(general_.size()));
    if (is_new) general_.emplace_back();
    general_[at].push_back(general);
  }
}

bool ReferenceGrammar::is_fixed(WordId modifier) const {
  return std::ranges::find(fixed_modifiers_, modifier) != fixed_modifiers_.end();
}

}  // namespace testudo::english
