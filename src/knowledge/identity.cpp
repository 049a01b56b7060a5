#include "knowledge/identity.h"

#include <algorithm>

#include "base/content_hash.h"
#include "english/vocabulary.h"
#include "rdf/namespaces.h"
#include "rdf/term.h"

namespace testudo::knowledge {

namespace {

constexpr std::size_t kLongestRest = 64;  // bytes of a name behind its first part

// The beginning of an IRI, with room for the rest.
std::string begin_iri(std::string_view first, std::string_view second = {}) {
  std::string iri;
  iri.reserve(first.size() + second.size() + kLongestRest);
  iri += first;
  iri += second;
  return iri;
}

}  // namespace

std::string concept_iri(std::string_view label) {
  std::string slug = english::to_lower(label);
  std::ranges::replace(slug, ' ', '_');
  std::string iri = begin_iri(rdf::kConceptNamespace);
  iri += rdf::encode_segment(slug);
  return iri;
}

std::string concept_iri(std::string_view label, std::string_view home) {
  return concept_iri(std::string(label) + " of " + std::string(home));
}

std::string passage_iri(std::string_view article, text::SourceSpan span) {
  std::string iri = begin_iri(article, "#char=");
  iri += std::to_string(span.begin);
  iri += ',';
  iri += std::to_string(span.end);
  return iri;
}

std::string situation_iri(const pack::Ontology& ontology, pack::ClassId situation_class,
                          std::vector<RoleValue> roles) {
  const pack::ClassInfo& info = ontology.info(situation_class);
  const auto is_key = [&](const RoleValue& r) {
    return std::ranges::find(info.keys, r.role) != info.keys.end();
  };
  const bool keyed =
      !info.keys.empty() && std::ranges::all_of(info.keys, [&](pack::PropertyId key) {
        return std::ranges::any_of(roles, [&](const RoleValue& r) { return r.role == key; });
      });
  if (keyed) std::erase_if(roles, [&](const RoleValue& r) { return !is_key(r); });
  // By IRI, not by id: ids shift when a pack grows.
  std::ranges::sort(roles, [&](const RoleValue& a, const RoleValue& b) {
    return std::tie(ontology.info(a.role).iri, a.value, a.datatype) <
           std::tie(ontology.info(b.role).iri, b.value, b.datatype);
  });
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  ContentHash hash;
  hash.add(info.iri);
  for (const RoleValue& r : roles) {
    hash.add(ontology.info(r.role).iri)
        .add(r.is_literal ? "literal" : "iri")
        .add(r.value)
        .add(r.datatype);
  }
  std::string iri = begin_iri(rdf::kSituationNamespace);
  hash.append_hex(iri);
  return iri;
}

std::string assertion_iri(std::string_view article, std::string_view passage,
                          std::string_view situation, std::string_view rule,
                          std::string_view modality, std::string_view polarity,
                          std::string_view holder) {
  ContentHash hash;
  hash.add(passage).add(situation).add(rule).add(modality).add(polarity).add(holder);
  std::string iri = begin_iri(article, "#a-");
  hash.append_hex(iri);
  return iri;
}

}  // namespace testudo::knowledge
