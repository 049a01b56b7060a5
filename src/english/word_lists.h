// A pack's word lists, as the steps of the cascade ask for them.
//   const SymbolSet speech(lists, "verbs-of-speech", vocabulary);
//   speech.contains(analysis.symbols[token].lemma)
// Built while a pack is loaded, then read by any number of threads.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/flat_map.h"
#include "base/interner.h"
#include "english/vocabulary.h"

namespace testudo::english {

// The words of every t:WordList by the list's local name. Remembers which lists were asked for, so
// that a check can tell those that nobody wants. For one thread, while a pack is loaded.
class WordLists {
 public:
  using Words = std::vector<std::string>;

  WordLists() = default;
  WordLists(std::initializer_list<std::pair<const std::string, Words>> lists) : lists_(lists) {}

  // The words stand in byte order. A second list of the same name is left out.
  void add(std::string name, Words words) { lists_.emplace(std::move(name), std::move(words)); }

  // The words of a list, or null where the pack has no such list. Either way it was asked for.
  const Words* find(std::string_view name) const;
  // The names of the lists that were asked for, whether there are any such lists or not.
  const std::set<std::string, std::less<>>& asked_for() const { return asked_for_; }

  std::vector<std::string> names() const;  // in byte order

 private:
  std::map<std::string, Words, std::less<>> lists_;
  mutable std::set<std::string, std::less<>> asked_for_;
};

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
    return at / kBits < blocks_.size() && (blocks_[at / kBits] >> (at % kBits) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 64;  // of a block
  std::vector<std::uint64_t> blocks_;
};

// Pairs of words, "accuse of", as a set.
class SymbolPairs {
 public:
  SymbolPairs() = default;
  // Of the list's entries those of two words.
  SymbolPairs(const WordLists& lists, std::string_view name, Vocabulary& vocabulary);

  // O(1); a pair with None is in no set.
  bool contains(Symbol first, Symbol second) const {
    return firsts_.contains(first) && second != Symbol::None &&
           pairs_.find(key(first, second)) != nullptr;
  }

 private:
  static std::uint64_t key(Symbol first, Symbol second) {
    return (static_cast<std::uint64_t>(first) << 32U) | static_cast<std::uint32_t>(second);
  }
  SymbolSet firsts_;  // small enough to stay in the nearest cache
  FlatMap pairs_;
};

// Runs of one or more words, "as a result of", as a trie.
class SymbolSequences {
 public:
  SymbolSequences() = default;
  // Every entry of the list; words are parted by spaces.
  SymbolSequences(const WordLists& lists, std::string_view name, Vocabulary& vocabulary);

  // How many tokens the longest entry has that starts at a token and ends before `end`; 0 if none
  // does. By form. O(the entry's length).
  std::uint32_t longest(std::span<const WordSymbols> symbols, std::uint32_t at,
                        std::uint32_t end) const {
    return at < end && starts_.contains(symbols[at].form) ? walk(symbols, at, end) : 0;
  }

 private:
  std::uint32_t walk(std::span<const WordSymbols> symbols, std::uint32_t at,
                     std::uint32_t end) const;

  SymbolSet starts_;  // first words: most tokens begin no entry, and cost one look
  FlatMap edges_;     // node and symbol to node; node 0 is the root
  std::vector<bool> ends_ = {false};
};

}  // namespace testudo::english
