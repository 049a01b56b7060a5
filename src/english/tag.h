// Part-of-speech tags of the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993), with the
// treebanks' later punctuation tags.
//   to_string(Tag::PRPS) == "PRP$";  parse_tag("-LRB-") == Tag::OpenBracket;
// Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace testudo::english {

// clang-format off
enum class Tag : std::uint8_t {
  CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS /* PRP$ */, RB, RBR, RBS, RP, SYM, TO, UH,
  VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS /* WP$ */, WRB,
  Period, Comma, Colon, OpenQuote, CloseQuote, OpenBracket, CloseBracket, Dollar, Hash
};
// clang-format on
inline constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::Hash) + 1;

// "NNP", "PRP$", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#": as treebanks write them.
std::string_view to_string(Tag tag);

// The tag of a treebank's name, or nothing. O(tags).
std::optional<Tag> parse_tag(std::string_view name);

constexpr bool is_noun(Tag t) { return t >= Tag::NN && t <= Tag::NNPS; }
constexpr bool is_proper_noun(Tag t) { return t == Tag::NNP || t == Tag::NNPS; }
constexpr bool is_common_noun(Tag t) { return t == Tag::NN || t == Tag::NNS; }
constexpr bool is_verb(Tag t) { return t >= Tag::VB && t <= Tag::VBZ; }
constexpr bool is_finite_verb(Tag t) { return t == Tag::VBD || t == Tag::VBP || t == Tag::VBZ; }
constexpr bool is_adjective(Tag t) { return t >= Tag::JJ && t <= Tag::JJS; }
constexpr bool is_adverb(Tag t) { return t >= Tag::RB && t <= Tag::RBS; }
constexpr bool is_punctuation(Tag t) { return t >= Tag::Period && t <= Tag::CloseBracket; }

}  // namespace testudo::english
