// Names of times: dates, months, years, weekdays, seasons, decades and what is counted from the
// article's date, each without the preposition before it.
//   TimeTermReader reader(tokens, article_date);
//   if (const auto term = reader.read(at)) use(term->from, term->to);
// A part of TimeFinder (time.h), which decides by what stands around whether a weak term counts.
// Reads a bounded number of tokens from `at` on, and one before.
#pragma once

#include <optional>

#include "english/time_tokens.h"

namespace testudo::english {

enum class TimeForm : std::uint8_t {
  Date,   // from.year 0 where the words have no year
  Month,  // … likewise
  Year,
  Weekday,  // without a date
  Season,
  Stretch,   // a week, a decade, the past five years
  Relative,  // counted from the article's date: today, last year
  Step,      // counted from the time last spoken of: the previous day
  Same       // pointing at the time last spoken of: that year
};

struct TimeTerm {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t head = 0;
  TimeForm form = TimeForm::Date;
  CalendarPoint from;  // the same as `to` but for intervals
  CalendarPoint to;
  int weekday = 0;                         // of TimeForm::Weekday
  TimeLength length;                       // of TimeForm::Step
  int sign = 0;                            // … its direction
  TimeRelation prefix = TimeRelation::At;  // of "pre-2015" and "post-2015"
  bool interval = false;
  bool weak = false;       // a time only where what stands around makes it one
  bool takes_the = false;  // an article before it is a part of it
  bool needs_the = false;  // … and has to be there
  bool this_period =
      false;  // "the end of the year": the article's, unless the sentence tells a past

  void set(const CalendarPoint& point) { from = to = point; }
  void set(const CalendarStretch& stretch) {
    from = stretch.from;
    to = stretch.to;
    interval = !(from == to);
  }
  // Waits for the sentence's tense to tell which of the like.
  bool is_bare() const {
    return (form == TimeForm::Weekday || form == TimeForm::Month || form == TimeForm::Date) &&
           !from.known();
  }
};

class TimeTermReader {
 public:
  TimeTermReader(const TimeTokens& tokens, CalendarPoint today) : t_(tokens), today_(today) {}

  // The longest term that begins at a token.
  std::optional<TimeTerm> read(std::uint32_t at) const;

 private:
  using Read = std::optional<TimeTerm>;

  Read core(std::uint32_t at) const;
  Read part(std::uint32_t at) const;           // early 2019, late in May
  Read edge(std::uint32_t at) const;           // end of 2019, first half of 2019
  Read edge_of(std::uint32_t at) const;        // what stands behind "of"
  Read digits(std::uint32_t at) const;         // what begins with a digit
  Read joined_digits(std::uint32_t at) const;  // 2021-05-03, 2019/20, 1990s, post-2015
  Read day_month(std::uint32_t at, int day, std::uint32_t next) const;  // 3 May, the 3rd of May
  Read days_of_month(std::uint32_t at, int day) const;                  // 3-5 May
  bool joins_days(std::uint32_t joint, int first, int last, std::uint32_t begin) const;
  Read century(std::uint32_t at, int number, std::uint32_t next) const;
  Read month(std::uint32_t at) const;    // May, May 2021, May 3, May 3-5, 2021
  Read weekday(std::uint32_t at) const;  // Monday, Monday, May 3, Monday of last week
  Read season(std::uint32_t at) const;
  Read decade(std::uint32_t at) const;  // nineties
  Read day(std::uint32_t at) const;     // today, yesterday evening
  Read unit(std::uint32_t at) const;    // year 2019, day before yesterday, week before last
  Read shift(std::uint32_t at) const;   // last year, next Friday, this morning
  Read shifted_count(std::uint32_t at, std::uint32_t next, int sign) const;  // last five years
  Read shifted_unit(std::uint32_t at, std::uint32_t next, int sign) const;
  Read shifted_name(std::uint32_t at, std::uint32_t next, int sign) const;
  Read step(std::uint32_t at) const;  // previous day
  Read same(std::uint32_t at) const;  // that year

  // A four-digit year, or where the calendar's digits are two years, both; where it ends.
  bool year(std::uint32_t at, CalendarStretch& out) const;
  std::uint32_t year_behind(std::uint32_t at, bool of, CalendarStretch& out) const;
  bool is_month(std::uint32_t at) const;
  bool counts(std::uint32_t at) const;  // a number before this token counts it
  TimeTerm term(std::uint32_t begin, std::uint32_t end, std::uint32_t head, TimeForm form) const;
  CalendarStretch unit_from_today(TimeUnit unit, int sign) const;
  CalendarStretch stretch_from_today(TimeLength length, int sign) const;
  CalendarPoint weekday_from_today(int weekday, int sign) const;

  const TimeTokens& t_;
  CalendarPoint today_;  // the article's date, unknown where it has none
};

}  // namespace testudo::english
