#include "rdf/turtle_scan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace testudo::rdf {
namespace {

// The token starts marked in the text itself: "¦" before each; the mark is taken out before
// scanning.
struct Marked {
  std::string text;
  std::vector<std::uint32_t> tokens;
  std::vector<std::uint32_t> stops;
};

Marked parse(std::string_view marked) {
  Marked out;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked.substr(i).starts_with("¦")) {
      out.tokens.push_back(static_cast<std::uint32_t>(out.text.size()));
      i += std::string_view("¦").size() - 1;
    } else if (marked.substr(i).starts_with("¶")) {  // before a full stop that can end a statement
      out.stops.push_back(static_cast<std::uint32_t>(out.text.size()));
      i += std::string_view("¶").size() - 1;
    } else {
      out.text += marked[i];
    }
  }
  return out;
}

TEST(TurtleScanTest, FindsTokensAndFullStops) {
  for (const std::string_view marked : {
           R"(¦ex:a ¦ex:b ¦ex:c ¶.)",
           R"(¦ex:a.b ¦<http://e/x.y>¦"z. [" ¶. ¦a)",
           R"(¦@prefix ¦ex: ¦<http://e/#a> ¶. # [ . "
¦ex:a)",
           R"(¦a ¦b ¦1.5 , ¦.5 , ¦5¶.)",
           R"(¦a ¦b ¦"x"@en-GB , ¦"y"^^<http://e/t> , ¦"z"^^xsd:date¶.)",
           R"(¦a ¦b ¦[ ¦c ¦( ¦1 ¦2 ) ] ¶.)",
           R"(¦a ¦b ¦"a\"b" , ¦'c"d' , ¦"" , ¦'' ¶.)",
           R"(¦a ¦b ¦"""l "1" ""o
ng. """ ; ¦c ¦'''x''y''' ¶.)",
           R"(¦ex:a\,b ¦c ¦ex:a\.¶. ¦d)",
           "¦a ¦b ¦\"not closed . \n¦c ¶.",
           "¦a ¦b ¦<not ¦closed ¶. ¦c ¶.",
           "¦a ¦\"\"\"never closed . \n c .",
           "¦ü ¦\"ü.\" ¦é.ß¶.",
           "¦a\\",
       }) {
    const Marked want = parse(marked);
    const TurtleScan scan = scan_turtle(want.text, 10);
    EXPECT_EQ(scan.tokens, want.tokens) << want.text;
    EXPECT_EQ(scan.stops, want.stops) << want.text;
    EXPECT_FALSE(scan.too_deep);
  }
}

TEST(TurtleScanTest, FindsBracesOutsideOfStrings) {
  EXPECT_EQ(scan_turtle("a {b} \"{\" <{> # }\n }", 2).braces,
            (std::vector<std::uint32_t>{2, 4, 19}));
}

TEST(TurtleScanTest, FindsTheFirstBracketTooDeep) {
  EXPECT_EQ(scan_turtle("[ ( [", 2).too_deep, 4u);
  EXPECT_EQ(scan_turtle("[ ( ) [ ] ]", 2).too_deep, std::nullopt);
  EXPECT_EQ(scan_turtle("\"[[[\" <[[[> # [[[\n [ [", 2).too_deep, std::nullopt);
  EXPECT_EQ(scan_turtle("[ [ . [ [ .", 2).too_deep, std::nullopt);
  EXPECT_EQ(scan_turtle("] ] [ [ [", 2).too_deep, 8u);
}

TEST(SourceMapTest, CountsLinesAndCodePoints) {
  const SourceMap map("ab\nü\xF0\x9F\x98\x80x\r\n\nz");
  EXPECT_EQ(map.locate(0), (LineColumn{1, 1}));
  EXPECT_EQ(map.locate(2), (LineColumn{1, 3}));
  EXPECT_EQ(map.locate(3), (LineColumn{2, 1}));
  EXPECT_EQ(map.locate(5), (LineColumn{2, 2}));
  EXPECT_EQ(map.locate(9), (LineColumn{2, 3}));
  EXPECT_EQ(map.locate(12), (LineColumn{3, 1}));
  EXPECT_EQ(map.locate(13), (LineColumn{4, 1}));
  EXPECT_EQ(map.locate(99), (LineColumn{4, 2}));
}

}  // namespace
}  // namespace testudo::rdf
