// The terms of time_terms.h that are counted from the article's date or from another time.
#include <array>

#include "english/time_terms.h"

namespace testudo::english {
namespace {

constexpr int kDaysOfWeek = 7;

}  // namespace

// ---- counted from the article's date --------------------------------------------------------

// The calendar's unit so many units from the article's: last week is a Monday to a Sunday.
CalendarStretch TimeTermReader::unit_from_today(TimeUnit unit, int shift) const {
  const int year = today_.year;
  if (!today_.known()) return {};
  switch (unit) {
    case TimeUnit::Week: {
      if (today_.day == 0) return {};
      const CalendarPoint monday = add_days(today_, 1 - weekday_of(today_) + kDaysOfWeek * shift);
      return {monday, add_days(monday, kDaysOfWeek - 1)};
    }
    case TimeUnit::Month: {
      if (today_.month == 0) return {};
      const CalendarPoint month = add_months(today_, shift);
      return {month, month};
    }
    case TimeUnit::Year:
      return {year_point(year + shift), year_point(year + shift)};
    case TimeUnit::Decade:
      // Last decade may be the ten years past or the decade before: from one's begin to today.
      if (shift == 0) return decade_of(year);
      if (shift < 0) return {year_point(year + 10 * shift), year_point(year)};
      return {year_point(year), year_point(year + 10 * shift)};
    case TimeUnit::Century:
      return century_of((year - 1) / 100 + 1 + shift);
    default:
      return {};
  }
}

// The past or next so many units, with today's unit.
CalendarStretch TimeTermReader::stretch_from_today(TimeLength length, int sign) const {
  // Weeks go by the day, decades by the year: unlike "two weeks ago", a stretch has sharp ends.
  struct Finer {
    TimeUnit coarse;
    TimeUnit fine;
    int count;
  };
  constexpr std::array kFiner = {
      Finer{TimeUnit::Week, TimeUnit::Day, 7}, Finer{TimeUnit::Fortnight, TimeUnit::Day, 14},
      Finer{TimeUnit::Quarter, TimeUnit::Month, 3}, Finer{TimeUnit::Decade, TimeUnit::Year, 10},
      Finer{TimeUnit::Century, TimeUnit::Year, 100}};
  for (const Finer& finer : kFiner) {
    if (length.unit == finer.coarse) length = {length.halves * finer.count, finer.fine};
  }
  const CalendarPoint far = english::step(today_, length, sign).from;
  if (!far.known()) return {};
  CalendarPoint near = today_;
  if (far.day == 0) near.day = 0;
  if (far.month == 0) near.month = 0;
  return sign < 0 ? CalendarStretch{far, near} : CalendarStretch{near, far};
}

CalendarPoint TimeTermReader::weekday_from_today(int weekday, int sign) const {
  if (today_.day == 0) return {};
  int days = weekday - weekday_of(today_);
  if (sign < 0 && days >= 0) days -= kDaysOfWeek;
  if (sign > 0 && days <= 0) days += kDaysOfWeek;
  return add_days(today_, days);
}

std::optional<TimeTerm> TimeTermReader::shift(std::uint32_t at) const {
  std::uint32_t next = at + 1;
  int sign = t_.word(at).value;
  if (sign == 0 && t_.is(next, TimeClass::kShift)) {  // "this past Monday"
    sign = t_.word(next).value;
    ++next;
  }
  if (t_.is_unit(next)) return shifted_unit(at, next, sign);
  if (auto found = shifted_name(at, next, sign)) return found;
  return sign != 0 ? shifted_count(at, next, sign) : std::nullopt;
}

// "the last five years", "the next few weeks"
std::optional<TimeTerm> TimeTermReader::shifted_count(std::uint32_t at, std::uint32_t next,
                                                      int sign) const {
  const auto count = t_.count(next);
  if (!count) return std::nullopt;
  next = count->end;
  if (t_.is(next, TimeClass::kAddition)) ++next;
  if (!t_.is_unit(next) || !t_.is(next, TimeClass::kPluralUnit)) return std::nullopt;
  if (t_.form(next + 1) == t_.k.of) return std::nullopt;  // "the last two days of the talks"
  TimeTerm out = term(at, next + 1, next, TimeForm::Stretch);
  out.set(stretch_from_today({count->halves, t_.word(next).unit}, sign));
  out.interval = true;
  out.takes_the = true;
  return out;
}

std::optional<TimeTerm> TimeTermReader::shifted_unit(std::uint32_t at, std::uint32_t next,
                                                     int sign) const {
  const TimeUnit unit = t_.word(next).unit;
  const bool plural = t_.is(next, TimeClass::kPluralUnit);
  const bool the = at > 0 && t_.form(at - 1) == t_.k.the;
  const bool last_of = the && sign < 0 && t_.form(next + 1) == t_.k.of;
  const bool past_alone = !the && t_.form(at) == t_.k.past;  // "past years", "past week"
  if (unit < TimeUnit::Day || last_of || past_alone) return std::nullopt;
  TimeTerm out = term(at, next + 1, next, TimeForm::Relative);
  if (plural) {  // "the coming weeks": how many is not said
    if (!the || sign == 0) return std::nullopt;
    out.form = TimeForm::Stretch;
    out.takes_the = true;
    return out;
  }
  const TimeLength one{2, unit};
  const bool counted = the || next > at + 1;  // "the past year", "this past year"
  if (t_.form(at) == t_.k.next && (the || unit == TimeUnit::Day)) {
    // "over the next year" counts from now, "the next year he resigned" from then.
    const TimeWord& before = t_.word(at >= 2 ? at - 2 : kNone);
    if (unit == TimeUnit::Day || !before.before_length) {
      out.form = TimeForm::Step;
      out.length = one;
      out.sign = 1;
      out.takes_the = true;
      return out;
    }
  } else if (unit == TimeUnit::Day && !(the && sign < 0)) {
    return std::nullopt;  // "this day"
  }
  if (counted && sign != 0) {
    out.form = TimeForm::Stretch;
    out.takes_the = true;
    out.set(stretch_from_today(one, sign));
    out.interval = true;
    return out;
  }
  out.set(unit_from_today(unit, sign));
  return out;
}

std::optional<TimeTerm> TimeTermReader::shifted_name(std::uint32_t at, std::uint32_t next,
                                                     int sign) const {
  const TimeWord& w = t_.word(next);
  TimeTerm out = term(at, next + 1, next, TimeForm::Relative);
  if (w.is(TimeClass::kWeekend)) {
    const CalendarStretch week = unit_from_today(TimeUnit::Week, sign);
    if (week.known()) out.set(CalendarStretch{add_days(week.from, 5), week.to});
    out.form = TimeForm::Stretch;
    out.interval = true;
    return out;
  }
  if (w.is(TimeClass::kWeekday) && t_.capital(next)) {
    if (t_.is(out.end, TimeClass::kDayPart)) ++out.end;
    const CalendarStretch week = unit_from_today(TimeUnit::Week, 0);
    if (sign != 0) {
      out.set(weekday_from_today(w.value, sign));
    } else if (week.known()) {
      out.set(add_days(week.from, w.value - 1));
    }
    return out;
  }
  if (w.is(TimeClass::kMonth) && t_.capital(next)) {
    if (today_.month == 0) return out;
    int year = today_.year;
    if (sign < 0 && w.value >= today_.month) --year;
    if (sign > 0 && w.value <= today_.month) ++year;
    out.set(CalendarPoint{year, w.value, 0});
    return out;
  }
  if (w.is(TimeClass::kSeason)) {
    // A winter lies in two years; last summer, once this one is over, in either.
    const int first = w.value;
    const bool over = today_.month >= first + 3;
    const bool begun = today_.month >= first;
    if (first < 12 && today_.month != 0) {
      if (sign == 0) out.set(year_point(today_.year));
      if (sign < 0 && !over) out.set(year_point(today_.year - 1));
      if (sign > 0 && begun) out.set(year_point(today_.year + 1));
    }
    out.form = TimeForm::Season;
    return out;
  }
  if (w.is(TimeClass::kDayPart)) {
    if (sign > 0) {  // "the next morning"
      out.form = TimeForm::Step;
      out.length = {2, TimeUnit::Day};
      out.sign = 1;
      out.takes_the = true;
    } else if (today_.day != 0) {
      out.set(add_days(today_, sign));
    }
    return out;
  }
  return std::nullopt;
}

// ---- counted from the time last spoken of ---------------------------------------------------

std::optional<TimeTerm> TimeTermReader::step(std::uint32_t at) const {
  if (at == 0 || t_.form(at - 1) != t_.k.the) return std::nullopt;
  const TimeWord& w = t_.word(at + 1);
  TimeTerm out = term(at, at + 2, at + 1, TimeForm::Step);
  out.sign = t_.word(at).value;
  out.takes_the = true;
  if (w.is(TimeClass::kUnit) && !w.is(TimeClass::kPluralUnit)) {
    out.length = {2, w.unit};
    return out;
  }
  if (w.is(TimeClass::kDayPart)) {
    out.length = {2, TimeUnit::Day};
    return out;
  }
  if (w.is(TimeClass::kWeekday | TimeClass::kMonth) && t_.capital(at + 1)) {
    out.form = TimeForm::Same;
    return out;
  }
  return std::nullopt;
}

std::optional<TimeTerm> TimeTermReader::same(std::uint32_t at) const {
  const TimeWord& w = t_.word(at + 1);
  const bool that = t_.tag(at) == Tag::DT;
  const bool the_same = at > 0 && t_.form(at - 1) == t_.k.the;
  const bool unit = t_.is_unit(at + 1) && !w.is(TimeClass::kPluralUnit) && w.unit >= TimeUnit::Day;
  if ((!that && !the_same) || !(unit || w.is(TimeClass::kDayPart | TimeClass::kWeekend))) {
    return std::nullopt;
  }
  TimeTerm out = term(at, at + 2, at + 1, TimeForm::Same);
  out.takes_the = the_same;
  return out;
}

}  // namespace testudo::english
