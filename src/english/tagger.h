// Part-of-speech tags and lemmas for the tokens of a document: the second layer of the analysis.
//   Tagger tagger; std::vector<Word> words; LemmaStore lemmas;
//   tagger.tag(document.text, layer, words, lemmas);
// A trigram tagger (Viterbi over Debian's festlex-poslex), then curated contextual corrections,
// each with its reason and test. Thread-safe: tag() is const. Linear in the text.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "english/tag.h"
#include "english/word_shape.h"
#include "english/word_table.h"
#include "text/segmenter.h"

namespace testudo::english {

// One word of the layer; words run parallel to Segmentation::tokens.
struct Word {
  std::string_view
      lemma;  // "withdraw", "Trump", "not" for n't; lives as long as the table or the LemmaStore
  WordId form = WordId::None;      // the lower-case form's id
  WordId lemma_id = WordId::None;  // the lower-case lemma's id
  Tag tag = Tag::NN;
  Case letter_case = Case::None;
  bool has_digit = false;
};

// Keeps lemmas that are not in the table. Views into it stay valid until clear().
class LemmaStore {
 public:
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  void clear() { kept_.clear(); }

 private:
  std::deque<std::string> kept_;
};

class Tagger {
 public:
  explicit Tagger(const WordTable& words = WordTable::builtin());

  // Fills `words` with one Word a token, sentence by sentence. `text` is Document::text and must
  // outlive the words.
  void tag(std::string_view text, const text::Segmentation& layer, std::vector<Word>& words,
           LemmaStore& lemmas) const;

 private:
  const WordTable* table_;  // not owned; never null
};

}  // namespace testudo::english
