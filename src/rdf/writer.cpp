#include "rdf/writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/buffer.h"
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

// Whether the text is ASCII that stands for itself between quotes. Every letter by itself, so that
// many can be looked at a time.
bool is_plain(std::string_view text) {
  unsigned char others = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool other = byte < 0x20 || byte >= 0x7F || byte == '"' || byte == '\\';
    others = static_cast<unsigned char>(others | static_cast<unsigned char>(other));
  }
  return others == 0;
}

// `plain`: the text is_plain(). `known_datatype`: that the datatype is a valid IRI needs no check.
std::optional<Error> check_literal(const TermView& term, bool plain, bool known_datatype) {
  const std::string_view text = term.value;
  if (!plain && text.find('\0') != std::string_view::npos) {
    return invalid("a literal with U+0000 in it");
  }
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
  if (plain || is_valid_utf8(text)) return std::nullopt;
  return invalid("the literal \"" + excerpt(text) + "\" is not UTF-8");
}

std::optional<Error> check_term(const TermView& term, std::string_view role) {
  switch (term.kind) {
    case TermKind::Iri:
      return check_iri(term.value, role);
    case TermKind::Literal:
      return check_literal(term, is_plain(term.value), false);
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

// A valid IRI and how it is written: "<…>", with a prefix, or "a".
struct Name {
  std::string text = "<>";      // the IRI in its brackets, then the short form if there is one
  std::size_t iri_size = 0;     // 0: none
  std::size_t shown_begin = 0;  // of what is written, which goes on to the end
  Namespace* space = nullptr;   // whose prefix it has; null: none

  std::string_view iri() const { return {text.data() + 1, iri_size}; }
  std::string_view shown() const { return {text.data() + shown_begin, text.size() - shown_begin}; }

  void set(std::string_view iri) {
    text = '<';
    text += iri;
    text += '>';
    iri_size = iri.size();
    shown_begin = 0;
    space = nullptr;
  }
  // Without a prefix where there is no namespace.
  void shorten(Namespace* its_space, std::string_view local) {
    shown_begin = text.size();
    space = its_space;
    if (space != nullptr) {
      text += space->prefix;
      text += ':';
    }
    text += local;
  }
};

// By which it is seen whether an IRI is in a namespace.
struct Beginning {
  std::size_t size;
  char last;
  Namespace* space;  // not owned; never null
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

// Puts the text between quotes, on one line.
void append_quoted(Buffer& out, std::string_view text) {
  out.add("\"");
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80 || kEscapes.text[byte][0] == '\0') continue;
    out.add(text.substr(copied, at - copied), kEscapes.text[byte]);
    copied = at + 1;
  }
  out.add(text.substr(copied), "\"");
}

// IRIs seen lately: they need not be checked and shortened again. A newcomer takes the place of the
// one with the same remainder of its hash. A name stays where it is until the next call of slot().
class NameCache {
 public:
  explicit NameCache(std::size_t size) : names_(size), mask_(size - 1) {}  // a power of two

  Name& slot(std::string_view iri) { return names_[hash(iri) & mask_]; }

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
  std::size_t mask_;
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
    if (iri.find('#') == std::string_view::npos) begin_fragments(iri);
    if (!has_graphs(syntax_)) return {};
    Name graph;
    name_it(graph, iri);
    graph_ = graph.shown();
    if (syntax_ == Syntax::TriG) {
      end_block();
      open_gap();
      body_.add(show(graph), " {\n");
    }
    return {};
  }

  Result<void> end_graph() {
    if (failure_) return *failure_;
    if (!in_graph_) return invalid("no graph to end");
    in_graph_ = false;
    fragments_.clear();
    graph_.clear();
    if (syntax_ == Syntax::TriG) {
      end_block();
      body_.add("}\n");
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
    for (Namespace& n : namespaces_) longest_first_.push_back({n.iri.size(), n.iri.back(), &n});
    std::stable_sort(longest_first_.begin(), longest_first_.end(),
                     [](const Beginning& a, const Beginning& b) { return a.size > b.size; });
  }

  const Namespace* find_prefix(std::string_view name) const {
    const auto found = std::find_if(namespaces_.begin(), namespaces_.end(),
                                    [&](const Namespace& n) { return n.prefix == name; });
    return found == namespaces_.end() ? nullptr : &*found;
  }

  void begin_fragments(std::string_view graph) {
    fragments_ = graph;
    fragments_ += '#';
    of_graph_.clear();
    std::ranges::copy_if(longest_first_, std::back_inserter(of_graph_), [&](const Beginning& b) {
      return b.space->iri.starts_with(fragments_) || fragments_.starts_with(b.space->iri);
    });
  }

  // A statement whose terms are known to be valid.
  struct Statement {
    bool new_subject = false;  // the subject is next_subject_
    const Name* predicate = nullptr;
    const Name* object = nullptr;       // null: a literal
    const TermView* literal = nullptr;  // null: an IRI
    const Name* datatype = nullptr;     // null: none
    bool plain = false;                 // is_plain()
    bool bare = false;                  // without quotes and datatype
  };

  // Checks the terms and finds their names. Nothing of the document changes, so that a statement
  // with a bad term leaves no trace: the predicate, which may take the place of the last one, comes
  // last.
  std::optional<Error> prepare(const TermView& subject, const TermView& predicate,
                               const TermView& object, Statement& out) {
    if (subject.kind != TermKind::Iri || subject_.iri_size == 0 ||
        subject.value != subject_.iri()) {
      if (auto error = prepare_subject(subject)) return error;
      out.new_subject = true;
    }
    if (predicate.kind != TermKind::Iri) return invalid("the predicate is not an IRI");
    if (object.kind == TermKind::Literal) {
      if (auto error = prepare_literal(object, out)) return error;
    } else {
      if (object.kind != TermKind::Iri) return check_term(object, "the object");
      out.object = find(object.value, terms_);
      if (out.object == nullptr) return check_iri(object.value, "the object");
    }
    out.predicate = find(predicate.value, predicates_);
    if (out.predicate == nullptr) return check_iri(predicate.value, "the predicate");
    return std::nullopt;
  }

  std::optional<Error> prepare_subject(const TermView& subject) {
    if (subject.kind == TermKind::Literal) return invalid("the subject is a literal");
    if (subject.kind != TermKind::Iri) return check_term(subject, "the subject");
    const Name* name = find(subject.value, terms_);
    if (name == nullptr) return check_iri(subject.value, "the subject");
    next_subject_ = *name;  // a copy: the object may take its slot
    return std::nullopt;
  }

  std::optional<Error> prepare_literal(const TermView& literal, Statement& out) {
    const bool typed =
        literal.language.empty() && !literal.datatype.empty() && literal.datatype != kXsdString;
    if (typed) out.datatype = find(literal.datatype, datatypes_);
    out.literal = &literal;
    out.plain = is_plain(literal.value);
    out.bare = typed && turtle_ && can_stand_bare(literal.value, literal.datatype);
    return check_literal(literal, out.plain, out.datatype != nullptr);
  }

  // The IRI's name, or nullptr if it is not valid.
  const Name* find(std::string_view iri, NameCache& cache) {
    if (iri.empty()) return nullptr;
    Name& name = cache.slot(iri);
    if (name.iri() == iri) return &name;
    return replace(name, iri, cache);
  }

  // Gives the slot to the IRI, if it is valid. Out of the way of those that are found.
  [[gnu::noinline]] const Name* replace(Name& name, std::string_view iri, const NameCache& cache) {
    if (!is_valid(iri)) return nullptr;
    if (&name == predicate_) predicate_ = nullptr;
    name_it(name, iri);
    if (turtle_ && &cache == &predicates_ && iri == kRdfType) name.shorten(nullptr, "a");
    return &name;
  }

  // Whether the IRI is the open graph's with a fragment, as most are.
  bool is_of_graph(std::string_view iri) const {
    return !fragments_.empty() && iri.starts_with(fragments_);
  }

  bool is_valid(std::string_view iri) const {
    return is_of_graph(iri) ? is_valid_fragment(iri.substr(fragments_.size())) : is_valid_iri(iri);
  }

  // How the IRI is shown: with a prefix if there is one for it.
  void name_it(Name& name, std::string_view iri) {
    name.set(iri);
    for (const auto& [size, last, space] : is_of_graph(iri) ? of_graph_ : longest_first_) {
      // Most namespaces begin alike, so their last bytes are looked at first.
      if (iri.size() < size || iri[size - 1] != last || !iri.starts_with(space->iri)) continue;
      const std::string_view local = iri.substr(size);
      if (is_plain_local_name(local)) return name.shorten(space, local);
    }
  }

  // What is to be written for a name, whose prefix is in use from now on.
  static std::string_view show(const Name& name) {
    if (name.space != nullptr) name.space->used = true;
    return name.shown();
  }

  // A line of N-Triples or N-Quads.
  void write_line(const Statement& statement) {
    if (statement.new_subject) std::swap(subject_, next_subject_);
    body_.add(show(subject_), " ", show(*statement.predicate), " ");
    show_object(statement);
    if (!graph_.empty()) body_.add(" ", graph_);
    body_.add(" .\n");
  }

  // A statement of Turtle or TriG: only what differs from the one before.
  void write_terse(const Statement& statement) {
    if (statement.new_subject) {
      const std::string_view before = between_blocks();
      std::swap(subject_, next_subject_);
      body_.add(before, show(subject_), "\n\t", show(*statement.predicate), " ");
    } else if (statement.predicate != predicate_) {
      body_.add(" ;\n\t", show(*statement.predicate), " ");
    } else {
      body_.add(" ,\n\t\t");
    }
    predicate_ = statement.predicate;
    show_object(statement);
  }

  void show_object(const Statement& statement) {
    if (statement.object != nullptr) return body_.add(show(*statement.object));
    const TermView& literal = *statement.literal;
    if (statement.bare) return body_.add(literal.value);
    if (statement.plain) {
      body_.add("\"", literal.value, "\"");
    } else {
      append_quoted(body_, literal.value);
    }
    if (!literal.language.empty()) {
      body_.add("@", literal.language);
    } else if (statement.datatype != nullptr) {
      body_.add("^^", show(*statement.datatype));
    }
  }

  // Ends the statements about a subject.
  void end_block() {
    if (subject_.iri_size == 0 || !turtle_) return;
    body_.add(" .\n");
    subject_.iri_size = 0;
    gap_ = true;
  }

  // What ends the open block, if there is one, and the blank line behind the last.
  std::string_view between_blocks() {
    const bool blank = std::exchange(gap_, false);
    if (subject_.iri_size != 0) return " .\n\n";
    return blank ? "\n" : "";
  }

  // The blank line between blocks.
  void open_gap() {
    if (std::exchange(gap_, false)) body_.add("\n");
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
  bool turtle_;                           // or TriG
  std::vector<Namespace> namespaces_;     // in the order of their declaration
  std::vector<Beginning> longest_first_;  // of their IRIs
  Buffer body_;                           // written, and not yet handed on
  Name subject_;                          // that of the last statement; none where no block is open
  Name next_subject_;                     // scratch
  const Name* predicate_ = nullptr;  // that of the last statement; null: none, or its slot is gone
  std::string fragments_;  // the open graph's IRI and '#'; empty: none, or it has a fragment
  std::vector<Beginning> of_graph_;  // those of longest_first_ that its fragments may be in
  std::string graph_;                // as it is shown; empty: none, or the syntax has none
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
