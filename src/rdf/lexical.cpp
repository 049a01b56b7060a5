// Lexical forms of the XSD 1.1 datatypes that we read and write
// (https://www.w3.org/TR/xmlschema11-2/, section 3).
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "rdf/namespaces.h"
#include "rdf/term.h"

namespace testudo::rdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What is left to read of a form; each take_… moves on only when it succeeds.
struct Form {
  std::string_view rest;

  bool done() const { return rest.empty(); }

  bool take(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }

  void take_sign() {
    if (!take('+')) take('-');
  }

  std::string_view take_digits() {
    std::size_t n = 0;
    while (n < rest.size() && is_digit(rest[n])) ++n;
    const std::string_view digits = rest.substr(0, n);
    rest.remove_prefix(n);
    return digits;
  }

  // Exactly two digits, within the bounds.
  bool take_two(int least, int most, int& value) {
    if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1])) return false;
    value = (rest[0] - '0') * 10 + (rest[1] - '0');
    rest.remove_prefix(2);
    return value >= least && value <= most;
  }
};

bool is_integer(std::string_view value) {
  Form form{value};
  form.take_sign();
  return !form.take_digits().empty() && form.done();
}

bool all_zeros(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

bool is_non_negative(std::string_view value) {
  return is_integer(value) && (value.front() != '-' || all_zeros(value.substr(1)));
}

bool is_positive(std::string_view value) {
  return is_integer(value) && value.front() != '-' &&
         !all_zeros(value.substr(value.front() == '+' ? 1 : 0));
}

bool take_decimal(Form& form) {
  form.take_sign();
  const bool whole = !form.take_digits().empty();
  const bool part = form.take('.') && !form.take_digits().empty();
  return whole || part;
}

bool is_decimal(std::string_view value) {
  Form form{value};
  return take_decimal(form) && form.done();
}

bool is_double(std::string_view value) {
  if (value == "INF" || value == "+INF" || value == "-INF" || value == "NaN") return true;
  Form form{value};
  if (!take_decimal(form)) return false;
  if (form.take('e') || form.take('E')) {
    form.take_sign();
    if (form.take_digits().empty()) return false;
  }
  return form.done();
}

bool is_boolean(std::string_view value) {
  return value == "true" || value == "false" || value == "1" || value == "0";
}

// Four digits or more, more only without a leading zero. Gives the year modulo 400, which is all
// the calendar asks.
bool take_year(Form& form, int& year_of_cycle) {
  form.take('-');
  const std::string_view digits = form.take_digits();
  if (digits.size() < 4 || (digits.size() > 4 && digits.front() == '0')) return false;
  year_of_cycle = 0;
  for (const char c : digits) year_of_cycle = (year_of_cycle * 10 + (c - '0')) % 400;
  return true;
}

int days_in(int year_of_cycle, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year_of_cycle % 4 == 0 && (year_of_cycle % 100 != 0 || year_of_cycle == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool take_date(Form& form) {
  int year = 0;
  int month = 0;
  int day = 0;
  return take_year(form, year) && form.take('-') && form.take_two(1, 12, month) && form.take('-') &&
         form.take_two(1, 31, day) && day <= days_in(year, month);
}

bool take_time(Form& form) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!form.take_two(0, 24, hour) || !form.take(':') || !form.take_two(0, 59, minute) ||
      !form.take(':') || !form.take_two(0, 59, second)) {
    return false;
  }
  bool fraction_is_zero = true;
  if (form.take('.')) {
    const std::string_view digits = form.take_digits();
    if (digits.empty()) return false;
    fraction_is_zero = all_zeros(digits);
  }
  return hour < 24 || (minute == 0 && second == 0 && fraction_is_zero);
}

// Nothing, "Z", or a distance from UTC of 14 hours at the most; then the end.
bool ends_with_zone(Form& form) {
  if (form.take('Z') || form.done()) return form.done();
  if (!form.take('+') && !form.take('-')) return false;
  int hour = 0;
  int minute = 0;
  return form.take_two(0, 14, hour) && form.take(':') &&
         form.take_two(0, hour == 14 ? 0 : 59, minute) && form.done();
}

bool is_date(std::string_view value) {
  Form form{value};
  return take_date(form) && ends_with_zone(form);
}

bool is_date_time(std::string_view value) {
  Form form{value};
  return take_date(form) && form.take('T') && take_time(form) && ends_with_zone(form);
}

bool is_year(std::string_view value) {
  Form form{value};
  int year = 0;
  return take_year(form, year) && ends_with_zone(form);
}

bool is_year_month(std::string_view value) {
  Form form{value};
  int year = 0;
  int month = 0;
  return take_year(form, year) && form.take('-') && form.take_two(1, 12, month) &&
         ends_with_zone(form);
}

// Numbers followed by the letters, in their order, each at most once; a fraction before 'S' only.
// False where a number has no letter; counts what it took.
bool take_fields(Form& form, std::string_view letters, int& taken) {
  while (!form.done() && is_digit(form.rest.front())) {
    form.take_digits();
    const bool fraction = form.take('.');
    if (fraction && form.take_digits().empty()) return false;
    const std::size_t at = form.done() ? std::string_view::npos : letters.find(form.rest.front());
    if (at == std::string_view::npos || (fraction && letters[at] != 'S')) return false;
    letters.remove_prefix(at + 1);
    form.rest.remove_prefix(1);
    ++taken;
  }
  return true;
}

bool is_duration(std::string_view value) {
  Form form{value};
  form.take('-');
  int days = 0;
  int times = 0;
  if (!form.take('P') || !take_fields(form, "YMD", days)) return false;
  if (form.take('T') && (!take_fields(form, "HMS", times) || times == 0)) return false;
  return form.done() && days + times > 0;
}

// XSD takes nearly anything here; stores want at least the characters of an IRI reference.
bool is_any_uri(std::string_view value) {
  static constexpr std::string_view kForbidden = "<>\"{}|\\^`";
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte <= 0x20 || byte == 0x7F) return false;
    if (kForbidden.find(value[at]) != std::string_view::npos) return false;
    if (value[at] != '%') continue;
    const std::string_view digits = value.substr(at + 1, 2);
    if (digits.size() < 2 ||
        digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
      return false;
    }
  }
  return true;
}

struct Check {
  std::string_view datatype;
  bool (*accepts)(std::string_view);
};

constexpr Check kChecks[] = {
    {kXsdString, [](std::string_view) { return true; }},
    {kXsdBoolean, is_boolean},
    {kXsdInteger, is_integer},
    {kXsdNonNegativeInteger, is_non_negative},
    {kXsdPositiveInteger, is_positive},
    {kXsdDecimal, is_decimal},
    {kXsdDouble, is_double},
    {kXsdFloat, is_double},
    {kXsdDate, is_date},
    {kXsdGYear, is_year},
    {kXsdGYearMonth, is_year_month},
    {kXsdDateTime, is_date_time},
    {kXsdDuration, is_duration},
    {kXsdAnyUri, is_any_uri},
    {kRdfLangString, [](std::string_view) { return false; }},
};

}  // namespace

bool is_valid_lexical_form(std::string_view value, std::string_view datatype) {
  if (!is_valid_utf8(value)) return false;
  const auto* check = std::find_if(std::begin(kChecks), std::end(kChecks),
                                   [&](const Check& c) { return c.datatype == datatype; });
  return check == std::end(kChecks) || check->accepts(value);
}

}  // namespace testudo::rdf
