// Dates, months and years in the text, as XSD values that are never more exact than the words.
//   find_times(analysis);   // "in February 2021" → "2021-02", xsd:gYearMonth
#pragma once

#include "english/analysis.h"

namespace testudo::english {

// Fills analysis.times and the sentences' ranges of them: full dates ("3 May 2021", "May 3, 2021"),
// months of a year, and years that a preposition or a season word introduces ("since 2014", "in
// late 2015"). Needs words and sentences. Linear in the text.
void find_times(Analysis& analysis);

}  // namespace testudo::english
