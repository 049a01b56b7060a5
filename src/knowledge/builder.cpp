#include "knowledge/builder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

#include "base/buffer.h"
#include "base/content_hash.h"
#include "base/flat_map.h"
#include "base/hash_index.h"
#include "base/interner.h"
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
constexpr std::string_view kCue = "https://w3id.org/testudo/kb#cue";
constexpr std::string_view kFirstPublisher = "https://w3id.org/testudo/kb#firstPublisher";

// kb:Actual and its like, by the number of the enumerator.
template <class Enumeration, std::size_t N>
std::array<std::string, N> iris_of() {
  std::array<std::string, N> iris;
  for (std::size_t i = 0; i < N; ++i) {
    iris[i] = terms::kKb;
    iris[i] += to_string(static_cast<Enumeration>(i));
  }
  return iris;
}

const std::string& iri_of(extract::Modality modality) {
  static const auto iris = iris_of<extract::Modality, pack::kModalities>();
  return iris[static_cast<std::size_t>(modality)];
}

const std::string& iri_of(extract::Polarity polarity) {
  static const auto iris = iris_of<extract::Polarity, pack::kPolarities>();
  return iris[static_cast<std::size_t>(polarity)];
}

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
    std::iota(order.begin(), order.end(), 0U);
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
    return BuildCounts{analysis_.sentences.size(), assertion_count_};
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
    concept_iri(name, iri_);
    const Symbol iri = iris_.intern(iri_);
    put_iri(article_, property, iris_.text(iri));
    NewEntity& entity = new_entity(iri);
    if (entity.label.empty()) entity = {name, terms::kOrganization};
  }

  // ---- situations
  // ----------------------------------------------------------------------------------------------------

  void name_situations() {
    name_new_entities();
    situations_.resize(findings_.size());
    for (std::uint32_t i = 0; i < findings_.size(); ++i) name_situation(i);
    states_.resize(iris_.size() + 1);
  }

  void name_new_entities() {
    std::size_t roles = 0;
    for (const Finding& finding : findings_) roles += finding.roles.size();
    fillers_.reserve(roles);
    roles_.reserve(roles);
    for (const Finding& finding : findings_) {
      first_filler_.push_back(fillers_.size());
      for (const extract::RoleFiller& role : finding.roles) {
        fillers_.push_back(is_new_entity(role.filler) ? name_entity(role.filler) : NamedFiller());
      }
    }
  }

  // Entities of the article's own, known by their labels.
  static bool is_new_entity(const Filler& filler) {
    return filler.kind == FillerKind::Concept || filler.kind == FillerKind::Named;
  }
  struct NamedFiller {
    Symbol iri = Symbol::None;  // None: no entity of the article's own
    std::string label;
  };
  NamedFiller name_entity(const Filler& filler) {
    std::string label = extract::concept_label(analysis_, filler);
    if (filler.belongs_to != english::kNone && filler.by_context) {
      concept_iri(label, pack_.lexicon()[filler.belongs_to].label, iri_);
    } else {
      concept_iri(label, iri_);
    }
    return {iris_.intern(iri_), std::move(label)};
  }

  // Inner situations first: an IRI rests on those of its fillers.
  void name_situation(std::uint32_t i) {
    Situation& situation = situations_[i];
    if (situation.iri != Symbol::None) return;
    const Finding& finding = findings_[i];
    for (const extract::RoleFiller& role : finding.roles) {
      if (role.filler.kind == FillerKind::Finding) name_situation(role.filler.index);
    }
    situation.first_role = roles_.size();
    for (std::size_t r = 0; r < finding.roles.size(); ++r) {
      const RoleValue value = value_of(finding.roles[r], fillers_[first_filler_[i] + r]);
      if (std::ranges::find(roles_of(situation), value) != roles_of(situation).end()) continue;
      roles_.push_back(value);
      ++situation.role_count;
    }
    const std::span<const RoleValue> roles = roles_of(situation);
    situation_iri(ontology_, finding.situation_class, {roles.begin(), roles.end()}, iri_);
    situation.iri = iris_.intern(iri_);
  }

  RoleValue value_of(const extract::RoleFiller& role, const NamedFiller& named) const {
    const Filler& filler = role.filler;
    switch (filler.kind) {
      case FillerKind::Entity:
        return {role.role, pack_.lexicon()[filler.index].iri, {}, false};
      case FillerKind::Named:
      case FillerKind::Concept:
        return {role.role, iris_.text(named.iri), {}, false};
      case FillerKind::Finding:
        return {role.role, iris_.text(situations_[filler.index].iri), {}, false};
      case FillerKind::Literal:
        break;
    }
    return {role.role, filler.value, filler.datatype, true};
  }

  text::SourceSpan source_span(extract::TokenSpan span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return document_.offsets.span(document_.text, tokens[span.begin].begin,
                                  tokens[span.end - 1].end);
  }

  void write_finding(std::uint32_t i) {
    const Finding& finding = findings_[i];
    const text::SourceSpan span = source_span(finding.span);
    passage_iri(article_, span, passage_);
    const std::string_view situation = iris_.text(situations_[i].iri);
    const std::string& modality = iri_of(finding.modality);
    const std::string& polarity = iri_of(finding.polarity);
    const std::string& rule = pack_.rules()[finding.rule].iri;
    const std::vector<std::string_view> holders = holders_of(finding);
    std::string all_holders;
    for (const std::string_view holder : holders) (all_holders += holder) += ' ';
    std::string& assertion = iri_;
    assertion_iri(article_, passage_, situation, rule, modality, polarity, all_holders, assertion);
    if (!is_first(assertion)) return;
    write_passage(finding, span);
    put_iri(assertion, rdf::kRdfType, terms::kAssertion);
    put_iri(assertion, kPassageProperty, passage_);
    put_iri(assertion, kRuleProperty, rule);
    put_iri(assertion, terms::kModality, modality);
    put_iri(assertion, terms::kPolarity, polarity);
    for (const std::string_view holder : holders) put_iri(assertion, terms::kHolder, holder);
    write_cues(assertion, finding);
    put_iri(assertion, kContent, situation);
    const bool fact = finding.modality == extract::Modality::Actual &&
                      finding.polarity == extract::Polarity::Positive && holders.empty();
    if (fact) state_of(i).fact = true;
  }

  // Whether the assertion has not been met before. What tells it from others is the hash that its
  // IRI ends in.
  bool is_first(std::string_view assertion) {
    const std::string_view name = assertion.substr(assertion.size() - ContentHash::kDigits);
    const std::size_t hash = std::hash<std::string_view>()(name);
    const auto same = [&](std::uint32_t at) {
      return assertion_names_.view().substr(at * name.size(), name.size()) == name;
    };
    if (assertions_.find(hash, same) != HashIndex::kNone) return false;
    assertions_.add(hash, assertion_count_++);
    assertion_names_.add(name);
    return true;
  }

  // The passage at passage_, if it is not written yet.
  void write_passage(const Finding& finding, text::SourceSpan span) {
    // A document has less than 2^32 code points.
    if (!passages_.try_emplace((span.begin << 32U) | span.end, 0).second) return;
    put_iri(passage_, rdf::kRdfType, terms::kPassage);
    put_iri(passage_, kArticleProperty, article_);
    put(passage_, kBegin, TermView::typed(std::to_string(span.begin), rdf::kXsdNonNegativeInteger));
    put(passage_, kEnd, TermView::typed(std::to_string(span.end), rdf::kXsdNonNegativeInteger));
    if (options_.passages_text)
      put(passage_, kTextProperty, TermView::literal(analysis_.text(finding.span)));
  }

  // The words that made modality, polarity and holder, from the inside out.
  void write_cues(std::string_view assertion, const Finding& finding) {
    if (!options_.passages_text) return;
    for (const extract::CueUse& cue : finding.cues)
      put(assertion, kCue, TermView::literal(analysis_.text(cue.words)));
  }

  // The IRIs of those whose view an assertion is, without repetition.
  std::vector<std::string_view> holders_of(const Finding& finding) {
    std::vector<std::string_view> iris;
    for (const Filler& holder : finding.holders) {
      std::string_view iri;
      if (holder.kind == FillerKind::Entity) {
        iri = pack_.lexicon()[holder.index].iri;
        use_entity(holder.index);
      } else if (is_new_entity(holder)) {
        NamedFiller named = name_entity(holder);
        iri = iris_.text(named.iri);
        use_new_entity(holder, std::move(named));
      } else {
        continue;
      }
      if (std::ranges::find(iris, iri) == iris.end()) iris.push_back(iri);
    }
    return iris;
  }

  // Once a situation, after all assertions are known: only then is it certain whether it is a fact.
  void write_situation(std::uint32_t i) {
    if (std::exchange(state_of(i).written, true)) return;
    const std::string_view situation = iris_.text(situations_[i].iri);
    put_iri(situation, rdf::kRdfType, ontology_.info(findings_[i].situation_class).iri);
    if (state_of(i).fact) put_iri(situation, rdf::kRdfType, terms::kFact);
    for (const RoleValue& role : roles_of(situations_[i])) {
      const std::string& property = ontology_.info(role.role).iri;
      if (role.is_literal) {
        put(situation, property, TermView::typed(role.value, role.datatype));
      } else {
        put_iri(situation, property, role.value);
      }
    }
    for (std::size_t r = 0; r < findings_[i].roles.size(); ++r) {
      const Filler& filler = findings_[i].roles[r].filler;
      if (filler.kind == FillerKind::Entity) use_entity(filler.index);
      if (is_new_entity(filler)) use_new_entity(filler, std::move(fillers_[first_filler_[i] + r]));
    }
  }

  // An entity of the article's own. What is once told to be an actor or a name is no mere concept.
  void use_new_entity(const Filler& filler, NamedFiller named) {
    NewEntity& entity = new_entity(named.iri);
    if (entity.label.empty()) entity.label = std::move(named.label);
    if (filler.kind == FillerKind::Named) {
      entity.type = ontology_.info(filler.entity_class).iri;
      if (filler.belongs_to != english::kNone) {
        entity.belongs_to = filler.belongs_to;
        use_entity(filler.belongs_to);
      }
    } else if (entity.type.empty()) {
      entity.type = terms::kConcept;
    }
  }

  // ---- entities
  // ------------------------------------------------------------------------------------------------------

  void use_entity(pack::EntityId id) {
    if (!known_entities_.try_emplace(id, 0).second) return;
    entities_.push_back(id);
    for (const pack::EntityStatement& s : pack_.lexicon()[id].statements) {
      if (!s.is_iri) continue;
      if (const auto other = pack_.lexicon().find(s.value)) use_entity(*other);
    }
  }

  void write_entities() {
    std::ranges::sort(entities_);  // ids follow the IRIs
    for (const pack::EntityId id : entities_) {
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
    std::vector<std::pair<std::string_view, const NewEntity*>> by_iri;
    for (std::size_t symbol = 1; symbol < new_entities_.size(); ++symbol) {
      const NewEntity& entity = new_entities_[symbol];
      if (!entity.type.empty()) by_iri.emplace_back(iris_.text(Symbol(symbol)), &entity);
    }
    std::ranges::sort(by_iri, {}, [](const auto& entry) { return entry.first; });
    for (const auto& [iri, used] : by_iri) {
      const NewEntity& entity = *used;
      put_iri(iri, rdf::kRdfType, entity.type);
      put(iri, rdf::kSkosPrefLabel, TermView::in_language(entity.label, "en"));
      if (entity.belongs_to == english::kNone) continue;
      const bool country = pack_.lexicon().is_country(entity.belongs_to, ontology_);
      put_iri(iri, country ? ontology_.info(ontology_.nationality).iri : terms::kPartOf,
              pack_.lexicon()[entity.belongs_to].iri);
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

  // What is known of a situation, by the symbol of its IRI.
  struct State {
    bool fact = false;
    bool written = false;
  };
  State& state_of(std::uint32_t finding) {
    return states_[static_cast<std::size_t>(situations_[finding].iri)];
  }

  struct Situation {
    Symbol iri = Symbol::None;
    std::size_t first_role = 0;  // in roles_
    std::size_t role_count = 0;
  };
  std::span<const RoleValue> roles_of(const Situation& situation) const {
    return std::span(roles_).subspan(situation.first_role, situation.role_count);
  }

  // An entity of the article's own; without a type as long as nothing uses it.
  struct NewEntity {
    std::string label;
    std::string_view type;
    pack::EntityId belongs_to = english::kNone;
  };
  NewEntity& new_entity(Symbol iri) {
    const auto at = static_cast<std::size_t>(iri);
    if (at >= new_entities_.size()) new_entities_.resize(iris_.size() + 1);
    return new_entities_[at];
  }

  Interner iris_;                          // of situations and of the article's own entities
  std::vector<std::size_t> first_filler_;  // by finding: where those of its roles begin in …
  std::vector<NamedFiller> fillers_;       // … this
  std::vector<Situation> situations_;      // by finding
  std::vector<RoleValue> roles_;           // of the situations
  std::vector<State> states_;              // by symbol
  std::string iri_;                        // scratch
  std::string passage_;                    // that of the finding at work
  FlatMap passages_;                       // those written; by where they begin and end
  Buffer assertion_names_;                 // the ends of their IRIs
  HashIndex assertions_;                   // of the places of these
  std::uint32_t assertion_count_ = 0;
  FlatMap known_entities_;  // those of …
  std::vector<pack::EntityId> entities_;
  std::vector<NewEntity> new_entities_;  // by symbol
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
  return write(std::span(&document, 1), writer).front();
}

std::vector<Result<BuildCounts>> Builder::write(std::span<const text::Document> documents,
                                                rdf::Writer& writer) const {
  // A thread keeps the memory from batch to batch.
  static thread_local std::vector<english::Analysis> analyses;
  static thread_local std::vector<std::vector<Finding>> findings;
  const std::size_t count = documents.size();
  if (analyses.size() < count) analyses.resize(count);
  if (findings.size() < count) findings.resize(count);
  pack_->analyser().analyse(documents, std::span(analyses).first(count));
  extractor_.extract(std::span(analyses).first(count), std::span(findings).first(count));
  std::vector<Result<BuildCounts>> results;
  for (std::size_t i = 0; i < count; ++i)
    results.push_back(write(documents[i], analyses[i], findings[i], writer));
  return results;
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
