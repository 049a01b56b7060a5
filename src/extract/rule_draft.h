// Rules that are missing: for sentences in which nothing is read although an actor does something,
// or something is done to one, a rule to start from.
//   const std::vector<Gap> gaps = find_gaps(pack, analysis, findings);
//   for (const RuleDraft& d : draft_rules(sources, pack, analysis, gaps)) … d.turtle() …
// A draft has been tried: with the sources and the other drafts it loads, and reads its example as
// the example says. Its class of situation and its roles are stand-ins for the curator's own.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "english/analysis.h"
#include "extract/finding.h"
#include "pack/pack.h"

namespace testudo::extract {

// A clause that an actor takes part in, of a sentence in which nothing was read.
struct Gap {
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  TokenSpan actor;       // its words
  bool subject = false;  // it is the subject; else the object
};

// The gaps of a document, sentence by sentence; of one the most promising first: the actor is
// subject, the verb says more than a light one, something else takes part. Copulas and the verbs of
// operators are none.
std::vector<Gap> find_gaps(const pack::Pack& pack, const english::Analysis& analysis,
                           std::span<const Finding> findings);

struct RuleDraft {
  std::string name;     // "rule:visit"
  std::string pattern;  // "{agent:kb:Actor} visit {object}"
  std::map<std::string, std::string> prefixes;
  std::string rule;                      // the rule in Turtle, without prefixes
  std::vector<std::uint32_t> sentences;  // whose gaps it fills

  // Ready to be a file of its own.
  std::string turtle() const;
};

// The prefixes in Turtle, a line each.
std::string prefix_lines(const std::map<std::string, std::string>& prefixes);

// A draft for every sentence for which one can be found, by their first sentences. `sources` are
// what the pack was loaded from. Loads them once more, if there are gaps.
std::vector<RuleDraft> draft_rules(const pack::PackSources& sources, const pack::Pack& pack,
                                   const english::Analysis& analysis, std::span<const Gap> gaps);

}  // namespace testudo::extract
