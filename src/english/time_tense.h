// Whether what a sentence says at a place lies behind or ahead, as far as its verbs tell: which
// Monday "on Monday" is.
//   tense_at(tokens, span) == TimeTense::Future   // "They will meet on Monday."
// Pure; looks at a bounded number of tokens around the span.
#pragma once

#include "english/time_tokens.h"

namespace testudo::english {

enum class TimeTense : std::uint8_t { Open, Past, Future };

TimeTense tense_at(const TimeTokens& tokens, TokenSpan span);

}  // namespace testudo::english
