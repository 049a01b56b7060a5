// Finite verbs: the verb of the clause that waits for one, of a clause that nothing opened, or one
// that shares the subject of an earlier verb.
#include <algorithm>

#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How many adverbs may open a clause that lets its verb stand before the subject.
constexpr std::size_t kOpeners = 6;

}  // namespace

void ClauseMachine::take_verb(std::size_t at) {
  const VerbGroup& group = a_.groups[chunker_.chunks()[at].index];
  const Tag first = a_.tag(group.span.begin);
  if (group.finite) {
    take_finite(at);
  } else if (group.infinitive) {
    take_infinitive(at);
  } else if (first == Tag::VBG) {
    take_gerund(at);
  } else if (first == Tag::VBN) {
    take_participle(at);
  } else {
    take_bare(at);
  }
}

// Begins a clause with this verb in the frame on top.
std::uint32_t ClauseMachine::start_draft(std::uint32_t group) {
  const auto id = static_cast<std::uint32_t>(drafts_.size());
  Frame& frame = top();
  Draft draft;
  draft.kind = frame.kind;
  draft.group = group;
  draft.parent = frame.parent;
  draft.marker = frame.marker;
  if (frame.kind == ClauseKind::Relative) draft.antecedent = frame.antecedent;
  drafts_.push_back(draft);
  frame.draft = id;
  for (std::size_t f = frame.first_fronted; f < fronted_.size(); ++f) {
    obliques_.push_back({id, fronted_[f].preposition, fronted_[f].phrase});
  }
  fronted_.resize(frame.first_fronted);
  for (std::uint32_t o = frame.orphans; o != kNone; o = drafts_[o].next_orphan) {
    drafts_[o].parent = drafts_[o].host = id;
    if (frame.clausal_subject) drafts_[o].dangling = false;
    if (opens_cleft(o, id)) drafts_[id].cleft = o;
  }
  frame.orphans = kNone;
  reset_edge();
  return id;
}

// "What she wants is …": a what-clause that lacks its object or subject, as subject of be.
bool ClauseMachine::opens_cleft(std::uint32_t asked, std::uint32_t draft) const {
  const Draft& d = drafts_[asked];
  return d.kind == ClauseKind::Complement && d.marker != kNone && form(d.marker) == g_.what &&
         verb_of(draft) == g_.be && (d.subject == kNone || takes_object(asked));
}

// What stands behind be in "What she wants is a truce" is what she wants.
void ClauseMachine::fill_cleft(std::uint32_t draft, std::uint32_t phrase) {
  const std::uint32_t asked = drafts_[draft].cleft;
  if (asked == kNone) return;
  Draft& d = drafts_[asked];
  (d.subject == kNone ? d.subject : d.object) = phrase;
  drafts_[draft].cleft = kNone;
}

// A noun phrase that was taken for an object and must be the subject of the verb that follows: "he
// said the talks, which …, failed".
std::uint32_t ClauseMachine::reanalysed_subject() {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->draft == kNone) continue;
    Draft& d = drafts_[frame->draft];
    if (d.object == kNone || !g_.with_clauses.contains(verb_of(frame->draft))) continue;
    const std::uint32_t phrase = d.object;
    d.object = kNone;
    while (&*frame != &top()) pop();
    return phrase;
  }
  return kNone;
}

void ClauseMachine::take_finite(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  strand(preposition_);
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  if (is_parenthetical(at) || !close_to_waiting()) {
    if (is_inverted(at)) {
      open_inverted(chunk.index);
      return;
    }
    if (const std::uint32_t subject = reanalysed_subject(); subject != kNone) {
      push(ClauseKind::Complement);
      top().subject = subject;
    } else if (comma_ && coordinate_verb(at)) {
      return;
    } else if (top().draft != kNone) {
      restart();
    }
  }
  const std::uint32_t subject = take_subject();
  const bool before_subject = subject == kNone && stands_before_subject(at);
  const std::uint32_t draft = start_draft(chunk.index);
  drafts_[draft].subject = subject;
  drafts_[draft].there = top().there;
  drafts_[draft].inverted = before_subject;
  if (top().gap_preposition != kNone && top().antecedent != kNone) {
    obliques_.push_back({draft, top().gap_preposition, top().antecedent});
    top().gap = false;
  }
}

// "the allies that they rely on said": the preposition's noun phrase is the relative clause's
// antecedent.
void ClauseMachine::strand(std::uint32_t preposition) {
  Frame& frame = top();
  if (preposition == kNone || frame.draft == kNone || frame.kind != ClauseKind::Relative ||
      !frame.gap) {
    return;
  }
  obliques_.push_back({frame.draft, preposition, frame.antecedent});
  frame.gap = false;
}

// The subject of the clause on top, of a relative clause its antecedent where no other stands.
std::uint32_t ClauseMachine::take_subject() {
  Frame& frame = top();
  if (frame.subject == kNone && frame.kind == ClauseKind::Relative && frame.gap &&
      frame.gap_preposition == kNone) {
    frame.gap = false;
    return frame.antecedent;
  }
  return frame.subject;
}

// "…, said the minister, …": between commas.
bool ClauseMachine::is_parenthetical(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  return comma_ && at + 2 < chunks.size() &&
         g_.speech.contains(lemma(a_.groups[chunks[at].index].head)) &&
         chunks[at + 1].kind == ChunkKind::Phrase && chunks[at + 2].kind == ChunkKind::Comma;
}

// "…", said the minister: a verb of speech before its subject.
bool ClauseMachine::is_inverted(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  const ChunkKind last = before(at);
  const bool quoted = last == ChunkKind::Comma || last == ChunkKind::Break ||
                      (at > 0 && chunks[at - 1].kind == ChunkKind::Quote);
  return quoted && g_.speech.contains(lemma(a_.groups[chunks[at].index].head)) &&
         at + 1 < chunks.size() && chunks[at + 1].kind == ChunkKind::Phrase;
}

// "Is the bridge safe?", "Where are the ships?", "In the square stood a statue".
bool ClauseMachine::stands_before_subject(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  const Frame& frame = top();
  if (frame.there || frame.clausal_subject || at + 1 >= chunks.size()) return false;
  std::size_t next = at + 1;
  while (next + 1 < chunks.size() && chunks[next].kind == ChunkKind::Adverb) ++next;
  if (chunks[next].kind != ChunkKind::Phrase) return false;
  const Symbol verb = lemma(a_.groups[chunks[at].index].head);
  if (verb == g_.be && is_question()) return true;
  // "Nowhere is the …", "So did the navy"
  const auto skipped = [](const Chunk& c) {
    return c.kind == ChunkKind::Adverb || c.kind == ChunkKind::Quote;
  };
  const bool opened =
      at > 0 && at < kOpeners &&
      std::all_of(chunks.begin(), chunks.begin() + static_cast<std::ptrdiff_t>(at), skipped);
  if (opened && (verb == g_.be || verb == g_.do_ || g_.intransitive.contains(verb))) return true;
  return frame.kind == ClauseKind::Main && fronted_.size() > frame.first_fronted;
}

// "The plan, said the minister, is …": a subject before it goes on waiting for its verb.
void ClauseMachine::open_inverted(std::uint32_t group) {
  if (waiting_frame() == kNone)
    restart();
  else
    push(ClauseKind::Main);
  drafts_[start_draft(group)].inverted = true;
}

// Whether a verb behind "and" continues an earlier one: finite after finite, infinitive after
// infinitive or modal, participle after participle.
bool ClauseMachine::matches_form(const VerbGroup& group, const VerbGroup& earlier) const {
  if (group.finite) return earlier.finite;
  if (group.infinitive) return earlier.infinitive;
  const Tag mine = a_.tag(group.span.begin);
  const Tag theirs = a_.tag(earlier.head);
  if (mine == Tag::VB) return theirs == Tag::VB;
  if (mine == Tag::VBN)
    return theirs == Tag::VBN || (theirs == Tag::VBD && earlier.voice == Voice::Passive);
  return mine == theirs;
}

// Whether only commas and conjunctions stand between a token and a chunk.
bool ClauseMachine::only_joints_before(std::size_t at, std::uint32_t begin) const {
  while (at-- > 0 && chunker_.chunks()[at].span.begin >= begin) {
    const ChunkKind kind = chunker_.chunks()[at].kind;
    if (kind != ChunkKind::Comma && kind != ChunkKind::Conjunction) return false;
  }
  return true;
}

// "… and left", ", left": a verb that shares its subject with an earlier one.
bool ClauseMachine::coordinate_verb(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const VerbGroup& group = a_.groups[chunk.index];
  if (group.finite && top().draft == kNone && top().subject != kNone && !comma_) return false;
  for (auto f = static_cast<std::uint32_t>(frames_.size()); f-- > 0;) {
    const Frame& candidate = frames_[f];
    if (candidate.draft == kNone || !matches_form(group, group_of(candidate.draft))) continue;
    // "He said it failed, and left": behind a comma a report that no word opened is over.
    const bool reported = candidate.kind == ClauseKind::Complement && candidate.marker == kNone;
    if (comma_ && conjunction_ && group.finite && reported && f > 0) continue;
    while (frames_.size() > f + 1) pop();
    Frame& frame = top();
    const std::uint32_t earlier = frame.draft;
    const bool bare = only_joints_before(at, a_.groups[drafts_[earlier].group].span.end);
    const std::uint32_t subject = drafts_[earlier].subject;
    const bool passive = is_passive(earlier) && a_.tag(group.head) == Tag::VBN && !group.finite;
    fill_gap(earlier);
    adopt(earlier);
    const std::uint32_t draft = start_draft(chunk.index);
    drafts_[draft].subject = subject;
    drafts_[draft].twin = bare ? earlier : kNone;
    if (a_.tag(group.span.begin) == Tag::VBN && !group.finite) {
      a_.groups[chunk.index].voice = passive ? Voice::Passive : Voice::Active;
      a_.groups[chunk.index].perfect = !passive;
    }
    preposition_ = kNone;
    return true;
  }
  return false;
}

}  // namespace testudo::english
