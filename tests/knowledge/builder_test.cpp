// What is written for an article: reread strictly, and compared with what was meant.
#include "knowledge/builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "rdf/reread.h"
#include "support/fixture.h"

namespace testudo::knowledge {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

std::string write(const text::Document& document, rdf::Syntax syntax, BuildOptions options = {}) {
  rdf::StringSink sink;
  rdf::Writer writer(sink, syntax, rdf::kPrefixes);
  const Result<BuildCounts> counts =
      Builder(testing::shipped(), std::move(options)).write(document, writer);
  EXPECT_TRUE(counts.ok()) << to_string(counts.error());
  EXPECT_TRUE(writer.finish().ok());
  return sink.text();
}

std::string written(const std::string& text, rdf::Syntax syntax = rdf::Syntax::NTriples,
                    BuildOptions options = {}) {
  return write(testing::document(text), syntax, std::move(options));
}

// Every statement as "subject predicate object", reread strictly; names shortened to what stands
// behind the last / or #.
std::multiset<std::string> statements(const std::string& written, rdf::Syntax syntax) {
  std::multiset<std::string> out;
  const auto local = [](std::string_view iri) {
    const std::size_t cut = iri.find_last_of("/#");
    return std::string(cut == std::string_view::npos ? iri : iri.substr(cut + 1));
  };
  const Result<void> read = rdf::parse_statements(written, syntax, [&](const rdf::Quad& q) {
    const bool literal = q.object.kind == rdf::TermKind::Literal;
    out.insert(local(q.subject.value) + " " + local(q.predicate.value) + " " +
               (literal ? "\"" + std::string(q.object.value) + "\"" : local(q.object.value)));
  });
  EXPECT_TRUE(read.ok()) << to_string(read.error());
  return out;
}

constexpr const char* kText = "Trump's withdrawal from the INF Treaty in 2019 surprised Berlin.";

TEST(BuilderTest, WritesPassageAssertionAndSituation) {
  const auto found = statements(written(kText), rdf::Syntax::NTriples);
  std::vector<std::string> kinds;
  for (const std::string& s : found) kinds.push_back(s.substr(s.find(' ') + 1));
  EXPECT_THAT(kinds, IsSupersetOf({"type Article", "type Passage", "begin \"0\"", "end \"46\"",
                                   "text \"Trump's withdrawal from the INF Treaty in 2019\"",
                                   "type Assertion", "rule agreement-withdrawal", "modality Actual",
                                   "polarity Positive", "type Withdrawal", "type Fact",
                                   "agent Donald_Trump", "object INF_Treaty", "time \"2019\"",
                                   "type Person", "type Treaty"}));
}

TEST(BuilderTest, SaysTheSameInEverySyntax) {
  const auto meant = statements(written(kText), rdf::Syntax::NTriples);
  for (const rdf::Syntax syntax : {rdf::Syntax::Turtle, rdf::Syntax::TriG, rdf::Syntax::NQuads}) {
    EXPECT_EQ(statements(written(kText, syntax), syntax), meant) << rdf::name(syntax);
  }
}

TEST(BuilderTest, IsTheSameToTheByte) {
  EXPECT_EQ(written(kText, rdf::Syntax::Turtle), written(kText, rdf::Syntax::Turtle));
}

TEST(BuilderTest, AnArticlesPartDoesNotDependOnOtherArticles) {
  text::Document one = testing::document("The truce in Syria holds.");
  one.id = "one";
  text::Document two = testing::document("The truce in Yemen holds.");
  two.id = "two";
  rdf::StringSink sink;
  rdf::Writer writer(sink, rdf::Syntax::NQuads, rdf::kPrefixes);
  const Builder builder(testing::shipped());
  ASSERT_TRUE(builder.write(two, writer).ok());
  ASSERT_TRUE(builder.write(one, writer).ok());
  ASSERT_TRUE(writer.finish().ok());
  EXPECT_EQ(sink.text(), write(two, rdf::Syntax::NQuads) + write(one, rdf::Syntax::NQuads));
}

TEST(BuilderTest, ABatchIsWhatItsArticlesAreOneByOne) {
  Batch batch;
  std::string one_by_one;
  for (const char* text : {"The truce in Syria holds.", "He left the alliance.", "",
                           "Turkey left the alliance. It is said to rejoin it in 2031."}) {
    text::Document document = testing::document(text);
    document.id = "article-" + std::to_string(batch.documents().size());
    one_by_one += write(document, rdf::Syntax::NQuads);
    batch.add(std::move(document));
  }
  rdf::StringSink sink;
  rdf::Writer writer(sink, rdf::Syntax::NQuads, rdf::kPrefixes);
  for (const auto& result : Builder(testing::shipped()).write(batch.documents(), writer))
    EXPECT_TRUE(result.ok());
  ASSERT_TRUE(writer.finish().ok());
  EXPECT_EQ(sink.text(), one_by_one);
}

TEST(BatchTest, IsFullByTextAndByNumber) {
  const auto fill = [](const std::string& text) {
    Batch batch;
    while (!batch.is_full()) batch.add(testing::document(text));
    return batch;
  };
  Batch batch = fill(std::string(100000, 'a'));
  EXPECT_EQ(batch.documents().size(), 13u);
  batch.clear();
  EXPECT_FALSE(batch.is_full());
  EXPECT_TRUE(batch.documents().empty());
  EXPECT_EQ(fill("").documents().size(), 1280u);
}

TEST(BuilderTest, TheSameSituationInTwoArticlesIsOneNode) {
  text::Document one = testing::document("The alliance between Japan and France holds.");
  text::Document two = testing::document("Papers praise the alliance between France and Japan.");
  two.id = "two";
  const auto situation = [&](const text::Document& d) {
    for (const std::string& s :
         statements(write(d, rdf::Syntax::NTriples), rdf::Syntax::NTriples)) {
      if (s.ends_with(" type Alliance")) return s.substr(0, s.find(' '));
    }
    return std::string("none");
  };
  EXPECT_EQ(situation(one), situation(two));
  EXPECT_NE(situation(one), "none");
}

TEST(BuilderTest, ActorsBelongToWhatTheirWordsOrTheirPlaceTell) {
  const auto found = statements(
      written(
          "Rebels in Mali attacked Niger. NATO helicopters attacked Serbia. Hungarian officials "
          "met Putin. Demonstrators in Lima blocked a road."),
      rdf::Syntax::NTriples);
  EXPECT_THAT(
      found, IsSupersetOf({"rebels_of_mali country Mali", "rebels_of_mali prefLabel \"rebels\"",
                           "nato_helicopters partOf NATO", "hungarian_officials country Hungary"}));
}

TEST(BuilderTest, ADeniedSituationIsNoFact) {
  const std::string denied = written("There is no truce in Syria.");
  EXPECT_THAT(denied, HasSubstr("kb#Negative"));
  EXPECT_THAT(denied, ::testing::Not(HasSubstr("kb#Fact")));
}

TEST(BuilderTest, LeavesOutThePassagesWordsOnRequest) {
  BuildOptions options;
  options.passages_text = false;
  EXPECT_THAT(written(kText, rdf::Syntax::NTriples, options), ::testing::Not(HasSubstr("kb#text")));
}

TEST(BuilderTest, NamesArticlesByAddressOrBelowTheBase) {
  const Builder builder(testing::shipped(), {"https://example.org/news/", true});
  text::Document document = testing::document("x");
  document.id = "a b/c\u00e9.txt";
  EXPECT_EQ(builder.article_iri(document), "https://example.org/news/a%20b%2Fc\u00e9.txt");
  document.metadata.url = "https://example.com/2021/story";
  EXPECT_EQ(builder.article_iri(document), "https://example.com/2021/story");
  document.metadata.url = "not an address";
  EXPECT_EQ(builder.article_iri(document), "https://example.org/news/a%20b%2Fc\u00e9.txt");
}

TEST(BuilderTest, WritesMetadata) {
  text::Document document = testing::document("The truce in Syria holds.");
  document.metadata.title = "A \"quoted\" title";
  document.metadata.publisher = "The Moscow Times";
  document.metadata.first_publisher = "An Unknown Institute";
  document.metadata.author = "N. N.";
  document.metadata.date = "2021-05";
  std::vector<std::string> kinds;
  for (const std::string& s :
       statements(write(document, rdf::Syntax::Turtle), rdf::Syntax::Turtle)) {
    kinds.push_back(s.substr(s.find(' ') + 1));
  }
  EXPECT_THAT(kinds, IsSupersetOf({"title \"A \"quoted\" title\"", "creator \"N. N.\"",
                                   "publisher The_Moscow_Times",
                                   "firstPublisher an_unknown_institute", "issued \"2021-05\""}));
}

TEST(BuilderTest, TellsAFullDisk) {
  std::FILE* full = std::fopen("/dev/full", "wb");
  ASSERT_NE(full, nullptr);
  rdf::FileSink sink(full, "/dev/full");
  rdf::Writer writer(sink, rdf::Syntax::NTriples, rdf::kPrefixes);
  const Result<BuildCounts> counts =
      Builder(testing::shipped()).write(testing::document(kText), writer);
  EXPECT_FALSE(counts.ok() && writer.finish().ok());
  std::fclose(full);
}

}  // namespace
}  // namespace testudo::knowledge
