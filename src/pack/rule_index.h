// Which rows of which rules can match at all, given a word or a named entity: rules that do not
// apply cost nothing.
//   ConditionSet met(index.condition_count());
//   for (Symbol word : words_of_the_sentence) index.meet(word, met);
//   for (const IndexedRow& row : index.by_word(symbol, false))
//     if (index.may_match(row, met)) …
// Rows that want situations run apart from the others, so each kind has its own tables.
// Built once, then read by any number of threads.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <vector>

#include "pack/condition_set.h"
#include "pack/ontology.h"
#include "pack/rule.h"

namespace testudo::pack {

struct RowRef {
  RuleId rule = 0;
  std::uint32_t row = 0;

  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

// A row with the conditions on words that a sentence must meet for it to match, the rarest first,
// as most rows fail at these. kNoCondition where there are fewer than the array holds; what it
// cannot hold is left to the matcher.
struct IndexedRow {
  RowRef ref;
  std::array<std::uint32_t, 6> needs = {};
};

class RuleIndex {
 public:
  RuleIndex() = default;
  RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology);

  // What the index has for a word, as bits. Most words of an article have nothing, and a byte each
  // is little enough to stay in the processor's nearest caches. O(1).
  enum Use : std::uint8_t {
    kAnchors = 1,           // by_word(word, false) is not empty
    kSituationAnchors = 2,  // by_word(word, true) is not empty
    kMeets = 4              // it meets conditions
  };
  std::uint8_t uses(Symbol word) const {
    const auto at = static_cast<std::size_t>(word);
    return at < uses_.size() ? uses_[at] : 0;
  }

  // The rows whose anchor is a condition on this word, as form or lemma; those with slots for
  // situations, or the others.
  std::span<const IndexedRow> by_word(Symbol word, bool situations) const {
    return slice(words_[situations ? 1 : 0], static_cast<std::size_t>(word));
  }
  // The rows whose anchor is a slot that an entity of this class can fill.
  std::span<const IndexedRow> by_class(ClassId c, bool situations) const {
    return slice(classes_[situations ? 1 : 0], static_cast<std::size_t>(c));
  }
  // The rows of clause patterns whose verb, or whose noun for it, this word is. The row of a RowRef
  // is an index into Rule::clauses.
  std::span<const IndexedRow> by_verb(Symbol lemma, bool situations) const {
    return slice(verbs_[situations ? 1 : 0], static_cast<std::size_t>(lemma));
  }
  std::span<const IndexedRow> by_noun(Symbol lemma, bool situations) const {
    return slice(nouns_[situations ? 1 : 0], static_cast<std::size_t>(lemma));
  }

  // The rows' rarest conditions are numbered by the words that meet them, from kNoCondition + 1 on.
  std::size_t condition_count() const { return condition_count_; }
  // Adds the conditions that a word meets, as form or lemma. O(those).
  void meet(Symbol word, ConditionSet& met) const {
    met.add(slice(conditions_, static_cast<std::size_t>(word)));
  }
  // Whether a row can match in a sentence that meets these conditions, as far as they tell. O(1).
  static bool may_match(const IndexedRow& row, const ConditionSet& met) {
    return std::ranges::all_of(row.needs,
                               [&](std::uint32_t condition) { return met.has(condition); });
  }

 private:
  // Lists laid end to end: list i is items[starts[i], starts[i + 1]).
  template <class Item>
  struct Table {
    std::vector<std::uint32_t> starts;
    std::vector<Item> items;
  };
  // An item for the list of that number.
  template <class Item>
  struct Entry {
    std::uint32_t list = 0;
    Item item;
  };
  using Rows = Table<IndexedRow>;
  using RowEntries = std::vector<Entry<IndexedRow>>;
  // What is needed while the index is built.
  struct Conditions {
    std::map<std::vector<Symbol>, std::uint32_t> numbers;  // by words
    std::vector<std::uint32_t> uses;                       // by word: in how many rules
  };

  template <class Item>
  void mark(const Table<Item>& table, Use use);
  static std::vector<std::uint32_t> count_uses(const std::vector<Rule>& rules);
  void add_rows(const std::vector<Rule>& rules, const Ontology& ontology, bool situations,
                Conditions& conditions);
  void add_clauses(const std::vector<Rule>& rules, bool situations, Conditions& conditions);
  static IndexedRow with_needs(RowRef ref, std::vector<const Atom*> atoms, Conditions& conditions);
  template <class Item>
  static Table<Item> lay_out(std::vector<Entry<Item>> entries);
  template <class Item>
  static std::span<const Item> slice(const Table<Item>& table, std::size_t i) {
    if (i + 1 >= table.starts.size()) return {};
    return std::span(table.items).subspan(table.starts[i], table.starts[i + 1] - table.starts[i]);
  }

  // By whether the rows use situations.
  std::array<Rows, 2> words_;
  std::array<Rows, 2> classes_;
  std::array<Rows, 2> verbs_;
  std::array<Rows, 2> nouns_;
  Table<std::uint32_t> conditions_;  // by word: those that it meets
  std::vector<std::uint8_t> uses_;   // by word
  std::size_t condition_count_ = 0;
};

}  // namespace testudo::pack
