#include "english/calendar.h"

#include <array>
#include <cstdio>
#include <utility>

namespace testudo::english {
namespace {

// Days since 1 March of year 0, and back: Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", for years from 0 on.
int day_number(const CalendarPoint& day) {
  const int year = day.month <= 2 ? day.year - 1 : day.year;
  const int era = year / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era;
}

CalendarPoint day_of_number(int number) {
  const int era = number / 146097;
  const int day_of_era = number - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

// The number that fills a field, or -1.
int digits(std::string_view field) {
  int value = 0;
  for (const char c : field) {
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  return field.empty() ? -1 : value;
}

CalendarStretch days_around(const CalendarPoint& day, int days, int slack) {
  if (day.day == 0) return {};
  return {add_days(day, days - slack), add_days(day, days + slack)};
}

CalendarStretch months_around(const CalendarPoint& point, int months, int slack) {
  if (point.month == 0) return {};
  return {add_months(point, months - slack), add_months(point, months + slack)};
}

CalendarStretch years_around(const CalendarPoint& point, int years, int slack) {
  return {{point.year + years - slack, 0, 0}, {point.year + years + slack, 0, 0}};
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month) - 1];
}

CalendarStretch decade_of(int year) {
  const int first = year / 10 * 10;
  return {year_point(first), year_point(first + 9)};
}

CalendarStretch century_of(int number) {
  return {year_point(100 * (number - 1) + 1), year_point(100 * number)};
}

bool exists(const CalendarPoint& point) {
  if (point.year < 1 || point.year > 9999 || point.month < 0 || point.month > 12) return false;
  if (point.month == 0) return point.day == 0;
  return point.day >= 0 && point.day <= days_in_month(point.year, point.month);
}

int weekday_of(const CalendarPoint& day) {
  return (day_number(day) + 2) % 7 + 1;  // 1 March of year 0 was a Wednesday
}

CalendarPoint add_days(const CalendarPoint& day, int days) {
  return day_of_number(day_number(day) + days);
}

CalendarPoint add_months(const CalendarPoint& point, int months) {
  const int count = point.year * 12 + point.month - 1 + months;
  return {count / 12, count % 12 + 1, 0};
}

CalendarPoint parse_point(std::string_view value) {
  const std::size_t size = value.size();
  if (size != 4 && size != 7 && size != 10) return {};
  CalendarPoint point;
  point.year = digits(value.substr(0, 4));
  if (size >= 7) point.month = value[4] == '-' ? digits(value.substr(5, 2)) : -1;
  if (size == 10) point.day = value[7] == '-' ? digits(value.substr(8, 2)) : -1;
  const bool complete = (size < 7 || point.month > 0) && (size < 10 || point.day > 0);
  return complete && exists(point) ? point : CalendarPoint{};
}

std::string format_point(const CalendarPoint& point) {
  std::array<char, 48> buffer{};
  if (point.day != 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", point.year, point.month,
                  point.day);
  } else if (point.month != 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", point.year, point.month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d", point.year);
  }
  return buffer.data();
}

TimeKind kind_of(const CalendarPoint& point) {
  if (!point.known()) return TimeKind::Unresolved;
  if (point.day != 0) return TimeKind::Date;
  return point.month != 0 ? TimeKind::YearMonth : TimeKind::Year;
}

std::string format_length(TimeLength length) {
  if (length.halves <= 0) return {};
  // How many of an XSD field a whole and half a unit are; 0 where it has no such half.
  struct Field {
    int count;
    const char* letter;
  };
  const auto [whole, half] = [&]() -> std::pair<Field, Field> {
    switch (length.unit) {
      case TimeUnit::Second:
        return {{1, "S"}, {0, ""}};
      case TimeUnit::Minute:
        return {{1, "M"}, {30, "S"}};
      case TimeUnit::Hour:
        return {{1, "H"}, {30, "M"}};
      case TimeUnit::Day:
        return {{1, "D"}, {0, ""}};
      case TimeUnit::Week:
        return {{7, "D"}, {0, ""}};
      case TimeUnit::Fortnight:
        return {{14, "D"}, {7, "D"}};
      case TimeUnit::Month:
        return {{1, "M"}, {0, ""}};
      case TimeUnit::Quarter:
        return {{3, "M"}, {0, ""}};
      case TimeUnit::Year:
        return {{1, "Y"}, {6, "M"}};
      case TimeUnit::Decade:
        return {{10, "Y"}, {5, "Y"}};
      case TimeUnit::Century:
        return {{100, "Y"}, {50, "Y"}};
      case TimeUnit::None:
        break;
    }
    return {};
  }();
  const bool halved = length.halves % 2 != 0;
  const Field& field = halved ? half : whole;
  const int count = halved ? length.halves * field.count : length.halves / 2 * field.count;
  if (count == 0) return {};
  const bool of_clock = length.unit < TimeUnit::Day;
  return (of_clock ? "PT" : "P") + std::to_string(count) + field.letter;
}

CalendarStretch step(const CalendarPoint& from, TimeLength length, int sign) {
  if (!from.known() || length.halves <= 0) return {};
  const bool whole = length.halves % 2 == 0;
  const int count = sign * length.halves / 2;
  CalendarStretch answer;
  if (!whole) {
    // "a year and a half ago": to the next half year.
    if (length.unit == TimeUnit::Year) {
      answer = months_around(from, sign * length.halves * 6, 3);
    }
  } else {
    switch (length.unit) {
      case TimeUnit::Day:
        answer = days_around(from, count, 0);
        break;
      case TimeUnit::Week:
        answer = days_around(from, 7 * count, 3);
        break;
      case TimeUnit::Fortnight:
        answer = days_around(from, 14 * count, 3);
        break;
      case TimeUnit::Month:
        answer = months_around(from, count, 0);
        break;
      case TimeUnit::Quarter:
        answer = months_around(from, 3 * count, 1);
        break;
      case TimeUnit::Year:
        answer = years_around(from, count, 0);
        break;
      case TimeUnit::Decade:
        answer = years_around(from, 10 * count, 5);
        break;
      case TimeUnit::Century:
        answer = years_around(from, 100 * count, 50);
        break;
      case TimeUnit::None:
      case TimeUnit::Second:
      case TimeUnit::Minute:
      case TimeUnit::Hour:  // an hour ago may have been yesterday
        break;
    }
  }
  return exists(answer.from) && exists(answer.to) ? answer : CalendarStretch{};
}

}  // namespace testudo::english
