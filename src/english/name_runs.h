// The names of one sentence, as the words inside them tell: where each begins and ends, title, role
// before it, country, kind.
//   std::vector<FoundName> found; find_name_runs(tokens, found);
// Steps of NameFinder::find(); see names.h for the order of clues. Linear in the sentence.
#pragma once

#include <vector>

#include "english/name_tokens.h"

namespace testudo::english {

// What a name's kind is known by, from weak to strong.
enum class Clue : std::uint8_t {
  None,
  Preposition,
  Shape,
  FamilyName,
  FirstName,
  Description,
  Head,
  Title
};

// A name while its kind is being found.
struct FoundName {
  NameMention name;
  Clue clue = Clue::None;

  // Takes a kind where nothing as strong has been said.
  void suppose(EntityKind kind, Clue strength) {
    if (strength <= clue) return;
    name.kind = kind;
    clue = strength;
  }
};

// Appends the sentence's names, ascending.
void find_name_runs(const NameTokens& tokens, std::vector<FoundName>& found);

// Fills given and family of a person's name from its span.
void find_person_parts(const NameTokens& tokens, NameMention& name);

}  // namespace testudo::english
