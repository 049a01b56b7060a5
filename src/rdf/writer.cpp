#include "rdf/writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "rdf/pname.h"

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
  std::string shown;           // "<…>", with a prefix, or "a"
  Namespace* space = nullptr;  // whose prefix it has; null: none
};

// ECHAR and UCHAR of the grammars: what stands for an ASCII byte within double quotes. Empty:
// itself.
constexpr std::size_t kLongestEscape = 6;

struct Escapes {
  char text[0x80][kLongestEscape + 1] = {};
};

constexpr Escapes kEscapes = [] {
  constexpr char kHex[] = "0123456789ABCDEF";
  Escapes escapes;
  const auto spell = [&](std::size_t byte) {
    char* text = escapes.text[byte];
    for (const char c : {'\\', 'u', '0', '0', kHex[byte >> 4U], kHex[byte & 0xFU]}) *text++ = c;
  };
  for (std::size_t byte = 0; byte < 0x20; ++byte) spell(byte);
  spell(0x7F);
  constexpr std::pair<char, char> kShort[] = {{'\b', 'b'}, {'\t', 't'}, {'\n', 'n'}, {'\f', 'f'},
                                              {'\r', 'r'}, {'"', '"'},  {'\\', '\\'}};
  for (const auto& [byte, letter] : kShort) {
    char* text = escapes.text[static_cast<unsigned char>(byte)];
    text[0] = '\\';
    text[1] = letter;
    text[2] = '\0';
  }
  return escapes;
}();

// Bytes to be written. Unlike a string's, its appends are inlined: most are of a few bytes.
class Buffer {
 public:
  std::size_t size() const { return size_; }
  std::string_view view() const { return {bytes_.get(), size_}; }
  void clear() { size_ = 0; }

  Buffer& operator+=(std::string_view text) {
    if (capacity_ - size_ < text.size()) grow(text.size());
    std::copy_n(text.data(), text.size(), bytes_.get() + size_);
    size_ += text.size();
    return *this;
  }
  Buffer& operator+=(char c) { return *this += std::string_view(&c, 1); }

 private:
  void grow(std::size_t more) {
    capacity_ = std::max(2 * capacity_, size_ + more);
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity_);
    std::copy_n(bytes_.get(), size_, bytes.get());
    bytes_ = std::move(bytes);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

// Puts the text between quotes, on one line.
void append_quoted(Buffer& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80 || kEscapes.text[byte][0] == '\0') continue;
    out += text.substr(copied, at - copied);
    out += kEscapes.text[byte];
    copied = at + 1;
  }
  out += text.substr(copied);
  out += '"';
}

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
      : sink_(&sink), syntax_(syntax), turtle_(is_turtle_family(syntax)) {
    if (turtle_) {
      add_prefixes(prefixes);
    } else {
      head_written_ = true;
    }
  }

  Result<void> triple(const TermView& subject, const TermView& predicate, const TermView& object) {
    if (failure_) return *failure_;
    if (finished_) return invalid("the document is finished");
    Statement statement;
    if (auto error = prepare(subject, predicate, object, statement)) return *std::move(error);
    if (turtle_) {
      write_terse(statement);
    } else {
      write_line(statement);
    }
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
    if (iri.find('#') == std::string_view::npos) graph_iri_ = iri;
    if (!has_graphs(syntax_)) return {};
    Name graph;
    graph.iri = iri;
    name_it(graph);
    graph_ = graph.shown;
    if (syntax_ == Syntax::TriG) {
      end_block();
      open_gap();
      show(graph);
      body_ += " {\n";
    }
    return {};
  }

  Result<void> end_graph() {
    if (failure_) return *failure_;
    if (!in_graph_) return invalid("no graph to end");
    in_graph_ = false;
    graph_iri_.clear();
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
    for (std::size_t i = 0; i < namespaces_.size(); ++i) longest_first_.push_back(i);
    std::stable_sort(longest_first_.begin(), longest_first_.end(),
                     [&](std::size_t a, std::size_t b) {
                       return namespaces_[a].iri.size() > namespaces_[b].iri.size();
                     });
  }

  const Namespace* find_prefix(std::string_view name) const {
    const auto found = std::find_if(namespaces_.begin(), namespaces_.end(),
                                    [&](const Namespace& n) { return n.prefix == name; });
    return found == namespaces_.end() ? nullptr : &*found;
  }

  // A statement whose terms are known to be valid.
  struct Statement {
    const Name* predicate = nullptr;
    const Name* object = nullptr;    // null: a literal
    const Name* datatype = nullptr;  // null: none
    TermView literal;
    bool bare = false;         // without quotes and datatype
    bool new_subject = false;  // the subject is next_subject_
  };

  // Checks the terms and finds their names. Nothing of the document changes, so that a statement
  // with a bad term leaves no trace.
  std::optional<Error> prepare(const TermView& subject, const TermView& predicate,
                               const TermView& object, Statement& out) {
    if (subject.kind != TermKind::Iri || subject_.iri.empty() || subject.value != subject_.iri) {
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
    out.bare = typed && turtle_ && can_stand_bare(literal.value, literal.datatype);
    return std::nullopt;
  }

  // The IRI's name, or nullptr if it is not valid.
  const Name* find(std::string_view iri, NameCache& cache) {
    if (iri.empty()) return nullptr;
    Name& name = cache.slot(iri);
    if (name.iri == iri) return &name;
    if (!is_valid(iri)) return nullptr;
    name.iri = iri;
    if (turtle_ && &cache == &predicates_ && iri == kRdfType) {
      name.space = nullptr;
      name.shown = "a";
    } else {
      name_it(name);
    }
    return &name;
  }

  // Most IRIs are the open graph's with a fragment.
  bool is_valid(std::string_view iri) const {
    if (!graph_iri_.empty() && iri.starts_with(graph_iri_)) {
      const std::string_view rest = iri.substr(graph_iri_.size());
      if (rest.starts_with('#')) return is_valid_fragment(rest.substr(1));
    }
    return is_valid_iri(iri);
  }

  // How the IRI is shown: with a prefix if there is one for it.
  void name_it(Name& name) {
    const std::string_view iri = name.iri;
    name.space = nullptr;
    for (const std::size_t i : longest_first_) {
      Namespace& n = namespaces_[i];
      const std::size_t size = n.iri.size();
      // Most namespaces begin alike, so their last bytes are looked at first.
      if (iri.size() < size || iri[size - 1] != n.iri.back() || !iri.starts_with(n.iri)) continue;
      const std::string_view local = iri.substr(n.iri.size());
      if (!is_plain_local_name(local)) continue;
      name.space = &n;
      name.shown = n.prefix;
      name.shown += ':';
      name.shown += local;
      return;
    }
    name.shown = '<';
    name.shown += iri;
    name.shown += '>';
  }

  void show(const Name& name) {
    if (name.space != nullptr) name.space->used = true;
    body_ += name.shown;
  }

  // A line of N-Triples or N-Quads.
  void write_line(const Statement& statement) {
    if (statement.new_subject) std::swap(subject_, next_subject_);
    show(subject_);
    body_ += ' ';
    show(*statement.predicate);
    body_ += ' ';
    show_object(statement);
    if (!graph_.empty()) {
      body_ += ' ';
      body_ += graph_;
    }
    body_ += " .\n";
  }

  // A statement of Turtle or TriG: only what differs from the one before.
  void write_terse(const Statement& statement) {
    const Name& predicate = *statement.predicate;
    if (statement.new_subject) {
      end_block();
      open_gap();
      std::swap(subject_, next_subject_);
      show(subject_);
      body_ += "\n\t";
    } else if (predicate.iri != predicate_) {
      body_ += " ;\n\t";
    } else {
      body_ += " ,\n\t\t";
      return show_object(statement);
    }
    predicate_ = predicate.iri;
    show(predicate);
    body_ += ' ';
    show_object(statement);
  }

  void show_object(const Statement& statement) {
    if (statement.object != nullptr) return show(*statement.object);
    const TermView& literal = statement.literal;
    if (statement.bare) {
      body_ += literal.value;
      return;
    }
    append_quoted(body_, literal.value);
    if (!literal.language.empty()) {
      body_ += '@';
      body_ += literal.language;
    } else if (statement.datatype != nullptr) {
      body_ += "^^";
      show(*statement.datatype);
    }
  }

  // Ends the statements about a subject.
  void end_block() {
    if (subject_.iri.empty() || !turtle_) return;
    body_ += " .\n";
    subject_.iri.clear();
    gap_ = true;
  }

  // The blank line between blocks.
  void open_gap() {
    if (std::exchange(gap_, false)) body_ += '\n';
  }

  // Gives the body to the sink, after the prefixes if it is the first of it.
  void hand_on(bool more_to_come) {
    if (!head_written_) {
      const std::string head = declarations(more_to_come);
      head_written_ = true;
      send(head);
    }
    send(body_.view());
    body_.clear();
  }

  std::string declarations(bool all) const {
    std::string head;
    for (const Namespace& n : namespaces_) {
      if (n.used || all) head += "@prefix " + n.prefix + ": <" + n.iri + "> .\n";
    }
    if (!head.empty() && body_.size() > 0) head += '\n';
    return head;
  }

  void send(std::string_view bytes) {
    if (failure_ || bytes.empty() || sink_->write(bytes)) return;
    const Result<void> why = sink_->flush();
    failure_ = why.ok() ? invalid("cannot write") : why.error();
  }

  Sink* sink_;  // not owned; never null
  Syntax syntax_;
  bool turtle_;                             // or TriG
  std::vector<Namespace> namespaces_;       // in the order of their declaration
  std::vector<std::size_t> longest_first_;  // indices into them
  Buffer body_;                             // written, and not yet handed on
  Name subject_;           // that of the last statement; its IRI is empty where none is open
  Name next_subject_;      // scratch
  std::string predicate_;  // that of the last statement
  std::string graph_iri_;  // of the open graph; empty: none, or one with a fragment
  std::string graph_;      // as it is shown; empty: none, or the syntax has none
  NameCache predicates_{1024};
  NameCache terms_{2048};  // subjects and objects: many are both
  NameCache datatypes_{64};
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
