// What stands around a term: whether that makes it a time at all, and whether it modifies a noun.
//   TimeContext context(tokens); if (context.stands(term, opening)) …
// "in 2019" is a time and "2019 people" none, "in May" is one and "Theresa May" none. A part of
// TimeFinder (time.h), for one document and thread; constant time a term, but that the document's
// names are gone through once.
#pragma once

#include <array>
#include <optional>

#include "english/time_terms.h"

namespace testudo::english {

// A preposition and what it says of the time behind it.
struct TimeOpening {
  std::uint32_t at = kNone;
  TimeRelation relation = TimeRelation::At;
  bool approximate = false;  // a word between makes it rough
  bool continues = false;    // it is that of a list's first member: "in 2014 and 2016"
};

class TimeContext {
 public:
  explicit TimeContext(const TimeTokens& tokens) : t_(tokens) {}

  bool stands(const TimeTerm& term, const TimeOpening& opening);

  // Whether a term stands in a noun phrase before its head: "the 2015 agreement", "today's vote".
  bool modifies(const TimeTerm& term, const TimeOpening& opening) const;

 private:
  bool year_stands(const TimeTerm& term, const TimeOpening& opening) const;
  bool month_stands(const TimeTerm& term, const TimeOpening& opening);
  bool is_name(std::uint32_t at);
  bool begins_clause(std::uint32_t at) const;
  std::uint32_t noun_behind(std::uint32_t at) const;

  const TimeTokens& t_;
  std::array<std::optional<bool>, 13> names_;  // by month: the document has a person called so
};

}  // namespace testudo::english
