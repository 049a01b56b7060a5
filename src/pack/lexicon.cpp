#include "pack/lexicon.h"

#include <algorithm>
#include <array>

#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

using english::NameKind;

struct LabelProperty {
  std::string_view iri;
  NameKind kind;
};
constexpr std::array<LabelProperty, 7> kLabels = {{{rdf::kSkosPrefLabel, NameKind::Name},
                                                   {rdf::kSkosAltLabel, NameKind::Name},
                                                   {rdf::kSkosHiddenLabel, NameKind::Name},
                                                   {terms::kAcronym, NameKind::Name},
                                                   {terms::kDemonym, NameKind::Demonym},
                                                   {terms::kInhabitant, NameKind::Inhabitant},
                                                   {terms::kFamilyName, NameKind::FamilyName}}};

bool is_name_of_matching(std::string_view property) {
  return property == rdf::kSkosAltLabel || property == rdf::kSkosHiddenLabel ||
         property.starts_with(terms::kT);
}

// "Libyans", "Iraqis", "Danes", "Frenchmen": how several are called by the word for one, or by a
// demonym that is a noun, too. Empty for adjectives that are none (Swedish, Chinese, Icelandic).
std::string plural_of_inhabitant(std::string_view word, NameKind kind) {
  for (const std::string_view one : {"man", "woman"}) {
    if (kind != NameKind::Inhabitant || !word.ends_with(one)) continue;
    return std::string(word.substr(0, word.size() - 2)) + "en";
  }
  for (const std::string_view ending : {"ese", "sh", "ch", "ic", "s", "z", "x"}) {
    if (kind == NameKind::Demonym && word.ends_with(ending)) return {};
  }
  return std::string(word) + "s";
}

std::string_view without_article(std::string_view label) {
  return label.starts_with("The ") ? label.substr(4) : label;
}

}  // namespace

std::optional<EntityId> Lexicon::find(std::string_view iri) const {
  const auto found = std::ranges::lower_bound(entities_, iri, {}, &Entity::iri);
  if (found == entities_.end() || found->iri != iri) return std::nullopt;
  return static_cast<EntityId>(found - entities_.begin());
}

std::optional<EntityId> Lexicon::find_label(std::string_view label) const {
  const auto found = labels_.find(std::string(without_article(label)));
  if (found == labels_.end()) return std::nullopt;
  return found->second;
}

bool Lexicon::is_a(EntityId id, ClassId c, const Ontology& ontology) const {
  return std::ranges::any_of(entities_[id].classes,
                             [&](ClassId mine) { return ontology.is_a(mine, c); });
}

std::vector<std::uint32_t> Lexicon::count_by_class(const Ontology& ontology) const {
  std::vector<std::uint32_t> counts(ontology.class_count());
  for (const Entity& entity : entities_) {
    for (const ClassId c : entity.classes) ++counts[static_cast<std::size_t>(c)];
  }
  return counts;
}

Lexicon Lexicon::read(const rdf::Graph& graph, const Ontology& ontology, const Tokenizer& tokenizer,
                      english::Vocabulary& vocabulary, english::Gazetteer& gazetteer,
                      Diagnostics& problems) {
  Lexicon lexicon;
  const rdf::Node type = graph.iri(rdf::kRdfType);
  std::vector<std::pair<rdf::Node, std::vector<ClassId>>> found;
  for (const rdf::Node subject : graph.all_subjects()) {
    if (!subject.is_iri()) continue;
    std::vector<ClassId> classes;
    for (const rdf::Node c : graph.objects(subject, type)) {
      const auto known = ontology.find_class(c.value());
      if (known && ontology.is_a(*known, ontology.entity)) classes.push_back(*known);
    }
    if (!classes.empty()) found.emplace_back(subject, std::move(classes));
  }
  std::ranges::sort(found, {}, [](const auto& entry) { return entry.first.value(); });
  lexicon.entities_.reserve(found.size());
  for (auto& [subject, classes] : found) {
    Entity& entity = lexicon.entities_.emplace_back();
    entity.iri = std::string(subject.value());
    entity.name = graph.shorten(entity.iri);
    entity.classes = std::move(classes);
  }

  std::array<rdf::Node, kLabels.size()> label_nodes;
  for (std::size_t i = 0; i < kLabels.size(); ++i) label_nodes[i] = graph.iri(kLabels[i].iri);
  const rdf::Node metonym_of = graph.iri(terms::kMetonymOf);
  std::vector<std::pair<rdf::Node, const LabelProperty*>> labels;
  std::vector<EntityId> stands_for;
  EntityId id = 0;
  for (const auto& [subject, classes] : found) {
    Entity& entity = lexicon.entities_[id];
    labels.clear();
    stands_for.clear();
    for (const auto& [predicate, object] : graph.predicates_objects(subject)) {
      const auto label = std::ranges::find(label_nodes, predicate);
      if (label != label_nodes.end()) {
        labels.emplace_back(object,
                            &kLabels[static_cast<std::size_t>(label - label_nodes.begin())]);
        if (entity.label.empty() && labels.back().second->iri == rdf::kSkosPrefLabel) {
          entity.label = std::string(object.value());
        }
      } else if (predicate == metonym_of) {
        if (const auto target = lexicon.find(object.value())) {
          stands_for.push_back(*target);
        } else {
          problems.error(graph.place(subject, predicate, object),
                         entity.name + " is a metonym of " + graph.shorten(object.value()) +
                             ", which is no entity of the lexicon");
        }
      }
      if (!is_name_of_matching(predicate.value()) && !object.is_blank()) {
        entity.statements.push_back({lexicon.keep(predicate.value()), lexicon.keep(object.value()),
                                     lexicon.keep(object.datatype()),
                                     lexicon.keep(object.language()), object.is_iri()});
      }
    }
    if (entity.label.empty()) {
      problems.error(graph.place(subject), entity.name + " has no skos:prefLabel");
    }
    for (const auto& [object, label] : labels) {
      const std::vector<std::string_view> tokens = tokenizer.tokens(object.value());
      if (tokens.empty()) {
        problems.error(graph.place(subject, graph.iri(label->iri), object),
                       entity.name + ": a label without words");
        continue;
      }
      if (label->iri == rdf::kSkosPrefLabel || label->iri == rdf::kSkosAltLabel) {
        lexicon.labels_.try_emplace(std::string(without_article(object.value())), id);
      }
      gazetteer.add(tokens, {id, label->kind}, vocabulary);
      if (label->kind == NameKind::Demonym || label->kind == NameKind::Inhabitant) {
        const std::string plural = plural_of_inhabitant(tokens.back(), label->kind);
        std::vector<std::string_view> several = tokens;
        several.back() = plural;
        if (!plural.empty()) gazetteer.add(several, {id, NameKind::Inhabitant}, vocabulary);
      }
      for (const EntityId target : stands_for) {
        gazetteer.add(tokens, {target, NameKind::Metonym}, vocabulary);
      }
    }
    ++id;
  }
  lexicon.find_homes(ontology);
  return lexicon;
}

bool Lexicon::is_country(EntityId id, const Ontology& ontology) const {
  if (ontology.nationality == PropertyId::None) return false;
  const std::vector<ClassId>& range = ontology.info(ontology.nationality).range;
  return !range.empty() &&
         std::ranges::all_of(range, [&](ClassId c) { return is_a(id, c, ontology); });
}

void Lexicon::find_homes(const Ontology& ontology) {
  constexpr int kMaxParts = 8;  // parts of parts
  const auto value_of = [&](EntityId id, std::string_view property) {
    for (const EntityStatement& s : entities_[id].statements) {
      if (s.is_iri && s.property == property) return find(s.value).value_or(english::kNone);
    }
    return english::kNone;
  };
  const std::string nationality = ontology.nationality == PropertyId::None
                                      ? std::string()
                                      : ontology.info(ontology.nationality).iri;
  for (EntityId id = 0; id < entities_.size(); ++id) {
    EntityId home = english::kNone;
    EntityId at = id;
    for (int part = 0; part < kMaxParts && at != english::kNone; ++part) {
      if (const EntityId country = value_of(at, nationality); country != english::kNone) {
        home = country;
        break;
      }
      if (is_country(at, ontology)) {
        home = at;
        break;
      }
      if (is_a(at, ontology.organization, ontology)) home = at;
      at = value_of(at, terms::kPartOf);
    }
    homes_.push_back(home);
  }
}

}  // namespace testudo::pack
