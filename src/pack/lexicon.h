// The entities of a pack: who and what its articles speak of, and how they are named.
//   const Entity& russia = lexicon[*lexicon.find(id + "Russia")];
// Ids follow the byte order of the IRIs. Immutable; safe from any number of threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/interner.h"
#include "english/gazetteer.h"
#include "pack/ontology.h"
#include "pack/pattern_compiler.h"
#include "rdf/graph.h"
#include "rdf/term.h"

namespace testudo::pack {

using EntityId = std::uint32_t;

// A statement about an entity that goes into the output with it. Views live as long as the lexicon.
struct EntityStatement {
  std::string_view property;
  std::string_view value;
  std::string_view datatype;
  std::string_view language;
  bool is_iri = false;
};

struct Entity {
  std::string iri;
  std::string name;   // "id:Russia"
  std::string label;  // skos:prefLabel
  std::vector<ClassId> classes;
  std::vector<EntityStatement>
      statements;  // type, label and what the ontology's properties say; not the names it can go by
};

class Lexicon {
 public:
  Lexicon() = default;

  // Reads every subject with a class of the ontology below kb:Entity and a label, and puts its
  // names into the gazetteer. Errors: an entity without skos:prefLabel, a metonym of something
  // unknown, a label without letters.
  static Lexicon read(const rdf::Graph& graph, const Ontology& ontology, const Tokenizer& tokenizer,
                      english::Vocabulary& vocabulary, english::Gazetteer& gazetteer,
                      Diagnostics& problems);

  std::optional<EntityId> find(std::string_view iri) const;  // O(log entities)
  // The entity whose skos:prefLabel, or else skos:altLabel, this is, letter for letter; a leading
  // "The " may be missing on either side.
  std::optional<EntityId> find_label(std::string_view label) const;
  const Entity& operator[](EntityId id) const { return entities_[id]; }
  std::size_t size() const { return entities_.size(); }

  // Whether the ontology lets an actor have the entity for its country.
  bool is_country(EntityId id, const Ontology& ontology) const;
  // What an entity belongs to, as far as it is said: an actor to its country, a former country to
  // the one that continues it, other countries to themselves, else what it is a part of, up to a
  // country or organization; an organization without any to itself. english::kNone where nothing is
  // said. O(1).
  EntityId home(EntityId id) const { return homes_[id]; }

  // How many entities are of each class itself. O(entities).
  std::vector<std::uint32_t> count_by_class(const Ontology& ontology) const;
  // Whether the entity has a class that is the given class or below it.
  bool is_a(EntityId id, ClassId c, const Ontology& ontology) const;

 private:
  std::string_view keep(std::string_view text) { return texts_.text(texts_.intern(text)); }
  void find_homes(const Ontology& ontology);

  Interner texts_;                                    // of the statements
  std::vector<Entity> entities_;                      // by IRI
  std::vector<EntityId> homes_;                       // by entity
  std::unordered_map<std::string, EntityId> labels_;  // without "The "
};

}  // namespace testudo::pack
