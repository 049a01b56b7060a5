#include "base/suggest.h"

#include <gtest/gtest.h>

namespace testudo {

TEST(EditDistanceTest, CountsEditsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("treaty", "treaty"), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("treaty", "traety"), 1u) << "a swap of neighbours is one edit";
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(DidYouMeanTest, NamesTheNearestOrNothing) {
  const std::vector<std::string> names = {"ir:Agreement", "ir:Treaty", "kb:Actor"};
  EXPECT_EQ(did_you_mean("ir:Agreemnt", names), "did you mean ir:Agreement?");
  EXPECT_EQ(did_you_mean("ir:treaty", names), "did you mean ir:Treaty?");
  EXPECT_EQ(did_you_mean("ir:Submarine", names), "");
  EXPECT_EQ(did_you_mean("kb:Actor", {}), "");
}

TEST(DidYouMeanTest, DoesNotDependOnTheOrderOfTheCandidates) {
  const std::vector<std::string> one = {"abd", "abe"};
  const std::vector<std::string> two = {"abe", "abd"};
  EXPECT_EQ(nearest("abc", one), "abd");
  EXPECT_EQ(nearest("abc", two), "abd");
}

}  // namespace testudo
