// What a user of the installed library writes first: an article in, Turtle out.
#include <iostream>

#include "knowledge/builder.h"
#include "pack/pack.h"
#include "rdf/sink.h"
#include "rdf/writer.h"
#include "text/reader.h"

int main() {
  testudo::Diagnostics problems;
  const auto pack = testudo::pack::Pack::load({}, problems);
  if (!pack) return 1;
  testudo::rdf::StringSink out;
  testudo::rdf::Writer writer(out, testudo::rdf::Syntax::Turtle, testudo::rdf::kPrefixes);
  const testudo::knowledge::Builder builder(*pack);
  bool ok = true;
  testudo::text::read(
      "Russia's exit from the Open Skies Treaty in 2021 surprised few.", "note.txt", {}, problems,
      [&](const testudo::text::Document& note) { ok = ok && builder.write(note, writer).ok(); });
  ok = ok && writer.finish().ok();
  std::cout << out.text();
  return ok ? 0 : 1;
}
