// What a document's own spelling says about its capitals: a word that is written with a capital
// inside sentences, and hardly ever in lower case, is a name at the sentences' beginnings, too
// (Mikheev 2002, "Periods, capitalized words, etc.").
//   NameEvidence evidence; evidence.clear();
//   for (capitalised tokens inside a sentence) evidence.add_capital(hash);
//   for (tokens in lower case) evidence.add_lower(hash);
//   evidence.of(hash)
// Words are known by the hash of their lower-case form; a collision of two words of one document
// costs no more than a wrong hint.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace testudo::english {

class NameEvidence {
 public:
  enum class Verdict : std::uint8_t { None, Name, Common };

  // Forgets everything but keeps its memory.
  void clear();

  // A word with a capital inside a sentence. Amortised O(1).
  void add_capital(std::uint32_t hash) { ++slot(hash).capitals; }

  // A word with a capital where a capital says nothing: it is worth watching for its other
  // spellings. Amortised O(1).
  void watch(std::uint32_t hash) { slot(hash); }

  // A word in lower case; call after all others. O(1).
  void add_lower(std::uint32_t hash) {
    if (may_know(hash)) count_lower(hash);
  }

  // O(1).
  Verdict of(std::uint32_t hash) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t capitals = 0;
    std::uint32_t lower = 0;
    bool used = false;
  };
  // A quick look that most words end with: whether the hash's bit is among those of the words that
  // are known.
  static constexpr std::size_t kBits = 64;  // of a block
  bool may_know(std::uint32_t hash) const {
    return (known_[hash / kBits % known_.size()] >> (hash % kBits) & 1U) != 0;
  }
  void count_lower(std::uint32_t hash);
  Slot& slot(std::uint32_t hash);
  std::size_t find(std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(256);  // a power of two
  std::size_t used_ = 0;
  std::array<std::uint64_t, 64> known_{};
};

}  // namespace testudo::english
