// What the machine asks about words, noun phrases and clauses.
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How far to look for the verb of a subject, in chunks.
constexpr std::size_t kLookAhead = 24;

}  // namespace

bool ClauseMachine::is_passive(std::uint32_t draft) const {
  const VerbGroup& group = group_of(draft);
  if (group.voice == Voice::Passive) return true;
  // A participle without auxiliary: "the treaty negotiated by".
  return !group.finite && !group.infinitive && group.auxiliary == kNone &&
         group.span.begin == group.head && a_.tag(group.head) == Tag::VBN && !group.perfect;
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
  const std::uint32_t features = table_.features(a_.words[p.head].form);
  const auto is_month = [&](std::uint32_t token) {
    return (table_.features(a_.words[token].form) & Feature::kMonth) != 0 &&
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
    if ((table_.features(a_.words[t].form) & Feature::kWeekday) != 0) return true;
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
  if (!is_measure(phrase) || verb_of(draft) == g_.be || is_copula(draft)) return false;
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
  return (table_.noun_kinds(noun) & bit(NounKind::Person)) != 0 ||
         table_.first_noun_kind(noun) == NounKind::Group;
}

// Whether a noun phrase first of all means persons.
bool ClauseMachine::is_who(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  if (p.pronoun || is_proper_noun(a_.tag(p.head))) return true;
  if (g_.person_nouns.contains(lemma(p.head))) return true;
  const NounKind first = table_.first_noun_kind(a_.words[p.head].lemma_id);
  return first == NounKind::Person || first == NounKind::Group;
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
        before(next) != ChunkKind::Conjunction && !has_own_subject(next)) {
      ++count;
    }
  }
  return count;
}

}  // namespace testudo::english
