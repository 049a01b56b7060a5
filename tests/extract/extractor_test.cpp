// Which of competing readings stays, and that nothing depends on the order of loading.
#include "extract/extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::extract {
namespace {

using ::testing::ElementsAre;

constexpr const char* kWorld = R"(
ir:Country a owl:Class ; rdfs:subClassOf kb:Actor , kb:Place .
ir:Clash a owl:Class ; rdfs:subClassOf kb:Event . ir:War a owl:Class ; rdfs:subClassOf ir:Clash .
ir:Show a owl:Class ; rdfs:subClassOf kb:Event .
id:Borduria a ir:Country ; skos:prefLabel "Borduria"@en . id:Syldavia a ir:Country ; skos:prefLabel "Syldavia"@en .
)";

std::string rule(const std::string& name, const std::string& pattern, const std::string& asserts,
                 const std::string& more = "") {
  return "rule:" + name + " a t:Rule ; rdfs:label \"x\"@en ; t:phrase \"" + pattern +
         "\" ; t:asserts " + asserts + more +
         " ; t:example [ t:text \"Nothing.\" ; t:yields () ] .\n";
}

std::vector<std::string> found(const std::vector<std::string>& rules, const std::string& text) {
  std::string turtle = kWorld;
  for (const std::string& one : rules) turtle += one;
  Diagnostics problems;
  const auto pack = testing::load(turtle, problems);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  return pack ? testing::read(*pack, text) : std::vector<std::string>{"no pack"};
}

const std::string kText = "The clash between Borduria and Syldavia ended.";

TEST(ExtractorTest, KeepsTheLongerOfTwoReadings) {
  EXPECT_THAT(found({rule("a", "clash", "ir:Clash"),
                     rule("b", "clash between {party:kb:Actor} and {party:kb:Actor}", "ir:Clash")},
                    kText),
              ElementsAre("ir:Clash party=id:Borduria party=id:Syldavia (Actual, Positive)"));
}

TEST(ExtractorTest, KeepsTheNarrowerClassOfReadingsOfOneLength) {
  EXPECT_THAT(found({rule("a", "clash", "ir:Clash"), rule("b", "clash", "ir:War")}, kText),
              ElementsAre("ir:War (Actual, Positive)"));
}

TEST(ExtractorTest, ThenPriorityThenTheIriDecides) {
  const std::string high = rule("z", "clash of {agent:kb:Actor}", "ir:Clash", " ; t:priority 5");
  const std::string low = rule("a", "clash of {object:kb:Actor}", "ir:Clash");
  const std::string same = rule("m", "clash of {beneficiary:kb:Actor}", "ir:Clash");
  const std::string text = "The clash of Borduria was loud.";
  EXPECT_THAT(found({low, high, same}, text),
              ElementsAre("ir:Clash agent=id:Borduria (Actual, Positive)"));
  EXPECT_THAT(found({same, low}, text),
              ElementsAre("ir:Clash object=id:Borduria (Actual, Positive)"));
  EXPECT_THAT(found({low, same}, text),
              ElementsAre("ir:Clash object=id:Borduria (Actual, Positive)"));
}

TEST(ExtractorTest, KeepsReadingsOfUnrelatedClasses) {
  EXPECT_THAT(
      found({rule("a", "clash", "ir:Clash"), rule("b", "clash", "ir:Show")}, kText),
      ::testing::UnorderedElementsAre("ir:Clash (Actual, Positive)", "ir:Show (Actual, Positive)"));
}

TEST(ExtractorTest, ReadsEachSentenceByItself) {
  EXPECT_THAT(found({rule("a", "clash between {party:kb:Actor} and {party:kb:Actor}", "ir:Clash")},
                    "A clash between Borduria. And Syldavia watched."),
              ::testing::IsEmpty());
}

}  // namespace
}  // namespace testudo::extract
