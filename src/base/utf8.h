// UTF-8 as this program needs it: validated once at the door, trusted inside.
//   if (auto bad = invalid_utf8(bytes)) report(*bad);
// All functions are pure; everything but invalid_utf8(), is_valid_utf8(), end_of_ascii() and
// next_code_point() expects valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace testudo {

// Where bytes stop being UTF-8.
struct InvalidUtf8 {
  std::size_t byte = 0;        // offset of the first byte that does not belong
  std::size_t code_point = 0;  // how many code points stand before it
  bool truncated = false;      // the text ends within a sequence that is right so far
};

// The first place that is not well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
// forms, at most U+10FFFF), or nothing. O(bytes).
std::optional<InvalidUtf8> invalid_utf8(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

// Where the run of ASCII ends that begins at byte `at`; `at` if there is none. O(run).
std::size_t end_of_ascii(std::string_view text, std::size_t at);

// How many code points the text has. O(bytes).
std::size_t count_code_points(std::string_view text);

// The code point that starts at byte `at`, and moves `at` behind it; U+FFFD for bytes that are not
// UTF-8. `at` must be a boundary below text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

// Appends a code point; it must be a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

// Whether the byte is not the first of its code point.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace testudo
