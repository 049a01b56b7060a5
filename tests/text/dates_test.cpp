#include "text/dates.h"

#include <gtest/gtest.h>

namespace testudo::text {

TEST(DatesTest, ReadsDatesAsSitesWriteThem) {
  struct Case {
    const char* text;
    const char* date;
  };
  for (const Case& c :
       {Case{"Published: 3 May 2021", "2021-05-03"}, Case{"May 3, 2021", "2021-05-03"},
        Case{"May 3rd 2021", "2021-05-03"}, Case{"3rd May, 2021", "2021-05-03"},
        Case{"Sept. 9, 2020 at 10:30", "2020-09-09"}, Case{"2021-05-03T10:00:00Z", "2021-05-03"},
        Case{"in December 1987", "1987-12"}, Case{"Mon, 29 Feb 2016", "2016-02-29"}}) {
    const auto found = find_date(c.text);
    ASSERT_TRUE(found.has_value()) << c.text;
    EXPECT_EQ(found->date, c.date) << c.text;
  }
}

TEST(DatesTest, PassesOverWhatIsNoDate) {
  for (const char* text : {"", "May", "in 2021", "3/5/2021", "29 Feb 2015", "May 45, 2021",
                           "2021-13-03", "3 Mayors 2021", "May 3", "2021-5", "Mayday 3, 2021"}) {
    EXPECT_FALSE(find_date(text).has_value()) << text;
  }
}

TEST(DatesTest, TellsWhereTheDateStands) {
  const std::string text = "LONDON, May 3, 2021 (Agency)";
  const auto found = find_date(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(text.substr(found->begin, found->end - found->begin), "May 3, 2021");
}

TEST(DatesTest, FieldsAreAsExactAsTheyAre) {
  EXPECT_EQ(date_of_field("2021"), "2021");
  EXPECT_EQ(date_of_field("2021-05"), "2021-05");
  EXPECT_EQ(date_of_field(" 2021-05-03T23:00:00+03:00 "), "2021-05-03");
  EXPECT_EQ(date_of_field("3 May 2021"), "2021-05-03");
  EXPECT_EQ(date_of_field("2021-19"), "");
  EXPECT_EQ(date_of_field("yesterday"), "");
}

}  // namespace testudo::text
