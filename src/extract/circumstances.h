// When, for how long and where a situation is: calendar expressions and places of the sentence that
// no pattern asked for, given to the verb or noun that they go with.
//   Circumstances circumstances(pack, analysis, fillers);
//   circumstances.turn_to(sentence);
//   circumstances.add(finding);        // kb:time, kb:duration, kb:place, where it has none
// A time that modifies a noun ("the 2019 withdrawal", "last year's talks") goes with the noun, one
// in a phrase of a verb or noun with that one, any other with the verb before it, or else the next.
// Only what is exact is added: no approximate times, no "since" or "by". Places are phrases with in
// or at.
// Borrows pack, analysis and fillers; one a thread. O(times · arguments) a sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/clause_view.h"
#include "extract/fillers.h"
#include "extract/finding.h"

namespace testudo::extract {

class Circumstances {
 public:
  Circumstances(const pack::Pack& pack, const english::Analysis& analysis,
                const FillerFinder& fillers)
      : pack_(&pack), a_(&analysis), fillers_(&fillers) {}

  // Turns to another article, as `fillers` has to; the memory is kept.
  void turn_to(const english::Analysis& analysis) { a_ = &analysis; }

  void turn_to(std::uint32_t sentence);
  void add(Finding& finding);

 private:
  std::uint32_t owner_of(const english::TimeExpression& time) const;
  std::uint32_t nominal_before(std::uint32_t preposition) const;
  bool describes(const Finding& finding, const english::TimeExpression& time) const;
  std::uint32_t owner_of_phrase(std::uint32_t phrase, bool verbs_only) const;
  std::uint32_t subject_before(const english::Clause& clause, std::uint32_t at) const;
  const english::Argument* argument_of(const english::Clause& clause, std::uint32_t phrase) const;
  std::uint32_t verb_near(TokenSpan span) const;
  // The predicates that a finding goes by: its own and, of a noun, those that support it and say
  // that it is; kNone where there are none.
  struct Predicates {
    std::uint32_t own = english::kNone;
    std::uint32_t support = english::kNone;
    std::uint32_t occurrence = english::kNone;

    bool has(std::uint32_t token) const {
      return token == own || token == support || token == occurrence;
    }
  };
  Predicates predicates_of(const Finding& finding) const;
  void add_time(const english::TimeExpression& time, Finding& finding) const;
  void add_place(ClauseId id, Finding& finding);

  const pack::Pack* pack_;
  const english::Analysis* a_;
  const FillerFinder* fillers_;
  const english::SentenceLayers* layers_ = nullptr;
  ClauseView view_;                    // scratch of add_place()
  std::vector<Filler> found_;          // likewise
  std::vector<std::uint32_t> owners_;  // of the sentence's times: a predicate's token, or kNone
};

}  // namespace testudo::extract
