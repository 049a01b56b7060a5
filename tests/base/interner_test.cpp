#include "base/interner.h"

#include <gtest/gtest.h>

#include <string>

namespace testudo {

TEST(InternerTest, GivesEqualStringsEqualSymbols) {
  Interner words;
  const Symbol treaty = words.intern("treaty");
  EXPECT_EQ(words.intern("treaty"), treaty);
  EXPECT_NE(words.intern("accord"), treaty);
  EXPECT_EQ(words.text(treaty), "treaty");
  EXPECT_EQ(words.size(), 2u);
}

TEST(InternerTest, FindsOnlyWhatWasInterned) {
  Interner words;
  words.intern("");
  EXPECT_NE(words.find(""), Symbol::None) << "the empty string is a string";
  EXPECT_EQ(words.find("treaty"), Symbol::None);
  EXPECT_EQ(words.text(Symbol::None), "");
}

TEST(InternerTest, KeepsItsStringsInPlaceWhileItGrowsAndMoves) {
  Interner words;
  const std::string_view first = words.text(words.intern("first"));
  for (int i = 0; i < 10000; ++i) words.intern("word" + std::to_string(i));
  EXPECT_EQ(first, "first");
  const Interner moved = std::move(words);
  EXPECT_EQ(moved.text(moved.find("word9999")), "word9999");
  EXPECT_EQ(first, "first");
}

}  // namespace testudo
