// TESTUDO_CHECK: a promise between our own functions, kept in every build type.
//   TESTUDO_CHECK(begin <= end);
// Bad input is never a broken promise: it is a Result or a Diagnostic.
#pragma once

namespace testudo {

// Names the broken condition with its place on standard error and ends the process.
[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace testudo

#define TESTUDO_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::testudo::fail_check(#condition, __FILE__, __LINE__))
