// Clauses and their arguments, read with the pack as shipped. The sentences stand in clauses.txt,
// by construction; what they are read as is in the notation of clause_notation.h.
#include "english/clauses.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "english/clause_notation.h"
#include "support/fixture.h"

namespace testudo::english {
namespace {

struct Row {
  std::string sentence;
  std::string clauses;
};

struct Construction {
  std::string name;
  std::vector<Row> rows;
};

std::vector<Construction> read_table() {
  std::vector<Construction> table;
  std::ifstream file(TESTUDO_CLAUSE_TABLE);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      table.push_back({line.substr(3), {}});
    } else if (table.empty() || line.empty()) {
      continue;  // what stands before the first construction explains the file
    } else if (line.starts_with("  ")) {
      std::string& clauses = table.back().rows.back().clauses;
      clauses += (clauses.empty() ? "" : "\n") + line.substr(2);
    } else {
      table.back().rows.push_back({line, ""});
    }
  }
  return table;
}

Analysis analyse(const text::Document& document) {
  Analysis analysis;
  testudo::testing::shipped().analyser().analyse(document, analysis);
  return analysis;
}

class ClausesTest : public ::testing::TestWithParam<Construction> {};

TEST_P(ClausesTest, HaveTheirArguments) {
  EXPECT_FALSE(GetParam().rows.empty());
  for (const Row& row : GetParam().rows) {
    const text::Document document = testudo::testing::document(row.sentence);
    EXPECT_EQ(testing::describe_clauses(analyse(document)), row.clauses) << row.sentence;
  }
}

std::string test_name(const ::testing::TestParamInfo<Construction>& info) {
  std::string out;
  for (const char c : info.param.name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Table, ClausesTest, ::testing::ValuesIn(read_table()), test_name);

TEST(ClauseTableTest, IsRead) { EXPECT_GE(read_table().size(), 20U); }

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

// The machine takes every chunk once; all that it looks back on is bounded: open clauses (24), the
// right edge of each (24), members of a coordination (64), and what it looks ahead at, too. So what
// it writes is at most a fixed number of arguments a token, however a sentence is built.
TEST(ClauseBoundsTest, WhatIsFoundGrowsWithTheSentenceAlone) {
  const std::string monsters[] = {
      "The end " + repeated("of the war ", 600) + "came.",
      "The man " + repeated("who saw the man ", 450) + "left.",
      "He said " + repeated("that she said ", 600) + "nothing.",
      "The king, " + repeated("a friend, ", 600) + "left.",
      repeated("A man, ", 500) + "and a boy " + repeated("came, ", 400) + "and left.",
      "He left " + repeated("in May ", 900) + ".",
      "They were " + repeated("very ", 1800) + "tired.",
      repeated("(the king ", 600) + "left.",
      repeated("with prices rising, ", 450) + "it fell.",
      repeated("Has Rome ", 900) + "agreed?",
      repeated("\"", 1900),
      repeated("and ", 1900),
      repeated("to go ", 900),
      repeated("If it rains, ", 450) + "he goes.",
      repeated("who ", 1900),
  };
  for (const std::string& text : monsters) {
    const text::Document document = testudo::testing::document(text);
    const Analysis a = analyse(document);
    const std::size_t tokens = a.words.size();
    EXPECT_LE(a.clauses.size(), a.groups.size()) << text.substr(0, 60);
    EXPECT_LE(a.arguments.size(), 66 * a.clauses.size() + tokens) << text.substr(0, 60);
    EXPECT_LE(a.attachments.size(), tokens) << text.substr(0, 60);
  }
}

void expect_within(const std::string& text) {
  const text::Document document = testudo::testing::document(text);
  const Analysis a = analyse(document);
  for (std::size_t c = 0; c < a.clauses.size(); ++c) {
    const Clause& clause = a.clauses[c];
    EXPECT_LT(clause.group, a.groups.size()) << text;
    EXPECT_TRUE(clause.parent == kNone || (clause.parent < a.clauses.size() && clause.parent != c))
        << text;
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i)
      EXPECT_LT(a.arguments[i].phrase, a.phrases.size()) << text;
  }
}

TEST(ClauseBoundsTest, ClausesPointIntoTheirSentence) {
  expect_within("In Kyiv, the capital");
  for (const Construction& construction : read_table()) {
    for (const Row& row : construction.rows) expect_within(row.sentence);
  }
}

// What breaks off anywhere ends without a mark or in the middle of a phrase.
TEST(ClauseBoundsTest, SentencesMayBreakOffAnywhere) {
  for (const Construction& construction : read_table()) {
    for (const Row& row : construction.rows) {
      for (std::size_t end = row.sentence.find(' '); end != std::string::npos;
           end = row.sentence.find(' ', end + 1)) {
        expect_within(row.sentence.substr(0, end));
      }
    }
  }
}

}  // namespace
}  // namespace testudo::english
