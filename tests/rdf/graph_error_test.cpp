// Every mistake of a curator's, told at its place, and reading on behind it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "rdf/graph.h"

namespace testudo::rdf {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr std::string_view kHead = "@prefix e: <http://example.org/> .\n";  // line 1

struct Reading {
  std::vector<std::string> problems;
  std::vector<std::string> subjects;
};

Reading read(std::string_view turtle) {
  Graph g;
  Diagnostics problems;
  const bool good = g.read_string(std::string(kHead) + std::string(turtle), "t", problems);
  EXPECT_EQ(good, !problems.has_errors());
  Reading out;
  for (const Diagnostic& d : problems) out.problems.push_back(to_string(d));
  for (const Node n : g.all_subjects()) {
    if (!n.is_blank()) out.subjects.push_back(g.shorten(n));
  }
  return out;
}

struct Case {
  std::string_view turtle;  // one mistake, on line 2 and after
  std::string_view message;
};

TEST(GraphErrorTest, TellsEachMistakeInPlainWords) {
  for (const Case& c : {
           Case{"e:s e:p .", "t:2:9: error: expected an object, found '.'"},
           Case{"e:s e:p ; e:q 1 .",
                "t:2:9: error: expected an IRI, a prefixed name or a literal, found ';'"},
           Case{"e:s e:p , 1 .",
                "t:2:9: error: expected an IRI, a prefixed name or a literal, found ','"},
           Case{"e:s e:p ) .", "t:2:9: error: expected an object, found ')'"},
           Case{"e:s e:p 1 2 .", "t:2:11: error: expected ';' or '.' after the object, found '2'"},
           Case{"e:s e:p 1\ne:t e:p 2 .",
                "t:3:1: error: expected ';' or '.' after the object, found 'e:t'"},
           Case{"e:s \"x\" 1 .", "t:2:5: error: expected a property, found '\"x\"'"},
           Case{"e:s 5 1 .", "t:2:5: error: expected a property, found '5'"},
           Case{"e:s _:b 1 .", "t:2:5: error: expected a property, found '_:b'"},
           Case{"e:s is 1 .", "t:2:5: error: expected a property, found 'is'"},
           Case{"e:s e:p word .",
                "t:2:9: error: expected an IRI, a prefixed name or a literal, found 'word'"},
           Case{"e:s .", "t:2:1: error: the statement ends without a property and an object"},
           Case{"e:s e:p [ e:q 1 .", "t:2:17: error: expected ']', found '.'"},
           Case{"e:s e:p ( 1 2 .", "t:2:15: error: expected an object, found '.'"},
           Case{"e:s e:p 1 ] .", "t:2:11: error: expected '.', found ']'"},
           Case{"e:s e:p e:o", "t:2:1: error: the file ends within this statement"},
           Case{"e:s e:p", "t:2:1: error: the file ends within this statement"},
           Case{"e:s e:p [ e:q 1", "t:2:1: error: the file ends within this statement"},
           Case{"e:s e:p \"x\n\" .",
                "t:2:9: error: the string is not closed on its line; write \\n, or three quotes "
                "around it"},
           Case{"e:s e:p 'x", "t:2:9: error: the string is never closed"},
           Case{"e:s e:p \"\"\"x\ny\" .", "t:2:9: error: the string is never closed"},
           Case{"e:s e:p \"a\\qb\" .", "t:2:12: error: no such escape: \\q"},
           Case{"e:s e:p \"\\u12G4\" .",
                "t:2:14: error: expected a hexadecimal digit, found 'G4\"'"},
           Case{"e:s e:p \"\\uD83D\\uDE00\" .",
                "t:2:9: error: an escape stands for half of a surrogate pair; write the character "
                "itself"},
           Case{"e:s e:p \"\\U00110000\" .", "t:2:9: error: the escape is beyond U+10FFFF"},
           Case{"e:s e:p \"a\\u0000b\" .", "t:2:9: error: a literal may not contain U+0000"},
           Case{"e:s e:p \"x\"@ .",
                "t:2:13: error: expected a language tag after '@', found a space or line break"},
           Case{"e:s e:p 1 , \"x\"@en-abcdefghi .",
                "t:2:13: error: @en-abcdefghi is not a language tag"},
           Case{"e:s e:p <http://a b> .",
                "t:2:9: error: a space or line break within <…>; write %20, or close the IRI"},
           Case{"e:s e:p <http://a/{x}> .",
                "t:2:9: error: a character within <…> that no IRI may have"},
           Case{"e:s e:p <http://a/\\u0020> .",
                "t:2:9: error: an escaped character within <…> that no IRI may have"},
           Case{"e:s e:p <http://a/%zz> .", "t:2:9: error: <http://a/%zz> is not a valid IRI"},
           Case{"e:s e:p <http://a#b#c> .", "t:2:9: error: <http://a#b#c> is not a valid IRI"},
           Case{"e:s e:p e:a\\%zz .",
                "t:2:9: error: e:a%zz stands for <http://example.org/a%zz>, which is not a valid "
                "IRI"},
           Case{"e:s e:p 1 , <rel> .",
                "t:2:13: error: <rel> is relative, and there is no @base before it"},
           Case{"<> e:p 1 .", "t:2:1: error: <> is relative, and there is no @base before it"},
           Case{"e:s f:p 1 .", "t:2:5: error: undefined prefix f:; did you mean e:?"},
           Case{"unknown:s e:p 1 .", "t:2:1: error: undefined prefix unknown:"},
           Case{"e:s e:p 1 ,\n \"x\"^^xsd:date .", "t:3:2: error: undefined prefix xsd:"},
           Case{"e:s e:p \"2019-02-29\"^^<http://www.w3.org/2001/XMLSchema#date> .",
                "t:2:9: error: \"2019-02-29\" is no xsd:date"},
           Case{
               "e:s e:p \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
               "t:2:9: error: \"x\" is no <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"},
           Case{"@prefux f: <http://f/> .",
                "t:2:1: error: expected @prefix or @base, found '@prefux'"},
           Case{"@prefix f <http://f/> .",
                "t:2:10: error: expected ':', found a space or line break"},
           Case{"@prefix f: <relative> .",
                "t:2:1: error: the namespace <relative> of prefix f: is not an absolute IRI"},
           Case{"@base <relative> .", "t:2:1: error: the base <relative> is not an absolute IRI"},
           Case{"@prefix f: <http://f/>\ne:s e:p 1 .", "t:3:1: error: expected '.', found 'e:s'"},
           Case{"{ e:s e:p 1 }", "t:2:1: error: this syntax has no graphs in braces"},
           Case{"e:g { e:s e:p 1 }", "t:2:5: error: this syntax has no graphs in braces"},
           Case{"e:g { }", "t:2:5: error: this syntax has no graphs in braces"},
           Case{"e:s e:p 1 . }", "t:2:13: error: this syntax has no graphs in braces"},
           Case{"e:s e:p _: .",
                "t:2:11: error: expected a blank node's label after _:, found a space or line "
                "break"},
           Case{"e:s e:p 1e .", "t:2:11: error: expected a digit, found a space or line break"},
       }) {
    EXPECT_THAT(read(c.turtle).problems, ElementsAre(c.message)) << c.turtle;
  }
}

TEST(GraphErrorTest, ReadsOnBehindAMistake) {
  const Reading r = read(
      "e:a e:p .\n"
      "e:good1 e:p 1 .\n"
      "e:b e:p \"open .\n"
      "e:c e:p 2 .\n"
      "e:good2 e:p \"not [ an ( end . \" . # nor ( this .\n"
      "e:d e:p foo , [ e:q 1 ] .\n"
      "e:good3 e:p 3 . e:e e:p 1 1 . e:good4 e:p 4 .\n"
      "e:f e:p [[ .\n"
      "e:good5 e:p 5.");
  EXPECT_THAT(r.problems,
              ElementsAre(StartsWith("t:2:9:"), StartsWith("t:4:9:"), StartsWith("t:7:9:"),
                          StartsWith("t:8:27:"), StartsWith("t:9:10:")));
  EXPECT_THAT(r.subjects,
              ::testing::IsSupersetOf({"e:good1", "e:good2", "e:good3", "e:good4", "e:good5"}));
}

TEST(GraphErrorTest, SkipsOnlyTheStatementsOfABadTerm) {
  const Reading r = read(
      "e:s e:p 1 , f:x , <rel> , 2 ; e:q \"3x\"^^<http://www.w3.org/2001/XMLSchema#integer> , 4 .");
  EXPECT_EQ(r.problems.size(), 3u);
  Graph g;
  Diagnostics problems;
  g.read_string(std::string(kHead) + "e:s e:p 1 , f:x , 2 ; f:q 3 ; e:q 4 .", "t", problems);
  EXPECT_EQ(g.size(), 3u);
}

TEST(GraphErrorTest, TellsAnUndefinedPrefixOnceASource) {
  EXPECT_THAT(read("f:a f:b f:c , f:d . f:e f:a 1 . g:a e:p 1 .").problems,
              ElementsAre(HasSubstr("undefined prefix f:"), HasSubstr("undefined prefix g:")));
}

TEST(GraphErrorTest, TakesAPrefixOnceItIsDefined) {
  const Reading r = read("f:a e:p 1 . @prefix f: <http://f/> . f:a e:p 1 .");
  EXPECT_EQ(r.problems.size(), 1u);
  EXPECT_THAT(r.subjects, ElementsAre("f:a"));
}

TEST(GraphErrorTest, PlacesBytesThatAreNotUtf8) {
  EXPECT_THAT(read("e:ü e:p \"\xFF\" .").problems, ElementsAre("t:2:10: error: invalid UTF-8"));
  EXPECT_THAT(read("e:s e:p \"\xC3").problems,
              ElementsAre("t:2:10: error: the file ends within a UTF-8 character"));
  EXPECT_THAT(read(std::string_view("e:s e:p \0 .", 11)).problems,
              ElementsAre("t:2:9: error: a null byte in a text file"));
}

TEST(GraphErrorTest, StopsNestingBeforeTheReaderOverflowsItsStack) {
  const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
    std::string text = "e:s e:p ";
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text + " .";
  };
  EXPECT_THAT(read(nested(Graph::kNestingLimit, "[ e:q ", " ]")).problems, IsEmpty());
  EXPECT_THAT(read(nested(Graph::kNestingLimit, "( ", " )")).problems, IsEmpty());
  EXPECT_THAT(read(nested(Graph::kNestingLimit + 1, "(", ")")).problems,
              ElementsAre("t:2:209: error: brackets nested deeper than 200"));
  EXPECT_THAT(read("e:s e:p " + std::string(100000, '[')).problems,
              ElementsAre(StartsWith("t:2:209: error: brackets")));
  EXPECT_THAT(read("e:s e:p " + std::string(100000, '(')).problems,
              ElementsAre(StartsWith("t:2:209: error: brackets")));
}

// Serd goes on within an object list after an error; brackets that the scan took for a string's
// must not reach it.
TEST(GraphErrorTest, StopsNestingBehindAnErrorToo) {
  EXPECT_THAT(read("e:s e:p \"\\," + std::string(100000, '[') + "\" .").problems,
              ElementsAre(StartsWith("t:2:11: error: no such escape")));
  EXPECT_THAT(
      read("e:s e:p 1 , \"\\q\" , " + std::string(150, '[') + " . e:s e:p 'x' .").problems.size(),
      1u);
}

// A mistake right behind a full stop was once looked for before it, again and again.
TEST(GraphErrorTest, GoesForwardFromAMistakeBehindAFullStop) {
  EXPECT_EQ(read("e:s e:p 1 .\\").problems.size(), 1u);
  EXPECT_EQ(read("e:s e:p 1 .\\ . e:s e:p 2 .").problems.size(), 1u);
  EXPECT_EQ(read("e:s e:p 1 1 .\\ . e:s e:p 2 .").problems.size(), 2u);
}

TEST(GraphErrorTest, GivesUpOnWhatIsNoTurtle) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "no turtle . ";
  const Reading r = read(text);
  EXPECT_EQ(r.problems.size(), 1001u);
  EXPECT_THAT(r.problems.back(), HasSubstr("too many errors; the rest of the file was not read"));
}

TEST(GraphErrorTest, TellsWhyAFileCannotBeRead) {
  Graph g;
  Diagnostics problems;
  EXPECT_FALSE(g.read_file("/nonexistent/a.ttl", problems));
  EXPECT_FALSE(g.read_file(::testing::TempDir(), problems));
  ASSERT_EQ(problems.errors(), 2u);
  EXPECT_EQ(to_string(problems[0]),
            "/nonexistent/a.ttl: error: cannot read: No such file or directory");
  EXPECT_THAT(to_string(problems[1]), HasSubstr("cannot read: Is a directory"));
}

TEST(GraphErrorTest, ReadsNothingFromAnEmptySource) {
  for (const std::string_view text : {"", "\n", "# only a comment", "\xEF\xBB\xBF", " \t\r\n"}) {
    Graph g;
    Diagnostics problems;
    EXPECT_TRUE(g.read_string(text, "t", problems)) << text;
    EXPECT_EQ(g.size(), 0u);
    EXPECT_TRUE(problems.empty());
  }
}

// Whatever bytes come, reading ends, and what is in the graph is valid; run under the sanitizers in
// continuous integration.
TEST(GraphErrorTest, SurvivesDamagedFiles) {
  const std::string whole =
      std::string(kHead) +
      "@base <http://base.org/> .\n"
      "e:s a e:T ; e:p \"x\\n\"@en , '''y\n''' , "
      "\"2019\"^^<http://www.w3.org/2001/XMLSchema#gYear> ;\n"
      "  e:q [ e:r ( 1 2.5 -3e7 [ ] ) ; e:ü <rel#\\u00E9> ] , _:b1 , true . # end\n"
      "( e:a ) e:p e:b\\,c , e:d%20 . PREFIX f: <http://f/> f:x f:y f:z .\n";
  static constexpr std::string_view kPieces[] = {
      "[",   "]", "(",  ")", "\"", "'",  "\"\"\"", "<",  ">", ".", ";", ",",    "\\",
      "\\u", "@", "^^", "#", "\n", "_:", ":",      "e:", "%", "=", "{", "\xC3", "\xE2\x82\xAC",
      "a",   "1", " "};
  std::mt19937 random(7);
  std::size_t faulty = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text = whole;
    for (auto n = random() % 4 + 1; n > 0 && !text.empty(); --n) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, random() % 8 + 1);
          break;
        case 1:
          text.insert(at, kPieces[random() % std::size(kPieces)]);
          break;
        default:
          text.resize(at + 1);
      }
    }
    Graph g;
    Diagnostics problems;
    const bool good = g.read_string(text, "t", problems);
    ASSERT_EQ(good, problems.empty()) << text;
    faulty += good ? 0U : 1U;
    for (const Diagnostic& d : problems) ASSERT_GT(d.place.column, 0u) << to_string(d);
    for (const Statement& s : g.statements()) {
      for (const Node n : {s.subject, s.predicate, s.object}) {
        ASSERT_TRUE(!n.is_iri() || is_valid_iri(n.value())) << n.value();
      }
      ASSERT_GT(s.line, 0u);
    }
  }
  EXPECT_GT(faulty, 10000u);
}

}  // namespace
}  // namespace testudo::rdf
