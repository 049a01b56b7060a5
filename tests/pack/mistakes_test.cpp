// Every kind of mistake of a pack, and how it is told.
//   tests/pack/mistakes/NAME.ttl   a pack, checked with core and english
//   tests/pack/mistakes/NAME.txt   what `testudo check` says of it
// A case that lacks a part fails. TESTUDO_UPDATE_GOLDEN=1 writes what is expected anew; the diff is
// the review.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/fixture.h"

namespace testudo::pack {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TESTUDO_PROJECT) / "tests/pack/mistakes";

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The diagnostics of a pack's own file, a line each.
std::string told(const fs::path& file) {
  PackSources sources;
  sources.domain = false;
  sources.keep_going = true;
  sources.audit = true;
  const std::string name = file.filename().string();
  sources.files.push_back({name, slurp(file)});
  Diagnostics problems;
  const auto pack = Pack::load(sources, problems);
  extract::run_examples(*pack, problems);
  problems.sort();
  std::string out;
  for (const Diagnostic& d : problems) {
    if (d.place.source == name) out += to_string(d) + "\n";
  }
  return out;
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    const std::string name = entry.path().stem().string();
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

class MistakesTest : public ::testing::TestWithParam<std::string> {};

TEST_P(MistakesTest, AreToldWithPlaceAndSuggestion) {
  const fs::path turtle = kFolder / (GetParam() + ".ttl");
  const fs::path expected = kFolder / (GetParam() + ".txt");
  ASSERT_TRUE(fs::exists(turtle)) << turtle;
  const std::string found = told(turtle);
  if (std::getenv("TESTUDO_UPDATE_GOLDEN") != nullptr)
    std::ofstream(expected, std::ios::binary) << found;
  ASSERT_TRUE(fs::exists(expected)) << expected << " is missing; TESTUDO_UPDATE_GOLDEN=1 writes it";
  EXPECT_EQ(found, slurp(expected));
}

INSTANTIATE_TEST_SUITE_P(Packs, MistakesTest, ::testing::ValuesIn(cases()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace testudo::pack
