// What the reference layer wants to know of the lexicon's entities. English code cannot see a
// pack's classes, so the pack says it in a table when it is loaded.
//   EntityTable entities; entities.add({kCountry, …}, nouns);   // in the order of the indices
//   entities.traits(reading.entity).classes
// Built while a pack is loaded, then read by any number of threads. An index that is not in the
// table has no traits: every question then goes by the words of the text alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "english/word_table.h"

namespace testudo::english {

// What something can be, as bits of a set: all that is not excluded.
struct EntityClass {
  static constexpr std::uint8_t kPerson = 1;
  static constexpr std::uint8_t kOrganization = 2;
  static constexpr std::uint8_t kCountry = 4;  // acts, and is a place
  static constexpr std::uint8_t kPlace = 8;
  static constexpr std::uint8_t kThing = 16;   // agreements, events, objects, thoughts
  static constexpr std::uint8_t kPeople = 32;  // persons in the plural, peoples
  // A common noun of the lexicon, an office for one: its words count, not the entity.
  static constexpr std::uint8_t kConcept = 64;

  static constexpr std::uint8_t kNeuter = kOrganization | kCountry | kPlace | kThing;
  static constexpr std::uint8_t kActors = kPerson | kOrganization | kCountry | kPeople;
};

enum class Gender : std::uint8_t { Unknown, Male, Female };

// A common noun that describes something: "treaty"; "prime minister" with its modifier.
struct DescribingNoun {
  WordId noun = WordId::None;      // a lemma
  WordId modifier = WordId::None;  // the word before it, where it has one

  friend bool operator==(const DescribingNoun&, const DescribingNoun&) = default;
};

struct EntityTraits {
  std::uint8_t classes = 0;  // 0: nothing is known
  Gender gender = Gender::Unknown;
  std::uint32_t first_noun = 0, last_noun = 0;
};

class EntityTable {
 public:
  // Adds the next entity with the nouns that describe it.
  void add(std::uint8_t classes, Gender gender, std::span<const DescribingNoun> nouns) {
    EntityTraits entity{classes, gender, static_cast<std::uint32_t>(nouns_.size()), 0};
    nouns_.insert(nouns_.end(), nouns.begin(), nouns.end());
    entity.last_noun = static_cast<std::uint32_t>(nouns_.size());
    entities_.push_back(entity);
  }

  EntityTraits traits(std::uint32_t entity) const {
    return entity < entities_.size() ? entities_[entity] : EntityTraits{};
  }
  std::span<const DescribingNoun> nouns(const EntityTraits& traits) const {
    return std::span(nouns_).subspan(traits.first_noun, traits.last_noun - traits.first_noun);
  }

 private:
  std::vector<EntityTraits> entities_;
  std::vector<DescribingNoun> nouns_;
};

}  // namespace testudo::english
