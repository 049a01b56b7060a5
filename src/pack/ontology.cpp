#include "pack/ontology.h"

#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

std::string language_label(const rdf::Graph& graph, rdf::Node subject, std::string_view property) {
  std::string label;
  for (const rdf::Node object : graph.objects(subject, graph.iri(property))) {
    if (object.language() == "en" || label.empty()) label = std::string(object.value());
    if (object.language() == "en") break;
  }
  return label;
}

// Everything that is declared, or stands above something declared, as a class.
std::set<std::string> class_iris(const rdf::Graph& graph) {
  std::set<std::string> found;
  const rdf::Node type = graph.iri(rdf::kRdfType);
  for (const std::string_view meta : {rdf::kOwlClass, rdf::kRdfsClass}) {
    for (const rdf::Node c : graph.subjects(type, graph.iri(meta))) {
      if (c.is_iri()) found.emplace(c.value());
    }
  }
  for (const rdf::Node c : graph.subjects_with(graph.iri(rdf::kRdfsSubClassOf))) {
    if (c.is_iri()) found.emplace(c.value());
  }
  return found;
}

std::set<std::string> property_iris(const rdf::Graph& graph) {
  std::set<std::string> found;
  const rdf::Node type = graph.iri(rdf::kRdfType);
  for (const std::string_view meta : {rdf::kOwlObjectProperty, rdf::kOwlDatatypeProperty,
                                      rdf::kOwlAnnotationProperty, rdf::kRdfProperty}) {
    for (const rdf::Node p : graph.subjects(type, graph.iri(meta))) {
      if (p.is_iri()) found.emplace(p.value());
    }
  }
  for (const rdf::Node p : graph.subjects_with(graph.iri(rdf::kRdfsSubPropertyOf))) {
    if (p.is_iri()) found.emplace(p.value());
  }
  return found;
}

template <class Id, class Index>
std::optional<Id> look_up(const Index& index, std::string_view iri) {
  const auto found = index.find(std::string(iri));
  if (found == index.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<ClassId> Ontology::find_class(std::string_view iri) const {
  return look_up<ClassId>(class_index_, iri);
}

std::optional<PropertyId> Ontology::find_property(std::string_view iri) const {
  return look_up<PropertyId>(property_index_, iri);
}

Ontology Ontology::read(const rdf::Graph& graph, Diagnostics& problems) {
  Ontology o;
  for (const std::string& iri : class_iris(graph)) {
    ClassInfo info;
    info.iri = iri;
    info.name = graph.shorten(iri);
    info.label = language_label(graph, graph.iri(iri), rdf::kRdfsLabel);
    info.symmetric = false;
    for (const rdf::Node flag : graph.objects(graph.iri(iri), graph.iri(terms::kSymmetric))) {
      info.symmetric = info.symmetric || flag.value() == "true" || flag.value() == "1";
    }
    o.class_index_.emplace(iri, static_cast<ClassId>(o.classes_.size()));
    o.class_names_.push_back(info.name);
    o.classes_.push_back(std::move(info));
  }
  std::ranges::sort(o.class_names_);
  o.close(graph, problems);
  o.inherit_symmetry();
  o.read_properties(graph, problems);
  const auto one = [&](std::string_view iri) { return o.find_class(iri).value_or(ClassId::None); };
  o.situation = one(terms::kSituation);
  o.actor = one(terms::kActor);
  o.person = one(terms::kPerson);
  o.organization = one(terms::kOrganization);
  o.place = one(terms::kPlace);
  o.concept_ = one(terms::kConcept);
  o.entity = one(terms::kEntity);
  const auto role = [&](std::string_view iri) {
    return o.find_property(iri).value_or(PropertyId::None);
  };
  o.time = role(terms::kTime);
  o.duration = role(terms::kDuration);
  o.place_role = role(terms::kPlaceRole);
  o.party = role(terms::kParty);
  o.read_kinds(graph, problems);
  return o;
}

bool Ontology::is_sub_property(PropertyId one, PropertyId other) const {
  const std::vector<PropertyId>& above = info(one).above;
  return one == other || std::ranges::find(above, other) != above.end();
}

// Which classes take in the names and actors that the analysis finds by itself, and which property
// tells their country.
void Ontology::read_kinds(const rdf::Graph& graph, Diagnostics& problems) {
  const auto read = [&](std::string_view property, auto& classes, auto kind_of) {
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      const rdf::Node node = graph.iri(classes_[c].iri);
      for (const rdf::Node kind : graph.objects(node, graph.iri(property))) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < classes.size(); ++i) names.emplace_back(to_string(kind_of(i)));
        const auto found = std::ranges::find(names, kind.value());
        const Place where = graph.place(node, graph.iri(property), kind);
        if (found == names.end()) {
          problems.error(where,
                         classes_[c].name + ": unknown kind \"" + std::string(kind.value()) + "\"",
                         did_you_mean(std::string(kind.value()), names));
          continue;
        }
        ClassId& known = classes[static_cast<std::size_t>(found - names.begin())];
        if (known != ClassId::None) {
          problems.error(where, classes_[c].name + ": the kind \"" + *found +
                                    "\" already has the class " + info(known).name);
        }
        known = static_cast<ClassId>(c);
      }
    }
  };
  read(terms::kNameKind, name_classes_,
       [](std::size_t i) { return static_cast<english::EntityKind>(i); });
  read(terms::kActorKind, actor_classes_,
       [](std::size_t i) { return static_cast<english::ActorKind>(i); });
  for (const rdf::Node property : graph.subjects_with(graph.iri(terms::kNationality)))
    nationality = find_property(property.value()).value_or(PropertyId::None);
}

void Ontology::close(const rdf::Graph& graph, Diagnostics& problems) {
  const std::size_t n = classes_.size();
  std::vector<std::vector<std::size_t>> above(n);
  const rdf::Node sub_class_of = graph.iri(rdf::kRdfsSubClassOf);
  for (std::size_t i = 0; i < n; ++i) {
    const rdf::Node c = graph.iri(classes_[i].iri);
    for (const rdf::Node super : graph.objects(c, sub_class_of)) {
      if (!super.is_iri()) continue;
      if (const auto found = find_class(super.value())) {
        above[i].push_back(static_cast<std::size_t>(*found));
      } else if (graph.knows_namespace(super.value())) {
        problems.error(graph.place(c, sub_class_of, super),
                       classes_[i].name + ": unknown superclass " + graph.shorten(super.value()));
      }
    }
  }
  ancestors_.assign(n * n, false);
  depths_.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<std::size_t> open = {i};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (ancestors_[i * n + at]) continue;
      ancestors_[i * n + at] = true;
      ++depths_[i];
      open.insert(open.end(), above[at].begin(), above[at].end());
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (ancestors_[i * n + j] && ancestors_[j * n + i]) {
        problems.error(
            graph.place(graph.iri(classes_[i].iri)),
            classes_[i].name + " and " + classes_[j].name + " are subclasses of each other");
      }
    }
  }
}

// Subclasses of symmetric classes are so, too.
void Ontology::inherit_symmetry() {
  for (std::size_t above = 0; above < classes_.size(); ++above) {
    if (!classes_[above].symmetric) continue;
    for (std::size_t c = 0; c < classes_.size(); ++c)
      classes_[c].symmetric |= is_a(static_cast<ClassId>(c), static_cast<ClassId>(above));
  }
}

void Ontology::read_properties(const rdf::Graph& graph, Diagnostics& problems) {
  const rdf::Node sub_property_of = graph.iri(rdf::kRdfsSubPropertyOf);
  const rdf::Node type = graph.iri(rdf::kRdfType);
  const rdf::Node datatype_property = graph.iri(rdf::kOwlDatatypeProperty);
  for (const std::string& iri : property_iris(graph)) {
    PropertyInfo info;
    info.iri = iri;
    info.name = graph.shorten(iri);
    const rdf::Node node = graph.iri(iri);
    info.label = language_label(graph, node, rdf::kRdfsLabel);
    info.is_datatype = graph.contains(node, type, datatype_property);
    property_index_.emplace(iri, static_cast<PropertyId>(properties_.size()));
    properties_.push_back(std::move(info));
  }
  // Domains and ranges hold for sub-properties, too.
  for (PropertyInfo& info : properties_) {
    std::set<std::string> seen;
    std::vector<std::string> open = {info.iri};
    while (!open.empty()) {
      const std::string at = std::move(open.back());
      open.pop_back();
      if (!seen.insert(at).second) continue;
      info.is_role = info.is_role || at == terms::kRole;
      if (const auto here = find_property(at); here && at != info.iri) info.above.push_back(*here);
      const rdf::Node node = graph.iri(at);
      collect_classes(graph, node, rdf::kRdfsDomain, info.domain, problems);
      collect_classes(graph, node, rdf::kRdfsRange, info.range, problems);
      for (const rdf::Node super : graph.objects(node, sub_property_of))
        open.emplace_back(super.value());
    }
    if (info.is_role) role_names_.push_back(info.name.substr(info.name.find(':') + 1));
  }
  std::ranges::sort(role_names_);
  for (ClassInfo& info : classes_) {
    const rdf::Node node = graph.iri(info.iri);
    for (const rdf::Node key : graph.list(graph.object(node, graph.iri(rdf::kOwlHasKey)))) {
      if (const auto property = find_property(key.value())) {
        info.keys.push_back(*property);
      } else {
        problems.error(graph.place(node),
                       info.name + ": unknown property " + graph.shorten(key) + " in owl:hasKey");
      }
    }
  }
}

void Ontology::collect_classes(const rdf::Graph& graph, rdf::Node property, std::string_view axiom,
                               std::vector<ClassId>& classes, Diagnostics& problems) {
  const rdf::Node predicate = graph.iri(axiom);
  for (const rdf::Node c : graph.objects(property, predicate)) {
    if (!c.is_iri()) continue;
    if (const auto found = find_class(c.value())) {
      classes.push_back(*found);
    } else if (c.value().starts_with(terms::kTestudo)) {
      problems.error(graph.place(property, predicate, c),
                     graph.shorten(property) + ": unknown class " + graph.shorten(c),
                     did_you_mean(graph.shorten(c), class_names_));
    }
  }
}

}  // namespace testudo::pack
