#include "pack/clause_compiler.h"

#include <algorithm>

namespace testudo::pack {
namespace {

using english::Tag;
using english::WordId;
using english::WordTable;

bool has_tag(std::string_view word, bool (*test)(Tag)) {
  const WordTable& table = WordTable::builtin();
  const WordId id = table.find(word);
  return id != WordId::None && std::ranges::any_of(table.tags(id), [&](const english::TagScore& t) {
           return test(t.tag);
         });
}

bool is_best_tag(std::string_view word, bool (*test)(Tag)) {
  const WordTable& table = WordTable::builtin();
  const WordId id = table.find(word);
  return id != WordId::None && !table.tags(id).empty() && test(table.tags(id).front().tag);
}

bool classes(std::string_view word, std::uint8_t wanted) {
  const WordTable& table = WordTable::builtin();
  const WordId id = table.find(word);
  return id != WordId::None && (table.word_classes(id) & wanted) != 0;
}

bool is_base_verb(Tag tag) { return tag == Tag::VB || tag == Tag::VBP; }

bool can_be_verb(std::string_view word) {
  // What the table does not know can be anything: reengage, weaponise.
  return WordTable::builtin().find(word) == WordId::None || word == "be" || word == "have" ||
         word == "do" || has_tag(word, is_base_verb) || classes(word, english::WordClass::kVerb);
}

bool can_be_noun(std::string_view word) { return classes(word, english::WordClass::kNoun); }

bool is_gerund(std::string_view word) {
  return word.size() > 4 && word.ends_with("ing") &&
         has_tag(word, [](Tag tag) { return tag == Tag::VBG; });
}

bool is_preposition_word(std::string_view word) {
  return is_best_tag(word, [](Tag tag) { return tag == Tag::IN || tag == Tag::TO; }) ||
         word == "out" || word == "because" || word == "ahead" || word == "off" || word == "up" ||
         word == "down" || word == "away" || word == "over";
}

bool is_modal_word(std::string_view word) {
  return word == "will" || word == "would" || word == "shall" || word == "should" ||
         word == "may" || word == "might" || word == "can" || word == "could" || word == "must" ||
         word == "ought";
}

bool is_that(std::string_view word) { return word == "that"; }

bool is_conditional(std::string_view word) { return word == "if" || word == "unless"; }

bool is_not(std::string_view word) { return word == "not"; }

bool is_particle_word(std::string_view word) {
  return has_tag(word, [](Tag tag) { return tag == Tag::RP; });
}

}  // namespace

bool ClauseCompiler::all_words(const Atom& atom, bool (*test)(std::string_view)) const {
  return atom.kind == PatternKind::Word && std::ranges::all_of(atom.words, [&](Symbol word) {
           return test(vocabulary_->text(word));
         });
}

bool ClauseCompiler::is_preposition(const Atom& atom) const {
  return all_words(atom, is_preposition_word);
}

bool ClauseCompiler::is_modal(const Atom& atom) const { return all_words(atom, is_modal_word); }

// The position of the verb, or of a modal without one; or the number of atoms.
std::size_t ClauseCompiler::find_verb(std::span<const Atom> atoms) const {
  const auto slot = std::ranges::find(atoms, PatternKind::Slot, &Atom::kind);
  const bool slot_first = slot == atoms.begin();
  std::size_t first = atoms.size();  // of all that can be one
  std::size_t second = atoms.size();
  for (std::size_t i = slot_first ? 1 : 0; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    if (all_words(atom, is_not)) continue;
    if (is_modal(atom)) {
      std::size_t next = i + 1;
      if (next < atoms.size() && all_words(atoms[next], is_not)) ++next;
      const bool verb = next < atoms.size() && all_words(atoms[next], can_be_verb) &&
                        !is_preposition(atoms[next]);
      return verb ? next : i;
    }
    if (!all_words(atom, can_be_verb) || is_preposition(atom)) continue;
    if (slot_first) return i;
    if (!all_words(atom, can_be_noun)) return i;
    if (first == atoms.size()) {
      first = i;
    } else if (second == atoms.size()) {
      second = i;
    }
  }
  return second != atoms.size() && second == first + 1 ? second : first;
}

// How a step hangs on the one before, by the word that opens it.
StepLink ClauseCompiler::link_of(const Atom& opener) const {
  if (all_words(opener, is_that)) return StepLink::That;
  return all_words(opener, is_conditional) ? StepLink::Condition : StepLink::Infinitive;
}

// Whether from here on only a subject and what is said of it are left: "demand that | {x} {y}".
bool ClauseCompiler::is_any_clause(const std::vector<Atom>& atoms, std::size_t begin) const {
  return begin + 2 == atoms.size() && atoms[begin].kind == PatternKind::Slot &&
         atoms[begin + 1].kind == PatternKind::Slot;
}

// "to" with a verb behind it, a preposition with a gerund, or "that", "if" and "unless" with a verb
// somewhere or for any clause.
bool ClauseCompiler::opens_step(const std::vector<Atom>& atoms, std::size_t at) const {
  if (at + 1 >= atoms.size() || !is_preposition(atoms[at])) return false;
  const Atom& next = atoms[at + 1];
  if (link_of(atoms[at]) != StepLink::Infinitive) {
    return is_any_clause(atoms, at + 1) ||
           find_verb(std::span(atoms).subspan(at + 1)) < atoms.size() - at - 1;
  }
  const auto is_to = [](std::string_view word) { return word == "to"; };
  if (!all_words(atoms[at], is_to)) return all_words(next, is_gerund);
  if (!all_words(next, can_be_verb)) return false;
  // "to share power", "to fight {x}", but "to peace".
  const bool surely = std::ranges::any_of(
      next.words, [&](Symbol word) { return is_best_tag(vocabulary_->text(word), is_base_verb); });
  if (surely || at + 2 >= atoms.size()) return surely;
  const Atom& behind = atoms[at + 2];
  return behind.kind == PatternKind::Slot ||
         (behind.kind == PatternKind::Word && !is_preposition(behind));
}

Atom ClauseCompiler::as_verb(Atom atom) {
  const WordTable& table = WordTable::builtin();
  for (Symbol& word : atom.words) {
    const WordId id = table.find(vocabulary_->text(word));
    if (id == WordId::None || !is_gerund(vocabulary_->text(word))) continue;
    word = vocabulary_->add(table.form(table.lemma(id, Tag::VBG)));
  }
  std::ranges::sort(atom.words);
  return atom;
}

// Whether an object follows a slot that is then the indirect one: another slot, or a noun that is
// no adjective or adverb ("give {x} a chance", but "declare {x} void").
bool ClauseCompiler::opens_object(const std::vector<Atom>& atoms, std::size_t at) const {
  if (atoms[at].kind == PatternKind::Slot) return true;
  return all_words(atoms[at], [](std::string_view word) {
    return is_best_tag(word, [](Tag tag) { return tag == Tag::NN || tag == Tag::NNS; });
  });
}

Result<void> ClauseCompiler::add_parts(const std::vector<Atom>& atoms, std::size_t begin,
                                       std::size_t end, bool before_verb, ClauseStep& step) {
  bool has_object = false;
  for (std::size_t i = begin; i < end;) {
    ClausePart part;
    part.column = atoms[i].column;
    while (i < end && is_preposition(atoms[i])) part.preposition.push_back(atoms[i++]);
    if (i + 2 < end && atoms[i].kind == PatternKind::Slot &&
        atoms[i + 1].kind == PatternKind::Possessive) {
      part.owned = true;
      part.owner = atoms[i].slot;
      part.owner_class = atoms[i].slot_class;
      i += 2;
    }
    if (i < end && atoms[i].kind == PatternKind::Slot) {
      part.slot = atoms[i].slot;
      part.slot_class = atoms[i].slot_class;
      part.column = atoms[i].column;
      ++i;
    } else {
      while (i < end && !is_preposition(atoms[i]) && atoms[i].kind != PatternKind::Slot) {
        if (atoms[i].kind != PatternKind::Word && atoms[i].kind != PatternKind::Quoted) {
          return Error{
              "a clause pattern holds words, slots, and 's behind a slot; write a t:phrase "
              "for hyphens and commas",
              Place::at("", 1, atoms[i].column)};
        }
        part.words.push_back(atoms[i++]);
      }
      if (part.words.empty()) {  // a particle, or a preposition with nothing behind it
        part.words = std::move(part.preposition);
        part.preposition.clear();
        part.kind = PartKind::Words;
        step.parts.push_back(std::move(part));
        continue;
      }
    }
    if (!part.preposition.empty()) {
      part.kind = PartKind::Oblique;
      part.before_verb = before_verb;
    } else if (before_verb) {
      part.kind = PartKind::Subject;
    } else if (part.is_slot() && i < end && !has_object && opens_object(atoms, i)) {
      part.kind = PartKind::IndirectObject;
    } else {
      part.kind = has_object ? PartKind::Words : PartKind::Object;
      if (has_object && part.is_slot()) {
        return Error{"more than two objects", Place::at("", 1, part.column)};
      }
      has_object = true;
    }
    step.parts.push_back(std::move(part));
  }
  return {};
}

// The nouns that WordNet derives from the first verb, where a noun can say what the pattern says:
// one verb with no particle of its own.
void ClauseCompiler::add_nouns(ClauseRow& row) {
  if (row.steps.size() > 1 || !row.steps.front().modal.words.empty()) return;
  for (const ClausePart& part : row.steps.front().parts) {
    if (part.kind == PartKind::Words) return;
    if (part.kind == PartKind::Oblique && part.preposition.size() > 1 &&
        all_words(part.preposition.front(), is_particle_word)) {
      return;
    }
  }
  const WordTable& table = WordTable::builtin();
  for (const Symbol verb : row.steps.front().verb.words) {
    const std::string_view text = vocabulary_->text(verb);
    if (text == "be" || text == "have" || text == "do") continue;
    const WordId id = table.find(text);
    if (id == WordId::None) continue;
    for (const WordId noun : table.nouns_of(id))
      row.nouns.push_back(vocabulary_->add(table.form(noun)));
  }
  std::ranges::sort(row.nouns);
  row.nouns.erase(std::unique(row.nouns.begin(), row.nouns.end()), row.nouns.end());
}

// A step from its opener on, or from the start: subject, modal, verb and parts. Gives where the
// next one begins.
Result<std::size_t> ClauseCompiler::read_step(const std::vector<Atom>& atoms, std::size_t begin,
                                              ClauseStep& step) {
  std::size_t subject = begin;
  if (begin > 0) {
    step.link = link_of(atoms[begin]);
    step.opener.push_back(atoms[subject++]);
  }
  const bool clause = step.link != StepLink::Infinitive;
  if (clause && is_any_clause(atoms, subject)) {
    step.verb.kind = PatternKind::Word;
    if (Result<void> r = add_parts(atoms, subject, subject + 1, true, step); !r.ok())
      return r.error();
    if (Result<void> r = add_parts(atoms, subject + 1, atoms.size(), false, step); !r.ok())
      return r.error();
    step.parts.back().kind = PartKind::Content;
    return atoms.size();
  }
  const std::size_t found = begin == 0 || clause ? find_verb(std::span(atoms).subspan(subject)) : 0;
  const std::size_t verb = subject + found;
  if (verb == atoms.size()) {
    return Error{"no verb in the clause pattern; write a t:phrase for words without one",
                 Place::at("", 1, 1)};
  }
  std::size_t subject_end = verb;
  const bool any_verb = is_modal(atoms[verb]);
  if (any_verb) {
    step.modal = atoms[verb];
    step.verb.kind = PatternKind::Word;
  } else {
    step.verb = as_verb(atoms[verb]);
    if (subject_end > subject && all_words(atoms[subject_end - 1], is_not)) {
      step.negated = true;
      --subject_end;
    }
    if (subject_end > subject && is_modal(atoms[subject_end - 1]))
      step.modal = atoms[--subject_end];
  }
  if (Result<void> r = add_parts(atoms, subject, subject_end, true, step); !r.ok())
    return r.error();
  std::size_t end = verb + 1;
  while (end < atoms.size() && !opens_step(atoms, end)) ++end;
  const std::size_t before = step.parts.size();
  if (Result<void> r = add_parts(atoms, verb + 1, end, false, step); !r.ok()) return r.error();
  if (any_verb) {
    if (step.parts.size() != before + 1 || !step.parts.back().is_slot() ||
        step.parts.back().kind != PartKind::Object) {
      return Error{"behind a modal stands a verb, or one slot for what is said",
                   Place::at("", 1, atoms[verb].column)};
    }
    step.parts.back().kind = PartKind::Content;
  }
  return end;
}

Result<ClauseRow> ClauseCompiler::compile(const std::vector<Atom>& atoms) {
  ClauseRow row;
  for (std::size_t begin = 0; begin < atoms.size();) {
    ClauseStep step;
    const Result<std::size_t> end = read_step(atoms, begin, step);
    if (!end.ok()) return end.error();
    row.steps.push_back(std::move(step));
    if (row.steps.size() > kMaxClauseSteps) {
      return Error{"more than " + std::to_string(kMaxClauseSteps) + " verbs in a row",
                   Place::at("", 1, atoms[begin].column)};
    }
    begin = *end;
  }
  if (row.steps.empty() || row.steps.front().verb.words.empty()) {
    return Error{"the first verb of a clause pattern must be written",
                 Place::at("", 1, atoms.empty() ? 1 : atoms.front().column)};
  }
  for (const ClauseStep& step : row.steps) {
    row.conditions += (step.verb.words.empty() ? 0U : 1U) + (step.modal.words.empty() ? 0U : 1U) +
                      (step.negated ? 1U : 0U) + static_cast<std::uint32_t>(step.opener.size());
    for (const ClausePart& part : step.parts) {
      row.conditions += static_cast<std::uint32_t>(part.preposition.size() + part.words.size()) +
                        (part.is_slot() ? 1U : 0U) + (part.owned ? 1U : 0U);
      row.uses_situations |= part.is_slot() && part.slot_class != ClassId::None &&
                             ontology_->situation != ClassId::None &&
                             ontology_->is_a(part.slot_class, ontology_->situation);
    }
  }
  add_nouns(row);
  return row;
}

}  // namespace testudo::pack
