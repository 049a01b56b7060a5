// Why a document is read as it is: what each rule read, what gave way to what, and what kept a rule
// from reading a sentence.
//   Explainer explainer(pack, analysis);
//   for (const std::uint32_t f : explainer.readings(sentence)) … explainer.findings()[f] …
//   const NearestMiss miss = explainer.nearest_miss(sentence, rule);
// Borrows pack and analysis; one a thread. Extracts once; a nearest miss costs O(rows of the rule ·
// clauses of the sentence).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause_matcher.h"
#include "extract/extractor.h"
#include "extract/matcher.h"

namespace testudo::extract {

// The attempt of a rule that met most of its pattern's conditions; without any, where the sentence
// has no word that one could start from.
struct NearestMiss {
  std::uint32_t pattern = 0;  // index into Rule::patterns; of no meaning where nothing was met
  std::uint32_t met = 0;      // conditions of the pattern, the first that failed not included
  std::uint32_t wanted = 0;   // conditions of the pattern
  TokenSpan words;            // where the attempt started from; empty where there was none
  std::string reason;         // the condition that failed: see miss_words.h
};

class Explainer {
 public:
  Explainer(const pack::Pack& pack, const english::Analysis& analysis);
  Explainer(pack::Pack&&, const english::Analysis&) = delete;
  Explainer(const Explainer&) = delete;
  Explainer& operator=(const Explainer&) = delete;

  const std::vector<Finding>& findings() const { return findings_; }
  // The findings of a sentence, as indices.
  std::vector<std::uint32_t> readings(std::uint32_t sentence) const;
  // What was dropped in a sentence.
  std::vector<const DroppedReading*> dropped(std::uint32_t sentence) const;

  // What kept a rule from reading a sentence. Of rules that did read it, an attempt that met every
  // condition.
  NearestMiss nearest_miss(std::uint32_t sentence, pack::RuleId rule);

 private:
  void try_clause_row(std::uint32_t sentence, pack::RowRef ref, NearestMiss& best);
  void try_phrase_row(std::uint32_t sentence, pack::RowRef ref, NearestMiss& best);
  std::vector<std::string> verbs_of(pack::RuleId rule) const;
  std::vector<std::string> anchors_of(pack::RuleId rule) const;
  std::string absence(std::uint32_t sentence, pack::RuleId rule, const std::string& phrase) const;

  const pack::Pack* pack_;
  const english::Analysis* a_;
  std::vector<Finding> findings_;
  Trace trace_;
  FillerFinder fillers_;
  Matcher matcher_;
  ClauseMatcher clauses_;
};

// The rule that a name ("rule:withdrawal") or an IRI speaks of.
std::optional<pack::RuleId> find_rule(const pack::Pack& pack, std::string_view name);

}  // namespace testudo::extract
