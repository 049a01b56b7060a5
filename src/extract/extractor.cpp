#include "extract/extractor.h"

#include <algorithm>
#include <tuple>

#include "extract/context.h"

namespace testudo::extract {

using english::Analysis;
using english::kNone;

namespace {

// Rules whose slots want situations run again while they find something new, at most this often:
// the depth of nesting.
constexpr int kMaxRounds = 4;

// Whether a time is one calendar value at or in which something is.
bool is_told(const english::TimeExpression& time) {
  const bool calendar = time.kind == english::TimeKind::Date ||
                        time.kind == english::TimeKind::YearMonth ||
                        time.kind == english::TimeKind::Year;
  const bool at =
      time.relation == english::TimeRelation::At || time.relation == english::TimeRelation::During;
  return calendar && at && !time.approximate && !time.modifier && !time.value.empty();
}

// The time expression that follows a match, "… in 2019", and where it ends.
const english::TimeExpression* time_behind(const Analysis& a,
                                           const english::SentenceLayers& sentence,
                                           TokenSpan span) {
  std::uint32_t at = span.end;
  if (at >= sentence.tokens.end) return nullptr;
  const std::string_view preposition = a.words[at].lemma;
  if (preposition != "in" && preposition != "on" && preposition != "during") return nullptr;
  ++at;
  for (int skipped = 0; skipped < 2 && at < sentence.tokens.end; ++skipped, ++at) {
    for (std::uint32_t t = sentence.first_time; t < sentence.last_time; ++t) {
      if (a.times[t].span.begin == at) return is_told(a.times[t]) ? &a.times[t] : nullptr;
    }
    const std::string_view word = a.words[at].lemma;
    if (word != "early" && word != "late" && word != "the" && word != "mid") return nullptr;
  }
  return nullptr;
}

std::string_view datatype_of(english::TimeKind kind) {
  switch (kind) {
    case english::TimeKind::Date:
      return "http://www.w3.org/2001/XMLSchema#date";
    case english::TimeKind::YearMonth:
      return "http://www.w3.org/2001/XMLSchema#gYearMonth";
    case english::TimeKind::Year:
      return "http://www.w3.org/2001/XMLSchema#gYear";
    default:
      return {};
  }
}

bool has_role(const Finding& finding, pack::PropertyId role) {
  return std::ranges::any_of(finding.roles, [&](const RoleFiller& r) { return r.role == role; });
}

Modality modality_named(std::string_view iri) {
  const std::string_view name = iri.substr(iri.rfind('#') + 1);
  for (int m = 0; m <= static_cast<int>(Modality::Conditional); ++m) {
    if (to_string(static_cast<Modality>(m)) == name) return static_cast<Modality>(m);
  }
  return Modality::Actual;
}

}  // namespace

std::string_view to_string(Modality modality) {
  switch (modality) {
    case Modality::Actual:
      return "Actual";
    case Modality::Predicted:
      return "Predicted";
    case Modality::Probable:
      return "Probable";
    case Modality::Possible:
      return "Possible";
    case Modality::Desired:
      return "Desired";
    case Modality::Intended:
      return "Intended";
    case Modality::Required:
      return "Required";
    case Modality::Conditional:
      return "Conditional";
  }
  return "Actual";
}

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::Positive ? "Positive" : "Negative";
}

// Fills the rule's template with what the slots caught; one finding a situation of the template.
void Extractor::add(const Analysis& analysis, std::uint32_t sentence, const Match& match,
                    std::vector<Finding>& findings) const {
  const pack::Rule& rule = pack_->rules()[match.row.rule];
  const english::SentenceLayers& layers = analysis.sentences[sentence];
  const auto first = static_cast<std::uint32_t>(findings.size());
  const english::TimeExpression* time = time_behind(analysis, layers, match.span);
  const Context context = context_of(analysis, layers, match.span, match.trigger);
  for (std::uint32_t s = 0; s < rule.situations.size(); ++s) {
    const pack::TemplateSituation& wanted = rule.situations[s];
    Finding finding;
    finding.rule = match.row.rule;
    finding.pattern = rule.rows[match.row.row].pattern;
    finding.situation = s;
    finding.sentence = sentence;
    finding.span = match.span;
    finding.trigger = match.trigger;
    finding.situation_class = wanted.situation_class;
    finding.modality = wanted.modality.empty() ? context.modality : modality_named(wanted.modality);
    finding.polarity = wanted.polarity.empty()                  ? context.polarity
                       : wanted.polarity.ends_with("#Negative") ? Polarity::Negative
                                                                : Polarity::Positive;
    finding.cues = context.cues;
    for (const pack::TemplateRole& role : wanted.roles) {
      if (const auto* slot = std::get_if<pack::SlotRef>(&role.value)) {
        for (const Match::Fill& fill : match.fills) {
          if (fill.slot == slot->slot) finding.roles.push_back({role.role, fill.filler});
        }
        continue;
      }
      Filler filler;
      if (const auto* entity = std::get_if<pack::EntityRef>(&role.value)) {
        filler.kind = FillerKind::Entity;
        filler.index = entity->entity;
      } else if (const auto* nested = std::get_if<pack::NestedRef>(&role.value)) {
        filler.kind = FillerKind::Finding;
        filler.index = first + nested->situation;
      } else if (const auto* literal = std::get_if<pack::LiteralRef>(&role.value)) {
        filler.kind = pack_->ontology().info(role.role).is_datatype ? FillerKind::Literal
                                                                    : FillerKind::Concept;
        filler.head = english::kNone;
        filler.value = literal->value;
        filler.datatype = literal->datatype;
      }
      finding.roles.push_back({role.role, std::move(filler)});
    }
    if (s == 0 && time != nullptr && !has_role(finding, pack_->ontology().time)) {
      Filler filler;
      filler.kind = FillerKind::Literal;
      filler.span = time->span;
      filler.value = time->value;
      filler.datatype = std::string(datatype_of(time->kind));
      finding.roles.push_back({pack_->ontology().time, std::move(filler)});
      finding.span.end = time->span.end;
    }
    findings.push_back(std::move(finding));
  }
}

// Keeps the first of competing readings in the published order. Findings before `first` stay as
// they are; fillers that point to findings are renumbered.
void Extractor::settle(std::vector<Finding>& findings, std::uint32_t first) const {
  const pack::Ontology& ontology = pack_->ontology();
  const auto count = static_cast<std::uint32_t>(findings.size()) - first;
  if (count < 2) return;
  std::vector<bool> dropped(count, false);
  const auto better = [&](const Finding& x, const Finding& y) {
    const pack::Rule& rx = pack_->rules()[x.rule];
    const pack::Rule& ry = pack_->rules()[y.rule];
    const auto key = [&](const Finding& f, const pack::Rule& r) {
      return std::tuple(-static_cast<std::int64_t>(f.span.size()),
                        -static_cast<std::int64_t>(ontology.depth(f.situation_class)),
                        -static_cast<std::int64_t>(f.roles.size()),
                        -static_cast<std::int64_t>(r.priority), f.rule, f.pattern);
    };
    return key(x, rx) < key(y, ry);
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = 0; j < count; ++j) {
      if (i == j || dropped[j]) continue;
      const Finding& x = findings[first + i];
      const Finding& y = findings[first + j];
      if (x.trigger != y.trigger || x.situation != y.situation) continue;
      if (x.rule == y.rule && x.pattern == y.pattern && x.span == y.span && x.roles == y.roles) {
        if (j < i) dropped[i] = true;
        continue;
      }
      const bool related = ontology.is_a(x.situation_class, y.situation_class) ||
                           ontology.is_a(y.situation_class, x.situation_class);
      if (related && better(y, x)) dropped[i] = true;
    }
  }
  // A template's further situations go with its first.
  for (std::uint32_t i = 0; i < count; ++i) {
    const Finding& x = findings[first + i];
    if (x.situation > 0 && i >= x.situation && dropped[i - x.situation]) dropped[i] = true;
  }
  keep(findings, first, dropped);
}

// Takes the dropped findings out; fillers that point to findings are renumbered, those that point
// to a dropped one go with it.
void Extractor::keep(std::vector<Finding>& findings, std::uint32_t first,
                     const std::vector<bool>& dropped) const {
  const auto count = static_cast<std::uint32_t>(dropped.size());
  std::vector<std::uint32_t> renumbered(count, kNone);
  std::uint32_t kept = first;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (dropped[i]) continue;
    renumbered[i] = kept;
    if (first + i != kept) findings[kept] = std::move(findings[first + i]);
    ++kept;
  }
  findings.resize(kept);
  for (std::uint32_t i = first; i < kept; ++i) {
    for (RoleFiller& role : findings[i].roles) {
      if (role.filler.kind == FillerKind::Finding && role.filler.index >= first) {
        role.filler.index = renumbered[role.filler.index - first];
      }
    }
    std::erase_if(findings[i].roles, [](const RoleFiller& role) {
      return role.filler.kind == FillerKind::Finding && role.filler.index == kNone;
    });
  }
}

// A noun phrase whose head is what another finding started from is that situation: "the
// intensification of U.S.-Chinese rivalry".
void Extractor::link(std::vector<Finding>& findings, std::uint32_t first) const {
  for (std::uint32_t i = first; i < findings.size(); ++i) {
    for (RoleFiller& role : findings[i].roles) {
      if (role.filler.kind != FillerKind::Concept) continue;
      for (std::uint32_t j = first; j < findings.size(); ++j) {
        // The inner one does not reach back to the outer one's trigger, so no situation contains
        // itself.
        if (j == i || findings[j].trigger != role.filler.head || findings[j].situation != 0 ||
            findings[j].span.contains(findings[i].trigger)) {
          continue;
        }
        role.filler.kind = FillerKind::Finding;
        role.filler.index = j;
        findings[i].span.begin = std::min(findings[i].span.begin, findings[j].span.begin);
        findings[i].span.end = std::max(findings[i].span.end, findings[j].span.end);
        break;
      }
    }
  }
}

void Extractor::extract(const Analysis& analysis, std::vector<Finding>& findings) const {
  findings.clear();
  Matcher matcher(*pack_, analysis);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const auto first = static_cast<std::uint32_t>(findings.size());
    matcher.match(s, findings, first, false,
                  [&](const Match& match) { add(analysis, s, match, findings); });
    settle(findings, first);
    std::size_t known = findings.size();
    std::vector<Finding> round;
    for (int n = 0; n < kMaxRounds && known > first; ++n) {
      round.clear();
      matcher.match(s, findings, first, true,
                    [&](const Match& match) { add(analysis, s, match, round); });
      // What an earlier round has found is found again: only what is new counts.
      std::erase_if(round, [&](const Finding& f) {
        return std::any_of(findings.begin() + first, findings.end(), [&](const Finding& old) {
          return old.rule == f.rule && old.trigger == f.trigger && old.roles == f.roles;
        });
      });
      if (round.empty()) break;
      findings.insert(findings.end(), std::make_move_iterator(round.begin()),
                      std::make_move_iterator(round.end()));
      settle(findings, static_cast<std::uint32_t>(known));
      if (findings.size() == known) break;
      known = findings.size();
    }
    link(findings, first);
    settle(findings, first);  // linked, two readings can turn out to be one
  }
}

}  // namespace testudo::extract
