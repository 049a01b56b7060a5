#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace testudo {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{"odd number", Place::at("numbers.txt", 3, 1)};
  return number / 2;
}

TEST(ResultTest, HoldsAValueOrAnError) {
  ASSERT_TRUE(half(4).ok());
  EXPECT_EQ(*half(4), 2);
  ASSERT_FALSE(half(3).ok());
  EXPECT_EQ(to_string(half(3).error()), "numbers.txt:3:1: error: odd number");
}

TEST(ResultTest, MovesItsValueOut) {
  Result<std::unique_ptr<int>> made(std::make_unique<int>(7));
  const std::unique_ptr<int> taken = *std::move(made);
  EXPECT_EQ(*taken, 7);
}

TEST(ResultTest, OfNothingIsSuccessOrAnError) {
  EXPECT_TRUE(Result<void>().ok());
  EXPECT_FALSE(Result<void>(Error{"disk full", {}}).ok());
}

TEST(ResultDeathTest, AskingForWhatIsNotThereIsABrokenPromise) {
  EXPECT_DEATH((void)*half(3), "broken promise");
  EXPECT_DEATH((void)half(4).error(), "broken promise");
}

}  // namespace testudo
