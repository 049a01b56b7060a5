#include "english/analyser.h"

#include "base/check.h"
#include "english/phrases.h"

namespace testudo::english {
namespace {

void add_sentences(Analysis& analysis) {
  for (const text::Sentence& s : analysis.segmentation.sentences) {
    SentenceLayers layers;
    layers.tokens = {s.first_token, s.last_token};
    layers.block = s.block;
    analysis.sentences.push_back(layers);
  }
}

}  // namespace

std::string_view to_string(NameKind kind) {
  switch (kind) {
    case NameKind::Name:
      return "name";
    case NameKind::Common:
      return "common";
    case NameKind::Demonym:
      return "demonym";
    case NameKind::Inhabitant:
      return "inhabitant";
    case NameKind::Metonym:
      return "metonym";
    case NameKind::FamilyName:
      return "family name";
  }
  return "name";
}

void Analysis::clear() {
  document = nullptr;
  segmentation.clear();
  words.clear();
  symbols.clear();
  mentions.clear();
  phrases.clear();
  groups.clear();
  times.clear();
  clauses.clear();
  nominals.clear();
  arguments.clear();
  attachments.clear();
  names.clear();
  actors.clear();
  actor_countries.clear();
  references.clear();
  sentences.clear();
  lemmas.clear();
}

Analyser::Analyser(const text::Segmenter& segmenter, const Tagger& tagger, Vocabulary& vocabulary,
                   const Gazetteer& gazetteer, const WordLists& lists, const EntityTable* entities)
    : segmenter_(&segmenter),
      tagger_(&tagger),
      vocabulary_(&vocabulary),
      gazetteer_(&gazetteer),
      times_(lists, vocabulary),
      noun_phrases_(lists, vocabulary),
      verb_groups_(lists, vocabulary),
      clauses_(lists, vocabulary),
      context_(lists, vocabulary),
      nominals_(lists, vocabulary),
      names_(lists, vocabulary),
      references_(lists, vocabulary, gazetteer, entities) {}

void Analyser::analyse(const text::Document& document, Analysis& analysis) const {
  analyse(std::span(&document, 1), std::span(&analysis, 1));
}

void Analyser::analyse(std::span<const text::Document> documents,
                       std::span<Analysis> analyses) const {
  TESTUDO_CHECK(documents.size() == analyses.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    analyses[i].clear();
    analyses[i].document = &documents[i];
  }
  const auto each = [&](const auto& step) {
    for (Analysis& analysis : analyses) step(analysis);
  };
  each([&](Analysis& a) { segmenter_->segment(*a.document, a.segmentation); });
  each([&](Analysis& a) {
    tagger_->tag(a.document->text, a.segmentation, a.words, a.lemmas);
    add_sentences(a);
  });
  each([&](Analysis& a) {
    vocabulary_->apply(a);
    gazetteer_->find(a);
  });
  each([&](Analysis& a) { times_.find(a); });
  each([&](Analysis& a) { noun_phrases_.find(a); });
  each([&](Analysis& a) { names_.find(a, *gazetteer_); });
  each([&](Analysis& a) {
    verb_groups_.find(a);
    clauses_.find(a);
    context_.find(a);
  });
  each([&](Analysis& a) { nominals_.find(a, *gazetteer_); });
  each([&](Analysis& a) { references_.find(a); });
}

}  // namespace testudo::english
