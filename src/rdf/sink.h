// Where bytes go, with every failure noticed.
//   auto file = AtomicFile::open("kb.ttl");            if (!file.ok()) return file.error();
//   (*file)->write("…");                               // keeps the first failure
//   if (auto done = (*file)->commit(); !done.ok()) …   // only now is kb.ttl what was written
// One thread at a time.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace testudo::rdf {

class Sink {
 public:
  virtual ~Sink() = default;
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  // Takes all of the bytes, or returns false, and then ever after.
  virtual bool write(std::string_view bytes) = 0;

  // Hands on what is held back. The first failure of any write, or success.
  virtual Result<void> flush() = 0;
};

class StringSink final : public Sink {
 public:
  bool write(std::string_view bytes) override;
  Result<void> flush() override { return {}; }

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// A stream that somebody else opened and will close: standard output.
class FileSink final : public Sink {
 public:
  // `name` stands in messages. The stream must outlive the sink.
  FileSink(std::FILE* stream, std::string name) : stream_(stream), name_(std::move(name)) {}

  bool write(std::string_view bytes) override;
  Result<void> flush() override;

 private:
  std::FILE* stream_;  // not owned; never null
  std::string name_;
  std::optional<Error> failure_;
};

// A file that appears whole or not at all. What is written goes to a file beside the target, which
// takes the target's place on commit() and vanishes without one. A symbolic link is followed, so
// that it is the file behind it that changes. What is no regular file (/dev/stdout, a pipe) is
// written straight.
class AtomicFile final : public Sink {
 public:
  // Errors: the target is a directory; its folder is missing or may not be written; the device
  // cannot be opened.
  static Result<std::unique_ptr<AtomicFile>> open(const std::string& path);

  ~AtomicFile() override;  // without commit(): removes what was written
  bool write(std::string_view bytes) override;
  Result<void> flush() override;

  // Puts the file in its place, on the disk (fsync) before under its name. Errors: any failure so
  // far, the disk full. Nothing more can be written; a second call tells the same again.
  Result<void> commit();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  AtomicFile(std::string path, std::string target, std::string temporary, std::FILE* file);
  void fail(int number);

  std::string path_;       // as the user wrote it, for messages
  std::string target_;     // behind symbolic links
  std::string temporary_;  // empty: the target is written straight, or the work is done
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::optional<Error> failure_;
};

}  // namespace testudo::rdf
