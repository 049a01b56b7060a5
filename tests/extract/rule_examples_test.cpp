// Every example and counter-example of the packs as shipped, and that a wrong one is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/examples.h"
#include "support/fixture.h"

namespace testudo::extract {

TEST(RuleExamplesTest, TheShippedRulesDoWhatTheirExamplesSay) {
  Diagnostics failures;
  const std::size_t count = run_examples(testing::shipped(), failures);
  for (const Diagnostic& d : failures) ADD_FAILURE() << to_string(d);
  EXPECT_GE(count, 2 * testing::shipped().rules().size())
      << "an example and a counter-example each";
}

TEST(RuleExamplesTest, EveryShippedRuleHasAnExampleAndACounterExample) {
  for (const pack::Rule& rule : testing::shipped().rules()) {
    EXPECT_TRUE(std::ranges::any_of(rule.examples, [](const auto& e) { return !e.yields.empty(); }))
        << rule.name;
    EXPECT_TRUE(std::ranges::any_of(rule.examples, [](const auto& e) { return e.yields.empty(); }))
        << rule.name;
  }
}

TEST(RuleExamplesTest, TellsWhatWasWantedAndWhatWasFound) {
  Diagnostics problems;
  const auto pack = testing::load(R"(ir:Clash a owl:Class ; rdfs:subClassOf kb:Event .
rule:x a t:Rule ; rdfs:label "x"@en ; t:phrase "clash" ; t:asserts ir:Clash ;
    t:example [ t:text "A clash came." ; t:yields () ] , [ t:text "A quarrel came." ; t:yields [ a ir:Clash ] ] .)",
                                  problems);
  ASSERT_TRUE(pack);
  Diagnostics failures;
  EXPECT_EQ(run_examples(*pack, failures), 2u);
  std::vector<std::string> told;
  for (const Diagnostic& d : failures) told.push_back(to_string(d));
  EXPECT_THAT(told,
              ::testing::ElementsAre(
                  "test.ttl:4:24: error: rule:x: example \"A clash came.\" is read otherwise\n"
                  "    found besides: ir:Clash (Actual, Positive)",
                  "test.ttl:4:67: error: rule:x: example \"A quarrel came.\" is read otherwise\n"
                  "    not found: ir:Clash"));
}

}  // namespace testudo::extract
