// Tokens, through Segmenter and with the shipped word lists.
#include <gtest/gtest.h>

#include "text/segmenter.h"
#include "text_fixture.h"

namespace testudo::text {
namespace {

using testing::tokens;

// Each line is what comes out; what goes in is the line without its bars.
void expect_splits(std::initializer_list<const char*> lines) {
  for (const std::string line : lines) {
    std::string input = line;
    std::erase(input, '|');
    EXPECT_EQ(tokens(input), line);
  }
}

}  // namespace

TEST(TokenizerTest, PartsMarksFromWords) {
  expect_splits({"Talks ended|, he said|.", "(|see below|)", "“|Never|,|” she said|.",
                 "«|Нет|»|, сказал он|.", "war|—|or peace|—|came", "1914|–|1918", "and|/|or",
                 "yes|; no|: maybe", "Really|?!", "wait|... and see", "wait|… and see",
                 "a [...] gap", "it [|sic|] is", "a * b *** c", "\"|So|\""});
}

TEST(TokenizerTest, OpensClitics) {
  expect_splits({"Moscow|'s plan",
                 "Moscow|’s plan",
                 "do|n't",
                 "Do|n’t",
                 "ca|n't",
                 "they|'ll",
                 "I|'m",
                 "we|'ve",
                 "she|'d",
                 "let|'s",
                 "can|not",
                 "gon|na",
                 "would|n't|'ve",
                 "the allies|' demands",
                 "the allies|’ demands",
                 "“|Hamlet|”|'s",
                 "U.S.|'s",
                 "O'Neill",
                 "D'Artagnan|'s",
                 "rock'n'roll",
                 "DO|N'T",
                 "the '90s",
                 "back in '98"});
}

TEST(TokenizerTest, SplitsAtHyphensExceptBehindPrefixes) {
  expect_splits({"U.S.|-|Chinese",
                 "Moscow|-|Washington",
                 "state|-|run",
                 "top|-|level",
                 "face|-|to|-|face",
                 "Sino|-|Indian",
                 "five|-|year|-|old",
                 "co-operate",
                 "non-nuclear",
                 "Anti-ballistic",
                 "pre-war",
                 "re-elected",
                 "mid-2019",
                 "non-U.S.",
                 "pro-government|-|run",
                 "F|-|16",
                 "50,000|-|strong",
                 "yes -- no",
                 "well|‑|known",
                 "e-mail"});
}

TEST(TokenizerTest, KeepsNumbersWhole) {
  expect_splits({"3.5",   "1,000,000", "10:30", "2015-16", "2021-05-03", "9/11",
                 "5|-|4", "$|2",       "US$|5", "US$ 5",   "€|40|bn",    "5|%",
                 "18th",  "1960s",     "5|pm",  "10|km",   "10|a.m.",    "in 2019|, 2020",
                 "4chan", "½",         "-|5",   "+|7",     "AK|-|47",    "G|-|7",
                 "3|."});
}

TEST(TokenizerTest, KeepsAbbreviationsWithTheirFullStop) {
  expect_splits({"U.S. troops", "the U.N.|, too", "Mr. Example", "Gen. Example", "Acme Inc. grew",
                 "Ph.D. students", "e.g. this", "No. 5", "no|.", "Nov. 3", "George W. Bush",
                 "J. R. R. Tolkien", "St. Petersburg", "at 5 p.m.", "Plan B|.", "etc.",
                 "vs. them"});
}

TEST(TokenizerTest, KeepsAddressesWhole) {
  expect_splits({"https://example.org/a?b=c#d|.", "www.example.org|!", "(|http://example.org/x|)",
                 "first.last@example.org|,", "first-last@example.co.uk", "Example.org said",
                 "example.org|...", "#treaty", "#|5", "@example", "AT&T", "R&D",
                 "<|https://example.org|>", "a|@|b"});
}

TEST(TokenizerTest, PartsSentencesThatWereGluedTogether) {
  expect_splits({"he left|.|The rest stayed|.", "Node.js", "he left|.|”|The"});
}

TEST(TokenizerTest, TellsKindsApart) {
  struct Case {
    const char* text;
    TokenKind kind;
  };
  for (const Case& c :
       {Case{"treaty", TokenKind::Word}, Case{"2019", TokenKind::Number},
        Case{"1,000.5", TokenKind::Number}, Case{"18th", TokenKind::Word},
        Case{",", TokenKind::Punctuation}, Case{"...", TokenKind::Punctuation},
        Case{"€", TokenKind::Symbol}, Case{"%", TokenKind::Symbol},
        Case{"https://example.org", TokenKind::Address}, Case{"me@example.org", TokenKind::Address},
        Case{"Україна", TokenKind::Word}}) {
    const Segmentation layer = testing::segment(testing::paragraph(c.text));
    ASSERT_EQ(layer.tokens.size(), 1u) << c.text;
    EXPECT_EQ(layer.tokens[0].kind, c.kind) << c.text;
  }
}

TEST(TokenizerTest, WithoutListsTreatsNothingSpecially) {
  const Document document = testing::paragraph("Mr. Example co-operates at 5pm.");
  Segmentation layer;
  Segmenter(Conventions{}).segment(document, layer);
  std::string words;
  for (const Token& token : layer.tokens)
    words += std::string(testing::text_of(document, token)) + "|";
  EXPECT_EQ(words, "Mr|.|Example|co|-|operates|at|5pm|.|");
}

// Every byte that is no white space is in one token, in order, whatever the text.
TEST(TokenizerTest, CoversTheTextWithoutOverlap) {
  const std::vector<std::string> scraps = {"a",     "B", "7",  ".", ",", "'",    "’",    "-",   "—",
                                           "@",     "#", "$",  "/", ":", "s",    "t",    "n't", " ",
                                           "[...]", "é", "中", "😀", "&", "U.S.", "www.", "://"};
  std::uint32_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      text += scraps[(state >> 16u) % scraps.size()];
    }
    const Document document = testing::paragraph(text);
    const Segmentation layer = testing::segment(document);
    std::string joined;
    std::uint32_t end = 0;
    for (const Token& token : layer.tokens) {
      ASSERT_LE(end, token.begin) << text;
      ASSERT_LT(token.begin, token.end) << text;
      EXPECT_EQ(token.space_before,
                token.begin == 0 || token.begin > end || text[token.begin - 1] == ' ')
          << text;
      joined += testing::text_of(document, token);
      end = token.end;
    }
    std::string expected = text;
    std::erase(expected, ' ');
    ASSERT_EQ(joined, expected) << text;
    std::uint32_t next = 0;
    for (const Sentence& sentence : layer.sentences) {
      ASSERT_EQ(sentence.first_token, next);
      ASSERT_LT(sentence.first_token, sentence.last_token);
      next = sentence.last_token;
    }
    ASSERT_EQ(next, layer.tokens.size());
  }
}

}  // namespace testudo::text
