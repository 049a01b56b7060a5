#include "rdf/graph.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <filesystem>
#include <memory_resource>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "base/hash_index.h"
#include "base/result.h"
#include "rdf/statement_reader.h"

namespace testudo::rdf {
namespace {

constexpr std::uint32_t kNone = std::uint32_t(-1);
constexpr std::size_t kSourceLimit = std::uint32_t(-1);
constexpr std::size_t kErrorLimit = 1000;       // of one source: more is no Turtle at all
constexpr std::size_t kBytesPerStatement = 32;  // about, in the packs
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The first and last statement of a chain; each statement knows the next (Links).
struct Chain {
  std::uint32_t first = kNone;
  std::uint32_t last = kNone;
};

enum Role : std::uint8_t { kSubject, kPredicate, kObject };

using Links = std::array<std::uint32_t, 3>;  // by role: the next statement with the same term in it

}  // namespace

// A term, and what the graph knows about it.
struct StoredTerm {
  std::string_view value;  // this and the language's letters are the graph's
  std::string_view language;
  const StoredTerm* datatype = nullptr;
  std::size_t hash = 0;
  TermKind kind = TermKind::Iri;
  std::array<Chain, 3> chains;  // by role; none of a term that is just a datatype
  std::uint32_t file = 0;       // where it is a subject first
  std::uint32_t line = 0;       // 0: not known
  std::uint32_t column = 0;
};
static_assert(std::is_trivially_destructible_v<StoredTerm>);  // the arena destroys nothing

namespace {

using Triple = std::array<StoredTerm*, 3>;  // by role

// Spreads what a term or a triple is made of over the hash.
std::size_t combine(std::size_t hash, std::size_t more) {
  return (hash ^ more) * 0x9E3779B97F4A7C15U + (hash >> 29U);
}

std::size_t hash_of(TermKind kind, std::string_view value, const StoredTerm* datatype,
                    std::string_view language) {
  std::size_t hash = combine(std::hash<std::string_view>()(value), std::size_t(kind));
  if (datatype != nullptr) hash = combine(hash, datatype->hash);
  return language.empty() ? hash : combine(hash, std::hash<std::string_view>()(language));
}

std::size_t hash_of(const StoredTerm* subject, const StoredTerm* predicate,
                    const StoredTerm* object) {
  return combine(combine(subject->hash, predicate->hash), object->hash);
}

// The namespace that an IRI seems to be in.
std::string_view namespace_of(std::string_view iri) {
  std::size_t end = iri.rfind('#');
  if (end == std::string_view::npos) end = iri.rfind('/');
  return end == std::string_view::npos ? std::string_view() : iri.substr(0, end + 1);
}

std::string file_iri(const std::string& path) {
  std::error_code ignored;
  const std::filesystem::path absolute =
      std::filesystem::absolute(path, ignored).lexically_normal();
  std::string iri = "file://";
  for (const auto& part : absolute) {
    if (part != "/") iri += '/' + encode_segment(part.string());
  }
  return iri;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// The file's bytes, or the system's reason.
Result<std::string> read_whole(const std::string& path) {
  const auto failed = [&] {
    return Error{std::string("cannot read: ") + std::strerror(errno), Place::name(path)};
  };
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return failed();
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), n);
  }
  if (std::ferror(file.get()) != 0) return failed();
  return bytes;
}

}  // namespace

// ---- nodes ------------------------------------------------------------------------------------

bool Node::is_iri() const { return term_ != nullptr && term_->kind == TermKind::Iri; }
bool Node::is_blank() const { return term_ != nullptr && term_->kind == TermKind::Blank; }
bool Node::is_literal() const { return term_ != nullptr && term_->kind == TermKind::Literal; }

std::string_view Node::value() const { return term_ ? term_->value : std::string_view(); }

std::string_view Node::datatype() const { return Node(term_ ? term_->datatype : nullptr).value(); }

std::string_view Node::language() const { return term_ ? term_->language : std::string_view(); }

TermView Node::term() const {
  TESTUDO_CHECK(term_ != nullptr);
  return {term_->kind, value(), datatype(), language()};
}

// ---- what a graph holds -----------------------------------------------------------------------

struct Graph::Impl {
  // The statements with the term in the role, in the order of the sources.
  template <class Visit>
  void each(Node node, Role role, Visit&& visit) const {
    if (!node) return;
    for (std::uint32_t i = node.term_->chains[role].first; i != kNone; i = links[i][role]) {
      if (!visit(statements[i])) return;
    }
  }

  void expect(std::size_t more);
  std::string_view keep(std::string_view text);
  StoredTerm* find(TermKind kind, std::string_view value, const StoredTerm* datatype,
                   std::string_view language, std::size_t hash) const;
  StoredTerm* intern(TermKind kind, std::string_view value, const StoredTerm* datatype = nullptr,
                     std::string_view language = {});
  bool has(Node subject, Node predicate, Node object, std::size_t hash) const;
  bool add(const Triple& triple);
  void add_prefix(std::string_view name, std::string_view iri);
  void note_namespace(std::string_view iri);
  bool read(std::string_view bytes, const std::string& name, std::string base,
            Diagnostics& problems);

  std::pmr::monotonic_buffer_resource arena;  // of the terms and their letters
  std::vector<StoredTerm*> terms;
  HashIndex term_index;
  std::vector<Statement> statements;  // in the order of the sources
  HashIndex statement_index;
  std::vector<Links> links;    // by statement
  std::string list_predicate;  // "": there is none
  // By the subject's IRI; for looking up; never iterated over.
  std::unordered_map<std::string, std::vector<std::string>> list_values;
  std::vector<std::string> files;
  std::deque<std::pair<std::string, std::string>> prefix_texts;
  std::vector<Prefix> prefixes;  // views of the texts, which stay where they are
  std::set<std::string, std::less<>> namespaces;
  std::string_view last_namespace;
};

// Makes room for about so many statements.
void Graph::Impl::expect(std::size_t more) {
  const std::size_t expected = statements.size() + more;
  if (expected > statements.capacity()) {
    statements.reserve(std::max(expected, 2 * statements.capacity()));
    links.reserve(statements.capacity());
  }
}

// Copies the text to where the graph's letters live.
std::string_view Graph::Impl::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(arena.allocate(text.size(), 1));
  text.copy(copy, text.size());
  return {copy, text.size()};
}

StoredTerm* Graph::Impl::find(TermKind kind, std::string_view value, const StoredTerm* datatype,
                              std::string_view language, std::size_t hash) const {
  const std::uint32_t at = term_index.find(hash, [&](std::uint32_t i) {
    const StoredTerm& term = *terms[i];
    return term.value == value && term.kind == kind && term.datatype == datatype &&
           term.language == language;
  });
  return at == HashIndex::kNone ? nullptr : terms[at];
}

// The term, kept if it is new.
StoredTerm* Graph::Impl::intern(TermKind kind, std::string_view value, const StoredTerm* datatype,
                                std::string_view language) {
  const std::size_t hash = hash_of(kind, value, datatype, language);
  if (StoredTerm* known = find(kind, value, datatype, language, hash)) return known;
  void* room = arena.allocate(sizeof(StoredTerm), alignof(StoredTerm));
  auto* term = new (room) StoredTerm{keep(value), keep(language), datatype, hash, kind, {}};
  term_index.add(hash, static_cast<std::uint32_t>(terms.size()));
  terms.push_back(term);
  return term;
}

bool Graph::Impl::has(Node subject, Node predicate, Node object, std::size_t hash) const {
  const std::uint32_t at = statement_index.find(hash, [&](std::uint32_t i) {
    const Statement& s = statements[i];
    return s.subject == subject && s.predicate == predicate && s.object == object;
  });
  return at != HashIndex::kNone;
}

// Adds the statement, without its place; false where it is there already.
bool Graph::Impl::add(const Triple& triple) {
  const Node subject(triple[kSubject]);
  const Node predicate(triple[kPredicate]);
  const Node object(triple[kObject]);
  const std::size_t hash = hash_of(subject.term_, predicate.term_, object.term_);
  if (has(subject, predicate, object, hash)) return false;
  const auto index = static_cast<std::uint32_t>(statements.size());
  statement_index.add(hash, index);
  statements.push_back({subject, predicate, object});
  links.push_back({kNone, kNone, kNone});
  for (const Role role : {kSubject, kPredicate, kObject}) {
    Chain& chain = triple[role]->chains[role];
    if (chain.first == kNone) {
      chain.first = index;
    } else {
      links[chain.last][role] = index;
    }
    chain.last = index;
  }
  return true;
}

void Graph::Impl::add_prefix(std::string_view name, std::string_view iri) {
  const auto known = [&](const Prefix& p) { return p.name == name; };
  if (std::any_of(prefixes.begin(), prefixes.end(), known)) return;
  const auto& [own_name, own_iri] = prefix_texts.emplace_back(name, iri);
  prefixes.push_back({own_name, own_iri});
}

void Graph::Impl::note_namespace(std::string_view iri) {
  const std::string_view name = namespace_of(iri);
  if (name.empty() || name == last_namespace) return;  // neighbours are mostly of one namespace
  auto found = namespaces.find(name);
  if (found == namespaces.end()) found = namespaces.emplace(name).first;
  last_namespace = *found;
}

namespace {

// Puts what one source says into a graph.
template <class Impl>
class Filler final : public StatementConsumer {
 public:
  Filler(Impl& graph, std::uint32_t file, Diagnostics& problems)
      : graph_(&graph), file_(file), problems_(&problems) {}

  void places_from(const StatementReader& reader) { reader_ = &reader; }
  bool good() const { return errors_ == 0; }

  void on_prefix(std::string_view name, std::string_view iri) override {
    graph_->add_prefix(name, iri);
  }

  bool on_error(LineColumn at, std::string message, std::string suggestion) override {
    const Place place = Place::at(graph_->files[file_], at.line, at.column);
    problems_->error(place, std::move(message), std::move(suggestion));
    if (++errors_ < kErrorLimit) return true;
    problems_->error(place, "too many errors; the rest of the file was not read");
    return false;
  }

  void on_statement(const ReadStatement& read) override {
    if (is_list_value(read)) {
      if (read.subject.iri != list_of_) {  // the words of a list stand together
        list_of_ = read.subject.iri;
        list_ = &graph_->list_values[std::string(list_of_->iri)];
      }
      list_->emplace_back(read.object.value);
      return;
    }
    const Triple triple = {term(read.subject), term(read.predicate), term(read.object)};
    const bool new_subject = triple[kSubject]->chains[kSubject].first == kNone;
    if (!graph_->add(triple)) return;
    set_places(triple, new_subject, read);
    if (new_subject && read.subject.kind == TermKind::Iri) {
      graph_->note_namespace(read.subject.value);
    }
  }

 private:
  bool is_list_value(const ReadStatement& read) const {
    return !graph_->list_predicate.empty() && read.object.kind == TermKind::Literal &&
           read.subject.iri != nullptr && read.predicate.iri != nullptr &&
           read.predicate.iri->iri == graph_->list_predicate;
  }

  // The graph's term. An IRI's is remembered in the reader's cache.
  StoredTerm* term(const ReadTerm& read) {
    if (read.kind == TermKind::Iri) return named(*read.iri);
    const StoredTerm* datatype = read.datatype ? named(*read.datatype) : nullptr;
    return graph_->intern(read.kind, read.value, datatype, read.language);
  }

  StoredTerm* named(ResolvedIri& iri) {
    if (iri.handle == nullptr) iri.handle = graph_->intern(TermKind::Iri, iri.iri);
    return static_cast<StoredTerm*>(iri.handle);
  }

  // The places of the statement just added, and of the terms that begin with it.
  void set_places(const Triple& triple, bool new_subject, const ReadStatement& read) {
    const LineColumn object_at = reader_->locate(read.object_at);
    Statement& statement = graph_->statements.back();
    statement.file = file_;
    statement.line = object_at.line;
    statement.column = object_at.column;
    StoredTerm& subject = *triple[kSubject];
    if (new_subject && subject.line == 0) set_place(subject, reader_->locate(read.subject_at));
    StoredTerm& object = *triple[kObject];
    if (read.opens_object && object.line == 0) set_place(object, object_at);
  }

  void set_place(StoredTerm& term, LineColumn at) const {
    term.file = file_;
    term.line = at.line;
    term.column = at.column;
  }

  Impl* graph_;
  std::uint32_t file_;
  Diagnostics* problems_;
  const StatementReader* reader_ = nullptr;
  const ResolvedIri* list_of_ = nullptr;  // the subject of list_
  std::vector<std::string>* list_ = nullptr;
  std::size_t errors_ = 0;
};

}  // namespace

bool Graph::Impl::read(std::string_view source, const std::string& name, std::string base,
                       Diagnostics& problems) {
  if (source.size() >= kSourceLimit) {
    problems.error(Place::name(name), "a source of 4 GiB or more");
    return false;
  }
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  const auto file = static_cast<std::uint32_t>(files.size());
  files.push_back(name);
  // Labels of two sources must not meet: "f1-b2" is the second made-up node of the first.
  std::string blank_prefix = "f" + std::to_string(files.size()) + "-";
  expect(source.size() / kBytesPerStatement);
  Filler<Impl> filler(*this, file, problems);
  StatementReader reader(
      source, {Syntax::Turtle, std::move(blank_prefix), std::move(base), kNestingLimit}, filler);
  filler.places_from(reader);
  reader.read();
  return filler.good();
}

Graph::Graph() : impl_(std::make_unique<Impl>()) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

bool Graph::read_file(const std::string& path, Diagnostics& problems) {
  const Result<std::string> source = read_whole(path);
  if (!source.ok()) {
    problems.add(source.error().diagnostic());
    return false;
  }
  return impl_->read(*source, path, file_iri(path), problems);
}

bool Graph::read_string(std::string_view turtle, const std::string& name, Diagnostics& problems) {
  return impl_->read(turtle, name, {}, problems);
}

// ---- questions --------------------------------------------------------------------------------

Node Graph::iri(std::string_view iri) const {
  const std::size_t hash = hash_of(TermKind::Iri, iri, nullptr, {});
  const StoredTerm* term = impl_->find(TermKind::Iri, iri, nullptr, {}, hash);
  const auto is_used = [](const Chain& chain) { return chain.first != kNone; };
  return term != nullptr && std::ranges::any_of(term->chains, is_used) ? Node(term) : Node();
}

std::vector<Node> Graph::objects(Node subject, Node predicate) const {
  std::vector<Node> found;
  impl_->each(subject, kSubject, [&](const Statement& s) {
    if (s.predicate == predicate) found.push_back(s.object);
    return true;
  });
  return found;
}

Node Graph::object(Node subject, Node predicate) const {
  Node found;
  impl_->each(subject, kSubject, [&](const Statement& s) {
    if (s.predicate == predicate) found = s.object;
    return !found;
  });
  return found;
}

std::vector<Node> Graph::subjects(Node predicate, Node object) const {
  std::vector<Node> found;
  impl_->each(object, kObject, [&](const Statement& s) {
    if (s.predicate == predicate) found.push_back(s.subject);
    return true;
  });
  return found;
}

std::vector<Node> Graph::subjects_with(Node predicate) const {
  std::vector<Node> found;
  std::unordered_set<Node> seen;
  impl_->each(predicate, kPredicate, [&](const Statement& s) {
    if (seen.insert(s.subject).second) found.push_back(s.subject);
    return true;
  });
  return found;
}

bool Graph::contains(Node subject, Node predicate, Node object) const {
  if (!subject || !predicate || !object) return false;
  return impl_->has(subject, predicate, object,
                    hash_of(subject.term_, predicate.term_, object.term_));
}

bool Graph::is_subject(Node node) const {
  return node && node.term_->chains[kSubject].first != kNone;
}

std::vector<std::pair<Node, Node>> Graph::predicates_objects(Node subject) const {
  std::vector<std::pair<Node, Node>> found;
  impl_->each(subject, kSubject, [&](const Statement& s) {
    found.emplace_back(s.predicate, s.object);
    return true;
  });
  return found;
}

std::vector<Node> Graph::all_subjects() const {
  std::vector<Node> found;
  for (std::uint32_t i = 0; i < impl_->statements.size(); ++i) {
    const Node subject = impl_->statements[i].subject;
    if (subject.term_->chains[kSubject].first == i) found.push_back(subject);
  }
  return found;
}

std::vector<Node> Graph::list(Node head) const {
  const Node first = iri(kRdfFirst);
  const Node rest = iri(kRdfRest);
  std::vector<Node> items;
  std::unordered_set<Node> seen;
  for (Node cell = head; cell && seen.insert(cell).second; cell = object(cell, rest)) {
    if (const Node item = object(cell, first)) items.push_back(item);
  }
  return items;
}

bool Graph::is_list(Node head) const {
  const Node first = iri(kRdfFirst);
  const Node rest = iri(kRdfRest);
  std::unordered_set<Node> seen;
  Node cell = head;
  while (cell && !(cell.is_iri() && cell.value() == kRdfNil)) {
    const std::vector<Node> next = objects(cell, rest);
    if (next.size() != 1 || objects(cell, first).size() != 1) return false;
    if (!seen.insert(cell).second) return false;
    cell = next.front();
  }
  return static_cast<bool>(cell);
}

std::span<const Statement> Graph::statements() const { return impl_->statements; }

void Graph::keep_as_lists(std::string predicate) { impl_->list_predicate = std::move(predicate); }

std::vector<std::string_view> Graph::list_values(Node subject) const {
  const auto found = impl_->list_values.find(std::string(subject.value()));
  if (found == impl_->list_values.end()) return {};
  return {found->second.begin(), found->second.end()};
}

std::vector<Statement> Graph::statements_with(Node predicate) const {
  std::vector<Statement> found;
  impl_->each(predicate, kPredicate, [&](const Statement& s) {
    found.push_back(s);
    return true;
  });
  return found;
}

// ---- places and names -------------------------------------------------------------------------

Place Graph::place(Node subject) const {
  const StoredTerm* term = subject.term_;
  if (term == nullptr || term->line == 0) return {};
  return Place::at(impl_->files[term->file], term->line, term->column);
}

Place Graph::place(Node subject, Node predicate, Node object) const {
  const Statement* found = nullptr;
  impl_->each(subject, kSubject, [&](const Statement& s) {
    if (s.predicate == predicate && s.object == object) found = &s;
    return found == nullptr;
  });
  return found ? place(*found) : place(subject);
}

Place Graph::place(const Statement& statement) const {
  return Place::at(impl_->files[statement.file], statement.line, statement.column);
}

std::string Graph::shorten(std::string_view iri) const {
  const Prefix* best = nullptr;
  for (const Prefix& p : impl_->prefixes) {
    if (!iri.starts_with(p.iri) || p.iri.empty()) continue;
    if (iri.find_first_of("/#", p.iri.size()) != std::string_view::npos) continue;
    if (best == nullptr || p.iri.size() > best->iri.size()) best = &p;
  }
  if (best == nullptr) return '<' + std::string(iri) + '>';
  return std::string(best->name) + ':' + std::string(iri.substr(best->iri.size()));
}

std::string Graph::shorten(Node node) const {
  if (node.is_iri()) return shorten(node.value());
  if (node.is_blank()) return "[]";
  if (!node) return {};
  std::string text = '"' + std::string(node.value()) + '"';
  if (!node.language().empty()) text += '@' + std::string(node.language());
  if (!node.datatype().empty()) text += "^^" + shorten(node.datatype());
  return text;
}

std::span<const Prefix> Graph::prefixes() const { return impl_->prefixes; }

bool Graph::knows_namespace(std::string_view iri) const {
  return impl_->namespaces.find(namespace_of(iri)) != impl_->namespaces.end();
}

}  // namespace testudo::rdf
