#include "rdf/reread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rdf/namespaces.h"

namespace testudo::rdf {
namespace {

using ::testing::ElementsAre;

std::string told(const TermView& t) {
  switch (t.kind) {
    case TermKind::Iri:
      return "<" + std::string(t.value) + ">";
    case TermKind::Blank:
      return "_:" + std::string(t.value);
    case TermKind::Literal:
      break;
  }
  return '"' + std::string(t.value) + '"' +
         (t.language.empty() ? "" : "@" + std::string(t.language)) +
         (t.datatype.empty() ? "" : "^^" + std::string(t.datatype));
}

std::vector<std::string> reread(std::string_view text, Syntax syntax) {
  std::vector<std::string> out;
  const Result<void> done = parse_statements(text, syntax, [&](const Quad& q) {
    out.push_back(told(q.subject) + " " + told(q.predicate) + " " + told(q.object) +
                  (q.graph.empty() ? "" : " <" + std::string(q.graph) + ">"));
  });
  if (!done.ok()) out.push_back(to_string(done.error()));
  return out;
}

TEST(RereadTest, ReadsAllFourSyntaxes) {
  EXPECT_THAT(reread("@prefix e: <e:> . e:s a e:T ; e:p 5 , \"x\"@en .", Syntax::Turtle),
              ElementsAre("<e:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <e:T>",
                          "<e:s> <e:p> \"5\"^^http://www.w3.org/2001/XMLSchema#integer",
                          "<e:s> <e:p> \"x\"@en"));
  EXPECT_THAT(reread("<e:s> <e:p> \"x\"^^<e:t> .\n<e:s> <e:p> \"\\u00FC\" .\n", Syntax::NTriples),
              ElementsAre("<e:s> <e:p> \"x\"^^e:t", "<e:s> <e:p> \"ü\""));
  EXPECT_THAT(
      reread("@prefix e: <e:> . e:g { e:s e:p e:o . e:t e:p 1 } <e:s> e:p e:o .", Syntax::TriG),
      ElementsAre("<e:s> <e:p> <e:o> <e:g>",
                  "<e:t> <e:p> \"1\"^^http://www.w3.org/2001/XMLSchema#integer <e:g>",
                  "<e:s> <e:p> <e:o>"));
  EXPECT_THAT(reread("<e:s> <e:p> <e:o> <e:g> .\n<e:s> <e:p> \"x\"@en .\n", Syntax::NQuads),
              ElementsAre("<e:s> <e:p> <e:o> <e:g>", "<e:s> <e:p> \"x\"@en"));
}

TEST(RereadTest, TakesXsdStringForAPlainLiteral) {
  EXPECT_THAT(
      reread("<e:s> <e:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .", Syntax::NTriples),
      ElementsAre("<e:s> <e:p> \"x\""));
}

TEST(RereadTest, EndsAtTheFirstError) {
  EXPECT_THAT(
      reread("<e:s> <e:p> <e:o> .\n<e:s> <e:p> .\n<e:s> <e:p> <e:o2> .", Syntax::Turtle),
      ElementsAre("<e:s> <e:p> <e:o>", "turtle:2:13: error: expected an object, found '.'"));
  EXPECT_THAT(
      reread("<e:s> <e:p> <rel> .\n<e:s> <e:p> <e:o> .", Syntax::Turtle),
      ElementsAre("turtle:1:13: error: <rel> is relative, and there is no @base before it"));
  EXPECT_THAT(reread("<e:s> f:p 1 , 2 .", Syntax::Turtle),
              ElementsAre("turtle:1:7: error: undefined prefix f:"));
}

TEST(RereadTest, IsStrict) {
  for (const auto& [text, syntax] : std::vector<std::pair<std::string_view, Syntax>>{
           {"<e:s> <e:p> <e:o>", Syntax::NTriples},
           {"<e:s> <e:p> 5 .", Syntax::NTriples},
           {"@prefix e: <e:> .", Syntax::NTriples},
           {"<e:s> <e:p> <e:o> , <e:o2> .", Syntax::NTriples},
           {"<e:s> <e:p> <e:o> ; <e:q> <e:o2> .", Syntax::NTriples},
           {"<e:s> a <e:o> .", Syntax::NTriples},
           {"<e:s> <e:p> [] .", Syntax::NTriples},
           {"<e:s> <e:p> <e:o> <e:g> .", Syntax::NTriples},
           {"<e:s> <e:p> true .", Syntax::NTriples},
           {"<e:s> <e:p> \"\"\"x\"\"\" .", Syntax::NTriples},
           {"<s> <e:p> <e:o> .", Syntax::NTriples},
           {"<e:s> <e:p> <e:o> <e:g> .", Syntax::Turtle},
           {"<e:g> { <e:s> <e:p> <e:o> }", Syntax::Turtle},
           {"<e:g> { <e:s> <e:p> <e:o> ", Syntax::TriG},
           {"<e:s> <e:p> <e:o> <e:g> <e:h> .", Syntax::NQuads},
           {"<e:s> <e:p> <e:a b> .", Syntax::NQuads},
           {"<e:s> <e:p> \"x\xFF\" .", Syntax::NQuads},
           {"<e:s> <e:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> .", Syntax::NTriples},
           {"<e:s> <e:p> \"\\uD800\" .", Syntax::Turtle},
       }) {
    EXPECT_FALSE(parse_statements(text, syntax, [](const Quad&) {}).ok()) << text;
  }
}

}  // namespace
}  // namespace testudo::rdf
