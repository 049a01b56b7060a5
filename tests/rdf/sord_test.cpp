// What a graph holds is what Sord holds of the same Turtle: Serd reads both, the tables differ.
#include <gtest/gtest.h>
#include <sord/sord.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "rdf/graph.h"

namespace testudo::rdf {
namespace {

struct FreeSord {
  void operator()(SordWorld* world) const { sord_world_free(world); }
  void operator()(SordModel* model) const { sord_free(model); }
  void operator()(SordIter* iterator) const { sord_iter_free(iterator); }
  void operator()(SerdEnv* env) const { serd_env_free(env); }
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
template <class T>
using Handle = std::unique_ptr<T, FreeSord>;

const std::uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

std::string text_of(const SordNode* node) {
  return node == nullptr ? "" : reinterpret_cast<const char*>(sord_node_get_string(node));
}

// Blank nodes are all alike: their labels are each reader's own.
std::string shown(TermKind kind, const std::string& value, const std::string& datatype,
                  const std::string& language) {
  if (kind == TermKind::Blank) return "[]";
  if (kind == TermKind::Iri) return '<' + value + '>';
  return '"' + value + '"' + (language.empty() ? "" : '@' + language) +
         (datatype.empty() ? "" : "^^" + datatype);
}

std::string shown(const SordNode* node) {
  const SordNodeType type = sord_node_get_type(node);
  const TermKind kind = type == SORD_URI     ? TermKind::Iri
                        : type == SORD_BLANK ? TermKind::Blank
                                             : TermKind::Literal;
  const char* language = sord_node_get_language(node);
  std::string datatype = text_of(sord_node_get_datatype(node));
  if (datatype == kXsdString) datatype.clear();
  return shown(kind, text_of(node), datatype, language == nullptr ? "" : language);
}

std::string shown(Node node) {
  const TermView term = node.term();
  return shown(term.kind, std::string(term.value), std::string(term.datatype),
               std::string(term.language));
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  return lines;
}

std::vector<std::string> by_sord(const std::string& turtle) {
  const Handle<SordWorld> world(sord_world_new());
  const Handle<SordModel> model(sord_new(world.get(), SORD_SPO, false));
  const Handle<SerdEnv> env(serd_env_new(nullptr));
  const Handle<SerdReader> reader(sord_new_reader(model.get(), env.get(), SERD_TURTLE, nullptr));
  EXPECT_EQ(serd_reader_read_string(reader.get(), bytes(turtle)), SERD_SUCCESS);
  std::vector<std::string> lines;
  const Handle<SordIter> all(sord_begin(model.get()));
  for (SordQuad quad; !sord_iter_end(all.get()); sord_iter_next(all.get())) {
    sord_iter_get(all.get(), quad);
    lines.push_back(shown(quad[SORD_SUBJECT]) + ' ' + shown(quad[SORD_PREDICATE]) + ' ' +
                    shown(quad[SORD_OBJECT]));
  }
  return sorted(lines);
}

std::vector<std::string> by_graph(const std::string& turtle) {
  Graph graph;
  Diagnostics problems;
  EXPECT_TRUE(graph.read_string(turtle, "test.ttl", problems));
  std::vector<std::string> lines;
  for (const Statement& s : graph.statements())
    lines.push_back(shown(s.subject) + ' ' + shown(s.predicate) + ' ' + shown(s.object));
  return sorted(lines);
}

TEST(SordTest, HoldsTheSameOfEveryBuiltInPack) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TESTUDO_ONTOLOGY)) {
    if (entry.path().extension() != ".ttl") continue;
    ++files;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream turtle;
    turtle << in.rdbuf();
    const std::vector<std::string> expected = by_sord(turtle.str());
    EXPECT_GT(expected.size(), 0U) << entry.path();
    EXPECT_EQ(by_graph(turtle.str()), expected) << entry.path();
  }
  EXPECT_GT(files, 20U);
}

// But for "x"^^xsd:string, which is "x" to us, as RDF 1.1 has it.
TEST(SordTest, HoldsTheSameOfTermsThatAreNearlyEqual) {
  const std::string turtle =
      "@prefix ex: <http://example.org/> .\n"
      "ex:s ex:p \"x\" , \"x\"@en , \"x\"@de , \"x\"^^ex:x , \"x\"^^ex:y , ex:x , \"ex:x\" .\n"
      "ex:s ex:p \"http://example.org/x\" , 1 , 1.0 , 1e0 , \"1\" , true , \"true\" , \"\" .\n"
      "ex:s ex:p \"\"@en , \"x\" , ex:x . ex:x ex:p ex:s . ex:p ex:s ex:x .\n"
      "ex:s ex:q [ ex:p ( 1 \"1\" () ) ] , [ ex:p ( 1 \"1\" () ) ] , _:a . _:a ex:p _:b , _:a .\n";
  EXPECT_EQ(by_graph(turtle), by_sord(turtle));
}

}  // namespace
}  // namespace testudo::rdf
