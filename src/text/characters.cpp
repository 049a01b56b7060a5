#include "text/characters.h"

#include <unicode/uchar.h>

#include <array>

#include "base/utf8.h"

namespace testudo::text {
namespace {

constexpr char32_t kTableEnd = 0x20D0;  // Latin to Hebrew and Arabic, general punctuation, currency

CharClass special_class(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u2018':  // also an opening quotation mark; what follows decides
    case U'\u2019':
    case U'\u02BC':
    case U'\u2032':
      return CharClass::Apostrophe;
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return CharClass::Hyphen;
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
      return CharClass::Dash;
    case U'.':
      return CharClass::Dot;
    case U'!':
    case U'?':
      return CharClass::Terminal;
    case U'"':
      return CharClass::Quote;
    case U'_':
    case U'\u00AD':  // soft hyphen
    case U'\u200C':
    case U'\u200D':
      return CharClass::Letter;
    case U'\u200B':
    case U'\uFEFF':
      return CharClass::Space;
    case U'%':
      return CharClass::Symbol;
    default:
      return CharClass::Punctuation;
  }
}

CharClass computed_class(char32_t code_point) {
  const CharClass special = special_class(code_point);
  if (special != CharClass::Punctuation) return special;
  const auto c = static_cast<UChar32>(code_point);
  if (u_isUWhiteSpace(c) || u_iscntrl(c)) return CharClass::Space;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::Upper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharClass::Letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::Digit;
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return CharClass::Opening;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::Closing;
    case U_CURRENCY_SYMBOL:
      return CharClass::Currency;
    case U_MATH_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return CharClass::Symbol;
    default:
      return CharClass::Punctuation;
  }
}

using Table = std::array<CharClass, kTableEnd>;

const Table& table() {
  static const Table classes = [] {
    Table made{};
    for (char32_t c = 0; c < kTableEnd; ++c) made[c] = computed_class(c);
    return made;
  }();
  return classes;
}

bool same_letter_fold(std::string& out, char32_t c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
      out += '\'';
      return true;
    case U'\u2010':
    case U'\u2011':
      out += '-';
      return true;
    default:
      return false;
  }
}

// The loop writes through a pointer of its own, or it could not go many bytes at a time.
void append_ascii_lower(std::string& out, std::string_view ascii) {
  const std::size_t used = out.size();
  out += ascii;
  char* const begin = out.data() + used;
  for (std::size_t i = 0; i < ascii.size(); ++i) begin[i] = ascii_lower(begin[i]);
}

// Of ASCII letters and digits the lower case, of other bytes 0.
constexpr std::array<char, 128> kLowerLetters = [] {
  std::array<char, 128> lower{};
  for (std::size_t byte = 0; byte < lower.size(); ++byte) {
    lower[byte] = is_word(kAsciiClasses[byte]) ? ascii_lower(static_cast<char>(byte)) : '\0';
  }
  return lower;
}();

// The letters and digits of ASCII text, in lower case. Without a branch a letter, as these come and
// go too often to be foreseen.
void append_ascii_letters(std::string& out, std::string_view ascii) {
  const std::size_t known = out.size();
  out.resize(known + ascii.size());
  char* end = out.data() + known;
  for (const char c : ascii) {
    *end = kLowerLetters[static_cast<unsigned char>(c)];
    end += *end != 0 ? 1 : 0;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
}

}  // namespace

Character non_ascii_character_at(std::string_view text, std::size_t at) {
  std::size_t after = at;
  const char32_t c = next_code_point(text, after);
  return {c, static_cast<std::uint8_t>(after - at), c < kTableEnd ? table()[c] : computed_class(c)};
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_ascii(text, at); end > at) {
      append_ascii_lower(out, text.substr(at, end - at));
      at = end;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (!same_letter_fold(out, c)) {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return out;
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_ascii(text, at); end > at) {
      append_ascii_letters(out, text.substr(at, end - at));
      at = end;
      continue;
    }
    const Character c = character_at(text, at);
    if (is_word(c.kind) && c.code_point != U'\u00AD') {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code_point))));
    }
    at += c.length;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Character c = character_at(text, begin);
    if (c.kind != CharClass::Space) break;
    begin += c.length;
  }
  text.remove_prefix(begin);
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_continuation(text[last])) --last;
    if (character_at(text, last).kind != CharClass::Space) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace testudo::text
