// Polarity and modality of situations that noun phrases name, read with the pack as shipped.
#include "extract/manner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::extract {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

class MannerTest : public ::testing::TestWithParam<Case> {};

TEST_P(MannerTest, IsReadFromTheWordsAround) {
  EXPECT_THAT(testing::read(testing::shipped(), GetParam().text),
              ::testing::Contains(::testing::EndsWith(GetParam().expected)));
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, MannerTest,
    ::testing::Values(
        Case{"The standoff between Iran and Israel continues.", "(Actual, Positive)"},
        Case{"The standoff between Iran and Israel will continue.", "(Predicted, Positive)"},
        Case{"The standoff between Iran and Israel may end.", "(Actual, Positive)"},
        Case{"There may be talks between Iran and Israel.", "(Possible, Positive)"},
        Case{"Talks between Iran and Israel have not begun.", "(Actual, Negative)"},
        Case{"The rivalry between Iran and Israel will shape the decade.", "(Actual, Positive)"},
        Case{"U.S. sanctions on Iran were never lifted.", "(Actual, Positive)"},
        Case{"Paris did not lift French sanctions on Iran.", "(Actual, Positive)"},
        Case{"The alliance between Japan and France has never been closer.", "(Actual, Positive)"},
        Case{"The truce in Syria must hold.", "(Required, Positive)"},
        Case{"The truce in Syria should hold.", "(Required, Positive)"},
        Case{"There is no truce in Syria.", "(Actual, Negative)"},
        Case{"Peru never left NATO.", "(Actual, Negative)"},
        Case{"Peru has never left NATO.", "(Actual, Negative)"},
        Case{"Peru in no way supported Chile.", "(Actual, Negative)"},
        Case{"Peru never again supported Chile.", "(Actual, Negative)"},
        Case{"Peru no longer supports Chile.", "(Actual, Negative)"},
        Case{"Peru left NATO, and Chile hopes to trade more.", "(Actual, Positive)"},
        Case{"Peru left NATO, but the rebels deny torturing anybody.", "(Actual, Positive)"},
        Case{"There will be no truce in Syria.", "(Predicted, Negative)"},
        Case{"If the truce in Syria holds, trade will grow.", "(Conditional, Positive)"},
        Case{"They want talks between Iran and Israel.", "(Desired, Positive)"},
        Case{"They do not expect talks between Iran and Israel.", "(Predicted, Negative)"},
        Case{"Hardly anyone expects talks between Iran and Israel.", "(Predicted, Negative)"},
        Case{"Talks between Iran and Israel are unlikely.", "(Probable, Negative)"},
        Case{"Talks between Iran and Israel will remain out of reach.", "(Predicted, Negative)"},
        Case{"The risk of an arms race between Iran and Israel is growing.",
             "(Possible, Positive)"},
        Case{"The alliance between Japan and France is unlikely to change.",
             "(Actual, Positive)"}));

}  // namespace
}  // namespace testudo::extract
