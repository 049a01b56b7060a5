#include "english/time_lengths.h"

namespace testudo::english {
namespace {

constexpr int kOne = 2;  // in halves
constexpr int kHalf = 1;
constexpr int kMostAdditions = 2;

bool is_old(const TimeTokens& t, std::uint32_t at) {
  return t.form(at) == t.k.old || (t.is_hyphen(at) && t.form(at + 1) == t.k.old);
}

// Where "-long" ends, or `at`.
std::uint32_t behind_long(const TimeTokens& t, std::uint32_t at) {
  return t.is_hyphen(at) && t.form(at + 1) == t.k.long_ ? at + 2 : at;
}

bool is_recurrent(const TimeTokens& t, const TimeLengthTerm& term) {
  if (t.is(term.begin - 1, TimeClass::kRecurrence)) return true;
  if (t.is(term.end, TimeClass::kRecurrence)) return true;
  // "three days a week"
  return (t.form(term.end) == t.k.a || t.form(term.end) == t.k.an) &&
         t.is(term.end + 1, TimeClass::kUnit) && !t.is(term.end + 2, TimeClass::kFollower);
}

// "a year and a half"
void add_half(const TimeTokens& t, TimeLengthTerm& term) {
  if (term.length.halves == 0 || t.form(term.end) != t.k.and_) return;
  if (t.form(term.end + 1) != t.k.a || t.form(term.end + 2) != t.k.half) return;
  term.end += 3;
  ++term.length.halves;
}

std::optional<TimeLengthTerm> counted(const TimeTokens& t, std::uint32_t at) {
  const auto count = t.count(at);
  if (!count) return std::nullopt;
  std::uint32_t next = count->end;
  TimeLengthTerm out;
  out.begin = at;
  out.length.halves = count->halves;
  if (t.is_hyphen(next) && t.is_unit(next + 1)) {
    if (is_old(t, next + 2)) return std::nullopt;  // an age
    out.head = next + 1;
    out.end = behind_long(t, next + 2);
    out.modifier = true;
  } else {
    for (int i = 0; i < kMostAdditions && t.is(next, TimeClass::kAddition); ++i) ++next;
    if (!t.is_unit(next) || is_old(t, next + 1)) return std::nullopt;
    out.head = next;
    out.end = next + 1;
    const bool singular = !t.is(next, TimeClass::kPluralUnit);
    const bool one = count->halves == kOne;
    if (singular && !one) {  // "a two week truce"
      if (!is_noun(t.tag(next + 1))) return std::nullopt;
      out.modifier = true;
    }
    // "one day" is some day; "1 year" is one year.
    out.weak = one && t.is(at, TimeClass::kNumber);
    add_half(t, out);
  }
  out.length.unit = t.word(out.head).unit;
  const std::uint32_t before = out.begin - 1;
  if (t.is(before, TimeClass::kAddition)) {  // "another five years", "a further 30 days"
    --out.begin;
    if (t.form(before - 1) == t.k.a || t.form(before - 1) == t.k.an) --out.begin;
  } else if (count->halves == 0 && t.form(before) == t.k.a) {
    --out.begin;  // "a few days"
  } else if (t.is(at, TimeClass::kNumber) && t.word(at).value >= 100 && t.form(before) == t.k.a) {
    --out.begin;  // "a hundred years"
  }
  return out;
}

std::optional<TimeLengthTerm> uncounted(const TimeTokens& t, std::uint32_t at) {
  if (!t.is_unit(at) || is_old(t, at + 1)) return std::nullopt;
  TimeLengthTerm out;
  out.begin = at;
  out.head = at;
  out.end = at + 1;
  out.length = {kOne, t.word(at).unit};
  const bool plural = t.is(at, TimeClass::kPluralUnit);
  if (const std::uint32_t end = behind_long(t, at + 1); end > at + 1) {  // "a month-long siege"
    out.end = end;
    out.modifier = true;
    if (plural) out.length.halves = 0;
    return out;
  }
  out.weak = true;
  const std::uint32_t before = at - 1;
  if (plural) {  // "for years", "decades later"
    out.length.halves = 0;
    return out;
  }
  if (t.is(before, TimeClass::kArticle)) {
    out.begin = before;
    if (t.form(before - 1) == t.k.half) {
      out.begin = before - 1;
      out.length.halves = kHalf;
    }
    // "another year" says of itself that it is a duration; "one year" may be any.
    out.weak = out.length.halves == kOne && !t.is(before, TimeClass::kAddition);
    add_half(t, out);
    return out;
  }
  if (t.is(before, TimeClass::kAddition) &&
      (t.form(before - 1) == t.k.a || t.form(before - 1) == t.k.an)) {  // "a full year"
    out.begin = before - 1;
    add_half(t, out);
    return out;
  }
  if (t.form(before) == t.k.the) {
    out.begin = before;
    out.with_the = true;
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimeLengthTerm> read_length(const TimeTokens& tokens, std::uint32_t at) {
  auto found = tokens.is(at, TimeClass::kUnit) ? uncounted(tokens, at) : counted(tokens, at);
  if (found && is_recurrent(tokens, *found)) return std::nullopt;
  return found;
}

}  // namespace testudo::english
