// The conditions of rules that a sentence meets with one of its words, by their numbers.
//   ConditionSet met(index.condition_count());
//   met.clear(); for each word: index.meet(word, met); index.may_match(row, met)
// All O(1) but clear(), which is O(conditions that were met). Not thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace testudo::pack {

// Stands for no condition: always met.
inline constexpr std::uint32_t kNoCondition = 0;

class ConditionSet {
 public:
  // `count`: of conditions, kNoCondition apart.
  explicit ConditionSet(std::size_t count) : met_(count + 1), list_(count + 2) {
    met_[kNoCondition] = 1;
  }

  void clear() {
    for (std::size_t i = 0; i < size_; ++i) met_[list_[i]] = 0;
    size_ = 0;
  }
  void add(std::span<const std::uint32_t> conditions) {
    std::uint32_t* const list = list_.data();
    std::uint32_t* const met = met_.data();
    std::size_t size = size_;
    for (const std::uint32_t condition : conditions) {
      list[size] = condition;  // stays if it is new
      size += 1 - met[condition];
      met[condition] = 1;
    }
    size_ = size;
  }
  bool has(std::uint32_t condition) const { return met_[condition] != 0; }

 private:
  std::vector<std::uint32_t> met_;   // by condition: 1 if it is, else 0
  std::vector<std::uint32_t> list_;  // those that are met, as its first elements
  std::size_t size_ = 0;
};

}  // namespace testudo::pack
