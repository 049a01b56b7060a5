// Prefixed names of Turtle, exactly (https://www.w3.org/TR/turtle/#sec-grammar-grammar, PN_PREFIX
// and PN_LOCAL).
//   is_plain_local_name("New_START");   !is_plain_local_name("a/b");
// Pure functions, linear in their input, which must be UTF-8.
#pragma once

#include <string_view>

namespace testudo::rdf {

// Whether the text can follow "prefix:" as it stands, without a backslash or a percent escape. The
// empty text can.
bool is_plain_local_name(std::string_view text);

// Whether the text can be a prefix. The empty text can.
bool is_valid_prefix(std::string_view text);

}  // namespace testudo::rdf
