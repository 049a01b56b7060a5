#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace testudo {

TEST(PlaceTest, IsWrittenAsEditorsReadIt) {
  EXPECT_EQ(to_string(Place::at("rules.ttl", 12, 7)), "rules.ttl:12:7");
  EXPECT_EQ(to_string(Place::at("rules.ttl", 12, 0)), "rules.ttl:12");
  EXPECT_EQ(to_string(Place::offset_in("news.txt", 210)), "news.txt: offset 210");
  EXPECT_EQ(to_string(Place::offset_in("", 0)), "offset 0");
  EXPECT_EQ(to_string(Place::name("news.txt")), "news.txt");
  EXPECT_EQ(to_string(Place{}), "");
}

TEST(DiagnosticTest, ReadsAsOneLineWithItsSuggestion) {
  EXPECT_EQ(to_string(Diagnostic{Severity::Error, Place::at("a.ttl", 1, 2),
                                 "unknown class ir:Agreemnt", "did you mean ir:Agreement?"}),
            "a.ttl:1:2: error: unknown class ir:Agreemnt; did you mean ir:Agreement?");
  EXPECT_EQ(to_string(Diagnostic{Severity::Warning, {}, "nothing to read", ""}),
            "warning: nothing to read");
}

TEST(DiagnosticsTest, CountsErrorsAndSortsByPlace) {
  Diagnostics list;
  list.warning(Place::at("b.ttl", 1, 1), "later file");
  list.error(Place::at("a.ttl", 10, 1), "later line");
  list.note(Place::at("a.ttl", 2, 9), "earlier line");
  list.error(Place::at("a.ttl", 10, 1), "later line");
  EXPECT_EQ(list.errors(), 2u);

  list.sort();

  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list[0].message, "earlier line");
  EXPECT_EQ(list[1].message, "later line");
  EXPECT_EQ(list[2].message, "later file");
  EXPECT_EQ(list.errors(), 1u) << "a repetition counts once";
}

TEST(DiagnosticsTest, AppendsTheErrorsOfAnotherList) {
  Diagnostics one;
  Diagnostics two;
  two.error({}, "broken");
  EXPECT_FALSE(one.has_errors());
  one.append(std::move(two));
  EXPECT_TRUE(one.has_errors());
}

}  // namespace testudo
