#include "english/corrections.h"

namespace testudo::english {
namespace {

// Quick looks that spare most tokens a pass: whether one of its corrections can concern a token.

bool can_be_name(const TaggedToken& token, const TaggedToken& before) {
  if (token.letter_case == Case::Lower)
    return before.hyphen || (token.features & Feature::kNameLink) != 0;
  return token.letter_case != Case::None || token.tag == Tag::NNP;
}

bool can_be_function_word(const TaggedToken& token) {
  return token.key != KeyWord::None || token.features != 0;
}

bool can_be_noun_or_adjective(const TaggedToken& token) {
  return is_verb(token.tag) || token.tag == Tag::JJ ||
         (token.tag == Tag::RB && (token.features & Feature::kOrdinal) != 0);
}

}  // namespace

void correct_tags(const SentenceView& sentence) {
  const int size = sentence.size();
  for (int at = 0; at < size; ++at) {
    if (can_be_name(sentence[at], sentence[at - 1])) corrections::correct_name(sentence, at);
  }
  for (int at = 0; at < size; ++at) {
    if (can_be_function_word(sentence[at])) corrections::correct_function_word(sentence, at);
  }
  for (int at = 0; at < size; ++at) {
    if (can_be_noun_or_adjective(sentence[at]))
      corrections::correct_noun_or_adjective(sentence, at);
  }
  for (int at = 0; at < size; ++at) corrections::correct_verb(sentence, at);
}

}  // namespace testudo::english
