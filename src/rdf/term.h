// RDF terms as plain values, and the checks that keep what we write valid.
//   TermView::typed("2019", kXsdGYear);  is_valid_lexical_form("2019", kXsdGYear);
// All functions are pure and safe from any number of threads; each is linear in its input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace testudo::rdf {

enum class TermKind : std::uint8_t { Iri, Literal, Blank };

// A term that borrows its strings: what writers take, so that nothing is copied on the way out.
struct TermView {
  TermKind kind = TermKind::Iri;
  std::string_view value;     // the IRI, the lexical form, or the blank label
  std::string_view datatype;  // a literal's datatype IRI; empty: a plain string
  std::string_view language;  // a literal's language tag; then the datatype is empty

  static TermView iri(std::string_view iri) { return {TermKind::Iri, iri, {}, {}}; }
  static TermView blank(std::string_view label) { return {TermKind::Blank, label, {}, {}}; }
  static TermView literal(std::string_view value) { return {TermKind::Literal, value, {}, {}}; }
  static TermView typed(std::string_view value, std::string_view datatype) {
    return {TermKind::Literal, value, datatype, {}};
  }
  static TermView in_language(std::string_view value, std::string_view language) {
    return {TermKind::Literal, value, {}, language};
  }

  friend bool operator==(const TermView&, const TermView&) = default;
};

// Whether the text is an absolute IRI that every store accepts: RFC 3987's `IRI`, that is a scheme,
// then its characters where they may stand, percent signs only in escapes, square brackets only
// around an IPv6 host, one '#' at the most, no bidirectional formatting characters (section 4.1).
bool is_valid_iri(std::string_view iri);

// Whether the text can stand behind an IRI's '#'.
bool is_valid_fragment(std::string_view text);

// Whether the text has BCP 47's shape: subtags of 1 to 8 letters and digits, the first of letters
// alone, none dangling ("en", "de-CH-1996", "x-private"; not "en-", not "e").
bool is_valid_language_tag(std::string_view tag);

// Whether the lexical form is in the datatype's space (XSD 1.1), for string, boolean, integer,
// nonNegativeInteger, positiveInteger, decimal, double, float, date, gYear, gYearMonth, dateTime,
// duration and anyURI. Dates must be in the calendar: 2019-02-29 is none. False for rdf:langString,
// which a language tag alone can give. True for any other datatype. What is not UTF-8 is in no
// space.
bool is_valid_lexical_form(std::string_view value, std::string_view datatype);

// Percent-encodes what may not, or had better not, stand in an IRI's path segment (spaces of any
// script, quotes, angle brackets, '%', '/', '?', '#', invisible formatting …); letters outside
// ASCII stay (RFC 3987, ipchar).
std::string encode_segment(std::string_view text);

}  // namespace testudo::rdf
