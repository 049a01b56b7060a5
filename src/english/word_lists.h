// A pack's word lists, as the steps of the cascade ask for them.
//   const SymbolSet speech(lists, "verbs-of-speech", vocabulary);
//   speech.contains(analysis.symbols[token].lemma)
// Built while a pack is loaded, then read by any number of threads.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/flat_map.h"
#include "base/interner.h"
#include "english/vocabulary.h"

namespace testudo::english {

// The words of every t:WordList by the list's local name, in byte order.
using WordLists = std::unordered_map<std::string, std::vector<std::string>>;

// The words of a list, or none where the pack has no such list.
const std::vector<std::string>& words_of(const WordLists& lists, std::string_view name);

// Single words as a set of symbols.
class SymbolSet {
 public:
  SymbolSet() = default;
  // The words are made known to the vocabulary. Entries of more than one word are left out.
  SymbolSet(const WordLists& lists, std::string_view name, Vocabulary& vocabulary);

  void insert(Symbol word);
  // O(1); None is in no set.
  bool contains(Symbol word) const {
    const auto at = static_cast<std::size_t>(word);
    return at < bits_.size() && bits_[at];
  }

 private:
  std::vector<bool> bits_;
};

// Pairs of words, "accuse of", as a set.
class SymbolPairs {
 public:
  SymbolPairs() = default;
  // Of the list's entries those of two words.
  SymbolPairs(const WordLists& lists, std::string_view name, Vocabulary& vocabulary);

  // O(1); a pair with None is in no set.
  bool contains(Symbol first, Symbol second) const {
    return first != Symbol::None && second != Symbol::None &&
           pairs_.find(key(first, second)) != nullptr;
  }

 private:
  static std::uint64_t key(Symbol first, Symbol second) {
    return (static_cast<std::uint64_t>(first) << 32U) | static_cast<std::uint32_t>(second);
  }
  FlatMap pairs_;
};

}  // namespace testudo::english
