// One function for each format, behind reader.h. Internal to the room.
// Each expects valid UTF-8, fills the document's text, blocks, offsets and what metadata the format
// itself holds, and returns what the structure tells of each block; the furniture finder does the
// rest. Linear in the source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/builder.h"
#include "text/furniture_finder.h"
#include "text/reader.h"

namespace testudo::text {

// How many bytes the byte order mark at the start takes up: it counts as a code point of the
// source, but is no text.
inline std::size_t byte_order_mark(std::string_view source) {
  return source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

// Blocks are parted by blank lines, or are single lines where lines are not wrapped.
std::vector<BlockHints> read_plain(std::string_view source, Document& document);

// Every line that is not blank is a paragraph.
std::vector<BlockHints> read_lines(std::string_view source, Document& document);

// CommonMark, with GitHub's tables, and YAML-like front matter of simple `key: value` lines.
std::vector<BlockHints> read_markdown(std::string_view source, Document& document);

// HTML as browsers forgive it. The cues' class words mark blocks of the site.
std::vector<BlockHints> read_html(std::string_view source, const CueIndex& cues,
                                  Document& document);

}  // namespace testudo::text
