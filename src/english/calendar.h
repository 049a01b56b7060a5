// Days, months and years of the Gregorian calendar, as exact as they are known, and how they are
// counted on.
//   CalendarPoint p = parse_point("2020-02-28"); add_days(p, 2) == CalendarPoint{2020, 3, 1}
// Pure functions; safe from any thread. The calendar is XSD's: Gregorian at all times, four-digit
// years.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "english/analysis.h"

namespace testudo::english {

// A day, or where day is 0 a month, or where month is 0, too, a year. Year 0 is unknown.
struct CalendarPoint {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  friend bool operator==(const CalendarPoint&, const CalendarPoint&) = default;
};

// Every point between two, both included.
struct CalendarStretch {
  CalendarPoint from;
  CalendarPoint to;

  bool known() const { return from.known() && to.known(); }
};

enum class TimeUnit : std::uint8_t {
  None,
  Second,
  Minute,
  Hour,
  Day,
  Week,
  Fortnight,
  Month,
  Quarter,
  Year,
  Decade,
  Century
};

// How long something takes, in halves of a unit, so that "a year and a half" is a whole number.
struct TimeLength {
  int halves = 0;  // 0: the words do not say how many ("several years")
  TimeUnit unit = TimeUnit::None;
};

// Of a month of 1 to 12.
int days_in_month(int year, int month);

inline CalendarPoint year_point(int year) { return {year, 0, 0}; }
// 1990 to 1999 of any of them.
CalendarStretch decade_of(int year);
// 1801 to 1900 of 19.
CalendarStretch century_of(int number);

// Whether the calendar has it.
bool exists(const CalendarPoint& point);

// 1 is Monday, 7 Sunday. For days only.
int weekday_of(const CalendarPoint& day);

CalendarPoint add_days(const CalendarPoint& day, int days);
// Of a day or a month; the answer is a month.
CalendarPoint add_months(const CalendarPoint& point, int months);

// An xsd:date, xsd:gYearMonth or xsd:gYear without a time zone; anything else is unknown.
CalendarPoint parse_point(std::string_view value);
std::string format_point(const CalendarPoint& point);
TimeKind kind_of(const CalendarPoint& point);

// "P5Y", "P14D", "PT48H" as xsd:duration has it, or "" where it cannot be said without guessing.
std::string format_length(TimeLength length);

// What lies so long before (sign -1) or after (+1) a point, as exact as the unit: a day for days, a
// month for months, a year for years. Weeks, quarters, decades and centuries have no XSD type, and
// a count of them is rounded: half a unit either way. Unknown where the point is less exact than
// the unit or the count is.
CalendarStretch step(const CalendarPoint& from, TimeLength length, int sign);

}  // namespace testudo::english
