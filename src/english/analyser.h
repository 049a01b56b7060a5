// The whole cascade of the English analysis, step after step.
//   const Analyser analyser(segmenter, tagger, vocabulary, gazetteer);
//   Analysis analysis; analyser.analyse(document, analysis);
// Thread-safe: analyse() is const. Linear in the text.
#pragma once

#include <span>

#include "english/analysis.h"
#include "english/clause_context.h"
#include "english/clauses.h"
#include "english/gazetteer.h"
#include "english/names.h"
#include "english/nominals.h"
#include "english/phrases.h"
#include "english/reference.h"
#include "english/tagger.h"
#include "english/time.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"
#include "text/segmenter.h"

namespace testudo::english {

class Analyser {
 public:
  // All but the lists are borrowed and must outlive the analyser; the words of the lists that its
  // steps ask for are made known to the vocabulary. The gazetteer's entities are described in
  // `entities`, if anywhere.
  Analyser(const text::Segmenter& segmenter, const Tagger& tagger, Vocabulary& vocabulary,
           const Gazetteer& gazetteer, const WordLists& lists,
           const EntityTable* entities = nullptr);

  // A noun that names an event besides those that the word lists and WordNet tell of. While a pack
  // is loaded.
  void add_event_noun(Symbol noun) { nominals_.add_event_noun(noun); }

  // Replaces every layer by the document's. The document must outlive the analysis.
  void analyse(const text::Document& document, Analysis& analysis) const;

  // The same for as many documents as analyses, step after step over all of them, which keeps each
  // step's code and tables in the processor's caches: several short documents at once take less
  // time than one by one (as queries do in Boncz et al., MonetDB/X100, CIDR 2005).
  void analyse(std::span<const text::Document> documents, std::span<Analysis> analyses) const;

 private:
  const text::Segmenter* segmenter_;
  const Tagger* tagger_;
  const Vocabulary* vocabulary_;
  const Gazetteer* gazetteer_;
  TimeFinder times_;
  NounPhraseFinder noun_phrases_;
  VerbGroupFinder verb_groups_;
  ClauseFinder clauses_;
  ClauseContext context_;
  NominalFinder nominals_;
  NameFinder names_;
  ReferenceFinder references_;
};

}  // namespace testudo::english
