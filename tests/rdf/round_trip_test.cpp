// What is written is read again, strictly, as what was meant: generated terms, all four syntaxes.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "rdf/graph.h"
#include "rdf/reread.h"
#include "rdf/writer.h"

namespace testudo::rdf {
namespace {

struct OwnedTerm {
  TermKind kind = TermKind::Iri;
  std::string value;
  std::string datatype;
  std::string language;

  TermView view() const { return {kind, value, datatype, language}; }
  friend bool operator==(const OwnedTerm&, const OwnedTerm&) = default;
};

OwnedTerm own(const TermView& t) {
  return {t.kind, std::string(t.value), std::string(t.datatype), std::string(t.language)};
}

struct OwnedQuad {
  OwnedTerm s, p, o;
  std::string graph;
  friend bool operator==(const OwnedQuad&, const OwnedQuad&) = default;
};

std::ostream& operator<<(std::ostream& out, const OwnedQuad& q) {
  return out << q.s.value << " | " << q.p.value << " | " << q.o.value << " | " << q.o.datatype
             << " | " << q.o.language << " | " << q.graph;
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  template <class Array>
  std::string one_of(const Array& array) {
    return std::string(array[below(std::size(array))]);
  }

  std::string iri() {
    static constexpr std::string_view kSpaces[] = {"https://w3id.org/testudo/id/",
                                                   "https://w3id.org/testudo/kb#",
                                                   "http://other.org/",
                                                   "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                                                   "urn:x:",
                                                   "http://www.w3.org/2001/XMLSchema#"};
    static constexpr std::string_view kLocals[] = {"New_START", "a.b", "a.",    "3x",
                                                   "ü",         "a/b", "a%20b", "",
                                                   "type",      "nil", "first", "-",
                                                   "a:b",       ".",   "true",  "a",
                                                   "_",         "x'y", "(z)",   "\xF0\x90\x8C\xB0",
                                                   "e\xCC\x81", "a,b", "a;b",   "a=b&c",
                                                   "integer",   "~"};
    std::string out = one_of(kSpaces) + one_of(kLocals);
    if (below(3) == 0) out += encode_segment(text());
    return out;
  }

  std::string text() {
    static constexpr std::string_view kPieces[] = {"\n",
                                                   "\r",
                                                   "\t",
                                                   "\"",
                                                   "\"\"\"",
                                                   "\\",
                                                   "'",
                                                   "\\n",
                                                   "\\u0041",
                                                   " ",
                                                   ".",
                                                   "a",
                                                   "@en",
                                                   "^^",
                                                   "<",
                                                   ">",
                                                   "\x01",
                                                   "\x7F",
                                                   "\b",
                                                   "\f",
                                                   "ü",
                                                   "文",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xEF\xBF\xBD",
                                                   "\xC2\x85",
                                                   "\xE2\x80\xA8"};
    std::string out;
    for (std::size_t n = below(12); n > 0; --n) {
      if (below(4) != 0) {
        out += one_of(kPieces);
        continue;
      }
      auto c = static_cast<char32_t>(1 + below(0x10FFFF));
      if (c >= 0xD800 && c <= 0xDFFF) c = U'\uFFFD';
      append_utf8(out, c);
    }
    return out;
  }

  OwnedTerm object() {
    static constexpr std::string_view kTags[] = {"en", "de-CH-1996", "zh-Hant", "x-a1"};
    static constexpr std::pair<std::string_view, std::string_view> kTyped[] = {
        {"5", kXsdInteger},       {"-05", kXsdInteger},  {"5.0", kXsdDecimal},
        {"5.", kXsdDecimal},      {".5", kXsdDecimal},   {"5", kXsdDecimal},
        {"1e3", kXsdDouble},      {"NaN", kXsdDouble},   {"true", kXsdBoolean},
        {"1", kXsdBoolean},       {"0", kXsdBoolean},    {"2019", kXsdGYear},
        {"2020-02-29", kXsdDate}, {"P5Y", kXsdDuration}, {"7", kXsdNonNegativeInteger}};
    switch (below(5)) {
      case 0:
        return {TermKind::Iri, iri(), {}, {}};
      case 1:
        return {TermKind::Literal, text(), {}, {}};
      case 2:
        return {TermKind::Literal, text(), {}, one_of(kTags)};
      case 3:
        return {TermKind::Literal, text(), "http://other.org/" + encode_segment(text()), {}};
      default: {
        const auto& [value, datatype] = kTyped[below(std::size(kTyped))];
        return {TermKind::Literal, std::string(value), std::string(datatype), {}};
      }
    }
  }

 private:
  std::mt19937 random_;
};

std::vector<OwnedQuad> generate(unsigned seed, bool with_graphs) {
  Generator g(seed);
  std::vector<OwnedQuad> quads;
  OwnedQuad q;
  for (int i = 0; i < 200; ++i) {
    if (i == 0 || g.below(3) == 0) q.s = {TermKind::Iri, g.iri(), {}, {}};
    if (i == 0 || g.below(2) == 0)
      q.p = {TermKind::Iri, g.below(4) == 0 ? std::string(kRdfType) : g.iri(), {}, {}};
    if (with_graphs && g.below(8) == 0) q.graph = g.below(3) == 0 ? std::string() : g.iri();
    q.o = g.object();
    quads.push_back(q);
  }
  return quads;
}

std::string write(const std::vector<OwnedQuad>& quads, Syntax syntax) {
  StringSink out;
  Writer writer(out, syntax, kPrefixes);
  std::string graph;
  for (const OwnedQuad& q : quads) {
    if (q.graph != graph) {
      if (!graph.empty()) {
        EXPECT_TRUE(writer.end_graph().ok());
      }
      if (!q.graph.empty()) {
        EXPECT_TRUE(writer.begin_graph(q.graph).ok());
      }
      graph = q.graph;
    }
    const Result<void> done = writer.triple(q.s.view(), q.p.view(), q.o.view());
    EXPECT_TRUE(done.ok()) << to_string(done.error()) << q;
  }
  EXPECT_TRUE(writer.finish().ok());
  return out.take();
}

class RoundTripTest : public ::testing::TestWithParam<Syntax> {};

TEST_P(RoundTripTest, ComesBackAsItWasMeant) {
  const Syntax syntax = GetParam();
  for (unsigned seed = 1; seed <= 100; ++seed) {
    const std::vector<OwnedQuad> meant = generate(seed, has_graphs(syntax));
    const std::string text = write(meant, syntax);
    ASSERT_TRUE(is_valid_utf8(text));
    std::vector<OwnedQuad> found;
    const Result<void> done = parse_statements(text, syntax, [&](const Quad& q) {
      found.push_back({own(q.subject), own(q.predicate), own(q.object), std::string(q.graph)});
    });
    ASSERT_TRUE(done.ok()) << to_string(done.error()) << "\n" << text;
    ASSERT_EQ(found.size(), meant.size()) << text;
    for (std::size_t i = 0; i < meant.size(); ++i) ASSERT_EQ(found[i], meant[i]) << "seed " << seed;
    ASSERT_EQ(write(found, syntax), text) << "written again, it is the same";
  }
}

INSTANTIATE_TEST_SUITE_P(AllSyntaxes, RoundTripTest,
                         ::testing::Values(Syntax::Turtle, Syntax::NTriples, Syntax::TriG,
                                           Syntax::NQuads),
                         [](const auto& test) { return std::string(name(test.param)); });

TEST(RoundTripGraphTest, AGraphReadsWhatTheWriterWrote) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const std::vector<OwnedQuad> meant = generate(seed, false);
    Graph graph;
    Diagnostics problems;
    ASSERT_TRUE(graph.read_string(write(meant, Syntax::Turtle), "t", problems))
        << to_string(problems[0]);
    std::vector<OwnedQuad> unique;
    for (const OwnedQuad& q : meant) {
      if (std::find(unique.begin(), unique.end(), q) == unique.end()) unique.push_back(q);
    }
    ASSERT_EQ(graph.size(), unique.size());
    for (std::size_t i = 0; i < unique.size(); ++i) {
      const Statement& s = graph.statements()[i];
      const OwnedQuad found = {
          own(s.subject.term()), own(s.predicate.term()), own(s.object.term()), {}};
      ASSERT_EQ(found, unique[i]);
    }
  }
}

TEST(RoundTripGraphTest, KeepsAVeryLongLiteral) {
  Generator g(5);
  std::string text;
  while (text.size() < (2U << 20U)) text += g.text();
  const std::vector<OwnedQuad> meant = {{{TermKind::Iri, "urn:s", {}, {}},
                                         {TermKind::Iri, "urn:p", {}, {}},
                                         {TermKind::Literal, text, {}, {}},
                                         {}}};
  for (const Syntax syntax : {Syntax::Turtle, Syntax::NTriples}) {
    std::string found;
    ASSERT_TRUE(parse_statements(write(meant, syntax), syntax, [&](const Quad& q) {
                  found = q.object.value;
                }).ok());
    EXPECT_EQ(found, text);
  }
}

}  // namespace
}  // namespace testudo::rdf
