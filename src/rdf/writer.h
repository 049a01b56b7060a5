// Triples out, streamed: Turtle, TriG, N-Triples, N-Quads.
//   StringSink out;
//   Writer writer(out, Syntax::Turtle, kPrefixes);
//   writer.triple(TermView::iri(s), TermView::iri(kRdfType), TermView::iri(c));
//   if (auto done = writer.finish(); !done.ok()) …
// The order is the caller's: statements of one subject together, and within them those of one
// predicate, are what makes Turtle short. One thread at a time; two writers share nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "base/result.h"
#include "rdf/namespaces.h"
#include "rdf/sink.h"
#include "rdf/syntax.h"
#include "rdf/term.h"

namespace testudo::rdf {

// Why the term cannot be written, or success: an IRI or datatype that is not valid, a literal
// outside of its datatype's space, a malformed language tag, bytes that are not UTF-8, U+0000, a
// blank node (which has no name that would be the same in the next run). The message is for people.
Result<void> check_writable(const TermView& term);

class Writer {
 public:
  // Turtle and TriG are held back up to this many bytes, so that only prefixes in use are declared.
  // A longer document declares all that it was given and streams from there on: memory stays
  // bounded.
  static constexpr std::size_t kHeldBack = std::size_t{1} << 20U;

  // The sink must outlive the writer; of the prefixes a copy is kept, their order is that of the
  // declarations. A prefix that is not valid, or given twice with two meanings, fails every later
  // call.
  Writer(Sink& sink, Syntax syntax, std::span<const Prefix> prefixes);
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  // Writes one statement, into the graph that is open if the syntax has graphs. Where a term cannot
  // be written, an error says why, nothing of the statement is written, and the writer goes on.
  // Where the sink has failed, every call tells its failure.
  Result<void> triple(const TermView& subject, const TermView& predicate, const TermView& object);

  // What follows is in the named graph, until end_graph(). Ignored by Turtle and N-Triples, but for
  // the check of the name. Graphs do not nest: a graph within a graph is an error.
  Result<void> begin_graph(std::string_view iri);
  Result<void> end_graph();

  // Ends the document, with everything handed to the sink and the sink flushed. Once it has
  // succeeded, nothing more can be written.
  Result<void> finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace testudo::rdf
