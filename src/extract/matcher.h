// Finds where the rows of a pack's rules match in a sentence.
//   Matcher matcher(pack, analysis);
//   matcher.match(sentence_index, findings, first, false, [&](const Match& match) { … });
//
// A row is matched outwards from its anchor, to the left and to the right, one condition after the
// other. Between two conditions, words that only describe what follows are stepped over:
// determiners, adjectives, numbers and nouns before the head of the same noun phrase, adverbs (but
// not "not"), quotation marks. A slot takes the longest filler that lets the rest match:
// coordinated fillers before single ones, noun phrases before the names within them. Borrows pack
// and analysis; one matcher a thread. A sentence in which no anchor stands costs one look-up a
// token.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "english/analysis.h"
#include "extract/fillers.h"
#include "extract/finding.h"
#include "pack/pack.h"

namespace testudo::extract {

// One row that matched.
struct Match {
  pack::RowRef row;
  bool clause = false;  // the row is one of Rule::clauses, not of Rule::rows
  TokenSpan span;
  std::uint32_t trigger = 0;  // the head word of what the match is about: see Matcher::trigger_of()
  struct Fill {
    std::uint32_t slot = 0;
    Filler filler;
  };
  std::vector<Fill> fills;              // from left to right
  std::vector<std::uint32_t> matched;   // by atom: its token, a slot's last one; of phrase rows
  std::vector<std::uint32_t> literals;  // the tokens that words of the pattern matched
  std::uint32_t conditions = 0;         // words and slots that were met
  std::uint32_t narrowness = 0;         // the depths of the slots' classes, summed
};

// How far a row got in a sentence: the best attempt, and the condition that failed in it.
struct PhraseMiss {
  pack::RowRef row;
  bool anchored = false;     // false: nothing in the sentence meets even the row's anchor
  std::uint32_t anchor = 0;  // the last token of what met it
  std::uint32_t met = 0;     // conditions
  std::uint32_t atom = 0;    // of the row: the one that failed
  bool to_the_right = true;  // it was looked for from token `at` on, else before it
  std::uint32_t at = 0;
  TokenSpan words;  // what stands there; empty at the sentence's edge
};

// Whether a token is what a Word, by form or lemma, or a Quoted condition wants. O(log words).
bool word_fits(const english::Analysis& analysis, const pack::Atom& atom, std::uint32_t token);

// What the words of a sentence have to do with the rules.
struct SentenceWords {
  explicit SentenceWords(const pack::RuleIndex& index) : met(index.condition_count()) {}

  // Replaces what the sentence before had. O(tokens + conditions that they meet).
  void turn_to(const pack::RuleIndex& index, const english::Analysis& analysis, TokenSpan tokens);

  pack::ConditionSet met;
  // The tokens at which the anchor of a row may stand: of rows with slots for situations, at [1].
  std::array<std::vector<std::uint32_t>, 2> anchors;
};

class Matcher {
 public:
  Matcher(const pack::Pack& pack, const english::Analysis& analysis, const FillerFinder& fillers)
      : pack_(&pack), a_(&analysis), fillers_(&fillers) {}
  Matcher(pack::Pack&&, const english::Analysis&, const FillerFinder&) = delete;

  // Turns to another article, as `fillers` has to; the memory is kept.
  void turn_to(const english::Analysis& analysis) {
    a_ = &analysis;
    index_ = english::kNone;
  }

  // Calls `each` for every match in the sentence, by anchor token, then rule, then row. `findings`
  // from index `first` on are what other rules have read in the sentence: they can fill slots of
  // situation classes. `situations`: run the rows that have such slots, or the others. `words`: of
  // the sentence.
  void match(std::uint32_t sentence, const SentenceWords& words, std::span<const Finding> findings,
             std::uint32_t first, bool situations, const std::function<void(const Match&)>& each);

  // Tries one row everywhere in a sentence: its first match, or the nearest miss.
  bool try_row(std::uint32_t sentence, std::span<const Finding> findings, std::uint32_t first,
               pack::RowRef ref, Match& match, PhraseMiss& miss);

 private:
  // What a token is to a gap between two conditions.
  enum class Step : std::uint8_t {
    Never,
    Always,        // a quotation mark, an adverb
    WithinPhrase,  // on the way to a later word of its noun phrase
  };
  // Something that can fill a slot: a noun phrase, a name, or a phrase that a name is the head of.
  struct Candidate {
    TokenSpan span;          // with determiner and modifiers
    std::uint32_t core = 0;  // the first token that is no determiner
    std::uint32_t head = 0;
    std::uint32_t mention = english::kNone;  // index into Analysis::mentions
    bool phrase = false;                     // a whole noun phrase
    std::uint32_t index = english::kNone;    // of the phrase, if it has no possessor with it
    std::uint32_t order = 0;                 // names before phrases, each from left to right
  };
  // Fillers in a row, joined by commas and conjunctions.
  struct Group {
    TokenSpan span;
    std::vector<Filler> fillers;
  };

  // Lists laid end to end: list i is items[starts[i], starts[i + 1]).
  struct Lists {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> items;

    std::span<const std::uint32_t> of(std::uint32_t i) const {
      return std::span(items).subspan(starts[i], starts[i + 1] - starts[i]);
    }
  };

  void turn_to(std::uint32_t sentence, std::span<const Finding> findings, std::uint32_t first);
  void note(const pack::AtomRow& row, std::uint32_t met, bool to_the_right, std::uint32_t at);
  TokenSpan words_at(const pack::Atom& atom, bool to_the_right, std::uint32_t at) const;
  void collect();
  void collect_candidates(const english::SentenceLayers& layers);
  void index_candidates();
  static bool can_begin_inside(const Candidate& candidate, std::uint32_t token);
  Step step_of(std::uint32_t token) const;
  // `anchor_fill`: what fills the anchor, if it is a slot; else nullptr.
  void run_row(pack::RowRef ref, TokenSpan anchor, const Filler* anchor_fill,
               const std::function<void(const Match&)>& each);
  void run_words(std::uint32_t token, bool situations,
                 const std::function<void(const Match&)>& each);
  void run_classes(std::uint32_t mention, bool situations,
                   const std::function<void(const Match&)>& each);

  // Extend match_ from token `at` on; what fails leaves match_ and left_fills_ as they were.
  bool match_right(const pack::AtomRow& row, std::uint32_t atom, std::uint32_t at);
  bool match_left(const pack::AtomRow& row, std::uint32_t atoms_left, std::uint32_t at);
  bool match_atom_right(const pack::AtomRow& row, std::uint32_t atom, std::uint32_t from);
  bool match_atom_left(const pack::AtomRow& row, std::uint32_t atom, std::uint32_t end);
  // The head of the noun phrase that the first content word stands in, if a word of the pattern is
  // that head ("arms race", "crisis caused by"); else the content word itself ("negotiated by").
  std::uint32_t trigger_of(const pack::AtomRow& row) const;
  bool token_fits(const pack::Atom& atom, std::uint32_t token) const;
  // What a candidate is, of a class. Several, if it is a set: "the two countries". `more` is valid
  // until the next call.
  struct Members {
    Filler first;
    std::span<const Filler> more;

    void add_to(std::vector<Filler>& fillers) const;
  };
  bool fills(const Candidate& candidate, pack::ClassId wanted, Members& members) const;
  bool finding_fills(std::uint32_t head, pack::ClassId wanted, Filler& filler) const;
  template <class Attempt>
  bool try_chain(const std::vector<Group>& chain, const Attempt& attempt) const;
  // Calls attempt(span, fillers) for the fillers of a class that begin (or end) at a token, until
  // it returns true: for every candidate its whole coordination first, then the candidate alone.
  template <class Attempt>
  bool try_from(std::uint32_t begin, pack::ClassId wanted, bool coordinated,
                const Attempt& attempt) const;
  template <class Attempt>
  bool try_to(std::uint32_t end, pack::ClassId wanted, bool coordinated,
              const Attempt& attempt) const;
  struct Joint;
  Joint joint_from(std::uint32_t at) const;
  Joint joint_to(std::uint32_t end) const;
  void extend_right(std::vector<Group>& chain, pack::ClassId wanted) const;
  void extend_left(std::vector<Group>& chain, const Candidate& last, pack::ClassId wanted) const;
  bool modifies_what_follows(const Candidate& candidate) const;
  bool follows_preposition(std::uint32_t token) const;

  const pack::Pack* pack_;
  const english::Analysis* a_;
  const FillerFinder* fillers_;
  TokenSpan sentence_;
  std::span<const Finding> findings_;
  std::uint32_t first_finding_ = 0;
  std::uint32_t index_ = english::kNone;     // of the sentence
  const pack::ConditionSet* met_ = nullptr;  // within match()
  std::vector<Candidate> candidates_;        // of the sentence, longest first
  std::vector<std::uint32_t> phrase_of_;   // by token - sentence_.begin: its noun phrase, or kNone
  std::vector<std::uint32_t> mention_of_;  // likewise its mention
  Lists from_;              // likewise the candidates that can be read from it on, in their order
  Lists to_;                // likewise those that it is the last of
  bool collected_ = false;  // what stands from candidates_ on is the current sentence's
  Match match_;             // scratch: the match at hand
  std::vector<Match::Fill>
      left_fills_;              // scratch: its fills left of the anchor, from right to left
  PhraseMiss* miss_ = nullptr;  // within try_row(): the furthest that was reached
};

}  // namespace testudo::extract
