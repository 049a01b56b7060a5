#include "english/name_evidence.h"

#include <algorithm>
#include <utility>

namespace testudo::english {
namespace {

// How many times more often one spelling must be than the other to decide.
constexpr std::uint32_t kNames = 3;

}  // namespace

void NameEvidence::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  used_ = 0;
  known_.fill(0);
}

std::size_t NameEvidence::find(std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].used && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

NameEvidence::Slot& NameEvidence::slot(std::uint32_t hash) {
  std::size_t at = find(hash);
  if (!slots_[at].used) {
    if (2 * (used_ + 1) > slots_.size()) {
      grow();
      at = find(hash);
    }
    slots_[at] = {hash, 0, 0, true};
    known_[hash / kBits % known_.size()] |= std::uint64_t{1} << (hash % kBits);
    ++used_;
  }
  return slots_[at];
}

void NameEvidence::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& one : old) {
    if (one.used) slots_[find(one.hash)] = one;
  }
}

void NameEvidence::count_lower(std::uint32_t hash) {
  Slot& found = slots_[find(hash)];
  if (found.used) ++found.lower;
}

NameEvidence::Verdict NameEvidence::of(std::uint32_t hash) const {
  const Slot& found = slots_[find(hash)];
  if (!found.used) return Verdict::None;
  if (found.capitals > kNames * found.lower) return Verdict::Name;
  if (found.lower > kNames * found.capitals) return Verdict::Common;
  return Verdict::None;
}

}  // namespace testudo::english
