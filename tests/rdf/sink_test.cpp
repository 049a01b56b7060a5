// Files that appear whole or not at all, and failures that are noticed.
#include "rdf/sink.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace testudo::rdf {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class AtomicFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) /
              (std::string("sink_") + info->name() + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(std::string_view name) const { return (folder_ / name).string(); }

  static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(AtomicFileTest, AppearsWithItsCommit) {
  auto file = AtomicFile::open(path("kb.ttl"));
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  EXPECT_TRUE((*file)->write("one "));
  EXPECT_TRUE((*file)->write("two"));
  EXPECT_TRUE((*file)->flush().ok());
  EXPECT_FALSE(fs::exists(path("kb.ttl")));
  ASSERT_TRUE((*file)->commit().ok());
  EXPECT_EQ(content(path("kb.ttl")), "one two");
  EXPECT_EQ(files(), 1u);
  EXPECT_TRUE((*file)->commit().ok()) << "a second time";
}

TEST_F(AtomicFileTest, LeavesNothingBehindWhenAbandoned) {
  std::ofstream(path("kb.ttl")) << "old";
  {
    auto file = AtomicFile::open(path("kb.ttl"));
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE((*file)->write("new"));
    EXPECT_EQ(files(), 2u);
  }
  EXPECT_EQ(content(path("kb.ttl")), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, ReplacesAFileAndKeepsItsMode) {
  std::ofstream(path("kb.ttl")) << "old and longer";
  fs::permissions(path("kb.ttl"),
                  fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  auto file = AtomicFile::open(path("kb.ttl"));
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE((*file)->write("new"));
  ASSERT_TRUE((*file)->commit().ok());
  EXPECT_EQ(content(path("kb.ttl")), "new");
  EXPECT_EQ(fs::status(path("kb.ttl")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(AtomicFileTest, FollowsASymbolicLink) {
  std::ofstream(path("real.ttl")) << "old";
  fs::create_symlink("real.ttl", path("link.ttl"));
  auto file = AtomicFile::open(path("link.ttl"));
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE((*file)->write("new"));
  ASSERT_TRUE((*file)->commit().ok());
  EXPECT_TRUE(fs::is_symlink(path("link.ttl")));
  EXPECT_EQ(content(path("real.ttl")), "new");
}

TEST_F(AtomicFileTest, TwoAtATimeDoNotMeet) {
  auto one = AtomicFile::open(path("kb.ttl"));
  auto two = AtomicFile::open(path("kb.ttl"));
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_TRUE((*one)->write("one"));
  EXPECT_TRUE((*two)->write("two"));
  EXPECT_TRUE((*one)->commit().ok());
  EXPECT_EQ(content(path("kb.ttl")), "one");
  EXPECT_TRUE((*two)->commit().ok());
  EXPECT_EQ(content(path("kb.ttl")), "two");
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, RefusesAFolder) {
  const auto file = AtomicFile::open(folder_.string());
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(to_string(file.error()), folder_.string() + ": error: cannot write: Is a directory");
  EXPECT_FALSE(AtomicFile::open(path("new/")).ok());
  EXPECT_FALSE(AtomicFile::open("").ok());
}

TEST_F(AtomicFileTest, NamesAMissingFolder) {
  const auto file = AtomicFile::open(path("none/kb.ttl"));
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(to_string(file.error()),
            path("none/kb.ttl") + ": error: cannot write: No such file or directory");
  EXPECT_EQ(files(), 0u);
}

TEST_F(AtomicFileTest, NoticesAFullDisk) {
  auto file = AtomicFile::open("/dev/full");
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  (*file)->write("small enough to wait in a buffer");
  const Result<void> done = (*file)->commit();
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(to_string(done.error()), "/dev/full: error: cannot write: No space left on device");
  EXPECT_FALSE((*file)->commit().ok()) << "a second time";
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(AtomicFileTest, NoticesAFullDiskWhileWriting) {
  auto file = AtomicFile::open("/dev/full");
  ASSERT_TRUE(file.ok());
  const std::string page(1U << 20U, 'x');
  (*file)->write(page);
  EXPECT_FALSE((*file)->write(page));
  EXPECT_FALSE((*file)->flush().ok());
}

TEST_F(AtomicFileTest, WritesAPipeStraight) {
  const std::string pipe = path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = content(pipe); });
  {
    auto file = AtomicFile::open(pipe);
    EXPECT_TRUE(file.ok());
    if (file.ok()) {
      EXPECT_TRUE((*file)->write("through"));
      EXPECT_TRUE((*file)->commit().ok());
    }
  }
  reader.join();
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(fs::is_fifo(pipe));
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, WritesBehindADescriptorStraight) {
  std::ofstream(path("log")) << "before ";
  const int number = ::open(path("log").c_str(), O_WRONLY | O_APPEND);
  ASSERT_GE(number, 0);
  auto file = AtomicFile::open("/dev/fd/" + std::to_string(number));
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  EXPECT_TRUE((*file)->write("after"));
  EXPECT_TRUE((*file)->commit().ok());
  struct ::stat by_number {};
  struct ::stat by_name {};
  EXPECT_EQ(::fstat(number, &by_number), 0);
  EXPECT_EQ(::stat(path("log").c_str(), &by_name), 0);
  EXPECT_EQ(by_number.st_ino, by_name.st_ino) << "still the same file";
  EXPECT_EQ(content(path("log")), "before after");
  EXPECT_EQ(files(), 1u);
  ::close(number);
}

TEST(FileSinkTest, NoticesAFullDiskOnFlush) {
  std::FILE* full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  FileSink sink(full, "standard output");
  EXPECT_TRUE(sink.write("waits in the buffer"));
  const Result<void> flushed = sink.flush();
  ASSERT_FALSE(flushed.ok());
  EXPECT_EQ(to_string(flushed.error()),
            "standard output: error: cannot write: No space left on device");
  EXPECT_FALSE(sink.write("more"));
  EXPECT_FALSE(sink.flush().ok());
  std::fclose(full);
}

TEST(StringSinkTest, Keeps) {
  StringSink sink;
  EXPECT_TRUE(sink.write("a"));
  EXPECT_TRUE(sink.write(""));
  EXPECT_TRUE(sink.write("b"));
  EXPECT_TRUE(sink.flush().ok());
  EXPECT_EQ(sink.take(), "ab");
}

}  // namespace
}  // namespace testudo::rdf
