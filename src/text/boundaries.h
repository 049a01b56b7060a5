// Where ICU sees sentences begin, in bytes of UTF-8. Internal to the room; Segmenter mends what ICU
// cannot know. Thread-safe: the iterator and the scratch are the calling thread's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace testudo::text {

// Replaces `starts` with the offsets (ascending, above `begin`, below `end`) in `text` at which
// ICU's English sentence iterator (UAX #29) starts a sentence within bytes [begin, end). Linear in
// the text: it is read through a window that moves from boundary to boundary.
void sentence_starts(std::string_view text, std::uint32_t begin, std::uint32_t end,
                     std::vector<std::uint32_t>& starts);

}  // namespace testudo::text
