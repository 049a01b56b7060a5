// Names for what an article speaks of, made from content alone.
//   std::string iri;  concept_iri("oil prices", iri);
// The last argument takes the IRI, so that its memory serves for many. Thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "english/analysis.h"
#include "extract/finding.h"
#include "pack/pack.h"
#include "text/document.h"

namespace testudo::knowledge {

// "concept:oil_prices": the label in lower case, spaces as underscores, percent-encoded where IRIs
// need it.
void concept_iri(std::string_view label, std::string& iri);
// "concept:demonstrators_of_norway": those that only what stands around them tells from others of
// the label.
void concept_iri(std::string_view label, std::string_view home, std::string& iri);

// "<article#char=2210,2297>" (RFC 5147).
void passage_iri(std::string_view article, text::SourceSpan span, std::string& iri);

// The IRI of a role's filler, or a literal's lexical form; situations must have their IRIs already.
// Borrows its strings.
struct RoleValue {
  pack::PropertyId role = pack::PropertyId::None;
  std::string_view value;
  std::string_view datatype;
  bool is_literal = false;

  friend auto operator<=>(const RoleValue&, const RoleValue&) = default;
};

// A situation's IRI from its class and its roles; where the class has an owl:hasKey and every key
// role is filled, from the key alone. The order of the roles does not matter.
void situation_iri(const pack::Ontology& ontology, pack::ClassId situation_class,
                   std::vector<RoleValue> roles, std::string& iri);

// An assertion's IRI under its article: from passage, situation, rule, modality, polarity and
// holder.
void assertion_iri(std::string_view article, std::string_view passage, std::string_view situation,
                   std::string_view rule, std::string_view modality, std::string_view polarity,
                   std::string_view holder, std::string& iri);

}  // namespace testudo::knowledge
