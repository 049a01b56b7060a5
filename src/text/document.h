// An article as it was given, and its running text with a way back to the source.
//   const auto documents = text::read_plain("news.txt", bytes);
//   document.offsets.span(block.begin, block.end)  // where the block stands in the source, in code
//   points
// Plain values; safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace testudo::text {

// What a block is. Furniture is text of the site, not of the article: menus, appeals, captions,
// credits, related stories, a standfirst that repeats the article. It is kept, with its place, and
// yields no assertions.
enum class BlockKind : std::uint8_t {
  Title,
  Heading,
  Paragraph,
  ListItem,
  Quotation,
  Caption,
  Furniture
};

std::string_view to_string(BlockKind kind);

// A run of text that belongs together, without a paragraph break inside. Bytes into Document::text,
// half-open.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool is_read() const { return kind != BlockKind::Furniture && kind != BlockKind::Caption; }
  friend bool operator==(const Block&, const Block&) = default;
};

// A half-open range of code points in the source as it was given.
struct SourceSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// From bytes of Document::text to code points of the source. Append pieces in ascending order of
// both; query in any order. A query costs O(log pieces) plus at most kStride bytes of counting.
class OffsetMap {
 public:
  // Bytes [text_begin, text_begin + text.size()) of the running text stand letter for letter in the
  // source from code point source_begin on.
  void add_verbatim(std::uint32_t text_begin, std::string_view text, std::uint64_t source_begin);

  // Bytes [text_begin, text_end) of the running text were made from code points [source_begin,
  // source_end) of the source as one unit: a character reference, folded white space.
  void add_unit(std::uint32_t text_begin, std::uint32_t text_end, std::uint64_t source_begin,
                std::uint64_t source_end);

  // The source span of a non-empty range of the text, from the start of its first character to the
  // end of its last. `text` is Document::text. Bytes that no piece covers belong to the piece
  // before them.
  SourceSpan span(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

 private:
  static constexpr std::uint32_t kStride =
      256;  // a long verbatim piece gets a checkpoint every so many bytes
  struct Piece {
    std::uint32_t text_begin;
    std::uint32_t text_end;
    std::uint64_t source_begin;
    std::uint64_t source_end;
    bool verbatim;
  };
  void append(const Piece& piece);
  const Piece& piece_at(std::uint32_t byte) const;
  static std::uint64_t source_of(std::string_view text, const Piece& piece, std::uint32_t byte);
  std::vector<Piece> pieces_;  // ascending and disjoint in the text and in the source
};

// What the source says of itself. Empty: not said.
struct Metadata {
  std::string title;
  std::string publisher;        // "The Moscow Times"
  std::string first_publisher;  // "This piece was first published by …"
  std::string author;
  std::string date;      // xsd:date, xsd:gYearMonth or xsd:gYear, as exact as the source
  std::string url;       // absolute
  std::string language;  // BCP 47

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Document {
  std::string name;  // for messages: the path, or path:line for a line of JSON
  std::string id;    // what its IRI ends in when it has no url: a file's name, a record's "id"
  Metadata metadata;
  std::string text;  // UTF-8, every block's text in the source's order, blocks kept apart by "\n\n"
  std::vector<Block> blocks;  // ascending, disjoint
  OffsetMap offsets;
  std::uint64_t source_length = 0;  // code points

  std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

}  // namespace testudo::text
