// The compiler of the word table, on the installed data and on broken files.
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "english/table/image_writer.h"
#include "english/word_table.h"

namespace testudo::english::table {
namespace {

namespace fs = std::filesystem;

class CompileWordsTest : public ::testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& content) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

 private:
  fs::path folder_;
};

}  // namespace

TEST_F(CompileWordsTest, TheSameInputGivesTheBytesThatAreBuiltIn) {
  const auto compile = [] {
    const auto lexicon = read_lexicon(fs::path(TESTUDO_POSLEX) / "wsj.wp39.poslexR");
    const auto trigrams = read_trigrams(fs::path(TESTUDO_POSLEX) / "wsj.wp39.tri.ngrambin");
    const auto net = read_wordnet(TESTUDO_WORDNET);
    return write_image(lexicon.value(), trigrams.value(), net.value());
  };
  const std::string image = compile();
  EXPECT_TRUE(image == compile()) << "two runs differ";
  const auto builtin = builtin_image();
  ASSERT_EQ(image.size(), builtin.size());
  EXPECT_EQ(std::memcmp(image.data(), builtin.data(), image.size()), 0);
}

TEST_F(CompileWordsTest, ReadsTheLexicon) {
  const auto lexicon =
      read_lexicon(write("lexicon", "MNCL\n(\"a\\\"b\" ((nn -1.5) (1 -2) (vb -3) ) () )\n"));
  ASSERT_TRUE(lexicon.ok()) << to_string(lexicon.error());
  ASSERT_EQ(lexicon->words.count("a\"b"), 1u);
  EXPECT_NEAR(lexicon->words.at("a\"b")[static_cast<std::size_t>(State::nn)], 0.2231, 1e-4);
  EXPECT_EQ(lexicon->words.at("a\"b")[static_cast<std::size_t>(State::nns)], 0);
}

TEST_F(CompileWordsTest, NamesTheLineOfABrokenLexicon) {
  const struct {
    const char* content;
    const char* message;
    std::uint32_t line;
  } kCases[] = {{"", "the first line is not MNCL", 1},
                {"MNCL\n(\"a\" ((nn -1)) () )\nbroken\n", "not an entry of the lexicon", 3},
                {"MNCL\n(\"a\" ((nn x)) () )\n", "not an entry of the lexicon", 2},
                {"MNCL\n(\"a\" ((zz -1)) () )\n", "unknown tag zz", 2}};
  for (const auto& one : kCases) {
    const auto lexicon = read_lexicon(write("lexicon", one.content));
    ASSERT_FALSE(lexicon.ok()) << one.content;
    EXPECT_EQ(lexicon.error().message, one.message);
    EXPECT_EQ(lexicon.error().place.line, one.line);
  }
}

TEST_F(CompileWordsTest, NamesWhatIsWrongWithATrigramModel) {
  const struct {
    const char* content;
    const char* message;
  } kCases[] = {{"other", "not a trigram model of Festival"},
                {"NgramBin_2 3\nnn punc", "a line of tags is missing"},
                {"NgramBin_2 3\nnn punc \nnn \n", "the two lines of tags differ"},
                {"NgramBin_2 3\nnn zz \nnn zz \n", "unknown tag zz"},
                {"NgramBin_2 3\nnn punc \nnn punc \n", "expected 8 counts, found 0"}};
  for (const auto& one : kCases) {
    const auto trigrams = read_trigrams(write("trigrams", one.content));
    ASSERT_FALSE(trigrams.ok()) << one.content;
    EXPECT_EQ(trigrams.error().message, one.message);
  }
}

TEST_F(CompileWordsTest, AMissingFileIsNamed) {
  const auto lexicon = read_lexicon("/nowhere/lexicon");
  ASSERT_FALSE(lexicon.ok());
  EXPECT_EQ(to_string(lexicon.error()), "/nowhere/lexicon: error: cannot be read");
  EXPECT_FALSE(read_wordnet("/nowhere").ok());
}

}  // namespace testudo::english::table
