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
                      last == ChunkKind::Conjunction || last == ChunkKind::Open;
  if (beside) antecedent = innermost_phrase();
  if (antecedent != kNone && tag == Tag::WP) antecedent = antecedent_of_who(antecedent);
  if (antecedent != kNone && is_cleft()) antecedent = drafts_[top().draft].complement;
  // "and who": beside the relative clause before it.
  if (conjunction_ && top().kind == ClauseKind::Relative && top().draft != kNone) {
    antecedent = top().antecedent;
    pop();
  }
  if (antecedent == kNone) {
    open_interrogative(at);
  } else {
    open_relative(chunk.span.begin, antecedent, tag != Tag::WRB);
    top().gap_preposition = gap_preposition;
  }
}

// "It is the fear of a strike that …"
bool ClauseMachine::is_cleft() const {
  const std::uint32_t draft = top().draft;
  if (draft == kNone || verb_of(draft) != g_.be || comma_) return false;
  const Draft& d = drafts_[draft];
  return d.complement != kNone && d.subject != kNone && form(a_.phrases[d.subject].head) == g_.it;
}

void ClauseMachine::open_relative(std::uint32_t marker, std::uint32_t antecedent, bool gap) {
  push(ClauseKind::Relative);
  top().marker = marker;
  top().antecedent = antecedent;
  top().gap = gap;
}

// A relative or interrogative word that describes no noun: "what he wants", "knows why …", "when
// …".
void ClauseMachine::open_interrogative(std::size_t at) {
  const auto& chunks = chunker_.chunks();
  const std::uint32_t word = chunks[at].span.begin;
  if (top().draft == kNone && top().subject == kNone && is_question()) return;  // "Who wrote …?"
  const bool adverbial = a_.tag(word) == Tag::WRB && g_.subordinators.contains(form(word));
  const std::uint32_t draft = top().draft;
  const bool asked = draft != kNone && g_.with_clauses.contains(verb_of(draft)) &&
                     (before(at) == ChunkKind::Verb || before(at) == ChunkKind::Conjunction);
  if (draft == kNone && top().subject == kNone && !adverbial && !top().bracket)
    top().clausal_subject = true;
  push(adverbial && !asked ? ClauseKind::Subordinate : ClauseKind::Complement);
  top().marker = word;
  if (a_.tag(word) != Tag::WRB) top().clausal_subject = true;
}

bool ClauseMachine::is_question() const {
  const Chunk& last = chunker_.chunks().back();
  return a_.text(last.span.begin) == "?";
}

// Whether "that" behind a noun phrase describes it: "the pact that Oslo signed", and not "told the
// press that …", "said on Friday that …", "It is a shame that …".
bool ClauseMachine::describes(std::uint32_t noun) const {
  const std::uint32_t draft = top().draft;
  if (noun == kNone || draft == kNone) return noun != kNone;
  const Draft& d = drafts_[draft];
  const bool it = d.subject != kNone && form(a_.phrases[d.subject].head) == g_.it;
  if (it && verb_of(draft) == g_.be) return false;
  if (!g_.with_clauses.contains(verb_of(draft))) return true;
  return d.object != kNone && !can_be_who(d.object);
}

void ClauseMachine::take_subordinator(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  preposition_ = kNone;
  const bool that = form(chunk.span.begin) == g_.that && chunk.span.size() == 1;
  if (conjunction_ && that && top().kind == ClauseKind::Relative && top().draft != kNone) {
    const std::uint32_t antecedent = top().antecedent;
    pop();
    open_relative(chunk.span.begin, antecedent, true);
    return;
  }
  if (conjunction_) {  // "that … and that …"
    while (frames_.size() > 1 && top().kind != ClauseKind::Complement &&
           top().kind != ClauseKind::Subordinate) {
      pop();
    }
    if (frames_.size() > 1 && top().draft != kNone) pop();
  }
  const std::uint32_t noun =
      that && before(at) == ChunkKind::Phrase ? innermost_phrase() : std::uint32_t{kNone};
  const bool describing = describes(noun);
  if (describing && !g_.nouns_with_clauses.contains(head_of(noun))) {
    open_relative(chunk.span.begin, noun, true);
    return;
  }
  if (that) make_recipient(top().draft);
  const bool first = top().draft == kNone && top().subject == kNone && !top().bracket;
  if (first && (that || asks(at))) top().clausal_subject = true;  // "That he lied is certain"
  push(that || asks(at) ? ClauseKind::Complement : ClauseKind::Subordinate);
  top().marker = chunk.span.begin;
  if (describing) top().antecedent = noun;
}

// "knows whether", "asked if".
bool ClauseMachine::asks(std::size_t at) const {
  const Symbol word = form(chunker_.chunks()[at].span.begin);
  if (word == g_.whether) return true;
  const std::uint32_t draft = top().draft;
  return word == g_.if_ && draft != kNone && before(at) == ChunkKind::Verb &&
         g_.with_clauses.contains(verb_of(draft));
}

// "that his own party, at the request of the generals, had drafted": whether a comma opens or
// closes what stands between a subject and its verb.
bool ClauseMachine::interrupts(std::size_t at, std::size_t open) {
  Frame& frame = frames_[open];
  if (frame.draft != kNone || frame.subject == kNone || frame.marker == kNone) return false;
  const Chunk* last = previous(at);
  const bool opens =
      last != nullptr && last->kind == ChunkKind::Phrase && last->index == frame.subject;
  const bool closes = frame.interrupted && !opens;
  frame.interrupted = opens;
  // What a comma opened is closed by the next, though a clause may stand within.
  return opens || (closes && open + 1 == frames_.size());
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
    if (interrupts(at, f)) return;
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
  d.evaluated = !g_.raising_adjectives.contains(lemma(chunk.span.begin));
  d.tough = g_.tough_adjectives.contains(lemma(chunk.span.begin));
}

}  // namespace testudo::english
