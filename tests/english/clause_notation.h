// An analysis's clauses in a notation that reads like the sentence, for tables of expectations.
//   describe_clauses(analysis) ==
//     "hope(subject: Oslo)\n"
//     "sign(subject: Oslo; object: treaty; with: neighbours) infinitive of hope"
// One line a clause, in the order of their verbs: the verb's lemma with its particle, then each
// role with its heads, by role and then as they stand; an oblique's role is its preposition, and
// "when" where it has none. Behind the brackets stand "passive" (unsaid: active) and the clause's
// kind (unsaid: main) with the noun that it describes or, where there is none, the verb that it
// hangs on. Then come prepositional phrases that belong to a noun, "[talks with: Oslo]", and
// appositives,
// "[Oslo = capital]".
#pragma once

#include <cctype>
#include <string>

#include "english/analysis.h"

namespace testudo::english::testing {

inline std::string head_text(const Analysis& a, std::uint32_t phrase) {
  return std::string(a.text(a.phrases[phrase].head));
}

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

inline std::string verb_text(const Analysis& a, const Clause& clause) {
  const VerbGroup& group = a.groups[clause.group];
  std::string out(a.words[clause.predicate].lemma);
  if (group.particle != kNone) out += " " + std::string(a.text(group.particle));
  return out;
}

inline std::string role_text(const Analysis& a, const Argument& argument) {
  switch (argument.role) {
    case ArgumentRole::Subject:
      return "subject";
    case ArgumentRole::Object:
      return "object";
    case ArgumentRole::IndirectObject:
      return "recipient";
    case ArgumentRole::Complement:
      return "complement";
    case ArgumentRole::Oblique:
      break;
  }
  return argument.preposition == kNone ? "when" : lower(a.text(argument.preposition));
}

inline std::string describe_clause(const Analysis& a, const Clause& clause) {
  std::string out = verb_text(a, clause) + "(";
  std::string role;
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a.arguments[i];
    const std::string name = role_text(a, argument);
    const bool same = name == role;
    if (same)
      out += ", ";
    else
      out += (role.empty() ? "" : "; ") + name + ": ";
    out += head_text(a, argument.phrase);
    role = name;
  }
  out += ")";
  if (clause.voice == Voice::Passive) out += " passive";
  if (clause.kind == ClauseKind::Main) return out;
  out += " " + std::string(to_string(clause.kind));
  if (clause.antecedent != kNone) return out + " of " + head_text(a, clause.antecedent);
  if (clause.parent != kNone) return out + " of " + verb_text(a, a.clauses[clause.parent]);
  return out;
}

inline std::string describe_clauses(const Analysis& a) {
  std::string out;
  for (const Clause& clause : a.clauses) out += describe_clause(a, clause) + "\n";
  for (const Attachment& link : a.attachments) {
    out += "[" + head_text(a, link.host) + " " + lower(a.text(link.preposition)) + ": " +
           head_text(a, link.phrase) + "]\n";
  }
  for (std::uint32_t p = 0; p < a.phrases.size(); ++p) {
    if (a.phrases[p].appositive_of == kNone) continue;
    out += "[" + head_text(a, a.phrases[p].appositive_of) + " = " + head_text(a, p) + "]\n";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace testudo::english::testing
