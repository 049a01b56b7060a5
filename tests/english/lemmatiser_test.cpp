// Lemmas by tag. Each sentence gives "word/TAG=lemma" where the lemma matters; see tagging.h.
#include "english/lemmatiser.h"

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

TEST(LemmatiserTest, VerbsHaveTheirBaseForm) {
  expect({"Britain/NNP=Britain withdrew/VBD=withdraw its/PRP$=its envoys/NNS=envoy ./.=.",
          "The/DT=the talks/NNS=talk are/VBP=be being/VBG=be held/VBN=hold ./.",
          "He/PRP=he has/VBZ=have gone/VBN=go ./.",
          "She/PRP=she was/VBD=be born/VBN=bear in/IN Oslo/NNP=Oslo ./."});
}

TEST(LemmatiserTest, CliticsHaveTheirFullWord) {
  expect({"They/PRP wo/MD=will ~n't/RB=not sign/VB=sign ./.",
          "We/PRP ca/MD=can ~n’t/RB=not agree/VB ./.", "I/PRP=i ~'ll/MD=will go/VB ./.",
          "He/PRP ~'d/MD=would leave/VB=leave ./.", "It/PRP ~'s/VBZ=be over/RB ./.",
          "They/PRP ~'ve/VBP=have won/VBN=win ./.",
          "It/PRP ~'s/VBZ=have been/VBN=be lost/VBN=lose ./."});
}

TEST(LemmatiserTest, PronounsAndDeterminersHaveTheirPlainForm) {
  expect({"They/PRP=they saw/VBD him/PRP=he ./.", "An/DT=a envoy/NN met/VBD them/PRP=they ./.",
          "These/DT=this states/NNS joined/VBD those/DT=that talks/NNS ./.",
          "She/PRP=she trusts/VBZ=trust her/PRP=she ./.",
          "The/DT men/NNS=man whom/WP=who we/PRP met/VBD were/VBD=be spies/NNS=spy ./."});
}

TEST(LemmatiserTest, NamesKeepTheirForm) {
  expect({"The/DT United/NNP=United Nations/NNPS=Nation met/VBD ./.",
          "Angela/NNP=Angela Merkel/NNP=Merkel spoke/VBD=speak ./.",
          "Many/JJ Democrats/NNPS=Democrat agreed/VBD ./."});
}

TEST(LemmatiserTest, PluralsHaveTheirSingular) {
  expect({"Two/CD=two crises/NNS=crisis ended/VBD ./.", "The/DT women/NNS=woman won/VBD ./.",
          "Drones/NNS=drone hit/VBD=hit the/DT city/NN=city ./.",
          "People/NNS=people left/VBD=leave ./."});
}

TEST(LemmatiserTest, ComparativesHaveTheirPositive) {
  expect({"Larger/JJR=large states/NNS won/VBD ./.",
          "The/DT worst/JJS=bad crisis/NN is/VBZ over/RB ./.",
          "It/PRP ended/VBD earlier/RBR=early ./."});
}

TEST(LemmatiserTest, UnknownWordsFollowTheRules) {
  expect({"The/DT group/NN weaponised/VBD=weaponise the/DT app/NN ./.",
          "They/PRP have/VBP retweeted/VBN=retweet it/PRP ./.",
          "Two/CD hackathons/NNS=hackathon left/VBD ./."});
}

TEST(LemmatiserTest, NumbersStayAsTheyStand) {
  expect({"In/IN 2015/CD=2015 the/DT 21st/JJ=21st round/NN began/VBD ./.",
          "The/DT 1990s/NNS=1990s were/VBD calm/JJ ./."});
}

TEST(LemmatiserTest, WordsInCapitalsHaveLemmasInLowerCase) {
  expect({"Talks/NNS=talk failed/VBD ./.",
          "MISSILES/NNS=missile HIT/VBD=hit THE/DT=the CITY/NN=city ./."});
}

}  // namespace testudo::english
