// What the readers of a rule's parts share: the graph, what it is checked against, and messages
// that begin with the rule's name.
//   const RuleReading reading{graph, ontology, lexicon, problems};
//   const ClassId c = reading.situation_class(rule, node, place);
// Used while a pack is loaded.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "pack/lexicon.h"
#include "pack/ontology.h"
#include "pack/rule.h"
#include "rdf/graph.h"

namespace testudo::pack {

// What stands behind the last '/' or '#'.
std::string local_name(std::string_view iri);

// "did you mean kb:Desired?" among the modalities or polarities.
std::string modality_meant(std::string_view iri);
std::string polarity_meant(std::string_view iri);

struct RuleReading {
  const rdf::Graph& graph;
  const Ontology& ontology;
  const Lexicon& lexicon;
  Diagnostics& problems;

  void error(const Rule& rule, Place place, std::string message, std::string suggestion = {}) const;

  // The class of situations that a node names. Errors, then None: an unknown class, a class of
  // something else.
  ClassId situation_class(const Rule& rule, rdf::Node node, const Place& place) const;

  // The role, or the property with a literal, that an IRI names. Errors, then None: an unknown one.
  PropertyId role(const Rule& rule, std::string_view iri, const Place& place) const;

  void unknown_entity(const Rule& rule, std::string_view iri, const Place& place) const;
};

// Templates and examples that nest deeper are an error.
inline constexpr std::size_t kMaxNesting = 8;

}  // namespace testudo::pack
