// What the reference layer of the English analysis wants to know of the lexicon's entities, from
// their classes, genders and offices.
//   english::EntityTable entities = entity_table(graph, ontology, lexicon);
// An entity is described by the rdfs:label and skos:altLabel of its classes and those above them
// (ir:Treaty: treaty, agreement, accord), a person by the labels of the offices held.
#pragma once

#include "english/reference_entities.h"
#include "pack/lexicon.h"
#include "pack/ontology.h"
#include "rdf/graph.h"

namespace testudo::pack {

// One entry an entity, in the order of their ids. O(entities · classes).
english::EntityTable entity_table(const rdf::Graph& graph, const Ontology& ontology,
                                  const Lexicon& lexicon);

// What common nouns name by the labels of the ontology's classes below kb:Entity: a "treaty" is an
// ir:Treaty, "peace talks" with their modifier more than "talks" alone. The most general classes of
// the core have none.
class ClassNouns {
 public:
  ClassNouns() = default;
  ClassNouns(const rdf::Graph& graph, const Ontology& ontology, english::Vocabulary& vocabulary);

  // The class of a noun behind a modifier (None: without any); ClassId::None where no label says,
  // or the noun is a label of several classes. O(classes of the noun).
  ClassId find(Symbol noun, Symbol modifier) const;

 private:
  struct Entry {
    Symbol noun;
    Symbol modifier;  // None: any
    ClassId named;
  };
  std::vector<Entry> entries_;         // by noun, those with a modifier first, then by class
  std::vector<std::uint32_t> starts_;  // by symbol, into entries_
};

}  // namespace testudo::pack
