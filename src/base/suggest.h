// "Did you mean …?": the nearest known name to one that is not known.
//   did_you_mean("ir:Agreemnt", names) == "did you mean ir:Agreement?"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace testudo {

// How many insertions, deletions, substitutions and swaps of neighbours turn one byte string into
// the other, no piece edited twice (optimal string alignment: Damerau 1964 as restricted by Boytsov
// 2011). O(|a|·|b|) time, O(|b|) memory.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to the name, the first of equals in byte order; "" if none is within a
// third of the name's length (at least 1). Letter case counts half: "ir:treaty" is near "ir:Treaty"
// whatever its length.
std::string_view nearest(std::string_view name, std::span<const std::string> candidates);

// "did you mean X?" for the nearest candidate, or "" where there is none.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

}  // namespace testudo
