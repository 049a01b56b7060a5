// Noun phrases: subjects, objects, members of coordinations, appositives, and the subjects of
// clauses that have no word of their own to open them.
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How long a report between commas may be, in chunks: "…, the ministry said in a statement, …".
constexpr std::size_t kReportingReach = 8;

}  // namespace

void ClauseMachine::take_phrase(std::size_t at) {
  if (preposition_ != kNone) {
    take_prepositional(at);
    return;
  }
  if (conjunction_ && is_time(chunker_.chunks()[at].index) && at + 1 < chunker_.chunks().size() &&
      chunker_.chunks()[at + 1].kind == ChunkKind::Phrase) {
    keep_conjunction_ = true;  // "and this year the city …"
    return;
  }
  if (conjunction_ && take_coordinated(at)) return;
  if (top().draft == kNone) {
    take_before_verb(at);
  } else {
    take_behind_verb(at);
  }
}

// Joins a phrase to the coordination of another.
void ClauseMachine::coordinate(std::uint32_t phrase, std::uint32_t with) {
  if (with >= phrase) return;
  while (a_.phrases[with].next != kNone && a_.phrases[with].next < phrase)
    with = a_.phrases[with].next;
  a_.phrases[with].next = phrase;
}

// The noun phrase on the right edge that a phrase behind "and" is most like: the innermost one
// unless another shares more of its form and meaning.
std::uint32_t ClauseMachine::best_partner(std::uint32_t phrase) const {
  const NounPhrase& mine = a_.phrases[phrase];
  const auto likeness = [&](std::uint32_t other) {
    const NounPhrase& theirs = a_.phrases[other];
    int points = 0;
    const bool both_names =
        is_proper_noun(a_.tag(mine.head)) && is_proper_noun(a_.tag(theirs.head));
    const bool one_name = is_proper_noun(a_.tag(mine.head)) != is_proper_noun(a_.tag(theirs.head));
    if (both_names) points += 2;
    if (theirs.appositive_of != kNone) points -= 2;
    if (one_name) points -= 1;
    const bool determined =
        a_.tag(mine.span.begin) == Tag::DT || a_.tag(mine.span.begin) == Tag::PRPS;
    const bool also =
        a_.tag(theirs.span.begin) == Tag::DT || a_.tag(theirs.span.begin) == Tag::PRPS;
    if (determined == also) points += 1;
    if (a_.tag(mine.head) == a_.tag(theirs.head)) points += 1;
    const NounKind kind = table_.first_noun_kind(a_.words[mine.head].lemma_id);
    if (kind != NounKind::None && kind == table_.first_noun_kind(a_.words[theirs.head].lemma_id))
      points += 2;
    return points;
  };
  std::uint32_t best = kNone;
  int most = 0;
  for (std::size_t s = sites_.size(); s-- > top().first_site;) {
    if (sites_[s].phrase == kNone) continue;
    const int points = likeness(sites_[s].phrase) + (best == kNone ? 1 : 0);
    if (best == kNone || points > most) {
      best = sites_[s].phrase;
      most = points;
    }
  }
  return best;
}

// "He did nothing until they met, and she left": behind its main clause, a subordinate one ends.
bool ClauseMachine::ends_with_comma() const {
  return comma_ && frames_[frames_.size() - 2].draft != kNone;
}

// "…, and Russia will …": a clause beside the nearest finite one; behind a comma beside one that no
// word like that opened, for "he said he would go, and he went" reports no more.
bool ClauseMachine::continue_beside(std::uint32_t subject) {
  while (frames_.size() > 1 && !(top().kind == ClauseKind::Subordinate && !ends_with_comma()) &&
         (top().kind != ClauseKind::Complement || top().after_comma ||
          (comma_ && top().marker == kNone))) {
    pop();
  }
  Frame& frame = top();
  if (frame.draft == kNone) return false;
  fill_gap(frame.draft);
  adopt(frame.draft);
  frame.draft = kNone;
  frame.there = frame.clausal_subject = false;
  frame.subject = subject;
  sites_.resize(frame.first_site);
  push_site({subject, kNone});
  return true;
}

// "ties between Chad and Niger": what stands behind "between" wants a second.
bool ClauseMachine::completes_pair() const {
  if (sites_.empty()) return false;
  const Site& site = sites_.back();
  if (site.phrase == kNone || site.preposition == kNone) return false;
  const NounPhrase& first = a_.phrases[site.phrase];
  return form(site.preposition) == g_.between && first.next == kNone &&
         a_.tag(first.head) != Tag::NNS;
}

// "land for the farmers and a loan for the firm": behind "and" a phrase with a prepositional phrase
// of the same kind is like what the first one belongs to. Returns that, or the partner given.
std::uint32_t ClauseMachine::host_of_partner(std::size_t at, std::uint32_t partner) const {
  const auto& chunks = chunker_.chunks();
  const Site& last = sites_.back();
  const std::uint32_t phrase = chunks[at].index;
  if (last.phrase != partner || last.preposition == kNone || at + 1 >= chunks.size() ||
      chunks[at + 1].kind != ChunkKind::Preposition ||
      form(chunks[at + 1].span.begin) != form(last.preposition) ||
      is_proper_noun(a_.tag(a_.phrases[phrase].head))) {
    return partner;
  }
  // "leaders of unions and the head of a bank", but "genres and eras of music"
  const Tag first = a_.tag(a_.phrases[phrase].span.begin);
  if (form(last.preposition) == g_.of && first != Tag::DT && first != Tag::PRPS) return partner;
  if (!a_.attachments.empty() && a_.attachments.back().phrase == partner)
    return a_.attachments.back().host;
  const std::uint32_t draft = top().draft;
  const bool of_verb = draft != kNone && !obliques_.empty() && obliques_.back().phrase == partner;
  return of_verb && drafts_[draft].object != kNone ? drafts_[draft].object : partner;
}

// Behind "and": one more member of a coordination, or the subject of a clause of its own.
bool ClauseMachine::take_coordinated(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  if (chunk.leads_to_verb && !completes_pair() && top().draft != kNone &&
      continue_beside(chunk.index)) {
    return true;
  }
  std::uint32_t partner = best_partner(chunk.index);
  if (partner == kNone) return false;
  partner = host_of_partner(at, partner);
  coordinate(chunk.index, partner);
  replace_site(partner, chunk.index);
  return true;
}

// What follows belongs to the new member of a coordination or to what stands before that.
void ClauseMachine::replace_site(std::uint32_t partner, std::uint32_t phrase) {
  for (std::size_t s = top().first_site; s < sites_.size(); ++s) {
    if (sites_[s].phrase != partner) continue;
    const std::uint32_t preposition = sites_[s].preposition;
    sites_.resize(s);
    push_site({phrase, preposition});
    return;
  }
  // An object that the verb's prepositional phrases have followed.
  if (top().draft == kNone || drafts_[top().draft].object != partner) return;
  sites_.resize(top().first_site + 1U);
  push_site({phrase, kNone});
}

// The clause has no verb yet: a subject, an appositive, or a member of the subject's coordination.
void ClauseMachine::take_before_verb(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  Frame& frame = top();
  const std::uint32_t phrase = chunk.index;
  if (frame.kind == ClauseKind::Relative && frame.subject == kNone && frame.marker != kNone &&
      form(frame.marker) == g_.whose && frame.gap) {
    a_.phrases[phrase].possessor = frame.antecedent;
    frame.gap = false;
  }
  if (frame.subject == kNone) {
    take_first(at);
  } else if (comma_) {
    take_behind_subject_and_comma(at);
  } else if (is_time(phrase) && !is_time(frame.subject)) {
    return;  // "Putin last year said"
  } else if (is_time(frame.subject) && !is_time(phrase)) {
    replace_adverbial_subject(phrase);  // "Last year Putin said"
  } else if (before(at) == ChunkKind::Phrase && chunk.leads_to_verb) {
    open_contact_clause(phrase);
  } else {
    a_.phrases[phrase].appositive_of = frame.subject;
    push_site({phrase, kNone});
  }
}

// Nothing of the clause has been read but what stands before its subject.
void ClauseMachine::take_first(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  Frame& frame = top();
  if (is_time(chunk.index) && !chunk.leads_to_verb) {
    fronted_.push_back({kNone, kNone, chunk.index});
    return;
  }
  if (comma_ && !chunk.leads_to_verb && fronted_.size() > frame.first_fronted &&
      at + 1 < chunker_.chunks().size() && chunker_.chunks()[at + 1].kind == ChunkKind::Comma) {
    a_.phrases[chunk.index].appositive_of = fronted_.back().phrase;  // "In Kyiv, the capital, …"
    return;
  }
  frame.subject = chunk.index;
  sites_.resize(frame.first_site);
  push_site({chunk.index, kNone});
}

void ClauseMachine::take_behind_subject_and_comma(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t said = innermost_phrase();
  if (is_reporting(at)) {
    push(ClauseKind::Main);
    top().subject = chunk.index;
  } else if (chunk.lists_on && said != kNone && !is_description(at, said)) {
    coordinate(chunk.index, said);
  } else if (is_time(top().subject) && chunk.leads_to_verb) {
    replace_adverbial_subject(chunk.index);
    return;
  } else {
    a_.phrases[chunk.index].appositive_of = top().subject;
  }
  push_site({chunk.index, kNone});
}

// "The strike, the union says, will …": a subject and its verb of speech between commas.
bool ClauseMachine::is_reporting(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  std::size_t next = at + 1;
  while (next < chunks.size() && chunks[next].kind == ChunkKind::Adverb) ++next;
  if (next >= chunks.size() || chunks[next].kind != ChunkKind::Verb) return false;
  const VerbGroup& group = a_.groups[chunks[next].index];
  if (!group.finite || group.voice == Voice::Passive || !g_.speech.contains(lemma(group.head)))
    return false;
  for (++next; next < chunks.size() && next < at + kReportingReach; ++next) {
    const ChunkKind kind = chunks[next].kind;
    if (kind == ChunkKind::Comma) {
      do ++next;
      while (next < chunks.size() &&
             (chunks[next].kind == ChunkKind::Adverb || chunks[next].kind == ChunkKind::Quote));
      return next < chunks.size() && chunks[next].kind == ChunkKind::Verb &&
             a_.groups[chunks[next].index].finite;
    }
    if (kind != ChunkKind::Phrase && kind != ChunkKind::Preposition && kind != ChunkKind::Adverb)
      return false;
  }
  return false;
}

// "Anna Kranz, the head of the union, and her deputy": what a person is, between commas.
bool ClauseMachine::is_description(std::size_t at, std::uint32_t said) const {
  const auto& chunks = chunker_.chunks();
  const NounPhrase& name = a_.phrases[said];
  const NounPhrase& role = a_.phrases[chunks[at].index];
  if (!is_proper_noun(a_.tag(name.head)) || is_proper_noun(a_.tag(role.head))) return false;
  if (!g_.person_nouns.contains(lemma(role.head)) || a_.tag(role.head) != Tag::NN) return false;
  std::size_t next = at + 1;
  while (next + 1 < chunks.size() && chunks[next].kind == ChunkKind::Preposition) next += 2;
  if (next + 1 >= chunks.size()) return false;
  if (chunks[next].kind == ChunkKind::Comma) return chunks[next + 1].kind == ChunkKind::Conjunction;
  // "…, chief of the navy and a friend of the king, …"
  if (chunks[next].kind != ChunkKind::Conjunction) return false;
  next += 2;
  while (next + 1 < chunks.size() && chunks[next].kind == ChunkKind::Preposition) next += 2;
  return next < chunks.size() && chunks[next].kind == ChunkKind::Comma;
}

// What was taken for the subject only says when.
void ClauseMachine::replace_adverbial_subject(std::uint32_t phrase) {
  fronted_.push_back({kNone, kNone, top().subject});
  top().subject = phrase;
  push_site({phrase, kNone});
}

// "the treaty Russia signed": a relative clause that nothing opens.
void ClauseMachine::open_contact_clause(std::uint32_t subject) {
  const std::uint32_t antecedent = innermost_phrase();
  push(ClauseKind::Relative);
  top().antecedent = antecedent;
  top().gap = antecedent != kNone;
  top().subject = subject;
  push_site({subject, kNone});
}

// The clause has its verb: an object, a complement, an adverbial, an appositive, or the subject of
// a clause that is about to begin.
void ClauseMachine::take_behind_verb(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t phrase = chunk.index;
  Draft& d = drafts_[top().draft];
  if ((d.there || d.inverted) && d.subject == kNone) {
    d.subject = phrase;
    push_site({phrase, kNone});
  } else if (comma_) {
    take_behind_comma(at);
  } else if (chunk.leads_to_verb && !is_time(phrase) && !is_awaited(at)) {
    open_clause_of(at);
  } else {
    place_object(phrase);
  }
}

// Behind the verb and a comma: a clause of its own, a member of a coordination, an appositive.
void ClauseMachine::take_behind_comma(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t phrase = chunk.index;
  const std::uint32_t said = innermost_phrase();
  if (chunk.leads_to_verb && !(chunk.lists_on && said != kNone)) {  // "…, officials said"
    restart();
    top().subject = phrase;
    push_site({phrase, kNone});
  } else if (said != kNone && chunk.lists_on) {
    coordinate(phrase, said);
    sites_.back() = {phrase, sites_.back().preposition};
  } else if (said != kNone && !is_time(phrase)) {
    a_.phrases[phrase].appositive_of = said;
    push_site({phrase, kNone});
  }
}

// Whether the verb before wants the phrase for its object although a verb follows that it could be
// the subject of: "the failure to return the form may …", where that verb has its subject already.
bool ClauseMachine::is_awaited(std::size_t at) const {
  const std::uint32_t draft = top().draft;
  const Symbol verb = verb_of(draft);
  const bool wanted =
      takes_object(draft) || (is_passive(draft) && g_.object_complement.contains(verb));
  return before(at) != ChunkKind::Phrase && wanted && waiting_frame() != kNone &&
         (!g_.with_clauses.contains(verb) || finite_ahead(at) < 2);
}

// The phrase is the subject of a clause that nothing opens: "the treaty Russia signed", "he said
// Russia would".
void ClauseMachine::open_clause_of(std::size_t at) {
  const std::uint32_t phrase = chunker_.chunks()[at].index;
  const std::uint32_t draft = top().draft;
  const Draft& d = drafts_[draft];
  const bool takes_clause = g_.with_clauses.contains(verb_of(draft));
  const bool reported = takes_clause && d.object == kNone;
  const bool told = takes_clause && d.object != kNone && g_.two_objects.contains(verb_of(draft));
  if (before(at) == ChunkKind::Phrase && !reported && !told) {
    open_contact_clause(phrase);
    return;
  }
  make_recipient(draft);
  push(ClauseKind::Complement);
  top().subject = phrase;
  push_site({phrase, kNone});
}

// "build, test and sell cars"
void ClauseMachine::share_object(std::uint32_t draft) {
  for (std::uint32_t twin = drafts_[draft].twin; twin != kNone && takes_object(twin);
       twin = drafts_[twin].twin) {
    drafts_[twin].object = drafts_[draft].object;
  }
}

// "took the crew hostage": a bare noun that is said of the object, which may stand elsewhere.
bool ClauseMachine::is_complement_of(std::uint32_t phrase, std::uint32_t draft) const {
  const NounPhrase& p = a_.phrases[phrase];
  return p.span.size() == 1 && g_.verb_complements.contains(verb_of(draft), form(p.head));
}

void ClauseMachine::place_object(std::uint32_t phrase) {
  const std::uint32_t draft = top().draft;
  Draft& d = drafts_[draft];
  const Symbol verb = verb_of(draft);
  if (is_adverbial_of(phrase, draft)) {
    obliques_.push_back({draft, kNone, phrase});
    return;
  }
  if (is_copula(draft) || verb == g_.be || is_complement_of(phrase, draft)) {
    d.complement = phrase;
    fill_cleft(draft, phrase);
  } else if (takes_object(draft)) {
    d.object = phrase;
    share_object(draft);
  } else if (is_passive(draft) && d.object == kNone && g_.two_objects.contains(verb)) {
    d.object = phrase;
  } else if (!is_passive(draft) && d.object != kNone && d.recipient == kNone &&
             g_.two_objects.contains(verb) && can_be_who(d.object)) {
    d.recipient = d.object;
    d.object = phrase;
  } else if (g_.object_complement.contains(verb)) {
    d.complement = phrase;
  } else {
    const std::uint32_t said = innermost_phrase();
    if (said != kNone) a_.phrases[phrase].appositive_of = said;
  }
  sites_.resize(top().first_site + 1U);
  push_site({phrase, kNone});
}

// "told reporters that …": with a clause for an object, the noun phrase is the recipient.
void ClauseMachine::make_recipient(std::uint32_t draft) {
  if (draft == kNone) return;
  Draft& d = drafts_[draft];
  if (d.object == kNone || d.recipient != kNone || !g_.two_objects.contains(verb_of(draft)) ||
      !g_.with_clauses.contains(verb_of(draft)) || is_passive(draft)) {
    return;
  }
  d.recipient = d.object;
  d.object = kNone;
}

}  // namespace testudo::english
