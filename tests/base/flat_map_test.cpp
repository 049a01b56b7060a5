#include "base/flat_map.h"

#include <gtest/gtest.h>

#include <map>

namespace testudo {

TEST(FlatMapTest, KeepsTheFirstValueOfAKey) {
  FlatMap map;
  EXPECT_EQ(map.find(7), nullptr);
  EXPECT_EQ(map.try_emplace(7, 70), (std::pair<std::uint32_t, bool>{70, true}));
  EXPECT_EQ(map.try_emplace(7, 71), (std::pair<std::uint32_t, bool>{70, false}));
  EXPECT_EQ(map.size(), 1u);
  EXPECT_EQ(*map.find(7), 70u);
  EXPECT_EQ(map.find(8), nullptr);
}

TEST(FlatMapTest, AgreesWithAnOrdinaryMapWhileItGrows) {
  FlatMap map;
  std::map<std::uint64_t, std::uint32_t> model;
  std::uint64_t key = 1;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    key = key * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX generator
    const std::uint64_t small = key >> 50U;                   // some keys come again
    map.try_emplace(small, i);
    model.try_emplace(small, i);
  }
  EXPECT_EQ(map.size(), model.size());
  for (const auto& [k, v] : model) {
    ASSERT_NE(map.find(k), nullptr);
    EXPECT_EQ(*map.find(k), v);
  }
}

}  // namespace testudo
