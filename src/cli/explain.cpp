// testudo explain: which rule read what from which words, what gave way to what, and, for a rule
// that did not fire, the nearest miss.
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/suggest.h"
#include "cli/analysis_views.h"
#include "cli/session.h"
#include "extract/examples.h"
#include "extract/explanation.h"
#include "extract/miss_words.h"
#include "extract/rule_draft.h"

namespace testudo::cli {
namespace {

using english::Analysis;
using english::kNone;
using extract::DroppedReading;
using extract::Explainer;
using extract::Finding;
using extract::Gap;
using extract::NearestMiss;
using extract::RuleDraft;
using nlohmann::ordered_json;

struct Options {
  PackOptions pack;
  InputOptions input;
  std::string rule;
  std::uint32_t sentence = 0;  // from 1; 0: all
  std::string format = "text";
};

// What there is to show of an article.
struct Shown {
  const pack::Pack& pack;
  const Analysis& a;
  Explainer& explainer;
  std::optional<pack::RuleId> rule;  // only this one
  std::vector<std::uint32_t> sentences;
  std::vector<Gap> gaps;
  std::vector<RuleDraft> drafts;

  bool is_shown(const Finding& f) const {
    return !rule || f.rule == *rule || std::ranges::find(f.refined_by, *rule) != f.refined_by.end();
  }
  const Gap* gap(std::uint32_t sentence) const {
    const auto found = std::ranges::find(gaps, sentence, &Gap::sentence);
    return found == gaps.end() ? nullptr : &*found;
  }
  const RuleDraft* draft(std::uint32_t sentence) const {
    for (const RuleDraft& d : drafts) {
      if (std::ranges::find(d.sentences, sentence) != d.sentences.end()) return &d;
    }
    return nullptr;
  }
  std::string name(const extract::Filler& filler) const {
    return extract::describe(pack, a, explainer.findings(), filler);
  }
  const pack::PatternSource& pattern(const Finding& f) const {
    return pack.rules()[f.rule].patterns[f.pattern];
  }
  const pack::TemplateSituation& wanted(const Finding& f) const {
    return pack.rules()[f.rule].situations[f.situation];
  }
};

// The words of a filler where its name does not already give them.
std::string filler_words(const Shown& shown, const extract::Filler& filler) {
  if (filler.span.empty()) return "by the rule";
  return extract::quoted(shown.a, filler.span);
}

std::string operator_name(const Shown& shown, const extract::CueUse& cue) {
  return cue.op == kNone ? "negation" : shown.pack.operators().operators()[cue.op].name;
}

// ---- how modality, polarity and holder come about

// What an operator does here: "Desired: decides; its subject holds the view".
std::string cue_effect(const Shown& shown, const extract::CueUse& cue) {
  std::vector<std::string> effects;
  const pack::Operator* op =
      cue.op == kNone ? nullptr : &shown.pack.operators().operators()[cue.op];
  if (op != nullptr && op->modality) {
    effects.push_back(std::string(to_string(*op->modality)) + (cue.decides ? ", which decides"
                                                               : op->weak
                                                                   ? ", weak"
                                                                   : ", but inside another"));
  }
  if (cue.negates) effects.emplace_back("turns the polarity round");
  if (cue.holds) effects.emplace_back("names the holder");
  std::string out;
  for (const std::string& effect : effects) out += (out.empty() ? "" : "; ") + effect;
  return out.empty() ? "has no effect here" : out;
}

std::string holder_names(const Shown& shown, const Finding& f) {
  std::string out;
  for (const extract::Filler& holder : f.holders)
    out += (out.empty() ? "" : ", ") + shown.name(holder);
  return out;
}

// "Desired, Negative; in the view of id:Russia; the rule fixes the modality".
std::string manner_sum(const Shown& shown, const Finding& f) {
  std::string out = std::string(to_string(f.modality)) + ", " + std::string(to_string(f.polarity));
  out += f.holders.empty() ? ", in the article's own voice"
                           : ", in the view of " + holder_names(shown, f);
  const pack::TemplateSituation& wanted = shown.wanted(f);
  if (wanted.modality) out += "; the rule fixes the modality";
  if (wanted.polarity) out += "; the rule fixes the polarity";
  if (wanted.holder) out += "; the rule fixes the holder";
  return out;
}

// ---- for people

std::string row(const std::string& key, const std::string& value) {
  constexpr std::size_t kIndent = 6;
  constexpr std::size_t kWidth = 16;
  return wrapped(std::string(kIndent, ' ') + padded(key, kWidth) + value, kIndent + kWidth);
}

std::string pattern_text(const Shown& shown, pack::RuleId rule, std::uint32_t pattern) {
  const pack::PatternSource& source = shown.pack.rules()[rule].patterns[pattern];
  return to_string(source.place) + "  " +
         (source.form == pack::PatternForm::Clause ? "t:clause " : "t:phrase ") + source.text;
}

std::string reading_text(const Shown& shown, const Finding& f) {
  const pack::Rule& rule = shown.pack.rules()[f.rule];
  std::string out = wrapped("  " + shown.pack.ontology().info(f.situation_class).name + "  " +
                            extract::quoted(shown.a, f.span));
  out += row("rule", rule.name + "  " + rule.label);
  out += row("pattern", pattern_text(shown, f.rule, f.pattern));
  for (const pack::RuleId refining : f.refined_by)
    out += row("with roles of", shown.pack.rules()[refining].name);
  for (const extract::RoleFiller& role : f.roles) {
    const std::string& name = shown.pack.ontology().info(role.role).name;
    out += row(name, shown.name(role.filler) + "  from " + filler_words(shown, role.filler));
  }
  out += row("manner", manner_sum(shown, f));
  for (const extract::CueUse& cue : f.cues) {
    out += row("", extract::quoted(shown.a, cue.words) + "  " + operator_name(shown, cue) + ": " +
                       cue_effect(shown, cue));
  }
  return out;
}

std::string dropped_text(const Shown& shown, const DroppedReading& d) {
  const auto name = [&](const Finding& f) { return shown.pack.rules()[f.rule].name; };
  std::string out =
      wrapped("  dropped  " +
              extract::describe(shown.pack, shown.a, shown.explainer.findings(), d.reading));
  out +=
      row("rule", name(d.reading) + "  " + pattern_text(shown, d.reading.rule, d.reading.pattern));
  const bool inside = d.rivalry == extract::Rivalry::Inside;
  out += row("gave way to",
             name(d.kept) + ": " + std::string(inside ? to_string(d.rivalry) : to_string(d.step)));
  if (d.rivalry == extract::Rivalry::Misread) out += row("", std::string(to_string(d.rivalry)));
  return out;
}

std::string miss_text(const Shown& shown, const NearestMiss& miss) {
  std::string out = wrapped("  not read  " + miss.reason);
  if (miss.met == 0) return out;
  out += row("pattern", pattern_text(shown, *shown.rule, miss.pattern));
  out +=
      row("conditions",
          std::to_string(miss.met) + " of " + std::to_string(miss.wanted) + " met" +
              (miss.words.empty() ? "" : ", beginning at " + extract::quoted(shown.a, miss.words)));
  return out;
}

std::string gap_text(const Shown& shown, const Gap& gap) {
  const english::Clause& clause = shown.a.clauses[gap.clause];
  const std::string who = extract::quoted(shown.a, gap.actor) + " is the " +
                          (gap.subject ? "subject" : "object") + " of " +
                          extract::quoted(shown.a, {clause.predicate, clause.predicate + 1});
  const RuleDraft* draft = shown.draft(gap.sentence);
  return wrapped("  nothing read, though " + who +
                 (draft == nullptr ? "" : "; " + draft->name + " below would read it"));
}

std::string sentence_text(Shown& shown, std::uint32_t s) {
  const text::SourceSpan at = source_span(shown.a, shown.a.sentences[s].tokens);
  std::string words = extract::quoted(shown.a, shown.a.sentences[s].tokens);
  std::string out = wrapped(std::to_string(s + 1) + "  " + words.substr(1, words.size() - 2) +
                            "  (" + std::to_string(at.begin) + "-" + std::to_string(at.end) + ")");
  bool found = false;
  for (const std::uint32_t f : shown.explainer.readings(s)) {
    if (!shown.is_shown(shown.explainer.findings()[f])) continue;
    out += reading_text(shown, shown.explainer.findings()[f]);
    found = true;
  }
  for (const DroppedReading* d : shown.explainer.dropped(s)) {
    if (!shown.is_shown(d->reading)) continue;
    out += dropped_text(shown, *d);
    found = true;
  }
  if (shown.rule && !found) out += miss_text(shown, shown.explainer.nearest_miss(s, *shown.rule));
  if (const Gap* gap = shown.gap(s)) out += gap_text(shown, *gap);
  return out + "\n";
}

// The drafts as one file, to be pasted as it stands.
std::string drafts_text(const Shown& shown) {
  if (shown.drafts.empty()) return "";
  std::map<std::string, std::string> prefixes;
  for (const RuleDraft& draft : shown.drafts)
    prefixes.insert(draft.prefixes.begin(), draft.prefixes.end());
  std::string out = "# Rules to start from: give each a class and roles of its own.\n" +
                    extract::prefix_lines(prefixes);
  for (const RuleDraft& draft : shown.drafts) out += "\n" + draft.rule;
  return out + "\n";
}

// ---- as JSON Lines

ordered_json pattern_json(const pack::Pack& pack, pack::RuleId rule, std::uint32_t pattern) {
  const pack::PatternSource& source = pack.rules()[rule].patterns[pattern];
  return {{"text", source.text},
          {"form", source.form == pack::PatternForm::Clause ? "clause" : "phrase"},
          {"place", to_string(source.place)}};
}

ordered_json filler_json(const Shown& shown, const extract::Filler& filler) {
  ordered_json out;
  out["value"] = shown.name(filler);
  out["at"] = nullptr;
  if (!filler.span.empty()) out["at"] = span_json(shown.a, filler.span);
  return out;
}

ordered_json cue_json(const Shown& shown, const extract::CueUse& cue) {
  ordered_json out = {{"at", span_json(shown.a, cue.words)},
                      {"operator", operator_name(shown, cue)},
                      {"modality", nullptr},
                      {"decides", cue.decides},
                      {"negates", cue.negates},
                      {"holder", cue.holds}};
  if (cue.op == kNone) return out;
  const pack::Operator& op = shown.pack.operators().operators()[cue.op];
  if (op.modality) out["modality"] = to_string(*op.modality);
  return out;
}

ordered_json reading_json(const Shown& shown, const Finding& f) {
  ordered_json out;
  out["class"] = shown.pack.ontology().info(f.situation_class).name;
  out["rule"] = shown.pack.rules()[f.rule].name;
  out["pattern"] = pattern_json(shown.pack, f.rule, f.pattern);
  out["at"] = span_json(shown.a, f.span);
  ordered_json& refined = out["refinedBy"] = ordered_json::array();
  for (const pack::RuleId refining : f.refined_by)
    refined.push_back(shown.pack.rules()[refining].name);
  ordered_json& roles = out["roles"] = ordered_json::array();
  for (const extract::RoleFiller& role : f.roles) {
    ordered_json one = {{"role", shown.pack.ontology().info(role.role).name}};
    one.update(filler_json(shown, role.filler));
    roles.push_back(std::move(one));
  }
  out["modality"] = to_string(f.modality);
  out["polarity"] = to_string(f.polarity);
  ordered_json& holders = out["holders"] = ordered_json::array();
  for (const extract::Filler& holder : f.holders) holders.push_back(filler_json(shown, holder));
  ordered_json& cues = out["operators"] = ordered_json::array();
  for (const extract::CueUse& cue : f.cues) cues.push_back(cue_json(shown, cue));
  const pack::TemplateSituation& wanted = shown.wanted(f);
  out["fixed"] = {{"modality", wanted.modality.has_value()},
                  {"polarity", wanted.polarity.has_value()},
                  {"holder", wanted.holder.has_value()}};
  return out;
}

ordered_json dropped_json(const Shown& shown, const DroppedReading& d) {
  ordered_json out;
  out["class"] = shown.pack.ontology().info(d.reading.situation_class).name;
  out["rule"] = shown.pack.rules()[d.reading.rule].name;
  out["pattern"] = pattern_json(shown.pack, d.reading.rule, d.reading.pattern);
  out["at"] = span_json(shown.a, d.reading.span);
  out["gaveWayTo"] = shown.pack.rules()[d.kept.rule].name;
  out["because"] = to_string(d.rivalry);
  out["step"] = nullptr;
  if (d.rivalry != extract::Rivalry::Inside) out["step"] = to_string(d.step);
  return out;
}

ordered_json miss_json(const Shown& shown, const NearestMiss& miss) {
  ordered_json out;
  out["rule"] = shown.pack.rules()[*shown.rule].name;
  out["reason"] = miss.reason;
  out["pattern"] = nullptr;
  if (miss.met > 0) out["pattern"] = pattern_json(shown.pack, *shown.rule, miss.pattern);
  out["met"] = miss.met;
  out["wanted"] = miss.wanted;
  out["at"] = nullptr;
  if (!miss.words.empty()) out["at"] = span_json(shown.a, miss.words);
  return out;
}

ordered_json gap_json(const Shown& shown, const Gap& gap) {
  const std::uint32_t verb = shown.a.clauses[gap.clause].predicate;
  ordered_json out = {{"actor", span_json(shown.a, gap.actor)},
                      {"as", gap.subject ? "subject" : "object"},
                      {"verb", span_json(shown.a, {verb, verb + 1})}};
  if (const RuleDraft* draft = shown.draft(gap.sentence)) {
    out["rule"] = draft->name;
    out["turtle"] = draft->turtle();
  }
  return out;
}

ordered_json sentence_json(Shown& shown, std::uint32_t s) {
  const text::SourceSpan at = source_span(shown.a, shown.a.sentences[s].tokens);
  ordered_json out = {
      {"article", shown.a.document->id}, {"sentence", s + 1}, {"begin", at.begin}, {"end", at.end}};
  ordered_json& readings = out["readings"] = ordered_json::array();
  for (const std::uint32_t f : shown.explainer.readings(s)) {
    const Finding& finding = shown.explainer.findings()[f];
    if (shown.is_shown(finding)) readings.push_back(reading_json(shown, finding));
  }
  ordered_json& dropped = out["dropped"] = ordered_json::array();
  for (const DroppedReading* d : shown.explainer.dropped(s)) {
    if (shown.is_shown(d->reading)) dropped.push_back(dropped_json(shown, *d));
  }
  if (shown.rule && readings.empty() && dropped.empty())
    out["miss"] = miss_json(shown, shown.explainer.nearest_miss(s, *shown.rule));
  if (const Gap* gap = shown.gap(s)) out["missing"] = gap_json(shown, *gap);
  return out;
}

// ---- the command

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print(Shown& shown, const std::string& format) {
  if (format == "jsonl") {
    for (const std::uint32_t s : shown.sentences) print(sentence_json(shown, s).dump() + "\n");
    return;
  }
  print("# " + shown.a.document->id + "\n\n");
  for (const std::uint32_t s : shown.sentences) print(sentence_text(shown, s));
  print(drafts_text(shown));
}

// The gaps among the sentences that are shown, and drafts for them.
void add_gaps(const pack::PackSources& sources, Shown& shown) {
  shown.gaps = extract::find_gaps(shown.pack, shown.a, shown.explainer.findings());
  std::erase_if(shown.gaps, [&](const Gap& gap) {
    return !std::ranges::binary_search(shown.sentences, gap.sentence);
  });
  shown.drafts = extract::draft_rules(sources, shown.pack, shown.a, shown.gaps);
}

std::vector<std::uint32_t> sentences_to_show(const Analysis& a, std::uint32_t wanted) {
  std::vector<std::uint32_t> sentences;
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
    if (wanted == 0 || wanted == s + 1) sentences.push_back(s);
  }
  return sentences;
}

// The rule that --rule names, if it does; false after a message where there is none.
bool choose_rule(const Options& options, const pack::Pack& pack,
                 std::optional<pack::RuleId>& rule) {
  if (options.rule.empty()) return true;
  rule = extract::find_rule(pack, options.rule);
  if (rule) return true;
  std::vector<std::string> names;
  for (const pack::Rule& one : pack.rules()) names.push_back(one.name);
  const std::string suggestion = did_you_mean(options.rule, names);
  report(Severity::Error,
         "there is no rule " + options.rule + (suggestion.empty() ? "" : "; " + suggestion));
  return false;
}

int run(const Options& options) {
  const auto sources = pack_sources(options.pack);
  const auto pack = sources ? load_pack(*sources) : nullptr;
  std::optional<pack::RuleId> rule;
  if (!pack || !choose_rule(options, *pack, rule)) return kNothingDone;
  Analysis analysis;
  const Tally tally = read_articles(options.input, *pack, [&](const text::Document& document) {
    pack->analyser().analyse(document, analysis);
    Explainer explainer(*pack, analysis);
    Shown shown = {*pack, analysis, explainer, rule, sentences_to_show(analysis, options.sentence),
                   {},    {}};
    if (shown.sentences.empty() && options.sentence != 0) {
      report(Severity::Error, document.name + ": there are " +
                                  std::to_string(analysis.sentences.size()) + " sentences");
      return false;
    }
    if (!rule) add_gaps(*sources, shown);
    print(shown, options.format);
    return std::ferror(stdout) == 0;
  });
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    report(Severity::Error, "standard output cannot be written");
    return kNothingDone;
  }
  return tally.status();
}

}  // namespace

Command add_explain(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand(
      "explain", "Tell which rule read what, and why a rule did not read a sentence");
  add_input_options(*app, options->input);
  app->add_option("--rule", options->rule, "Only this rule: its readings, or its nearest miss")
      ->type_name("RULE");
  app->add_option("--sentence", options->sentence, "Only this sentence, counted from 1")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  app->add_option("--format", options->format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  add_pack_options(*app, options->pack);
  return {app, [options] { return run(*options); }};
}

}  // namespace testudo::cli
