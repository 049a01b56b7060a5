// Names said again: the lexicon's entities, unknown names in full, by family name, as acronyms, and
// by their last word.
#include <algorithm>

#include "english/reference_resolver.h"

namespace testudo::english {
namespace {

using Class = EntityClass;

// FNV-1a (Fowler, Noll, Vo), 64 bits. Full names and family names are apart by the seed.
std::uint64_t hash(std::string_view text, bool family) {
  std::uint64_t h = family ? 0x84222325CBF29CE4U : 0xCBF29CE484222325U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return h == FlatMap::kNoKey ? 0 : h;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::uint32_t ReferenceResolver::visit_name(std::uint32_t phrase) {
  if (traits_[phrase].entity != kNone) {
    const std::uint32_t person = namesake(phrase);
    return person != kNone ? person : visit_entity(phrase);
  }
  if (traits_[phrase].mention != kNone) return kNone;  // a people: "the Russians"
  return visit_unknown_name(phrase);
}

// "Paris" is no city where a Valeska Paris was spoken of: the chain of that person, or kNone.
std::uint32_t ReferenceResolver::namesake(std::uint32_t phrase) {
  const PhraseTraits& traits = traits_[phrase];
  const bool single = a_.mentions[traits.mention].span.size() == 1;
  if (!single || (traits.classes & Class::kPerson) != 0) return kNone;
  const std::uint32_t* slot = names_.find(hash(a_.text(a_.phrases[phrase].head), true));
  if (slot == nullptr || name_slots_[*slot] == kNone) return kNone;
  const std::uint32_t chain = chain_at(name_slots_[*slot]);
  if (!chains_[chain].certain || chains_[chain].classes != Class::kPerson) return kNone;
  refer(phrase, a_.phrases[phrase].head, chains_[chain].first_name, ReferenceKind::Name,
        Preference::FamilyName);
  return chain;
}

std::uint32_t ReferenceResolver::visit_entity(std::uint32_t phrase) {
  const PhraseTraits& traits = traits_[phrase];
  const Mention& mention = a_.mentions[traits.mention];
  std::uint32_t chain = kNone;
  for (const Reading& reading : gazetteer_.readings(mention)) {
    if (reading.kind != NameKind::Name && reading.kind != NameKind::FamilyName) continue;
    if (const std::uint32_t* known = entities_.find(reading.entity)) {
      chain = chain_at(*known);
      break;
    }
  }
  if (chain == kNone) {
    chain = new_chain(traits);
    entities_.try_emplace(traits.entity, chain);
    if ((traits.classes & Class::kPerson) != 0 && !traits.family_name) register_name(phrase, chain);
    return chain;
  }
  const std::uint32_t first = chains_[chain].first_name;
  if (traits.family_name && first != kNone && !traits_[first].family_name) {
    refer(phrase, a_.phrases[phrase].head, first, ReferenceKind::Name, Preference::FamilyName);
  }
  learn(chain, traits);
  return chain;
}

// Makes a name findable: in full, and a person's by its last word.
void ReferenceResolver::register_name(std::uint32_t phrase, std::uint32_t chain) {
  const PhraseTraits& traits = traits_[phrase];
  const TokenSpan span = traits.mention != kNone ? a_.mentions[traits.mention].span : traits.name;
  const auto add = [&](std::uint64_t key) {
    const auto [slot, is_new] =
        names_.try_emplace(key, static_cast<std::uint32_t>(name_slots_.size()));
    if (is_new) {
      name_slots_.push_back(chain);
    } else if (name_slots_[slot] != kNone && chain_at(name_slots_[slot]) != chain) {
      name_slots_[slot] = kNone;  // two brothers
    }
  };
  add(hash(a_.text(span), false));
  // "Imre Vas", not "Treaty of Rome"
  const bool person = (traits.classes & Class::kPerson) != 0 &&
                      (traits.mention != kNone || span.end == a_.phrases[phrase].head + 1);
  if (span.size() > 1 && person) add(hash(a_.text(span.end - 1), true));
}

// The phrase that a bracket behind it could shorten: "Front (FLF)"; of "Bank of Chad (BoC)" the
// bank.
std::uint32_t ReferenceResolver::acronym_host(std::uint32_t phrase) const {
  const std::uint32_t begin = a_.phrases[phrase].span.begin;
  if (phrase == 0 || begin == 0 || a_.tag(begin - 1) != Tag::OpenBracket ||
      sentence_of_[phrase - 1] != sentence_) {
    return kNone;
  }
  std::uint32_t host = phrase - 1;
  if (a_.phrases[host].span.end + 1 != begin) return kNone;
  for (int up = 0; up < 3; ++up) {
    if (is_acronym_of(phrase, host)) return host;
    if (places_[host].host == kNone || places_[host].host >= host) return kNone;
    host = places_[host].host;
  }
  return kNone;
}

// Whether a name's letters are the initials of the words with capitals from another one's begin up
// to it.
bool ReferenceResolver::is_acronym_of(std::uint32_t phrase, std::uint32_t full) const {
  std::string_view letters = a_.text(a_.phrases[phrase].head);
  std::size_t matched = 0;
  const TokenSpan name = {a_.phrases[full].span.begin, a_.phrases[phrase].span.begin - 1};
  constexpr std::uint32_t kLongestName = 16;
  if (name.size() > kLongestName) return false;
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    const std::string_view word = a_.text(t);
    while (matched < letters.size() && letters[matched] == '.') ++matched;
    if (word.empty() || form(t) == g_.the) continue;
    if (matched < letters.size() && lower(word[0]) == lower(letters[matched])) {
      ++matched;
    } else if (is_proper_noun(a_.tag(t))) {
      return false;
    }
  }
  while (matched < letters.size() && letters[matched] == '.') ++matched;
  return matched == letters.size() && name.size() > 1;
}

std::uint32_t ReferenceResolver::visit_unknown_name(std::uint32_t phrase) {
  const PhraseTraits& traits = traits_[phrase];
  const std::uint32_t head = a_.phrases[phrase].head;
  const auto known = [&](std::uint64_t key) {
    const std::uint32_t* slot = names_.find(key);
    return slot == nullptr || name_slots_[*slot] == kNone ? kNone : chain_at(name_slots_[*slot]);
  };
  const auto take = [&](std::uint32_t chain, std::uint32_t antecedent, Preference preference) {
    refer(phrase, head, antecedent, ReferenceKind::Name, preference);
    learn(chain, traits);
    return chain;
  };
  if (const std::uint32_t host = acronym_host(phrase); host != kNone && chain_of(host) != kNone) {
    const std::uint32_t chain = chain_of(host);
    register_name(phrase, chain);
    return take(chain, host, Preference::Acronym);
  }
  std::uint32_t chain = known(hash(a_.text(traits.name), false));
  if (chain != kNone && chains_[chain].first_name != kNone)
    return take(chain, chains_[chain].first_name, Preference::SameName);
  if (traits.name.size() == 1) {
    chain = known(hash(a_.text(head), true));
    if (chain != kNone && chains_[chain].first_name != kNone &&
        (chains_[chain].classes & traits.classes) != 0) {
      return take(chain, chains_[chain].first_name, Preference::FamilyName);
    }
    // "the Front", "the Ministry"
    if (traits.noun.noun != WordId::None && is_description(phrase)) {
      exclude_clause_mates(phrase);
      const Described* found = nearest(phrase);
      if (found != nullptr && chains_[chain_at(found->chain)].named)
        return take(chain_at(found->chain), found->phrase, Preference::ShortForm);
    }
  }
  chain = new_chain(traits);
  register_name(phrase, chain);
  return chain;
}

}  // namespace testudo::english
