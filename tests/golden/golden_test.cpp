// Whole articles against what they became when somebody last looked.
//   tests/golden/NAME/   article.txt, .md or .html; expected.nq, sorted; ABOUT.md, which says what
//                        the case proves
//   examples/NAME.txt    beside it NAME.ttl
//   examples/NAME/       article.txt; article.ttl, written with the pack in pack/ in place of the
//                        built-in domain
// A folder that lacks a part fails. TESTUDO_UPDATE_GOLDEN=1 writes what is expected anew; the diff
// is the review.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "knowledge/builder.h"
#include "rdf/reread.h"
#include "rdf/sink.h"
#include "support/fixture.h"
#include "text/reader.h"

namespace testudo::knowledge {
namespace {

namespace fs = std::filesystem;

const fs::path kProject = TESTUDO_PROJECT;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool updating() { return std::getenv("TESTUDO_UPDATE_GOLDEN") != nullptr; }

// The core and English packs with that of a folder in place of the built-in domain.
std::shared_ptr<const pack::Pack> pack_in(const fs::path& folder) {
  Diagnostics problems;
  pack::PackSources sources;
  sources.domain = false;
  sources.files = pack::read_pack_folder(folder.string(), problems);
  auto loaded = pack::Pack::load(sources, problems);
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  return loaded;
}

std::string written(const pack::Pack& pack, const fs::path& article, const std::string& id,
                    rdf::Syntax syntax) {
  rdf::StringSink sink;
  rdf::Writer writer(sink, syntax, rdf::kPrefixes);
  const Builder builder(pack);
  Diagnostics problems;
  text::ReadOptions options;
  options.furniture = &pack.furniture();
  text::read(slurp(article), article.filename().string(), options, problems,
             [&](text::Document document) {
               document.id = id;
               const Result<BuildCounts> counts = builder.write(document, writer);
               EXPECT_TRUE(counts.ok()) << to_string(counts.error());
             });
  for (const Diagnostic& d : problems) ADD_FAILURE() << to_string(d);
  EXPECT_TRUE(writer.finish().ok());
  const Result<void> reread = rdf::parse_statements(sink.text(), syntax, [](const rdf::Quad&) {});
  EXPECT_TRUE(reread.ok()) << "what was written is not valid: " << to_string(reread.error());
  return sink.take();
}

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

void compare(const std::string& found, const fs::path& expected) {
  if (updating()) std::ofstream(expected, std::ios::binary) << found;
  ASSERT_TRUE(fs::exists(expected)) << expected << " is missing; TESTUDO_UPDATE_GOLDEN=1 writes it";
  EXPECT_EQ(found, slurp(expected));
}

struct Case {
  std::string name;
  fs::path article;
  fs::path expected;
  rdf::Syntax syntax;
  fs::path pack = {};  // a folder; empty for the pack as shipped
};

std::vector<Case> cases() {
  std::vector<Case> found;
  for (const auto& entry : fs::directory_iterator(kProject / "tests" / "golden")) {
    if (!entry.is_directory()) continue;
    Case one{
        entry.path().filename().string(), {}, entry.path() / "expected.nq", rdf::Syntax::NQuads};
    for (const auto& file : fs::directory_iterator(entry.path())) {
      if (file.path().stem() == "article") one.article = file.path();
    }
    found.push_back(one);
  }
  for (const auto& entry : fs::directory_iterator(kProject / "examples")) {
    const fs::path at = entry.path();
    if (fs::is_directory(at / "pack"))
      found.push_back({"example_" + at.filename().string(), at / "article.txt", at / "article.ttl",
                       rdf::Syntax::Turtle, at / "pack"});
    if (!entry.is_regular_file() || !text::is_article_name(entry.path().filename().string()))
      continue;
    fs::path turtle = entry.path();
    std::string name = "example_" + entry.path().stem().string();
    std::ranges::replace(name, '-', '_');
    found.push_back({name, entry.path(), turtle.replace_extension(".ttl"), rdf::Syntax::Turtle});
  }
  std::ranges::sort(found, {}, &Case::name);
  return found;
}

class GoldenTest : public ::testing::TestWithParam<Case> {};

TEST_P(GoldenTest, BecomesWhatItBecame) {
  const Case& one = GetParam();
  ASSERT_FALSE(one.article.empty()) << "the folder has no article";
  const auto own = one.pack.empty() ? nullptr : pack_in(one.pack);
  ASSERT_EQ(own == nullptr, one.pack.empty()) << "the pack cannot be used";
  const pack::Pack& pack = own ? *own : testing::shipped();
  if (one.syntax == rdf::Syntax::NQuads) {
    EXPECT_TRUE(fs::exists(one.expected.parent_path() / "ABOUT.md"))
        << "the folder does not say what it proves";
    compare(sorted_lines(written(pack, one.article, one.name, one.syntax)), one.expected);
  } else {
    compare(written(pack, one.article, one.article.stem().string(), one.syntax), one.expected);
  }
}

// Without the built-in domain, which `testudo check` has beside the pack: see tests/cli.
TEST(GoldenPacksTest, DoWhatTheirExamplesSay) {
  for (const Case& one : cases()) {
    if (one.pack.empty()) continue;
    const auto pack = pack_in(one.pack);
    ASSERT_TRUE(pack) << one.pack;
    Diagnostics failures;
    EXPECT_GT(extract::run_examples(*pack, failures), 0u) << one.pack;
    for (const Diagnostic& d : failures) ADD_FAILURE() << to_string(d);
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenTest, ::testing::ValuesIn(cases()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace testudo::knowledge
