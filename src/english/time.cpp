#include "english/time.h"

#include <array>
#include <cstdio>
#include <optional>

#include "english/vocabulary.h"

namespace testudo::english {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> kShortMonths = {
    "jan.", "feb.", "mar.", "apr.", "may", "jun.", "jul.", "aug.", "sept.", "oct.", "nov.", "dec."};

std::optional<int> number(std::string_view text, std::size_t least_digits,
                          std::size_t most_digits) {
  if (text.size() < least_digits || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

// A year of the kind that news speaks of; other four-digit numbers are counts.
std::optional<int> year(std::string_view text) {
  const auto value = number(text, 4, 4);
  return value && *value >= 1000 && *value <= 2199 ? value : std::nullopt;
}

std::optional<int> month(std::string_view text) {
  if (text.empty() || text.front() < 'A' || text.front() > 'Z') return std::nullopt;
  const std::string lower = to_lower(text);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kShortMonths[i] || (i == 8 && lower == "sep.")) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

int days_in(int y, int m) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
  return m == 2 && leap ? 29 : kDays[static_cast<std::size_t>(m) - 1];
}

std::string format(int y, std::optional<int> m, std::optional<int> d) {
  std::array<char, 48> buffer{};
  if (d) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", y, *m, *d);
  } else if (m) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", y, *m);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d", y);
  }
  return buffer.data();
}

class TimeFinder {
 public:
  explicit TimeFinder(Analysis& analysis) : a_(analysis) {}

  void run(TokenSpan sentence) {
    sentence_ = sentence;
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      const std::uint32_t end = add(at);
      at = end == kNone ? at + 1 : end;
    }
  }

 private:
  std::string_view text(std::uint32_t at) const {
    return at < sentence_.end ? a_.text(at) : std::string_view();
  }

  std::uint32_t add(std::uint32_t at) {
    const char first = text(at).front();
    if (first >= '0' && first <= '9') {
      if (const std::uint32_t end = day_month_year(at); end != kNone) return end;
      return plain_year(at);
    }
    return month_year(at);
  }

  std::uint32_t keep(std::uint32_t begin, std::uint32_t end, TimeKind kind, std::string value) {
    a_.times.push_back({{begin, end}, kind, std::move(value)});
    return end;
  }

  // "3 May 2021"
  std::uint32_t day_month_year(std::uint32_t at) {
    const auto d = number(text(at), 1, 2);
    if (!d) return kNone;
    const auto m = month(text(at + 1));
    const auto y = m ? year(text(at + 2)) : std::nullopt;
    if (!y || *d < 1 || *d > days_in(*y, *m)) return kNone;
    return keep(at, at + 3, TimeKind::Date, format(*y, m, d));
  }

  // "May 3, 2021", "May 3 2021", "May 2021", "May of 2021"
  std::uint32_t month_year(std::uint32_t at) {
    const auto m = month(text(at));
    if (!m) return kNone;
    std::uint32_t next = at + 1;
    if (const auto d = number(text(next), 1, 2)) {
      ++next;
      if (text(next) == ",") ++next;
      const auto y = year(text(next));
      if (!y || *d < 1 || *d > days_in(*y, *m)) return kNone;
      return keep(at, next + 1, TimeKind::Date, format(*y, m, d));
    }
    if (text(next) == "," || text(next) == "of") ++next;
    const auto y = year(text(next));
    if (!y) return kNone;
    return keep(at, next + 1, TimeKind::YearMonth, format(*y, m, std::nullopt));
  }

  // A bare year counts only behind a word that makes it a time: "in 2019", not "2019 people".
  std::uint32_t plain_year(std::uint32_t at) {
    const auto y = year(text(at));
    if (!y || at == sentence_.begin) return kNone;
    static constexpr std::array<std::string_view, 16> kBefore = {
        "in",    "since",  "by",   "until", "till",   "from",   "of",     "during",
        "after", "before", "late", "early", "spring", "summer", "autumn", "winter"};
    const std::string before = to_lower(text(at - 1));
    for (const std::string_view word : kBefore) {
      if (before == word) return keep(at, at + 1, TimeKind::Year, format(*y, {}, {}));
    }
    return kNone;
  }

  Analysis& a_;
  TokenSpan sentence_;
};

}  // namespace

void find_times(Analysis& analysis) {
  analysis.times.clear();
  TimeFinder finder(analysis);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_time = static_cast<std::uint32_t>(analysis.times.size());
    finder.run(sentence.tokens);
    sentence.last_time = static_cast<std::uint32_t>(analysis.times.size());
  }
}

}  // namespace testudo::english
