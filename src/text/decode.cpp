#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <array>
#include <memory>

#include "base/utf8.h"
#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr std::size_t kPrescan = 1024;  // bytes in which a charset must be declared

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// The value behind `key=` at or after `from`, quoted or not, in lower-cased text.
std::string value_of(std::string_view lower, std::string_view key, std::size_t from) {
  std::size_t at = lower.find(key, from);
  if (at == std::string_view::npos) return {};
  at += key.size();
  while (at < lower.size() && (lower[at] == ' ' || lower[at] == '\t')) ++at;
  if (at >= lower.size() || lower[at] != '=') return value_of(lower, key, at);
  ++at;
  while (at < lower.size() && std::string_view(" \t\"'").find(lower[at]) != std::string_view::npos)
    ++at;
  const std::size_t end = lower.find_first_of(" \t\r\n\"';>/?", at);
  return std::string(lower.substr(at, end == std::string_view::npos ? end : end - at));
}

bool is_utf8_name(std::string_view name) {
  return name.empty() || name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8";
}

// What browsers take these names for (WHATWG Encoding, section 4.2).
std::string_view whatwg_name(std::string_view name) {
  for (const std::string_view latin : {"iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"}) {
    if (name == latin) return "windows-1252";
  }
  // A document whose declaration can be read byte by byte is no UTF-16.
  if (name.starts_with("utf-16")) return "utf-8";
  return name;
}

Result<std::string_view> checked(std::string_view bytes, const std::string& name) {
  if (const auto bad = invalid_utf8(bytes)) {
    return Error{"the bytes are not UTF-8, and no other charset is declared",
                 Place::offset_in(name, bad->code_point)};
  }
  return bytes;
}

Result<std::string_view> convert(std::string_view bytes, const std::string& charset,
                                 const std::string& name, std::string& storage) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset.c_str(), &status));
  const Converter to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return Error{"unknown charset " + charset, Place::name(name)};
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> buffer;
  bool reset = true;
  do {
    char* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source,
                   source_end, pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), static_cast<UBool>(reset), true, &status);
    storage.append(buffer.data(), target);
    reset = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) {
    // What was read before the bad bytes may still wait in the pivot.
    const std::int32_t pivoted =
        u_countChar32(pivot_source, static_cast<std::int32_t>(pivot_target - pivot_source));
    return Error{
        "the bytes are not " + charset + ", which the page declares",
        Place::offset_in(name, count_code_points(storage) + static_cast<std::size_t>(pivoted))};
  }
  return std::string_view(storage);
}

}  // namespace

std::string declared_charset(std::string_view html) {
  if (html.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (html.starts_with("\xFF\xFE")) return "utf-16le";
  if (html.starts_with("\xFE\xFF")) return "utf-16be";
  std::string lower(html.substr(0, kPrescan));
  for (char& c : lower) c = ascii_lower(c);
  if (lower.starts_with("<?xml")) {
    std::string found = value_of(lower.substr(0, lower.find("?>")), "encoding", 0);
    if (!found.empty()) return found;
  }
  for (std::size_t at = lower.find("<meta"); at != std::string::npos;
       at = lower.find("<meta", at + 5)) {
    const std::size_t end = lower.find('>', at);
    std::string found = value_of(std::string_view(lower).substr(0, end), "charset", at);
    if (!found.empty()) return found;
  }
  return {};
}

Result<std::string_view> decode_html(std::string_view bytes, const std::string& name,
                                     std::string& storage) {
  const std::string declared = declared_charset(bytes);
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (marked) return convert(bytes, declared, name, storage);
  const std::string charset(whatwg_name(declared));
  if (is_utf8_name(charset)) return checked(bytes, name);
  return convert(bytes, charset, name, storage);
}

}  // namespace testudo::text
