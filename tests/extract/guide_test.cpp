// The curators' guide: its pieces of Turtle make a pack that loads without a word and reads its own
// examples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "extract/examples.h"
#include "pack/pack.h"

namespace testudo::extract {
namespace {

// The blocks of a Markdown file that are marked as Turtle; other lines are left empty, so that
// places in messages are those of the file.
std::string turtle_of(const std::string& path) {
  std::ifstream in(path);
  std::string turtle;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    const bool fence = line.starts_with("```");
    if (fence) {
      inside = line == "```turtle";
    } else if (inside) {
      turtle += line;
    }
    turtle += '\n';
  }
  return turtle;
}

TEST(GuideTest, EveryPieceOfItDoesWhatItSays) {
  pack::PackSources sources;
  sources.domain = false;
  sources.files.push_back({"ontology/README.md", turtle_of(TESTUDO_GUIDE)});
  Diagnostics problems;
  const auto pack = pack::Pack::load(sources, problems);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  ASSERT_TRUE(pack);
  Diagnostics failures;
  EXPECT_GE(run_examples(*pack, failures), 20u);
  for (const Diagnostic& d : failures) ADD_FAILURE() << to_string(d);
}

}  // namespace
}  // namespace testudo::extract
