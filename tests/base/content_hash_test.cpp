#include "base/content_hash.h"

#include <gtest/gtest.h>

namespace testudo {

TEST(ContentHashTest, IsTheSameOnEveryMachine) {
  // The empty input's published XXH3-128 value is 99aa06d3014798d86001c324468d497f.
  EXPECT_EQ(ContentHash().hex(), "99aa06d3014798d86001");
}

TEST(ContentHashTest, KeepsPartsApart) {
  const std::string one = ContentHash().add("ab").add("c").hex();
  EXPECT_EQ(one, ContentHash().add("ab").add("c").hex());
  EXPECT_NE(one, ContentHash().add("a").add("bc").hex());
  EXPECT_NE(one, ContentHash().add("abc").hex());
  EXPECT_EQ(one.size(), 20u);
}

}  // namespace testudo
