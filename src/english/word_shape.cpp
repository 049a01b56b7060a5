#include "english/word_shape.h"

#include <unicode/uchar.h>

#include <array>

#include "base/utf8.h"

namespace testudo::english {
namespace {

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// U+2019 and U+2018, the grave and the acute accent: "don’t", "don`t".
constexpr bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xB4;
}

struct AsciiLetter {
  char small = 0;
  bool upper = false;
  bool lower = false;
  bool digit = false;
};

constexpr std::array<AsciiLetter, 128> kAscii = [] {
  std::array<AsciiLetter, 128> table;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char>(i);
    table[i].upper = is_ascii_upper(c);
    table[i].lower = is_ascii_lower(c);
    table[i].digit = WordShape::is_digit(c);
    table[i].small = is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c == '`' ? '\'' : c;
  }
  return table;
}();

}  // namespace

void WordShape::read(std::string_view token) {
  if (token.size() > buffer_.size() || !read_ascii(token)) read_unicode(token);
}

bool WordShape::read_ascii(std::string_view token) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  unsigned all = 0;
  bool digit = false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const auto c = static_cast<unsigned char>(token[i]);
    const AsciiLetter letter = kAscii[c & 0x7FU];
    all |= c;
    upper += letter.upper ? 1U : 0U;
    lower += letter.lower ? 1U : 0U;
    digit = digit || letter.digit;
    buffer_[i] = letter.small;
  }
  if (all > 0x7F) return false;
  has_digit_ = digit;
  lower_ = {buffer_.data(), token.size()};
  set_case(upper, lower, !token.empty() && is_ascii_upper(token.front()));
  return true;
}

void WordShape::read_unicode(std::string_view token) {
  has_digit_ = false;
  long_.clear();
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_is_upper = false;
  for (std::size_t at = 0; at < token.size();) {
    const bool first = at == 0;
    const char32_t c = next_code_point(token, at);
    const auto point = static_cast<UChar32>(c);
    if (u_isupper(point) != 0) {
      ++upper;
      first_is_upper = first_is_upper || first;
    } else if (u_isalpha(point) != 0) {
      ++lower;
    }
    has_digit_ = has_digit_ || (c < 0x80 && is_digit(static_cast<char>(c)));
    append_utf8(long_, is_apostrophe(c) ? U'\'' : static_cast<char32_t>(u_tolower(point)));
  }
  lower_ = long_;
  set_case(upper, lower, first_is_upper);
}

void WordShape::set_case(std::size_t upper, std::size_t lower, bool first_is_upper) {
  if (upper + lower == 0) {
    case_ = Case::None;
  } else if (upper == 0) {
    case_ = Case::Lower;
  } else if (first_is_upper && upper == 1) {
    case_ = Case::Capitalised;
  } else {
    case_ = lower == 0 ? Case::Upper : Case::Mixed;
  }
}

}  // namespace testudo::english
