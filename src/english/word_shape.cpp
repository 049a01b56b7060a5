#include "english/word_shape.h"

#include <unicode/uchar.h>

#include <cstring>

#include "base/byte_block.h"
#include "base/utf8.h"
#include "english/word_image.h"

namespace testudo::english {
namespace {

// U+2019 and U+2018, the grave and the acute accent: "don’t", "don`t".
constexpr bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xB4;
}

}  // namespace

void WordShape::read(std::string_view token) {
  if (token.size() > buffer_.size() || !read_ascii(token)) read_unicode(token);
}

// Eight letters at a time: tokens are short, and a loop over letters ends at a place that no
// processor foresees.
bool WordShape::read_ascii(std::string_view token) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::uint64_t all = 0;
  std::uint64_t digits = 0;
  bool first_is_upper = false;
  image::Hash hash(token.size());
  for (std::size_t at = 0; at < token.size(); at += image::kHashBlock) {
    const std::uint64_t block = image::load(token.data() + at, token.size() - at);
    const std::uint64_t capitals = between(block, 'A', 'Z');
    const std::uint64_t graves = between(block, '`', '`');
    const std::uint64_t small = (block | (capitals >> 2U)) ^ ((graves >> 7U) * ('`' ^ '\''));
    std::memcpy(buffer_.data() + at, &small, sizeof small);
    hash.add(small);
    all |= block;
    digits |= between(block, '0', '9');
    upper += count(capitals);
    lower += count(between(block, 'a', 'z'));
    first_is_upper = first_is_upper || (at == 0 && (capitals & 0x80U) != 0);
  }
  if (!is_ascii_block(all)) return false;
  has_digit_ = digits != 0;
  lower_ = {buffer_.data(), token.size()};
  hash_ = hash.value();
  set_case(upper, lower, first_is_upper);
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
  hash_ = image::hash(lower_);
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
