// The tagger's statistics, from the part-of-speech lexicon and WordNet.
//   const TagModel model(lexicon, trigrams, net);  model.scores("withdraw")
// Build-time only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "english/table/poslex.h"
#include "english/table/wordnet.h"
#include "english/word_image.h"

namespace testudo::english::table {

class TagModel {
 public:
  TagModel(const Lexicon& lexicon, const std::vector<double>& trigrams, const WordNet& net);

  // The tags of a form, best P(tag | form) first, with log P(form | tag) up to a constant of the
  // form.
  std::vector<image::Score> scores(std::string_view form) const;

  // How often the lexicon's corpus had a form.
  double occurrences(std::string_view form) const;

  // log P(t | t-2, t-1), laid out as image::Header::transitions.
  const std::vector<float>& transitions() const { return transitions_; }
  // log P(state).
  const std::vector<float>& priors() const { return priors_; }
  // Scores of suffixes, each at least as long as what it is needed for.
  const std::vector<image::Suffix>& suffixes() const { return suffixes_; }

 private:
  void make_transitions(const std::vector<double>& trigrams);
  void make_suffixes();
  std::vector<float> suffix_scores(std::string_view form) const;
  double count(std::string_view form, std::size_t state) const;

  const Lexicon& lexicon_;
  const WordNet& net_;
  std::array<double, kStateCount> totals_ = {};  // occurrences of each state
  std::array<double, kStateCount> scale_ = {};   // P(word | state) times this is a count
  std::vector<float> transitions_;
  std::vector<float> priors_;
  std::vector<image::Suffix> suffixes_;
  std::map<std::uint64_t, std::size_t> suffix_index_;
};

}  // namespace testudo::english::table
