// What the cascade knows of a document: one layer of plain vectors a step, each adding to the last
// and changing none.
//   const Analyser analyser(…); Analysis analysis; analyser.analyse(document, analysis);
//   for (const SentenceView s : analysis.sentences()) …
// Token indices count through the whole document; spans are half-open. An Analysis borrows its
// document's text. Reusing one Analysis for many documents keeps its memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "english/tagger.h"
#include "text/document.h"
#include "text/segmenter.h"

namespace testudo::english {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Tokens [begin, end).
struct TokenSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  bool contains(TokenSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenSpan other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const TokenSpan&, const TokenSpan&) = default;
};

// A token's form and lemma as symbols of the pack's vocabulary; None for words that no pack speaks
// of.
struct WordSymbols {
  Symbol form = Symbol::None;
  Symbol lemma = Symbol::None;
};

// How a name was said.
enum class NameKind : std::uint8_t { Name, Common, Demonym, Inhabitant, Metonym, FamilyName };

std::string_view to_string(NameKind kind);

// A place where the lexicon's labels match. Several entities can share a label: readings
// [first_reading, last_reading) of the gazetteer.
struct Mention {
  TokenSpan span;
  std::uint32_t first_reading = 0;
  std::uint32_t last_reading = 0;
};

// A base noun phrase: from its first modifier to its head, without what follows it. A pronoun is
// one, too.
struct NounPhrase {
  TokenSpan span;                   // determiner and modifiers included, possessor not
  std::uint32_t head = 0;           // the head word's token
  std::uint32_t possessor = kNone;  // the index of the noun phrase before its 's, or kNone
  bool definite = false;            // the, this, a possessor, a name
  bool negated = false;             // no, neither
  bool pronoun = false;
};

enum class Voice : std::uint8_t { Active, Passive };

// A verb with its auxiliaries, modal, negation and the adverbs among them.
struct VerbGroup {
  TokenSpan span;
  std::uint32_t head = 0;  // the full verb, or the last auxiliary where there is none
  std::uint32_t modal =
      kNone;  // will, would, may, must, … (also to have to, to be due to: later layers)
  Voice voice = Voice::Active;
  bool finite = false;
  bool negated = false;     // not, never
  bool infinitive = false;  // to + verb
};

// What a proper name names, as far as the words around it tell.
enum class EntityKind : std::uint8_t { Unknown, Person, Organization, Place, Agreement, Event };

std::string_view to_string(EntityKind kind);

// A proper name with its description: "[former Hungarian Foreign Minister [Imre Vas]]", "[[Imre
// Vas], a spokesman for the union]". Spans that there are not are empty. See names.h.
struct NameMention {
  TokenSpan span;   // the name itself, without title, role or a person's nationality
  TokenSpan whole;  // with them; behind the name up to the end of "…, a spokesman for"
  EntityKind kind = EntityKind::Unknown;
  std::uint32_t mention = kNone;  // the lexicon's mention that is the name, or a family name in it
  std::uint32_t country = kNone;  // the lexicon's mention of the country it belongs to
  std::uint32_t acronym_of = kNone;  // the index of the name that this one is short for
  TokenSpan title;                   // "Foreign Minister", "Gen."
  TokenSpan role;                    // a common noun's: "spokesman", "rebel leader"
  TokenSpan given;                   // of persons; empty for a family name alone
  TokenSpan family;                  // of persons
};

// What kind of actor a noun phrase without a name speaks of; the names are those of the lists
// actor-nouns-….
enum class ActorKind : std::uint8_t {
  // clang-format off
  Other, Government, Military, Police, Intelligence, Legislature, Judiciary, Opposition, Party, Rebels, Protesters, Criminals,
  Media, Business, Labor, Education, Health, Religion, Refugees, Civilians, Organizations, States
  // clang-format on
};

std::string_view to_string(ActorKind kind);

// An actor without a name of its own: "senior Hungarian and Romanian officials", "the Syrian army",
// "the people of Chad", "three Libyans".
struct GroupMention {
  TokenSpan span;          // the base noun phrase, possessor included, and "of" its country
  std::uint32_t head = 0;  // the last word of the actor noun
  ActorKind kind = ActorKind::Other;
  std::uint32_t mention = kNone;                      // the lexicon's, where it knows the group
  std::uint32_t first_country = 0, last_country = 0;  // into Analysis::actor_countries
};

enum class TimeKind : std::uint8_t { Date, YearMonth, Year };

// A calendar expression, as exact as the text.
struct TimeExpression {
  TokenSpan span;  // the preposition before it not included
  TimeKind kind = TimeKind::Year;
  std::string value;  // xsd:date, xsd:gYearMonth or xsd:gYear
};

// The ranges of one sentence in the document's layers.
struct SentenceLayers {
  TokenSpan tokens;
  std::uint32_t block = 0;
  std::uint32_t first_mention = 0, last_mention = 0;
  std::uint32_t first_phrase = 0, last_phrase = 0;
  std::uint32_t first_group = 0, last_group = 0;
  std::uint32_t first_time = 0, last_time = 0;
  std::uint32_t first_name = 0, last_name = 0;
  std::uint32_t first_actor = 0, last_actor = 0;
};

struct Analysis {
  const text::Document* document = nullptr;  // not owned
  text::Segmentation segmentation;
  std::vector<Word> words;           // parallel to segmentation.tokens
  std::vector<WordSymbols> symbols;  // parallel to segmentation.tokens
  std::vector<Mention> mentions;     // ascending, disjoint
  std::vector<NounPhrase> phrases;   // ascending, disjoint
  std::vector<VerbGroup> groups;     // ascending, disjoint
  std::vector<TimeExpression> times;
  std::vector<NameMention> names;              // ascending, their spans disjoint
  std::vector<GroupMention> actors;            // ascending by head
  std::vector<std::uint32_t> actor_countries;  // of actors: indices into mentions
  std::vector<SentenceLayers> sentences;
  LemmaStore lemmas;

  // A token's letters as they stand in the running text.
  std::string_view text(std::uint32_t token) const {
    const text::Token& t = segmentation.tokens[token];
    return std::string_view(document->text).substr(t.begin, t.end - t.begin);
  }
  // The running text from the span's first letter to its last.
  std::string_view text(TokenSpan span) const {
    const std::uint32_t begin = segmentation.tokens[span.begin].begin;
    return std::string_view(document->text)
        .substr(begin, segmentation.tokens[span.end - 1].end - begin);
  }
  Tag tag(std::uint32_t token) const { return words[token].tag; }
  void clear();
};

}  // namespace testudo::english
