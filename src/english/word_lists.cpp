#include "english/word_lists.h"

namespace testudo::english {

const std::vector<std::string>& words_of(const WordLists& lists, std::string_view name) {
  static const std::vector<std::string> kNoWords;
  const auto found = lists.find(std::string(name));
  return found == lists.end() ? kNoWords : found->second;
}

SymbolSet::SymbolSet(const WordLists& lists, std::string_view name, Vocabulary& vocabulary) {
  for (const std::string& word : words_of(lists, name)) {
    if (word.find(' ') == std::string::npos) insert(vocabulary.add(to_lower(word)));
  }
}

void SymbolSet::insert(Symbol word) {
  const auto at = static_cast<std::size_t>(word);
  if (bits_.size() <= at) bits_.resize(at + 1, false);
  bits_[at] = word != Symbol::None;
}

SymbolPairs::SymbolPairs(const WordLists& lists, std::string_view name, Vocabulary& vocabulary) {
  for (const std::string& entry : words_of(lists, name)) {
    const std::string lower = to_lower(entry);
    const std::size_t space = lower.find(' ');
    if (space == std::string::npos || lower.find(' ', space + 1) != std::string::npos) continue;
    const Symbol first = vocabulary.add(std::string_view(lower).substr(0, space));
    const Symbol second = vocabulary.add(std::string_view(lower).substr(space + 1));
    pairs_.try_emplace(key(first, second), 1);
  }
}

}  // namespace testudo::english
