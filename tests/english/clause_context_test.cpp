// What stands around clauses: who reports them, under which condition they hold, quotation marks.
#include "english/clause_context.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::english {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

// "hold said by say if fail quoted": a clause a piece, by the lemmas of the verbs.
std::string describe(const Analysis& a, const Clause& clause) {
  const auto lemma = [&](std::uint32_t c) {
    return std::string(a.words[a.clauses[c].predicate].lemma);
  };
  std::string out(a.words[clause.predicate].lemma);
  if (clause.reporter != kNone) out += " said by " + lemma(clause.reporter);
  if (clause.condition != kNone) out += " if " + lemma(clause.condition);
  if (clause.quoted) out += " quoted";
  return out;
}

class ClauseContextTest : public ::testing::TestWithParam<Case> {};

TEST_P(ClauseContextTest, IsFound) {
  const text::Document document = testudo::testing::document(GetParam().text);
  Analysis a;
  testudo::testing::shipped().analyser().analyse(document, a);
  std::string found;
  for (const Clause& clause : a.clauses) found += (found.empty() ? "" : "; ") + describe(a, clause);
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Reports, ClauseContextTest,
    ::testing::Values(Case{"Officials said that the truce holds.", "say; hold said by say"},
                      Case{"Officials say the truce will hold.", "say; hold said by say"},
                      Case{"The truce holds, officials said.", "hold said by say; say"},
                      Case{"The truce, said the envoy, will hold.", "say; hold said by say"},
                      Case{"She believes that the truce will hold.",
                           "believe; hold said by believe"},
                      Case{"The truce holds.", "hold"},
                      Case{"He left because the truce failed.", "leave; fail"}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, ClauseContextTest,
    ::testing::Values(
        Case{"\"The truce will hold,\" the envoy said.", "hold said by say quoted; say"},
        Case{"\"The truce will hold,\" said the envoy.", "hold said by say quoted; say"},
        Case{"The envoy said: \"The truce will hold.\"", "say; hold said by say quoted"},
        Case{"\"We met. The truce will hold,\" the envoy said.",
             "meet said by say quoted; hold said by say quoted; say"},
        Case{"The \"frozen\" war goes on.", "go"}));

INSTANTIATE_TEST_SUITE_P(
    Conditions, ClauseContextTest,
    ::testing::Values(Case{"If the truce fails, they will leave.", "fail; leave if fail"},
                      Case{"They will leave if the truce fails.", "leave if fail; fail"},
                      Case{"Unless the truce fails, they will stay.", "fail; stay if fail"},
                      Case{"When the truce failed, they left.", "fail; leave"}));

TEST(ClauseContextTest, GivesAFrontedClauseItsParent) {
  const text::Document document =
      testudo::testing::document("Although it rained, the ministers met.");
  Analysis a;
  testudo::testing::shipped().analyser().analyse(document, a);
  ASSERT_EQ(a.clauses.size(), 2u);
  EXPECT_EQ(a.clauses[0].parent, 1u);
  EXPECT_EQ(a.clauses[1].parent, kNone);
}

TEST(ClauseContextTest, AQuotationEndsWithItsBlock) {
  text::Document document;
  document.name = document.id = "test";
  document.text = "He said: \"It rains.\nThe truce holds.";
  const auto cut = static_cast<std::uint32_t>(document.text.find('\n'));
  document.blocks.push_back({text::BlockKind::Paragraph, 0, cut});
  document.blocks.push_back(
      {text::BlockKind::Paragraph, cut + 1, static_cast<std::uint32_t>(document.text.size())});
  document.offsets.add_verbatim(0, document.text, 0);
  document.source_length = document.text.size();
  Analysis a;
  testudo::testing::shipped().analyser().analyse(document, a);
  ASSERT_FALSE(a.clauses.empty());
  EXPECT_FALSE(a.clauses.back().quoted);
}

}  // namespace
}  // namespace testudo::english
