// Near misses in words that a curator understands.
//   in_words(pack, analysis, miss) == "the object 'the meeting' is no ir:Agreement"
// No full stop, no place. Pure functions; a miss must be of this pack and analysis.
#pragma once

#include <string>
#include <vector>

#include "english/analysis.h"
#include "extract/clause_matcher.h"
#include "extract/matcher.h"
#include "pack/pack.h"

namespace testudo::extract {

std::string in_words(const pack::Pack& pack, const english::Analysis& analysis, const Miss& miss);
std::string in_words(const pack::Pack& pack, const english::Analysis& analysis,
                     const PhraseMiss& miss);

// "'withdraw'", "'withdraw', 'exit' or 'quit'"; of many words the first ones, then "…".
std::string alternatives(const std::vector<std::string>& words);
// The words that meet a condition, in the order of the vocabulary; of slots there are none.
std::vector<std::string> words_of(const pack::Pack& pack, const pack::Atom& atom);

// The words of a text on one line, in single quotes.
std::string quoted(const english::Analysis& analysis, english::TokenSpan span);

}  // namespace testudo::extract
