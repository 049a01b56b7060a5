// What went wrong with an input, where, and what to do about it.
//   Diagnostics problems;
//   problems.error(Place::line("rules.ttl", 12, 7), "unknown class ir:Agreemnt", "did you mean
//   ir:Agreement?"); for (const auto& d : problems) std::cerr << to_string(d) << '\n';
// The library collects diagnostics and never prints them. Not thread-safe: one list a thread, then
// append().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace testudo {

// A place in an input: a file with line and column, or a document with an offset, or only a name.
struct Place {
  std::string source;                   // a file's path or a document's name; may be empty
  std::uint32_t line = 0;               // from 1; 0: unknown
  std::uint32_t column = 0;             // from 1, in code points; 0: unknown
  std::optional<std::uint64_t> offset;  // code points from the start of the source

  static Place name(std::string source) { return {std::move(source), 0, 0, {}}; }
  static Place at(std::string source, std::uint32_t line, std::uint32_t column) {
    return {std::move(source), line, column, {}};
  }
  static Place offset_in(std::string source, std::uint64_t offset) {
    return {std::move(source), 0, 0, offset};
  }

  friend bool operator==(const Place&, const Place&) = default;
};

// "rules.ttl:12:7", "article.txt: offset 210", "article.txt", or "" when nothing is known.
std::string to_string(const Place& place);

enum class Severity : std::uint8_t { Error, Warning, Note };

std::string_view to_string(Severity severity);

struct Diagnostic {
  Severity severity = Severity::Error;
  Place place;
  std::string message;     // one sentence, no full stop, no place
  std::string suggestion;  // "did you mean ir:Agreement?"; may be empty

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "rules.ttl:12:7: error: unknown class ir:Agreemnt; did you mean ir:Agreement?"
std::string to_string(const Diagnostic& diagnostic);

// A list of diagnostics in the order of their discovery.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Place place, std::string message, std::string suggestion = {});
  void warning(Place place, std::string message, std::string suggestion = {});
  void note(Place place, std::string message, std::string suggestion = {});
  void append(Diagnostics other);

  // Orders by source, line, column, offset, then message, and drops exact repetitions.
  void sort();

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }
  const Diagnostic& operator[](std::size_t i) const { return list_[i]; }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }

 private:
  std::vector<Diagnostic> list_;
  std::size_t errors_ = 0;
};

}  // namespace testudo
