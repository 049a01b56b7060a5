// Descriptions ("the accord"), nouns said again ("a plan … the plan"), and sets of two.
#include <algorithm>

#include "english/reference_resolver.h"

namespace testudo::english {
namespace {

using Class = EntityClass;

// How many uses of a noun a description looks back over, and how many pairs a set of two.
constexpr int kUses = 24;
constexpr int kPairs = 16;
// How many sentences a set of two looks back.
constexpr std::uint32_t kPairSentences = 8;

bool is_plural(Tag t) { return t == Tag::NNS || t == Tag::NNPS; }

}  // namespace

// ---- descriptions

bool ReferenceResolver::is_description(std::uint32_t phrase) const {
  const NounPhrase& np = a_.phrases[phrase];
  const Place& place = places_[phrase];
  const Symbol opener = form(np.span.begin);
  const bool determined = opener == g_.the || opener == g_.this_ || opener == g_.that ||
                          opener == g_.these || opener == g_.those;
  return determined && np.possessor == kNone && !place.described && place.named_by == kNone &&
         traits_[phrase].antecedent && traits_[phrase].noun.noun != WordId::None &&
         (traits_[phrase].named || !g_.vague_nouns.contains(lemma(np.head)));
}

// Whether each modifier of a description was said of the other phrase, too, or says nothing new.
bool ReferenceResolver::modifiers_fit(const Described& described, std::uint32_t phrase) const {
  const NounPhrase& np = a_.phrases[phrase];
  const DescribingNoun& noun = traits_[phrase].noun;
  const auto fixed = [&](WordId modifier) {
    return modifier != WordId::None && g_.is_fixed(modifier) ? modifier : WordId::None;
  };
  if (described.noun.noun == noun.noun && fixed(described.noun.modifier) != fixed(noun.modifier))
    return false;
  const TokenSpan said = a_.phrases[described.phrase].span;
  for (std::uint32_t t = np.span.begin + 1; t < np.head; ++t) {
    if (!is_noun(a_.tag(t)) && !is_adjective(a_.tag(t)) && a_.tag(t) != Tag::CD) continue;
    if (g_.neutral_modifiers.contains(lemma(t))) continue;
    const WordId word = a_.words[t].lemma_id;
    if (word != WordId::None && word == described.noun.modifier) continue;
    bool found = false;
    for (std::uint32_t other = said.begin; other < said.end && !found; ++other) {
      found =
          word != WordId::None ? a_.words[other].lemma_id == word : a_.text(other) == a_.text(t);
    }
    if (!found) return false;
  }
  return true;
}

bool ReferenceResolver::fits(const Described& described, std::uint32_t phrase) const {
  const std::uint32_t index = chain_at(described.chain);
  const Chain& chain = chains_[index];
  const PhraseTraits& mine = traits_[phrase];
  const bool several = chain.number == Number::Plural;
  if (several != (mine.number == Number::Plural)) return false;
  if (mine.gender != Gender::Unknown && chain.gender != Gender::Unknown &&
      mine.gender != chain.gender) {
    return false;
  }
  return std::ranges::find(excluded_, index) == excluded_.end() && modifiers_fit(described, phrase);
}

// The nearest use of the description's noun that fits. Where its sentence has several, the one that
// was called by the very noun; null where that leaves it open: "Peru fought Chile. The country …".
const ReferenceResolver::Described* ReferenceResolver::nearest(std::uint32_t phrase) const {
  const std::uint32_t* slot = asked_.find(static_cast<std::uint64_t>(traits_[phrase].noun.noun));
  if (slot == nullptr) return nullptr;
  const Described* best = nullptr;
  bool open = false;
  int uses = 0;
  const auto same_noun = [&](const Described& one) {
    return traits_[one.phrase].noun.noun == traits_[phrase].noun.noun;
  };
  for (std::uint32_t d = newest_[*slot]; d != kNone && uses < kUses;
       d = described_[d].previous, ++uses) {
    const Described& one = described_[d];
    if (best != nullptr && one.sentence != best->sentence) break;
    if (!fits(one, phrase)) continue;
    if (best == nullptr) {
      best = &one;
    } else if (chain_at(one.chain) != chain_at(best->chain)) {
      if (same_noun(one) == same_noun(*best)) {
        open = true;
      } else if (same_noun(one)) {
        best = &one;
        open = false;
      }
    }
  }
  return open ? nullptr : best;
}

std::uint32_t ReferenceResolver::visit_description(std::uint32_t phrase) {
  exclude_clause_mates(phrase);
  const Described* found = nearest(phrase);
  if (found == nullptr) return kNone;
  const std::uint32_t chain = chain_at(found->chain);
  const bool again = traits_[found->phrase].noun.noun == traits_[phrase].noun.noun;
  refer(phrase, a_.phrases[phrase].head, found->phrase,
        again ? ReferenceKind::Repetition : ReferenceKind::Description,
        again ? Preference::SameNoun : Preference::Noun);
  learn(chain, traits_[phrase]);
  return chain;
}

// ---- sets of two

// "Both sides", "the two countries", "the pair", "each country", "the parties".
bool ReferenceResolver::is_set(std::uint32_t phrase) const {
  const NounPhrase& np = a_.phrases[phrase];
  if (np.possessor != kNone || places_[phrase].described || traits_[phrase].named) return false;
  const Symbol opener = form(np.span.begin);
  const Symbol head = lemma(np.head);
  const bool the = opener == g_.the || opener == g_.these;
  if (np.span.size() == 1)
    return g_.pair_words.contains(form(np.head)) && a_.tag(np.head) == Tag::DT;
  if (np.span.size() == 2 && the) {
    return g_.pair_words.contains(form(np.head)) ||
           (is_plural(a_.tag(np.head)) && g_.set_nouns.contains(head));
  }
  if (np.span.size() == 2 && g_.each_words.contains(opener)) {
    return !is_plural(a_.tag(np.head)) &&
           (g_.set_country_nouns.contains(head) || g_.set_actor_nouns.contains(head) ||
            g_.set_person_nouns.contains(head));
  }
  if (!is_plural(a_.tag(np.head))) return false;
  bool two = false;
  for (std::uint32_t t = np.span.begin; t < np.head; ++t) {
    const bool counts = g_.two_words.contains(form(t));
    if (!counts && form(t) != g_.the && form(t) != g_.these) return false;
    two = two || counts;
  }
  return two && (the || a_.tag(np.span.begin) == Tag::DT || a_.tag(np.span.begin) == Tag::PDT);
}

bool ReferenceResolver::is_ordinal_of_two(std::uint32_t phrase) const {
  const NounPhrase& np = a_.phrases[phrase];
  return np.span.size() == 2 && form(np.span.begin) == g_.the &&
         (form(np.head) == g_.latter || form(np.head) == g_.former);
}

// Whether what a set says of its members holds for both of the pair.
bool ReferenceResolver::pair_fits(const Pair& pair, std::uint32_t phrase) const {
  const Symbol noun = lemma(a_.phrases[phrase].head);
  int classes = 0;
  if (g_.pair_words.contains(noun)) classes = Class::kActors;
  if (g_.set_country_nouns.contains(noun)) classes |= Class::kCountry;
  if (g_.set_person_nouns.contains(noun)) classes |= Class::kPerson;
  if (g_.set_actor_nouns.contains(noun)) classes |= Class::kActors;
  const auto one_fits = [&](std::uint32_t member) {
    const Chain& chain = chains_[chain_of(member)];
    const Gender gender = traits_[phrase].gender;  // "the two men"
    if (gender != Gender::Unknown && chain.gender != Gender::Unknown && gender != chain.gender)
      return false;
    if (classes != 0) return (chain.classes & classes) != 0;
    // "both treaties": two that the noun describes
    const WordId wanted = a_.words[a_.phrases[phrase].head].lemma_id;
    const auto describes = [&](const DescribingNoun& d) {
      return wanted != WordId::None &&
             (d.noun == wanted || std::ranges::find(g_.general_nouns(d.noun), wanted) !=
                                      g_.general_nouns(d.noun).end());
    };
    const auto known = describer_.nouns_of(chain.entity);
    return describes(traits_[member].noun) || std::ranges::any_of(known, describes);
  };
  return one_fits(pair.first) && one_fits(pair.second);
}

// The last pair before the phrase, with `any` whatever it is of.
const ReferenceResolver::Pair* ReferenceResolver::last_pair(std::uint32_t phrase, bool any) const {
  // Pairs are in the order of their second phrases.
  const auto end = std::ranges::lower_bound(pairs_, phrase, {}, &Pair::second);
  int looked = 0;
  for (auto at = end; at != pairs_.begin() && looked < kPairs; ++looked) {
    const Pair& pair = *--at;
    if (pair.sentence + kPairSentences < sentence_) break;
    const std::uint32_t first = chain_of(pair.first);
    const std::uint32_t second = chain_of(pair.second);
    if (first == kNone || second == kNone || first == second) continue;
    if (any ? pair.coordination : pair_fits(pair, phrase)) return &pair;
  }
  return nullptr;
}

std::uint32_t ReferenceResolver::visit_set(std::uint32_t phrase) {
  const Pair* pair = last_pair(phrase, false);
  if (pair == nullptr) return kNone;
  Reference& reference = refer(phrase, a_.phrases[phrase].head, pair->first, ReferenceKind::Set,
                               pair->coordination ? Preference::Coordination : Preference::Related);
  reference.second = pair->second;
  PhraseTraits both;
  both.classes = chains_[chain_of(pair->first)].classes | chains_[chain_of(pair->second)].classes;
  both.number =
      g_.each_words.contains(form(a_.phrases[phrase].span.begin)) ? Number::Either : Number::Plural;
  both.certain = true;
  return new_chain(both);
}

std::uint32_t ReferenceResolver::visit_ordered(std::uint32_t phrase) {
  const Pair* pair = last_pair(phrase, true);
  if (pair == nullptr) return kNone;
  const bool latter = form(a_.phrases[phrase].head) == g_.latter;
  const std::uint32_t antecedent = latter ? pair->second : pair->first;
  refer(phrase, a_.phrases[phrase].head, antecedent, ReferenceKind::Set, Preference::Order);
  return chain_of(antecedent);
}

}  // namespace testudo::english
