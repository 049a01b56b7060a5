// Markdown by md4c, whose texts are views of the source. Tested in
// tests/text/markdown_reader_test.cpp.
#include <libxml/HTMLparser.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "text/characters.h"
#include "text/dates.h"
#include "text/formats.h"

namespace testudo::text {
namespace {

constexpr std::size_t kLongestFrontMatter = 65536;  // bytes

std::string_view unquoted(std::string_view value) {
  value = trimmed(value);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void set_field(std::string_view key, std::string_view value, Metadata& metadata) {
  const std::string name = folded(trimmed(key));
  const std::string text(unquoted(value));
  if (name == "title") metadata.title = text;
  if (name == "author") metadata.author = text;
  if (name == "publisher") metadata.publisher = text;
  if (name == "url") metadata.url = text;
  if (name == "lang" || name == "language") metadata.language = text;
  if (name == "date") metadata.date = date_of_field(text);
}

// Reads "---", lines of "key: value", "---" at the start; returns how many bytes that is, 0 if it
// is not there.
std::size_t read_front_matter(std::string_view source, Metadata& metadata) {
  const std::string_view head = source.substr(0, kLongestFrontMatter);
  if (!head.starts_with("---\n") && !head.starts_with("---\r\n")) return 0;
  Metadata found;
  for (std::size_t at = head.find('\n') + 1; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trimmed(head.substr(at, end - at));
    if (line == "---" || line == "...") {
      metadata = found;
      return std::min(end + 1, head.size());
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
      set_field(line.substr(0, colon), line.substr(colon + 1), found);
    at = end + 1;
  }
  return 0;
}

// The character that "&eacute;", "&#233;" or "&#xE9;" stands for; "" if there is none.
std::string referenced(std::string_view entity) {
  if (entity.size() < 4 || !entity.ends_with(';')) return {};
  const std::string name(entity.substr(1, entity.size() - 2));
  std::uint32_t code = 0;
  if (name[0] == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const char* begin = name.data() + (hex ? 2 : 1);
    const auto [end, error] =
        std::from_chars(begin, name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc{} || end != name.data() + name.size()) return {};
  } else if (const htmlEntityDesc* known =
                 htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()))) {
    code = known->value;
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  std::string out;
  append_utf8(out, code);
  return out;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, Document& document)
      : source_(source), document_(document), builder_(document), cursor_(source) {}

  std::vector<BlockHints> run() {
    const std::size_t mark = byte_order_mark(source_);
    const std::size_t begin = mark + read_front_matter(source_.substr(mark), document_.metadata);
    last_ = begin;
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* me) {
      return self(me).enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* me) { return self(me).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* me) { return self(me).span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* me) { return self(me).span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* me) {
      return self(me).text(type, {text, size});
    };
    md_parse(source_.data() + begin, static_cast<MD_SIZE>(source_.size() - begin), &parser, this);
    return builder_.take_hints();
  }

 private:
  static MarkdownReader& self(void* me) { return *static_cast<MarkdownReader*>(me); }

  BlockKind container_kind() const {
    if (items_ > 0) return BlockKind::ListItem;
    return quotations_ > 0 ? BlockKind::Quotation : BlockKind::Paragraph;
  }

  int enter(MD_BLOCKTYPE type, void* detail) {
    BlockHints hints;
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotations_;
        builder_.end_block();
        break;
      case MD_BLOCK_LI:
        ++items_;
        builder_.begin_block(BlockKind::ListItem);
        break;
      case MD_BLOCK_H:
        hints.level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        builder_.begin_block(BlockKind::Heading, hints);
        break;
      case MD_BLOCK_P:
        builder_.begin_block(container_kind());
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        builder_.begin_block(BlockKind::ListItem);
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        hints.is_site = true;
        builder_.begin_block(BlockKind::Paragraph, hints);
        break;
      default:
        builder_.end_block();
        break;
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_QUOTE) --quotations_;
    if (type == MD_BLOCK_LI) --items_;
    builder_.end_block();
    return 0;
  }

  int span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) images_ += step;
    if (type == MD_SPAN_A) links_ += step;
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    // An image's text is no text of the article; raw HTML is markup.
    if (images_ > 0 || type == MD_TEXT_HTML) return 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || type == MD_TEXT_NULLCHAR ||
        !is_of_source(text)) {
      const std::uint64_t at = cursor_.code_point(last_);
      builder_.space(at, at);
      return 0;
    }
    const std::uint32_t before = builder_.text_size();
    add(type, text);
    if (links_ > 0) builder_.hints().linked += builder_.text_size() - before;
    return 0;
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    const auto begin = static_cast<std::size_t>(text.data() - source_.data());
    last_ = begin + text.size();
    const std::string made = type == MD_TEXT_ENTITY ? referenced(text) : std::string();
    if (made.empty()) {
      builder_.running(text, begin, cursor_);
      return;
    }
    const std::uint64_t from = cursor_.code_point(begin);
    builder_.running_unit(made, from, cursor_.code_point(last_));
  }

  // md4c hands out texts of its own for line ends in code; all others are of the source, in its
  // order.
  bool is_of_source(std::string_view text) const {
    const char* const end = source_.data() + source_.size();
    return std::less_equal<>{}(source_.data() + last_, text.data()) &&
           std::less_equal<>{}(text.data() + text.size(), end);
  }

  std::string_view source_;
  Document& document_;
  DocumentBuilder builder_;
  SourceCursor cursor_;
  std::size_t last_ = 0;  // byte behind the last text
  int quotations_ = 0;
  int items_ = 0;
  int images_ = 0;
  int links_ = 0;
};

}  // namespace

std::vector<BlockHints> read_markdown(std::string_view source, Document& document) {
  return MarkdownReader(source, document).run();
}

}  // namespace testudo::text
