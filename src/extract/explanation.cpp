#include "extract/explanation.h"

#include <algorithm>
#include <set>

#include "extract/examples.h"
#include "extract/miss_words.h"

namespace testudo::extract {

using english::Analysis;
using pack::Pack;
using pack::RowRef;

namespace {

// Whether an attempt is nearer than another: a greater part of its conditions is met; of equals,
// the pattern that wants less.
bool is_nearer(const NearestMiss& one, const NearestMiss& other) {
  if (other.reason.empty()) return true;
  const std::uint64_t mine = std::uint64_t{one.met} * other.wanted;
  const std::uint64_t theirs = std::uint64_t{other.met} * one.wanted;
  return mine != theirs ? mine > theirs : one.wanted < other.wanted;
}

std::uint32_t parts_of(const pack::ClauseRow& row) {
  std::uint32_t parts = 0;
  for (const pack::ClauseStep& step : row.steps)
    parts += 1 + static_cast<std::uint32_t>(step.parts.size());
  return parts;
}

// What is to be said where a pattern matches although the rule is told to have read nothing.
std::string all_met(const pack::Rule& rule) {
  if (!rule.situations.empty() && rule.situations.front().refines) {
    return "every condition is met, but no rule has read a situation in {" +
           rule.slots[*rule.situations.front().refines] + "}";
  }
  return "every condition is met";
}

}  // namespace

Explainer::Explainer(const Pack& pack, const Analysis& analysis)
    : pack_(&pack),
      a_(&analysis),
      fillers_(pack, analysis),
      matcher_(pack, analysis, fillers_),
      clauses_(pack, analysis, fillers_) {
  Extractor(pack).extract(analysis, findings_, &trace_);
  fillers_.know(findings_, 0);
}

std::vector<std::uint32_t> Explainer::readings(std::uint32_t sentence) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < findings_.size(); ++i) {
    if (findings_[i].sentence == sentence) found.push_back(i);
  }
  return found;
}

std::vector<const DroppedReading*> Explainer::dropped(std::uint32_t sentence) const {
  std::vector<const DroppedReading*> found;
  for (const DroppedReading& d : trace_.dropped) {
    if (d.reading.sentence == sentence) found.push_back(&d);
  }
  return found;
}

// Tries a row on every clause and noun that says its verb.
void Explainer::try_clause_row(std::uint32_t sentence, RowRef ref, NearestMiss& best) {
  const pack::Rule& rule = pack_->rules()[ref.rule];
  const pack::ClauseRow& row = rule.clauses[ref.row];
  const english::SentenceLayers& layers = a_->sentences[sentence];
  const auto try_on = [&](ClauseId id) {
    NearestMiss attempt;
    attempt.pattern = row.pattern;
    attempt.wanted = parts_of(row);
    const std::uint32_t predicate = clause_of(*a_, id).predicate;
    attempt.words = {predicate, predicate + 1};
    Match match;
    Miss miss;
    if (clauses_.try_row(sentence, ref, id, match, miss)) {
      attempt.met = attempt.wanted;
      attempt.reason = all_met(rule);
    } else {
      attempt.met = std::min(miss.step + 1 + miss.met, attempt.wanted - 1);
      attempt.reason = in_words(*pack_, *a_, miss);
    }
    if (is_nearer(attempt, best)) best = std::move(attempt);
  };
  const auto lemma = [&](const english::Clause& c) { return a_->symbols[c.predicate].lemma; };
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) {
    if (std::ranges::binary_search(row.steps.front().verb.words, lemma(a_->clauses[c])))
      try_on({c, false});
  }
  for (std::uint32_t n = layers.first_nominal; n < layers.last_nominal; ++n) {
    const Symbol noun = lemma(a_->nominals[n]);
    if (noun != Symbol::None && (std::ranges::binary_search(row.nouns, noun) ||
                                 std::ranges::binary_search(rule.nouns, noun))) {
      try_on({n, true});
    }
  }
}

void Explainer::try_phrase_row(std::uint32_t sentence, RowRef ref, NearestMiss& best) {
  const pack::AtomRow& row = pack_->rules()[ref.rule].rows[ref.row];
  NearestMiss attempt;
  attempt.pattern = row.pattern;
  attempt.wanted = static_cast<std::uint32_t>(row.atoms.size());
  Match match;
  PhraseMiss miss;
  // Findings that fill slots are those of this sentence alone.
  const auto first = std::ranges::lower_bound(findings_, sentence, {}, &Finding::sentence);
  const auto last = std::ranges::upper_bound(findings_, sentence, {}, &Finding::sentence);
  const bool matched =
      matcher_.try_row(sentence, std::span(findings_.begin(), last),
                       static_cast<std::uint32_t>(first - findings_.begin()), ref, match, miss);
  if (matched) {
    attempt.met = attempt.wanted;
    attempt.words = match.span;
    attempt.reason = all_met(pack_->rules()[ref.rule]);
  } else if (miss.anchored) {
    attempt.met = miss.met;
    attempt.words = {miss.anchor, miss.anchor + 1};
    attempt.reason = in_words(*pack_, *a_, miss);
  } else {
    attempt.reason = in_words(*pack_, *a_, miss);
  }
  if (is_nearer(attempt, best)) best = std::move(attempt);
}

// The verbs that a rule's clause patterns begin with.
std::vector<std::string> Explainer::verbs_of(pack::RuleId rule) const {
  std::set<std::string> verbs;
  for (const pack::ClauseRow& row : pack_->rules()[rule].clauses) {
    for (const Symbol verb : row.steps.front().verb.words)
      verbs.emplace(pack_->vocabulary().text(verb));
  }
  return {verbs.begin(), verbs.end()};
}

// The words that a rule's phrase patterns start from; none if one of them starts from a slot.
std::vector<std::string> Explainer::anchors_of(pack::RuleId rule) const {
  std::set<std::string> anchors;
  for (const pack::AtomRow& row : pack_->rules()[rule].rows) {
    const std::vector<std::string> words = words_of(*pack_, row.atoms[row.anchor]);
    if (words.empty()) return {};
    anchors.insert(words.begin(), words.end());
  }
  return {anchors.begin(), anchors.end()};
}

// No clause or noun of the sentence says a verb of the rule, and none of its phrases has begun.
std::string Explainer::absence(std::uint32_t sentence, pack::RuleId rule,
                               const std::string& phrase) const {
  const std::vector<std::string> verbs = verbs_of(rule);
  const std::vector<std::string> anchors = anchors_of(rule);
  const english::TokenSpan tokens = a_->sentences[sentence].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (std::ranges::binary_search(verbs, a_->words[t].lemma))
      return quoted(*a_, {t, t + 1}) + " is not a verb here, nor a noun that stands for one";
  }
  std::string out;
  if (!verbs.empty()) out = "the verb " + alternatives(verbs) + " is not in the sentence";
  if (pack_->rules()[rule].rows.empty()) return out;
  if (!out.empty()) out += "; ";
  if (anchors.empty()) return out + phrase;
  return out + "the word " + alternatives(anchors) + " is not in the sentence";
}

NearestMiss Explainer::nearest_miss(std::uint32_t sentence, pack::RuleId rule) {
  const pack::Rule& r = pack_->rules()[rule];
  NearestMiss best;
  for (std::uint32_t row = 0; row < r.clauses.size(); ++row)
    try_clause_row(sentence, {rule, row}, best);
  NearestMiss phrases;  // apart, as what they lack is told apart
  for (std::uint32_t row = 0; row < r.rows.size(); ++row)
    try_phrase_row(sentence, {rule, row}, phrases);
  if (best.reason.empty() && phrases.met == 0) {
    best.reason = absence(sentence, rule, phrases.reason);
    return best;
  }
  if (!phrases.reason.empty() && is_nearer(phrases, best)) best = std::move(phrases);
  return best;
}

std::optional<pack::RuleId> find_rule(const Pack& pack, std::string_view name) {
  for (pack::RuleId r = 0; r < pack.rules().size(); ++r) {
    if (pack.rules()[r].name == name || pack.rules()[r].iri == name) return r;
  }
  return std::nullopt;
}

}  // namespace testudo::extract
