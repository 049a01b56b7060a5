// Tokens of a run of text, in one pass from left to right. Internal to the room; Segmenter is what
// others use.
//   Tokenizer(words, text, tokens).run(begin, end);
// Thread-safe: it only reads the word lists. Linear in the text: what is looked ahead or back at is
// bounded or becomes part of the token.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/characters.h"
#include "text/segmenter.h"

namespace testudo::text {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// A set of short lower-case words that is asked with text as it stands. ASCII letters are folded
// for the question.
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(const std::unordered_set<std::string>& words);

  bool contains(std::string_view word) const;

 private:
  std::unordered_set<std::string, StringHash, std::equal_to<>> words_;
  std::size_t longest_ = 0;  // bytes
};

// Conventions, made ready for lookup.
struct SegmentationWords {
  WordSet titles, abbreviations, number_abbreviations, prefixes, openers, units;

  explicit SegmentationWords(const Conventions& conventions);
};

class Tokenizer {
 public:
  Tokenizer(const SegmentationWords& words, std::string_view text, std::vector<Token>& tokens)
      : words_(words), text_(text), tokens_(tokens) {}

  // Appends the tokens of bytes [begin, end).
  void run(std::size_t begin, std::size_t end);

 private:
  Character at(std::size_t p) const { return character_at(text_, p); }
  // Space at and behind the end.
  CharClass kind(std::size_t p) const { return p < end_ ? at(p).kind : CharClass::Space; }
  char byte(std::size_t p) const { return p < end_ ? text_[p] : '\0'; }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  void token(const Character& c);
  void word(std::size_t begin);
  void number(std::size_t begin);
  void punctuation(const Character& c);
  void apostrophe(const Character& c);
  bool try_url(std::size_t begin);
  bool try_email(std::size_t at_sign);

  std::size_t skip_alphanumerics(std::size_t p) const {
    while (p < end_ && kAsciiWords[static_cast<unsigned char>(text_[p])]) ++p;
    const bool ends = p >= end_ || static_cast<unsigned char>(text_[p]) < 0x80U;
    return ends ? p : skip_non_ascii(p);
  }
  std::size_t skip_non_ascii(std::size_t p) const;
  std::size_t skip_class(std::size_t p, CharClass wanted) const;
  std::size_t skip_digits(std::size_t p) const { return skip_class(p, CharClass::Digit); }
  std::size_t number_end(std::size_t p) const;
  std::size_t word_end(std::size_t begin, std::size_t p, TokenKind& kind) const;
  std::size_t abbreviation_end(std::size_t begin, std::size_t run_begin, std::size_t dot) const;
  std::size_t acronym_end(std::size_t run_begin, std::size_t dot) const;
  bool is_initial(std::size_t dot) const;
  bool is_clitic_at(std::size_t apostrophe) const;
  std::size_t clitic_begin(std::size_t begin, std::size_t end) const;

  void push(std::size_t begin, std::size_t end, TokenKind kind);
  void push_word(std::size_t begin, std::size_t end, TokenKind kind);
  void push_without_clitics(std::size_t begin, std::size_t end, TokenKind kind);
  [[gnu::noinline]] void push_contraction(std::size_t begin, std::size_t end, TokenKind kind);

  const SegmentationWords& words_;
  std::string_view text_;
  std::vector<Token>& tokens_;
  std::size_t end_ = 0;
  std::size_t p_ = 0;
  bool space_ = true;          // white space stands before p_
  std::size_t first_own_ = 0;  // the first token that this call made
};

}  // namespace testudo::text
