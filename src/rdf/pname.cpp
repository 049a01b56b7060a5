#include "rdf/pname.h"

#include "base/utf8.h"

namespace testudo::rdf {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// PN_CHARS_BASE outside ASCII.
bool is_base(char32_t c) {
  return (c >= 0xC0 && c <= 0xD6) || (c >= 0xD8 && c <= 0xF6) || (c >= 0xF8 && c <= 0x2FF) ||
         (c >= 0x370 && c <= 0x37D) || (c >= 0x37F && c <= 0x1FFF) || c == 0x200C || c == 0x200D ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}

// PN_CHARS outside ASCII.
bool is_name_character(char32_t c) {
  return is_base(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

// PN_CHARS, or '.', at the byte; moves behind it.
bool take_middle(std::string_view text, std::size_t& at) {
  const char c = text[at];
  if (!is_ascii(c)) return is_name_character(next_code_point(text, at));
  ++at;
  return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
}

}  // namespace

bool is_plain_local_name(std::string_view text) {
  if (text.empty()) return true;
  std::size_t at = 0;
  if (!is_ascii(text.front())) {
    if (!is_base(next_code_point(text, at))) return false;
  } else {
    const char first = text[at++];
    if (!is_ascii_letter(first) && !is_digit(first) && first != '_' && first != ':') return false;
  }
  while (at < text.size()) {
    if (text[at] == ':') {
      ++at;
    } else if (!take_middle(text, at)) {
      return false;
    }
  }
  return text.back() != '.';
}

bool is_valid_prefix(std::string_view text) {
  if (text.empty()) return true;
  std::size_t at = 0;
  if (!is_ascii(text.front())) {
    if (!is_base(next_code_point(text, at))) return false;
  } else if (!is_ascii_letter(text[at++])) {
    return false;
  }
  while (at < text.size()) {
    if (!take_middle(text, at)) return false;
  }
  return text.back() != '.';
}

}  // namespace testudo::rdf
