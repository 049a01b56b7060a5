#include "english/punctuation.h"

#include <array>
#include <optional>

namespace testudo::english {
namespace {

struct Mark {
  std::string_view text;
  Tag tag;
};

constexpr std::array kMarks = {Mark{",", Tag::Comma},
                               Mark{".", Tag::Period},
                               Mark{"!", Tag::Period},
                               Mark{"?", Tag::Period},
                               Mark{":", Tag::Colon},
                               Mark{";", Tag::Colon},
                               Mark{"-", Tag::Colon},
                               Mark{"–", Tag::Colon},
                               Mark{"—", Tag::Colon},
                               Mark{"--", Tag::Colon},
                               Mark{"―", Tag::Colon},
                               Mark{"‐", Tag::Colon},
                               Mark{"‑", Tag::Colon},
                               Mark{"−", Tag::Colon},
                               Mark{"---", Tag::Colon},
                               Mark{"...", Tag::Colon},
                               Mark{"…", Tag::Colon},
                               Mark{"“", Tag::OpenQuote},
                               Mark{"”", Tag::CloseQuote},
                               Mark{"„", Tag::OpenQuote},
                               Mark{"«", Tag::OpenQuote},
                               Mark{"»", Tag::CloseQuote},
                               Mark{"``", Tag::OpenQuote},
                               Mark{"''", Tag::CloseQuote},
                               Mark{"‘", Tag::OpenQuote},
                               Mark{"(", Tag::OpenBracket},
                               Mark{")", Tag::CloseBracket},
                               Mark{"[", Tag::OpenBracket},
                               Mark{"]", Tag::CloseBracket},
                               Mark{"{", Tag::OpenBracket},
                               Mark{"}", Tag::CloseBracket},
                               Mark{"$", Tag::Dollar},
                               Mark{"£", Tag::Dollar},
                               Mark{"€", Tag::Dollar},
                               Mark{"¥", Tag::Dollar},
                               Mark{"₹", Tag::Dollar},
                               Mark{"₽", Tag::Dollar},
                               Mark{"¢", Tag::NN},
                               Mark{"#", Tag::Hash},
                               Mark{"%", Tag::NN},
                               Mark{"‰", Tag::NN},
                               Mark{"°", Tag::NN},
                               Mark{"&", Tag::CC}};

std::optional<Tag> mark_of(std::string_view text) {
  for (const Mark& mark : kMarks) {
    if (mark.text == text) return mark.tag;
  }
  return std::nullopt;
}

// Straight quotes and the right single quote, which serves as apostrophe, too.
bool is_ambiguous_quote(std::string_view text) {
  return text == "\"" || text == "'" || text == "’" || text == "`" || text == "´";
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "–" || text == "‐" || text == "‑" || text == "—" || text == "/";
}

class Punctuation {
 public:
  explicit Punctuation(std::span<TaggedToken> tokens) : tokens_(tokens) {}

  void run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].is_word) tag(at);
    }
  }

 private:
  bool space_behind(std::size_t at) const {
    return at + 1 >= tokens_.size() || tokens_[at + 1].space_before;
  }

  void tag(std::size_t at) {
    TaggedToken& token = tokens_[at];
    token.state = State::punc;
    if (is_ambiguous_quote(token.text)) {
      token.tag = quote(at);
    } else if (const auto mark = mark_of(token.text)) {
      token.tag = *mark;
    } else {
      token.tag = Tag::SYM;
    }
    if (token.tag == Tag::NN) token.state = State::nn;
    if (token.tag == Tag::CC) token.state = State::cc;
    if (token.tag == Tag::POS) token.state = State::pos;
    token.hyphen = is_dash(token.text) && at > 0 && tokens_[at - 1].is_word &&
                   !token.space_before && !space_behind(at);
  }

  Tag quote(std::size_t at) {
    const TaggedToken& token = tokens_[at];
    const bool apostrophe = token.text != "\"";
    bool& open = apostrophe ? single_open_ : double_open_;
    const bool first = at == 0;
    // "the students' union": an apostrophe right behind an s, where no quotation waits for its end.
    if (apostrophe && !open && !first && !token.space_before && space_behind(at) &&
        tokens_[at - 1].is_word && (tokens_[at - 1].text.back() | 0x20) == 's') {
      return Tag::POS;
    }
    const bool can_open =
        !space_behind(at) && (first || token.space_before || !tokens_[at - 1].is_word);
    const bool can_close = !first && !token.space_before;
    const bool opens = can_open && can_close ? !open : can_open;
    open = opens;
    return opens ? Tag::OpenQuote : Tag::CloseQuote;
  }

  std::span<TaggedToken> tokens_;
  bool single_open_ = false;
  bool double_open_ = false;
};

}  // namespace

void tag_punctuation(std::span<TaggedToken> tokens) { Punctuation(tokens).run(); }

}  // namespace testudo::english
