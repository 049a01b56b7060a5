// Sentences for the tagger from one line: "Moscow/NNP ~'s/POS offer/NN ./." is the text "Moscow's
// offer ." with its tokens.
//   const Tagged sentence("Moscow/NNP ~'s/POS offer/NN"); sentence.expected(); sentence.tagged()
// A ~ before a word joins it to the one before, without a space; what follows the last / is the
// expected tag, or tag and lemma: "left/VBD=leave".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "english/tagger.h"

namespace testudo::english::testing {

class Tagged {
 public:
  explicit Tagged(std::string_view line) {
    text::Sentence sentence;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      add(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    sentence.last_token = static_cast<std::uint32_t>(layer_.tokens.size());
    layer_.sentences.push_back(sentence);
    Tagger().tag(text_, layer_, words_, lemmas_);
  }

  // "Moscow/NNP 's/POS …", lemmas only where the line gives one.
  std::string expected() const { return expected_; }

  std::string tagged() const {
    std::string out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      out +=
          (i > 0 ? " " : "") + std::string(form(i)) + "/" + std::string(to_string(words_[i].tag));
      if (wants_lemma_[i]) out += "=" + std::string(words_[i].lemma);
    }
    return out;
  }

  const std::vector<Word>& words() const { return words_; }
  std::string_view text() const { return text_; }
  const text::Segmentation& layer() const { return layer_; }

 private:
  void add(std::string_view piece) {
    const bool joined = piece.size() > 1 && piece.front() == '~';
    if (joined) piece.remove_prefix(1);
    const std::size_t slash = piece.rfind('/');
    const std::string_view form = piece.substr(0, slash);
    if (!joined && !text_.empty()) text_ += ' ';
    text::Token token;
    token.begin = static_cast<std::uint32_t>(text_.size());
    text_ += form;
    token.end = static_cast<std::uint32_t>(text_.size());
    token.space_before = !joined;
    layer_.tokens.push_back(token);
    expected_ += (expected_.empty() ? "" : " ") + std::string(piece);
    wants_lemma_.push_back(piece.find('=', slash) != std::string_view::npos);
  }

  std::string_view form(std::size_t i) const {
    const text::Token& token = layer_.tokens[i];
    return std::string_view(text_).substr(token.begin, token.end - token.begin);
  }

  std::string text_;
  text::Segmentation layer_;
  std::vector<Word> words_;
  LemmaStore lemmas_;
  std::string expected_;
  std::vector<bool> wants_lemma_;
};

}  // namespace testudo::english::testing
