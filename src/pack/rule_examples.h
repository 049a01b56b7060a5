// A rule's examples, as they are written in its pack.
//   if (auto example = ExampleReader(reading, rule).read(node, place)) …
// Used while a pack is loaded; extract/examples.h runs them.
#pragma once

#include <optional>
#include <string>

#include "pack/rule.h"
#include "pack/rule_reading.h"

namespace testudo::pack {

class ExampleReader {
 public:
  ExampleReader(const RuleReading& reading, const Rule& rule) : r_(reading), rule_(rule) {}

  // Nothing where it lacks t:text or t:yields. Errors: these; an unknown key, class, role, entity,
  // modality or polarity; a situation without class.
  std::optional<Example> read(rdf::Node node, const Place& place) const;

 private:
  void error(const Place& place, std::string message, std::string suggestion = {}) const {
    r_.error(rule_, place, std::move(message), std::move(suggestion));
  }
  void read_yields(rdf::Node node, const Place& place, Example& example) const;
  void unknown_key(rdf::Node predicate, const Place& place) const;
  ExpectedSituation read_situation(rdf::Node node, const Place& place, std::size_t depth) const;
  void read_key(rdf::Node predicate, rdf::Node object, const Place& place, std::size_t depth,
                ExpectedSituation& expected) const;
  ExpectedRole read_filler(PropertyId role, rdf::Node object, const Place& place,
                           std::size_t depth) const;

  const RuleReading& r_;
  const Rule& rule_;
};

}  // namespace testudo::pack
