// Turtle files read into one graph, every statement with its place.
//   rdf::Graph graph;
//   Diagnostics problems;
//   graph.read_file("rules.ttl", problems);
//   for (rdf::Node rule : graph.subjects(graph.iri(rdf::kRdfType), graph.iri(t_rule)))
//     problems.error(graph.place(rule), "…");
// Serd reads; terms and statements lie in tables of the graph's own. Questions can be asked from
// any number of threads once all is read. Different graphs share nothing. Every list comes in the
// order of the files, as they were read; nothing depends on addresses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "rdf/namespaces.h"
#include "rdf/term.h"

namespace testudo::rdf {

struct StoredTerm;  // what a graph keeps of a term, for the handle below

// A term of a graph: a light handle, valid as long as the graph. A null node is no term: it equals
// only itself and matches nothing. Handles of one graph are equal where the terms are; those of two
// graphs never are.
class Node {
 public:
  Node() = default;
  explicit Node(const StoredTerm* term) : term_(term) {}  // for this room

  explicit operator bool() const { return term_ != nullptr; }
  bool is_iri() const;
  bool is_blank() const;
  bool is_literal() const;

  // The IRI, the lexical form, or the blank node's label, which is made up; "" for the null node.
  std::string_view value() const;

  // A typed literal's datatype IRI; "" for plain strings (xsd:string too), for language strings and
  // other terms.
  std::string_view datatype() const;

  // A literal's language tag as it was written, or "".
  std::string_view language() const;

  // The term itself; not for the null node.
  TermView term() const;

  friend bool operator==(Node, Node) = default;

 private:
  friend struct std::hash<Node>;
  friend class Graph;
  const StoredTerm* term_ = nullptr;
};

struct Statement {
  Node subject;
  Node predicate;
  Node object;
  std::uint32_t file = 0;    // which of the sources, for place()
  std::uint32_t line = 0;    // of the object's first character, from 1
  std::uint32_t column = 0;  // in code points, from 1
};

class Graph {
 public:
  // How deep '[' and '(' may nest in a source: Serd's reader recurses, so that 20,000 would
  // overflow its stack.
  static constexpr std::size_t kNestingLimit = 200;

  Graph();
  ~Graph();
  Graph(Graph&&) noexcept;  // nodes and places stay; the graph moved from can only be assigned to
                            // or destroyed
  Graph& operator=(Graph&&) noexcept;

  // Adds a Turtle file. False where the source had an error; what could be read is in the graph all
  // the same. Errors, each with its place: the file cannot be read; bytes that are not UTF-8;
  // brackets nested too deep; syntax (reading goes on behind the next full stop); undefined
  // prefixes (once a prefix and source); IRIs and language tags that are not valid; typed literals
  // outside of their datatype's space. The base is the file's own IRI until the file says
  // otherwise. O(bytes).
  bool read_file(const std::string& path, Diagnostics& problems);

  // As above, from memory; `name` stands in the places. A relative IRI before any @base is an error
  // here.
  bool read_string(std::string_view turtle, const std::string& name, Diagnostics& problems);

  // Before reading: keeps the literal objects of a predicate as plain lists by subject, for
  // list_values(), and not as statements of the graph. For the thousands of words of word lists,
  // which nobody asks for one by one: they cost half as much.
  void keep_as_lists(std::string predicate);

  // The literals that a subject has by the predicate of keep_as_lists(), in the order of the
  // sources, repetitions included. Views live as long as the graph. O(literals).
  std::vector<std::string_view> list_values(Node subject) const;

  // -- finding terms: the null node where no statement has the term
  Node iri(std::string_view iri) const;

  // -- asking; a null node among the arguments finds nothing, another graph's must not be there
  std::vector<Node> objects(Node subject, Node predicate) const;  // O(statements of the subject)
  Node object(Node subject, Node predicate) const;                // the first, or the null node
  std::vector<Node> subjects(Node predicate, Node object) const;  // O(statements with the object)
  std::vector<Node> subjects_with(Node predicate) const;  // each once; O(statements with it)
  bool contains(Node subject, Node predicate, Node object) const;  // O(1)
  bool is_subject(Node node) const;  // whether some statement is about it; O(1)
  std::vector<std::pair<Node, Node>> predicates_objects(Node subject) const;
  std::vector<Node> all_subjects() const;  // each once, by its first statement

  // The items of an rdf:List, in their order. Ends quietly where the list is broken or comes back
  // to itself; is_list() tells.
  std::vector<Node> list(Node head) const;

  // Whether the node is rdf:nil, or begins a list whose every cell has one rdf:first and one
  // rdf:rest and whose end is rdf:nil.
  bool is_list(Node head) const;

  std::span<const Statement> statements() const;
  std::vector<Statement> statements_with(Node predicate) const;
  std::size_t size() const { return statements().size(); }

  // -- places
  // Where the subject's first statement begins: its name at the head of the statement, or the '['
  // or '(' that it was written as. An empty place where it is no subject.
  Place place(Node subject) const;
  // Where the object begins in the statement's first appearance. Without such a statement,
  // place(subject).
  Place place(Node subject, Node predicate, Node object) const;
  Place place(const Statement& statement) const;

  // -- names for people
  // "ir:Treaty" where a source has a prefix for it, else "<…>"; literals in quotes, blank nodes as
  // "[]".
  std::string shorten(std::string_view iri) const;
  std::string shorten(Node node) const;

  // The prefixes of the sources, in the order of their first appearance; the first meaning of a
  // prefix counts. The span is valid until the next source is read, its strings as long as the
  // graph.
  std::span<const Prefix> prefixes() const;

  // Whether some subject is in the IRI's namespace (up to its last '#', else its last '/'): then a
  // name in it that no statement defines is a mistake rather than somebody else's term.
  bool knows_namespace(std::string_view iri) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace testudo::rdf

template <>
struct std::hash<testudo::rdf::Node> {  // for looking up; never iterate over what it orders
  std::size_t operator()(testudo::rdf::Node node) const noexcept {
    return std::hash<const testudo::rdf::StoredTerm*>()(node.term_);
  }
};
