// From the conditions of a pattern, read as a simple active sentence, to a clause row: its verb,
// subject, objects, prepositional phrases, and infinitives or gerunds that hang on it.
//   ClauseCompiler(ontology, vocabulary).compile(atoms)
// The verb is the first word that can only be one, behind the subject if that is a slot; before it
// stands the subject, behind it objects and prepositional phrases; a slot before a slot is the
// indirect object; "to" with a verb, a preposition with a word in -ing, and "that" open another
// step. Modals before a verb are conditions on it; a slot right behind them is what the clause
// says. Used while a pack is loaded. Linear in the row.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "english/vocabulary.h"
#include "pack/rule.h"

namespace testudo::pack {

class ClauseCompiler {
 public:
  ClauseCompiler(const Ontology& ontology, english::Vocabulary& vocabulary)
      : ontology_(&ontology), vocabulary_(&vocabulary) {}

  // Errors: no verb; punctuation or a hyphen; 's behind something else than a slot; a preposition
  // without anything before another one that has. The place's column is that of the item in the
  // pattern.
  Result<ClauseRow> compile(const std::vector<Atom>& atoms);

 private:
  bool all_words(const Atom& atom, bool (*test)(std::string_view)) const;
  bool is_preposition(const Atom& atom) const;
  bool is_modal(const Atom& atom) const;
  std::size_t find_verb(std::span<const Atom> atoms) const;
  Result<std::size_t> read_step(const std::vector<Atom>& atoms, std::size_t begin,
                                ClauseStep& step);
  bool opens_object(const std::vector<Atom>& atoms, std::size_t at) const;
  StepLink link_of(const Atom& opener) const;
  bool is_any_clause(const std::vector<Atom>& atoms, std::size_t begin) const;
  bool opens_step(const std::vector<Atom>& atoms, std::size_t at) const;
  Result<void> add_parts(const std::vector<Atom>& atoms, std::size_t begin, std::size_t end,
                         bool before_verb, ClauseStep& step);
  void add_nouns(ClauseRow& row);
  Atom as_verb(Atom atom);

  const Ontology* ontology_;
  english::Vocabulary* vocabulary_;
};

}  // namespace testudo::pack
