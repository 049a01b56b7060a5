// The files of packs and of the packs that they import.
//   for (PackFile& file : read_packs(folders, problems)) sources.files.push_back(std::move(file));
// A file's owl:Ontology may say owl:imports: what neither a built-in pack nor a given one declares
// is looked for in the Turtle files right in the folders beside the importing pack's own; the whole
// folder is then read, too. What is not found is told by Pack::load, at its place.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pack/pack.h"
#include "rdf/graph.h"

namespace testudo::pack {

// The files of every folder (or single file), in the order given, then those of imported packs; a
// file that comes twice is read once. Errors: as read_pack_folder(). Files that speak of imports
// are parsed for it.
std::vector<PackFile> read_packs(std::span<const std::string> paths, Diagnostics& problems);

// The IRIs of the ontologies of the built-in packs, loaded or not.
const std::set<std::string>& built_in_ontologies();

// Errors: an import of an ontology that neither the graph nor a built-in pack declares.
void check_imports(const rdf::Graph& graph, Diagnostics& problems);

}  // namespace testudo::pack
