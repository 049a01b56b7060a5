// How a situation is said to hold, and in whose view: the pack's operators around its words, put
// together from the outside in.
//   MannerFinder finder(pack, analysis, fillers);
//   const Manner manner = finder.find(sentence, trigger);
// From the situation's verb or noun the way leads outwards: the verb's own modal, negation and
// adverbs, its subject's determiner, the conjunction that opens its clause; then what governs it,
// a verb (wants it to …), adjective (is likely to …) or noun (efforts to …), with that one's own
// modal and so on; the clause that reports it, the condition that it holds under. A noun is
// governed by the verb whose object it is, if an operator or a verb that only supports it; what
// other verbs say presupposes it ("condemned the attack"). Then:
//   polarity   Negative, if an odd number of words negate
//   modality   the outermost strong operator's; without any, the outermost weak one's; else Actual
//   holder     of the operator that gave the modality, else the nearest one further out
// Borrows pack, analysis and fillers; one a thread. Every call is bounded by the sentence's depth.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/clause_view.h"
#include "extract/fillers.h"
#include "extract/finding.h"

namespace testudo::extract {

struct Manner {
  Modality modality = Modality::Actual;
  Polarity polarity = Polarity::Positive;
  std::vector<Filler> holders;
  std::vector<CueUse> cues;  // from the inside out
};

class MannerFinder {
 public:
  MannerFinder(const pack::Pack& pack, const english::Analysis& analysis,
               const FillerFinder& fillers)
      : pack_(&pack), a_(&analysis), fillers_(&fillers) {}

  // Turns to another article, as `fillers` has to; the memory is kept.
  void turn_to(const english::Analysis& analysis) { a_ = &analysis; }

  // Of the situation that a token, the predicate of a clause or a noun, stands for.
  Manner find(std::uint32_t sentence, std::uint32_t trigger);

 private:
  // An operator at work.
  struct Effect {
    const pack::Operator* op = nullptr;  // null: a plain negation
    TokenSpan words;
    bool negates = false;
    const english::Clause* clause = nullptr;  // whose subject or object can be the holder
    std::uint32_t phrase = english::kNone;    // of prepositions and nouns: the holder's phrase
    bool grammatical = false;  // the holder is the grammatical subject: "is tempted to"
  };

  void climb_clause(std::uint32_t clause, int depth);
  void climb_phrase(std::uint32_t phrase, int depth);
  void climb_governor(std::uint32_t clause, int depth);
  void climb_infinitive(std::uint32_t clause, int depth);
  bool climb_aim(const english::Clause& clause, int depth);
  void climb_parent(std::uint32_t parent, const english::Clause& child, int depth);
  bool climb_argument(std::uint32_t phrase, int depth);
  bool climb_attachment(std::uint32_t phrase, int depth);
  bool climb_subject(std::uint32_t clause, int depth);

  void add(Effect effect);
  void take_predicate(std::uint32_t clause);
  void take_headline(std::uint32_t clause);
  void take_own(std::uint32_t clause);
  void take_negation(const english::VerbGroup& group);
  void take_modal(const english::VerbGroup& group);
  void take_adverbs(std::uint32_t clause);
  void take_participants(const english::Clause& clause);
  bool take_determiner(std::uint32_t phrase, const english::Clause* clause);
  void take_marker(const english::Clause& clause);
  void take_report(const english::Clause& clause);
  void take_condition(const english::Clause& clause);
  void take_attribution(const english::Clause& clause);
  const pack::Operator* take_verb(const english::Clause& clause, std::uint32_t next, bool object);
  bool take(pack::CueKind kind, std::uint32_t token, const english::Clause* clause,
            std::uint32_t phrase = english::kNone);
  bool is_verb_cue(std::uint32_t token, const english::Clause& clause) const;
  const pack::Cue* cue_at(pack::CueKind kind, std::uint32_t token) const;
  std::uint32_t phrase_at(std::uint32_t token) const;
  void compose(Manner& manner) const;
  void add_holders(const Effect& effect, std::vector<Filler>& holders) const;

  const pack::Pack* pack_;
  const english::Analysis* a_;
  const FillerFinder* fillers_;
  const english::SentenceLayers* layers_ = nullptr;
  std::vector<Effect> effects_;            // from the inside out
  std::vector<std::uint32_t> determined_;  // phrases whose determiner has been taken
};

}  // namespace testudo::extract
