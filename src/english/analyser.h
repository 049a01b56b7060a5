// The whole cascade of the English analysis, step after step.
//   const Analyser analyser(segmenter, tagger, vocabulary, gazetteer);
//   Analysis analysis; analyser.analyse(document, analysis);
// Thread-safe: analyse() is const. Linear in the text.
#pragma once

#include "english/analysis.h"
#include "english/gazetteer.h"
#include "english/tagger.h"
#include "english/vocabulary.h"
#include "text/segmenter.h"

namespace testudo::english {

class Analyser {
 public:
  // All four are borrowed and must outlive the analyser.
  Analyser(const text::Segmenter& segmenter, const Tagger& tagger, const Vocabulary& vocabulary,
           const Gazetteer& gazetteer)
      : segmenter_(&segmenter),
        tagger_(&tagger),
        vocabulary_(&vocabulary),
        gazetteer_(&gazetteer) {}

  // Replaces every layer by the document's. The document must outlive the analysis.
  void analyse(const text::Document& document, Analysis& analysis) const;

 private:
  const text::Segmenter* segmenter_;
  const Tagger* tagger_;
  const Vocabulary* vocabulary_;
  const Gazetteer* gazetteer_;
};

}  // namespace testudo::english
