// What matching a sentence brings to light: situations with their role fillers, each with its words
// and its rule. Findings borrow strings from the pack and the analysis that they were made with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "english/analysis.h"
#include "pack/manner.h"
#include "pack/ontology.h"
#include "pack/rule.h"

namespace testudo::extract {

using english::TokenSpan;
using pack::Modality;
using pack::Polarity;

enum class FillerKind : std::uint8_t {
  Entity,   // of the lexicon
  Named,    // an actor or name that the lexicon does not know: "Hungarian officials", "Imre Vas"
  Concept,  // any other noun phrase or clause
  Finding,  // another situation
  Literal
};

// What fills a role. Copied all the time, so plain.
struct Filler {
  FillerKind kind = FillerKind::Concept;
  std::uint32_t index = 0;  // Entity: in the lexicon; Finding: in Findings::list
  TokenSpan span;           // the words that named it; empty for fixed fillers
  std::uint32_t head = 0;   // the head word of these words
  // Named: words that with the head are its label, where the span holds more: "Hungarian" of
  // "Hungarian and Romanian officials". Else empty.
  TokenSpan qualifier;
  std::string_view value;     // Literal: lexical form; Concept without words: its label
  std::string_view datatype;  // Literal
  pack::ClassId entity_class = pack::ClassId::None;  // Named
  // Named: the country or organization of the lexicon that it belongs to; and whether its own words
  // do not tell ("demonstrators" in Oslo).
  std::uint32_t belongs_to = english::kNone;
  bool by_context = false;
  bool by_class_noun = false;  // Named: by nothing but a label of its class, "a peace treaty"

  friend bool operator==(const Filler&, const Filler&) = default;
};

struct RoleFiller {
  pack::PropertyId role = pack::PropertyId::None;
  Filler filler;

  friend bool operator==(const RoleFiller&, const RoleFiller&) = default;
};

// A word that made modality, polarity or holder, and the operator that it is of.
struct CueUse {
  TokenSpan words;
  std::uint32_t op = english::kNone;  // index into OperatorTable::operators(); kNone: a negation
  bool negates = false;               // it turned the polarity round
  bool decides = false;               // it gave the modality
  bool holds = false;                 // its subject or object is the holder

  friend bool operator==(const CueUse&, const CueUse&) = default;
};

// Roles that come from a situation that fills another role: see pack::RoleOfRef.
struct Inherited {
  pack::PropertyId role = pack::PropertyId::None;
  Filler filler;                       // of the slot, as it was caught
  std::vector<pack::PropertyId> from;  // in the situation that this turns out to be
};

struct Finding {
  pack::RuleId rule = 0;
  std::uint32_t pattern = 0;            // index into the rule's patterns
  std::uint32_t situation = 0;          // index into the rule's situations
  std::uint32_t sentence = 0;           // index into Analysis::sentences
  TokenSpan span;                       // everything that the pattern matched, time included
  std::uint32_t trigger = 0;            // the token that the match started from
  std::uint32_t conditions = 0;         // that the match met: words and slots of the pattern
  std::uint32_t narrowness = 0;         // the depths of its slots' classes, summed
  std::vector<std::uint32_t> literals;  // the tokens that words of the pattern matched
  pack::ClassId situation_class = pack::ClassId::None;
  std::vector<RoleFiller> roles;  // in the template's order
  Modality modality = Modality::Actual;
  Polarity polarity = Polarity::Positive;
  std::vector<pack::RuleId> refined_by;  // rules that have added roles
  std::vector<Inherited> inherited;      // still to be looked up
  std::vector<Filler> holders;           // whose view it is; none: the article's own
  std::vector<CueUse> cues;              // the words that made modality, polarity and holder
};

}  // namespace testudo::extract
