// What explanations say: the nearest miss of a rule, what gave way to what, how operators add up,
// and the rules that are drafted for what nothing reads.
#include "extract/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/rule_draft.h"
#include "support/fixture.h"

namespace testudo::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr const char* kWorld = R"(
ir:Country a owl:Class ; rdfs:subClassOf kb:Actor , kb:Place . ir:Treaty a owl:Class ; rdfs:subClassOf kb:Entity .
ir:Exit a owl:Class ; rdfs:subClassOf kb:Event . ir:Rush a owl:Class ; rdfs:subClassOf ir:Exit .
id:Borduria a ir:Country ; skos:prefLabel "Borduria"@en ; t:demonym "Bordurian"@en .
id:Syldavia a ir:Country ; skos:prefLabel "Syldavia"@en ; t:demonym "Syldavian"@en .
id:Alpine_Treaty a ir:Treaty ; skos:prefLabel "Alpine Treaty"@en .
)";

std::string rule(const std::string& name, const std::string& patterns,
                 const std::string& asserts = "ir:Exit", const std::string& more = "") {
  return "rule:" + name + " a t:Rule ; rdfs:label \"x\"@en ; " + patterns + " ; t:asserts " +
         asserts + more + " ; t:example [ t:text \"Nothing.\" ; t:yields () ] .\n";
}

const std::string kLeave = R"(t:clause "{agent:kb:Actor} withdraw from {object:ir:Treaty}")";
const std::string kExit = R"(t:phrase "{agent:kb:Actor}'s exit from {object:ir:Treaty}")";

// A pack and a text, explained.
struct Explained {
  explicit Explained(const std::string& rules, const std::string& text) : words(text) {
    Diagnostics problems;
    sources.domain = false;
    sources.files.push_back({"test.ttl", testing::with_prefixes(kWorld + rules)});
    pack = pack::Pack::load(sources, problems);
    for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
    document = testing::document(words);
    pack->analyser().analyse(document, analysis);
    explainer.emplace(*pack, analysis);
  }
  NearestMiss miss(const std::string& name = "rule:x") {
    return explainer->nearest_miss(0, *find_rule(*pack, name));
  }
  std::vector<RuleDraft> drafts() const {
    return draft_rules(sources, *pack, analysis, find_gaps(*pack, analysis, explainer->findings()));
  }

  std::string words;
  pack::PackSources sources;
  std::shared_ptr<const pack::Pack> pack;
  text::Document document;
  english::Analysis analysis;
  std::optional<Explainer> explainer;
};

std::string reason(const std::string& rules, const std::string& text) {
  return Explained(rules, text).miss().reason;
}

TEST(ExplanationTest, TellsTheFirstConditionOfAClauseThatFailed) {
  const std::string leave = rule("x", kLeave);
  EXPECT_EQ(reason(leave, "Borduria withdrew from the meeting."),
            "what 'from the meeting' names is no ir:Treaty");
  EXPECT_EQ(reason(leave, "Borduria withdrew."), "'withdrew' has no phrase with 'from'");
  EXPECT_EQ(reason(leave, "The tide withdrew from the Alpine Treaty."),
            "the subject 'The tide' is no kb:Actor");
  EXPECT_EQ(reason(leave, "Borduria praised the Alpine Treaty."),
            "the verb 'withdraw' is not in the sentence");
  EXPECT_EQ(reason(rule("x", R"(t:clause "{agent:kb:Actor} leave {object:ir:Treaty}")"),
                   "Borduria left the meeting."),
            "the object 'the meeting' is no ir:Treaty");
}

TEST(ExplanationTest, TellsThatARuleIsNotReadInAForm) {
  EXPECT_EQ(reason(rule("x", R"(t:clause "{agent:kb:Actor} sign {object:ir:Treaty}")", "ir:Exit",
                        " ; t:withoutForms t:Passive"),
                   "The Alpine Treaty was signed by Borduria."),
            "the rule is not read in the passive (t:forms)");
}

TEST(ExplanationTest, TellsWhatStandsWhereAPhraseGoesOnOtherwise) {
  const std::string exit = rule("x", kExit);
  EXPECT_EQ(reason(exit, "Borduria's exit from the hall was quick."),
            "'the hall', behind 'from', is no ir:Treaty");
  EXPECT_EQ(reason(exit, "Borduria's exit through the hall was quick."),
            "behind 'exit' stands 'through', not 'from'");
  EXPECT_EQ(reason(exit, "The exit from the Alpine Treaty was quick."),
            "before 'exit' stands 'The', not ''s'");
  EXPECT_EQ(reason(exit, "Borduria sings."), "the word 'exit' is not in the sentence");
}

TEST(ExplanationTest, CountsTheConditionsOfTheNearestPattern) {
  Explained e(rule("x", kLeave + " , \"{agent:kb:Actor} leave {object:ir:Treaty}\""),
              "Borduria left the meeting.");
  const NearestMiss miss = e.miss();
  EXPECT_EQ(miss.met, 2u);
  EXPECT_EQ(miss.wanted, 3u);
  EXPECT_EQ(e.pack->rules()[0].patterns[miss.pattern].text,
            "{agent:kb:Actor} leave {object:ir:Treaty}");
  EXPECT_EQ(e.analysis.text(miss.words), "left");
}

TEST(ExplanationTest, LooksAtEverySentenceByItself) {
  Explained e(rule("x", kLeave), "Borduria withdrew from the Alpine Treaty. Syldavia withdrew.");
  EXPECT_THAT(e.explainer->readings(0), ElementsAre(0u));
  EXPECT_THAT(e.explainer->readings(1), IsEmpty());
  EXPECT_EQ(e.explainer->nearest_miss(1, 0).reason, "'withdrew' has no phrase with 'from'");
  EXPECT_EQ(e.explainer->nearest_miss(0, 0).reason, "every condition is met");
}

TEST(ExplanationTest, TellsWhichStepOfTheOrderDecided) {
  const auto step = [](const std::string& one, const std::string& other) {
    Explained e(one + other, "Borduria left the Alpine Treaty.");
    const auto dropped = e.explainer->dropped(0);
    if (dropped.size() != 1) return std::string("not one");
    return e.pack->rules()[dropped[0]->reading.rule].name + ": " +
           std::string(to_string(dropped[0]->step));
  };
  const std::string any = R"(t:clause "{agent:kb:Actor} leave {object}")";
  const std::string treaty = R"(t:clause "{agent:kb:Actor} leave {object:ir:Treaty}")";
  EXPECT_EQ(step(rule("a", R"(t:clause "{agent:kb:Actor} leave")"), rule("b", any)),
            "rule:a: more conditions met");
  EXPECT_EQ(step(rule("a", any), rule("b", treaty)), "rule:a: narrower classes of slots");
  EXPECT_EQ(step(rule("a", any), rule("b", any, "ir:Rush")),
            "rule:a: the narrower class of situation");
  EXPECT_EQ(step(rule("a", any), rule("b", any, "ir:Exit", " ; t:priority 5")),
            "rule:a: the higher t:priority");
  EXPECT_EQ(step(rule("a", any), rule("b", any)), "rule:b: the rule whose IRI comes first");
}

TEST(ExplanationTest, WithoutATraceTheSameIsFound) {
  Explained e(rule("a", kLeave) + rule("b", kLeave), "Borduria withdrew from the Alpine Treaty.");
  std::vector<Finding> findings;
  Extractor(*e.pack).extract(e.analysis, findings);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].rule, e.explainer->findings()[0].rule);
}

TEST(ExplanationTest, TellsWhatEachOperatorDid) {
  Explained e(rule("x", kLeave), "Borduria does not want to withdraw from the Alpine Treaty.");
  ASSERT_THAT(e.explainer->findings(), SizeIs(1));
  const Finding& f = e.explainer->findings()[0];
  std::vector<std::string> cues;
  for (const CueUse& cue : f.cues) {
    cues.push_back(std::string(e.analysis.text(cue.words)) + (cue.decides ? " decides" : "") +
                   (cue.negates ? " negates" : "") + (cue.holds ? " holds" : ""));
  }
  EXPECT_THAT(cues, ElementsAre("want decides holds", "not negates"));
}

// ---- drafts

TEST(RuleDraftTest, ReadsASentenceThatNothingReads) {
  const Explained e("", "Borduria visited Syldavia in 2018.");
  const std::vector<RuleDraft> drafts = e.drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_EQ(drafts[0].name, "rule:visit");
  EXPECT_EQ(drafts[0].pattern, "{agent:kb:Actor} visit {object:kb:Actor}");
  EXPECT_THAT(drafts[0].rule, HasSubstr("t:text \"Borduria visited Syldavia in 2018.\""));
  EXPECT_THAT(drafts[0].turtle(), StartsWith("@prefix id:"));
}

TEST(RuleDraftTest, LeavesAloneWhatIsReadOrHasNoActor) {
  EXPECT_THAT(Explained(rule("x", kLeave), "Borduria withdrew from the Alpine Treaty.").drafts(),
              IsEmpty());
  EXPECT_THAT(Explained("", "The rain spoiled the picnic.").drafts(), IsEmpty());
  EXPECT_THAT(Explained("", "Borduria is a country.").drafts(), IsEmpty());
}

TEST(RuleDraftTest, OneDraftForSentencesOfOnePattern) {
  const std::vector<RuleDraft> drafts =
      Explained("", "Borduria visited Syldavia. Syldavia visited Borduria.").drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_THAT(drafts[0].sentences, ElementsAre(0u, 1u));
}

TEST(RuleDraftTest, TakesANameThatIsFree) {
  const std::string taken = rule("visit", R"(t:clause "{agent:ir:Treaty} visit {object}")");
  const std::vector<RuleDraft> drafts = Explained(taken, "Borduria visited Syldavia.").drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_EQ(drafts[0].name, "rule:visit-2");
}

// Every draft, as a file of its own beside the pack, loads without a word and reads its example as
// the example says.
TEST(RuleDraftTest, LoadsAndFiresOnItsSentence) {
  for (const char* text : {
           "Borduria visited Syldavia in 2018.",
           "Borduria withdrew its envoys from \"holy\" Syldavia.",
           "Borduria gave Syldavia old tanks.",
           "Syldavia was attacked by Borduria.",
           "Syldavia, which criticised Borduria for its stance, paused.",
           "Borduria pulled out of the Alpine Treaty.",
           "Borduria signed a pact with Syldavia. It praised the treaty.",
           "Borduria will not attack Syldavia.",
           "A column of people who had walked through the hills thanked Borduria for its bread.",
       }) {
    const Explained e("", text);
    const std::vector<RuleDraft> drafts = e.drafts();
    EXPECT_FALSE(drafts.empty()) << text;
    pack::PackSources sources = e.sources;
    for (const RuleDraft& draft : drafts) {
      sources.files.push_back({"draft.ttl", draft.turtle()});
      for (std::size_t at = 0; at < draft.rule.size();) {
        const std::size_t end = draft.rule.find('\n', at);
        EXPECT_LE(end - at, 100u) << draft.rule;
        at = end + 1;
      }
    }
    Diagnostics problems;
    const auto pack = pack::Pack::load(sources, problems);
    for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d) << "\n" << text;
    ASSERT_NE(pack, nullptr);
    EXPECT_EQ(run_examples(*pack, problems), drafts.size());
    for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d) << "\n" << text;
  }
}

}  // namespace
}  // namespace testudo::extract
