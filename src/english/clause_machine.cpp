// The walk over a sentence's chunks, and the stack of open clauses. The machine's other parts:
//   clause_phrases.cpp      noun phrases as subjects, objects, members of coordinations,
//   appositives clause_attachment.cpp   prepositional phrases clause_openers.cpp      relative
//   words, conjunctions, commas clause_verbs.cpp        finite verbs, and verbs that share a
//   subject clause_nonfinite.cpp    infinitives, gerunds, participles clause_questions.cpp    what
//   words and clauses are like clause_result.cpp       from drafts to the analysis
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// Deeper nesting than any reader follows is read as if the outer clauses had ended.
constexpr std::size_t kMaxFrames = 24;

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
      push(ClauseKind::Main);
      break;
    case ChunkKind::Close:
      if (frames_.size() > 1) pop();
      break;
    case ChunkKind::There:
      if (top().draft != kNone) push(ClauseKind::Complement);
      top().there = true;
      break;
    case ChunkKind::Adjective:
      take_adjective(at);
      break;
    case ChunkKind::Quote:
    case ChunkKind::Adverb:
      return;  // stepped over
    case ChunkKind::Other:
      break;
  }
  conjunction_ = keep_conjunction_;
  keep_conjunction_ = comma_ = false;
}

// The chunk before, adverbs and quotation marks stepped over.
const Chunk* ClauseMachine::previous(std::size_t at) const {
  while (at > 0) {
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
  if (frame.draft != kNone) fill_gap(frame.draft);
  sites_.resize(frame.first_site);
  fronted_.resize(frame.first_fronted);
  frames_.pop_back();
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

// What the verb's right edge is before anything follows it.
void ClauseMachine::reset_edge() {
  sites_.resize(top().first_site);
  sites_.push_back({});
}

// The innermost frame with a subject and no verb, or kNone.
std::uint32_t ClauseMachine::waiting_frame() const {
  for (auto f = static_cast<std::uint32_t>(frames_.size()); f-- > 0;) {
    const Frame& frame = frames_[f];
    if (frame.draft == kNone && (frame.subject != kNone || frame.there || frame.clausal_subject ||
                                 (frame.kind == ClauseKind::Relative && frame.gap))) {
      return f;
    }
  }
  return kNone;
}

bool ClauseMachine::close_to_waiting() {
  const std::uint32_t frame = waiting_frame();
  if (frame == kNone) return false;
  while (frames_.size() > frame + 1) pop();
  return true;
}

}  // namespace testudo::english
