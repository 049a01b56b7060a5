// Where things stand in a Turtle source, without understanding it: lines, tokens, full stops, and
// brackets too deep.
//   const SourceMap map(text);  map.locate(byte);          const TurtleScan scan =
//   scan_turtle(text, 200);
// Serd says neither where a statement stands nor how deep it is about to recurse; this does.
// N-Triples, N-Quads and TriG have the same tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace testudo::rdf {

struct LineColumn {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in code points
  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// Lines of a text of less than 4 GiB, which must outlive the map.
class SourceMap {
 public:
  explicit SourceMap(std::string_view text);

  // O(log lines + length of the line). A byte behind the end counts as the end.
  LineColumn locate(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> lines_;  // byte offsets of their starts
};

struct TurtleScan {
  // Byte offsets, ascending, of what can be a term or open one: IRIs, names, numbers, strings (with
  // their language tag or datatype, which have no entry of their own), '[' and '('.
  std::vector<std::uint32_t> tokens;
  // Byte offsets of the full stops that can end a statement.
  std::vector<std::uint32_t> stops;
  // Byte offsets of '{' and '}', of which only TriG knows something.
  std::vector<std::uint32_t> braces;
  // The first bracket nested deeper than the limit; a full stop closes all brackets, as it does in
  // Serd, where it is an error.
  std::optional<std::size_t> too_deep;
};

// The text must be UTF-8 and less than 4 GiB. O(bytes).
TurtleScan scan_turtle(std::string_view text, std::size_t nesting_limit);

}  // namespace testudo::rdf
