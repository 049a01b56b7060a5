#include "rdf/sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/check.h"

namespace testudo::rdf {
namespace {

constexpr int kAttempts = 100;  // names tried for the file beside the target

Error system_error(std::string_view what, int number, const std::string& path) {
  return {std::string(what) + ": " + std::strerror(number), Place::name(path)};
}

// The file's own path behind symbolic links; the path itself where nothing is there yet.
std::string resolve_links(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(path, failed);
  return failed ? path : real.string();
}

// Opens a new file beside the target; gives its path, and -1 with errno where that fails.
int open_beside(const std::string& target, ::mode_t mode, std::string& temporary) {
  const std::filesystem::path path(target);
  const std::string stem = "." + path.filename().string() + "." + std::to_string(::getpid()) + "-";
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    temporary = (path.parent_path() / (stem + std::to_string(attempt) + ".tmp")).string();
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}

// A rename is on the disk once its folder is. Not every file system can sync a folder, so failing
// is no error.
void sync_folder_of(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

bool StringSink::write(std::string_view bytes) {
  text_ += bytes;
  return true;
}

bool FileSink::write(std::string_view bytes) {
  if (failure_) return false;
  if (bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), stream_) == bytes.size()) {
    return true;
  }
  failure_ = system_error("cannot write", errno, name_);
  return false;
}

Result<void> FileSink::flush() {
  if (!failure_ && std::fflush(stream_) != 0) {
    failure_ = system_error("cannot write", errno, name_);
  }
  if (failure_) return *failure_;
  return {};
}

Result<std::unique_ptr<AtomicFile>> AtomicFile::open(const std::string& path) {
  const std::string target = resolve_links(path);
  struct ::stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return system_error("cannot write", EISDIR, path);
  if (target.empty() || target.back() == '/') return system_error("cannot write", ENOENT, path);
  // /dev/stdout may lead to a regular file, but one that somebody else has open: no place for
  // another file.
  const bool straight = exists && (!S_ISREG(status.st_mode) || path.starts_with("/dev/") ||
                                   path.starts_with("/proc/"));
  std::string temporary;
  int number = -1;
  if (straight) {
    number = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  } else if (exists && ::access(target.c_str(), W_OK) != 0) {
    return system_error("cannot write", errno, path);  // a rename would not ask
  } else {
    constexpr ::mode_t kReadWriteForAll = 0666;  // less the umask
    number = open_beside(target, kReadWriteForAll, temporary);
  }
  std::FILE* file = number < 0 ? nullptr : ::fdopen(number, "wb");
  if (file == nullptr) {
    const Error error = system_error("cannot write", errno, path);
    if (number >= 0) ::close(number);
    if (number >= 0 && !straight) ::unlink(temporary.c_str());
    return error;
  }
  if (exists && !straight) static_cast<void>(::fchmod(number, status.st_mode & 07777U));
  if (straight) temporary.clear();
  return std::unique_ptr<AtomicFile>(
      new AtomicFile(path, target, temporary, file));  // the constructor is private
}

AtomicFile::AtomicFile(std::string path, std::string target, std::string temporary, std::FILE* file)
    : path_(std::move(path)),
      target_(std::move(target)),
      temporary_(std::move(temporary)),
      file_(file) {}

AtomicFile::~AtomicFile() {
  file_.reset();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::fail(int number) {
  if (!failure_) failure_ = system_error("cannot write", number, path_);
}

bool AtomicFile::write(std::string_view bytes) {
  if (failure_) return false;
  TESTUDO_CHECK(file_ != nullptr);
  if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    fail(errno);
  }
  return !failure_;
}

Result<void> AtomicFile::flush() {
  if (!failure_ && file_ && std::fflush(file_.get()) != 0) fail(errno);
  if (failure_) return *failure_;
  return {};
}

Result<void> AtomicFile::commit() {
  if (!file_) return flush();
  static_cast<void>(flush());
  // Pipes and terminals cannot be synced; the files that can be are those with another name first.
  if (!failure_ && !temporary_.empty() && ::fsync(::fileno(file_.get())) != 0) fail(errno);
  if (std::fclose(file_.release()) != 0) fail(errno);
  if (temporary_.empty()) return flush();
  if (!failure_ && std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  if (failure_) {
    ::unlink(temporary_.c_str());
  } else {
    sync_folder_of(target_);
  }
  temporary_.clear();
  return flush();
}

}  // namespace testudo::rdf
