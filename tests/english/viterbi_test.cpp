#include "english/viterbi.h"

#include <gtest/gtest.h>

#include <random>

namespace testudo::english {
namespace {

using Sentence = std::vector<std::vector<TagScore>>;

float score_of(const Sentence& words, const std::vector<std::uint8_t>& choice, const float* t) {
  float score = 0;
  auto a = static_cast<std::size_t>(State::nn);
  auto b = static_cast<std::size_t>(State::punc);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TagScore& one = words[i][choice[i]];
    const auto c = static_cast<std::size_t>(one.state);
    score += t[image::transition(a, b, c)] + one.score;
    a = b;
    b = c;
  }
  return score;
}

// Every path, one after the other.
float best_score(const Sentence& words, const float* t) {
  std::vector<std::uint8_t> choice(words.size(), 0);
  float best = score_of(words, choice, t);
  while (true) {
    std::size_t at = 0;
    while (at < words.size() && ++choice[at] == words[at].size()) choice[at++] = 0;
    if (at == words.size()) return best;
    best = std::max(best, score_of(words, choice, t));
  }
}

}  // namespace

TEST(ViterbiTest, FindsWhatTryingEveryPathFinds) {
  std::mt19937 random(20240229);
  const float* transitions = WordTable::builtin().transitions();
  Viterbi search;
  std::vector<std::uint8_t> choice;
  for (int round = 0; round < 200; ++round) {
    Sentence words(1 + random() % 7);
    search.start();
    for (auto& word : words) {
      for (std::size_t n = 1 + random() % 4; n > 0; --n) {
        word.push_back({Tag::NN, static_cast<State>(random() % kStateCount),
                        -static_cast<float>(random() % 1000) / 100.0F});
      }
      search.add(word, transitions);
    }
    search.finish(choice);
    ASSERT_EQ(choice.size(), words.size());
    ASSERT_NEAR(score_of(words, choice, transitions), best_score(words, transitions), 1e-3);
  }
}

TEST(ViterbiTest, NoWordsHaveNoTags) {
  Viterbi search;
  search.start();
  std::vector<std::uint8_t> choice = {1, 2, 3};
  search.finish(choice);
  EXPECT_TRUE(choice.empty());
}

}  // namespace testudo::english
