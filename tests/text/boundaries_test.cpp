// What ICU is shown of a text is shortened; it must see the same sentences as in the whole.
#include "text/boundaries.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <random>
#include <string>

namespace testudo::text {
namespace {

// ICU's own answer, by the slow and obvious way.
std::vector<std::uint32_t> starts_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  sentences->setText(units);
  std::vector<std::uint32_t> starts;
  for (std::int32_t at = sentences->next(); at != icu::BreakIterator::DONE && at < units.length();
       at = sentences->next()) {
    std::string before;
    units.tempSubString(0, at).toUTF8String(before);
    starts.push_back(static_cast<std::uint32_t>(before.size()));
  }
  return starts;
}

std::vector<std::uint32_t> starts_of(const std::string& text) {
  std::vector<std::uint32_t> starts;
  sentence_starts(text, 0, static_cast<std::uint32_t>(text.size()), starts);
  return starts;
}

TEST(BoundariesTest, AreWhereIcuSeesThem) {
  for (const std::string text :
       {"One came. Two left.", "The envoy of the u.s. government left. So did he.", "no end",
        "“Why?” he asked. “Because.”", "a.b c. d E. f (g.) h", "Ünder  ärger. ça va. ",
        "3.5 percent. 4.A x\ny. 🙂 z. 🙂 A", "e\u0301 a.\u0301 b. \u0301C"}) {
    EXPECT_EQ(starts_of(text), starts_by_icu(text)) << text;
  }
}

TEST(BoundariesTest, AreWhereIcuSeesThemInAnyText) {
  constexpr std::array<const char*, 22> kPieces = {
      "a",  "b", " ", " ",  " ", ".", ".", "?", "!",      "A",      "1",
      "\"", ")", "(", "\n", ",", "’", "é", "É", "\u0301", "\u00AD", "🙂"};
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) text += kPieces[random() % kPieces.size()];
    ASSERT_EQ(starts_of(text), starts_by_icu(text)) << text;
  }
}

}  // namespace
}  // namespace testudo::text
