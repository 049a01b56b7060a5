#include "english/time_context.h"

namespace testudo::english {
namespace {

// Years that a noun has before it, or a preposition that stands before counts as often.
constexpr int kFirstNearYear = 1800;
constexpr int kLastNearYear = 2099;
constexpr int kYearsOfCentury = 100;
// How far the head of a noun phrase is from a year in it.
constexpr std::uint32_t kNounReach = 4;

}  // namespace

bool TimeContext::stands(const TimeTerm& term, const TimeOpening& opening) {
  if (t_.is(term.begin - 1, TimeClass::kRecurrence)) return false;  // "every Monday"
  switch (term.form) {
    case TimeForm::Year:
    case TimeForm::Stretch:
      return !term.weak || year_stands(term, opening);
    case TimeForm::Month:
      return month_stands(term, opening);
    case TimeForm::Weekday:
      // "the Sunday Times"
      return !(t_.form(term.begin - 1) == t_.k.the && is_proper_noun(t_.tag(term.end)));
    case TimeForm::Season:
      if (!term.weak) return true;
      return opening.at != kNone && t_.tag(opening.at) == Tag::IN &&
             t_.form(opening.at) != t_.k.of && !is_noun(t_.tag(term.end));
    default:
      return true;
  }
}

// The head of the nouns behind a token, or kNone where none follow.
std::uint32_t TimeContext::noun_behind(std::uint32_t at) const {
  std::uint32_t head = kNone;
  for (std::uint32_t next = at; next < at + kNounReach; ++next) {
    const Tag tag = t_.tag(next);
    if (is_noun(tag)) {
      head = next;
    } else if (const bool participle = tag == Tag::VBG || tag == Tag::VBN;
               head != kNone || !(is_adjective(tag) || participle || t_.is_hyphen(next))) {
      break;
    }
  }
  return head;
}

// "By 2025 exports will …"
bool TimeContext::begins_clause(std::uint32_t at) const {
  return !t_.has(at - 1) || is_punctuation(t_.tag(at - 1));
}

// Whether four digits are a year and not a number.
bool TimeContext::year_stands(const TimeTerm& term, const TimeOpening& opening) const {
  const std::uint32_t before = term.begin - 1;
  const Tag previous = t_.tag(before);
  const int year = term.from.known() ? term.from.year : kFirstNearYear;
  const bool near = year >= kFirstNearYear && year <= kLastNearYear;
  if (previous == Tag::Dollar || previous == Tag::Hash) return false;
  if (t_.is(before, TimeClass::kNumbered) || t_.tag(term.end) == Tag::Dollar) return false;
  // "a 2000 year old custom", "the 1000-year reign"
  const std::uint32_t next = t_.is_hyphen(term.end) ? term.end + 1 : term.end;
  if (t_.word(next).unit == TimeUnit::Year) return false;
  const std::uint32_t noun = noun_behind(term.end);
  // "in 2019 people voted" has a year, "in 1900 cases" a number, "killed 2019 people", too.
  const bool opens = opening.at != kNone &&
                     (t_.is(opening.at, TimeClass::kYearOpener) || begins_clause(opening.at));
  const bool round = year % kYearsOfCentury == 0;
  if (noun != kNone && t_.is(noun, TimeClass::kCounted)) return opens && near && !round;
  const bool plural = noun != kNone && (t_.tag(noun) == Tag::NNS || t_.tag(noun) == Tag::NNPS) &&
                      !t_.is(noun, TimeClass::kEvent);
  if (opens) return !plural || near;
  if (opening.at != kNone) return near && !plural;
  if (t_.is(before, TimeClass::kApproximator)) return false;
  if (opening.continues) return true;
  if (t_.text(before) == "(" && (t_.text(term.end) == ")" || t_.is_dash(term.end))) return true;
  if (!near) return false;
  if (term.form == TimeForm::Stretch && noun == kNone && previous != Tag::CD) return true;
  if (t_.is_determiner(before) || is_adjective(previous)) return noun != kNone;
  if (noun != kNone) return !plural && previous != Tag::CD;
  // "2020 was a bad year."
  const bool first = !t_.has(before) || previous == Tag::OpenQuote;
  return first && (t_.tag(term.end) == Tag::VBZ || t_.form(term.end) == t_.k.was);
}

bool TimeContext::month_stands(const TimeTerm& term, const TimeOpening& opening) {
  const std::uint32_t before = term.begin - 1;
  const Tag next = t_.tag(term.end);
  if (term.from.known()) return true;
  if (!term.weak) {  // a person called April
    return opening.at != kNone || !is_proper_noun(next) || t_.is_determiner(before) ||
           t_.is(term.end, TimeClass::kBegins);
  }
  const bool verb = is_finite_verb(next) || next == Tag::MD;
  if (opening.at != kNone && t_.is(opening.at, TimeClass::kYearOpener)) {
    return !(verb && opening.relation != TimeRelation::At) && t_.tag(term.head) != Tag::MD;
  }
  if (is_name(term.head)) return false;
  if (opening.at != kNone) return !verb && next != Tag::POS && t_.form(opening.at) != t_.k.on;
  return t_.is_determiner(before) && is_common_noun(next);
}

// Whether the document speaks of somebody called May: the word behind another part of a name.
bool TimeContext::is_name(std::uint32_t at) {
  const auto month = static_cast<std::size_t>(t_.word(at).value) % names_.size();
  if (!names_[month]) {
    names_[month] = false;
    const Analysis& a = t_.analysis();
    const Symbol form = t_.form(at);
    for (std::size_t i = 1; i < a.symbols.size() && !*names_[month]; ++i) {
      if (a.symbols[i].form != form || !a.segmentation.tokens[i].space_before) continue;
      const auto token = static_cast<std::uint32_t>(i);
      names_[month] =
          is_proper_noun(a.tag(token)) && is_proper_noun(a.tag(token - 1)) &&
          !t_.words()[a.symbols[i - 1].form].is(TimeClass::kMonth | TimeClass::kWeekday);
    }
  }
  return *names_[month];
}

bool TimeContext::modifies(const TimeTerm& term, const TimeOpening& opening) const {
  if (t_.tag(term.end) == Tag::POS) return true;
  const std::uint32_t noun = noun_behind(term.end);
  if (noun == kNone) return false;
  if (t_.is_hyphen(term.end)) return false;
  const std::uint32_t before = term.begin - 1;
  if (t_.is_determiner(before)) return true;
  if (term.prefix != TimeRelation::At) return true;
  const bool by_year = term.form == TimeForm::Year || term.form == TimeForm::Stretch;
  return by_year && opening.at == kNone && term.form != TimeForm::Relative;
}

}  // namespace testudo::english
