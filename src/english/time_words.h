// The words that times are made of, by symbol.
//   const TimeWords words(lists, vocabulary);
//   const TimeWord& word = words[symbol]; if (word.is(TimeClass::kMonth)) use(word.value);
// The lists are in ontology/english/time.ttl, where each is explained. Built while a pack is
// loaded, then read by any number of threads.
#pragma once

#include <cstdint>
#include <vector>

#include "english/calendar.h"
#include "english/word_lists.h"

namespace testudo::english {

// Bits of a set; each names the list time-… that it is read from.
struct TimeClass {
  static constexpr std::uint32_t kMonth = 1U << 0;           // months: value 1 to 12
  static constexpr std::uint32_t kAmbiguousMonth = 1U << 1;  // ambiguous-months
  static constexpr std::uint32_t kShortMonth = 1U << 2;      // short-months: value 1 to 12
  static constexpr std::uint32_t kWeekday = 1U << 3;         // weekdays: value 1 to 7
  static constexpr std::uint32_t kShortWeekday = 1U << 4;    // short-weekdays: value 1 to 7
  static constexpr std::uint32_t kEpithet = 1U << 5;         // weekday-epithets
  static constexpr std::uint32_t kSeason = 1U << 6;          // seasons: value is its first month
  static constexpr std::uint32_t kUnit = 1U << 7;            // units: unit is set
  static constexpr std::uint32_t kPluralUnit = 1U << 8;      // … that is in the plural
  static constexpr std::uint32_t kNumber = 1U << 9;          // numbers: value
  static constexpr std::uint32_t kOrdinal = 1U << 10;        // ordinals: value
  static constexpr std::uint32_t kDecade = 1U << 11;         // decades: value 20 to 90
  static constexpr std::uint32_t kDay = 1U << 12;            // days: value in days from today
  static constexpr std::uint32_t kShift = 1U << 13;          // shifts: value -1, 0, 1
  static constexpr std::uint32_t kStep = 1U << 14;           // steps: value -1, 1
  static constexpr std::uint32_t kSame = 1U << 15;           // same
  static constexpr std::uint32_t kPart = 1U << 16;           // parts
  static constexpr std::uint32_t kEdge = 1U << 17;           // edges: value 2 or 4 where counted
  static constexpr std::uint32_t kDayPart = 1U << 18;        // day-parts
  static constexpr std::uint32_t kWeekend = 1U << 19;        // weekends
  static constexpr std::uint32_t kVagueCount = 1U << 20;     // vague-counts
  static constexpr std::uint32_t kApproximator = 1U << 21;   // approximators
  static constexpr std::uint32_t kAddition = 1U << 22;       // additions
  static constexpr std::uint32_t kArticle = 1U << 23;        // articles
  static constexpr std::uint32_t kPreposition = 1U << 24;    // before a point: relation
  static constexpr std::uint32_t kYearOpener = 1U << 25;     // year-openers
  static constexpr std::uint32_t kRecurrence = 1U << 26;     // recurrence
  static constexpr std::uint32_t kCounted = 1U << 27;        // counted
  static constexpr std::uint32_t kEvent = 1U << 28;          // events
  static constexpr std::uint32_t kNumbered = 1U << 29;       // numbered
  static constexpr std::uint32_t kFuture = 1U << 30;         // future
  static constexpr std::uint32_t kFollower = 1U << 31;       // behind a duration: following

  // What an expression can begin with, digits aside.
  static constexpr std::uint32_t kBegins = kMonth | kShortMonth | kWeekday | kShortWeekday |
                                           kSeason | kUnit | kNumber | kOrdinal | kDecade | kDay |
                                           kShift | kStep | kSame | kPart | kEdge | kVagueCount;
};

struct TimeWord {
  std::uint32_t classes = 0;
  std::int16_t value = 0;
  TimeUnit unit = TimeUnit::None;
  TimeRelation relation = TimeRelation::At;          // as a preposition before a point
  TimeRelation length_relation = TimeRelation::For;  // … before a duration
  TimeRelation following = TimeRelation::For;        // … behind a duration
  bool before_length = false;                        // is a preposition of durations

  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

// Words of the grammar itself, which are no lists.
struct TimeKeywords {
  Symbol the, of, in, on, a, an, and_, or_, to, from, between, than, half, long_, old, now, today,
      before, after, last, next, have, year, week, was, past;
};

class TimeWords {
 public:
  TimeWords(const WordLists& lists, Vocabulary& vocabulary);

  // O(1). None and words of no list have no class.
  const TimeWord& operator[](Symbol symbol) const {
    const auto at = static_cast<std::size_t>(symbol);
    return at < words_.size() ? words_[at] : words_[0];
  }
  const TimeKeywords& keywords() const { return keywords_; }

  // The relation of a preposition of two words, "as of", or nullptr.
  const TimeRelation* pair(Symbol first, Symbol second) const;
  // The relation of a word part before a hyphen, "post" in "post-2015", or nullptr. O(length).
  const TimeRelation* prefix(std::string_view lower) const;

 private:
  TimeWord& word(Symbol symbol);
  void add(const WordLists& lists, const char* name, std::uint32_t classes, Vocabulary& vocabulary);
  void add_units(const WordLists& lists, Vocabulary& vocabulary);
  void add_relations(const WordLists& lists, Vocabulary& vocabulary);

  std::vector<TimeWord> words_;  // by symbol; [0] is no word
  std::vector<std::pair<TimeRelation, SymbolPairs>> pairs_;
  std::vector<std::pair<TimeRelation, std::string>> prefixes_;
  TimeKeywords keywords_;
};

}  // namespace testudo::english
