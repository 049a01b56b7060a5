#include "pack/rule_reading.h"

#include "base/suggest.h"
#include "pack/manner.h"

namespace testudo::pack {

std::string local_name(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#");
  return std::string(cut == std::string_view::npos ? iri : iri.substr(cut + 1));
}

std::string modality_meant(std::string_view iri) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kModalities; ++i)
    names.push_back("kb:" + std::string(to_string(static_cast<Modality>(i))));
  return did_you_mean("kb:" + local_name(iri), names);
}

std::string polarity_meant(std::string_view iri) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kPolarities; ++i)
    names.push_back("kb:" + std::string(to_string(static_cast<Polarity>(i))));
  return did_you_mean("kb:" + local_name(iri), names);
}

void RuleReading::error(const Rule& rule, Place place, std::string message,
                        std::string suggestion) const {
  problems.error(std::move(place), rule.name + ": " + std::move(message), std::move(suggestion));
}

ClassId RuleReading::situation_class(const Rule& rule, rdf::Node node, const Place& place) const {
  const auto found = node.is_iri() ? ontology.find_class(node.value()) : std::nullopt;
  if (!found) {
    const std::string name = graph.shorten(node);
    error(rule, place, "unknown class " + name, did_you_mean(name, ontology.class_names()));
    return ClassId::None;
  }
  if (ontology.situation == ClassId::None || !ontology.is_a(*found, ontology.situation)) {
    error(rule, place, ontology.info(*found).name + " is not a class of situations");
    return ClassId::None;
  }
  return *found;
}

PropertyId RuleReading::role(const Rule& rule, std::string_view iri, const Place& place) const {
  const auto found = ontology.find_property(iri);
  if (found && (ontology.info(*found).is_role || ontology.info(*found).is_datatype)) return *found;
  error(rule, place, "unknown role " + graph.shorten(iri),
        did_you_mean(local_name(iri), ontology.role_names()));
  return PropertyId::None;
}

void RuleReading::unknown_entity(const Rule& rule, std::string_view iri, const Place& place) const {
  const std::string name = graph.shorten(iri);
  std::vector<std::string> names;
  names.reserve(lexicon.size());
  for (EntityId id = 0; id < lexicon.size(); ++id) names.push_back(lexicon[id].name);
  error(rule, place, "unknown entity " + name, did_you_mean(name, names));
}

}  // namespace testudo::pack
