// The notation of patterns: what it means, and what is said of mistakes.
#include "pack/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace testudo::pack {
namespace {

// The tree on one line: (word x) (slot agent kb:Actor) (choice (…) (…)).
std::string tree(const PatternNode& n) {
  std::string parts;
  for (const PatternNode& p : n.parts) parts += " " + tree(p);
  switch (n.kind) {
    case PatternKind::Sequence:
      return "(seq" + parts + ")";
    case PatternKind::Choice:
      return "(or" + parts + ")";
    case PatternKind::Optional:
      return "(opt" + parts + ")";
    case PatternKind::Word:
      return n.text;
    case PatternKind::Quoted:
      return "\"" + n.text + "\"";
    case PatternKind::Possessive:
      return "POS";
    case PatternKind::Hyphen:
      return "HYPH";
    case PatternKind::Slot:
      return "{" + n.text + (n.class_name.empty() ? "" : " " + n.class_name) + "}";
    case PatternKind::List:
      return "<" + n.text + ">";
  }
  return "?";
}

}  // namespace

TEST(PatternTest, ReadsItsNotation) {
  struct Case {
    std::string_view text, expected;
  };
  for (const Case& c : {
           Case{"withdrawal from", "(seq withdrawal from)"},
           Case{"{agent:kb:Actor} leave {object}", "(seq {agent kb:Actor} leave {object})"},
           Case{"{agent}'s exit", "(seq {agent} POS exit)"},
           Case{"{agent}\u2019s exit", "(seq {agent} POS exit)"},
           Case{"{a:ir:Country} - {b:ir:Country} rivalry",
                "(seq {a ir:Country} HYPH {b ir:Country} rivalry)"},
           Case{"{a}-{b} rivalry", "(seq {a} HYPH {b} rivalry)"},
           Case{"(exit|pull out) of", "(seq (or (seq exit) (seq pull out)) of)"},
           Case{"[the] 'New Deal'", "(seq (opt (seq the)) \"New Deal\")"},
           Case{"'People\u2019s Republic'", "(seq \"People's Republic\")"},
           Case{"<agreements> on {topic}", "(seq <agreements> on {topic})"},
           Case{"arms-control don't U.S. R&D 5%", "(seq arms-control don't U.S. R&D 5%)"},
           Case{"talks, broken off", "(seq talks \",\" broken off)"},
           Case{"a [b (c|d [e])] f", "(seq a (opt (seq b (or (seq c) (seq d (opt (seq e)))))) f)"},
       }) {
    const Result<PatternNode> parsed = parse_pattern(c.text);
    ASSERT_TRUE(parsed.ok()) << c.text << ": " << to_string(parsed.error());
    EXPECT_EQ(tree(*parsed), c.expected) << c.text;
    const Result<PatternNode> again = parse_pattern(print(*parsed));
    ASSERT_TRUE(again.ok()) << print(*parsed);
    EXPECT_EQ(tree(*again), c.expected) << "printed as " << print(*parsed);
  }
}

TEST(PatternTest, NamesEveryMistakeAndItsColumn) {
  struct Case {
    std::string_view text;
    std::uint32_t column;
    std::string_view message;
  };
  for (const Case& c : {
           Case{"", 1, "the pattern is empty"},
           Case{"   ", 4, "the pattern is empty"},
           Case{"a (b|c", 3, "'(' is never closed"},
           Case{"a b)", 4, "')' without its opening bracket"},
           Case{"a [b", 3, "'[' is never closed"},
           Case{"[a|b]", 3, "alternatives need brackets of their own: [(a|b)]"},
           Case{"(a|)", 4, "an empty alternative; write [...] for what may be left out"},
           Case{"a []", 4, "nothing stands between '[' and ']'"},
           Case{"{agent", 1, "'{' is never closed"},
           Case{"{} b", 2, "a slot needs a role: {agent} or {agent:kb:Actor}"},
           Case{"{agent:Actor}", 8, "a slot's class needs its prefix: {agent:kb:Actor}"},
           Case{"{agent:kb:}", 11, "a slot's class needs a name behind its prefix"},
           Case{"<list", 1, "'<' is never closed"},
           Case{"<>", 2, "a word list needs a name: <agreements>"},
           Case{"x 'unclosed", 3, "the quotation is never closed"},
           Case{"x ''", 3, "nothing stands between the quotes"},
           Case{"\u00fcber ?", 6, "'?' has no meaning here"},
       }) {
    const Result<PatternNode> parsed = parse_pattern(c.text);
    ASSERT_FALSE(parsed.ok()) << c.text;
    EXPECT_EQ(parsed.error().message, c.message) << c.text;
    EXPECT_EQ(parsed.error().place.column, c.column) << c.text;
  }
}

TEST(PatternTest, BoundsDepthAndLength) {
  EXPECT_TRUE(parse_pattern(std::string(20, '[') + "a" + std::string(20, ']')).ok());
  const Result<PatternNode> deep = parse_pattern(std::string(100000, '['));
  ASSERT_FALSE(deep.ok());
  EXPECT_THAT(deep.error().message, ::testing::HasSubstr("at most 4096 bytes"));
  const Result<PatternNode> nested = parse_pattern(std::string(1000, '('));
  ASSERT_FALSE(nested.ok());
  EXPECT_EQ(nested.error().message, "brackets are nested too deeply");
}

TEST(PatternTest, RefusesBytesThatAreNoText) { EXPECT_FALSE(parse_pattern("a \xFF").ok()); }

}  // namespace testudo::pack
