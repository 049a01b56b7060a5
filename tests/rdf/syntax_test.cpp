#include "rdf/syntax.h"

#include <gtest/gtest.h>

#include <optional>

namespace testudo::rdf {
namespace {

TEST(SyntaxTest, IsKnownByNameExtensionAndMediaType) {
  for (const auto name : {"turtle", "ttl", ".ttl", "text/turtle", "Turtle", "TEXT/TURTLE"}) {
    EXPECT_EQ(parse_syntax(name), Syntax::Turtle) << name;
  }
  for (const auto name :
       {"ntriples", "n-triples", "N-Triples", "nt", ".nt", "application/n-triples"}) {
    EXPECT_EQ(parse_syntax(name), Syntax::NTriples) << name;
  }
  for (const auto name : {"trig", ".trig", "TriG", "application/trig"})
    EXPECT_EQ(parse_syntax(name), Syntax::TriG) << name;
  for (const auto name : {"nquads", "n-quads", "nq", ".NQ", "application/n-quads"}) {
    EXPECT_EQ(parse_syntax(name), Syntax::NQuads) << name;
  }
}

TEST(SyntaxTest, IsNotGuessed) {
  for (const auto name : {"", ".", "tt", "ttl ", "rdf", "json", ".turtle", "text/", "..ttl"}) {
    EXPECT_EQ(parse_syntax(name), std::nullopt) << name;
  }
}

TEST(SyntaxTest, UnderstandsItsOwnNames) {
  for (const Syntax s : {Syntax::Turtle, Syntax::NTriples, Syntax::TriG, Syntax::NQuads}) {
    EXPECT_EQ(parse_syntax(name(s)), s);
    EXPECT_EQ(parse_syntax(extension(s)), s);
    EXPECT_EQ(parse_syntax(media_type(s)), s);
  }
}

}  // namespace
}  // namespace testudo::rdf
