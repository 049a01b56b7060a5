#include "knowledge/identity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/content_hash.h"
#include "english/vocabulary.h"
#include "rdf/namespaces.h"
#include "rdf/term.h"

namespace testudo::knowledge {

namespace {

// A hash of nothing so far, in memory that the thread keeps.
ContentHash& fresh_hash() {
  static thread_local ContentHash hash;
  hash.clear();
  return hash;
}

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits;  // 2^64 has as many
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace

void concept_iri(std::string_view label, std::string& iri) {
  std::string slug = english::to_lower(label);
  std::ranges::replace(slug, ' ', '_');
  iri = rdf::kConceptNamespace;
  iri += rdf::encode_segment(slug);
}

void concept_iri(std::string_view label, std::string_view home, std::string& iri) {
  concept_iri(std::string(label) + " of " + std::string(home), iri);
}

void passage_iri(std::string_view article, text::SourceSpan span, std::string& iri) {
  iri = article;
  iri += "#char=";
  append_number(iri, span.begin);
  iri += ',';
  append_number(iri, span.end);
}

void situation_iri(const pack::Ontology& ontology, pack::ClassId situation_class,
                   std::vector<RoleValue> roles, std::string& iri) {
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
  ContentHash& hash = fresh_hash();
  hash.add(info.iri);
  for (const RoleValue& r : roles) {
    hash.add(ontology.info(r.role).iri)
        .add(r.is_literal ? "literal" : "iri")
        .add(r.value)
        .add(r.datatype);
  }
  iri = rdf::kSituationNamespace;
  hash.append_hex(iri);
}

void assertion_iri(std::string_view article, std::string_view passage, std::string_view situation,
                   std::string_view rule, std::string_view modality, std::string_view polarity,
                   std::string_view holder, std::string& iri) {
  ContentHash& hash = fresh_hash();
  hash.add(passage).add(situation).add(rule).add(modality).add(polarity).add(holder);
  iri = article;
  iri += "#a-";
  hash.append_hex(iri);
}

}  // namespace testudo::knowledge
