// HTML: text, offsets, metadata. Which parts are the article: furniture_test.cpp.
#include <gtest/gtest.h>

#include <ctime>

#include "text/html_structure.h"
#include "text_fixture.h"

namespace testudo::text {
namespace {

using Lines = std::vector<std::string>;

// Where the word stands in the source.
std::string found_at(const std::string& source, const std::string& word) {
  const Document document = testing::document(source, "a.html");
  const std::size_t at = document.text.find(word);
  EXPECT_NE(at, std::string::npos) << word << " in " << document.text;
  if (at == std::string::npos) return {};
  return testing::code_points(source,
                              document.offsets.span(document.text, static_cast<std::uint32_t>(at),
                                                    static_cast<std::uint32_t>(at + word.size())));
}

// Every token that was not made from a character reference stands in the source letter for letter.
void expect_tokens_in_source(const std::string& source) {
  const Document document = testing::document(source, "a.html");
  const Segmentation layer = testing::segment(document);
  EXPECT_FALSE(layer.tokens.empty());
  std::uint64_t last = 0;
  for (const Token& token : layer.tokens) {
    const SourceSpan span = document.offsets.span(document.text, token.begin, token.end);
    const std::string found = testing::code_points(source, span);
    EXPECT_GE(span.begin, last);
    last = span.begin;
    if (found.find('&') == std::string::npos && found.find('<') == std::string::npos) {
      EXPECT_EQ(found, testing::text_of(document, token)) << source.substr(0, 200);
    }
  }
}

}  // namespace

TEST(HtmlReaderTest, ReadsTheTextOfBlocks) {
  const Document document = testing::document(
      "<!DOCTYPE html><html><head><style>p{}</style><script>var a = "
      "'<p>no</p>';</script></head><body>"
      "<h1>Talks\n end</h1><p>The  <b>en</b>voys <i>met<sup>1</sup></i>\n\tagain.<br>And "
      "left.<br><br>They came back later.</p>"
      "<h2>Wheat</h2><ul><li>Nothing on wheat was agreed.<li>Little on oil was "
      "said.</ul><blockquote><p>We are content with it.</blockquote>"
      "<div>Bare words in a box<p>and more words behind it.</div><table><tr><td>2020</td><td>none "
      "of it</td></tr></table>"
      "<pre>kept\n  apart</pre><!-- <p>not this</p> --><textarea>nor this</textarea></body></html>",
      "a.html");
  EXPECT_EQ(testing::read_blocks(document),
            (Lines{"# Talks end", "The envoys met1 again. And left.", "They came back later.",
                   "## Wheat", "- Nothing on wheat was agreed.", "- Little on oil was said.",
                   "> We are content with it.", "## Bare words in a box",
                   "and more words behind it.", "2020", "none of it", "kept apart"}));
}

TEST(HtmlReaderTest, KnowsWhereWordsStandWhateverIsAround) {
  struct Case {
    std::string html, word, source;
  };
  for (const Case& c : {
           Case{"<p>Talks ended.", "ended", "ended"},
           Case{"<p>Talks <b>en</b>ded.", "ended", "en</b>ded"},
           Case{"<p>AT&amp;T grew", "AT&T", "AT&amp;T"},
           Case{"<p>AT&T grew", "AT&T", "AT&T"},
           Case{"<p>caf&eacute; &#8212; caf&#xe9;", "café —", "caf&eacute; &#8212;"},
           Case{"<p>a &lt;b&gt; c &unknown; d", "&unknown; d", "&unknown; d"},
           Case{"<p>five &lt; six", "< six", "&lt; six"},
           Case{"<p>R&D and more", "R&D and", "R&D and"},
           Case{"<p>1 < 2 is so", "< 2 is", "< 2 is"},
           Case{"<p title=\"a < b > c\" class='x>y'>word here", "word", "word"},
           Case{"<p>é—😀 word", "word", "word"},
           Case{"<p>one\r\n\r\n  two", "one two", "one\r\n\r\n  two"},
           Case{"<p>one<!-- a > b < c -->two", "onetwo", "one<!-- a > b < c -->two"},
           Case{"<p>one</p>\n<script>if (a<b) {'</p>'}</script><p>two", "two", "two"},
           Case{"<p>one<![CDATA[two]]>three four", "four", "four"},
           Case{"\xEF\xBB\xBF<p>word", "word", "word"},
           Case{"just words", "words", "words"},
           Case{"<p>a\x01z word", "z word", "z word"},
           Case{"<p>&nbsp;one&nbsp;two", "one two", "one&nbsp;two"},
           Case{"<P>one<IMG SRC=x ALT='two'>three", "three", "three"},
           Case{"<p>&lt;&lt; both &gt;&gt; ends", "both >>", "both &gt;&gt;"},
           Case{"<p>don&rsquo;t stop", "don’t", "don&rsquo;t"},
       }) {
    EXPECT_EQ(found_at(c.html, c.word), c.source) << c.html;
  }
}

TEST(HtmlReaderTest, KnowsWhereWordsStandInLongText) {
  // libxml2 hands out text in pieces of about a thousand bytes.
  for (const char* unit : {"word and more — ", "é", "plain ascii, nothing else. ", "a&amp;b ",
                           "中文 ", "x<b>y</b>z\r\n"}) {
    std::string source = "<html><body><p>";
    while (source.size() < 9000) source += unit;
    source += "</p><p>The last words.</p>";
    EXPECT_EQ(found_at(source, "last words"), "last words") << unit;
    expect_tokens_in_source(source);
  }
}

TEST(HtmlReaderTest, SurvivesAnyMarkup) {
  const std::vector<std::string> scraps = {"<p>",       "</p>",        "<div class='a'>",
                                           "</div>",    "<b",          ">",
                                           "&amp;",     "&#",          "&#65;",
                                           "&x",        ";",           "<!--",
                                           "-->",       "word ",       "é ",
                                           "\r\n",      "<br>",        "<script>",
                                           "</script>", "\"",          "'",
                                           "<",         "</",          "<li>",
                                           "<![CDATA[", "]]>",         "<h1>T</h1>",
                                           "a=b",       "<table><td>", "<title>"};
  std::uint32_t state = 11;
  for (int round = 0; round < 3000; ++round) {
    std::string source;
    for (int i = 0; i < 25; ++i) {
      state = state * 1664525u + 1013904223u;
      source += scraps[(state >> 16u) % scraps.size()];
    }
    Diagnostics problems;
    for (const Document& document : testing::documents(source, "a.html", problems)) {
      const std::uint64_t length = count_code_points(source);
      std::uint64_t last = 0;
      for (const Token& token : testing::segment(document).tokens) {
        const SourceSpan span = document.offsets.span(document.text, token.begin, token.end);
        ASSERT_LE(last, span.begin) << source;
        ASSERT_LE(span.begin, span.end) << source;
        ASSERT_LE(span.end, length) << source;
        last = span.begin;
      }
    }
  }
}

// Looking back for a reference once meant looking back to the page's start, at every piece of text.
TEST(HtmlReaderTest, ReadsAMillionPiecesInLinearTime) {
  for (const char* unit : {"x<br>", "< ", "<b>x ", "a & b ", "<div>"}) {
    std::string source = "<p>";
    while (source.size() < 1'000'000) source += unit;
    source += "<p>The last words of the page.";
    const std::clock_t before = std::clock();
    EXPECT_EQ(testing::document(source, "a.html").blocks.empty(), false) << unit;
    EXPECT_LT((std::clock() - before) / CLOCKS_PER_SEC, 10) << unit;
  }
}

TEST(HtmlReaderTest, ConvertsTheDeclaredCharsetAndCountsItsCharacters) {
  const std::string source = "<meta charset=windows-1251><p>\xCC\xE8\xF0 word</p>";
  const Document document = testing::document(source, "a.html");
  EXPECT_EQ(document.text, "Мир word");
  EXPECT_EQ(document.offsets.span(document.text, 7, 11), (SourceSpan{34, 38}));
  EXPECT_EQ(document.source_length, 42u);
}

TEST(HtmlReaderTest, ReadsMetadata) {
  struct Case {
    const char* head;
    Metadata metadata;
  };
  for (const Case& c : {
           Case{"<html lang='en-GB'><title>Talks end - Daily Example</title>",
                {"Talks end - Daily Example", "", "", "", "", "", "en-GB"}},
           Case{"<title>x</title><meta property='og:title' content='Talks &amp; treaties'><meta "
                "property=og:site_name content='Daily Example'>",
                {"Talks & treaties", "Daily Example", "", "", "", "", ""}},
           Case{"<meta name=Author content='Ann Example'><meta property='article:published_time' "
                "content='2021-05-03T10:00:00Z'>"
                "<link rel=canonical href='https://example.org/a'>",
                {"", "", "", "Ann Example", "2021-05-03", "https://example.org/a", ""}},
           Case{
               "<script type='application/ld+json'>{\"@context\": \"https://schema.org\", "
               "\"@graph\": [{\"@type\": \"WebPage\"}, {\"@type\": "
               "[\"NewsArticle\"], \"headline\": \"Talks end\", \"datePublished\": \"2021-05-03\", "
               "\"publisher\": {\"name\": \"Daily Example\"}, "
               "\"author\": [{\"name\": \"Ann Example\"}, {\"name\": \"Bob Sample\"}]}]}</script>",
               {"Talks end", "Daily Example", "", "Ann Example, Bob Sample", "2021-05-03", "", ""}},
           Case{"<script type='application/ld+json'>{broken</script><meta property='og:url' "
                "content='/relative'><meta property='og:locale' content='en_US'>",
                {"", "", "", "", "", "", "en-US"}},
           Case{"<meta property='article:author' content='https://example.org/ann'><meta name=date "
                "content='3 May 2021'>",
                {"", "", "", "", "2021-05-03", "", ""}},
       }) {
    const Document document = testing::document(
        std::string(c.head) + "<body><p>The talks ended without a word on wheat.</p>", "a.html");
    EXPECT_EQ(document.metadata, c.metadata)
        << c.head << "\n"
        << document.metadata.title << '|' << document.metadata.author;
  }
}

TEST(HtmlStructureTest, ReadsTheWordsOfClasses) {
  const PhraseSet words({"share", "related", "author-box"});
  for (const char* site :
       {"share", "btn share-buttons", "relatedPosts", "box author-box", "RELATED", "x_share"})
    EXPECT_TRUE(is_site_markup(site, words)) << site;
  for (const char* article : {"", "shareholder", "author", "box", "unrelated", "article-body"})
    EXPECT_FALSE(is_site_markup(article, words)) << article;
}

}  // namespace testudo::text
