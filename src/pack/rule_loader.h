// Rules and word lists from a pack's graph, every mistake told.
//   const std::vector<Rule> rules = read_rules(graph, ontology, lexicon, compiler, problems);
// Used while a pack is loaded.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "pack/lexicon.h"
#include "pack/ontology.h"
#include "pack/pattern_compiler.h"
#include "pack/rule.h"
#include "rdf/graph.h"

namespace testudo::pack {

// Every t:WordList, by its name (the end of its IRI). Errors: a list without words.
WordLists read_word_lists(const rdf::Graph& graph, Diagnostics& problems);

// Every t:Rule without a mistake, in the byte order of their IRIs. Errors: a pattern that cannot
// parse; an unknown class, slot, property or key; a template that breaks a role's domain or range;
// a rule without pattern, t:asserts or example. Warnings: a rule without label.
std::vector<Rule> read_rules(const rdf::Graph& graph, const Ontology& ontology,
                             const Lexicon& lexicon, PatternCompiler& compiler,
                             Diagnostics& problems);

}  // namespace testudo::pack
