#include "english/tag.h"

#include <gtest/gtest.h>

namespace testudo::english {

TEST(TagTest, EveryNameIsReadBack) {
  for (std::size_t i = 0; i < kTagCount; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(parse_tag(to_string(tag)), tag) << to_string(tag);
  }
}

TEST(TagTest, NamesAreThoseOfTheTreebanks) {
  EXPECT_EQ(to_string(Tag::PRPS), "PRP$");
  EXPECT_EQ(to_string(Tag::WPS), "WP$");
  EXPECT_EQ(to_string(Tag::OpenBracket), "-LRB-");
  EXPECT_EQ(to_string(Tag::OpenQuote), "``");
  EXPECT_EQ(parse_tag("HYPH"), std::nullopt);
  EXPECT_EQ(parse_tag(""), std::nullopt);
}

TEST(TagTest, GroupsHoldTheirTags) {
  EXPECT_TRUE(is_noun(Tag::NNPS));
  EXPECT_FALSE(is_noun(Tag::PDT));
  EXPECT_FALSE(is_common_noun(Tag::NNP));
  EXPECT_TRUE(is_finite_verb(Tag::VBD));
  EXPECT_FALSE(is_finite_verb(Tag::VBN));
  EXPECT_TRUE(is_punctuation(Tag::CloseBracket));
  EXPECT_FALSE(is_punctuation(Tag::Dollar));
}

}  // namespace testudo::english
