// Durations: "five years", "a year and a half", "two-week", "month-long", each without the
// preposition before it.
//   if (const auto found = read_length(tokens, at)) use(format_length(found->length));
// A part of TimeFinder (time.h). Reads a bounded number of tokens around `at`.
#pragma once

#include <optional>

#include "english/time_tokens.h"

namespace testudo::english {

struct TimeLengthTerm {
  std::uint32_t begin = 0;  // "a", "another" and "half" before the unit included
  std::uint32_t end = 0;
  std::uint32_t head = 0;  // the unit
  TimeLength length;
  bool modifier = false;  // two-week
  bool weak = false;      // "a year", "years": a time only beside a word that makes it one
  bool with_the = false;  // "the day": only before "before" and "after"
};

// The duration whose number, or without one whose unit, stands at a token.
std::optional<TimeLengthTerm> read_length(const TimeTokens& tokens, std::uint32_t at);

}  // namespace testudo::english
