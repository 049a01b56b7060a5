#include "english/word_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace testudo::english {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

const WordTable& table() { return WordTable::builtin(); }

std::vector<std::string_view> forms(std::span<const WordId> ids) {
  std::vector<std::string_view> out;
  for (const WordId id : ids) out.push_back(table().form(id));
  return out;
}

std::vector<std::string_view> verbs_of(std::string_view noun) {
  return forms(table().verbs_of(table().find(noun)));
}

std::vector<std::string_view> nouns_of(std::string_view verb) {
  return forms(table().nouns_of(table().find(verb)));
}

std::string_view lemma(std::string_view form, Tag tag) {
  return table().form(table().lemma(table().find(form), tag));
}

// A copy of the image, aligned as the table wants it.
std::vector<std::uint64_t> copy_of_image() {
  const auto image = builtin_image();
  std::vector<std::uint64_t> copy((image.size() + 7) / 8);
  std::memcpy(copy.data(), image.data(), image.size());
  return copy;
}

std::string check(const std::vector<std::uint64_t>& copy) {
  return check_image({reinterpret_cast<const std::byte*>(copy.data()), builtin_image().size()});
}

}  // namespace

TEST(WordTableTest, TheImageStaysInsideItself) { EXPECT_EQ(check_image(builtin_image()), ""); }

TEST(WordTableTest, TheImageIsSmallerThanEightMegabytes) {
  EXPECT_LT(builtin_image().size(), 8'000'000u);
}

TEST(WordTableTest, ADamagedImageIsNoticed) {
  EXPECT_NE(check_image(builtin_image().first(20)), "");
  EXPECT_NE(check_image(builtin_image().first(builtin_image().size() - 8)), "");

  auto header = copy_of_image();
  header[0] ^= 1;
  EXPECT_EQ(check(header), "not a word table");

  auto section = copy_of_image();
  image::Header changed;
  std::memcpy(static_cast<void*>(&changed), section.data(), sizeof changed);
  changed.text.count = 0xFFFFFFFF;
  std::memcpy(section.data(), &changed, sizeof changed);
  EXPECT_EQ(check(section), "a section stands outside");
}

TEST(WordTableTest, FindsFormsAndOnlyThose) {
  for (const char* form :
       {"treaty", "withdrew", "withdraw", "n't", "'s", "u.s.", "the", "russian"}) {
    const WordId id = table().find(form);
    ASSERT_NE(id, WordId::None) << form;
    EXPECT_EQ(table().form(id), form);
  }
  for (const char* form :
       {"", "Treaty", "xqzzt", "treatyy", "a very long word that is none at all"}) {
    EXPECT_EQ(table().find(form), WordId::None) << form;
  }
}

TEST(WordTableTest, EveryIdFindsItself) {
  for (std::uint32_t i = 1; i <= table().size(); ++i) {
    ASSERT_EQ(table().find(table().form(WordId{i})), WordId{i}) << table().form(WordId{i});
  }
}

TEST(WordTableTest, NoWordHasNothing) {
  EXPECT_EQ(table().form(WordId::None), "");
  EXPECT_TRUE(table().tags(WordId::None).empty());
  EXPECT_TRUE(table().verbs_of(WordId::None).empty());
  EXPECT_EQ(table().frames(WordId::None), 0u);
  EXPECT_EQ(table().lemma(WordId::None, Tag::NNS), WordId::None);
}

TEST(WordTableTest, TagsComeLikeliestFirst) {
  const struct {
    const char* form;
    Tag first;
  } kCases[] = {{"treaty", Tag::NN},     {"the", Tag::DT},    {"withdrew", Tag::VBD},
                {"her", Tag::PRPS},      {"its", Tag::PRPS},  {"of", Tag::IN},
                {"countries", Tag::NNS}, {"russia", Tag::NNP}};
  for (const auto& one : kCases) {
    ASSERT_FALSE(table().tags(table().find(one.form)).empty()) << one.form;
    EXPECT_EQ(table().tags(table().find(one.form)).front().tag, one.first) << one.form;
  }
}

TEST(WordTableTest, WordsThatOnlyWordNetKnowsHaveTags) {
  const WordId id = table().find("depolarize");
  ASSERT_NE(id, WordId::None);
  EXPECT_EQ(table().tags(id).front().state, State::vb);
}

TEST(WordTableTest, LemmasFollowTheTag) {
  const struct {
    const char* form;
    Tag tag;
    const char* lemma;
  } kCases[] = {{"withdrew", Tag::VBD, "withdraw"}, {"withdrawn", Tag::VBN, "withdraw"},
                {"countries", Tag::NNS, "country"}, {"crises", Tag::NNS, "crisis"},
                {"men", Tag::NNS, "man"},           {"left", Tag::VBD, "leave"},
                {"left", Tag::JJ, "left"},          {"found", Tag::VBD, "find"},
                {"found", Tag::VB, "found"},        {"planned", Tag::VBD, "plan"},
                {"hoping", Tag::VBG, "hope"},       {"hopping", Tag::VBG, "hop"},
                {"larger", Tag::JJR, "large"},      {"worst", Tag::JJS, "bad"},
                {"better", Tag::JJR, "good"},       {"better", Tag::RBR, "well"},
                {"earlier", Tag::RBR, "early"},     {"signs", Tag::VBZ, "sign"},
                {"signs", Tag::NNS, "sign"},        {"meeting", Tag::NN, "meeting"},
                {"meeting", Tag::VBG, "meet"},      {"put", Tag::VBD, "put"},
                {"news", Tag::NN, "news"},          {"were", Tag::VBD, "be"}};
  for (const auto& one : kCases) {
    EXPECT_EQ(lemma(one.form, one.tag), one.lemma) << one.form << "/" << to_string(one.tag);
  }
}

TEST(WordTableTest, DerivationsLeadBothWays) {
  const struct {
    const char* noun;
    const char* verb;
  } kPairs[] = {{"withdrawal", "withdraw"},   {"termination", "terminate"}, {"extension", "extend"},
                {"negotiation", "negotiate"}, {"agreement", "agree"},       {"invasion", "invade"},
                {"rivalry", "rival"}};
  for (const auto& pair : kPairs) {
    EXPECT_THAT(verbs_of(pair.noun), Contains(pair.verb)) << pair.noun;
    EXPECT_THAT(nouns_of(pair.verb), Contains(pair.noun)) << pair.verb;
  }
  EXPECT_THAT(verbs_of("treaty"), IsEmpty());
  EXPECT_THAT(nouns_of("treaty"), IsEmpty());
}

TEST(WordTableTest, DerivationsStandInAlphabeticalOrder) {
  for (const char* verb : {"withdraw", "negotiate", "govern", "attack"}) {
    const auto nouns = nouns_of(verb);
    ASSERT_GT(nouns.size(), 1u) << verb;
    EXPECT_TRUE(std::is_sorted(nouns.begin(), nouns.end())) << verb;
  }
}

TEST(WordTableTest, FramesTellWhichVerbsTakeClauses) {
  constexpr std::uint64_t kThat = 1ULL << 26;  // Somebody ----s that CLAUSE
  EXPECT_NE(table().frames(table().find("say")) & kThat, 0u);
  EXPECT_NE(table().frames(table().find("believe")) & kThat, 0u);
  EXPECT_EQ(table().frames(table().find("invade")) & kThat, 0u);
  EXPECT_EQ(table().frames(table().find("treaty")), 0u);
}

TEST(WordTableTest, NounsHaveKinds) {
  const auto first = [](const char* noun) { return table().first_noun_kind(table().find(noun)); };
  EXPECT_EQ(first("president"), NounKind::Person);
  EXPECT_EQ(first("attack"), NounKind::Act);
  EXPECT_EQ(first("treaty"), NounKind::Communication);
  EXPECT_EQ(first("week"), NounKind::Time);
  EXPECT_EQ(first("quickly"), NounKind::None);
  EXPECT_NE(table().noun_kinds(table().find("bank")) & bit(NounKind::Group), 0u);
  EXPECT_NE(table().noun_kinds(table().find("bank")) & bit(NounKind::Object), 0u);
}

TEST(WordTableTest, ClassesTellNamesApart) {
  const auto classes = [](const char* form) { return table().word_classes(table().find(form)); };
  EXPECT_EQ(classes("paris") & WordClass::kProperNoun, WordClass::kProperNoun);
  EXPECT_EQ(classes("russian") & WordClass::kProperAdjective, WordClass::kProperAdjective);
  EXPECT_EQ(classes("treaty"), WordClass::kNoun);
  EXPECT_EQ(classes("quickly"), WordClass::kAdverb);
}

TEST(WordTableTest, ClosedClassesAndKeysStandWithTheWords) {
  EXPECT_NE(table().features(table().find("were")) & Feature::kBe, 0u);
  EXPECT_NE(table().features(table().find("march")) & Feature::kMonth, 0u);
  EXPECT_EQ(table().features(table().find("treaty")), 0u);
  for (const NamedWord& one : key_words()) {
    EXPECT_EQ(table().key(table().find(one.word)), one.key) << one.word;
  }
  EXPECT_EQ(table().key(table().find("treaty")), KeyWord::None);
}

TEST(WordTableTest, SuffixesTellUnknownWordsApart) {
  const auto likeliest = [](const char* form) {
    const auto scores = table().suffix_scores(form);
    return scores.empty() ? State::punc
                          : image::kOpenStates[static_cast<std::size_t>(
                                std::max_element(scores.begin(), scores.end()) - scores.begin())];
  };
  EXPECT_EQ(likeliest("blorfization"), State::nn);
  EXPECT_EQ(likeliest("blorfically"), State::rb);
  EXPECT_EQ(likeliest("blorfizing"), State::vbg);
  EXPECT_EQ(likeliest("blorfologists"), State::nns);
}

TEST(WordTableTest, TransitionsAreProbabilities) {
  for (std::size_t a = 0; a < kStateCount; ++a) {
    for (std::size_t b = 0; b < kStateCount; ++b) {
      double sum = 0;
      for (std::size_t c = 0; c < kStateCount; ++c) {
        sum += std::exp(static_cast<double>(table().transitions()[image::transition(a, b, c)]));
      }
      ASSERT_NEAR(sum, 1, 0.01) << a << " " << b;
    }
  }
}

}  // namespace testudo::english
