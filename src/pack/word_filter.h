// The words of a sentence as a Bloom filter of one hash: whether a word may stand in it, or surely
// does not.
//   WordFilter filter; filter.add(symbol); filter.may_hold(symbol) == true;
// A sentence of 40 words sets some 80 of 4096 bits, so that one word in fifty that is not there
// passes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/interner.h"

namespace testudo::pack {

class WordFilter {
 public:
  void clear() { bits_ = {}; }
  void add(Symbol word) {
    const std::uint32_t bit = bit_of(word);
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  bool may_hold(Symbol word) const {
    const std::uint32_t bit = bit_of(word);
    return (bits_[bit / 64] >> bit % 64 & 1U) != 0;
  }

 private:
  static constexpr std::uint32_t kBits = 4096;
  // Symbols are handed out one after the other, so their lower bits differ.
  static std::uint32_t bit_of(Symbol word) { return static_cast<std::uint32_t>(word) % kBits; }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

}  // namespace testudo::pack
