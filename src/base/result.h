// A value, or the one reason why there is none.
//   Result<Graph> graph = read_graph(path);
//   if (!graph.ok()) return graph.error();
//   use(*graph);
// Where a user deserves to see every mistake at once, take a Diagnostics list instead.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"
#include "base/diagnostics.h"

namespace testudo {

// The reason of a failure, with its place when it has one.
struct Error {
  std::string message;
  Place place;

  Diagnostic diagnostic() const { return {Severity::Error, place, message, {}}; }
  friend bool operator==(const Error&, const Error&) = default;
};

inline std::string to_string(const Error& error) { return to_string(error.diagnostic()); }

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: meant to convert
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: as above

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value; asking a failed result for it is a broken promise.
  T& value() & {
    TESTUDO_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    TESTUDO_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    TESTUDO_CHECK(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // The reason; asking a good result for it is a broken promise.
  const Error& error() const {
    TESTUDO_CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

// Success, or the reason of a failure.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: meant to convert

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    TESTUDO_CHECK(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace testudo
