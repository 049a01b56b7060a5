// Fixtures from one line: a pack from a few lines of Turtle, a document from a string, what the
// rules find in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "extract/examples.h"
#include "extract/extractor.h"
#include "pack/pack.h"
#include "text/document.h"

namespace testudo::testing {

// The prefixes that every test pack has.
inline std::string with_prefixes(const std::string& turtle) {
  return "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: "
         "<http://www.w3.org/2002/07/owl#> . "
         "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: "
         "<http://www.w3.org/2001/XMLSchema#> . "
         "@prefix kb: <https://w3id.org/testudo/kb#> . @prefix ir: <https://w3id.org/testudo/ir#> "
         ". "
         "@prefix id: <https://w3id.org/testudo/id/> . @prefix t: <https://w3id.org/testudo/t#> . "
         "@prefix slot: <https://w3id.org/testudo/slot#> . @prefix list: "
         "<https://w3id.org/testudo/list/> . "
         "@prefix rule: <https://w3id.org/testudo/rule/> .\n" +
         turtle;
}

// The core and English packs with this Turtle besides; its first line is line 2 of "test.ttl".
inline std::shared_ptr<const pack::Pack> load(const std::string& turtle, Diagnostics& problems,
                                              bool domain = false) {
  pack::PackSources sources;
  sources.domain = domain;
  sources.files.push_back({"test.ttl", with_prefixes(turtle)});
  return pack::Pack::load(sources, problems);
}

// The pack as shipped.
inline const pack::Pack& shipped() {
  static const std::shared_ptr<const pack::Pack> pack = [] {
    Diagnostics problems;
    auto loaded = pack::Pack::load({}, problems);
    for (const Diagnostic& d : problems) std::fprintf(stderr, "%s\n", to_string(d).c_str());
    return loaded;
  }();
  TESTUDO_CHECK(pack != nullptr);
  return *pack;
}

inline text::Document document(const std::string& text) {
  text::Document d;
  d.name = "test";
  d.id = "test";
  d.text = text;
  d.blocks.push_back({text::BlockKind::Paragraph, 0, static_cast<std::uint32_t>(text.size())});
  d.offsets.add_verbatim(0, d.text, 0);
  d.source_length = text.size();
  return d;
}

// What the pack's rules find in a text, one line a situation, as describe() writes it.
inline std::vector<std::string> read(const pack::Pack& pack, const std::string& text) {
  const text::Document d = document(text);
  english::Analysis analysis;
  std::vector<extract::Finding> findings;
  pack.analyser().analyse(d, analysis);
  extract::Extractor(pack).extract(analysis, findings);
  std::vector<std::string> out;
  out.reserve(findings.size());
  for (const extract::Finding& f : findings)
    out.push_back(extract::describe(pack, analysis, findings, f));
  return out;
}

}  // namespace testudo::testing
