// From findings to triples: what an article asserts, as RDF.
//   const Builder builder(pack, {.base = "https://example.org/news/"});
//   Diagnostics problems;
//   builder.write(document, writer, problems);
// Everything that an article gives rise to is written with it: the article, then passage, assertion
// and situation in the order of the text, then the entities and concepts that they speak of. So its
// part of the output is the same whatever else is read. IRIs come from content: an article's from
// its address or its id under the base; a passage's from its offsets; a situation's from class,
// roles and time, or from its class's key; an assertion's from what it says and where. Thread-safe:
// write() is const; one writer a thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "english/analysis.h"
#include "extract/extractor.h"
#include "pack/pack.h"
#include "rdf/writer.h"
#include "text/document.h"

namespace testudo::knowledge {

inline constexpr std::string_view kDefaultBase = "https://w3id.org/testudo/article/";

struct BuildOptions {
  std::string base = std::string(
      kDefaultBase);  // an absolute IRI; ids of articles without an address are put behind it
  bool passages_text = true;  // write kb:text
};

// What one article brought.
struct BuildCounts {
  std::size_t sentences = 0;
  std::size_t assertions = 0;
};

// Documents that wait to be written together: many, so that each step's code stays in the
// processor's caches, but not so many that their analyses take much memory.
class Batch {
 public:
  void add(text::Document document) {
    size_ += document.text.size() + kDocument;
    documents_.push_back(std::move(document));
  }
  bool is_full() const { return size_ >= kFull; }
  std::span<const text::Document> documents() const { return documents_; }
  void clear() {
    documents_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::size_t kFull = std::size_t{5} << 18U;      // bytes of text
  static constexpr std::size_t kDocument = std::size_t{1} << 10U;  // for each, however short

  std::vector<text::Document> documents_;
  std::size_t size_ = 0;
};

class Builder {
 public:
  explicit Builder(const pack::Pack& pack, BuildOptions options = {});
  explicit Builder(pack::Pack&&, BuildOptions = {}) = delete;  // the pack must outlive the builder

  // The IRI that the document's article has.
  std::string article_iri(const text::Document& document) const;

  // Analyses the document and writes all that it asserts. Errors: the writer's.
  Result<BuildCounts> write(const text::Document& document, rdf::Writer& writer) const;

  // The same for a batch of documents, in their order; a result each. Faster than one by one: see
  // english::Analyser. Memory: that of all their analyses.
  std::vector<Result<BuildCounts>> write(std::span<const text::Document> documents,
                                         rdf::Writer& writer) const;

  // The same for a document that has been read already.
  Result<BuildCounts> write(const text::Document& document, const english::Analysis& analysis,
                            const std::vector<extract::Finding>& findings,
                            rdf::Writer& writer) const;

 private:
  const pack::Pack* pack_;
  BuildOptions options_;
  extract::Extractor extractor_;
};

}  // namespace testudo::knowledge
