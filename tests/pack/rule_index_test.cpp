// Which rows can match in a sentence, by its words; and where rows without a word are looked for.
#include "pack/rule_index.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace testudo::pack {
namespace {

std::shared_ptr<const Pack> pack_with(const std::string& pattern) {
  Diagnostics problems;
  return testing::load(R"(ir:Office a owl:Class ; rdfs:subClassOf kb:Entity .
ir:Ban a owl:Class ; rdfs:subClassOf kb:Event .
ir:Post a owl:Class ; rdfs:subClassOf kb:Entity . ir:Empty a owl:Class ; rdfs:subClassOf kb:Entity .
id:Chair a ir:Office ; skos:prefLabel "chair"@en . id:Desk a ir:Office ; skos:prefLabel "desk"@en .
id:Post a ir:Post ; skos:prefLabel "post"@en .
rule:x a t:Rule ; rdfs:label "x" ; t:asserts ir:Ban ;
    t:example [ t:text "Nothing here." ; t:yields () ] ; )" +
                           pattern + " .",
                       problems);
}

// The conditions that words meet.
ConditionSet met_by(const Pack& pack, std::initializer_list<std::string_view> words) {
  ConditionSet met(pack.index().condition_count());
  for (const std::string_view word : words) pack.index().meet(pack.vocabulary().find(word), met);
  return met;
}

TEST(RuleIndexTest, PassesRowsWhoseWordsAreAllThere) {
  const auto pack = pack_with(R"(t:phrase "(embargo|curb) on {object} (inside|near) {place}")");
  ASSERT_NE(pack, nullptr);
  const Symbol embargo = pack->vocabulary().find("embargo");
  const auto rows = pack->index().by_word(embargo, false);
  ASSERT_EQ(rows.size(), 1u);
  const auto may_match = [&](std::initializer_list<std::string_view> words) {
    return RuleIndex::may_match(rows.front(), met_by(*pack, words));
  };
  EXPECT_TRUE(may_match({"on", "inside"}));
  EXPECT_TRUE(may_match({"near", "on", "near"}));
  EXPECT_FALSE(may_match({"on"}));
  EXPECT_FALSE(may_match({"inside", "near"}));
  EXPECT_FALSE(may_match({}));
  EXPECT_EQ(pack->index().uses(embargo), RuleIndex::kAnchors);
  EXPECT_EQ(pack->index().uses(pack->vocabulary().find("near")), RuleIndex::kMeets);
  EXPECT_EQ(pack->index().uses(Symbol::None), 0);
  EXPECT_TRUE(pack->index().by_word(embargo, true).empty());
}

TEST(RuleIndexTest, ForgetsTheConditionsOfTheLastSentence) {
  const auto pack = pack_with(R"(t:phrase "embargo on {object}")");
  ASSERT_NE(pack, nullptr);
  const auto rows = pack->index().by_word(pack->vocabulary().find("embargo"), false);
  ASSERT_EQ(rows.size(), 1u);
  ConditionSet met = met_by(*pack, {"on"});
  EXPECT_TRUE(RuleIndex::may_match(rows.front(), met));
  met.clear();
  EXPECT_FALSE(RuleIndex::may_match(rows.front(), met));
  EXPECT_TRUE(met.has(kNoCondition));
}

TEST(RuleIndexTest, StartsWordlessRowsAtTheClassWithTheFewestEntities) {
  const auto pack = pack_with(R"(t:phrase "{object:ir:Office} {counterpart:ir:Post}" ,
    "{object:ir:Post} {counterpart:ir:Office}" , "{object:ir:Office} {counterpart:ir:Empty}")");
  ASSERT_NE(pack, nullptr);
  const std::vector<AtomRow>& rows = pack->rules().front().rows;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].anchor, 1u);
  EXPECT_EQ(rows[1].anchor, 0u);
  EXPECT_EQ(rows[2].anchor, 0u) << "a class without entities can start nothing";
}

}  // namespace
}  // namespace testudo::pack
