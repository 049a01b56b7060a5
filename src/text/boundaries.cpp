#include "text/boundaries.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/byte_block.h"
#include "base/check.h"
#include "base/utf8.h"

namespace testudo::text {
namespace {

constexpr std::size_t kWindow =
    65536;  // bytes: large enough that most blocks need one, small enough for the cache

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

// One thread's break iterator and what it is shown: UTF-16, and the byte at which each unit stands.
struct Scratch {
  std::unique_ptr<UBreakIterator, CloseIterator> iterator;
  std::vector<UChar> units;
  std::vector<std::uint32_t> bytes;

  Scratch() {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &status));
    TESTUDO_CHECK(U_SUCCESS(status));  // ICU's data is linked in
  }
};

Scratch& scratch() {
  thread_local Scratch mine;
  return mine;
}

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Small letters and blanks, by byte.
constexpr std::array<bool, 256> kSmallOrBlank = [] {
  std::array<bool, 256> all{};
  for (std::size_t byte = 0; byte < all.size(); ++byte)
    all[byte] = byte == ' ' || is_small(static_cast<char>(byte));
  return all;
}();

// Where the run of small letters and blanks ends that begins with the letter at `at`: behind its
// last letter.
std::size_t end_of_small(std::string_view text, std::size_t at) {
  std::size_t end = skip_blocks(text, at + 1, [](std::uint64_t block) {
    return between(block, 'a', 'z') | between(block, ' ', ' ');
  });
  while (end < text.size() && kSmallOrBlank[static_cast<unsigned char>(text[end])]) ++end;
  while (text[end - 1] == ' ') --end;
  return end;
}

// Makes the units of valid UTF-8. Of small letters with nothing but blanks between them only the
// first is shown, which makes most text a fifth as long: no rule of UAX #29 (table 4) sets a
// boundary among them, nor looks past one small letter for what is on its other side.
void show(std::string_view text, Scratch& out) {
  out.units.resize(text.size());
  out.bytes.resize(text.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    out.bytes[count] = static_cast<std::uint32_t>(at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80U) {
      out.units[count++] = byte;
      at = is_small(text[at]) ? end_of_small(text, at) : at + 1;
      continue;
    }
    const std::size_t first = count;
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    U16_APPEND_UNSAFE(out.units, count, c);
    for (std::size_t i = first; i < count; ++i) out.bytes[i] = static_cast<std::uint32_t>(begin);
  }
  out.units.resize(count);
}

// Where a window that starts at `begin` and saw no boundary ends: behind its last space, else
// between two code points.
std::size_t window_end(std::string_view text, std::size_t begin, std::size_t end) {
  if (end == text.size()) return end;
  const std::size_t space = text.find_last_of(' ', end - 1);
  if (space != std::string_view::npos && space > begin) return space + 1;
  while (end > begin && is_continuation(text[end])) --end;
  return end;
}

}  // namespace

void sentence_starts(std::string_view text, std::uint32_t begin, std::uint32_t end,
                     std::vector<std::uint32_t>& starts) {
  starts.clear();
  text = text.substr(0, end);
  Scratch& mine = scratch();
  std::size_t at = begin;
  while (at < end) {
    const std::size_t stop = window_end(text, at, std::min<std::size_t>(end, at + kWindow));
    const std::string_view window = text.substr(at, stop - at);
    show(window, mine);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(mine.iterator.get(), mine.units.data(),
                 static_cast<std::int32_t>(mine.units.size()), &status);
    TESTUDO_CHECK(U_SUCCESS(status));
    const std::size_t known = starts.size();
    for (std::int32_t unit = ubrk_next(mine.iterator.get());
         unit != UBRK_DONE && static_cast<std::size_t>(unit) < mine.units.size();
         unit = ubrk_next(mine.iterator.get())) {
      starts.push_back(static_cast<std::uint32_t>(at) + mine.bytes[static_cast<std::size_t>(unit)]);
    }
    // The window's last sentence may go on behind it: the next window starts where that sentence
    // does.
    const bool more = stop < end;
    at = more && starts.size() > known ? starts.back() : stop;
  }
}

}  // namespace testudo::text
