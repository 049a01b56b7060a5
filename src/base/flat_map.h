// A hash map from 64-bit keys to 32-bit values in one block of memory: for tables that are built
// once and asked millions of times.
//   FlatMap edges; edges.try_emplace(key, value); edges.find(key)  // nullptr where it is not
// Open addressing with linear probing, at most half full. Keys cannot be removed; kNoKey cannot be
// a key. Iteration is not offered: its order would be the hash's. find() is const and safe from any
// number of threads once no one adds.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace testudo {

class FlatMap {
 public:
  static constexpr std::uint64_t kNoKey = ~std::uint64_t{0};

  // The value of a key, or nullptr. Valid until the next try_emplace(). Amortised O(1).
  const std::uint32_t* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t at = start(key);; at = (at + 1) & mask()) {
      if (slots_[at].first == key) return &slots_[at].second;
      if (slots_[at].first == kNoKey) return nullptr;
    }
  }

  // The key's value, the one given where the key is new; and whether it is.
  std::pair<std::uint32_t, bool> try_emplace(std::uint64_t key, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    std::size_t at = start(key);
    for (; slots_[at].first != kNoKey; at = (at + 1) & mask()) {
      if (slots_[at].first == key) return {slots_[at].second, false};
    }
    slots_[at] = {key, value};
    ++size_;
    return {value, true};
  }

  std::size_t size() const { return size_; }

 private:
  std::size_t mask() const { return slots_.size() - 1; }
  // Fibonacci hashing (Knuth, volume 3, section 6.4): the highest bits of a product with 2^64
  // divided by the golden ratio; only they depend on all bits of the key.
  std::size_t start(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> shift_);
  }
  void grow() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> old(
        slots_.empty() ? 64 : 2 * slots_.size(), {kNoKey, 0});
    old.swap(slots_);
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots_.size()));
    for (const auto& [key, value] : old) {
      if (key == kNoKey) continue;
      std::size_t at = start(key);
      while (slots_[at].first != kNoKey) at = (at + 1) & mask();
      slots_[at] = {key, value};
    }
  }

  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
  std::size_t size_ = 0;
  unsigned shift_ = 63;  // 64 less the logarithm of the number of slots
};

}  // namespace testudo
