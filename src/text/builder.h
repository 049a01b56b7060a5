// Grows a document block by block, with every byte's way back to the source. Internal to the room:
// the readers share it.
//   DocumentBuilder builder(document);
//   builder.begin_block(BlockKind::Paragraph); builder.verbatim("Talks", 7); builder.space(12, 13);
//   … builder.end_block();
// Not thread-safe; the document must outlive it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/document.h"

namespace testudo::text {

// What the page's structure tells of a block, for the furniture finder. Kept beside
// Document::blocks, one for one.
struct BlockHints {
  bool is_site = false;      // the structure says: not the article (nav, class="share" …)
  std::uint8_t level = 0;    // of a heading, 1 to 6; 0: none
  std::uint32_t linked = 0;  // bytes of the block's text that are links
};

// Code point numbers of byte positions that are asked for in ascending order.
class SourceCursor {
 public:
  explicit SourceCursor(std::string_view source) : source_(source) {}

  std::uint64_t code_point(std::size_t byte) {
    code_point_ += count_code_points(source_.substr(byte_, byte - byte_));
    byte_ = byte;
    return code_point_;
  }

 private:
  std::string_view source_;
  std::size_t byte_ = 0;
  std::uint64_t code_point_ = 0;
};

class DocumentBuilder {
 public:
  explicit DocumentBuilder(Document& document) : document_(document) {}

  // Ends the block at hand, if any, and opens another.
  void begin_block(BlockKind kind, const BlockHints& hints = {});

  // Text that stands so in the source, from code point source_begin on. Outside a block, it opens a
  // paragraph.
  void verbatim(std::string_view text, std::uint64_t source_begin);

  // Text made from code points [source_begin, source_end) of the source.
  void unit(std::string_view text, std::uint64_t source_begin, std::uint64_t source_end);

  // White space: a run of it becomes one space, at a block's ends nothing.
  void space(std::uint64_t source_begin, std::uint64_t source_end);

  // Text that stands so in the source from byte source_byte on, with its white space folded. The
  // cursor is of the same source.
  void running(std::string_view text, std::size_t source_byte, SourceCursor& cursor);

  // Text made from code points [source_begin, source_end) as a whole, with its white space folded.
  void running_unit(std::string_view text, std::uint64_t source_begin, std::uint64_t source_end);

  // Ends the block; one without text disappears.
  void end_block();

  bool in_block() const { return open_; }
  BlockHints& hints() { return hints_; }  // of the block at hand
  std::uint32_t text_size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  // One for each of the document's blocks. Ends the block at hand.
  std::vector<BlockHints> take_hints();

 private:
  void flush_space();

  Document& document_;
  std::vector<BlockHints> all_hints_;
  BlockHints hints_;
  Block block_;
  bool open_ = false;
  bool started_ = false;  // the block has text
  bool space_ = false;    // white space waits for the text behind it
  std::uint64_t space_begin_ = 0;
  std::uint64_t space_end_ = 0;
};

}  // namespace testudo::text
