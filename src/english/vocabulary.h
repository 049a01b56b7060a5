// The words that a pack speaks of, as symbols; every other word is Symbol::None, and costs nothing
// further.
//   Vocabulary vocabulary; vocabulary.add("treaty");
//   vocabulary.lookup(analysis.words[i], lower_case_form)
// Built while a pack is loaded, then read by any number of threads.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "english/analysis.h"
#include "english/word_table.h"

namespace testudo::english {

class Vocabulary {
 public:
  explicit Vocabulary(const WordTable& table = WordTable::builtin());

  // Makes a word known; give it in lower case. O(length).
  Symbol add(std::string_view lower);

  // A word's symbol, or None. O(1) for words of the word table, O(length) for others.
  Symbol find(std::string_view lower) const { return words_.find(lower); }
  Symbol find(WordId id) const { return by_word_[static_cast<std::size_t>(id)]; }
  std::string_view text(Symbol symbol) const { return words_.text(symbol); }

  // Fills analysis.symbols from its words.
  void apply(Analysis& analysis) const;

 private:
  // The symbol of a text as it stands, in any case.
  Symbol find_text(std::string_view text) const;

  const WordTable* table_;  // not owned
  Interner words_;
  std::vector<Symbol> by_word_;             // from WordId; [0] is None
  std::array<Symbol, 128> by_character_{};  // words of one ASCII character: most marks
};

// Lower case for look-ups: ASCII by hand, other letters by ICU's simple case mapping.
std::string to_lower(std::string_view text);

}  // namespace testudo::english
