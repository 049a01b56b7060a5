#include "pack/rule_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace testudo::pack {

namespace {

void add_all(const std::vector<Atom>& atoms, std::vector<const Atom*>& conditions) {
  for (const Atom& atom : atoms) conditions.push_back(&atom);
}

// What must stand in the sentence of a clause that a row matches, its first verb apart. A noun can
// go without the prepositions of slots ("talks between A and B" for "talk with B"), and one that is
// given for the whole pattern without the words of its first step.
enum class Trigger : std::uint8_t { Verb, DerivedNoun, GivenNoun };
std::vector<const Atom*> conditions_of(const ClauseRow& row, Trigger trigger) {
  std::vector<const Atom*> conditions;
  for (std::size_t s = 0; s < row.steps.size(); ++s) {
    const ClauseStep& step = row.steps[s];
    if (s > 0) conditions.push_back(&step.verb);
    conditions.push_back(&step.modal);
    for (const ClausePart& part : step.parts) {
      const bool given = s == 0 && trigger == Trigger::GivenNoun;
      if (!given) add_all(part.words, conditions);
      if (!given && (s > 0 || trigger == Trigger::Verb || !part.is_slot()))
        add_all(part.preposition, conditions);
    }
  }
  return conditions;
}

}  // namespace

RuleIndex::RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology) {
  count_uses(rules);
  for (const bool situations : {false, true}) {
    add_rows(rules, ontology, situations);
    add_clauses(rules, situations);
  }
  uses_ = {};
}

void RuleIndex::count_uses(const std::vector<Rule>& rules) {
  const auto count = [&](const Atom& condition) {
    for (const Symbol word : condition.words) {
      const auto at = static_cast<std::size_t>(word);
      if (uses_.size() <= at) uses_.resize(at + 1);
      ++uses_[at];
    }
  };
  for (const Rule& rule : rules) {
    for (const AtomRow& row : rule.rows) std::ranges::for_each(row.atoms, count);
    for (const ClauseRow& row : rule.clauses) {
      for (const Atom* condition : conditions_of(row, Trigger::Verb)) count(*condition);
    }
  }
}

void RuleIndex::add_clauses(const std::vector<Rule>& rules, bool situations) {
  std::vector<Entry> verbs;
  std::vector<Entry> nouns;
  const auto add = [](std::vector<Entry>& entries, Symbol word, IndexedRow row) {
    entries.push_back({static_cast<std::uint32_t>(word), row});
  };
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].clauses.size(); ++i) {
      const ClauseRow& row = rules[r].clauses[i];
      if (row.uses_situations != situations) continue;
      const auto indexed = [&](Trigger trigger) {
        return with_needs({r, i}, conditions_of(row, trigger));
      };
      const IndexedRow by_verb = indexed(Trigger::Verb);
      for (const Symbol verb : row.steps.front().verb.words) add(verbs, verb, by_verb);
      if ((rules[r].forms & bit(ClauseForm::Nominal)) == 0) continue;
      if (!rules[r].nouns.empty()) {
        const IndexedRow by_noun = indexed(Trigger::GivenNoun);
        for (const Symbol noun : rules[r].nouns) add(nouns, noun, by_noun);
      }
      if (row.nouns.empty()) continue;
      const IndexedRow by_noun = indexed(Trigger::DerivedNoun);
      for (const Symbol noun : row.nouns) add(nouns, noun, by_noun);
    }
  }
  verbs_[situations ? 1 : 0] = lay_out(std::move(verbs));
  nouns_[situations ? 1 : 0] = lay_out(std::move(nouns));
}

void RuleIndex::add_rows(const std::vector<Rule>& rules, const Ontology& ontology,
                         bool situations) {
  std::vector<Entry> words;
  std::vector<Entry> classes;
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].rows.size(); ++i) {
      if (rules[r].rows[i].uses_situations != situations) continue;
      const AtomRow& row = rules[r].rows[i];
      std::vector<const Atom*> others;
      for (std::uint32_t a = 0; a < row.atoms.size(); ++a) {
        if (a != row.anchor) others.push_back(&row.atoms[a]);
      }
      const IndexedRow indexed = with_needs({r, i}, others);
      const Atom& anchor = row.atoms[row.anchor];
      for (const Symbol word : anchor.words)
        words.push_back({static_cast<std::uint32_t>(word), indexed});
      if (anchor.kind != PatternKind::Slot) continue;
      for (std::uint32_t c = 0; c < ontology.class_count(); ++c) {
        if (ontology.is_a(static_cast<ClassId>(c), anchor.slot_class))
          classes.push_back({c, indexed});
      }
    }
  }
  words_[situations ? 1 : 0] = lay_out(std::move(words));
  classes_[situations ? 1 : 0] = lay_out(std::move(classes));
}

// Rare conditions come first, as most rows fail at them: those that few others share.
IndexedRow RuleIndex::with_needs(RowRef ref, std::vector<const Atom*> conditions) {
  IndexedRow row = {ref, Symbol::None, static_cast<std::uint32_t>(needs_.size())};
  std::erase_if(conditions, [](const Atom* condition) { return condition->words.empty(); });
  const auto uses = [&](const Atom* condition) {
    std::size_t sum = 0;
    for (const Symbol word : condition->words) sum += uses_[static_cast<std::size_t>(word)];
    return sum;
  };
  std::ranges::stable_sort(conditions, {}, uses);
  for (const Atom* condition : conditions) {
    if (condition->words.size() == 1 && row.key == Symbol::None) {
      row.key = condition->words.front();
      continue;
    }
    needs_.insert(needs_.end(), condition->words.begin(), condition->words.end());
    needs_.push_back(Symbol::None);
  }
  needs_.push_back(Symbol::None);
  return row;
}

// A row that comes to a list twice, one behind the other, stands there once.
RuleIndex::Table RuleIndex::lay_out(std::vector<Entry> entries) {
  std::ranges::stable_sort(entries, {}, &Entry::list);
  const auto again = [](const Entry& one, const Entry& next) {
    return one.list == next.list && one.row.ref == next.row.ref;
  };
  entries.erase(std::unique(entries.begin(), entries.end(), again), entries.end());
  Table table;
  table.starts.assign(entries.empty() ? 1 : entries.back().list + 2, 0);
  for (const Entry& entry : entries) ++table.starts[entry.list + 1];
  std::partial_sum(table.starts.begin(), table.starts.end(), table.starts.begin());
  table.refs.reserve(entries.size());
  for (const Entry& entry : entries) table.refs.push_back(entry.row);
  return table;
}

}  // namespace testudo::pack
