// Sorts what is nearly always short: equals stay in their order, and up to kShortRange elements no
// memory is asked for, which std::stable_sort does for two.
//   sort_stably(std::span(pairs).subspan(begin), {}, &Pair::second);
// O(n log n); short ranges by insertion.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <utility>

namespace testudo {

inline constexpr std::size_t kShortRange = 16;

template <class T, class Less = std::ranges::less, class Projection = std::identity>
void sort_stably(std::span<T> range, Less less = {}, Projection key = {}) {
  if (range.size() > kShortRange) {
    std::ranges::stable_sort(range, less, key);
    return;
  }
  for (std::size_t i = 1; i < range.size(); ++i) {
    if (!std::invoke(less, std::invoke(key, range[i]), std::invoke(key, range[i - 1]))) continue;
    T moved = std::move(range[i]);
    std::size_t at = i;
    do {
      range[at] = std::move(range[at - 1]);
      --at;
    } while (at > 0 && std::invoke(less, std::invoke(key, moved), std::invoke(key, range[at - 1])));
    range[at] = std::move(moved);
  }
}

}  // namespace testudo
