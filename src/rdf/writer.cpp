#include "rdf/writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "rdf/pname.h"
#include "rdf/serd_adapter.h"

namespace testudo::rdf {
namespace {

constexpr std::size_t kPage = std::size_t{64} << 10U;  // bytes handed to the sink at a time
constexpr std::size_t kTold = 60;                      // bytes of a bad term that a message repeats

// The text for a message: cut where it is long or where it stops being UTF-8.
std::string excerpt(std::string_view text) {
  const auto bad = invalid_utf8(text);
  std::size_t end = std::min({text.size(), kTold, bad ? bad->byte : text.size()});
  while (end > 0 && end < text.size() && !bad && is_continuation(text[end])) --end;
  std::string out(text.substr(0, end));
  if (end < text.size()) out += "…";
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

Error invalid(std::string message) { return {std::move(message), {}}; }

std::optional<Error> check_iri(std::string_view iri, std::string_view role) {
  if (is_valid_iri(iri)) return std::nullopt;
  return invalid(std::string(role) + " <" + excerpt(iri) + "> is not a valid IRI");
}

// `known_datatype`: that the datatype is a valid IRI needs no check.
std::optional<Error> check_literal(const TermView& term, bool known_datatype = false) {
  const std::string_view text = term.value;
  if (text.find('\0') != std::string_view::npos) return invalid("a literal with U+0000 in it");
  if (!term.language.empty()) {
    if (!term.datatype.empty()) return invalid("a literal with both a language and a datatype");
    if (!is_valid_language_tag(term.language)) {
      return invalid("\"" + excerpt(term.language) + "\" is not a language tag");
    }
  } else if (!term.datatype.empty() && term.datatype != kXsdString) {
    if (!known_datatype) {
      if (auto error = check_iri(term.datatype, "the datatype")) return error;
    }
    if (is_valid_lexical_form(text, term.datatype)) return std::nullopt;
    if (is_valid_utf8(text)) {
      return invalid("\"" + excerpt(text) + "\" is no <" + std::string(term.datatype) + ">");
    }
  }
  if (is_valid_utf8(text)) return std::nullopt;
  return invalid("the literal \"" + excerpt(text) + "\" is not UTF-8");
}

std::optional<Error> check_term(const TermView& term, std::string_view role) {
  switch (term.kind) {
    case TermKind::Iri:
      return check_iri(term.value, role);
    case TermKind::Literal:
      return check_literal(term);
    case TermKind::Blank:
      break;
  }
  return invalid(std::string(role) + " is a blank node, which has no name to be found by");
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether Turtle's own number or word for the literal means just this lexical form of this
// datatype.
bool can_stand_bare(std::string_view value, std::string_view datatype) {
  if (datatype == kXsdBoolean) return value == "true" || value == "false";
  if (value.starts_with('+') || value.starts_with('-')) value.remove_prefix(1);
  if (datatype == kXsdInteger) return is_digits(value);
  if (datatype != kXsdDecimal) return false;
  const std::size_t dot = value.find('.');
  return dot != std::string_view::npos && is_digits(value.substr(dot + 1)) &&
         (dot == 0 || is_digits(value.substr(0, dot)));
}

struct Namespace {
  std::string prefix;
  std::string iri;
  bool used = false;
};

// A valid IRI and how it is written.
struct Name {
  std::string iri;             // empty: none
  std::string prefixed;        // empty: written in full
  Namespace* space = nullptr;  // whose prefix it has; null: written in full

  SerdNode node() const {
    return space == nullptr ? borrow_node(SERD_URI, iri) : borrow_node(SERD_CURIE, prefixed);
  }
};

// IRIs seen lately: they need not be checked and shortened again. A newcomer takes the place of the
// one with the same remainder of its hash. A name stays where it is until the next call of slot().
class NameCache {
 public:
  explicit NameCache(std::size_t size) : names_(size) {}  // a power of two

  Name& slot(std::string_view iri) { return names_[hash(iri) & (names_.size() - 1)]; }

 private:
  // IRIs begin alike and differ in their last bytes; a bad hash only costs a check that was not
  // needed.
  static std::size_t hash(std::string_view iri) {
    std::uint64_t last = 0;
    std::uint64_t before = 0;
    const std::size_t size = iri.size();
    if (size >= 16) {
      std::memcpy(&last, iri.data() + size - 8, sizeof last);
      std::memcpy(&before, iri.data() + size - 16, sizeof before);
    } else {
      std::memcpy(&last, iri.data(), std::min(size, sizeof last));
    }
    const std::uint64_t product =
        (last ^ (before * 0x9E3779B97F4A7C15U) ^ size) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(product >> 32U);
  }

  std::vector<Name> names_;
};

}  // namespace

Result<void> check_writable(const TermView& term) {
  if (auto error = check_term(term, "the term")) return *std::move(error);
  return {};
}

class Writer::Impl {
 public:
  Impl(Sink& sink, Syntax syntax, std::span<const Prefix> prefixes)
      : sink_(&sink), syntax_(syntax), env_(serd_env_new(nullptr)) {
    if (is_turtle_family(syntax)) {
      add_prefixes(prefixes);
    } else {
      head_written_ = true;
    }
    begin_block();
  }

  Result<void> triple(const TermView& subject, const TermView& predicate, const TermView& object) {
    if (failure_) return *failure_;
    if (finished_) return invalid("the document is finished");
    Statement statement;
    if (auto error = prepare(subject, predicate, object, statement)) return *std::move(error);
    open_gap();
    if (statement.new_subject) {
      std::swap(subject_, next_subject_);
      last_subject_ = subject_.iri;
    }
    write(statement);
    if (body_.size() >= (head_written_ ? kPage : kHeldBack)) hand_on(true);
    if (failure_) return *failure_;
    return {};
  }

  Result<void> begin_graph(std::string_view iri) {
    if (failure_) return *failure_;
    if (finished_) return invalid("the document is finished");
    if (in_graph_) return invalid("a graph within a graph");
    if (auto error = check_iri(iri, "the graph")) return *std::move(error);
    in_graph_ = true;
    if (!has_graphs(syntax_)) return {};
    graph_ = iri;
    if (syntax_ == Syntax::TriG) {
      end_block();
      open_gap();
      Name shown;
      shown.iri = iri;
      shorten(shown);
      use(shown);
      body_ += shown.space == nullptr ? "<" + shown.iri + ">" : shown.prefixed;
      body_ += " {\n";
    }
    return {};
  }

  Result<void> end_graph() {
    if (failure_) return *failure_;
    if (!in_graph_) return invalid("no graph to end");
    in_graph_ = false;
    graph_.clear();
    if (syntax_ == Syntax::TriG) {
      end_block();
      body_ += "}\n";
      gap_ = true;
    }
    return {};
  }

  Result<void> finish() {
    if (finished_) return {};
    if (in_graph_) static_cast<void>(end_graph());
    if (failure_) return *failure_;
    end_block();
    hand_on(false);
    if (failure_) return *failure_;
    Result<void> flushed = sink_->flush();
    if (!flushed.ok()) {
      failure_ = flushed.error();
    } else {
      finished_ = true;
    }
    return flushed;
  }

 private:
  static std::size_t append(const void* bytes, std::size_t size, void* body) {
    static_cast<std::string*>(body)->append(static_cast<const char*>(bytes), size);
    return size;
  }

  void add_prefixes(std::span<const Prefix> prefixes) {
    for (const Prefix& p : prefixes) {
      if (!is_valid_utf8(p.name) || !is_valid_prefix(p.name) || !is_valid_iri(p.iri)) {
        failure_ = invalid("the prefix " + excerpt(p.name) + ": <" + excerpt(p.iri) +
                           "> cannot be declared");
        return;
      }
      const auto* known = find_prefix(p.name);
      if (known != nullptr && known->iri != p.iri) {
        failure_ = invalid("the prefix " + std::string(p.name) + ": has two meanings");
        return;
      }
      if (known == nullptr) namespaces_.push_back({std::string(p.name), std::string(p.iri), false});
    }
    add_datatypes();
    for (std::size_t i = 0; i < namespaces_.size(); ++i) longest_first_.push_back(i);
    std::stable_sort(longest_first_.begin(), longest_first_.end(),
                     [&](std::size_t a, std::size_t b) {
                       return namespaces_[a].iri.size() > namespaces_[b].iri.size();
                     });
  }

  // A full IRI of xsd:integer, xsd:decimal or xsd:boolean makes Serd write the lexical form bare,
  // right or wrong
  // ("1"^^xsd:boolean as 1), so that there must be a prefix to hide it behind.
  void add_datatypes() {
    for (const Namespace& n : namespaces_) {
      if (n.iri == kXsdNamespace) return;
    }
    std::string prefix = "xsd";
    while (find_prefix(prefix) != nullptr) prefix += '_';
    namespaces_.push_back({prefix, std::string(kXsdNamespace), false});
  }

  const Namespace* find_prefix(std::string_view name) const {
    const auto found = std::find_if(namespaces_.begin(), namespaces_.end(),
                                    [&](const Namespace& n) { return n.prefix == name; });
    return found == namespaces_.end() ? nullptr : &*found;
  }

  // A statement's nodes, ready for Serd.
  struct Statement {
    const Name* predicate = nullptr;
    const Name* object = nullptr;    // null: a literal
    const Name* datatype = nullptr;  // null: none, or one that Serd is to write bare
    TermView literal;
    bool bare = false;
    bool new_subject = false;  // the subject is next_subject_
  };

  // Checks the terms and finds their names. Nothing of the document changes, so that a statement
  // with a bad term leaves no trace.
  std::optional<Error> prepare(const TermView& subject, const TermView& predicate,
                               const TermView& object, Statement& out) {
    if (subject.kind != TermKind::Iri || last_subject_.empty() || subject.value != last_subject_) {
      if (subject.kind == TermKind::Literal) return invalid("the subject is a literal");
      if (subject.kind != TermKind::Iri) return check_term(subject, "the subject");
      const Name* name = find(subject.value, terms_);
      if (name == nullptr) return check_iri(subject.value, "the subject");
      next_subject_ = *name;  // a copy: the object may take its slot
      out.new_subject = true;
    }
    if (predicate.kind != TermKind::Iri) return invalid("the predicate is not an IRI");
    out.predicate = find(predicate.value, predicates_);
    if (out.predicate == nullptr) return check_iri(predicate.value, "the predicate");
    if (object.kind == TermKind::Literal) return prepare_literal(object, out);
    if (object.kind != TermKind::Iri) return check_term(object, "the object");
    out.object = find(object.value, terms_);
    if (out.object == nullptr) return check_iri(object.value, "the object");
    return std::nullopt;
  }

  std::optional<Error> prepare_literal(const TermView& literal, Statement& out) {
    const bool typed =
        literal.language.empty() && !literal.datatype.empty() && literal.datatype != kXsdString;
    if (typed) out.datatype = find(literal.datatype, datatypes_);
    if (auto error = check_literal(literal, out.datatype != nullptr)) return error;
    out.literal = literal;
    out.bare =
        typed && is_turtle_family(syntax_) && can_stand_bare(literal.value, literal.datatype);
    return std::nullopt;
  }

  // The IRI's name, or nullptr if it is not valid.
  const Name* find(std::string_view iri, NameCache& cache) {
    if (iri.empty()) return nullptr;
    Name& name = cache.slot(iri);
    if (name.iri == iri) return &name;
    if (!is_valid_iri(iri)) return nullptr;
    name.iri = iri;
    name.prefixed.clear();
    name.space = nullptr;
    // Serd writes the full IRI of rdf:type, as a predicate, as "a".
    const bool type = &cache == &predicates_ && iri == kRdfType && is_turtle_family(syntax_);
    if (!type) shorten(name);
    return &name;
  }

  // Gives the name a prefix if there is one for it.
  void shorten(Name& name) {
    const std::string_view iri = name.iri;
    for (const std::size_t i : longest_first_) {
      Namespace& n = namespaces_[i];
      const std::size_t size = n.iri.size();
      // Most namespaces begin alike, so their last bytes are looked at first.
      if (iri.size() < size || iri[size - 1] != n.iri.back() || !iri.starts_with(n.iri)) continue;
      const std::string_view local = iri.substr(n.iri.size());
      if (!is_plain_local_name(local)) continue;
      name.space = &n;
      name.prefixed = n.prefix;
      name.prefixed += ':';
      name.prefixed += local;
      return;
    }
  }

  static void use(const Name& name) {
    if (name.space != nullptr) name.space->used = true;
  }

  void write(const Statement& statement) {
    const SerdNode graph = borrow_node(SERD_URI, graph_);
    const SerdNode* in = syntax_ == Syntax::NQuads && in_graph_ ? &graph : nullptr;
    const SerdNode subject = subject_.node();
    const SerdNode predicate = statement.predicate->node();
    use(subject_);
    use(*statement.predicate);
    SerdNode value = SERD_NODE_NULL;
    SerdNode datatype = SERD_NODE_NULL;
    SerdNode language = SERD_NODE_NULL;
    if (statement.object != nullptr) {
      use(*statement.object);
      value = statement.object->node();
    } else {
      value = borrow_node(SERD_LITERAL, statement.literal.value);
      if (!statement.literal.language.empty()) {
        language = borrow_node(SERD_LITERAL, statement.literal.language);
      } else if (statement.bare) {
        datatype = borrow_node(SERD_URI, statement.datatype->iri);
      } else if (statement.datatype != nullptr) {
        use(*statement.datatype);
        datatype = statement.datatype->node();
      }
    }
    const SerdStatus status = serd_writer_write_statement(
        writer_.get(), 0, in, &subject, &predicate, &value, datatype.buf ? &datatype : nullptr,
        language.buf ? &language : nullptr);
    if (status != SERD_SUCCESS) {
      failure_ = invalid(std::string("the serializer failed: ") +
                         reinterpret_cast<const char*>(serd_strerror(status)));
    }
  }

  // A writer of Serd's for every block: one that has ended a document begins the next with a space.
  // The braces of TriG are our own for the same sake, as Serd indents what is between them. It
  // hands over pages, not morsels, so the body lags behind by one until the block ends.
  void begin_block() {
    const bool terse = is_turtle_family(syntax_);
    unsigned style = SERD_STYLE_BULK;
    if (terse) style |= SERD_STYLE_ABBREVIATED;
    writer_.reset(serd_writer_new(terse ? SERD_TURTLE : to_serd(syntax_),
                                  static_cast<SerdStyle>(style), env_.get(), nullptr, append,
                                  &body_));
    serd_writer_set_error_sink(
        writer_.get(), [](void*, const SerdError*) { return SERD_SUCCESS; }, nullptr);
  }

  // Ends the statement that Serd has open, without the blank line that it leaves behind it.
  void end_block() {
    if (last_subject_.empty()) return;
    serd_writer_finish(writer_.get());
    if (std::string_view(body_).ends_with("\n\n")) body_.pop_back();
    begin_block();
    last_subject_ = {};
    gap_ = true;
  }

  // The blank line between blocks of TriG.
  void open_gap() {
    if (gap_ && syntax_ == Syntax::TriG && last_subject_.empty()) body_ += '\n';
    gap_ = false;
  }

  // Gives the body to the sink, after the prefixes if it is the first of it.
  void hand_on(bool more_to_come) {
    if (!head_written_) {
      const std::string head = declarations(more_to_come);
      head_written_ = true;
      send(head);
    }
    send(body_);
    body_.clear();
  }

  std::string declarations(bool all) const {
    std::string head;
    for (const Namespace& n : namespaces_) {
      if (n.used || all) head += "@prefix " + n.prefix + ": <" + n.iri + "> .\n";
    }
    if (!head.empty() && !body_.empty()) head += '\n';
    return head;
  }

  void send(std::string_view bytes) {
    if (failure_ || bytes.empty() || sink_->write(bytes)) return;
    const Result<void> why = sink_->flush();
    failure_ = why.ok() ? invalid("cannot write") : why.error();
  }

  Sink* sink_;  // not owned; never null
  Syntax syntax_;
  std::vector<Namespace> namespaces_;       // in the order of their declaration
  std::vector<std::size_t> longest_first_;  // indices into them
  std::string body_;                        // written, and not yet handed on
  EnvHandle env_;
  WriterHandle writer_;  // after what it writes to
  Name subject_;
  Name next_subject_;  // scratch
  std::string graph_;
  std::string_view last_subject_;  // the IRI of subject_; empty: Serd has no statement open
  NameCache predicates_{256};
  NameCache terms_{1024};  // subjects and objects: many are both
  NameCache datatypes_{16};
  bool head_written_ = false;
  bool in_graph_ = false;
  bool gap_ = false;
  bool finished_ = false;
  std::optional<Error> failure_;
};

Writer::Writer(Sink& sink, Syntax syntax, std::span<const Prefix> prefixes)
    : impl_(std::make_unique<Impl>(sink, syntax, prefixes)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Result<void> Writer::triple(const TermView& subject, const TermView& predicate,
                            const TermView& object) {
  return impl_->triple(subject, predicate, object);
}
Result<void> Writer::begin_graph(std::string_view iri) { return impl_->begin_graph(iri); }
Result<void> Writer::end_graph() { return impl_->end_graph(); }
Result<void> Writer::finish() { return impl_->finish(); }

}  // namespace testudo::rdf
