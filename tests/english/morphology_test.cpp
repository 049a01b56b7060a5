#include "english/morphology.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "english/word_table.h"

namespace testudo::english {
namespace {

std::vector<std::string> lemmas(std::string_view form, Inflection inflection) {
  std::vector<std::string> out;
  for_each_lemma(form, [&](const Detachment& one) {
    if (one.inflection == inflection) out.emplace_back(one.lemma);
    return false;
  });
  return out;
}

State likeliest(std::string_view form, std::uint8_t (*classes_of)(std::string_view)) {
  const auto p = guess_tags(form, classes_of, {});
  std::size_t best = 0;
  for (std::size_t i = 1; i < p.size(); ++i) best = p[i] > p[best] ? i : best;
  return image::kOpenStates[best];
}

}  // namespace

TEST(MorphologyTest, DetachesEndings) {
  using Strings = std::vector<std::string>;
  EXPECT_EQ(lemmas("treaties", Inflection::Plural), (Strings{"treatie", "treaty"}));
  EXPECT_EQ(lemmas("boxes", Inflection::Plural), (Strings{"boxe", "box"}));
  EXPECT_EQ(lemmas("stopped", Inflection::Past), (Strings{"stoppe", "stopp", "stop"}));
  EXPECT_EQ(lemmas("hoping", Inflection::Gerund), (Strings{"hope", "hop"}));
  EXPECT_EQ(lemmas("happiest", Inflection::Superlative), (Strings{"happie", "happi", "happy"}));
  EXPECT_EQ(lemmas("glass", Inflection::Plural), Strings{});
  EXPECT_EQ(lemmas("us", Inflection::Plural), Strings{});
}

TEST(MorphologyTest, StopsWhenALemmaIsTaken) {
  int calls = 0;
  EXPECT_TRUE(for_each_lemma("treaties", [&](const Detachment&) { return ++calls == 1; }));
  EXPECT_EQ(calls, 1);
  EXPECT_FALSE(for_each_lemma(std::string(400, 's'), [](const Detachment&) { return true; }));
}

TEST(MorphologyTest, GuessesWithinWhatTheDictionarySupports) {
  EXPECT_EQ(likeliest("firewalls",
                      [](std::string_view lemma) {
                        return lemma == "firewall" ? WordClass::kNoun : std::uint8_t{0};
                      }),
            State::nns);
  EXPECT_EQ(likeliest("blorfing",
                      [](std::string_view lemma) {
                        return lemma == "blorf" ? WordClass::kVerb : std::uint8_t{0};
                      }),
            State::vbg);
}

TEST(MorphologyTest, GuessesSumToOne) {
  for (const char* form : {"blorf", "blorfs", "blorfed", "blorfing"}) {
    double sum = 0;
    for (const double p : guess_tags(form, [](std::string_view) { return WordClass::kVerb; }, {})) {
      sum += p;
    }
    EXPECT_NEAR(sum, 1, 1e-9) << form;
  }
}

}  // namespace testudo::english
