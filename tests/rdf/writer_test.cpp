// What the writer writes, byte for byte; that it can be read again is round_trip_test's.
#include "rdf/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rdf/reread.h"

namespace testudo::rdf {
namespace {

using namespace std::string_view_literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Prefix kEx[] = {
    {"ex", "http://example.org/"}, {"deep", "http://example.org/deep#"}, {"xsd", kXsdNamespace}};

TermView ex(std::string_view iri) { return TermView::iri(iri); }

const TermView kS = TermView::iri("http://example.org/s");
const TermView kP = TermView::iri("http://example.org/p");
const TermView kO = TermView::iri("http://example.org/o");

// The object as it stands in a Turtle document with one statement.
std::string shown(const TermView& object, std::span<const Prefix> prefixes = kEx) {
  StringSink out;
  Writer writer(out, Syntax::Turtle, prefixes);
  const Result<void> done = writer.triple(kS, kP, object);
  if (!done.ok()) return to_string(done.error());
  EXPECT_TRUE(writer.finish().ok());
  const std::string text = out.take();
  const std::size_t begin = text.find("\tex:p ") + 6;
  return text.substr(begin, text.rfind(" .\n") - begin);
}

TEST(WriterTest, GroupsTurtleAsItComes) {
  StringSink out;
  Writer writer(out, Syntax::Turtle, kEx);
  EXPECT_TRUE(writer.triple(kS, ex(kRdfType), kO).ok());
  EXPECT_TRUE(writer.triple(kS, kP, TermView::literal("one")).ok());
  EXPECT_TRUE(writer.triple(kS, kP, TermView::in_language("two", "en")).ok());
  EXPECT_TRUE(writer.triple(kO, kP, TermView::typed("3", kXsdInteger)).ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(),
            "@prefix ex: <http://example.org/> .\n"
            "\n"
            "ex:s\n"
            "\ta ex:o ;\n"
            "\tex:p \"one\" ,\n"
            "\t\t\"two\"@en .\n"
            "\n"
            "ex:o\n"
            "\tex:p 3 .\n"
            "\n"
            "ex:s\n"
            "\tex:p ex:o .\n");
}

TEST(WriterTest, DeclaresThePrefixesInUseInTheirOrder) {
  StringSink out;
  Writer writer(out, Syntax::Turtle, kPrefixes);
  EXPECT_TRUE(writer.triple(kS, ex(kRdfsLabel), TermView::typed("2019", kXsdGYear)).ok());
  EXPECT_TRUE(writer.triple(kS, ex(kRdfType), ex("https://w3id.org/testudo/kb#Article")).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(),
            "@prefix kb: <https://w3id.org/testudo/kb#> .\n"
            "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "\n"
            "<http://example.org/s>\n"
            "\trdfs:label \"2019\"^^xsd:gYear ;\n"
            "\ta kb:Article .\n");
}

TEST(WriterTest, WritesNothingForNoStatements) {
  for (const Syntax syntax : {Syntax::Turtle, Syntax::NTriples, Syntax::TriG, Syntax::NQuads}) {
    StringSink out;
    Writer writer(out, syntax, kEx);
    EXPECT_TRUE(writer.finish().ok());
    EXPECT_EQ(out.text(), "");
  }
}

TEST(WriterTest, ShortensWhereTurtleLetsIt) {
  for (const auto& [iri, want] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"http://example.org/New_START", "ex:New_START"},
           {"http://example.org/a.b", "ex:a.b"},
           {"http://example.org/a.", "<http://example.org/a.>"},
           {"http://example.org/3x", "ex:3x"},
           {"http://example.org/ü", "ex:ü"},
           {"http://example.org/文字", "ex:文字"},
           {"http://example.org/a/b", "<http://example.org/a/b>"},
           {"http://example.org/a%20b", "<http://example.org/a%20b>"},
           {"http://example.org/a#char=1,2", "<http://example.org/a#char=1,2>"},
           {"http://example.org/", "ex:"},
           {"http://example.org/-a", "<http://example.org/-a>"},
           {"http://example.org/a:b", "ex:a:b"},
           {"http://example.org/deep#x", "deep:x"},
           {"http://example.org/O'Neill", "<http://example.org/O'Neill>"},
           {"http://example.org", "<http://example.org>"},
           {"http://other.org/x", "<http://other.org/x>"},
           {"http://other.org/\xF0\x9F\x98\x80", "<http://other.org/\xF0\x9F\x98\x80>"},
       }) {
    EXPECT_EQ(shown(ex(iri)), want);
  }
}

TEST(WriterTest, WritesEachLiteralOnOneLine) {
  for (const auto& [value, want] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"", "\"\""},
           {"plain ü 文 \xF0\x9F\x98\x80 'x'", "\"plain ü 文 \xF0\x9F\x98\x80 'x'\""},
           {"a\nb\r\n\tc", R"("a\nb\r\n\tc")"},
           {"say \"hi\" \\ \"\"\"", R"("say \"hi\" \\ \"\"\"")"},
           {"\x01\x0B\x1F\x7F", R"("\u0001\u000B\u001F\u007F")"},
           {"\b\f", R"("\b\f")"},
           {"ends with \\", R"("ends with \\")"},
           {"\xEF\xBB\xBF", "\"\xEF\xBB\xBF\""},
           {"\xEF\xBF\xBF", "\"\xEF\xBF\xBF\""},
       }) {
    EXPECT_EQ(shown(TermView::literal(value)), want);
  }
}

TEST(WriterTest, WritesNumbersBareOnlyWhereTheyMeanTheSame) {
  for (const auto& [value, datatype, want] :
       std::vector<std::tuple<std::string_view, std::string_view, std::string_view>>{
           {"5", kXsdInteger, "5"},
           {"-007", kXsdInteger, "-007"},
           {"+5", kXsdInteger, "+5"},
           {"5.0", kXsdDecimal, "5.0"},
           {"-.5", kXsdDecimal, "-.5"},
           {"5", kXsdDecimal, "\"5\"^^xsd:decimal"},
           {"5.", kXsdDecimal, "\"5.\"^^xsd:decimal"},
           {"5e0", kXsdDouble, "\"5e0\"^^xsd:double"},
           {"true", kXsdBoolean, "true"},
           {"1", kXsdBoolean, "\"1\"^^xsd:boolean"},
           {"5", kXsdNonNegativeInteger, "\"5\"^^xsd:nonNegativeInteger"},
           {"2019", kXsdGYear, "\"2019\"^^xsd:gYear"},
           {"x", kXsdString, "\"x\""},
           {"x", "http://example.org/type", "\"x\"^^ex:type"},
           {"x", "http://other.org/type", "\"x\"^^<http://other.org/type>"},
       }) {
    EXPECT_EQ(shown(TermView::typed(value, datatype)), want);
  }
  EXPECT_EQ(shown(TermView::in_language("x", "en-GB")), "\"x\"@en-GB");
}

TEST(WriterTest, WritesDatatypesInFullWhereTheCallerHasNoPrefix) {
  constexpr Prefix kNoXsd[] = {{"ex", "http://example.org/"}, {"xsd", "http://taken.org/"}};
  EXPECT_EQ(shown(TermView::typed("1", kXsdBoolean), kNoXsd),
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>");
  EXPECT_EQ(shown(TermView::typed("5", kXsdInteger), kNoXsd), "5");
}

TEST(WriterTest, RefusesATermThatCannotBeReadAgain) {
  for (const auto& [object, why] : std::vector<std::pair<TermView, std::string_view>>{
           {ex("http://example.org/a b"),
            "error: the object <http://example.org/a b> is not a valid IRI"},
           {ex("relative"), "error: the object <relative> is not a valid IRI"},
           {ex(""), "error: the object <> is not a valid IRI"},
           {TermView::blank("b"),
            "error: the object is a blank node, which has no name to be found by"},
           {TermView::literal("cut \xE2\x82"), "error: the literal \"cut …\" is not UTF-8"},
           {TermView::literal("cut \xC3"), "error: the literal \"cut …\" is not UTF-8"},
           {TermView::literal("\xED\xA0\x80"), "error: the literal \"…\" is not UTF-8"},
           {TermView::literal("\xC0\xAF"), "error: the literal \"…\" is not UTF-8"},
           {TermView::literal("a\0b"sv), "error: a literal with U+0000 in it"},
           {TermView::in_language("x", "en_GB"), "error: \"en_GB\" is not a language tag"},
           {TermView::in_language("x\xFF", "en"), "error: the literal \"x…\" is not UTF-8"},
           {TermView::typed("abc", kXsdInteger),
            "error: \"abc\" is no <http://www.w3.org/2001/XMLSchema#integer>"},
           {TermView::typed("\xFF", kXsdInteger), "error: the literal \"…\" is not UTF-8"},
           {TermView::typed("x", "type"), "error: the datatype <type> is not a valid IRI"},
           {TermView::typed("x", kRdfLangString),
            "error: \"x\" is no <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"},
           {TermView{TermKind::Literal, "x", kXsdString, "en"},
            "error: a literal with both a language and a datatype"},
       }) {
    EXPECT_EQ(shown(object), why);
    EXPECT_FALSE(check_writable(object).ok());
  }
}

TEST(WriterTest, RefusesSubjectsAndPredicatesThatAreNoIris) {
  StringSink out;
  Writer writer(out, Syntax::NTriples, {});
  EXPECT_FALSE(writer.triple(TermView::literal("s"), kP, kO).ok());
  EXPECT_FALSE(writer.triple(TermView::blank("s"), kP, kO).ok());
  EXPECT_FALSE(writer.triple(ex(""), kP, kO).ok());
  EXPECT_FALSE(writer.triple(kS, TermView::literal("p"), kO).ok());
  EXPECT_FALSE(writer.triple(kS, TermView::blank("p"), kO).ok());
  EXPECT_FALSE(writer.triple(kS, ex(""), kO).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(), "");
}

TEST(WriterTest, GoesOnAfterARefusedStatement) {
  for (const Syntax syntax : {Syntax::Turtle, Syntax::NTriples, Syntax::TriG, Syntax::NQuads}) {
    const auto write = [&](bool with_bad_ones) {
      StringSink out;
      Writer writer(out, syntax, kPrefixes);
      const auto bad = [&](const TermView& s, const TermView& p, const TermView& o) {
        if (with_bad_ones) {
          EXPECT_FALSE(writer.triple(s, p, o).ok());
        }
      };
      bad(ex("no iri"), ex(kRdfsLabel), kO);
      EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
      bad(kS, ex(kSkosNote), TermView::literal("\xFF"));
      bad(ex("https://w3id.org/testudo/kb#x"), kP, TermView::typed("x", kXsdDate));
      EXPECT_TRUE(writer.triple(kS, kP, TermView::literal("x")).ok());
      EXPECT_TRUE(writer.finish().ok());
      return out.take();
    };
    EXPECT_EQ(write(true), write(false));
  }
}

TEST(WriterTest, WritesLinesOfNTriples) {
  StringSink out;
  Writer writer(out, Syntax::NTriples, kEx);
  EXPECT_TRUE(writer.begin_graph("http://example.org/g").ok());
  EXPECT_TRUE(writer.triple(kS, ex(kRdfType), TermView::typed("5", kXsdInteger)).ok());
  EXPECT_TRUE(writer.end_graph().ok());
  EXPECT_TRUE(writer.triple(kS, kP, TermView::in_language("ü\n\"", "de")).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(),
            "<http://example.org/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            "\"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
            "<http://example.org/s> <http://example.org/p> \"ü\\n\\\"\"@de .\n");
}

TEST(WriterTest, WritesTheGraphIntoEachLineOfNQuads) {
  StringSink out;
  Writer writer(out, Syntax::NQuads, kEx);
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.begin_graph("http://example.org/g").ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.end_graph().ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(),
            "<http://example.org/s> <http://example.org/p> <http://example.org/o> .\n"
            "<http://example.org/s> <http://example.org/p> <http://example.org/o> "
            "<http://example.org/g> .\n"
            "<http://example.org/s> <http://example.org/p> <http://example.org/o> .\n");
}

TEST(WriterTest, WritesABlockAGraphOfTriG) {
  StringSink out;
  Writer writer(out, Syntax::TriG, kEx);
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.begin_graph("http://example.org/g").ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.triple(kO, kP, kS).ok());
  EXPECT_TRUE(writer.end_graph().ok());
  EXPECT_TRUE(writer.begin_graph("http://other.org/g").ok());
  EXPECT_TRUE(writer.triple(kS, kP, TermView::literal("x")).ok());
  EXPECT_TRUE(writer.end_graph().ok());
  EXPECT_TRUE(writer.triple(kO, kP, kO).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(),
            "@prefix ex: <http://example.org/> .\n"
            "\n"
            "ex:s\n"
            "\tex:p ex:o .\n"
            "\n"
            "ex:g {\n"
            "ex:s\n"
            "\tex:p ex:o .\n"
            "\n"
            "ex:o\n"
            "\tex:p ex:s .\n"
            "}\n"
            "\n"
            "<http://other.org/g> {\n"
            "ex:s\n"
            "\tex:p \"x\" .\n"
            "}\n"
            "\n"
            "ex:o\n"
            "\tex:p ex:o .\n");
}

TEST(WriterTest, TurtleHasNoGraphs) {
  StringSink out;
  Writer writer(out, Syntax::Turtle, kEx);
  EXPECT_TRUE(writer.begin_graph("http://example.org/g").ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.end_graph().ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_EQ(out.text(), "@prefix ex: <http://example.org/> .\n\nex:s\n\tex:p ex:o .\n");
}

// Of the open graph's IRI only the fragment is looked at, in every syntax.
TEST(WriterTest, ChecksFragmentsOfTheGraph) {
  for (const Syntax syntax : {Syntax::Turtle, Syntax::NTriples, Syntax::TriG, Syntax::NQuads}) {
    for (const std::string_view graph : {"http://example.org/s", "http://example.org/s#t"}) {
      StringSink out;
      Writer writer(out, syntax, kEx);
      EXPECT_TRUE(writer.begin_graph(graph).ok());
      EXPECT_TRUE(writer.triple(kS, kP, ex("http://example.org/s#char=1,2")).ok());
      for (const std::string_view bad :
           {"http://example.org/s#a#b", "http://example.org/s#t#u", "http://example.org/s#a b",
            "http://example.org/s#\xFF", "http://example.org/s a#b"}) {
        EXPECT_FALSE(writer.triple(kS, kP, ex(bad)).ok()) << bad;
      }
      EXPECT_TRUE(writer.end_graph().ok());
      EXPECT_TRUE(writer.finish().ok());
    }
  }
}

TEST(WriterTest, ChecksHowGraphsBeginAndEnd) {
  StringSink out;
  Writer writer(out, Syntax::TriG, kEx);
  EXPECT_FALSE(writer.end_graph().ok());
  EXPECT_FALSE(writer.begin_graph("no iri").ok());
  EXPECT_TRUE(writer.begin_graph("http://example.org/g").ok());
  EXPECT_FALSE(writer.begin_graph("http://example.org/h").ok());
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  EXPECT_TRUE(writer.finish().ok()) << "ends the graph as well";
  EXPECT_TRUE(writer.finish().ok()) << "a second time";
  EXPECT_FALSE(writer.triple(kS, kP, kO).ok());
  EXPECT_FALSE(writer.begin_graph("http://example.org/h").ok());
  EXPECT_THAT(out.text(), ::testing::EndsWith(".\n}\n"));
}

TEST(WriterTest, RefusesPrefixesThatCannotBeDeclared) {
  for (const std::vector<Prefix>& prefixes : std::vector<std::vector<Prefix>>{
           {{"a b", "http://example.org/"}},
           {{"1", "http://example.org/"}},
           {{"\xFF", "http://example.org/"}},
           {{"ex", "relative"}},
           {{"ex", "http://example.org/"}, {"ex", "http://other.org/"}},
       }) {
    StringSink out;
    Writer writer(out, Syntax::Turtle, prefixes);
    EXPECT_FALSE(writer.triple(kS, kP, kO).ok());
    EXPECT_FALSE(writer.finish().ok());
    EXPECT_EQ(out.text(), "");
  }
  constexpr Prefix kTwice[] = {kEx[0], kEx[0]};
  EXPECT_EQ(shown(kO, kTwice), "ex:o");
}

class BrokenSink final : public Sink {
 public:
  explicit BrokenSink(std::size_t room) : room_(room) {}
  bool write(std::string_view bytes) override {
    broken_ = broken_ || bytes.size() > room_;
    if (!broken_) room_ -= bytes.size();
    return !broken_;
  }
  Result<void> flush() override {
    if (broken_) return Error{"no room", {}};
    return {};
  }

 private:
  std::size_t room_;
  bool broken_ = false;
};

TEST(WriterTest, TellsThatTheSinkHasFailed) {
  BrokenSink sink(1000);
  Writer writer(sink, Syntax::NTriples, {});
  bool failed = false;
  for (int i = 0; i < 5000; ++i) failed = failed || !writer.triple(kS, kP, kO).ok();
  EXPECT_TRUE(failed) << "noticed before the end";
  const Result<void> done = writer.finish();
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().message, "no room");
}

TEST(WriterTest, TellsAFullDiskAtTheEnd) {
  auto full = AtomicFile::open("/dev/full");
  ASSERT_TRUE(full.ok());
  Writer writer(**full, Syntax::Turtle, kEx);
  EXPECT_TRUE(writer.triple(kS, kP, kO).ok());
  const Result<void> done = writer.finish();
  ASSERT_FALSE(done.ok());
  EXPECT_THAT(to_string(done.error()), HasSubstr("No space left on device"));
  EXPECT_FALSE(writer.finish().ok()) << "a second time";
}

TEST(WriterTest, HoldsBackNoMoreThanItPromises) {
  StringSink out;
  Writer writer(out, Syntax::Turtle, kPrefixes);
  const std::string page(1U << 20U, 'x');
  std::size_t written = 0;
  while (out.text().empty()) {
    ASSERT_LE(written, Writer::kHeldBack + page.size());
    ASSERT_TRUE(writer.triple(kS, kP, TermView::literal(page)).ok());
    written += page.size();
  }
  EXPECT_THAT(out.text().substr(0, 4000), HasSubstr("@prefix owl:"))
      << "what may come is not known yet";
  EXPECT_TRUE(writer.triple(kS, ex(kOwlHasKey), kO).ok());
  EXPECT_TRUE(writer.finish().ok());
  EXPECT_THAT(out.text().substr(out.text().size() - 60), HasSubstr("owl:hasKey"));
  std::size_t statements = 0;
  EXPECT_TRUE(
      parse_statements(out.text(), Syntax::Turtle, [&](const Quad&) { ++statements; }).ok());
  EXPECT_EQ(statements, written / page.size() + 1);
}

}  // namespace
}  // namespace testudo::rdf
