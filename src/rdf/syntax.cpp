#include "rdf/syntax.h"

#include <algorithm>

namespace testudo::rdf {
namespace {

struct Names {
  Syntax syntax;
  std::string_view name;
  std::string_view alias;
  std::string_view extension;
  std::string_view media_type;
};

// In the order of the enumeration.
constexpr Names kNames[] = {
    {Syntax::Turtle, "turtle", "turtle", "ttl", "text/turtle"},
    {Syntax::NTriples, "ntriples", "n-triples", "nt", "application/n-triples"},
    {Syntax::TriG, "trig", "trig", "trig", "application/trig"},
    {Syntax::NQuads, "nquads", "n-quads", "nq", "application/n-quads"},
};

const Names& names(Syntax syntax) { return kNames[static_cast<std::size_t>(syntax)]; }

bool same_but_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<Syntax> parse_syntax(std::string_view name) {
  const std::string_view bare = name.starts_with('.') ? name.substr(1) : name;
  for (const Names& n : kNames) {
    if (same_but_case(bare, n.extension) || same_but_case(name, n.name) ||
        same_but_case(name, n.alias) || same_but_case(name, n.media_type)) {
      return n.syntax;
    }
  }
  return std::nullopt;
}

std::string_view name(Syntax syntax) { return names(syntax).name; }
std::string_view extension(Syntax syntax) { return names(syntax).extension; }
std::string_view media_type(Syntax syntax) { return names(syntax).media_type; }

}  // namespace testudo::rdf
