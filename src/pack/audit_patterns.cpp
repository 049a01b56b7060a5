#include <algorithm>
#include <map>
#include <tuple>

#include "pack/audit.h"
#include "pack/pattern_compiler.h"
#include "pack/terms.h"

namespace testudo::pack {
namespace {

using Words = std::vector<Symbol>;

// A row of a phrase or clause pattern, its words apart from its shape: rows of one shape match the
// same texts but for these words.
struct Row {
  RuleId rule = 0;
  std::uint32_t pattern = 0;
  std::string shape;
  std::vector<const Words*> words;   // by position
  std::vector<std::uint32_t> slots;  // by position
  ClauseForms forms = kAllForms;
  bool clause = false;
  Words nouns;  // of clauses: that stand for the verb, sorted
  const AtomRow* atoms = nullptr;
  const ClauseRow* parts = nullptr;
};

class RowMaker {
 public:
  Row make(const Rule& rule, const AtomRow& atoms) {
    row_ = {};
    row_.pattern = atoms.pattern;
    row_.atoms = &atoms;
    row_.shape = "phrase";
    for (const Atom& atom : atoms.atoms) add(atom);
    row_.forms = rule.forms;
    return std::move(row_);
  }

  Row make(const Rule& rule, const ClauseRow& parts) {
    row_ = {};
    row_.pattern = parts.pattern;
    row_.parts = &parts;
    row_.clause = true;
    row_.shape = "clause";
    row_.forms = rule.forms;
    for (const ClauseStep& step : parts.steps) {
      row_.shape += "|step";
      for (const Atom& atom : step.opener) add(atom);
      row_.shape += "|modal";
      for (const Symbol modal : step.modal.words)
        row_.shape += " " + std::to_string(static_cast<std::uint32_t>(modal));
      row_.shape += step.negated ? "|not|verb" : "|verb";
      if (!step.verb.words.empty()) add(step.verb);  // else any verb
      for (const ClausePart& part : step.parts) add(part);
    }
    std::ranges::set_union(parts.nouns, rule.nouns, std::back_inserter(row_.nouns));
    return std::move(row_);
  }

 private:
  void add(const Atom& atom) {
    row_.shape += "|" + std::to_string(static_cast<int>(atom.kind));
    if (atom.kind == PatternKind::Word) row_.words.push_back(&atom.words);
    if (atom.kind == PatternKind::Quoted) row_.shape += atom.exact;
    if (atom.kind == PatternKind::Slot) add_slot(atom.slot, atom.slot_class);
  }

  void add(const ClausePart& part) {
    row_.shape +=
        "|part" + std::to_string(static_cast<int>(part.kind)) + (part.before_verb ? "before" : "");
    for (const Atom& atom : part.preposition) add(atom);
    row_.shape += part.owned ? "|of" : "|";
    if (part.owned) add_slot(part.owner, part.owner_class);
    for (const Atom& atom : part.words) add(atom);
    if (part.is_slot()) add_slot(part.slot, part.slot_class);
  }

  void add_slot(std::uint32_t slot, ClassId slot_class) {
    row_.shape += "{" + std::to_string(static_cast<std::uint32_t>(slot_class)) + "}";
    row_.slots.push_back(slot);
  }

  Row row_;
};

bool same_words(const Row& x, const Row& y) {
  return std::ranges::equal(x.words, y.words,
                            [](const Words* a, const Words* b) { return *a == *b; });
}

bool has_words_of(const Row& x, const Row& y) {  // every word that y takes, x takes as well
  return std::ranges::equal(x.words, y.words, [](const Words* a, const Words* b) {
    return std::ranges::includes(*a, *b);
  });
}

Words common(const Words& x, const Words& y) {
  Words both;
  std::ranges::set_intersection(x, y, std::back_inserter(both));
  return both;
}

bool shares_words(const Row& x, const Row& y) {
  return std::ranges::equal(x.words, y.words,
                            [](const Words* a, const Words* b) { return !common(*a, *b).empty(); });
}

// ---- what a row means
// ------------------------------------------------------------------------------------------------

// What a rule asserts of a row's match, slots told by their positions, so that rules that name
// their slots differently can be compared.
struct Meaning {
  std::vector<std::string> content;  // a situation each: class and roles
  std::vector<std::string> manner;   // likewise modality, polarity and holder, where fixed

  friend bool operator==(const Meaning&, const Meaning&) = default;
};

class MeaningMaker {
 public:
  MeaningMaker(const Ontology& ontology, const Rule& rule, const Row& row)
      : ontology_(ontology), rule_(rule), row_(row) {}

  Meaning make() const {
    Meaning meaning;
    for (const TemplateSituation& situation : rule_.situations) {
      meaning.content.push_back(content(situation));
      meaning.manner.push_back(manner(situation));
    }
    return meaning;
  }

 private:
  std::string content(const TemplateSituation& situation) const {
    std::vector<std::string> roles;
    for (const TemplateRole& role : situation.roles)
      roles.push_back(std::to_string(role_in(situation.situation_class, role.role)) + "=" +
                      value(role.value));
    std::ranges::sort(roles);
    std::string text = std::to_string(static_cast<std::uint32_t>(situation.situation_class));
    for (const std::string& role : roles) text += " " + role;
    return text;
  }

  // Where a class's situations have no sides, all roles of its parties are one.
  std::uint32_t role_in(ClassId c, PropertyId role) const {
    const bool party = ontology_.party != PropertyId::None && ontology_.info(c).symmetric &&
                       ontology_.is_sub_property(role, ontology_.party);
    return static_cast<std::uint32_t>(party ? ontology_.party : role);
  }

  std::string manner(const TemplateSituation& situation) const {
    std::string text;
    if (situation.modality) text += to_string(*situation.modality);
    if (situation.polarity) text += to_string(*situation.polarity);
    if (situation.holder) text += value(*situation.holder);
    return text;
  }

  std::string value(const TemplateValue& value) const {
    if (const auto* slot = std::get_if<SlotRef>(&value)) {
      std::string text = "slot";
      for (std::size_t i = 0; i < row_.slots.size(); ++i) {
        if (row_.slots[i] == slot->slot) text += " " + std::to_string(i);
      }
      return text;
    }
    if (const auto* entity = std::get_if<EntityRef>(&value))
      return "entity " + std::to_string(entity->entity);
    if (const auto* nested = std::get_if<NestedRef>(&value))
      return "situation " + std::to_string(nested->situation);
    if (const auto* role_of = std::get_if<RoleOfRef>(&value))
      return "roles of " + this->value(SlotRef{role_of->slot});
    const auto* literal = std::get_if<LiteralRef>(&value);
    return literal == nullptr ? "" : "\"" + literal->value + "\"";
  }

  const Ontology& ontology_;
  const Rule& rule_;
  const Row& row_;
};

// ---- rows for people
// -------------------------------------------------------------------------------------------------

class Printer {
 public:
  Printer(const AuditedPack& pack, const Rule& rule) : pack_(pack), rule_(rule) {}

  // A row as a pattern, its words those that it shares with another row of its shape.
  std::string print(const Row& row, const Row& other) {
    std::string text;
    next_ = 0;
    row_ = &row;
    other_ = &other;
    if (row.atoms != nullptr) {
      for (const Atom& atom : row.atoms->atoms) append(atom, text);
    } else {
      for (const ClauseStep& step : row.parts->steps) append(step, text);
    }
    return "\"" + text + "\"";
  }

 private:
  static void append(const std::string& item, std::string& text) {
    text += (text.empty() || item == "'s" ? "" : " ") + item;
  }

  void append(const ClauseStep& step, std::string& text) {
    for (const Atom& atom : step.opener) append(atom, text);
    std::string verb;  // comes before its subject in the order of the words
    for (const Symbol modal : step.modal.words)
      append(std::string(pack_.vocabulary.text(modal)), verb);
    if (step.negated) append("not", verb);
    if (!step.verb.words.empty()) append(step.verb, verb);
    for (const ClausePart& part : step.parts) {
      const bool behind = part.kind != PartKind::Subject && !part.before_verb;
      if (behind && !verb.empty()) append(std::exchange(verb, {}), text);
      for (const Atom& atom : part.preposition) append(atom, text);
      if (part.owned) append(slot(part.owner, part.owner_class) + "'s", text);
      for (const Atom& atom : part.words) append(atom, text);
      if (part.is_slot()) append(slot(part.slot, part.slot_class), text);
    }
    if (!verb.empty()) append(verb, text);
  }

  void append(const Atom& atom, std::string& text) {
    switch (atom.kind) {
      case PatternKind::Word:
        return append(words(), text);
      case PatternKind::Quoted:
        return append(atom.exact == "," ? "," : "'" + atom.exact + "'", text);
      case PatternKind::Possessive:
        return append("'s", text);
      case PatternKind::Hyphen:
        return append("-", text);
      default:
        return append(slot(atom.slot, atom.slot_class), text);
    }
  }

  std::string slot(std::uint32_t slot, ClassId c) const {
    return "{" + rule_.slots[slot] + (c == ClassId::None ? "" : ":" + pack_.ontology.info(c).name) +
           "}";
  }

  std::string words() {
    const std::size_t at = next_++;
    std::vector<std::string> both;
    for (const Symbol word : common(*row_->words[at], *other_->words[at]))
      both.emplace_back(pack_.vocabulary.text(word));
    if (both.size() == 1) return both.front();
    std::ranges::sort(both);
    std::string text;
    for (const std::string& word : both) text += (text.empty() ? "(" : "|") + word;
    return text + ")";
  }

  const AuditedPack& pack_;
  const Rule& rule_;
  const Row* row_ = nullptr;
  const Row* other_ = nullptr;
  std::size_t next_ = 0;
};

// ---- comparing
// -------------------------------------------------------------------------------------------------------

class PatternAudit {
 public:
  PatternAudit(const AuditedPack& pack, Diagnostics& problems) : pack_(pack), problems_(problems) {}

  void run() {
    collect();
    for (const auto& [shape, rows] : by_shape_) {
      for (std::size_t j = 1; j < rows.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) compare(rows[i], rows[j]);
      }
    }
    tell_shadowed();
    tell_without_rows();
  }

 private:
  void collect() {
    RowMaker maker;
    for (RuleId r = 0; r < pack_.rules.size(); ++r) {
      const Rule& rule = pack_.rules[r];
      if (rule.situations.front().refines) continue;  // it adds to what others read
      for (const AtomRow& row : rule.rows) rows_.push_back(maker.make(rule, row));
      for (const ClauseRow& row : rule.clauses) rows_.push_back(maker.make(rule, row));
      while (!rows_.empty() && meanings_.size() < rows_.size()) {
        Row& row = rows_[meanings_.size()];
        row.rule = r;
        meanings_.push_back(MeaningMaker(pack_.ontology, rule, row).make());
      }
    }
    beaten_by_.assign(rows_.size(), kNobody);
    for (std::size_t i = 0; i < rows_.size(); ++i) by_shape_[rows_[i].shape].push_back(i);
  }

  const Rule& rule(std::size_t row) const { return pack_.rules[rows_[row].rule]; }
  const Place& place(std::size_t row) const { return rule(row).patterns[rows_[row].pattern].place; }
  ClassId said_class(std::size_t row) const { return rule(row).situations.front().situation_class; }

  // `one` comes before `other` in the order of rules and patterns.
  void compare(std::size_t one, std::size_t other) {
    const Row& x = rows_[one];
    const Row& y = rows_[other];
    if (x.rule == y.rule && x.pattern == y.pattern) return;
    if (!shares_words(x, y) || (x.clause && (x.forms & y.forms) == 0)) return;
    const bool same_texts = same_words(x, y) && (!x.clause || x.forms == y.forms) &&
                            rule(one).exhaustive == rule(other).exhaustive &&
                            required(one) == required(other);
    if (same_texts && meanings_[one] == meanings_[other]) return tell_duplicate(one, other);
    const bool same_content = meanings_[one].content == meanings_[other].content;
    if (related(one, other) && !(same_texts && same_content)) {
      if (beats(one, other)) beaten_by_[other] = std::min(beaten_by_[other], one);
      if (beats(other, one)) beaten_by_[one] = std::min(beaten_by_[one], other);
      return;
    }
    if (x.rule != y.rule) tell_contradiction(one, other, same_texts);
  }

  bool related(std::size_t one, std::size_t other) const {
    const ClassId x = said_class(one);
    const ClassId y = said_class(other);
    return pack_.ontology.is_a(x, y) || pack_.ontology.is_a(y, x);
  }

  // Whether a row matches whenever another one does, and comes first in the order of conflicts.
  // Rows of one shape have as many conditions and the same classes: what is narrower then, what
  // fills more roles, the priority, and the order of rules and patterns decide.
  bool beats(std::size_t one, std::size_t other) const {
    const Row& x = rows_[one];
    const Row& y = rows_[other];
    if (!has_words_of(x, y)) return false;
    if (x.clause &&
        ((y.forms & ~x.forms) != 0 || (rule(one).exhaustive && !rule(other).exhaustive)))
      return false;
    const bool nominal = (y.forms & bit(ClauseForm::Nominal)) != 0;
    if (x.clause && nominal && !std::ranges::includes(x.nouns, y.nouns)) return false;
    if (x.clause && !std::ranges::includes(required(other), required(one))) return false;
    const auto depth = [&](std::size_t row) { return pack_.ontology.depth(said_class(row)); };
    if (depth(one) != depth(other)) return depth(one) > depth(other);
    const std::vector<std::size_t> mine = roles_of(one);
    const std::vector<std::size_t> theirs = roles_of(other);
    if (!std::ranges::equal(mine, theirs, std::greater_equal<>())) return false;
    if (mine.back() > theirs.back() || (!x.clause && mine != theirs)) return true;
    const auto order = [&](std::size_t row) {
      return std::tuple(-std::int64_t{rule(row).priority}, rows_[row].rule, rows_[row].pattern);
    };
    return order(one) < order(other);
  }

  // The positions of the slots that must be filled.
  std::vector<std::size_t> required(std::size_t row) const {
    std::vector<std::size_t> positions;
    const std::vector<std::uint32_t>& wanted = rule(row).required;
    for (std::size_t i = 0; i < rows_[row].slots.size(); ++i) {
      if (std::ranges::find(wanted, rows_[row].slots[i]) != wanted.end()) positions.push_back(i);
    }
    return positions;
  }

  // How many roles of the first situation each slot fills, by position, and how many are fixed.
  std::vector<std::size_t> roles_of(std::size_t row) const {
    const std::vector<std::uint32_t>& slots = rows_[row].slots;
    std::vector<std::size_t> counts(slots.size() + 1, 0);
    for (const TemplateRole& role : rule(row).situations.front().roles) {
      const auto* ref = std::get_if<SlotRef>(&role.value);
      if (ref == nullptr) ++counts.back();
      for (std::size_t i = 0; ref != nullptr && i < slots.size(); ++i) {
        if (slots[i] == ref->slot) ++counts[i];
      }
    }
    return counts;
  }

  // ---- messages

  std::string shown(std::size_t one, std::size_t other) const {
    return Printer(pack_, rule(one)).print(rows_[one], rows_[other]);
  }

  std::string whose(std::size_t row, std::size_t other) const {
    const std::string at = "the pattern at " + to_string(place(row));
    return rows_[row].rule == rows_[other].rule ? at : rule(row).name + " by " + at;
  }

  void tell_duplicate(std::size_t one, std::size_t other) {
    problems_.warning(place(other), rule(other).name + ": duplicate: " + shown(other, one) +
                                        " is read as the same by " + whose(one, other));
  }

  void tell_contradiction(std::size_t one, std::size_t other, bool same_texts) {
    std::string message = rule(other).name + ": " + (same_texts ? "contradiction: " : "overlap: ") +
                          shown(other, one) + " is ";
    if (said_class(one) == said_class(other)) {
      message += "told in another manner by ";
    } else {
      message += pack_.ontology.info(said_class(other)).name + " here and " +
                 pack_.ontology.info(said_class(one)).name + " in ";
    }
    message += whose(one, other);
    if (same_texts) {
      problems_.error(place(other), std::move(message));
    } else {
      problems_.warning(place(other), std::move(message));
    }
  }

  // A pattern is never read if each of its rows loses.
  void tell_shadowed() {
    const auto of_pattern = [&](std::size_t row) {
      return std::tuple(rows_[row].rule, rows_[row].clause, rows_[row].pattern);
    };
    for (std::size_t begin = 0, end = 0; begin < rows_.size(); begin = end) {
      bool all = true;
      for (; end < rows_.size() && of_pattern(end) == of_pattern(begin); ++end)
        all = all && beaten_by_[end] != kNobody;
      if (all) tell_shadowed(begin, beaten_by_[begin]);
    }
  }

  void tell_shadowed(std::size_t row, std::size_t winner) {
    const std::string head = rule(row).name + ": the pattern never wins: ";
    if (place(row) == place(winner)) {
      problems_.warning(place(row), head + rule(winner).name + ", which takes it over, comes first",
                        "give " + rule(winner).name + " a t:narrows or other t:forms");
      return;
    }
    problems_.warning(place(row), head + "what it reads is read by " + whose(winner, row) +
                                      ", which comes first");
  }

  // Rows that a rule has already are left out when it is compiled.
  void tell_without_rows() {
    for (const Rule& rule : pack_.rules) {
      std::vector<bool> has_row(rule.patterns.size(), false);
      for (const AtomRow& row : rule.rows) has_row[row.pattern] = true;
      for (const ClauseRow& row : rule.clauses) has_row[row.pattern] = true;
      for (std::size_t p = 0; p < has_row.size(); ++p) {
        if (has_row[p]) continue;
        problems_.warning(rule.patterns[p].place,
                          rule.name + ": duplicate: an earlier pattern of the rule says the same");
      }
    }
  }

  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  const AuditedPack& pack_;
  Diagnostics& problems_;
  std::vector<Row> rows_;
  std::vector<Meaning> meanings_;       // by row
  std::vector<std::size_t> beaten_by_;  // by row: the first row that always wins against it
  std::map<std::string, std::vector<std::size_t>> by_shape_;
};

}  // namespace

void audit_patterns(const AuditedPack& pack, Diagnostics& problems) {
  PatternAudit(pack, problems).run();
}

}  // namespace testudo::pack
