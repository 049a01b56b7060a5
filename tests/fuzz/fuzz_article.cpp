// Arbitrary bytes as an article in every format, through the whole to Turtle, which is reread
// strictly.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "knowledge/builder.h"
#include "rdf/reread.h"
#include "rdf/sink.h"
#include "text/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace testudo;
  static const std::shared_ptr<const pack::Pack> pack = [] {
    Diagnostics problems;
    return pack::Pack::load({}, problems);
  }();
  TESTUDO_CHECK(pack != nullptr);
  if (size == 0) return 0;
  text::ReadOptions options;
  options.format = static_cast<text::Format>(data[0] % 5);
  options.furniture = &pack->furniture();
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  rdf::StringSink sink;
  rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
  const knowledge::Builder builder(*pack);
  Diagnostics problems;
  text::read(bytes, "fuzz", options, problems, [&](const text::Document& document) {
    TESTUDO_CHECK(builder.write(document, writer).ok());
  });
  TESTUDO_CHECK(writer.finish().ok());
  TESTUDO_CHECK(
      rdf::parse_statements(sink.text(), rdf::Syntax::Turtle, [](const rdf::Quad&) {}).ok());
  return 0;
}
