#include "cli/analysis_views.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cli/session.h"

namespace testudo::cli {

using english::Analysis;
using english::Argument;
using english::ArgumentRole;
using english::Clause;
using english::kNone;
using english::SentenceLayers;
using english::Tag;
using english::TokenSpan;
using nlohmann::ordered_json;

namespace {

constexpr std::array<std::pair<ArgumentRole, const char*>, 5> kRoles = {
    {{ArgumentRole::Subject, "subject"},
     {ArgumentRole::Object, "object"},
     {ArgumentRole::IndirectObject, "recipient"},
     {ArgumentRole::Complement, "complement"},
     {ArgumentRole::Oblique, "oblique"}}};

TokenSpan head_words(const Analysis& a, const Argument& argument) {
  if (argument.phrase == kNone) return argument.words;
  const std::uint32_t head = treebank_head(a, a.phrases[argument.phrase]);
  return {head, head + 1};
}

std::string preposition(const Analysis& a, const Argument& argument) {
  return argument.preposition == kNone ? std::string()
                                       : english::to_lower(a.text(argument.preposition));
}

ordered_json arguments_json(const Analysis& a, const Clause& clause) {
  ordered_json out;
  for (const auto& [role, name] : kRoles) out[name] = ordered_json::array();
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a.arguments[i];
    ordered_json at = span_json(a, head_words(a, argument));
    // "was given a medal": treebanks count the passive's subject among its objects.
    if (argument.role == ArgumentRole::IndirectObject && clause.voice == english::Voice::Passive)
      out["object"].push_back(at);
    if (argument.role != ArgumentRole::Oblique) {
      for (const auto& [role, name] : kRoles) {
        if (role == argument.role) out[name].push_back(at);
      }
    } else if (argument.preposition != kNone) {
      out["oblique"].push_back({{"prep", preposition(a, argument)}, {"at", std::move(at)}});
    }
  }
  return out;
}

ordered_json clause_json(const Analysis& a, const Clause& clause, const SentenceLayers& s) {
  ordered_json out;
  out["predicate"] = span_json(a, {clause.predicate, clause.predicate + 1});
  out["lemma"] = a.words[clause.predicate].lemma;
  out["kind"] = to_string(clause.kind);
  out["voice"] = clause.voice == english::Voice::Passive ? "passive" : "active";
  if (clause.group != kNone) {
    const english::VerbGroup& group = a.groups[clause.group];
    if (group.negated) out["negated"] = true;
    if (group.modal != kNone) out["modal"] = a.words[group.modal].lemma;
    if (group.particle != kNone) out["particle"] = a.words[group.particle].lemma;
  }
  out.update(arguments_json(a, clause));
  // Clauses are named by their place in the sentence.
  const auto link = [&](const char* name, std::uint32_t other) {
    if (other != kNone && other >= s.first_clause && other < s.last_clause)
      out[name] = other - s.first_clause;
  };
  link("parent", clause.parent);
  link("reporter", clause.reporter);
  link("condition", clause.condition);
  if (clause.quoted) out["quoted"] = true;
  return out;
}

std::string argument_words(const Analysis& a, const Argument& argument) {
  return std::string(argument.phrase == kNone ? a.text(argument.words)
                                              : a.text(a.phrases[argument.phrase].span));
}

std::string clause_line(const Analysis& a, const Clause& clause, const SentenceLayers& s) {
  std::string line = "  ";
  if (clause.kind != english::ClauseKind::Nominal)
    line += std::to_string(&clause - &a.clauses[s.first_clause] + 1) + " ";
  line += std::string(to_string(clause.kind));
  if (clause.voice == english::Voice::Passive) line += " passive";
  line += "  " + std::string(clause.group == kNone ? a.text(a.phrases[clause.phrase].span)
                                                   : a.text(a.groups[clause.group].span));
  std::string_view last;
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a.arguments[i];
    for (const auto& [role, name] : kRoles) {
      if (role != argument.role) continue;
      const std::string by =
          role == ArgumentRole::Oblique
              ? (argument.preposition == kNone ? "when" : preposition(a, argument))
              : std::string(name);
      line += last == name && role != ArgumentRole::Oblique ? " + " : "  " + by + ": ";
      last = name;
    }
    line += argument_words(a, argument);
  }
  const auto link = [&](const char* name, std::uint32_t other) {
    if (other != kNone && other >= s.first_clause && other < s.last_clause)
      line += "  (" + std::string(name) + " " + std::to_string(other - s.first_clause + 1) + ")";
  };
  link("in", clause.parent);
  link("said in", clause.reporter);
  link("if", clause.condition);
  return wrapped(line);
}

// The person's name that a token stands in, or nullptr.
const english::NameMention* person_at(const Analysis& a, std::uint32_t token) {
  auto name =
      std::ranges::upper_bound(a.names, token, {}, [](const auto& n) { return n.span.begin; });
  if (name == a.names.begin()) return nullptr;
  --name;
  return name->kind == english::EntityKind::Person && name->span.contains(token) ? &*name : nullptr;
}

}  // namespace

text::SourceSpan source_span(const Analysis& a, TokenSpan span) {
  const auto& tokens = a.segmentation.tokens;
  return a.document->offsets.span(a.document->text, tokens[span.begin].begin,
                                  tokens[span.end - 1].end);
}

ordered_json span_json(const Analysis& a, TokenSpan span) {
  const text::SourceSpan at = source_span(a, span);
  return ordered_json::array({at.begin, at.end});
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  return std::string(text) + std::string(length < width ? width - length : 1, ' ');
}

std::string wrapped(const std::string& line, std::size_t indent) {
  constexpr std::size_t kColumns = 100;
  std::string out;
  std::string rest = line;
  while (count_code_points(rest) > kColumns) {
    // The last place to break that still fits, by code points.
    std::size_t at = 0;
    std::size_t cut = std::string::npos;
    for (std::size_t column = 0; at < rest.size() && column < kColumns; ++column) {
      if (column > indent && (rest[at] == ' ' || rest[at - 1] == '|')) cut = at;
      next_code_point(rest, at);
    }
    if (cut == std::string::npos) break;
    out += rest.substr(0, rest.find_last_not_of(' ', cut - 1) + 1) + "\n";
    rest = std::string(indent, ' ') + rest.substr(rest.find_first_not_of(' ', cut));
  }
  return out + rest + "\n";
}

std::uint32_t treebank_head(const Analysis& a, const english::NounPhrase& phrase) {
  const english::WordTable& table = english::WordTable::builtin();
  const auto is_common = [&](std::uint32_t t) {
    constexpr std::uint8_t kNouns = english::WordClass::kNoun | english::WordClass::kProperNoun;
    return (table.word_classes(a.words[t].form) & kNouns) == english::WordClass::kNoun;
  };
  const auto is_title = [&](std::uint32_t t) {
    return is_common(t) && table.first_noun_kind(a.words[t].form) == english::NounKind::Person;
  };
  const auto joins = [&](std::uint32_t t) {  // a hyphen within a name
    return a.tag(t) == Tag::Colon && t > phrase.span.begin && a.tag(t - 1) == Tag::NNP;
  };
  std::uint32_t head = phrase.head;
  const bool month = (table.features(a.words[head].form) & english::Feature::kMonth) != 0;
  if (month && head + 1 < phrase.span.end && a.tag(head + 1) == Tag::CD &&
      a.text(head + 1).size() <= 2) {
    return head + 1;
  }
  if (const auto* name = person_at(a, head); name != nullptr && phrase.span.contains(name->span)) {
    const std::uint32_t first = name->span.begin;
    return first > phrase.span.begin && english::is_common_noun(a.tag(first - 1)) ? first - 1
                                                                                  : first;
  }
  if (a.tag(head) != Tag::NNP || is_common(head)) return head;
  for (std::uint32_t t = head; t > phrase.span.begin; --t) {
    if (joins(t - 1)) continue;
    if (a.tag(t - 1) != Tag::NNP || is_title(t - 1)) break;
    head = t - 1;
  }
  if (head > phrase.span.begin && english::is_common_noun(a.tag(head - 1))) return head - 1;
  return head;
}

ordered_json clauses_json(const Analysis& a, const SentenceLayers& s) {
  ordered_json out = ordered_json::array();
  for (std::uint32_t c = s.first_clause; c < s.last_clause; ++c)
    out.push_back(clause_json(a, a.clauses[c], s));
  return out;
}

ordered_json nominals_json(const Analysis& a, const SentenceLayers& s) {
  ordered_json out = ordered_json::array();
  for (std::uint32_t n = s.first_nominal; n < s.last_nominal; ++n) {
    ordered_json one;
    one["predicate"] = span_json(a, {a.nominals[n].predicate, a.nominals[n].predicate + 1});
    one["lemma"] = a.words[a.nominals[n].predicate].lemma;
    one.update(arguments_json(a, a.nominals[n]));
    out.push_back(std::move(one));
  }
  return out;
}

std::string clauses_table(const Analysis& a, const SentenceLayers& s) {
  std::string out;
  for (std::uint32_t c = s.first_clause; c < s.last_clause; ++c)
    out += clause_line(a, a.clauses[c], s);
  for (std::uint32_t n = s.first_nominal; n < s.last_nominal; ++n) {
    if (a.nominals[n].first_argument < a.nominals[n].last_argument)
      out += clause_line(a, a.nominals[n], s);
  }
  return out;
}

}  // namespace testudo::cli
