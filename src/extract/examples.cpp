#include "extract/examples.h"

#include <algorithm>

#include "english/vocabulary.h"
#include "extract/extractor.h"

namespace testudo::extract {

using english::Analysis;
using pack::ExpectedRole;
using pack::ExpectedSituation;
using pack::Pack;

namespace {

std::string_view local_name(std::string_view name) {
  const std::size_t cut = name.find_last_of(":#/");
  return cut == std::string_view::npos ? name : name.substr(cut + 1);
}

// ---- what an example expects, for people
// -----------------------------------------------------------------------------

std::string describe(const Pack& pack, const ExpectedSituation& expected);

std::string describe(const Pack& pack, const ExpectedRole& expected) {
  if (!expected.nested.empty()) return '[' + describe(pack, expected.nested.front()) + ']';
  const auto entity = expected.is_iri ? pack.lexicon().find(expected.value) : std::nullopt;
  return entity ? pack.lexicon()[*entity].name : '"' + expected.value + '"';
}

std::string describe(const Pack& pack, const ExpectedSituation& expected) {
  const pack::Ontology& ontology = pack.ontology();
  std::string out = ontology.info(expected.situation_class).name;
  for (const ExpectedRole& role : expected.roles) {
    out += ' ';
    out += local_name(ontology.info(role.role).name);
    out += '=' + describe(pack, role);
  }
  std::string manner;
  if (expected.modality) manner += to_string(*expected.modality);
  if (expected.polarity) {
    manner += manner.empty() ? "" : ", ";
    manner += to_string(*expected.polarity);
  }
  return manner.empty() ? out : out + " (" + manner + ")";
}

// ---- comparing
// -------------------------------------------------------------------------------------------------------

// How findings differ from what was expected of them.
class Comparison {
 public:
  using Differences = std::vector<std::string>;  // a line each

  Comparison(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings)
      : pack_(pack), analysis_(analysis), findings_(findings) {}

  // None where the finding is as expected.
  Differences differences(const Finding& found, const ExpectedSituation& expected) const {
    Differences told;
    const pack::Ontology& ontology = pack_.ontology();
    if (!ontology.is_a(found.situation_class, expected.situation_class)) {
      told.push_back("class is " + ontology.info(found.situation_class).name + ", not " +
                     ontology.info(expected.situation_class).name);
    }
    compare_roles(found, expected, told);
    if (expected.modality && *expected.modality != found.modality)
      told.push_back(
          otherwise("modality", to_string(found.modality), to_string(*expected.modality)));
    if (expected.polarity && *expected.polarity != found.polarity)
      told.push_back(
          otherwise("polarity", to_string(found.polarity), to_string(*expected.polarity)));
    if (!expected.holders.empty()) compare("holder", found.holders, expected.holders, told);
    return told;
  }

 private:
  static std::string otherwise(std::string_view what, std::string_view is,
                               std::string_view wanted) {
    return std::string(what) + " is " + std::string(is) + ", not " + std::string(wanted);
  }

  // Role by role, in the order of the ontology.
  void compare_roles(const Finding& found, const ExpectedSituation& expected,
                     Differences& told) const {
    std::vector<pack::PropertyId> roles;
    for (const ExpectedRole& role : expected.roles) roles.push_back(role.role);
    for (const RoleFiller& role : found.roles) roles.push_back(role.role);
    std::ranges::sort(roles);
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    for (const pack::PropertyId role : roles) {
      std::vector<Filler> is;
      std::vector<ExpectedRole> wanted;
      for (const RoleFiller& f : found.roles) {
        if (f.role == role) is.push_back(f.filler);
      }
      for (const ExpectedRole& e : expected.roles) {
        if (e.role == role) wanted.push_back(e);
      }
      compare(local_name(pack_.ontology().info(role).name), is, wanted, told);
    }
  }

  // The fillers of one role, in any order.
  void compare(std::string_view role, std::vector<Filler> is, std::vector<ExpectedRole> wanted,
               Differences& told) const {
    std::erase_if(wanted, [&](const ExpectedRole& expected) {
      const auto same =
          std::ranges::find_if(is, [&](const Filler& filler) { return equal(filler, expected); });
      if (same == is.end()) return false;
      is.erase(same);
      return true;
    });
    for (std::size_t i = 0; i < std::max(is.size(), wanted.size()); ++i) {
      const std::string found = i < is.size() ? describe(pack_, analysis_, findings_, is[i]) : "";
      const std::string expected = i < wanted.size() ? describe(pack_, wanted[i]) : "";
      if (expected.empty()) {
        told.push_back(std::string(role) + " is too much: " + found);
      } else if (found.empty()) {
        told.push_back(std::string(role) + " is missing: " + expected);
      } else {
        told.push_back(otherwise(role, found, expected));
      }
    }
  }

  bool equal(const Filler& filler, const ExpectedRole& expected) const {
    if (!expected.nested.empty()) {
      return filler.kind == FillerKind::Finding &&
             differences(findings_[filler.index], expected.nested.front()).empty();
    }
    switch (filler.kind) {
      case FillerKind::Entity:
        return expected.is_iri && pack_.lexicon()[filler.index].iri == expected.value;
      case FillerKind::Named:
      case FillerKind::Concept:
        return !expected.is_iri && english::to_lower(concept_label(analysis_, filler)) ==
                                       english::to_lower(expected.value);
      case FillerKind::Literal:
        return !expected.is_iri && filler.value == expected.value;
      case FillerKind::Finding:
        return false;
    }
    return false;
  }

  const Pack& pack_;
  const Analysis& analysis_;
  std::span<const Finding> findings_;
};

// One example against what its rule found; the others' findings are there to explain.
class ExampleReport {
 public:
  ExampleReport(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings,
                pack::RuleId rule)
      : pack_(pack), a_(analysis), findings_(findings), compare_(pack, analysis, findings) {
    for (const Finding& f : findings) {
      if (is_nested(f)) continue;
      const bool refined = std::ranges::find(f.refined_by, rule) != f.refined_by.end();
      (f.rule == rule || refined ? mine_ : others_).push_back(&f);
    }
  }

  // What is wrong, a line each; nothing where the example holds.
  std::string run(const pack::Example& example) {
    for (const ExpectedSituation& expected : example.yields) {
      if (!take(expected, true)) left_.push_back(&expected);
    }
    std::string told;
    for (const ExpectedSituation* expected : left_) tell(*expected, told);
    for (const Finding* found : mine_)
      told += "\n    found besides: " + describe(pack_, a_, findings_, *found);
    return told;
  }

 private:
  bool is_nested(const Finding& f) const {
    return pack_.rules()[f.rule].situations[f.situation].nested;
  }

  // Takes the finding that is as expected, or else the one that is nearest to it.
  const Finding* take(const ExpectedSituation& expected, bool exactly) {
    auto best = mine_.end();
    std::size_t fewest = 0;
    for (auto at = mine_.begin(); at != mine_.end(); ++at) {
      const std::size_t count = compare_.differences(**at, expected).size();
      if (best != mine_.end() && count >= fewest) continue;
      best = at;
      fewest = count;
    }
    if (best == mine_.end() || (exactly && fewest > 0)) return nullptr;
    const Finding* taken = *best;
    mine_.erase(best);
    return taken;
  }

  void tell(const ExpectedSituation& expected, std::string& told) {
    if (const Finding* near = take(expected, false)) {
      told += "\n    " + describe(pack_, expected);
      for (const std::string& line : compare_.differences(*near, expected))
        told += "\n      " + line;
      return;
    }
    told += "\n    not found: " + describe(pack_, expected);
    for (const Finding* other : others_) {
      const pack::Ontology& ontology = pack_.ontology();
      const bool related = ontology.is_a(other->situation_class, expected.situation_class) ||
                           ontology.is_a(expected.situation_class, other->situation_class);
      if (!related) continue;
      told += "\n      read by " + pack_.rules()[other->rule].name + ": " +
              describe(pack_, a_, findings_, *other);
    }
  }

  const Pack& pack_;
  const Analysis& a_;
  std::span<const Finding> findings_;
  Comparison compare_;
  std::vector<const Finding*> mine_;    // of the rule, not yet taken
  std::vector<const Finding*> others_;  // of other rules
  std::vector<const ExpectedSituation*> left_;
};

}  // namespace

text::Document example_document(const std::string& text) {
  text::Document document;
  document.name = "example";
  document.text = text;
  document.blocks.push_back(
      {text::BlockKind::Paragraph, 0, static_cast<std::uint32_t>(text.size())});
  document.offsets.add_verbatim(0, document.text, 0);
  return document;
}

namespace {

// Whether a word has its capital from its place alone: "Rebels attacked …".
bool is_capital_by_place(const Analysis& analysis, std::uint32_t token) {
  const english::Word& word = analysis.words[token];
  const char first = analysis.text(token).front();
  if (word.letter_case != english::Case::Capitalised || first < 'A' || first > 'Z') return false;
  if (english::is_proper_noun(word.tag) || word.form == english::WordId::None) return false;
  if (english::WordTable::builtin().can_be_name(word.form)) return false;
  return std::ranges::binary_search(analysis.sentences, token, {},
                                    [](const auto& s) { return s.tokens.begin; });
}

}  // namespace

std::string folded_words(const Analysis& analysis, TokenSpan span) {
  std::string words(analysis.text(span));
  std::size_t end = 0;  // of what is folded, in place: it never gets longer
  bool space = false;
  for (const char c : words) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = end > 0;
      continue;
    }
    if (space) words[end++] = ' ';
    space = false;
    words[end++] = c;
  }
  words.resize(end);
  return words;
}

std::string concept_label(const Analysis& analysis, const Filler& filler) {
  if (!filler.value.empty()) return std::string(filler.value);  // fixed by the rule
  if (!filler.qualifier.empty())
    return std::string(analysis.text(filler.qualifier)) + ' ' +
           std::string(analysis.text(filler.head));
  std::string label = folded_words(analysis, filler.span);
  if (!label.empty() && is_capital_by_place(analysis, filler.span.begin))
    label.front() = static_cast<char>(label.front() - 'A' + 'a');
  return label;
}

std::string describe(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings,
                     const Filler& filler) {
  switch (filler.kind) {
    case FillerKind::Entity:
      return pack.lexicon()[filler.index].name;
    case FillerKind::Named:
    case FillerKind::Concept:
      return '"' + concept_label(analysis, filler) + '"';
    case FillerKind::Literal:
      return '"' + std::string(filler.value) + '"';
    case FillerKind::Finding:
      return '[' + describe(pack, analysis, findings, findings[filler.index]) + ']';
  }
  return "";
}

std::string describe(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings,
                     const Finding& finding) {
  const pack::Ontology& ontology = pack.ontology();
  std::string out = ontology.info(finding.situation_class).name;
  for (const RoleFiller& role : finding.roles) {
    out += ' ';
    out += local_name(ontology.info(role.role).name);
    out += '=' + describe(pack, analysis, findings, role.filler);
  }
  out += " (";
  out += to_string(finding.modality);
  out += ", ";
  out += to_string(finding.polarity);
  return out + ")";
}

std::size_t run_examples(const Pack& pack, Diagnostics& failures) {
  const Extractor extractor(pack);
  Analysis analysis;
  std::vector<Finding> findings;
  std::size_t count = 0;
  for (pack::RuleId r = 0; r < pack.rules().size(); ++r) {
    const pack::Rule& rule = pack.rules()[r];
    for (const pack::Example& example : rule.examples) {
      ++count;
      const text::Document document = example_document(example.text);
      pack.analyser().analyse(document, analysis);
      extractor.extract(analysis, findings);
      const std::string told = ExampleReport(pack, analysis, findings, r).run(example);
      if (told.empty()) continue;
      failures.error(example.place,
                     rule.name + ": example \"" + example.text + "\" is read otherwise" + told);
    }
  }
  return count;
}

}  // namespace testudo::extract
