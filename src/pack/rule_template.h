// What a rule asserts: its t:asserts nodes, read into Rule::situations and checked against the
// ontology and the slots of its patterns.
//   TemplateReader(reading, rule).read(asserts);
// Used while a pack is loaded.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pack/rule.h"
#include "pack/rule_reading.h"

namespace testudo::pack {

class TemplateReader {
 public:
  // The rule has its patterns compiled: their slots are known.
  TemplateReader(const RuleReading& reading, Rule& rule) : r_(reading), rule_(rule) {}

  // Adds a situation for every node, those nested in it behind it. Errors: an unknown class, role,
  // modality, polarity, entity or slot; a role whose domain or range does not fit; a slot that
  // nothing uses and that is no role's name.
  void read(rdf::Node subject, std::span<const rdf::Node> asserts);

  // The slot that slot:name names; an error where no pattern has it.
  std::optional<std::uint32_t> slot_named(rdf::Node node, const Place& place) const;

 private:
  void error(const Place& place, std::string message, std::string suggestion = {}) const {
    r_.error(rule_, place, std::move(message), std::move(suggestion));
  }
  void read_class(rdf::Node node, const Place& place);
  std::uint32_t read_situation(rdf::Node node, const Place& place, std::size_t depth);
  void read_key(rdf::Node predicate, rdf::Node object, const Place& place, std::size_t depth,
                TemplateSituation& made);
  TemplateValue read_value(rdf::Node object, const Place& place, std::size_t depth);
  TemplateValue read_role_of(rdf::Node node) const;
  void check_refinement(const TemplateSituation& made) const;
  PropertyId role_of_slot(const std::string& slot, const Place& place) const;
  void add_role(PropertyId role, TemplateValue value, const Place& place, TemplateSituation& made);
  void check_domain(ClassId situation_class, PropertyId role, const Place& place) const;
  void check_value(PropertyId role, const TemplateValue& value, const Place& place) const;
  void check_slot_class(PropertyId role, std::uint32_t slot) const;
  bool check_range(PropertyId role, ClassId slot_class, const Place& place) const;
  void check_unused_slots() const;

  const RuleReading& r_;
  Rule& rule_;
};

// Whether a slot's name, by its first letter '_', says that nothing is to use what it catches.
inline bool is_mere_condition(std::string_view slot) { return slot.starts_with('_'); }

// The places in a rule's patterns where a slot stands, one a pattern that has it.
std::vector<Place> places_of_slot(const Rule& rule, std::string_view slot);

// Whether something in the rule's template takes what the slot caught.
bool uses_slot(const Rule& rule, std::uint32_t slot);

}  // namespace testudo::pack
