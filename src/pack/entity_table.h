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

}  // namespace testudo::pack
