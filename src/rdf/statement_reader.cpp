#include "rdf/statement_reader.h"

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "rdf/namespaces.h"

namespace testudo::rdf {
namespace {

constexpr const char* kNoGraphs = "this syntax has no graphs in braces";
constexpr std::size_t kLookBack = 256;  // tokens searched for the one that is being complained of
constexpr std::size_t kTold = 40;       // bytes of what was found that a message repeats

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The text, cut at a character boundary where it is long.
std::string excerpt(std::string_view text) {
  if (text.size() <= kTold) return std::string(text);
  std::size_t end = kTold;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

}  // namespace

StatementReader::StatementReader(std::string_view text, Options options,
                                 StatementConsumer& consumer)
    : text_(text),
      options_(std::move(options)),
      consumer_(&consumer),
      map_(text),
      env_(serd_env_new(nullptr)),
      reader_(serd_reader_new(
          is_turtle_family(options_.syntax) ? to_serd(options_.syntax) : SERD_NQUADS, this, nullptr,
          base_sink, prefix_sink, statement_sink, nullptr)) {
  serd_reader_set_strict(reader_.get(), true);
  serd_reader_set_error_sink(reader_.get(), error_sink, this);
  if (!options_.blank_prefix.empty()) {
    serd_reader_add_blank_prefix(reader_.get(), bytes(options_.blank_prefix.c_str()));
  }
  if (!options_.base.empty()) {
    const SerdNode base = borrow_node(SERD_URI, options_.base);
    has_base_ = serd_env_set_base_uri(env_.get(), &base) == SERD_SUCCESS;
  }
}

// ---- the run through the source ---------------------------------------------------------------

void StatementReader::read() {
  if (!readable()) return;
  if (!is_turtle_family(options_.syntax)) {
    read_lines();
    return;
  }
  for (std::size_t at = 0; at < text_.size() && !stopped_;) at = read_statements(at);
}

// What must hold before Serd may see the source: it takes bytes on trust, and recurses into
// brackets.
bool StatementReader::readable() {
  if (const auto bad = invalid_utf8(text_)) {
    error(bad->byte, bad->truncated ? "the file ends within a UTF-8 character" : "invalid UTF-8");
    return false;
  }
  if (const std::size_t zero = text_.find('\0'); zero != std::string_view::npos) {
    error(zero, "a null byte in a text file");
    return false;
  }
  scan_ = scan_turtle(text_, options_.nesting_limit);
  if (scan_.too_deep) {
    error(*scan_.too_deep, "brackets nested deeper than " + std::to_string(options_.nesting_limit));
    return false;
  }
  return true;
}

// N-Quads, and N-Triples as N-Quads without graphs: as the former Serd reads only whole documents,
// and as the latter it would take much of Turtle.
void StatementReader::read_lines() {
  source_ = source_from(0);
  begin_statement();
  const SerdStatus status =
      serd_reader_read_source(reader_.get(), read_byte, source_error, &source_, bytes("source"), 1);
  if (status > SERD_FAILURE && !failed_) error(offender(position()), "cannot read this statement");
}

// Reads from there until the end or the first syntax error; gives where to go on.
std::size_t StatementReader::read_statements(std::size_t begin) {
  source_ = source_from(begin);
  failed_ = false;
  serd_reader_start_source_stream(reader_.get(), read_byte, source_error, &source_, bytes("source"),
                                  1);
  while (!failed_ && !stopped_) {
    begin_statement();
    const std::size_t before = source_.next;
    const SerdStatus status = serd_reader_read_chunk(reader_.get());
    if (failed_ || status == SERD_SUCCESS) continue;
    if (status == SERD_FAILURE && source_.ended && !at_brace()) break;
    if (status > SERD_FAILURE || source_.ended || source_.next == before) {
      failed_ = true;
      failed_at_ = position();
      error(offender(failed_at_), at_brace() ? kNoGraphs : "cannot read this statement");
    }
  }
  serd_reader_end_stream(reader_.get());
  return failed_ ? resume_point() : text_.size();
}

// Serd takes graphs in braces for Turtle, so it must not see them where the syntax has none.
StatementReader::Source StatementReader::source_from(std::size_t begin) const {
  const auto brace = std::lower_bound(scan_.braces.begin(), scan_.braces.end(), begin);
  const bool may_have_braces = options_.syntax == Syntax::TriG || brace == scan_.braces.end();
  return {text_, begin, begin, may_have_braces ? text_.size() : *brace, false, false};
}

bool StatementReader::at_brace() const {
  return source_.next == source_.end && source_.end < text_.size();
}

std::size_t StatementReader::read_byte(void* out, std::size_t, std::size_t, void* source) {
  Source& from = *static_cast<Source*>(source);
  if (from.withheld || from.next == from.end) {
    from.ended = true;
    return 0;
  }
  *static_cast<char*>(out) = from.text[from.next++];
  return 1;
}

int StatementReader::source_error(void*) { return 0; }

// The byte that Serd looks at; it has one in hand that it has not used yet.
std::size_t StatementReader::position() const {
  return source_.ended || source_.next == source_.begin ? source_.next : source_.next - 1;
}

// Behind the full stop that ends the statement Serd erred in. Always further on than where the
// statement began.
std::size_t StatementReader::resume_point() const {
  const std::size_t least = std::max(begin_, failed_at_ > 0 ? failed_at_ - 1 : 0);
  const auto stop = std::lower_bound(scan_.stops.begin(), scan_.stops.end(), least);
  return stop == scan_.stops.end() ? text_.size() : *stop + 1;
}

void StatementReader::begin_statement() {
  const std::size_t at = begin_ = position();
  while (first_token_ < scan_.tokens.size() && scan_.tokens[first_token_] < at) ++first_token_;
  token_ = std::max(token_, first_token_);
  statement_at_ = first_token_ < scan_.tokens.size() ? scan_.tokens[first_token_] : at;
}

// ---- what Serd calls --------------------------------------------------------------------------

SerdStatus StatementReader::base_sink(void* self, const SerdNode* uri) {
  static_cast<StatementReader*>(self)->set_base(*uri);
  return SERD_SUCCESS;
}

SerdStatus StatementReader::prefix_sink(void* self, const SerdNode* name, const SerdNode* uri) {
  static_cast<StatementReader*>(self)->set_prefix(*name, *uri);
  return SERD_SUCCESS;
}

SerdStatus StatementReader::statement_sink(void* self, SerdStatementFlags flags,
                                           const SerdNode* graph, const SerdNode* subject,
                                           const SerdNode* predicate, const SerdNode* object,
                                           const SerdNode* datatype, const SerdNode* language) {
  static_cast<StatementReader*>(self)->take_statement(flags, graph, *subject, *predicate, *object,
                                                      datatype, language);
  return SERD_SUCCESS;
}

SerdStatus StatementReader::error_sink(void* self, const SerdError* error) {
  static_cast<StatementReader*>(self)->take_error(*error);
  return SERD_SUCCESS;
}

void StatementReader::set_base(const SerdNode& uri) {
  forget(references_);
  const bool absolute = serd_uri_string_has_scheme(uri.buf);
  if ((!absolute && !has_base_) || serd_env_set_base_uri(env_.get(), &uri) != SERD_SUCCESS) {
    error(statement_at_, "the base <" + excerpt(view(uri)) + "> is not an absolute IRI");
    return;
  }
  has_base_ = true;
}

void StatementReader::set_prefix(const SerdNode& name, const SerdNode& uri) {
  const std::string_view prefix = view(name);
  const bool absolute = serd_uri_string_has_scheme(uri.buf);
  if ((!absolute && !has_base_) || serd_env_set_prefix(env_.get(), &name, &uri) != SERD_SUCCESS) {
    error(statement_at_, "the namespace <" + excerpt(view(uri)) + "> of prefix " +
                             std::string(prefix) + ": is not an absolute IRI");
    undefined_.emplace(prefix);  // one complaint is enough
    return;
  }
  const std::string with_colon = std::string(prefix) + ':';
  const bool known = std::find(prefixes_.begin(), prefixes_.end(), with_colon) != prefixes_.end();
  const bool missed = undefined_.erase(std::string(prefix)) > 0;
  if (!known) prefixes_.push_back(with_colon);
  if (known || missed) forget(names_);  // they meant something else, or nothing
  SerdNode expanded = serd_env_expand_node(env_.get(), &uri);
  consumer_->on_prefix(prefix, expanded.buf ? view(expanded) : view(uri));
  serd_node_free(&expanded);
}

void StatementReader::take_error(const SerdError& error_of_serd) {
  if (failed_) return;  // what follows an error follows from it
  failed_ = true;
  failed_at_ = position();
  source_.withheld = true;
  if (at_brace() && source_.ended) {
    error(source_.end, kNoGraphs);
    return;
  }
  const ReaderError explained = explain(error_of_serd);
  // A directive is read letter by letter, a number by its first full stop: what was meant is plain
  // to people.
  const std::string_view statement = text_.substr(statement_at_);
  if (statement.starts_with('@') && !statement.starts_with("@prefix") &&
      !statement.starts_with("@base")) {
    error(statement_at_, "expected @prefix or @base, found " + found(statement_at_));
    return;
  }
  if (failed_at_ > 0 && explained.message == "expected a digit" &&
      std::binary_search(scan_.stops.begin(), scan_.stops.end(), failed_at_ - 1)) {
    error(failed_at_ - 1, "expected an object, found '.'");
    return;
  }
  if (failed_at_ >= text_.size() && explained.place == ErrorPlace::Here) {
    error(statement_at_, "the file ends within this statement");
    return;
  }
  std::size_t at = failed_at_;
  if (explained.place == ErrorPlace::Token) at = offender(failed_at_);
  if (explained.place == ErrorPlace::Behind) at = offender(failed_at_ > 0 ? failed_at_ - 1 : 0);
  if (explained.place == ErrorPlace::Statement) at = statement_at_;
  error(at, explained.message + (explained.tell_found ? ", found " + found(at) : ""));
}

// ---- statements and their terms ---------------------------------------------------------------

void StatementReader::take_statement(SerdStatementFlags flags, const SerdNode* graph,
                                     const SerdNode& subject, const SerdNode& predicate,
                                     const SerdNode& object, const SerdNode* datatype,
                                     const SerdNode* language) {
  if (failed_ || stopped_) return;
  ReadStatement read;
  read.object_at = token_before(position());
  read.opens_object = (flags & (SERD_ANON_O_BEGIN | SERD_LIST_O_BEGIN)) != 0;
  bool good = take_subject(subject, read.subject);
  good = take_term(predicate, read.object_at, read.predicate) && good;
  good = (object.type == SERD_LITERAL ? take_literal(object, datatype, language, read.object)
                                      : take_term(object, read.object_at, read.object)) &&
         good;
  if (graph != nullptr && graph->buf != nullptr) {
    if (!has_graphs(options_.syntax)) {
      error(read.object_at, "a fourth term, which this syntax does not have");
      return;
    }
    read.graph = resolve(*graph, statement_at_);
    good = read.graph->valid && good;
  }
  if (!good) return;
  const bool in_list = (flags & SERD_LIST_CONT) != 0 && read.predicate.value == kRdfFirst;
  read.subject_at = in_list ? read.object_at : statement_at_;
  consumer_->on_statement(read);
}

bool StatementReader::take_subject(const SerdNode& node, ReadTerm& term) {
  if (node.type != SERD_BLANK && node.type == last_type_ && view(node) == last_subject_) {
    term.iri = last_resolved_;
    term.value = term.iri->iri;
    return term.iri->valid;
  }
  const bool good = take_term(node, statement_at_, term);
  last_type_ = node.type;
  last_resolved_ = term.iri;
  last_subject_ = view(node);
  return good;
}

bool StatementReader::take_term(const SerdNode& node, std::size_t fallback, ReadTerm& term) {
  if (node.type == SERD_BLANK) {
    term.kind = TermKind::Blank;
    term.value = view(node);
    return true;
  }
  term.kind = TermKind::Iri;
  term.iri = resolve(node, fallback);
  term.value = term.iri->iri;
  return term.iri->valid;
}

bool StatementReader::take_literal(const SerdNode& node, const SerdNode* datatype,
                                   const SerdNode* language, ReadTerm& term) {
  const std::size_t at = token_before(position());
  term.kind = TermKind::Literal;
  term.value = view(node);
  if (term.value.find('\0') != std::string_view::npos) {
    error(at, "a literal may not contain U+0000");
    return false;
  }
  // The source is UTF-8, so this can only come from an escape.
  if (!is_ascii(term.value) && !is_valid_utf8(term.value)) {
    error(at, "an escape stands for half of a surrogate pair; write the character itself");
    return false;
  }
  if (language != nullptr && language->buf != nullptr) {
    term.language = view(*language);
    if (is_valid_language_tag(term.language)) return true;
    error(at, "@" + std::string(term.language) + " is not a language tag");
    return false;
  }
  // Serd 0.30.16 forgets the datatype of an integer with the statement's full stop right behind it
  // ("ex:n 1.").
  static const SerdNode kInteger = borrow_node(SERD_URI, kXsdInteger);
  // Lines of N-Triples and N-Quads have no bare literals, and the latter are told with their graph
  // already read.
  const bool bare = is_turtle_family(options_.syntax) && text_[at] != '"' && text_[at] != '\'';
  if (datatype == nullptr || datatype->buf == nullptr) datatype = bare ? &kInteger : nullptr;
  if (datatype == nullptr) return true;
  ResolvedIri* type = resolve(*datatype, at);
  if (!type->valid) return false;
  if (!is_valid_lexical_form(term.value, type->iri)) {
    const bool xsd = type->iri.starts_with(kXsdNamespace);
    const std::string name(type->iri.substr(xsd ? kXsdNamespace.size() : 0));
    error(at, "\"" + excerpt(term.value) + "\" is no " + (xsd ? "xsd:" + name : "<" + name + ">"));
    return false;
  }
  if (type->iri != kXsdString) term.datatype = type;
  return true;
}

// Names and references mean something else from here on.
void StatementReader::forget(Cache& cache) {
  cache.clear();
  last_type_ = SERD_NOTHING;
}

ResolvedIri* StatementReader::resolve(const SerdNode& node, std::size_t fallback) {
  Cache& cache = node.type == SERD_CURIE ? names_ : references_;
  const std::string_view text = view(node);
  if (const auto known = cache.find(text); known != cache.end()) return &known->second;
  ResolvedIri resolved;
  const std::size_t at = find_token(node, fallback);
  if (node.type == SERD_CURIE) {
    resolve_name(text, resolved, at);
  } else {
    resolve_reference(node, resolved, at);
  }
  return &cache.emplace(keep(text), resolved).first->second;
}

// Copies the text, both halves as one, to where the caches live.
std::string_view StatementReader::keep(std::string_view first, std::string_view second) {
  const std::size_t size = first.size() + second.size();
  auto* copy = static_cast<char*>(arena_.allocate(size + 1, 1));
  first.copy(copy, first.size());
  second.copy(copy + first.size(), second.size());
  copy[size] = '\0';
  return {copy, size};
}

void StatementReader::resolve_name(std::string_view name, ResolvedIri& resolved, std::size_t at) {
  const SerdNode node = borrow_node(SERD_CURIE, name);
  SerdChunk prefix{};
  SerdChunk local{};
  if (serd_env_expand(env_.get(), &node, &prefix, &local) != SERD_SUCCESS) {
    const std::string_view missing = name.substr(0, name.find(':'));
    if (undefined_.emplace(missing).second) {
      const std::string with_colon = std::string(missing) + ':';
      error(at, "undefined prefix " + with_colon, did_you_mean(with_colon, prefixes_));
    }
    return;
  }
  resolved.iri = keep(view(prefix), view(local));
  resolved.valid = is_valid_iri(resolved.iri);
  if (!resolved.valid) {
    error(at,
          excerpt(name) + " stands for <" + excerpt(resolved.iri) + ">, which is not a valid IRI");
  }
}

void StatementReader::resolve_reference(const SerdNode& node, ResolvedIri& resolved,
                                        std::size_t at) {
  const std::string_view text = view(node);
  if (serd_uri_string_has_scheme(node.buf)) {
    resolved.iri = keep(text);
  } else if (!has_base_) {
    error(at, "<" + excerpt(text) + "> is relative, and there is no @base before it");
    return;
  } else {
    SerdNode expanded = serd_env_expand_node(env_.get(), &node);
    if (expanded.buf != nullptr) resolved.iri = keep(view(expanded));
    serd_node_free(&expanded);
  }
  resolved.valid = is_valid_iri(resolved.iri);
  if (!resolved.valid) error(at, "<" + excerpt(text) + "> is not a valid IRI");
}

// ---- places -----------------------------------------------------------------------------------

// Where the last token before the byte begins. Serd only goes forward, so the search does too.
std::size_t StatementReader::token_before(std::size_t byte) {
  const auto& tokens = scan_.tokens;
  while (token_ + 1 < tokens.size() && tokens[token_ + 1] < byte) ++token_;
  return token_ < tokens.size() ? tokens[token_] : statement_at_;
}

// The last token of the statement so far that is written like the node; escapes hide it, so not too
// far back.
std::size_t StatementReader::find_token(const SerdNode& node, std::size_t fallback) const {
  const std::string_view wanted = view(node);
  const bool reference = node.type == SERD_URI;
  const std::size_t last = std::min(token_ + 1, scan_.tokens.size());
  const std::size_t first = std::max(first_token_, last - std::min(last, kLookBack));
  for (std::size_t i = last; i-- > first;) {
    const std::size_t begin = scan_.tokens[i] + (reference ? 1U : 0U);
    if (reference && text_[begin - 1] != '<') continue;
    if (text_.substr(begin, wanted.size()) == wanted) return scan_.tokens[i];
  }
  return fallback;
}

// Where the token begins that the byte is in, or that stands before the space that it is.
std::size_t StatementReader::offender(std::size_t at) const {
  const auto behind =
      std::upper_bound(scan_.tokens.begin(), scan_.tokens.end(), static_cast<std::uint32_t>(at));
  if (behind == scan_.tokens.begin()) return at;
  const std::size_t token = *(behind - 1);
  if (token < statement_at_) return at;
  const bool punctuation =
      at < text_.size() && std::string_view(",;.[](){}").find(text_[at]) != std::string_view::npos;
  // "ex:a ex:b ;": the ';' is to blame, not the name before it; within a string it is only a
  // character.
  const char opener = text_[token];
  const bool quoted = opener == '"' || opener == '\'' || opener == '<';
  return punctuation && !quoted ? at : token;
}

std::string StatementReader::found(std::size_t at) const {
  if (at >= text_.size()) return "the end of the file";
  if (is_space(text_[at])) return "a space or line break";
  const std::size_t end = std::min(text_.find_first_of(" \t\r\n,;[](){}", at), text_.size());
  std::size_t length = std::max<std::size_t>(end - at, 1);
  if (length > 1 && text_[at + length - 1] == '.') --length;
  return "'" + excerpt(text_.substr(at, length)) + "'";
}

void StatementReader::error(std::size_t at, std::string message, std::string suggestion) {
  if (stopped_) return;
  stopped_ = !consumer_->on_error(map_.locate(at), std::move(message), std::move(suggestion));
  if (stopped_) source_.withheld = true;
}

}  // namespace testudo::rdf
