// Which rows of which rules can match at all, given a word or a named entity: rules that do not
// apply cost nothing.
//   for (const RowRef& ref : index.by_word(symbol)) …
// Built once, then read by any number of threads.
#pragma once

#include <span>
#include <vector>

#include "pack/ontology.h"
#include "pack/rule.h"

namespace testudo::pack {

struct RowRef {
  RuleId rule = 0;
  std::uint32_t row = 0;

  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

class RuleIndex {
 public:
  RuleIndex() = default;
  RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology);

  // The rows whose anchor is a condition on this word, as form or lemma.
  std::span<const RowRef> by_word(Symbol word) const {
    return slice(words_, static_cast<std::size_t>(word));
  }
  // The rows whose anchor is a slot that an entity of this class can fill.
  std::span<const RowRef> by_class(ClassId c) const {
    return slice(classes_, static_cast<std::size_t>(c));
  }

 private:
  // Lists laid end to end: list i is refs[starts[i], starts[i + 1]).
  struct Table {
    std::vector<std::uint32_t> starts;
    std::vector<RowRef> refs;
  };
  static Table lay_out(const std::vector<std::vector<RowRef>>& lists);
  static std::span<const RowRef> slice(const Table& table, std::size_t i) {
    if (i + 1 >= table.starts.size()) return {};
    return std::span(table.refs).subspan(table.starts[i], table.starts[i + 1] - table.starts[i]);
  }
  Table words_;
  Table classes_;
};

}  // namespace testudo::pack
