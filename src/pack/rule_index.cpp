#include "pack/rule_index.h"

namespace testudo::pack {

RuleIndex::RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology) {
  add_rows(rules, ontology, false);
  add_rows(rules, ontology, true);
}

void RuleIndex::add_rows(const std::vector<Rule>& rules, const Ontology& ontology,
                         bool situations) {
  std::vector<std::vector<RowRef>> words;
  std::vector<std::vector<RowRef>> classes(ontology.class_count());
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].rows.size(); ++i) {
      if (rules[r].rows[i].uses_situations != situations) continue;
      const Atom& anchor = rules[r].rows[i].atoms[rules[r].rows[i].anchor];
      for (const Symbol word : anchor.words) {
        const auto at = static_cast<std::size_t>(word);
        if (words.size() <= at) words.resize(at + 1);
        words[at].push_back({r, i});
      }
      if (anchor.kind != PatternKind::Slot) continue;
      for (std::size_t c = 0; c < classes.size(); ++c) {
        if (ontology.is_a(static_cast<ClassId>(c), anchor.slot_class)) classes[c].push_back({r, i});
      }
    }
  }
  words_[situations ? 1 : 0] = lay_out(words);
  classes_[situations ? 1 : 0] = lay_out(classes);
}

RuleIndex::Table RuleIndex::lay_out(const std::vector<std::vector<RowRef>>& lists) {
  Table table;
  table.starts.reserve(lists.size() + 1);
  for (const std::vector<RowRef>& list : lists) {
    table.starts.push_back(static_cast<std::uint32_t>(table.refs.size()));
    table.refs.insert(table.refs.end(), list.begin(), list.end());
  }
  table.starts.push_back(static_cast<std::uint32_t>(table.refs.size()));
  return table;
}

}  // namespace testudo::pack
