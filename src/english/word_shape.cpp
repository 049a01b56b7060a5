#include "english/word_shape.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace testudo::english {
namespace {

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// U+2019 and U+2018, the grave and the acute accent: "don’t", "don`t".
constexpr bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xB4;
}

}  // namespace

void WordShape::read(std::string_view token) {
  has_digit_ = false;
  const bool ascii = std::all_of(token.begin(), token.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0x80U) == 0;
  });
  if (ascii && token.size() <= buffer_.size()) {
    read_ascii(token);
  } else {
    read_unicode(token);
  }
}

void WordShape::read_ascii(std::string_view token) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    upper += is_ascii_upper(c) ? 1U : 0U;
    lower += is_ascii_lower(c) ? 1U : 0U;
    has_digit_ = has_digit_ || is_digit(c);
    buffer_[i] = is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c == '`' ? '\'' : c;
  }
  lower_ = {buffer_.data(), token.size()};
  set_case(upper, lower, !token.empty() && is_ascii_upper(token.front()));
}

void WordShape::read_unicode(std::string_view token) {
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
