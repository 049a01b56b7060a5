#include "english/viterbi.h"

#include <utility>

#include "base/check.h"

namespace testudo::english {
namespace {

constexpr auto kStartBefore = static_cast<std::uint8_t>(State::nn);
constexpr auto kStart = static_cast<std::uint8_t>(State::punc);

}  // namespace

void Viterbi::start() {
  steps_.clear();
  used_ = 0;
  best_ = cells_[0].data();
  next_ = cells_[1].data();
  best_[0] = 0;
  before_ = {{kStartBefore}, 1};
  previous_ = {{kStart}, 1};
}

// Fills next_ with the scores of the cells of `now`, and back_. N and Before are the numbers of
// candidates of the word and of the one two before it, or 0: most words have one to three, and
// short loops of a known length are much faster.
template <std::size_t N, std::size_t Before>
void Viterbi::extend(std::span<const TagScore> candidates, const States& now,
                     const float* transitions) {
  const std::size_t count = N == 0 ? now.count : N;
  const std::size_t before = Before == 0 ? before_.count : Before;
  for (std::size_t a = 0; a < previous_.count; ++a) {
    float* best = next_ + a * count;
    std::uint8_t* from = back_.data() + used_ + a * count;
    const std::uint8_t state = previous_.state[a];
    const float* row = transitions + image::transition(before_.state[0], state, 0);
    for (std::size_t b = 0; b < count; ++b) {
      best[b] = best_[a] + row[now.state[b]];
      from[b] = 0;
    }
    for (std::size_t z = 1; z < before; ++z) {
      row = transitions + image::transition(before_.state[z], state, 0);
      const float so_far = best_[z * previous_.count + a];
      for (std::size_t b = 0; b < count; ++b) {
        const float score = so_far + row[now.state[b]];
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
  const std::size_t cells = previous_.count * count;
  if (back_.size() < used_ + cells) back_.resize(2 * (used_ + cells));
  States now;
  now.count = count;
  for (std::size_t b = 0; b < count; ++b) {
    now.state[b] = static_cast<std::uint8_t>(candidates[b].state);
  }
  const Extend chosen = kExtend[length_class(count)][length_class(before_.count)];
  (this->*chosen)(candidates, now, transitions);
  steps_.push_back({static_cast<std::uint32_t>(used_), static_cast<std::uint8_t>(previous_.count),
                    static_cast<std::uint8_t>(count)});
  used_ += cells;
  std::swap(best_, next_);
  before_ = previous_;
  previous_ = now;
}

void Viterbi::finish(std::vector<std::uint8_t>& choice) const {
  choice.resize(steps_.size());
  if (steps_.empty()) return;
  std::size_t cell = 0;
  const std::size_t cells = before_.count * previous_.count;
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
