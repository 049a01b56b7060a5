// Reads a source through Serd, strictly, and hands on its statements with names expanded, terms
// checked and places. For this room's sources alone: graphs are filled with it, and what was
// written is read again.
#pragma once

#include <cstddef>
#include <functional>
#include <memory_resource>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rdf/serd_adapter.h"
#include "rdf/syntax.h"
#include "rdf/term.h"
#include "rdf/turtle_scan.h"

namespace testudo::rdf {

// An IRI as a source writes it, made absolute once and remembered.
struct ResolvedIri {
  std::string_view iri;  // terminated with a zero
  bool valid = false;
  void* handle = nullptr;  // the consumer's, for what it keeps about the IRI
};

struct ReadTerm {
  TermKind kind = TermKind::Iri;
  std::string_view value;           // terminated with a zero
  ResolvedIri* iri = nullptr;       // of an IRI
  ResolvedIri* datatype = nullptr;  // of a typed literal; never xsd:string
  std::string_view language;        // of a literal; terminated with a zero

  TermView view() const {
    return {kind, value, datatype ? datatype->iri : std::string_view(), language};
  }
};

struct ReadStatement {
  ReadTerm subject;
  ReadTerm predicate;
  ReadTerm object;
  ResolvedIri* graph = nullptr;  // null: the default graph
  std::size_t subject_at =
      0;  // byte where the statement begins; of a list's cell, where its item does
  std::size_t object_at = 0;  // byte where the object begins
  bool opens_object = false;  // the object is a '[' or '(' whose own statements follow
};

// What a reading gives. Views and pointers live for the call; a ResolvedIri until the next
// directive.
class StatementConsumer {
 public:
  StatementConsumer() = default;
  StatementConsumer(const StatementConsumer&) = delete;
  StatementConsumer& operator=(const StatementConsumer&) = delete;
  virtual ~StatementConsumer() = default;

  virtual void on_statement(const ReadStatement& statement) = 0;
  virtual void on_prefix(std::string_view name, std::string_view iri) = 0;
  // False: read no further.
  virtual bool on_error(LineColumn at, std::string message, std::string suggestion) = 0;
};

class StatementReader {
 public:
  struct Options {
    Syntax syntax = Syntax::Turtle;
    std::string blank_prefix;       // before every blank node's label
    std::string base;               // an absolute IRI, or empty
    std::size_t nesting_limit = 0;  // of brackets
  };

  // The text, without a byte-order mark, and the consumer must outlive the reader.
  StatementReader(std::string_view text, Options options, StatementConsumer& consumer);

  // Reads all of it, or up to an error after which the consumer wants no more.
  void read();

  // For consumers: the line and column of a byte.
  LineColumn locate(std::size_t byte) const { return map_.locate(byte); }

 private:
  struct Source {
    std::string_view text;
    std::size_t begin = 0;  // the first byte that Serd gets
    std::size_t next = 0;   // the byte that it gets next
    std::size_t end = 0;    // where it is told that there is no more
    bool ended = false;     // it has been told so
    bool withheld = false;  // there is more, but Serd has erred, and it would mislead it
  };
  using Cache = std::pmr::unordered_map<std::string_view, ResolvedIri>;

  static std::size_t read_byte(void* out, std::size_t size, std::size_t count, void* source);
  static int source_error(void* source);
  static SerdStatus base_sink(void* self, const SerdNode* uri);
  static SerdStatus prefix_sink(void* self, const SerdNode* name, const SerdNode* uri);
  static SerdStatus statement_sink(void* self, SerdStatementFlags flags, const SerdNode* graph,
                                   const SerdNode* subject, const SerdNode* predicate,
                                   const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode* language);
  static SerdStatus error_sink(void* self, const SerdError* error);

  bool readable();
  void read_lines();
  std::size_t read_statements(std::size_t begin);
  std::size_t position() const;
  std::size_t resume_point() const;
  void begin_statement();
  Source source_from(std::size_t begin) const;
  bool at_brace() const;

  void set_base(const SerdNode& uri);
  void set_prefix(const SerdNode& name, const SerdNode& uri);
  void take_statement(SerdStatementFlags flags, const SerdNode* graph, const SerdNode& subject,
                      const SerdNode& predicate, const SerdNode& object, const SerdNode* datatype,
                      const SerdNode* language);
  void take_error(const SerdError& error);

  bool take_term(const SerdNode& node, std::size_t fallback, ReadTerm& term);
  bool take_subject(const SerdNode& node, ReadTerm& term);
  bool take_literal(const SerdNode& node, const SerdNode* datatype, const SerdNode* language,
                    ReadTerm& term);
  ResolvedIri* resolve(const SerdNode& node, std::size_t fallback);
  void forget(Cache& cache);
  std::string_view keep(std::string_view first, std::string_view second = {});
  void resolve_name(std::string_view name, ResolvedIri& resolved, std::size_t at);
  void resolve_reference(const SerdNode& node, ResolvedIri& resolved, std::size_t at);

  std::size_t token_before(std::size_t byte);
  std::size_t find_token(const SerdNode& node, std::size_t fallback) const;
  std::size_t offender(std::size_t at) const;
  std::string found(std::size_t at) const;
  void error(std::size_t at, std::string message, std::string suggestion = {});

  std::string_view text_;
  Options options_;
  StatementConsumer* consumer_;  // not owned; never null
  SourceMap map_;
  TurtleScan scan_;
  EnvHandle env_;
  ReaderHandle reader_;
  Source source_;
  bool has_base_ = false;
  bool stopped_ = false;  // the consumer wants no more
  bool failed_ = false;   // Serd erred in the statement at hand
  std::size_t failed_at_ = 0;
  std::size_t begin_ = 0;                      // where Serd began to look for the statement at hand
  std::size_t statement_at_ = 0;               // where that begins
  std::size_t first_token_ = 0;                // of the statement at hand
  std::size_t token_ = 0;                      // the last that Serd has read
  std::pmr::monotonic_buffer_resource arena_;  // all that the caches hold
  Cache names_{&arena_};                       // prefixed names
  Cache references_{&arena_};                  // what stood in <…>
  std::string last_subject_;  // as it was written; statements mostly share it with the one before
  SerdType last_type_ = SERD_NOTHING;
  ResolvedIri* last_resolved_ = nullptr;
  std::vector<std::string> prefixes_;
  std::set<std::string, std::less<>> undefined_;  // prefixes already complained of
};

}  // namespace testudo::rdf
