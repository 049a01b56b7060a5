// Noun phrases and verb groups, read with the pack as shipped, in the notation of
// phrase_notation.h.
#include "english/phrases.h"

#include <gtest/gtest.h>

#include "english/phrase_notation.h"
#include "support/fixture.h"

namespace testudo::english {
namespace {

struct Case {
  const char* sentence;
  const char* phrases;
  const char* groups;
};

class PhrasesTest : public ::testing::TestWithParam<Case> {};

TEST_P(PhrasesTest, AreFoundWithTheirHeads) {
  const text::Document document = testudo::testing::document(GetParam().sentence);
  Analysis analysis;
  testudo::testing::shipped().analyser().analyse(document, analysis);
  EXPECT_EQ(testing::describe_phrases(analysis), GetParam().phrases);
  EXPECT_EQ(testing::describe_groups(analysis), GetParam().groups);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, PhrasesTest,
    ::testing::Values(
        Case{"The new law protects miners.", "[The new *law] [*miners]", "[*protects] finite"},
        Case{"Three former ministers of the old regime left.",
             "[Three former *ministers] [the old *regime]", "[*left] finite past"},
        Case{"The king's eldest son met the mayor's wife.",
             "[The *king] 's[eldest *son] [the *mayor] 's[*wife]", "[*met] finite past"},
        Case{"About 50 ships left the port.", "[About 50 *ships] [the *port]",
             "[*left] finite past"},
        Case{"More than 200 farmers protested.", "[More than 200 *farmers]",
             "[*protested] finite past"},
        Case{"At least some of the money is gone.", "[At least *some] [the *money]",
             "[is *gone] finite passive"},
        Case{"All those prisoners were freed.", "[All those *prisoners]",
             "[were *freed] finite past passive"},
        Case{"The state-run bank failed.", "[The state-run *bank]", "[*failed] finite past"},
        Case{"Oil and gas prices rose.", "[Oil and gas *prices]", "[*rose] finite past"},
        Case{"Nuclear and conventional arms are banned.", "[Nuclear and conventional *arms]",
             "[are *banned] finite passive"},
        Case{"The leading party lost.", "[The leading *party]", "[*lost] finite past"},
        Case{"The newly built bridge collapsed.", "[The newly built *bridge]",
             "[*collapsed] finite past"},
        Case{"He met us on Nov. 3, 2019.", "[*He] [*us] [*Nov. 3, 2019]", "[*met] finite past"},
        Case{"The treaty of March 5 expired.", "[The *treaty] [*March 5]",
             "[*expired] finite past"},
        Case{"The injured were flown home.", "[The *injured] [*home]",
             "[were *flown] finite past passive"},
        Case{"The bombing of the port shocked Oslo.", "[The *bombing] [the *port] [*Oslo]",
             "[*shocked] finite past"},
        Case{"These are the facts.", "[*These] [the *facts]", "[*are] finite"},
        Case{"No soldier fell.", "[No *soldier]no", "[*fell] finite past"},
        Case{"Neither side won.", "[Neither *side]no", "[*won] finite past"},
        Case{"They themselves created the problem.", "[*They] [the *problem]",
             "[*created] finite past"},
        Case{"The two sides have both agreed.", "[The two *sides]",
             "[have both *agreed] finite perfect"},
        Case{"Officials Friday denied the report.", "[*Officials] [*Friday] [the *report]",
             "[*denied] finite past"},
        Case{"Yesterday Oslo agreed.", "[*Yesterday] [*Oslo]", "[*agreed] finite past"},
        Case{"Some of them left.", "[*Some] [*them]", "[*left] finite past"},
        Case{"Most of the money went to Rome.", "[*Most] [the *money] [*Rome]",
             "[*went] finite past"},
        Case{"Many left early.", "[*Many]", "[*left] finite past"},
        Case{"She wants to learn more.", "[*She] [*more]",
             "[*wants] finite; [to *learn] infinitive"},
        Case{"A $5 million loan was approved.", "[A $5 million *loan]",
             "[was *approved] finite past passive"},
        Case{"The ship carried 20,000 tonnes of coal.", "[The *ship] [20,000 *tonnes] [*coal]",
             "[*carried] finite past"},
        Case{"One or two ships sank.", "[One or two *ships]", "[*sank] finite past"},
        Case{"On-site inspections continue.", "[On-site *inspections]", "[*continue] finite"},
        Case{"Apollo 11 landed.", "[*Apollo 11]", "[*landed] finite past"},
        Case{"The minister gave the farmers money.", "[The *minister] [the *farmers] [*money]",
             "[*gave] finite past"},
        Case{"Rome sold Madrid four ships.", "[*Rome] [*Madrid] [four *ships]",
             "[*sold] finite past"},
        Case{"The Bank of England's decision surprised us.",
             "[The *Bank] [*England] 's[*decision] [*us]", "[*surprised] finite past"},
        Case{"His party won an overwhelming majority.", "[His *party] [an overwhelming *majority]",
             "[*won] finite past"},
        Case{"Two-thirds of voters agreed.", "[Two-*thirds] [*voters]", "[*agreed] finite past"},
        Case{"Half the ships sank.", "[Half the *ships]", "[*sank] finite past"},
        Case{"The court heard both sides.", "[The *court] [both *sides]", "[*heard] finite past"},
        Case{"Each of the states has a vote.", "[*Each] [the *states] [a *vote]", "[*has] finite"},
        Case{"The bank has not been closed.", "[The *bank]",
             "[has not been *closed] finite passive perfect not"},
        Case{"The firm will have been sold by May.", "[The *firm] [*May]",
             "[will have been *sold] finite passive perfect modal"},
        Case{"The firm is being sold.", "[The *firm]",
             "[is being *sold] finite passive progressive"},
        Case{"He has been hiding in Rome.", "[*He] [*Rome]",
             "[has been *hiding] finite perfect progressive"},
        Case{"The law must never be changed.", "[The *law]",
             "[must never be *changed] finite passive modal not"},
        Case{"They do not know.", "[*They]", "[do not *know] finite not"},
        Case{"He did not want to leave.", "[*He]",
             "[did not *want] finite past not; [to *leave] infinitive"},
        Case{"To be sure, the firm lost.", "[the *firm]",
             "[To *be] infinitive; [*lost] finite past"},
        Case{"The ship could have been saved.", "[The *ship]",
             "[could have been *saved] finite passive perfect modal"},
        Case{"He got arrested in Lima.", "[*He] [*Lima]", "[got *arrested] finite past passive"},
        Case{"The army pulled out of the valley.", "[The *army] [the *valley]",
             "[*pulled out] finite past"},
        Case{"The premier stepped down.", "[The *premier]", "[*stepped down] finite past"},
        Case{"They gave the town up.", "[*They] [the *town]", "[*gave] finite past + up"},
        Case{"The court struck down the law.", "[The *court] [the *law]",
             "[*struck down] finite past"},
        Case{"He never liked it.", "[*He] [*it]", "[*liked] finite past not"},
        Case{"The union has always opposed the plan.", "[The *union] [the *plan]",
             "[has always *opposed] finite perfect"},
        Case{"Has the firm paid?", "[the *firm]", "Has… [*paid] finite perfect"},
        Case{"Why did the king not abdicate?", "[the *king]", "did… [*abdicate] finite past not"},
        Case{"Never before had they met.", "[*they]", "had… [*met] finite past perfect not"},
        Case{"Can the bank be saved?", "[the *bank]", "Can… [be *saved] finite passive modal"},
        Case{"The treaty negotiated in Oslo failed.", "[The *treaty] [*Oslo]",
             "[*negotiated]; [*failed] finite past"},
        Case{"Selling arms is illegal.", "[*arms]", "[*Selling]; [*is] finite"},
        Case{"The king is about to abdicate.", "[The *king]",
             "[*is] finite; [to *abdicate] infinitive"},
        Case{"He is ill.", "[*He]", "[*is] finite"},
        Case{"She had had a house.", "[*She] [a *house]", "[had *had] finite past perfect"},
        Case{"The firm is going to fail.", "[The *firm]",
             "[is *going] finite progressive; [to *fail] infinitive"},
        Case{"Having won, he left.", "[*he]", "[Having *won] perfect; [*left] finite past"},
        Case{"The plan has in recent years lost support.", "[The *plan] [recent *years] [*support]",
             "has… [*lost] finite perfect"},
        Case{"They rely on it.", "[*They] [*it]", "[*rely] finite"},
        Case{"The storm wiped out the crop.", "[The *storm] [the *crop]",
             "[*wiped out] finite past"},
        Case{"He ought to go.", "[*He]", "[*ought] finite modal; [to *go] infinitive"},
        Case{"The bill was quickly passed.", "[The *bill]",
             "[was quickly *passed] finite past passive"},
        Case{"Prices have been rising and may fall.", "[*Prices]",
             "[have been *rising] finite perfect progressive; [may *fall] finite modal"},
        Case{"Rome is said to have agreed.", "[*Rome]",
             "[is *said] finite passive; [to have *agreed] infinitive perfect"},
        Case{"Not to act would be wrong.", "",
             "[to *act] infinitive not; [would *be] finite modal"}));

}  // namespace
}  // namespace testudo::english
