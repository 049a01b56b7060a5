#include "text/document.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text_fixture.h"

namespace testudo::text {

TEST(OffsetMapTest, MapsVerbatimTextByCodePoints) {
  const std::string text = "aé—b";
  OffsetMap map;
  map.add_verbatim(0, text, 10);
  EXPECT_EQ(map.span(text, 0, 1), (SourceSpan{10, 11}));
  EXPECT_EQ(map.span(text, 1, 3), (SourceSpan{11, 12}));
  EXPECT_EQ(map.span(text, 3, 7), (SourceSpan{12, 14}));
}

TEST(OffsetMapTest, MapsUnitsAsAWhole) {
  const std::string text = "AT&T grew";
  OffsetMap map;
  map.add_verbatim(0, "AT", 0);
  map.add_unit(2, 3, 2, 7);  // &amp;
  map.add_verbatim(3, "T grew", 7);
  EXPECT_EQ(map.span(text, 0, 4), (SourceSpan{0, 8}));
  EXPECT_EQ(map.span(text, 2, 3), (SourceSpan{2, 7}));
  EXPECT_EQ(map.span(text, 5, 9), (SourceSpan{9, 13}));
}

TEST(OffsetMapTest, GivesGapsToThePieceBefore) {
  const std::string text = "ab\n\ncd";
  OffsetMap map;
  map.add_verbatim(0, "ab", 5);
  map.add_verbatim(4, "cd", 20);
  EXPECT_EQ(map.span(text, 0, 3), (SourceSpan{5, 7}));
  EXPECT_EQ(map.span(text, 0, 6), (SourceSpan{5, 22}));
  EXPECT_EQ(map.span(text, 4, 6), (SourceSpan{20, 22}));
}

// Pieces of every kind and length against counting by hand.
TEST(OffsetMapTest, AgreesWithCountingForAnyPieces) {
  const std::vector<std::string> letters = {"a", "é", "—", "😀"};
  std::uint32_t state = 3;
  const auto random = [&](std::uint32_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16u) % below;
  };
  for (int round = 0; round < 50; ++round) {
    std::string text;
    OffsetMap map;
    std::vector<std::uint64_t> begins;  // of the source, by byte of the text
    std::vector<std::uint64_t> ends;
    std::uint64_t source = 0;
    for (int piece = 0; piece < 30; ++piece) {
      source += random(3);
      std::string part;
      const std::uint32_t length = 1 + random(300);
      for (std::uint32_t i = 0; i < length; ++i) part += letters[random(round % 2 == 0 ? 1 : 4)];
      const auto at = static_cast<std::uint32_t>(text.size());
      if (random(3) == 0) {
        const std::uint64_t width = 1 + random(8);
        map.add_unit(at, at + static_cast<std::uint32_t>(part.size()), source, source + width);
        begins.resize(begins.size() + part.size(), source);
        ends.resize(ends.size() + part.size(), source + width);
        source += width;
      } else {
        map.add_verbatim(at, part, source);
        for (const char c : part) {
          if (!is_continuation(c)) ++source;
          begins.push_back(source - 1);
          ends.push_back(source);
        }
      }
      text += part;
    }
    for (int query = 0; query < 200; ++query) {
      std::uint32_t begin = random(static_cast<std::uint32_t>(text.size()));
      while (is_continuation(text[begin])) --begin;
      std::uint32_t end = begin + 1 + random(static_cast<std::uint32_t>(text.size()) - begin);
      while (end < text.size() && is_continuation(text[end])) ++end;
      ASSERT_EQ(map.span(text, begin, end), (SourceSpan{begins[begin], ends[end - 1]}));
    }
  }
}

TEST(BlockTest, IsReadUnlessItIsTheSites) {
  for (const BlockKind kind : {BlockKind::Title, BlockKind::Heading, BlockKind::Paragraph,
                               BlockKind::ListItem, BlockKind::Quotation}) {
    EXPECT_TRUE((Block{kind, 0, 1}.is_read())) << to_string(kind);
  }
  EXPECT_FALSE((Block{BlockKind::Caption, 0, 1}.is_read()));
  EXPECT_FALSE((Block{BlockKind::Furniture, 0, 1}.is_read()));
}

}  // namespace testudo::text
