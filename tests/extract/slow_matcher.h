// What the rows of a pack match in a sentence, found slowly and plainly: every rule, every row and
// every way to share a clause's participants or a sentence's words among the parts of a pattern are
// tried, no index, no bound, no short cut; then the best is picked by the published order.
//   const std::vector<Match> all = slow_clause_matches(pack, analysis, fillers, 0, false);
// Written from what ontology/README.md, clause_matcher.h and matcher.h promise, to check the fast
// matchers with: see slow_matcher_test.cpp. What a clause's participants are (ClauseView) and what
// fills a slot (FillerFinder) is taken as given. Exponential in the parts of a pattern.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/fillers.h"
#include "extract/matcher.h"

namespace testudo::extract {

// Clauses first, then nominals, each in the order of the sentence; then by rule and row. At most
// one match a row and clause: every part takes what it likes best, earlier parts choose first.
std::vector<Match> slow_clause_matches(const pack::Pack& pack, const english::Analysis& analysis,
                                       const FillerFinder& fillers, std::uint32_t sentence,
                                       bool situations);

// By anchor, then rule, then row. At most one match a row and anchor: the nearest and longest
// fillers, chosen from the anchor to the right and then to the left. `findings` from `first` on can
// fill slots for situations.
std::vector<Match> slow_phrase_matches(const pack::Pack& pack, const english::Analysis& analysis,
                                       const FillerFinder& fillers, std::uint32_t sentence,
                                       std::span<const Finding> findings, std::uint32_t first,
                                       bool situations);

}  // namespace testudo::extract
