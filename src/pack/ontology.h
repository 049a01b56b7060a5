// Classes and properties of a pack as small integers, with their hierarchy closed.
//   const Ontology ontology = Ontology::read(graph, problems);
//   ontology.is_a(*ontology.find_class(ir + "Treaty"), *ontology.find_class(ir + "Agreement"))
// Ids follow the byte order of the IRIs, so they do not depend on the order of loading. Immutable;
// safe from any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "english/analysis.h"
#include "rdf/graph.h"

namespace testudo::pack {

enum class ClassId : std::uint32_t { None = 0xFFFFFFFF };
enum class PropertyId : std::uint32_t { None = 0xFFFFFFFF };

struct ClassInfo {
  std::string iri;
  std::string name;   // shortened for people: "ir:Treaty"
  std::string label;  // rdfs:label; may be empty
  bool symmetric =
      false;  // t:symmetric true, here or in a class above: its participants are kb:party
  std::vector<PropertyId> keys;  // owl:hasKey; empty: identity by all roles
};

struct PropertyInfo {
  std::string iri;
  std::string name;
  std::string label;
  std::vector<ClassId> domain;  // all must hold; empty: any
  std::vector<ClassId> range;   // all must hold; empty: any, or a datatype
  bool is_role = false;         // kb:role or a sub-property
  bool is_datatype = false;
  std::vector<PropertyId> above;  // rdfs:subPropertyOf, of the graph
};

class Ontology {
 public:
  Ontology() = default;

  // Reads owl:Class, rdfs:subClassOf, properties with domain and range from the graph. Errors: a
  // class or property used in an axiom but never declared, a cycle of subclasses.
  static Ontology read(const rdf::Graph& graph, Diagnostics& problems);

  std::optional<ClassId> find_class(std::string_view iri) const;
  std::optional<PropertyId> find_property(std::string_view iri) const;
  const ClassInfo& info(ClassId id) const { return classes_[static_cast<std::size_t>(id)]; }
  const PropertyInfo& info(PropertyId id) const {
    return properties_[static_cast<std::size_t>(id)];
  }
  std::size_t class_count() const { return classes_.size(); }
  std::size_t property_count() const { return properties_.size(); }

  // Whether every member of one class is a member of the other. Reflexive. O(1).
  bool is_a(ClassId one, ClassId other) const {
    return ancestors_[static_cast<std::size_t>(one) * classes_.size() +
                      static_cast<std::size_t>(other)];
  }
  // How many classes stand above: narrower classes have more.
  std::size_t depth(ClassId id) const { return depths_[static_cast<std::size_t>(id)]; }

  // All shortened names, sorted: for "did you mean …?".
  const std::vector<std::string>& class_names() const { return class_names_; }
  const std::vector<std::string>& role_names() const {
    return role_names_;
  }  // local names of roles: "agent"

  // The classes and properties that the engine itself speaks of; None where no core ontology is
  // loaded.
  ClassId situation = ClassId::None;
  ClassId actor = ClassId::None;
  ClassId person = ClassId::None;
  ClassId organization = ClassId::None;
  ClassId place = ClassId::None;
  ClassId concept_ = ClassId::None;  // "concept" is a word of C++
  ClassId entity = ClassId::None;
  PropertyId time = PropertyId::None;
  PropertyId duration = PropertyId::None;
  PropertyId place_role = PropertyId::None;
  PropertyId party = PropertyId::None;
  PropertyId nationality = PropertyId::None;  // t:nationality true: the country of an actor

  // The class of names and actors that no lexicon knows, by what the analysis tells of them:
  // t:nameKind and t:actorKind. None where no class says.
  ClassId name_class(english::EntityKind kind) const {
    return name_classes_[static_cast<std::size_t>(kind)];
  }
  ClassId actor_class(english::ActorKind kind) const {
    return actor_classes_[static_cast<std::size_t>(kind)];
  }
  // Whether a property is another or one below it. O(its depth).
  bool is_sub_property(PropertyId one, PropertyId other) const;

 private:
  void close(const rdf::Graph& graph, Diagnostics& problems);
  void read_properties(const rdf::Graph& graph, Diagnostics& problems);
  void collect_classes(const rdf::Graph& graph, rdf::Node property, std::string_view axiom,
                       std::vector<ClassId>& classes, Diagnostics& problems);

  void inherit_symmetry();
  void read_kinds(const rdf::Graph& graph, Diagnostics& problems);

  std::array<ClassId, english::kEntityKinds> name_classes_ = filled<english::kEntityKinds>();
  std::array<ClassId, english::kActorKinds> actor_classes_ = filled<english::kActorKinds>();
  template <std::size_t N>
  static constexpr std::array<ClassId, N> filled() {
    std::array<ClassId, N> classes{};
    classes.fill(ClassId::None);
    return classes;
  }

  std::vector<ClassInfo> classes_;
  std::vector<PropertyInfo> properties_;
  std::vector<bool> ancestors_;  // a matrix: row is a column
  std::vector<std::size_t> depths_;
  std::unordered_map<std::string, ClassId> class_index_;
  std::unordered_map<std::string, PropertyId> property_index_;
  std::vector<std::string> class_names_;
  std::vector<std::string> role_names_;
};

}  // namespace testudo::pack
