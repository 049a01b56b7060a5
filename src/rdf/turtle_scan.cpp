#include "rdf/turtle_scan.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/utf8.h"

namespace testudo::rdf {
namespace {

constexpr std::size_t kSizeLimit = std::uint32_t(-1);

// Bytes that end a name or number.
constexpr std::array<bool, 256> kDelimiters = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\r\n#<\"'[](){},;"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_delimiter(char c) { return kDelimiters[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_tag_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

  TurtleScan scan() {
    scan_.tokens.reserve(text_.size() / 16);
    while (at_ < text_.size()) step();
    return std::move(scan_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\n'; }

  void token() { scan_.tokens.push_back(static_cast<std::uint32_t>(at_)); }

  void step() {
    switch (text_[at_]) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
      case ';':
        ++at_;
        return;
      case '#':
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        return;
      case '<':
        token();
        skip_iri();
        return;
      case '"':
      case '\'':
        token();
        skip_string();
        skip_string_kind();
        return;
      case '[':
      case '(':
        open();
        return;
      case ']':
      case ')':
        if (depth_ > 0) --depth_;
        ++at_;
        return;
      case '{':
      case '}':
        scan_.braces.push_back(static_cast<std::uint32_t>(at_++));
        return;
      case '.':
        if (is_digit(at(at_ + 1))) break;
        scan_.stops.push_back(static_cast<std::uint32_t>(at_++));
        depth_ = 0;
        return;
      default:
        break;
    }
    token();
    skip_word();
  }

  void open() {
    if (++depth_ > limit_ && !scan_.too_deep) scan_.too_deep = at_;
    token();
    ++at_;
  }

  // To behind the '>', or to the first byte that no IRI can have.
  void skip_iri() {
    at_ = std::min(text_.find_first_of("> \t\r\n\"", at_ + 1), text_.size());
    if (at(at_) == '>') ++at_;
  }

  // To behind the closing quotes; a short string that is not closed ends with its line, a long one
  // with the text.
  void skip_string() {
    const char quote = text_[at_];
    const bool long_form = at(at_ + 1) == quote && at(at_ + 2) == quote;
    at_ += long_form ? 3U : 1U;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        at_ = std::min(at_ + 2, text_.size());
      } else if (!long_form && (c == '\n' || c == '\r')) {
        return;
      } else if (c != quote) {
        ++at_;
      } else if (!long_form) {
        ++at_;
        return;
      } else if (at(at_ + 1) == quote && at(at_ + 2) == quote) {
        at_ += 3;
        return;
      } else {
        ++at_;
      }
    }
  }

  // A language tag or a datatype belongs to the string before it.
  void skip_string_kind() {
    if (at(at_) == '@') {
      ++at_;
      while (is_tag_character(at(at_))) ++at_;
    } else if (at(at_) == '^' && at(at_ + 1) == '^') {
      at_ += 2;
      if (at(at_) == '<') {
        skip_iri();
      } else if (at_ < text_.size() && !is_delimiter(text_[at_]) && text_[at_] != '.') {
        skip_word();
      }
    }
  }

  // A name or number; full stops at its end are not its own.
  void skip_word() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !is_delimiter(text_[at_])) {
      at_ += text_[at_] == '\\' ? 2U : 1U;
    }
    at_ = std::min(at_, text_.size());
    while (at_ > begin + 1 && text_[at_ - 1] == '.' && text_[at_ - 2] != '\\') --at_;
  }

  std::string_view text_;
  std::size_t limit_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  TurtleScan scan_;
};

}  // namespace

SourceMap::SourceMap(std::string_view text) : text_(text) {
  TESTUDO_CHECK(text.size() < kSizeLimit);
  lines_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

LineColumn SourceMap::locate(std::size_t byte) const {
  const auto at = static_cast<std::uint32_t>(std::min(byte, text_.size()));
  const auto behind = std::upper_bound(lines_.begin(), lines_.end(), at);
  const std::uint32_t begin = *(behind - 1);
  const std::size_t before = count_code_points(text_.substr(begin, at - begin));
  return {static_cast<std::uint32_t>(behind - lines_.begin()),
          static_cast<std::uint32_t>(before + 1)};
}

TurtleScan scan_turtle(std::string_view text, std::size_t nesting_limit) {
  TESTUDO_CHECK(text.size() < kSizeLimit);
  return Scanner(text, nesting_limit).scan();
}

}  // namespace testudo::rdf
