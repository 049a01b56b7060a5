// One sentence's tokens, as the grammar of times asks for them.
//   TimeTokens tokens(analysis, words); tokens.enter(sentence.tokens);
//   tokens.is(at, TimeClass::kMonth)
// Positions outside the sentence have no class and the tag of a full stop. Borrows both arguments;
// for one thread at a time.
#pragma once

#include <optional>

#include "english/time_words.h"

namespace testudo::english {

// A number before a unit; halves are 0 where it is no exact one ("several").
struct TimeCount {
  std::uint32_t end = 0;
  int halves = 0;
};

class TimeTokens {
 public:
  const TimeKeywords& k;  // short, for the grammar is full of them

  TimeTokens(const Analysis& analysis, const TimeWords& words)
      : k(words.keywords()), a_(&analysis), words_(&words) {}

  void enter(TokenSpan sentence) { sentence_ = sentence; }
  TokenSpan sentence() const { return sentence_; }
  const Analysis& analysis() const { return *a_; }
  const TimeWords& words() const { return *words_; }

  bool has(std::uint32_t at) const { return sentence_.contains(at); }
  Symbol form(std::uint32_t at) const { return has(at) ? a_->symbols[at].form : Symbol::None; }
  Symbol lemma(std::uint32_t at) const { return has(at) ? a_->symbols[at].lemma : Symbol::None; }
  const TimeWord& word(std::uint32_t at) const { return (*words_)[form(at)]; }
  bool is(std::uint32_t at, std::uint64_t classes) const { return word(at).is(classes); }
  Tag tag(std::uint32_t at) const { return has(at) ? a_->tag(at) : Tag::Period; }
  std::string_view text(std::uint32_t at) const {
    return has(at) ? a_->text(at) : std::string_view();
  }

  // Has a capital first letter.
  bool capital(std::uint32_t at) const {
    const Case c = has(at) ? a_->words[at].letter_case : Case::None;
    return c == Case::Capitalised || c == Case::Upper || c == Case::Mixed;
  }
  bool space_before(std::uint32_t at) const {
    return !has(at) || a_->segmentation.tokens[at].space_before;
  }
  // Between two words, without spaces.
  bool is_hyphen(std::uint32_t at) const {
    return text(at) == "-" && !space_before(at) && has(at + 1) && !space_before(at + 1);
  }
  // What can stand between the ends of an interval.
  bool is_dash(std::uint32_t at) const { return text(at) == "-" || text(at) == "\u2013"; }
  bool is_determiner(std::uint32_t at) const {
    return tag(at) == Tag::DT || tag(at) == Tag::PRPS || tag(at) == Tag::POS;
  }
  // A unit, that is not a part of a name: the Six-Day War, the Hundred Years' War.
  bool is_unit(std::uint32_t at) const;

  // Whether a token has a digit where dates and decades have one: first, last, or before a last s.
  bool may_have_digits(std::uint32_t at) const {
    if (!has(at) || !a_->words[at].has_digit) return false;
    const std::string_view token = a_->text(at);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t n = token.size();
    return digit(token[0]) || digit(token[n - 1]) || (n > 1 && digit(token[n - 2]));
  }

  // "5", "1,000", "1.5", "twenty-five", "two hundred", "two and a half", "several", "two to three".
  std::optional<TimeCount> count(std::uint32_t at) const;
  // The value of "3rd", "third" or "twenty-first", and where it ends.
  std::optional<std::pair<int, std::uint32_t>> ordinal(std::uint32_t at) const;
  // The value of a token that is nothing but so many digits, or -1.
  int number(std::uint32_t at, std::size_t least_digits, std::size_t most_digits) const;

 private:
  std::optional<TimeCount> plain_count(std::uint32_t at) const;

  const Analysis* a_;
  const TimeWords* words_;
  TokenSpan sentence_;
};

// The number that a text of digits is, or -1.
int digits_of(std::string_view text);

}  // namespace testudo::english
