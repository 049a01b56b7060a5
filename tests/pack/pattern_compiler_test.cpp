// From notation to rows of conditions; the anchor is the rarest word.
#include "pack/pattern_compiler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace testudo::pack {
namespace {

struct Compiled {
  std::vector<std::string> rows;  // "word|word {slot} -", the anchor in [brackets]
  Diagnostics problems;
};

Compiled compile(const std::string& text) {
  const Ontology ontology;
  const text::Segmenter segmenter({});
  const Tokenizer tokenizer(segmenter);
  english::Vocabulary vocabulary;
  const WordLists lists = {{"exits", {"exit", "way out"}}};
  PatternCompiler compiler(
      ontology, {}, [](std::string_view) { return std::nullopt; }, lists, tokenizer, vocabulary);
  Rule rule;
  rule.name = "rule:x";
  rule.patterns.push_back({text, Place::at("x.ttl", 3, 10), *parse_pattern(text)});
  Compiled out;
  compiler.compile(0, rule, out.problems);
  for (const AtomRow& row : rule.rows) {
    std::string line;
    for (std::uint32_t i = 0; i < row.atoms.size(); ++i) {
      const Atom& atom = row.atoms[i];
      std::string one;
      for (const Symbol word : atom.words)
        one += (one.empty() ? "" : "|") + std::string(vocabulary.text(word));
      if (atom.kind == PatternKind::Slot) one = "{" + rule.slots[atom.slot] + "}";
      if (atom.kind == PatternKind::Possessive) one = "'s";
      if (atom.kind == PatternKind::Hyphen) one = "-";
      if (atom.kind == PatternKind::Quoted) one = "'" + atom.exact + "'";
      line += (line.empty() ? "" : " ") + (i == row.anchor ? "[" + one + "]" : one);
    }
    out.rows.push_back(line);
  }
  return out;
}

using ::testing::ElementsAre;

TEST(PatternCompilerTest, WritesOutChoicesAndOptions) {
  EXPECT_THAT(compile("{agent}'s (withdrawal|exit) from {object}").rows,
              ElementsAre("{agent} 's [withdrawal|exit] from {object}"));
  EXPECT_THAT(compile("(exit|pull out) of").rows, ElementsAre("[exit] of", "[pull] out of"));
  EXPECT_THAT(compile("[steep] decline in {object}").rows,
              ElementsAre("steep [decline] in {object}", "[decline] in {object}"));
  EXPECT_THAT(compile("<exits> of {agent}").rows,
              ElementsAre("[exit] of {agent}", "[way] out of {agent}"));
}

TEST(PatternCompilerTest, SplitsWordsAsTextIsSplit) {
  EXPECT_THAT(compile("arms-control treaty").rows, ElementsAre("arms - [control] treaty"));
  EXPECT_THAT(compile("'New Deal' for {agent}").rows, ElementsAre("'New' ['Deal'] for {agent}"));
}

TEST(PatternCompilerTest, StartsFromTheRarestWord) {
  EXPECT_THAT(compile("the denunciation of the state").rows,
              ElementsAre("the [denunciation] of the state"));
}

TEST(PatternCompilerTest, DropsRowsThatAreTheSame) {
  EXPECT_THAT(compile("(exit|exit) of").rows, ElementsAre("[exit] of"));
}

TEST(PatternCompilerTest, TellsThePlaceWithinThePattern) {
  const Compiled c = compile("exit <exts>");
  ASSERT_EQ(c.problems.size(), 1u);
  EXPECT_EQ(to_string(c.problems[0]),
            "x.ttl:3:16: error: rule:x: unknown word list <exts>; did you mean exits?");
}

}  // namespace
}  // namespace testudo::pack
