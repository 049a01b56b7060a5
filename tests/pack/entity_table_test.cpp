// What the shipped pack tells the reference layer of its entities.
#include "pack/entity_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::pack {
namespace {

using english::EntityClass;
using english::EntityTraits;
using english::Gender;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

struct Described {
  EntityTraits traits;
  std::vector<std::string> nouns;  // "treaty", "foreign minister"
};

// The table of a small pack beside the core and English ones, read as Pack::load() reads it.
Described described(const std::string& name) {
  rdf::Graph graph;
  Diagnostics problems;
  for (const BuiltInFile& file : built_in_files())
    graph.read_string(file.turtle, std::string(file.name), problems);
  const Ontology ontology = Ontology::read(graph, problems);
  const text::Segmenter segmenter{text::Conventions{}};
  english::Vocabulary vocabulary;
  english::Gazetteer gazetteer;
  const Lexicon lexicon =
      Lexicon::read(graph, ontology, Tokenizer(segmenter), vocabulary, gazetteer, problems);
  const english::EntityTable table = entity_table(graph, ontology, lexicon);
  const auto id = lexicon.find("https://w3id.org/testudo/id/" + name);
  TESTUDO_CHECK(id.has_value());
  Described out{table.traits(*id), {}};
  const english::WordTable& words = english::WordTable::builtin();
  for (const english::DescribingNoun& noun : table.nouns(out.traits)) {
    std::string text(noun.modifier == english::WordId::None ? "" : words.form(noun.modifier));
    if (!text.empty()) text += ' ';
    out.nouns.push_back(text + std::string(words.form(noun.noun)));
  }
  return out;
}

TEST(EntityTableTest, ClassesSayWhatAnEntityCanBe) {
  EXPECT_EQ(described("Peru").traits.classes, EntityClass::kCountry);
  EXPECT_EQ(described("Angela_Merkel").traits.classes, EntityClass::kPerson);
  EXPECT_EQ(described("Hamas").traits.classes & EntityClass::kOrganization,
            EntityClass::kOrganization);
  EXPECT_EQ(described("ABM_Treaty").traits.classes, EntityClass::kThing);
  EXPECT_EQ(described("president").traits.classes, EntityClass::kConcept);
}

TEST(EntityTableTest, PersonsHaveGenders) {
  EXPECT_EQ(described("Angela_Merkel").traits.gender, Gender::Female);
  EXPECT_EQ(described("Vladimir_Putin").traits.gender, Gender::Male);
  EXPECT_EQ(described("Peru").traits.gender, Gender::Unknown);
}

TEST(EntityTableTest, NounsComeFromClassesAndOffices) {
  EXPECT_THAT(described("ABM_Treaty").nouns,
              IsSupersetOf({"treaty", "agreement", "accord", "pact"}));
  EXPECT_THAT(described("Peru").nouns, Contains("country"));
  EXPECT_THAT(described("Vladimir_Putin").nouns, IsSupersetOf({"president", "prime minister"}));
  EXPECT_THAT(described("Vladimir_Putin").nouns, Not(Contains("person")));
}

TEST(EntityTableTest, WithoutAnOntologyNothingIsKnown) {
  const english::EntityTable table = entity_table(rdf::Graph(), Ontology(), Lexicon());
  EXPECT_EQ(table.traits(0).classes, 0);
  EXPECT_THAT(table.nouns(table.traits(0)), IsEmpty());
}

}  // namespace
}  // namespace testudo::pack
