#include "rdf/serd_adapter.h"

#include <array>
#include <cstdarg>
#include <cstdio>

namespace testudo::rdf {
namespace {

struct Explanation {
  std::string_view serd;  // how Serd's format begins (Serd 0.30.16, src/n3.c)
  ErrorPlace place;
  bool tell_found;
  std::string_view message;
};

constexpr Explanation kExplanations[] = {
    {"expected digit", ErrorPlace::Here, true, "expected a digit"},
    {"missing ';' or '.'", ErrorPlace::Here, true, "expected ';' or '.' after the object"},
    {"expected object", ErrorPlace::Here, true, "expected an object"},
    {"expected prefixed name", ErrorPlace::Token, true,
     "expected an IRI, a prefixed name or a literal"},
    {"bad verb", ErrorPlace::Token, true, "expected a property"},
    {"bad subject", ErrorPlace::Token, true, "expected a subject"},
    {"unexpected end of statement", ErrorPlace::Statement, false,
     "the statement ends without a property and an object"},
    {"missing predicate object list", ErrorPlace::Statement, false,
     "the statement ends without a property and an object"},
    {"unexpected end of file", ErrorPlace::Statement, false, "the file ends within this statement"},
    {"end of file in", ErrorPlace::Token, false, "the string is never closed"},
    {"line end in short string", ErrorPlace::Token, false,
     "the string is not closed on its line; write \\n, or three quotes around it"},
    {"invalid IRI character (escape", ErrorPlace::Behind, false,
     "a space or line break within <…>; write %20, or close the IRI"},
    {"invalid IRI character", ErrorPlace::Behind, false,
     "a character within <…> that no IRI may have"},
    {"invalid escaped IRI character", ErrorPlace::Behind, false,
     "an escaped character within <…> that no IRI may have"},
    {"invalid IRI escape", ErrorPlace::Behind, false,
     "within <…> a backslash must begin \\uXXXX or \\UXXXXXXXX"},
    {"invalid escape", ErrorPlace::Here, false, "no such escape in a name"},
    {"bad escape", ErrorPlace::Token, false, "the name has an escape that does not exist"},
    {"invalid hexadecimal digit", ErrorPlace::Here, true, "expected a hexadecimal digit"},
    {"unicode character", ErrorPlace::Token, false, "the escape is beyond U+10FFFF"},
    {"invalid character", ErrorPlace::Token, false,
     "the name has a character that no name may have"},
    {"invalid name start", ErrorPlace::Here, true, "expected a blank node's label after _:"},
    {"subject ends with", ErrorPlace::Statement, false,
     "the statement ends without a property and an object"},
    {"prefix ends with", ErrorPlace::Token, false, "a prefix may not end with a full stop"},
    {"unexpected `%c'", ErrorPlace::Here, true, "expected a language tag after '@'"},
    {"expected `='", ErrorPlace::Here, true, "'[=' is no Turtle"},
    {"invalid directive", ErrorPlace::Statement, false, "expected @prefix or @base"},
    {"invalid graph name", ErrorPlace::Statement, false, "a graph's name must be an IRI"},
    {"expected label or subject", ErrorPlace::Here, true, "expected a graph's name"},
    {"found both", ErrorPlace::Token, false,
     "blank nodes _:bN and _:BN in one file; give one another label"},
    {"bad IRI scheme", ErrorPlace::Token, false, "expected an absolute IRI"},
    {"missing IRI scheme", ErrorPlace::Token, false, "expected an absolute IRI"},
    {"expected IRI scheme", ErrorPlace::Token, false, "expected an absolute IRI"},
    {"expected: ':'", ErrorPlace::Here, true, "expected an IRI or a string"},
    {"syntax does not support", ErrorPlace::Here, false,
     "this is Turtle's, and not in N-Triples or N-Quads"},
};

std::string format(const SerdError& error) {
  std::array<char, 256> buffer{};
  std::va_list copy;
  // NOLINTBEGIN(clang-analyzer-valist.Uninitialized): Serd has started the list
  va_copy(copy, *error.args);
  std::vsnprintf(buffer.data(), buffer.size(), error.fmt, copy);
  // NOLINTEND(clang-analyzer-valist.Uninitialized)
  va_end(copy);
  std::string text = buffer.data();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

SerdSyntax to_serd(Syntax syntax) {
  switch (syntax) {
    case Syntax::Turtle:
      return SERD_TURTLE;
    case Syntax::NTriples:
      return SERD_NTRIPLES;
    case Syntax::TriG:
      return SERD_TRIG;
    case Syntax::NQuads:
      return SERD_NQUADS;
  }
  return SERD_TURTLE;
}

const std::uint8_t* bytes(const char* text) { return reinterpret_cast<const std::uint8_t*>(text); }

std::string_view view(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

std::string_view view(const SerdChunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.buf), chunk.len};
}

ReaderError explain(const SerdError& error) {
  const std::string_view fmt = error.fmt;
  // "expected `%c', not `%c'": which byte was expected is all in the arguments.
  if (fmt.starts_with("expected `%c', not") || fmt.starts_with("expected '%c', not")) {
    const std::string text = format(error);
    return {"expected '" + text.substr(10, 1) + "'", ErrorPlace::Here, true};
  }
  if (fmt.starts_with("invalid escape `") || fmt.starts_with("invalid escape '")) {
    return {"no such escape: " + format(error).substr(16, 2), ErrorPlace::Here, false};
  }
  for (const Explanation& e : kExplanations) {
    if (fmt.starts_with(e.serd)) return {std::string(e.message), e.place, e.tell_found};
  }
  return {format(error), ErrorPlace::Here, false};
}

}  // namespace testudo::rdf
