#include "rdf/pname.h"

#include <gtest/gtest.h>

#include <string_view>

namespace testudo::rdf {
namespace {

TEST(LocalNameTest, StandsPlainWhereTurtleLetsIt) {
  for (const std::string_view name :
       {"", "a", "New_START", "3x", "42", "_a", "a-b", "a.b", "a..b", ":", "a:b", "ü", "文字",
        "a\xC2\xB7", "a\xCC\x81", "\xF0\x90\x8C\xB0"}) {
    EXPECT_TRUE(is_plain_local_name(name)) << name;
  }
}

TEST(LocalNameTest, NeedsTheFullIriOtherwise) {
  for (const std::string_view name : {"a.", ".", ".a", "-a", "a/b", "a#b", "a%20b", "a b", "a(b)",
                                      "char=1,2", "a'b", "a\\b", "~a", "a@b", "\xC2\xB7",
                                      "\xCC\x81"
                                      "a",
                                      "\xC3\x97", "\xE2\x80\x94", "a\xE2\x80\x94"}) {
    EXPECT_FALSE(is_plain_local_name(name)) << name;
  }
}

TEST(PrefixTest, FollowsTurtle) {
  for (const std::string_view name : {"", "a", "kb", "a1", "a-b", "a.b", "ü", "a_b"}) {
    EXPECT_TRUE(is_valid_prefix(name)) << name;
  }
  for (const std::string_view name :
       {"1a", "_", "_a", "-a", "a.", ".a", "a:b", "a b", "a/b", "\xC2\xB7"}) {
    EXPECT_FALSE(is_valid_prefix(name)) << name;
  }
}

}  // namespace
}  // namespace testudo::rdf
