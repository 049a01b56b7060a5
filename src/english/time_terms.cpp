#include "english/time_terms.h"

namespace testudo::english {
namespace {

constexpr int kFirstYear = 1000;  // of the years that news speaks of
constexpr int kLastYear = 2199;

bool is_year(int number) { return number >= kFirstYear && number <= kLastYear; }

// Of a day whose year may not be told yet.
bool fits(int year, int month, int day) {
  constexpr int kLeapYear = 2000;
  return day >= 1 && day <= days_in_month(year != 0 ? year : kLeapYear, month);
}

}  // namespace

TimeTerm TimeTermReader::term(std::uint32_t begin, std::uint32_t end, std::uint32_t head,
                              TimeForm form) const {
  TimeTerm out;
  out.begin = begin;
  out.end = end;
  out.head = head;
  out.form = form;
  return out;
}

std::optional<TimeTerm> TimeTermReader::read(std::uint32_t at) const {
  if (auto found = edge(at)) return found;
  if (t_.is(at, TimeClass::kPart)) return part(at);
  return core(at);
}

std::optional<TimeTerm> TimeTermReader::core(std::uint32_t at) const {
  const TimeWord& w = t_.word(at);
  if (w.is(TimeClass::kMonth | TimeClass::kShortMonth)) return month(at);
  if (w.is(TimeClass::kWeekday | TimeClass::kShortWeekday)) {
    if (auto found = weekday(at)) return found;
  }
  if (t_.may_have_digits(at)) return digits(at);
  if (w.is(TimeClass::kOrdinal | TimeClass::kNumber)) {
    const auto ordinal = t_.ordinal(at);
    if (!ordinal) return std::nullopt;
    if (auto found = century(at, ordinal->first, ordinal->second)) return found;
    return day_month(at, ordinal->first, ordinal->second);
  }
  if (w.is(TimeClass::kSeason)) return season(at);
  if (w.is(TimeClass::kDecade)) return decade(at);
  if (w.is(TimeClass::kDay)) return day(at);
  if (w.is(TimeClass::kShift)) return shift(at);
  if (w.is(TimeClass::kStep)) return step(at);
  if (w.is(TimeClass::kSame)) return same(at);
  if (w.is(TimeClass::kUnit)) return unit(at);
  return std::nullopt;
}

// ---- parts ----------------------------------------------------------------------------------

std::optional<TimeTerm> TimeTermReader::part(std::uint32_t at) const {
  const bool compares = t_.word(at).value != 0;
  std::uint32_t next = at + 1;
  bool linked = false;
  if (t_.form(next) == t_.k.in || t_.form(next) == t_.k.on || t_.is_hyphen(next)) {
    linked = true;
    ++next;
  }
  if (linked && t_.form(next) == t_.k.the) ++next;
  auto found = core(next);
  if (!found && linked && t_.is_unit(next)) {
    found = edge_of(next);  // "later in the year"
  }
  if (!found) return std::nullopt;
  // "later May said": a name; "a late 2019 people": never.
  if (compares && !linked && found->weak) return std::nullopt;
  if (found->form == TimeForm::Step || (found->form == TimeForm::Season && found->weak)) {
    return std::nullopt;
  }
  found->begin = at;
  found->weak = false;
  found->needs_the = found->needs_the && found->form != TimeForm::Stretch;
  return found;
}

std::optional<TimeTerm> TimeTermReader::edge(std::uint32_t at) const {
  std::uint32_t next = at;
  int ordinal = 0;
  if (const auto counted = t_.ordinal(at)) {
    ordinal = counted->first;
    next = counted->second;
  }
  const TimeWord& w = t_.word(next);
  if (!w.is(TimeClass::kEdge) || (w.value != 0) != (ordinal != 0)) return std::nullopt;
  if (ordinal > w.value) return std::nullopt;
  const bool of = t_.form(++next) == t_.k.of;
  if (!of && ordinal == 0) return std::nullopt;
  if (of) ++next;
  auto found = edge_of(next);
  if (!found) return std::nullopt;
  if (ordinal != 0) {
    if (found->form != TimeForm::Year && !found->this_period) {
      if (!of) return std::nullopt;
    } else if (found->from.known() && !found->interval && found->from.month == 0) {
      const int months = 12 / w.value;
      const int year = found->from.year;
      found->set({{year, months * (ordinal - 1) + 1, 0}, {year, months * ordinal, 0}});
      found->form = TimeForm::Stretch;
    }
  }
  found->begin = at;
  found->weak = false;
  found->takes_the = true;
  found->needs_the = false;
  return found;
}

std::optional<TimeTerm> TimeTermReader::edge_of(std::uint32_t at) const {
  std::uint32_t next = at;
  if (t_.form(next) == t_.k.the) ++next;
  if (t_.is_unit(next) && next > 0 && t_.form(next - 1) == t_.k.the) {
    const TimeWord& w = t_.word(next);
    if (w.is(TimeClass::kPluralUnit) || w.unit < TimeUnit::Week) return std::nullopt;
    TimeTerm out = term(at, next + 1, next, TimeForm::Relative);
    out.set(unit_from_today(w.unit, 0));
    out.this_period = true;
    return out;
  }
  auto found = t_.is(next, TimeClass::kPart) ? part(next) : core(next);
  if (!found || found->form == TimeForm::Step) return std::nullopt;
  // "the end of the 2015 agreement", "the end of last year's talks": the noun's, not the year's
  const bool noun_follows =
      (next > at && found->form == TimeForm::Year && found->weak) || t_.tag(found->end) == Tag::POS;
  if (noun_follows) return std::nullopt;
  return found;
}

// ---- digits ---------------------------------------------------------------------------------

bool TimeTermReader::year(std::uint32_t at, CalendarStretch& out) const {
  const std::string_view token = t_.text(at);
  const int first = digits_of(token.substr(0, 4));
  if (token.size() < 4 || !is_year(first)) return false;
  if (t_.text(at + 1) == "BC" || t_.text(at + 1) == "B.C.") return false;
  out.from = year_point(first);
  out.to = out.from;
  if (token.size() == 4) return true;
  const std::string_view rest = token.substr(5);
  const int second = digits_of(rest);
  if (token[4] != '-' && token[4] != '/') return false;
  if (rest.size() == 4 && is_year(second) && second > first) {
    out.to = year_point(second);
    return true;
  }
  // 2019/20 and 2019-20 are two years running; 2015-18 is four; 2005-09 may be a month.
  const bool running = second == (first + 1) % 100;
  const bool years = running || (token[4] == '-' && second > first % 100);
  if (rest.size() != 2 || !years) return false;
  if (token[4] == '-' && second <= 12) {
    out = {};
    return true;
  }
  out.to = year_point(first / 100 * 100 + second + (second < first % 100 ? 100 : 0));
  return true;
}

// Where a year ends that stands at a token, behind a comma or, if allowed, behind "of"; `at` where
// none does.
std::uint32_t TimeTermReader::year_behind(std::uint32_t at, bool of, CalendarStretch& out) const {
  std::uint32_t next = at;
  if (t_.text(next) == "," || (of && t_.form(next) == t_.k.of)) ++next;
  if (t_.is(next, TimeClass::kShift) && t_.form(next + 1) == t_.k.year && t_.text(at) != "," &&
      t_.tag(next + 2) != Tag::POS) {  // "May last year"
    out = unit_from_today(TimeUnit::Year, t_.word(next).value);
    return next + 2;
  }
  // "in June, 2019 people" has a number; "in June 2019 people" has a year.
  const bool found = year(next, out) && out.known();
  if (!found || (counts(next + 1) && (next > at || out.from.year % 100 == 0))) {
    out = {};
    return at;
  }
  return next + 1;
}

bool TimeTermReader::counts(std::uint32_t at) const {
  return t_.is(at, TimeClass::kCounted) || t_.is(at, TimeClass::kPluralUnit);
}

std::optional<TimeTerm> TimeTermReader::digits(std::uint32_t at) const {
  const std::string_view token = t_.text(at);
  if (const int number = t_.number(at, 1, 2); number > 0) {
    if (auto found = days_of_month(at, number)) return found;
    return day_month(at, number, at + 1);
  }
  if (const auto ordinal = t_.ordinal(at)) {
    if (auto found = century(at, ordinal->first, ordinal->second)) return found;
    return day_month(at, ordinal->first, ordinal->second);
  }
  if (token.size() != 4) return joined_digits(at);
  CalendarStretch years;
  if (!year(at, years)) return joined_digits(at);  // '90s
  if (t_.is(at + 1, TimeClass::kPluralUnit)) return std::nullopt;
  TimeTerm out = term(at, at + 1, at, TimeForm::Year);
  out.set(years);
  out.weak = true;
  return out;
}

std::optional<TimeTerm> TimeTermReader::joined_digits(std::uint32_t at) const {
  std::string_view token = t_.text(at);
  TimeTerm out = term(at, at + 1, at, TimeForm::Year);
  if (const std::size_t hyphen = token.find('-');
      hyphen > 0 && hyphen < token.size() && token[0] > '9') {
    const TimeRelation* relation = t_.words().prefix(to_lower(token.substr(0, hyphen)));
    if (relation == nullptr) return std::nullopt;
    out.prefix = *relation;
    token.remove_prefix(hyphen + 1);
    if (const int number = token.size() == 4 ? digits_of(token) : -1; is_year(number)) {
      out.set(year_point(number));
      return out;
    }
  }
  if (token.size() == 10) {  // 2021-05-03
    out.set(parse_point(token));
    out.form = TimeForm::Date;
    if (!out.from.known()) return std::nullopt;
    return out;
  }
  if (token.size() > 1 && token.back() == 's') {
    const std::string_view number = token.substr(0, token.size() - 1);
    out.form = TimeForm::Stretch;
    out.takes_the = true;
    if (const int first = digits_of(number); number.size() == 4 && is_year(first)) {
      if (first % 10 != 0) return std::nullopt;
      // The 1900s are the whole century as often as their first ten years.
      const bool century = first % 100 == 0 && first < 2000;
      out.set({year_point(first), year_point(first + (century ? 99 : 9))});
      return out;
    }
    // '90s, with either apostrophe
    std::string_view short_number = number;
    if (short_number.starts_with('\'')) short_number.remove_prefix(1);
    if (short_number.starts_with("\u2019") || short_number.starts_with("\u2018")) {
      short_number.remove_prefix(3);
    }
    if (const int first = digits_of(short_number);
        short_number.size() == 2 && short_number.size() < number.size() && first % 10 == 0) {
      if (first >= 30) out.set(decade_of(1900 + first));
      return out;
    }
    return std::nullopt;
  }
  CalendarStretch years;
  if (!year(at, years) || counts(at + 1)) return std::nullopt;
  out.set(years);
  out.form = TimeForm::Stretch;
  out.weak = true;
  return out;
}

// ---- dates ----------------------------------------------------------------------------------

bool TimeTermReader::is_month(std::uint32_t at) const {
  return t_.is(at, TimeClass::kMonth | TimeClass::kShortMonth) && t_.capital(at) &&
         t_.text(at).find('-') == std::string_view::npos;
}

std::optional<TimeTerm> TimeTermReader::day_month(std::uint32_t at, int day,
                                                  std::uint32_t next) const {
  const bool ordinal = t_.number(at, 1, 2) < 0;
  if (ordinal && t_.form(next) == t_.k.of) ++next;
  if (!is_month(next)) return std::nullopt;
  const int month = t_.word(next).value;
  TimeTerm out = term(at, next + 1, next, TimeForm::Date);
  CalendarStretch years;
  out.end = year_behind(next + 1, false, years);
  if (years.known() && !(years.from == years.to)) return std::nullopt;
  if (!fits(years.from.year, month, day)) return std::nullopt;
  out.set(CalendarPoint{years.from.year, month, day});
  out.takes_the = ordinal;
  return out;
}

// Whether the token between two days makes them the ends of a stretch that begins at a token.
bool TimeTermReader::joins_days(std::uint32_t joint, int first, int last,
                                std::uint32_t begin) const {
  if (t_.is_dash(joint) || t_.form(joint) == t_.k.to) return true;
  return t_.form(joint) == t_.k.and_ && (last == first + 1 || t_.form(begin - 1) == t_.k.between);
}

// "3-5 May", "3 to 5 May", "between 3 and 5 May", "3 and 4 May"
std::optional<TimeTerm> TimeTermReader::days_of_month(std::uint32_t at, int day) const {
  const int last = t_.number(at + 2, 1, 2);
  if (last <= day || !joins_days(at + 1, day, last, at)) return std::nullopt;
  auto found = day_month(at + 2, last, at + 3);
  if (!found) return std::nullopt;
  found->begin = at;
  found->from.day = day;
  found->interval = true;
  return found;
}

std::optional<TimeTerm> TimeTermReader::century(std::uint32_t at, int number,
                                                std::uint32_t next) const {
  const bool joined = t_.is_hyphen(next);  // the 19th-century war
  if (joined) ++next;
  if (t_.word(next).unit != TimeUnit::Century || number > 21) return std::nullopt;
  if (t_.text(next + 1) == "BC" || t_.text(next + 1) == "B.C.") return std::nullopt;
  TimeTerm out = term(at, next + 1, next, TimeForm::Stretch);
  out.set(century_of(number));
  out.takes_the = !joined;
  return out;
}

std::optional<TimeTerm> TimeTermReader::month(std::uint32_t at) const {
  const TimeWord& w = t_.word(at);
  const bool mid = t_.text(at).size() > 3 && t_.text(at)[3] == '-';
  if (!t_.capital(at) && !mid) return std::nullopt;
  std::uint32_t next = at + 1;
  TimeTerm out = term(at, next, at, TimeForm::Month);
  out.set(CalendarPoint{0, w.value, 0});
  out.weak = w.is(TimeClass::kAmbiguousMonth);
  CalendarStretch years;
  int day = t_.number(next, 1, 2);
  if (day < 0) {
    if (const auto ordinal = t_.ordinal(next); ordinal && ordinal->second == next + 1) {
      day = t_.text(next).front() <= '9' ? ordinal->first : -1;
    }
  }
  // "in May 20 people": the number counts.
  const bool in = at > 0 && t_.form(at - 1) == t_.k.in;
  const bool on = at > 0 && t_.form(at - 1) == t_.k.on;
  const bool counted = !on && (counts(next + 1) || (in && t_.tag(next + 1) == Tag::NNS));
  if (day > 0 && !counted && fits(0, w.value, day)) {
    std::uint32_t end = next + 1;
    int last = day;
    const int other = t_.number(end + 1, 1, 2);
    if (other > day && joins_days(end, day, other, at) && !is_month(end + 2) && !counts(end + 2)) {
      last = other;
      end += 2;
    }
    out.end = year_behind(end, false, years);
    if (years.known() && !(years.from == years.to)) return std::nullopt;
    if (!fits(years.from.year, w.value, last)) return std::nullopt;
    out.form = TimeForm::Date;
    out.weak = false;
    out.set(CalendarStretch{{years.from.year, w.value, day}, {years.from.year, w.value, last}});
    return out;
  }
  if (next = year_behind(next, true, years); next > at + 1 && (years.from == years.to)) {
    out.end = next;
    out.weak = false;
    out.set(CalendarPoint{years.from.year, w.value, 0});
    return out;
  }
  if (w.is(TimeClass::kShortMonth)) return std::nullopt;
  return out;
}

std::optional<TimeTerm> TimeTermReader::weekday(std::uint32_t at) const {
  if (!t_.capital(at)) return std::nullopt;
  const TimeWord& w = t_.word(at);
  if (at > 0 && t_.is(at - 1, TimeClass::kEpithet) && t_.capital(at - 1)) return std::nullopt;
  std::uint32_t next = at + 1;
  if (t_.is(next, TimeClass::kDayPart)) ++next;
  if (t_.text(next) == "." && w.is(TimeClass::kShortWeekday)) ++next;
  const bool bracket = t_.text(next) == "(";
  if (t_.text(next) == "," || bracket) ++next;
  if (t_.form(next) == t_.k.the) ++next;
  if (is_month(next) || t_.may_have_digits(next) || t_.is(next, TimeClass::kOrdinal)) {
    if (auto date = core(next); date && date->form == TimeForm::Date && !date->interval) {
      date->begin = at;
      if (bracket && t_.text(date->end) == ")") ++date->end;
      return date;
    }
  }
  if (!w.is(TimeClass::kWeekday)) return std::nullopt;
  TimeTerm out = term(at, at + 1, at, TimeForm::Weekday);
  out.weekday = w.value;
  if (t_.is(out.end, TimeClass::kDayPart)) ++out.end;
  next = t_.form(out.end) == t_.k.of ? out.end + 1 : out.end;
  if (t_.is(next, TimeClass::kShift) && t_.form(next + 1) == t_.k.week) {
    out.end = next + 2;
    out.form = TimeForm::Relative;
    const CalendarStretch week = unit_from_today(TimeUnit::Week, t_.word(next).value);
    if (week.known()) out.set(add_days(week.from, out.weekday - 1));
  }
  return out;
}

// ---- seasons, decades, days -----------------------------------------------------------------

std::optional<TimeTerm> TimeTermReader::season(std::uint32_t at) const {
  if (!is_noun(t_.tag(at)) && t_.tag(at) != Tag::JJ && t_.tag(at) != Tag::CD) return std::nullopt;
  TimeTerm out = term(at, at + 1, at, TimeForm::Season);
  out.takes_the = true;
  CalendarStretch years;
  out.end = year_behind(at + 1, true, years);
  if (out.end > at + 1) {
    out.takes_the = t_.form(at + 1) == t_.k.of;
    out.set(years);
    return out;
  }
  // "the fall of the government", "the Prague Spring"
  if (t_.form(at + 1) == t_.k.of || t_.capital(at) || t_.tag(at) != Tag::NN) return std::nullopt;
  out.weak = true;
  return out;
}

std::optional<TimeTerm> TimeTermReader::decade(std::uint32_t at) const {
  TimeTerm out = term(at, at + 1, at, TimeForm::Stretch);
  if (t_.word(at).value >= 30) out.set(decade_of(1900 + t_.word(at).value));
  out.takes_the = true;
  out.needs_the = true;
  return out;
}

std::optional<TimeTerm> TimeTermReader::day(std::uint32_t at) const {
  TimeTerm out = term(at, at + 1, at, TimeForm::Relative);
  if (today_.day != 0) out.set(add_days(today_, t_.word(at).value));
  if (t_.is(out.end, TimeClass::kDayPart)) ++out.end;
  return out;
}

std::optional<TimeTerm> TimeTermReader::unit(std::uint32_t at) const {
  if (!t_.is_unit(at)) return std::nullopt;
  const TimeUnit unit = t_.word(at).unit;
  CalendarStretch years;
  if (unit == TimeUnit::Year && year(at + 1, years)) {
    TimeTerm out = term(at, at + 2, at + 1, TimeForm::Year);
    out.set(years);
    out.takes_the = true;
    return out;
  }
  if (t_.is(at, TimeClass::kPluralUnit)) return std::nullopt;
  const Symbol side = t_.form(at + 1);
  if (side != t_.k.before && side != t_.k.after) return std::nullopt;
  const int sign = side == t_.k.before ? -1 : 1;
  TimeTerm out = term(at, at + 3, at, TimeForm::Relative);
  out.takes_the = true;
  out.needs_the = true;
  if (unit == TimeUnit::Day && t_.is(at + 2, TimeClass::kDay) && t_.word(at + 2).value == sign) {
    if (today_.day != 0) out.set(add_days(today_, 2 * sign));
    return out;
  }
  if (t_.form(at + 2) == (sign < 0 ? t_.k.last : t_.k.next) && unit >= TimeUnit::Week &&
      !is_noun(t_.tag(at + 3)) && !t_.is(at + 3, TimeClass::kMonth | TimeClass::kWeekday)) {
    out.set(unit_from_today(unit, 2 * sign));
    return out;
  }
  return std::nullopt;
}

}  // namespace testudo::english
