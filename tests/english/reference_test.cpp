// References in texts of a few sentences. Each marks what refers by braces and says the heads of
// what it takes up, followed to where the chain begins; "-" where it must stay open.
#include "english/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "support/fixture.h"

namespace testudo::english {
namespace {

struct Case {
  std::string_view text;  // one {word} in braces
  std::string_view expected;
};

struct Read {
  text::Document document;
  Analysis analysis;
  std::uint32_t token = kNone;  // in braces
};

// Leaves the braces out and analyses the rest with the pack as shipped.
void read(std::string_view marked, Read& out) {
  std::string text;
  std::size_t mark = 0;
  for (const char c : marked) {
    if (c == '{') mark = text.size();
    if (c != '{' && c != '}') text += c;
  }
  out.document = testing::document(text);
  testing::shipped().analyser().analyse(out.document, out.analysis);
  for (std::uint32_t t = 0; t < out.analysis.words.size(); ++t) {
    if (out.analysis.segmentation.tokens[t].begin == mark) out.token = t;
  }
}

std::string head(const Analysis& a, std::uint32_t phrase) {
  return std::string(a.text(a.phrases[phrase].head));
}

// "treaty", "Russia+China", "Russia+…" or "-".
std::string antecedents(const Analysis& a, std::uint32_t token) {
  const Reference* found = reference_at(a, token);
  if (found == nullptr) return "-";
  while (found->second == kNone && !found->whole_coordination) {
    const Reference* next = reference_of(a, found->antecedent);
    if (next == nullptr) return head(a, found->antecedent);
    found = next;
  }
  const std::string first = head(a, found->antecedent);
  return first + "+" + (found->whole_coordination ? "…" : head(a, found->second));
}

void expect_all(std::span<const Case> cases) {
  for (const Case& c : cases) {
    Read one;
    read(c.text, one);
    ASSERT_NE(one.token, kNone) << c.text;
    EXPECT_EQ(antecedents(one.analysis, one.token), c.expected) << c.text;
  }
}

TEST(ReferenceTest, PronounsAgreeInNumberGenderAndClass) {
  constexpr Case kCases[] = {
      {"Norway signed the pact with Angela Merkel. {It} will open an embassy.", "Norway"},
      {"Angela Merkel visited Norway. {She} praised the ministers.", "Merkel"},
      {"Angela Merkel met Emmanuel Macron. {He} offered help.", "Macron"},
      {"Angela Merkel met Emmanuel Macron. {She} offered help.", "Merkel"},
      {"Rebels attacked a village. {They} burned two houses.", "Rebels"},
      {"Canada warned the smugglers. Police arrested {them} on Friday.", "smugglers"},
      {"Marta Lindqvist leads the union. Workers admire {her}.", "Lindqvist"},
      {"Mr. Okafor and Mrs. Adeyemi spoke. {She} was angry.", "Adeyemi"},
      {"Mr. Okafor and Mrs. Adeyemi spoke. {He} was angry.", "Okafor"},
      {"The spokeswoman left the building. {She} said nothing.", "spokeswoman"},
      {"The businessman bought a newspaper. {He} sold it again.", "businessman"},
      {"The businessman bought a newspaper. He sold {it} again.", "newspaper"},
      {"The farmers own a dam. {It} is old.", "dam"},
      {"Kenya and Uganda closed the border. {They} blamed smugglers.", "Kenya+Uganda"},
      {"Kenya, Uganda and Rwanda closed the border. {They} blamed smugglers.", "Kenya+…"},
      {"The government rejected the plan. {They} called the plan absurd.", "government"},
      {"Farmers sold cakes. {They} were tired.", "Farmers"},
      {"The party chose a leader. {It} lost the vote.", "party"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, SubjectsComeBeforeObjectsAndObjectsBeforeTheRest) {
  constexpr Case kCases[] = {
      {"Brazil criticised Peru. {It} closed the border.", "Brazil"},
      {"Emmanuel Macron met Donald Trump. {He} said the talks were good.", "Macron"},
      {"Spain sent troops to Mali. {It} promised more.", "Spain"},
      {"Iran said {it} would wait.", "Iran"},
      {"Japan told India that {it} would wait.", "Japan"},
      {"The minister said that France would sign if {it} agreed.", "France"},
      {"Turkey was criticised by Greece. {It} denied everything.", "Turkey"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, AVerbSaysWhatItWants) {
  constexpr Case kCases[] = {
      {"Finland and Estonia drafted a treaty. Finland wants {it} to be extended.", "treaty"},
      {"Finland opposes the treaty. Estonia will sign {it}.", "treaty"},
      {"Chile accepted the pact. {It} expires in May.", "pact"},
      {"The pact pleased Chile. {It} said more was needed.", "Chile"},
      {"The pact angered Chile. {Its} army was put on alert.", "Chile"},
      {"Chile dislikes the pact. {Its} provisions are vague.", "pact"},
      {"Chile proposed a ceasefire. {It} was signed on Monday.", "ceasefire"},
      {"Libya shelled a port. {It} was the first attack in years.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, APronounIsNoOneInItsOwnClause) {
  constexpr Case kCases[] = {
      {"Poland supports {it}.", "-"},
      {"Emmanuel Macron met {him}.", "-"},
      {"Emmanuel Macron said Olaf Scholz had invited {him}.", "Macron"},
      {"Hungary bought the plant. Austria sold {it}.", "plant"},
      {"Egypt wants {it} to leave.", "-"},
      {"The ambassador said the rebels had kidnapped {him}.", "ambassador"},
      {"Ghana has a treaty with {it}.", "-"},
      {"Malta took part. Peru expects {it} to attack Chile.", "Malta"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, ReflexivesAreTheirSubject) {
  constexpr Case kCases[] = {
      {"Angola attacked Zambia. Zambia defended {itself}.", "Zambia"},
      {"Emmanuel Macron blamed {himself}.", "Macron"},
      {"The rebels killed {themselves}.", "rebels"},
      {"Peru dislikes Chile's praise of {itself}.", "Chile"},
      {"Togo and Benin armed {themselves}.", "Togo+Benin"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, PossessivePronounsStandInNounPhrases) {
  constexpr Case kCases[] = {
      {"Sweden valued {its} relationship with Denmark.", "Sweden"},
      {"Sweden and Denmark praised {their} armies.", "Sweden+Denmark"},
      {"Emmanuel Macron brought {his} wife.", "Macron"},
      {"Angela Merkel defended {her} record.", "Merkel"},
      {"The rebels laid down {their} weapons.", "rebels"},
      {"Cuba freed the prisoners. Cuba said {their} health was good.", "prisoners"},
      {"Iraq and {its} neighbours met.", "Iraq"},
      {"The villagers feared the army. {Their} mayor fled.", "villagers"},
      {"Nobody sold {my} house.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, WhoseIsWhatItsClauseDescribes) {
  constexpr Case kCases[] = {
      {"The ministry praised the general {whose} troops took the port.", "general"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, ItCanBeNoOne) {
  constexpr Case kCases[] = {
      {"Nepal built a dam. {It} is hard to say why.", "-"},
      {"Nepal built a dam. {It} seems that the money was stolen.", "-"},
      {"Nepal built a dam. {It} rained for a week.", "-"},
      {"Nepal built a dam. {It} is unclear whether the money was stolen.", "-"},
      {"Nepal built a dam. {It} was announced that work would go on.", "-"},
      {"Nepal built a dam. {It} is time to stop.", "-"},
      {"Nepal built a dam. {It} took years to pay for the dam.", "-"},
      {"Nepal built a dam. {It} was the king who paid.", "-"},
      {"Nepal built a dam. {It} is up to the voters to decide.", "-"},
      {"Nepal built a dam. The flood made {it} difficult to work.", "-"},
      {"Nepal built a dam. {It} is no secret that the king paid.", "-"},
      {"Nepal built a dam. {It} is too early to judge.", "-"},
      {"Nepal built a dam. {It} was Monday.", "-"},
      {"Nepal was worried. {It} is confident that the dam will hold.", "Nepal"},
      {"Nepal was worried. {It} is ready to build a dam.", "Nepal"},
      {"The dam is new. {It} seems solid.", "dam"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, DescriptionsAreTheNearestThatTheyFit) {
  constexpr Case kCases[] = {
      {"Peru rejected the Open Skies Treaty. The {treaty} lets planes cross borders.", "Treaty"},
      {"Peru signed a treaty with Chile. The {accord} bans mines.", "treaty"},
      {"Peru signed a treaty with Chile. The {agreement} bans mines.", "treaty"},
      {"Emmanuel Macron spoke in Berlin. The {president} promised help.", "Macron"},
      {"Cuba has elected a parliament. The {country} is poor.", "Cuba"},
      {"Hamas fired rockets. The {group} is based in Gaza.", "Hamas"},
      {"President Imre Vas met the miners. The {president} promised help.", "Vas"},
      {"Imre Vas, the defence minister, met the miners. The {minister} promised help.", "Vas"},
      {"Imre Vas was a lawyer. The {lawyer} defended miners.", "Vas"},
      {"Emmanuel Macron met Vladimir Putin. The {president} promised help.", "-"},
      {"Vice President Imre Vas met the miners. The {president} was ill.", "-"},
      {"Prime Minister Imre Vas met the miners. The {minister} was ill.", "-"},
      {"Kenya accused Uganda. The {plane} landed.", "-"},
      {"Police made arrests in Lagos after a riot in the {city}.", "Lagos"},
      {"Kenya attacked the {country}.", "-"},
      {"The State Department issued a warning. The {department} named no one.", "Department"},
      {"A bomb went off in a market. The {blast} killed a baker.", "-"},
      {"An explosion shook the market. The {blast} killed a baker.", "explosion"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, SetsOfTwoAreTheLastPair) {
  constexpr Case kCases[] = {
      {"Peru and Chile met. Both {sides} were polite.", "Peru+Chile"},
      {"Peru and Chile met. The two {countries} have a border.", "Peru+Chile"},
      {"Peru attacked Chile. The two {sides} were polite.", "Peru+Chile"},
      {"Emmanuel Macron met Olaf Scholz. The two {leaders} shook hands.", "Macron+Scholz"},
      {"Emmanuel Macron met Olaf Scholz. The {pair} shook hands.", "Macron+Scholz"},
      {"Emmanuel Macron met Olaf Scholz. The two {men} shook hands.", "Macron+Scholz"},
      {"Angela Merkel met Olaf Scholz. The two {men} shook hands.", "-"},
      {"Peru and Chile met. The {latter} agreed.", "Chile"},
      {"Peru and Chile met. The {former} agreed.", "Peru"},
      {"Peru and Chile met. Each {country} has a navy.", "Peru+Chile"},
      {"Peru signed a treaty with Chile. Both {countries} have a navy.", "Peru+Chile"},
      {"Peru held talks with Chile. {Both} want peace.", "Peru+Chile"},
      {"Peru is poor. Both {sides} were polite.", "-"},
      {"Peru and Chile met. The two Baltic {countries} stayed away.", "-"},
      {"Emmanuel Macron and Olaf Scholz met. The two {countries} have a border.", "-"},
      {"Peru and Chile met. The two {countries} talked. {They} agreed.", "Peru+Chile"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, NamesAreSaidInFullOnce) {
  constexpr Case kCases[] = {
      {"Police arrested Imre Vas. Friends said {Vas} was innocent.", "Vas"},
      {"Emmanuel Macron spoke. {Macron} left.", "Macron"},
      {"The Free Harbour Front (FHF) took the port. The {FHF} has ships.", "Front"},
      {"The Free Harbour Front took the port. The {Front} has ships.", "Front"},
      {"The Harbour Ministry closed the port. The {Ministry} gave no reason.", "Ministry"},
      {"Police arrested Maria Paris. {Paris} denied everything.", "Paris"},
      {"The Museum of Flight opened. The Museum of Glass closed. The {Museum} of Glass was old.",
       "Museum"},
      {"The Museum of Flight opened. Critics praised the {Museum} of Glass.", "-"},
      {"The Memorandum of Concord was signed. {Concord} is a town.", "Concord"},
      {"Team Norway won. {Norway} is a country.", "-"},
      {"Imre Vas and Pal Vas were arrested. {Vas} was freed.", "-"},
      {"Imre Vas fled. Imre {Vas} had been charged.", "Vas"},
      {"Police arrested Imre Vas. Friends praised {Varga}.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, NounsAreSaidAgainWithAnArticle) {
  constexpr Case kCases[] = {
      {"Peru announced a plan. The {plan} is costly.", "plan"},
      {"Peru announced a plan. This {plan} is costly.", "plan"},
      {"Peru announced a peace plan. Chile rejected the peace {plan}.", "plan"},
      {"Peru announced a peace plan. Chile rejected the budget {plan}.", "-"},
      {"Peru bought two ships. The {ship} sank.", "-"},
      {"Peru bought ships. The {ships} sank.", "ships"},
      {"Peru announced a plan. The {plan} of Chile is better.", "-"},
      {"A gunman entered the shop. The {man} fled.", "gunman"},
      {"In the end a plan was found. Peru changed in the {end}.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, OnlyFrontedClausesLookAhead) {
  constexpr Case kCases[] = {
      {"When {he} arrived, Emmanuel Macron was cheered.", "Macron"},
      {"In {its} report, the ministry blamed a clerk.", "ministry"},
      {"{He} said Emmanuel Macron was ill.", "-"},
      {"{It} attacked Peru.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, WhatIsUndecidedStaysOpen) {
  constexpr Case kCases[] = {
      {"Peru and Chile met. {It} was polite.", "-"},
      {"{They} left.", "-"},
      {"I met Peru. {We} left.", "-"},
      {"Emmanuel Macron and Olaf Scholz met. {He} was polite.", "-"},
      {"A ship sank. A crane fell. A dam broke. A tower burned. A mill shut. A road closed. A "
       "plant "
       "failed. {She} left.",
       "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, APronounLooksBackFiveSentences) {
  const std::string filler = " Dogs barked. Cats slept. Birds sang. Bells rang.";
  for (const auto& [more, expected] :
       {std::pair("", "Macron"), std::pair(" Trains stopped.", "-")}) {
    Read one;
    read("Emmanuel Macron spoke." + filler + more + " Crowds cheered {him}.", one);
    EXPECT_EQ(antecedents(one.analysis, one.token), expected);
  }
}

TEST(ReferenceTest, NounsWithARelativeClauseAreWhatTheyAreSaidOf) {
  constexpr Case kCases[] = {
      {"Peru is the only {state} that opposes the plan.", "Peru"},
      {"Peru, the last {state} that signed the pact, is rich.", "Peru"},
      {"Peru is not the {state} that opposes the plan.", "-"},
      {"Peru may be the {state} that opposes the plan.", "-"},
      {"It is the {king} who signed.", "-"},
      {"Peru is the {friend} of Chile.", "-"},
  };
  expect_all(kCases);
}

TEST(ReferenceTest, TellsWhatDecided) {
  struct Decided {
    std::string_view text;
    ReferenceKind kind;
    Preference preference;
  };
  constexpr Decided kCases[] = {
      {"Brazil criticised Peru. {It} closed the border.", ReferenceKind::Pronoun,
       Preference::Parallel},
      {"Angela Merkel met Emmanuel Macron. {She} left.", ReferenceKind::Pronoun,
       Preference::OnlyCandidate},
      {"Japan told India that {it} would wait.", ReferenceKind::Pronoun, Preference::Role},
      {"Peru signed a treaty. The {accord} bans mines.", ReferenceKind::Description,
       Preference::Noun},
      {"Peru announced a plan. The {plan} is costly.", ReferenceKind::Repetition,
       Preference::SameNoun},
      {"Peru and Chile met. Both {sides} left.", ReferenceKind::Set, Preference::Coordination},
      {"Peru attacked Chile. Both {sides} left.", ReferenceKind::Set, Preference::Related},
      {"Emmanuel Macron spoke. {Macron} left.", ReferenceKind::Name, Preference::FamilyName},
      {"The Free Harbour Front (FHF) left. The {FHF} has ships.", ReferenceKind::Name,
       Preference::SameName},
      {"Peru praised {its} army.", ReferenceKind::Possessive, Preference::OnlyCandidate},
      {"Peru is the only {state} that signed the pact.", ReferenceKind::Predicate,
       Preference::Noun},
  };
  for (const Decided& c : kCases) {
    Read one;
    read(c.text, one);
    const Reference* found = reference_at(one.analysis, one.token);
    ASSERT_NE(found, nullptr) << c.text;
    EXPECT_EQ(to_string(found->kind), to_string(c.kind)) << c.text;
    EXPECT_EQ(to_string(found->preference), to_string(c.preference)) << c.text;
  }
}

TEST(ReferenceTest, ChainsLeadToTheName) {
  Read one;
  read("Imre Vas, the mayor, resigned. The mayor was tired. He said {he} would leave.", one);
  const Analysis& a = one.analysis;
  const Reference* last = reference_at(a, one.token);
  ASSERT_NE(last, nullptr);
  const std::uint32_t named = named_antecedent(a, last->phrase);
  ASSERT_NE(named, kNone);
  EXPECT_EQ(a.text(a.phrases[named].span), "Imre Vas");

  read("{She} left.", one);
  EXPECT_EQ(named_antecedent(one.analysis, 0), kNone);
}

TEST(ReferenceTest, SentencesHaveTheirRanges) {
  Read one;
  read("Peru announced a plan. It praised its army. Chile laughed. The {plan} failed.", one);
  std::uint32_t next = 0;
  for (const SentenceLayers& s : one.analysis.sentences) {
    EXPECT_EQ(s.first_reference, next);
    next = s.last_reference;
    for (std::uint32_t r = s.first_reference; r < s.last_reference; ++r)
      EXPECT_TRUE(s.tokens.contains(one.analysis.references[r].token));
  }
  EXPECT_EQ(next, one.analysis.references.size());
  EXPECT_TRUE(std::ranges::is_sorted(one.analysis.references, {}, &Reference::token));
}

}  // namespace
}  // namespace testudo::english
