#include "text/decode.h"

#include <gtest/gtest.h>

namespace testudo::text {

using namespace std::string_literals;

TEST(DecodeTest, FindsTheDeclaredCharset) {
  struct Case {
    std::string html;
    const char* charset;
  };
  for (const Case& c :
       {Case{"<meta charset=\"Windows-1251\">", "windows-1251"},
        Case{"<META CHARSET=koi8-r>", "koi8-r"},
        Case{"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>",
             "iso-8859-2"},
        Case{"<?xml version='1.0' encoding='ISO-8859-1'?><html>", "iso-8859-1"},
        Case{"<p>charset=koi8-r</p>", ""}, Case{"\xEF\xBB\xBF<meta charset=koi8-r>", "utf-8"},
        Case{"<meta charset>", ""}, Case{"<meta charset = 'utf-8'>", "utf-8"}}) {
    EXPECT_EQ(declared_charset(c.html), c.charset) << c.html;
  }
}

TEST(DecodeTest, ConvertsWhatIsDeclared) {
  std::string storage;
  const auto russian = decode_html("<meta charset=windows-1251>\xCC\xE8\xF0", "a.html", storage);
  ASSERT_TRUE(russian.ok()) << to_string(russian.error());
  EXPECT_EQ(*russian, "<meta charset=windows-1251>Мир");
  storage.clear();
  const auto latin = decode_html(
      "<meta charset=iso-8859-1>\x93"
      "caf\xE9\x94",
      "a.html", storage);
  ASSERT_TRUE(latin.ok());
  EXPECT_EQ(*latin, "<meta charset=iso-8859-1>“café”");
  storage.clear();
  const auto wide = decode_html("\xFF\xFE<\0p\0>\0\xE9\0"s, "a.html", storage);
  ASSERT_TRUE(wide.ok());
  EXPECT_EQ(*wide, "\xEF\xBB\xBF<p>é");
}

TEST(DecodeTest, RejectsBytesThatAreNotOfTheCharset) {
  std::string storage;
  const auto bare = decode_html("<p>caf\xE9</p>", "a.html", storage);
  ASSERT_FALSE(bare.ok());
  EXPECT_EQ(to_string(bare.error().place), "a.html: offset 6");
  const auto unknown = decode_html("<meta charset=x-nobody-knows>", "a.html", storage);
  ASSERT_FALSE(unknown.ok());
  EXPECT_NE(unknown.error().message.find("x-nobody-knows"), std::string::npos);
  storage.clear();
  const auto broken = decode_html("<meta charset=euc-jp>ab\xFF\xFF", "a.html", storage);
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(to_string(broken.error().place), "a.html: offset 23");
}

}  // namespace testudo::text
