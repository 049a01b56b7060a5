// The fast matchers against slow, obvious ones, on patterns and texts by chance.
#include "slow_matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "extract/clause_matcher.h"
#include "generated.h"
#include "support/fixture.h"

namespace testudo::extract {
namespace {

constexpr std::uint32_t kPacks = 100;
constexpr int kRules = 60;  // of one pack
constexpr int kTexts = 60;  // read with one pack
constexpr std::size_t kMaxTold = 10;

struct Tally {
  std::size_t patterns = 0;
  std::size_t sentences = 0;
  std::size_t clause_matches = 0;
  std::size_t phrase_matches = 0;
  std::size_t situation_matches = 0;
  std::size_t matches = 0;  // of packs without slots for situations
  std::size_t kept = 0;
  std::vector<std::string> differences;
};

std::string words(const english::Analysis& a, english::TokenSpan span) {
  return span.empty() ? "" : std::string(a.text(span));
}

// Everything that is compared, in one line.
std::string line(const pack::Pack& pack, const english::Analysis& a, const Match& match) {
  static const char* const kinds[] = {"entity", "named", "concept", "finding", "literal"};
  const pack::Rule& rule = pack.rules()[match.row.rule];
  const auto range = [](english::TokenSpan s) {
    return "[" + std::to_string(s.begin) + "," + std::to_string(s.end) + ")";
  };
  std::string out = rule.name + (match.clause ? " clause " : " phrase ") +
                    std::to_string(match.row.row) + " at " + std::to_string(match.trigger) + " " +
                    std::string(a.text(match.trigger)) + " in " + range(match.span);
  for (const Match::Fill& fill : match.fills) {
    const Filler& f = fill.filler;
    out += " " + rule.slots[fill.slot] + "=" + kinds[static_cast<std::size_t>(f.kind)] +
           std::to_string(f.index) + "\"" + words(a, f.span) + "\"" + range(f.span) + "^" +
           std::to_string(f.head);
  }
  return out + " conditions " + std::to_string(match.conditions) + " narrowness " +
         std::to_string(match.narrowness);
}

class Comparison {
 public:
  // `rules`: the pack's, as Turtle, to be told.
  Comparison(const pack::Pack& pack, const std::string& rules, const english::Analysis& analysis,
             std::span<const Finding> findings, Tally& tally)
      : pack_(pack),
        rules_(rules),
        a_(analysis),
        findings_(findings),
        fillers_(pack, analysis),
        tally_(tally) {
    fillers_.know(findings, 0);
  }

  void compare(std::uint32_t sentence);

 private:
  using Lines = std::vector<std::string>;

  Lines lines(const std::vector<Match>& matches) const {
    Lines out;
    for (const Match& match : matches) out.push_back(line(pack_, a_, match));
    std::ranges::sort(out);
    return out;
  }
  static Lines once(Lines lines) {
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
  }
  void compare_clauses(std::uint32_t sentence, bool situations);
  void compare_kept(std::uint32_t sentence);
  void compare_phrases(std::uint32_t sentence, bool situations);
  void tell(std::uint32_t sentence, const Lines& fast, const Lines& slow);
  std::string rule_of(const std::string& match) const;
  SentenceWords words_of(std::uint32_t sentence) const;

  const pack::Pack& pack_;
  const std::string& rules_;
  const english::Analysis& a_;
  std::span<const Finding> findings_;
  FillerFinder fillers_;
  Tally& tally_;
};

// The rule of a line, as it was generated, without its label and example.
std::string Comparison::rule_of(const std::string& match) const {
  const std::string name = match.substr(0, match.find(' '));
  const std::size_t rule = rules_.find(name + " a t:Rule");
  const std::size_t begin = rules_.find("t:", rules_.find("@en", rule));
  return name + " " + rules_.substr(begin, rules_.find(" ; t:example", begin) - begin);
}

SentenceWords Comparison::words_of(std::uint32_t sentence) const {
  SentenceWords words(pack_.index());
  words.turn_to(pack_.index(), a_, a_.sentences[sentence].tokens);
  return words;
}

// Adds what only one of the two has found, pattern by pattern.
void Comparison::tell(std::uint32_t sentence, const Lines& fast, const Lines& slow) {
  Lines only_fast;
  Lines only_slow;
  std::ranges::set_difference(fast, slow, std::back_inserter(only_fast));
  std::ranges::set_difference(slow, fast, std::back_inserter(only_slow));
  const std::string text = words(a_, a_.sentences[sentence].tokens);
  const auto add = [&](const std::string& who, const std::string& match) {
    tally_.differences.push_back(text + "\n  " + rule_of(match) + "\n  " + who + match);
  };
  for (const std::string& match : only_fast) add("only the fast one: ", match);
  for (const std::string& match : only_slow) add("only the slow one: ", match);
}

void Comparison::compare_clauses(std::uint32_t sentence, bool situations) {
  std::vector<Match> fast;
  ClauseMatcher(pack_, a_, fillers_)
      .match(sentence, words_of(sentence).met, situations,
             [&](const Match& match) { fast.push_back(match); });
  const std::vector<Match> slow = slow_clause_matches(pack_, a_, fillers_, sentence, situations);
  (situations ? tally_.situation_matches : tally_.clause_matches) += slow.size();
  tell(sentence, lines(fast), lines(slow));
}

void Comparison::compare_phrases(std::uint32_t sentence, bool situations) {
  const auto known = std::ranges::lower_bound(findings_, sentence, {}, &Finding::sentence);
  const auto last = std::ranges::upper_bound(findings_, sentence, {}, &Finding::sentence);
  const auto first = static_cast<std::uint32_t>(known - findings_.begin());
  const auto up_to_here = findings_.first(static_cast<std::size_t>(last - findings_.begin()));
  std::vector<Match> fast;
  Matcher(pack_, a_, fillers_)
      .match(sentence, words_of(sentence), up_to_here, first, situations,
             [&](const Match& match) { fast.push_back(match); });
  const std::vector<Match> slow =
      slow_phrase_matches(pack_, a_, fillers_, sentence, up_to_here, first, situations);
  (situations ? tally_.situation_matches : tally_.phrase_matches) += slow.size();
  // The same can be found from two anchors, and from one that is of a class in two ways.
  tell(sentence, once(lines(fast)), once(lines(slow)));
}

std::string kept_line(const pack::Rule& rule, std::uint32_t pattern, std::uint32_t trigger,
                      std::uint32_t conditions, std::uint32_t narrowness) {
  return rule.name + " kept, pattern " + std::to_string(pattern) + " at " +
         std::to_string(trigger) + " conditions " + std::to_string(conditions) + " narrowness " +
         std::to_string(narrowness);
}

// What is left of all matches; of rules without slots for situations, which want several rounds.
void Comparison::compare_kept(std::uint32_t sentence) {
  std::vector<Match> matches = slow_phrase_matches(pack_, a_, fillers_, sentence, {}, 0, false);
  for (Match& match : slow_clause_matches(pack_, a_, fillers_, sentence, false))
    matches.push_back(std::move(match));
  Lines slow;
  for (const std::size_t i : slow_kept(pack_, matches)) {
    const Match& m = matches[i];
    const pack::Rule& rule = pack_.rules()[m.row.rule];
    const std::uint32_t pattern =
        m.clause ? rule.clauses[m.row.row].pattern : rule.rows[m.row.row].pattern;
    slow.push_back(kept_line(rule, pattern, m.trigger, m.conditions, m.narrowness));
  }
  Lines fast;
  for (const Finding& f : findings_) {
    if (f.sentence != sentence || f.situation != 0) continue;
    fast.push_back(
        kept_line(pack_.rules()[f.rule], f.pattern, f.trigger, f.conditions, f.narrowness));
  }
  std::ranges::sort(slow);
  std::ranges::sort(fast);
  tally_.matches += matches.size();
  tally_.kept += slow.size();
  // Two that differ in a filler can turn out to be one, once it is linked with what it speaks of.
  tell(sentence, once(fast), once(slow));
}

void Comparison::compare(std::uint32_t sentence) {
  ++tally_.sentences;
  for (const bool situations : {false, true}) {
    compare_clauses(sentence, situations);
    compare_phrases(sentence, situations);
  }
  const bool plain = std::ranges::none_of(pack_.rules(), [](const pack::Rule& rule) {
    const auto wants = [](const auto& row) { return row.uses_situations; };
    return std::ranges::any_of(rule.clauses, wants) || std::ranges::any_of(rule.rows, wants);
  });
  if (plain) compare_kept(sentence);
}

void compare_round(std::uint32_t seed, Tally& tally) {
  Generator generator(seed);
  pack::PackSources sources;
  sources.domain = false;
  sources.keep_going = true;
  const std::string rules = generator.rules(kRules, seed % 2 == 0);
  sources.files.push_back(
      {"test.ttl", testing::with_prefixes(std::string(kGeneratedWorld) + rules)});
  Diagnostics problems;
  const std::shared_ptr<const pack::Pack> pack = pack::Pack::load(sources, problems);
  ASSERT_NE(pack, nullptr);
  for (const pack::Rule& rule : pack->rules()) tally.patterns += rule.name.starts_with("rule:r");
  english::Analysis analysis;
  std::vector<Finding> findings;
  for (int i = 0; i < kTexts; ++i) {
    const text::Document document = testing::document(generator.text());
    pack->analyser().analyse(document, analysis);
    Extractor(*pack).extract(analysis, findings);
    Comparison comparison(*pack, rules, analysis, findings, tally);
    for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) comparison.compare(s);
  }
}

TEST(SlowMatcherTest, AgreesWithTheFastOnesOnGeneratedPatternsAndTexts) {
  Tally tally;
  for (std::uint32_t seed = 0; seed < kPacks; ++seed) compare_round(seed, tally);
  std::string told;
  for (std::size_t i = 0; i < tally.differences.size() && i < kMaxTold; ++i)
    told += tally.differences[i] + "\n";
  EXPECT_TRUE(tally.differences.empty()) << tally.differences.size() << " differences:\n" << told;
  // Or there was little to compare.
  EXPECT_GT(tally.clause_matches, 1500U);
  EXPECT_GT(tally.phrase_matches, 5000U);
  EXPECT_GT(tally.situation_matches, 200U);
  EXPECT_GT(tally.kept, 2000U);
  EXPECT_GT(tally.matches, tally.kept + 500U);
  std::cout << tally.patterns << " patterns, " << tally.sentences << " sentences, "
            << tally.clause_matches << " matches of clauses, " << tally.phrase_matches
            << " of phrases, " << tally.situation_matches << " with situations; " << tally.kept
            << " kept of " << tally.matches << "\n";
}

}  // namespace
}  // namespace testudo::extract
