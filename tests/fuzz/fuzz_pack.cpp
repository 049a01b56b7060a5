// Arbitrary bytes as a pack beside the core: mistakes are told, nothing breaks, and what loads can
// run its examples.
#include <cstdint>

#include "extract/examples.h"
#include "pack/pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace testudo;
  pack::PackSources sources;
  sources.domain = false;
  sources.keep_going = true;
  sources.audit = true;
  sources.files.push_back({"fuzz.ttl", std::string(reinterpret_cast<const char*>(data), size)});
  Diagnostics problems;
  const auto pack = pack::Pack::load(sources, problems);
  if (pack) extract::run_examples(*pack, problems);
  return 0;
}
