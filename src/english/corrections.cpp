#include "english/corrections.h"

namespace testudo::english {
namespace corrections {
namespace {

bool is_quote(Tag tag) { return tag == Tag::OpenQuote || tag == Tag::CloseQuote; }

}  // namespace

int left_of(SentenceView s, int at) {
  do --at;
  while (s.has(at) && is_quote(s.tag(at)));
  return at;
}

int right_of(SentenceView s, int at) {
  do ++at;
  while (s.has(at) && is_quote(s.tag(at)));
  return at;
}

int left_over_adverbs(SentenceView s, int at) {
  at = left_of(s, at);
  while (s.has(at) && is_adverb(s.tag(at))) at = left_of(s, at);
  return at;
}

int right_over_adverbs(SentenceView s, int at) {
  at = right_of(s, at);
  while (s.has(at) && is_adverb(s.tag(at))) at = right_of(s, at);
  return at;
}

}  // namespace corrections

void correct_tags(SentenceView sentence) {
  const int size = sentence.size();
  for (int at = 0; at < size; ++at) corrections::correct_name(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_function_word(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_noun_or_adjective(sentence, at);
  for (int at = 0; at < size; ++at) corrections::correct_verb(sentence, at);
}

}  // namespace testudo::english
