#include "text/boundaries.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>

#include "base/check.h"
#include "base/utf8.h"

namespace testudo::text {
namespace {

constexpr std::size_t kWindow =
    65536;  // bytes: large enough that most blocks need one, small enough for the cache

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

// One thread's break iterator and its UTF-16 buffer.
struct Scratch {
  std::unique_ptr<UBreakIterator, CloseIterator> iterator;
  std::vector<UChar> buffer;

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

// UTF-16 of valid UTF-8; whether every byte became one unit.
bool to_utf16(std::string_view text, std::vector<UChar>& buffer) {
  buffer.resize(text.size());
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_ascii(text, at); end > at) {
      const char* const ascii = text.data() + at;
      UChar* const out = buffer.data() + units;
      for (std::size_t i = 0; i < end - at; ++i) out[i] = static_cast<unsigned char>(ascii[i]);
      units += end - at;
      at = end;
      continue;
    }
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    U16_APPEND_UNSAFE(buffer, units, c);
  }
  const bool ascii = units == text.size();
  buffer.resize(units);
  return ascii;
}

constexpr unsigned char kFourBytes = 0xF0;  // the least first byte of what are two units

// Walks along UTF-8 and UTF-16 together.
class Cursor {
 public:
  Cursor(std::string_view text, bool ascii) : text_(text), ascii_(ascii) {}

  // The byte at which unit `unit` stands; units must ascend.
  std::size_t byte_of(std::size_t unit) {
    if (ascii_) return unit;
    while (unit_ < unit) {
      unit_ += static_cast<unsigned char>(text_[byte_]) >= kFourBytes ? 2U : 1U;
      do ++byte_;
      while (byte_ < text_.size() && is_continuation(text_[byte_]));
    }
    return byte_;
  }

 private:
  std::string_view text_;
  bool ascii_;
  std::size_t byte_ = 0;
  std::size_t unit_ = 0;
};

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
    Cursor cursor(window, to_utf16(window, mine.buffer));
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(mine.iterator.get(), mine.buffer.data(),
                 static_cast<std::int32_t>(mine.buffer.size()), &status);
    TESTUDO_CHECK(U_SUCCESS(status));
    const std::size_t known = starts.size();
    for (std::int32_t unit = ubrk_next(mine.iterator.get());
         unit != UBRK_DONE && static_cast<std::size_t>(unit) < mine.buffer.size();
         unit = ubrk_next(mine.iterator.get())) {
      starts.push_back(
          static_cast<std::uint32_t>(at + cursor.byte_of(static_cast<std::size_t>(unit))));
    }
    // The window's last sentence may go on behind it: the next window starts where that sentence
    // does.
    const bool more = stop < end;
    at = more && starts.size() > known ? starts.back() : stop;
  }
}

}  // namespace testudo::text
