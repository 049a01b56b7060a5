// Mistakes in packs: each is told at its place, all of them at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::pack {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> messages(const std::string& turtle) {
  Diagnostics problems;
  testing::load(turtle, problems);
  std::vector<std::string> out;
  for (const Diagnostic& d : problems) out.push_back(to_string(d));
  return out;
}

// A rule with one thing changed; every test names the line that is wrong.
constexpr const char* kDomain =
    "ir:Agreement a owl:Class ; rdfs:subClassOf kb:Entity . ir:Leaving a owl:Class ; "
    "rdfs:subClassOf kb:Event .\n";

TEST(LoadingTest, TakesAGoodRuleWithoutAWord) {
  EXPECT_THAT(messages(std::string(kDomain) + R"(rule:x a t:Rule ; rdfs:label "x" ;
    t:phrase "{agent:kb:Actor} exit from {object:ir:Agreement}" ; t:asserts ir:Leaving ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
              IsEmpty());
}

TEST(LoadingTest, TellsUnknownNamesWithTheNearestOnes) {
  EXPECT_THAT(
      messages(std::string(kDomain) + R"(rule:x a t:Rule ; rdfs:label "x" ;
    t:phrase "{agnt:kb:Actor} exit from {object:ir:Agreemnt}" ;
    t:asserts ir:Leaving ;
    t:exmple "" ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre(
          "test.ttl:4:41: error: rule:x: unknown class ir:Agreemnt; did you mean ir:Agreement?",
          "test.ttl:5:15: error: rule:x: unknown role {agnt}; did you mean agent?",
          "test.ttl:6:14: error: rule:x: unknown key t:exmple; did you mean t:example?"));
}

TEST(LoadingTest, TellsEveryPatternThatCannotParse) {
  EXPECT_THAT(
      messages(std::string(kDomain) + R"(rule:x a t:Rule ; rdfs:label "x" ;
    t:phrase "(exit|leave from" , "{agent" ;
    t:asserts ir:Leaving ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre("test.ttl:4:15: error: rule:x: '(' is never closed in \"(exit|leave from\"",
                  "test.ttl:4:36: error: rule:x: '{' is never closed in \"{agent\""));
}

TEST(LoadingTest, TellsWhatARuleLacks) {
  EXPECT_THAT(
      messages(R"(rule:x a t:Rule .)"),
      ElementsAre("test.ttl:2:1: error: rule:x: has no pattern; give it a t:clause or a t:phrase",
                  "test.ttl:2:1: error: rule:x: has no t:asserts",
                  "test.ttl:2:1: error: rule:x: has no t:example",
                  "test.ttl:2:1: warning: rule:x has no rdfs:label"));
}

TEST(LoadingTest, TellsAnUnknownWordList) {
  EXPECT_THAT(
      messages(std::string(kDomain) + R"(list:exits a t:WordList ; t:word "exit" .
rule:x a t:Rule ; rdfs:label "x" ; t:phrase "<exit> now" ; t:asserts ir:Leaving ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre("test.ttl:4:46: error: rule:x: unknown word list <exit>; did you mean exits?"));
}

TEST(LoadingTest, TellsAPatternThatHasNothingToStartFrom) {
  EXPECT_THAT(
      messages(
          std::string(kDomain) +
          R"(rule:x a t:Rule ; rdfs:label "x" ; t:phrase "{agent} - {object}" ; t:asserts ir:Leaving ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre("test.ttl:3:46: error: rule:x: the pattern has no word and no slot of a class to "
                  "start from"));
}

TEST(LoadingTest, TellsAPatternWithTooManyReadings) {
  std::string pattern;
  for (int i = 0; i < 12; ++i) pattern += "[a" + std::to_string(i) + "] ";
  const auto told =
      messages(std::string(kDomain) + "rule:x a t:Rule ; rdfs:label \"x\" ; t:phrase \"" + pattern +
               "\" ; t:asserts ir:Leaving ; t:example [ t:text \"Nothing.\" ; t:yields () ] .");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_THAT(told.front(), ::testing::HasSubstr("the pattern has more than 512 readings"));
}

TEST(LoadingTest, ChecksRolesAgainstDomainAndRange) {
  EXPECT_THAT(
      messages(
          std::string(kDomain) +
          R"(ir:leader a owl:ObjectProperty ; rdfs:subPropertyOf kb:role ; rdfs:domain ir:Leading ; rdfs:range kb:Person .
ir:Leading a owl:Class ; rdfs:subClassOf kb:Event .
rule:x a t:Rule ; rdfs:label "x" ; t:phrase "exit of {who:ir:Agreement}" ; t:asserts [ a ir:Leaving ; ir:leader slot:who ] ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre("test.ttl:5:54: error: rule:x: ir:Agreement cannot fill ir:leader: its range is "
                  "kb:Person",
                  "test.ttl:5:113: error: rule:x: ir:leader does not apply to ir:Leaving: its "
                  "domain is ir:Leading"));
}

TEST(LoadingTest, TellsTemplatesWithUnknownSlotsAndEntities) {
  EXPECT_THAT(
      messages(std::string(kDomain) +
               R"(rule:x a t:Rule ; rdfs:label "x" ; t:phrase "exit of {agent:kb:Actor}" ;
    t:asserts [ a ir:Leaving ; kb:agent slot:agnt ; kb:object id:Nowhere ] ;
    t:example [ t:text "Nothing here." ; t:yields () ] .)"),
      ElementsAre("test.ttl:4:41: error: rule:x: no pattern has a slot {agnt}; did you mean agent?",
                  "test.ttl:4:63: error: rule:x: unknown entity id:Nowhere"));
}

TEST(LoadingTest, TellsBrokenEntities) {
  EXPECT_THAT(
      messages(R"(id:A a kb:Person ; t:familyName "Aaa"@en .
id:B a kb:Place ; skos:prefLabel "Bee"@en ; t:metonymOf id:C .)"),
      ElementsAre(
          "test.ttl:2:1: error: id:A has no skos:prefLabel",
          "test.ttl:3:57: error: id:B is a metonym of id:C, which is no entity of the lexicon"));
}

TEST(LoadingTest, TellsSyntaxErrorsAndGoesOn) {
  const auto told = messages("rule:x a nope:Rule .\nid:A a kb:Person .\n");
  ASSERT_GE(told.size(), 2u);
  EXPECT_THAT(told.front(), ::testing::StartsWith("test.ttl:2:"));
  EXPECT_EQ(told.back(), "test.ttl:3:1: error: id:A has no skos:prefLabel");
}

TEST(LoadingTest, SurvivesAHundredThousandBrackets) {
  const auto told = messages("rule:x a " + std::string(100000, '['));
  ASSERT_FALSE(told.empty());
  EXPECT_THAT(told.front(), ::testing::StartsWith("test.ttl:2:"));
}

TEST(LoadingTest, DoesNotDependOnTheOrderOfFiles) {
  const std::string one =
      testing::with_prefixes("id:A a kb:Person ; skos:prefLabel \"Ann Archer\"@en .");
  const std::string two =
      testing::with_prefixes("id:B a kb:Person ; skos:prefLabel \"Bob Archer\"@en .");
  PackSources forth;
  forth.domain = false;
  forth.files = {{"a.ttl", one}, {"b.ttl", two}};
  PackSources back;
  back.domain = false;
  back.files = {{"b.ttl", two}, {"a.ttl", one}};
  Diagnostics problems;
  const auto x = Pack::load(forth, problems);
  const auto y = Pack::load(back, problems);
  ASSERT_TRUE(x && y);
  EXPECT_EQ(*x->lexicon().find("https://w3id.org/testudo/id/B"),
            *y->lexicon().find("https://w3id.org/testudo/id/B"));
}

TEST(LoadingTest, TheShippedPackHasNoMistake) {
  Diagnostics problems;
  const auto pack = Pack::load({}, problems);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  ASSERT_TRUE(pack);
  EXPECT_GE(pack->rules().size(), 20u);
}

}  // namespace testudo::pack
