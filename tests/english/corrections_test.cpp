// Sentences for each curated correction, two ways round where there are two. The words' tags stand
// behind them; see tagging.h.
#include "english/corrections.h"

#include <gtest/gtest.h>

#include "english/tagging.h"

namespace testudo::english {
namespace {

using testing::Tagged;

void expect(std::initializer_list<const char*> sentences) {
  for (const char* line : sentences) {
    const Tagged sentence(line);
    EXPECT_EQ(sentence.tagged(), sentence.expected());
  }
}

}  // namespace

// ---- names
// ----------------------------------------------------------------------------------------------------------

TEST(NameCorrections, MonthsAndWeekdaysAreNames) {
  expect({"The/DT summit/NN opened/VBD on/IN Sunday/NNP ./.",
          "In/IN March/NNP the/DT talks/NNS failed/VBD ./.",
          "The/DT ban/NN expired/VBD on/IN May/NNP 3/CD ./.", "The/DT deal/NN may/MD hold/VB ./."});
}

TEST(NameCorrections, CapitalPronounsAreNames) {
  expect({"The/DT US/NNP embassy/NN closed/VBD ./.", "It/PRP told/VBD us/PRP nothing/NN ./."});
}

TEST(NameCorrections, DemonymsAreAdjectivesBeforeNouns) {
  expect({"Russian/JJ troops/NNS left/VBD the/DT town/NN ./.",
          "The/DT Chinese/JJ foreign/JJ ministry/NN protested/VBD ./.",
          "An/DT American/NNP won/VBD the/DT race/NN ./.",
          "The/DT Americans/NNPS won/VBD the/DT race/NN ./."});
}

TEST(NameCorrections, ParticlesBelongToNames) {
  expect({"Bashar/NNP al/NNP ~-/: ~Assad/NNP spoke/VBD ./.",
          "Ursula/NNP von/NNP der/NNP Leyen/NNP agreed/VBD ./."});
}

TEST(NameCorrections, LowerCasePartsBehindHyphensBelongToNames) {
  expect({"Kim/NNP Jong/NNP ~-/: ~un/NNP travelled/VBD to/IN Hanoi/NNP ./.",
          "Park/NNP Geun/NNP ~-/: ~hye/NNP resigned/VBD ./."});
}

TEST(NameCorrections, PluralNamesAreNnps) {
  expect({"The/DT United/NNP Nations/NNPS condemned/VBD the/DT attack/NN ./.",
          "Republicans/NNPS opposed/VBD the/DT treaty/NN ./."});
}

// ---- function words
// -------------------------------------------------------------------------------------------------

TEST(FunctionWordCorrections, HerIsAPossessiveBeforeANoun) {
  expect({"Her/PRP$ party/NN lost/VBD ./.", "They/PRP elected/VBD her/PRP in/IN May/NNP ./.",
          "Voters/NNS trust/VBP her/PRP because/IN she/PRP listens/VBZ ./.",
          "She/PRP gave/VBD her/PRP$ first/JJ speech/NN ./."});
}

TEST(FunctionWordCorrections, ThatIsAConjunctionARelativeOrADeterminer) {
  expect({"He/PRP said/VBD that/IN the/DT treaty/NN was/VBD dead/JJ ./.",
          "The/DT treaty/NN that/WDT expired/VBD was/VBD old/JJ ./.", "We/PRP saw/VBD that/DT ./.",
          "She/PRP argued/VBD that/IN ,/, over/IN time/NN ,/, sanctions/NNS work/VBP ./."});
}

TEST(FunctionWordCorrections, AboutAndOverBeforeNumbersAreAdverbs) {
  expect({"About/RB 500/CD soldiers/NNS died/VBD ./.",
          "Over/RB two/CD million/CD people/NNS fled/VBD ./.",
          "They/PRP argued/VBD over/IN the/DT budget/NN ./.",
          "Talks/NNS about/IN arms/NNS stalled/VBD ./."});
}

TEST(FunctionWordCorrections, ParticlesStandBehindVerbsWithoutAnObject) {
  expect({"The/DT minister/NN stepped/VBD down/RP ./.",
          "Prices/NNS went/VBD up/RP ,/, he/PRP said/VBD ./.",
          "The/DT ship/NN ended/VBD up/RP sinking/VBG ./.",
          "The/DT guards/NNS sat/VBD in/IN the/DT car/NN ./."});
}

TEST(FunctionWordCorrections, AwayAndBackAreAdverbs) {
  expect({"The/DT coast/NN guard/NN turned/VBD away/RB a/DT boat/NN ./.",
          "The/DT army/NN pulled/VBD back/RB ./."});
}

TEST(FunctionWordCorrections, ThereStandsForASubjectOrIsAPlace) {
  expect({"There/EX was/VBD no/DT deal/NN ./.", "There/EX may/MD be/VB war/NN ./.",
          "Is/VBZ there/EX a/DT plan/NN ?/.", "The/DT troops/NNS stayed/VBD there/RB ./.",
          "There/EX remain/VBP many/JJ doubts/NNS ./."});
}

TEST(FunctionWordCorrections, OneIsANumberANounOrAPronoun) {
  expect({"One/CD soldier/NN died/VBD ./.",
          "The/DT old/JJ flag/NN beat/VBD the/DT new/JJ one/NN ./.", "One/PRP must/MD wait/VB ./.",
          "One/CD of/IN the/DT parties/NNS left/VBD ./."});
}

TEST(FunctionWordCorrections, NumbersInWordsAreNumbers) {
  expect({"Eleven/CD states/NNS voted/VBD ./.",
          "The/DT fine/NN was/VBD two/CD million/CD dollars/NNS ./."});
}

TEST(FunctionWordCorrections, BothJoinsOrDetermines) {
  expect({"Both/CC France/NNP and/CC Germany/NNP agreed/VBD ./.",
          "Both/DT sides/NNS agreed/VBD ./.",
          "Either/CC Paris/NNP or/CC Berlin/NNP will/MD pay/VB ./."});
}

TEST(FunctionWordCorrections, AllBeforeADeterminerIsAPredeterminer) {
  expect({"All/PDT the/DT missiles/NNS were/VBD destroyed/VBN ./.",
          "All/DT missiles/NNS were/VBD destroyed/VBN ./."});
}

TEST(FunctionWordCorrections, LaterAndEarlierCompareAdverbsOrAdjectives) {
  expect({"Three/CD years/NNS later/RBR the/DT war/NN ended/VBD ./.",
          "He/PRP resigned/VBD earlier/RBR this/DT week/NN ./.",
          "They/PRP cited/VBD an/DT earlier/JJR agreement/NN ./.",
          "The/DT pact/NN is/VBZ no/RB longer/RBR valid/JJ ./."});
}

TEST(FunctionWordCorrections, MoreAndMostFollowWhatTheyMeasure) {
  expect({"More/JJR troops/NNS arrived/VBD ./.",
          "The/DT most/RBS important/JJ point/NN is/VBZ trust/NN ./.",
          "Most/JJS states/NNS signed/VBD ./.", "At/IN least/JJS ten/CD people/NNS died/VBD ./.",
          "More/JJR than/IN 40/CD states/NNS signed/VBD ./."});
}

TEST(FunctionWordCorrections, PlaceAdverbsBeforeNounsAreAdjectives) {
  expect({"The/DT video/NN was/VBD posted/VBN online/RB ./.",
          "The/DT online/JJ petition/NN failed/VBD ./.", "She/PRP lives/VBZ abroad/RB ./."});
}

TEST(FunctionWordCorrections, AsBeforeAMeasureIsAnAdverb) {
  expect({"It/PRP costs/VBZ as/RB much/JJ as/IN a/DT tank/NN ./.",
          "He/PRP serves/VBZ as/IN ambassador/NN ./.", "France/NNP signed/VBD as/RB well/RB ./."});
}

TEST(FunctionWordCorrections, VeryInsteadAndFirstAreAdverbs) {
  expect({"The/DT talks/NNS were/VBD very/RB short/JJ ./.",
          "He/PRP sent/VBD a/DT letter/NN instead/RB of/IN troops/NNS ./.",
          "The/DT drug/NN was/VBD first/RB sold/VBN in/IN Spain/NNP ./."});
}

TEST(FunctionWordCorrections, PrepositionsWithoutAnObjectAreAdverbs) {
  expect({"The/DT two/CD have/VBP not/RB spoken/VBN since/RB ./.",
          "Moscow/NNP has/VBZ lied/VBN before/RB ./.",
          "He/PRP has/VBZ ruled/VBN since/IN 1999/CD ./."});
}

TEST(FunctionWordCorrections, CliticSIsAPossessiveOrAVerb) {
  expect({"Moscow/NNP ~'s/POS offer/NN failed/VBD ./.", "It/PRP ~'s/VBZ a/DT trap/NN ./.",
          "That/DT ~'s/VBZ the/DT plan/NN ./.",
          "The/DT president/NN ~'s/POS new/JJ adviser/NN quit/VBD ./."});
}

// ---- nouns and adjectives
// -------------------------------------------------------------------------------------------

TEST(NounCorrections, NoFiniteVerbStandsBehindAPossessive) {
  expect({"Her/PRP$ hopes/NNS faded/VBD ./.", "Their/PRP$ claims/NNS are/VBP false/JJ ./.",
          "The/DT stands/NNS were/VBD full/JJ ./."});
}

TEST(NounCorrections, AnAdjectiveBehindAWithoutANounIsOne) {
  expect({"An/DT independent/NN who/WP lost/VBD will/MD sue/VB ./.",
          "Prices/NNS fell/VBD by/IN a/DT third/NN ./."});
}

TEST(NounCorrections, DegreeMakesAnAdjectiveOfAParticiple) {
  expect({"They/PRP were/VBD very/RB interested/JJ ./.",
          "The/DT allies/NNS were/VBD so/RB divided/JJ ./."});
}

// ---- verbs
// ----------------------------------------------------------------------------------------------------------

TEST(VerbCorrections, BaseFormsStandBehindToAndModals) {
  expect({"They/PRP want/VBP to/TO quickly/RB end/VB the/DT war/NN ./.",
          "States/NNS must/MD not/RB sell/VB arms/NNS ./.",
          "He/PRP failed/VBD to/TO set/VB a/DT date/NN ./."});
}

TEST(VerbCorrections, BaseFormsStandBehindTheObjectOfHelpAndLet) {
  expect({"Guards/NNS helped/VBD the/DT girls/NNS escape/VB ./.",
          "They/PRP made/VBD the/DT refugees/NNS leave/VB ./."});
}

TEST(VerbCorrections, ImperativesAreBaseForms) {
  expect({"Stop/VB the/DT war/NN !/.", "Want/VB to/TO know/VB more/JJR ?/."});
}

TEST(VerbCorrections, ThePresentTenseStandsBehindItsSubject) {
  expect({"New/JJ parties/NNS emerge/VBP ./.",
          "The/DT states/NNS of/IN the/DT region/NN regularly/RB trade/VBP ./.",
          "Experts/NNS doubt/VBP it/PRP ./."});
}

TEST(VerbCorrections, ParticiplesStandBehindAuxiliaries) {
  expect({"Iran/NNP has/VBZ not/RB yet/RB said/VBN why/WRB ./.",
          "The/DT envoy/NN was/VBD quickly/RB sent/VBN home/NN ./.",
          "They/PRP had/VBD often/RB met/VBN ./."});
}

TEST(VerbCorrections, ThePastTenseStandsBehindSubjectPronouns) {
  expect({"They/PRP called/VBD the/DT vote/NN a/DT farce/NN ./.",
          "The/DT general/NN who/WP planned/VBD the/DT coup/NN fled/VBD ./."});
}

TEST(VerbCorrections, JoinedVerbsAreAlike) {
  expect({"He/PRP was/VBD arrested/VBN and/CC tortured/VBN ./.",
          "The/DT rebels/NNS attacked/VBD and/CC killed/VBD the/DT guards/NNS ./."});
}

TEST(VerbCorrections, ReducedRelativeClausesAreParticiples) {
  expect({"Soldiers/NNS carried/VBD a/DT device/NN called/VBN a/DT jammer/NN ./.",
          "Migrants/NNS rescued/VBN at/IN sea/NN may/MD stay/VB ./.",
          "A/DT treaty/NN signed/VBN by/IN both/DT sides/NNS expired/VBD ./."});
}

TEST(VerbCorrections, AClauseWithoutAnotherVerbHasAPastTense) {
  expect({"The/DT conflict/NN ended/VBD in/IN 1995/CD ./.",
          "The/DT number/NN of/IN seats/NNS increased/VBD ./."});
}

TEST(VerbCorrections, WithAndANounTakeAParticiple) {
  expect({"With/IN two/CD weeks/NNS left/VBN ,/, talks/NNS resumed/VBD ./."});
}

TEST(VerbCorrections, WordsInSAreVerbsWhereTheClauseHasNoOther) {
  expect({"The/DT report/NN states/VBZ that/IN few/JJ states/NNS agree/VBP ./.",
          "Trade/NN increases/VBZ with/IN trust/NN ./."});
}

TEST(VerbCorrections, WordsInSAreNounsWhereTheClauseHasAVerb) {
  expect({"The/DT plan/NN will/MD cut/VB oil/NN exports/NNS by/IN half/NN ./."});
}

TEST(VerbCorrections, ABaseFormWithoutALicenceIsANoun) {
  expect({"The/DT idea/NN is/VBZ taking/VBG hold/NN ./.",
          "Hundreds/NNS of/IN workers/NNS offered/VBD help/NN ./."});
}

TEST(VerbCorrections, ToBeforeAnythingButABaseFormIsAPreposition) {
  expect({"They/PRP flew/VBD to/IN Geneva/NNP to/TO talk/VB ./.",
          "Prices/NNS fell/VBD to/IN 5/CD euros/NNS ./."});
}

TEST(VerbCorrections, ParticiplesStandBehindANounAndAHyphen) {
  expect({"The/DT state/NN ~-/: ~run/VBN broadcaster/NN closed/VBD ./."});
}

TEST(VerbCorrections, CliticsStandForHaveBeforeParticiples) {
  expect({"It/PRP ~'s/VBZ=have been/VBN a/DT long/JJ war/NN ./.",
          "They/PRP ~'d/VBD=have agreed/VBN to/TO meet/VB ./.",
          "They/PRP ~'d/MD=would agree/VB ./."});
}

TEST(VerbCorrections, GerundsGovernObjects) {
  expect({"He/PRP left/VBD without/IN meeting/VBG the/DT pope/NN ./.",
          "The/DT meeting/NN of/IN ministers/NNS ended/VBD ./."});
}

TEST(VerbCorrections, BehindAYearStandsTheVerb) {
  expect({"The/DT defeat/NN in/IN 1940/CD stunned/VBD Oslo/NNP ./."});
}

TEST(VerbCorrections, ClausesBeforeACommaHaveAVerb) {
  expect({"If/IN the/DT pact/NN lapses/VBZ ,/, tariffs/NNS will/MD return/VB ./.",
          "If/IN peace/NN talks/NNS fail/VBP ,/, prices/NNS will/MD rise/VB ./."});
}

TEST(VerbCorrections, PluralsBehindNamesAreSubjects) {
  expect({"Prison/NN guards/NNS beat/VBD the/DT man/NN ./.",
          "Egyptian/JJ security/NN forces/NNS raided/VBD the/DT offices/NNS ./.",
          "Serb/NNP forces/NNS captured/VBD the/DT town/NN ./.",
          "Rome/NNP says/VBZ captured/VBN soldiers/NNS fled/VBD ./."});
}

TEST(VerbCorrections, BehindToANounWithAnObjectIsAVerb) {
  expect({"Norway/NNP helped/VBD to/TO broker/VB the/DT accords/NNS ./."});
}

TEST(VerbCorrections, BehindRemainStandsAnAdjective) {
  expect({"The/DT market/NN should/MD remain/VB calm/JJ and/CC recover/VB ./."});
}

TEST(VerbCorrections, BeforeByStandsAParticiple) {
  expect(
      {"Berlin/NNP worries/VBZ about/IN a/DT slump/NN in/IN demand/NN ,/, deepened/VBN by/IN "
       "the/DT war/NN ./."});
}

}  // namespace testudo::english
