// Words and marks that open and close clauses: who, that, because, commas.
#include "english/clause_machine.h"

namespace testudo::english {

// "members of the party, who": the nearest noun for a person, before that of a name behind "of".
std::uint32_t ClauseMachine::antecedent_of_who(std::uint32_t nearest) const {
  std::uint32_t possible = kNone;
  for (std::size_t s = sites_.size(); s-- > top().first_site;) {
    const std::uint32_t phrase = sites_[s].phrase;
    if (phrase == kNone || !can_be_who(phrase)) continue;
    const bool name = is_proper_noun(a_.tag(a_.phrases[phrase].head));
    if (!name || sites_[s].preposition == kNone) return phrase;
    if (possible == kNone) possible = phrase;
  }
  return possible == kNone ? nearest : possible;
}

void ClauseMachine::take_relative(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const Tag tag = a_.tag(chunk.span.begin);
  const std::uint32_t gap_preposition = preposition_;
  preposition_ = kNone;
  std::uint32_t antecedent = kNone;
  const ChunkKind last = before(at);
  const bool beside = last == ChunkKind::Phrase || last == ChunkKind::Comma ||
                      (last == ChunkKind::Preposition && gap_preposition != kNone) ||
                      last == ChunkKind::Conjunction;
  if (beside) antecedent = innermost_phrase();
  if (antecedent != kNone && tag == Tag::WP) antecedent = antecedent_of_who(antecedent);
  // "and who": beside the relative clause before it.
  if (conjunction_ && top().kind == ClauseKind::Relative && top().draft != kNone) {
    antecedent = top().antecedent;
    pop();
  }
  push(antecedent == kNone ? ClauseKind::Complement : ClauseKind::Relative);
  Frame& frame = top();
  frame.marker = chunk.span.begin;
  frame.antecedent = antecedent;
  frame.gap = tag != Tag::WRB && antecedent != kNone;
  frame.gap_preposition = gap_preposition;
  if (antecedent == kNone && tag != Tag::WRB) frame.clausal_subject = true;
}

void ClauseMachine::take_subordinator(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  preposition_ = kNone;
  const bool that = form(chunk.span.begin) == g_.that && chunk.span.size() == 1;
  if (conjunction_) {  // "that … and that …"
    while (frames_.size() > 1 && top().kind != ClauseKind::Complement &&
           top().kind != ClauseKind::Subordinate) {
      pop();
    }
    if (frames_.size() > 1 && top().draft != kNone) pop();
  }
  if (that) make_recipient(top().draft);
  push(that ? ClauseKind::Complement : ClauseKind::Subordinate);
  top().marker = chunk.span.begin;
}

void ClauseMachine::take_comma(std::size_t at) {
  const auto& chunks = chunker_.chunks();
  preposition_ = kNone;
  const ChunkKind next = at + 1 < chunks.size() ? chunks[at + 1].kind : ChunkKind::Break;
  comma_ = true;
  if (next == ChunkKind::Conjunction) return;
  // "A, B and C" goes on.
  if (next == ChunkKind::Phrase && chunks[at + 1].lists_on && !chunks[at + 1].leads_to_verb) return;
  // What stands between commas, or before the sentence's subject, ends here.
  for (std::size_t f = frames_.size(); f-- > 1;) {
    const Frame& frame = frames_[f];
    const Frame& outer = frames_[f - 1];
    const bool outer_waits = outer.draft == kNone;
    if (frame.draft == kNone) continue;
    const bool adverbial = frame.kind == ClauseKind::Subordinate ||
                           frame.kind == ClauseKind::Participle ||
                           frame.kind == ClauseKind::Gerund || frame.kind == ClauseKind::Infinitive;
    if ((outer_waits && adverbial && outer.subject == kNone) || (frame.after_comma) ||
        (outer_waits && outer.subject != kNone)) {
      while (frames_.size() > f) pop();
      top().clausal_subject = false;  // "Writing in a letter, the minister …"
      return;
    }
  }
}

void ClauseMachine::take_adjective(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  if (top().draft == kNone || preposition_ != kNone) return;
  Draft& d = drafts_[top().draft];
  d.adjective = true;
  d.tough = g_.tough_adjectives.contains(lemma(chunk.span.begin));
}

}  // namespace testudo::english
