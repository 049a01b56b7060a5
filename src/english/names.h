// Proper names with their kind and description, and actors without a name: the layers
// Analysis::names and Analysis::actors.
//   const NameFinder finder(lists, vocabulary);
//   finder.find(analysis, gazetteer);   // after mentions, times and noun phrases
// A name is a run of proper nouns, words with capitals among them and the small words that names
// have inside (Ministry of Trade and Industry), known to the lexicon or not. Its kind is what the
// strongest clue of the whole document says, the first one of equals; from strong to weak:
//   Title        "Gen. X", "Prime Minister X"
//   Head         "X Party", "Bank of X", "Lake X", "X Accord"; also "the Amal militia", "X
//   province" Description  "rebel leader X"; "X, a spokesman for Y"; "X, 45,"; "the town of X"
//   FirstName    "Imre X", "Kwok Ka-lam"
//   FamilyName   the last word of a person's name elsewhere in the document
//   Shape        capitals (an acronym), "X Y said", "Kenya's X Y", "X, who"
//   Preposition  "in X", "near X"; a first name alone
// A country before a name that it describes ("U.S. President X", "Nigerian Union") is told by the
// name's country and is no name besides; one with a possessive ("Kenya's X") is.
// A name in brackets behind a name whose letters it has is short for it, from then on. What the
// lexicon knows of a mention's class is not asked: kinds of known names are the text's.
// Thread-safe: find() is const. Linear in the text.
#pragma once

#include "english/analysis.h"
#include "english/gazetteer.h"
#include "english/name_words.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"

namespace testudo::english {

class NameFinder {
 public:
  // Makes the lists' words known to the vocabulary.
  NameFinder(const WordLists& lists, Vocabulary& vocabulary) : words_(lists, vocabulary) {}

  // Fills analysis.names, actors and actor_countries, and the sentences' ranges of them. Needs
  // words, symbols, mentions and noun phrases.
  void find(Analysis& analysis, const Gazetteer& gazetteer) const;

 private:
  NameWords words_;
};

}  // namespace testudo::english
