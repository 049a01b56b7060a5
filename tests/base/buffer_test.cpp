#include "base/buffer.h"

#include <gtest/gtest.h>

#include <string>

namespace testudo {
namespace {

TEST(BufferTest, AppendsStringsInTheirOrder) {
  Buffer buffer;
  buffer.add(std::string("a"), " ", std::string_view("bc"), "");
  buffer.add("d");
  EXPECT_EQ(buffer.view(), "a bcd");
  EXPECT_EQ(buffer.size(), 5u);
}

TEST(BufferTest, KeepsWhatItHasWhereItGrows) {
  Buffer buffer;
  std::string expected;
  for (int i = 0; i < 1000; ++i) {
    buffer.add(std::to_string(i), ",");
    expected += std::to_string(i) + ',';
  }
  EXPECT_EQ(buffer.view(), expected);
}

TEST(BufferTest, IsEmptyAtFirstAndWhenItIsCleared) {
  Buffer buffer;
  EXPECT_EQ(buffer.view(), "");
  buffer.add("gone");
  buffer.clear();
  EXPECT_EQ(buffer.view(), "");
  buffer.add("here");
  EXPECT_EQ(buffer.view(), "here");
}

}  // namespace
}  // namespace testudo
