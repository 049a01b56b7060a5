// How a situation is said to hold: polarity and modality from the words around it.
//   const Context context = context_of(analysis, sentence, span, trigger);
// Reads negating determiners ("no reset"), conditions ("if …"), and the modal of the verb that the
// situation's noun phrase is the subject or object of. Pure function. O(sentence).
#pragma once

#include <vector>

#include "english/analysis.h"
#include "extract/finding.h"

namespace testudo::extract {

struct Context {
  Modality modality = Modality::Actual;
  Polarity polarity = Polarity::Positive;
  std::vector<TokenSpan> cues;
};

Context context_of(const english::Analysis& analysis, const english::SentenceLayers& sentence,
                   TokenSpan span, std::uint32_t trigger);

}  // namespace testudo::extract
