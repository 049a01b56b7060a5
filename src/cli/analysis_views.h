// The analysis of a sentence as testudo analyse shows it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "english/analysis.h"

namespace testudo::cli {

// Where words stand in the source, as [begin, end) in code points.
text::SourceSpan source_span(const english::Analysis& analysis, english::TokenSpan span);
nlohmann::ordered_json span_json(const english::Analysis& analysis, english::TokenSpan span);

// The head word of a noun phrase by the rules of Universal Dependencies, where a name's head is its
// first word ("Nikolai" in "Prime Minister Nikolai Tanaev") unless it ends in a common noun
// ("Union" in "the European Union"), the day is the head of a date ("4" in "May 4"), and a common
// noun before a name is the head ("defender" in "defender Kyle Walker").
std::uint32_t treebank_head(const english::Analysis& analysis, const english::NounPhrase& phrase);

// The sentence's clauses, as score/syntax.py of the project's measurements wants them, with kind,
// parent, reporter and condition besides; then its nominals.
nlohmann::ordered_json clauses_json(const english::Analysis& analysis,
                                    const english::SentenceLayers& sentence);
nlohmann::ordered_json nominals_json(const english::Analysis& analysis,
                                     const english::SentenceLayers& sentence);

// Text filled up with spaces to a width in code points; a longer text keeps one space behind it.
std::string padded(std::string_view text, std::size_t width);

// A line broken at spaces, or behind the bars of alternatives, so that it fits 100 columns, further
// lines indented; ends with a newline.
std::string wrapped(const std::string& line, std::size_t indent = 6);

// A line a clause and nominal, for people.
std::string clauses_table(const english::Analysis& analysis,
                          const english::SentenceLayers& sentence);

// The sentence in CoNLL-U (universaldependencies.org/format.html): words, lemmas, Penn tags, and as
// dependencies what the clauses say; words that no clause or noun phrase places hang on the
// sentence's first predicate as "dep".
std::string conllu(const english::Analysis& analysis, const english::SentenceLayers& sentence,
                   std::size_t number);

}  // namespace testudo::cli
