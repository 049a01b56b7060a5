// What extraction drops on its way: readings that gave way to others.
//   Trace trace; extractor.extract(analysis, findings, &trace);
//   for (const DroppedReading& d : trace.dropped) … to_string(d.step) …
// Plain values; copies, so they outlive the findings.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/finding.h"

namespace testudo::extract {

// The steps of the published order in which readings stand: of two that compete, the one that comes
// first in the first step in which they differ is kept.
enum class OrderStep : std::uint8_t {
  Conditions,      // more conditions met
  SlotClasses,     // narrower classes of slots
  SituationClass,  // the narrower class of situation
  Fillers,         // more fillers
  Words,           // more words
  Priority,        // the higher t:priority
  Rule,            // the smaller rule IRI
  Pattern          // the earlier pattern
};
inline constexpr std::size_t kOrderSteps = static_cast<std::size_t>(OrderStep::Pattern) + 1;

// What the kept reading has of a step, for people: "more conditions met".
std::string_view to_string(OrderStep step);

// A reading's place in the order: smaller ones are kept. By OrderStep.
using OrderKey = std::array<std::int64_t, kOrderSteps>;

// Why two readings compete.
enum class Rivalry : std::uint8_t {
  SameSituation,  // they start from one word, and their classes are related
  Misread,        // the dropped one took for a filler what is a word of the other's pattern
  Inside          // the dropped one's noun is a word of the other's pattern; no step decides
};

// For people: "it took a word of that pattern for a filler".
std::string_view to_string(Rivalry rivalry);

// Fillers that were situations are concepts here, with the same words.
struct DroppedReading {
  Finding reading;
  Finding kept;
  OrderStep step = OrderStep::Conditions;
  Rivalry rivalry = Rivalry::SameSituation;
};

struct Trace {
  std::vector<DroppedReading> dropped;  // by sentence
};

}  // namespace testudo::extract
