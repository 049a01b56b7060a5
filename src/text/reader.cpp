#include "text/reader.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/dates.h"
#include "text/decode.h"
#include "text/formats.h"
#include "text/furniture_finder.h"

namespace testudo::text {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Offsets into a document's text are 32 bits; a line of one letter becomes three bytes of text.
constexpr std::size_t kLargestSource = std::size_t{1} << 30U;

struct Extension {
  std::string_view ending;
  Format format;
};
constexpr std::array<Extension, 10> kExtensions = {{{".txt", Format::Plain},
                                                    {".text", Format::Plain},
                                                    {".md", Format::Markdown},
                                                    {".markdown", Format::Markdown},
                                                    {".html", Format::Html},
                                                    {".htm", Format::Html},
                                                    {".xhtml", Format::Html},
                                                    {".jsonl", Format::JsonLines},
                                                    {".ndjson", Format::JsonLines},
                                                    {".jsonlines", Format::JsonLines}}};

Format format_of_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return Format::Detect;
  const std::string ending = folded(name.substr(dot));
  const auto found = std::find_if(kExtensions.begin(), kExtensions.end(),
                                  [&](const Extension& e) { return e.ending == ending; });
  return found == kExtensions.end() ? Format::Detect : found->format;
}

Format format_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Format::Html;
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return Format::Plain;
  std::string head(bytes.substr(start, 64));
  for (char& c : head) c = ascii_lower(c);
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--",
                                      "<article", "<div", "<p>", "<h1"}) {
    if (head.starts_with(mark)) return Format::Html;
  }
  if (head.starts_with('{')) {
    const std::size_t quote = head.find_first_not_of(" \t", 1);
    if (quote != std::string::npos && (head[quote] == '"' || head[quote] == '}'))
      return Format::JsonLines;
  }
  if (head.starts_with("---\n") || head.starts_with("# ")) return Format::Markdown;
  return Format::Plain;
}

// "news/a.html" → "a": what the document's IRI ends in.
std::string id_of_name(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (format_of_name(name) != Format::Detect) name = name.substr(0, name.rfind('.'));
  return std::string(name);
}

const CueIndex& no_cues() {
  static const CueIndex none;
  return none;
}

// One input at work.
class Reading {
 public:
  Reading(const ReadOptions& options, Diagnostics& problems,
          const std::function<void(Document)>& each)
      : options_(options),
        cues_(options.furniture == nullptr ? no_cues() : options.furniture->index()),
        problems_(problems),
        each_(each) {}

  void one(std::string_view bytes, const std::string& name, Format format) {
    Document document;
    document.name = name;
    document.id = id_of_name(name);
    std::string decoded;
    if (format == Format::Html) {
      const Result<std::string_view> html = decode_html(bytes, name, decoded);
      if (!html.ok()) {
        problems_.add(html.error().diagnostic());
        return;
      }
      bytes = *html;
    } else if (const auto bad = invalid_utf8(bytes)) {
      problems_.error(
          Place::offset_in(name, bad->code_point),
          bad->truncated ? "the bytes end within a UTF-8 character" : "the bytes are not UTF-8");
      return;
    }
    finish(std::move(document), bytes, format, {});
  }

  void json_lines(std::string_view bytes, const std::string& name) {
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = bytes.substr(at, end - at);
      at = end + 1;
      ++number;
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) record(line, name, number);
    }
  }

 private:
  // A line of JSON as an object, or nothing, with the reason told.
  std::optional<nlohmann::json> parse(std::string_view line, const std::string& name,
                                      std::uint32_t number) {
    const auto fail = [&](std::size_t column, std::string message) {
      problems_.error(Place::at(name, number, static_cast<std::uint32_t>(column)),
                      std::move(message));
    };
    if (const auto bad = invalid_utf8(line)) {
      fail(bad->code_point + 1, "the bytes are not UTF-8");
      return std::nullopt;
    }
    try {
      nlohmann::json value = nlohmann::json::parse(line);
      if (value.is_object()) return value;
      fail(1, "the line is not a JSON object");
    } catch (const nlohmann::json::parse_error& error) {
      // error.byte counts from 1 and names the byte that was read last.
      const std::size_t byte = std::min(error.byte == 0 ? 0 : error.byte - 1, line.size());
      std::size_t whole = byte;
      while (whole > 0 && whole < line.size() && is_continuation(line[whole])) --whole;
      fail(count_code_points(line.substr(0, whole)) + 1, "the line is not JSON");
    } catch (const nlohmann::json::exception&) {
      fail(1, "the line is not JSON");  // a number out of range
    }
    return std::nullopt;
  }

  void record(std::string_view line, const std::string& name, std::uint32_t number) {
    const std::optional<nlohmann::json> object = parse(line, name, number);
    if (!object) return;
    const auto field = [&](const char* key) {
      const auto found = object->find(key);
      return found != object->end() && found->is_string() ? found->get_ref<const std::string&>()
                                                          : std::string();
    };
    const bool has_text = object->contains("text") && object->at("text").is_string();
    const bool has_html = object->contains("html") && object->at("html").is_string();
    if (!has_text && !has_html) {
      problems_.error(Place::at(name, number, 1), "the record has neither \"text\" nor \"html\"");
      return;
    }
    Document document;
    document.name = name + ":" + std::to_string(number);
    document.id = id_of_name(name) + "-" + std::to_string(number);
    if (const auto id = object->find("id"); id != object->end()) {
      if (id->is_string() && !id->get_ref<const std::string&>().empty())
        document.id = id->get<std::string>();
      if (id->is_number_integer()) document.id = id->dump();
    }
    Metadata given;
    given.title = field("title");
    given.publisher = field("publisher");
    given.author = field("author");
    given.url = field("url");
    given.language = field("language");
    given.date = date_of_field(field("date"));
    if (given.date.empty() && object->contains("date") && !field("date").empty()) {
      problems_.warning(Place::at(name, number, 1),
                        "the record's date is none that we can read: " + field("date"));
    }
    const std::string source = has_text ? field("text") : field("html");
    finish(std::move(document), source, has_text ? Format::Plain : Format::Html, given);
  }

  std::vector<BlockHints> blocks(std::string_view source, Format format, Document& document) const {
    if (options_.lines) return read_lines(source, document);
    switch (format) {
      case Format::Markdown:
        return read_markdown(source, document);
      case Format::Html:
        return read_html(source, cues_, document);
      default:
        return read_plain(source, document);
    }
  }

  static void overwrite(std::string& field, const std::string& given) {
    if (!given.empty()) field = given;
  }

  // What a record says of itself goes before what its page says.
  static void apply(const Metadata& given, Metadata& metadata) {
    overwrite(metadata.title, given.title);
    overwrite(metadata.publisher, given.publisher);
    overwrite(metadata.author, given.author);
    overwrite(metadata.date, given.date);
    overwrite(metadata.url, given.url);
    overwrite(metadata.language, given.language);
  }

  // U+0000, which no RDF literal can hold, becomes a blank: as long, and white space to every later
  // step, so that no offset moves.
  static void blank_nulls(Document& document) {
    Metadata& metadata = document.metadata;
    for (std::string* text :
         {&document.text, &metadata.title, &metadata.publisher, &metadata.author}) {
      for (std::size_t at = text->find('\0'); at != std::string::npos; at = text->find('\0', at)) {
        (*text)[at] = ' ';
      }
    }
  }

  void finish(Document document, std::string_view source, Format format, const Metadata& given) {
    if (source.size() > kLargestSource) {
      problems_.error(Place::name(document.name), "the document is larger than 1 GiB");
      return;
    }
    document.source_length = count_code_points(source);
    const std::vector<BlockHints> hints = blocks(source, format, document);
    apply(given, document.metadata);
    blank_nulls(document);
    if (document.blocks.empty()) {
      problems_.warning(Place::name(document.name),
                        format == Format::Html ? "the page has no text" : "the article is empty");
      return;
    }
    if (!options_.lines) find_furniture(document, hints, cues_);
    each_(std::move(document));
  }

  const ReadOptions& options_;
  const CueIndex& cues_;
  Diagnostics& problems_;
  const std::function<void(Document)>& each_;
};

}  // namespace

Format detect_format(std::string_view name, std::string_view bytes) {
  const Format format = format_of_name(name);
  return format == Format::Detect ? format_of_bytes(bytes) : format;
}

bool is_article_name(std::string_view name) { return format_of_name(name) != Format::Detect; }

void read(std::string_view bytes, const std::string& name, const ReadOptions& options,
          Diagnostics& problems, const std::function<void(Document)>& each) {
  const Format format =
      options.format == Format::Detect ? detect_format(name, bytes) : options.format;
  Reading reading(options, problems, each);
  if (format == Format::JsonLines) {
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    reading.json_lines(bytes, name);
  } else {
    reading.one(bytes, name, format);
  }
}

}  // namespace testudo::text
