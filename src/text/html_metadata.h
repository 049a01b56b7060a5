// What an HTML page's <head> says of the article. Internal to the room.
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace testudo::text {

// Collects <title>, <meta>, <link>, <html lang> and JSON-LD in any order; fill() settles which
// source of a field wins.
class HtmlMetadata {
 public:
  void title(std::string_view text) { title_ += text; }
  void language(std::string_view tag) { set(html_language_, tag); }
  void canonical(std::string_view url) { set(canonical_, url); }
  void time(std::string_view datetime);
  void meta(std::string_view key, std::string_view content);  // name or property, in any case
  void json_ld(std::string_view json);                        // what is no JSON is passed over

  void fill(Metadata& metadata) const;

 private:
  static void set(std::string& field, std::string_view value);

  std::string title_, og_title_, site_name_, publisher_, author_, date_, meta_date_, time_,
      canonical_, og_url_, html_language_, og_locale_;
  Metadata ld_;
};

}  // namespace testudo::text
