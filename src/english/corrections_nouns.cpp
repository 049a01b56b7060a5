// Nouns and adjectives: what a determiner, a possessive or a following noun makes of an ambiguous
// word.
#include "english/corrections.h"

namespace testudo::english::corrections {
namespace {

bool is_noun_lemma(const SentenceView& s, int at) {
  return (s[at].classes & WordClass::kNoun) != 0;
}

// Behind a possessive no finite verb stands: "her body", "their works".
bool verb_behind_possessive(const SentenceView& s, int at) {
  const Tag tag = s.tag(at);
  if (!is_finite_verb(tag) && tag != Tag::VB) return false;
  const Tag before = s.tag(left_of(s, at));
  if (before != Tag::PRPS && !(before == Tag::DT && (s.key(left_of(s, at)) == KeyWord::The ||
                                                     s.key(left_of(s, at)) == KeyWord::A ||
                                                     s.key(left_of(s, at)) == KeyWord::An))) {
    return false;
  }
  if (tag == Tag::VBD) {
    s.set(at, Tag::VBN);
  } else {
    s.set(at, tag == Tag::VBZ ? Tag::NNS : Tag::NN);
  }
  return true;
}

// "an independent who", "a third to": an adjective behind "a" with no noun behind it is a noun, if
// it can be one.
bool adjective_without_noun(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::JJ || !s.is(left_of(s, at), Feature::kSingularDeterminer)) return false;
  if (!is_noun_lemma(s, at) && !s.can_be(at, Tag::NN)) return false;
  const Tag after = s.tag(right_of(s, at));
  const bool ends = after == Tag::Period || after == Tag::Comma || after == Tag::IN ||
                    after == Tag::WP || after == Tag::WDT || after == Tag::MD ||
                    is_finite_verb(after) || after == Tag::TO || after == Tag::POS;
  if (!ends || s[right_of(s, at)].hyphen) return false;
  if (s.tag(left_of(s, at)) != Tag::DT) return false;
  const KeyWord form = s.key(at);
  if (form == KeyWord::Few || form == KeyWord::Such || s.key(left_of(s, at)) == KeyWord::This)
    return false;
  s.set(at, Tag::NN);
  return true;
}

// "very", "so" and "too" make an adjective of a participle: "so interested".
bool participle_of_degree(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBN || (s[at].classes & WordClass::kAdjective) == 0) return false;
  const KeyWord before = s.key(left_of(s, at));
  if (before != KeyWord::Very && before != KeyWord::So && before != KeyWord::Too &&
      before != KeyWord::Extremely)
    return false;
  s.set(at, Tag::JJ);
  return true;
}

// An ordinal is an adjective before a noun.
bool ordinal(const SentenceView& s, int at) {
  if (!s.is(at, Feature::kOrdinal) || s.tag(at) != Tag::RB) return false;
  if (!is_noun(s.tag(right_of(s, at))) || s.tag(left_of(s, at)) == Tag::MD) return false;
  if (s.tag(left_of(s, at)) != Tag::DT && s.tag(left_of(s, at)) != Tag::PRPS) return false;
  s.set(at, Tag::JJ);
  return true;
}

}  // namespace

void correct_noun_or_adjective(const SentenceView& s, int at) {
  if (verb_behind_possessive(s, at) || adjective_without_noun(s, at)) return;
  if (participle_of_degree(s, at)) return;
  ordinal(s, at);
}

}  // namespace testudo::english::corrections
