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
  static constexpr std::uint64_t kMonth = 1ULL << 0;           // months: value 1 to 12
  static constexpr std::uint64_t kAmbiguousMonth = 1ULL << 1;  // ambiguous-months
  static constexpr std::uint64_t kShortMonth = 1ULL << 2;      // short-months: value 1 to 12
  static constexpr std::uint64_t kWeekday = 1ULL << 3;         // weekdays: value 1 to 7
  static constexpr std::uint64_t kShortWeekday = 1ULL << 4;    // short-weekdays: value 1 to 7
  static constexpr std::uint64_t kEpithet = 1ULL << 5;         // weekday-epithets
  static constexpr std::uint64_t kSeason = 1ULL << 6;          // seasons: value is its first month
  static constexpr std::uint64_t kUnit = 1ULL << 7;            // units: unit is set
  static constexpr std::uint64_t kPluralUnit = 1ULL << 8;      // … that is in the plural
  static constexpr std::uint64_t kNumber = 1ULL << 9;          // numbers: value
  static constexpr std::uint64_t kOrdinal = 1ULL << 10;        // ordinals: value
  static constexpr std::uint64_t kDecade = 1ULL << 11;         // decades: value 20 to 90
  static constexpr std::uint64_t kDay = 1ULL << 12;            // days: value in days from today
  static constexpr std::uint64_t kShift = 1ULL << 13;          // shifts: value -1, 0, 1
  static constexpr std::uint64_t kStep = 1ULL << 14;           // steps: value -1, 1
  static constexpr std::uint64_t kSame = 1ULL << 15;           // same
  static constexpr std::uint64_t kPart = 1ULL << 16;           // parts
  static constexpr std::uint64_t kEdge = 1ULL << 17;           // edges: value 2 or 4 where counted
  static constexpr std::uint64_t kDayPart = 1ULL << 18;        // day-parts
  static constexpr std::uint64_t kWeekend = 1ULL << 19;        // weekends
  static constexpr std::uint64_t kVagueCount = 1ULL << 20;     // vague-counts
  static constexpr std::uint64_t kApproximator = 1ULL << 21;   // approximators
  static constexpr std::uint64_t kAddition = 1ULL << 22;       // additions
  static constexpr std::uint64_t kArticle = 1ULL << 23;        // articles
  static constexpr std::uint64_t kPreposition = 1ULL << 24;    // before a point: relation
  static constexpr std::uint64_t kYearOpener = 1ULL << 25;     // year-openers
  static constexpr std::uint64_t kRecurrence = 1ULL << 26;     // recurrence
  static constexpr std::uint64_t kCounted = 1ULL << 27;        // counted
  static constexpr std::uint64_t kEvent = 1ULL << 28;          // events
  static constexpr std::uint64_t kNumbered = 1ULL << 29;       // numbered
  static constexpr std::uint64_t kFuture = 1ULL << 30;         // future
  static constexpr std::uint64_t kFollower = 1ULL << 31;       // behind a duration: following
  static constexpr std::uint64_t kAge = 1ULL << 33;            // ages
  static constexpr std::uint64_t kLasting = 1ULL << 32;        // lasting: lemmas

  // What an expression can begin with, digits aside.
  static constexpr std::uint64_t kBegins = kMonth | kShortMonth | kWeekday | kShortWeekday |
                                           kSeason | kUnit | kNumber | kOrdinal | kDecade | kDay |
                                           kShift | kStep | kSame | kPart | kEdge | kVagueCount;
};

struct TimeWord {
  std::uint64_t classes = 0;
  std::int16_t value = 0;
  TimeUnit unit = TimeUnit::None;
  TimeRelation relation = TimeRelation::At;          // as a preposition before a point
  TimeRelation length_relation = TimeRelation::For;  // … before a duration
  TimeRelation following = TimeRelation::For;        // … behind a duration
  bool before_length = false;                        // is a preposition of durations

  bool is(std::uint64_t any_of) const { return (classes & any_of) != 0; }
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
  void add(const WordLists& lists, const char* name, std::uint64_t classes, Vocabulary& vocabulary);
  void add_units(const WordLists& lists, Vocabulary& vocabulary);
  void add_relations(const WordLists& lists, Vocabulary& vocabulary);

  std::vector<TimeWord> words_;  // by symbol; [0] is no word
  std::vector<std::pair<TimeRelation, SymbolPairs>> pairs_;
  std::vector<std::pair<TimeRelation, std::string>> prefixes_;
  TimeKeywords keywords_;
};

}  // namespace testudo::english
