// The most probable sequence of states of a trigram model.
//   Viterbi search; search.start();
//   search.add(candidates_of_a_word, words.transitions()); …; search.finish(choice);
// Keeps its memory between sentences; one object a thread. Time: the sum over words of the numbers
// of candidates of three neighbours multiplied.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "english/word_table.h"

namespace testudo::english {

class Viterbi {
 public:
  Viterbi() = default;
  Viterbi(const Viterbi&) = delete;  // it points into itself
  Viterbi& operator=(const Viterbi&) = delete;

  static constexpr std::size_t kMostCandidates = kStateCount;  // one for each state

  // Forgets all words; the next one follows a sentence's end.
  void start();

  // Adds a word that has 1 to kMostCandidates candidates; they must stay where they are until
  // finish().
  void add(std::span<const TagScore> candidates, const float* transitions);

  // Which candidate of each word is on the best path; of equals the first.
  void finish(std::vector<std::uint8_t>& choice) const;

 private:
  struct Step {
    std::uint32_t first_cell = 0;  // of previous × candidates cells
    std::uint8_t previous = 0;     // how many candidates the word before has
    std::uint8_t count = 0;
  };
  using Candidates = std::span<const TagScore>;
  // Scores of a word's cells: its candidates × those of the word before.
  using Cells = std::array<float, kMostCandidates * kMostCandidates>;

  template <std::size_t N, std::size_t Before>
  void extend(Candidates candidates, const float* transitions);
  using Extend = void (Viterbi::*)(Candidates, const float*);
  static constexpr std::size_t kLengths = 4;  // 1, 2 and 3 candidates; 0: more
  static constexpr std::size_t length_class(std::size_t n) { return n < kLengths ? n : 0; }
  static const std::array<std::array<Extend, kLengths>, kLengths> kExtend;

  std::vector<Step> steps_;
  std::vector<std::uint8_t> back_;  // a cell's best candidate of the word before the previous one
  std::size_t used_ = 0;            // cells of back_
  std::array<Cells, 2> cells_;
  float* best_ = nullptr;  // of the last word; into cells_
  float* next_ = nullptr;
  Candidates before_;    // of the word before the previous one
  Candidates previous_;  // of the previous word
};

}  // namespace testudo::english
