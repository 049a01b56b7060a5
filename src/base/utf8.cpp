#include "base/utf8.h"

#include <unicode/utf8.h>

#include <cstring>

#include "base/byte_block.h"
#include "base/check.h"

namespace testudo {

// Eight bytes at a time, as most text is ASCII.
std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  at = skip_blocks(text, at, [](std::uint64_t) { return kHighBits; });
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::optional<InvalidUtf8> invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  std::size_t code_points = 0;
  while (at < size) {
    if (data[at] < 0x80) {
      const auto begin = static_cast<std::size_t>(at);
      const std::size_t end = end_of_ascii(bytes, begin);
      code_points += end - begin;
      at = static_cast<std::int64_t>(end);
      continue;
    }
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) {
      // U8_NEXT stops before the first byte that cannot continue; at the end of the text that is a
      // truncation when what stands there could still have become a character.
      const bool lead = data[begin] >= 0xC2 && data[begin] <= 0xF4;
      return InvalidUtf8{static_cast<std::size_t>(begin), code_points, lead && at == size};
    }
    ++code_points;
  }
  return std::nullopt;
}

bool is_valid_utf8(std::string_view bytes) { return !invalid_utf8(bytes).has_value(); }

// Eight bytes at a time: in those that continue a character, the highest bit is set and the next is
// not.
std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t kLowBits = 0x0101010101010101U;
  std::size_t count = text.size();
  std::size_t at = 0;
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t continues = (eight >> 7U) & (~eight >> 6U) & kLowBits;
    count -= (continues * kLowBits) >> 56U;  // the sum of the bytes
  }
  for (; at < text.size(); ++at) count -= is_continuation(text[at]) ? 1U : 0U;
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  TESTUDO_CHECK(at < text.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  auto index = at;
  const auto size = text.size();
  U8_NEXT_OR_FFFD(data, index, size, c);
  at = index;
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t code_point) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(buffer, length, U8_MAX_LENGTH, static_cast<std::uint32_t>(code_point), failed);
  TESTUDO_CHECK(!failed);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

}  // namespace testudo
