#include "english/vocabulary.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace testudo::english {
namespace {

bool is_ascii_character(std::string_view text) {
  return text.size() == 1 && static_cast<unsigned char>(text.front()) < 0x80;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
      ++at;
    } else {
      const char32_t point = next_code_point(text, at);
      // The typographic apostrophe is looked up as the plain one.
      if (point == U'\u2019') {
        out.push_back('\'');
      } else {
        append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))));
      }
    }
  }
  return out;
}

Vocabulary::Vocabulary(const WordTable& table)
    : table_(&table), by_word_(table.size() + 1, Symbol::None) {}

Symbol Vocabulary::add(std::string_view lower) {
  const std::size_t known = words_.size();
  const Symbol symbol = words_.intern(lower);
  if (words_.size() == known) return symbol;
  by_word_[static_cast<std::size_t>(table_->find(lower))] = symbol;
  by_word_[0] = Symbol::None;  // words outside the table share id 0 and are found by their letters
  if (is_ascii_character(lower)) by_character_[static_cast<unsigned char>(lower.front())] = symbol;
  return symbol;
}

Symbol Vocabulary::find_text(std::string_view text) const {
  if (!is_ascii_character(text)) return words_.find(to_lower(text));
  const char c = text.front();
  return by_character_[static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)];
}

void Vocabulary::apply(Analysis& analysis) const {
  const std::size_t count = analysis.words.size();
  analysis.symbols.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = analysis.words[i];
    WordSymbols& out = analysis.symbols[i];
    out.form = word.form != WordId::None ? by_word_[static_cast<std::size_t>(word.form)]
                                         : find_text(analysis.text(static_cast<std::uint32_t>(i)));
    if (word.lemma_id != WordId::None) {
      out.lemma = by_word_[static_cast<std::size_t>(word.lemma_id)];
    } else if (word.form == WordId::None &&
               word.lemma == analysis.text(static_cast<std::uint32_t>(i))) {
      out.lemma = out.form;  // a name, a mark: need not be looked up twice
    } else {
      out.lemma = find_text(word.lemma);
    }
  }
}

}  // namespace testudo::english
