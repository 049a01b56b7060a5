#include "base/hash_index.h"

#include <gtest/gtest.h>

namespace testudo {
namespace {

std::uint32_t find(const HashIndex& index, std::size_t hash, std::uint32_t wanted) {
  return index.find(hash, [&](std::uint32_t at) { return at == wanted; });
}

TEST(HashIndexTest, IsEmptyAtFirst) {
  const HashIndex index;
  EXPECT_EQ(find(index, 7, 0), HashIndex::kNone);
}

TEST(HashIndexTest, FindsWhatWasAddedWhileItGrows) {
  HashIndex index;
  for (std::uint32_t i = 0; i < 10000; ++i) index.add(i / 2, i);
  for (std::uint32_t i = 0; i < 10000; ++i) EXPECT_EQ(find(index, i / 2, i), i);
  EXPECT_EQ(find(index, 3, 8), HashIndex::kNone) << "8 has another hash";
  EXPECT_EQ(find(index, 10001, 10001), HashIndex::kNone);
}

TEST(HashIndexTest, TellsThingsOfOneHashApart) {
  HashIndex index;
  index.reserve(100);
  for (std::uint32_t i = 0; i < 50; ++i) index.add(1, i);
  for (std::uint32_t i = 0; i < 50; ++i) EXPECT_EQ(find(index, 1, i), i);
  EXPECT_EQ(find(index, 1, 50), HashIndex::kNone);
}

}  // namespace
}  // namespace testudo
