#include "base/stable_sort.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace testudo {
namespace {

struct Card {
  unsigned rank = 0;
  std::size_t dealt = 0;

  friend bool operator==(const Card&, const Card&) = default;
};

std::vector<Card> deal(std::size_t count) {
  std::vector<Card> cards;
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX generator
    cards.push_back({static_cast<unsigned>(state >> 61U), i});
  }
  return cards;
}

}  // namespace

TEST(StableSortTest, SortsShortAndLongRangesLikeTheLibrary) {
  for (std::size_t count = 0; count < 3 * kShortRange; ++count) {
    std::vector<Card> cards = deal(count);
    std::vector<Card> model = cards;
    sort_stably(std::span(cards), {}, &Card::rank);
    std::ranges::stable_sort(model, {}, &Card::rank);
    EXPECT_EQ(cards, model) << count;
  }
}

TEST(StableSortTest, LeavesWhatIsOutsideOfTheRange) {
  std::vector<int> numbers = {9, 3, 2, 1};
  sort_stably(std::span(numbers).subspan(2));
  EXPECT_EQ(numbers, (std::vector<int>{9, 3, 1, 2}));
}

}  // namespace testudo
