// The four syntaxes that are read and written.
//   parse_syntax("ttl") == Syntax::Turtle;   media_type(Syntax::Turtle) == "text/turtle";
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace testudo::rdf {

enum class Syntax : std::uint8_t { Turtle, NTriples, TriG, NQuads };

// The syntax with that name, file extension (with or without its dot) or media type, in any letter
// case.
std::optional<Syntax> parse_syntax(std::string_view name);

std::string_view name(Syntax syntax);        // "turtle", "ntriples", "trig", "nquads"
std::string_view extension(Syntax syntax);   // "ttl", "nt", "trig", "nq"
std::string_view media_type(Syntax syntax);  // "text/turtle" …

// Whether the syntax can say which graph a statement is in.
constexpr bool has_graphs(Syntax syntax) {
  return syntax == Syntax::TriG || syntax == Syntax::NQuads;
}

// Whether the syntax has prefixes, grouping and comments of its own.
constexpr bool is_turtle_family(Syntax syntax) {
  return syntax == Syntax::Turtle || syntax == Syntax::TriG;
}

}  // namespace testudo::rdf
