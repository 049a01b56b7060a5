#include "base/suggest.h"

#include <algorithm>
#include <utility>

namespace testudo {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string_view nearest(std::string_view name, std::span<const std::string> candidates) {
  const std::string folded = lower_ascii(name);
  // Distances are doubled, so that a difference of case alone can cost half an edit.
  std::size_t best = 2 * std::max<std::size_t>(1, name.size() / 3) + 1;
  std::string_view winner;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), name.size());
    const std::size_t shorter = std::min(candidate.size(), name.size());
    if (2 * (longer - shorter) > best) continue;
    const std::size_t distance =
        candidate == name
            ? 0
            : std::max<std::size_t>(1, 2 * edit_distance(folded, lower_ascii(candidate)));
    if (distance < best || (distance == best && !winner.empty() && candidate < winner)) {
      best = distance;
      winner = candidate;
    }
  }
  return winner;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> candidates) {
  const std::string_view found = nearest(name, candidates);
  return found.empty() ? std::string() : "did you mean " + std::string(found) + "?";
}

}  // namespace testudo
