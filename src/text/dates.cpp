#include "text/dates.h"

#include <unicode/udat.h>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>
#include <vector>

#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr int kFirstYear = 1500;  // what is smaller beside a month's name is a day or a page
constexpr int kLastYear = 2999;

struct Piece {
  std::string_view text;
  std::size_t begin;
};

// Letters or digits that stand together; whatever is between is left out.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const Character first = character_at(text, at);
    std::size_t end = at + first.length;
    if (is_word(first.kind)) {
      const bool digits = first.kind == CharClass::Digit;
      while (end < text.size()) {
        const Character c = character_at(text, end);
        if (!is_word(c.kind) || (c.kind == CharClass::Digit) != digits) break;
        end += c.length;
      }
      pieces.push_back({text.substr(at, end - at), at});
    }
    at = end;
  }
  return pieces;
}

int number_of(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

struct CloseFormat {
  void operator()(UDateFormat* format) const { udat_close(format); }
};

// The English names of the months, long and short, in lower case, without full stops.
std::array<std::vector<std::string>, 12> read_month_names() {
  std::array<std::vector<std::string>, 12> names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UDateFormat, CloseFormat> format(
      udat_open(UDAT_NONE, UDAT_MEDIUM, "en", nullptr, 0, nullptr, 0, &status));
  if (U_FAILURE(status)) return names;
  for (const UDateFormatSymbolType type : {UDAT_MONTHS, UDAT_SHORT_MONTHS}) {
    for (std::int32_t month = 0; month < 12; ++month) {
      std::array<UChar, 32> buffer;
      status = U_ZERO_ERROR;
      const std::int32_t length =
          udat_getSymbols(format.get(), type, month, buffer.data(),
                          static_cast<std::int32_t>(buffer.size()), &status);
      if (U_FAILURE(status)) continue;
      std::string name;
      for (std::int32_t i = 0; i < length; ++i) {
        name += static_cast<char>(buffer[static_cast<std::size_t>(i)]);  // English: ASCII
      }
      names[static_cast<std::size_t>(month)].push_back(folded(name));
    }
  }
  names[8].push_back("sept");  // CLDR has "Sep" only
  return names;
}

int month_of(std::string_view word) {
  static const auto names = read_month_names();
  const std::string lower = folded(word);
  for (std::size_t month = 0; month < names.size(); ++month) {
    for (const std::string& name : names[month]) {
      if (name == lower) return static_cast<int>(month) + 1;
    }
  }
  return 0;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

// "2021-05-03", "2021-05" where day is 0, or "" where the calendar has no such day.
std::string written(int year, int month, int day) {
  const std::chrono::year_month_day date{
      std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
      std::chrono::day{static_cast<unsigned>(day == 0 ? 1 : day)}};
  if (!date.ok() || year < kFirstYear || year > kLastYear) return {};
  std::string out = std::to_string(year) + "-" + two_digits(month);
  if (day > 0) out += "-" + two_digits(day);
  return out;
}

bool is_ordinal_ending(std::string_view word) {
  const std::string lower = folded(word);
  return lower == "st" || lower == "nd" || lower == "rd" || lower == "th";
}

// The pieces of one line, looked at as a date from piece `i` on.
class DateReader {
 public:
  DateReader(std::string_view text, const std::vector<Piece>& pieces)
      : text_(text), pieces_(pieces) {}

  std::optional<FoundDate> at(std::size_t i) const {
    if (auto found = iso(i)) return found;
    if (auto found = day_first(i)) return found;
    return month_first(i);
  }

 private:
  int number(std::size_t i) const { return i < pieces_.size() ? number_of(pieces_[i].text) : -1; }
  int month(std::size_t i) const { return i < pieces_.size() ? month_of(pieces_[i].text) : 0; }
  bool is_year(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].text.size() == 4 && number(i) >= kFirstYear;
  }
  std::size_t end(std::size_t i) const { return pieces_[i].begin + pieces_[i].text.size(); }
  bool joined(std::size_t i, char by) const {
    return i + 1 < pieces_.size() && pieces_[i + 1].begin == end(i) + 1 && text_[end(i)] == by;
  }
  // Only blanks, commas and a full stop may stand between the parts of a date.
  bool near(std::size_t i) const {
    return i + 1 < pieces_.size() && pieces_[i + 1].begin - end(i) <= 3 &&
           text_.substr(end(i), pieces_[i + 1].begin - end(i)).find_first_not_of(" ,.") ==
               std::string_view::npos;
  }
  std::optional<FoundDate> made(int year, int month, int day, std::size_t first,
                                std::size_t last) const {
    std::string date = written(year, month, day);
    if (date.empty()) return std::nullopt;
    return FoundDate{std::move(date), pieces_[first].begin, end(last)};
  }

  // 2021-05-03
  std::optional<FoundDate> iso(std::size_t i) const {
    if (!is_year(i) || !joined(i, '-') || !joined(i + 1, '-') || pieces_[i + 1].text.size() != 2 ||
        pieces_[i + 2].text.size() != 2) {
      return std::nullopt;
    }
    return made(number(i), number(i + 1), number(i + 2), i, i + 2);
  }

  // 3 May 2021, 3rd May 2021
  std::optional<FoundDate> day_first(std::size_t i) const {
    const int day = number(i);
    if (day < 1 || day > 31) return std::nullopt;
    std::size_t m = i + 1;
    if (m < pieces_.size() && pieces_[m].begin == end(i) && is_ordinal_ending(pieces_[m].text)) ++m;
    if (!near(m - 1) || month(m) == 0 || !near(m) || !is_year(m + 1)) return std::nullopt;
    return made(number(m + 1), month(m), day, i, m + 1);
  }

  // May 3, 2021; May 3rd 2021; May 2021
  std::optional<FoundDate> month_first(std::size_t i) const {
    const int found = month(i);
    if (found == 0 || !near(i)) return std::nullopt;
    if (is_year(i + 1)) {
      // Behind a day that its month does not have, nothing is sure.
      const bool day_before = i > 0 && near(i - 1) && number(i - 1) > 0 && number(i - 1) < 100;
      return day_before ? std::nullopt : made(number(i + 1), found, 0, i, i + 1);
    }
    std::size_t d = i + 1;
    const int day = number(d);
    if (day < 1 || day > 31) return std::nullopt;
    if (d + 1 < pieces_.size() && pieces_[d + 1].begin == end(d) &&
        is_ordinal_ending(pieces_[d + 1].text)) {
      ++d;
    }
    if (!near(d) || !is_year(d + 1)) return std::nullopt;
    return made(number(d + 1), found, day, i, d + 1);
  }

  std::string_view text_;
  const std::vector<Piece>& pieces_;
};

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  if (text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(text);
  const DateReader reader(text, pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (auto found = reader.at(i)) return found;
  }
  return std::nullopt;
}

std::string date_of_field(std::string_view field) {
  field = trimmed(field);
  if (field.size() == 4 && number_of(field) >= kFirstYear) return std::string(field);
  if (field.size() == 7 && field[4] == '-') {
    return written(number_of(field.substr(0, 4)), number_of(field.substr(5, 2)), 0);
  }
  const auto found = find_date(field);
  return found ? found->date : std::string();
}

}  // namespace testudo::text
