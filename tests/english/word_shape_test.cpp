#include "english/word_shape.h"

#include <gtest/gtest.h>

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

}  // namespace testudo::english
