#include <gtest/gtest.h>

#include "text_fixture.h"

namespace testudo::text {

using testing::read_blocks;

using Lines = std::vector<std::string>;

TEST(PlainReaderTest, PartsBlocksAtBlankLines) {
  const Document document = testing::document(
      "The envoys met in Geneva on Monday.\n\n\nThey will meet again in June.\n", "a.txt");
  EXPECT_EQ(read_blocks(document),
            (Lines{"The envoys met in Geneva on Monday.", "They will meet again in June."}));
}

TEST(PlainReaderTest, JoinsLinesThatWereWrapped) {
  const std::string text =
      "Harvest talks\n\n"
      "The two ministers met in the old town hall on Monday to talk about\r\n"
      "wheat, barley and the price of both. Neither wanted to be the first\r\n"
      "to speak.\r\n"
      "\r\n"
      "A second meeting is planned for the spring, when the new harvest is\n"
      "in the ground and tempers have cooled.\n";
  const Document document = testing::document(text, "a.txt");
  EXPECT_EQ(read_blocks(document),
            (Lines{"# Harvest talks",
                   "The two ministers met in the old town hall on Monday to talk about wheat, "
                   "barley and the price of both. Neither wanted to be the first to "
                   "speak.",
                   "A second meeting is planned for the spring, when the new harvest is in the "
                   "ground and tempers have cooled."}));
}

TEST(PlainReaderTest, TakesLinesForParagraphsWhereNoneIsWrapped) {
  const std::string text =
      "The two ministers met in the old town hall on Monday to talk about wheat, barley and the "
      "price of both, and neither wanted to speak first.\n"
      "They left.\n"
      "A second meeting is planned for the spring.\n";
  EXPECT_EQ(read_blocks(testing::document(text, "a.txt")).size(), 3u);
}

TEST(PlainReaderTest, EveryTokenStandsInTheSourceAsItStandsInTheText) {
  const std::string source =
      "\xEF\xBB\xBF"
      "Überraschung in Genf — a report\r\n\r\n"
      "  The envoys’ talks — their third — ended\twithout “a single” word on ½ of the budget of "
      "€5bn, which nobody\r\n"
      "had expected. A second line follows here so that the file looks wrapped to somebody who "
      "counts the\r\n"
      "columns.\r\n\r\n中文 text 😀 follows.";
  const Document document = testing::document(source, "a.txt");
  const Segmentation layer = testing::segment(document);
  ASSERT_GT(layer.tokens.size(), 40u);
  EXPECT_EQ(document.source_length, count_code_points(source));
  for (const Token& token : layer.tokens) {
    EXPECT_EQ(
        testing::code_points(source, document.offsets.span(document.text, token.begin, token.end)),
        testing::text_of(document, token));
  }
}

TEST(PlainReaderTest, LinesModeKeepsEveryLineAndNoMetadata) {
  ReadOptions options;
  options.lines = true;
  const Document document =
      testing::document("Read more\nA line.\n\n  Another line \n", "a.txt", options);
  EXPECT_EQ(read_blocks(document), (Lines{"Read more", "A line.", "Another line"}));
  EXPECT_EQ(document.metadata, Metadata{});
}

}  // namespace testudo::text
