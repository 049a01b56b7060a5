#include "english/time_tokens.h"

namespace testudo::english {
namespace {

constexpr int kGreatestCount = 9999;

// "1,000" and "12" in halves; "1.5" is 3; 0 for other fractions, -1 for what is no number.
int halves_of(std::string_view text) {
  int value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      const std::string_view fraction = text.substr(i + 1);
      if (digits_of(fraction) < 0) return -1;
      return fraction == "5" ? 2 * value + 1 : 0;
    }
    if (c == ',' && i > 0) continue;
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
    if (value > kGreatestCount) return 0;
  }
  return text.empty() ? -1 : 2 * value;
}

}  // namespace

int digits_of(std::string_view text) {
  if (text.empty() || text.size() > 8) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  return value;
}

bool TimeTokens::is_unit(std::uint32_t at) const {
  if (!is(at, TimeClass::kUnit)) return false;
  if (!capital(at)) return true;
  const std::uint32_t next = tag(at + 1) == Tag::POS ? at + 2 : at + 1;
  return !(capital(next) && is_proper_noun(tag(next)));
}

int TimeTokens::number(std::uint32_t at, std::size_t least_digits, std::size_t most_digits) const {
  const std::string_view token = text(at);
  if (token.size() < least_digits || token.size() > most_digits) return -1;
  return digits_of(token);
}

std::optional<TimeCount> TimeTokens::plain_count(std::uint32_t at) const {
  const std::string_view token = text(at);
  if (token.empty()) return std::nullopt;
  if (token.front() >= '0' && token.front() <= '9') {
    const int halves = halves_of(token);
    if (halves < 0) return std::nullopt;
    return TimeCount{at + 1, halves};
  }
  const TimeWord& first = word(at);
  if (first.is(TimeClass::kVagueCount)) {
    return TimeCount{form(at + 1) == k.of ? at + 2 : at + 1, 0};
  }
  if (!first.is(TimeClass::kNumber)) return std::nullopt;
  int value = first.value;
  std::uint32_t end = at + 1;
  if (value >= 20 && value <= 90 && is_hyphen(end) && is(end + 1, TimeClass::kNumber) &&
      word(end + 1).value < 10) {
    value += word(end + 1).value;
    end += 2;
  }
  while (is(end, TimeClass::kNumber) && (word(end).value >= 100 || word(end).value == 12)) {
    value *= word(end++).value;  // two hundred, three dozen
    if (value > kGreatestCount) return TimeCount{end, 0};
  }
  return TimeCount{end, 2 * value};
}

std::optional<TimeCount> TimeTokens::count(std::uint32_t at) const {
  auto first = plain_count(at);
  if (!first) return std::nullopt;
  const std::uint32_t next = first->end;
  if (first->halves > 0 && form(next) == k.and_ && form(next + 1) == k.a &&
      form(next + 2) == k.half) {
    return TimeCount{next + 3, first->halves + 1};
  }
  if (form(next) == k.to || form(next) == k.or_ || is_dash(next)) {
    if (const auto second = plain_count(next + 1)) return TimeCount{second->end, 0};
  }
  return first;
}

std::optional<std::pair<int, std::uint32_t>> TimeTokens::ordinal(std::uint32_t at) const {
  const std::string_view token = text(at);
  if (token.size() >= 3 && token.size() <= 4 && token.front() >= '0' && token.front() <= '9') {
    const std::string_view ending = token.substr(token.size() - 2);
    const int value = digits_of(token.substr(0, token.size() - 2));
    const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (!ordinal || value <= 0) return std::nullopt;
    return std::pair{value, at + 1};
  }
  const TimeWord& first = word(at);
  if (first.is(TimeClass::kOrdinal)) return std::pair{int{first.value}, at + 1};
  if (first.is(TimeClass::kNumber) && first.value >= 20 && first.value <= 90 && is_hyphen(at + 1) &&
      is(at + 2, TimeClass::kOrdinal) && word(at + 2).value < 10) {
    return std::pair{first.value + word(at + 2).value, at + 3};
  }
  return std::nullopt;
}

}  // namespace testudo::english
