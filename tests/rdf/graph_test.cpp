// What a graph holds and answers; its places and errors have tests of their own.
#include "rdf/graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <type_traits>

namespace testudo::rdf {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

static_assert(std::is_trivially_copyable_v<Node>);
static_assert(!std::is_copy_constructible_v<Graph>);
static_assert(std::is_nothrow_move_constructible_v<Graph>);

constexpr std::string_view kHead = "@prefix ex: <http://example.org/> .\n";

Graph read(std::string_view turtle) {
  Graph graph;
  Diagnostics problems;
  EXPECT_TRUE(graph.read_string(std::string(kHead) + std::string(turtle), "test.ttl", problems));
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  return graph;
}

std::string ex(std::string_view local) { return "http://example.org/" + std::string(local); }

std::vector<std::string> names(const Graph& graph, const std::vector<Node>& nodes) {
  std::vector<std::string> out;
  for (const Node n : nodes) out.push_back(graph.shorten(n));
  return out;
}

TEST(GraphTest, AnswersInTheOrderOfTheFile) {
  const Graph g = read(R"(
    ex:z ex:p ex:c , ex:a , ex:b ; ex:q ex:m .
    ex:a ex:p ex:b .
    ex:z ex:p ex:d .
    ex:k ex:q ex:b ; ex:p ex:b .)");
  const Node z = g.iri(ex("z"));
  const Node p = g.iri(ex("p"));
  EXPECT_THAT(names(g, g.objects(z, p)), ElementsAre("ex:c", "ex:a", "ex:b", "ex:d"));
  EXPECT_EQ(g.shorten(g.object(z, p)), "ex:c");
  EXPECT_THAT(names(g, g.subjects(p, g.iri(ex("b")))), ElementsAre("ex:z", "ex:a", "ex:k"));
  EXPECT_THAT(names(g, g.subjects_with(p)), ElementsAre("ex:z", "ex:a", "ex:k"));
  EXPECT_THAT(names(g, g.all_subjects()), ElementsAre("ex:z", "ex:a", "ex:k"));
  std::vector<std::string> of_z;
  for (const auto& [predicate, object] : g.predicates_objects(z)) {
    of_z.push_back(g.shorten(predicate) + " " + g.shorten(object));
  }
  EXPECT_THAT(of_z, ElementsAre("ex:p ex:c", "ex:p ex:a", "ex:p ex:b", "ex:q ex:m", "ex:p ex:d"));
  std::vector<std::string> with_q;
  for (const Statement& s : g.statements_with(g.iri(ex("q"))))
    with_q.push_back(g.shorten(s.subject));
  EXPECT_THAT(with_q, ElementsAre("ex:z", "ex:k"));
  EXPECT_EQ(g.size(), 8u);
}

TEST(GraphTest, KeepsAStatementOnceWhereItStoodFirst) {
  const Graph g = read("ex:a ex:p ex:b , ex:c , ex:b . ex:a ex:p ex:c .");
  EXPECT_EQ(g.size(), 2u);
  EXPECT_THAT(names(g, g.objects(g.iri(ex("a")), g.iri(ex("p")))), ElementsAre("ex:b", "ex:c"));
}

TEST(GraphTest, NeverTakesTheNullNodeForAnything) {
  const Graph g = read("ex:a ex:p ex:b .");
  const Node a = g.iri(ex("a"));
  const Node p = g.iri(ex("p"));
  const Node b = g.iri(ex("b"));
  EXPECT_TRUE(g.contains(a, p, b));
  EXPECT_FALSE(g.contains(b, p, a));
  EXPECT_TRUE(g.is_subject(a));
  EXPECT_FALSE(g.is_subject(b) || g.is_subject(p) || g.is_subject({}));
  EXPECT_FALSE(g.contains({}, p, b));
  EXPECT_FALSE(g.contains(a, {}, b));
  EXPECT_FALSE(g.contains(a, p, {}));
  EXPECT_THAT(g.objects({}, p), IsEmpty());
  EXPECT_THAT(g.objects(a, {}), IsEmpty());
  EXPECT_THAT(g.subjects({}, b), IsEmpty());
  EXPECT_THAT(g.subjects(p, {}), IsEmpty());
  EXPECT_FALSE(g.object(a, {}));
  EXPECT_THAT(g.list({}), IsEmpty());
  EXPECT_FALSE(g.is_list({}));
  EXPECT_EQ(Node().value(), "");
  EXPECT_FALSE(Node().is_iri() || Node().is_blank() || Node().is_literal());
}

TEST(GraphTest, FindsOnlyTermsThatStandInAStatement) {
  const Graph g = read("ex:a ex:p \"5\"^^ex:type .");
  EXPECT_TRUE(g.iri(ex("a")));
  EXPECT_TRUE(g.iri(ex("p")));
  EXPECT_FALSE(g.iri(ex("b")));
  EXPECT_FALSE(g.iri(ex("b"))) << "asking made it";
  EXPECT_FALSE(g.iri(ex("type")));
  EXPECT_FALSE(g.iri(""));
  EXPECT_FALSE(g.iri("ex:a b"));
  EXPECT_FALSE(g.iri("relative"));
}

TEST(GraphTest, TellsTermsApart) {
  const Graph g = read(
      R"(ex:a ex:p "x" , "x"@en , "x"@de , "x"^^ex:t , "5"^^<http://www.w3.org/2001/XMLSchema#integer> , 5 ,
                        "x"^^<http://www.w3.org/2001/XMLSchema#string> , <http://example.org/x> , _:x .)");
  std::vector<TermView> terms;
  for (const Node n : g.objects(g.iri(ex("a")), g.iri(ex("p")))) {
    if (!n.is_blank()) terms.push_back(n.term());
  }
  EXPECT_THAT(
      terms,
      ElementsAre(TermView::literal("x"), TermView::in_language("x", "en"),
                  TermView::in_language("x", "de"), TermView::typed("x", "http://example.org/t"),
                  TermView::typed("5", kXsdInteger), TermView::iri("http://example.org/x")));
}

TEST(GraphTest, ReadsNumbersWithTheFullStopRightBehindThem) {
  const Graph g =
      read("ex:a ex:p 1. ex:b ex:p -2.5. ex:c ex:p 3e0. ex:d ex:p true. ex:e ex:p (4).");
  std::vector<std::string> types;
  for (const Statement& s : g.statements_with(g.iri(ex("p"))))
    types.emplace_back(s.object.datatype());
  EXPECT_THAT(types, ElementsAre(kXsdInteger, kXsdDecimal, kXsdDouble, kXsdBoolean, ""));
}

TEST(GraphTest, ReadsEscapesAndUnicode) {
  const Graph g = read(R"(ex:a\,b ex:p "\t\"\\\u00FC\U0001F600" , """a
"b" """ . ex:ü ex:p '\'' . <http://example.org/\u00E9> ex:p "é" .)");
  std::vector<std::string> found;
  for (const Statement& s : g.statements())
    found.push_back(std::string(s.subject.value()) + " " + std::string(s.object.value()));
  EXPECT_THAT(found,
              ElementsAre("http://example.org/a,b \t\"\\ü😀", "http://example.org/a,b a\n\"b\" ",
                          "http://example.org/ü '", "http://example.org/é é"));
}

TEST(GraphTest, ReadsListsInTheirOrder) {
  const Graph g = read("ex:a ex:p ( ex:c 2 ( 3 ) [ ex:q 4 ] ) ; ex:none () .");
  const Node head = g.object(g.iri(ex("a")), g.iri(ex("p")));
  ASSERT_TRUE(g.is_list(head));
  const std::vector<Node> items = g.list(head);
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(g.shorten(items[0]), "ex:c");
  EXPECT_EQ(items[1].value(), "2");
  EXPECT_EQ(g.list(items[2]).size(), 1u);
  EXPECT_EQ(g.object(items[3], g.iri(ex("q"))).value(), "4");
  const Node none = g.object(g.iri(ex("a")), g.iri(ex("none")));
  EXPECT_TRUE(g.is_list(none));
  EXPECT_THAT(g.list(none), IsEmpty());
}

TEST(GraphTest, EndsABrokenOrCircularList) {
  const Graph g = read(R"(
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    ex:loop rdf:first 1 ; rdf:rest ex:loop2 .   ex:loop2 rdf:first 2 ; rdf:rest ex:loop .
    ex:open rdf:first 1 ; rdf:rest ex:nowhere .
    ex:two rdf:first 1 , 2 ; rdf:rest rdf:nil .)");
  EXPECT_EQ(g.list(g.iri(ex("loop"))).size(), 2u);
  EXPECT_FALSE(g.is_list(g.iri(ex("loop"))));
  EXPECT_EQ(g.list(g.iri(ex("open"))).size(), 1u);
  EXPECT_FALSE(g.is_list(g.iri(ex("open"))));
  EXPECT_FALSE(g.is_list(g.iri(ex("two"))));
}

TEST(GraphTest, KeepsBlankNodesOfDifferentSourcesApart) {
  Graph g;
  Diagnostics problems;
  for (int i = 0; i < 12; ++i) {
    const std::string text = std::string(kHead) + "_:x ex:p " + std::to_string(i) +
                             " , [] . _:x ex:q 0 . _:1b1 ex:p 0 .";
    ASSERT_TRUE(g.read_string(text, "source" + std::to_string(i), problems));
  }
  // Each source: _:x, which is one node in all of it, and _:1b1; its [] is no subject.
  EXPECT_EQ(g.all_subjects().size(), 24u);
  EXPECT_EQ(g.size(), 48u);
}

TEST(GraphTest, ResolvesAgainstTheBase) {
  const Graph g =
      read("@base <http://base.org/dir/file> . <a> ex:p <../b> , <#c> , <> , <//other.org/d> .");
  std::vector<std::string> found;
  for (const Statement& s : g.statements()) found.emplace_back(s.object.value());
  EXPECT_EQ(g.statements().front().subject.value(), "http://base.org/dir/a");
  EXPECT_THAT(found, ElementsAre("http://base.org/b", "http://base.org/dir/file#c",
                                 "http://base.org/dir/file", "http://other.org/d"));
}

TEST(GraphTest, ReadsAFileWithItsOwnIriAsBase) {
  const auto path = std::filesystem::path(::testing::TempDir()) / "graph test ü.ttl";
  std::ofstream(path) << "\xEF\xBB\xBF<#a> <#p> 1 .\n";
  Graph g;
  Diagnostics problems;
  ASSERT_TRUE(g.read_file(path.string(), problems));
  const std::string subject(g.statements().front().subject.value());
  EXPECT_TRUE(subject.starts_with("file:///")) << subject;
  EXPECT_TRUE(subject.ends_with("/graph%20test%20ü.ttl#a")) << subject;
  EXPECT_EQ(to_string(g.place(g.statements().front())), path.string() + ":1:11")
      << "the byte-order mark is no column";
  std::filesystem::remove(path);
}

TEST(GraphTest, PrefixesCanChangeTheirMeaning) {
  const Graph g = read(
      "ex:a ex:p 1 . @prefix ex: <http://other.org/> . ex:a ex:p 1 . PREFIX ex: "
      "<http://third.org/> ex:a ex:p 1 .");
  std::vector<std::string> found;
  for (const Statement& s : g.statements()) found.emplace_back(s.subject.value());
  EXPECT_THAT(found,
              ElementsAre("http://example.org/a", "http://other.org/a", "http://third.org/a"));
}

TEST(GraphTest, ShortensForPeople) {
  const Graph g = read(R"(
    @prefix deep: <http://example.org/deep#> . @prefix : <http://empty.org/> .
    ex:a ex:p "x"@en , "y"^^ex:t , [] .)");
  EXPECT_EQ(g.shorten("http://example.org/a"), "ex:a");
  EXPECT_EQ(g.shorten("http://example.org/deep#b"), "deep:b");
  EXPECT_EQ(g.shorten("http://example.org/deep/b"), "<http://example.org/deep/b>");
  EXPECT_EQ(g.shorten("http://empty.org/c"), ":c");
  EXPECT_EQ(g.shorten("http://unknown.org/"), "<http://unknown.org/>");
  EXPECT_THAT(names(g, g.objects(g.iri(ex("a")), g.iri(ex("p")))),
              ElementsAre("\"x\"@en", "\"y\"^^ex:t", "[]"));
  EXPECT_EQ(g.shorten(Node()), "");
  EXPECT_THAT(g.prefixes(), ElementsAre(Prefix{"ex", "http://example.org/"},
                                        Prefix{"deep", "http://example.org/deep#"},
                                        Prefix{"", "http://empty.org/"}));
}

TEST(GraphTest, KnowsTheNamespacesThatItDescribes) {
  const Graph g = read("@prefix f: <http://found.org/x#> . f:a ex:p <http://other.org/b> .");
  EXPECT_TRUE(g.knows_namespace("http://found.org/x#misspelt"));
  EXPECT_FALSE(g.knows_namespace("http://other.org/c"));
  EXPECT_FALSE(g.knows_namespace("http://found.org/x"));
  EXPECT_FALSE(g.knows_namespace(""));
}

TEST(GraphTest, MovesWithItsNodes) {
  Graph first = read("ex:a ex:p ex:b .");
  const Node a = first.iri(ex("a"));
  const Graph second = std::move(first);
  EXPECT_EQ(second.iri(ex("a")), a);
  EXPECT_EQ(a.value(), ex("a"));
}

TEST(GraphTest, ReadsTheSameTwice) {
  std::string text(kHead);
  for (int i = 0; i < 500; ++i) {
    text += "ex:s" + std::to_string(i * 7919 % 501) + " ex:p ex:o" + std::to_string(i % 7) +
            " , [ ex:q " + std::to_string(i) + " ] .\n";
  }
  const auto told = [&] {
    Graph g;
    Diagnostics problems;
    g.read_string(text, "x", problems);
    std::string out;
    for (const Statement& s : g.statements()) {
      out += std::string(s.subject.value()) + ' ' + std::string(s.predicate.value()) + ' ' +
             std::string(s.object.value()) + '\n';
    }
    return out;
  };
  const std::string once = told();
  EXPECT_EQ(once, told());
  EXPECT_EQ(std::count(once.begin(), once.end(), '\n'), 1500);
}

TEST(GraphTest, KeepsThePredicateOfListsAside) {
  Graph g;
  g.keep_as_lists(ex("word"));
  Diagnostics problems;
  ASSERT_TRUE(g.read_string(std::string(kHead) +
                                "ex:l a ex:List ; ex:word \"b\" , \"a\" . ex:m ex:word ex:n .\n"
                                "ex:k ex:word \"c\" ; a ex:List . ex:l ex:word \"d\" , \"a\" .",
                            "test.ttl", problems));
  EXPECT_TRUE(problems.empty());
  EXPECT_THAT(g.list_values(g.iri(ex("l"))), ElementsAre("b", "a", "d", "a"));
  EXPECT_THAT(g.list_values(g.iri(ex("k"))), ElementsAre("c"));
  EXPECT_THAT(g.list_values(g.iri(ex("m"))), IsEmpty());
  // Only literals are kept aside; what is, is no statement.
  EXPECT_EQ(g.size(), 3u);
  EXPECT_THAT(names(g, g.objects(g.iri(ex("m")), g.iri(ex("word")))), ElementsAre("ex:n"));
}

}  // namespace
}  // namespace testudo::rdf
