#include "english/word_lists.h"

#include <algorithm>

namespace testudo::english {
namespace {

std::uint64_t pair_key(std::uint32_t node, Symbol word) {
  return (static_cast<std::uint64_t>(node) << 32U) | static_cast<std::uint32_t>(word);
}

}  // namespace

const WordLists::Words* WordLists::find(std::string_view name) const {
  asked_for_.emplace(name);
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

std::vector<std::string> WordLists::names() const {
  std::vector<std::string> names;
  names.reserve(lists_.size());
  for (const auto& [name, words] : lists_) names.push_back(name);
  return names;
}

const std::vector<std::string>& words_of(const WordLists& lists, std::string_view name) {
  static const std::vector<std::string> kNoWords;
  const WordLists::Words* found = lists.find(name);
  return found == nullptr ? kNoWords : *found;
}

SymbolSet::SymbolSet(const WordLists& lists, std::string_view name, Vocabulary& vocabulary) {
  for (const std::string& word : words_of(lists, name)) {
    if (word.find(' ') == std::string::npos) insert(vocabulary.add(to_lower(word)));
  }
}

void SymbolSet::insert(Symbol word) {
  const auto at = static_cast<std::size_t>(word);
  if (word == Symbol::None) return;
  if (blocks_.size() <= at / kBits) blocks_.resize(at / kBits + 1, 0);
  blocks_[at / kBits] |= std::uint64_t{1} << (at % kBits);
}

SymbolSequences::SymbolSequences(const WordLists& lists, std::string_view name,
                                 Vocabulary& vocabulary) {
  for (const std::string& entry : words_of(lists, name)) {
    const std::string lower = to_lower(entry);
    std::uint32_t node = 0;
    for (std::size_t begin = 0; begin < lower.size();) {
      const std::size_t end = std::min(lower.find(' ', begin), lower.size());
      const Symbol word = vocabulary.add(std::string_view(lower).substr(begin, end - begin));
      const auto [next, is_new] =
          edges_.try_emplace(pair_key(node, word), static_cast<std::uint32_t>(ends_.size()));
      if (is_new) ends_.push_back(false);
      if (node == 0) starts_.insert(word);
      node = next;
      begin = end + 1;
    }
    ends_[node] = node != 0;
  }
}

std::uint32_t SymbolSequences::walk(std::span<const WordSymbols> symbols, std::uint32_t at,
                                    std::uint32_t end) const {
  std::uint32_t node = 0;
  std::uint32_t found = 0;
  for (std::uint32_t i = at; i < end && symbols[i].form != Symbol::None; ++i) {
    const std::uint32_t* next = edges_.find(pair_key(node, symbols[i].form));
    if (next == nullptr) break;
    node = *next;
    if (ends_[node]) found = i + 1 - at;
  }
  return found;
}

SymbolPairs::SymbolPairs(const WordLists& lists, std::string_view name, Vocabulary& vocabulary) {
  for (const std::string& entry : words_of(lists, name)) {
    const std::string lower = to_lower(entry);
    const std::size_t space = lower.find(' ');
    if (space == std::string::npos || lower.find(' ', space + 1) != std::string::npos) continue;
    const Symbol first = vocabulary.add(std::string_view(lower).substr(0, space));
    const Symbol second = vocabulary.add(std::string_view(lower).substr(space + 1));
    pairs_.try_emplace(key(first, second), 1);
    firsts_.insert(first);
  }
}

}  // namespace testudo::english
