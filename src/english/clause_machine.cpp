#include "english/clause_machine.h"

#include <algorithm>

namespace testudo::english {
namespace {

// Deeper nesting than any reader follows is read as if the outer clauses had ended.
constexpr std::size_t kMaxFrames = 24;
// How far to look for the verb of a subject, in chunks.
constexpr std::size_t kLookAhead = 24;

const WordTable& table() { return WordTable::builtin(); }

}  // namespace

// ---- the walk ----------------------------------------------------------------------------------

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

// ---- questions ---------------------------------------------------------------------------------

bool ClauseMachine::is_passive(std::uint32_t draft) const {
  const VerbGroup& group = group_of(draft);
  if (group.voice == Voice::Passive) return true;
  // A participle without auxiliary: "the treaty negotiated by".
  return !group.finite && !group.infinitive && group.span.begin == group.head &&
         a_.tag(group.head) == Tag::VBN && !group.perfect;
}

bool ClauseMachine::is_copula(std::uint32_t draft) const {
  return !is_passive(draft) && g_.linking.contains(verb_of(draft));
}

bool ClauseMachine::takes_object(std::uint32_t draft) const {
  const Draft& d = drafts_[draft];
  if (d.object != kNone || d.there) return false;
  if (is_passive(draft)) return false;
  return verb_of(draft) != g_.be && !g_.intransitive.contains(verb_of(draft));
}

// A noun phrase that says when, without a preposition: "last year", "Friday".
bool ClauseMachine::is_time(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  if (p.pronoun || p.possessor != kNone) return false;
  const std::uint32_t features = table().features(a_.words[p.head].form);
  const auto is_month = [&](std::uint32_t token) {
    return (table().features(a_.words[token].form) & Feature::kMonth) != 0 &&
           is_proper_noun(a_.tag(token));
  };
  if ((features & Feature::kWeekday) != 0 && is_proper_noun(a_.tag(p.head))) return true;
  if (is_month(p.head) || is_month(p.span.begin)) return true;
  const Symbol noun = lemma(p.head);
  if (p.span.size() == 1) return g_.days.contains(noun);
  if (!g_.adverbial_nouns.contains(noun)) return false;
  // "this year", "the next day", "Monday morning"; "the year" alone is any noun phrase.
  for (std::uint32_t t = p.span.begin; t < p.head; ++t) {
    if (g_.adverbial_openers.contains(form(t))) return true;
    if ((table().features(a_.words[t].form) & Feature::kWeekday) != 0) return true;
  }
  return false;
}

// "five percent", "three times", "20 miles": a number and a unit.
bool ClauseMachine::is_measure(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  const Symbol noun = lemma(p.head);
  if (!g_.measure_nouns.contains(noun) && !g_.adverbial_nouns.contains(noun)) return false;
  for (std::uint32_t t = p.span.begin; t < p.head; ++t) {
    if (a_.tag(t) == Tag::CD || a_.tag(t) == Tag::DT) return true;
  }
  return false;
}

// A noun phrase behind this verb that is no object of it.
bool ClauseMachine::is_adverbial_of(std::uint32_t phrase, std::uint32_t draft) const {
  if (is_time(phrase)) return true;
  if (!is_measure(phrase)) return false;
  if (!takes_object(draft)) return true;
  return g_.adverbial_nouns.contains(head_of(phrase)) &&
         !g_.with_measures.contains(verb_of(draft)) &&
         a_.tag(a_.phrases[phrase].span.begin) == Tag::CD;
}

bool ClauseMachine::can_be_who(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  if (p.pronoun || is_proper_noun(a_.tag(p.head))) return true;
  if (g_.person_nouns.contains(lemma(p.head))) return true;
  const WordId noun = a_.words[p.head].lemma_id;
  return (table().noun_kinds(noun) & bit(NounKind::Person)) != 0 ||
         table().first_noun_kind(noun) == NounKind::Group;
}

std::uint32_t ClauseMachine::innermost_phrase() const {
  for (std::size_t s = sites_.size(); s-- > top().first_site;) {
    if (sites_[s].phrase != kNone) return sites_[s].phrase;
  }
  return kNone;
}

std::uint32_t ClauseMachine::subject_to_share(std::uint32_t draft) const {
  return draft == kNone ? kNone : drafts_[draft].subject;
}

// ---- noun phrases ------------------------------------------------------------------------------

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
    const NounKind kind = table().first_noun_kind(a_.words[mine.head].lemma_id);
    if (kind != NounKind::None && kind == table().first_noun_kind(a_.words[theirs.head].lemma_id))
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

// Behind "and": one more member of a coordination, or the subject of a clause of its own.
bool ClauseMachine::take_coordinated(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const bool has_verb = top().draft != kNone;
  if (chunk.leads_to_verb && has_verb) {
    // "…, and Russia will …": a clause beside the nearest finite one.
    while (frames_.size() > 1 && (top().kind != ClauseKind::Complement || top().after_comma) &&
           top().kind != ClauseKind::Subordinate) {
      pop();
    }
    Frame& frame = top();
    if (frame.draft == kNone) return false;
    fill_gap(frame.draft);
    frame.draft = kNone;
    frame.there = frame.clausal_subject = false;
    frame.subject = chunk.index;
    sites_.resize(frame.first_site);
    sites_.push_back({chunk.index, kNone});
    return true;
  }
  const std::uint32_t partner = best_partner(chunk.index);
  if (partner == kNone) return false;
  coordinate(chunk.index, partner);
  // What follows belongs to the new member or to what stands before the coordination.
  for (std::size_t s = top().first_site; s < sites_.size(); ++s) {
    if (sites_[s].phrase != partner) continue;
    const std::uint32_t preposition = sites_[s].preposition;
    sites_.resize(s);
    sites_.push_back({chunk.index, preposition});
    break;
  }
  return true;
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
    if (is_time(phrase) && !chunk.leads_to_verb) {
      fronted_.push_back({kNone, kNone, phrase});
      return;
    }
    if (comma_ && !chunk.leads_to_verb && fronted_.size() > frame.first_fronted &&
        chunker_.chunks()[at + 1].kind == ChunkKind::Comma) {
      a_.phrases[phrase].appositive_of = fronted_.back().phrase;  // "In Kyiv, the capital, …"
      return;
    }
    frame.subject = phrase;
    sites_.resize(frame.first_site);
    sites_.push_back({phrase, kNone});
    return;
  }
  if (comma_) {
    const std::uint32_t said = innermost_phrase();
    if (chunk.lists_on && said != kNone) {
      coordinate(phrase, said);
    } else if (is_time(frame.subject) && chunk.leads_to_verb) {
      fronted_.push_back({kNone, kNone, frame.subject});
      frame.subject = phrase;
    } else {
      a_.phrases[phrase].appositive_of = frame.subject;
    }
    sites_.push_back({phrase, kNone});
    return;
  }
  if (is_time(phrase) && !is_time(frame.subject)) return;  // "Putin last year said"
  if (is_time(frame.subject) && !is_time(phrase)) {        // "Last year Putin said"
    fronted_.push_back({kNone, kNone, frame.subject});
    frame.subject = phrase;
    sites_.push_back({phrase, kNone});
    return;
  }
  if (before(at) == ChunkKind::Phrase && chunk.leads_to_verb) {  // "the treaty Russia signed"
    const std::uint32_t antecedent = innermost_phrase();
    push(ClauseKind::Relative);
    top().antecedent = antecedent;
    top().gap = true;
    top().subject = phrase;
    sites_.push_back({phrase, kNone});
    return;
  }
  a_.phrases[phrase].appositive_of = frame.subject;
  sites_.push_back({phrase, kNone});
}

// The clause has its verb: an object, a complement, an adverbial, an appositive, or the subject of
// a clause that is about to begin.
void ClauseMachine::take_behind_verb(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t phrase = chunk.index;
  const std::uint32_t draft = top().draft;
  Draft& d = drafts_[draft];
  if ((d.there || d.inverted) && d.subject == kNone) {
    d.subject = phrase;
    sites_.push_back({phrase, kNone});
    return;
  }
  const ChunkKind last = before(at);
  if (comma_) {
    const std::uint32_t said = innermost_phrase();
    if (chunk.leads_to_verb && !(chunk.lists_on && said != kNone)) {  // "…, officials said"
      restart();
      top().subject = phrase;
      sites_.push_back({phrase, kNone});
    } else if (said != kNone && chunk.lists_on) {
      coordinate(phrase, said);
      sites_.back() = {phrase, sites_.back().preposition};
    } else if (said != kNone && !is_time(phrase)) {
      a_.phrases[phrase].appositive_of = said;
      sites_.push_back({phrase, kNone});
    }
    return;
  }
  // "the failure to return the form may …": the verb ahead has its subject already.
  const std::uint32_t waiting = waiting_frame();
  const bool wanted =
      takes_object(draft) || (is_passive(draft) && g_.object_complement.contains(verb_of(draft)));
  const bool awaited = last != ChunkKind::Phrase && wanted && waiting != kNone &&
                       (!g_.with_clauses.contains(verb_of(draft)) || finite_ahead(at) < 2);
  if (chunk.leads_to_verb && !is_time(phrase) && !awaited) {
    const bool reported = g_.with_clauses.contains(verb_of(draft)) && d.object == kNone;
    const bool told = d.object != kNone && g_.two_objects.contains(verb_of(draft)) &&
                      g_.with_clauses.contains(verb_of(draft));
    if (last == ChunkKind::Phrase && !reported && !told) {  // "the treaty Russia signed"
      const std::uint32_t antecedent = innermost_phrase();
      push(ClauseKind::Relative);
      top().antecedent = antecedent;
      top().gap = antecedent != kNone;
    } else {  // "he said Russia would"
      make_recipient(draft);
      push(ClauseKind::Complement);
    }
    top().subject = phrase;
    sites_.push_back({phrase, kNone});
    return;
  }
  place_object(phrase);
}

void ClauseMachine::place_object(std::uint32_t phrase) {
  const std::uint32_t draft = top().draft;
  Draft& d = drafts_[draft];
  const Symbol verb = verb_of(draft);
  if (is_adverbial_of(phrase, draft)) {
    obliques_.push_back({draft, kNone, phrase});
    return;
  }
  if (is_copula(draft) || verb == g_.be) {
    d.complement = phrase;
  } else if (takes_object(draft)) {
    d.object = phrase;
    for (std::uint32_t twin = d.twin; twin != kNone && takes_object(twin);
         twin = drafts_[twin].twin) {
      drafts_[twin].object = phrase;  // "build, test and sell cars"
    }
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
  sites_.push_back({phrase, kNone});
}

// ---- prepositional phrases ---------------------------------------------------------------------

void ClauseMachine::take_prepositional(std::size_t at) {
  const std::uint32_t phrase = chunker_.chunks()[at].index;
  const std::uint32_t preposition = preposition_;
  preposition_ = kNone;
  if (is_absolute(at, preposition)) {  // "with prices rising"
    push(ClauseKind::Participle);
    top().marker = preposition;
    top().subject = phrase;
    sites_.push_back({phrase, kNone});
    return;
  }
  Frame& frame = top();
  const std::size_t first = frame.first_site;
  if (conjunction_) {  // "in Paris and in Rome": where the other one went
    for (std::size_t s = sites_.size(); s-- > first;) {
      if (sites_[s].preposition == kNone || form(sites_[s].preposition) != form(preposition))
        continue;
      coordinate(phrase, sites_[s].phrase);
      sites_.resize(s);
      sites_.push_back({phrase, preposition});
      return;
    }
  }
  const bool subject_bound =
      g_.noun_bound.contains(form(preposition)) || form(preposition) == g_.from;
  const bool fronted =
      frame.draft == kNone && (sites_.size() == first || (comma_ && !subject_bound) ||
                               (frame.subject == kNone && !goes_to_noun(preposition, phrase)));
  if (fronted) {
    fronted_.push_back({kNone, preposition, phrase});
    // What follows may belong to it: "In the last days of the war, …".
    if (frame.subject == kNone) {
      sites_.resize(first);
      sites_.push_back({phrase, preposition});
    }
    return;
  }
  const std::size_t site = attachment_site(preposition, phrase);
  if (sites_[site].phrase == kNone) {
    Draft& d = drafts_[frame.draft];
    if (is_passive(frame.draft) && form(preposition) == g_.by && d.agent == kNone &&
        !is_time(phrase)) {
      d.agent = phrase;
    } else {
      obliques_.push_back({frame.draft, preposition, phrase});
    }
  } else {
    a_.attachments.push_back({sites_[site].phrase, preposition, phrase});
  }
  sites_.resize(site + 1);
  sites_.push_back({phrase, preposition});
}

// "with prices rising": a preposition, a noun phrase and a participle of which it is the subject.
bool ClauseMachine::is_absolute(std::size_t at, std::uint32_t preposition) const {
  const auto& chunks = chunker_.chunks();
  if (form(preposition) != g_.with || at + 1 >= chunks.size()) return false;
  if (chunks[at + 1].kind != ChunkKind::Verb) return false;
  const VerbGroup& group = a_.groups[chunks[at + 1].index];
  return a_.tag(group.span.begin) == Tag::VBG;
}

// Whether the nearest noun phrase rather than the verb is what a prepositional phrase describes, as
// far as the words themselves tell.
bool ClauseMachine::goes_to_noun(std::uint32_t preposition, std::uint32_t phrase) const {
  const Site& site = sites_.back();
  if (site.phrase == kNone || is_time(phrase)) return false;
  const NounPhrase& host = a_.phrases[site.phrase];
  if (host.pronoun) return false;
  const Symbol word = form(preposition);
  if (g_.noun_bound.contains(word) || g_.noun_prepositions.contains(lemma(host.head), word))
    return true;
  if (word == g_.from) return true;
  const bool name = is_proper_noun(a_.tag(a_.phrases[phrase].head));
  if (word == g_.in) {
    // "the headquarters in Vienna", "at the airport in Kyiv", "the treatment of prisoners in camps"
    if (site.preposition == kNone) return false;
    return form(site.preposition) == g_.of || (name && is_place_like(site.phrase));
  }
  if (word == g_.with) return !can_be_who(phrase) && !can_be_who(site.phrase);
  return false;
}

bool ClauseMachine::is_place_like(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  if (is_proper_noun(a_.tag(p.head))) return true;
  constexpr std::uint32_t kPlaces =
      bit(NounKind::Location) | bit(NounKind::Artifact) | bit(NounKind::Group);
  return (bit(table().first_noun_kind(a_.words[p.head].lemma_id)) & kPlaces) != 0;
}

// The place on the right edge that a prepositional phrase belongs to, as an index of sites_.
std::size_t ClauseMachine::attachment_site(std::uint32_t preposition, std::uint32_t phrase) const {
  const Frame& frame = top();
  const std::size_t first = frame.first_site;
  const std::size_t last = sites_.size() - 1;
  const Symbol word = form(preposition);
  const bool has_verb = frame.draft != kNone && sites_[first].phrase == kNone;
  const auto wants = [&](std::size_t s) {
    return g_.noun_prepositions.contains(head_of(sites_[s].phrase), word);
  };
  if (!has_verb) {
    // Behind a subject: the noun phrase that the preposition goes with, else the nearest.
    for (std::size_t s = last + 1; s-- > first;) {
      if (wants(s)) return s;
    }
    return last;
  }
  if (last == first) return first;
  if (is_passive(frame.draft) && word == g_.by && drafts_[frame.draft].agent == kNone &&
      !is_time(phrase)) {
    return first;
  }
  if (is_time(phrase) && word != g_.of) return first;
  const bool beside = !comma_;
  if (beside && wants(last)) return last;
  if (g_.verb_prepositions.contains(verb_of(frame.draft), word)) return first;
  for (std::size_t s = last; s-- > first + 1;) {
    if (wants(s)) return s;
  }
  return goes_to_noun(preposition, phrase) && (beside || g_.noun_bound.contains(word)) ? last
                                                                                       : first;
}

// ---- words that open clauses -------------------------------------------------------------------

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

// ---- verb groups -------------------------------------------------------------------------------

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
  draft.antecedent = frame.antecedent;
  drafts_.push_back(draft);
  frame.draft = id;
  for (std::size_t f = frame.first_fronted; f < fronted_.size(); ++f) {
    obliques_.push_back({id, fronted_[f].preposition, fronted_[f].phrase});
  }
  fronted_.resize(frame.first_fronted);
  reset_edge();
  return id;
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
  const std::uint32_t stranded = preposition_;
  preposition_ = kNone;
  if (stranded != kNone && top().draft != kNone) {
    // "the allies that they rely on said": the relative clause's antecedent.
    if (top().kind == ClauseKind::Relative && top().gap) {
      obliques_.push_back({top().draft, stranded, top().antecedent});
      top().gap = false;
    }
  }
  if (conjunction_ && coordinate_verb(at)) return;
  const Symbol verb = lemma(a_.groups[chunk.index].head);
  const ChunkKind last = before(at);
  const bool parenthetical = comma_ && at + 2 < chunker_.chunks().size() &&
                             g_.speech.contains(verb) &&
                             chunker_.chunks()[at + 1].kind == ChunkKind::Phrase &&
                             chunker_.chunks()[at + 2].kind == ChunkKind::Comma;
  if (parenthetical || !close_to_waiting()) {
    const bool quoted = last == ChunkKind::Comma || last == ChunkKind::Break ||
                        (at > 0 && chunker_.chunks()[at - 1].kind == ChunkKind::Quote);
    if (quoted && g_.speech.contains(verb) && at + 1 < chunker_.chunks().size() &&
        chunker_.chunks()[at + 1].kind == ChunkKind::Phrase) {
      // "The plan, said the minister, is …": the subject goes on waiting.
      if (waiting_frame() == kNone)
        restart();
      else
        push(ClauseKind::Main);
      drafts_[start_draft(chunk.index)].inverted = true;
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
  Frame& frame = top();
  std::uint32_t subject = frame.subject;
  if (frame.kind == ClauseKind::Relative && frame.gap && frame.gap_preposition == kNone &&
      subject == kNone) {
    subject = frame.antecedent;
    frame.gap = false;
  }
  const std::uint32_t draft = start_draft(chunk.index);
  drafts_[draft].subject = subject;
  drafts_[draft].there = top().there;
  if (top().gap_preposition != kNone && top().antecedent != kNone) {
    obliques_.push_back({draft, top().gap_preposition, top().antecedent});
    top().gap = false;
  }
  // "what he said was": the clause before is the subject.
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
    while (frames_.size() > f + 1) pop();
    Frame& frame = top();
    const std::uint32_t earlier = frame.draft;
    const bool bare = only_joints_before(at, a_.groups[drafts_[earlier].group].span.end);
    const std::uint32_t subject = drafts_[earlier].subject;
    const bool passive = is_passive(earlier) && a_.tag(group.head) == Tag::VBN && !group.finite;
    fill_gap(earlier);
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

void ClauseMachine::open_nonfinite(ClauseKind kind, std::uint32_t group, std::uint32_t subject,
                                   std::uint32_t parent) {
  push(kind);
  top().parent = parent;
  const std::uint32_t draft = start_draft(group);
  drafts_[draft].subject = subject;
}

void ClauseMachine::take_infinitive(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t preposition = preposition_;
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  const std::uint32_t parent = top().draft;
  const Chunk* last = previous(at);
  std::uint32_t subject = subject_to_share(parent);
  if (parent != kNone && last != nullptr) {
    const Draft& d = drafts_[parent];
    if (last->kind == ChunkKind::Adjective) {
      if (d.tough) subject = kNone;
    } else if (last->kind == ChunkKind::Phrase) {
      const Symbol verb = verb_of(parent);
      const std::uint32_t beside = sites_.back().phrase;
      const bool for_whom = beside != kNone && sites_.back().preposition != kNone &&
                            form(sites_.back().preposition) == g_.for_;
      if (for_whom) {  // "calls for the salt to be tested"
        subject = beside;
      } else if (d.object != kNone && g_.object_control.contains(verb)) {
        subject = d.object;
      } else if (beside != kNone && sites_.back().preposition != kNone &&
                 g_.prepositional_control.contains(verb, form(sites_.back().preposition))) {
        subject = beside;
      }
    }
  }
  static_cast<void>(preposition);
  const bool first = top().draft == kNone && top().subject == kNone;
  if (first) top().clausal_subject = true;
  open_nonfinite(ClauseKind::Infinitive, chunk.index, subject, parent);
}

void ClauseMachine::take_bare(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  preposition_ = kNone;
  if (conjunction_ || comma_) {
    if (coordinate_verb(at)) return;
  }
  const std::uint32_t parent = top().draft;
  if (parent == kNone) {  // an order, or a question's verb
    const std::uint32_t draft = start_draft(chunk.index);
    drafts_[draft].subject = top().subject;
    return;
  }
  const Draft& d = drafts_[parent];
  const bool controlled = d.object != kNone && before(at) == ChunkKind::Phrase;
  open_nonfinite(ClauseKind::Infinitive, chunk.index, controlled ? d.object : d.subject, parent);
}

void ClauseMachine::take_gerund(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const std::uint32_t preposition = preposition_;
  preposition_ = kNone;
  if (conjunction_ && coordinate_verb(at)) return;
  const std::uint32_t parent = top().draft;
  const ChunkKind last = before(at);
  if (preposition != kNone) {
    open_nonfinite(ClauseKind::Gerund, chunk.index, subject_to_share(parent), parent);
    drafts_[top().draft].marker = preposition;
    return;
  }
  if (last == ChunkKind::Phrase && !comma_) {
    const bool object =
        parent != kNone && drafts_[parent].object != kNone &&
        (g_.perception.contains(verb_of(parent)) || g_.bare_infinitive.contains(verb_of(parent)));
    const std::uint32_t described = object ? drafts_[parent].object : innermost_phrase();
    open_nonfinite(object ? ClauseKind::Gerund : ClauseKind::Participle, chunk.index, described,
                   parent);
    if (!object) drafts_[top().draft].antecedent = described;
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

// Whether the finite verb has a subject right before it, so that an earlier one is not its own.
bool ClauseMachine::has_own_subject(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  while (at > 0 && chunks[at - 1].kind == ChunkKind::Adverb) --at;
  if (at == 0) return false;
  const Chunk& subject = chunks[at - 1];
  if (subject.kind == ChunkKind::Relative || subject.kind == ChunkKind::There) return true;
  if (subject.kind != ChunkKind::Phrase || is_time(subject.index)) return false;
  return at < 2 || chunks[at - 2].kind != ChunkKind::Preposition;
}

// How many finite verbs without a subject of their own follow.
std::size_t ClauseMachine::finite_ahead(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  std::size_t count = 0;
  for (std::size_t next = at + 1; next < chunks.size() && next < at + kLookAhead; ++next) {
    if (chunks[next].kind == ChunkKind::Break || chunks[next].kind == ChunkKind::Subordinator)
      break;
    if (chunks[next].kind == ChunkKind::Verb && a_.groups[chunks[next].index].finite &&
        !has_own_subject(next)) {
      ++count;
    }
  }
  return count;
}

// "The results, published this week, revealed that …": a past tense that looks like a participle.
// The subject waits for a verb and none comes later.
bool ClauseMachine::must_be_finite(std::size_t at) const {
  const auto& chunks = chunker_.chunks();
  const VerbGroup& group = a_.groups[chunks[at].index];
  if (group.span.begin != group.head || waiting_frame() == kNone || at + 1 >= chunks.size())
    return false;
  // "which …, coincided with": a verb without passive.
  if (g_.intransitive.contains(lemma(group.head))) return true;
  if (finite_ahead(at) > 0) return false;
  const Chunk& next = chunks[at + 1];
  if (next.kind == ChunkKind::Phrase && !is_time(next.index)) return true;
  if (next.kind == ChunkKind::Subordinator && form(next.span.begin) == g_.that) return true;
  // A headline has no full stop, and may mean the passive.
  const bool by = next.kind == ChunkKind::Preposition && form(next.span.begin) == g_.by;
  return !by && chunks.back().kind == ChunkKind::Break && frames_.size() == 1 &&
         g_.intransitive.contains(lemma(group.head));
}

void ClauseMachine::take_participle(std::size_t at) {
  const Chunk& chunk = chunker_.chunks()[at];
  const bool has_no_passive = conjunction_ &&
                              a_.groups[chunk.index].span.begin == a_.groups[chunk.index].head &&
                              g_.intransitive.contains(lemma(a_.groups[chunk.index].head));
  if (has_no_passive || (!conjunction_ && must_be_finite(at))) {
    a_.groups[chunk.index].finite = true;
    a_.groups[chunk.index].tense = Tense::Past;
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
  const std::uint32_t parent = top().draft;
  const ChunkKind last = before(at);
  const std::uint32_t beside = innermost_phrase();
  if (last == ChunkKind::Phrase && beside != kNone) {
    open_nonfinite(ClauseKind::Participle, chunk.index, beside, parent);
    drafts_[top().draft].antecedent = beside;
    return;
  }
  const std::uint32_t subject = top().draft == kNone ? top().subject : subject_to_share(parent);
  open_nonfinite(ClauseKind::Participle, chunk.index, subject, parent);
}

// ---- the result --------------------------------------------------------------------------------

// The phrase and the members of its coordination behind it.
void ClauseMachine::add_arguments(std::uint32_t first, ArgumentRole role,
                                  std::uint32_t preposition) {
  for (std::uint32_t p = first; p != kNone; p = a_.phrases[p].next) {
    a_.arguments.push_back({role, p, preposition, {}});
  }
}

void ClauseMachine::finish(SentenceLayers& sentence) {
  sentence.first_clause = static_cast<std::uint32_t>(a_.clauses.size());
  std::vector<std::uint32_t> order(drafts_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return drafts_[i].group; });
  std::vector<std::uint32_t> place(drafts_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = sentence.first_clause + i;
  std::ranges::stable_sort(obliques_, {}, &Oblique::draft);
  for (const std::uint32_t i : order) {
    const Draft& d = drafts_[i];
    Clause clause;
    clause.kind = d.kind;
    clause.voice = is_passive(i) ? Voice::Passive : Voice::Active;
    clause.group = d.group;
    clause.predicate = a_.groups[d.group].head;
    clause.parent = d.parent == kNone ? kNone : place[d.parent];
    clause.marker = d.marker;
    clause.antecedent = d.antecedent;
    clause.first_argument = static_cast<std::uint32_t>(a_.arguments.size());
    const bool passive = clause.voice == Voice::Passive;
    add_arguments(passive ? d.agent : d.subject, ArgumentRole::Subject, kNone);
    if (passive) add_arguments(d.subject, ArgumentRole::Object, kNone);
    add_arguments(d.object, ArgumentRole::Object, kNone);
    add_arguments(d.recipient, ArgumentRole::IndirectObject, kNone);
    add_arguments(d.complement, ArgumentRole::Complement, kNone);
    for (auto o = std::ranges::lower_bound(obliques_, i, {}, &Oblique::draft);
         o != obliques_.end() && o->draft == i; ++o) {
      add_arguments(o->phrase, ArgumentRole::Oblique, o->preposition);
    }
    clause.last_argument = static_cast<std::uint32_t>(a_.arguments.size());
    a_.clauses.push_back(clause);
  }
  sentence.last_clause = static_cast<std::uint32_t>(a_.clauses.size());
  sentence.last_attachment = static_cast<std::uint32_t>(a_.attachments.size());
}

}  // namespace testudo::english
