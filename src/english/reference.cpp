#include "english/reference.h"

#include <algorithm>

#include "english/reference_resolver.h"

namespace testudo::english {

std::string_view to_string(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::Pronoun:
      return "pronoun";
    case ReferenceKind::Possessive:
      return "possessive";
    case ReferenceKind::Description:
      return "description";
    case ReferenceKind::Set:
      return "set";
    case ReferenceKind::Name:
      return "name";
    case ReferenceKind::Repetition:
      return "repetition";
    case ReferenceKind::Predicate:
      return "predicate";
  }
  return "pronoun";
}

std::string_view to_string(Preference preference) {
  switch (preference) {
    case Preference::OnlyCandidate:
      return "only candidate";
    case Preference::Recency:
      return "recency";
    case Preference::Role:
      return "role";
    case Preference::Parallel:
      return "parallel role";
    case Preference::Clause:
      return "subject of the clause above";
    case Preference::Known:
      return "known to agree";
    case Preference::Frequency:
      return "frequency";
    case Preference::Reflexive:
      return "reflexive";
    case Preference::Relative:
      return "relative clause";
    case Preference::Cataphora:
      return "fronted clause";
    case Preference::Noun:
      return "describing noun";
    case Preference::SameNoun:
      return "same noun";
    case Preference::SameName:
      return "same name";
    case Preference::FamilyName:
      return "family name";
    case Preference::Acronym:
      return "acronym";
    case Preference::ShortForm:
      return "short form";
    case Preference::Coordination:
      return "coordination";
    case Preference::Related:
      return "related in a clause";
    case Preference::Order:
      return "order of two";
  }
  return "only candidate";
}

void ReferenceFinder::find(Analysis& analysis) const {
  ReferenceResolver(analysis, grammar_, *gazetteer_, entities_).run();
}

const Reference* reference_of(const Analysis& analysis, std::uint32_t phrase) {
  const Reference* found = reference_at(analysis, analysis.phrases[phrase].head);
  return found != nullptr && found->phrase == phrase ? found : nullptr;
}

const Reference* reference_at(const Analysis& analysis, std::uint32_t token) {
  const auto at = std::ranges::lower_bound(analysis.references, token, {}, &Reference::token);
  return at != analysis.references.end() && at->token == token ? &*at : nullptr;
}

std::uint32_t named_antecedent(const Analysis& analysis, std::uint32_t phrase) {
  const auto is_named = [&](std::uint32_t p) {
    return is_proper_noun(analysis.tag(analysis.phrases[p].head));
  };
  bool forward = false;  // one fronted clause a chain: chains cannot go in circles
  for (;;) {
    const Reference* found = reference_of(analysis, phrase);
    if (found == nullptr) break;
    if (found->second != kNone || found->whole_coordination) return kNone;
    if (found->antecedent > phrase && std::exchange(forward, true)) break;
    phrase = found->antecedent;
  }
  if (analysis.phrases[phrase].pronoun) return kNone;
  // "the minister, A" is named behind the comma; "A, the minister" before it.
  const std::uint32_t before = analysis.phrases[phrase].appositive_of;
  if (!is_named(phrase) && before != kNone && is_named(before)) return before;
  for (std::uint32_t p = phrase + 1; p < analysis.phrases.size() && p <= phrase + 2; ++p) {
    if (!is_named(phrase) && analysis.phrases[p].appositive_of == phrase && is_named(p)) return p;
  }
  return phrase;
}

}  // namespace testudo::english
