#include "english/time.h"

#include <array>

#include "english/time_context.h"
#include "english/time_lengths.h"
#include "english/time_tense.h"

namespace testudo::english {
namespace {

// With the tense open, a month so near behind is meant, and none farther off.
constexpr int kNearMonths = 6;
constexpr int kMonthsOfYear = 12;
constexpr int kDaysOfWeek = 7;

class Scan {
 public:
  Scan(Analysis& analysis, const TimeWords& words)
      : a_(analysis),
        t_(analysis, words),
        today_(parse_point(analysis.document->metadata.date)),
        terms_(t_, today_),
        context_(t_) {}

  void run(TokenSpan sentence) {
    t_.enter(sentence);
    last_end_ = sentence.begin;
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      if (!may_begin(at)) {
        ++at;
        continue;
      }
      const std::uint32_t end = add(at);
      at = end == kNone ? at + 1 : end;
    }
  }

 private:
  // A quick look that most words end with.
  bool may_begin(std::uint32_t at) const {
    return t_.words()[a_.symbols[at].form].is(TimeClass::kBegins) || t_.may_have_digits(at);
  }

  // Adds what begins at a token; returns its end, or kNone where nothing does.
  std::uint32_t add(std::uint32_t at) {
    if (auto term = terms_.read(at)) {
      const std::uint32_t end = add_term(*term);
      if (end != kNone) return end;
    }
    if (const auto length = read_length(t_, at)) return add_length(*length);
    return kNone;
  }

  // ---- terms

  std::uint32_t add_term(TimeTerm term) {
    const bool the = t_.form(term.begin - 1) == t_.k.the && term.begin > last_end_;
    if (term.needs_the && !the) return kNone;
    if (term.takes_the && the) --term.begin;
    const TimeOpening opening = opening_before(term.begin);
    const bool range = extend(term, opening);
    if (!context_.stands(term, opening)) return kNone;
    const TimeTense tense = needs_tense(term) ? tense_of(term, opening) : TimeTense::Open;
    if (term.this_period && tense == TimeTense::Past) term.set(CalendarPoint{});
    if (!range) resolve(term, tense);

    TimeExpression out;
    out.span = {term.begin, term.end};
    out.head = term.head;
    out.approximate = opening.approximate;
    out.modifier = context_.modifies(term, opening);
    if (!out.modifier || t_.tag(term.begin - 1) == Tag::IN) {
      out.preposition = opening.at;
      out.relation = opening.relation;
    }
    if (term.prefix != TimeRelation::At) out.relation = term.prefix;
    const Symbol preposition = t_.form(out.preposition);
    if (term.interval && (preposition == t_.k.from || preposition == t_.k.between)) {
      out.relation = TimeRelation::During;
    }
    if (term.form == TimeForm::Step) {
      out.value = format_length(term.length);
      out.kind = out.value.empty() ? TimeKind::Unresolved : TimeKind::Duration;
      out.relation = term.sign < 0 ? TimeRelation::Earlier : TimeRelation::Later;
    } else {
      name(out, {term.from, term.to}, term.interval);
    }
    return keep(std::move(out));
  }

  // Kind, value and bounds of what the words name.
  static void name(TimeExpression& out, const CalendarStretch& named, bool interval) {
    if (!named.known()) {
      out.kind = TimeKind::Unresolved;
      return;
    }
    out.kind = interval ? TimeKind::Interval : kind_of(named.from);
    if (!interval) out.value = format_point(named.from);
    const auto bound = [](const CalendarPoint& p) {
      return TimeBound{kind_of(p), format_point(p)};
    };
    switch (out.relation) {
      case TimeRelation::Since:
        out.begin = bound(named.from);
        break;
      case TimeRelation::After:
        out.begin = bound(named.to);
        break;
      case TimeRelation::Until:
      case TimeRelation::By:
        out.end = bound(named.to);
        break;
      case TimeRelation::Before:
        out.end = bound(named.from);
        break;
      default:
        if (!interval) break;
        out.begin = bound(named.from);
        out.end = bound(named.to);
    }
  }

  std::uint32_t keep(TimeExpression expression) {
    last_end_ = expression.span.end;
    a_.times.push_back(std::move(expression));
    return last_end_;
  }

  // The preposition before a token, words that make it rough stepped over: "since at least 2014".
  TimeOpening opening_before(std::uint32_t begin) const {
    TimeOpening out;
    std::uint32_t at = begin - 1;
    if (continues(begin)) {
      const TimeExpression& before = a_.times.back();
      out.at = before.preposition;
      out.relation = before.relation;
      out.continues = true;
      return out;
    }
    if (t_.is(at, TimeClass::kApproximator) && !t_.word(at).is(TimeClass::kPreposition)) {
      const bool least = t_.tag(at) == Tag::JJS || t_.tag(at) == Tag::RBS;
      const std::uint32_t before = least ? at - 2 : at - 1;
      if (t_.is(before, TimeClass::kPreposition)) {
        out.approximate = true;
        at = before;
      }
    } else if (t_.word(at).is(TimeClass::kApproximator) &&
               t_.word(at - 1).is(TimeClass::kYearOpener)) {  // "since around 2014"
      out.approximate = true;
      --at;
    }
    if (at < last_end_ || !t_.has(at)) return out;
    if (const TimeRelation* pair = t_.words().pair(t_.form(at - 1), t_.form(at))) {
      out.at = at;
      out.relation = *pair;
    } else if (const TimeWord& w = t_.word(at); w.is(TimeClass::kPreposition)) {
      out.at = at;
      out.relation = w.relation;
      out.approximate =
          out.approximate || (w.is(TimeClass::kApproximator) && w.relation == TimeRelation::At);
      // "a letter from 2015" is of then; "applies from 2015" is since then.
      if (t_.form(at) == t_.k.from && is_common_noun(t_.tag(at - 1))) {
        out.relation = TimeRelation::At;
      }
    }
    return out;
  }

  // Whether a token goes on with a list whose last member was found: "in 2014, 2015 and 2016".
  bool continues(std::uint32_t at) const {
    if (a_.times.empty() || last_end_ <= t_.sentence().begin || at <= last_end_) return false;
    const TimeExpression& before = a_.times.back();
    if (before.span.end != last_end_ || at - last_end_ > 2) return false;
    if (before.kind == TimeKind::Duration || before.relation > TimeRelation::After) return false;
    for (std::uint32_t i = last_end_; i < at; ++i) {
      const bool comma = t_.text(i) == "," && i == last_end_;
      if (!comma && t_.form(i) != t_.k.and_ && t_.form(i) != t_.k.or_) return false;
    }
    return true;
  }

  // ---- ranges

  // Takes the second term of a range in; returns whether there is one.
  bool extend(TimeTerm& term, const TimeOpening& opening) const {
    const std::uint32_t joint = term.end;
    const bool from = opening.at != kNone && t_.form(opening.at) == t_.k.from;
    const bool between = opening.at != kNone && t_.form(opening.at) == t_.k.between;
    const bool dash = t_.is_dash(joint);
    const bool and_ = t_.form(joint) == t_.k.and_;
    const bool to = t_.form(joint) == t_.k.to || t_.word(joint).relation == TimeRelation::Until;
    if (term.form == TimeForm::Step || term.form == TimeForm::Same) return false;
    if (!dash && !(and_ && between) && !(to && (from || opening.at == kNone))) {
      // "in January and February 2020": the year is both's.
      if (and_ && term.is_bare() && term.form == TimeForm::Month) {
        if (const auto next = terms_.read(joint + 1);
            next && next->form == TimeForm::Month && next->from.known()) {
          share_year(term, *next);
        }
      }
      return false;
    }
    std::uint32_t at = joint + 1;
    if (t_.form(at) == t_.k.the) ++at;
    auto second = terms_.read(at);
    if (!second || second->form == TimeForm::Step || second->form == TimeForm::Same) return false;
    const bool alike = second->form == term.form || (is_dated(term) && is_dated(*second));
    if (!alike && !(from && to) && !(between && and_)) return false;
    if (is_dated(term) && is_dated(*second)) share_year(term, *second);
    if (!order(term, *second)) return false;
    term.weak = term.weak && second->weak;
    term.to = second->to;
    term.end = second->end;
    term.form = TimeForm::Stretch;
    term.interval = true;
    return true;
  }

  static bool is_dated(const TimeTerm& term) {
    return term.form == TimeForm::Date || term.form == TimeForm::Month ||
           term.form == TimeForm::Year;
  }

  // "from March to May 2020": a month without a year takes the second's, or the year before.
  static void share_year(TimeTerm& first, const TimeTerm& second) {
    if (!first.is_bare() || !second.from.known() || second.from.month == 0) return;
    const bool before = first.from.month > second.from.month;
    first.from.year = first.to.year = second.from.year - (before ? 1 : 0);
  }

  // Resolves both ends of a range so that they follow each other; false where they cannot.
  bool order(TimeTerm& first, TimeTerm& second) const {
    if (first.is_bare() || second.is_bare()) {
      const TimeTense tense = tense_at(t_, {first.begin, second.end});
      if (tense == TimeTense::Future) {
        nearest(first, today_, 1);
        nearest(second, first.from, 1);
      } else {
        resolve(second, tense);
        nearest(first, second.from, -1);
      }
      if (!first.from.known() || !second.to.known()) first.from = second.to = CalendarPoint{};
      return true;
    }
    if (!first.from.known() || !second.to.known()) {
      first.from = second.to = CalendarPoint{};
      return true;
    }
    const auto key = [](const CalendarPoint& p) { return 10000 * p.year + 100 * p.month + p.day; };
    return first.from.year < second.to.year ||
           (first.from.year == second.to.year &&
            (second.to.month == 0 || first.from.month == 0 || key(first.from) < key(second.to)));
  }

  // ---- tense

  static bool needs_tense(const TimeTerm& term) { return term.is_bare() || term.this_period; }

  TimeTense tense_of(const TimeTerm& term, const TimeOpening& opening) const {
    const bool begins = opening.relation == TimeRelation::Since;
    if (begins && t_.is(opening.at, TimeClass::kYearOpener)) return TimeTense::Past;  // "since"
    const TimeTense told = tense_at(t_, {term.begin, term.end});
    const bool limit =
        begins || opening.relation == TimeRelation::Until || opening.relation == TimeRelation::By;
    // "has until Friday", "holds from Friday", "gave them until Friday to leave"
    if (limit && (told == TimeTense::Open || t_.tag(term.end) == Tag::TO)) return TimeTense::Future;
    return told;
  }

  void resolve(TimeTerm& term, TimeTense tense) const {
    if (!term.is_bare()) return;
    if (term.form == TimeForm::Weekday || tense != TimeTense::Open) {
      nearest(term, today_, tense == TimeTense::Future ? 1 : -1);
      return;
    }
    // Nothing tells which: the last one only if it is clearly the nearer.
    nearest(term, today_, -1);
    if (!term.from.known()) return;
    const int months =
        kMonthsOfYear * (today_.year - term.from.year) + today_.month - term.from.month;
    if (months >= kNearMonths) term.set(CalendarPoint{});
  }

  // Gives a bare term the last place not after (sign -1) or the next not before another point.
  static void nearest(TimeTerm& term, const CalendarPoint& point, int sign) {
    if (!term.is_bare()) return;
    const int month = term.from.month;
    const int day = term.form == TimeForm::Date ? term.to.day : 0;
    if (term.form == TimeForm::Weekday) {
      if (point.day == 0) return;
      const int ahead = (term.weekday - weekday_of(point) + kDaysOfWeek) % kDaysOfWeek;
      term.set(add_days(point, sign > 0 || ahead == 0 ? ahead : ahead - kDaysOfWeek));
      return;
    }
    const bool same_month_counts = day == 0 || point.day != 0 || point.month != month;
    if (point.month == 0 || !same_month_counts) {
      term.set(CalendarPoint{});
      return;
    }
    const int here = 100 * point.month + (day != 0 ? point.day : 0);
    const int there = 100 * month + day;
    int year = point.year;
    if (sign < 0 && there > here) --year;
    if (sign > 0 && there < here) ++year;
    term.from.year = term.to.year = year;
    if (!exists(term.from) || !exists(term.to)) term.set(CalendarPoint{});  // 29 February
  }

  // ---- durations

  std::uint32_t add_length(const TimeLengthTerm& term) {
    TimeExpression out;
    out.span = {term.begin, term.end};
    out.head = term.head;
    out.modifier = term.modifier || t_.tag(term.end) == Tag::POS;
    out.relation = TimeRelation::For;
    out.kind = TimeKind::Duration;
    out.value = format_length(term.length);
    if (out.value.empty()) out.kind = TimeKind::Unresolved;
    if (term.modifier) return keep(std::move(out));
    std::uint32_t before = rough(out);
    const TimeWord& follower = t_.word(term.end);
    const bool follows = follower.is(TimeClass::kFollower) && t_.form(term.end + 1) != t_.k.than;
    if (term.with_the && !(follows && (follower.following == TimeRelation::Before ||
                                       follower.following == TimeRelation::After))) {
      return kNone;
    }
    if (follows) return add_followed(out, term.length, follower.following);
    if (t_.form(term.end) == t_.k.from &&
        (t_.form(term.end + 1) == t_.k.now || t_.form(term.end + 1) == t_.k.today)) {
      out.span.end = term.end + 2;
      return count_out(out, term.length, 1);
    }
    // "a quarter of the voters", "rose by a quarter"
    if (term.weak && term.length.unit == TimeUnit::Quarter) return kNone;
    if (t_.form(before) == t_.k.the && before > last_end_) {  // "in the 18 months since"
      out.span.begin = before;
      --before;
    }
    const TimeWord& opener = t_.word(before);
    const bool age = t_.is(before, TimeClass::kAge) ||
                     (t_.form(before) == t_.k.of && t_.is(before - 1, TimeClass::kAge));
    if (age) return kNone;
    if (opener.before_length && before >= last_end_) {
      out.preposition = before;
      out.relation = opener.length_relation;
      return keep(std::move(out));
    }
    const bool lasting =
        is_verb(t_.tag(before)) && t_.words()[t_.lemma(before)].is(TimeClass::kLasting);
    const bool of = term.length.halves > 0 && t_.form(term.end) == t_.k.of;  // "a year of war"
    if (term.weak && !out.approximate && !lasting && !of) return kNone;
    return keep(std::move(out));
  }

  // Takes in what makes a number rough ("more than", "about"); returns the token before that.
  std::uint32_t rough(TimeExpression& out) const {
    std::uint32_t before = out.span.begin - 1;
    const TimeWord& w = t_.word(before);
    const TimeRelation* pair = t_.words().pair(t_.form(before - 1), t_.form(before));
    if (pair != nullptr && *pair == TimeRelation::Until && before > last_end_) {  // "up to"
      out.approximate = true;
      out.span.begin = before - 1;
      return before - 2;
    }
    if (!w.is(TimeClass::kApproximator) || before < last_end_) return before;
    // "over", "under" and "around" before a duration are prepositions, unless another stands there
    // or it is counted back.
    const bool two =
        t_.form(before) == t_.k.than || t_.tag(before) == Tag::JJS || t_.tag(before) == Tag::RBS;
    const std::uint32_t first = two ? before - 1 : before;
    if (w.before_length && !t_.word(first - 1).before_length &&
        t_.word(out.span.end).following != TimeRelation::Ago) {
      return before;
    }
    if (first < last_end_ || !t_.has(first)) return before;
    out.approximate = true;
    out.span.begin = first;
    return first - 1;
  }

  std::uint32_t add_followed(TimeExpression& out, TimeLength length, TimeRelation following) {
    const std::uint32_t follower = out.span.end;
    switch (following) {
      case TimeRelation::Ago:
        out.span.end = follower + 1;
        return count_out(out, length, -1);
      case TimeRelation::Before:
      case TimeRelation::After: {
        // "the day before" with nothing behind it counts from the time last spoken of.
        const bool before = following == TimeRelation::Before;
        out.relation = following;
        if (is_punctuation(t_.tag(follower + 1)) || !t_.has(follower + 1)) {
          out.span.end = follower + 1;
          out.relation = before ? TimeRelation::Earlier : TimeRelation::Later;
        }
        return keep(std::move(out));
      }
      default:
        out.span.end = follower + 1;
        out.relation = following;
        return keep(std::move(out));
    }
  }

  // "two years ago" is a year where the article's date is known.
  std::uint32_t count_out(TimeExpression& out, TimeLength length, int sign) {
    const TimeOpening opening = opening_before(out.span.begin);
    const CalendarStretch there = step(today_, length, sign);
    out.preposition = opening.at;
    if (!there.known()) {
      out.relation = sign < 0 ? TimeRelation::Ago : TimeRelation::Later;
      return keep(std::move(out));
    }
    out.value.clear();
    out.relation = opening.relation;
    name(out, there, !(there.from == there.to));
    return keep(std::move(out));
  }

  Analysis& a_;
  TimeTokens t_;
  CalendarPoint today_;
  TimeTermReader terms_;
  TimeContext context_;
  std::uint32_t last_end_ = 0;  // of the last expression, or the sentence's begin
};

}  // namespace

std::string_view to_string(TimeKind kind) {
  switch (kind) {
    case TimeKind::Date:
      return "date";
    case TimeKind::YearMonth:
      return "month";
    case TimeKind::Year:
      return "year";
    case TimeKind::Duration:
      return "duration";
    case TimeKind::Interval:
      return "interval";
    case TimeKind::Unresolved:
      return "unresolved";
  }
  return "unresolved";
}

std::string_view to_string(TimeRelation relation) {
  constexpr std::array<std::string_view, 12> kNames = {"at",     "during", "since",   "until",
                                                       "by",     "before", "after",   "for",
                                                       "within", "later",  "earlier", "ago"};
  return kNames[static_cast<std::size_t>(relation)];
}

TimeFinder::TimeFinder(const WordLists& lists, Vocabulary& vocabulary)
    : words_(lists, vocabulary) {}

void TimeFinder::find(Analysis& analysis) const {
  analysis.times.clear();
  Scan scan(analysis, words_);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_time = static_cast<std::uint32_t>(analysis.times.size());
    scan.run(sentence.tokens);
    sentence.last_time = static_cast<std::uint32_t>(analysis.times.size());
  }
}

}  // namespace testudo::english
