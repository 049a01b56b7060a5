#include "english/analyser.h"

#include "english/phrases.h"

namespace testudo::english {

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
  analysis.clear();
  analysis.document = &document;
  segmenter_->segment(document, analysis.segmentation);
  tagger_->tag(document.text, analysis.segmentation, analysis.words, analysis.lemmas);
  for (const text::Sentence& s : analysis.segmentation.sentences) {
    SentenceLayers layers;
    layers.tokens = {s.first_token, s.last_token};
    layers.block = s.block;
    analysis.sentences.push_back(layers);
  }
  vocabulary_->apply(analysis);
  gazetteer_->find(analysis);
  times_.find(analysis);
  noun_phrases_.find(analysis);
  names_.find(analysis, *gazetteer_);
  verb_groups_.find(analysis);
  clauses_.find(analysis);
  context_.find(analysis);
  nominals_.find(analysis, *gazetteer_);
  references_.find(analysis);
}

void Analyser::analyse_all(std::span<const text::Document> documents, std::span<Analysis> analyses) const {
  const std::size_t n = documents.size();
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  analysis.clear();
  analysis.document = &documents[i];
  segmenter_->segment(documents[i], analysis.segmentation); }
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  tagger_->tag(documents[i].text, analysis.segmentation, analysis.words, analysis.lemmas);
  for (const text::Sentence& s : analysis.segmentation.sentences) {
    SentenceLayers layers;
    layers.tokens = {s.first_token, s.last_token};
    layers.block = s.block;
    analysis.sentences.push_back(layers);
  } }
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  vocabulary_->apply(analysis);
  gazetteer_->find(analysis);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  times_.find(analysis);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  noun_phrases_.find(analysis);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  names_.find(analysis, *gazetteer_);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  verb_groups_.find(analysis);
  clauses_.find(analysis);
  context_.find(analysis);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  nominals_.find(analysis, *gazetteer_);}
  for (std::size_t i = 0; i < n; ++i) { Analysis& analysis = analyses[i];
  references_.find(analysis);}
}
}  // namespace testudo::english
