// What the words around a name tell of it: roles before and behind it, its country, the place or
// organization that it is called.
//   find_name_context(tokens, found);   // the sentence's names, as find_name_runs() left them
// A step of NameFinder::find(); see names.h for the order of clues. Linear in the sentence.
#pragma once

#include <span>

#include "english/name_runs.h"

namespace testudo::english {

void find_name_context(const NameTokens& tokens, std::span<FoundName> names);

}  // namespace testudo::english
