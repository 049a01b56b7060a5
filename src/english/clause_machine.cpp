// The walk over a sentence's chunks, and the stack of open clauses. The machine's other parts:
//   clause_phrases.cpp      noun phrases as subjects, objects, members of coordinations,
//   appositives clause_attachment.cpp   prepositional phrases clause_openers.cpp      relative
//   words, conjunctions, commas clause_verbs.cpp        finite verbs, and verbs that share a
//   subject clause_nonfinite.cpp    infinitives, gerunds, participles clause_questions.cpp    what
//   words and clauses are like clause_result.cpp       from drafts to the analysis
#include "english/clause_machine.h"

#include <algorithm>

namespace testudo::english {
namespace {

// Deeper nesting than any reader follows is read as if the outer clauses had ended.
constexpr std::size_t kMaxFrames = 24;
// How many noun phrases of a clause's right edge are remembered; the outermost is kept.
constexpr std::size_t kMaxSites = 24;
// How many adverbs and quotation marks are stepped over to what stands before.
constexpr std::size_t kLookBack = 16;

}  // namespace

void ClauseMachine::run(SentenceLayers& sentence) {
  chunker_.read(a_, sentence);
  drafts_.clear();
  frames_.clear();
  sites_.clear();
  fronted_.clear();
  obliques_.clear();
  preposition_ = kNone;
  conjunction_ = comma_ = false;
  sentence.first_attachment = static_cast<std::uint32_t>(a_.attachments.size());
  push(ClauseKind::Main);
  for (std::size_t at = 0; at < chunker_.chunks().size(); ++at) step(at);
  while (!frames_.empty()) pop();
  finish(sentence);
}

void ClauseMachine::step(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  switch (chunk.kind) {
    case ChunkKind::Phrase:
      take_phrase(at);
      break;
    case ChunkKind::Verb:
      take_verb(at);
      break;
    case ChunkKind::Preposition:
      // "from within", "up to": the first one counts.
      if (preposition_ == kNone || before(at) != ChunkKind::Preposition)
        preposition_ = chunk.span.begin;
      return;  // conjunctions reach over it: "in Paris and in Rome"
    case ChunkKind::Relative:
      take_relative(at);
      break;
    case ChunkKind::Subordinator:
      take_subordinator(at);
      break;
    case ChunkKind::Conjunction:
      conjunction_ = true;
      return;
    case ChunkKind::Comma:
      take_comma(at);
      return;
    case ChunkKind::Break:
      restart();
      break;
    case ChunkKind::Open:
      open_bracket();
      break;
    case ChunkKind::Close:
      close_bracket();
      break;
    case ChunkKind::There:
      if (top().draft != kNone) push(ClauseKind::Complement);
      top().there = true;
      break;
    case ChunkKind::Adjective:
      take_adjective(at);
      break;
    case ChunkKind::Quote:
      return;  // stepped over
    case ChunkKind::Adverb:
      take_adverb(at);
      return;
    case ChunkKind::Other:
      break;
  }
  conjunction_ = keep_conjunction_;
  keep_conjunction_ = comma_ = false;
}

// "gave the town up": a particle behind the object; other adverbs are stepped over.
void ClauseMachine::take_adverb(std::size_t at) {
  const std::uint32_t token = chunker_.chunks()[at].span.begin;
  if (preposition_ != kNone && preposition_ + 1 == token &&
      g_.adverbs_behind_prepositions.contains(form(token))) {
    preposition_ = kNone;  // "by then"
    return;
  }
  if (top().draft == kNone || before(at) != ChunkKind::Phrase) return;
  VerbGroup& group = a_.groups[drafts_[top().draft].group];
  if (group.particle == kNone && drafts_[top().draft].object != kNone &&
      g_.phrasal_verbs.contains(lemma(group.head), form(token))) {
    group.particle = token;
  }
}

// The chunk before, adverbs and quotation marks stepped over.
const Chunk* ClauseMachine::previous(std::size_t at) const {
  for (std::size_t steps = 0; at > 0 && steps < kLookBack; ++steps) {
    const Chunk& chunk = chunker_.chunks()[--at];
    if (chunk.kind != ChunkKind::Adverb && chunk.kind != ChunkKind::Quote) return &chunk;
  }
  return nullptr;
}

ChunkKind ClauseMachine::before(std::size_t at) const {
  const Chunk* chunk = previous(at);
  return chunk == nullptr ? ChunkKind::Break : chunk->kind;
}

// ---- frames ------------------------------------------------------------------------------------

void ClauseMachine::push(ClauseKind kind) {
  if (frames_.size() >= kMaxFrames) pop();
  Frame frame;
  frame.kind = kind;
  frame.parent = frames_.empty() ? kNone : top().draft;
  frame.first_site = static_cast<std::uint32_t>(sites_.size());
  frame.first_fronted = static_cast<std::uint32_t>(fronted_.size());
  frame.after_comma = comma_;
  frames_.push_back(frame);
}

void ClauseMachine::pop() {
  const Frame& frame = top();
  if (frame.draft != kNone) {
    fill_gap(frame.draft);
    describe_noun(frame);
    adopt(frame.draft);
  }
  sites_.resize(frame.first_site);
  fronted_.resize(frame.first_fronted);
  frames_.pop_back();
}

// What stands in brackets may describe the noun phrase before them.
void ClauseMachine::open_bracket() {
  const std::uint32_t described = innermost_phrase();
  push(ClauseKind::Main);
  top().bracket = true;
  if (described != kNone) push_site({described, kNone});
}

void ClauseMachine::close_bracket() {
  const auto opened = std::ranges::find_if(frames_, &Frame::bracket);
  if (opened == frames_.end()) return;
  while (!top().bracket) pop();
  pop();
}

// A clause that ends before the one around it has its verb hangs on that verb.
void ClauseMachine::adopt(std::uint32_t draft) {
  if (frames_.size() < 2 || drafts_[draft].parent != kNone) return;
  Frame& outer = frames_[frames_.size() - 2];
  if (outer.draft != kNone || drafts_[draft].kind == ClauseKind::Main) return;
  drafts_[draft].next_orphan = outer.orphans;
  outer.orphans = draft;
}

// "the claim that he made": behind a noun that takes a clause, and yet a relative clause, for its
// verb lacks an object.
void ClauseMachine::describe_noun(const Frame& frame) {
  if (frame.kind != ClauseKind::Complement || frame.antecedent == kNone) return;
  Draft& d = drafts_[frame.draft];
  if (!takes_object(frame.draft) || !g_.with_claims.contains(verb_of(frame.draft))) return;
  d.kind = ClauseKind::Relative;
  d.antecedent = d.object = frame.antecedent;
}

// A relative clause's antecedent is the object of the deepest verb that lacks one: "the treaty that
// Russia wants to extend".
void ClauseMachine::fill_gap(std::uint32_t draft) {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->kind == ClauseKind::Relative) {
      if (!frame->gap || frame->antecedent == kNone || !takes_object(draft)) return;
      drafts_[draft].object = frame->antecedent;
      frame->gap = false;
      return;
    }
    if (frame->kind != ClauseKind::Infinitive && frame->kind != ClauseKind::Complement) return;
  }
}

// A new sentence within the sentence: behind a semicolon, or "…, and Russia will …".
void ClauseMachine::restart() {
  while (!frames_.empty()) pop();
  preposition_ = kNone;
  conjunction_ = comma_ = false;
  push(ClauseKind::Main);
}

void ClauseMachine::push_site(Site site) {
  const std::size_t inner = top().first_site + 1U;
  if (sites_.size() >= inner + kMaxSites)
    sites_.erase(sites_.begin() + static_cast<std::ptrdiff_t>(inner));
  sites_.push_back(site);
}

// What the verb's right edge is before anything follows it.
void ClauseMachine::reset_edge() {
  sites_.resize(top().first_site);
  push_site({});
}

// A clause with a subject and no verb.
bool ClauseMachine::is_waiting(const Frame& frame) const {
  return frame.draft == kNone && (frame.subject != kNone || frame.there || frame.clausal_subject ||
                                  (frame.kind == ClauseKind::Relative && frame.gap));
}

// The innermost clause that waits for its verb, or kNone.
std::uint32_t ClauseMachine::waiting_frame() const {
  for (auto f = static_cast<std::uint32_t>(frames_.size()); f-- > 0;) {
    if (is_waiting(frames_[f])) return f;
  }
  return kNone;
}

std::size_t ClauseMachine::count_waiting() const {
  std::size_t count = 0;
  for (const Frame& frame : frames_) count += is_waiting(frame) ? 1U : 0U;
  return count;
}

bool ClauseMachine::close_to_waiting() {
  const std::uint32_t frame = waiting_frame();
  if (frame == kNone) return false;
  while (frames_.size() > frame + 1) pop();
  return true;
}

}  // namespace testudo::english
