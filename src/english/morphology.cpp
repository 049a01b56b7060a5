#include "english/morphology.h"

#include <cmath>

#include "english/word_table.h"

namespace testudo::english {
namespace {

constexpr std::size_t index_of(State state) {
  for (std::size_t i = 0; i < image::kOpenStates.size(); ++i) {
    if (image::kOpenStates[i] == state) return i;
  }
  return image::kOpenStates.size();
}

// Without any statistics of the suffix: a new word of English is a noun more often than not.
constexpr double kNoSuffix = 1.0 / static_cast<double>(image::kOpenStates.size());

// What WordNet does not support is not impossible: it lacks words and classes.
constexpr double kUnsupported = 0.03;

// What WordNet supports is possible whatever the suffix says.
constexpr double kSupported = 0.02;

}  // namespace

void Support::add(State state, double weight) {
  double& now = states[index_of(state)];
  now = std::max(now, weight);
  any = true;
}

void Support::add_classes(std::uint8_t classes) {
  if ((classes & WordClass::kNoun) != 0) add(State::nn, 1);
  if ((classes & WordClass::kVerb) != 0) {
    add(State::vb, 1);
    add(State::vbp, 1);
  }
  if ((classes & WordClass::kAdjective) != 0) add(State::jj, 1);
  if ((classes & WordClass::kAdverb) != 0) add(State::rb, 1);
}

void Support::add_inflected(Inflection inflection, std::uint8_t lemma_classes) {
  const bool noun = (lemma_classes & WordClass::kNoun) != 0;
  const bool verb = (lemma_classes & WordClass::kVerb) != 0;
  switch (inflection) {
    case Inflection::Plural:
      if (noun) add(State::nns, 1);
      break;
    case Inflection::ThirdPerson:
      if (verb) add(State::vbz, 1);
      break;
    case Inflection::Past:
      if (verb) {
        add(State::vbd, 1);
        add(State::vbn, 1);
        add(State::jj, 0.3);
      }
      break;
    case Inflection::Gerund:
      if (verb) {
        add(State::vbg, 1);
        add(State::nn, 0.5);
        add(State::jj, 0.3);
      }
      break;
    case Inflection::Comparative:
    case Inflection::Superlative:
      break;  // no open state: a comparative that the lexicon lacks is rare
  }
}

OpenProbabilities combine(const Support& support, std::span<const float> suffix_scores) {
  OpenProbabilities out = {};
  double sum = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double suffix =
        suffix_scores.empty() ? kNoSuffix : std::exp(static_cast<double>(suffix_scores[i]));
    const double weight = support.any ? std::max(support.states[i], kUnsupported) : 1;
    out[i] = suffix * weight + (support.any ? support.states[i] * kSupported : 0);
    sum += out[i];
  }
  for (double& p : out) p /= sum;
  return out;
}

}  // namespace testudo::english
