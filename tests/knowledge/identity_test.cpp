// Names made from content.
#include "knowledge/identity.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::knowledge {
namespace {

std::string concept_iri(std::string_view label) {
  std::string iri;
  knowledge::concept_iri(label, iri);
  return iri;
}

TEST(IdentityTest, NamesConceptsByTheirLabel) {
  EXPECT_EQ(concept_iri("oil prices"), "https://w3id.org/testudo/concept/oil_prices");
  EXPECT_EQ(concept_iri("Oil prices"), concept_iri("oil prices"));
  EXPECT_EQ(concept_iri("50% cut"), "https://w3id.org/testudo/concept/50%25_cut");
}

TEST(IdentityTest, NamesPassagesByTheirOffsets) {
  std::string iri;
  passage_iri("https://example.org/a.txt", {10, 25}, iri);
  EXPECT_EQ(iri, "https://example.org/a.txt#char=10,25");
}

class SituationIriTest : public ::testing::Test {
 protected:
  SituationIriTest() {
    Diagnostics problems;
    pack_ = testing::load(
        "ir:Clash a owl:Class ; rdfs:subClassOf kb:Event . ir:Lapse a owl:Class ; rdfs:subClassOf "
        "kb:Event ; owl:hasKey ( kb:object ) .",
        problems);
  }
  const pack::Ontology& ontology() const { return pack_->ontology(); }
  std::string iri_of(const char* name, std::vector<RoleValue> roles) const {
    std::string iri;
    situation_iri(ontology(), class_of(name), std::move(roles), iri);
    return iri;
  }
  pack::ClassId class_of(const char* name) const {
    return *ontology().find_class(std::string("https://w3id.org/testudo/ir#") + name);
  }
  RoleValue role(const char* name, std::string_view value) const {
    return {*ontology().find_property(std::string("https://w3id.org/testudo/kb#") + name), value,
            "", false};
  }
  std::shared_ptr<const pack::Pack> pack_;
};

TEST_F(SituationIriTest, DoesNotDependOnTheOrderOfRolesOrOnRepetition) {
  const RoleValue a = role("agent", "id:A");
  const RoleValue b = role("object", "id:B");
  const std::string one = iri_of("Clash", {a, b});
  EXPECT_EQ(one, iri_of("Clash", {b, a}));
  EXPECT_EQ(one, iri_of("Clash", {b, a, b}));
  EXPECT_TRUE(one.starts_with("https://w3id.org/testudo/situation/"));
}

TEST_F(SituationIriTest, TellsClassesRolesAndFillersApart) {
  const std::string one = iri_of("Clash", {role("agent", "id:A")});
  EXPECT_NE(one, iri_of("Lapse", {role("agent", "id:A")}));
  EXPECT_NE(one, iri_of("Clash", {role("object", "id:A")}));
  EXPECT_NE(one, iri_of("Clash", {role("agent", "id:B")}));
}

TEST_F(SituationIriTest, RestsOnTheKeyAloneWhereItIsFilled) {
  const RoleValue treaty = role("object", "id:T");
  EXPECT_EQ(iri_of("Lapse", {treaty, role("place", "id:P")}), iri_of("Lapse", {treaty}));
  EXPECT_NE(iri_of("Lapse", {role("place", "id:P")}), iri_of("Lapse", {role("place", "id:Q")}));
}

}  // namespace
}  // namespace testudo::knowledge
