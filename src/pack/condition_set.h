// The conditions of rules that a sentence meets with one of its words, by their numbers.
//   ConditionSet met(index.condition_count());
//   met.clear(); for each word: index.meet(word, met); index.may_match(row, met)
// All O(1) but clear(), which is O(conditions that were met). Not thread-safe.
#pragma once

#include <cstdint>
#include <vector>

namespace testudo::pack {

// Stands for no condition: always met.
inline constexpr std::uint32_t kNoCondition = 0;

class ConditionSet {
 public:
  // `count`: of conditions, kNoCondition apart.
  explicit ConditionSet(std::size_t count) : met_(count + 1) { met_[kNoCondition] = 1; }

  void clear() {
    for (const std::uint32_t condition : list_) met_[condition] = 0;
    list_.clear();
  }
  void add(std::uint32_t condition) {
    if (met_[condition] != 0) return;
    met_[condition] = 1;
    list_.push_back(condition);
  }
  bool has(std::uint32_t condition) const { return met_[condition] != 0; }

 private:
  std::vector<std::uint8_t> met_;    // by condition
  std::vector<std::uint32_t> list_;  // those that are met
};

}  // namespace testudo::pack
