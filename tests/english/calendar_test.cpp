// Days, months and lengths; how words become them is tested in time_test.cpp.
#include "english/calendar.h"

#include <gtest/gtest.h>

namespace testudo::english {
namespace {

CalendarPoint day(const char* value) { return parse_point(value); }

std::string stepped(const char* from, int count, TimeUnit unit, int sign) {
  const CalendarStretch there = step(parse_point(from), {2 * count, unit}, sign);
  if (!there.known()) return "";
  const std::string first = format_point(there.from);
  return there.from == there.to ? first : first + ".." + format_point(there.to);
}

}  // namespace

TEST(CalendarTest, ReadsWhatXsdWritesAndNothingElse) {
  for (const char* value : {"2020-05-10", "2020-02-29", "2020-05", "2020", "0800"}) {
    EXPECT_EQ(format_point(parse_point(value)), value);
  }
  for (const char* value : {"", "2020-13", "2019-02-29", "2020-00", "2020-5-1", "20200510",
                            "2020-05-10Z", "20-05", "0000", "2020/05/10"}) {
    EXPECT_FALSE(parse_point(value).known()) << value;
  }
}

TEST(CalendarTest, KnowsLeapYears) {
  EXPECT_EQ(days_in_month(2020, 2), 29);
  EXPECT_EQ(days_in_month(2019, 2), 28);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
}

TEST(CalendarTest, KnowsWeekdays) {
  EXPECT_EQ(weekday_of(day("1970-01-01")), 4);
  EXPECT_EQ(weekday_of(day("2000-02-29")), 2);
  EXPECT_EQ(weekday_of(day("2020-05-10")), 7);
  EXPECT_EQ(weekday_of(day("1900-03-01")), 4);
}

TEST(CalendarTest, CountsDaysOverMonthsAndYears) {
  EXPECT_EQ(add_days(day("2020-02-28"), 1), day("2020-02-29"));
  EXPECT_EQ(add_days(day("2019-02-28"), 1), day("2019-03-01"));
  EXPECT_EQ(add_days(day("2020-01-01"), -1), day("2019-12-31"));
  EXPECT_EQ(add_days(day("2000-01-01"), 146097), day("2400-01-01"));
  for (int n = 1; n < 800; ++n) {
    const CalendarPoint there = add_days(day("2019-01-01"), n);
    ASSERT_TRUE(exists(there)) << n;
    ASSERT_EQ(add_days(there, -n), day("2019-01-01")) << n;
    ASSERT_EQ(weekday_of(there), (1 + n) % 7 + 1) << n;
  }
}

TEST(CalendarTest, CountsMonthsOverYears) {
  EXPECT_EQ(format_point(add_months(day("2020-01-31"), -1)), "2019-12");
  EXPECT_EQ(format_point(add_months(day("2020-12"), 1)), "2021-01");
  EXPECT_EQ(format_point(add_months(day("2020-03"), -27)), "2017-12");
}

TEST(CalendarTest, StepsAreAsExactAsTheirUnit) {
  EXPECT_EQ(stepped("2020-03-01", 1, TimeUnit::Day, -1), "2020-02-29");
  EXPECT_EQ(stepped("2020-03-31", 1, TimeUnit::Month, -1), "2020-02");
  EXPECT_EQ(stepped("2020-02-29", 1, TimeUnit::Year, -1), "2019");
  EXPECT_EQ(stepped("2020-05-10", 1, TimeUnit::Week, 1), "2020-05-14..2020-05-20");
  EXPECT_EQ(stepped("2020-05-10", 1, TimeUnit::Decade, -1), "2005..2015");
  EXPECT_EQ(stepped("2020-05-10", 3, TimeUnit::Hour, -1), "");
}

TEST(CalendarTest, StepsNeedAPointAsExact) {
  EXPECT_EQ(stepped("2020", 1, TimeUnit::Month, -1), "");
  EXPECT_EQ(stepped("2020-05", 1, TimeUnit::Day, -1), "");
  EXPECT_EQ(stepped("2020", 1, TimeUnit::Year, 1), "2021");
  EXPECT_EQ(stepped("", 1, TimeUnit::Year, 1), "");
  EXPECT_EQ(stepped("2020", 9000, TimeUnit::Year, -1), "");  // no year before the first
}

TEST(CalendarTest, LengthsAreDurations) {
  EXPECT_EQ(format_length({10, TimeUnit::Year}), "P5Y");
  EXPECT_EQ(format_length({4, TimeUnit::Week}), "P14D");
  EXPECT_EQ(format_length({3, TimeUnit::Year}), "P18M");
  EXPECT_EQ(format_length({1, TimeUnit::Century}), "P50Y");
  EXPECT_EQ(format_length({1, TimeUnit::Hour}), "PT30M");
  EXPECT_EQ(format_length({96, TimeUnit::Hour}), "PT48H");
  EXPECT_EQ(format_length({1, TimeUnit::Day}), "");    // nobody means 12 hours
  EXPECT_EQ(format_length({1, TimeUnit::Month}), "");  // half of which month?
  EXPECT_EQ(format_length({0, TimeUnit::Year}), "");   // "several years"
}

}  // namespace testudo::english
