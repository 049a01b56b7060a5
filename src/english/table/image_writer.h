// Lays the word table out in memory, ready to be written: see word_image.h.
//   const std::string image = write_image(lexicon, trigrams, net);
// The same input gives the same bytes. Build-time only.
#pragma once

#include <string>
#include <vector>

#include "english/table/poslex.h"
#include "english/table/wordnet.h"

namespace testudo::english::table {

std::string write_image(const Lexicon& lexicon, const std::vector<double>& trigrams,
                        const WordNet& net);

}  // namespace testudo::english::table
