#include "pack/pattern_compiler.h"

#include <algorithm>
#include <limits>

#include "base/suggest.h"
#include "pack/clause_compiler.h"

namespace testudo::pack {

std::vector<std::string_view> Tokenizer::tokens(std::string_view text) const {
  thread_local std::vector<text::Token> found;
  found.clear();
  segmenter_->tokenize(text, found);
  std::vector<std::string_view> out;
  out.reserve(found.size());
  for (const text::Token& token : found)
    out.push_back(text.substr(token.begin, token.end - token.begin));
  return out;
}

Place place_in_pattern(const Place& literal, std::uint32_t column) {
  Place place = literal;
  // The literal's place is its opening quote, so the pattern's first letter stands one column
  // behind it.
  if (place.column > 0) place.column += column;
  return place;
}

void PatternCompiler::fail(const PatternNode& node, std::string message, std::string suggestion) {
  failed_ = true;
  problems_->error(place_in_pattern(place_, node.column), rule_->name + ": " + std::move(message),
                   std::move(suggestion));
}

Atom PatternCompiler::slot(const PatternNode& node) {
  Atom atom;
  atom.kind = PatternKind::Slot;
  atom.column = node.column;
  const auto known = std::ranges::find(rule_->slots, node.text);
  atom.slot = static_cast<std::uint32_t>(known - rule_->slots.begin());
  if (known == rule_->slots.end()) rule_->slots.push_back(node.text);
  if (!node.class_name.empty()) {
    if (const auto found = class_by_name_(node.class_name)) {
      atom.slot_class = *found;
    } else {
      fail(node, "unknown class " + node.class_name,
           did_you_mean(node.class_name, ontology_.class_names()));
    }
  }
  return atom;
}

// A braced list would copy the row.
PatternCompiler::Rows PatternCompiler::one_row(std::vector<Atom> row) {
  Rows rows;
  rows.push_back(std::move(row));
  return rows;
}

PatternCompiler::Rows PatternCompiler::words_of(std::string_view text, bool exact,
                                                std::uint32_t column) {
  std::vector<Atom> row;
  for (const std::string_view token : tokenizer_.tokens(text)) {
    Atom atom;
    atom.column = column;
    if (token == "-" && !exact) {
      atom.kind = PatternKind::Hyphen;
    } else {
      atom.kind = exact ? PatternKind::Quoted : PatternKind::Word;
      atom.words.push_back(vocabulary_.add(english::to_lower(token)));
      if (exact) atom.exact = token;
    }
    row.push_back(std::move(atom));
  }
  return one_row(std::move(row));
}

// Alternatives that are one word each become one condition; the others stay rows of their own.
PatternCompiler::Rows PatternCompiler::expand_choice(Rows alternatives) {
  Rows out;
  std::size_t merged = std::numeric_limits<std::size_t>::max();
  for (std::vector<Atom>& row : alternatives) {
    const bool one_word = row.size() == 1 && row.front().kind == PatternKind::Word;
    if (!one_word) {
      out.push_back(std::move(row));
    } else if (merged == std::numeric_limits<std::size_t>::max()) {
      merged = out.size();
      out.push_back(std::move(row));
    } else {
      std::vector<Symbol>& words = out[merged].front().words;
      words.insert(words.end(), row.front().words.begin(), row.front().words.end());
    }
  }
  for (std::vector<Atom>& row : out) {
    for (Atom& atom : row) {
      std::ranges::sort(atom.words);
      atom.words.erase(std::unique(atom.words.begin(), atom.words.end()), atom.words.end());
    }
  }
  return out;
}

// Every row goes on with every tail, in the order of the rows.
void PatternCompiler::append(Rows& rows, const Rows& tails) {
  if (tails.size() == 1) {
    for (std::vector<Atom>& row : rows)
      row.insert(row.end(), tails.front().begin(), tails.front().end());
    return;
  }
  Rows longer;
  longer.reserve(rows.size() * tails.size());
  for (const std::vector<Atom>& head : rows) {
    for (const std::vector<Atom>& tail : tails) {
      std::vector<Atom>& row = longer.emplace_back();
      row.reserve(head.size() + tail.size());
      row.insert(row.end(), head.begin(), head.end());
      row.insert(row.end(), tail.begin(), tail.end());
    }
  }
  rows = std::move(longer);
}

PatternCompiler::Rows PatternCompiler::expand_sequence(const PatternNode& node) {
  Rows rows = one_row({});
  for (const PatternNode& part : node.parts) {
    Rows next = expand(part);
    if (rows.size() * next.size() > kMaxRows) {
      if (!failed_) {
        fail(part, "the pattern has more than " + std::to_string(kMaxRows) +
                       " readings; make it two patterns");
      }
      return rows;
    }
    if (&part == &node.parts.front()) {
      rows = std::move(next);
    } else {
      append(rows, next);
    }
  }
  return rows;
}

PatternCompiler::Rows PatternCompiler::expand(const PatternNode& node) {
  switch (node.kind) {
    case PatternKind::Sequence:
      return expand_sequence(node);
    case PatternKind::Choice: {
      Rows alternatives;
      for (const PatternNode& part : node.parts) {
        Rows rows = expand(part);
        std::ranges::move(rows, std::back_inserter(alternatives));
      }
      return expand_choice(std::move(alternatives));
    }
    case PatternKind::Optional: {
      Rows rows = expand_sequence(node);
      rows.emplace_back();  // left out
      return rows;
    }
    case PatternKind::Word:
      return words_of(node.text, false, node.column);
    case PatternKind::Quoted:
      return words_of(node.text, true, node.column);
    case PatternKind::List: {
      const WordLists::Words* found = lists_.find(node.text);
      if (found == nullptr) {
        fail(node, "unknown word list <" + node.text + ">",
             did_you_mean(node.text, lists_.names()));
        return {{}};
      }
      Rows alternatives;
      for (const std::string& word : *found) {
        Rows rows = words_of(word, false, node.column);
        std::ranges::move(rows, std::back_inserter(alternatives));
      }
      return expand_choice(std::move(alternatives));
    }
    case PatternKind::Slot:
      return one_row({slot(node)});
    case PatternKind::Possessive:
    case PatternKind::Hyphen: {
      Atom atom;
      atom.kind = node.kind;
      atom.column = node.column;
      return one_row({atom});
    }
  }
  return {{}};
}

namespace {

// Whether a word belongs to a closed class by its likeliest tag: prepositions, determiners,
// pronouns, conjunctions, modals.
bool is_function_word(std::string_view word) {
  using english::Tag;
  const english::WordTable& table = english::WordTable::builtin();
  const english::WordId id = table.find(word);
  if (id == english::WordId::None || table.tags(id).empty()) return false;
  switch (table.tags(id).front().tag) {
    case Tag::CC:
    case Tag::DT:
    case Tag::EX:
    case Tag::IN:
    case Tag::MD:
    case Tag::PDT:
    case Tag::POS:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::RP:
    case Tag::TO:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB:
      return true;
    default:
      return word == "be" || word == "have" || word == "do" || word == "of";
  }
}

std::uint32_t last_slot(const std::vector<Atom>& atoms) {
  for (auto i = static_cast<std::uint32_t>(atoms.size()); i-- > 0;) {
    if (atoms[i].kind == PatternKind::Slot) return i;
  }
  return 0;
}

}  // namespace

// How often a condition's words stand in running text, as a rough share of all words: function
// words are common, content words rare, and the shorter the commoner (Zipf's law of abbreviation,
// 1935).
double PatternCompiler::frequency(const Atom& atom) const {
  if (atom.kind != PatternKind::Word && atom.kind != PatternKind::Quoted) return 1e9;
  double sum = 0;
  for (const Symbol word : atom.words) {
    const std::string_view text = vocabulary_.text(word);
    const double share = is_function_word(text) || text.size() < 2 ? 1e-2 : 1e-4;
    sum += share / static_cast<double>(std::max<std::size_t>(1, text.size()));
  }
  return sum;
}

bool PatternCompiler::has_content_word(const Atom& atom) const {
  return (atom.kind == PatternKind::Word || atom.kind == PatternKind::Quoted) &&
         std::ranges::any_of(atom.words, [&](Symbol word) {
           return !is_function_word(vocabulary_.text(word)) && vocabulary_.text(word) != ",";
         });
}

std::uint32_t PatternCompiler::pick_anchor(const std::vector<Atom>& atoms) const {
  std::uint32_t best = english::kNone;
  double rarest = 1e9;
  for (std::uint32_t i = 0; i < atoms.size(); ++i) {
    const double f = frequency(atoms[i]);
    if (f < rarest) {
      rarest = f;
      best = i;
    }
  }
  if (best != english::kNone) return best;
  // Without a word, the slot of the class with the fewest entities, but some.
  std::uint32_t fewest = english::kNone;
  for (std::uint32_t i = 0; i < atoms.size(); ++i) {
    const ClassId c = atoms[i].slot_class;
    if (atoms[i].kind != PatternKind::Slot || c == ClassId::None) continue;
    if (ontology_.situation != ClassId::None && ontology_.is_a(c, ontology_.situation)) continue;
    const std::uint32_t count = count_entities(c) - 1;  // none: more than any
    if (best != english::kNone && count >= fewest) continue;
    fewest = count;
    best = i;
  }
  return best;
}

// Of a class or its subclasses.
std::uint32_t PatternCompiler::count_entities(ClassId c) const {
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < entities_.size(); ++i) {
    if (ontology_.is_a(static_cast<ClassId>(i), c)) count += entities_[i];
  }
  return count;
}

void PatternCompiler::add_phrase_row(std::vector<Atom> atoms, std::uint32_t pattern) {
  AtomRow row;
  row.anchor = pick_anchor(atoms);
  row.pattern = pattern;
  if (row.anchor == english::kNone) {
    return fail(rule_->patterns[pattern].tree,
                "the pattern has no word and no slot of a class to start from");
  }
  const auto content =
      std::ranges::find_if(atoms, [&](const Atom& a) { return has_content_word(a); });
  row.key = content == atoms.end() ? last_slot(atoms)
                                   : static_cast<std::uint32_t>(content - atoms.begin());
  row.uses_situations = std::ranges::any_of(atoms, [&](const Atom& atom) {
    return atom.kind == PatternKind::Slot && atom.slot_class != ClassId::None &&
           ontology_.situation != ClassId::None &&
           ontology_.is_a(atom.slot_class, ontology_.situation);
  });
  row.atoms = std::move(atoms);
  if (std::ranges::find(rule_->rows, row.atoms, &AtomRow::atoms) == rule_->rows.end())
    rule_->rows.push_back(std::move(row));
}

void PatternCompiler::add_clause_row(const std::vector<Atom>& atoms, std::uint32_t pattern) {
  Result<ClauseRow> row = ClauseCompiler(ontology_, vocabulary_).compile(atoms);
  if (!row.ok()) {
    PatternNode at = rule_->patterns[pattern].tree;
    at.column = row.error().place.column;
    return fail(at, row.error().message);
  }
  row->pattern = pattern;
  if (std::ranges::find(rule_->clauses, *row) == rule_->clauses.end())
    rule_->clauses.push_back(*std::move(row));
}

void PatternCompiler::compile(std::uint32_t pattern, Rule& rule, Diagnostics& problems) {
  rule_ = &rule;
  problems_ = &problems;
  place_ = rule.patterns[pattern].place;
  failed_ = false;
  Rows rows = expand(rule.patterns[pattern].tree);
  for (std::vector<Atom>& atoms : rows) {
    if (failed_) return;  // told once
    if (atoms.empty()) {
      fail(rule.patterns[pattern].tree, "the pattern can match nothing at all");
    } else if (rule.patterns[pattern].form == PatternForm::Clause) {
      add_clause_row(atoms, pattern);
    } else {
      add_phrase_row(std::move(atoms), pattern);
    }
  }
}

}  // namespace testudo::pack
