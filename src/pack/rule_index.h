// Which rows of which rules can match at all, given a word or a named entity: rules that do not
// apply cost nothing.
//   for (const IndexedRow& row : index.by_word(symbol, false))
//     if (index.may_match(row, words_of_the_sentence)) …
// Rows that want situations run apart from the others, so each kind has its own tables.
// Built once, then read by any number of threads.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "pack/ontology.h"
#include "pack/rule.h"
#include "pack/word_filter.h"

namespace testudo::pack {

struct RowRef {
  RuleId rule = 0;
  std::uint32_t row = 0;

  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

// A row with the words that must stand in the sentence for it to match.
struct IndexedRow {
  RowRef ref;
  Symbol key = Symbol::None;  // the rarest among those without alternatives; None: there is none
  std::uint32_t needs = 0;    // where the others begin in the index's list of them
};

class RuleIndex {
 public:
  RuleIndex() = default;
  RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology);

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

  // Whether the other words that the row wants may all stand in a sentence with these words.
  // O(words of the row's conditions).
  bool may_match(const IndexedRow& row, const WordFilter& sentence) const {
    if (row.key != Symbol::None && !sentence.may_hold(row.key)) return false;
    for (const Symbol* at = needs_.data() + row.needs; *at != Symbol::None; ++at) {
      bool met = false;
      for (; *at != Symbol::None; ++at) met = met || sentence.may_hold(*at);
      if (!met) return false;
    }
    return true;
  }

 private:
  // Lists laid end to end: list i is refs[starts[i], starts[i + 1]).
  struct Table {
    std::vector<std::uint32_t> starts;
    std::vector<IndexedRow> refs;
  };
  // A row for the list of that number.
  struct Entry {
    std::uint32_t list = 0;
    IndexedRow row;
  };
  void count_uses(const std::vector<Rule>& rules);
  void add_rows(const std::vector<Rule>& rules, const Ontology& ontology, bool situations);
  void add_clauses(const std::vector<Rule>& rules, bool situations);
  IndexedRow with_needs(RowRef ref, std::vector<const Atom*> conditions);
  static Table lay_out(std::vector<Entry> entries);
  static std::span<const IndexedRow> slice(const Table& table, std::size_t i) {
    if (i + 1 >= table.starts.size()) return {};
    return std::span(table.refs).subspan(table.starts[i], table.starts[i + 1] - table.starts[i]);
  }
  // By whether the rows use situations.
  std::array<Table, 2> words_;
  std::array<Table, 2> classes_;
  std::array<Table, 2> verbs_;
  std::array<Table, 2> nouns_;
  // For each condition of a row its words and None; None behind a row's last.
  std::vector<Symbol> needs_;
  std::vector<std::uint32_t> uses_;  // by symbol, while the index is built: in how many conditions
};

}  // namespace testudo::pack
