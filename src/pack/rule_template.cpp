#include "pack/rule_template.h"

#include <algorithm>

#include "base/suggest.h"
#include "pack/pattern_compiler.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

// The column of the first slot of a role in a pattern, or 0.
std::uint32_t column_of_slot(const PatternNode& node, std::string_view role) {
  if (node.kind == PatternKind::Slot && node.text == role) return node.column;
  for (const PatternNode& part : node.parts) {
    if (const std::uint32_t column = column_of_slot(part, role)) return column;
  }
  return 0;
}

bool is_slot(const TemplateValue& value, std::uint32_t slot) {
  if (const auto* role_of = std::get_if<RoleOfRef>(&value)) return role_of->slot == slot;
  const auto* ref = std::get_if<SlotRef>(&value);
  return ref != nullptr && ref->slot == slot;
}

}  // namespace

std::vector<Place> places_of_slot(const Rule& rule, std::string_view slot) {
  std::vector<Place> places;
  for (const PatternSource& pattern : rule.patterns) {
    if (const std::uint32_t column = column_of_slot(pattern.tree, slot))
      places.push_back(place_in_pattern(pattern.place, column));
  }
  return places;
}

bool uses_slot(const Rule& rule, std::uint32_t slot) {
  return std::ranges::any_of(rule.situations, [&](const TemplateSituation& situation) {
    return situation.refines == slot || (situation.holder && is_slot(*situation.holder, slot)) ||
           std::ranges::any_of(situation.roles,
                               [&](const TemplateRole& role) { return is_slot(role.value, slot); });
  });
}

void TemplateReader::read(rdf::Node subject, std::span<const rdf::Node> asserts) {
  for (const rdf::Node node : asserts) {
    const Place place = r_.graph.place(subject, r_.graph.iri(terms::kAsserts), node);
    if (node.is_blank()) {
      read_situation(node, place, 0);
    } else {
      read_class(node, place);
    }
  }
  check_unused_slots();
}

// Short for a situation of the class with each slot as the role of its name.
void TemplateReader::read_class(rdf::Node node, const Place& place) {
  TemplateSituation made;
  made.place = place;
  made.situation_class = r_.situation_class(rule_, node, place);
  if (made.situation_class == ClassId::None) return;
  for (std::uint32_t slot = 0; slot < rule_.slots.size(); ++slot) {
    if (is_mere_condition(rule_.slots[slot])) continue;
    const PropertyId role = role_of_slot(rule_.slots[slot], place);
    if (role != PropertyId::None) add_role(role, SlotRef{slot}, place, made);
  }
  rule_.situations.push_back(std::move(made));
}

PropertyId TemplateReader::role_of_slot(const std::string& slot, const Place& place) const {
  const Ontology& ontology = r_.ontology;
  const auto found = ontology.find_property(std::string(terms::kKb) + slot);
  if (found &&
      (ontology.info(*found).is_role || *found == ontology.time || *found == ontology.duration)) {
    return *found;
  }
  error(place, "unknown role {" + slot + "}", did_you_mean(slot, ontology.role_names()));
  return PropertyId::None;
}

// A blank node of the template; nested ones become situations of their own. Returns its index.
std::uint32_t TemplateReader::read_situation(rdf::Node node, const Place& place,
                                             std::size_t depth) {
  const auto index = static_cast<std::uint32_t>(rule_.situations.size());
  rule_.situations.emplace_back();
  if (depth > kMaxNesting) {
    error(place, "the template is nested too deeply");
    return index;
  }
  TemplateSituation made;
  made.place = place;
  made.nested = depth > 0;
  made.in_full = true;
  const rdf::Node type = r_.graph.iri(rdf::kRdfType);
  const std::vector<rdf::Node> classes = r_.graph.objects(node, type);
  const bool refines = static_cast<bool>(r_.graph.object(node, r_.graph.iri(terms::kRefines)));
  if (classes.empty() && !refines) error(place, "a situation of the template has no class");
  if (!classes.empty() && refines)
    error(place, "what t:refines another situation has no class of its own");
  for (const rdf::Node c : classes)
    made.situation_class = r_.situation_class(rule_, c, r_.graph.place(node, type, c));
  for (const auto& [predicate, object] : r_.graph.predicates_objects(node)) {
    if (predicate != type)
      read_key(predicate, object, r_.graph.place(node, predicate, object), depth, made);
  }
  if (refines) check_refinement(made);
  rule_.situations[index] = std::move(made);
  return index;
}

void TemplateReader::check_refinement(const TemplateSituation& made) const {
  if (made.nested) error(made.place, "t:refines stands in the outermost node of t:asserts only");
  for (const TemplateRole& role : made.roles) {
    if (std::holds_alternative<NestedRef>(role.value))
      error(made.place, "what t:refines another situation has no situations inside");
  }
}

void TemplateReader::read_key(rdf::Node predicate, rdf::Node object, const Place& place,
                              std::size_t depth, TemplateSituation& made) {
  const std::string_view key = predicate.value();
  if (key == terms::kModality) {
    made.modality = modality_of(object.value());
    if (!made.modality) {
      error(place, "unknown modality " + r_.graph.shorten(object), modality_meant(object.value()));
    }
  } else if (key == terms::kPolarity) {
    made.polarity = polarity_of(object.value());
    if (!made.polarity) {
      error(place, "unknown polarity " + r_.graph.shorten(object), polarity_meant(object.value()));
    }
  } else if (key == terms::kHolder) {
    made.holder = read_value(object, place, depth);
  } else if (key == terms::kRefines) {
    made.refines = slot_named(object, place);
  } else if (const PropertyId role = r_.role(rule_, key, place); role != PropertyId::None) {
    add_role(role, read_value(object, place, depth), place, made);
  }
}

TemplateValue TemplateReader::read_value(rdf::Node object, const Place& place, std::size_t depth) {
  if (object.is_blank() && r_.graph.object(object, r_.graph.iri(terms::kRoleOf)))
    return read_role_of(object);
  if (object.is_blank()) return NestedRef{read_situation(object, place, depth + 1)};
  if (object.is_literal())
    return LiteralRef{std::string(object.value()), std::string(object.datatype())};
  if (object.value().starts_with(terms::kSlot)) {
    const auto slot = slot_named(object, place);
    return slot ? TemplateValue(SlotRef{*slot}) : TemplateValue(LiteralRef{});
  }
  if (const auto entity = r_.lexicon.find(object.value())) return EntityRef{*entity};
  r_.unknown_entity(rule_, object.value(), place);
  return LiteralRef{};
}

// [ t:roleOf slot:object ; t:role kb:beneficiary ]
TemplateValue TemplateReader::read_role_of(rdf::Node node) const {
  RoleOfRef value;
  for (const auto& [predicate, object] : r_.graph.predicates_objects(node)) {
    const Place place = r_.graph.place(node, predicate, object);
    if (predicate.value() == terms::kRoleOf) {
      value.slot = slot_named(object, place).value_or(0);
    } else if (predicate.value() == terms::kRoleKey) {
      const PropertyId role = r_.role(rule_, object.value(), place);
      if (role != PropertyId::None) value.roles.push_back(role);
    } else {
      error(place, "unknown key " + r_.graph.shorten(predicate) + " beside t:roleOf");
    }
  }
  std::ranges::sort(value.roles);
  return value;
}

std::optional<std::uint32_t> TemplateReader::slot_named(rdf::Node node, const Place& place) const {
  const std::string name = local_name(node.value());
  const auto slot = std::ranges::find(rule_.slots, name);
  if (slot != rule_.slots.end() && node.value().starts_with(terms::kSlot))
    return static_cast<std::uint32_t>(slot - rule_.slots.begin());
  error(place, "no pattern has a slot {" + name + "}", did_you_mean(name, rule_.slots));
  return std::nullopt;
}

// ---- domains and ranges
// ----------------------------------------------------------------------------------------------

void TemplateReader::add_role(PropertyId role, TemplateValue value, const Place& place,
                              TemplateSituation& made) {
  check_domain(made.situation_class, role, place);
  check_value(role, value, place);
  made.roles.push_back({role, std::move(value)});
}

void TemplateReader::check_domain(ClassId situation_class, PropertyId role,
                                  const Place& place) const {
  if (situation_class == ClassId::None) return;  // told already
  const PropertyInfo& info = r_.ontology.info(role);
  for (const ClassId domain : info.domain) {
    if (r_.ontology.is_a(situation_class, domain)) continue;
    error(place, info.name + " does not apply to " + r_.ontology.info(situation_class).name +
                     ": its domain is " + r_.ontology.info(domain).name);
  }
}

void TemplateReader::check_value(PropertyId role, const TemplateValue& value,
                                 const Place& place) const {
  const PropertyInfo& info = r_.ontology.info(role);
  if (const auto* slot = std::get_if<SlotRef>(&value)) {
    check_slot_class(role, slot->slot);
  } else if (const auto* nested = std::get_if<NestedRef>(&value)) {
    check_range(role, rule_.situations[nested->situation].situation_class, place);
  } else if (const auto* entity = std::get_if<EntityRef>(&value)) {
    for (const ClassId range : info.range) {
      if (r_.lexicon.is_a(entity->entity, range, r_.ontology)) continue;
      error(place, r_.lexicon[entity->entity].name + " cannot fill " + info.name +
                       ": its range is " + r_.ontology.info(range).name);
      return;
    }
  }
}

// Tells the first place where the patterns give a slot a class that can never fill a role.
void TemplateReader::check_slot_class(PropertyId role, std::uint32_t slot) const {
  const auto fits = [&](ClassId slot_class, std::uint32_t pattern, std::uint32_t column) {
    return check_range(role, slot_class, place_in_pattern(rule_.patterns[pattern].place, column));
  };
  for (const AtomRow& row : rule_.rows) {
    for (const Atom& atom : row.atoms) {
      const bool here = atom.kind == PatternKind::Slot && atom.slot == slot;
      if (here && !fits(atom.slot_class, row.pattern, atom.column)) return;
    }
  }
  for (const ClauseRow& row : rule_.clauses) {
    for (const ClauseStep& step : row.steps) {
      for (const ClausePart& part : step.parts) {
        const bool here = part.is_slot() && part.slot == slot;
        const bool owns = part.owned && part.owner == slot;
        if ((here && !fits(part.slot_class, row.pattern, part.column)) ||
            (owns && !fits(part.owner_class, row.pattern, part.column))) {
          return;
        }
      }
    }
  }
}

bool TemplateReader::check_range(PropertyId role, ClassId filler, const Place& place) const {
  if (filler == ClassId::None) return true;
  for (const ClassId range : r_.ontology.info(role).range) {
    if (r_.ontology.is_a(filler, range) || r_.ontology.is_a(range, filler)) continue;
    error(place, r_.ontology.info(filler).name + " cannot fill " + r_.ontology.info(role).name +
                     ": its range is " + r_.ontology.info(range).name);
    return false;
  }
  return true;
}

// ---- slots
// -----------------------------------------------------------------------------------------------------------

// A slot with a role's name may be a mere condition; another name is a slip.
void TemplateReader::check_unused_slots() const {
  if (rule_.situations.empty()) return;  // told already
  const bool in_full = std::ranges::all_of(rule_.situations, &TemplateSituation::in_full);
  for (std::uint32_t slot = 0; slot < rule_.slots.size(); ++slot) {
    const std::string& name = rule_.slots[slot];
    const bool is_role = r_.ontology.find_property(std::string(terms::kKb) + name).has_value();
    if (!in_full || is_role || is_mere_condition(name) || uses_slot(rule_, slot)) continue;
    const std::vector<Place> places = places_of_slot(rule_, name);
    error(places.empty() ? rule_.place : places.front(),
          "nothing in t:asserts uses the slot {" + name + "}",
          did_you_mean(name, r_.ontology.role_names()));
  }
}

}  // namespace testudo::pack
