#include "pack/pattern.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace testudo::pack {
namespace {

bool is_word_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) || c == U'.' || c == U'&' || c == U'%' || c == U'$' ||
         u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_name_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) || c == U'_' || c == U'-' || c == U'.';
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<PatternNode> run() {
    if (text_.size() > kMaxPatternLength) {
      return fail("a pattern may have at most " + std::to_string(kMaxPatternLength) + " bytes");
    }
    if (const auto bad = invalid_utf8(text_)) {
      column_ = static_cast<std::uint32_t>(bad->code_point) + 1;
      return fail("the pattern is not valid UTF-8");
    }
    Result<PatternNode> sequence = parse_sequence(0);
    if (!sequence.ok()) return sequence;
    if (!at_end()) return fail("'" + std::string(1, text_[at_]) + "' without its opening bracket");
    if (sequence->parts.empty()) return fail("the pattern is empty");
    return sequence;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char32_t peek() const {
    if (at_end()) return 0;
    std::size_t next = at_;
    return next_code_point(text_, next);
  }
  char32_t take() {
    ++column_;
    return next_code_point(text_, at_);
  }
  void skip_spaces() {
    while (!at_end() && is_space(peek())) take();
  }
  Error fail(std::string message) const { return {std::move(message), Place::at("", 1, column_)}; }
  Error fail_at(std::uint32_t column, std::string message) const {
    return {std::move(message), Place::at("", 1, column)};
  }

  PatternNode node(PatternKind kind) const {
    PatternNode made;
    made.kind = kind;
    made.column = column_;
    return made;
  }

  // Items up to the end, a closing bracket or a bar.
  Result<PatternNode> parse_sequence(std::size_t depth) {
    PatternNode sequence = node(PatternKind::Sequence);
    if (depth > kMaxPatternDepth) return fail("brackets are nested too deeply");
    bool spaced = true;  // white space, or the start, stands before the next item
    while (true) {
      const std::size_t before = at_;
      skip_spaces();
      spaced = spaced || at_ > before;
      if (at_end() || peek() == U')' || peek() == U']' || peek() == U'|') break;
      Result<PatternNode> item = parse_item(depth, spaced);
      if (!item.ok()) return item;
      sequence.parts.push_back(*std::move(item));
      spaced = false;
    }
    return sequence;
  }

  Result<PatternNode> parse_item(std::size_t depth, bool spaced) {
    switch (peek()) {
      case U'(':
        return parse_choice(depth);
      case U'[':
        return parse_optional(depth);
      case U'{':
        return parse_slot();
      case U'<':
        return parse_list();
      case U'\'':
      case U'\u2019':
        return spaced ? parse_quoted() : parse_possessive();
      case U',': {
        PatternNode comma = node(PatternKind::Quoted);
        append_utf8(comma.text, take());
        return comma;
      }
      case U'-': {
        PatternNode hyphen = node(PatternKind::Hyphen);
        take();
        return hyphen;
      }
      default:
        return parse_word();
    }
  }

  Result<PatternNode> parse_choice(std::size_t depth) {
    PatternNode choice = node(PatternKind::Choice);
    const std::uint32_t open = column_;
    take();
    while (true) {
      Result<PatternNode> part = parse_sequence(depth + 1);
      if (!part.ok()) return part;
      if (part->parts.empty())
        return fail("an empty alternative; write [...] for what may be left out");
      choice.parts.push_back(*std::move(part));
      if (at_end()) return fail_at(open, "'(' is never closed");
      const char32_t c = take();
      if (c == U')') return choice;
      if (c != U'|') return fail_at(column_ - 1, "expected '|' or ')'");
    }
  }

  Result<PatternNode> parse_optional(std::size_t depth) {
    PatternNode optional = node(PatternKind::Optional);
    const std::uint32_t open = column_;
    take();
    Result<PatternNode> part = parse_sequence(depth + 1);
    if (!part.ok()) return part;
    if (part->parts.empty()) return fail("nothing stands between '[' and ']'");
    if (!at_end() && peek() == U'|')
      return fail("alternatives need brackets of their own: [(a|b)]");
    if (at_end() || take() != U']') return fail_at(open, "'[' is never closed");
    optional.parts.push_back(*std::move(part));
    return optional;
  }

  std::string take_name() {
    std::string name;
    while (!at_end() && is_name_letter(peek())) append_utf8(name, take());
    return name;
  }

  Result<PatternNode> parse_slot() {
    PatternNode slot = node(PatternKind::Slot);
    const std::uint32_t open = column_;
    take();
    slot.text = take_name();
    if (slot.text.empty()) return fail("a slot needs a role: {agent} or {agent:kb:Actor}");
    if (!at_end() && peek() == U':') {
      take();
      const std::uint32_t class_column = column_;
      std::string prefix = take_name();
      if (at_end() || peek() != U':') {
        return fail_at(class_column,
                       "a slot's class needs its prefix: {" + slot.text + ":kb:Actor}");
      }
      take();
      const std::string local = take_name();
      if (local.empty()) return fail("a slot's class needs a name behind its prefix");
      slot.class_name = prefix + ":" + local;
    }
    if (at_end() || take() != U'}') return fail_at(open, "'{' is never closed");
    return slot;
  }

  Result<PatternNode> parse_list() {
    PatternNode list = node(PatternKind::List);
    const std::uint32_t open = column_;
    take();
    list.text = take_name();
    if (list.text.empty()) return fail("a word list needs a name: <agreements>");
    if (at_end() || take() != U'>') return fail_at(open, "'<' is never closed");
    return list;
  }

  Result<PatternNode> parse_possessive() {
    PatternNode possessive = node(PatternKind::Possessive);
    take();
    if (at_end() || peek() != U's')
      return fail("expected 's; quoted words stand apart: 'New Deal'");
    take();
    if (!at_end() && is_word_letter(peek())) return fail("expected a space behind 's");
    return possessive;
  }

  Result<PatternNode> parse_quoted() {
    PatternNode quoted = node(PatternKind::Quoted);
    const std::uint32_t open = column_;
    take();
    // An apostrophe between letters belongs to the words ('People's Republic').
    while (true) {
      if (at_end()) return fail_at(open, "the quotation is never closed");
      const char32_t c = take();
      const bool apostrophe = c == U'\'' || c == U'\u2019';
      if (apostrophe && (at_end() || !is_word_letter(peek()))) break;
      append_utf8(quoted.text, apostrophe ? U'\'' : c);
    }
    if (quoted.text.find_first_not_of(' ') == std::string::npos) {
      return fail_at(open, "nothing stands between the quotes");
    }
    return quoted;
  }

  // Whether a hyphen or apostrophe stands inside a word: "arms-control", "don't", but not before a
  // slot or as a possessive 's.
  bool joins_letters() const {
    const std::string_view rest = text_.substr(at_);
    const bool apostrophe = peek() == U'\'' || peek() == U'\u2019';
    if (!apostrophe && peek() != U'-') return false;
    std::size_t next = 0;
    next_code_point(rest, next);
    if (next >= rest.size()) return false;
    const char32_t after = next_code_point(rest, next);
    if (!u_isalnum(static_cast<UChar32>(after))) return false;
    if (!apostrophe || after != U's') return true;
    if (next >= rest.size()) return false;
    return u_isalnum(static_cast<UChar32>(next_code_point(rest, next))) != 0;
  }

  Result<PatternNode> parse_word() {
    PatternNode word = node(PatternKind::Word);
    while (!at_end() && (is_word_letter(peek()) || (!word.text.empty() && joins_letters()))) {
      append_utf8(word.text, take());
    }
    if (word.text.empty()) {
      std::string shown;
      append_utf8(shown, peek());
      return fail("'" + shown + "' has no meaning here");
    }
    return word;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t column_ = 1;
};

std::string print_parts(const PatternNode& node) {
  std::string out;
  for (const PatternNode& part : node.parts) {
    const bool close = part.kind == PatternKind::Possessive || part.text == ",";
    if (!out.empty() && !close) out += ' ';
    out += print(part);
  }
  return out;
}

}  // namespace

Result<PatternNode> parse_pattern(std::string_view text) { return PatternParser(text).run(); }

std::string print(const PatternNode& node) {
  switch (node.kind) {
    case PatternKind::Sequence:
      return print_parts(node);
    case PatternKind::Choice: {
      std::string out = "(";
      for (const PatternNode& part : node.parts) {
        if (out.size() > 1) out += '|';
        out += print(part);
      }
      return out + ")";
    }
    case PatternKind::Optional:
      return "[" + print_parts(node) + "]";
    case PatternKind::Word:
      return node.text;
    case PatternKind::Quoted:
      return node.text == "," ? "," : "'" + node.text + "'";
    case PatternKind::Possessive:
      return "'s";
    case PatternKind::Hyphen:
      return "-";
    case PatternKind::Slot:
      return "{" + node.text + (node.class_name.empty() ? "" : ":" + node.class_name) + "}";
    case PatternKind::List:
      return "<" + node.text + ">";
  }
  return {};
}

}  // namespace testudo::pack
