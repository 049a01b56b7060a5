#include "english/name_tokens.h"

namespace testudo::english {

void NameTokens::read(const SentenceLayers& sentence) {
  layers_ = &sentence;
  const TokenSpan span = sentence.tokens;
  info_.assign(span.size(), Info{});
  std::uint32_t long_words = 0;
  std::uint32_t long_capitals = 0;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    info_[at - span.begin].flags = words_->flags(a_->symbols[at]);
    constexpr std::size_t kLong = 4;  // headlines write "and", "with", "the" small
    const Case letter_case = a_->words[at].letter_case;
    if (letter_case == Case::None || a_->text(at).size() <= kLong) continue;
    ++long_words;
    if (letter_case != Case::Lower) ++long_capitals;
  }
  headline_ = long_words >= 4 && long_capitals * 5 >= long_words * 4;
  for (std::uint32_t m = sentence.first_mention; m < sentence.last_mention; ++m) read_mention(m);
  for (std::uint32_t p = sentence.first_phrase; p < sentence.last_phrase; ++p) {
    const TokenSpan phrase = a_->phrases[p].span;
    for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) info_[at - span.begin].phrase = p;
  }
}

void NameTokens::read_mention(std::uint32_t mention) {
  const Mention& m = a_->mentions[mention];
  std::uint32_t flags = 0;
  if (is_name(m)) flags |= kNameMention;
  if (gazetteer_->is_national(m)) flags |= kNational;
  for (std::uint32_t at = m.span.begin; at < m.span.end; ++at) {
    Info& info = info_[at - layers_->tokens.begin];
    info.flags |= flags;
    info.mention = mention;
  }
}

// Offices ("prime minister"), concepts ("arms race") and armies in lower case ("Syrian army") are
// no proper names.
bool NameTokens::is_name(const Mention& mention) const {
  if (!gazetteer_->has_kind(mention, NameKind::Name) &&
      !gazetteer_->has_kind(mention, NameKind::Metonym) &&
      !gazetteer_->has_kind(mention, NameKind::FamilyName)) {
    return false;
  }
  const std::uint32_t last = mention.span.end - 1;
  bool proper = false;
  for (std::uint32_t at = mention.span.begin; at < mention.span.end; ++at)
    proper = proper || is_proper_noun(a_->tag(at));
  if (!proper) return false;
  if (gazetteer_->has_kind(mention, NameKind::FamilyName)) return true;
  if (has(last, NameWord::kRole)) {
    const TokenSpan role =
        words_->ending_at(*a_, layers_->tokens.begin, last, NameWord::kRole).span;
    if (!role.empty() && (role.begin <= mention.span.begin || !capital(last))) return false;
  }
  return !has(last, NameWord::kActor) || capital(last);
}

bool NameTokens::capital(std::uint32_t at) const {
  if (!inside(at)) return false;
  const Case c = a_->words[at].letter_case;
  return c == Case::Capitalised || c == Case::Upper || c == Case::Mixed;
}

bool NameTokens::hyphen(std::uint32_t at) const {
  return inside(at) && inside(at + 1) && at > sentence().begin && a_->tag(at) == Tag::Colon &&
         !a_->segmentation.tokens[at].space_before && !a_->segmentation.tokens[at + 1].space_before;
}

bool NameTokens::common_word(std::uint32_t at) const {
  if (!inside(at)) return false;
  const WordId id = a_->words[at].form;
  if (id == WordId::None) return false;
  const std::uint8_t classes =
      table_->word_classes(id) | table_->word_classes(table_->lemma(id, Tag::NNS));
  return (classes & (WordClass::kNoun | WordClass::kAdjective)) != 0 &&
         (classes & WordClass::kProperNoun) == 0 && !has(at, NameWord::kFirstName);
}

bool NameTokens::name_token(std::uint32_t at) const {
  if (!inside(at)) return false;
  if (mention(at) != kNone && (has(at, kNameMention) || has(at, kNational)))
    return has(at, kNameMention);
  if (!is_proper_noun(a_->tag(at)) || a_->words[at].letter_case == Case::None) return false;
  // "mid-August", "pro-Veles"; at a sentence's beginning "Ex-convict": a prefix makes another word.
  const std::string_view word = text(at);
  const std::size_t hyphen = word.find('-');
  const auto is_small = [&](std::size_t i) {
    return i < word.size() && word[i] >= 'a' && word[i] <= 'z';
  };
  const bool prefixed = hyphen != std::string_view::npos &&
                        (is_small(0) || (at == sentence().begin && is_small(hyphen + 1)));
  return !prefixed && !has(at, NameWord::kCalendar);
}

bool NameTokens::joins(std::uint32_t at) const {
  if (name_token(at)) return true;
  // "Lashkar-e-Taiba": a prefix keeps its hyphen.
  if (inside(at) && at > sentence().begin && hyphen(at - 1)) {
    const std::size_t inner = text(at).find('-');
    if (inner != std::string_view::npos && inner + 1 < text(at).size() &&
        text(at)[inner + 1] >= 'A' && text(at)[inner + 1] <= 'Z') {
      return true;
    }
  }
  if (!inside(at) || headline_ || !capital(at) || demonym(at)) return false;
  if (at == sentence().begin) {  // "Operation Desert Lion began"
    return has(at, NameWord::kEventOpener | NameWord::kPlaceOpener | NameWord::kTitle) &&
           name_token(at + 1);
  }
  if (a_->words[at].letter_case == Case::Capitalised && text(at).size() == 1) return false;  // I, A
  const Tag t = a_->tag(at);
  return (is_common_noun(t) || t == Tag::JJ || t == Tag::VBN || t == Tag::VBG) &&
         !has(at, NameWord::kCalendar);
}

std::uint32_t NameTokens::belongs_to(std::uint32_t at) const {
  const std::uint32_t m = national(at);
  if (m == kNone || !hyphen(unit_end(at))) return m;
  const std::uint32_t next = unit_end(at) + 1;
  return national(next) != kNone || is(next, "born") || is(next, "based") ? m : kNone;
}

TokenSpan NameTokens::role(std::uint32_t last) const {
  const TokenSpan title = phrase(last, NameWord::kTitle).span;
  const TokenSpan role = phrase(last, NameWord::kRole).span;
  return role.size() >= title.size() ? role : title;
}

}  // namespace testudo::english
