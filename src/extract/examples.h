// Runs the examples and counter-examples that rules carry.
//   Diagnostics failures; run_examples(*pack, failures);
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "extract/finding.h"
#include "pack/pack.h"

namespace testudo::extract {

// Reads the text of every example with the whole pack and compares what its own rule found with
// what the example says it yields: as many situations as are listed, of all that the rule asserts
// but for those nested in others; each with the class (or a subclass) and just the roles listed;
// modality, polarity and holders where they are given. A concept is compared by its label, letter
// case apart. A failure is an error at the example's place that tells, situation by situation,
// which role is missing, too much or filled otherwise. Returns how many examples were run.
std::size_t run_examples(const pack::Pack& pack, Diagnostics& failures);

// The text of an example as a document, the way run_examples() reads it.
text::Document example_document(const std::string& text);

// A finding on one line, for people: "ir:Withdrawal agent=id:Donald_Trump object=id:INF_Treaty
// time=2019 (Actual, Positive)".
std::string describe(const pack::Pack& pack, const english::Analysis& analysis,
                     std::span<const Finding> findings, const Finding& finding);

// A filler for people: "id:Russia", "\"the talks\"", "[ir:Withdrawal agent=id:Russia (Actual,
// Positive)]".
std::string describe(const pack::Pack& pack, const english::Analysis& analysis,
                     std::span<const Finding> findings, const Filler& filler);

// Words as they stand, white space folded.
std::string folded_words(const english::Analysis& analysis, TokenSpan span);

// The label of a filler that is a concept: its words, without the determiner, white space folded,
// and without the capital that a common word has at the begin of a sentence.
std::string concept_label(const english::Analysis& analysis, const Filler& filler);

}  // namespace testudo::extract
