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

struct PatternSource {
  std::string text;
  Place place;
  PatternNode tree;
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
using TemplateValue = std::variant<SlotRef, EntityRef, NestedRef, LiteralRef>;

struct TemplateRole {
  PropertyId role = PropertyId::None;
  TemplateValue value;
  friend bool operator==(const TemplateRole&, const TemplateRole&) = default;
};

// One situation that a rule asserts.
struct TemplateSituation {
  ClassId situation_class = ClassId::None;
  std::vector<TemplateRole> roles;
  std::string modality;  // an IRI that overrides the context's; empty: from the context
  std::string polarity;
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
  std::string modality;
  std::string polarity;
  std::string holder;
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
  std::vector<AtomRow> rows;
  std::vector<TemplateSituation>
      situations;  // the first is what the rule stands for when it fills another's slot
  std::vector<Example> examples;
};

}  // namespace testudo::pack
