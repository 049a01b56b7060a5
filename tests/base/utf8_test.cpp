#include "base/utf8.h"

#include <gtest/gtest.h>

namespace testudo {

using namespace std::string_view_literals;

TEST(Utf8Test, AcceptsWellFormedText) {
  for (const std::string_view good : {""sv, "plain"sv, "caf\xC3\xA9"sv, "\xE2\x80\x94"sv,
                                      "\xF0\x9F\x90\xA2"sv, "\xF4\x8F\xBF\xBF"sv, "a\0b"sv}) {
    EXPECT_TRUE(is_valid_utf8(good));
  }
}

TEST(Utf8Test, NamesTheFirstBadPlace) {
  struct Case {
    std::string_view bytes;
    std::size_t byte, code_point;
    bool truncated;
  };
  for (const Case& c : {Case{"ab\xFFzz"sv, 2, 2, false}, Case{"\xC3\xA9\xC3"sv, 2, 1, true},
                        Case{"\xC3(\xA9"sv, 0, 0, false}, Case{"\xE2\x80"sv, 0, 0, true},
                        Case{"x\xED\xA0\x80"sv, 1, 1, false},     // a surrogate
                        Case{"\xC0\xAF"sv, 0, 0, false},          // an overlong slash
                        Case{"\xF4\x90\x80\x80"sv, 0, 0, false},  // above U+10FFFF
                        Case{"\x80"sv, 0, 0, false}}) {
    const auto bad = invalid_utf8(c.bytes);
    ASSERT_TRUE(bad.has_value());
    EXPECT_EQ(bad->byte, c.byte);
    EXPECT_EQ(bad->code_point, c.code_point);
    EXPECT_EQ(bad->truncated, c.truncated) << "at byte " << c.byte;
  }
}

TEST(Utf8Test, WalksAndWritesCodePoints) {
  const std::string_view text = "a\xE2\x80\x94\xF0\x9F\x90\xA2";
  std::size_t at = 0;
  std::string copy;
  std::size_t count = 0;
  while (at < text.size()) {
    append_utf8(copy, next_code_point(text, at));
    ++count;
  }
  EXPECT_EQ(copy, text);
  EXPECT_EQ(count, 3u);
  EXPECT_EQ(count_code_points(text), 3u);
}

// Counted eight bytes at a time, so every length and place of what is no ASCII.
TEST(Utf8Test, CountsCodePointsWhereverTheyStand) {
  for (const std::string_view letter : {"x", "\u00e9", "\u6587", "\U0001F600"}) {
    for (std::size_t before = 0; before < 18; ++before) {
      for (std::size_t after = 0; after < 18; ++after) {
        const std::string text =
            std::string(before, 'a') + std::string(letter) + std::string(after, 'b');
        EXPECT_EQ(count_code_points(text), before + 1 + after) << text;
      }
    }
  }
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "\u00e9\u6587";
  EXPECT_EQ(count_code_points(many), 2000U);
}

}  // namespace testudo
