#include "knowledge/builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "extract/examples.h"
#include "knowledge/identity.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::knowledge {

using extract::Filler;
using extract::FillerKind;
using extract::Finding;
using rdf::TermView;

namespace {

namespace terms = pack::terms;

constexpr std::string_view kBegin = "https://w3id.org/testudo/kb#begin";
constexpr std::string_view kEnd = "https://w3id.org/testudo/kb#end";
constexpr std::string_view kTextProperty = "https://w3id.org/testudo/kb#text";
constexpr std::string_view kArticleProperty = "https://w3id.org/testudo/kb#article";
constexpr std::string_view kContent = "https://w3id.org/testudo/kb#content";
constexpr std::string_view kPassageProperty = "https://w3id.org/testudo/kb#passage";
constexpr std::string_view kRuleProperty = "https://w3id.org/testudo/kb#rule";
constexpr std::string_view kFirstPublisher = "https://w3id.org/testudo/kb#firstPublisher";

std::string kb(std::string_view local) { return std::string(terms::kKb) + std::string(local); }

std::string_view date_type(std::string_view date) {
  return date.size() > 7 ? rdf::kXsdDate : date.size() > 4 ? rdf::kXsdGYearMonth : rdf::kXsdGYear;
}

// Writes one article; lives for one call.
class ArticleWriter {
 public:
  ArticleWriter(const pack::Pack& pack, const BuildOptions& options, const text::Document& document,
                const english::Analysis& analysis, const std::vector<Finding>& findings,
                std::string article, rdf::Writer& writer)
      : pack_(pack),
        ontology_(pack.ontology()),
        options_(options),
        document_(document),
        analysis_(analysis),
        findings_(findings),
        article_(std::move(article)),
        writer_(writer) {}

  Result<BuildCounts> run() {
    if (Result<void> r = writer_.begin_graph(article_); !r.ok()) return r.error();
    write_article();
    name_situations();
    // Findings come with the inner ones first; the output follows the text.
    std::vector<std::uint32_t> order(findings_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(findings_[a].span.begin, findings_[a].span.end) <
             std::tie(findings_[b].span.begin, findings_[b].span.end);
    });
    for (const std::uint32_t i : order) write_finding(i);
    for (const std::uint32_t i : order) write_situation(i);
    write_entities();
    write_concepts();
    if (Result<void> r = writer_.end_graph(); failure_.ok() && !r.ok()) failure_ = r;
    if (!failure_.ok()) return failure_.error();
    return BuildCounts{analysis_.sentences.size(), assertions_.size()};
  }

 private:
  void put(std::string_view s, std::string_view p, const TermView& o) {
    Result<void> r = writer_.triple(TermView::iri(s), TermView::iri(p), o);
    if (!r.ok() && failure_.ok()) failure_ = std::move(r);
  }
  void put_iri(std::string_view s, std::string_view p, std::string_view o) {
    put(s, p, TermView::iri(o));
  }

  void write_article() {
    const text::Metadata& m = document_.metadata;
    put_iri(article_, rdf::kRdfType, terms::kArticle);
    const std::string_view language =
        rdf::is_valid_language_tag(m.language) ? std::string_view(m.language) : "en";
    if (!m.title.empty()) put(article_, rdf::kDctTitle, TermView::in_language(m.title, language));
    if (!m.author.empty()) put(article_, rdf::kDctCreator, TermView::literal(m.author));
    write_organization(rdf::kDctPublisher, m.publisher);
    write_organization(kFirstPublisher, m.first_publisher);
    if (rdf::is_valid_lexical_form(m.date, date_type(m.date)) && !m.date.empty()) {
      put(article_, rdf::kDctIssued, TermView::typed(m.date, date_type(m.date)));
    }
    if (!m.language.empty() && rdf::is_valid_language_tag(m.language)) {
      put(article_, rdf::kDctLanguage, TermView::literal(m.language));
    }
    if (rdf::is_valid_iri(m.url) && m.url != article_) put_iri(article_, rdf::kDctSource, m.url);
  }

  // The lexicon's entity of that name, or one of the article's own.
  void write_organization(std::string_view property, const std::string& name) {
    if (name.empty()) return;
    if (const auto known = pack_.lexicon().find_label(name)) {
      put_iri(article_, property, pack_.lexicon()[*known].iri);
      use_entity(*known);
      return;
    }
    const std::string iri = concept_iri(name);
    put_iri(article_, property, iri);
    concepts_.try_emplace(iri, name, terms::kOrganization);
  }

  // ---- situations
  // ----------------------------------------------------------------------------------------------------

  void name_situations() {
    situations_.resize(findings_.size());
    roles_.resize(findings_.size());
    for (std::uint32_t i = 0; i < findings_.size(); ++i) name_situation(i);
  }

  // Inner situations first: an IRI rests on those of its fillers.
  const std::string& name_situation(std::uint32_t i) {
    if (!situations_[i].empty()) return situations_[i];
    const Finding& finding = findings_[i];
    for (const extract::RoleFiller& role : finding.roles) {
      RoleValue value;
      value.role = role.role;
      const Filler& filler = role.filler;
      switch (filler.kind) {
        case FillerKind::Entity:
          value.value = pack_.lexicon()[filler.index].iri;
          break;
        case FillerKind::Concept:
          value.value = concept_iri(extract::concept_label(analysis_, filler));
          break;
        case FillerKind::Finding:
          value.value = name_situation(filler.index);
          break;
        case FillerKind::Literal:
          value.value = filler.value;
          value.datatype = filler.datatype;
          value.is_literal = true;
          break;
      }
      if (std::ranges::find(roles_[i], value) == roles_[i].end())
        roles_[i].push_back(std::move(value));
    }
    situations_[i] = situation_iri(ontology_, finding.situation_class, roles_[i]);
    return situations_[i];
  }

  text::SourceSpan source_span(extract::TokenSpan span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return document_.offsets.span(document_.text, tokens[span.begin].begin,
                                  tokens[span.end - 1].end);
  }

  void write_finding(std::uint32_t i) {
    const Finding& finding = findings_[i];
    const text::SourceSpan span = source_span(finding.span);
    const std::string passage = passage_iri(article_, span);
    const std::string modality = kb(to_string(finding.modality));
    const std::string polarity = kb(to_string(finding.polarity));
    const std::string& rule = pack_.rules()[finding.rule].iri;
    const std::string assertion =
        assertion_iri(article_, passage, situations_[i], rule, modality, polarity, "");
    if (!assertions_.insert(assertion).second) return;
    if (passages_.insert(passage).second) {
      put_iri(passage, rdf::kRdfType, terms::kPassage);
      put_iri(passage, kArticleProperty, article_);
      put(passage, kBegin,
          TermView::typed(std::to_string(span.begin), rdf::kXsdNonNegativeInteger));
      put(passage, kEnd, TermView::typed(std::to_string(span.end), rdf::kXsdNonNegativeInteger));
      if (options_.passages_text)
        put(passage, kTextProperty, TermView::literal(analysis_.text(finding.span)));
    }
    put_iri(assertion, rdf::kRdfType, terms::kAssertion);
    put_iri(assertion, kPassageProperty, passage);
    put_iri(assertion, kRuleProperty, rule);
    put_iri(assertion, terms::kModality, modality);
    put_iri(assertion, terms::kPolarity, polarity);
    put_iri(assertion, kContent, situations_[i]);
    const bool fact = finding.modality == extract::Modality::Actual &&
                      finding.polarity == extract::Polarity::Positive;
    if (fact) facts_.insert(situations_[i]);
  }

  // Once a situation, after all assertions are known: only then is it certain whether it is a fact.
  void write_situation(std::uint32_t i) {
    const std::string& situation = situations_[i];
    if (!written_.insert(situation).second) return;
    put_iri(situation, rdf::kRdfType, ontology_.info(findings_[i].situation_class).iri);
    if (facts_.contains(situation)) put_iri(situation, rdf::kRdfType, terms::kFact);
    for (std::size_t r = 0; r < roles_[i].size(); ++r) {
      const RoleValue& role = roles_[i][r];
      const std::string& property = ontology_.info(role.role).iri;
      if (role.is_literal) {
        put(situation, property, TermView::typed(role.value, role.datatype));
      } else {
        put_iri(situation, property, role.value);
      }
    }
    for (const extract::RoleFiller& role : findings_[i].roles) {
      const Filler& filler = role.filler;
      if (filler.kind == FillerKind::Entity) use_entity(filler.index);
      if (filler.kind == FillerKind::Concept) {
        const std::string label = extract::concept_label(analysis_, filler);
        concepts_.try_emplace(concept_iri(label), label, terms::kConcept);
      }
    }
  }

  // ---- entities
  // ------------------------------------------------------------------------------------------------------

  void use_entity(pack::EntityId id) {
    if (!entities_.insert(id).second) return;
    for (const pack::EntityStatement& s : pack_.lexicon()[id].statements) {
      if (!s.is_iri) continue;
      if (const auto other = pack_.lexicon().find(s.value)) use_entity(*other);
    }
  }

  void write_entities() {
    for (const pack::EntityId id : entities_) {  // ids follow the IRIs
      const pack::Entity& entity = pack_.lexicon()[id];
      for (const pack::EntityStatement& s : entity.statements) {
        if (s.is_iri) {
          put_iri(entity.iri, s.property, s.value);
        } else {
          put(entity.iri, s.property, {rdf::TermKind::Literal, s.value, s.datatype, s.language});
        }
      }
    }
  }

  void write_concepts() {
    for (const auto& [iri, what] : concepts_) {
      put_iri(iri, rdf::kRdfType, what.second);
      put(iri, rdf::kSkosPrefLabel, TermView::in_language(what.first, "en"));
    }
  }

  const pack::Pack& pack_;
  const pack::Ontology& ontology_;
  const BuildOptions& options_;
  const text::Document& document_;
  const english::Analysis& analysis_;
  const std::vector<Finding>& findings_;
  const std::string article_;
  rdf::Writer& writer_;
  Result<void> failure_;

  std::vector<std::string> situations_;        // by finding
  std::vector<std::vector<RoleValue>> roles_;  // by finding
  std::unordered_set<std::string> passages_;
  std::unordered_set<std::string> assertions_;
  std::unordered_set<std::string> facts_;
  std::unordered_set<std::string> written_;
  std::set<pack::EntityId> entities_;
  std::map<std::string, std::pair<std::string, std::string_view>>
      concepts_;  // IRI to label and class
};

}  // namespace

Builder::Builder(const pack::Pack& pack, BuildOptions options)
    : pack_(&pack), options_(std::move(options)), extractor_(pack) {}

std::string Builder::article_iri(const text::Document& document) const {
  if (rdf::is_valid_iri(document.metadata.url) &&
      document.metadata.url.find('#') == std::string::npos) {
    return document.metadata.url;
  }
  return options_.base + rdf::encode_segment(document.id);
}

Result<BuildCounts> Builder::write(const text::Document& document, rdf::Writer& writer) const {
  english::Analysis analysis;
  std::vector<Finding> findings;
  pack_->analyser().analyse(document, analysis);
  extractor_.extract(analysis, findings);
  return write(document, analysis, findings, writer);
}

Result<BuildCounts> Builder::write(const text::Document& document,
                                   const english::Analysis& analysis,
                                   const std::vector<Finding>& findings,
                                   rdf::Writer& writer) const {
  return ArticleWriter(*pack_, options_, document, analysis, findings, article_iri(document),
                       writer)
      .run();
}

}  // namespace testudo::knowledge
