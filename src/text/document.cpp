#include "text/document.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"

namespace testudo::text {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::ListItem:
      return "list item";
    case BlockKind::Quotation:
      return "quotation";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Furniture:
      return "furniture";
  }
  return "";
}

namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

// The length of the longest prefix of at most `limit` bytes that does not end inside a code point.
std::size_t whole_prefix(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  while (limit > 0 && is_continuation(text[limit])) --limit;
  return limit;
}

}  // namespace

void OffsetMap::add_verbatim(std::uint32_t text_begin, std::string_view text,
                             std::uint64_t source_begin) {
  // ASCII pieces need no checkpoints: bytes are code points there. Others are cut, so that a query
  // counts at most kStride bytes.
  const std::size_t stride = is_ascii(text) ? text.size() : kStride;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, whole_prefix(text, stride));
    const std::uint64_t source_end = source_begin + count_code_points(part);
    append({text_begin, text_begin + static_cast<std::uint32_t>(part.size()), source_begin,
            source_end, true});
    text_begin += static_cast<std::uint32_t>(part.size());
    source_begin = source_end;
    text.remove_prefix(part.size());
  }
}

void OffsetMap::add_unit(std::uint32_t text_begin, std::uint32_t text_end,
                         std::uint64_t source_begin, std::uint64_t source_end) {
  append({text_begin, text_end, source_begin, source_end, false});
}

void OffsetMap::append(const Piece& piece) {
  TESTUDO_CHECK(piece.text_begin < piece.text_end && piece.source_begin <= piece.source_end);
  if (pieces_.empty()) {
    pieces_.push_back(piece);
    return;
  }
  Piece& last = pieces_.back();
  TESTUDO_CHECK(last.text_end <= piece.text_begin && last.source_end <= piece.source_begin);
  const bool adjacent = last.text_end == piece.text_begin && last.source_end == piece.source_begin;
  const auto ascii = [](const Piece& p) {
    return p.text_end - p.text_begin == p.source_end - p.source_begin;
  };
  const bool short_enough =
      (ascii(last) && ascii(piece)) || piece.text_end - last.text_begin <= kStride;
  if (adjacent && last.verbatim && piece.verbatim && short_enough) {
    last.text_end = piece.text_end;
    last.source_end = piece.source_end;
  } else {
    pieces_.push_back(piece);
  }
}

const OffsetMap::Piece& OffsetMap::piece_at(std::uint32_t byte) const {
  TESTUDO_CHECK(!pieces_.empty());
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), byte,
      [](std::uint32_t wanted, const Piece& piece) { return wanted < piece.text_begin; });
  return after == pieces_.begin() ? *after : *std::prev(after);
}

std::uint64_t OffsetMap::source_of(std::string_view text, const Piece& piece, std::uint32_t byte) {
  const std::uint32_t at = std::clamp(byte, piece.text_begin, piece.text_end);
  const bool ascii = piece.text_end - piece.text_begin == piece.source_end - piece.source_begin;
  if (ascii) return piece.source_begin + (at - piece.text_begin);
  return piece.source_begin +
         count_code_points(text.substr(piece.text_begin, at - piece.text_begin));
}

SourceSpan OffsetMap::span(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  TESTUDO_CHECK(begin < end && end <= text.size());
  const Piece& first = piece_at(begin);
  const Piece& last = piece_at(end - 1);
  const std::uint64_t source_begin =
      first.verbatim ? source_of(text, first, begin) : first.source_begin;
  const std::uint64_t source_end = last.verbatim ? source_of(text, last, end) : last.source_end;
  return {source_begin, std::max(source_begin, source_end)};
}

}  // namespace testudo::text
