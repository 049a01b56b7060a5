// Whole sentences; what each correction does has sentences of its own in corrections_test.cpp.
#include "english/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>

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

TEST(TaggerTest, TagsPlainNews) {
  expect({
      "Trump/NNP withdrew/VBD from/IN the/DT treaty/NN in/IN 2019/CD ./.",
      "The/DT Kremlin/NNP wants/VBZ the/DT agreement/NN to/TO be/VB extended/VBN ./.",
      "President/NNP Biden/NNP and/CC his/PRP$ Russian/JJ counterpart/NN spoke/VBD by/IN phone/NN "
      "on/IN Tuesday/NNP ./.",
      "Berlin/NNP has/VBZ accused/VBN Moscow/NNP of/IN breaking/VBG the/DT rules/NNS ./.",
      "Officials/NNS said/VBD the/DT deal/NN would/MD not/RB survive/VB ./.",
      "Neither/DT side/NN trusts/VBZ the/DT other/JJ ./.",
      "Two/CD people/NNS were/VBD killed/VBN and/CC wounded/VBN in/IN the/DT attack/NN ./.",
      "Who/WP will/MD pay/VB for/IN the/DT damage/NN ?/.",
      "The/DT minister/NN ,/, whose/WP$ party/NN lost/VBD ,/, resigned/VBD ./.",
      "China/NNP ,/, which/WDT opposes/VBZ sanctions/NNS ,/, abstained/VBD ./.",
  });
}

TEST(TaggerTest, ToIsAnInfinitiveMarkerOrAPreposition) {
  expect({"They/PRP flew/VBD to/IN Geneva/NNP to/TO negotiate/VB ./."});
}

TEST(TaggerTest, PunctuationIsTaggedByWhatItIs) {
  expect({
      "\"/`` ~We/PRP will/MD stay/VB ~,/, ~\"/'' she/PRP said/VBD ./.",
      "“/`` ~Never/RB ~”/'' was/VBD his/PRP$ answer/NN ./.",
      "The/DT pact/NN (/-LRB- ~signed/VBN in/IN 1987/CD ~)/-RRB- is/VBZ dead/JJ ./.",
      "One/CD thing/NN is/VBZ clear/JJ ~:/: nobody/NN won/VBD ./.",
      "The/DT fine/NN —/: a/DT record/NN —/: was/VBD paid/VBN ./.",
      "It/PRP cost/VBD $/$ ~5/CD million/CD ./.",
      "Growth/NN fell/VBD to/IN 2/CD ~%/NN ./.",
      "The/DT workers/NNS ~'/POS union/NN agreed/VBD ./.",
      "Stop/VB .../: now/RB !/.",
  });
}

TEST(TaggerTest, PartsOfHyphenatedWordsAreTaggedOneByOne) {
  expect({"U.S./NNP ~-/: ~Chinese/JJ ties/NNS have/VBP improved/VBN ./.",
          "The/DT state/NN ~-/: ~run/VBN broadcaster/NN closed/VBD ./."});
}

TEST(TaggerTest, NumbersAreReadByTheirShape) {
  expect({"The/DT 3.5/CD billion/CD euros/NNS arrived/VBD ./.",
          "The/DT 19th/JJ century/NN ended/VBD in/IN war/NN ./.",
          "The/DT 1980s/NNS were/VBD tense/JJ ./.", "The/DT G20/NNP met/VBD at/IN 10:30/CD ./."});
}

TEST(TaggerTest, UnknownWordsAreGuessedByShapeAndEnding) {
  expect({"Zelkovia/NNP signed/VBD the/DT pact/NN ./.",
          "The/DT leader/NN blorfed/VBD the/DT envoys/NNS ./.",
          "The/DT blorfization/NN of/IN trade/NN began/VBD ./.",
          "A/DT pro-Zelkovian/JJ party/NN won/VBD ./.",
          "See/VB www.example.org/NNP for/IN details/NNS ./."});
}

TEST(TaggerTest, HeadlinesInTitleCaseAreReadByTheirWords) {
  expect({"Senate/NNP Rejects/VBZ Arms/NNS Treaty/NN",
          "Prices/NNS Rise/VBP Again/RB as/IN Talks/NNS Fail/VBP"});
}

TEST(TaggerTest, ANameInsideASentenceIsANameAtItsBeginning) {
  // "Anvil" alone at a sentence's beginning is a noun; a document that writes it with a capital
  // inside a sentence means a name.
  const std::string text = "Anvil sank . The crew of Anvil drowned . Anvil vanished";
  text::Segmentation layer;
  for (std::uint32_t begin = 0; begin < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', begin), text.size()));
    layer.tokens.push_back({begin, end, text::TokenKind::Word, true});
    begin = end + 1;
  }
  layer.sentences = {{0, 3, 0}, {3, 9, 0}, {9, 11, 0}};
  std::vector<Word> words;
  LemmaStore lemmas;
  Tagger().tag(text, layer, words, lemmas);
  EXPECT_EQ(words[0].tag, Tag::NNP);
  EXPECT_EQ(words[6].tag, Tag::NNP);
  EXPECT_EQ(words[9].tag, Tag::NNP);

  layer.tokens.resize(3);
  layer.sentences = {{0, 3, 0}};
  Tagger().tag(text, layer, words, lemmas);
  EXPECT_EQ(words[0].tag, Tag::NN);
}

TEST(TaggerTest, WordsKnowTheirFormAndLemma) {
  const Tagged sentence("Treaties/NNS expired/VBD Xqzzt/NNP");
  const WordTable& table = WordTable::builtin();
  ASSERT_EQ(sentence.words().size(), 3u);
  EXPECT_EQ(sentence.words()[0].form, table.find("treaties"));
  EXPECT_EQ(sentence.words()[0].lemma_id, table.find("treaty"));
  EXPECT_EQ(sentence.words()[0].letter_case, Case::Capitalised);
  EXPECT_EQ(sentence.words()[1].lemma, "expire");
  EXPECT_EQ(sentence.words()[2].form, WordId::None);
  EXPECT_EQ(sentence.words()[2].lemma, "Xqzzt");
}

TEST(TaggerTest, NothingIsTaggedAsNothing) {
  std::vector<Word> words(3);
  LemmaStore lemmas;
  Tagger().tag("", {}, words, lemmas);
  EXPECT_TRUE(words.empty());
}

TEST(TaggerTest, OddTokensAreTaggedWithoutHarm) {
  for (const char* odd : {"’", "'", "-", "\xF0\x9F\x98\x80", "٣", "'s", "s'", "’s", "I", "a.", "--",
                          "@", "#", "1", "½"}) {
    const std::string line = std::string(odd) + "/NN";
    EXPECT_EQ(Tagged(line).words().size(), 1u) << odd;
    EXPECT_EQ(Tagged(line + " " + line + " ~" + line).words().size(), 3u) << odd;
  }
  const std::string longest = std::string(5000, 'x') + "ing/NN";
  EXPECT_EQ(Tagged(longest).words().size(), 1u);
}

TEST(TaggerTest, ALongSentenceIsTaggedWhole) {
  std::string line;
  for (int i = 0; i < 3000; ++i)
    line += "They/PRP signed/VBD the/DT treaty/NN and/CC left/VBD ,/, ";
  line += "then/RB returned/VBD ./.";
  EXPECT_EQ(Tagged(line).words().size(), 21003u);
}

TEST(TaggerTest, ThreadsTagAlikeAtTheSameTime) {
  constexpr const char* kLine =
      "Russia/NNP ~'s/POS withdrawal/NN from/IN the/DT treaty/NN ,/, which/WDT it/PRP had/VBD "
      "often/RB criticised/VBN ,/, surprised/VBD few/JJ Zelkovian/JJ diplomats/NNS ./.";
  const std::string alone = Tagged(kLine).tagged();
  std::array<std::thread, 2> threads;
  std::array<int, 2> different = {};
  for (std::size_t t = 0; t < threads.size(); ++t) {
    threads[t] = std::thread([&, t] {
      for (int i = 0; i < 300; ++i) different[t] += Tagged(kLine).tagged() == alone ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, (std::array<int, 2>{}));
}

}  // namespace testudo::english
