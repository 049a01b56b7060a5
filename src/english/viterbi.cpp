#include "english/viterbi.h"

#include <utility>

#include "base/check.h"

namespace testudo::english {
namespace {

// What stands before a sentence.
constexpr std::array kStartBefore = {TagScore{Tag::NN, State::nn, 0}};
constexpr std::array kStart = {TagScore{Tag::Period, State::punc, 0}};

constexpr std::size_t index(State state) { return static_cast<std::size_t>(state); }

}  // namespace

void Viterbi::start() {
  steps_.clear();
  used_ = 0;
  best_ = cells_[0].data();
  next_ = cells_[1].data();
  best_[0] = 0;
  before_ = kStartBefore;
  previous_ = kStart;
}

// Fills next_ with the scores of the word's cells, and back_. N and Before are the numbers of
// candidates of the word and of the one two before it, or 0: most words have one to three, and
// short loops of a known length are much faster.
template <std::size_t N, std::size_t Before>
void Viterbi::extend(Candidates candidates, const float* transitions) {
  const std::size_t count = N == 0 ? candidates.size() : N;
  // Copies: what is written could be any of the members, as far as a compiler knows.
  const std::span before = before_.first(Before == 0 ? before_.size() : Before);
  const Candidates previous = previous_;
  const float* so_far = best_;
  float* best = next_;
  std::uint8_t* from = back_.data() + used_;
  for (std::size_t a = 0; a < previous.size(); ++a, best += count, from += count, ++so_far) {
    const auto row_behind = [&](const TagScore& one) {
      return transitions + image::transition(index(one.state), index(previous[a].state), 0);
    };
    const float* row = row_behind(before[0]);
    for (std::size_t b = 0; b < count; ++b) {
      best[b] = *so_far + row[index(candidates[b].state)];
      from[b] = 0;
    }
    for (std::size_t z = 1; z < before.size(); ++z) {
      row = row_behind(before[z]);
      for (std::size_t b = 0; b < count; ++b) {
        const float score = so_far[z * previous.size()] + row[index(candidates[b].state)];
        const bool better = score > best[b];
        best[b] = better ? score : best[b];
        from[b] = better ? static_cast<std::uint8_t>(z) : from[b];
      }
    }
    for (std::size_t b = 0; b < count; ++b) best[b] += candidates[b].score;
  }
}

constexpr std::array<std::array<Viterbi::Extend, Viterbi::kLengths>, Viterbi::kLengths>
    Viterbi::kExtend = {{{&Viterbi::extend<0, 0>, &Viterbi::extend<0, 1>, &Viterbi::extend<0, 2>,
                          &Viterbi::extend<0, 3>},
                         {&Viterbi::extend<1, 0>, &Viterbi::extend<1, 1>, &Viterbi::extend<1, 2>,
                          &Viterbi::extend<1, 3>},
                         {&Viterbi::extend<2, 0>, &Viterbi::extend<2, 1>, &Viterbi::extend<2, 2>,
                          &Viterbi::extend<2, 3>},
                         {&Viterbi::extend<3, 0>, &Viterbi::extend<3, 1>, &Viterbi::extend<3, 2>,
                          &Viterbi::extend<3, 3>}}};

void Viterbi::add(std::span<const TagScore> candidates, const float* transitions) {
  const std::size_t count = candidates.size();
  TESTUDO_CHECK(count > 0 && count <= kMostCandidates);
  const std::size_t cells = previous_.size() * count;
  if (back_.size() < used_ + cells) back_.resize(2 * (used_ + cells));
  const Extend chosen = kExtend[length_class(count)][length_class(before_.size())];
  (this->*chosen)(candidates, transitions);
  steps_.push_back({static_cast<std::uint32_t>(used_), static_cast<std::uint8_t>(previous_.size()),
                    static_cast<std::uint8_t>(count)});
  used_ += cells;
  std::swap(best_, next_);
  before_ = previous_;
  previous_ = candidates;
}

void Viterbi::finish(std::vector<std::uint8_t>& choice) const {
  choice.resize(steps_.size());
  if (steps_.empty()) return;
  std::size_t cell = 0;
  const std::size_t cells = before_.size() * previous_.size();
  for (std::size_t i = 1; i < cells; ++i) {
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
