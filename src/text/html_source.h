// Where a piece of text that libxml2 hands out stands in the HTML source. Internal to the room.
// libxml2 tells only where its cursor is when it hands out text, and hands out long texts in pieces
// and character references by themselves; so every piece is compared with the source before the
// cursor and aligned with it. Positions only go forward. Linear in the source.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace testudo::text {

// Bytes [begin, end) of the source; the text is theirs letter for letter, or was made from them (a
// character reference).
struct SourcePiece {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool verbatim = true;
};

class HtmlSource {
 public:
  explicit HtmlSource(std::string_view source) : source_(source) {}

  // The byte up to which everything has been located.
  std::size_t last() const { return last_; }

  // The places of `text`, for which the cursor stands at byte `cursor`, appended to `pieces`.
  void locate(std::string_view text, std::size_t cursor, std::vector<SourcePiece>& pieces);

 private:
  bool stands_at(std::string_view text, std::size_t begin) const {
    return begin >= last_ && begin <= source_.size() && source_.substr(begin, text.size()) == text;
  }
  bool try_reference(std::string_view text, std::size_t cursor, std::vector<SourcePiece>& pieces);
  bool try_backwards(std::string_view text, std::size_t cursor, std::vector<SourcePiece>& pieces);
  void add(const SourcePiece& piece, std::vector<SourcePiece>& pieces);

  std::string_view source_;
  std::size_t last_ = 0;  // everything before has been located
};

}  // namespace testudo::text
