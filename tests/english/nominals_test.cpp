// Nouns as predicates in sentences: which are found, with which arguments.
#include "english/nominals.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/fixture.h"

namespace testudo::english {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

std::string role_name(const Analysis& a, const Argument& argument) {
  if (argument.role == ArgumentRole::Subject) return "subject";
  if (argument.role == ArgumentRole::Object) return "object";
  return std::string(a.text(argument.preposition));
}

// "withdrawal(subject: Trump; from: the treaty)": the noun and its arguments, in the text's words.
std::string describe(const Analysis& a, const Clause& nominal) {
  std::string out = std::string(a.words[nominal.predicate].lemma) + "(";
  for (std::uint32_t i = nominal.first_argument; i < nominal.last_argument; ++i) {
    const Argument& one = a.arguments[i];
    if (i > nominal.first_argument) out += "; ";
    out += role_name(a, one) + ": ";
    out += a.text(one.phrase == kNone ? one.words : a.phrases[one.phrase].span);
  }
  return out + ")";
}

class NominalsTest : public ::testing::TestWithParam<Case> {};

// Nominals without arguments say nothing that a rule could read, and are left out here.
TEST_P(NominalsTest, HaveTheirArguments) {
  const text::Document document = testudo::testing::document(GetParam().text);
  Analysis a;
  testudo::testing::shipped().analyser().analyse(document, a);
  std::string found;
  for (const Clause& nominal : a.nominals) {
    EXPECT_EQ(nominal.kind, ClauseKind::Nominal);
    if (nominal.first_argument == nominal.last_argument) continue;
    found += (found.empty() ? "" : " ") + describe(a, nominal);
  }
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Owners, NominalsTest,
                         ::testing::Values(Case{"Norway's departure from the pact upset Oslo.",
                                                "departure(subject: Norway; from: the pact)"},
                                           Case{"Its departure from the pact upset Oslo.",
                                                "departure(subject: Its; from: the pact)"},
                                           Case{"The minister's refusal surprised them.",
                                                "refusal(subject: The minister)"},
                                           Case{"Ankara's partners' criticism grew.",
                                                "criticism(subject: partners)"}));

INSTANTIATE_TEST_SUITE_P(
    Modifiers, NominalsTest,
    ::testing::Values(Case{"U.S. sanctions on Iran remain.", "sanction(subject: U.S.; on: Iran)"},
                      Case{"The Turkish-Greek dispute over gas goes on.",
                           "dispute(subject: Turkish; subject: Greek; over: gas)"},
                      Case{"A troop withdrawal began.", "withdrawal(object: troop)"},
                      Case{"The French troop withdrawal from Mali began.",
                           "withdrawal(subject: French; object: troop; from: Mali)"},
                      Case{"Arms control has failed.", "control(object: Arms)"}));

INSTANTIATE_TEST_SUITE_P(OfPhrases, NominalsTest,
                         ::testing::Values(Case{"The invasion of Kuwait shook the Gulf.",
                                                "invasion(object: Kuwait)"},
                                           Case{"Iraq's invasion of Kuwait shook the Gulf.",
                                                "invasion(subject: Iraq; object: Kuwait)"},
                                           Case{"The arrest of the editor by the police was legal.",
                                                "arrest(subject: the police; object: the editor)"},
                                           Case{"The emergence of a new front worried them.",
                                                "emergence(subject: a new front)"},
                                           Case{"The arrival of Peruvian envoys was delayed.",
                                                "arrival(subject: Peruvian envoys)"},
                                           Case{"The destruction of bridges and roads went on.",
                                                "destruction(object: bridges; object: roads)"}));

INSTANTIATE_TEST_SUITE_P(
    OtherPhrases, NominalsTest,
    ::testing::Values(
        Case{"Talks between Quito and Lima failed.", "talk(subject: Quito; subject: Lima)"},
        Case{"A war between two kingdoms broke out.", "war(subject: two kingdoms)"},
        Case{"Chile's talks with Peru on trade resumed.",
             "talk(subject: Chile; with: Peru; on: trade)"},
        Case{"An attack on the port by rebels failed.", "attack(subject: rebels; on: the port)"},
        Case{"Support for the plan is weak.", "support(for: the plan)"},
        Case{"Envoys criticised the breach of the truce by Chad.",
             "breach(subject: Chad; object: the truce)"},
        Case{"Claims of Russian breaches of the truce multiplied.",
             "claim(object: Russian breaches) breach(subject: Russian; object: the truce)"},
        Case{"Norway must keep a balance — though no perfect one — between Chad and Niger.",
             "balance(subject: Chad; subject: Niger)"}));

INSTANTIATE_TEST_SUITE_P(Things, NominalsTest,
                         ::testing::Values(Case{"The mayor's office is closed.", ""},
                                           Case{"Germany's minister spoke.", ""},
                                           Case{"The walls of the old building fell.", ""},
                                           Case{"The price of oil rose.", ""},
                                           Case{"A group of workers left.", ""}));

}  // namespace
}  // namespace testudo::english
