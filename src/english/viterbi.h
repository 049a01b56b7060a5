// The most probable sequence of states of a trigram model.
//   Viterbi search(words.transitions()); search.start();
//   search.add(candidates of each word…); search.finish(choice);
// Keeps its memory between sentences; one object a thread. Time: the sum over words of the numbers
// of candidates of three neighbours multiplied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "english/word_table.h"

namespace testudo::english {

class Viterbi {
 public:
  static constexpr std::size_t kMostCandidates = 36;  // a state each

  // Forgets all words; the next one follows a sentence's end.
  void start();

  // Adds a word that has 1 to kMostCandidates candidates.
  void add(std::span<const TagScore> candidates, const float* transitions);

  // Which candidate of each word is on the best path; of equals the first.
  void finish(std::vector<std::uint8_t>& choice) const;

 private:
  struct Step {
    std::uint32_t first_cell = 0;  // of previous × candidates cells
    std::uint8_t previous = 0;     // how many candidates the word before has
    std::uint8_t count = 0;
  };
  std::vector<Step> steps_;
  std::vector<std::uint8_t> back_;  // a cell's best candidate of the word before the previous one
  std::vector<float> best_;         // scores of the last word's cells
  std::vector<float> next_;
  std::vector<std::uint8_t> states_before_;  // of the word before the previous one
  std::vector<std::uint8_t> states_;         // of the previous word
};

}  // namespace testudo::english
