// Infinitives, gerunds and participles, and whose action they are.
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How many prepositional phrases are looked back on for who gets or has something.
constexpr int kLookedAt = 8;

}  // namespace

void ClauseMachine::open_nonfinite(ClauseKind kind, std::uint32_t group, std::uint32_t subject,
                                   std::uint32_t parent) {
  const bool fronted = top().subject == kNone;
  push(kind);
  top().parent = parent;
  const std::uint32_t draft = start_draft(group);
  drafts_[draft].subject = subject;
  drafts_[draft].dangling = fronted && subject == kNone && parent == kNone;
}

// "while visiting Rome", "when asked"; "with prices rising": the clause is open already.
bool ClauseMachine::continue_nonfinite(std::uint32_t group) {
  Frame& frame = top();
  const bool absolute = frame.kind == ClauseKind::Participle && frame.subject != kNone;
  const bool reduced = frame.kind == ClauseKind::Subordinate && frame.subject == kNone;
  if (frame.draft != kNone || (!absolute && !reduced)) return false;
  const std::uint32_t draft = start_draft(group);
  Draft& d = drafts_[draft];
  d.kind = ClauseKind::Participle;
  d.subject = absolute ? frame.subject : subject_to_share(d.parent);
  d.dangling = d.subject == kNone;
  return true;
}

void ClauseMachine::take_infinitive(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  if (is_headline_future(at)) {
    const std::uint32_t subject = top().subject;
    drafts_[start_draft(chunk.index)].subject = subject;
    return;
  }
  std::uint32_t parent = top().draft;
  std::uint32_t subject = controller(at);
  if (parent != kNone && drafts_[parent].cleft != kNone) {  // "What she wants is to win"
    parent = drafts_[parent].cleft;
    subject = drafts_[parent].subject;
  }
  if (parent == kNone && top().subject == kNone) top().clausal_subject = true;
  open_nonfinite(ClauseKind::Infinitive, chunk.index, subject, parent);
  if (parent == kNone) return;
  Draft& d = drafts_[top().draft];
  d.there = drafts_[parent].there && before(at) == ChunkKind::Verb;  // "there seems to be"
  // "hard to enforce": the subject is what it is done to.
  if (drafts_[parent].tough && before(at) == ChunkKind::Adjective) d.tough_object = true;
}

// "Minister to visit Cairo"
bool ClauseMachine::is_headline_future(std::size_t at) const {
  return frames_.size() == 1 && top().draft == kNone && top().subject != kNone &&
         before(at) == ChunkKind::Phrase && chunker_.chunks().back().kind != ChunkKind::Break &&
         finite_ahead(at) == 0;
}

bool ClauseMachine::is_passive_group(std::size_t at) const {
  return a_.groups[chunker_.chunks()[at].index].voice == Voice::Passive;
}

// Whose action an infinitive is: the subject's of the verb before it, or the noun phrase's between
// them.
std::uint32_t ClauseMachine::controller(std::size_t at) {
  const std::uint32_t parent = top().draft;
  const ChunkKind last = before(at);
  if (last == ChunkKind::Phrase && !sites_.empty()) {
    const Site beside = sites_.back();
    const bool prepositional = beside.phrase != kNone && beside.preposition != kNone;
    // "calls for the salt to be tested"
    if (prepositional && form(beside.preposition) == g_.for_) {
      detach(beside.phrase);
      return beside.phrase;
    }
    if (parent == kNone) return kNone;
    const std::uint32_t subject = controller_behind_noun(parent, beside, is_passive_group(at));
    if (subject != drafts_[parent].subject) return subject;
  }
  if (parent == kNone) return kNone;
  const Draft& d = drafts_[parent];
  if (d.there || is_extraposed(parent)) return kNone;
  if (last == ChunkKind::Verb && verb_of(parent) == g_.be && d.subject != kNone &&
      g_.aim_nouns.contains(head_of(d.subject))) {
    return holder_of_aim(d.subject);
  }
  return last == ChunkKind::Adjective && d.tough ? std::uint32_t{kNone} : d.subject;
}

// Whose action an infinitive behind a noun phrase is: that of the object where the verb before says
// so, of whoever is given a chance, else of the subject.
std::uint32_t ClauseMachine::controller_behind_noun(std::uint32_t parent, Site beside,
                                                    bool passive) {
  const Draft& d = drafts_[parent];
  const bool prepositional = beside.phrase != kNone && beside.preposition != kNone;
  const bool bare = beside.phrase != kNone && !prepositional;
  if (bare && !passive && g_.chance_nouns.contains(head_of(beside.phrase)) &&
      g_.verbs_of_chance.contains(verb_of(parent))) {
    return beneficiary(parent);
  }
  // "find a way to end it": the noun's infinitive, and the subject's action
  const bool of_noun = bare && !a_.phrases[beside.phrase].definite && !passive &&
                       g_.purpose_nouns.contains(head_of(beside.phrase));
  if (d.object != kNone && !of_noun && g_.object_control.contains(verb_of(parent))) return d.object;
  const bool of_phrase =
      prepositional && g_.prepositional_control.contains(verb_of(parent), form(beside.preposition));
  return of_phrase ? beside.phrase : d.subject;
}

// "gave Chad a chance to", "For Chad, it opened a way to": who gets what the verb gives, or kNone.
std::uint32_t ClauseMachine::beneficiary(std::uint32_t draft) const {
  const Draft& d = drafts_[draft];
  if (d.recipient != kNone) return d.recipient;
  if (is_passive(draft) && d.object != kNone) return d.subject;  // "was given a chance to"
  int looked = 0;
  for (auto o = obliques_.rbegin(); o != obliques_.rend() && looked < kLookedAt; ++o, ++looked) {
    if (o->draft == draft && o->preposition != kNone && form(o->preposition) == g_.for_ &&
        can_be_who(o->phrase)) {
      return o->phrase;
    }
  }
  return kNone;
}

// "Oslo's aim is to win", "The aim of Oslo is to win": who has it, or kNone where that is not said.
// What a pronoun says ("Its aim is to win") is not known yet: the aim stands for it.
std::uint32_t ClauseMachine::holder_of_aim(std::uint32_t aim) const {
  if (a_.tag(a_.phrases[aim].span.begin) == Tag::PRPS) return aim;
  if (a_.phrases[aim].possessor != kNone) return a_.phrases[aim].possessor;
  int looked = 0;
  for (auto link = a_.attachments.rbegin(); link != a_.attachments.rend() && looked < kLookedAt;
       ++link, ++looked) {
    if (link->host == aim && form(link->preposition) == g_.of && can_be_who(link->phrase))
      return link->phrase;
  }
  return kNone;
}

// "It is the duty of the state to …", "It is wise to …": it stands for the infinitive.
bool ClauseMachine::is_extraposed(std::uint32_t draft) const {
  const Draft& d = drafts_[draft];
  if (d.subject == kNone || form(a_.phrases[d.subject].head) != g_.it) return false;
  return verb_of(draft) == g_.be && (d.complement != kNone || d.evaluated);
}

// "for firms to borrow": the noun phrase is a subject and goes with no other word.
void ClauseMachine::detach(std::uint32_t phrase) {
  if (!obliques_.empty() && obliques_.back().phrase == phrase) obliques_.pop_back();
  if (!a_.attachments.empty() && a_.attachments.back().phrase == phrase) a_.attachments.pop_back();
}

bool ClauseMachine::takes_bare_infinitive(std::uint32_t draft) const {
  const Symbol verb = verb_of(draft);
  return g_.bare_infinitive.contains(verb) || g_.perception.contains(verb);
}

bool ClauseMachine::is_present_plural(std::uint32_t draft) const {
  const VerbGroup& group = group_of(draft);
  return group.finite && a_.tag(group.span.begin) == Tag::VBP;
}

void ClauseMachine::take_bare(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  preposition_ = kNone;
  if (conjunction_ || comma_) {
    if (coordinate_verb(at)) return;
  }
  const std::uint32_t parent = top().draft;
  // "Those who voted for it regret it", "The chances are slim and depend on the vote": a plural's
  // present tense.
  const bool of_waiting =
      parent != kNone && waiting_frame() != kNone && !takes_bare_infinitive(parent);
  const bool like_the_last = conjunction_ && parent != kNone && is_present_plural(parent);
  if (of_waiting || like_the_last) {
    a_.groups[chunk.index].finite = true;
    a_.groups[chunk.index].tense = Tense::Present;
    a_.words[a_.groups[chunk.index].span.begin].tag = Tag::VBP;
    take_finite(at);
    return;
  }
  if (parent == kNone) {  // an order, or a question's verb
    const std::uint32_t draft = start_draft(chunk.index);
    drafts_[draft].subject = top().subject;
    return;
  }
  const Draft& d = drafts_[parent];
  const bool controlled = d.object != kNone && before(at) == ChunkKind::Phrase;
  open_nonfinite(ClauseKind::Infinitive, chunk.index, controlled ? d.object : d.subject, parent);
}

// "blamed the mayor for ignoring it": the object's action where the verb takes that preposition,
// else the subject's.
std::uint32_t ClauseMachine::agent_of_gerund(std::uint32_t preposition) const {
  const std::uint32_t parent = top().draft;
  if (parent == kNone) return kNone;
  const Draft& d = drafts_[parent];
  const Symbol word = form(preposition);
  const bool of_object = (word == g_.for_ || word == g_.of || word == g_.from) &&
                         d.object != kNone && (word != g_.for_ || can_be_who(d.object)) &&
                         g_.verb_prepositions.contains(verb_of(parent), word);
  return of_object ? d.object : d.subject;
}

// "a train carrying coal"; "saw them leaving".
void ClauseMachine::describe_with_gerund(std::uint32_t group) {
  const std::uint32_t parent = top().draft;
  const bool object =
      parent != kNone && drafts_[parent].object != kNone &&
      (g_.perception.contains(verb_of(parent)) || g_.bare_infinitive.contains(verb_of(parent)));
  const std::uint32_t described = object ? drafts_[parent].object : innermost_phrase();
  open_nonfinite(object ? ClauseKind::Gerund : ClauseKind::Participle, group, described, parent);
  if (!object) drafts_[top().draft].antecedent = described;
}

void ClauseMachine::take_gerund(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t preposition = preposition_;
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  const std::uint32_t parent = top().draft;
  const ChunkKind last = before(at);
  if (preposition != kNone) {
    open_nonfinite(ClauseKind::Gerund, chunk.index, agent_of_gerund(preposition), parent);
    drafts_[top().draft].marker = preposition;
    return;
  }
  if (continue_nonfinite(chunk.index)) return;
  if (last == ChunkKind::Phrase && !comma_) {
    describe_with_gerund(chunk.index);
    return;
  }
  if (last == ChunkKind::Verb && parent != kNone && g_.with_clauses.contains(verb_of(parent)) &&
      !g_.with_gerund.contains(verb_of(parent)) && !is_passive(parent)) {
    push(ClauseKind::Complement);  // "they say adding salt is …"
    top().clausal_subject = true;
    open_nonfinite(ClauseKind::Gerund, chunk.index, kNone, kNone);
    return;
  }
  if (last == ChunkKind::Verb && parent != kNone) {
    open_nonfinite(ClauseKind::Gerund, chunk.index, subject_to_share(parent), parent);
    return;
  }
  const bool first = top().draft == kNone && top().subject == kNone;
  const std::uint32_t subject = top().draft == kNone ? top().subject : subject_to_share(parent);
  if (first) top().clausal_subject = true;
  open_nonfinite(first ? ClauseKind::Gerund : ClauseKind::Participle, chunk.index, subject, parent);
}

// "The results, published this week, revealed that …": a past tense that looks like a participle.
// More subjects wait for a verb than finite verbs follow.
bool ClauseMachine::must_be_finite(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  const VerbGroup& group = a_.groups[chunks[at].index];
  const std::size_t waiting = count_waiting();
  if (group.span.begin != group.head || waiting == 0 || at + 1 >= chunks.size()) return false;
  // "which …, coincided with": a verb without passive.
  if (g_.intransitive.contains(lemma(group.head))) return true;
  if (finite_ahead(at) >= waiting) return false;
  const Chunk& next = chunks[at + 1];
  // "a defector from the group called the Eye was arrested"
  if (next.kind == ChunkKind::Phrase && next.leads_to_verb && waiting == 1 &&
      !g_.with_clauses.contains(lemma(group.head))) {
    return false;
  }
  if (next.kind == ChunkKind::Phrase && !is_time(next.index)) return true;
  if (next.kind == ChunkKind::Subordinator && form(next.span.begin) == g_.that) return true;
  // A headline has no full stop, and may mean the passive.
  const bool by = next.kind == ChunkKind::Preposition && form(next.span.begin) == g_.by;
  return !by && chunks.back().kind == ChunkKind::Break;
}

// "a slump in demand, deepened by the war", "the fall in prices caused by it": of the noun phrases
// on the right edge the one that can be caused; behind a comma the outermost, else the innermost.
std::uint32_t ClauseMachine::happening_before(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  const bool by = at + 1 < chunks.size() && chunks[at + 1].kind == ChunkKind::Preposition &&
                  form(chunks[at + 1].span.begin) == g_.by;
  if (!by || !g_.causing.contains(lemma(a_.groups[chunks[at].index].head))) return kNone;
  constexpr std::uint32_t kHappenings = bit(NounKind::Act) | bit(NounKind::Event) |
                                        bit(NounKind::Process) | bit(NounKind::Phenomenon) |
                                        bit(NounKind::State);
  std::uint32_t found = kNone;
  for (std::size_t s = sites_.size(); s-- > top().first_site;) {
    if (sites_[s].phrase == kNone) continue;
    const WordId noun = a_.words[a_.phrases[sites_[s].phrase].head].lemma_id;
    const bool happens = (bit(table_.first_noun_kind(noun)) & kHappenings) != 0;
    if (!happens && !is_deed(sites_[s].phrase)) continue;
    found = sites_[s].phrase;
    if (before(at) != ChunkKind::Comma) break;
  }
  return found;
}

void ClauseMachine::take_participle(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const bool has_no_passive = conjunction_ &&
                              a_.groups[chunk.index].span.begin == a_.groups[chunk.index].head &&
                              g_.intransitive.contains(lemma(a_.groups[chunk.index].head));
  if (has_no_passive || (!conjunction_ && must_be_finite(at))) {
    a_.groups[chunk.index].finite = true;
    a_.groups[chunk.index].tense = Tense::Past;
    a_.words[a_.groups[chunk.index].head].tag = Tag::VBD;
    take_finite(at);
    return;
  }
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  if (conjunction_ && top().draft != kNone && verb_of(top().draft) == g_.be) {
    // "was ready and displayed": be is the auxiliary of the second.
    const std::uint32_t subject = drafts_[top().draft].subject;
    drafts_[start_draft(chunk.index)].subject = subject;
    return;
  }
  if (continue_nonfinite(chunk.index)) return;
  const std::uint32_t parent = top().draft;
  const ChunkKind last = before(at);
  const std::uint32_t happening = happening_before(at);
  const std::uint32_t beside = happening == kNone ? innermost_phrase() : happening;
  if (beside != kNone && (last == ChunkKind::Phrase || happening != kNone)) {
    open_nonfinite(ClauseKind::Participle, chunk.index, beside, parent);
    drafts_[top().draft].antecedent = beside;
    return;
  }
  const std::uint32_t subject = top().draft == kNone ? top().subject : subject_to_share(parent);
  open_nonfinite(ClauseKind::Participle, chunk.index, subject, parent);
}

}  // namespace testudo::english
