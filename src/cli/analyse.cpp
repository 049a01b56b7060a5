// testudo analyse: the words, phrases and names as the rules see them.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
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

text::SourceSpan source_span(const Analysis& a, TokenSpan span) {
  const auto& tokens = a.segmentation.tokens;
  return a.document->offsets.span(a.document->text, tokens[span.begin].begin,
                                  tokens[span.end - 1].end);
}

ordered_json pair(text::SourceSpan span) { return ordered_json::array({span.begin, span.end}); }

std::string entity_name(const pack::Pack& pack, const english::Mention& mention) {
  std::string out;
  for (const english::Reading& reading : pack.gazetteer().readings(mention)) {
    if (!out.empty()) out += '|';
    out += pack.lexicon()[reading.entity].name;
  }
  return out;
}

// The head word by the rules of Universal Dependencies, where a name's head is its first word
// ("Nikolai" in "Prime Minister Nikolai Tanaev") unless it ends in a common noun ("Union" in "the
// European Union"), and a common noun before a name is the head ("defender" in "defender Kyle
// Walker").
std::uint32_t treebank_head(const Analysis& a, const english::NounPhrase& phrase) {
  using english::Tag;
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
  if (a.tag(head) != Tag::NNP || is_common(head)) return head;
  for (std::uint32_t t = head; t > phrase.span.begin; --t) {
    if (joins(t - 1)) continue;
    if (a.tag(t - 1) != Tag::NNP || is_title(t - 1)) break;
    head = t - 1;
  }
  if (head > phrase.span.begin && english::is_common_noun(a.tag(head - 1))) return head - 1;
  return head;
}

ordered_json head_json(const Analysis& a, std::uint32_t phrase) {
  const std::uint32_t head = treebank_head(a, a.phrases[phrase]);
  return pair(source_span(a, {head, head + 1}));
}

ordered_json clause_json(const Analysis& a, const english::Clause& clause) {
  ordered_json out;
  out["predicate"] = pair(source_span(a, {clause.predicate, clause.predicate + 1}));
  out["lemma"] = a.words[clause.predicate].lemma;
  out["kind"] = to_string(clause.kind);
  out["voice"] = clause.voice == english::Voice::Passive ? "passive" : "active";
  for (const char* role : {"subject", "object", "recipient", "complement", "oblique"}) {
    out[role] = ordered_json::array();
  }
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const english::Argument& argument = a.arguments[i];
    ordered_json at = head_json(a, argument.phrase);
    switch (argument.role) {
      case english::ArgumentRole::Subject:
        out["subject"].push_back(std::move(at));
        break;
      case english::ArgumentRole::Object:
        out["object"].push_back(std::move(at));
        break;
      case english::ArgumentRole::IndirectObject:
        out["recipient"].push_back(std::move(at));
        break;
      case english::ArgumentRole::Complement:
        out["complement"].push_back(std::move(at));
        break;
      case english::ArgumentRole::Oblique:
        if (argument.preposition == english::kNone) break;
        out["oblique"].push_back(
            {{"prep", english::to_lower(a.text(argument.preposition))}, {"at", std::move(at)}});
        break;
    }
  }
  return out;
}

ordered_json references_json(const Analysis& a, const english::SentenceLayers& s) {
  ordered_json out = ordered_json::array();
  for (std::uint32_t r = s.first_reference; r < s.last_reference; ++r) {
    const english::Reference& reference = a.references[r];
    ordered_json antecedents = ordered_json::array();
    antecedents.push_back(pair(source_span(a, a.phrases[reference.antecedent].span)));
    if (reference.second != english::kNone)
      antecedents.push_back(pair(source_span(a, a.phrases[reference.second].span)));
    out.push_back({{"at", pair(source_span(a, {reference.token, reference.token + 1}))},
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
    ordered_json& clauses = out["clauses"] = ordered_json::array();
    for (std::uint32_t c = s.first_clause; c < s.last_clause; ++c) {
      clauses.push_back(clause_json(a, a.clauses[c]));
    }
    ordered_json& phrases = out["phrases"] = ordered_json::array();
    for (std::uint32_t p = s.first_phrase; p < s.last_phrase; ++p) {
      const english::NounPhrase& phrase = a.phrases[p];
      phrases.push_back({{"at", pair(source_span(a, phrase.span))},
                         {"head", pair(source_span(a, {phrase.head, phrase.head + 1}))}});
    }
    ordered_json& entities = out["entities"] = ordered_json::array();
    for (std::uint32_t m = s.first_mention; m < s.last_mention; ++m) {
      entities.push_back({{"at", pair(source_span(a, a.mentions[m].span))},
                          {"entity", entity_name(pack, a.mentions[m])}});
    }
    ordered_json& times = out["times"] = ordered_json::array();
    for (std::uint32_t t = s.first_time; t < s.last_time; ++t) {
      times.push_back({{"at", pair(source_span(a, a.times[t].span))}, {"value", a.times[t].value}});
    }
    out["reference"] = references_json(a, s);
    const std::string line = out.dump() + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
}

// Columns for people: offset, word, tag, lemma, then what begins at the word.
void print_table(const pack::Pack& pack, const Analysis& a) {
  for (const english::SentenceLayers& s : a.sentences) {
    std::uint32_t phrase = s.first_phrase;
    std::uint32_t group = s.first_group;
    std::uint32_t mention = s.first_mention;
    std::uint32_t time = s.first_time;
    std::uint32_t reference = s.first_reference;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      std::string notes;
      const auto note = [&](std::string_view kind, TokenSpan span, std::string_view more) {
        notes += notes.empty() ? "" : "  ";
        notes += std::string(kind) + "[" + std::string(a.text(span)) + "]" + std::string(more);
      };
      if (phrase < s.last_phrase && a.phrases[phrase].span.begin == t)
        note("NP", a.phrases[phrase++].span, "");
      if (group < s.last_group && a.groups[group].span.begin == t)
        note("VG", a.groups[group++].span, "");
      if (mention < s.last_mention && a.mentions[mention].span.begin == t) {
        note("=", a.mentions[mention].span, " " + entity_name(pack, a.mentions[mention]));
        ++mention;
      }
      if (time < s.last_time && a.times[time].span.begin == t) {
        note("time", a.times[time].span, " " + a.times[time].value);
        ++time;
      }
      if (reference < s.last_reference && a.references[reference].token == t)
        note("->", {t, t + 1}, " " + reference_note(a, a.references[reference++]));
      std::printf("%7llu  %-18.*s %-6.*s %-16.*s %s\n",
                  static_cast<unsigned long long>(source_span(a, {t, t + 1}).begin),
                  static_cast<int>(a.text(t).size()), a.text(t).data(),
                  static_cast<int>(to_string(a.tag(t)).size()), to_string(a.tag(t)).data(),
                  static_cast<int>(a.words[t].lemma.size()), a.words[t].lemma.data(),
                  notes.c_str());
    }
    std::printf("\n");
  }
}

int run(const Options& options) {
  const auto pack = load_pack(options.pack);
  if (!pack) return kNothingDone;
  Analysis analysis;
  const Tally tally = read_articles(options.input, *pack, [&](const text::Document& document) {
    pack->analyser().analyse(document, analysis);
    if (options.format == "jsonl") {
      print_json(*pack, analysis);
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
  app->add_option("--format", options->format, "table or jsonl")
      ->check(CLI::IsMember({"table", "jsonl"}))
      ->capture_default_str();
  add_pack_options(*app, options->pack);
  return {app, [options] { return run(*options); }};
}

}  // namespace testudo::cli
