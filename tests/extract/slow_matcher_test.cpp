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
  return out + " conditions " + std::to_string(match.conditions);
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
  void compare_phrases(std::uint32_t sentence, bool situations);
  void tell(std::uint32_t sentence, const Lines& fast, const Lines& slow);
  std::string rule_of(const std::string& match) const;

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
  ClauseMatcher(pack_, a_, fillers_).match(sentence, situations, [&](const Match& match) {
    fast.push_back(match);
  });
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
      .match(sentence, up_to_here, first, situations,
             [&](const Match& match) { fast.push_back(match); });
  const std::vector<Match> slow =
      slow_phrase_matches(pack_, a_, fillers_, sentence, up_to_here, first, situations);
  (situations ? tally_.situation_matches : tally_.phrase_matches) += slow.size();
  // The same can be found from two anchors, and from one that is of a class in two ways.
  tell(sentence, once(lines(fast)), once(lines(slow)));
}

void Comparison::compare(std::uint32_t sentence) {
  ++tally_.sentences;
  for (const bool situations : {false, true}) {
    compare_clauses(sentence, situations);
    compare_phrases(sentence, situations);
  }
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
  std::cout << tally.patterns << " patterns, " << tally.sentences << " sentences, "
            << tally.clause_matches << " matches of clauses, " << tally.phrase_matches
            << " of phrases, " << tally.situation_matches << " with situations\n";
}

}  // namespace
}  // namespace testudo::extract
