#include "rdf/graph.h"

#include <sord/sord.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <filesystem>
#include <memory_resource>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "base/result.h"
#include "rdf/statement_reader.h"

namespace testudo::rdf {
namespace {

constexpr std::uint32_t kNone = std::uint32_t(-1);
constexpr std::size_t kSourceLimit = std::uint32_t(-1);
constexpr std::size_t kErrorLimit = 1000;       // of one source: more is no Turtle at all
constexpr std::size_t kBytesPerStatement = 32;  // about, in the packs
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct FreeSord {
  void operator()(SordWorld* world) const { sord_world_free(world); }
  void operator()(SordModel* model) const { sord_free(model); }
};

// The first and last statement of a chain; each statement knows the next (Links).
struct Chain {
  std::uint32_t first = kNone;
  std::uint32_t last = kNone;
};

enum Role : std::uint8_t { kSubject, kPredicate, kObject };

// What the graph knows about a term that stands in a statement.
struct TermInfo {
  std::array<Chain, 3> chains;  // by role
  std::uint32_t file = 0;       // where it is a subject first
  std::uint32_t line = 0;       // 0: not known
  std::uint32_t column = 0;
};

using Terms = std::pmr::unordered_map<const SordNode*, TermInfo>;
using Term = Terms::value_type;  // stays where it is

using Links = std::array<std::uint32_t, 3>;  // by role: the next statement with the same term in it

std::string_view text_of(const SordNode* node) {
  std::size_t size = 0;
  const std::uint8_t* text = sord_node_get_string_counted(node, &size);
  return {reinterpret_cast<const char*>(text), size};
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

bool Node::is_iri() const { return node_ != nullptr && sord_node_get_type(node_) == SORD_URI; }
bool Node::is_blank() const { return node_ != nullptr && sord_node_get_type(node_) == SORD_BLANK; }
bool Node::is_literal() const {
  return node_ != nullptr && sord_node_get_type(node_) == SORD_LITERAL;
}

std::string_view Node::value() const { return node_ ? text_of(node_) : std::string_view(); }

std::string_view Node::datatype() const {
  const SordNode* type = node_ ? sord_node_get_datatype(node_) : nullptr;
  return type ? text_of(type) : std::string_view();
}

std::string_view Node::language() const {
  const char* tag = node_ ? sord_node_get_language(node_) : nullptr;
  return tag ? std::string_view(tag) : std::string_view();
}

TermView Node::term() const {
  TESTUDO_CHECK(node_ != nullptr);
  if (is_iri()) return TermView::iri(value());
  if (is_blank()) return TermView::blank(value());
  return {TermKind::Literal, value(), datatype(), language()};
}

// ---- what a graph holds -----------------------------------------------------------------------

struct Graph::Impl {
  Impl() : world(sord_world_new()), model(sord_new(world.get(), SORD_SPO, false)) {
    sord_world_set_error_sink(
        world.get(), [](void*, const SerdError*) { return SERD_SUCCESS; }, nullptr);
  }

  // The statements with the term in the role, in the order of the sources.
  template <class Visit>
  void each(Node node, Role role, Visit&& visit) const {
    const auto found = terms.find(node.node_);
    if (found == terms.end()) return;
    for (std::uint32_t i = found->second.chains[role].first; i != kNone; i = links[i][role]) {
      if (!visit(statements[i])) return;
    }
  }

  void expect(std::size_t more);
  void add(const std::array<Term*, 3>& spo, std::uint32_t file, LineColumn at);
  void add_prefix(std::string_view name, std::string_view iri);
  void note_namespace(std::string_view iri);
  bool read(std::string_view bytes, const std::string& name, std::string base,
            Diagnostics& problems);

  std::unique_ptr<SordWorld, FreeSord> world;
  std::unique_ptr<SordModel, FreeSord> model;  // which statements there are; freed before its world
  std::pmr::monotonic_buffer_resource arena;   // of the terms
  Terms terms{&arena};                         // for looking up; never iterated over
  std::vector<Statement> statements;           // in the order of the sources
  std::vector<Links> links;                    // by statement
  std::string list_predicate;                  // "": there is none
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
  terms.reserve(expected);
  if (expected > statements.capacity()) {
    statements.reserve(std::max(expected, 2 * statements.capacity()));
    links.reserve(statements.capacity());
  }
}

void Graph::Impl::add(const std::array<Term*, 3>& spo, std::uint32_t file, LineColumn at) {
  const auto index = static_cast<std::uint32_t>(statements.size());
  statements.push_back(
      {Node(spo[0]->first), Node(spo[1]->first), Node(spo[2]->first), file, at.line, at.column});
  links.push_back({kNone, kNone, kNone});
  for (const Role role : {kSubject, kPredicate, kObject}) {
    Chain& chain = spo[role]->second.chains[role];
    if (chain.first == kNone) {
      chain.first = index;
    } else {
      links[chain.last][role] = index;
    }
    chain.last = index;
  }
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

  // Named nodes are held through the reading, so that the reader's cache can point at them.
  ~Filler() override {
    for (SordNode* node : held_) sord_node_free(graph_->world.get(), node);
  }

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
    std::array<SordNode*, 3> fresh{};
    const std::array<const SordNode*, 3> nodes = {
        node(read.subject, fresh[0]), node(read.predicate, fresh[1]), node(read.object, fresh[2])};
    const SordQuad quad = {nodes[0], nodes[1], nodes[2], nullptr};
    if (sord_add(graph_->model.get(), quad)) {
      add({term(read.subject, nodes[0]), term(read.predicate, nodes[1]),
           term(read.object, nodes[2])},
          read);
    }
    for (SordNode* mine : fresh) {
      if (mine != nullptr) sord_node_free(graph_->world.get(), mine);  // the model has its own hold
    }
  }

 private:
  bool is_list_value(const ReadStatement& read) const {
    return !graph_->list_predicate.empty() && read.object.kind == TermKind::Literal &&
           read.subject.iri != nullptr && read.predicate.iri != nullptr &&
           read.predicate.iri->iri == graph_->list_predicate;
  }

  // Sord's node for the term. An IRI's is kept in the reader's cache; another is fresh, and the
  // caller's to let go.
  const SordNode* node(const ReadTerm& read, SordNode*& fresh) {
    if (read.iri != nullptr && read.iri->handle != nullptr) {
      return static_cast<Term*>(read.iri->handle)->first;
    }
    SordWorld* world = graph_->world.get();
    if (read.kind == TermKind::Iri) {
      TESTUDO_CHECK(read.iri != nullptr);
      const SerdNode named = borrow_node(SERD_URI, read.iri->iri);
      held_.push_back(sord_node_from_serd_node(world, nullptr, &named, nullptr, nullptr));
      return held_.back();
    }
    const SerdNode text =
        borrow_node(read.kind == TermKind::Blank ? SERD_BLANK : SERD_LITERAL, read.value);
    const SerdNode datatype =
        read.datatype ? borrow_node(SERD_URI, read.datatype->iri) : SERD_NODE_NULL;
    const SerdNode language =
        read.language.empty() ? SERD_NODE_NULL : borrow_node(SERD_LITERAL, read.language);
    fresh = sord_node_from_serd_node(world, nullptr, &text, read.datatype ? &datatype : nullptr,
                                     read.language.empty() ? nullptr : &language);
    return fresh;
  }

  Term* term(const ReadTerm& read, const SordNode* of) {
    if (read.iri != nullptr && read.iri->handle != nullptr) {
      return static_cast<Term*>(read.iri->handle);
    }
    Term* found = &*graph_->terms.try_emplace(of).first;
    if (read.iri != nullptr) read.iri->handle = found;
    return found;
  }

  void add(const std::array<Term*, 3>& spo, const ReadStatement& read) {
    const LineColumn object_at = reader_->locate(read.object_at);
    TermInfo& subject = spo[0]->second;
    if (subject.chains[kSubject].first == kNone) {
      if (subject.line == 0) set_place(subject, reader_->locate(read.subject_at));
      if (read.subject.kind == TermKind::Iri) graph_->note_namespace(read.subject.value);
    }
    TermInfo& object = spo[2]->second;
    if (read.opens_object && object.line == 0) set_place(object, object_at);
    graph_->add(spo, file_, object_at);
  }

  void set_place(TermInfo& info, LineColumn at) const {
    info.file = file_;
    info.line = at.line;
    info.column = at.column;
  }

  Impl* graph_;
  std::uint32_t file_;
  Diagnostics* problems_;
  const StatementReader* reader_ = nullptr;
  const ResolvedIri* list_of_ = nullptr;  // the subject of list_
  std::vector<std::string>* list_ = nullptr;
  std::vector<SordNode*> held_;
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
  if (!is_valid_iri(iri)) return {};
  // Sord can only make nodes; one that was not there goes away again with the only hold on it.
  const std::string terminated(iri);
  const SerdNode wanted = borrow_node(SERD_URI, terminated);
  SordWorld* world = impl_->world.get();
  SordNode* node = sord_node_from_serd_node(world, nullptr, &wanted, nullptr, nullptr);
  const bool known = impl_->terms.find(node) != impl_->terms.end();
  sord_node_free(world, node);
  return known ? Node(node) : Node();
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
  if (!subject || !predicate || !object) return false;  // to Sord, null is a wildcard
  const SordQuad quad = {subject.node_, predicate.node_, object.node_, nullptr};
  return sord_contains(impl_->model.get(), quad);
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
  std::unordered_set<Node> seen;
  Node last;
  for (const Statement& s : impl_->statements) {
    if (s.subject == last) continue;
    last = s.subject;
    if (seen.insert(last).second) found.push_back(last);
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
  const auto found = impl_->terms.find(subject.node_);
  if (found == impl_->terms.end() || found->second.line == 0) return {};
  const TermInfo& info = found->second;
  return Place::at(impl_->files[info.file], info.line, info.column);
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
