// Which tags a word may have before its neighbours are asked, from the word table, its letters and
// its shape.
//   CandidateList list; const auto candidates = find_candidates(token, words, shape, list);
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "english/sentence_view.h"

namespace testudo::english {

// At most kCapacity candidates; further ones are dropped, the table gives the likeliest first.
class CandidateList {
 public:
  static constexpr std::size_t kCapacity = 16;

  void clear() { count_ = 0; }
  void add(Tag tag, State state, float score) {
    if (count_ < kCapacity) list_[count_++] = {tag, state, score};
  }
  bool has(State state) const {
    for (const TagScore& one : all()) {
      if (one.state == state) return true;
    }
    return false;
  }
  std::span<const TagScore> all() const { return {list_.data(), count_}; }
  std::span<TagScore> all() { return {list_.data(), count_}; }

 private:
  std::array<TagScore, kCapacity> list_;
  std::size_t count_ = 0;
};

// The candidates of a token that is a word, by what the table has and by its letters, as a new
// content of the list. Constant time for words of the table, linear in the word for others.
std::span<const TagScore> weigh_candidates(const TaggedToken& token, const WordTable& words,
                                           WordShape& shape, CandidateList& list);

// The same; the table's own where nothing is to be added. Lives as long as the table and the list.
inline std::span<const TagScore> find_candidates(const TaggedToken& token, const WordTable& words,
                                                 WordShape& shape, CandidateList& list) {
  // Most words: in lower case, known, and no names.
  const bool plain = token.letter_case == Case::Lower && token.id != WordId::None &&
                     !token.has_digit && !token.can_be_name;
  return plain ? words.tags(token.id) : weigh_candidates(token, words, shape, list);
}

}  // namespace testudo::english
