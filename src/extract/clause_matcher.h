// Finds the clauses and nominals of a sentence that say what a clause pattern says.
//   ClauseMatcher matcher(pack, analysis, fillers);
//   matcher.match(sentence, false, [&](const Match& match) { … });
// The verb's lemma, or a noun for it, picks the rows; then every part of the pattern takes a
// participant of its own: the subject the logical subject, the object an object or complement, a
// prepositional part a phrase with this preposition, wherever it stands. Coordinated participants
// fill a slot together. Whatever else takes part is left aside, unless the rule is exhaustive. In
// passives, nominals, infinitives, gerunds and participles nothing but the subject may be missing;
// of a noun, possessors, compounds and of-phrases are subject or object, as the slots' classes
// allow, and what is between two can be both sides.
// Borrows pack, analysis and fillers; one matcher a thread. Assignments tried for one row and one
// clause are bounded (kMaxSteps); a sentence without a verb or noun of any rule costs a look-up a
// clause.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract/clause_view.h"
#include "extract/fillers.h"
#include "extract/matcher.h"

namespace testudo::extract {

// Why a row did not match a clause: the first condition of the best attempt that failed.
enum class MissReason : std::uint8_t {
  None,
  Form,          // the rule is not read in this form
  Particle,      // the verb has a particle that makes it another verb
  NoSubject,     // there is none
  NoObject,      // there is none, or no phrase with this preposition
  Unfit,         // what stands there is not of the slot's class
  Owner,         // it does not belong to what the pattern says
  Words,         // literal words are not there
  NoInfinitive,  // no infinitive, gerund or that-clause with the pattern's second verb
  Modal,         // the verb has none of the pattern's modals
  Negation,      // the verb is not denied
  NothingFilled,
  Exhaustive  // something else takes part
};

struct Miss {
  pack::RowRef row;
  ClauseId clause;
  std::uint32_t met = 0;   // parts that found a participant
  std::uint32_t step = 0;  // of the row
  std::uint32_t part = 0;  // of the step
  MissReason reason = MissReason::None;
  TokenSpan words;  // Unfit, Owner, Exhaustive, Particle: what stands there
};

// The forms that a rule must be read in to be read in a clause.
pack::ClauseForms forms_of(const english::Clause& clause);

class ClauseMatcher {
 public:
  ClauseMatcher(const pack::Pack& pack, const english::Analysis& analysis,
                const FillerFinder& fillers);
  ~ClauseMatcher();
  ClauseMatcher(ClauseMatcher&&) noexcept;
  ClauseMatcher& operator=(ClauseMatcher&&) noexcept;

  // Turns to another article, as `fillers` has to; the memory is kept.
  void turn_to(const english::Analysis& analysis) { a_ = &analysis; }

  // Calls `each` for every row that matches a clause or nominal of the sentence: clauses first,
  // each by predicate, then rule, then row. `situations`: the rows with slots for situations, or
  // the others. `met`: the conditions that the sentence's words meet.
  void match(std::uint32_t sentence, const pack::ConditionSet& met, bool situations,
             const std::function<void(const Match&)>& each);

  // Tries one row on one clause; the miss, if it does not match.
  bool try_row(std::uint32_t sentence, pack::RowRef ref, ClauseId id, Match& match, Miss& miss);

 private:
  struct Tally;
  struct Assignment;
  struct Checkpoint;
  // Participants that fill a part together, as a set of indices into the view's.
  struct Option {
    std::uint64_t members;
    int rank;  // 0 is best
  };
  static constexpr std::size_t kMaxUsed = 64;  // participants of a clause that are looked at
  // Better ones first.
  struct Options {
    std::array<Option, kMaxUsed> list;  // only the first ones are set
    std::size_t size = 0;

    const Option* begin() const { return list.data(); }
    const Option* end() const { return list.data() + size; }
    Option* begin() { return list.data(); }
    Option* end() { return list.data() + size; }
    void insert(Option option);
  };

  void match_clause(ClauseId id, const pack::ConditionSet& met, bool situations,
                    const std::function<void(const Match&)>& each);
  bool run_row(pack::RowRef ref, ClauseId id);
  bool can_do_without(const pack::ClauseRow& row, const pack::ClausePart& part) const;
  bool may_take(const pack::ClausePart& part, const Participant& p) const;
  bool has_participants(const pack::ClauseRow& row) const;
  bool form_allowed(const pack::Rule& rule, const english::Clause& clause) const;
  bool assign(Assignment& state, std::uint32_t step, std::uint32_t part);
  bool next_step(Assignment& state, std::uint32_t step);
  bool finish(Assignment& state);
  bool take_slot(Assignment& state, std::uint32_t step, std::uint32_t part);
  bool take_owner(Assignment& state, const pack::ClausePart& part, const Participant& p) const;
  std::uint32_t beginning_of(const english::Clause& child) const;
  bool is_child(const ClauseView& view, const pack::ClausePart& part,
                const english::Clause& child) const;
  bool take_content(Assignment& state, std::uint32_t step, std::uint32_t part);
  bool particle_fits(const pack::ClauseStep& step, const english::Clause& clause) const;
  bool modal_fits(const pack::ClauseStep& step, const english::Clause& clause) const;
  bool negation_fits(const pack::ClauseStep& step, const english::Clause& clause) const;
  bool is_next(std::uint32_t here, const pack::ClauseStep& step,
               const english::Clause& child) const;
  bool hangs_on(const ClauseView& view, const english::Clause& child) const;
  bool take_words(Assignment& state, std::uint32_t step, std::uint32_t part);
  bool take_child(Assignment& state, std::uint32_t step, std::uint32_t part);
  bool has_nobody(const ClauseView& view) const;
  bool may_be_missing(const Assignment& state, std::uint32_t step, std::uint32_t part) const;
  void options_of(const Assignment& state, std::uint32_t step, const pack::ClausePart& part,
                  Options& options) const;
  bool within_reach(const Assignment& state, std::uint32_t step, const Participant& p) const;
  bool fill(Assignment& state, std::uint32_t step, std::uint32_t part, const Option& option);
  bool has_object_phrase(const ClauseView& view) const;
  bool has_owner(const ClauseView& view) const;
  int rank(const ClauseView& view, const pack::ClausePart& part, const Participant& p) const;
  bool preposition_fits(const ClauseView& view, const pack::ClausePart& part,
                        std::uint32_t preposition) const;
  bool head_fits(const pack::ClausePart& part, const Participant& participant) const;
  bool words_follow(const ClauseView& view, const pack::ClausePart& part, TokenSpan& found) const;
  bool fits(const pack::Atom& atom, std::uint32_t token) const;
  void note(const Assignment& state, std::uint32_t step, std::uint32_t part, MissReason reason,
            TokenSpan words = {});

  const pack::Pack* pack_;
  const english::Analysis* a_;
  const FillerFinder* fillers_;
  std::uint32_t sentence_ = 0;
  std::array<ClauseView, pack::kMaxClauseSteps> views_;  // by step
  Match match_;
  Miss miss_;
  std::unique_ptr<Assignment> state_;  // scratch of run_row()
  std::vector<Filler> found_;          // scratch of fill()
};

}  // namespace testudo::extract
