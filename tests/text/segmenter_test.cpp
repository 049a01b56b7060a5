// Sentences, with the shipped word lists. Tokens are in tokenizer_test.cpp.
#include "text/segmenter.h"

#include <gtest/gtest.h>

#include <thread>

#include "text_fixture.h"

namespace testudo::text {

using testing::sentences;

using Lines = std::vector<std::string>;

TEST(SegmenterTest, EndsSentencesWhereReadersDo) {
  const std::vector<Lines> paragraphs = {
      {"Talks ended.", "Nobody signed."},
      {"Who gains?", "Everyone!", "So they say."},
      {"He met the U.S. president in May."},
      {"The U.S. Treasury agreed with U.S. Steel."},
      {"They live in the U.S.", "The next day they left."},
      {"They live in the U.S.", "“We like it,” one said."},
      {"Mr. Example saw Gen. Sample and Dr. Test."},
      {"It fell on Nov. 3, Example wrote."},
      {"It rose by 3.5 percent.", "Then it fell."},
      {"George W. Bush met J. R. R. Tolkien."},
      {"They chose Plan B.", "The plan failed."},
      {"Acme Inc. Chief Executive Ann Example spoke.", "Few listened."},
      {"Shares of Acme Inc.", "It was a good day."},
      {"\"Why?\" he asked.", "\"Why not!\" she cried."},
      {"“Stop.”", "He stopped."},
      {"(He left.)", "Then she came."},
      {"Yahoo! announced a loss."},
      {"He waited...", "Then he left."},
      {"He waited ... and left."},
      {"See No. 5 on the list.", "They said no.", "It was late."},
      {"Two things matter: oil; and gas."},
      {"1. The first point.", "2. The second point."},
      {"He came at 5 p.m. Moscow time."},
      {"It ended in 1991.", "A year later it began."},
      {"Is it 5:30?", "Yes."},
  };
  for (const Lines& lines : paragraphs) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
    EXPECT_EQ(sentences(text), lines);
  }
}

TEST(SegmenterTest, FindsSentencesThatScrapingGluedTogether) {
  EXPECT_EQ(sentences("They left.The rest stayed."), (Lines{"They left.", "The rest stayed."}));
  EXPECT_EQ(sentences("It grew again.[3] The bank agreed."),
            (Lines{"It grew again.[3]", "The bank agreed."}));
}

TEST(SegmenterTest, EndsASentenceWithEachBlockAndSkipsFurniture) {
  const Document document = testing::document(
      "A headline without a stop\n\nThe talks in the old town ended.\n\nRead more\n", "a.txt");
  const Segmentation layer = testing::segment(document);
  ASSERT_EQ(layer.sentences.size(), 2u);
  EXPECT_EQ(layer.sentences[0].block, 0u);
  EXPECT_EQ(layer.sentences[1].block, 1u);
  EXPECT_EQ(testing::text_of(document, layer.tokens.back()), ".");
  EXPECT_TRUE(layer.tokens[layer.sentences[1].first_token].space_before);
}

TEST(SegmenterTest, CutsEndlessSentencesAtWhiteSpace) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word-";
  text += "end ";
  for (int i = 0; i < 5000; ++i) text += "word ";
  const Segmentation layer = testing::segment(testing::paragraph(text));
  ASSERT_GE(layer.sentences.size(), 5u);
  for (const Sentence& sentence : layer.sentences)
    EXPECT_LE(sentence.last_token - sentence.first_token, 2 * Segmenter::kLongestSentence);
  const Sentence& last = layer.sentences.back();
  EXPECT_TRUE(layer.tokens[last.first_token].space_before);
  EXPECT_EQ(last.last_token, layer.tokens.size());
}

// A block longer than the window in which ICU looks has the same sentences as its parts.
TEST(SegmenterTest, FindsTheSameSentencesInALongBlock) {
  const std::string part =
      "The envoys of Käfer & Söhne met in the U.S. capital — again. Nobody, said Mr. Example, "
      "“expected it.” Few did! ";
  const std::size_t per_part = sentences(part).size();
  ASSERT_EQ(per_part, 3u);
  std::string text;
  constexpr std::size_t kParts = 3000;  // 350 kB: five windows
  for (std::size_t i = 0; i < kParts; ++i) text += part;
  EXPECT_EQ(sentences(text).size(), per_part * kParts);
}

TEST(SegmenterTest, GivesTheSameFromEveryThread) {
  const Document document = testing::paragraph("Talks ended. Nobody signed. The U.S. left.");
  const Segmentation expected = testing::segment(document);
  std::vector<Segmentation> found(4);
  std::vector<std::thread> threads;
  for (Segmentation& layer : found)
    threads.emplace_back([&] { layer = testing::segment(document); });
  for (std::thread& thread : threads) thread.join();
  for (const Segmentation& layer : found) {
    EXPECT_EQ(layer.tokens, expected.tokens);
    EXPECT_EQ(layer.sentences, expected.sentences);
  }
}

TEST(SegmenterTest, ReplacesWhatTheLayerHeld) {
  Segmentation layer = testing::segment(testing::paragraph("One two three."));
  const Segmenter segmenter(testing::conventions());
  segmenter.segment(testing::paragraph(""), layer);
  EXPECT_TRUE(layer.tokens.empty());
  EXPECT_TRUE(layer.sentences.empty());
}

TEST(SegmenterTest, EveryListThatIsShippedHasWords) {
  Conventions made = testing::conventions();
  for (const char* list : {"titles", "abbreviations", "number-abbreviations", "prefixes",
                           "sentence-openers", "units"}) {
    ASSERT_NE(segmentation_list(made, list), nullptr) << list;
    EXPECT_FALSE(segmentation_list(made, list)->empty()) << list;
  }
  EXPECT_EQ(segmentation_list(made, "no-such-list"), nullptr);
}

}  // namespace testudo::text
