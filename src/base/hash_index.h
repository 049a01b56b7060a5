// Finds things that lie in a sequence of their own by their hash: the index of a table.
//   std::vector<std::string> names;  HashIndex index;
//   const std::size_t hash = std::hash<std::string_view>()(name);
//   const auto same = [&](std::uint32_t at) { return names[at] == name; };
//   if (index.find(hash, same) == HashIndex::kNone) index.add(hash, names.size());
// Two numbers an entry, in one block: cheaper to fill and to grow than a std::unordered_map, and
// what it finds does not depend on the order of the slots.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace testudo {

class HashIndex {
 public:
  static constexpr std::uint32_t kNone = std::uint32_t(-1);

  // The position with this hash that is_it(position) holds of, or kNone. O(1) where hashes spread.
  template <class IsIt>
  std::uint32_t find(std::size_t hash, IsIt&& is_it) const {
    if (slots_.empty()) return kNone;
    const std::uint32_t wanted = fold(hash);
    for (std::size_t at = wanted & mask(); slots_[at].position != kNone; at = (at + 1) & mask()) {
      if (slots_[at].hash == wanted && is_it(slots_[at].position)) return slots_[at].position;
    }
    return kNone;
  }

  // Adds a position that is not there yet; not kNone. O(1) in the mean.
  void add(std::size_t hash, std::uint32_t position) {
    reserve(++size_);
    place({fold(hash), position});
  }

  // Makes room for so many entries in all. O(entries) where the room grows.
  void reserve(std::size_t entries) {
    std::size_t room = slots_.empty() ? kLeastRoom : slots_.size();
    while (room < 2 * entries) room *= 2;  // half of it stays empty, so that searches are short
    if (room == slots_.size()) return;
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(room));
    for (const Slot& slot : before) {
      if (slot.position != kNone) place(slot);
    }
  }

 private:
  static constexpr std::size_t kLeastRoom = 16;  // a power of two

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t position = kNone;
  };

  static std::uint32_t fold(std::size_t hash) {
    return static_cast<std::uint32_t>(hash ^ (std::uint64_t(hash) >> 32U));
  }
  std::size_t mask() const { return slots_.size() - 1; }

  void place(Slot slot) {
    std::size_t at = slot.hash & mask();
    while (slots_[at].position != kNone) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;  // a power of two of them, or none
  std::size_t size_ = 0;
};

}  // namespace testudo
