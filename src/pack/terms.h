// The IRIs that the engine itself understands: kb: for what is written, t: for how packs say what
// they mean.
#pragma once

#include <string_view>

namespace testudo::pack::terms {

inline constexpr std::string_view kTestudo = "https://w3id.org/testudo/";
inline constexpr std::string_view kKb = "https://w3id.org/testudo/kb#";
inline constexpr std::string_view kT = "https://w3id.org/testudo/t#";
inline constexpr std::string_view kSlot = "https://w3id.org/testudo/slot#";

// -- classes and roles of the core vocabulary
inline constexpr std::string_view kArticle = "https://w3id.org/testudo/kb#Article";
inline constexpr std::string_view kPassage = "https://w3id.org/testudo/kb#Passage";
inline constexpr std::string_view kAssertion = "https://w3id.org/testudo/kb#Assertion";
inline constexpr std::string_view kFact = "https://w3id.org/testudo/kb#Fact";
inline constexpr std::string_view kSituation = "https://w3id.org/testudo/kb#Situation";
inline constexpr std::string_view kEntity = "https://w3id.org/testudo/kb#Entity";
inline constexpr std::string_view kActor = "https://w3id.org/testudo/kb#Actor";
inline constexpr std::string_view kPerson = "https://w3id.org/testudo/kb#Person";
inline constexpr std::string_view kOrganization = "https://w3id.org/testudo/kb#Organization";
inline constexpr std::string_view kPlace = "https://w3id.org/testudo/kb#Place";
inline constexpr std::string_view kConcept = "https://w3id.org/testudo/kb#Concept";
inline constexpr std::string_view kRole = "https://w3id.org/testudo/kb#role";
inline constexpr std::string_view kPartOf = "https://w3id.org/testudo/kb#partOf";
inline constexpr std::string_view kParty = "https://w3id.org/testudo/kb#party";
inline constexpr std::string_view kPlaceRole = "https://w3id.org/testudo/kb#place";
inline constexpr std::string_view kTime = "https://w3id.org/testudo/kb#time";
inline constexpr std::string_view kDuration = "https://w3id.org/testudo/kb#duration";
inline constexpr std::string_view kModality = "https://w3id.org/testudo/kb#modality";
inline constexpr std::string_view kPolarity = "https://w3id.org/testudo/kb#polarity";
inline constexpr std::string_view kHolder = "https://w3id.org/testudo/kb#holder";

// -- the rule language
inline constexpr std::string_view kRule = "https://w3id.org/testudo/t#Rule";
inline constexpr std::string_view kPhrase = "https://w3id.org/testudo/t#phrase";
inline constexpr std::string_view kClause = "https://w3id.org/testudo/t#clause";
inline constexpr std::string_view kForms = "https://w3id.org/testudo/t#forms";
inline constexpr std::string_view kWithoutForms = "https://w3id.org/testudo/t#withoutForms";
inline constexpr std::string_view kNoun = "https://w3id.org/testudo/t#noun";
inline constexpr std::string_view kExhaustive = "https://w3id.org/testudo/t#exhaustive";
inline constexpr std::string_view kRefines = "https://w3id.org/testudo/t#refines";
inline constexpr std::string_view kRequires = "https://w3id.org/testudo/t#requires";
inline constexpr std::string_view kRoleOf = "https://w3id.org/testudo/t#roleOf";
inline constexpr std::string_view kRoleKey = "https://w3id.org/testudo/t#role";
inline constexpr std::string_view kExtends = "https://w3id.org/testudo/t#extends";
inline constexpr std::string_view kNarrows = "https://w3id.org/testudo/t#narrows";
inline constexpr std::string_view kAsserts = "https://w3id.org/testudo/t#asserts";
inline constexpr std::string_view kPriority = "https://w3id.org/testudo/t#priority";
inline constexpr std::string_view kExample = "https://w3id.org/testudo/t#example";
inline constexpr std::string_view kText = "https://w3id.org/testudo/t#text";
inline constexpr std::string_view kYields = "https://w3id.org/testudo/t#yields";
inline constexpr std::string_view kSymmetric = "https://w3id.org/testudo/t#symmetric";
inline constexpr std::string_view kWordList = "https://w3id.org/testudo/t#WordList";
inline constexpr std::string_view kWord = "https://w3id.org/testudo/t#word";

// -- operators
inline constexpr std::string_view kOperator = "https://w3id.org/testudo/t#Operator";
inline constexpr std::string_view kSubject = "https://w3id.org/testudo/t#Subject";
inline constexpr std::string_view kObject = "https://w3id.org/testudo/t#Object";
inline constexpr std::string_view kKeepsNegation = "https://w3id.org/testudo/t#keepsNegation";
inline constexpr std::string_view kWeak = "https://w3id.org/testudo/t#weak";
inline constexpr std::string_view kLendsSubject = "https://w3id.org/testudo/t#lendsSubject";

// -- what the analysis can tell of names and actors that no lexicon knows
inline constexpr std::string_view kNameKind = "https://w3id.org/testudo/t#nameKind";
inline constexpr std::string_view kActorKind = "https://w3id.org/testudo/t#actorKind";
inline constexpr std::string_view kNationality = "https://w3id.org/testudo/t#nationality";

// -- the lexicon
inline constexpr std::string_view kDemonym = "https://w3id.org/testudo/t#demonym";
inline constexpr std::string_view kInhabitant = "https://w3id.org/testudo/t#inhabitant";
inline constexpr std::string_view kMetonymOf = "https://w3id.org/testudo/t#metonymOf";
inline constexpr std::string_view kFamilyName = "https://w3id.org/testudo/t#familyName";
inline constexpr std::string_view kAcronym = "https://w3id.org/testudo/t#acronym";
inline constexpr std::string_view kGender = "https://w3id.org/testudo/t#gender";
inline constexpr std::string_view kHeld = "https://w3id.org/testudo/t#held";
inline constexpr std::string_view kOffice = "https://w3id.org/testudo/t#office";

// -- word lists that the engine itself asks for
inline constexpr std::string_view kList = "https://w3id.org/testudo/list/";

}  // namespace testudo::pack::terms
