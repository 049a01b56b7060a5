// Names in a pack's own namespaces that nothing defines: slips that RDF itself lets pass.
#pragma once

#include "base/diagnostics.h"
#include "pack/ontology.h"
#include "rdf/graph.h"

namespace testudo::pack {

// Errors, each with the nearest name: a property that is not declared, a type that is no class, an
// object that no statement describes; all only in namespaces in which the graph describes something
// (Graph::knows_namespace), so that other people's terms pass. Where an error is told already, that
// one stands. O(statements).
void check_terms(const rdf::Graph& graph, const Ontology& ontology, Diagnostics& problems);

}  // namespace testudo::pack
