// IRIs, their path segments and language tags. Grammar: RFC 3987 section 2.2, BCP 47 section 2.1.
#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "rdf/term.h"

namespace testudo::rdf {
namespace {

// What an ASCII byte may be in an IRI.
enum Class : std::uint8_t {
  kAlpha = 1,
  kDigit = 2,
  kOther = 4,  // the rest of unreserved, and sub-delims
  kPath = 8,   // ':', '@' and '/', which with the others make a path
};

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kAlpha;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (const char c : std::string_view("-._~!$&'()*+,;=")) {
    classes[static_cast<unsigned char>(c)] = kOther;
  }
  classes[':'] = classes['@'] = classes['/'] = kPath;
  return classes;
}();

constexpr std::uint8_t kHost = kAlpha | kDigit | kOther;
constexpr std::uint8_t kAnyPath = kHost | kPath;

bool is(char byte, unsigned classes) {
  return (kClasses[static_cast<unsigned char>(byte)] & classes) != 0;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_escape(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '%' && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

// LRM, RLM and the embeddings: RFC 3987 section 4.1 keeps them out of IRIs.
bool is_bidi_formatting(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
}

bool is_ucschar(char32_t c) {
  if (is_bidi_formatting(c)) return false;
  if (c < 0x10000) {
    return (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
           (c >= 0xFDF0 && c <= 0xFFEF);
  }
  // Each supplementary plane but its last two code points; plane 14 from its second block on.
  return (c & 0xFFFF) <= 0xFFFD && c <= 0xEFFFD && (c < 0xE0000 || c >= 0xE1000);
}

bool is_iprivate(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) ||
         (c >= 0x100000 && c <= 0x10FFFD);
}

// Moves behind the character at the byte, which is none of the ASCII that may stand: an escape, or
// a letter of another script. What is not UTF-8 is no letter: U+FFFD is none that may stand.
bool take_escape_or_letter(std::string_view text, std::size_t& at, bool allow_private) {
  if (text[at] == '%') {
    if (!is_escape(text, at)) return false;
    at += 3;
    return true;
  }
  if (static_cast<unsigned char>(text[at]) < 0x80) return false;
  const char32_t c = next_code_point(text, at);
  return is_ucschar(c) || (allow_private && is_iprivate(c));
}

// Whether the text can be a host's name or a user's.
bool is_host(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is(text[at], kHost)) {
      ++at;
    } else if (!take_escape_or_letter(text, at, false)) {
      return false;
    }
  }
  return true;
}

// Path, query and fragment, or what is left from within the fragment on.
bool is_path_and_more(std::string_view text, bool fragment = false) {
  bool query = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is(text[at], kAnyPath)) {
      ++at;
    } else if (text[at] == '?') {
      query = query || !fragment;
      ++at;
    } else if (text[at] == '#') {
      if (fragment) return false;
      fragment = true;
      ++at;
    } else if (!take_escape_or_letter(text, at, query && !fragment)) {
      return false;
    }
  }
  return true;
}

bool is_ip_literal(std::string_view text) {  // between the brackets
  if (text.starts_with('v') || text.starts_with('V')) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || dot < 2 || dot + 1 == text.size()) return false;
    for (const char c : text.substr(1, dot - 1)) {
      if (!is_hex(c)) return false;
    }
    for (const char c : text.substr(dot + 1)) {
      if (!is(c, kHost) && c != ':') return false;
    }
    return true;
  }
  in6_addr address{};
  return text.find('\0') == std::string_view::npos &&
         inet_pton(AF_INET6, std::string(text).c_str(), &address) == 1;
}

bool is_port(std::string_view text) {  // what follows the host
  if (text.empty()) return true;
  if (text.front() != ':') return false;
  for (const char c : text.substr(1)) {
    if (!is(c, kDigit)) return false;
  }
  return true;
}

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
    std::string_view user = text.substr(0, at);
    for (std::size_t colon = user.find(':'); colon != std::string_view::npos;
         colon = user.find(':')) {
      if (!is_host(user.substr(0, colon))) return false;
      user.remove_prefix(colon + 1);
    }
    if (!is_host(user)) return false;
    text.remove_prefix(at + 1);
  }
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    return end != std::string_view::npos && is_ip_literal(text.substr(1, end - 1)) &&
           is_port(text.substr(end + 1));
  }
  const std::size_t colon = std::min(text.find(':'), text.size());
  return is_host(text.substr(0, colon)) && is_port(text.substr(colon));
}

// Spaces and invisible characters: allowed in an IRI by RFC 3987, but nobody can see or type them.
bool is_invisible(char32_t c) {
  return c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

void append_escaped(std::string& out, std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
}

}  // namespace

bool is_valid_iri(std::string_view iri) {
  std::size_t at = 0;
  while (at < iri.size() &&
         (is(iri[at], kAlpha | kDigit) || iri[at] == '+' || iri[at] == '-' || iri[at] == '.')) {
    ++at;
  }
  if (at == 0 || at == iri.size() || iri[at] != ':' || !is(iri.front(), kAlpha)) return false;
  std::string_view rest = iri.substr(at + 1);
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && rest[end] != '#') ++end;
    if (!is_authority(rest.substr(0, end))) return false;
    rest.remove_prefix(end);
  }
  return is_path_and_more(rest);
}

bool is_valid_fragment(std::string_view text) { return is_path_and_more(text, true); }

bool is_valid_language_tag(std::string_view tag) {
  bool first = true;
  std::size_t length = 0;  // of the subtag before
  do {
    const std::string_view subtag = tag.substr(0, std::min(tag.find('-'), tag.size()));
    length = subtag.size();
    if (length == 0 || length > 8) return false;
    for (const char c : subtag) {
      if (!is(c, first ? kAlpha : kAlpha | kDigit)) return false;
    }
    // A lone letter begins an extension: "x-…", and the old "i-…".
    if (first && length == 1 && subtag.find_first_of("xXiI") == std::string_view::npos)
      return false;
    first = false;
    tag.remove_prefix(length);
    if (tag.empty()) break;
    tag.remove_prefix(1);
    if (tag.empty()) return false;
  } while (true);
  return length > 1;
}

std::string encode_segment(std::string_view text) {
  const bool valid = is_valid_utf8(text);
  const auto stays = [](char ascii) { return is(ascii, kAnyPath) && ascii != '/'; };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    while (at < text.size() && stays(text[at])) ++at;
    out += text.substr(begin, at - begin);
    if (at == text.size()) break;
    begin = at;
    bool keep = false;
    if (static_cast<unsigned char>(text[at]) < 0x80 || !valid) {
      ++at;
    } else {
      const char32_t c = next_code_point(text, at);
      keep = is_ucschar(c) && !is_invisible(c);
    }
    const std::string_view bytes = text.substr(begin, at - begin);
    if (keep) {
      out += bytes;
    } else {
      append_escaped(out, bytes);
    }
  }
  return out;
}

}  // namespace testudo::rdf
