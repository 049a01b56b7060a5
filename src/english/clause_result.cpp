// From drafts to the analysis: clauses by predicate, with their arguments.
#include <algorithm>
#include <span>

#include "base/stable_sort.h"
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How many members of a coordination an argument is written out for: many subjects of many verbs
// would be a product.
constexpr int kMaxMembers = 64;

}  // namespace

// The phrase and the members of its coordination behind it. A member behind the verb shares nothing
// with what stands before it: "the premier, who is ill, and his wife".
void ClauseMachine::add_arguments(std::uint32_t first, ArgumentRole role,
                                  std::uint32_t preposition) {
  const std::uint32_t verb = a_.clauses.back().predicate;
  int members = 0;
  for (std::uint32_t p = first; p != kNone && members < kMaxMembers;
       p = a_.phrases[p].next, ++members) {
    if (a_.phrases[first].head < verb && a_.phrases[p].head > verb) return;
    a_.arguments.push_back({role, p, preposition, {}});
  }
}

// "hard to enforce", "easy to reach by boat".
void ClauseMachine::share_objects() {
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    Draft& d = drafts_[i];
    if (!d.tough_object || !takes_object(i)) continue;
    const std::uint32_t subject = drafts_[d.parent].subject;
    if (subject != kNone && form(a_.phrases[subject].head) != g_.it) d.object = subject;
  }
}

// "Fearing a strike, the airline …": a clause's host was begun after it.
void ClauseMachine::share_subjects() {
  for (std::size_t i = drafts_.size(); i-- > 0;) {
    Draft& d = drafts_[i];
    if (!d.dangling || d.host == kNone || d.subject != kNone) continue;
    d.subject = drafts_[d.host].subject;
    if (d.kind == ClauseKind::Gerund && d.marker == kNone) d.kind = ClauseKind::Participle;
  }
}

// By their verbs; the first of them becomes clause `first`.
void ClauseMachine::order_drafts(std::uint32_t first) {
  order_.resize(drafts_.size());
  place_.resize(drafts_.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
  sort_stably(std::span(order_), {}, [&](std::uint32_t i) { return drafts_[i].group; });
  for (std::uint32_t i = 0; i < order_.size(); ++i) place_[order_[i]] = first + i;
}

void ClauseMachine::finish(SentenceLayers& sentence) {
  share_objects();
  share_subjects();
  sentence.first_clause = static_cast<std::uint32_t>(a_.clauses.size());
  order_drafts(sentence.first_clause);
  sort_stably(std::span(obliques_), {}, &Oblique::draft);
  for (const std::uint32_t i : order_) {
    const Draft& d = drafts_[i];
    Clause clause;
    clause.kind = d.kind;
    clause.voice = is_passive(i) ? Voice::Passive : Voice::Active;
    clause.group = d.group;
    clause.predicate = a_.groups[d.group].head;
    clause.parent = d.parent == kNone ? kNone : place_[d.parent];
    clause.marker = d.marker;
    clause.antecedent = d.antecedent;
    clause.first_argument = static_cast<std::uint32_t>(a_.arguments.size());
    a_.clauses.push_back(clause);
    const bool passive = clause.voice == Voice::Passive;
    add_arguments(passive ? d.agent : d.subject, ArgumentRole::Subject, kNone);
    const bool given = passive && d.object != kNone;  // "was given a medal"
    if (passive && !given) add_arguments(d.subject, ArgumentRole::Object, kNone);
    add_arguments(d.object, ArgumentRole::Object, kNone);
    add_arguments(given ? d.subject : d.recipient, ArgumentRole::IndirectObject, kNone);
    add_arguments(d.complement, ArgumentRole::Complement, kNone);
    for (auto o = std::ranges::lower_bound(obliques_, i, {}, &Oblique::draft);
         o != obliques_.end() && o->draft == i; ++o) {
      add_arguments(o->phrase, ArgumentRole::Oblique, o->preposition);
    }
    a_.clauses.back().last_argument = static_cast<std::uint32_t>(a_.arguments.size());
  }
  sentence.last_clause = static_cast<std::uint32_t>(a_.clauses.size());
  sentence.last_attachment = static_cast<std::uint32_t>(a_.attachments.size());
}

}  // namespace testudo::english
