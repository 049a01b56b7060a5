#include "extract/clause_matcher.h"

#include <algorithm>
#include <array>
#include <bit>

namespace testudo::extract {

using english::ArgumentRole;
using english::Clause;
using english::ClauseKind;
using english::kNone;
using english::Tag;
using english::Voice;
using pack::Atom;
using pack::ClassId;
using pack::ClauseForm;
using pack::ClausePart;
using pack::ClauseRow;
using pack::PartKind;

namespace {

constexpr int kMaxSteps = 512;           // parts tried for one row and one clause
constexpr std::uint32_t kMaxReach = 12;  // tokens behind a verb in which its literal words stand

bool is_finite(ClauseKind kind) {
  return kind == ClauseKind::Main || kind == ClauseKind::Subordinate ||
         kind == ClauseKind::Complement;
}

}  // namespace

pack::ClauseForms forms_of(const Clause& clause) {
  const pack::ClauseForms voice =
      clause.voice == Voice::Passive ? pack::bit(ClauseForm::Passive) : pack::ClauseForms{0};
  switch (clause.kind) {
    case ClauseKind::Relative:
      return voice | pack::bit(ClauseForm::Relative);
    case ClauseKind::Infinitive:
      return voice | pack::bit(ClauseForm::Infinitive);
    case ClauseKind::Gerund:
      return voice | pack::bit(ClauseForm::Gerund);
    case ClauseKind::Participle:
      return voice | pack::bit(ClauseForm::Participle);
    case ClauseKind::Nominal:
      return pack::bit(ClauseForm::Nominal);
    default:
      return voice != 0 ? voice : pack::bit(ClauseForm::Active);
  }
}

// What an attempt has taken and counts; with the lengths of its lists all that there is to take
// back.
struct ClauseMatcher::Tally {
  std::array<std::uint64_t, pack::kMaxClauseSteps> used{};  // participants, by step
  std::uint64_t used_clauses = 0;  // that are a step or fill a slot, from the sentence's first on
  TokenSpan span;
  std::uint32_t met = 0;
  std::uint32_t conditions = 0;
  std::uint32_t narrowness = 0;
};

struct ClauseMatcher::Checkpoint {
  Tally tally;
  std::size_t fills = 0;
  std::size_t literals = 0;
};

struct ClauseMatcher::Assignment : Tally {
  pack::RowRef ref;
  const pack::Rule* rule = nullptr;
  const ClauseRow* row = nullptr;
  std::vector<Match::Fill> fills;
  std::vector<std::uint32_t> literals;
  int budget = kMaxSteps;

  void begin(pack::RowRef row_ref, const pack::Rule& its_rule, std::uint32_t predicate);
  Checkpoint checkpoint() const;
  // Takes back what has been assigned since, but not the steps that it cost.
  void return_to(const Checkpoint& before);
  // Of the first 64 clauses of a sentence each goes to one part only.
  bool take_clause(std::uint32_t index) {
    if (index >= kMaxUsed) return true;
    const std::uint64_t bit = std::uint64_t{1} << index;
    if ((used_clauses & bit) != 0) return false;
    used_clauses |= bit;
    return true;
  }
  void fill(std::uint32_t slot, std::span<const Filler> found) {
    for (const Filler& filler : found) fills.push_back({slot, filler});
  }
  // A slot of the pattern has been filled.
  void meet_slot(const pack::Ontology& ontology, ClassId slot_class) {
    ++conditions;
    if (slot_class != ClassId::None)
      narrowness += static_cast<std::uint32_t>(ontology.depth(slot_class));
  }
  void cover(TokenSpan more) {
    span.begin = std::min(span.begin, more.begin);
    span.end = std::max(span.end, more.end);
  }
};

// Keeps the memory of the row before.
void ClauseMatcher::Assignment::begin(pack::RowRef row_ref, const pack::Rule& its_rule,
                                      std::uint32_t predicate) {
  static_cast<Tally&>(*this) = {};
  ref = row_ref;
  rule = &its_rule;
  row = &its_rule.clauses[row_ref.row];
  fills.clear();
  literals.clear();
  budget = kMaxSteps;
  span = {predicate, predicate + 1};
  conditions = 1;
}

ClauseMatcher::Checkpoint ClauseMatcher::Assignment::checkpoint() const {
  return {*this, fills.size(), literals.size()};
}

void ClauseMatcher::Assignment::return_to(const Checkpoint& before) {
  static_cast<Tally&>(*this) = before.tally;
  fills.resize(before.fills);
  literals.resize(before.literals);
}

ClauseMatcher::ClauseMatcher(const pack::Pack& pack, const english::Analysis& analysis,
                             const FillerFinder& fillers)
    : pack_(&pack), a_(&analysis), fillers_(&fillers), state_(std::make_unique<Assignment>()) {}
ClauseMatcher::~ClauseMatcher() = default;
ClauseMatcher::ClauseMatcher(ClauseMatcher&&) noexcept = default;
ClauseMatcher& ClauseMatcher::operator=(ClauseMatcher&&) noexcept = default;

void ClauseMatcher::note(const Assignment& state, std::uint32_t step, std::uint32_t part,
                         MissReason reason, TokenSpan words) {
  if (miss_.reason != MissReason::None && state.met < miss_.met) return;
  miss_.met = state.met;
  miss_.step = step;
  miss_.part = part;
  miss_.reason = reason;
  miss_.words = words;
}

bool ClauseMatcher::fits(const Atom& atom, std::uint32_t token) const {
  return word_fits(*a_, atom, token);
}

bool ClauseMatcher::form_allowed(const pack::Rule& rule, const Clause& clause) const {
  const pack::ClauseForms forms = forms_of(clause);
  return (forms & rule.forms) == forms;
}

// Whether a part's preposition stands at a token; of verbs, a particle can be its first word: "pull
// out | of".
bool ClauseMatcher::preposition_fits(const ClauseView& view, const ClausePart& part,
                                     std::uint32_t preposition) const {
  if (preposition == kNone) return false;
  std::size_t i = 0;
  const Clause& clause = view.clause();
  if (part.preposition.size() > 1 && clause.group != kNone) {
    const std::uint32_t particle = a_->groups[clause.group].particle;
    if (particle != kNone && particle != preposition && fits(part.preposition.front(), particle))
      ++i;
  }
  for (std::uint32_t token = preposition; i < part.preposition.size(); ++i, ++token) {
    if (token >= a_->words.size() || !fits(part.preposition[i], token)) return false;
  }
  return true;
}

// Whether a nominal's own of-phrase, or another with a preposition of objects, can be its object.
bool ClauseMatcher::has_object_phrase(const ClauseView& view) const {
  return std::ranges::any_of(view.participants(), [&](const Participant& p) {
    if (!p.own || p.preposition == kNone) return false;
    const Symbol preposition = a_->symbols[p.preposition].form;
    return p.role == ArgumentRole::Object || preposition == pack_->words().of;
  });
}

// Whether a nominal has a possessor or nationality.
bool ClauseMatcher::has_owner(const ClauseView& view) const {
  return std::ranges::any_of(view.participants(), [&](const Participant& p) {
    return p.own && p.role == ArgumentRole::Subject && p.preposition == kNone;
  });
}

// How well a participant can stand for a part, by its role: 0 is best, -1 not at all.
int ClauseMatcher::rank(const ClauseView& view, const ClausePart& part,
                        const Participant& p) const {
  const pack::ExtractionWords& words = pack_->words();
  const Symbol preposition =
      p.preposition == kNone ? Symbol::None : a_->symbols[p.preposition].form;
  const bool nominal = view.id().nominal;
  switch (part.kind) {
    case PartKind::Subject:
      if (p.role == ArgumentRole::Subject) return 0;
      if (!nominal || preposition == Symbol::None) return -1;
      if (preposition == words.of) return has_owner(view) ? -1 : 2;
      return preposition == words.by ? 1 : -1;
    case PartKind::Object:
      if (p.role == ArgumentRole::Object) return 0;
      if (p.role == ArgumentRole::Complement) return 1;
      if (!nominal) return -1;
      if (p.role == ArgumentRole::Subject) return has_object_phrase(view) ? -1 : 3;
      return words.object_prepositions.contains(preposition) ? 2 : -1;
    case PartKind::IndirectObject:
      if (p.role == ArgumentRole::IndirectObject) return 0;
      if (p.role == ArgumentRole::Object) return 2;  // "consider {x} an enemy"
      return preposition != Symbol::None && (preposition == words.to || preposition == words.for_)
                 ? 1
                 : -1;
    case PartKind::Oblique:
      // "give up | {object}": what is written like a preposition is the verb's particle.
      if (p.role == ArgumentRole::Object && part.preposition.size() == 1 &&
          view.clause().group != kNone) {
        const std::uint32_t particle = a_->groups[view.clause().group].particle;
        return particle != kNone && fits(part.preposition.front(), particle) ? 0 : -1;
      }
      if (!preposition_fits(view, part, p.preposition)) return -1;
      if (p.of_subject) return part.before_verb ? 0 : -1;
      if (p.role == ArgumentRole::Oblique) return p.own ? 0 : 1;
      return nominal ? 2 : -1;
    case PartKind::Content:
    case PartKind::Words:
      return -1;
  }
  return -1;
}

// Whether a participant of another one can stand for a part: of a verb, only one of what the row
// has taken ("sign a treaty with X" for "sign {object} with {x}", not for "sign with {x}").
bool ClauseMatcher::within_reach(const Assignment& state, std::uint32_t step,
                                 const Participant& p) const {
  const ClauseView& view = views_[step];
  if (p.host == kNone || p.of_subject || view.id().nominal) return true;
  if ((state.used[step] >> p.host & 1U) != 0) return true;
  const Participant& host = view.participants()[p.host];
  return host.phrase != kNone &&
         std::ranges::find(state.literals, a_->phrases[host.phrase].head) != state.literals.end();
}

// Behind those of its rank that are there.
void ClauseMatcher::Options::insert(Option option) {
  std::size_t at = size++;
  for (; at > 0 && list[at - 1].rank > option.rank; --at) list[at] = list[at - 1];
  list[at] = option;
}

// Participants of one role and one preposition go together.
void ClauseMatcher::options_of(const Assignment& state, std::uint32_t step, const ClausePart& part,
                               Options& options) const {
  const ClauseView& view = views_[step];
  const std::vector<Participant>& all = view.participants();
  for (std::uint32_t i = 0; i < all.size() && i < kMaxUsed; ++i) {
    if ((state.used[step] >> i & 1U) != 0) continue;
    const int r = rank(view, part, all[i]);
    if (r < 0 || !within_reach(state, step, all[i])) continue;
    const auto same = std::ranges::find_if(options, [&](const Option& option) {
      const Participant& first = all[static_cast<std::size_t>(std::countr_zero(option.members))];
      return option.rank == r && first.role == all[i].role &&
             first.preposition == all[i].preposition;
    });
    const std::uint64_t member = std::uint64_t{1} << i;
    if (same != options.end()) {
      same->members |= member;
    } else {
      options.insert({member, r});
    }
  }
}

// "Nobody left": a subject that only denies.
bool ClauseMatcher::has_nobody(const ClauseView& view) const {
  const auto is_nobody = [&](const Participant& p) {
    return p.role == ArgumentRole::Subject && p.phrase != kNone &&
           !pack_->operators()
                .cues(pack::CueKind::Pronoun, a_->symbols[a_->phrases[p.phrase].head].lemma)
                .empty();
  };
  return std::ranges::any_of(view.participants(), is_nobody);
}

// Whether the part may go without anything: the subject of forms that leave it out; one side of
// what is between two.
bool ClauseMatcher::may_be_missing(const Assignment& state, std::uint32_t step,
                                   std::uint32_t part) const {
  const ClauseView& view = views_[step];
  const Clause& clause = view.clause();
  const ClausePart& wanted = state.row->steps[step].parts[part];
  if (wanted.kind == PartKind::Subject) {
    if (!wanted.is_slot()) return false;
    if (has_nobody(view)) return true;
    const std::vector<std::uint32_t>& required = state.rule->required;
    if (std::ranges::find(required, wanted.slot) != required.end())
      return !view.has(ArgumentRole::Subject) && clause.voice == Voice::Passive;
    return view.id().nominal ||
           (!view.has(ArgumentRole::Subject) &&
            (clause.voice == Voice::Passive || !is_finite(clause.kind)) &&
            clause.kind != ClauseKind::Relative) ||
           (!view.has(ArgumentRole::Subject) && clause.voice == Voice::Passive);
  }
  if (!view.id().nominal || !wanted.is_slot()) return false;
  // "talks between A and B", "between the two", "U.S.-Chinese talks".
  const auto& parts = state.row->steps[step].parts;
  return std::ranges::any_of(parts, [&](const ClausePart& other) {
    return other.kind == PartKind::Subject && other.slot_class == wanted.slot_class &&
           std::ranges::count(state.fills, other.slot, &Match::Fill::slot) > 1;
  });
}

bool ClauseMatcher::take_slot(Assignment& state, std::uint32_t step, std::uint32_t part) {
  const ClauseView& view = views_[step];
  const ClausePart& wanted = state.row->steps[step].parts[part];
  Options options;
  options_of(state, step, wanted, options);
  if (options.size == 0 && view.participants().size() < kMaxUsed) {
    const bool subject = wanted.kind == PartKind::Subject;
    if (!may_be_missing(state, step, part))
      note(state, step, part, subject ? MissReason::NoSubject : MissReason::NoObject);
  }
  const Checkpoint before = state.checkpoint();
  for (const Option& option : options) {
    if (fill(state, step, part, option) && assign(state, step, part + 1)) return true;
    state.return_to(before);
    if (state.budget <= 0) return false;
  }
  return false;
}

// Fills a slot with what an option's members speak of; false where none fits.
bool ClauseMatcher::fill(Assignment& state, std::uint32_t step, std::uint32_t part,
                         const Option& option) {
  const ClauseView& view = views_[step];
  const ClausePart& wanted = state.row->steps[step].parts[part];
  MissReason why = MissReason::Unfit;
  std::vector<Filler>& found = found_;
  found.clear();
  for (std::uint64_t rest = option.members; rest != 0; rest &= rest - 1) {
    const int i = std::countr_zero(rest);
    const Participant& p = view.participants()[static_cast<std::size_t>(i)];
    const std::size_t before = found.size();
    if (p.phrase != kNone) {
      fillers_->of_phrase(p.phrase, wanted.slot_class, found);
    } else {
      fillers_->of_words(p.words, wanted.slot_class, found);
    }
    if (found.size() == before) continue;
    if (!take_owner(state, wanted, p)) {
      why = MissReason::Owner;
      found.resize(before);
      continue;
    }
    state.used[step] |= std::uint64_t{1} << i;
    const TokenSpan words = view.span_of(p);
    state.cover(words);
    for (std::size_t f = before; f < found.size(); ++f) {  // a name can be longer than its phrase
      if (found[f].span.overlaps(words)) state.cover(found[f].span);
    }
  }
  if (found.empty()) {
    const auto first = static_cast<std::size_t>(std::countr_zero(option.members));
    note(state, step, part, why, view.span_of(view.participants()[first]));
    return false;
  }
  state.fill(wanted.slot, found);
  ++state.met;
  state.conditions += static_cast<std::uint32_t>(wanted.preposition.size());
  state.meet_slot(pack_->ontology(), wanted.slot_class);
  if (wanted.owned) state.meet_slot(pack_->ontology(), wanted.owner_class);
  return true;
}

// "Norway's goal", "its goal", "the Norwegian goal", "the goal of Norway": who a part belongs to.
bool ClauseMatcher::take_owner(Assignment& state, const ClausePart& part,
                               const Participant& p) const {
  if (!part.owned) return true;
  if (p.phrase == kNone) return false;
  const english::NounPhrase& phrase = a_->phrases[p.phrase];
  std::vector<Filler> found;
  TokenSpan words = phrase.span;
  if (phrase.possessor != kNone) {
    fillers_->of_phrase(phrase.possessor, part.owner_class, found);
    words.begin = a_->phrases[phrase.possessor].span.begin;
  }
  for (std::uint32_t t = phrase.span.begin; t < phrase.head && found.empty(); ++t) {
    const std::uint32_t mention = fillers_->mention_at(t);
    if (a_->tag(t) == Tag::PRPS) {
      fillers_->of_words({t, t + 1}, part.owner_class, found);
    } else if (mention != kNone && a_->mentions[mention].span.begin == t &&
               a_->mentions[mention].span.end <= phrase.head) {  // not the phrase's own name
      fillers_->of_mention(mention, a_->mentions[mention].span, part.owner_class, found);
    }
  }
  const bool before_head = !found.empty();
  const english::SentenceLayers& layers = a_->sentences[sentence_];
  for (std::uint32_t i = layers.first_attachment; i < layers.last_attachment; ++i) {
    const english::Attachment& attachment = a_->attachments[i];
    if (before_head || attachment.host != p.phrase) continue;
    if (a_->symbols[attachment.preposition].form != pack_->words().of) continue;
    fillers_->of_phrase(attachment.phrase, part.owner_class, found);
  }
  if (found.empty()) return false;
  state.cover(words);
  state.fill(part.owner, found);
  return true;
}

// The first token of a clause that has a marker or a verb.
std::uint32_t ClauseMatcher::beginning_of(const Clause& child) const {
  if (child.marker != kNone) return child.marker;
  return child.group != kNone ? a_->groups[child.group].span.begin : child.predicate;
}

// Whether a clause can stand for a part, by how it hangs on the view's: an object, or behind the
// part's preposition.
bool ClauseMatcher::is_child(const ClauseView& view, const ClausePart& part,
                             const Clause& child) const {
  if (!hangs_on(view, child)) return false;
  if (!view.id().nominal && child.predicate < view.clause().predicate) return false;
  if (part.kind == PartKind::Object) {
    return !view.id().nominal &&
           (child.kind == ClauseKind::Complement || child.kind == ClauseKind::Infinitive ||
            (child.kind == ClauseKind::Gerund && child.marker == kNone));
  }
  const bool opened = child.kind == ClauseKind::Gerund || child.kind == ClauseKind::Infinitive ||
                      (child.kind == ClauseKind::Complement && child.marker != kNone);
  return opened && preposition_fits(view, part, beginning_of(child));
}

// A slot for anything, or for a situation, can be a clause: "promised to leave", "accused of
// breaking the truce".
bool ClauseMatcher::take_child(Assignment& state, std::uint32_t step, std::uint32_t part) {
  const ClauseView& view = views_[step];
  const ClausePart& wanted = state.row->steps[step].parts[part];
  if (!wanted.is_slot() || wanted.owned) return false;
  if (wanted.slot_class != ClassId::None && !fillers_->wants_situation(wanted.slot_class))
    return false;
  if (wanted.kind != PartKind::Object && wanted.kind != PartKind::Oblique) return false;
  const english::SentenceLayers& layers = a_->sentences[sentence_];
  const Checkpoint before = state.checkpoint();
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) {
    const Clause& child = a_->clauses[c];
    if (!is_child(view, wanted, child)) continue;
    std::vector<Filler> found;
    if (!fillers_->of_clause(child, wanted.slot_class, found)) continue;
    if (!state.take_clause(c - layers.first_clause)) continue;
    state.cover(found.front().span);
    state.fill(wanted.slot, found);
    ++state.met;
    state.conditions += static_cast<std::uint32_t>(wanted.preposition.size());
    state.meet_slot(pack_->ontology(), wanted.slot_class);
    if (assign(state, step, part + 1)) return true;
    state.return_to(before);
  }
  return false;
}

bool ClauseMatcher::head_fits(const ClausePart& part, const Participant& participant) const {
  TokenSpan span = participant.words;
  std::uint32_t head = span.empty() ? 0 : span.end - 1;
  if (participant.phrase != kNone) {
    span = a_->phrases[participant.phrase].span;
    head = a_->phrases[participant.phrase].head;
  }
  if (span.empty() || !fits(part.words.back(), head)) return false;
  std::uint32_t token = span.begin;
  for (std::size_t i = 0; i + 1 < part.words.size(); ++i, ++token) {
    while (token < head && !fits(part.words[i], token)) ++token;
    if (token >= head) return false;
  }
  return true;
}

// Whether the part's words stand behind the verb, one after the other but for adverbs; particles
// and complements right behind it, others up to kMaxReach words on.
bool ClauseMatcher::words_follow(const ClauseView& view, const ClausePart& part,
                                 TokenSpan& found) const {
  const Clause& clause = view.clause();
  if (clause.group == kNone) return false;
  const english::VerbGroup& group = a_->groups[clause.group];
  const std::uint32_t sentence_end = a_->sentences[sentence_].tokens.end;
  if (part.words.size() == 1 && group.particle != kNone &&
      fits(part.words.front(), group.particle)) {
    found = {group.particle, group.particle + 1};
    return true;
  }
  const std::uint32_t reach = part.kind == PartKind::Words ? kMaxReach : 3;
  for (std::uint32_t from = group.head + 1; from < sentence_end && from <= group.head + reach;
       ++from) {
    std::uint32_t token = from;
    std::size_t i = 0;
    while (i < part.words.size() && token < sentence_end && fits(part.words[i], token)) {
      ++i;
      ++token;
    }
    if (i == part.words.size()) {
      found = {from, token};
      return true;
    }
    const Tag tag = a_->tag(from);
    const bool skipped = part.kind == PartKind::Words || english::is_adverb(tag) ||
                         english::is_adjective(tag) || tag == Tag::DT || from < group.span.end;
    if (!skipped || english::is_verb(tag)) return false;
  }
  return false;
}

bool ClauseMatcher::take_words(Assignment& state, std::uint32_t step, std::uint32_t part) {
  const ClauseView& view = views_[step];
  const ClausePart& wanted = state.row->steps[step].parts[part];
  const Checkpoint before = state.checkpoint();
  bool tried = false;
  const auto go_on = [&] {
    tried = true;
    ++state.met;
    state.conditions += static_cast<std::uint32_t>(wanted.words.size() + wanted.preposition.size());
    if (assign(state, step, part + 1)) return true;
    state.return_to(before);
    return false;
  };
  if (wanted.kind != PartKind::Words) {
    Options options;
    options_of(state, step, wanted, options);
    for (const Option& option : options) {
      for (std::uint64_t rest = option.members; rest != 0; rest &= rest - 1) {
        const int i = std::countr_zero(rest);
        const Participant& p = view.participants()[static_cast<std::size_t>(i)];
        if (!head_fits(wanted, p)) continue;
        if (!take_owner(state, wanted, p)) {
          note(state, step, part, MissReason::Owner, view.span_of(p));
          continue;
        }
        if (wanted.owned) state.meet_slot(pack_->ontology(), wanted.owner_class);
        state.used[step] |= std::uint64_t{1} << i;
        const TokenSpan words = view.span_of(p);
        state.cover(words);
        state.literals.push_back(words.end - 1);
        if (go_on()) return true;
      }
    }
  }
  // "call {x} a liar": a literal object behind a slot can be a predicate of it.
  TokenSpan found;
  if (wanted.preposition.empty() && !wanted.owned && wanted.kind != PartKind::Subject &&
      words_follow(view, wanted, found)) {
    state.cover(found);
    for (std::uint32_t t = found.begin; t < found.end; ++t) state.literals.push_back(t);
    if (go_on()) return true;
  }
  // A noun for the whole pattern says its literal words, too: "sanctions" for "impose sanctions".
  const bool implied =
      view.id().nominal && step == 0 &&
      std::ranges::binary_search(state.rule->nouns, a_->symbols[view.clause().predicate].lemma);
  if (implied && go_on()) return true;
  if (!tried) note(state, step, part, MissReason::Words);
  return false;
}

bool ClauseMatcher::assign(Assignment& state, std::uint32_t step, std::uint32_t part) {
  if (--state.budget <= 0) return false;
  const pack::ClauseStep& wanted = state.row->steps[step];
  if (part == wanted.parts.size()) return next_step(state, step);
  if (!wanted.parts[part].is_slot()) return take_words(state, step, part);
  if (wanted.parts[part].kind == PartKind::Content) return take_content(state, step, part);
  if (take_slot(state, step, part)) return true;
  if (take_child(state, step, part)) return true;
  return may_be_missing(state, step, part) && assign(state, step, part + 1);
}

bool ClauseMatcher::modal_fits(const pack::ClauseStep& step, const Clause& clause) const {
  if (step.modal.words.empty()) return true;
  return clause.group != kNone && a_->groups[clause.group].modal != kNone &&
         fits(step.modal, a_->groups[clause.group].modal);
}

// Whether the verb's particle, if it has one, is the pattern's.
bool ClauseMatcher::particle_fits(const pack::ClauseStep& step, const Clause& clause) const {
  const std::uint32_t particle = clause.group == kNone ? kNone : a_->groups[clause.group].particle;
  if (step.verb.words.empty()) return true;
  return particle == kNone || std::ranges::any_of(step.parts, [&](const ClausePart& part) {
           return (part.kind == PartKind::Words && fits(part.words.front(), particle)) ||
                  (!part.preposition.empty() && fits(part.preposition.front(), particle));
         });
}

// What the clause itself says, its subject apart.
bool ClauseMatcher::take_content(Assignment& state, std::uint32_t step, std::uint32_t part) {
  const ClausePart& wanted = state.row->steps[step].parts[part];
  const Checkpoint before = state.checkpoint();
  std::vector<Filler> found;
  if (!fillers_->of_clause(views_[step].clause(), wanted.slot_class, found)) {
    note(state, step, part, MissReason::Unfit,
         {views_[step].clause().predicate, views_[step].clause().predicate + 1});
    return false;
  }
  state.cover(found.front().span);
  state.fill(wanted.slot, found);
  ++state.met;
  state.meet_slot(pack_->ontology(), wanted.slot_class);
  if (assign(state, step, part + 1)) return true;
  state.return_to(before);
  return false;
}

bool ClauseMatcher::negation_fits(const pack::ClauseStep& step, const Clause& clause) const {
  return !step.negated || (clause.group != kNone && a_->groups[clause.group].negated);
}

// Whether a clause belongs to the view's: its verb's, or right behind a noun or with the verb that
// supports that.
bool ClauseMatcher::hangs_on(const ClauseView& view, const Clause& child) const {
  if (!view.id().nominal) return child.parent == view.id().index;
  const bool close = beginning_of(child) == a_->phrases[view.clause().phrase].span.end;
  const bool supported = view.support() != nullptr && child.parent != kNone &&
                         &a_->clauses[child.parent] == view.support();
  return close || supported;
}

// Whether a clause is what the step behind the one at hand says.
bool ClauseMatcher::is_next(std::uint32_t here, const pack::ClauseStep& step,
                            const Clause& child) const {
  const ClauseView& view = views_[here];
  if (!modal_fits(step, child) || !negation_fits(step, child)) return false;
  if (!step.verb.words.empty() && !fits(step.verb, child.predicate)) return false;
  if (!particle_fits(step, child)) return false;
  switch (step.link) {
    case pack::StepLink::Infinitive:
      return hangs_on(view, child) &&
             (child.kind == ClauseKind::Infinitive || child.kind == ClauseKind::Gerund);
    case pack::StepLink::That:
      return hangs_on(view, child) && child.kind == ClauseKind::Complement;
    case pack::StepLink::Condition:
      if (child.kind != ClauseKind::Subordinate || child.marker == kNone || child.parent == kNone ||
          !fits(step.opener.front(), child.marker)) {
        return false;
      }
      // "threatened to close the border if …" can say when it will close or when it threatens.
      for (std::uint32_t s = 0; s <= here; ++s) {
        if (hangs_on(views_[s], child)) return true;
      }
      return hangs_on(view, a_->clauses[child.parent]);
  }
  return false;
}

// The infinitive, gerund or further clause with the next verb.
bool ClauseMatcher::next_step(Assignment& state, std::uint32_t step) {
  if (step + 1 == state.row->steps.size()) return finish(state);
  const pack::ClauseStep& wanted = state.row->steps[step + 1];
  const english::SentenceLayers& layers = a_->sentences[sentence_];
  const Checkpoint before = state.checkpoint();
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) {
    const Clause& child = a_->clauses[c];
    if (!is_next(step, wanted, child)) continue;
    if (!state.take_clause(c - layers.first_clause)) continue;
    state.conditions += 1 + static_cast<std::uint32_t>(wanted.opener.size());
    state.cover({child.predicate, child.predicate + 1});
    views_[step + 1].turn_to(*pack_, *a_, sentence_, {c, false});
    if (assign(state, step + 1, 0)) return true;
    state.return_to(before);
  }
  note(state, step + 1, 0, MissReason::NoInfinitive);
  return false;
}

bool ClauseMatcher::finish(Assignment& state) {
  bool has_slot = false;
  for (const pack::ClauseStep& step : state.row->steps) {
    has_slot = has_slot || std::ranges::any_of(step.parts, &ClausePart::is_slot);
  }
  if (has_slot && state.fills.empty()) {
    note(state, 0, 0, MissReason::NothingFilled);
    return false;
  }
  if (state.rule->exhaustive) {
    const std::vector<Participant>& all = views_.front().participants();
    for (std::uint32_t i = 0; i < all.size() && i < kMaxUsed; ++i) {
      if ((state.used[0] >> i & 1U) != 0) continue;
      if (all[i].phrase != kNone && fillers_->is_time(a_->phrases[all[i].phrase].span)) continue;
      // What belongs to a participant's own name is no extra: "the Treaty of 1991".
      if (!all[i].own && all[i].preposition != kNone &&
          a_->symbols[all[i].preposition].form == pack_->words().of) {
        continue;
      }
      note(state, 0, 0, MissReason::Exhaustive, views_.front().span_of(all[i]));
      return false;
    }
  }
  match_.row = state.ref;
  match_.clause = true;
  match_.span = state.span;
  match_.trigger = views_.front().clause().predicate;
  match_.fills.swap(state.fills);
  match_.matched.clear();
  match_.literals.swap(state.literals);
  match_.literals.push_back(match_.trigger);
  match_.conditions = state.conditions;
  match_.narrowness = state.narrowness;
  return true;
}

// The view of the first step has been turned to the clause.
bool ClauseMatcher::run_row(pack::RowRef ref, ClauseId id) {
  const pack::Rule& rule = pack_->rules()[ref.rule];
  const Clause& clause = views_.front().clause();
  Assignment& state = *state_;
  state.begin(ref, rule, clause.predicate);
  if (clause.group != kNone) state.cover(a_->groups[clause.group].span);
  miss_ = {};
  miss_.row = ref;
  miss_.clause = id;
  if (!form_allowed(rule, clause)) {
    note(state, 0, 0, MissReason::Form);
    return false;
  }
  if (!modal_fits(state.row->steps.front(), clause)) {
    note(state, 0, 0, MissReason::Modal);
    return false;
  }
  if (!negation_fits(state.row->steps.front(), clause)) {
    note(state, 0, 0, MissReason::Negation);
    return false;
  }
  if (!particle_fits(state.row->steps.front(), clause)) {
    const std::uint32_t particle = a_->groups[clause.group].particle;
    note(state, 0, 0, MissReason::Particle, {particle, particle + 1});
    return false;
  }
  return assign(state, 0, 0);
}

// Whether a part of the first step can go without a participant that fits it, a clause in its stead
// apart.
bool ClauseMatcher::can_do_without(const ClauseRow& row, const ClausePart& part) const {
  const ClauseView& view = views_.front();
  const auto can_be_clause = [&] {
    return part.slot_class == ClassId::None || fillers_->wants_situation(part.slot_class);
  };
  switch (part.kind) {
    case PartKind::Subject:
      return !part.is_slot() || view.id().nominal || !view.has(ArgumentRole::Subject);
    case PartKind::Object:
      return !part.is_slot() || view.id().nominal || can_be_clause();
    case PartKind::Oblique:
      if (part.is_slot() ? can_be_clause() : view.id().nominal) return true;
      // One side of what is between two.
      return view.id().nominal &&
             std::ranges::any_of(row.steps.front().parts, [&](const ClausePart& other) {
               return other.kind == PartKind::Subject && other.slot_class == part.slot_class;
             });
    default:
      return true;
  }
}

// Whether a participant can stand for a part and, if that is a slot, may fill it.
bool ClauseMatcher::may_take(const ClausePart& part, const Participant& p) const {
  if (rank(views_.front(), part, p) < 0) return false;
  return !part.is_slot() || p.phrase == kNone || part.slot_class == ClassId::None ||
         !fillers_->of_phrase(p.phrase, part.slot_class).empty();
}

// Whether something can stand for each part that a row cannot do without. Most rows of a verb with
// many patterns fail at these.
bool ClauseMatcher::has_participants(const ClauseRow& row) const {
  const ClauseView& view = views_.front();
  return std::ranges::all_of(row.steps.front().parts, [&](const ClausePart& part) {
    if (can_do_without(row, part)) return true;
    const bool found = std::ranges::any_of(view.participants(),
                                           [&](const Participant& p) { return may_take(part, p); });
    return found || (part.kind == PartKind::Subject && has_nobody(view));
  });
}

void ClauseMatcher::match_clause(ClauseId id, const pack::ConditionSet& met, bool situations,
                                 const std::function<void(const Match&)>& each) {
  const Clause& clause = clause_of(*a_, id);
  const Symbol word = a_->symbols[clause.predicate].lemma;
  if (word == Symbol::None) return;
  const auto rows = id.nominal ? pack_->index().by_noun(word, situations)
                               : pack_->index().by_verb(word, situations);
  bool turned = false;
  for (const pack::IndexedRow& row : rows) {
    if (!pack_->index().may_match(row, met)) continue;
    if (!turned) views_.front().turn_to(*pack_, *a_, sentence_, id);
    turned = true;
    if (!has_participants(pack_->rules()[row.ref.rule].clauses[row.ref.row])) continue;
    if (run_row(row.ref, id)) each(match_);
  }
}

void ClauseMatcher::match(std::uint32_t sentence, const pack::ConditionSet& met, bool situations,
                          const std::function<void(const Match&)>& each) {
  const english::SentenceLayers& layers = a_->sentences[sentence];
  sentence_ = sentence;
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c)
    match_clause({c, false}, met, situations, each);
  for (std::uint32_t n = layers.first_nominal; n < layers.last_nominal; ++n)
    match_clause({n, true}, met, situations, each);
}

bool ClauseMatcher::try_row(std::uint32_t sentence, pack::RowRef ref, ClauseId id, Match& match,
                            Miss& miss) {
  sentence_ = sentence;
  views_.front().turn_to(*pack_, *a_, sentence, id);
  const bool matched = run_row(ref, id);
  if (matched) {
    match = match_;
  } else {
    miss = miss_;
  }
  return matched;
}

}  // namespace testudo::extract
