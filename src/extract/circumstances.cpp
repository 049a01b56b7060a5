#include "extract/circumstances.h"

#include <algorithm>

#include "extract/clause_view.h"
#include "rdf/namespaces.h"

namespace testudo::extract {

using english::Argument;
using english::ArgumentRole;
using english::Clause;
using english::kNone;
using english::TimeExpression;
using english::TimeKind;
using english::TimeRelation;

namespace {

// Whether a time is one calendar value at or in which something is.
bool is_calendar(const TimeExpression& time) {
  const bool calendar = time.kind == TimeKind::Date || time.kind == TimeKind::YearMonth ||
                        time.kind == TimeKind::Year;
  const bool at = time.relation == TimeRelation::At || time.relation == TimeRelation::During;
  return calendar && at && !time.approximate && !time.value.empty();
}

bool is_length(const TimeExpression& time) {
  return time.kind == TimeKind::Duration && time.relation == TimeRelation::For &&
         !time.approximate && !time.value.empty();
}

std::string_view datatype_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::Date:
      return rdf::kXsdDate;
    case TimeKind::YearMonth:
      return rdf::kXsdGYearMonth;
    case TimeKind::Year:
      return rdf::kXsdGYear;
    default:
      return rdf::kXsdDuration;
  }
}

bool has_role(const Finding& finding, pack::PropertyId role) {
  return role == pack::PropertyId::None ||
         std::ranges::any_of(finding.roles, [&](const RoleFiller& r) { return r.role == role; });
}

}  // namespace

// What a phrase is to a clause, or null.
const Argument* Circumstances::argument_of(const Clause& clause, std::uint32_t phrase) const {
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    if (a_->arguments[i].phrase == phrase) return &a_->arguments[i];
  }
  return nullptr;
}

// The verb nearest before some words, else the first one behind them.
std::uint32_t Circumstances::verb_near(TokenSpan span) const {
  std::uint32_t before = kNone;
  for (std::uint32_t c = layers_->first_clause; c < layers_->last_clause; ++c) {
    const std::uint32_t predicate = a_->clauses[c].predicate;
    if (predicate < span.begin) {
      before = predicate;
      continue;
    }
    if (before != kNone) return before;
    const std::uint32_t subject = subject_before(a_->clauses[c], span.begin);
    return subject == kNone ? predicate : a_->phrases[subject].head;
  }
  return before;
}

// The subject that a token stands behind, before the verb: "the expiry of the pact in 2021 was …".
std::uint32_t Circumstances::subject_before(const Clause& clause, std::uint32_t at) const {
  if (clause.group == kNone || at > a_->groups[clause.group].span.begin) return kNone;
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.role == ArgumentRole::Subject && argument.phrase != kNone &&
        a_->phrases[argument.phrase].span.end <= at) {
      return argument.phrase;
    }
  }
  return kNone;
}

// "Following A's withdrawal from the pact in 2019, trust fell": the nominal that a preposition
// before the verb stands right behind, or behind a phrase of.
std::uint32_t Circumstances::nominal_before(std::uint32_t preposition) const {
  if (preposition == kNone || preposition == layers_->tokens.begin) return kNone;
  const std::uint32_t last = preposition - 1;
  const auto ends_here = [&](std::uint32_t phrase) {
    return phrase != kNone && a_->phrases[phrase].span.end == last + 1;
  };
  for (std::uint32_t n = layers_->first_nominal; n < layers_->last_nominal; ++n) {
    const Clause& nominal = a_->nominals[n];
    if (ends_here(nominal.phrase)) return nominal.predicate;
    for (std::uint32_t i = nominal.first_argument; i < nominal.last_argument; ++i) {
      if (a_->arguments[i].preposition != kNone && ends_here(a_->arguments[i].phrase))
        return nominal.predicate;
    }
  }
  return kNone;
}

// The verb or noun that a phrase is an argument of, or hangs on through another phrase; what lasts
// goes with the verb.
std::uint32_t Circumstances::owner_of_phrase(std::uint32_t phrase, bool verbs_only) const {
  for (int depth = 0; depth < 4; ++depth) {
    for (std::uint32_t n = layers_->first_nominal; !verbs_only && n < layers_->last_nominal; ++n) {
      if (argument_of(a_->nominals[n], phrase) != nullptr) return a_->nominals[n].predicate;
    }
    for (std::uint32_t c = layers_->first_clause; c < layers_->last_clause; ++c) {
      const Argument* argument = argument_of(a_->clauses[c], phrase);
      if (argument == nullptr) continue;
      if (!verbs_only && depth == 0 && a_->phrases[phrase].span.end <= a_->clauses[c].predicate) {
        const std::uint32_t noun = nominal_before(argument->preposition);
        if (noun != kNone) return noun;
      }
      std::uint32_t subject = subject_before(a_->clauses[c], a_->phrases[phrase].span.begin);
      if (depth > 0 && argument->role == ArgumentRole::Subject) subject = phrase;
      return subject == kNone ? a_->clauses[c].predicate : a_->phrases[subject].head;
    }
    std::uint32_t host = kNone;
    for (std::uint32_t t = layers_->first_attachment; t < layers_->last_attachment; ++t) {
      if (a_->attachments[t].phrase == phrase) host = a_->attachments[t].host;
    }
    if (host == kNone) return kNone;
    for (std::uint32_t n = layers_->first_nominal; !verbs_only && n < layers_->last_nominal; ++n) {
      if (a_->nominals[n].phrase == host) return a_->nominals[n].predicate;
    }
    phrase = host;
  }
  return kNone;
}

std::uint32_t Circumstances::owner_of(const TimeExpression& time) const {
  for (std::uint32_t p = layers_->first_phrase; p < layers_->last_phrase; ++p) {
    const english::NounPhrase& phrase = a_->phrases[p];
    if (!phrase.span.overlaps(time.span)) {
      // "last year's withdrawal": its possessor is the time.
      if (phrase.possessor != kNone && a_->phrases[phrase.possessor].span.overlaps(time.span))
        return phrase.head;
      continue;
    }
    if (time.modifier && !time.span.contains(phrase.head)) return phrase.head;
    if (const std::uint32_t owner = owner_of_phrase(p, is_length(time)); owner != kNone)
      return owner;
  }
  return verb_near(time.span);
}

void Circumstances::turn_to(std::uint32_t sentence) {
  layers_ = &a_->sentences[sentence];
  owners_.clear();
  for (std::uint32_t t = layers_->first_time; t < layers_->last_time; ++t) {
    const TimeExpression& time = a_->times[t];
    owners_.push_back(is_calendar(time) || is_length(time) ? owner_of(time) : kNone);
  }
}

Circumstances::Predicates Circumstances::predicates_of(const Finding& finding) const {
  Predicates predicates = {finding.trigger};
  const auto predicate_of = [](const Clause* clause) {
    return clause == nullptr ? kNone : clause->predicate;
  };
  for (std::uint32_t n = layers_->first_nominal; n < layers_->last_nominal; ++n) {
    if (a_->nominals[n].predicate != finding.trigger) continue;
    const std::uint32_t phrase = a_->nominals[n].phrase;
    predicates.support = predicate_of(support_of(*pack_, *a_, *layers_, phrase));
    predicates.occurrence = predicate_of(occurrence_of(*pack_, *a_, *layers_, phrase));
    break;
  }
  return predicates;
}

void Circumstances::add_time(const TimeExpression& time, Finding& finding) const {
  const bool length = is_length(time);
  const pack::PropertyId role = length ? pack_->ontology().duration : pack_->ontology().time;
  if (has_role(finding, role)) return;
  Filler filler;
  filler.kind = FillerKind::Literal;
  filler.span = time.span;
  filler.head = time.head;
  filler.value = time.value;
  filler.datatype = datatype_of(time.kind);
  finding.roles.push_back({role, filler});
  finding.span.begin = std::min(finding.span.begin, time.span.begin);
  finding.span.end = std::max(finding.span.end, time.span.end);
}

void Circumstances::add_place(ClauseId id, Finding& finding) {
  const pack::ExtractionWords& words = pack_->words();
  view_.turn_to(*pack_, *a_, finding.sentence, id);
  for (const Participant& argument : view_.participants()) {
    if (argument.role != ArgumentRole::Oblique || argument.preposition == kNone ||
        argument.phrase == kNone) {
      continue;
    }
    const Symbol preposition = a_->symbols[argument.preposition].form;
    if (preposition != words.in && preposition != words.at) continue;
    const english::NounPhrase& phrase = a_->phrases[argument.phrase];
    if (fillers_->is_time(phrase.span)) continue;
    const bool used = std::ranges::any_of(finding.roles, [&](const RoleFiller& r) {
      return r.filler.head == phrase.head && !r.filler.span.empty();
    });
    found_.clear();
    if (used || !fillers_->of_phrase(argument.phrase, pack_->ontology().place, found_)) continue;
    for (const Filler& filler : found_)
      finding.roles.push_back({pack_->ontology().place_role, filler});
    finding.span.begin = std::min(finding.span.begin, argument.preposition);
    finding.span.end = std::max(finding.span.end, phrase.span.end);
    return;
  }
}

// "in 2018, when A left the pact": the clause of a finding describes a time, and says nothing of it
// as a thing.
bool Circumstances::describes(const Finding& finding, const TimeExpression& time) const {
  for (std::uint32_t c = layers_->first_clause; c < layers_->last_clause; ++c) {
    const Clause& clause = a_->clauses[c];
    if (clause.predicate == finding.trigger && clause.kind == english::ClauseKind::Relative &&
        clause.antecedent != kNone && argument_of(clause, clause.antecedent) == nullptr) {
      return a_->phrases[clause.antecedent].span.overlaps(time.span);
    }
  }
  return false;
}

void Circumstances::add(Finding& finding) {
  const Predicates predicates = predicates_of(finding);
  for (std::uint32_t t = layers_->first_time; t < layers_->last_time; ++t) {
    const std::uint32_t owner = owners_[t - layers_->first_time];
    if (owner == kNone) continue;
    if (predicates.has(owner) || describes(finding, a_->times[t])) add_time(a_->times[t], finding);
  }
  const pack::PropertyId place = pack_->ontology().place_role;
  if (pack_->ontology().place == pack::ClassId::None) return;
  const auto add_from = [&](bool nominal, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t c = first; c < last && !has_role(finding, place); ++c) {
      if (predicates.has(clause_of(*a_, {c, nominal}).predicate)) add_place({c, nominal}, finding);
    }
  };
  add_from(false, layers_->first_clause, layers_->last_clause);
  add_from(true, layers_->first_nominal, layers_->last_nominal);
}

}  // namespace testudo::extract
