// A strict second look at what was written, in any of the four syntaxes: what tests compare with
// what was meant.
//   parse_statements(text, Syntax::TriG, [&](const Quad& q) { found.push_back(…); });
// Safe from any number of threads.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "rdf/syntax.h"
#include "rdf/term.h"

namespace testudo::rdf {

struct Quad {
  TermView subject;
  TermView predicate;
  TermView object;
  std::string_view graph;  // empty: the default graph

  friend bool operator==(const Quad&, const Quad&) = default;
};

// Reads the document, names expanded, and calls back for every statement in its order; the views
// live for the call. xsd:string is left out as a datatype, for it is what a plain literal has. The
// first error ends the reading: syntax, an undefined prefix, a relative IRI without a base, a term
// that is not valid (term.h). Its place has the syntax's name, line and column, the column in code
// points. O(bytes).
Result<void> parse_statements(std::string_view text, Syntax syntax,
                              const std::function<void(const Quad&)>& callback);

}  // namespace testudo::rdf
