#include "text/html_metadata.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/dates.h"

namespace testudo::text {
namespace {

using nlohmann::json;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A run of white space as one space.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind != CharClass::Space) {
      out += text.substr(at, c.length);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += c.length;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A name, an object with a name, or a list of either: the first few, parted by commas.
std::string names_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) return text_of(*found, "name");
  std::string names;
  if (found->is_array()) {
    for (const json& one : *found) {
      const std::string name = one.is_object()   ? text_of(one, "name")
                               : one.is_string() ? one.get<std::string>()
                                                 : "";
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
  }
  return names;
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const std::string written = type->dump();
  return written.find("Article") != std::string::npos ||
         written.find("BlogPosting") != std::string::npos ||
         written.find("Report") != std::string::npos;
}

// The first article in the object, the list, or its @graph.
const json* find_article(const json& root) {
  if (root.is_object()) {
    if (is_article(root)) return &root;
    const auto graph = root.find("@graph");
    return graph != root.end() && graph->is_array() ? find_article(*graph) : nullptr;
  }
  if (root.is_array()) {
    for (const json& one : root) {
      if (one.is_object() && is_article(one)) return &one;
    }
  }
  return nullptr;
}

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    if (!value.empty()) return std::string(value);
  }
  return {};
}

}  // namespace

void HtmlMetadata::set(std::string& field, std::string_view value) {
  if (field.empty()) field = single_spaced(value);
}

void HtmlMetadata::time(std::string_view datetime) { set(time_, date_of_field(datetime)); }

void HtmlMetadata::meta(std::string_view key, std::string_view content) {
  const std::string name = folded(key);
  if (name == "og:title") {
    set(og_title_, content);
  } else if (name == "og:site_name") {
    set(site_name_, content);
  } else if (is_one_of(name, {"publisher", "dc.publisher", "citation_publisher"})) {
    set(publisher_, content);
  } else if (is_one_of(name, {"author", "article:author", "dc.creator", "parsely-author",
                              "sailthru.author"})) {
    if (!is_url(content)) set(author_, content);
  } else if (name == "article:published_time") {
    set(date_, date_of_field(content));
  } else if (is_one_of(name, {"date", "dc.date", "dc.date.issued", "pubdate", "publish-date",
                              "parsely-pub-date", "datepublished", "citation_publication_date",
                              "sailthru.date"})) {
    set(meta_date_, date_of_field(content));
  } else if (name == "og:url") {
    set(og_url_, content);
  } else if (name == "og:locale") {
    std::string tag(content);
    std::replace(tag.begin(), tag.end(), '_', '-');
    set(og_locale_, tag);
  }
}

void HtmlMetadata::json_ld(std::string_view text) {
  if (!is_valid_utf8(text)) return;
  const json root = json::parse(text, nullptr, false);
  const json* article = root.is_discarded() ? nullptr : find_article(root);
  if (article == nullptr) return;
  set(ld_.title, text_of(*article, "headline"));
  set(ld_.publisher, names_of(*article, "publisher"));
  set(ld_.author, names_of(*article, "author"));
  set(ld_.date, date_of_field(text_of(*article, "datePublished")));
  set(ld_.language, text_of(*article, "inLanguage"));
}

void HtmlMetadata::fill(Metadata& metadata) const {
  const std::string title = single_spaced(title_);
  metadata.title = first_of({og_title_, title, ld_.title});
  metadata.publisher = first_of({ld_.publisher, site_name_, publisher_});
  metadata.author = first_of({ld_.author, author_});
  metadata.date = first_of({date_, ld_.date, meta_date_, time_});
  const std::string url = first_of({canonical_, og_url_});
  if (is_url(url)) metadata.url = url;
  metadata.language = first_of({html_language_, ld_.language, og_locale_});
}

}  // namespace testudo::text
