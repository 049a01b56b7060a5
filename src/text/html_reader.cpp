// HTML by libxml2's SAX parser: no tree is built. Tested in tests/text/html_reader_test.cpp.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/check.h"
#include "text/characters.h"
#include "text/formats.h"
#include "text/html_metadata.h"
#include "text/html_source.h"
#include "text/html_structure.h"

namespace testudo::text {
namespace {

using Reason = HtmlStructure::Reason;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

template <std::size_t N>
constexpr bool is_in(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that begin and end blocks.
constexpr std::array<std::string_view, 50> kBlocks = {
    "address",    "article", "aside",  "blockquote", "body",   "button", "caption", "center",
    "dd",         "details", "dialog", "dir",        "div",    "dl",     "dt",      "fieldset",
    "figcaption", "figure",  "footer", "form",       "h1",     "h2",     "h3",      "h4",
    "h5",         "h6",      "header", "hgroup",     "hr",     "html",   "legend",  "li",
    "main",       "menu",    "nav",    "ol",         "option", "p",      "pre",     "section",
    "summary",    "table",   "tbody",  "td",         "tfoot",  "th",     "thead",   "tr",
    "ul",         "video"};
// Elements whose content is no text of the page.
constexpr std::array<std::string_view, 15> kSkipped = {
    "script",   "style", "template", "svg",    "math",    "select",   "textarea", "object",
    "datalist", "audio", "iframe",   "canvas", "noembed", "noframes", "head"};
// Elements whose text is never the article's.
constexpr std::array<std::string_view, 6> kHard = {"nav",      "form",   "button",
                                                   "noscript", "dialog", "menu"};
// Elements whose text seldom is.
constexpr std::array<std::string_view, 2> kSoft = {"aside", "footer"};

// The attributes that anybody here looks at.
struct Attributes {
  explicit Attributes(const xmlChar** list) : list_(list) {}

  std::string_view operator[](std::string_view name) const {
    for (const xmlChar** at = list_; at != nullptr && *at != nullptr; at += 2) {
      if (view(at[0]) == name) return view(at[1]);
    }
    return {};
  }
  bool has(std::string_view name) const {
    for (const xmlChar** at = list_; at != nullptr && *at != nullptr; at += 2) {
      if (view(at[0]) == name) return true;
    }
    return false;
  }

 private:
  const xmlChar** list_;  // name, value, name, value, …, null
};

// An element that is open, and what its text is.
struct Open {
  std::string name;
  BlockKind kind = BlockKind::Paragraph;
  std::uint8_t level = 0;
  std::uint32_t noted = 0;  // the innermost element that HtmlStructure knows
  bool skipped = false;
  bool linked = false;
  bool in_region = false;
};

class HtmlReader {
 public:
  HtmlReader(std::string_view source, const CueIndex& cues, Document& document)
      : document_(document),
        builder_(document),
        source_(source),
        cursor_(source),
        markup_(cues.markup) {
    open_.push_back({});
  }

  std::vector<BlockHints> run(std::string_view source);

 private:
  static HtmlReader& self(void* context) { return *static_cast<HtmlReader*>(context); }
  static void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
    self(context).start(view(name), Attributes(attributes));
  }
  static void on_end(void* context, const xmlChar* name) { self(context).end(view(name)); }
  static void on_text(void* context, const xmlChar* text, int length) {
    self(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  }
  static void on_error(void*, const char*, ...) {}

  std::size_t position() const;
  void start(std::string_view name, const Attributes& attributes);
  void end(std::string_view name);
  void text(std::string_view text);
  void metadata(std::string_view name, const Attributes& attributes);
  void note_site(Open& element, const Attributes& attributes);
  static void set_kind(Open& element);
  void line_break();
  void end_block();
  void open_block();
  void add(const SourcePiece& piece);

  Document& document_;
  DocumentBuilder builder_;
  HtmlSource source_;
  SourceCursor cursor_;
  HtmlStructure structure_;
  HtmlMetadata metadata_;
  const PhraseSet& markup_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::size_t skipped_ = 0;  // bytes of the source before what the parser was given
  std::vector<Open> open_;
  std::vector<std::uint32_t> inside_;  // of each block, the innermost noted element
  std::uint32_t block_inside_ = 0;     // … of the block at hand
  std::vector<SourcePiece> pieces_;    // scratch
  std::string script_;                 // the JSON-LD at hand
  bool in_json_ld_ = false;
  bool in_title_ = false;
  bool broken_line_ = false;  // a <br> was the last thing
};

// Bytes of the source that the parser has read.
std::size_t HtmlReader::position() const {
  const xmlParserInput& input = *parser_->input;
  return skipped_ + static_cast<std::size_t>(input.consumed) +
         static_cast<std::size_t>(input.cur - input.base);
}

void HtmlReader::metadata(std::string_view name, const Attributes& attributes) {
  if (name == "html") {
    metadata_.language(attributes["lang"]);
  } else if (name == "meta") {
    const std::string_view key = attributes.has("property") ? attributes["property"]
                                 : attributes.has("name")   ? attributes["name"]
                                                            : attributes["itemprop"];
    metadata_.meta(key, attributes["content"]);
  } else if (name == "link" && folded(attributes["rel"]) == "canonical") {
    metadata_.canonical(attributes["href"]);
  } else if (name == "time" && !open_.back().skipped) {
    metadata_.time(attributes["datetime"]);
  } else if (name == "script") {
    in_json_ld_ = folded(attributes["type"]) == "application/ld+json";
  } else if (name == "title" && (open_.back().name == "head" || !open_.back().skipped)) {
    in_title_ = true;
  }
}

void HtmlReader::note_site(Open& element, const Attributes& attributes) {
  const std::string_view name = element.name;
  const std::string role = folded(attributes["role"]);
  if (name == "article" || name == "main" || role == "main" || role == "article" ||
      attributes["itemprop"] == "articleBody") {
    element.noted = structure_.note(element.noted, Reason::Region);
    element.in_region = true;
    return;
  }
  if (name == "html" || name == "body") return;
  const std::string style = folded(attributes["style"]);
  const bool hidden = attributes.has("hidden") || attributes["aria-hidden"] == "true" ||
                      style.find("display:none") != std::string::npos ||
                      style.find("display: none") != std::string::npos;
  if (is_in(name, kHard) || hidden || role == "navigation") {
    element.noted = structure_.note(element.noted, Reason::Hard);
  } else if (is_in(name, kSoft) || (name == "header" && !element.in_region) ||
             is_site_markup(attributes["class"], markup_) ||
             is_site_markup(attributes["id"], markup_) || is_site_markup(role, markup_)) {
    element.noted = structure_.note(element.noted, Reason::Soft);
  }
}

// A block's kind is that of the innermost element which has a say.
void HtmlReader::set_kind(Open& element) {
  const std::string_view name = element.name;
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    element.kind = BlockKind::Heading;
    element.level = static_cast<std::uint8_t>(name[1] - '0');
  } else if (name == "li" || name == "dd" || name == "dt") {
    element.kind = BlockKind::ListItem;
  } else if (name == "blockquote") {
    element.kind = BlockKind::Quotation;
  } else if (name == "figure" || name == "figcaption" || name == "caption") {
    element.kind = BlockKind::Caption;
  }
}

void HtmlReader::start(std::string_view name, const Attributes& attributes) {
  metadata(name, attributes);
  if (name == "br") {
    line_break();
    return;
  }
  const bool block = is_in(name, kBlocks);
  if (block) end_block();
  Open element = open_.back();
  element.name = name;
  element.skipped = element.skipped || is_in(name, kSkipped);
  element.linked = element.linked || name == "a";
  set_kind(element);
  if (!element.skipped) note_site(element, attributes);
  open_.push_back(std::move(element));
}

void HtmlReader::end(std::string_view name) {
  if (name == "title") in_title_ = false;
  if (name == "script" && in_json_ld_) {
    metadata_.json_ld(script_);
    script_.clear();
    in_json_ld_ = false;
  }
  if (name == "br") return;
  if (is_in(name, kBlocks)) end_block();
  // libxml2 ends elements in order; one that it never began is passed over.
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].name != name) continue;
    open_.resize(i);
    return;
  }
}

void HtmlReader::end_block() {
  const std::size_t before = document_.blocks.size();
  builder_.end_block();
  if (document_.blocks.size() > before) inside_.push_back(block_inside_);
  broken_line_ = false;
}

// One <br> is a space, two are a paragraph's end.
void HtmlReader::line_break() {
  if (broken_line_) {
    end_block();
    return;
  }
  broken_line_ = true;
  const std::uint64_t at = cursor_.code_point(source_.last());
  builder_.space(at, at);
}

void HtmlReader::open_block() {
  const Open& element = open_.back();
  BlockHints hints;
  hints.level = element.level;
  builder_.begin_block(element.kind, hints);
  block_inside_ = element.noted;
}

void HtmlReader::text(std::string_view text) {
  if (in_title_) metadata_.title(text);
  if (in_json_ld_) script_ += text;
  if (open_.back().skipped || in_title_) return;
  pieces_.clear();
  source_.locate(text, position(), pieces_);
  for (const SourcePiece& piece : pieces_) add(piece);
}

void HtmlReader::add(const SourcePiece& piece) {
  if (!trimmed(piece.text).empty()) {
    if (!builder_.in_block()) open_block();
    broken_line_ = false;
  }
  const std::uint32_t before = builder_.text_size();
  if (piece.verbatim) {
    builder_.running(piece.text, piece.begin, cursor_);
  } else {
    const std::uint64_t begin = cursor_.code_point(piece.begin);
    builder_.running_unit(piece.text, begin, cursor_.code_point(piece.end));
  }
  if (open_.back().linked) builder_.hints().linked += builder_.text_size() - before;
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

std::vector<BlockHints> HtmlReader::run(std::string_view source) {
  skipped_ = byte_order_mark(source);
  source.remove_prefix(skipped_);
  if (source.empty()) return {};
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(source.data(), static_cast<int>(source.size())));
  TESTUDO_CHECK(parser != nullptr);  // out of memory
  htmlSAXHandler handler = {};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.error = on_error;
  handler.warning = on_error;
  *parser->sax = handler;
  parser->userData = this;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  // The source is UTF-8 whatever it says; so libxml2 must neither guess nor obey.
  parser->charset = XML_CHAR_ENCODING_UTF8;
  parser->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
  parser_ = parser.get();
  htmlParseDocument(parser.get());
  end_block();
  std::vector<BlockHints> hints = builder_.take_hints();
  structure_.flag_site(document_, inside_, hints);
  metadata_.fill(document_.metadata);
  return hints;
}

}  // namespace

std::vector<BlockHints> read_html(std::string_view source, const CueIndex& cues,
                                  Document& document) {
  return HtmlReader(source, cues, document).run(source);
}

}  // namespace testudo::text
