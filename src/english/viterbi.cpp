#include "english/viterbi.h"

#include <array>
#include <cstddef>

#include "base/check.h"

namespace testudo::english {
namespace {

constexpr auto kStartBefore = static_cast<std::uint8_t>(State::nn);
constexpr auto kStart = static_cast<std::uint8_t>(State::punc);

}  // namespace

void Viterbi::start() {
  steps_.clear();
  back_.clear();
  best_.assign(1, 0.0F);
  states_before_.assign(1, kStartBefore);
  states_.assign(1, kStart);
}

void Viterbi::add(std::span<const TagScore> candidates, const float* transitions) {
  const std::size_t before = states_before_.size();
  const std::size_t previous = states_.size();
  const std::size_t count = candidates.size();
  TESTUDO_CHECK(count > 0 && count <= kMostCandidates);
  const auto first_cell = static_cast<std::uint32_t>(back_.size());
  back_.resize(first_cell + previous * count);
  next_.resize(previous * count);
  std::array<std::uint8_t, kMostCandidates> states;
  for (std::size_t b = 0; b < count; ++b) {
    states[b] = static_cast<std::uint8_t>(candidates[b].state);
  }
  for (std::size_t a = 0; a < previous; ++a) {
    float* best = next_.data() + a * count;
    std::uint8_t* from = back_.data() + first_cell + a * count;
    const float* row = transitions + image::transition(states_before_[0], states_[a], 0);
    for (std::size_t b = 0; b < count; ++b) {
      best[b] = best_[a] + row[states[b]];
      from[b] = 0;
    }
    for (std::size_t z = 1; z < before; ++z) {
      row = transitions + image::transition(states_before_[z], states_[a], 0);
      const float so_far = best_[z * previous + a];
      for (std::size_t b = 0; b < count; ++b) {
        const float score = so_far + row[states[b]];
        if (score > best[b]) {
          best[b] = score;
          from[b] = static_cast<std::uint8_t>(z);
        }
      }
    }
    for (std::size_t b = 0; b < count; ++b) best[b] += candidates[b].score;
  }
  steps_.push_back(
      {first_cell, static_cast<std::uint8_t>(previous), static_cast<std::uint8_t>(count)});
  best_.swap(next_);
  states_before_.swap(states_);
  states_.assign(states.begin(), states.begin() + static_cast<std::ptrdiff_t>(count));
}

void Viterbi::finish(std::vector<std::uint8_t>& choice) const {
  choice.resize(steps_.size());
  if (steps_.empty()) return;
  std::size_t cell = 0;
  for (std::size_t i = 1; i < best_.size(); ++i) {
    if (best_[i] > best_[cell]) cell = i;
  }
  for (std::size_t at = steps_.size(); at-- > 0;) {
    const Step& step = steps_[at];
    const std::size_t a = cell / step.count;
    choice[at] = static_cast<std::uint8_t>(cell % step.count);
    const std::size_t z = back_[step.first_cell + cell];
    cell = z * step.previous + a;
  }
}

}  // namespace testudo::english
