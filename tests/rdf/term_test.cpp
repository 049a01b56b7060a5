// IRIs, language tags, lexical forms and path segments.
#include "rdf/term.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "rdf/namespaces.h"

namespace testudo::rdf {
namespace {

using namespace std::string_view_literals;

TEST(IriTest, AcceptsWhatEveryStoreAccepts) {
  for (const std::string_view iri : {
           "http://example.org"sv,
           "http://example.org/"sv,
           "https://w3id.org/testudo/id/New_START"sv,
           "http://example.org/a#char=2210,2297"sv,
           "http://example.org/a?b=c&d=e?f#g?h/i"sv,
           "http://user:pass@example.org:8080/"sv,
           "http://example.org:/"sv,
           "http://[2001:db8::1]:80/"sv,
           "http://[v7.fe:80]/"sv,
           "http://example.org/%C3%BC%2f"sv,
           "http://example.org/Ünïcøde/文字"sv,
           "http://例え.jp/"sv,
           "http://example.org/\xF0\x9F\x98\x80"sv,  // U+1F600
           "http://example.org/?\xEE\x80\x80"sv,     // U+E000, private, in a query
           "http://example.org/!$&'()*+,;=:@-._~"sv,
           "urn:isbn:0451450523"sv,
           "mailto:a@example.org"sv,
           "file:///tmp/a.ttl"sv,
           "a+b-c.1:"sv,
           "tag:x"sv,
       }) {
    EXPECT_TRUE(is_valid_iri(iri)) << iri;
  }
}

TEST(IriTest, RejectsWhatSomeStoreWouldReject) {
  for (const std::string_view iri : {
           ""sv,
           "a"sv,
           ":a"sv,
           "1a:b"sv,
           "a b:c"sv,
           "ü:a"sv,
           "/a/b"sv,
           "#a"sv,
           "http://example.org/a b"sv,
           "http://example.org/a\tb"sv,
           "http://example.org/a\nb"sv,
           "http://example.org/\x7F"sv,
           "http://example.org/\0"sv,
           "http://example.org/<a>"sv,
           "http://example.org/\"a\""sv,
           "http://example.org/{a}"sv,
           "http://example.org/a|b"sv,
           "http://example.org/a\\b"sv,
           "http://example.org/a^b"sv,
           "http://example.org/a`b"sv,
           "http://example.org/[a]"sv,
           "http://example.org/#a[0]"sv,
           "http://example.org/#a#b"sv,
           "http://example.org/%"sv,
           "http://example.org/%2"sv,
           "http://example.org/%zz"sv,
           "http://exa mple.org/"sv,
           "http://example.org:80a/"sv,
           "http://a:b:80/"sv,
           "http://a@b@c/"sv,
           "http://[2001:db8::1/"sv,
           "http://[2001:db8::zz]/"sv,
           "http://[::1]x/"sv,
           "http://[v.a]/"sv,
           "http://example.org/\xC3"sv,              // cut within a character
           "http://example.org/\xED\xA0\x80"sv,      // a surrogate
           "http://example.org/\xC0\xAF"sv,          // an overlong slash
           "http://example.org/\xEE\x80\x80"sv,      // U+E000 outside of a query
           "http://example.org/?a#\xEE\x80\x80"sv,   // … and in a fragment
           "http://example.org/\xE2\x80\x8E"sv,      // U+200E, left-to-right mark
           "http://example.org/\xEF\xBF\xBE"sv,      // U+FFFE
           "http://example.org/\xF0\x9F\xBF\xBF"sv,  // U+1FFFF
           "http://example.org/\xF3\xA0\x80\x81"sv,  // U+E0001
       }) {
    EXPECT_FALSE(is_valid_iri(iri)) << iri;
  }
}

TEST(IriTest, KnowsWhatCanBeAFragment) {
  for (const std::string_view text : {"", "char=1,2", "a/b?c", "%20", "\u00fc", "a:b@c"}) {
    EXPECT_TRUE(is_valid_fragment(text)) << text;
    EXPECT_TRUE(is_valid_iri("http://example.org/a#" + std::string(text))) << text;
  }
  for (const std::string_view text :
       {"a#b", "a b", "%2", "<", "\xFF", "\xEE\x80\x80", "?\xEE\x80\x80"}) {
    EXPECT_FALSE(is_valid_fragment(text)) << text;
    EXPECT_FALSE(is_valid_iri("http://example.org/a#" + std::string(text))) << text;
  }
}

TEST(LanguageTagTest, HasTheShapeOfBcp47) {
  for (const std::string_view tag : {"en", "de-CH-1996", "zh-Hant-TW", "x-private", "i-klingon",
                                     "sl-rozaj", "abcdefgh", "en-a-myext"}) {
    EXPECT_TRUE(is_valid_language_tag(tag)) << tag;
  }
  for (const std::string_view tag : {"", "-", "e", "x", "en-", "-en", "en--GB", "en_GB", "123",
                                     "e1", "en-ü", "abcdefghi", "en-abcdefghi", "en-x", "en GB"}) {
    EXPECT_FALSE(is_valid_language_tag(tag)) << tag;
  }
}

struct Forms {
  std::string_view datatype;
  std::vector<std::string_view> good;
  std::vector<std::string_view> bad;
};

TEST(LexicalFormTest, FollowsXsd) {
  const std::vector<Forms> table = {
      {kXsdString, {"", "a\nb", "ü"}, {"\xC3", "\xED\xA0\x80"}},
      {kXsdBoolean, {"true", "false", "1", "0"}, {"", "True", "yes", "true "}},
      {kXsdInteger,
       {"0", "-0", "+5", "007", "123456789012345678901234567890"},
       {"", "+", "1.0", "1e3", " 1", "1 ", "--1"}},
      {kXsdNonNegativeInteger, {"0", "-0", "+5", "2210"}, {"", "-", "-1", "1.5"}},
      {kXsdPositiveInteger, {"1", "+1", "010"}, {"0", "-1", "+0", ""}},
      {kXsdDecimal,
       {"1", "-1.5", "+.5", "1.", "0.00"},
       {"", ".", "-", "1e3", "1,5", "INF", "1.5.2"}},
      {kXsdDouble,
       {"1", "1.5e-3", "-.5E+10", "INF", "-INF", "+INF", "NaN"},
       {"", "inf", "-NaN", "1e", "e5", "1.5e3.2", "0x1p3"}},
      {kXsdFloat, {"1.5"}, {"1.5f"}},
      {kXsdDate,
       {"2019-01-31", "2020-02-29", "2000-02-29", "-0044-03-15", "12019-12-31", "2019-06-30Z",
        "2019-06-30+14:00", "2019-06-30-13:59"},
       {"", "2019-02-29", "1900-02-29", "2019-04-31", "2019-13-01", "2019-00-10", "2019-01-00",
        "2019-1-1", "19-01-01", "02019-01-01", "2019-06-30+14:01", "2019-06-30+15:00",
        "2019-06-30+1:00", "2019-06-30 ", "2019-06-30z", "+2019-06-30", "2019-06-30T00:00:00"}},
      {kXsdGYear,
       {"2019", "-0044", "12019", "2019Z", "0000"},
       {"", "19", "02019", "2019-", "2019-06", "MMXIX"}},
      {kXsdGYearMonth,
       {"2019-06", "2019-12-05:00"},
       {"2019", "2019-13", "2019-6", "2019-06-01", "2019-12-15:00"}},
      {kXsdDateTime,
       {"2019-06-30T23:59:59", "2019-06-30T24:00:00", "2019-06-30T12:00:00.5Z",
        "2020-02-29T00:00:00-05:00"},
       {"2019-06-30", "2019-06-30 12:00:00", "2019-06-30T24:00:01", "2019-06-30T24:00:00.5",
        "2019-06-30T12:60:00", "2019-06-30T12:00:60", "2019-06-30T12:00", "2019-06-30T12:00:00.",
        "2019-02-30T12:00:00", "2019-06-30T25:00:00"}},
      {kXsdDuration,
       {"P5Y", "P1Y2M3DT4H5M6.7S", "-P10D", "PT0S", "P0Y", "PT1.5S", "P2DT1M"},
       {"", "P", "PT", "P5YT", "5Y", "P5", "P5M2Y", "P1.5Y", "PT5D", "P-5Y", "PT1.S", "P5Y5Y",
        "P1H"}},
      {kXsdAnyUri,
       {"", "http://example.org/", "../a", "#b", "ü%20"},
       {"a b", "<a>", "%", "%2", "%zz", "a\\b", "a\nb"}},
      {kRdfLangString, {}, {"", "anything"}},
      {"http://example.org/own", {"", "anything"}, {"\xFF"}},
  };
  for (const Forms& row : table) {
    for (const std::string_view form : row.good) {
      EXPECT_TRUE(is_valid_lexical_form(form, row.datatype)) << row.datatype << " '" << form << "'";
    }
    for (const std::string_view form : row.bad) {
      EXPECT_FALSE(is_valid_lexical_form(form, row.datatype))
          << row.datatype << " '" << form << "'";
    }
  }
}

// A slow calendar checks the fast one: day after day from 1896 to 2104, so both kinds of century
// are in it.
TEST(LexicalFormTest, KnowsEveryDayOfTheCalendar) {
  const auto days = [](int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  };
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  for (int year = 1896; year <= 2104; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const std::string date = std::to_string(year) + "-" + two(month) + "-" + two(day);
        const bool real = month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
        ASSERT_EQ(is_valid_lexical_form(date, kXsdDate), real) << date;
      }
    }
  }
}

TEST(EncodeSegmentTest, EncodesWhatWouldBreakAnIri) {
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"", ""},
      {"New_START", "New_START"},
      {"a b", "a%20b"},
      {"a/b?c#d", "a%2Fb%3Fc%23d"},
      {"50%", "50%25"},
      {"\"<>\\^`{|}", "%22%3C%3E%5C%5E%60%7B%7C%7D"},
      {"[a]", "%5Ba%5D"},
      {"O'Neill (Jr.)", "O'Neill%20(Jr.)"},
      {"Erdoğan 文字", "Erdoğan%20文字"},
      {"a\xC2\xA0z", "a%C2%A0z"},         // no-break space
      {"a\xE2\x80\x8Ez", "a%E2%80%8Ez"},  // left-to-right mark
      {"a\xEE\x80\x80z", "a%EE%80%80z"},  // private use
      {"a\nb\x7F", "a%0Ab%7F"},
      {"a\xFFz", "a%FFz"},  // not UTF-8: byte by byte
  };
  for (const auto& [text, encoded] : table) {
    EXPECT_EQ(encode_segment(text), encoded);
    EXPECT_TRUE(is_valid_iri("http://example.org/" + encode_segment(text))) << encoded;
  }
}

TEST(EncodeSegmentTest, MakesAValidIriOfEveryCharacter) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_TRUE(is_valid_iri("http://example.org/" + encode_segment(text)))
        << std::hex << std::uint32_t{c};
  }
}

TEST(NamespacesTest, AreValidAndDistinct) {
  for (const Prefix& p : kPrefixes) {
    EXPECT_TRUE(is_valid_iri(p.iri)) << p.name;
    EXPECT_TRUE(p.iri.ends_with('#') || p.iri.ends_with('/')) << p.name;
    for (const Prefix& other : kPrefixes) {
      if (&other == &p) continue;
      EXPECT_NE(p.name, other.name);
      EXPECT_NE(p.iri, other.iri);
    }
  }
}

}  // namespace
}  // namespace testudo::rdf
