#include "pack/rule_loader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/suggest.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

constexpr std::array<std::string_view, 11> kKnownKeys = {
    terms::kPhrase, terms::kClause,       terms::kAsserts, terms::kExample,    terms::kPriority,
    terms::kForms,  terms::kWithoutForms, terms::kNoun,    terms::kExhaustive, terms::kRequires, rdf::kRdfsLabel};

// The local names of t:Active and its like, by ClauseForm.
constexpr std::array<std::string_view, 7> kFormNames = {
    "Active", "Passive", "Relative", "Infinitive", "Gerund", "Participle", "Nominal"};

std::string local_name(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#");
  return std::string(cut == std::string_view::npos ? iri : iri.substr(cut + 1));
}

class RuleReader {
 public:
  RuleReader(const rdf::Graph& graph, const Ontology& ontology, const Lexicon& lexicon,
             PatternCompiler& compiler, Diagnostics& problems)
      : g_(graph),
        ontology_(ontology),
        lexicon_(lexicon),
        compiler_(compiler),
        problems_(problems) {}

  Rule read(rdf::Node subject) {
    rule_ = Rule();
    rule_.iri = std::string(subject.value());
    rule_.name = g_.shorten(rule_.iri);
    rule_.place = g_.place(subject);
    read_keys(subject);
    if (!has_pattern_) error(rule_.place, "has no pattern; give it a t:clause or a t:phrase");
    for (std::uint32_t p = 0; p < rule_.patterns.size(); ++p)
      compiler_.compile(p, rule_, problems_);
    if (asserts_.size() != 1) {
      error(rule_.place, asserts_.empty() ? "has no t:asserts" : "has more than one t:asserts");
    } else {
      read_template(subject, asserts_.front());
    }
    for (const auto& [slot, place] : required_) {
      if (const auto index = slot_named(slot, place)) rule_.required.push_back(*index);
    }
    check_slots();
    if (rule_.examples.empty()) error(rule_.place, "has no t:example");
    if (rule_.label.empty()) problems_.warning(rule_.place, rule_.name + " has no rdfs:label");
    return std::move(rule_);
  }

 private:
  void error(Place place, std::string message, std::string suggestion = {}) {
    problems_.error(std::move(place), rule_.name + ": " + std::move(message),
                    std::move(suggestion));
  }

  void read_keys(rdf::Node subject) {
    asserts_.clear();
    required_.clear();
    has_pattern_ = false;
    ClauseForms forms = 0;
    ClauseForms without = 0;
    for (const auto& [predicate, object] : g_.predicates_objects(subject)) {
      const std::string_view key = predicate.value();
      const Place place = g_.place(subject, predicate, object);
      if (key == terms::kPhrase || key == terms::kClause) {
        has_pattern_ = true;
        read_pattern(object, place,
                     key == terms::kClause ? PatternForm::Clause : PatternForm::Phrase);
      } else if (key == terms::kForms) {
        forms |= read_form(object, place);
      } else if (key == terms::kWithoutForms) {
        without |= read_form(object, place);
      } else if (key == terms::kNoun) {
        rule_.nouns.push_back(compiler_.word(object.value()));
      } else if (key == terms::kRequires) {
        required_.emplace_back(object, place);
      } else if (key == terms::kExhaustive) {
        rule_.exhaustive = object.value() == "true" || object.value() == "1";
      } else if (key == terms::kAsserts) {
        asserts_.push_back(object);
      } else if (key == terms::kExample) {
        read_example(object, place);
      } else if (key == terms::kPriority) {
        const std::string_view value = object.value();
        if (std::from_chars(value.data(), value.data() + value.size(), rule_.priority).ec !=
            std::errc()) {
          error(place, "t:priority is not an integer");
        }
      } else if (key == rdf::kRdfsLabel) {
        rule_.label = std::string(object.value());
      } else if (key.starts_with(terms::kT)) {
        std::vector<std::string> names;
        names.reserve(std::size(kKnownKeys));
        for (const std::string_view known : kKnownKeys) names.push_back(g_.shorten(known));
        error(place, "unknown key " + g_.shorten(key), did_you_mean(g_.shorten(key), names));
      }
    }
    if (forms != 0) rule_.forms = forms;
    rule_.forms = static_cast<ClauseForms>(rule_.forms & ~without);
    std::ranges::sort(rule_.nouns);
  }

  ClauseForms read_form(rdf::Node object, const Place& place) {
    const std::string name = local_name(object.value());
    const auto found = std::ranges::find(kFormNames, name);
    if (object.value().starts_with(terms::kT) && found != kFormNames.end())
      return bit(static_cast<ClauseForm>(found - kFormNames.begin()));
    error(place, "unknown form " + g_.shorten(object.value()),
          did_you_mean(name, std::vector<std::string>(kFormNames.begin(), kFormNames.end())));
    return 0;
  }

  void read_pattern(rdf::Node object, const Place& place, PatternForm form) {
    if (!object.is_literal()) return error(place, "a pattern is a string");
    PatternSource source;
    source.form = form;
    source.text = std::string(object.value());
    source.place = place;
    Result<PatternNode> tree = parse_pattern(source.text);
    if (!tree.ok()) {
      return error(place_in_pattern(place, tree.error().place.column),
                   tree.error().message + " in \"" + source.text + "\"");
    }
    source.tree = *std::move(tree);
    rule_.patterns.push_back(std::move(source));
  }

  // ---- templates
  // -----------------------------------------------------------------------------------------------------

  void read_template(rdf::Node subject, rdf::Node asserts) {
    if (!asserts.is_blank()) {
      const Place place = g_.place(subject, g_.iri(terms::kAsserts), asserts);
      const ClassId c = situation_class(asserts, place);
      if (c == ClassId::None) return;
      TemplateSituation situation;
      situation.situation_class = c;
      for (std::uint32_t s = 0; s < rule_.slots.size(); ++s) {
        const PropertyId role = role_named(terms::kKb, rule_.slots[s], place);
        if (role != PropertyId::None) situation.roles.push_back({role, SlotRef{s}});
      }
      rule_.situations.push_back(std::move(situation));
      check_domains(rule_.situations.back(), place);
      return;
    }
    read_situation(asserts, rule_.place, 0);
  }

  ClassId situation_class(rdf::Node node, const Place& place) {
    const auto found = ontology_.find_class(node.value());
    if (!found) {
      error(place, "unknown class " + g_.shorten(node.value()),
            did_you_mean(g_.shorten(node.value()), ontology_.class_names()));
      return ClassId::None;
    }
    if (ontology_.situation == ClassId::None || !ontology_.is_a(*found, ontology_.situation)) {
      error(place, ontology_.info(*found).name + " is not a class of situations");
      return ClassId::None;
    }
    return *found;
  }

  PropertyId role_named(std::string_view ns, const std::string& name, const Place& place) {
    const auto found = ontology_.find_property(std::string(ns) + name);
    const bool good = found && (ontology_.info(*found).is_role || *found == ontology_.time ||
                                *found == ontology_.duration);
    if (good) return *found;
    error(place, "unknown role {" + name + "}", did_you_mean(name, ontology_.role_names()));
    return PropertyId::None;
  }

  // A blank node of the template; nested ones become situations of their own. Returns its index.
  std::uint32_t read_situation(rdf::Node node, const Place& around, std::size_t depth) {
    const auto index = static_cast<std::uint32_t>(rule_.situations.size());
    rule_.situations.emplace_back();
    if (depth > 8) {
      error(around, "the template is nested too deeply");
      return index;
    }
    TemplateSituation made;
    for (const auto& [predicate, object] : g_.predicates_objects(node)) {
      const Place place = g_.place(node, predicate, object);
      const std::string_view key = predicate.value();
      if (key == rdf::kRdfType) {
        made.situation_class = situation_class(object, place);
      } else if (key == terms::kModality) {
        made.modality = modality_of(object.value());
        if (!made.modality) error(place, "unknown modality " + g_.shorten(object.value()));
      } else if (key == terms::kPolarity) {
        made.polarity = polarity_of(object.value());
        if (!made.polarity) error(place, "unknown polarity " + g_.shorten(object.value()));
      } else if (key == terms::kRefines) {
        made.refines = slot_named(object, place);
        if (depth > 0) error(place, "t:refines stands in the outermost node of t:asserts only");
      } else if (key == terms::kHolder) {
        made.holder = template_value(object, place, depth);
      } else if (const auto role = ontology_.find_property(key);
                 role && (ontology_.info(*role).is_role || ontology_.info(*role).is_datatype)) {
        made.roles.push_back({*role, template_value(object, place, depth)});
      } else {
        error(place, "unknown role " + g_.shorten(key),
              did_you_mean(local_name(key), ontology_.role_names()));
      }
    }
    if (made.refines) {
      check_refinement(made, around);
    } else if (made.situation_class == ClassId::None) {
      error(around, "a situation of the template has no class");
    }
    if (made.situation_class != ClassId::None) check_domains(made, around);
    rule_.situations[index] = std::move(made);
    return index;
  }

  void check_refinement(const TemplateSituation& made, const Place& place) {
    if (made.situation_class != ClassId::None)
      error(place, "what t:refines another situation has no class of its own");
    for (const TemplateRole& role : made.roles) {
      if (std::holds_alternative<NestedRef>(role.value))
        error(place, "what t:refines another situation has no situations inside");
    }
  }

  TemplateValue template_value(rdf::Node object, const Place& place, std::size_t depth) {
    if (object.is_blank() && g_.object(object, g_.iri(terms::kRoleOf))) return role_of(object);
    if (object.is_blank()) return NestedRef{read_situation(object, place, depth + 1)};
    if (object.is_literal())
      return LiteralRef{std::string(object.value()), std::string(object.datatype())};
    if (object.value().starts_with(terms::kSlot))
      return SlotRef{slot_named(object, place).value_or(0)};
    if (const auto entity = lexicon_.find(object.value())) return EntityRef{*entity};
    error(place, "unknown entity " + g_.shorten(object.value()));
    return EntityRef{0};
  }

  // The slot that slot:name names, told where there is none.
  std::optional<std::uint32_t> slot_named(rdf::Node node, const Place& place) {
    const std::string name = local_name(node.value());
    const auto slot = std::ranges::find(rule_.slots, name);
    if (slot != rule_.slots.end() && node.value().starts_with(terms::kSlot))
      return static_cast<std::uint32_t>(slot - rule_.slots.begin());
    error(place, "no pattern has a slot {" + name + "}", did_you_mean(name, rule_.slots));
    return std::nullopt;
  }

  // [ t:roleOf slot:object ; t:role kb:beneficiary ]
  TemplateValue role_of(rdf::Node node) {
    RoleOfRef value;
    for (const auto& [predicate, object] : g_.predicates_objects(node)) {
      const Place place = g_.place(node, predicate, object);
      if (predicate.value() == terms::kRoleOf) {
        value.slot = slot_named(object, place).value_or(0);
      } else if (predicate.value() == terms::kRoleKey) {
        const PropertyId role =
            role_named(terms::kKb, local_name(object.value()), place);
        if (role != PropertyId::None) value.roles.push_back(role);
      } else {
        error(place, "unknown key " + g_.shorten(predicate.value()) + " beside t:roleOf");
      }
    }
    std::ranges::sort(value.roles);
    return value;
  }

  void check_domains(const TemplateSituation& situation, const Place& place) {
    for (const TemplateRole& role : situation.roles) {
      const PropertyInfo& info = ontology_.info(role.role);
      for (const ClassId domain : info.domain) {
        if (!ontology_.is_a(situation.situation_class, domain)) {
          error(place, info.name + " does not apply to " +
                           ontology_.info(situation.situation_class).name + ": its domain is " +
                           ontology_.info(domain).name);
        }
      }
    }
  }

  // Slots whose class can never fill their role.
  void check_slots() {
    for (const TemplateSituation& situation : rule_.situations) {
      for (const TemplateRole& role : situation.roles) {
        const auto* slot = std::get_if<SlotRef>(&role.value);
        if (slot == nullptr) continue;
        if (!check_slot(role.role, slot->slot)) return;
      }
    }
  }

  // Whether the classes that the patterns give a slot can fill a role; tells the first that cannot.
  bool check_slot(PropertyId role, std::uint32_t slot) {
    for (const AtomRow& row : rule_.rows) {
      for (const Atom& atom : row.atoms) {
        if (atom.kind == PatternKind::Slot && atom.slot == slot &&
            !check_range(role, atom.slot_class, row.pattern, atom.column)) {
          return false;
        }
      }
    }
    for (const ClauseRow& row : rule_.clauses) {
      for (const ClauseStep& step : row.steps) {
        for (const ClausePart& part : step.parts) {
          const bool filled = part.is_slot() && part.slot == slot;
          const bool owned = part.owned && part.owner == slot;
          if ((filled && !check_range(role, part.slot_class, row.pattern, part.column)) ||
              (owned && !check_range(role, part.owner_class, row.pattern, part.column))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  bool check_range(PropertyId role, ClassId slot_class, std::uint32_t pattern,
                   std::uint32_t column) {
    if (slot_class == ClassId::None) return true;
    for (const ClassId range : ontology_.info(role).range) {
      if (ontology_.is_a(slot_class, range) || ontology_.is_a(range, slot_class)) continue;
      error(place_in_pattern(rule_.patterns[pattern].place, column),
            ontology_.info(slot_class).name + " cannot fill " + ontology_.info(role).name +
                ": its range is " + ontology_.info(range).name);
      return false;
    }
    return true;
  }

  // ---- examples
  // ------------------------------------------------------------------------------------------------------

  void read_example(rdf::Node node, const Place& place) {
    Example example;
    example.place = place;
    bool has_yields = false;
    for (const auto& [predicate, object] : g_.predicates_objects(node)) {
      const Place here = g_.place(node, predicate, object);
      if (predicate.value() == terms::kText) {
        example.text = std::string(object.value());
        example.place = here;
      } else if (predicate.value() == terms::kYields) {
        has_yields = true;
        if (object.value() == rdf::kRdfNil) continue;  // a counter-example
        example.yields.push_back(read_expected(object, here, 0));
      } else {
        const std::vector<std::string> names = {g_.shorten(terms::kText),
                                                g_.shorten(terms::kYields)};
        error(here, "unknown key " + g_.shorten(predicate.value()) + " in an example",
              did_you_mean(g_.shorten(predicate.value()), names));
      }
    }
    if (example.text.empty()) return error(place, "an example has no t:text");
    if (!has_yields)
      return error(place, "an example has no t:yields; write t:yields () for a counter-example");
    rule_.examples.push_back(std::move(example));
  }

  ExpectedSituation read_expected(rdf::Node node, const Place& around, std::size_t depth) {
    ExpectedSituation expected;
    if (depth > 8) {
      error(around, "the example is nested too deeply");
      return expected;
    }
    for (const auto& [predicate, object] : g_.predicates_objects(node)) {
      const Place place = g_.place(node, predicate, object);
      const std::string_view key = predicate.value();
      if (key == rdf::kRdfType) {
        expected.situation_class = situation_class(object, place);
      } else if (key == terms::kModality) {
        expected.modality = std::string(object.value());
      } else if (key == terms::kPolarity) {
        expected.polarity = std::string(object.value());
      } else if (key == terms::kHolder) {
        expected.holder = std::string(object.value());
      } else if (const auto role = ontology_.find_property(key)) {
        ExpectedRole one;
        one.role = *role;
        one.value = std::string(object.value());
        one.is_iri = object.is_iri();
        if (object.is_blank()) one.nested.push_back(read_expected(object, place, depth + 1));
        if (object.is_iri() && !lexicon_.find(object.value())) {
          error(place, "unknown entity " + g_.shorten(object.value()) + " in an example");
        }
        expected.roles.push_back(std::move(one));
      } else {
        error(place, "unknown role " + g_.shorten(key) + " in an example",
              did_you_mean(local_name(key), ontology_.role_names()));
      }
    }
    if (expected.situation_class == ClassId::None)
      error(around, "what an example yields has no class");
    return expected;
  }

  const rdf::Graph& g_;
  const Ontology& ontology_;
  const Lexicon& lexicon_;
  PatternCompiler& compiler_;
  Diagnostics& problems_;
  Rule rule_;
  std::vector<rdf::Node> asserts_;
  std::vector<std::pair<rdf::Node, Place>> required_;
  bool has_pattern_ = false;
};

}  // namespace

WordLists read_word_lists(const rdf::Graph& graph, Diagnostics& problems) {
  WordLists lists;
  for (const rdf::Node list :
       graph.subjects(graph.iri(rdf::kRdfType), graph.iri(terms::kWordList))) {
    const std::vector<std::string_view> values = graph.list_values(list);
    std::vector<std::string> words(values.begin(), values.end());
    if (words.empty()) {
      problems.error(graph.place(list),
                     "word list " + graph.shorten(list.value()) + " has no t:word");
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    lists.emplace(local_name(list.value()), std::move(words));
  }
  return lists;
}

std::vector<Rule> read_rules(const rdf::Graph& graph, const Ontology& ontology,
                             const Lexicon& lexicon, PatternCompiler& compiler,
                             Diagnostics& problems) {
  std::vector<rdf::Node> subjects;
  for (const rdf::Node rule : graph.subjects(graph.iri(rdf::kRdfType), graph.iri(terms::kRule))) {
    if (rule.is_iri()) {
      subjects.push_back(rule);
    } else {
      problems.error(graph.place(rule), "a rule needs an IRI, so that assertions can name it");
    }
  }
  std::ranges::sort(subjects, {}, [](rdf::Node n) { return n.value(); });
  std::vector<Rule> rules;
  RuleReader reader(graph, ontology, lexicon, compiler, problems);
  for (const rdf::Node subject : subjects) {
    const std::size_t before = problems.errors();
    Rule rule = reader.read(subject);
    if (problems.errors() == before) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace testudo::pack
