// Formats, records of JSON Lines, bad input.
#include "text/reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text_fixture.h"

namespace testudo::text {

using namespace std::string_literals;
using testing::documents;

using Lines = std::vector<std::string>;

TEST(ReaderTest, DetectsFormatsByNameThenByBytes) {
  struct Case {
    const char* name;
    const char* bytes;
    Format format;
  };
  for (const Case& c :
       {Case{"a.txt", "<html>", Format::Plain}, Case{"a.MD", "", Format::Markdown},
        Case{"a.markdown", "", Format::Markdown}, Case{"a.htm", "", Format::Html},
        Case{"a.xhtml", "", Format::Html}, Case{"a.jsonl", "", Format::JsonLines},
        Case{"a.ndjson", "", Format::JsonLines}, Case{"-", " <!DOCTYPE html>", Format::Html},
        Case{"-", "<html lang=en>", Format::Html},
        Case{"-", "{\"text\": \"a\"}", Format::JsonLines},
        Case{"-", "# Title\n\nText.", Format::Markdown},
        Case{"-", "---\ntitle: a\n---\n", Format::Markdown},
        Case{"-", "Talks ended.", Format::Plain}, Case{"v1.2", "", Format::Plain}}) {
    EXPECT_EQ(detect_format(c.name, c.bytes), c.format) << c.name << ' ' << c.bytes;
  }
}

TEST(ReaderTest, KnowsArticlesInAFolderByTheirNames) {
  for (const char* name : {"a.txt", "b/c.html", "d.md", "e.jsonl"})
    EXPECT_TRUE(is_article_name(name)) << name;
  for (const char* name : {"a.png", "Makefile", "a.ttl", "a.json", ".txt/b"})
    EXPECT_FALSE(is_article_name(name)) << name;
}

TEST(ReaderTest, NamesADocumentByItsFile) {
  const Document document = testing::document("Talks ended.", "news/2021/talks.txt");
  EXPECT_EQ(document.name, "news/2021/talks.txt");
  EXPECT_EQ(document.id, "talks");
}

TEST(ReaderTest, ReadsRecordsInOrderWithWhatTheySay) {
  Diagnostics problems;
  const auto found = documents(
      "\xEF\xBB\xBF{\"id\": \"one\", \"text\": \"Talks ended.\", \"title\": \"Talks\", "
      "\"publisher\": \"Daily Example\", \"date\": \"2021-05-03\", "
      "\"url\": \"https://example.org/1\"}\r\n"
      "\n"
      "{\"id\": 7, \"html\": \"<html lang=fr><title>X</title><p>Les pourparlers &amp; la "
      "paix.</p>\", \"title\": \"Paix\"}\n"
      "{\"text\": \"Nobody signed.\"}",
      "news.jsonl", problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].id, "one");
  EXPECT_EQ(found[0].name, "news.jsonl:1");
  EXPECT_EQ(found[0].metadata, (Metadata{"Talks", "Daily Example", "", "", "2021-05-03",
                                         "https://example.org/1", ""}));
  EXPECT_EQ(found[1].id, "7");
  EXPECT_EQ(found[1].metadata.title, "Paix");
  EXPECT_EQ(found[1].metadata.language, "fr");
  EXPECT_EQ(found[1].text, "Les pourparlers & la paix.");
  EXPECT_EQ(found[2].id, "news-4");
}

TEST(ReaderTest, CountsARecordsOffsetsInItsOwnString) {
  Diagnostics problems;
  const auto found = documents(
      "{\"text\": \"Caf\\u00e9 \\u201ctalks\\u201d ended.\"}\n{\"html\": \"<p>Caf&eacute; "
      "talks</p>\"}",
      "a.jsonl", problems);
  ASSERT_EQ(found.size(), 2u);
  const auto end_at = [](const Document& d, const char* word) {
    const auto at = static_cast<std::uint32_t>(d.text.find(word));
    return d.offsets.span(d.text, at,
                          at + static_cast<std::uint32_t>(std::string_view(word).size()));
  };
  EXPECT_EQ(end_at(found[0], "talks"), (SourceSpan{6, 11}));
  EXPECT_EQ(end_at(found[1], "talks"), (SourceSpan{15, 20}));
  EXPECT_EQ(end_at(found[1], "Café"), (SourceSpan{3, 14}));
}

TEST(ReaderTest, TellsWhereARecordIsWrongAndReadsTheOthers) {
  struct Case {
    std::string line;
    std::uint32_t column;
    const char* message;
  };
  for (const Case& c :
       {Case{"{\"text\": \"a\" \"b\"}", 16, "not JSON"},
        Case{"{\"text\": \"é\", x}", 15, "not JSON"}, Case{"[1, 2]", 1, "not a JSON object"},
        Case{"{\"title\": \"a\"}", 1, "neither"}, Case{"{\"text\": 5}", 1, "neither"},
        Case{"{\"text\": \"é\xFF\"}", 12, "not UTF-8"}, Case{"{\"text\": \"a", 12, "not JSON"},
        Case{"{\"text\": \"\\ud800\"}", 0, "not JSON"}}) {
    Diagnostics problems;
    const auto found = documents("{\"text\": \"One.\"}\n" + c.line + "\n{\"text\": \"Two.\"}\n",
                                 "a.jsonl", problems);
    EXPECT_EQ(found.size(), 2u) << c.line;
    ASSERT_EQ(problems.size(), 1u) << c.line;
    EXPECT_EQ(problems[0].severity, Severity::Error);
    EXPECT_EQ(problems[0].place.source, "a.jsonl");
    EXPECT_EQ(problems[0].place.line, 2u);
    if (c.column > 0) {
      EXPECT_EQ(problems[0].place.column, c.column) << c.line;
    }
    EXPECT_NE(problems[0].message.find(c.message), std::string::npos) << problems[0].message;
  }
}

TEST(ReaderTest, WarnsOfADateThatIsNone) {
  Diagnostics problems;
  const auto found =
      documents("{\"text\": \"One.\", \"date\": \"last week\"}", "a.jsonl", problems);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].metadata.date, "");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].severity, Severity::Warning);
}

TEST(ReaderTest, RejectsBytesThatAreNotUtf8) {
  struct Case {
    std::string bytes;
    std::uint64_t offset;
    const char* message;
  };
  for (const Case& c :
       {Case{"Caf\xC3\xA9 \xFF talks", 5, "not UTF-8"},
        Case{"Caf\xC3", 3, "within a UTF-8 character"}, Case{"\xC0\xAF", 0, "not UTF-8"}}) {
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
      Diagnostics problems;
      EXPECT_TRUE(documents(c.bytes, name, problems).empty());
      ASSERT_EQ(problems.size(), 1u);
      EXPECT_EQ(problems[0].severity, Severity::Error);
      EXPECT_EQ(problems[0].place, Place::offset_in(name, c.offset));
      if (name != "a.html"s) {
        EXPECT_NE(problems[0].message.find(c.message), std::string::npos);
      }
    }
  }
}

TEST(ReaderTest, ANullCharacterIsABlankInEveryFormat) {
  const auto bytes = [](std::string text) {
    std::replace(text.begin(), text.end(), '#', '\0');
    return text;
  };
  for (const char* name : {"a.txt", "a.md", "a.html"}) {
    Diagnostics problems;
    const auto found = documents(bytes("The talks#in Oslo#failed."), name, problems);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found[0].text.find('\0'), std::string::npos) << name;
  }
  Diagnostics problems;
  const auto plain = documents(bytes("The talks#in Oslo failed."), "a.txt", problems);
  EXPECT_EQ(plain.at(0).text, "The talks in Oslo failed.");
  const auto record =
      documents(R"({"title": "A\u0000B", "author": "C\u0000", "text": "D\u0000E failed."})",
                "a.jsonl", problems);
  EXPECT_EQ(record.at(0).metadata.title, "A B");
  EXPECT_EQ(record.at(0).metadata.author, "C ");
  EXPECT_EQ(record.at(0).text, "D E failed.");
}

TEST(ReaderTest, WarnsOfArticlesWithoutText) {
  for (const char* name : {"a.txt", "a.md", "a.html"}) {
    for (const char* bytes : {"", " \n\r\n\t", "\xEF\xBB\xBF"}) {
      Diagnostics problems;
      EXPECT_TRUE(documents(bytes, name, problems).empty()) << name;
      ASSERT_EQ(problems.size(), 1u) << name;
      EXPECT_EQ(problems[0].severity, Severity::Warning);
      EXPECT_EQ(problems[0].place, Place::name(name));
    }
  }
  Diagnostics problems;
  EXPECT_TRUE(
      documents("<html><head><title>Empty</title></head></html>", "a.html", problems).empty());
  EXPECT_EQ(problems.size(), 1u);
  EXPECT_TRUE(documents("\n\n", "a.jsonl", problems).empty());
}

}  // namespace testudo::text
