#include "text/phrase_set.h"

#include <gtest/gtest.h>

#include "text/characters.h"

namespace testudo::text {

TEST(PhraseSetTest, MatchesWholeWordsOnly) {
  const PhraseSet phrases({"Sign up", "sign up for our", "your inbox", "/ agency"});
  EXPECT_EQ(phrases.at_start("sign up for our letter"), 15u);
  EXPECT_EQ(phrases.at_start("sign up for it"), 7u);
  EXPECT_EQ(phrases.at_start("sign upward"), 0u);
  EXPECT_EQ(phrases.at_start("they sign up"), 0u);
  EXPECT_TRUE(phrases.has("your inbox"));
  EXPECT_FALSE(phrases.has("your inbox today"));
  EXPECT_EQ(phrases.find("a. example / agency").begin, 11u);
  EXPECT_EQ(phrases.find("resign up").begin, std::string_view::npos);
}

TEST(PhraseSetTest, CountsDifferentPhrasesOutsideQuotations) {
  const PhraseSet phrases({"your support", "your inbox"});
  EXPECT_EQ(phrases.count_unquoted("your support, your support"), 1u);
  EXPECT_EQ(phrases.count_unquoted("your support in your inbox"), 2u);
  EXPECT_EQ(phrases.count_unquoted("“your support in your inbox”, he said"), 0u);
  EXPECT_EQ(phrases.count_unquoted("\"your support\" in your inbox"), 1u);
}

TEST(PhraseSetTest, FindsPhrasesOfAnyLengthUpToTheEndOfTheText) {
  const PhraseSet with_short({"by", "read on"});
  EXPECT_EQ(with_short.find("written by").begin, 8u);
  EXPECT_EQ(with_short.find("by").end, 2u);
  EXPECT_EQ(with_short.find("b").begin, std::string_view::npos);
  EXPECT_EQ(with_short.count_unquoted("read on, by"), 2u);
  const PhraseSet long_only({"read on", "more from us"});
  EXPECT_EQ(long_only.find("please read on").begin, 7u);
  EXPECT_EQ(long_only.find("please read o").begin, std::string_view::npos);
  EXPECT_EQ(long_only.count_unquoted("more from us. read on"), 2u);
  EXPECT_FALSE(long_only.has("rea"));
}

TEST(PhraseSetTest, FindsNothingWithoutPhrases) {
  const PhraseSet none;
  EXPECT_EQ(none.at_start("anything"), 0u);
  EXPECT_EQ(none.find("anything").begin, std::string_view::npos);
  EXPECT_EQ(none.count_unquoted("anything"), 0u);
}

TEST(CharactersTest, FoldsLettersAndMarks) {
  EXPECT_EQ(folded("Don’t STOP Élan‑vital"), "don't stop élan-vital");
  EXPECT_EQ(letters_and_digits("No — Reset, 2021!"), "noreset2021");
  EXPECT_EQ(trimmed(" \t\u00A0a b\u2003\n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
}

}  // namespace testudo::text
