#include "english/corrections.h"

#include <utility>

namespace testudo::english {
namespace {

// Quick looks that spare most tokens a pass: whether one of its corrections can concern a token.

bool can_be_name(const TaggedToken& token, bool behind_hyphen) {
  if (token.letter_case == Case::Lower)
    return behind_hyphen || (token.features & Feature::kNameLink) != 0;
  return token.letter_case != Case::None || token.tag == Tag::NNP;
}

bool can_be_function_word(const TaggedToken& token) {
  return token.key != KeyWord::None || token.features != 0;
}

bool can_be_noun_or_adjective(const TaggedToken& token) {
  return is_verb(token.tag) || token.tag == Tag::JJ ||
         (token.tag == Tag::RB && (token.features & Feature::kOrdinal) != 0);
}

bool can_be_verb(const TaggedToken& token) {
  return is_verb(token.tag) || is_common_noun(token.tag) || token.tag == Tag::TO ||
         token.tag == Tag::JJ || token.key == KeyWord::CliticD;
}

// One pass from the left over the tokens that it can concern.
template <class Concerns, class Correct>
void pass(const SentenceView& sentence, Concerns concerns, Correct correct) {
  int at = 0;
  for (const TaggedToken& token : sentence.tokens()) {
    if (concerns(token)) correct(sentence, at);
    ++at;
  }
}

}  // namespace

void correct_tags(const SentenceView& sentence) {
  bool behind_hyphen = false;
  const auto name = [&](const TaggedToken& token) {
    return can_be_name(token, std::exchange(behind_hyphen, token.hyphen));
  };
  pass(sentence, name, corrections::correct_name);
  pass(sentence, can_be_function_word, corrections::correct_function_word);
  pass(sentence, can_be_noun_or_adjective, corrections::correct_noun_or_adjective);
  pass(sentence, can_be_verb, corrections::correct_verb);
}

}  // namespace testudo::english
