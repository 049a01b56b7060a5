#include "extract/extractor.h"

#include <algorithm>

#include "extract/circumstances.h"
#include "extract/clause_matcher.h"
#include "extract/fillers.h"
#include "extract/manner.h"

namespace testudo::extract {

using english::Analysis;
using english::kNone;

namespace {

// Rules whose slots want situations run again while they find something new, at most this often:
// the depth of nesting.
constexpr int kMaxRounds = 4;

// Whether a finding is another one, or one that its roles lead to.
bool leads_to(std::span<const Finding> findings, std::uint32_t from, std::uint32_t to, int depth) {
  if (from == to) return true;
  if (depth > 8) return true;  // deeper than anyone writes: rather not linked
  return std::ranges::any_of(findings[from].roles, [&](const RoleFiller& role) {
    return role.filler.kind == FillerKind::Finding &&
           leads_to(findings, role.filler.index, to, depth + 1);
  });
}

bool is_literal_of(const Finding& finding, std::uint32_t token) {
  return std::ranges::find(finding.literals, token) != finding.literals.end();
}

// Whether a reading takes for a filler what the other knows as words of its pattern: "take {x}"
// beside "take part in {x}".
bool misreads(const Finding& finding, const Finding& other) {
  return std::ranges::any_of(finding.roles, [&](const RoleFiller& role) {
    return !role.filler.span.empty() && is_literal_of(other, role.filler.head);
  });
}

}  // namespace

// Whether a reading of a noun says no more than one of its verb with this noun as a literal word:
// "sanctions on X" beside "impose sanctions on X".
bool Extractor::is_inside(const Finding& noun, const Finding& verb) const {
  const pack::Ontology& ontology = pack_->ontology();
  return is_literal_of(verb, noun.trigger) &&
         (ontology.is_a(noun.situation_class, verb.situation_class) ||
          ontology.is_a(verb.situation_class, noun.situation_class));
}

// Whether two findings of one rule have caught the same: nested situations of the template apart.
bool Extractor::same_slots(const Finding& one, const Finding& other) {
  if (one.roles.size() != other.roles.size()) return false;
  for (std::size_t i = 0; i < one.roles.size(); ++i) {
    const Filler& x = one.roles[i].filler;
    const Filler& y = other.roles[i].filler;
    const bool nested = x.kind == FillerKind::Finding && x.span.empty();
    if (one.roles[i].role != other.roles[i].role || (!nested && !(x == y))) return false;
  }
  return true;
}

// A template's value as a filler; what a slot caught comes from the match.
Filler Extractor::fixed_filler(const pack::TemplateValue& value, pack::PropertyId role,
                               std::uint32_t first) const {
  Filler filler;
  filler.head = kNone;
  if (const auto* entity = std::get_if<pack::EntityRef>(&value)) {
    filler.kind = FillerKind::Entity;
    filler.index = entity->entity;
  } else if (const auto* nested = std::get_if<pack::NestedRef>(&value)) {
    filler.kind = FillerKind::Finding;
    filler.index = first + nested->situation;
  } else if (const auto* literal = std::get_if<pack::LiteralRef>(&value)) {
    const bool datatype =
        role != pack::PropertyId::None && pack_->ontology().info(role).is_datatype;
    filler.kind = datatype ? FillerKind::Literal : FillerKind::Concept;
    filler.value = literal->value;
    filler.datatype = literal->datatype;
  }
  return filler;
}

// Where a class's situations have no sides, all who take part are kb:party.
pack::PropertyId Extractor::role_in(pack::ClassId situation_class, pack::PropertyId role) const {
  const pack::Ontology& ontology = pack_->ontology();
  const bool sides = !ontology.info(situation_class).symmetric ||
                     ontology.party == pack::PropertyId::None ||
                     !ontology.is_sub_property(role, ontology.party);
  return sides ? role : ontology.party;
}

// A match of a rule that adds roles to what another one reads.
void Extractor::add_refinement(const Match& match, std::vector<Refinement>& refinements) const {
  const pack::TemplateSituation& wanted = pack_->rules()[match.row.rule].situations.front();
  Refinement refinement;
  refinement.rule = match.row.rule;
  refinement.span = match.span;
  for (const pack::TemplateRole& role : wanted.roles) {
    const auto* slot = std::get_if<pack::SlotRef>(&role.value);
    if (slot == nullptr) {
      refinement.roles.push_back({role.role, fixed_filler(role.value, role.role, 0)});
      continue;
    }
    for (const Match::Fill& fill : match.fills) {
      if (fill.slot == slot->slot) refinement.roles.push_back({role.role, fill.filler});
    }
  }
  for (const Match::Fill& fill : match.fills) {
    if (fill.slot != *wanted.refines) continue;
    refinement.target = fill.filler;
    refinements.push_back(refinement);
  }
}

// Fills the rule's template with what the slots caught; one finding a situation of the template.
// `base`: how many findings will stand before the first of `findings`.
void Extractor::add(std::uint32_t sentence, const Match& match, std::uint32_t base,
                    std::vector<Finding>& findings) const {
  const pack::Rule& rule = pack_->rules()[match.row.rule];
  const auto first = base + static_cast<std::uint32_t>(findings.size());
  for (std::uint32_t s = 0; s < rule.situations.size(); ++s) {
    const pack::TemplateSituation& wanted = rule.situations[s];
    Finding finding;
    finding.rule = match.row.rule;
    finding.pattern =
        match.clause ? rule.clauses[match.row.row].pattern : rule.rows[match.row.row].pattern;
    finding.situation = s;
    finding.sentence = sentence;
    finding.span = match.span;
    finding.trigger = match.trigger;
    finding.conditions = match.conditions;
    finding.narrowness = match.narrowness;
    finding.literals = match.literals;
    finding.situation_class = wanted.situation_class;
    finding.roles.reserve(wanted.roles.size());
    for (const pack::TemplateRole& role : wanted.roles) {
      const pack::PropertyId property = role_in(wanted.situation_class, role.role);
      if (const auto* slot = std::get_if<pack::SlotRef>(&role.value)) {
        for (const Match::Fill& fill : match.fills) {
          if (fill.slot == slot->slot) finding.roles.push_back({property, fill.filler});
        }
      } else if (const auto* role_of = std::get_if<pack::RoleOfRef>(&role.value)) {
        for (const Match::Fill& fill : match.fills) {
          if (fill.slot == role_of->slot)
            finding.inherited.push_back({property, fill.filler, role_of->roles});
        }
      } else {
        finding.roles.push_back({property, fixed_filler(role.value, role.role, first)});
      }
    }
    if (wanted.holder) {
      if (const auto* slot = std::get_if<pack::SlotRef>(&*wanted.holder)) {
        for (const Match::Fill& fill : match.fills) {
          if (fill.slot == slot->slot) finding.holders.push_back(fill.filler);
        }
      } else {
        finding.holders.push_back(fixed_filler(*wanted.holder, pack::PropertyId::None, first));
      }
    }
    findings.push_back(std::move(finding));
  }
}

// Where a reading stands in the published order.
OrderKey Extractor::order_key(const Finding& f) const {
  const auto descending = [](auto value) { return -static_cast<std::int64_t>(value); };
  return {descending(f.conditions),
          descending(f.narrowness),
          descending(pack_->ontology().depth(f.situation_class)),
          descending(f.roles.size()),
          descending(f.span.size()),
          descending(pack_->rules()[f.rule].priority),
          f.rule,
          f.pattern};
}

// Situations in a dropped reading's roles go on changing their places, so their words stay.
void Extractor::record(std::span<const Finding> findings, const Finding& reading,
                       const Finding& kept, Rivalry rivalry, Trace& trace) const {
  if (reading.situation > 0) return;  // goes with its template's first
  const auto detached = [&](Finding copy) {
    for (RoleFiller& role : copy.roles) {
      if (role.filler.kind != FillerKind::Finding) continue;
      role.filler.kind = FillerKind::Concept;
      if (role.filler.span.empty() && role.filler.index < findings.size()) {
        role.filler.value =
            pack_->ontology().info(findings[role.filler.index].situation_class).name;
      }
    }
    return copy;
  };
  const OrderKey mine = order_key(reading);
  const OrderKey theirs = order_key(kept);
  std::size_t step = 0;
  while (step + 1 < kOrderSteps && mine[step] == theirs[step]) ++step;
  DroppedReading dropped = {detached(reading), detached(kept), static_cast<OrderStep>(step),
                            rivalry};
  // Later rounds find again what an earlier one has dropped.
  const bool known = std::ranges::any_of(trace.dropped, [&](const DroppedReading& d) {
    return d.reading.rule == reading.rule && d.reading.pattern == reading.pattern &&
           d.reading.trigger == reading.trigger && d.reading.roles == dropped.reading.roles;
  });
  if (!known) trace.dropped.push_back(std::move(dropped));
}

// Keeps the first of competing readings in the published order. Findings before `first` stay as
// they are; fillers that point to findings are renumbered.
void Extractor::settle(std::vector<Finding>& findings, std::uint32_t first, Rivals& rivals,
                       Trace* trace) const {
  const pack::Ontology& ontology = pack_->ontology();
  const auto count = static_cast<std::uint32_t>(findings.size()) - first;
  if (count < 2) return;
  std::vector<bool>& dropped = rivals.dropped;
  dropped.assign(count, false);
  // From the first in the order to the last, so that what is dropped itself drops nothing.
  std::vector<std::pair<OrderKey, std::uint32_t>>& order = rivals.order;
  order.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = {order_key(findings[first + i]), i};
  std::ranges::sort(order);
  const auto drop = [&](std::uint32_t i, std::uint32_t j, Rivalry rivalry) {
    dropped[i] = true;
    if (trace != nullptr)
      record(findings, findings[first + i], findings[first + j], rivalry, *trace);
  };
  for (std::uint32_t n = 0; n < count; ++n) {
    const auto& [key, i] = order[n];
    const Finding& x = findings[first + i];
    for (std::uint32_t m = 0; m < n && !dropped[i]; ++m) {
      const auto& [better, j] = order[m];
      const Finding& y = findings[first + j];
      if (dropped[j] || x.situation != y.situation) continue;
      if (x.trigger != y.trigger) {
        if (is_inside(x, y)) drop(i, j, Rivalry::Inside);
        continue;
      }
      if (x.rule == y.rule && x.pattern == y.pattern && x.span == y.span && x.roles == y.roles) {
        dropped[i] = true;
        continue;
      }
      const bool related = ontology.is_a(x.situation_class, y.situation_class) ||
                           ontology.is_a(y.situation_class, x.situation_class);
      if ((related || misreads(x, y)) && better < key)
        drop(i, j, related ? Rivalry::SameSituation : Rivalry::Misread);
    }
  }
  // A noun's reading can come before that of the verb that it is inside of.
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = 0; j < count && !dropped[i]; ++j) {
      const Finding& x = findings[first + i];
      const Finding& y = findings[first + j];
      if (i != j && !dropped[j] && x.situation == y.situation && x.trigger != y.trigger &&
          is_inside(x, y)) {
        drop(i, j, Rivalry::Inside);
      }
    }
  }
  // A template's further situations go with its first.
  for (std::uint32_t i = 0; i < count; ++i) {
    const Finding& x = findings[first + i];
    if (x.situation > 0 && i >= x.situation && dropped[i - x.situation]) dropped[i] = true;
  }
  keep(findings, first, rivals);
}

// Takes the dropped findings out; fillers that point to findings are renumbered, those that point
// to a dropped one go with it.
void Extractor::keep(std::vector<Finding>& findings, std::uint32_t first, Rivals& rivals) {
  const std::vector<bool>& dropped = rivals.dropped;
  if (std::ranges::find(dropped, true) == dropped.end()) return;
  const auto count = static_cast<std::uint32_t>(dropped.size());
  std::vector<std::uint32_t>& renumbered = rivals.renumbered;
  renumbered.assign(count, kNone);
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

// What an earlier round has found is found again: only what is new counts.
void Extractor::drop_known(std::vector<Finding>& findings, std::uint32_t first, std::uint32_t known,
                           Rivals& rivals) const {
  std::vector<bool>& dropped = rivals.dropped;
  dropped.assign(findings.size() - known, false);
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    const Finding& f = findings[known + i];
    dropped[i] = f.situation > 0 && i >= f.situation
                     ? dropped[i - f.situation]
                     : std::any_of(findings.begin() + first, findings.begin() + known,
                                   [&](const Finding& old) {
                                     return old.situation == 0 && old.rule == f.rule &&
                                            old.trigger == f.trigger && same_slots(old, f);
                                   });
  }
  keep(findings, known, rivals);
}

// A noun phrase or clause that another finding started from is that situation: "the intensification
// of U.S.-Chinese rivalry". Whether there was any.
bool Extractor::link(std::vector<Finding>& findings, std::uint32_t first) const {
  bool linked = false;
  for (std::uint32_t i = first; i < findings.size(); ++i) {
    for (RoleFiller& role : findings[i].roles) {
      const bool noun = role.filler.kind == FillerKind::Concept || role.filler.by_class_noun;
      if (!noun || role.filler.span.empty()) continue;
      for (std::uint32_t j = first; j < findings.size(); ++j) {
        if (findings[j].trigger != role.filler.head || findings[j].situation != 0 ||
            leads_to(findings, j, i, 0)) {
          continue;
        }
        linked = true;
        role.filler.kind = FillerKind::Finding;
        role.filler.index = j;
        findings[i].span.begin = std::min(findings[i].span.begin, findings[j].span.begin);
        findings[i].span.end = std::max(findings[i].span.end, findings[j].span.end);
        break;
      }
    }
  }
  return linked;
}

// Adds the roles of refinements to the situations that they are about; a filler once.
void Extractor::refine(std::vector<Finding>& findings, std::uint32_t first,
                       std::span<const Refinement> refinements) const {
  for (const Refinement& refinement : refinements) {
    const std::uint32_t target = inner_of(findings, first, refinement.target);
    if (target == kNone) continue;
    Finding& finding = findings[target];
    for (RoleFiller role : refinement.roles) {
      role.role = role_in(finding.situation_class, role.role);
      const std::uint32_t inner = inner_of(findings, first, role.filler);
      const bool bare = role.filler.kind == FillerKind::Concept || role.filler.by_class_noun;
      if (inner != kNone && bare && !leads_to(findings, inner, target, 0)) {
        role.filler.kind = FillerKind::Finding;
        role.filler.index = inner;
      }
      const bool known = std::ranges::any_of(finding.roles, [&](const RoleFiller& mine) {
        return mine.role == role.role && mine.filler.kind == role.filler.kind &&
               mine.filler.index == role.filler.index && mine.filler.head == role.filler.head;
      });
      if (known || (inner == target)) continue;
      finding.roles.push_back(role);
      if (std::ranges::find(finding.refined_by, refinement.rule) == finding.refined_by.end())
        finding.refined_by.push_back(refinement.rule);
      finding.span.begin = std::min(finding.span.begin, refinement.span.begin);
      finding.span.end = std::max(finding.span.end, refinement.span.end);
    }
  }
}

// Adds the roles that a finding takes from situations in its slots, now that these are known. Each
// filler once, and not who already plays a role in it.
void Extractor::inherit(std::vector<Finding>& findings, std::uint32_t first) const {
  for (std::uint32_t i = first; i < findings.size(); ++i) {
    for (const Inherited& wanted : findings[i].inherited) {
      const std::uint32_t inner = inner_of(findings, first, wanted.filler);
      if (inner == kNone || inner == i) continue;
      for (const RoleFiller& role : findings[inner].roles) {
        const bool asked = std::ranges::any_of(wanted.from, [&](pack::PropertyId from) {
          return pack_->ontology().is_sub_property(role.role, from);
        });
        const bool actor =
            role.filler.kind == FillerKind::Entity || role.filler.kind == FillerKind::Named;
        const bool known = std::ranges::any_of(findings[i].roles, [&](const RoleFiller& mine) {
          return mine.filler.kind == role.filler.kind && mine.filler.index == role.filler.index &&
                 (role.filler.kind == FillerKind::Entity || mine.filler.span == role.filler.span);
        });
        if (asked && actor && !known) {
          const RoleFiller taken = {wanted.role, role.filler};
          findings[i].roles.push_back(taken);
        }
      }
    }
  }
}

// The situation that a filler is, or that starts from its head; kNone where there is none.
std::uint32_t Extractor::inner_of(const std::vector<Finding>& findings, std::uint32_t first,
                                  const Filler& filler) {
  for (std::uint32_t i = first; i < findings.size(); ++i) {
    if (findings[i].situation == 0 && !filler.span.empty() && findings[i].trigger == filler.head)
      return i;
  }
  return kNone;
}

struct Extractor::Readers {
  Readers(const pack::Pack& pack, const Analysis& analysis)
      : fillers(pack, analysis),
        matcher(pack, analysis, fillers),
        clauses(pack, analysis, fillers),
        manners(pack, analysis, fillers),
        circumstances(pack, analysis, fillers),
        words(pack.index()) {}

  void turn_to(const Analysis& analysis) {
    fillers.turn_to(analysis);
    matcher.turn_to(analysis);
    clauses.turn_to(analysis);
    manners.turn_to(analysis);
    circumstances.turn_to(analysis);
  }

  FillerFinder fillers;
  Matcher matcher;
  ClauseMatcher clauses;
  MannerFinder manners;
  Circumstances circumstances;
  SentenceWords words;  // of the sentence at hand
  std::vector<Finding> round;
  std::vector<Refinement> refinements;
  Rivals rivals;
};

void Extractor::extract(const Analysis& analysis, std::vector<Finding>& findings,
                        Trace* trace) const {
  Readers readers(*pack_, analysis);
  read(analysis, readers, findings, trace);
}

void Extractor::extract(std::span<const Analysis> analyses,
                        std::span<std::vector<Finding>> findings) const {
  if (analyses.empty()) return;
  Readers readers(*pack_, analyses.front());
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    readers.turn_to(analyses[i]);
    read(analyses[i], readers, findings[i], nullptr);
  }
}

void Extractor::read(const Analysis& analysis, Readers& readers, std::vector<Finding>& findings,
                     Trace* trace) const {
  findings.clear();
  std::vector<Finding>& round = readers.round;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const auto first = static_cast<std::uint32_t>(findings.size());
    readers.refinements.clear();
    readers.words.turn_to(pack_->index(), analysis, analysis.sentences[s].tokens);
    const std::function<void(const Match&)> each = [&](const Match& match) {
      if (pack_->rules()[match.row.rule].situations.front().refines) {
        add_refinement(match, readers.refinements);
      } else {
        add(s, match, static_cast<std::uint32_t>(findings.size()), round);
      }
    };
    const auto run = [&](bool situations) {
      round.clear();
      readers.matcher.match(s, readers.words, findings, first, situations, each);
      readers.clauses.match(s, readers.words.met, situations, each);
    };
    run(false);
    findings.insert(findings.end(), std::make_move_iterator(round.begin()),
                    std::make_move_iterator(round.end()));
    settle(findings, first, readers.rivals, trace);
    std::size_t known = findings.size();
    const std::size_t alone = known;
    for (int n = 0; n < kMaxRounds; ++n) {
      readers.fillers.know(findings, first);
      run(true);
      if (round.empty()) break;
      findings.insert(findings.end(), std::make_move_iterator(round.begin()),
                      std::make_move_iterator(round.end()));
      drop_known(findings, first, static_cast<std::uint32_t>(known), readers.rivals);
      settle(findings, static_cast<std::uint32_t>(known), readers.rivals, trace);
      if (findings.size() == known) break;
      known = findings.size();
    }
    // Linked, or beside those of later rounds, two readings can turn out to be one.
    if (link(findings, first) || findings.size() > alone)
      settle(findings, first, readers.rivals, trace);
    refine(findings, first, readers.refinements);
    inherit(findings, first);
    readers.fillers.know(findings, first);
  }
  // Behind the matching of all sentences, so that each part's code stays in the processor's caches.
  std::uint32_t turned = kNone;
  for (Finding& finding : findings) {
    if (finding.sentence != turned) readers.circumstances.turn_to(finding.sentence);
    turned = finding.sentence;
    complete(readers.manners, readers.circumstances, finding);
  }
}

// Modality, polarity and holder, where the template does not fix them; time and place.
void Extractor::complete(MannerFinder& manners, Circumstances& circumstances,
                         Finding& finding) const {
  const pack::TemplateSituation& wanted =
      pack_->rules()[finding.rule].situations[finding.situation];
  Manner manner = manners.find(finding.sentence, finding.trigger);
  finding.modality = wanted.modality.value_or(manner.modality);
  finding.polarity = wanted.polarity.value_or(manner.polarity);
  if (finding.holders.empty()) finding.holders = std::move(manner.holders);
  finding.cues = std::move(manner.cues);
  for (const CueUse& cue : finding.cues) {
    finding.span.begin = std::min(finding.span.begin, cue.words.begin);
    finding.span.end = std::max(finding.span.end, cue.words.end);
  }
  if (!wanted.nested) circumstances.add(finding);
}

}  // namespace testudo::extract
