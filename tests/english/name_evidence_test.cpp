#include "english/name_evidence.h"

#include <gtest/gtest.h>

namespace testudo::english {

using Verdict = NameEvidence::Verdict;

TEST(NameEvidenceTest, CapitalsInsideSentencesMakeAName) {
  NameEvidence evidence;
  evidence.add_capital(7);
  evidence.watch(8);
  evidence.add_lower(8);
  evidence.add_lower(9);
  EXPECT_EQ(evidence.of(7), Verdict::Name);
  EXPECT_EQ(evidence.of(8), Verdict::Common);
  EXPECT_EQ(evidence.of(9), Verdict::None) << "a word that is never capitalised is not watched";
  EXPECT_EQ(evidence.of(10), Verdict::None);
}

TEST(NameEvidenceTest, BothSpellingsDecideNothing) {
  NameEvidence evidence;
  evidence.add_capital(7);
  evidence.add_lower(7);
  EXPECT_EQ(evidence.of(7), Verdict::None);
}

TEST(NameEvidenceTest, GrowsAndForgets) {
  NameEvidence evidence;
  for (std::uint32_t i = 0; i < 5000; ++i) evidence.add_capital(i * 256);
  for (std::uint32_t i = 0; i < 5000; ++i) ASSERT_EQ(evidence.of(i * 256), Verdict::Name) << i;
  evidence.clear();
  for (std::uint32_t i = 0; i < 5000; ++i) ASSERT_EQ(evidence.of(i * 256), Verdict::None) << i;
}

}  // namespace testudo::english
