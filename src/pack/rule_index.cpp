#include "pack/rule_index.h"

namespace testudo::pack {

namespace {

void add(std::vector<std::vector<RowRef>>& lists, Symbol word, RowRef ref) {
  const auto at = static_cast<std::size_t>(word);
  if (lists.size() <= at) lists.resize(at + 1);
  if (lists[at].empty() || lists[at].back() != ref) lists[at].push_back(ref);
}

}  // namespace

RuleIndex::RuleIndex(const std::vector<Rule>& rules, const Ontology& ontology) {
  for (const bool situations : {false, true}) {
    add_rows(rules, ontology, situations);
    add_clauses(rules, situations);
  }
}

void RuleIndex::add_clauses(const std::vector<Rule>& rules, bool situations) {
  std::vector<std::vector<RowRef>> verbs;
  std::vector<std::vector<RowRef>> nouns;
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].clauses.size(); ++i) {
      const ClauseRow& row = rules[r].clauses[i];
      if (row.uses_situations != situations) continue;
      for (const Symbol verb : row.steps.front().verb.words) add(verbs, verb, {r, i});
      if ((rules[r].forms & bit(ClauseForm::Nominal)) == 0) continue;
      for (const Symbol noun : row.nouns) add(nouns, noun, {r, i});
      for (const Symbol noun : rules[r].nouns) add(nouns, noun, {r, i});
    }
  }
  verbs_[situations ? 1 : 0] = lay_out(verbs);
  nouns_[situations ? 1 : 0] = lay_out(nouns);
}

void RuleIndex::add_rows(const std::vector<Rule>& rules, const Ontology& ontology,
                         bool situations) {
  std::vector<std::vector<RowRef>> words;
  std::vector<std::vector<RowRef>> classes(ontology.class_count());
  for (RuleId r = 0; r < rules.size(); ++r) {
    for (std::uint32_t i = 0; i < rules[r].rows.size(); ++i) {
      if (rules[r].rows[i].uses_situations != situations) continue;
      const Atom& anchor = rules[r].rows[i].atoms[rules[r].rows[i].anchor];
      for (const Symbol word : anchor.words) add(words, word, {r, i});
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
