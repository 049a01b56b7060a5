#include "pack/rule_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace testudo::pack {

namespace {

bool is_same(const IndexedRow& one, const IndexedRow& other) { return one.ref == other.ref; }
bool is_same(std::uint32_t one, std::uint32_t other) { return one == other; }

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
  Conditions conditions = {{}, count_uses(rules)};
  for (const bool situations : {false, true}) {
    add_rows(rules, ontology, situations, conditions);
    add_clauses(rules, situations, conditions);
  }
  std::vector<Entry<std::uint32_t>> by_word;
  for (const auto& [words, number] : conditions.numbers) {
    for (const Symbol word : words) by_word.push_back({static_cast<std::uint32_t>(word), number});
  }
  conditions_ = lay_out(std::move(by_word));
  condition_count_ = conditions.numbers.size();
  mark(words_[0], kAnchors);
  mark(words_[1], kSituationAnchors);
  mark(conditions_, kMeets);
}

template <class Item>
void RuleIndex::mark(const Table<Item>& table, Use use) {
  if (uses_.size() < table.starts.size()) uses_.resize(table.starts.size());
  for (std::size_t i = 0; i < table.starts.size(); ++i) {
    if (!slice(table, i).empty()) uses_[i] |= use;
  }
}

std::vector<std::uint32_t> RuleIndex::count_uses(const std::vector<Rule>& rules) {
  std::vector<std::uint32_t> uses;
  std::vector<RuleId> counted;  // by word: behind the last rule that it was counted for
  const auto count = [&](RuleId rule, const Atom& condition) {
    for (const Symbol word : condition.words) {
      const auto at = static_cast<std::size_t>(word);
      if (uses.size() <= at) uses.resize(at + 1);
      counted.resize(uses.size());
      if (counted[at] == rule + 1) continue;
      counted[at] = rule + 1;
      ++uses[at];
    }
  };
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (const AtomRow& row : rules[r].rows) {
      for (const Atom& atom : row.atoms) count(r, atom);
    }
    for (const ClauseRow& row : rules[r].clauses) {
      for (const Atom* condition : conditions_of(row, Trigger::Verb)) count(r, *condition);
    }
  }
  return uses;
}

void RuleIndex::add_clauses(const std::vector<Rule>& rules, bool situations,
                            Conditions& conditions) {
  RowEntries verbs;
  RowEntries nouns;
  const auto add = [](RowEntries& entries, Symbol word, const IndexedRow& row) {
    entries.push_back({static_cast<std::uint32_t>(word), row});
  };
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].clauses.size(); ++i) {
      const ClauseRow& row = rules[r].clauses[i];
      if (row.uses_situations != situations) continue;
      const auto indexed = [&](Trigger trigger) {
        return with_needs({r, i}, conditions_of(row, trigger), conditions);
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

void RuleIndex::add_rows(const std::vector<Rule>& rules, const Ontology& ontology, bool situations,
                         Conditions& conditions) {
  RowEntries words;
  RowEntries classes;
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].rows.size(); ++i) {
      if (rules[r].rows[i].uses_situations != situations) continue;
      const AtomRow& row = rules[r].rows[i];
      std::vector<const Atom*> others;
      for (std::uint32_t a = 0; a < row.atoms.size(); ++a) {
        if (a != row.anchor) others.push_back(&row.atoms[a]);
      }
      const IndexedRow indexed = with_needs({r, i}, others, conditions);
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

IndexedRow RuleIndex::with_needs(RowRef ref, std::vector<const Atom*> atoms,
                                 Conditions& conditions) {
  std::erase_if(atoms, [](const Atom* atom) { return atom->words.empty(); });
  // How common words are in rules stands for how common they are in articles.
  std::ranges::stable_sort(atoms, {}, [&](const Atom* atom) {
    std::size_t uses = 0;
    for (const Symbol word : atom->words) uses += conditions.uses[static_cast<std::size_t>(word)];
    return uses;
  });
  IndexedRow row = {ref};
  for (std::size_t i = 0; i < std::min(atoms.size(), row.needs.size()); ++i) {
    const auto next = static_cast<std::uint32_t>(conditions.numbers.size()) + kNoCondition + 1;
    row.needs[i] = conditions.numbers.try_emplace(atoms[i]->words, next).first->second;
  }
  return row;
}

// What comes to a list twice, one behind the other, stands there once.
template <class Item>
RuleIndex::Table<Item> RuleIndex::lay_out(std::vector<Entry<Item>> entries) {
  std::ranges::stable_sort(entries, {}, &Entry<Item>::list);
  const auto again = [](const Entry<Item>& one, const Entry<Item>& next) {
    return one.list == next.list && is_same(one.item, next.item);
  };
  entries.erase(std::unique(entries.begin(), entries.end(), again), entries.end());
  Table<Item> table;
  table.starts.assign(entries.empty() ? 1 : entries.back().list + 2, 0);
  for (const Entry<Item>& entry : entries) ++table.starts[entry.list + 1];
  std::partial_sum(table.starts.begin(), table.starts.end(), table.starts.begin());
  table.items.reserve(entries.size());
  for (const Entry<Item>& entry : entries) table.items.push_back(entry.item);
  return table;
}

}  // namespace testudo::pack
