#include "pack/audit.h"

#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "pack/rule_reading.h"
#include "pack/rule_template.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

// ---- rules
// -----------------------------------------------------------------------------------------------------------

bool is_counter_example(const Example& example) { return example.yields.empty(); }

// A refinement yields nothing itself: an example of the rule that it adds to can show it.
bool is_refinement(const Rule& rule) { return rule.situations.front().refines.has_value(); }

void audit_examples(const Rule& rule, Diagnostics& problems) {
  const auto counter = std::ranges::count_if(rule.examples, is_counter_example);
  if (static_cast<std::size_t>(counter) == rule.examples.size() && !is_refinement(rule)) {
    problems.warning(rule.place, rule.name + " has counter-examples only",
                     "give it an example that yields something");
  }
  if (counter == 0 && !rule.clauses.empty()) {
    problems.warning(rule.place, rule.name + " has no counter-example",
                     "give it a text that it must leave alone, with t:yields ()");
  }
}

bool has_slot(const PatternNode& node, std::string_view slot) {
  return (node.kind == PatternKind::Slot && node.text == slot) ||
         std::ranges::any_of(node.parts,
                             [&](const PatternNode& part) { return has_slot(part, slot); });
}

// Whether something else fills the same role of a template, or an example yields a situation
// without the role that a slot fills: then it may stay empty.
bool may_stay_empty(const Ontology& ontology, const Rule& rule, std::uint32_t slot) {
  for (const TemplateSituation& situation : rule.situations) {
    for (const TemplateRole& role : situation.roles) {
      const auto* ref = std::get_if<SlotRef>(&role.value);
      if (ref == nullptr || ref->slot != slot) continue;
      if (std::ranges::count(situation.roles, role.role, &TemplateRole::role) > 1) return true;
      for (const Example& example : rule.examples) {
        const auto lacks = [&](const ExpectedSituation& expected) {
          const bool same = situation.situation_class == ClassId::None ||
                            ontology.is_a(situation.situation_class, expected.situation_class);
          return same && std::ranges::find(expected.roles, role.role, &ExpectedRole::role) ==
                             expected.roles.end();
        };
        if (std::ranges::any_of(example.yields, lacks)) return true;
      }
    }
  }
  return false;
}

// Of templates written in full: a class's name takes whatever slots there are.
void audit_slots(const Ontology& ontology, const Rule& rule, Diagnostics& problems) {
  if (!std::ranges::all_of(rule.situations, &TemplateSituation::in_full)) return;
  for (std::uint32_t s = 0; s < rule.slots.size(); ++s) {
    const std::string slot = "{" + rule.slots[s] + "}";
    if (is_mere_condition(rule.slots[s])) continue;
    if (!uses_slot(rule, s)) {
      for (const Place& place : places_of_slot(rule, rule.slots[s]))
        problems.warning(place, rule.name + ": nothing in t:asserts uses the slot " + slot);
      continue;
    }
    for (const PatternSource& pattern : rule.patterns) {
      if (has_slot(pattern.tree, rule.slots[s]) || may_stay_empty(ontology, rule, s)) continue;
      problems.warning(pattern.place, rule.name + ": the pattern never fills the slot " + slot +
                                          ", which t:asserts uses");
    }
  }
}

// ---- words and entities
// ----------------------------------------------------------------------------------------------

// Whether a pattern speaks of a list, be it one that cannot be read.
bool in_a_pattern(const rdf::Graph& graph, const std::string& list) {
  for (const std::string_view key : {terms::kPhrase, terms::kClause}) {
    for (const rdf::Statement& s : graph.statements_with(graph.iri(key))) {
      if (s.object.value().find("<" + list + ">") != std::string_view::npos) return true;
    }
  }
  return false;
}

void audit_lists(const AuditedPack& pack, Diagnostics& problems) {
  const rdf::Graph& graph = pack.graph;
  const auto& asked = pack.lists.asked_for();
  const std::vector<std::string> there = pack.lists.names();
  std::vector<std::string> missing;
  std::ranges::set_difference(asked, there, std::back_inserter(missing));
  for (const rdf::Node list :
       graph.subjects(graph.iri(rdf::kRdfType), graph.iri(terms::kWordList))) {
    const std::string name = local_name(list.value());
    if (asked.contains(name) || in_a_pattern(graph, name)) continue;
    problems.warning(graph.place(list),
                     "no pattern and no step of the engine asks for " + graph.shorten(list),
                     did_you_mean(name, missing));
  }
}

// Whether a role that takes one entity takes another one as well.
bool takes_the_place_of(const AuditedPack& pack, EntityId one, EntityId other) {
  return std::ranges::all_of(pack.lexicon[other].classes,
                             [&](ClassId c) { return pack.lexicon.is_a(one, c, pack.ontology); });
}

// The entities that some name can mean: none that fits wherever it does comes before.
std::vector<bool> reachable_entities(const AuditedPack& pack) {
  std::vector<bool> reachable(pack.lexicon.size(), false);
  for (std::size_t label = 0; label < pack.gazetteer.labels(); ++label) {
    const auto readings = pack.gazetteer.readings(label);
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const EntityId mine = readings[i].entity;
      const auto before = readings.first(i);
      const bool hidden = std::ranges::any_of(before, [&](const english::Reading& reading) {
        return reading.entity != mine && takes_the_place_of(pack, reading.entity, mine);
      });
      if (!hidden) reachable[mine] = true;
    }
  }
  return reachable;
}

// What something else in the pack speaks of: a rule, an example, another entity.
std::vector<bool> mentioned_entities(const AuditedPack& pack) {
  std::vector<bool> mentioned(pack.lexicon.size(), false);
  for (const rdf::Statement& s : pack.graph.statements()) {
    if (!s.object.is_iri() || s.object == s.subject) continue;
    if (const auto entity = pack.lexicon.find(s.object.value())) mentioned[*entity] = true;
  }
  return mentioned;
}

void audit_entities(const AuditedPack& pack, Diagnostics& problems) {
  const std::vector<bool> reachable = reachable_entities(pack);
  const std::vector<bool> mentioned = mentioned_entities(pack);
  for (EntityId id = 0; id < pack.lexicon.size(); ++id) {
    const Entity& entity = pack.lexicon[id];
    if (reachable[id] || mentioned[id] || entity.label.empty()) continue;
    problems.warning(pack.graph.place(pack.graph.iri(entity.iri)),
                     entity.name +
                         " can never be found: all its names mean other entities of its "
                         "class first, and nothing else speaks of it");
  }
}

// ---- terms
// -----------------------------------------------------------------------------------------------------------

void audit_term(const rdf::Graph& graph, rdf::Node term, bool wants_comment,
                Diagnostics& problems) {
  for (const std::string_view property : {rdf::kRdfsLabel, rdf::kRdfsComment}) {
    if (graph.object(term, graph.iri(property))) continue;
    if (property == rdf::kRdfsComment && !wants_comment) continue;
    problems.warning(graph.place(term), graph.shorten(term) + " has no " + graph.shorten(property));
  }
}

// Rules and operators are told of when they are read.
void audit_terms(const AuditedPack& pack, Diagnostics& problems) {
  const rdf::Graph& graph = pack.graph;
  const rdf::Node type = graph.iri(rdf::kRdfType);
  std::set<std::string> seen;
  for (const std::string_view kind :
       {rdf::kOwlClass, rdf::kRdfsClass, rdf::kOwlObjectProperty, rdf::kOwlDatatypeProperty,
        rdf::kOwlAnnotationProperty, rdf::kRdfProperty, terms::kWordList}) {
    for (const rdf::Node term : graph.subjects(type, graph.iri(kind))) {
      if (term.is_iri() && seen.emplace(term.value()).second)
        audit_term(graph, term, kind != terms::kWordList, problems);
    }
  }
}

}  // namespace

void audit(const AuditedPack& pack, Diagnostics& problems) {
  for (const Rule& rule : pack.rules) {
    audit_examples(rule, problems);
    audit_slots(pack.ontology, rule, problems);
  }
  audit_patterns(pack, problems);
  audit_lists(pack, problems);
  audit_entities(pack, problems);
  audit_terms(pack, problems);
}

}  // namespace testudo::pack
