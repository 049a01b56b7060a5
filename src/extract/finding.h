// What matching a sentence brings to light: situations with their role fillers, each with its words
// and its rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "english/analysis.h"
#include "pack/ontology.h"
#include "pack/rule.h"

namespace testudo::extract {

using english::TokenSpan;

enum class FillerKind : std::uint8_t { Entity, Concept, Finding, Literal };

// What fills a role.
struct Filler {
  FillerKind kind = FillerKind::Concept;
  std::uint32_t index = 0;  // Entity: in the lexicon; Finding: in Findings::list
  TokenSpan span;           // the words that named it; empty for fixed fillers
  std::uint32_t head = 0;   // the head word of these words
  std::string value;        // Literal: lexical form; Concept without words: its label
  std::string datatype;     // Literal

  friend bool operator==(const Filler&, const Filler&) = default;
};

struct RoleFiller {
  pack::PropertyId role = pack::PropertyId::None;
  Filler filler;

  friend bool operator==(const RoleFiller&, const RoleFiller&) = default;
};

enum class Modality : std::uint8_t {
  Actual,
  Predicted,
  Probable,
  Possible,
  Desired,
  Intended,
  Required,
  Conditional
};
enum class Polarity : std::uint8_t { Positive, Negative };
inline constexpr std::size_t kModalities = static_cast<std::size_t>(Modality::Conditional) + 1;
inline constexpr std::size_t kPolarities = static_cast<std::size_t>(Polarity::Negative) + 1;

std::string_view to_string(Modality modality);  // "Actual": the local name in kb:
std::string_view to_string(Polarity polarity);

struct Finding {
  pack::RuleId rule = 0;
  std::uint32_t pattern = 0;    // index into the rule's patterns
  std::uint32_t situation = 0;  // index into the rule's situations
  std::uint32_t sentence = 0;   // index into Analysis::sentences
  TokenSpan span;               // everything that the pattern matched, time included
  std::uint32_t trigger = 0;    // the token that the match started from
  pack::ClassId situation_class = pack::ClassId::None;
  std::vector<RoleFiller> roles;  // in the template's order
  Modality modality = Modality::Actual;
  Polarity polarity = Polarity::Positive;
  std::vector<TokenSpan> cues;  // the words that made modality and polarity
};

}  // namespace testudo::extract
