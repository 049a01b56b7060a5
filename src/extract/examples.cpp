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

class Comparison {
 public:
  Comparison(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings)
      : pack_(pack), analysis_(analysis), findings_(findings) {}

  bool equal(const Finding& found, const ExpectedSituation& expected) const {
    if (!pack_.ontology().is_a(found.situation_class, expected.situation_class)) return false;
    if (!expected.modality.empty() && local_name(expected.modality) != to_string(found.modality))
      return false;
    if (!expected.polarity.empty() && local_name(expected.polarity) != to_string(found.polarity))
      return false;
    if (found.roles.size() != expected.roles.size()) return false;
    std::vector<bool> used(found.roles.size(), false);
    for (const ExpectedRole& role : expected.roles) {
      std::size_t i = 0;
      while (i < found.roles.size() && (used[i] || !equal(found.roles[i], role))) ++i;
      if (i == found.roles.size()) return false;
      used[i] = true;
    }
    return true;
  }

 private:
  bool equal(const RoleFiller& found, const ExpectedRole& expected) const {
    if (found.role != expected.role) return false;
    const Filler& filler = found.filler;
    if (!expected.nested.empty()) {
      return filler.kind == FillerKind::Finding &&
             equal(findings_[filler.index], expected.nested.front());
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

std::string describe_expected(const Pack& pack, const ExpectedSituation& expected) {
  const pack::Ontology& ontology = pack.ontology();
  std::string out = ontology.info(expected.situation_class).name;
  for (const ExpectedRole& role : expected.roles) {
    out += ' ';
    out += local_name(ontology.info(role.role).name);
    out += '=';
    if (!role.nested.empty()) {
      out += '[' + describe_expected(pack, role.nested.front()) + ']';
    } else if (const auto entity = role.is_iri ? pack.lexicon().find(role.value) : std::nullopt) {
      out += pack.lexicon()[*entity].name;
    } else {
      out += '"' + role.value + '"';
    }
  }
  std::string manner;
  for (const std::string_view part :
       {local_name(expected.modality), local_name(expected.polarity)}) {
    if (part.empty()) continue;
    manner += manner.empty() ? "" : ", ";
    manner += part;
  }
  return manner.empty() ? out : out + " (" + manner + ")";
}

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

std::string concept_label(const Analysis& analysis, const Filler& filler) {
  if (!filler.value.empty()) return filler.value;  // fixed by the rule, or made of several words
  std::string label;
  bool space = false;
  for (const char c : analysis.text(filler.span)) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !label.empty();
      continue;
    }
    if (space) label += ' ';
    space = false;
    label += c;
  }
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
      return '"' + filler.value + '"';
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
    out += '=';
    out += describe(pack, analysis, findings, role.filler);
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
      std::vector<const Finding*> mine;
      for (const Finding& f : findings) {
        const bool refined = std::ranges::find(f.refined_by, r) != f.refined_by.end();
        if ((f.rule == r && f.situation == 0) || refined) mine.push_back(&f);
      }
      const Comparison compare(pack, analysis, findings);
      bool good = mine.size() == example.yields.size();
      std::vector<bool> used(mine.size(), false);
      for (const ExpectedSituation& expected : example.yields) {
        std::size_t i = 0;
        while (i < mine.size() && (used[i] || !compare.equal(*mine[i], expected))) ++i;
        if (i == mine.size()) {
          good = false;
          break;
        }
        used[i] = true;
      }
      if (good) continue;
      std::string message = rule.name + ": example \"" + example.text + "\" should yield";
      if (example.yields.empty()) message += " nothing";
      for (const ExpectedSituation& expected : example.yields)
        message += "\n    " + describe_expected(pack, expected);
      message += "\n  but the rule found";
      if (mine.empty()) message += " nothing";
      for (const Finding* f : mine) message += "\n    " + describe(pack, analysis, findings, *f);
      failures.error(example.place, std::move(message));
    }
  }
  return count;
}

}  // namespace testudo::extract
