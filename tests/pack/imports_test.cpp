// Packs that import each other: which files are read.
#include "pack/imports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/fixture.h"

namespace testudo::pack {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

class ImportsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(::testing::TempDir()) / ("testudo_imports_" + std::string(info->name()));
    fs::remove_all(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void file(const std::string& name, const std::string& turtle) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << testing::with_prefixes(turtle);
  }

  // The names of the files that are read, below the test's own folder.
  std::vector<std::string> read(const std::vector<std::string>& packs) {
    std::vector<std::string> paths;
    paths.reserve(packs.size());
    for (const std::string& pack : packs) paths.push_back((root_ / pack).string());
    files_ = read_packs(paths, problems_);
    std::vector<std::string> names;
    for (const PackFile& file : files_)
      names.push_back(fs::path(file.name).lexically_relative(root_).generic_string());
    return names;
  }

  std::vector<std::string> load() {
    PackSources sources;
    sources.domain = false;
    sources.files = files_;
    Pack::load(sources, problems_);
    std::vector<std::string> told;
    for (const Diagnostic& d : problems_) told.push_back(to_string(d));
    return told;
  }

  fs::path root_;
  std::vector<PackFile> files_;
  Diagnostics problems_;
};

constexpr const char* kTrade = "<https://example.org/trade> a owl:Ontology .";

TEST_F(ImportsTest, ReadsAPackInAFolderBesideTheImportingOne) {
  file("ports/pack.ttl",
       "<https://example.org/ports> a owl:Ontology ; owl:imports <https://example.org/trade> .");
  file("trade/ontology.ttl", kTrade);
  file("trade/more/lexicon.ttl", "id:Oslo a kb:Place ; skos:prefLabel \"Oslo\"@en .");
  file("other/ontology.ttl", "<https://example.org/other> a owl:Ontology .");
  EXPECT_THAT(read({"ports"}),
              ElementsAre("ports/pack.ttl", "trade/more/lexicon.ttl", "trade/ontology.ttl"));
  EXPECT_THAT(load(), IsEmpty());
}

TEST_F(ImportsTest, FollowsImportsOfImportsAndReadsEachFileOnce) {
  file("a/a.ttl", "<https://example.org/a> a owl:Ontology ; owl:imports <https://example.org/b> .");
  file("b/b.ttl",
       "<https://example.org/b> a owl:Ontology ; owl:imports <https://example.org/a> , "
       "<https://example.org/c> .");
  file("c/c.ttl", "<https://example.org/c> a owl:Ontology ; owl:imports kb: , ir: .");
  EXPECT_THAT(read({"a"}), ElementsAre("a/a.ttl", "b/b.ttl", "c/c.ttl"));
  EXPECT_THAT(read({"c", "a/a.ttl", "a"}), ElementsAre("c/c.ttl", "a/a.ttl", "b/b.ttl"));
  EXPECT_THAT(load(), IsEmpty());
}

TEST_F(ImportsTest, TellsAnImportThatIsNowhereAtItsPlace) {
  file("ports/pack.ttl",
       "<https://example.org/ports> a owl:Ontology ; owl:imports <https://example.org/port> .");
  file("trade/ontology.ttl", kTrade);
  EXPECT_THAT(read({"ports"}), ElementsAre("ports/pack.ttl"));
  EXPECT_THAT(load(),
              ElementsAre((root_ / "ports/pack.ttl").string() +
                          ":2:58: error: <https://example.org/ports> imports "
                          "<https://example.org/port>, which no pack at hand declares, nor one in "
                          "a folder beside it; did you mean https://example.org/ports?"));
}

}  // namespace testudo::pack
