// What pronouns, descriptions, short names and repeated nouns speak of, inside one article: the
// layer Analysis::references.
//   const ReferenceFinder finder(lists, vocabulary, gazetteer, entities);
//   finder.find(analysis);                     // after clauses
//   named_antecedent(analysis, phrase)         // the phrase that names what this one takes up
// Phrases are read from left to right and each joins what it speaks of. A pronoun chooses among
// what was spoken of in its own and the last five sentences: what disagrees in number, gender or
// class, or stands in its own clause, is out, and the rest is weighed as Lappin and Leass (1994) do
// it, by salience: recency, role, parallel role, frequency. A description chooses the nearest that
// its noun describes, in the whole article. What two candidates share equally is left open, and so
// is all that nothing fits. What is who is in word lists (ontology/english/reference.ttl) and the
// pack's table of entities.
// Thread-safe: find() is const. Linear in the text: every look back is bounded. Tests:
// tests/english/reference_test.cpp.
#pragma once

#include "english/analysis.h"
#include "english/gazetteer.h"
#include "english/reference_entities.h"
#include "english/reference_grammar.h"

namespace testudo::english {

class ReferenceFinder {
 public:
  // The lists' words are made known to the vocabulary. Gazetteer and entities are borrowed;
  // without entities, names of the lexicon can be anything.
  ReferenceFinder(const WordLists& lists, Vocabulary& vocabulary, const Gazetteer& gazetteer,
                  const EntityTable* entities)
      : grammar_(lists, vocabulary), gazetteer_(&gazetteer), entities_(entities) {}

  // Fills analysis.references and the sentences' ranges of them. Needs all other layers.
  void find(Analysis& analysis) const;

 private:
  ReferenceGrammar grammar_;
  const Gazetteer* gazetteer_;   // not owned
  const EntityTable* entities_;  // not owned; may be null
};

// The reference of a phrase itself (not of a possessive pronoun in it), or null. O(log references).
const Reference* reference_of(const Analysis& analysis, std::uint32_t phrase);

// The reference of a token, the head of a phrase or a possessive pronoun, or null. O(log
// references).
const Reference* reference_at(const Analysis& analysis, std::uint32_t token);

// The phrase at the end of a phrase's chain of single antecedents, by preference one with a name;
// the phrase itself where it takes up nothing. kNone where the chain ends at a pronoun that is
// open, or at a set of two. O(chain · log references).
std::uint32_t named_antecedent(const Analysis& analysis, std::uint32_t phrase);

}  // namespace testudo::english
