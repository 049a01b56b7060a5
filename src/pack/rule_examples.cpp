#include "pack/rule_examples.h"

#include "base/suggest.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {

std::optional<Example> ExampleReader::read(rdf::Node node, const Place& place) const {
  Example example;
  example.place = place;
  bool has_yields = false;
  for (const auto& [predicate, object] : r_.graph.predicates_objects(node)) {
    const Place here = r_.graph.place(node, predicate, object);
    if (predicate.value() == terms::kText) {
      example.text = std::string(object.value());
      example.place = here;
    } else if (predicate.value() == terms::kYields) {
      has_yields = true;
      read_yields(object, here, example);
    } else {
      unknown_key(predicate, here);
    }
  }
  if (example.text.empty()) {
    error(place, "an example has no t:text");
  } else if (!has_yields) {
    error(place, "an example has no t:yields; write t:yields () for a counter-example");
  } else {
    return example;
  }
  return std::nullopt;
}

// A node, or a list of them; the empty list makes a counter-example.
void ExampleReader::read_yields(rdf::Node node, const Place& place, Example& example) const {
  if (r_.graph.is_list(node)) {
    for (const rdf::Node item : r_.graph.list(node)) read_yields(item, place, example);
  } else if (node.is_blank()) {
    example.yields.push_back(read_situation(node, place, 0));
  } else {
    error(place, "an example yields a situation in brackets, or () for nothing, not " +
                     r_.graph.shorten(node));
  }
}

void ExampleReader::unknown_key(rdf::Node predicate, const Place& place) const {
  const std::string name = r_.graph.shorten(predicate);
  const std::vector<std::string> known = {r_.graph.shorten(terms::kText),
                                          r_.graph.shorten(terms::kYields)};
  error(place, "unknown key " + name + " in an example", did_you_mean(name, known));
}

ExpectedSituation ExampleReader::read_situation(rdf::Node node, const Place& place,
                                                std::size_t depth) const {
  ExpectedSituation expected;
  if (depth > kMaxNesting) {
    error(place, "the example is nested too deeply");
    return expected;
  }
  bool has_class = false;
  for (const auto& [predicate, object] : r_.graph.predicates_objects(node)) {
    const Place here = r_.graph.place(node, predicate, object);
    if (predicate.value() == rdf::kRdfType) {
      has_class = true;
      expected.situation_class = r_.situation_class(rule_, object, here);
    } else {
      read_key(predicate, object, here, depth, expected);
    }
  }
  if (!has_class) error(place, "what an example yields has no class");
  return expected;
}

void ExampleReader::read_key(rdf::Node predicate, rdf::Node object, const Place& place,
                             std::size_t depth, ExpectedSituation& expected) const {
  const std::string_view key = predicate.value();
  if (key == terms::kModality) {
    expected.modality = modality_of(object.value());
    if (!expected.modality) {
      error(place, "unknown modality " + r_.graph.shorten(object) + " in an example",
            modality_meant(object.value()));
    }
  } else if (key == terms::kPolarity) {
    expected.polarity = polarity_of(object.value());
    if (!expected.polarity) {
      error(place, "unknown polarity " + r_.graph.shorten(object) + " in an example",
            polarity_meant(object.value()));
    }
  } else if (key == terms::kHolder) {
    expected.holders.push_back(read_filler(PropertyId::None, object, place, depth));
  } else if (const PropertyId role = r_.role(rule_, key, place); role != PropertyId::None) {
    expected.roles.push_back(read_filler(role, object, place, depth));
  }
}

ExpectedRole ExampleReader::read_filler(PropertyId role, rdf::Node object, const Place& place,
                                        std::size_t depth) const {
  ExpectedRole filler;
  filler.role = role;
  filler.value = std::string(object.value());
  filler.is_iri = object.is_iri();
  if (object.is_blank()) filler.nested.push_back(read_situation(object, place, depth + 1));
  if (object.is_iri() && !r_.lexicon.find(object.value()))
    r_.unknown_entity(rule_, object.value(), place);
  return filler;
}

}  // namespace testudo::pack
