#include "english/word_table.h"

#include <gtest/gtest.h>

namespace testudo::english {

TEST(WordTableTest, TheImageStaysInsideItself) { EXPECT_EQ(check_image(builtin_image()), ""); }

}  // namespace testudo::english
