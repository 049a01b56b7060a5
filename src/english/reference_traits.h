// What a noun phrase can speak of, as far as its own words and the lexicon tell: person or country,
// man or woman, one or several.
//   const PhraseDescriber describer(grammar, gazetteer, entities);
//   const PhraseTraits traits = describer.traits(analysis, phrase, mention);
// A pronoun's traits are what it wants of its antecedent. Immutable; safe from any number of
// threads. O(the phrase's tokens and readings).
#pragma once

#include "english/analysis.h"
#include "english/gazetteer.h"
#include "english/reference_entities.h"
#include "english/reference_grammar.h"

namespace testudo::english {

enum class Number : std::uint8_t { Singular, Plural, Either };

struct PhraseTraits {
  std::uint8_t classes = 0;  // EntityClass: what it can be
  Gender gender = Gender::Unknown;
  Number number = Number::Singular;
  bool named = false;
  bool certain = false;           // the classes are known, not only possible
  bool antecedent = false;        // something can take it up
  std::uint32_t mention = kNone;  // the lexicon's, where that is what the phrase names
  std::uint32_t entity = kNone;   // of the mention's first reading
  bool family_name = false;       // by its family name alone
  TokenSpan name;                 // of a name that the lexicon does not know
  std::uint32_t kinds = 0;        // of a pronoun: bits of NounKind that it wants; 0: any
  bool raised = false;            // of a pronoun: the subject of an infinitive, "wants it to"
  DescribingNoun noun;            // its head, where that is a common noun
};

class PhraseDescriber {
 public:
  // The grammar and the gazetteer are borrowed, and the entities, which may be missing.
  PhraseDescriber(const ReferenceGrammar& grammar, const Gazetteer& gazetteer,
                  const EntityTable* entities)
      : g_(&grammar), gazetteer_(&gazetteer), entities_(entities) {}

  // `mention` is the one that contains the phrase's head, or kNone.
  PhraseTraits traits(const Analysis& a, std::uint32_t phrase, std::uint32_t mention) const;

  // What a pronoun or possessive pronoun wants of its antecedent; classes is 0 for words that refer
  // to no one in the text: I, you, something.
  PhraseTraits pronoun(const Analysis& a, std::uint32_t token) const;

  // The common noun at a token, with the modifier before it.
  DescribingNoun noun_at(const Analysis& a, std::uint32_t token, std::uint32_t begin) const;

  // The nouns that the lexicon describes an entity with.
  std::span<const DescribingNoun> nouns_of(std::uint32_t entity) const;

  // Whether a word within a name is a title or role of the person behind it.
  bool is_title(const Analysis& a, std::uint32_t token) const;

 private:
  bool is_common_word(const Analysis& a, std::uint32_t token) const;
  bool take_mention(const Analysis& a, const NounPhrase& phrase, std::uint32_t mention,
                    PhraseTraits& traits) const;
  void take_name(const Analysis& a, const NounPhrase& phrase, PhraseTraits& traits) const;
  void take_common(const Analysis& a, const NounPhrase& phrase, PhraseTraits& traits) const;
  bool begins_before(const Analysis& a, const NounPhrase& phrase, const Mention& mention) const;
  TokenSpan name_run(const Analysis& a, const NounPhrase& phrase) const;
  Gender gender_of(const Analysis& a, TokenSpan span) const;

  const ReferenceGrammar* g_;
  const Gazetteer* gazetteer_;
  const EntityTable* entities_;
  const WordTable* table_ = &WordTable::builtin();
};

}  // namespace testudo::english
