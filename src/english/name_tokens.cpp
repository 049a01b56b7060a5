#include "english/name_tokens.h"

namespace testudo::english {

NameTokens::NameTokens(const Analysis& analysis, const Gazetteer& gazetteer, const NameWords& words)
    : a_(&analysis),
      gazetteer_(&gazetteer),
      words_(&words),
      info_(analysis.words.size()),
      headlines_(analysis.sentences.size()) {
  for (std::size_t s = 0; s < headlines_.size(); ++s) {
    enter(analysis.sentences[s]);
    read();
    headlines_[s] = reads_as_headline() ? 1 : 0;
  }
}

void NameTokens::read() {
  const TokenSpan span = sentence();
  for (std::uint32_t at = span.begin; at < span.end; ++at)
    info_[at].flags = words_->flags(a_->symbols[at]);
  for (std::uint32_t m = layers_->first_mention; m < layers_->last_mention; ++m) read_mention(m);
  for (std::uint32_t p = layers_->first_phrase; p < layers_->last_phrase; ++p) {
    const TokenSpan phrase = a_->phrases[p].span;
    for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) info_[at].phrase = p;
  }
}

// Whether nearly all longer words have capitals. Counted without branches, for how long the next
// word is no processor foresees; of most sentences the first words tell.
bool NameTokens::reads_as_headline() const {
  constexpr std::uint32_t kLong = 4;  // bytes; headlines write "and", "with", "the" small
  std::uint32_t words = 0;
  std::uint32_t small_words = 0;
  for (std::uint32_t at = sentence().begin; at < sentence().end; ++at) {
    const text::Token& token = a_->segmentation.tokens[at];
    const Case letter_case = a_->words[at].letter_case;
    const std::uint32_t counts = static_cast<std::uint32_t>(letter_case != Case::None) &
                                 static_cast<std::uint32_t>(token.end - token.begin > kLong);
    words += counts;
    small_words += counts & static_cast<std::uint32_t>(letter_case == Case::Lower);
    if (small_words * 5 > sentence().size()) return false;
  }
  return words >= 4 && small_words * 5 <= words;
}

void NameTokens::read_mention(std::uint32_t mention) {
  const Mention& m = a_->mentions[mention];
  std::uint32_t flags = 0;
  if (is_name(m)) flags |= kNameMention;
  if (gazetteer_->is_national(m)) flags |= kNational;
  for (std::uint32_t at = m.span.begin; at < m.span.end; ++at) {
    info_[at].flags |= flags;
    info_[at].mention = mention;
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

bool NameTokens::joins_name(std::uint32_t at) const {
  if (name_token(at)) return true;
  // "Lashkar-e-Taiba": a prefix keeps its hyphen.
  if (inside(at) && at > sentence().begin && hyphen(at - 1)) {
    const std::size_t inner = text(at).find('-');
    if (inner != std::string_view::npos && inner + 1 < text(at).size() &&
        text(at)[inner + 1] >= 'A' && text(at)[inner + 1] <= 'Z') {
      return true;
    }
  }
  if (!capital(at) || headline() || demonym(at)) return false;
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
