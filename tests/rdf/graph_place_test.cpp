// Places of subjects and objects: nested, over many lines, in lists.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rdf/graph.h"

namespace testudo::rdf {
namespace {

using ::testing::ElementsAre;

// Every statement as "object line:column, subject line:column".
std::vector<std::string> places(std::string_view turtle) {
  Graph g;
  Diagnostics problems;
  EXPECT_TRUE(g.read_string(turtle, "t", problems));
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  std::vector<std::string> out;
  for (const Statement& s : g.statements()) {
    if (s.predicate.value() == kRdfRest) continue;
    out.push_back(g.shorten(s.object) + " " + to_string(g.place(s)).substr(2) + ", " +
                  to_string(g.place(s.subject)).substr(2));
  }
  return out;
}

TEST(GraphPlaceTest, FindsObjectsOfASimpleStatement) {
  EXPECT_THAT(places("<a:s> <a:p> <a:o> ."), ElementsAre("<a:o> 1:13, 1:1"));
  EXPECT_THAT(places("\n\n  <a:s>\n <a:p>\n\t<a:o>."), ElementsAre("<a:o> 5:2, 3:3"));
  EXPECT_THAT(places("# comment\n<a:s> # <a:x>\n <a:p> # .\n # [\n <a:o> . # end"),
              ElementsAre("<a:o> 5:2, 2:1"));
}

TEST(GraphPlaceTest, FindsEachOfManyObjects) {
  EXPECT_THAT(
      places("@prefix e: <a:> .\n"
             "e:s e:p \"one\" ,\n"
             "        \"two\"@en, e:three;\n"
             "    e:q 4, 5.0 , true ; a e:T .\n"
             "e:s2 e:p e:o. e:s3 e:p 6."),
      ElementsAre("\"one\" 2:9, 2:1", "\"two\"@en 3:9, 2:1", "e:three 3:19, 2:1",
                  "\"4\"^^<http://www.w3.org/2001/XMLSchema#integer> 4:9, 2:1",
                  "\"5.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> 4:12, 2:1",
                  "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> 4:18, 2:1", "e:T 4:27, 2:1",
                  "e:o 5:10, 5:1", "\"6\"^^<http://www.w3.org/2001/XMLSchema#integer> 5:24, 5:15"));
}

TEST(GraphPlaceTest, CountsCodePoints) {
  EXPECT_THAT(places("<a:ü> <a:p> \"é😀\" , <a:o> ."),
              ElementsAre("\"é😀\" 1:13, 1:1", "<a:o> 1:20, 1:1"));
}

TEST(GraphPlaceTest, FindsLongStringsByTheirBeginning) {
  EXPECT_THAT(places("<a:s> <a:p> \"\"\"x\ny\n\"\"\" , \"z\"^^<a:t> ."),
              ElementsAre("\"x\ny\n\" 1:13, 1:1", "\"z\"^^<a:t> 3:7, 1:1"));
}

TEST(GraphPlaceTest, FindsBracketsAndWhatIsInThem) {
  EXPECT_THAT(places("<a:s> <a:p> [ <a:q> <a:x> ;\n"
                     "              <a:r> [\n"
                     "                <a:t> 'deep'] ] , [] ."),
              ElementsAre("[] 1:13, 1:1", "<a:x> 1:21, 1:13", "[] 2:21, 1:13",
                          "\"deep\" 3:23, 2:21", "[] 3:35, 1:1"));
}

TEST(GraphPlaceTest, FindsListsAndTheirItems) {
  EXPECT_THAT(places("<a:s> <a:p> ( <a:x>\n [ <a:q> <a:y> ] ( <a:z> ) ) , () ."),
              ElementsAre("[] 1:13, 1:1",      // the list
                          "<a:x> 1:15, 1:13",  // its first cell, whose place is the list's
                          "[] 2:2, 2:2", "<a:y> 2:10, 2:2",  // a cell's place is its item's
                          "[] 2:18, 2:18", "<a:z> 2:20, 2:18",
                          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> 2:32, 1:1"));
}

TEST(GraphPlaceTest, FindsSubjectsWrittenAsBrackets) {
  EXPECT_THAT(places("[] <a:p> <a:o> .\n [ <a:q> <a:x> ] <a:p> <a:y> .\n( <a:z> ) <a:p> <a:w> ."),
              ElementsAre("<a:o> 1:10, 1:1", "<a:x> 2:10, 2:2", "<a:y> 2:24, 2:2", "<a:z> 3:3, 3:1",
                          "<a:w> 3:17, 3:1"));
}

TEST(GraphPlaceTest, NamesTheFirstStatementOfASubject) {
  Graph g;
  Diagnostics problems;
  ASSERT_TRUE(g.read_string("<a:o> <a:p> <a:s> .\n<a:s> <a:p> <a:o> .\n<a:s> <a:q> <a:o> .", "one",
                            problems));
  ASSERT_TRUE(g.read_string("<a:s> <a:r> <a:o> .\n\n<a:new> <a:p> <a:o> .", "two", problems));
  const Node s = g.iri("a:s");
  const Node o = g.iri("a:o");
  EXPECT_EQ(to_string(g.place(s)), "one:2:1");
  EXPECT_EQ(to_string(g.place(o)), "one:1:1");
  EXPECT_EQ(to_string(g.place(g.iri("a:new"))), "two:3:1");
  EXPECT_EQ(to_string(g.place(s, g.iri("a:q"), o)), "one:3:13");
  EXPECT_EQ(to_string(g.place(s, g.iri("a:r"), o)), "two:1:13");
  EXPECT_EQ(to_string(g.place(s, g.iri("a:r"), s)), "one:2:1")
      << "no such statement: its subject's place";
  EXPECT_EQ(g.place(g.iri("a:p")), Place());
  EXPECT_EQ(g.place(Node()), Place());
}

TEST(GraphPlaceTest, KeepsPlacesBehindAnError) {
  Graph g;
  Diagnostics problems;
  EXPECT_FALSE(g.read_string(
      "<a:s> <a:p> .\n<a:t> <a:p> [ <a:q> <a:x> ] .\n<a:u> bad <a:x> .\n  <a:v> <a:p> <a:o> .", "t",
      problems));
  EXPECT_EQ(problems.errors(), 2u);
  EXPECT_EQ(to_string(g.place(g.iri("a:t"))), "t:2:1");
  EXPECT_EQ(to_string(g.place(g.iri("a:v"))), "t:4:3");
  EXPECT_EQ(to_string(g.place(g.iri("a:v"), g.iri("a:p"), g.iri("a:o"))), "t:4:15");
}

}  // namespace
}  // namespace testudo::rdf
