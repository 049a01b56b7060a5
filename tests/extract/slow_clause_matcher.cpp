#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "extract/clause_matcher.h"
#include "extract/clause_view.h"
#include "slow_matcher.h"

namespace testudo::extract {
namespace {

using english::Analysis;
using english::ArgumentRole;
using english::Clause;
using english::ClauseKind;
using english::kNone;
using english::Tag;
using english::TokenSpan;
using english::Voice;
using pack::Atom;
using pack::ClauseForm;
using pack::ClausePart;
using pack::ClauseRow;
using pack::ClauseStep;
using pack::Pack;
using pack::PartKind;
using pack::Rule;

// One way to share out a clause: what every part took, as the number of its choice.
struct Reading {
  std::vector<std::size_t> choices;
  std::set<std::uint32_t> used;           // participants of the step at hand
  std::set<std::uint32_t> used_of_first;  // … of the first step
  std::set<std::uint32_t> clauses;        // that fill a slot or are a step
  std::vector<Match::Fill> fills;
  std::vector<std::uint32_t> words;  // literal words
  TokenSpan span;
  std::uint32_t conditions = 0;
  std::uint32_t narrowness = 0;

  void cover(TokenSpan more) {
    span.begin = std::min(span.begin, more.begin);
    span.end = std::max(span.end, more.end);
  }
};

class ClauseReader {
 public:
  ClauseReader(const Pack& pack, const Analysis& analysis, const FillerFinder& fillers,
               std::uint32_t sentence, const Rule& rule, const ClauseRow& row)
      : pack_(pack),
        a_(analysis),
        fillers_(fillers),
        layers_(analysis.sentences[sentence]),
        sentence_(sentence),
        rule_(rule),
        row_(row) {}

  std::optional<Match> read(ClauseId id);

 private:
  using Readings = std::vector<Reading>;

  bool says_verb(ClauseId id) const;
  bool form_allowed(const Clause& clause) const;
  bool modal_fits(const ClauseStep& step, const Clause& clause) const;
  bool particle_fits(const ClauseStep& step, const Clause& clause) const;
  std::uint32_t particle_of(const Clause& clause) const;

  void share_out(std::size_t step, std::size_t part, const ClauseView& view,
                 const Reading& reading);
  void go_on(std::size_t step, const ClauseView& view, const Reading& reading);
  bool is_step(const ClauseStep& wanted, const ClauseView& view, const Clause& child) const;
  bool is_complete(const Reading& reading) const;
  bool is_extra(const Participant& p) const;

  Readings choices_of(std::size_t step, const ClausePart& part, const ClauseView& view,
                      const Reading& reading) const;
  void by_participants(const ClausePart& part, const ClauseView& view, const Reading& reading,
                       Readings& into) const;
  void by_clauses(const ClausePart& part, const ClauseView& view, const Reading& reading,
                  Readings& into) const;
  void by_what_is_said(const ClausePart& part, const ClauseView& view, const Reading& reading,
                       Readings& into) const;
  void by_nothing(std::size_t step, const ClausePart& part, const ClauseView& view,
                  const Reading& reading, Readings& into) const;
  void by_named_words(const ClausePart& part, const ClauseView& view, const Reading& reading,
                      Readings& into) const;
  void by_words_behind(const ClausePart& part, const ClauseView& view, const Reading& reading,
                       Readings& into) const;
  void by_the_noun(std::size_t step, const ClausePart& part, const ClauseView& view,
                   const Reading& reading, Readings& into) const;

  std::vector<std::vector<std::uint32_t>> groups_for(const ClausePart& part, const ClauseView& view,
                                                     const Reading& reading) const;
  int standing(const ClausePart& part, const ClauseView& view, const Participant& p) const;
  int as_subject(const ClauseView& view, const Participant& p) const;
  int as_object(const ClauseView& view, const Participant& p) const;
  int as_indirect_object(const Participant& p) const;
  int as_oblique(const ClausePart& part, const ClauseView& view, const Participant& p) const;
  bool preposition_stands(const ClausePart& part, const Clause& clause, std::uint32_t at) const;
  bool has_owner(const ClauseView& view) const;
  bool has_object_phrase(const ClauseView& view) const;
  bool has_denying_subject(const ClauseView& view) const;
  bool subject_may_be_missing(const ClausePart& part, const ClauseView& view) const;
  bool hangs_on(const ClauseView& view, const Clause& child) const;
  bool can_be_clause(const ClausePart& part, const ClauseView& view, const Clause& child) const;
  std::uint32_t begin_of(const Clause& clause) const;
  std::vector<Filler> fillers_of(const Participant& p, pack::ClassId wanted) const;
  std::vector<Filler> owners_of(const ClausePart& part, const Participant& p,
                                TokenSpan& words) const;
  bool head_fits(const ClausePart& part, const Participant& p) const;
  std::uint32_t depth(pack::ClassId c) const;
  Symbol form(std::uint32_t token) const {
    return token == kNone ? Symbol::None : a_.symbols[token].form;
  }
  bool fits(const Atom& atom, std::uint32_t token) const { return word_fits(a_, atom, token); }

  const Pack& pack_;
  const Analysis& a_;
  const FillerFinder& fillers_;
  const english::SentenceLayers& layers_;
  std::uint32_t sentence_;
  const Rule& rule_;
  const ClauseRow& row_;
  ClauseView first_;
  Readings complete_;
};

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// ---- conditions on the verb

// The verb by its lemma, or a noun for it.
bool ClauseReader::says_verb(ClauseId id) const {
  const Symbol word = a_.symbols[clause_of(a_, id).predicate].lemma;
  if (word == Symbol::None) return false;
  if (id.nominal) return holds(row_.nouns, word) || holds(rule_.nouns, word);
  return holds(row_.steps.front().verb.words, word);
}

bool ClauseReader::form_allowed(const Clause& clause) const {
  const auto allowed = [&](ClauseForm form) { return (rule_.forms & pack::bit(form)) != 0; };
  if (clause.kind == ClauseKind::Nominal) return allowed(ClauseForm::Nominal);
  const bool passive = clause.voice == Voice::Passive;
  if (passive && !allowed(ClauseForm::Passive)) return false;
  if (clause.kind == ClauseKind::Relative) return allowed(ClauseForm::Relative);
  if (clause.kind == ClauseKind::Infinitive) return allowed(ClauseForm::Infinitive);
  if (clause.kind == ClauseKind::Gerund) return allowed(ClauseForm::Gerund);
  if (clause.kind == ClauseKind::Participle) return allowed(ClauseForm::Participle);
  return passive || allowed(ClauseForm::Active);
}

bool ClauseReader::modal_fits(const ClauseStep& step, const Clause& clause) const {
  if (step.modal.words.empty()) return true;
  if (clause.group == kNone) return false;
  const std::uint32_t modal = a_.groups[clause.group].modal;
  return modal != kNone && fits(step.modal, modal);
}

std::uint32_t ClauseReader::particle_of(const Clause& clause) const {
  return clause.group == kNone ? kNone : a_.groups[clause.group].particle;
}

// A verb with a particle is another verb than the one that is written, unless the pattern has it.
bool ClauseReader::particle_fits(const ClauseStep& step, const Clause& clause) const {
  const std::uint32_t particle = particle_of(clause);
  if (particle == kNone || step.verb.words.empty()) return true;
  for (const ClausePart& part : step.parts) {
    if (part.kind == PartKind::Words && fits(part.words.front(), particle)) return true;
    if (!part.preposition.empty() && fits(part.preposition.front(), particle)) return true;
  }
  return false;
}

// ---- who can stand for a part: 0 is best, -1 is not at all

bool ClauseReader::has_owner(const ClauseView& view) const {
  for (const Participant& p : view.participants()) {
    if (p.own && p.role == ArgumentRole::Subject && p.preposition == kNone) return true;
  }
  return false;
}

bool ClauseReader::has_object_phrase(const ClauseView& view) const {
  for (const Participant& p : view.participants()) {
    const bool object = p.role == ArgumentRole::Object || form(p.preposition) == pack_.words().of;
    if (p.own && p.preposition != kNone && object) return true;
  }
  return false;
}

int ClauseReader::as_subject(const ClauseView& view, const Participant& p) const {
  if (p.role == ArgumentRole::Subject) return 0;
  if (!view.id().nominal || p.preposition == kNone) return -1;
  if (form(p.preposition) == pack_.words().by) return 1;
  if (form(p.preposition) == pack_.words().of && !has_owner(view)) return 2;
  return -1;
}

int ClauseReader::as_object(const ClauseView& view, const Participant& p) const {
  if (p.role == ArgumentRole::Object) return 0;
  if (p.role == ArgumentRole::Complement) return 1;
  if (!view.id().nominal) return -1;
  if (p.role == ArgumentRole::Subject) return has_object_phrase(view) ? -1 : 3;
  return pack_.words().object_prepositions.contains(form(p.preposition)) ? 2 : -1;
}

int ClauseReader::as_indirect_object(const Participant& p) const {
  if (p.role == ArgumentRole::IndirectObject) return 0;
  if (p.role == ArgumentRole::Object) return 2;
  if (p.preposition == kNone) return -1;
  const bool to = form(p.preposition) == pack_.words().to;
  return to || form(p.preposition) == pack_.words().for_ ? 1 : -1;
}

int ClauseReader::as_oblique(const ClausePart& part, const ClauseView& view,
                             const Participant& p) const {
  const std::uint32_t particle = particle_of(view.clause());
  if (p.role == ArgumentRole::Object && part.preposition.size() == 1 && !view.id().nominal)
    return particle != kNone && fits(part.preposition.front(), particle) ? 0 : -1;
  if (!preposition_stands(part, view.clause(), p.preposition)) return -1;
  if (p.of_subject) return part.before_verb ? 0 : -1;
  if (p.role == ArgumentRole::Oblique) return p.own ? 0 : 1;
  return view.id().nominal ? 2 : -1;
}

// All words of a preposition one after the other, the first maybe as the verb's particle.
bool ClauseReader::preposition_stands(const ClausePart& part, const Clause& clause,
                                      std::uint32_t at) const {
  if (at == kNone) return false;
  std::vector<Atom> words = part.preposition;
  const std::uint32_t particle = particle_of(clause);
  if (words.size() > 1 && particle != kNone && particle != at && fits(words.front(), particle))
    words.erase(words.begin());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (at + i >= a_.words.size()) return false;
    if (!fits(words[i], at + static_cast<std::uint32_t>(i))) return false;
  }
  return true;
}

int ClauseReader::standing(const ClausePart& part, const ClauseView& view,
                           const Participant& p) const {
  switch (part.kind) {
    case PartKind::Subject:
      return as_subject(view, p);
    case PartKind::Object:
      return as_object(view, p);
    case PartKind::IndirectObject:
      return as_indirect_object(p);
    case PartKind::Oblique:
      return as_oblique(part, view, p);
    default:
      return -1;
  }
}

// Those not yet taken that can stand for a part: of one standing, role and preposition together,
// the best group first.
std::vector<std::vector<std::uint32_t>> ClauseReader::groups_for(const ClausePart& part,
                                                                 const ClauseView& view,
                                                                 const Reading& reading) const {
  const std::vector<Participant>& all = view.participants();
  std::vector<std::vector<std::uint32_t>> groups;
  for (int wanted = 0; wanted <= 3; ++wanted) {
    std::set<std::pair<ArgumentRole, std::uint32_t>> done;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (reading.used.contains(i) || standing(part, view, all[i]) != wanted) continue;
      if (!done.insert({all[i].role, all[i].preposition}).second) continue;
      groups.emplace_back();
      for (std::uint32_t k = 0; k < all.size(); ++k) {
        const bool same = all[k].role == all[i].role && all[k].preposition == all[i].preposition;
        if (same && !reading.used.contains(k) && standing(part, view, all[k]) == wanted)
          groups.back().push_back(k);
      }
    }
  }
  return groups;
}

// ---- what a slot can take

std::uint32_t ClauseReader::depth(pack::ClassId c) const {
  return c == pack::ClassId::None ? 0U : static_cast<std::uint32_t>(pack_.ontology().depth(c));
}

std::vector<Filler> ClauseReader::fillers_of(const Participant& p, pack::ClassId wanted) const {
  std::vector<Filler> found;
  if (p.phrase != kNone) {
    fillers_.of_phrase(p.phrase, wanted, found);
  } else {
    fillers_.of_words(p.words, wanted, found);
  }
  return found;
}

// Who a phrase belongs to: its possessor, else a possessive or nationality before its head, else
// who stands in its of-phrases. `words`: from the possessor on.
std::vector<Filler> ClauseReader::owners_of(const ClausePart& part, const Participant& p,
                                            TokenSpan& words) const {
  std::vector<Filler> found;
  if (p.phrase == kNone) return found;
  const english::NounPhrase& phrase = a_.phrases[p.phrase];
  words = phrase.span;
  if (phrase.possessor != kNone) {
    fillers_.of_phrase(phrase.possessor, part.owner_class, found);
    words.begin = a_.phrases[phrase.possessor].span.begin;
    if (!found.empty()) return found;
  }
  for (std::uint32_t t = phrase.span.begin; t < phrase.head; ++t) {
    const std::uint32_t mention = fillers_.mention_at(t);
    if (a_.tag(t) == Tag::PRPS) {
      fillers_.of_words({t, t + 1}, part.owner_class, found);
    } else if (mention != kNone && a_.mentions[mention].span.begin == t &&
               a_.mentions[mention].span.end <= phrase.head) {
      fillers_.of_mention(mention, a_.mentions[mention].span, part.owner_class, found);
    }
    if (!found.empty()) return found;
  }
  for (std::uint32_t i = layers_.first_attachment; i < layers_.last_attachment; ++i) {
    const english::Attachment& attachment = a_.attachments[i];
    if (attachment.host == p.phrase && form(attachment.preposition) == pack_.words().of)
      fillers_.of_phrase(attachment.phrase, part.owner_class, found);
  }
  return found;
}

void ClauseReader::by_participants(const ClausePart& part, const ClauseView& view,
                                   const Reading& reading, Readings& into) const {
  for (const std::vector<std::uint32_t>& group : groups_for(part, view, reading)) {
    Reading next = reading;
    std::vector<Filler> caught;
    for (const std::uint32_t i : group) {
      const Participant& p = view.participants()[i];
      const std::vector<Filler> found = fillers_of(p, part.slot_class);
      if (found.empty()) continue;
      if (part.owned) {
        TokenSpan words;
        const std::vector<Filler> owners = owners_of(part, p, words);
        if (owners.empty()) continue;
        for (const Filler& owner : owners) next.fills.push_back({part.owner, owner});
        next.cover(words);
      }
      caught.insert(caught.end(), found.begin(), found.end());
      next.used.insert(i);
      next.cover(view.span_of(p));
    }
    if (caught.empty()) continue;
    for (const Filler& filler : caught) next.fills.push_back({part.slot, filler});
    next.conditions +=
        1 + static_cast<std::uint32_t>(part.preposition.size()) + (part.owned ? 1U : 0U);
    next.narrowness += depth(part.slot_class) + (part.owned ? depth(part.owner_class) : 0);
    into.push_back(std::move(next));
  }
}

std::uint32_t ClauseReader::begin_of(const Clause& clause) const {
  if (clause.marker != kNone) return clause.marker;
  return clause.group != kNone ? a_.groups[clause.group].span.begin : clause.predicate;
}

// A verb's infinitives, gerunds and that-clauses are its children behind it; a noun's stand right
// behind it, or hang on the verb that supports it.
bool ClauseReader::hangs_on(const ClauseView& view, const Clause& child) const {
  if (!view.id().nominal)
    return child.parent == view.id().index && child.predicate >= view.clause().predicate;
  if (begin_of(child) == a_.phrases[view.clause().phrase].span.end) return true;
  return view.support() != nullptr && child.parent != kNone &&
         &a_.clauses[child.parent] == view.support();
}

bool ClauseReader::can_be_clause(const ClausePart& part, const ClauseView& view,
                                 const Clause& child) const {
  if (!hangs_on(view, child)) return false;
  const bool marked = child.marker != kNone;
  const bool infinitive = child.kind == ClauseKind::Infinitive;
  const bool gerund = child.kind == ClauseKind::Gerund;
  const bool complement = child.kind == ClauseKind::Complement;
  if (part.kind == PartKind::Object)
    return !view.id().nominal && (complement || infinitive || (gerund && !marked));
  if (part.kind != PartKind::Oblique) return false;
  return (gerund || infinitive || (complement && marked)) &&
         preposition_stands(part, view.clause(), begin_of(child));
}

// A slot for anything, or for a situation, can be a clause.
void ClauseReader::by_clauses(const ClausePart& part, const ClauseView& view,
                              const Reading& reading, Readings& into) const {
  if (part.owned) return;
  const bool open = part.slot_class == pack::ClassId::None;
  if (!open && !fillers_.wants_situation(part.slot_class)) return;
  for (std::uint32_t c = layers_.first_clause; c < layers_.last_clause; ++c) {
    if (reading.clauses.contains(c) || !can_be_clause(part, view, a_.clauses[c])) continue;
    std::vector<Filler> found;
    if (!fillers_.of_clause(a_.clauses[c], part.slot_class, found)) continue;
    Reading next = reading;
    next.clauses.insert(c);
    next.cover(found.front().span);
    for (const Filler& filler : found) next.fills.push_back({part.slot, filler});
    next.conditions += 1 + static_cast<std::uint32_t>(part.preposition.size());
    next.narrowness += depth(part.slot_class);
    into.push_back(std::move(next));
  }
}

// What the clause itself says, its subject apart.
void ClauseReader::by_what_is_said(const ClausePart& part, const ClauseView& view,
                                   const Reading& reading, Readings& into) const {
  std::vector<Filler> found;
  if (!fillers_.of_clause(view.clause(), part.slot_class, found)) return;
  Reading next = reading;
  next.cover(found.front().span);
  for (const Filler& filler : found) next.fills.push_back({part.slot, filler});
  ++next.conditions;
  next.narrowness += depth(part.slot_class);
  into.push_back(std::move(next));
}

// ---- what may be missing

// "Nobody left": a subject that only denies.
bool ClauseReader::has_denying_subject(const ClauseView& view) const {
  for (const Participant& p : view.participants()) {
    if (p.role != ArgumentRole::Subject || p.phrase == kNone) continue;
    const Symbol word = a_.symbols[a_.phrases[p.phrase].head].lemma;
    if (!pack_.operators().cues(pack::CueKind::Pronoun, word).empty()) return true;
  }
  return false;
}

// In passives, nominals, infinitives, gerunds and participles that have none; where the rule
// requires it, in passives only.
bool ClauseReader::subject_may_be_missing(const ClausePart& part, const ClauseView& view) const {
  if (has_denying_subject(view)) return true;
  const bool none = !view.has(ArgumentRole::Subject);
  const bool passive = view.clause().voice == Voice::Passive;
  if (holds(rule_.required, part.slot)) return none && passive;
  if (view.id().nominal) return true;
  const ClauseKind kind = view.clause().kind;
  const bool bare = kind == ClauseKind::Infinitive || kind == ClauseKind::Gerund ||
                    kind == ClauseKind::Participle;
  return none && (passive || bare);
}

void ClauseReader::by_nothing(std::size_t step, const ClausePart& part, const ClauseView& view,
                              const Reading& reading, Readings& into) const {
  if (part.kind == PartKind::Subject) {
    if (subject_may_be_missing(part, view)) into.push_back(reading);
    return;
  }
  // "talks between A and B": of a noun, what is between two is both sides.
  if (!view.id().nominal) return;
  for (const ClausePart& other : row_.steps[step].parts) {
    if (other.kind != PartKind::Subject || other.slot_class != part.slot_class) continue;
    const auto caught = std::ranges::count(reading.fills, other.slot, &Match::Fill::slot);
    if (caught > 1) {
      into.push_back(reading);
      return;
    }
  }
}

// ---- literal words

bool ClauseReader::head_fits(const ClausePart& part, const Participant& p) const {
  const TokenSpan span = p.phrase != kNone ? a_.phrases[p.phrase].span : p.words;
  if (span.empty()) return false;
  const std::uint32_t head = p.phrase != kNone ? a_.phrases[p.phrase].head : span.end - 1;
  if (!fits(part.words.back(), head)) return false;
  // The words before it in this order, with others between them.
  std::uint32_t at = span.begin;
  for (std::size_t i = 0; i + 1 < part.words.size(); ++i) {
    while (at < head && !fits(part.words[i], at)) ++at;
    if (at >= head) return false;
    ++at;
  }
  return true;
}

void ClauseReader::by_named_words(const ClausePart& part, const ClauseView& view,
                                  const Reading& reading, Readings& into) const {
  for (const std::vector<std::uint32_t>& group : groups_for(part, view, reading)) {
    for (const std::uint32_t i : group) {
      const Participant& p = view.participants()[i];
      if (!head_fits(part, p)) continue;
      Reading next = reading;
      if (part.owned) {
        TokenSpan words;
        const std::vector<Filler> owners = owners_of(part, p, words);
        if (owners.empty()) continue;
        for (const Filler& owner : owners) next.fills.push_back({part.owner, owner});
        next.cover(words);
        ++next.conditions;
        next.narrowness += depth(part.owner_class);
      }
      next.used.insert(i);
      next.cover(view.span_of(p));
      next.words.push_back(view.span_of(p).end - 1);
      next.conditions += static_cast<std::uint32_t>(part.words.size() + part.preposition.size());
      into.push_back(std::move(next));
    }
  }
}

// Words behind the verb, one right after the other: a particle, or literal words with others before
// them up to twelve words on; a complement with only adverbs, adjectives and determiners before it.
void ClauseReader::by_words_behind(const ClausePart& part, const ClauseView& view,
                                   const Reading& reading, Readings& into) const {
  const Clause& clause = view.clause();
  const bool can = part.preposition.empty() && !part.owned && part.kind != PartKind::Subject;
  if (!can || clause.group == kNone) return;
  const english::VerbGroup& group = a_.groups[clause.group];
  std::optional<TokenSpan> found;
  if (part.words.size() == 1 && group.particle != kNone &&
      fits(part.words.front(), group.particle)) {
    found = TokenSpan{group.particle, group.particle + 1};
  }
  const std::uint32_t reach = part.kind == PartKind::Words ? 12 : 3;
  const auto size = static_cast<std::uint32_t>(part.words.size());
  for (std::uint32_t from = group.head + 1; !found && from <= group.head + reach; ++from) {
    if (from + size > layers_.tokens.end) break;
    bool all = true;
    for (std::uint32_t i = 0; i < size; ++i) all = all && fits(part.words[i], from + i);
    if (all) found = TokenSpan{from, from + size};
    const Tag tag = a_.tag(from);
    const bool describes = english::is_adverb(tag) || english::is_adjective(tag) || tag == Tag::DT;
    const bool stepped = part.kind == PartKind::Words || describes || from < group.span.end;
    if (english::is_verb(tag) || !stepped) break;
  }
  if (!found) return;
  Reading next = reading;
  next.cover(*found);
  for (std::uint32_t t = found->begin; t < found->end; ++t) next.words.push_back(t);
  next.conditions += size;
  into.push_back(std::move(next));
}

// A noun given for the whole pattern says its literal words, too: "sanctions" for "impose
// sanctions".
void ClauseReader::by_the_noun(std::size_t step, const ClausePart& part, const ClauseView& view,
                               const Reading& reading, Readings& into) const {
  if (!view.id().nominal || step > 0) return;
  if (!holds(rule_.nouns, a_.symbols[view.clause().predicate].lemma)) return;
  Reading next = reading;
  next.conditions += static_cast<std::uint32_t>(part.words.size() + part.preposition.size());
  into.push_back(std::move(next));
}

// ---- sharing out

ClauseReader::Readings ClauseReader::choices_of(std::size_t step, const ClausePart& part,
                                                const ClauseView& view,
                                                const Reading& reading) const {
  Readings choices;
  if (part.kind == PartKind::Content) {
    by_what_is_said(part, view, reading, choices);
  } else if (part.is_slot()) {
    by_participants(part, view, reading, choices);
    by_clauses(part, view, reading, choices);
    by_nothing(step, part, view, reading, choices);
  } else {
    by_named_words(part, view, reading, choices);
    by_words_behind(part, view, reading, choices);
    by_the_noun(step, part, view, reading, choices);
  }
  return choices;
}

void ClauseReader::share_out(std::size_t step, std::size_t part, const ClauseView& view,
                             const Reading& reading) {
  const std::vector<ClausePart>& parts = row_.steps[step].parts;
  if (part == parts.size()) return go_on(step, view, reading);
  Readings choices = choices_of(step, parts[part], view, reading);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    choices[i].choices.push_back(i);
    share_out(step, part + 1, view, choices[i]);
  }
}

bool ClauseReader::is_step(const ClauseStep& wanted, const ClauseView& view,
                           const Clause& child) const {
  if (view.id().nominal ? !hangs_on(view, child) : child.parent != view.id().index) return false;
  if (!modal_fits(wanted, child)) return false;
  if (!wanted.verb.words.empty() && !fits(wanted.verb, child.predicate)) return false;
  const bool that =
      !wanted.opener.empty() && std::ranges::any_of(wanted.opener.front().words, [&](Symbol word) {
        return pack_.vocabulary().text(word) == "that";
      });
  if (that) return child.kind == ClauseKind::Complement;
  return child.kind == ClauseKind::Infinitive || child.kind == ClauseKind::Gerund;
}

// To the infinitive, gerund or that-clause with the next verb.
void ClauseReader::go_on(std::size_t step, const ClauseView& view, const Reading& reading) {
  Reading next = reading;
  if (step == 0) next.used_of_first = reading.used;
  next.used.clear();
  if (step + 1 == row_.steps.size()) {
    complete_.push_back(std::move(next));
    return;
  }
  const ClauseStep& wanted = row_.steps[step + 1];
  for (std::uint32_t c = layers_.first_clause; c < layers_.last_clause; ++c) {
    const Clause& child = a_.clauses[c];
    if (reading.clauses.contains(c) || !is_step(wanted, view, child)) continue;
    if (!particle_fits(wanted, child)) continue;
    Reading further = next;
    further.clauses.insert(c);
    further.choices.push_back(c);
    further.cover({child.predicate, child.predicate + 1});
    // A verb and its modal count once.
    further.conditions += 1 + static_cast<std::uint32_t>(wanted.opener.size());
    ClauseView inner;
    inner.turn_to(pack_, a_, sentence_, {c, false});
    share_out(step + 1, 0, inner, further);
  }
}

// Whether a participant that no part took is something that the pattern does not name: a time is
// none, nor is what belongs to a participant's own name ("the Treaty of 1991").
bool ClauseReader::is_extra(const Participant& p) const {
  if (p.phrase != kNone && fillers_.is_time(a_.phrases[p.phrase].span)) return false;
  return p.own || p.preposition == kNone || form(p.preposition) != pack_.words().of;
}

bool ClauseReader::is_complete(const Reading& reading) const {
  bool has_slot = false;
  for (const ClauseStep& step : row_.steps) {
    for (const ClausePart& part : step.parts) has_slot = has_slot || part.is_slot();
  }
  if (has_slot && reading.fills.empty()) return false;
  if (!rule_.exhaustive) return true;
  const std::vector<Participant>& all = first_.participants();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!reading.used_of_first.contains(i) && is_extra(all[i])) return false;
  }
  return true;
}

std::optional<Match> ClauseReader::read(ClauseId id) {
  const Clause& clause = clause_of(a_, id);
  const ClauseStep& first = row_.steps.front();
  if (!says_verb(id) || !form_allowed(clause)) return std::nullopt;
  if (!modal_fits(first, clause) || !particle_fits(first, clause)) return std::nullopt;
  Reading start;
  start.span = {clause.predicate, clause.predicate + 1};
  start.conditions = 1;
  if (clause.group != kNone) start.cover(a_.groups[clause.group].span);
  first_.turn_to(pack_, a_, sentence_, id);
  complete_.clear();
  share_out(0, 0, first_, start);
  const Reading* best = nullptr;
  for (const Reading& reading : complete_) {
    if (!is_complete(reading)) continue;
    if (best == nullptr || reading.choices < best->choices) best = &reading;
  }
  if (best == nullptr) return std::nullopt;
  Match match;
  match.clause = true;
  match.span = best->span;
  match.trigger = clause.predicate;
  match.fills = best->fills;
  match.literals = best->words;
  match.literals.push_back(clause.predicate);
  match.conditions = best->conditions;
  match.narrowness = best->narrowness;
  return match;
}

}  // namespace

std::vector<Match> slow_clause_matches(const Pack& pack, const Analysis& analysis,
                                       const FillerFinder& fillers, std::uint32_t sentence,
                                       bool situations) {
  std::vector<Match> matches;
  const auto read_all = [&](ClauseId id) {
    for (pack::RuleId r = 0; r < pack.rules().size(); ++r) {
      const Rule& rule = pack.rules()[r];
      for (std::uint32_t i = 0; i < rule.clauses.size(); ++i) {
        if (rule.clauses[i].uses_situations != situations) continue;
        ClauseReader reader(pack, analysis, fillers, sentence, rule, rule.clauses[i]);
        std::optional<Match> match = reader.read(id);
        if (!match) continue;
        match->row = {r, i};
        matches.push_back(std::move(*match));
      }
    }
  };
  const english::SentenceLayers& layers = analysis.sentences[sentence];
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) read_all({c, false});
  for (std::uint32_t n = layers.first_nominal; n < layers.last_nominal; ++n) read_all({n, true});
  return matches;
}

}  // namespace testudo::extract
