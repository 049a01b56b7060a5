#include "text/html_source.h"

#include <algorithm>

#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr std::size_t kLongestReference = 40;  // "&CounterClockwiseContourIntegral;" has 33 bytes
constexpr std::size_t kAhead = 4;              // libxml2's cursor may lag by one character

// What libxml2 leaves out of text: characters that XML does not know.
bool is_left_out(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20U && c != '\t' && c != '\n' && c != '\r') || byte == 0x7FU;
}

}  // namespace

void HtmlSource::add(const SourcePiece& piece, std::vector<SourcePiece>& pieces) {
  pieces.push_back(piece);
  last_ = piece.end;
}

void HtmlSource::locate(std::string_view text, std::size_t cursor,
                        std::vector<SourcePiece>& pieces) {
  cursor = std::clamp(cursor, last_, source_.size());
  if (try_reference(text, cursor, pieces)) return;
  for (std::size_t ahead = 0; ahead <= kAhead; ++ahead) {
    if (cursor + ahead < text.size()) continue;
    const std::size_t begin = cursor + ahead - text.size();
    if (stands_at(text, begin)) {
      add({text, begin, begin + text.size(), true}, pieces);
      return;
    }
  }
  if (try_backwards(text, cursor, pieces)) return;
  // Not found: the text is a unit made from whatever was read since the last piece.
  if (cursor > last_) add({text, last_, cursor, false}, pieces);
}

// "&amp;", "&#8212;", "&eacute": what stands between the last ampersand and the cursor.
bool HtmlSource::try_reference(std::string_view text, std::size_t cursor,
                               std::vector<SourcePiece>& pieces) {
  if (text.size() > 8 || cursor == 0) return false;
  const std::size_t from = cursor > kLongestReference ? cursor - kLongestReference : 0;
  const std::size_t back = source_.substr(from, cursor - from).rfind('&');
  if (back == std::string_view::npos || from + back < last_) return false;
  const std::size_t mark = from + back;
  const std::string_view written = source_.substr(mark, cursor - mark);
  if (text == "&") {
    // An ampersand by itself, or one whose name nobody knows: libxml2 has read the name already.
    const bool reference = written.starts_with("&#") ||
                           (written.size() >= 4 && ascii_lower(written[1]) == 'a' &&
                            ascii_lower(written[2]) == 'm' && ascii_lower(written[3]) == 'p');
    add({text, mark, reference ? cursor : mark + 1, !reference}, pieces);
    return true;
  }
  const bool name = std::all_of(written.begin() + 1, written.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80U && (is_word(kAsciiClasses[byte]) || c == '#' || c == ';');
  });
  if (!name || written.size() < 3) return false;
  if (!written.ends_with(';') && written.ends_with(text)) return false;  // the name itself, as text
  add({text, mark, cursor, false}, pieces);
  return true;
}

// Compares from the end, stepping over what libxml2 leaves out.
bool HtmlSource::try_backwards(std::string_view text, std::size_t cursor,
                               std::vector<SourcePiece>& pieces) {
  for (std::size_t ahead = 0; ahead <= kAhead && cursor + ahead <= source_.size(); ++ahead) {
    std::vector<SourcePiece> found;  // last first
    std::size_t t = text.size();
    std::size_t s = cursor + ahead;
    while (t > 0 && s > last_) {
      const std::size_t t_end = t;
      const std::size_t s_end = s;
      while (t > 0 && s > last_ && text[t - 1] == source_[s - 1]) --t, --s;
      if (t < t_end) found.push_back({text.substr(t, t_end - t), s, s_end, true});
      if (t == 0 || s == last_) break;
      if (text[t - 1] == ' ' && source_[s - 1] == '\0') {
        --t, --s;
        found.push_back({text.substr(t, 1), s, s + 1, false});
      } else if (is_left_out(source_[s - 1])) {
        --s;
      } else {
        break;
      }
    }
    if (t > 0) continue;
    for (auto piece = found.rbegin(); piece != found.rend(); ++piece) add(*piece, pieces);
    return true;
  }
  return false;
}

}  // namespace testudo::text
