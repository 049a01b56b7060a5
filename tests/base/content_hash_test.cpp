#include "base/content_hash.h"

#include <gtest/gtest.h>

namespace testudo {
namespace {

std::string hex(const ContentHash& hash) {
  std::string digits;
  hash.append_hex(digits);
  return digits;
}

TEST(ContentHashTest, IsTheSameOnEveryMachine) {
  // The empty input's published XXH3-128 value is 99aa06d3014798d86001c324468d497f.
  EXPECT_EQ(hex(ContentHash()), "99aa06d3014798d86001");
}

TEST(ContentHashTest, KeepsPartsApart) {
  const std::string one = hex(ContentHash().add("ab").add("c"));
  EXPECT_EQ(one, hex(ContentHash().add("ab").add("c")));
  EXPECT_NE(one, hex(ContentHash().add("a").add("bc")));
  EXPECT_NE(one, hex(ContentHash().add("abc")));
  EXPECT_EQ(one.size(), 20u);
}

}  // namespace
}  // namespace testudo
