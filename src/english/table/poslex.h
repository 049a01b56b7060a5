// Reads Debian's festlex-poslex: a lexicon of tags with log-probabilities and a trigram model over
// them (the Festival project, University of Edinburgh).
//   Result<Lexicon> lexicon = read_lexicon("/usr/share/festival/dicts/wsj.wp39.poslexR");
// Build-time only. Each reader checks the whole file and names the line or byte of what is wrong.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "english/word_image.h"

namespace testudo::english::table {

// P(word | state), for every state.
using Probabilities = std::array<double, kStateCount>;

struct Lexicon {
  std::map<std::string, Probabilities, std::less<>> words;  // lower case
};

// Lines `("word" ((tag logp) …) () )` after a first line `MNCL`. The junk tags `1` and `2` are
// dropped.
Result<Lexicon> read_lexicon(const std::filesystem::path& path);

// Counts of (t-2, t-1, t) at (t-2 * kStateCount + t-1) * kStateCount + t, smoothed by Good and
// Turing's rule: what was never seen counts 0.06, what was seen once 0.9. The file holds big-endian
// doubles, run-length coded: a value v followed by -c (c at least 2) stands for c times v. The junk
// tags are dropped.
Result<std::vector<double>> read_trigrams(const std::filesystem::path& path);

// A whole file, or why it cannot be read.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace testudo::english::table
