// "It" that is no one: "it is hard to say", "it seems that", "it rained", "made it clear that".
#include <algorithm>

#include "english/reference_resolver.h"

namespace testudo::english {
namespace {

// How many tokens may stand between the adjective and the clause that "it" stands for: "hard for
// the two sides to".
constexpr std::uint32_t kReach = 8;

}  // namespace

std::uint32_t ReferenceResolver::past_adverbs(std::uint32_t at, std::uint32_t end) const {
  while (at < end && is_adverb(a_.tag(at))) ++at;
  return at;
}

// The phrase that a token belongs to, or kNone. O(log phrases).
std::uint32_t ReferenceResolver::phrase_at(std::uint32_t token) const {
  const auto at = std::ranges::upper_bound(a_.phrases, token, {},
                                           [](const NounPhrase& p) { return p.span.begin; });
  if (at == a_.phrases.begin() || !(at - 1)->span.contains(token)) return kNone;
  return static_cast<std::uint32_t>(at - a_.phrases.begin()) - 1;
}

// Whether a "to" stands before a verb, also before one that was read as a noun ("to judge").
bool ReferenceResolver::is_infinitive(std::uint32_t to, std::uint32_t end) const {
  if (form(to) != g_.to) return false;
  const std::uint32_t verb = past_adverbs(to + 1, end);
  if (verb >= end) return false;
  const bool can_be_verb =
      (WordTable::builtin().word_classes(a_.words[verb].form) & WordClass::kVerb) != 0;
  return a_.tag(verb) == Tag::VB || (a_.tag(verb) == Tag::NN && can_be_verb);
}

// Whether a clause that "it" can stand for begins within reach: an infinitive or one with that,
// whether, how, …
bool ReferenceResolver::opens_clause(std::uint32_t from, std::uint32_t end, bool infinitive,
                                     bool finite) const {
  for (std::uint32_t t = from; t < std::min(end, from + kReach); ++t) {
    if (infinitive && is_infinitive(t, end)) return true;
    if (finite && g_.clause_openers.contains(form(t))) return true;
    if (a_.tag(t) == Tag::Comma || is_finite_verb(a_.tag(t)) || a_.tag(t) == Tag::MD) return false;
  }
  return false;
}

bool ReferenceResolver::is_empty_subject(const Clause& clause) const {
  const Symbol verb = lemma(clause.predicate);
  if (g_.weather_verbs.contains(verb)) return true;
  const std::uint32_t end = a_.sentences[sentence_].tokens.end;
  const std::uint32_t at = past_adverbs(a_.groups[clause.group].span.end, end);
  if (at >= end) return false;
  const Tag tag = a_.tag(at);
  if (g_.seeming_verbs.contains(verb) && opens_clause(at, std::min(end, at + 5), false, true))
    return true;
  if (g_.durations.contains(verb)) {
    const std::uint32_t object = phrase_at(at);
    const bool measure = object != kNone && !traits_[object].antecedent;
    return measure && opens_clause(at, end, true, false);
  }
  if (g_.extraposing_participles.contains(form(clause.predicate)) &&
      a_.tag(clause.predicate) == Tag::VBN && clause.voice == Voice::Passive) {
    return opens_clause(at, std::min(end, at + 3), false, true);
  }
  if (!g_.extraposing_verbs.contains(verb)) return false;
  if (is_adjective(tag) || tag == Tag::VBN || tag == Tag::VBG) {
    if (opens_clause(at + 1, end, true, false))
      return g_.extraposing_adjectives.contains(lemma(at)) ||
             g_.extraposing_adjectives.contains(form(at));
    return !g_.attitude_adjectives.contains(lemma(at)) && opens_clause(at + 1, end, false, true);
  }
  // "It was in May that", "it is up to the council to", "it is for the voters to".
  if (tag == Tag::IN || tag == Tag::TO || form(at) == g_.for_)
    return opens_clause(at + 1, end, true, true);
  const std::uint32_t complement = phrase_at(at);
  if (complement == kNone) return false;
  const NounPhrase& np = a_.phrases[complement];
  // "It was Monday": a day or date.
  if (!traits_[complement].antecedent && !np.pronoun && is_noun(a_.tag(np.head))) return true;
  if (g_.extraposing_nouns.contains(lemma(np.head)))
    return opens_clause(np.span.end, end, true, true);
  // A cleft sentence: "it was the president who".
  return np.span.end < end &&
         opens_clause(np.span.end, std::min(end, np.span.end + 1), false, true);
}

// "It makes it hard to": an adjective and a clause follow.
bool ReferenceResolver::is_empty_object(const Clause& clause, std::uint32_t phrase) const {
  if (!g_.object_extraposing.contains(lemma(clause.predicate))) return false;
  const std::uint32_t end = a_.sentences[sentence_].tokens.end;
  const std::uint32_t at = past_adverbs(a_.phrases[phrase].span.end, end);
  return at < end && is_adjective(a_.tag(at)) && opens_clause(at + 1, end, true, true);
}

bool ReferenceResolver::is_pleonastic(std::uint32_t phrase) const {
  // "(it)" alone in brackets is a mark, of a language for one.
  const std::uint32_t token = a_.phrases[phrase].head;
  const SentenceLayers& s = a_.sentences[sentence_];
  if (token > s.tokens.begin && token + 1 < s.tokens.end && a_.tag(token - 1) == Tag::OpenBracket &&
      a_.tag(token + 1) == Tag::CloseBracket) {
    return true;
  }
  for (std::uint32_t i = places_[phrase].first_argument; i != kNone; i = next_argument_[i]) {
    const Clause& clause = a_.clauses[clause_of_argument_[i]];
    if (is_surface_subject(clause, a_.arguments[i]) && clause.predicate > a_.phrases[phrase].head) {
      if (is_empty_subject(clause)) return true;
    }
    if (is_empty_object(clause, phrase)) return true;
  }
  return false;
}

}  // namespace testudo::english
