// The notation of patterns, as curators write it, parsed into a tree.
//   parse_pattern("{agent:kb:Actor}'s (withdrawal|exit) from {object:ir:Agreement}")
//
//   pattern  := item+
//   item     := word | quoted | "'s" | '-' | ',' | slot | list | '(' pattern ('|' pattern)* ')' |
//   '[' pattern ']' word     := letters, digits, '.', '&' and inner hyphens or apostrophes; matched
//   by lemma, in any letter case quoted   := "'" words "'"                       matched to the
//   letter
//   "'s"     := written close to what it follows: a possessive marker
//   slot     := '{' role [':' class] '}'            class is a prefixed name: kb:Actor; a role that
//   begins with '_' is a mere condition: what it catches fills nothing
//   list     := '<' name '>'                        a word list of the pack
// Pure functions. Depth is limited to kMaxPatternDepth, length to kMaxPatternLength bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace testudo::pack {

inline constexpr std::size_t kMaxPatternDepth = 32;
inline constexpr std::size_t kMaxPatternLength = 4096;

enum class PatternKind : std::uint8_t {
  Sequence,
  Choice,
  Optional,
  Word,
  Quoted,
  Possessive,
  Hyphen,
  Slot,
  List
};

struct PatternNode {
  PatternKind kind = PatternKind::Sequence;
  std::string text;        // a word, the quoted words, a slot's role, a list's name
  std::string class_name;  // a slot's class as written, "kb:Actor"; empty: any filler
  std::vector<PatternNode> parts;
  std::uint32_t column = 1;  // where it stands in the pattern's string, in code points from 1

  friend bool operator==(const PatternNode&, const PatternNode&) = default;
};

// The tree of a pattern: always a Sequence. Errors carry the column within the string (Place line
// 1) and say what was expected.
Result<PatternNode> parse_pattern(std::string_view text);

// The pattern in its normal form; parse_pattern(print(tree)) gives the tree again, columns apart.
std::string print(const PatternNode& node);

}  // namespace testudo::pack
