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
  std::uint32_t next = kNone;           // the next member of its coordination: "A, B and C"
  std::uint32_t appositive_of = kNone;  // the noun phrase that it says again: "A, the minister"
};

enum class Voice : std::uint8_t { Active, Passive };
enum class Tense : std::uint8_t { None, Past, Present };

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
  bool perfect = false;
  bool progressive = false;
  Tense tense = Tense::None;        // of the first verb; a modal's is Present
  std::uint32_t particle = kNone;   // "pull out": the particle's token
  std::uint32_t auxiliary = kNone;  // "Has Rome withdrawn": the one before the subject, not in span
};

// How a clause hangs in its sentence.
enum class ClauseKind : std::uint8_t {
  Main,
  Subordinate,  // adverbial: because, if, when, after …
  Complement,   // what is said, thought, asked
  Relative,
  Infinitive,
  Gerund,  // behind a preposition, or as subject or object
  Nominal,
  Participle,  // describes a noun phrase or goes with another clause
};

std::string_view to_string(ClauseKind kind);

// What a proper name names, as far as the words around it tell.
enum class EntityKind : std::uint8_t { Unknown, Person, Organization, Place, Agreement, Event };

inline constexpr std::size_t kEntityKinds = static_cast<std::size_t>(EntityKind::Event) + 1;

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

inline constexpr std::size_t kActorKinds = static_cast<std::size_t>(ActorKind::States) + 1;

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

enum class ArgumentRole : std::uint8_t { Subject, Object, IndirectObject, Oblique, Complement };

// A noun phrase that takes part in a clause. Coordinated phrases are arguments each.
struct Argument {
  ArgumentRole role = ArgumentRole::Subject;
  std::uint32_t phrase = kNone;
  std::uint32_t preposition =
      kNone;        // its first token; a nominal's subject and object can have one
  TokenSpan words;  // where no phrase takes part but words of the predicate's own: "its
                    // withdrawal", "U.S. sanctions"
};

// A predicate with its logical arguments: in the passive, the subject is who does it. Nouns are
// predicates, too: "the withdrawal of troops", "sanctions on Iran"; those of nouns have no group.
struct Clause {
  ClauseKind kind = ClauseKind::Main;
  Voice voice = Voice::Active;
  std::uint32_t group = kNone;       // the verb group
  std::uint32_t phrase = kNone;      // a nominal's noun phrase
  std::uint32_t predicate = 0;       // the full verb's token, or the noun
  std::uint32_t parent = kNone;      // the clause that it hangs on
  std::uint32_t marker = kNone;      // the conjunction, relative word or preposition that opens it
  std::uint32_t antecedent = kNone;  // Relative, Participle: the noun phrase that it describes
  std::uint32_t reporter = kNone;    // the clause whose subject says or thinks this one
  std::uint32_t condition = kNone;   // the if-clause that this one holds under
  bool quoted = false;               // stands within quotation marks
  std::uint32_t first_argument = 0, last_argument = 0;
};

// A prepositional phrase that belongs to a noun phrase: "talks with Russia".
struct Attachment {
  std::uint32_t host = 0;         // the noun phrase
  std::uint32_t preposition = 0;  // its first token
  std::uint32_t phrase = 0;       // coordinated phrases are attached each
};

// What a time's value is. Unresolved: the words name a time, but which one they do not say, or only
// together with something that is not known here, such as the article's date.
enum class TimeKind : std::uint8_t { Date, YearMonth, Year, Duration, Interval, Unresolved };

std::string_view to_string(TimeKind kind);

// How what is said stands to the time that the words name.
enum class TimeRelation : std::uint8_t {
  At,       // in 2019, on Monday, yesterday; two years ago, once it is counted out
  During,   // during 2019, throughout May, from 2009 to 2017, over the past decade
  Since,    // since 2014, from Monday, as of May
  Until,    // until 2030, through June
  By,       // by 2030, no later than Friday
  Before,   // before 2019; of a duration, before what follows: two days before the vote
  After,    // after 2019; of a duration, after what follows or after it is over: after two days
  For,      // of a duration: it lasts so long, or is longer by so much
  Within,   // of a duration: within 30 days
  Later,    // of a duration: behind the time last spoken of: three days later, the next day
  Earlier,  // of a duration: before the time last spoken of: a year earlier, the previous day
  Ago       // of a duration that cannot be counted back: three years ago without the article's date
};

std::string_view to_string(TimeRelation relation);

// One end of an interval; open where its kind is Unresolved.
struct TimeBound {
  TimeKind kind = TimeKind::Unresolved;
  std::string value;
};

// A calendar expression, as exact as the text. kind and value say what the words name, relation how
// that is meant, begin and end the stretch of time that comes of both: "since 2014" is the Year
// "2014", Since, and begins in 2014 with an open end.
struct TimeExpression {
  TokenSpan span;  // the preposition before it not included
  TimeKind kind = TimeKind::Unresolved;
  TimeRelation relation = TimeRelation::At;
  bool modifier = false;  // it modifies a noun: the 2015 agreement, a two-week truce, today's vote
  bool approximate = false;  // about, nearly, more than, at least: the value holds only roughly
  std::string value;  // xsd:date, xsd:gYearMonth, xsd:gYear, xsd:duration; "" of the other kinds
  TimeBound begin;    // of intervals, and of boundaries (since, until, by, before, after)
  TimeBound end;      // included; but what Before and After name is not
  std::uint32_t head = 0;  // the word that carries it: the month of a date, the unit of a duration
  std::uint32_t preposition = kNone;  // the token, of "as of" and "no later than" the last
};

// What kind of words take up what was said before.
enum class ReferenceKind : std::uint8_t {
  Pronoun,      // it, himself
  Possessive,   // its, whose
  Description,  // "the accord", of a treaty
  Set,          // both sides, the latter
  Name,         // a family name, an acronym, a part of a name
  Repetition,   // a plan … the plan
};

std::string_view to_string(ReferenceKind kind);

// What decided for the antecedent: of the preferences that told it from the next best one the
// strongest, or the only rule that can decide such a reference.
enum class Preference : std::uint8_t {
  OnlyCandidate,  // nothing else agrees in number, gender and class
  Recency,        // the sentence is nearer
  Role,           // subject before object before the rest
  Parallel,       // the same role as the pronoun's
  Clause,         // the subject of the clause that the pronoun's hangs on
  Known,          // known to agree, the other only not known not to
  Frequency,      // spoken of more often
  Reflexive,      // the subject of its clause
  Relative,       // what the relative clause describes
  Cataphora,      // the subject that the fronted clause goes with
  Noun,           // a noun that describes the antecedent
  SameNoun,
  SameName,
  FamilyName,
  Acronym,
  ShortForm,     // the last word of a longer name
  Coordination,  // two that are joined by and
  Related,       // two that take part in one clause
  Order,         // the first or the second of two
};

std::string_view to_string(Preference preference);

// Words that speak of what a phrase said before (in a fronted clause: behind it).
struct Reference {
  std::uint32_t phrase = 0;         // the phrase that refers; of a possessive: that it stands in
  std::uint32_t token = 0;          // its head; of a possessive: the pronoun
  std::uint32_t antecedent = 0;     // a phrase: the nearest that names or takes up the same
  std::uint32_t second = kNone;     // of sets of two: the other phrase
  bool whole_coordination = false;  // of more than two: all that the antecedent's `next` lead to
  ReferenceKind kind = ReferenceKind::Pronoun;
  Preference preference = Preference::OnlyCandidate;
};

// The ranges of one sentence in the document's layers.
struct SentenceLayers {
  TokenSpan tokens;
  std::uint32_t block = 0;
  std::uint32_t first_mention = 0, last_mention = 0;
  std::uint32_t first_phrase = 0, last_phrase = 0;
  std::uint32_t first_group = 0, last_group = 0;
  std::uint32_t first_time = 0, last_time = 0;
  std::uint32_t first_clause = 0, last_clause = 0;
  std::uint32_t first_attachment = 0, last_attachment = 0;
  std::uint32_t first_nominal = 0, last_nominal = 0;
  std::uint32_t first_name = 0, last_name = 0;
  std::uint32_t first_actor = 0, last_actor = 0;
  std::uint32_t first_reference = 0, last_reference = 0;
};

struct Analysis {
  const text::Document* document = nullptr;  // not owned
  text::Segmentation segmentation;
  std::vector<Word> words;                     // parallel to segmentation.tokens
  std::vector<WordSymbols> symbols;            // parallel to segmentation.tokens
  std::vector<Mention> mentions;               // ascending, disjoint
  std::vector<NounPhrase> phrases;             // ascending, disjoint
  std::vector<VerbGroup> groups;               // ascending, disjoint
  std::vector<TimeExpression> times;           // ascending, disjoint
  std::vector<Clause> clauses;                 // of a sentence by predicate
  std::vector<Clause> nominals;                // of a sentence by predicate
  std::vector<Argument> arguments;             // of a clause by role, then from left to right
  std::vector<Attachment> attachments;         // of a sentence by phrase
  std::vector<NameMention> names;              // ascending, their spans disjoint
  std::vector<GroupMention> actors;            // ascending by head
  std::vector<std::uint32_t> actor_countries;  // of actors: indices into mentions
  std::vector<Reference> references;           // ascending by token
  std::vector<SentenceLayers> sentences;
  LemmaStore lemmas;

  // A token's letters as they stand in the running text.
  std::string_view text(std::uint32_t token) const {
    const text::Token& t = segmentation.tokens[token];
    return {document->text.data() + t.begin, t.end - t.begin};
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
