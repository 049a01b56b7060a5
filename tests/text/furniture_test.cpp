// Pages as sites make them: what is the article, what is the site's, what the site says of the
// article.
#include "text/furniture.h"

#include <gtest/gtest.h>

#include "text_fixture.h"

namespace testudo::text {
namespace {

using Lines = std::vector<std::string>;
using testing::document;
using testing::furniture_blocks;
using testing::read_blocks;

// Paragraphs for pages: long enough to be told from labels.
const std::string kFirst =
    "Negotiators from the two river states left the capital on Friday without a deal on how much "
    "water the upper dam may hold back in dry years.";
const std::string kSecond =
    "The draft foresees a joint council with a seat for each province, but neither side has said "
    "who would pay for the gauges along the border.";
const std::string kThird =
    "A further round is planned for the autumn, when the first results of the survey should be "
    "known.";

std::string joined(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n\n";
  return out;
}

std::string html_paragraphs() {
  return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
}

}  // namespace

TEST(FurnitureTest, ThinkTankPageAsText) {
  const Document page =
      document(joined({"Home",
                       "Research",
                       "Events",
                       "About",
                       "Skip to content",
                       "Dam Talks Stall Again",
                       "By Ann Example",
                       "3 May 2021",
                       kFirst,
                       "Who pays",
                       kSecond,
                       "Photo: Riverside Press",
                       kThird,
                       "This commentary was first published by the Institute of River Studies.",
                       "Ann Example is a senior fellow at the Institute of River Studies.",
                       "Related articles",
                       "Why gauges matter",
                       "Share",
                       "Tweet",
                       "Print"}),
               "a.txt");
  EXPECT_EQ(read_blocks(page),
            (Lines{"# Dam Talks Stall Again", kFirst, "## Who pays", kSecond, kThird}));
  EXPECT_EQ(page.metadata, (Metadata{"Dam Talks Stall Again", "", "Institute of River Studies",
                                     "Ann Example", "2021-05-03", "", ""}));
}

TEST(FurnitureTest, NewsPageWithABoxInTheMiddle) {
  const Document page = document(
      joined({"Advertisement", "Dam talks stall again as provinces quarrel",
              "Published: May 3, 2021, 10:30", kFirst, "Sign up for our morning newsletter",
              "Get the news of the day delivered to your inbox. By signing up you agree to our "
              "terms. You can unsubscribe with one click.",
              kSecond, "Story continues below advertisement", kThird,
              "Read more: The long quarrel over the upper dam", "Follow us on social media",
              "© 2021 Daily Example. All rights reserved"}),
      "a.txt");
  EXPECT_EQ(read_blocks(page),
            (Lines{"# Dam talks stall again as provinces quarrel", kFirst, kSecond, kThird}));
  EXPECT_EQ(page.metadata.date, "2021-05-03");
}

TEST(FurnitureTest, PageWithAnAppealFromTheEditors) {
  const Document page =
      document(joined({"Support The River Courier!", "Dam talks stall again",
                       "The draft foresees a joint council with a seat for each province, but "
                       "neither side has said who would pay.",
                       "Rivercourier.example", kFirst,
                       "The draft foresees a joint council – with a seat for each province – but "
                       "neither side has said who would pay. That may change.",
                       kThird,
                       "The views expressed in guest columns are not always those of the editors "
                       "and do not reflect the position of The River Courier.",
                       "A Message from The River Courier:", "Dear readers,",
                       "Last month a court fined us for printing the minutes of the water council. "
                       "The fine is larger than our yearly budget.",
                       "We will go on printing what others hide, for as long as we can.",
                       "Give once", "Give monthly", "Not today"}),
               "a.txt");
  EXPECT_EQ(read_blocks(page),
            (Lines{"# Dam talks stall again", kFirst,
                   "The draft foresees a joint council – with a seat for each province – but "
                   "neither side has said who would pay. That may change.",
                   kThird}));
  EXPECT_EQ(page.metadata.publisher, "The River Courier");
}

TEST(FurnitureTest, AgencyReportWithADateline) {
  const Document page =
      document(joined({"RIVERTON, May 3, 2021 (Agency) — " + kFirst, kSecond, kThird}), "a.txt");
  EXPECT_EQ(read_blocks(page).size(), 3u);
  EXPECT_EQ(page.metadata.date, "2021-05-03");
  EXPECT_EQ(page.metadata.title, "");
}

TEST(FurnitureTest, NewsSiteInHtml) {
  const std::string source =
      "<!DOCTYPE html><html lang=en><head><title>Dam talks stall again | Daily Example</title>"
      "<meta property='og:site_name' content='Daily Example'></head><body class='page has-sidebar'>"
      "<div id=cookie-banner><p>We use cookies to make this site better for you and for our "
      "partners, who may also use them.</p></div>"
      "<header class=masthead><a href=/>Daily Example</a><nav><ul><li><a href=/w>World</a><li><a "
      "href=/b>Business</a></ul></nav></header>"
      "<main><article><div class=kicker>Rivers</div><h1>Dam talks stall again</h1><div "
      "class=byline>By Ann Example</div><time datetime='2021-05-03T08:00'>3 May 2021</time>"
      "<div class='share-buttons'><button>Share</button><a href=#>Tweet</a></div>"
      "<figure><img src=dam.jpg><figcaption>The upper dam in a dry year. Photo: Riverside "
      "Press</figcaption></figure>"
      "<p>" +
      kFirst +
      "</p><aside class=pullquote><p>Nobody knows who would pay for all of those gauges along the "
      "whole border.</p></aside>"
      "<h2>Who pays</h2><p>" +
      kSecond +
      " <a href=/x>The survey</a> is late.</p>"
      "<div class=newsletter-signup><p>Our letter brings the news of all rivers to you every "
      "Monday, and it is free.</p><form><input><button>Join</button></form></div>"
      "<p>" +
      kThird +
      "</p></article>"
      "<section class=related><h3>More on rivers</h3><article><h3><a href=/1>Why gauges "
      "matter</a></h3><p>A short history of measuring what flows past, in three "
      "pictures.</p></article></section></main>"
      "<footer><p>Copyright 2021 Daily Example, a paper for everyone who lives by a river or would "
      "like to do so.</p></footer></body></html>";
  const Document page = document(source, "a.html");
  EXPECT_EQ(read_blocks(page), (Lines{"# Dam talks stall again", kFirst, "## Who pays",
                                      kSecond + " The survey is late.", kThird}));
  EXPECT_EQ(page.metadata, (Metadata{"Dam talks stall again", "Daily Example", "", "Ann Example",
                                     "2021-05-03", "", "en"}));
}

TEST(FurnitureTest, OldPageWithoutAnArticleElement) {
  const std::string source =
      "<html><title>Daily Example: Dam talks stall again</title><body><table><tr><td><a "
      "href=a>Home</a><br><br><a href=b>Archive</a><td>"
      "<h1>Dam talks stall again</h1><font size=2>" +
      kFirst + "<br><br>" + kSecond + "<br><br>" + kThird +
      "</font>"
      "<br><br><a href=c>Print this page</a></table></body></html>";
  const Document page = document(source, "a.html");
  EXPECT_EQ(read_blocks(page), (Lines{"# Dam talks stall again", kFirst, kSecond, kThird}));
  EXPECT_EQ(page.metadata.title, "Dam talks stall again");
}

TEST(FurnitureTest, BlogWhoseClassesLie) {
  const std::string source =
      "<body><div class='wrapper with-sidebar comments-enabled'><header><h1><a href=/>A river "
      "blog</a></h1></header><div class=post><h2 class=title>Dam talks stall again</h2>" +
      html_paragraphs() +
      "</div><div id=comments><h3>Two comments</h3><p>Thank you for this, it is the clearest "
      "account of the whole affair that I have read anywhere so far.</p></div>"
      "<div class=sidebar><p>I write about rivers, dams and the people who live beside them, most "
      "weeks, from a house by the water.</p></div></div></body>";
  const Document page = document(source, "a.html");
  EXPECT_EQ(read_blocks(page), (Lines{"# Dam talks stall again", kFirst, kSecond, kThird}));
}

TEST(FurnitureTest, HeadlineInThePagesHeader) {
  const std::string source =
      "<head><meta property='og:title' content='Dam talks stall "
      "again'></head><body><header><h1>Dam talks stall again</h1></header><main>" +
      html_paragraphs() +
      "</main><div hidden>Only for machines, and quite long so that it would count as text if it "
      "were shown.</div></body>";
  const Document page = document(source, "a.html");
  EXPECT_EQ(read_blocks(page).front(), "# Dam talks stall again");
  EXPECT_EQ(read_blocks(page).size(), 4u);
}

TEST(FurnitureTest, MarkdownNote) {
  const Document page = document(
      "---\npublisher: Daily Example\n---\n# Dam talks stall again\n\n*By Ann Example*\n\n" +
          kFirst + "\n\n" + kSecond +
          "\n\nSubscribe to our newsletter!\n\n[Home](/) | [Archive](/a)\n",
      "a.md");
  EXPECT_EQ(read_blocks(page), (Lines{"# Dam talks stall again", kFirst, kSecond}));
  EXPECT_EQ(page.metadata.author, "Ann Example");
}

// News about what the cues speak of is news.
TEST(FurnitureTest, KeepsParagraphsAboutDonationsNewslettersAndCookies) {
  const Lines article = {
      "The party asked its supporters for a monthly donation and promised a newsletter in return, "
      "its treasurer said.",
      "Lawmakers want browsers to refuse cookies unless users agree, and sites to show their "
      "privacy policy and terms of service.",
      "“Your support means the world, and every donation to our work counts,” the minister told "
      "the crowd.",
      "Georgia hopes to become a member of the bloc and will sign up to its rules, officials said "
      "on Tuesday.",
      "The report was first published by a Swedish institute and has been disputed since.",
      "We rely on imports, the minister said, and thank you for asking.",
      "Support for the treaty fell in May.",
      "Comments by the envoy caused anger in both capitals.",
      "By Friday, the sides had agreed on two of five points.",
      "Share prices fell after the news.",
      "Moscow reports on its arsenal twice a year."};
  const Document page = document(joined(article), "a.txt");
  EXPECT_EQ(furniture_blocks(page), Lines{});
  EXPECT_EQ(read_blocks(page), article);
  EXPECT_EQ(page.metadata, Metadata{});
}

TEST(FurnitureTest, KeepsAnArticleThatFollowsASectionLikeHeading) {
  const Lines article = {kFirst, kThird + " " + kThird, kSecond + " So it goes."};
  const Document page = document(
      joined({"The dam is full.", "Related", article[0], article[1], article[2]}), "a.txt");
  EXPECT_EQ(read_blocks(page), (Lines{"The dam is full.", article[0], article[1], article[2]}));
}

TEST(FurnitureTest, KeepsShortArticlesAsTheyAre) {
  for (const Lines& article :
       {Lines{"Talks ended."}, Lines{"Russia left the treaty.", "Iran did too."},
        Lines{"Who gains from it? Nobody does."}}) {
    EXPECT_EQ(read_blocks(document(joined(article), "a.txt")), article);
  }
  EXPECT_EQ(read_blocks(document("Talks end in Geneva", "a.txt")),
            (Lines{"# Talks end in Geneva"}));
}

TEST(FurnitureTest, WithoutCuesOnlyStructureTells) {
  Diagnostics problems;
  std::vector<Document> found;
  const auto take = [&](Document d) { found.push_back(std::move(d)); };
  read(joined({"Dam talks stall again", kFirst, "Read more about it on our site"}), "a.txt", {},
       problems, take);
  read("<nav>World</nav><article><h1>Dam talks stall again</h1>" + html_paragraphs() + "</article>",
       "a.html", {}, problems, take);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(furniture_blocks(found[0]), Lines{});
  EXPECT_EQ(furniture_blocks(found[1]), (Lines{"World"}));
}

TEST(FurnitureTest, EveryListThatIsShippedHasWords) {
  FurnitureCues cues = testing::cues();
  for (const char* list :
       {"lines", "sections", "openings", "self", "bylines", "dates", "appeals", "phrases",
        "credits", "authors", "publishers", "first-published", "markup"}) {
    const auto* const words = furniture_list(cues, std::string("furniture-") + list);
    ASSERT_NE(words, nullptr) << list;
    EXPECT_FALSE(words->empty()) << list;
  }
  EXPECT_EQ(furniture_list(cues, "furniture"), nullptr);
}

}  // namespace testudo::text
