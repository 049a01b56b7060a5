// A sentence as the steps that read names see it: each token with what the word lists say of it and
// the lexicon's mention that it belongs to.
//   NameTokens tokens(analysis, gazetteer, words); tokens.enter(sentence);
//   if (tokens.joins(t)) …
// Scratch of one call of NameFinder::find(). Making it is linear in the document, every question
// O(1) but for those that return phrases. Tokens outside the sentence are nothing and say no.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "english/analysis.h"
#include "english/gazetteer.h"
#include "english/name_words.h"
#include "english/word_table.h"

namespace testudo::english {

class NameTokens {
 public:
  // Reads the whole document; its words, mentions and noun phrases must be there.
  NameTokens(const Analysis& analysis, const Gazetteer& gazetteer, const NameWords& words);

  // Turns to a sentence, one of the analysis's own.
  void enter(const SentenceLayers& sentence) { layers_ = &sentence; }

  TokenSpan sentence() const { return layers_->tokens; }
  const SentenceLayers& layers() const { return *layers_; }
  bool inside(std::uint32_t at) const { return layers_->tokens.contains(at); }

  bool has(std::uint32_t at, std::uint32_t flags) const {
    return inside(at) && (info(at).flags & flags) != 0;
  }
  // The sentence's words nearly all have capitals: they mean nothing.
  bool headline() const {
    return headlines_[static_cast<std::size_t>(layers_ - a_->sentences.data())] != 0;
  }
  Tag tag(std::uint32_t at) const { return inside(at) ? a_->tag(at) : Tag::Period; }
  std::string_view text(std::uint32_t at) const {
    return inside(at) ? a_->text(at) : std::string_view();
  }
  bool is(std::uint32_t at, std::string_view lower) const { return text(at) == lower; }
  bool capital(std::uint32_t at) const {
    if (!inside(at)) return false;
    const Case c = a_->words[at].letter_case;
    return c == Case::Capitalised || c == Case::Upper || c == Case::Mixed;
  }
  // A hyphen that joins the tokens beside it.
  bool hyphen(std::uint32_t at) const;
  // A common noun or adjective of the dictionary, whatever its letter case.
  bool common_word(std::uint32_t at) const;

  // The lexicon's mention that holds the token, or kNone.
  std::uint32_t mention(std::uint32_t at) const { return inside(at) ? info(at).mention : kNone; }
  // … if it is a proper name: neither a demonym nor an office nor a common noun's.
  std::uint32_t name_mention(std::uint32_t at) const {
    return has(at, kNameMention) ? info(at).mention : kNone;
  }
  // … if it tells a country.
  std::uint32_t national(std::uint32_t at) const {
    return has(at, kNational) ? info(at).mention : kNone;
  }
  // … and it is the country of what it stands before: not of "U.S.-led", "Syrian-backed", but of
  // "Iranian-born".
  std::uint32_t belongs_to(std::uint32_t at) const;
  bool demonym(std::uint32_t at) const { return has(at, kNational) && !has(at, kNameMention); }
  // The end of the token's mention, or of the token.
  std::uint32_t unit_end(std::uint32_t at) const {
    const std::uint32_t m = mention(at);
    return m == kNone ? at + 1 : a_->mentions[m].span.end;
  }

  // Most words: without a capital, no proper nouns and of no mention. No part of any name.
  bool is_plain(std::uint32_t at) const {
    return inside(at) && !capital(at) && info(at).mention == kNone && !is_proper_noun(a_->tag(at));
  }
  // A proper noun of no mention, or a mention that is a proper name.
  bool name_token(std::uint32_t at) const;
  // A name token, or a word with a capital that can be part of a name among others.
  bool joins(std::uint32_t at) const { return !is_plain(at) && joins_name(at); }

  // The longest phrase of a sort that ends with the token; empty where there is none.
  NameWords::Phrase phrase(std::uint32_t last, std::uint32_t sort) const {
    if (!has(last, sort)) return {};
    return words_->ending_at(*a_, sentence().begin, last, sort);
  }
  // A title or role that ends with the token.
  TokenSpan role(std::uint32_t last) const;

  // The noun phrase that holds the token, or kNone.
  std::uint32_t noun_phrase(std::uint32_t at) const { return inside(at) ? info(at).phrase : kNone; }

  const Analysis& analysis() const { return *a_; }
  const Gazetteer& gazetteer() const { return *gazetteer_; }

 private:
  static constexpr std::uint32_t kNameMention = 1U << 31U;
  static constexpr std::uint32_t kNational = 1U << 30U;
  struct Info {
    std::uint32_t flags = 0;  // NameWord's and the two above
    std::uint32_t mention = kNone;
    std::uint32_t phrase = kNone;
  };
  const Info& info(std::uint32_t at) const { return info_[at]; }
  bool joins_name(std::uint32_t at) const;
  void read();
  void read_mention(std::uint32_t mention);
  bool reads_as_headline() const;
  bool is_name(const Mention& mention) const;

  const Analysis* a_;  // not owned, like the next ones
  const Gazetteer* gazetteer_;
  const NameWords* words_;
  const WordTable* table_ = &WordTable::builtin();
  const SentenceLayers* layers_ = nullptr;
  std::vector<Info> info_;               // of tokens
  std::vector<std::uint8_t> headlines_;  // of sentences: whether it is one
};

}  // namespace testudo::english
