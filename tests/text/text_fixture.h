// Fixtures from one line: the shipped word lists, a document from a string, its blocks and tokens
// as strings.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/reader.h"
#include "text/segmenter.h"

namespace testudo::text::testing {

inline std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// Calls take(list, word) for every word of every list in a file of word lists. The pack room reads
// them as Turtle; this room must not.
template <class Take>
void each_word(const std::string& path, const Take& take) {
  static const std::regex kStart(R"(^list:([a-z-]+) a t:WordList)");
  static const std::regex kQuoted("\"([^\"]*)\"");
  std::istringstream lines(file(path));
  std::string list;
  bool words = false;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, kStart)) {
      list = match[1];
      words = false;
    }
    const std::size_t from = line.find("t:word ");
    words = words || from != std::string::npos;
    if (!words) continue;
    const std::string rest = from == std::string::npos ? line : line.substr(from);
    for (std::sregex_iterator at(rest.begin(), rest.end(), kQuoted), end; at != end; ++at)
      take(list, (*at)[1].str());
  }
}

inline const Conventions& conventions() {
  static const Conventions shipped = [] {
    Conventions made;
    each_word(TESTUDO_ONTOLOGY "/english/segmentation.ttl",
              [&](const std::string& list, const std::string& word) {
                auto* const words = segmentation_list(made, list);
                ASSERT_NE(words, nullptr) << list;
                words->insert(word);
              });
    return made;
  }();
  return shipped;
}

inline const FurnitureCues& cues() {
  static const FurnitureCues shipped = [] {
    FurnitureCues made;
    each_word(TESTUDO_ONTOLOGY "/english/furniture.ttl",
              [&](const std::string& list, const std::string& word) {
                auto* const words = furniture_list(made, list);
                ASSERT_NE(words, nullptr) << list;
                words->push_back(word);
              });
    return made;
  }();
  return shipped;
}

inline std::vector<Document> documents(std::string_view bytes, const std::string& name,
                                       Diagnostics& problems, ReadOptions options = {}) {
  static const Furniture furniture(cues());
  options.furniture = &furniture;
  std::vector<Document> out;
  read(bytes, name, options, problems,
       [&](Document document) { out.push_back(std::move(document)); });
  return out;
}

// The one document of an input without problems.
inline Document document(std::string_view bytes, const std::string& name,
                         const ReadOptions& options = {}) {
  Diagnostics problems;
  std::vector<Document> all = documents(bytes, name, problems, options);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Document{} : std::move(all.front());
}

// What is read, a line a block: "# title", "## heading", "- item", "> quotation", "paragraph".
inline std::vector<std::string> read_blocks(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (!block.is_read()) continue;
    const char* const mark = block.kind == BlockKind::Title       ? "# "
                             : block.kind == BlockKind::Heading   ? "## "
                             : block.kind == BlockKind::ListItem  ? "- "
                             : block.kind == BlockKind::Quotation ? "> "
                                                                  : "";
    out.push_back(mark + std::string(document.text_of(block)));
  }
  return out;
}

// The rest, without marks.
inline std::vector<std::string> furniture_blocks(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (!block.is_read()) out.emplace_back(document.text_of(block));
  }
  return out;
}

// Code points [begin, end) of a source.
inline std::string code_points(std::string_view source, SourceSpan span) {
  std::string out;
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t next = at;
    next_code_point(source, next);
    if (number >= span.begin && number < span.end) out += source.substr(at, next - at);
    at = next;
    ++number;
  }
  return out;
}

inline Segmentation segment(const Document& document) {
  static const Segmenter segmenter(conventions());
  Segmentation layer;
  segmenter.segment(document, layer);
  return layer;
}

inline std::string_view text_of(const Document& document, const Token& token) {
  return std::string_view(document.text).substr(token.begin, token.end - token.begin);
}

// A text as one paragraph.
inline Document paragraph(const std::string& text) {
  Document made;
  made.name = "test";
  made.text = text;
  made.blocks.push_back({BlockKind::Paragraph, 0, static_cast<std::uint32_t>(text.size())});
  made.offsets.add_verbatim(0, made.text, 0);
  made.source_length = count_code_points(text);
  return made;
}

// The tokens of one paragraph; " " where there is white space before a token, "|" where there is
// none.
inline std::string tokens(const std::string& text) {
  const Document made = paragraph(text);
  const Segmentation layer = segment(made);
  std::string out;
  for (std::size_t i = 0; i < layer.tokens.size(); ++i) {
    if (i > 0) out += layer.tokens[i].space_before ? ' ' : '|';
    out += text_of(made, layer.tokens[i]);
  }
  return out;
}

// The sentences of one paragraph, as they stand in it.
inline std::vector<std::string> sentences(const std::string& text) {
  const Document made = paragraph(text);
  const Segmentation layer = segment(made);
  std::vector<std::string> out;
  for (const Sentence& sentence : layer.sentences) {
    const std::uint32_t begin = layer.tokens[sentence.first_token].begin;
    out.push_back(made.text.substr(begin, layer.tokens[sentence.last_token - 1].end - begin));
  }
  return out;
}

}  // namespace testudo::text::testing
