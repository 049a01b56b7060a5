// What a pattern matches in a sentence, on a pack of four countries, two treaties and one rule a
// test.
#include "extract/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr const char* kWorld = R"(
ir:Country a owl:Class ; rdfs:subClassOf kb:Actor , kb:Place . ir:Treaty a owl:Class ; rdfs:subClassOf kb:Entity .
ir:Office a owl:Class ; rdfs:subClassOf kb:Concept .
ir:Thing a owl:Class ; rdfs:subClassOf kb:Event . ir:Other a owl:Class ; rdfs:subClassOf kb:Event .
id:Borduria a ir:Country ; skos:prefLabel "Borduria"@en ; t:demonym "Bordurian"@en .
id:Syldavia a ir:Country ; skos:prefLabel "Syldavia"@en ; t:demonym "Syldavian"@en .
id:Klow a kb:Place ; skos:prefLabel "Klow"@en ; t:metonymOf id:Syldavia .
id:Ruritania a ir:Country ; skos:prefLabel "Ruritania"@en ; t:demonym "Ruritanian"@en .
id:Grand_Fenwick a ir:Country ; skos:prefLabel "Grand Fenwick"@en .
id:Alpine_Treaty a ir:Treaty ; skos:prefLabel "Alpine Treaty"@en .
id:premier a ir:Office ; skos:prefLabel "premier"@en .
id:Mila_Vuk a kb:Person ; skos:prefLabel "Mila Vuk"@en ; t:familyName "Vuk"@en .
)";

std::vector<std::string> found(const std::string& patterns, const std::string& text,
                               const std::string& asserts = "ir:Thing",
                               const std::string& more = "") {
  Diagnostics problems;
  const auto pack =
      testing::load(std::string(kWorld) + "rule:x a t:Rule ; rdfs:label \"x\"@en ; t:phrase " +
                        patterns + " ; t:asserts " + asserts +
                        " ; t:example [ t:text \"Nothing.\" ; t:yields () ] .\n" + more,
                    problems);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  if (!pack) return {"no pack"};
  return testing::read(*pack, text);
}

const std::string kTalks = R"("talks between {party:kb:Actor} and {party:kb:Actor}")";
const std::string kExit = R"("{agent:kb:Actor}'s exit from {object:ir:Treaty}")";

TEST(MatcherTest, FillsSlotsByClass) {
  EXPECT_THAT(found(kExit, "Borduria's exit from the Alpine Treaty was quick."),
              ElementsAre("ir:Thing agent=id:Borduria object=id:Alpine_Treaty (Actual, Positive)"));
  EXPECT_THAT(found(kExit, "Borduria's exit from the hall was quick."), IsEmpty());
  EXPECT_THAT(found(kExit, "Klow's exit from the Alpine Treaty was quick."),
              ElementsAre("ir:Thing agent=id:Syldavia object=id:Alpine_Treaty (Actual, Positive)"))
      << "a seat of government stands for its government where an actor is wanted";
}

TEST(MatcherTest, StepsOverWhatOnlyDescribes) {
  EXPECT_THAT(
      found(kExit, "Borduria's sudden and painful exit from the famous Alpine Treaty was quick."),
      ElementsAre("ir:Thing agent=id:Borduria object=id:Alpine_Treaty (Actual, Positive)"));
  EXPECT_THAT(found(R"("{agent:kb:Actor} sanctions")", "Old Bordurian trade sanctions remain."),
              ElementsAre("ir:Thing agent=id:Borduria (Actual, Positive)"));
  EXPECT_THAT(
      found(R"("{agent:kb:Actor} sanctions")", "A Bordurian minister spoke, and sanctions remain."),
      IsEmpty());
}

TEST(MatcherTest, DoesNotStepOverNamesOrNegations) {
  EXPECT_THAT(found(R"("{agent:kb:Actor} treaty")", "The Bordurian Syldavian treaty holds."),
              ElementsAre("ir:Thing agent=id:Syldavia (Actual, Positive)"));
  EXPECT_THAT(found(R"("{agent:kb:Actor} present")", "Borduria, not present, was missed."),
              IsEmpty());
}

TEST(MatcherTest, ReadsHyphenatedPairs) {
  const std::string rivalry = R"("{party:ir:Country} - {party:ir:Country} rivalry")";
  for (const char* text :
       {"The Bordurian-Syldavian rivalry is old.", "The Borduria-Syldavia rivalry is old.",
        "The Bordurian\u2013Syldavian border rivalry is old."}) {
    EXPECT_THAT(found(rivalry, text),
                ElementsAre("ir:Thing party=id:Borduria party=id:Syldavia (Actual, Positive)"))
        << text;
  }
}

TEST(MatcherTest, ReadsCoordinatedFillers) {
  const std::string visit = R"("visit to {object:ir:Country}")";
  EXPECT_THAT(found(visit, "The visit to Borduria and Syldavia was long."),
              ElementsAre("ir:Thing object=id:Borduria object=id:Syldavia (Actual, Positive)"));
  EXPECT_THAT(
      found(visit, "The visit to Borduria, Syldavia and Ruritania was long."),
      ElementsAre(
          "ir:Thing object=id:Borduria object=id:Syldavia object=id:Ruritania (Actual, Positive)"));
  EXPECT_THAT(
      found(visit, "The visit to Borduria, Syldavia, and Ruritania was long."),
      ElementsAre(
          "ir:Thing object=id:Borduria object=id:Syldavia object=id:Ruritania (Actual, Positive)"));
  EXPECT_THAT(found(visit, "After the visit to Borduria, Syldavia closed its border."),
              ElementsAre("ir:Thing object=id:Borduria (Actual, Positive)"))
      << "a comma alone joins nothing";
  EXPECT_THAT(found(visit, "The visit to Borduria, and Syldavia as well."),
              ElementsAre("ir:Thing object=id:Borduria (Actual, Positive)"));
  EXPECT_THAT(found(visit, "The visit to Borduria and Syldavian trade were discussed."),
              ElementsAre("ir:Thing object=id:Borduria (Actual, Positive)"))
      << "Syldavian describes the trade";
}

TEST(MatcherTest, CoordinatesToTheLeftToo) {
  const std::string exit = R"("{agent:kb:Actor}'s exit")";
  EXPECT_THAT(
      found(exit, "Borduria, Ruritania and Syldavia's exit was slow."),
      ElementsAre(
          "ir:Thing agent=id:Borduria agent=id:Ruritania agent=id:Syldavia (Actual, Positive)"));
  const std::string sanctions = R"("{agent:kb:Actor} sanctions on {object:kb:Actor}")";
  EXPECT_THAT(
      found(sanctions,
            "Bordurian sanctions on Ruritania and Syldavian sanctions on Grand Fenwick hurt."),
      UnorderedElementsAre(
          "ir:Thing agent=id:Borduria object=id:Ruritania (Actual, Positive)",
          "ir:Thing agent=id:Syldavia object=id:Grand_Fenwick (Actual, Positive)"));
}

TEST(MatcherTest, TwoSlotsCanShareACoordination) {
  EXPECT_THAT(found(kTalks, "The talks between Borduria and Syldavia failed."),
              ElementsAre("ir:Thing party=id:Borduria party=id:Syldavia (Actual, Positive)"));
  EXPECT_THAT(found(kTalks, "The talks between Borduria and the brewers failed."), IsEmpty());
}

TEST(MatcherTest, AnOwnerIsNotTheThing) {
  EXPECT_THAT(found(R"("fall of {object:ir:Country}")", "The fall of Borduria's exports was deep."),
              IsEmpty());
  EXPECT_THAT(found(R"("fall of {object}")", "The fall of Borduria's exports was deep."),
              ElementsAre("ir:Thing object=\"Borduria's exports\" (Actual, Positive)"));
}

TEST(MatcherTest, KeepsANounPhraseAsConcept) {
  EXPECT_THAT(found(R"("rise in {object}")", "The rise in the global demand for steel was steep."),
              ElementsAre("ir:Thing object=\"global demand\" (Actual, Positive)"));
  EXPECT_THAT(found(R"("rise in {object}")", "The rise in it was steep."), IsEmpty())
      << "a pronoun is no name";
}

TEST(MatcherTest, ReadsTitlesOneByOne) {
  EXPECT_THAT(
      found(
          R"("{counterpart:ir:Country} {object:ir:Office} {agent:kb:Person}" , "{object:ir:Office} {agent:kb:Person}")",
          "Syldavian Premier Mila Vuk and guests arrived."),
      ElementsAre("ir:Thing counterpart=id:Syldavia object=id:premier agent=id:Mila_Vuk (Actual, "
                  "Positive)"));
}

TEST(MatcherTest, AttachesTheTimeThatFollows) {
  EXPECT_THAT(found(kExit, "Borduria's exit from the Alpine Treaty in May 2011 was quick."),
              ElementsAre("ir:Thing agent=id:Borduria object=id:Alpine_Treaty time=\"2011-05\" "
                          "(Actual, Positive)"));
  EXPECT_THAT(found(kExit, "Borduria's exit from the Alpine Treaty on 3 May 2011 was quick."),
              ElementsAre("ir:Thing agent=id:Borduria object=id:Alpine_Treaty time=\"2011-05-03\" "
                          "(Actual, Positive)"));
  EXPECT_THAT(found(kExit, "Borduria's exit from the Alpine Treaty in 30 days was quick."),
              ElementsAre("ir:Thing agent=id:Borduria object=id:Alpine_Treaty (Actual, Positive)"));
}

TEST(MatcherTest, AnotherRulesSituationFillsASlot) {
  EXPECT_THAT(
      found(
          kTalks, "The collapse of talks between Borduria and Syldavia came soon.", "ir:Thing",
          R"(rule:y a t:Rule ; rdfs:label "y"@en ; t:phrase "collapse of {object:ir:Thing}" ; t:asserts ir:Other ;
                       t:example [ t:text "Nothing." ; t:yields () ] .)"),
      UnorderedElementsAre("ir:Thing party=id:Borduria party=id:Syldavia (Actual, Positive)",
                           "ir:Other object=[ir:Thing party=id:Borduria party=id:Syldavia (Actual, "
                           "Positive)] (Actual, Positive)"));
}

TEST(MatcherTest, FillsATemplateWithFixedRolesAndNestedSituations) {
  EXPECT_THAT(
      found(
          R"("{agent:kb:Actor} poll meddling")", "Bordurian poll meddling was noticed.",
          R"([ a ir:Thing ; kb:agent slot:agent ; kb:object "poll" ; kb:purpose [ a ir:Other ; kb:object id:Klow ] ;
                        kb:modality kb:Possible ])"),
      UnorderedElementsAre(
          "ir:Thing agent=id:Borduria object=\"poll\" purpose=[ir:Other object=id:Klow (Actual, "
          "Positive)] (Possible, Positive)",
          "ir:Other object=id:Klow (Actual, Positive)"));
}

TEST(MatcherTest, QuotedWordsMatchToTheLetter) {
  EXPECT_THAT(
      found(R"("'Exit' of {agent:kb:Actor}")", "The Exit of Borduria and the exit of Syldavia."),
      ElementsAre("ir:Thing agent=id:Borduria (Actual, Positive)"));
}

}  // namespace
}  // namespace testudo::extract
