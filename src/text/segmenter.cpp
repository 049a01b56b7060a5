// Sentences: ICU's boundaries, mended by what the tokens know. Tested in
// tests/text/segmenter_test.cpp.
#include "text/segmenter.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/boundaries.h"
#include "text/characters.h"
#include "text/tokenizer.h"

namespace testudo::text {
namespace {

// Of English, and rather too few than too many: the tokens' memory seldom has to grow.
constexpr std::size_t kBytesOfToken = 5;

// The sentences of one block, whose tokens are the layer's last.
class SentenceFinder {
 public:
  SentenceFinder(const SegmentationWords& words, std::string_view text, const Segmentation& layer)
      : words_(words), text_(text), tokens_(layer.tokens) {}

  void run(std::uint32_t first, std::uint32_t block, const std::vector<std::uint32_t>& starts,
           std::vector<Sentence>& out) {
    const auto last = static_cast<std::uint32_t>(tokens_.size());
    std::size_t next_start = 0;
    first_ = first;
    for (std::uint32_t t = first + 1; t < last; ++t) {
      while (next_start < starts.size() && starts[next_start] < tokens_[t - 1].end) ++next_start;
      const bool seen = next_start < starts.size() && starts[next_start] <= tokens_[t].begin;
      if ((seen && is_boundary(t)) || (is_mark(t - 1) && is_glued_boundary(t)) || is_too_long(t)) {
        out.push_back({first_, t, block});
        first_ = t;
      }
    }
    out.push_back({first_, last, block});
  }

 private:
  std::string_view text_of(std::uint32_t t) const {
    return text_.substr(tokens_[t].begin, tokens_[t].end - tokens_[t].begin);
  }
  bool is(std::uint32_t t, char mark) const {
    return tokens_[t].end - tokens_[t].begin == 1 && text_[tokens_[t].begin] == mark;
  }
  CharClass class_of(std::uint32_t t) const { return character_at(text_, tokens_[t].begin).kind; }
  bool is_mark(std::uint32_t t) const { return tokens_[t].kind == TokenKind::Punctuation; }

  bool closes(std::uint32_t t) const {
    const CharClass c = class_of(t);
    return is_mark(t) && !tokens_[t].space_before &&
           (c == CharClass::Closing || c == CharClass::Quote || c == CharClass::Apostrophe);
  }
  bool opens(std::uint32_t t) const {
    const CharClass c = class_of(t);
    return is_mark(t) &&
           (c == CharClass::Opening || c == CharClass::Quote || c == CharClass::Apostrophe);
  }

  // The word at or behind `t`, brackets and quotation marks stepped over.
  std::uint32_t word_from(std::uint32_t t) const {
    while (t + 1 < tokens_.size() && opens(t)) ++t;
    return t;
  }

  // Whether ICU is right that a sentence begins with token `t`.
  bool is_boundary(std::uint32_t t) const {
    if (!tokens_[t].space_before || is_enumerator(t)) return false;
    std::uint32_t end = t - 1;
    while (end > first_ && closes(end)) --end;
    const std::string_view last = text_of(end);
    const std::uint32_t next = word_from(t);
    if (last.back() != '.') return class_of(next) != CharClass::Letter;  // "Why?" he asked.
    if (is_mark(end)) return true;
    return ends_after_abbreviation(end, next);
  }

  // Behind "U.S." or "Inc." a sentence ends only if the next word can but begin one: "The", "He";
  // not "Treasury".
  bool ends_after_abbreviation(std::uint32_t end, std::uint32_t next) const {
    const std::string_view last = text_of(end);
    if (words_.titles.contains(last) || words_.number_abbreviations.contains(last)) return false;
    return class_of(next) == CharClass::Upper && words_.openers.contains(text_of(next));
  }

  // "1. The first", "a. The first", "A. First": number and full stop belong to what follows.
  bool is_enumerator(std::uint32_t t) const {
    if (t - first_ > 2) return false;
    const std::string_view word = text_of(first_);
    const bool label = tokens_[first_].kind == TokenKind::Number ||
                       (word.size() == 1 && is_letter(class_of(first_)));
    return (label && t == first_ + 2 && is(first_ + 1, '.')) ||
           (t == first_ + 1 && word.size() == 2 && word.back() == '.');
  }

  // Behind a mark, what scraping leaves: "he said.The next" without the space, and "said.[3] The"
  // with a note's number.
  bool is_glued_boundary(std::uint32_t t) const {
    if (t < first_ + 2) return false;
    if (!tokens_[t].space_before) {
      return is(t - 1, '.') && class_of(t) == CharClass::Upper && !tokens_[t - 1].space_before &&
             class_of(t - 2) == CharClass::Letter;
    }
    return t >= first_ + 5 && is(t - 1, ']') && tokens_[t - 2].kind == TokenKind::Number &&
           is(t - 3, '[') && !tokens_[t - 3].space_before && is(t - 4, '.') &&
           class_of(t) == CharClass::Upper;
  }

  bool is_too_long(std::uint32_t t) const {
    const std::uint32_t length = t - first_;
    return length >= Segmenter::kLongestSentence &&
           (tokens_[t].space_before || length >= 2 * Segmenter::kLongestSentence);
  }

  const SegmentationWords& words_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::uint32_t first_ = 0;  // the first token of the sentence at hand
};

}  // namespace

std::unordered_set<std::string>* segmentation_list(Conventions& conventions,
                                                   std::string_view name) {
  using Member = std::unordered_set<std::string> Conventions::*;
  static constexpr std::array<std::pair<std::string_view, Member>, 6> kLists = {{
      {"titles", &Conventions::titles},
      {"abbreviations", &Conventions::abbreviations},
      {"number-abbreviations", &Conventions::number_abbreviations},
      {"prefixes", &Conventions::prefixes},
      {"sentence-openers", &Conventions::openers},
      {"units", &Conventions::units},
  }};
  for (const auto& [list, member] : kLists) {
    if (list == name) return &(conventions.*member);
  }
  return nullptr;
}

Segmenter::Segmenter(const Conventions& conventions)
    : words_(std::make_shared<const SegmentationWords>(conventions)) {}

void Segmenter::segment(const Document& document, Segmentation& layer) const {
  layer.clear();
  layer.tokens.reserve(document.text.size() / kBytesOfToken);
  thread_local std::vector<std::uint32_t> starts;
  Tokenizer tokenizer(*words_, document.text, layer.tokens);
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (!block.is_read()) continue;
    const auto first = static_cast<std::uint32_t>(layer.tokens.size());
    tokenizer.run(block.begin, block.end);
    if (layer.tokens.size() == first) continue;
    sentence_starts(document.text, block.begin, block.end, starts);
    SentenceFinder(*words_, document.text, layer).run(first, b, starts, layer.sentences);
  }
}

void Segmenter::tokenize(std::string_view text, std::vector<Token>& tokens) const {
  Tokenizer(*words_, text, tokens).run(0, text.size());
}

}  // namespace testudo::text
