#include "english/table/tag_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "english/closed_class.h"
#include "english/morphology.h"
#include "english/word_table.h"

namespace testudo::english::table {
namespace {

constexpr std::size_t kN = kStateCount;
constexpr std::size_t kOpen = image::kOpenStates.size();

// A word of up to this many occurrences tells what unknown words are like (Brants 2000,
// section 2.3).
constexpr double kRare = 10;

// How many occurrences the guess from WordNet and the suffix weighs against a word's own.
constexpr double kGuessWeight = 1.0;

// "alleged crime": poslex's corpus tags more participles before nouns as adjectives than the
// Universal Dependencies treebanks do.
constexpr double kParticipleAsAdjective = 0.3;

// How many occurrences as a name it is worth that WordNet spells a noun with a capital.
constexpr double kNameWeight = 3.0;

// Tags less likely than this are not tried.
constexpr double kLeastLikely = 0.004;

std::size_t index(State state) { return static_cast<std::size_t>(state); }

bool is_possessive(std::string_view form) {
  const auto classes = closed_classes();
  const auto found = std::find_if(classes.begin(), classes.end(), [](const ClosedClass& c) {
    return c.feature == Feature::kPossessive;
  });
  const std::string padded = " " + std::string(found->words) + " ";
  return padded.find(" " + std::string(form) + " ") != std::string::npos;
}

Tag tag_of(State state, std::string_view form) {
  switch (state) {
    case State::of:
      return Tag::IN;
    case State::punc:
      return Tag::SYM;
    case State::prp:
      return is_possessive(form) ? Tag::PRPS : Tag::PRP;
    case State::wp:
      return form == "whose" ? Tag::WPS : Tag::WP;
    default:
      break;
  }
  std::string name(kStateNames[index(state)]);
  for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
  return parse_tag(name).value_or(Tag::NN);
}

// Good and Turing's rule undone: what was never seen counts nothing, what was seen once counts one.
double raw(double smoothed) {
  if (smoothed < 0.5) return 0;
  return smoothed < 1 ? 1 : smoothed;
}

// The weights of trigram, bigram and unigram by deleted interpolation (Brants 2000, figure 1).
class Interpolation {
 public:
  explicit Interpolation(const std::vector<double>& smoothed) : tri_(smoothed) {
    for (double& c : tri_) c = raw(c);
    for (std::size_t i = 0; i < tri_.size(); ++i) {
      const std::size_t a = i / (kN * kN);
      const std::size_t b = i / kN % kN;
      const std::size_t c = i % kN;
      pair_[a * kN + b] += tri_[i];
      bigram_[b * kN + c] += tri_[i];
      context_[b] += tri_[i];
      uni_[c] += tri_[i];
      all_ += tri_[i];
    }
    weigh();
  }

  double probability(std::size_t a, std::size_t b, std::size_t c) const {
    const double tri = ratio(tri_[(a * kN + b) * kN + c], pair_[a * kN + b]);
    const double bi = ratio(bigram_[b * kN + c], context_[b]);
    const double uni = uni_[c] / all_;
    if (pair_[a * kN + b] <= 0) {
      return (weights_[1] * bi + weights_[0] * uni) / (weights_[0] + weights_[1]);
    }
    // A context that was seen often needs little help from shorter ones: Witten and Bell's weight
    // between trigram and the rest.
    const double trust = pair_[a * kN + b] / (pair_[a * kN + b] + kShorterWeight);
    const double rest = (weights_[1] * bi + weights_[0] * uni) / (weights_[0] + weights_[1]);
    return trust * tri + (1 - trust) * rest;
  }

  double unigram(std::size_t c) const { return uni_[c]; }
  double total() const { return all_; }

 private:
  static constexpr double kShorterWeight = 30;

  static double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

  void weigh() {
    weights_ = {};
    for (std::size_t i = 0; i < tri_.size(); ++i) {
      if (tri_[i] <= 0) continue;
      const std::size_t b = i / kN % kN;
      const std::size_t c = i % kN;
      const double bi = ratio(bigram_[b * kN + c] - 1, context_[b] - 1);
      const double uni = (uni_[c] - 1) / (all_ - 1);
      weights_[bi > uni ? 1 : 0] += tri_[i];
    }
    const double sum = weights_[0] + weights_[1];
    for (double& w : weights_) w = std::max(w / sum, 0.001);
  }

  std::vector<double> tri_;
  std::array<double, kN* kN> pair_ = {};
  std::array<double, kN* kN> bigram_ = {};
  std::array<double, kN> context_ = {};
  std::array<double, kN> uni_ = {};
  std::array<double, 2> weights_ = {};  // unigram, bigram
  double all_ = 0;
};

// Only letters, and not too few: what a suffix can be learned from.
bool teaches_suffixes(std::string_view form) {
  return form.size() >= 3 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

TagModel::TagModel(const Lexicon& lexicon, const std::vector<double>& trigrams, const WordNet& net)
    : lexicon_(lexicon), net_(net) {
  make_transitions(trigrams);
  std::array<double, kStateCount> sums = {};
  for (const auto& [word, probabilities] : lexicon_.words) {
    for (std::size_t s = 0; s < kN; ++s) sums[s] += probabilities[s];
  }
  // Some of the lexicon's columns sum to more than one; cardinal numbers, whose digits were left
  // out, to less.
  for (std::size_t s = 0; s < kN; ++s) scale_[s] = totals_[s] / std::max(1.0, sums[s]);
  make_suffixes();
}

void TagModel::make_transitions(const std::vector<double>& trigrams) {
  const Interpolation model(trigrams);
  transitions_.resize(image::kTransitions);
  for (std::size_t a = 0; a < kN; ++a) {
    for (std::size_t b = 0; b < kN; ++b) {
      for (std::size_t c = 0; c < kN; ++c) {
        const double p = std::max(model.probability(a, b, c), 1e-9);
        transitions_[image::transition(a, b, c)] = static_cast<float>(std::log(p));
      }
    }
  }
  for (std::size_t s = 0; s < kN; ++s) {
    totals_[s] = std::max(model.unigram(s), 1.0);
    priors_.push_back(static_cast<float>(std::log(totals_[s] / model.total())));
  }
}

double TagModel::count(std::string_view form, std::size_t state) const {
  const auto found = lexicon_.words.find(form);
  return found == lexicon_.words.end() ? 0 : found->second[state] * scale_[state];
}

double TagModel::occurrences(std::string_view form) const {
  double all = 0;
  for (std::size_t s = 0; s < kN; ++s) all += count(form, s);
  return all;
}

void TagModel::make_suffixes() {
  std::map<std::string, std::array<double, kOpen>> counts;
  for (const auto& [word, probabilities] : lexicon_.words) {
    if (!teaches_suffixes(word)) continue;
    std::array<double, kOpen> mine = {};
    if (occurrences(word) > kRare) continue;
    for (std::size_t i = 0; i < kOpen; ++i) mine[i] = count(word, index(image::kOpenStates[i]));
    for (std::size_t n = 0; n <= std::min(word.size() - 1, image::kLongestSuffix); ++n) {
      auto& at = counts[word.substr(word.size() - n)];
      for (std::size_t i = 0; i < kOpen; ++i) at[i] += mine[i];
    }
  }
  // Each suffix leans on the next shorter one (Brants 2000, equation 7); map order puts no shorter
  // suffix behind it, so go by length.
  std::map<std::string, std::array<double, kOpen>> smooth;
  constexpr double kLean = 2.0;  // occurrences that the shorter suffix is worth
  for (std::size_t n = 0; n <= image::kLongestSuffix; ++n) {
    for (const auto& [suffix, at] : counts) {
      if (suffix.size() != n) continue;
      const double sum = std::accumulate(at.begin(), at.end(), 0.0);
      auto& out = smooth[suffix];
      for (std::size_t i = 0; i < kOpen; ++i) {
        const double shorter = n == 0 ? 1.0 / kOpen : smooth[suffix.substr(1)][i];
        out[i] = (at[i] + kLean * shorter) / (sum + kLean);
      }
      if (n == 0 || sum < 2) continue;
      image::Suffix record;
      record.key = image::suffix_key(suffix);
      for (std::size_t i = 0; i < kOpen; ++i) {
        record.score[i] = static_cast<float>(std::log(std::max(out[i], 1e-6)));
      }
      suffix_index_[record.key] = suffixes_.size();
      suffixes_.push_back(record);
    }
  }
}

std::vector<float> TagModel::suffix_scores(std::string_view form) const {
  for (std::size_t n = std::min(form.size(), image::kLongestSuffix); n > 0; --n) {
    const auto found = suffix_index_.find(image::suffix_key(form.substr(form.size() - n)));
    if (found == suffix_index_.end()) continue;
    const auto& score = suffixes_[found->second].score;
    return {score.begin(), score.end()};
  }
  return {};
}

std::vector<image::Score> TagModel::scores(std::string_view form) const {
  // Names of WordNet support no common noun.
  const auto common_classes = [&](std::string_view lemma) -> std::uint8_t {
    const auto found = net_.words.find(lemma);
    if (found == net_.words.end()) return 0;
    return static_cast<std::uint8_t>(found->second.classes &
                                     ~(found->second.capitalised & WordClass::kNoun));
  };
  const auto guess = guess_tags(form, common_classes, suffix_scores(form));
  std::array<double, kN> p = {};
  double all = 0;
  for (std::size_t s = 0; s < kN; ++s) all += p[s] = s == index(State::punc) ? 0 : count(form, s);
  // A closed class has no new members: a frequent word's tags are known.
  const double weight = all > 200 ? 0.0 : kGuessWeight;
  for (std::size_t i = 0; i < kOpen; ++i) p[index(image::kOpenStates[i])] += weight * guess[i];
  if (form.ends_with("ed") && p[index(State::vbn)] > 0)
    p[index(State::jj)] *= kParticipleAsAdjective;
  const auto entry = net_.words.find(form);
  if (entry != net_.words.end() && (entry->second.capitalised & WordClass::kNoun) != 0) {
    p[index(State::nnp)] += weight * kNameWeight;
  }
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  std::vector<std::size_t> order(kN);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p[a] > p[b]; });
  std::vector<image::Score> out;
  for (const std::size_t s : order) {
    if (p[s] <= 0 || (p[s] / sum < kLeastLikely && !out.empty())) break;
    const auto state = static_cast<State>(s);
    out.push_back({static_cast<std::uint8_t>(tag_of(state, form)), static_cast<std::uint8_t>(s), 0,
                   static_cast<float>(std::log(p[s] / sum)) - priors_[s]});
  }
  return out;
}

}  // namespace testudo::english::table
