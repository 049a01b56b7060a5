#include "english/corrections.h"

namespace testudo::english {
void correct_tags(const SentenceView& sentence) {
  const int size = sentence.size();
  for (int at = 0; at < size; ++at) corrections::correct_name(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_function_word(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_noun_or_adjective(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_verb(sentence, at);
}

}  // namespace testudo::english
