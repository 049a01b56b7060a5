// Rules as the engine runs them: patterns compiled to short rows of conditions, and what they
// assert. Plain values, filled by the loader (rule_loader.h), immutable afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/interner.h"
#include "pack/manner.h"
#include "pack/ontology.h"
#include "pack/pattern.h"

namespace testudo::pack {

using RuleId = std::uint32_t;

// One condition of a compiled pattern.
struct Atom {
  PatternKind kind = PatternKind::Word;  // Word, Quoted, Possessive, Hyphen or Slot
  std::vector<Symbol> words;             // Word: the lemmas that fit, sorted; Quoted: one form
  std::string exact;                     // Quoted: the letters
  std::uint32_t slot = 0;                // Slot: index into Rule::slots
  ClassId slot_class = ClassId::None;    // Slot: None: any filler
  std::uint32_t column = 0;              // in the pattern's string

  friend bool operator==(const Atom&, const Atom&) = default;
};

// A pattern with every choice made: conditions that must hold one after the other.
struct AtomRow {
  std::vector<Atom> atoms;
  std::uint32_t anchor = 0;  // the atom whose words are rarest: matching starts there
  std::uint32_t key =
      0;  // the first atom with a content word, else the last slot: what the match is about
  std::uint32_t pattern = 0;     // index into Rule::patterns
  bool uses_situations = false;  // some slot wants a situation: runs after the rows that find them
};

// The forms in which a clause says what its active sentence says.
enum class ClauseForm : std::uint8_t {
  Active,
  Passive,
  Relative,
  Infinitive,
  Gerund,
  Participle,
  Nominal
};
using ClauseForms = std::uint8_t;  // a set of bit(form)
constexpr ClauseForms bit(ClauseForm form) {
  return static_cast<ClauseForms>(1U << static_cast<unsigned>(form));
}
inline constexpr ClauseForms kAllForms = 0x7F;

enum class PartKind : std::uint8_t {
  Subject,
  IndirectObject,
  Object,   // an object, a predicate complement, or the words behind "be"
  Oblique,  // a prepositional phrase
  Content,  // what the clause itself says, behind a modal: "that X must | {object}"
  Words     // words that stand somewhere behind the verb: a particle, "hostage" in "take X hostage"
};

// What a clause pattern wants beside its verb.
struct ClausePart {
  PartKind kind = PartKind::Object;
  std::vector<Atom> preposition;  // Oblique: its words, one condition each
  std::vector<Atom> words;        // literal words, the head last; none where a slot stands
  std::uint32_t slot = 0;         // index into Rule::slots, if there are no words
  ClassId slot_class = ClassId::None;
  bool before_verb = false;  // Oblique: it belongs to the subject, "(effect) of {cause} …"
  // "{agent}'s goal": the slot that the phrase belongs to, as its possessor, its nationality, or
  // in an of-phrase.
  bool owned = false;
  std::uint32_t owner = 0;
  ClassId owner_class = ClassId::None;
  std::uint32_t column = 0;  // in the pattern's string

  bool is_slot() const { return words.empty(); }
  friend bool operator==(const ClausePart&, const ClausePart&) = default;
};

// More infinitives and gerunds than this are an error.
inline constexpr std::size_t kMaxClauseSteps = 4;

// How a further step hangs on the one before.
enum class StepLink : std::uint8_t {
  Infinitive,  // or gerund: "agree | to cooperate with X"
  That,        // "say | that X must leave"
  Condition    // "threaten to leave | if X stays", also on an infinitive between
};

// A verb with its parts.
struct ClauseStep {
  StepLink link = StepLink::Infinitive;  // of further steps
  Atom verb;                             // without words: any verb
  Atom modal;            // the modals that the verb must have; without words: any or none
  bool negated = false;  // "not" stands before the verb: it must be denied
  std::vector<ClausePart> parts;
  std::vector<Atom> opener;  // of further steps: "to", "that", or the gerund's preposition

  friend bool operator==(const ClauseStep&, const ClauseStep&) = default;
};

// A clause pattern with every choice made.
struct ClauseRow {
  std::vector<ClauseStep> steps;
  std::vector<Symbol> nouns;  // that say the same as the first verb: by derivation, sorted
  std::uint32_t pattern = 0;  // index into Rule::patterns
  std::uint32_t conditions = 0;
  bool uses_situations = false;  // some slot wants a situation: runs after the rows that find them

  friend bool operator==(const ClauseRow& x, const ClauseRow& y) { return x.steps == y.steps; }
};

enum class PatternForm : std::uint8_t { Phrase, Clause };

struct PatternSource {
  std::string text;
  Place place;
  PatternNode tree;
  PatternForm form = PatternForm::Phrase;
};

// A role's value in a template.
struct SlotRef {
  std::uint32_t slot;
  friend bool operator==(const SlotRef&, const SlotRef&) = default;
};
struct EntityRef {
  std::uint32_t entity;  // index into the lexicon
  friend bool operator==(const EntityRef&, const EntityRef&) = default;
};
struct NestedRef {
  std::uint32_t situation;  // index into Rule::situations
  friend bool operator==(const NestedRef&, const NestedRef&) = default;
};
// A literal for a datatype property; for a role of entities, the label of a concept.
struct LiteralRef {
  std::string value;
  std::string datatype;
  friend bool operator==(const LiteralRef&, const LiteralRef&) = default;
};
// Those who play some roles in the situation that fills a slot: whom a promised visit is paid to.
struct RoleOfRef {
  std::uint32_t slot = 0;
  std::vector<PropertyId> roles;
  friend bool operator==(const RoleOfRef&, const RoleOfRef&) = default;
};
using TemplateValue = std::variant<SlotRef, EntityRef, NestedRef, LiteralRef, RoleOfRef>;

struct TemplateRole {
  PropertyId role = PropertyId::None;
  TemplateValue value;
  friend bool operator==(const TemplateRole&, const TemplateRole&) = default;
};

// One situation that a rule asserts.
struct TemplateSituation {
  ClassId situation_class = ClassId::None;
  std::vector<TemplateRole> roles;
  std::optional<Modality> modality;  // overrides the context's
  std::optional<Polarity> polarity;
  std::optional<std::uint32_t> refines;  // the slot whose situation gets the roles; no class then
  std::optional<TemplateValue> holder;   // a slot or an entity that overrides the context's
  Place place;
  bool nested = false;   // fills a role of another one of the rule
  bool in_full = false;  // written as a node of its own, not short by its class
};

// What an example must yield, as far as it is said: the filler is an IRI, a label, or another
// situation.
struct ExpectedSituation;
struct ExpectedRole {
  PropertyId role = PropertyId::None;
  std::string value;  // an IRI, or the letters of a literal
  bool is_iri = false;
  std::vector<ExpectedSituation> nested;  // none or one
};
struct ExpectedSituation {
  ClassId situation_class = ClassId::None;
  std::vector<ExpectedRole> roles;
  std::optional<Modality> modality;
  std::optional<Polarity> polarity;
  std::vector<ExpectedRole> holders;  // without a role
};
struct Example {
  std::string text;
  std::vector<ExpectedSituation> yields;
  Place place;
};

struct Rule {
  std::string iri;
  std::string name;  // "rule:withdrawal"
  std::string label;
  Place place;
  std::int32_t priority = 0;
  std::vector<std::string> slots;  // role names, in order of first use
  std::vector<PatternSource> patterns;
  std::vector<AtomRow> rows;            // of its phrase patterns
  std::vector<ClauseRow> clauses;       // of its clause patterns
  std::vector<Symbol> nouns;            // t:noun, sorted
  ClauseForms forms = kAllForms;        // t:forms
  std::vector<std::uint32_t> required;  // slots that only a passive may leave open: t:requires
  bool exhaustive = false;  // t:exhaustive: nothing may stand beside a clause pattern's parts
  // In the order of t:asserts in the file, each before those nested in it; the first is what the
  // rule stands for when it fills another's slot.
  std::vector<TemplateSituation> situations;
  std::vector<Example> examples;
};

}  // namespace testudo::pack
