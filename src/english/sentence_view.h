// One sentence while it is being tagged: what each step of the tagger adds to and asks for.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "english/closed_class.h"
#include "english/tag.h"
#include "english/word_shape.h"
#include "english/word_table.h"
#include "text/segmenter.h"

namespace testudo::english {

// A token on its way to becoming a Word.
struct TaggedToken {
  WordId id = WordId::None;    // of the lower-case form
  std::uint32_t hash = 0;      // of the lower-case form
  std::uint32_t features = 0;  // closed_class.h
  KeyWord key = KeyWord::None;
  Tag tag = Tag::NN;
  State state = State::nn;  // of the trigram model
  Case letter_case = Case::None;
  std::uint8_t classes = 0;  // WordClass bits
  bool can_be_name = false;  // the word table gives it a proper noun's tag
  bool is_word = false;      // has a letter or a digit
  bool has_digit = false;
  bool neutral_case = false;  // a capital says nothing here: a sentence's first word, a headline
  bool headline = false;      // in a line whose words nearly all have capitals
  bool common_elsewhere =
      false;  // in lower case elsewhere in the document, never with a capital that says something
  bool is_have = false;  // 's and 'd that stand for has and had
  bool hyphen = false;   // joins the words beside it: state-run
  bool space_before = false;
  std::string_view text;  // as it stands in the running text
};

inline constexpr TaggedToken kOutsideSentence = [] {
  TaggedToken token;
  token.tag = Tag::Period;
  token.state = State::punc;
  return token;
}();

// Tokens by position, with everything outside the sentence reading as a full stop. Cheap to copy.
class SentenceView {
 public:
  SentenceView(std::span<TaggedToken> tokens, const WordTable& table)
      : tokens_(tokens), table_(&table) {}

  std::span<const TaggedToken> tokens() const { return tokens_; }
  int size() const { return static_cast<int>(tokens_.size()); }
  bool has(int at) const { return at >= 0 && at < size(); }

  const TaggedToken& operator[](int at) const {
    return has(at) ? tokens_[static_cast<std::size_t>(at)] : kOutsideSentence;
  }

  Tag tag(int at) const { return (*this)[at].tag; }
  void set(int at, Tag tag) const { tokens_[static_cast<std::size_t>(at)].tag = tag; }

  // Notes that a clitic stands for a form of have.
  void set_have(int at) const { tokens_[static_cast<std::size_t>(at)].is_have = true; }

  // Whether the token is of one of the closed classes.
  bool is(int at, std::uint32_t features) const { return ((*this)[at].features & features) != 0; }

  // Which of the words with a name of their own the token is.
  KeyWord key(int at) const { return (*this)[at].key; }

  // Whether the word table gives the token this tag, or, for a word that it lacks, its ending
  // allows it.
  bool can_be(int at, Tag tag) const {
    const TaggedToken& token = (*this)[at];
    if (token.id == WordId::None) return ending_allows(token.text, tag);
    for (const TagScore& one : table_->tags(token.id)) {
      if (one.tag == tag) return true;
    }
    return false;
  }

  // How much likelier the word is under one tag than another, as log P(a | word) - log P(b | word);
  // a tag that it cannot have counts as very unlikely.
  float preference(int at, Tag a, Tag b) const { return chance(at, a) - chance(at, b); }

  const WordTable& table() const { return *table_; }

 private:
  static bool ending_allows(std::string_view text, Tag tag) {
    switch (tag) {
      case Tag::VBD:
      case Tag::VBN:
        return text.ends_with("ed");
      case Tag::NNS:
      case Tag::VBZ:
        return text.ends_with("s");
      case Tag::VBG:
        return text.ends_with("ing");
      default:
        return false;
    }
  }

  float chance(int at, Tag tag) const {
    for (const TagScore& one : table_->tags((*this)[at].id)) {
      if (one.tag == tag) return one.score + table_->prior(one.state);
    }
    return -9;
  }

  std::span<TaggedToken> tokens_;
  const WordTable* table_;
};

}  // namespace testudo::english
