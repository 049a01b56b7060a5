// Arbitrary bytes as a pattern: parsed, printed, and parsed again to the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "pack/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace testudo::pack;
  const auto parsed = parse_pattern({reinterpret_cast<const char*>(data), size});
  if (!parsed.ok()) return 0;
  const std::string printed = print(*parsed);
  if (printed.size() > kMaxPatternLength) return 0;
  const auto again = parse_pattern(printed);
  TESTUDO_CHECK(again.ok());
  TESTUDO_CHECK(print(*again) == printed);
  return 0;
}
