// What a character is to the tokeniser and to the furniture finder. Internal to the room.
//   const Character c = character_at(text, p);  p += c.length;
// Thread-safe. ASCII and U+0080…U+20CF by table, the rest by ICU's properties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace testudo::text {

enum class CharClass : std::uint8_t {
  Space,       // white space, and invisible characters that separate
  Letter,      // letters, marks, the underscore, soft hyphens and joiners inside words
  Upper,       // a letter in upper or title case
  Digit,       // decimal digits and other numerals (½, ²)
  Apostrophe,  // ' ’ ʼ ` and the prime: whether a quotation mark or a letter, its neighbours say
  Hyphen,      // - ‐ ‑
  Dash,        // – — ―
  Dot,         // .
  Terminal,    // ! ?
  Opening,     // ( [ { “ « „ and the like
  Closing,     // ) ] } ” » and the like
  Quote,       // ": opening or closing
  Currency,    // $ € £
  Symbol,      // % + = < > | ~ ^ and the like
  Punctuation  // everything else
};

struct Character {
  char32_t code_point;
  std::uint8_t length;  // bytes
  CharClass kind;
};

// The class of an ASCII byte, as Unicode has it but for the characters that special meanings are
// listed for above.
constexpr CharClass compute_ascii_class(unsigned char byte) {
  const char c = static_cast<char>(byte);
  if (c <= ' ' || byte == 0x7FU) return CharClass::Space;
  if (c >= 'A' && c <= 'Z') return CharClass::Upper;
  if ((c >= 'a' && c <= 'z') || c == '_') return CharClass::Letter;
  if (c >= '0' && c <= '9') return CharClass::Digit;
  switch (c) {
    case '\'':
    case '`':
      return CharClass::Apostrophe;
    case '-':
      return CharClass::Hyphen;
    case '.':
      return CharClass::Dot;
    case '!':
    case '?':
      return CharClass::Terminal;
    case '"':
      return CharClass::Quote;
    case '(':
    case '[':
    case '{':
      return CharClass::Opening;
    case ')':
    case ']':
    case '}':
      return CharClass::Closing;
    case '$':
      return CharClass::Currency;
    case '%':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '|':
    case '~':
      return CharClass::Symbol;
    default:
      return CharClass::Punctuation;  // , ; : / & # * @ and the backslash
  }
}

inline constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (unsigned byte = 0; byte < 128; ++byte) {
    classes[byte] = compute_ascii_class(static_cast<unsigned char>(byte));
  }
  return classes;
}();

Character non_ascii_character_at(std::string_view text, std::size_t at);

// The character that starts at byte `at` of valid UTF-8.
inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return {byte, 1, kAsciiClasses[byte]};
  return non_ascii_character_at(text, at);
}

constexpr bool is_letter(CharClass c) { return c == CharClass::Letter || c == CharClass::Upper; }
constexpr bool is_word(CharClass c) { return is_letter(c) || c == CharClass::Digit; }

// is_word() of ASCII bytes, false for others: for the loop over every letter of a text.
inline constexpr std::array<bool, 256> kAsciiWords = [] {
  std::array<bool, 256> words{};
  for (std::size_t byte = 0; byte < kAsciiClasses.size(); ++byte)
    words[byte] = is_word(kAsciiClasses[byte]);
  return words;
}();

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Lower case by Unicode's simple mapping, with ’ and ʼ as ', and hyphens as -.
std::string folded(std::string_view text);

// Only the letters and digits, in lower case: for texts that differ in spaces and dashes.
std::string letters_and_digits(std::string_view text);

// Without white space at either end.
std::string_view trimmed(std::string_view text);

}  // namespace testudo::text
