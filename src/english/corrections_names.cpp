// Names: months, demonyms, names in several parts, plural names.
#include "english/corrections.h"

namespace testudo::english::corrections {
namespace {

bool has_capital(const TaggedToken& token) {
  return token.letter_case == Case::Capitalised || token.letter_case == Case::Upper ||
         token.letter_case == Case::Mixed;
}

// "May 3", "on Sunday", "in March": a month or weekday with its capital, unless May and March stand
// where a modal or a verb does.
bool month_or_weekday(const SentenceView& s, int at) {
  if (!s.is(at, Feature::kMonth | Feature::kWeekday) || !has_capital(s[at])) return false;
  if (s.key(at) == KeyWord::May || s.key(at) == KeyWord::March || s.key(at) == KeyWord::Sun ||
      s.key(at) == KeyWord::Sat) {
    const bool dated = s.tag(at + 1) == Tag::CD || s.tag(left_of(s, at)) == Tag::IN;
    if (!dated) return false;
  }
  s.set(at, Tag::NNP);
  return true;
}

// "US" and "IT" are no pronouns where capitals mean something: the trigram model knows only lower
// case.
bool capital_pronoun(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::PRP || s[at].letter_case != Case::Upper) return false;
  const bool others_are_upper =
      s[at + 1].letter_case == Case::Upper || s[at - 1].letter_case == Case::Upper;
  if (s.key(at) == KeyWord::I || (others_are_upper && s.key(at) != KeyWord::Us)) return false;
  s.set(at, Tag::NNP);
  return true;
}

// A demonym is an adjective before a common noun ("Russian troops"), also with another adjective
// between; a name by itself ("a Russian").
bool demonym(const SentenceView& s, int at) {
  const TaggedToken& token = s[at];
  if ((token.classes & WordClass::kProperAdjective) == 0 || !has_capital(token)) return false;
  if (!is_proper_noun(token.tag) && token.tag != Tag::JJ) return false;
  int next = right_of(s, at);
  while (is_adjective(s.tag(next)) || s[next].hyphen) ++next;
  const Tag after = s.tag(next);
  const bool plural_read_as_verb = after == Tag::VBZ && s.can_be(next, Tag::NNS) &&
                                   next == at + 1 &&
                                   (s.tag(next + 1) == Tag::VBD || s.tag(next + 1) == Tag::VBN ||
                                    s.tag(next + 1) == Tag::VBP || s.tag(next + 1) == Tag::MD);
  if (plural_read_as_verb) s.set(next, Tag::NNS);
  const bool modifies =
      plural_read_as_verb || is_common_noun(after) || (next > at + 1 && is_noun(after));
  if (modifies) {
    s.set(at, Tag::JJ);
    return true;
  }
  return false;
}

// "al-Assad", "von der Leyen", "bin Salman": a particle before a capital.
bool name_particle(const SentenceView& s, int at) {
  if (!s.is(at, Feature::kNameLink) || s[at].letter_case != Case::Lower) return false;
  int next = at + 1;
  while (s[next].hyphen || s.is(next, Feature::kNameLink)) ++next;
  if (!has_capital(s[next]) || !is_proper_noun(s.tag(next))) return false;
  s.set(at, Tag::NNP);
  return true;
}

// "Kim Jong-un", "Park Geun-hye": a part of a name in lower case behind a hyphen, that no
// dictionary knows, or a short one ("Ho Kwok-kin").
bool name_part_behind_hyphen(const SentenceView& s, int at) {
  if (!s[at - 1].hyphen || s[at].letter_case != Case::Lower) return false;
  const bool name_before =
      s.tag(at - 2) == Tag::NNP && s[at - 3].is_word && is_proper_noun(s.tag(at - 3));
  if (!name_before || is_noun(s.tag(at + 1))) return false;
  const bool known = s[at].id != WordId::None;
  constexpr std::size_t kShort = 4;    // bytes
  constexpr std::size_t kLongest = 6;  // bytes; romanised syllables are no longer
  if (s[at].text.size() > (known ? kShort : kLongest) || s.tag(at) == Tag::VBN) return false;
  if (known && s.tag(at) != Tag::NN && !is_verb(s.tag(at))) return false;
  s.set(at, Tag::NNP);
  return true;
}

// "Nations", "Republicans", "Afghans": the plural of a known noun, or of a demonym, inside a name.
bool plural_name(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::NNP || s[at].id == WordId::None) return false;
  const WordId singular = s.table().lemma(s[at].id, Tag::NNS);
  if (singular == s[at].id) return false;
  const std::uint8_t classes = s.table().word_classes(singular);
  if ((classes & WordClass::kNoun) == 0) return false;
  if (is_proper_noun(s.tag(at + 1))) return false;  // "Straits Times"
  const bool plural = s.can_be(at, Tag::NNS) || s.can_be(at, Tag::NNPS);
  if (!plural || (s[at].classes & WordClass::kProperNoun) != 0) return false;
  s.set(at, Tag::NNPS);
  return true;
}

}  // namespace

void correct_name(const SentenceView& s, int at) {
  if (s[at].letter_case == Case::Lower) {
    if (!name_particle(s, at)) name_part_behind_hyphen(s, at);
    return;
  }
  if (month_or_weekday(s, at) || capital_pronoun(s, at) || demonym(s, at)) return;
  plural_name(s, at);
}

}  // namespace testudo::english::corrections
