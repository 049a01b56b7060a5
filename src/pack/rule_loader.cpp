#include "pack/rule_loader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/suggest.h"
#include "pack/rule_examples.h"
#include "pack/rule_reading.h"
#include "pack/rule_template.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

constexpr std::array<std::string_view, 13> kKnownKeys = {
    terms::kPhrase,  terms::kClause,       terms::kAsserts, terms::kExample,    terms::kPriority,
    terms::kForms,   terms::kWithoutForms, terms::kNoun,    terms::kExhaustive, terms::kExtends,
    terms::kNarrows, terms::kRequires,     rdf::kRdfsLabel};

// The local names of t:Active and its like, by ClauseForm.
constexpr std::array<std::string_view, 7> kFormNames = {
    "Active", "Passive", "Relative", "Infinitive", "Gerund", "Participle", "Nominal"};

// Chains of t:extends longer than this are an error.
constexpr std::size_t kMaxExtending = 32;

// A rule on its way: its keys are read, then what it extends, then its patterns are compiled.
struct Draft {
  enum class State : std::uint8_t { KeysRead, Open, Done };

  rdf::Node subject;
  Rule rule;
  std::vector<rdf::Node> asserts;
  std::vector<std::pair<rdf::Node, Place>> extends;
  std::vector<std::pair<PatternNode, Place>> narrows;  // slots, each with its class
  std::vector<std::pair<rdf::Node, Place>> required;   // t:requires
  ClauseForms forms = 0;                               // t:forms; 0: not stated
  ClauseForms without = 0;
  std::optional<bool> exhaustive;
  bool has_pattern = false;
  bool good = true;
  State state = State::KeysRead;
};

// The keys of one rule.
class KeyReader {
 public:
  KeyReader(const RuleReading& reading, PatternCompiler& compiler, Draft& draft)
      : r_(reading), compiler_(compiler), draft_(draft), rule_(draft.rule) {}

  void read() {
    rule_.iri = std::string(draft_.subject.value());
    rule_.name = r_.graph.shorten(rule_.iri);
    rule_.place = r_.graph.place(draft_.subject);
    for (const auto& [predicate, object] : r_.graph.predicates_objects(draft_.subject))
      read_key(predicate, object, r_.graph.place(draft_.subject, predicate, object));
  }

 private:
  void error(const Place& place, std::string message, std::string suggestion = {}) const {
    r_.error(rule_, place, std::move(message), std::move(suggestion));
  }

  void read_key(rdf::Node predicate, rdf::Node object, const Place& place) {
    const std::string_view key = predicate.value();
    if (key == terms::kPhrase) {
      read_pattern(object, place, PatternForm::Phrase);
    } else if (key == terms::kClause) {
      read_pattern(object, place, PatternForm::Clause);
    } else if (key == terms::kForms) {
      draft_.forms |= read_form(object, place);
    } else if (key == terms::kWithoutForms) {
      draft_.without |= read_form(object, place);
    } else if (key == terms::kNoun) {
      rule_.nouns.push_back(compiler_.word(object.value()));
    } else if (key == terms::kExhaustive) {
      read_exhaustive(object, place);
    } else if (key == terms::kRequires) {
      draft_.required.emplace_back(object, place);
    } else if (key == terms::kExtends) {
      draft_.extends.emplace_back(object, place);
    } else if (key == terms::kNarrows) {
      read_narrows(object, place);
    } else if (key == terms::kAsserts) {
      draft_.asserts.push_back(object);
    } else if (key == terms::kExample) {
      if (auto example = ExampleReader(r_, rule_).read(object, place))
        rule_.examples.push_back(*std::move(example));
    } else if (key == terms::kPriority) {
      read_priority(object.value(), place);
    } else if (key == rdf::kRdfsLabel) {
      rule_.label = std::string(object.value());
    } else if (key.starts_with(terms::kT)) {
      unknown_key(r_.graph.shorten(key), place);
    }
  }

  void read_pattern(rdf::Node object, const Place& place, PatternForm form) {
    draft_.has_pattern = true;
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

  void read_narrows(rdf::Node object, const Place& place) {
    const Result<PatternNode> tree = parse_pattern(object.value());
    const auto is_slot = [](const PatternNode& part) {
      return part.kind == PatternKind::Slot && !part.class_name.empty();
    };
    if (!tree.ok() || !std::ranges::all_of(tree->parts, is_slot))
      return error(place, "t:narrows gives slots with their classes: {object:ir:Treaty}");
    for (const PatternNode& slot : tree->parts)
      draft_.narrows.emplace_back(slot, place_in_pattern(place, slot.column));
  }

  ClauseForms read_form(rdf::Node object, const Place& place) const {
    const std::string name = local_name(object.value());
    const auto found = std::ranges::find(kFormNames, name);
    if (object.value().starts_with(terms::kT) && found != kFormNames.end())
      return bit(static_cast<ClauseForm>(found - kFormNames.begin()));
    std::vector<std::string> names;
    names.reserve(kFormNames.size());
    for (const std::string_view form : kFormNames) names.push_back("t:" + std::string(form));
    error(place, "unknown form " + r_.graph.shorten(object), did_you_mean("t:" + name, names));
    return 0;
  }

  void read_exhaustive(rdf::Node object, const Place& place) {
    draft_.exhaustive = object.value() == "true" || object.value() == "1";
    if (!*draft_.exhaustive && object.value() != "false" && object.value() != "0")
      error(place, "t:exhaustive is true or false");
  }

  void read_priority(std::string_view value, const Place& place) {
    const char* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, rule_.priority);
    if (read.ec != std::errc() || read.ptr != end) error(place, "t:priority is not an integer");
  }

  void unknown_key(const std::string& key, const Place& place) const {
    std::vector<std::string> names;
    names.reserve(kKnownKeys.size());
    for (const std::string_view known : kKnownKeys) names.push_back(r_.graph.shorten(known));
    error(place, "unknown key " + key, did_you_mean(key, names));
  }

  const RuleReading& r_;
  PatternCompiler& compiler_;
  Draft& draft_;
  Rule& rule_;
};

// All rules of a pack: they can extend each other.
class RuleReader {
 public:
  RuleReader(const RuleReading& reading, PatternCompiler& compiler)
      : r_(reading), compiler_(compiler) {}

  // By IRI, each once.
  std::vector<Rule> read(const std::vector<rdf::Node>& subjects) {
    drafts_.resize(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      drafts_[i].subject = subjects[i];
      const std::size_t before = r_.problems.errors();
      KeyReader(r_, compiler_, drafts_[i]).read();
      drafts_[i].good = r_.problems.errors() == before;
    }
    for (Draft& draft : drafts_) finish(draft, 0);
    std::vector<Rule> rules;
    for (Draft& draft : drafts_) {
      if (draft.good) rules.push_back(std::move(draft.rule));
    }
    return rules;
  }

 private:
  void error(const Draft& draft, const Place& place, std::string message,
             std::string suggestion = {}) const {
    r_.error(draft.rule, place, std::move(message), std::move(suggestion));
  }

  void finish(Draft& draft, std::size_t depth) {
    if (draft.state != Draft::State::KeysRead) return;
    draft.state = Draft::State::Open;
    const std::size_t before = r_.problems.errors();
    Rule& rule = draft.rule;
    const std::size_t own = rule.patterns.size();
    for (const auto& [node, place] : draft.extends) take_over(draft, node, place, depth);
    for (const auto& [slot, place] : draft.narrows) narrow(draft, own, slot, place);
    set_forms(draft);
    if (!draft.has_pattern)
      error(draft, rule.place, "has no pattern; give it a t:clause or a t:phrase");
    for (std::uint32_t p = 0; p < rule.patterns.size(); ++p)
      compiler_.compile(p, rule, r_.problems);
    if (draft.asserts.empty()) error(draft, rule.place, "has no t:asserts");
    TemplateReader reader(r_, rule);
    reader.read(draft.subject, draft.asserts);
    for (const auto& [slot, place] : draft.required) {
      if (const auto index = reader.slot_named(slot, place)) rule.required.push_back(*index);
    }
    check_classes(draft);
    if (rule.examples.empty()) error(draft, rule.place, "has no t:example");
    if (rule.label.empty()) r_.problems.warning(rule.place, rule.name + " has no rdfs:label");
    draft.good = draft.good && r_.problems.errors() == before;
    draft.state = Draft::State::Done;
  }

  // The other rule's patterns, with how they are to be read: nouns, forms, required slots.
  void take_over(Draft& draft, rdf::Node node, const Place& place, std::size_t depth) {
    draft.has_pattern = true;  // if it gets none, something else is wrong
    Draft* other = find(node);
    if (other == nullptr) return unknown_rule(draft, node, place);
    if (other == &draft) return error(draft, place, "extends itself");
    if (other->state == Draft::State::Open) {
      return error(draft, place, "extends " + other->rule.name + ", which extends it in turn");
    }
    if (depth > kMaxExtending) return error(draft, place, "t:extends leads too far");
    finish(*other, depth + 1);
    if (!other->good) {
      draft.good = false;  // told already
      return;
    }
    const Rule& from = other->rule;
    Rule& rule = draft.rule;
    rule.patterns.insert(rule.patterns.end(), from.patterns.begin(), from.patterns.end());
    rule.nouns.insert(rule.nouns.end(), from.nouns.begin(), from.nouns.end());
    draft.required.insert(draft.required.end(), other->required.begin(), other->required.end());
    if (draft.forms == 0) rule.forms = from.forms;
    if (!draft.exhaustive) rule.exhaustive = from.exhaustive;
  }

  // Gives a slot of the patterns taken over, those from `first` on, a narrower class.
  void narrow(Draft& draft, std::size_t first, const PatternNode& slot, const Place& place) {
    const auto wanted = compiler_.find_class(slot.class_name);
    if (!wanted) {
      return error(draft, place, "unknown class " + slot.class_name,
                   did_you_mean(slot.class_name, r_.ontology.class_names()));
    }
    std::vector<PatternNode*> found;
    for (std::size_t p = first; p < draft.rule.patterns.size(); ++p)
      collect_slots(draft.rule.patterns[p].tree, slot.text, found);
    if (found.empty() && first < draft.rule.patterns.size())
      error(draft, place, "no pattern that it takes over has a slot {" + slot.text + "}");
    for (PatternNode* node : found) {
      const auto known = compiler_.find_class(node->class_name);
      if (known && !r_.ontology.is_a(*wanted, *known)) {
        return error(draft, place,
                     slot.class_name + " is not a subclass of " + node->class_name +
                         ", the class of the slot that it is to narrow");
      }
      node->class_name = slot.class_name;
    }
  }

  static void collect_slots(PatternNode& node, const std::string& role,
                            std::vector<PatternNode*>& found) {
    if (node.kind == PatternKind::Slot && node.text == role) found.push_back(&node);
    for (PatternNode& part : node.parts) collect_slots(part, role, found);
  }

  Draft* find(rdf::Node node) {
    const auto found = std::ranges::lower_bound(drafts_, node.value(), {},
                                                [](const Draft& d) { return d.subject.value(); });
    const bool here = node.is_iri() && found != drafts_.end() && found->subject == node;
    return here ? &*found : nullptr;
  }

  void unknown_rule(const Draft& draft, rdf::Node node, const Place& place) const {
    std::vector<std::string> names;
    names.reserve(drafts_.size());
    for (const Draft& d : drafts_) names.push_back(d.rule.name);
    const std::string name = r_.graph.shorten(node);
    error(draft, place, "unknown rule " + name, did_you_mean(name, names));
  }

  void set_forms(Draft& draft) const {
    Rule& rule = draft.rule;
    if (draft.forms != 0) rule.forms = draft.forms;
    rule.forms = static_cast<ClauseForms>(rule.forms & ~draft.without);
    if (rule.forms == 0) error(draft, rule.place, "t:withoutForms leaves no form to read it in");
    if (draft.exhaustive) rule.exhaustive = *draft.exhaustive;
    std::ranges::sort(rule.nouns);
    rule.nouns.erase(std::unique(rule.nouns.begin(), rule.nouns.end()), rule.nouns.end());
  }

  // A rule that extends another says the same of something narrower.
  void check_classes(Draft& draft) {
    for (const auto& [node, place] : draft.extends) {
      const Draft* other = find(node);
      if (other == nullptr || other == &draft || other->rule.situations.empty() ||
          draft.rule.situations.empty()) {
        continue;
      }
      const ClassId mine = draft.rule.situations.front().situation_class;
      const ClassId theirs = other->rule.situations.front().situation_class;
      if (mine == ClassId::None || theirs == ClassId::None || r_.ontology.is_a(mine, theirs))
        continue;
      error(draft, place,
            r_.ontology.info(mine).name + " is not a subclass of " + r_.ontology.info(theirs).name +
                ", which " + other->rule.name + " asserts");
    }
  }

  const RuleReading& r_;
  PatternCompiler& compiler_;
  std::vector<Draft> drafts_;  // by IRI
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
    lists.add(local_name(list.value()), std::move(words));
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
  const RuleReading reading{graph, ontology, lexicon, problems};
  return RuleReader(reading, compiler).read(subjects);
}

}  // namespace testudo::pack
