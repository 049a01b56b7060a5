#include "pack/entity_table.h"

#include <algorithm>

#include "english/vocabulary.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

using english::DescribingNoun;
using english::EntityClass;
using english::Gender;
using english::WordId;
using Nouns = std::vector<DescribingNoun>;

// The last word of a label, and the one before it; nothing where the table does not know it.
void add_noun(std::string_view label, Nouns& nouns) {
  const english::WordTable& table = english::WordTable::builtin();
  const auto last_word = [](std::string_view text) {
    const std::size_t space = text.rfind(' ');
    return space == std::string_view::npos ? text : text.substr(space + 1);
  };
  if (label.find(" of ") != std::string_view::npos) return;  // "governor of the central bank"
  const std::string_view noun = last_word(label);
  label.remove_suffix(noun.size());
  if (label.ends_with(' ')) label.remove_suffix(1);
  DescribingNoun described;
  described.noun = table.find(english::to_lower(noun));
  if (!label.empty()) described.modifier = table.find(english::to_lower(last_word(label)));
  if (described.noun != WordId::None && std::ranges::find(nouns, described) == nouns.end())
    nouns.push_back(described);
}

void add_labels(const rdf::Graph& graph, rdf::Node subject, std::string_view property,
                Nouns& nouns) {
  for (const rdf::Node label : graph.objects(subject, graph.iri(property)))
    add_noun(label.value(), nouns);
}

// The nouns of each class's own labels. The most general classes of the core, that no one calls
// anything by, have none.
std::vector<Nouns> own_nouns_of_classes(const rdf::Graph& graph, const Ontology& ontology) {
  std::vector<Nouns> own(ontology.class_count());
  for (std::size_t c = 0; c < own.size(); ++c) {
    const auto id = static_cast<ClassId>(c);
    const bool general = id == ontology.entity || id == ontology.actor || id == ontology.place ||
                         id == ontology.person || id == ontology.concept_;
    const rdf::Node node = graph.iri(ontology.info(id).iri);
    if (general || !node || !ontology.is_a(id, ontology.entity)) continue;
    add_labels(graph, node, rdf::kRdfsLabel, own[c]);
    add_labels(graph, node, rdf::kSkosAltLabel, own[c]);
  }
  return own;
}

// … and those of the classes above it.
std::vector<Nouns> nouns_of_classes(const rdf::Graph& graph, const Ontology& ontology) {
  const std::vector<Nouns> own = own_nouns_of_classes(graph, ontology);
  std::vector<Nouns> all(own.size());
  for (std::size_t c = 0; c < own.size(); ++c) {
    for (std::size_t above = 0; above < own.size(); ++above) {
      if (!ontology.is_a(static_cast<ClassId>(c), static_cast<ClassId>(above))) continue;
      for (const DescribingNoun& noun : own[above]) {
        if (std::ranges::find(all[c], noun) == all[c].end()) all[c].push_back(noun);
      }
    }
  }
  return all;
}

std::uint8_t classes_of(ClassId id, const Ontology& ontology) {
  const bool acts = ontology.is_a(id, ontology.actor);
  const bool place = ontology.is_a(id, ontology.place);
  if (ontology.is_a(id, ontology.concept_)) return EntityClass::kConcept;
  if (ontology.is_a(id, ontology.person)) return EntityClass::kPerson;
  if (ontology.is_a(id, ontology.organization)) return EntityClass::kOrganization;
  if (acts && place) return EntityClass::kCountry;
  if (acts) return EntityClass::kPeople;
  return place ? EntityClass::kPlace : EntityClass::kThing;
}

Gender gender_of(const rdf::Graph& graph, rdf::Node entity) {
  const rdf::Node gender = graph.object(entity, graph.iri(terms::kGender));
  if (!gender) return Gender::Unknown;
  if (gender.value() == "female") return Gender::Female;
  return gender.value() == "male" ? Gender::Male : Gender::Unknown;
}

void add_offices(const rdf::Graph& graph, rdf::Node entity, Nouns& nouns) {
  for (const rdf::Node term : graph.objects(entity, graph.iri(terms::kHeld))) {
    for (const rdf::Node office : graph.objects(term, graph.iri(terms::kOffice))) {
      add_labels(graph, office, rdf::kSkosPrefLabel, nouns);
      add_labels(graph, office, rdf::kSkosAltLabel, nouns);
    }
  }
}

}  // namespace

english::EntityTable entity_table(const rdf::Graph& graph, const Ontology& ontology,
                                  const Lexicon& lexicon) {
  english::EntityTable table;
  if (ontology.entity == ClassId::None) return table;
  const std::vector<Nouns> of_classes = nouns_of_classes(graph, ontology);
  Nouns nouns;
  for (EntityId id = 0; id < lexicon.size(); ++id) {
    const Entity& entity = lexicon[id];
    const rdf::Node node = graph.iri(entity.iri);
    std::uint8_t classes = 0;
    nouns.clear();
    for (const ClassId c : entity.classes) {
      classes |= classes_of(c, ontology);
      for (const DescribingNoun& noun : of_classes[static_cast<std::size_t>(c)]) {
        if (std::ranges::find(nouns, noun) == nouns.end()) nouns.push_back(noun);
      }
    }
    if ((classes & EntityClass::kPerson) != 0) add_offices(graph, node, nouns);
    table.add(classes, gender_of(graph, node), nouns);
  }
  return table;
}

ClassNouns::ClassNouns(const rdf::Graph& graph, const Ontology& ontology,
                       english::Vocabulary& vocabulary) {
  if (ontology.entity == ClassId::None) return;
  const english::WordTable& table = english::WordTable::builtin();
  const auto symbol = [&](WordId word) {
    return word == WordId::None ? Symbol::None : vocabulary.add(table.form(word));
  };
  const std::vector<Nouns> own = own_nouns_of_classes(graph, ontology);
  for (std::size_t c = 0; c < own.size(); ++c) {
    for (const DescribingNoun& noun : own[c])
      entries_.push_back({symbol(noun.noun), symbol(noun.modifier), static_cast<ClassId>(c)});
  }
  std::ranges::stable_sort(entries_, [](const Entry& x, const Entry& y) {
    if (x.noun != y.noun) return x.noun < y.noun;
    return x.modifier != Symbol::None && y.modifier == Symbol::None;
  });
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    while (starts_.size() <= static_cast<std::size_t>(entries_[i].noun)) starts_.push_back(i);
  }
  starts_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

ClassId ClassNouns::find(Symbol noun, Symbol modifier) const {
  const auto at = static_cast<std::size_t>(noun);
  if (noun == Symbol::None || at + 1 >= starts_.size()) return ClassId::None;
  ClassId named = ClassId::None;
  for (std::uint32_t i = starts_[at]; i < starts_[at + 1]; ++i) {
    if (entries_[i].modifier != Symbol::None) {
      if (entries_[i].modifier == modifier) return entries_[i].named;
      continue;
    }
    if (named != ClassId::None) return ClassId::None;
    named = entries_[i].named;
  }
  return named;
}

}  // namespace testudo::pack
