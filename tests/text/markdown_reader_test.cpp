#include <gtest/gtest.h>

#include "text_fixture.h"

namespace testudo::text {

using Lines = std::vector<std::string>;

TEST(MarkdownReaderTest, ReadsBlocksAndFrontMatter) {
  const std::string source =
      "---\ntitle: \"Talks: a summary\"\nauthor: Ann Example\ndate: 3 May 2021\npublisher: 'Daily "
      "Example'\nurl: https://example.org/talks\nlang: en\n---\n\n"
      "# Talks end in *Geneva*\n\n"
      "The envoys met [on Monday](https://example.org) &mdash; for the\nthird **time**, and "
      "AT&amp;T was\\* `there`.\n\n"
      "## What was said\n\n"
      "- Nothing on wheat.\n- Little on oil.\n\n"
      "> We are content with what was said.\n\n"
      "![A picture of the hall](hall.png)\n\n"
      "<div class=\"ad\">Buy now</div>\n\n"
      "    some code\n\n"
      "| Year | Talks |\n|---|---|\n| 2020 | none |\n";
  const Document document = testing::document(source, "a.md");
  EXPECT_EQ(
      testing::read_blocks(document),
      (Lines{"# Talks end in Geneva",
             "The envoys met on Monday — for the third time, and AT&T was* there.",
             "## What was said", "- Nothing on wheat.", "- Little on oil.",
             "> We are content with what was said.", "- Year", "- Talks", "- 2020", "- none"}));
  EXPECT_EQ(document.metadata, (Metadata{"Talks: a summary", "Daily Example", "", "Ann Example",
                                         "2021-05-03", "https://example.org/talks", "en"}));
}

TEST(MarkdownReaderTest, KnowsWhereItsWordsStand) {
  const std::string source =
      "\xEF\xBB\xBF# Überschrift\r\n\r\nThe *envoys* met&nbsp;again &eacute; in\r\n[Köln](u) — "
      "**to talk**.\r\n> Quoted *words* here.\r\n";
  const Document document = testing::document(source, "a.md");
  const Segmentation layer = testing::segment(document);
  EXPECT_EQ(document.metadata.title, "Überschrift");
  std::size_t same = 0;
  for (const Token& token : layer.tokens) {
    const std::string found =
        testing::code_points(source, document.offsets.span(document.text, token.begin, token.end));
    if (found == "&eacute;") {
      EXPECT_EQ(testing::text_of(document, token), "é");
    } else {
      EXPECT_EQ(found, testing::text_of(document, token));
      ++same;
    }
  }
  EXPECT_EQ(same, 15u);
}

TEST(MarkdownReaderTest, TakesUnendedFrontMatterForText) {
  const Document document =
      testing::document("---\ntitle: nothing ends this\n\nThe talks went on and on.\n", "a.md");
  EXPECT_NE(document.text.find("The talks went on and on."), std::string::npos);
}

}  // namespace testudo::text
