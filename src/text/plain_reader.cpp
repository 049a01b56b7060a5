#include <algorithm>

#include "text/characters.h"
#include "text/formats.h"

namespace testudo::text {
namespace {

// Columns between which a file's longest line is taken for the width its paragraphs were wrapped
// to. Narrower are lists and verse, wider are files with a paragraph a line.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;

struct Line {
  std::string_view text;  // without its end and the white space around it
  std::size_t begin = 0;  // byte of the source
  std::size_t width = 0;  // code points
};

// Where the line that byte `at` is in ends: at a \n, a \r or the source's end.
std::size_t line_end(std::string_view source, std::size_t at) {
  constexpr std::size_t kPiece = 1024;  // bytes looked at once: one of the two may be far away
  for (; at < source.size(); at += kPiece) {
    const std::string_view piece = source.substr(at, kPiece);
    const std::size_t end = std::min(piece.find('\n'), piece.find('\r'));
    if (end != std::string_view::npos) return at + end;
  }
  return source.size();
}

// The next line from `at` on, which moves behind its end (\n, \r\n or \r).
Line next_line(std::string_view source, std::size_t& at) {
  const std::size_t end = line_end(source, at);
  const std::string_view whole = source.substr(at, end - at);
  const std::string_view text = trimmed(whole);
  Line line{text, 0, count_code_points(text)};
  line.begin = text.empty() ? at : static_cast<std::size_t>(text.data() - source.data());
  const bool pair = source.substr(end, 2) == "\r\n";
  at = std::min(source.size(), end + (pair ? 2U : 1U));
  return line;
}

std::vector<Line> lines_of(std::string_view source) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < source.size();) lines.push_back(next_line(source, at));
  return lines;
}

std::size_t first_word_width(const Line& line) {
  return count_code_points(line.text.substr(0, line.text.find(' ')));
}

// Whether the line was ended only because the next one's first word had no room.
bool is_full(const Line& line, const Line& next, std::size_t width) {
  return line.width + 1 + first_word_width(next) > width;
}

// The width that the file's lines were wrapped to, or 0 if they were not: most lines that another
// follows must be full.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t followed = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].text.empty() || lines[i + 1].text.empty()) continue;
    ++followed;
    full += is_full(lines[i], lines[i + 1], width) ? 1U : 0U;
  }
  return full * 5 >= followed * 3 ? width : 0;
}

void add_line(const Line& line, SourceCursor& cursor, DocumentBuilder& builder) {
  const std::uint64_t begin = cursor.code_point(line.begin);
  if (builder.in_block()) builder.space(begin - 1, begin);
  builder.verbatim(line.text, begin);
}

}  // namespace

std::vector<BlockHints> read_lines(std::string_view source, Document& document) {
  DocumentBuilder builder(document);
  SourceCursor cursor(source);
  for (std::size_t at = 0; at < source.size();) {
    const Line line = next_line(source, at);
    if (!line.text.empty()) add_line(line, cursor, builder);
    builder.end_block();
  }
  return builder.take_hints();
}

std::vector<BlockHints> read_plain(std::string_view source, Document& document) {
  const std::vector<Line> lines = lines_of(source);
  const std::size_t width = wrap_width(lines);
  DocumentBuilder builder(document);
  SourceCursor cursor(source);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.empty()) {
      builder.end_block();
      continue;
    }
    const bool goes_on = builder.in_block() && width > 0 && is_full(lines[i - 1], lines[i], width);
    if (!goes_on) builder.end_block();
    add_line(lines[i], cursor, builder);
  }
  return builder.take_hints();
}

}  // namespace testudo::text
