#include "english/time_words.h"

#include <array>
#include <charconv>

namespace testudo::english {
namespace {

struct ListOfClass {
  const char* name;
  std::uint64_t classes;
};

constexpr std::array kLists = {
    ListOfClass{"time-months", TimeClass::kMonth},
    ListOfClass{"time-ambiguous-months", TimeClass::kAmbiguousMonth},
    ListOfClass{"time-short-months", TimeClass::kShortMonth},
    ListOfClass{"time-weekdays", TimeClass::kWeekday},
    ListOfClass{"time-short-weekdays", TimeClass::kShortWeekday},
    ListOfClass{"time-weekday-epithets", TimeClass::kEpithet},
    ListOfClass{"time-seasons", TimeClass::kSeason},
    ListOfClass{"time-numbers", TimeClass::kNumber},
    ListOfClass{"time-ordinals", TimeClass::kOrdinal},
    ListOfClass{"time-decades", TimeClass::kDecade},
    ListOfClass{"time-days", TimeClass::kDay},
    ListOfClass{"time-shifts", TimeClass::kShift},
    ListOfClass{"time-steps", TimeClass::kStep},
    ListOfClass{"time-same", TimeClass::kSame},
    ListOfClass{"time-parts", TimeClass::kPart},
    ListOfClass{"time-edges", TimeClass::kEdge},
    ListOfClass{"time-day-parts", TimeClass::kDayPart},
    ListOfClass{"time-weekends", TimeClass::kWeekend},
    ListOfClass{"time-vague-counts", TimeClass::kVagueCount},
    ListOfClass{"time-approximators", TimeClass::kApproximator},
    ListOfClass{"time-additions", TimeClass::kAddition},
    ListOfClass{"time-articles", TimeClass::kArticle},
    ListOfClass{"time-year-openers", TimeClass::kYearOpener},
    ListOfClass{"time-recurrence", TimeClass::kRecurrence},
    ListOfClass{"time-counted", TimeClass::kCounted},
    ListOfClass{"time-events", TimeClass::kEvent},
    ListOfClass{"time-numbered", TimeClass::kNumbered},
    ListOfClass{"time-future", TimeClass::kFuture},
    ListOfClass{"time-lasting", TimeClass::kLasting},
    ListOfClass{"time-ages", TimeClass::kAge},
};

struct NamedUnit {
  std::string_view name;
  TimeUnit unit;
};

constexpr std::array kUnits = {
    NamedUnit{"second", TimeUnit::Second},   NamedUnit{"minute", TimeUnit::Minute},
    NamedUnit{"hour", TimeUnit::Hour},       NamedUnit{"day", TimeUnit::Day},
    NamedUnit{"week", TimeUnit::Week},       NamedUnit{"fortnight", TimeUnit::Fortnight},
    NamedUnit{"month", TimeUnit::Month},     NamedUnit{"quarter", TimeUnit::Quarter},
    NamedUnit{"year", TimeUnit::Year},       NamedUnit{"decade", TimeUnit::Decade},
    NamedUnit{"century", TimeUnit::Century},
};

struct NamedRelation {
  std::string_view name;
  TimeRelation relation;
};

constexpr std::array kRelations = {
    NamedRelation{"at", TimeRelation::At},           NamedRelation{"during", TimeRelation::During},
    NamedRelation{"since", TimeRelation::Since},     NamedRelation{"until", TimeRelation::Until},
    NamedRelation{"by", TimeRelation::By},           NamedRelation{"before", TimeRelation::Before},
    NamedRelation{"after", TimeRelation::After},     NamedRelation{"for", TimeRelation::For},
    NamedRelation{"within", TimeRelation::Within},   NamedRelation{"later", TimeRelation::Later},
    NamedRelation{"earlier", TimeRelation::Earlier}, NamedRelation{"ago", TimeRelation::Ago},
};

// "january 1" is a word and its value; what has no value is a word as it stands.
std::pair<std::string_view, std::string_view> split(std::string_view entry) {
  const std::size_t space = entry.rfind(' ');
  if (space == std::string_view::npos) return {entry, {}};
  return {entry.substr(0, space), entry.substr(space + 1)};
}

}  // namespace

TimeWord& TimeWords::word(Symbol symbol) {
  const auto at = static_cast<std::size_t>(symbol);
  if (at >= words_.size()) words_.resize(at + 1);
  return words_[at];
}

void TimeWords::add(const WordLists& lists, const char* name, std::uint64_t classes,
                    Vocabulary& vocabulary) {
  for (const std::string& entry : words_of(lists, name)) {
    const std::string lower = to_lower(entry);
    const auto [form, number] = split(lower);
    TimeWord& out = word(vocabulary.add(form));
    out.classes |= classes;
    std::from_chars(number.data(), number.data() + number.size(), out.value);
  }
}

void TimeWords::add_units(const WordLists& lists, Vocabulary& vocabulary) {
  for (const std::string& entry : words_of(lists, "time-units")) {
    const std::string lower = to_lower(entry);
    const auto [form, name] = split(lower);
    for (const NamedUnit& known : kUnits) {
      if (known.name != name) continue;
      TimeWord& out = word(vocabulary.add(form));
      out.unit = known.unit;
      out.classes |= TimeClass::kUnit | (form == name ? std::uint64_t{0} : TimeClass::kPluralUnit);
    }
  }
}

void TimeWords::add_relations(const WordLists& lists, Vocabulary& vocabulary) {
  for (const auto& [name, relation] : kRelations) {
    const std::string list(name);
    for (const std::string& entry : words_of(lists, "time-point-" + list)) {
      if (entry.find(' ') != std::string::npos) continue;  // of the pairs below
      TimeWord& out = word(vocabulary.add(to_lower(entry)));
      out.classes |= TimeClass::kPreposition;
      out.relation = relation;
    }
    for (const std::string& entry : words_of(lists, "time-length-" + list)) {
      TimeWord& out = word(vocabulary.add(to_lower(entry)));
      out.before_length = true;
      out.length_relation = relation;
    }
    for (const std::string& entry : words_of(lists, "time-following-" + list)) {
      TimeWord& out = word(vocabulary.add(to_lower(entry)));
      out.classes |= TimeClass::kFollower;
      out.following = relation;
    }
    for (const std::string& entry : words_of(lists, "time-prefix-" + list)) {
      prefixes_.emplace_back(relation, to_lower(entry));
    }
    pairs_.emplace_back(relation, SymbolPairs(lists, "time-point-" + list, vocabulary));
  }
}

const TimeRelation* TimeWords::pair(Symbol first, Symbol second) const {
  for (const auto& [relation, pairs] : pairs_) {
    if (pairs.contains(first, second)) return &relation;
  }
  return nullptr;
}

const TimeRelation* TimeWords::prefix(std::string_view lower) const {
  for (const auto& [relation, prefix] : prefixes_) {
    if (prefix == lower) return &relation;
  }
  return nullptr;
}

TimeWords::TimeWords(const WordLists& lists, Vocabulary& vocabulary) : words_(1) {
  for (const ListOfClass& list : kLists) add(lists, list.name, list.classes, vocabulary);
  add_units(lists, vocabulary);
  add_relations(lists, vocabulary);
  // Prefixes keep their hyphen (text/segmenter.h): "mid-May" is one token.
  for (const std::string& entry : words_of(lists, "time-months")) {
    const std::string lower = to_lower(entry);
    const auto [form, number] = split(lower);
    for (const auto& [relation, prefix] : prefixes_) {
      if (relation != TimeRelation::At) continue;
      TimeWord& out = word(vocabulary.add(prefix + "-" + std::string(form)));
      out.classes |= TimeClass::kMonth;
      std::from_chars(number.data(), number.data() + number.size(), out.value);
    }
  }
  TimeKeywords& k = keywords_;
  const std::initializer_list<std::pair<Symbol*, const char*>> keywords = {
      {&k.the, "the"},     {&k.of, "of"},         {&k.in, "in"},           {&k.on, "on"},
      {&k.a, "a"},         {&k.an, "an"},         {&k.and_, "and"},        {&k.or_, "or"},
      {&k.to, "to"},       {&k.from, "from"},     {&k.between, "between"}, {&k.than, "than"},
      {&k.half, "half"},   {&k.long_, "long"},    {&k.old, "old"},         {&k.now, "now"},
      {&k.today, "today"}, {&k.before, "before"}, {&k.after, "after"},     {&k.last, "last"},
      {&k.next, "next"},   {&k.have, "have"},     {&k.year, "year"},       {&k.week, "week"},
      {&k.was, "was"},     {&k.past, "past"}};
  for (const auto& [symbol, text] : keywords) *symbol = vocabulary.add(text);
}

}  // namespace testudo::english
