#include "extract/miss_words.h"

#include <array>

#include "extract/examples.h"
#include "extract/fillers.h"

namespace testudo::extract {

using english::Analysis;
using pack::Atom;
using pack::ClassId;
using pack::ClausePart;
using pack::Pack;
using pack::PartKind;
using pack::PatternKind;

namespace {

constexpr std::size_t kMaxAlternatives = 6;  // words of one condition that are told

// What a rule's forms are called, by ClauseForm.
constexpr std::array<std::string_view, 7> kForms = {
    "active main clauses", "the passive", "relative clauses", "infinitives", "gerunds",
    "participles",         "nouns"};

std::string in_quotes(const std::string& word) { return "'" + word + "'"; }

std::string class_name(const Pack& pack, ClassId c) { return pack.ontology().info(c).name; }

bool is_situation(const Pack& pack, ClassId c) {
  return c != ClassId::None && pack.ontology().situation != ClassId::None &&
         pack.ontology().is_a(c, pack.ontology().situation);
}

// A slot as the pattern writes it: "{object:ir:Agreement}".
std::string slot(const Pack& pack, const pack::Rule& rule, std::uint32_t index, ClassId c) {
  return "{" + rule.slots[index] + (c == ClassId::None ? "" : ":" + class_name(pack, c)) + "}";
}

// What stands there, and that it is not what a slot wants.
std::string unfit(const Pack& pack, ClassId wanted, const std::string& what) {
  if (wanted == ClassId::None)
    return what + " names nothing: a pronoun that stays open, a time or a bare number";
  if (is_situation(pack, wanted))
    return what + " is no " + class_name(pack, wanted) + " that a rule has read";
  return what + " is no " + class_name(pack, wanted);
}

std::string sequence(const Pack& pack, const std::vector<Atom>& atoms) {
  std::string out;
  for (const Atom& atom : atoms) {
    if (!out.empty()) out += ' ';
    out += alternatives(words_of(pack, atom));
  }
  return out;
}

// "the object", "the phrase with 'from'".
std::string part_name(const Pack& pack, const ClausePart& part) {
  switch (part.kind) {
    case PartKind::Subject:
      return "subject";
    case PartKind::IndirectObject:
      return "indirect object";
    case PartKind::Oblique:
      return "phrase with " + sequence(pack, part.preposition);
    case PartKind::Content:
      return "content";
    default:
      return "object";
  }
}

std::string not_read_in(const pack::Rule& rule, const english::Clause& clause) {
  const unsigned lacking = forms_of(clause) & ~static_cast<unsigned>(rule.forms);
  std::string names;
  for (std::size_t form = 0; form < kForms.size(); ++form) {
    if ((lacking >> form & 1U) == 0) continue;
    names += (names.empty() ? "" : " and ") + std::string(kForms[form]);
  }
  return "the rule is not read in " + names + " (t:forms)";
}

std::string next_verb_lacks(const Pack& pack, const std::string& verb,
                            const pack::ClauseStep& step) {
  std::string out = "no " + sequence(pack, step.opener);
  if (!step.modal.words.empty()) out += " with " + alternatives(words_of(pack, step.modal));
  if (!step.verb.words.empty()) out += " with the verb " + alternatives(words_of(pack, step.verb));
  return out + " hangs on " + verb;
}

// Of a part that is a slot and that something else stands for.
std::string unfit_part(const Pack& pack, const Analysis& analysis, const ClausePart& part,
                       english::TokenSpan words) {
  if (part.kind == PartKind::Oblique)
    return unfit(pack, part.slot_class, "what " + quoted(analysis, words) + " names");
  if (part.kind == PartKind::Content)
    return unfit(pack, part.slot_class, "what " + quoted(analysis, words) + " says");
  return unfit(pack, part.slot_class,
               "the " + part_name(pack, part) + " " + quoted(analysis, words));
}

}  // namespace

std::string quoted(const Analysis& analysis, english::TokenSpan span) {
  return in_quotes(folded_words(analysis, span));
}

std::vector<std::string> words_of(const Pack& pack, const Atom& atom) {
  switch (atom.kind) {
    case PatternKind::Quoted:
      return {atom.exact};
    case PatternKind::Possessive:
      return {"'s"};
    case PatternKind::Hyphen:
      return {"-"};
    default:
      break;
  }
  std::vector<std::string> words;
  for (const Symbol word : atom.words) words.emplace_back(pack.vocabulary().text(word));
  return words;
}

std::string alternatives(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == kMaxAlternatives) return out + ", …";
    const bool last = i + 1 == words.size();
    if (i > 0) out += last ? " or " : ", ";
    out += in_quotes(words[i]);
  }
  return out;
}

std::string in_words(const Pack& pack, const Analysis& analysis, const Miss& miss) {
  const pack::Rule& rule = pack.rules()[miss.row.rule];
  const pack::ClauseRow& row = rule.clauses[miss.row.row];
  const english::Clause& clause = clause_of(analysis, miss.clause);
  const pack::ClauseStep& step = row.steps[miss.step];
  const ClausePart no_part;
  const ClausePart& part = miss.part < step.parts.size() ? step.parts[miss.part] : no_part;
  const std::string verb = quoted(analysis, {clause.predicate, clause.predicate + 1});
  switch (miss.reason) {
    case MissReason::Form:
      return not_read_in(rule, clause);
    case MissReason::Particle:
      return "with " + quoted(analysis, miss.words) + ", " + verb + " is another verb";
    case MissReason::NoSubject:
    case MissReason::NoObject:
      return verb + " has no " + part_name(pack, part);
    case MissReason::Unfit:
      return unfit_part(pack, analysis, part, miss.words);
    case MissReason::Owner:
      return quoted(analysis, miss.words) + " does not belong to a " +
             slot(pack, rule, part.owner, part.owner_class);
    case MissReason::Words:
      if (!part.preposition.empty())
        return "no " + sequence(pack, part.preposition) + " " + sequence(pack, part.words) +
               " goes with " + verb;
      return "no " + sequence(pack, part.words) + " goes with " + verb;
    case MissReason::NoInfinitive:
      return next_verb_lacks(pack, miss.step < 2 ? verb : "the verb before it", step);
    case MissReason::Modal:
      return verb + " stands without " + alternatives(words_of(pack, step.modal));
    case MissReason::Negation:
      return verb + " is not denied, as the pattern's \"not\" wants it";
    case MissReason::NothingFilled:
      return "nothing that goes with " + verb + " fills a slot";
    case MissReason::Exhaustive:
      return quoted(analysis, miss.words) + " goes with " + verb +
             ", too, and the rule is t:exhaustive";
    case MissReason::None:
      break;
  }
  return "too many ways to read it were tried";
}

std::string in_words(const Pack& pack, const Analysis& analysis, const PhraseMiss& miss) {
  const pack::Rule& rule = pack.rules()[miss.row.rule];
  const Atom& atom = rule.rows[miss.row.row].atoms[miss.atom];
  const bool is_slot = atom.kind == PatternKind::Slot;
  const std::string wanted =
      is_slot ? slot(pack, rule, atom.slot, atom.slot_class) : alternatives(words_of(pack, atom));
  if (!miss.anchored) {
    return is_slot ? "the sentence names no " + class_name(pack, atom.slot_class)
                   : "the word " + wanted + " is not in the sentence";
  }
  if (miss.words.empty()) {
    return wanted + " is missing at the sentence's " + (miss.to_the_right ? "end" : "begin");
  }
  const std::string there = quoted(analysis, miss.words);
  const std::uint32_t beside = miss.to_the_right ? miss.at - 1 : miss.at;
  const std::string place =
      (miss.to_the_right ? "behind " : "before ") + quoted(analysis, {beside, beside + 1});
  if (!is_slot) return place + " stands " + there + ", not " + wanted;
  const bool owner = miss.to_the_right && miss.words.end < analysis.words.size() &&
                     analysis.tag(miss.words.end) == english::Tag::POS;
  if (owner) return there + ", " + place + ", only owns what follows";
  return unfit(pack, atom.slot_class, there + ", " + place + ",");
}

}  // namespace testudo::extract
