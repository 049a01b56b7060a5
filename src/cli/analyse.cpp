// testudo analyse: the words, phrases and names as the rules see them.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/analysis_views.h"
#include "cli/session.h"

namespace testudo::cli {
namespace {

using english::Analysis;
using english::TokenSpan;
using nlohmann::ordered_json;

struct Options {
  PackOptions pack;
  InputOptions input;
  std::string format = "table";
};

std::string entity_name(const pack::Pack& pack, const english::Mention& mention) {
  std::string out;
  for (const english::Reading& reading : pack.gazetteer().readings(mention)) {
    if (!out.empty()) out += '|';
    out += pack.lexicon()[reading.entity].name;
  }
  return out;
}

ordered_json bound_json(const english::TimeBound& bound) {
  if (bound.kind == english::TimeKind::Unresolved) return nullptr;
  return {{"value", bound.value}, {"kind", to_string(bound.kind)}};
}

ordered_json time_json(const Analysis& a, const english::TimeExpression& time) {
  ordered_json out = {
      {"at", span_json(a, time.span)},        {"head", span_json(a, {time.head, time.head + 1})},
      {"kind", to_string(time.kind)},         {"value", time.value},
      {"relation", to_string(time.relation)}, {"begin", bound_json(time.begin)},
      {"end", bound_json(time.end)},          {"modifier", time.modifier},
      {"approximate", time.approximate}};
  out["preposition"] = nullptr;
  if (time.preposition != english::kNone) {
    out["preposition"] = span_json(a, {time.preposition, time.preposition + 1});
  }
  return out;
}

// " year 2014 since 2014.." for the table.
std::string time_text(const english::TimeExpression& time) {
  std::string out = " " + std::string(to_string(time.kind));
  if (!time.value.empty()) out += " " + time.value;
  out += " " + std::string(to_string(time.relation));
  if (!time.begin.value.empty() || !time.end.value.empty()) {
    out += " " + time.begin.value + ".." + time.end.value;
  }
  if (time.modifier) out += " modifier";
  if (time.approximate) out += " approximate";
  return out;
}

ordered_json name_json(const Analysis& a, const english::NameMention& name) {
  ordered_json out = {{"at", span_json(a, name.span)},
                      {"whole", span_json(a, name.whole)},
                      {"kind", to_string(name.kind)}};
  const auto add_span = [&](const char* key, TokenSpan span) {
    if (!span.empty()) out[key] = span_json(a, span);
  };
  const auto add_mention = [&](const char* key, std::uint32_t mention) {
    if (mention != english::kNone) add_span(key, a.mentions[mention].span);
  };
  add_mention("mention", name.mention);
  add_mention("country", name.country);
  add_span("title", name.title);
  add_span("role", name.role);
  add_span("given", name.given);
  add_span("family", name.family);
  if (name.acronym_of != english::kNone) add_span("acronymOf", a.names[name.acronym_of].span);
  return out;
}

ordered_json actor_json(const Analysis& a, const english::GroupMention& actor) {
  ordered_json countries = ordered_json::array();
  for (std::uint32_t c = actor.first_country; c < actor.last_country; ++c)
    countries.push_back(span_json(a, a.mentions[a.actor_countries[c]].span));
  ordered_json out = {{"at", span_json(a, actor.span)},
                      {"head", span_json(a, {actor.head, actor.head + 1})},
                      {"kind", to_string(actor.kind)},
                      {"countries", std::move(countries)}};
  if (actor.mention != english::kNone)
    out["mention"] = span_json(a, a.mentions[actor.mention].span);
  return out;
}

// A name's kind, and what else is told of it, for the table.
std::string name_note(const Analysis& a, const english::NameMention& name) {
  std::string out = " " + std::string(to_string(name.kind));
  const auto add = [&](std::string_view key, TokenSpan span) {
    if (!span.empty()) out += " " + std::string(key) + "=" + std::string(a.text(span));
  };
  add("title", name.title);
  add("role", name.role);
  if (name.country != english::kNone) add("country", a.mentions[name.country].span);
  if (name.acronym_of != english::kNone) add("for", a.names[name.acronym_of].span);
  return out;
}

std::string actor_note(const Analysis& a, const english::GroupMention& actor) {
  std::string out = " " + std::string(to_string(actor.kind));
  for (std::uint32_t c = actor.first_country; c < actor.last_country; ++c)
    out += " country=" + std::string(a.text(a.mentions[a.actor_countries[c]].span));
  return out;
}

ordered_json references_json(const Analysis& a, const english::SentenceLayers& s) {
  ordered_json out = ordered_json::array();
  for (std::uint32_t r = s.first_reference; r < s.last_reference; ++r) {
    const english::Reference& reference = a.references[r];
    ordered_json antecedents = ordered_json::array();
    antecedents.push_back(span_json(a, a.phrases[reference.antecedent].span));
    if (reference.second != english::kNone)
      antecedents.push_back(span_json(a, a.phrases[reference.second].span));
    out.push_back({{"at", span_json(a, {reference.token, reference.token + 1})},
                   {"antecedents", std::move(antecedents)},
                   {"kind", to_string(reference.kind)},
                   {"preference", to_string(reference.preference)}});
  }
  return out;
}

// The antecedents in the text's words and what decided for them: "Russia, China (related in a
// clause)".
std::string reference_note(const Analysis& a, const english::Reference& reference) {
  std::string out(a.text(a.phrases[reference.antecedent].span));
  if (reference.second != english::kNone)
    out += ", " + std::string(a.text(a.phrases[reference.second].span));
  if (reference.whole_coordination) out += ", …";
  return out + " (" + std::string(to_string(reference.preference)) + ")";
}

// One object a sentence, as score/syntax.py of the project's measurements wants it, and the later
// layers besides.
void print_json(const pack::Pack& pack, const Analysis& a) {
  for (const english::SentenceLayers& s : a.sentences) {
    const text::SourceSpan whole = source_span(a, s.tokens);
    ordered_json out;
    out["begin"] = whole.begin;
    out["end"] = whole.end;
    ordered_json& tokens = out["tokens"] = ordered_json::array();
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const text::SourceSpan at = source_span(a, {t, t + 1});
      tokens.push_back({{"begin", at.begin},
                        {"end", at.end},
                        {"tag", to_string(a.tag(t))},
                        {"lemma", a.words[t].lemma}});
    }
    out["clauses"] = clauses_json(a, s);
    out["nominals"] = nominals_json(a, s);
    ordered_json& phrases = out["phrases"] = ordered_json::array();
    for (std::uint32_t p = s.first_phrase; p < s.last_phrase; ++p) {
      const english::NounPhrase& phrase = a.phrases[p];
      phrases.push_back({{"at", span_json(a, phrase.span)},
                         {"head", span_json(a, {phrase.head, phrase.head + 1})}});
    }
    ordered_json& entities = out["entities"] = ordered_json::array();
    for (std::uint32_t m = s.first_mention; m < s.last_mention; ++m) {
      entities.push_back(
          {{"at", span_json(a, a.mentions[m].span)}, {"entity", entity_name(pack, a.mentions[m])}});
    }
    ordered_json& times = out["times"] = ordered_json::array();
    for (std::uint32_t t = s.first_time; t < s.last_time; ++t) {
      times.push_back(time_json(a, a.times[t]));
    }
    ordered_json& names = out["names"] = ordered_json::array();
    for (std::uint32_t n = s.first_name; n < s.last_name; ++n)
      names.push_back(name_json(a, a.names[n]));
    ordered_json& groups = out["groups"] = ordered_json::array();
    for (std::uint32_t g = s.first_actor; g < s.last_actor; ++g)
      groups.push_back(actor_json(a, a.actors[g]));
    out["reference"] = references_json(a, s);
    const std::string line = out.dump() + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
}

// What begins at each word, in brackets that show how far it goes: "NP[", "VG[".
std::string chunk_marks(const Analysis& a, const english::SentenceLayers& s, std::uint32_t token) {
  std::string out;
  for (std::uint32_t p = s.first_phrase; p < s.last_phrase; ++p) {
    if (a.phrases[p].span.begin == token) out += "[NP ";
    if (a.phrases[p].span.end == token + 1) out += "] ";
  }
  for (std::uint32_t g = s.first_group; g < s.last_group; ++g) {
    if (a.groups[g].span.begin == token) out += "[VG ";
    if (a.groups[g].span.end == token + 1) out += "] ";
  }
  return out;
}

// For people, within 100 columns: a line a word (offset, word, tag, lemma, where noun phrases and
// verb groups begin and end), then the clauses with their roles, then names, actors and times.
void print_table(const pack::Pack& pack, const Analysis& a) {
  for (const english::SentenceLayers& s : a.sentences) {
    std::string out;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      std::string line = padded(std::to_string(source_span(a, {t, t + 1}).begin), 8) +
                         padded(a.text(t), 24) + padded(to_string(a.tag(t)), 7) +
                         padded(a.words[t].lemma, 24) + chunk_marks(a, s, t);
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    out += clauses_table(a, s);
    const auto note = [&](std::string_view kind, TokenSpan span, const std::string& more) {
      out += wrapped("  " + std::string(kind) + "  " + std::string(a.text(span)) + more);
    };
    for (std::uint32_t m = s.first_mention; m < s.last_mention; ++m)
      note("entity", a.mentions[m].span, " = " + entity_name(pack, a.mentions[m]));
    for (std::uint32_t n = s.first_name; n < s.last_name; ++n)
      note("name", a.names[n].span, ":" + name_note(a, a.names[n]));
    for (std::uint32_t n = s.first_actor; n < s.last_actor; ++n)
      note("actor", a.actors[n].span, ":" + actor_note(a, a.actors[n]));
    for (std::uint32_t t = s.first_time; t < s.last_time; ++t)
      note("time", a.times[t].span, ":" + time_text(a.times[t]));
    for (std::uint32_t r = s.first_reference; r < s.last_reference; ++r)
      note("refers", {a.references[r].token, a.references[r].token + 1},
           " = " + reference_note(a, a.references[r]));
    out += "\n";
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
}

int run(const Options& options) {
  const auto pack = load_pack(options.pack);
  if (!pack) return kNothingDone;
  Analysis analysis;
  std::size_t sentences = 0;
  const Tally tally = read_articles(options.input, *pack, [&](const text::Document& document) {
    pack->analyser().analyse(document, analysis);
    if (options.format == "jsonl") {
      print_json(*pack, analysis);
    } else if (options.format == "conllu") {
      for (const english::SentenceLayers& s : analysis.sentences) {
        const std::string lines = conllu(analysis, s, ++sentences);
        std::fwrite(lines.data(), 1, lines.size(), stdout);
      }
    } else {
      print_table(*pack, analysis);
    }
    return std::ferror(stdout) == 0;
  });
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    report(Severity::Error, "standard output cannot be written");
    return kNothingDone;
  }
  return tally.status();
}

}  // namespace

Command add_analyse(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app =
      program.add_subcommand("analyse", "Show the words, phrases and names as the rules see them");
  add_input_options(*app, options->input);
  app->add_flag("--lines", options->input.lines, "Every line is a block of its own");
  app->add_option("--format", options->format, "table, jsonl or conllu")
      ->check(CLI::IsMember({"table", "jsonl", "conllu"}))
      ->capture_default_str();
  add_pack_options(*app, options->pack);
  return {app, [options] { return run(*options); }};
}

}  // namespace testudo::cli
