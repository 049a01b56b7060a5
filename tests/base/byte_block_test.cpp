#include "base/byte_block.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string_view>

namespace testudo {
namespace {

std::uint64_t block_of(std::string_view text) {
  std::uint64_t block = 0;
  std::memcpy(&block, text.data(), sizeof block);
  return block;
}

}  // namespace

TEST(ByteBlockTest, TellsEveryCharacterFromEveryRange) {
  for (int c = 0; c < 0x80; ++c) {
    const std::uint64_t block = eight(static_cast<char>(c));
    EXPECT_EQ(between(block, 'a', 'z'), c >= 'a' && c <= 'z' ? kHighBits : 0) << c;
    EXPECT_EQ(between(block, ' ', ' '), c == ' ' ? kHighBits : 0) << c;
    EXPECT_TRUE(is_ascii_block(block));
  }
}

TEST(ByteBlockTest, CountsAndFindsCharacters) {
  const std::uint64_t capitals = between(block_of("one OF A"), 'A', 'Z');
  EXPECT_EQ(count(capitals), 3u);
  EXPECT_EQ(first_of(capitals), 4u);
  EXPECT_EQ(first_of(0), 8u);
  EXPECT_FALSE(is_ascii_block(block_of("caf\xC3\xA9 au")));
}

TEST(ByteBlockTest, SkipsARunAsFarAsWholeBlocksTell) {
  const auto lower = [](std::uint64_t block) { return between(block, 'a', 'z'); };
  EXPECT_EQ(skip_blocks("abcdefghijk Lmnopqrs", 0, lower), 11u);
  EXPECT_EQ(skip_blocks("abcdefghijk Lmnopqrs", 11, lower), 11u);
  EXPECT_EQ(skip_blocks("abcdefghijkl", 0, lower), 8u) << "less than a block is left";
  EXPECT_EQ(skip_blocks("abcdefghijkl caf\xC3\xA9", 0, lower), 12u);
  EXPECT_EQ(skip_blocks("abcdefghcaf\xC3\xA9yz!!", 0, lower), 8u) << "a block with other bytes";
  EXPECT_EQ(skip_blocks("abc", 3, lower), 3u);
}

}  // namespace testudo
