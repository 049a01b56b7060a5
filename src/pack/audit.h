// What is well-formed in a pack and yet most likely not meant: patterns that say the same or
// contradict each other or can never win, rules without counter-examples, words and entities that
// nothing can reach, terms without label or comment.
//   audit({graph, ontology, lexicon, gazetteer, rules, lists, vocabulary}, problems);
// For `testudo check`; loading a pack to read with does not ask. Tests: tests/pack/mistakes/.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "english/gazetteer.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"
#include "pack/lexicon.h"
#include "pack/ontology.h"
#include "pack/rule.h"
#include "rdf/graph.h"

namespace testudo::pack {

// A pack that is loaded but for its last step; all borrowed.
struct AuditedPack {
  const rdf::Graph& graph;
  const Ontology& ontology;
  const Lexicon& lexicon;
  const english::Gazetteer& gazetteer;
  const std::vector<Rule>& rules;
  const english::WordLists& lists;  // every step of the engine has asked for its own
  const english::Vocabulary& vocabulary;
};

// All of it.
void audit(const AuditedPack& pack, Diagnostics& problems);

// Its part on patterns, by pairs of those that are alike but for their words.
// Errors: the same pattern in two rules that say different things, neither of them a kind of the
// other, or the same in another manner. Warnings: the same pattern that says the same; two that
// share words and say different things; a pattern that can never win, since another one matches
// whenever it does and comes first in the order of conflicts (extract/extractor.h).
void audit_patterns(const AuditedPack& pack, Diagnostics& problems);

}  // namespace testudo::pack
