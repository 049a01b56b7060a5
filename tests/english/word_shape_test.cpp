#include "english/word_shape.h"

#include <gtest/gtest.h>

#include "english/word_image.h"

namespace testudo::english {

TEST(WordShapeTest, ReadsCaseDigitsAndLowerForm) {
  const struct {
    const char* token;
    const char* lower;
    Case letter_case;
    bool digit;
  } kCases[] = {{"treaty", "treaty", Case::Lower, false},
                {"Treaty", "treaty", Case::Capitalised, false},
                {"NATO", "nato", Case::Upper, false},
                {"U.S.", "u.s.", Case::Upper, false},
                {"McCain", "mccain", Case::Mixed, false},
                {"A", "a", Case::Capitalised, false},
                {"2015", "2015", Case::None, true},
                {"G20", "g20", Case::Capitalised, true},
                {"Élysée", "élysée", Case::Capitalised, false},
                {"don’t", "don't", Case::Lower, false},
                {"ÖVP", "övp", Case::Upper, false},
                {"—", "—", Case::None, false},
                {"", "", Case::None, false},
                {"iPhone", "iphone", Case::Mixed, false}};
  WordShape shape;
  for (const auto& one : kCases) {
    shape.read(one.token);
    EXPECT_EQ(shape.lower(), one.lower);
    EXPECT_EQ(shape.letter_case(), one.letter_case) << one.token;
    EXPECT_EQ(shape.has_digit(), one.digit) << one.token;
  }
}

TEST(WordShapeTest, TokensLongerThanItsBufferAreReadWhole) {
  WordShape shape;
  shape.read(std::string(500, 'X'));
  EXPECT_EQ(shape.lower(), std::string(500, 'x'));
}

// Eight letters are read at a time: every length and place must give the same.
TEST(WordShapeTest, LengthAndPlaceOfALetterDoNotMatter) {
  WordShape shape;
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      const auto token = [&](char c) {
        std::string text(size, 'a');
        text[at] = c;
        return text;
      };
      for (const char c : {'Z', '7', '`', '.', 'A', '@', '[', '{', '/', ':'}) {
        const bool upper = c == 'Z' || c == 'A';
        const char small = c == 'Z' ? 'z' : c == 'A' ? 'a' : c == '`' ? '\'' : c;
        shape.read(token(c));
        EXPECT_EQ(shape.lower(), token(small));
        EXPECT_EQ(shape.hash(), image::hash(token(small)));
        EXPECT_EQ(shape.has_digit(), c == '7');
        const Case with_capital = at == 0 ? Case::Capitalised : Case::Mixed;
        const Case without = size == 1 ? Case::None : Case::Lower;
        EXPECT_EQ(shape.letter_case(), upper ? with_capital : without) << token(c);
      }
    }
  }
}

}  // namespace testudo::english
