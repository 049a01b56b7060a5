// Closed classes: pronouns, that, particles, there, numbers, comparatives.
#include <string_view>

#include "english/corrections.h"

namespace testudo::english::corrections {
namespace {

bool is_clause_end(Tag tag) {
  return tag == Tag::Period || tag == Tag::Comma || tag == Tag::Colon || tag == Tag::CloseBracket;
}

bool starts_noun_phrase(Tag tag) {
  return tag == Tag::DT || tag == Tag::PRPS || tag == Tag::CD || tag == Tag::PDT ||
         tag == Tag::PRP || is_noun(tag) || is_adjective(tag) || tag == Tag::Dollar;
}

// "her" is PRP$ before a noun phrase without determiner, else PRP; the model has one state for
// both.
bool her(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::PRP && s.tag(at) != Tag::PRPS) return false;
  const int next = right_of(s, at);
  Tag after = s.tag(next);
  if (is_adverb(after)) after = is_adjective(s.tag(next + 1)) ? Tag::JJ : Tag::RB;
  // "giving her homeopathic drops" is a recipient's her; nothing near by tells it apart.
  const bool owns = is_noun(after) || is_adjective(after) || after == Tag::VBN ||
                    after == Tag::VBG || after == Tag::CD || after == Tag::Dollar;
  const bool verb_reads_as_noun =
      is_verb(after) && (s.can_be(next, Tag::NN) || s.can_be(next, Tag::NNS));
  s.set(at, owns || verb_reads_as_noun ? Tag::PRPS : Tag::PRP);
  return true;
}

// Whether a finite verb stands between a token and the end of its sentence, or a colon.
bool verb_follows(const SentenceView& s, int at) {
  for (int next = at + 1; s.has(next); ++next) {
    const Tag tag = s.tag(next);
    if (is_finite_verb(tag) || tag == Tag::VB || tag == Tag::MD) return true;
    if (tag == Tag::Colon && !s[next].hyphen) return false;
  }
  return false;
}

// "that" behind a verb or noun that takes a clause, before a new subject, is a conjunction; behind
// a noun, before a verb, a relative pronoun; before a noun, with no clause behind, a determiner.
bool that(const SentenceView& s, int at) {
  const int next = right_of(s, at);
  const int behind_adverbs = right_over_adverbs(s, at);
  const Tag after = s.tag(next);
  const Tag verb = s.tag(behind_adverbs);
  const Tag before = s.tag(left_of(s, at));
  const bool finite_next =
      is_finite_verb(verb) || verb == Tag::MD || s.key(behind_adverbs) == KeyWord::CliticS;
  const bool first = left_of(s, at) < 0;
  if ((is_clause_end(after) && after != Tag::Comma) || (first && finite_next)) {
    s.set(at, Tag::DT);  // "They said that.", "That is the plan."
  } else if (finite_next && (is_noun(before) || before == Tag::CD || before == Tag::DT)) {
    s.set(at, Tag::WDT);  // "the treaty that expired"
  } else if (s.tag(at) == Tag::WDT && !finite_next && (is_verb(before) || is_adjective(before))) {
    s.set(at, Tag::IN);  // "wrote that “…”"
  } else if (after == Tag::Comma && (is_verb(before) || is_adjective(before))) {
    s.set(at, Tag::IN);  // "argued that, over the years, …"
  } else if (s.tag(at) == Tag::IN && before != Tag::IN && after != Tag::NNP && after != Tag::NNS &&
             !verb_follows(s, at)) {
    s.set(at, Tag::DT);  // "bring forward that legislation"
  } else if (s.tag(at) == Tag::DT &&
             (after == Tag::DT || after == Tag::PRP || after == Tag::PRPS)) {
    s.set(at, Tag::IN);  // "that the", "that they"
  } else {
    return false;
  }
  return true;
}

// "about 500", "over 900", "around two million": adverbs before a number that is no year.
bool adverb_before_number(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::IN) return false;
  int next = right_of(s, at);
  const bool half = s.key(next) == KeyWord::Half;
  if (s.tag(next) == Tag::DT && s.tag(next + 1) == Tag::CD) ++next;  // "about a 20 minute walk"
  if (s.tag(next) == Tag::Dollar) ++next;
  if (s.tag(next) != Tag::CD && !half) return false;
  const std::string_view number = s[next].text;
  const bool year = number.size() == 4 && s[next].has_digit && !is_noun(s.tag(next + 1));
  if (year) return false;
  s.set(at, Tag::RB);
  return true;
}

// "turned up", "hauled in and told": a particle right behind a verb, with no noun phrase for it to
// govern.
bool particle_without_object(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::IN) return false;
  if (!is_verb(s.tag(at - 1)) && s.tag(at - 1) != Tag::PRP) return false;
  const Tag after = s.tag(right_of(s, at));
  const bool governs = starts_noun_phrase(after) || after == Tag::VBG || after == Tag::WDT ||
                       after == Tag::WP || after == Tag::EX;
  if (governs && !(after == Tag::VBG && s.key(at) == KeyWord::Up)) return false;
  if (is_adverb(after)) return false;
  const bool of = s.key(right_of(s, at)) == KeyWord::Of;
  if (of) return false;
  s.set(at, s.is(at - 1, Feature::kBe) ? Tag::RB : Tag::RP);
  return true;
}

// "away", "back" and "around" are adverbs, never particles, in the treebanks; so is what follows
// be: "it is over".
bool adverb_not_particle(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::RP) return false;
  const bool behind_be = s.is(at - 1, Feature::kBe) && is_clause_end(s.tag(at + 1));
  if (s.is(at, Feature::kDirection) || behind_be) {
    s.set(at, Tag::RB);
    return true;
  }
  return false;
}

// "instead of", "out of" and "because of" keep the tag of their first word: only "instead" is an
// adverb.
bool instead(const SentenceView& s, int at) {
  s.set(at, Tag::RB);
  return true;
}

// "there" before a form of be, or an auxiliary that leads to one, stands for a subject; anywhere
// else it is a place.
bool there(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::EX && s.tag(at) != Tag::RB) return false;
  int next = right_over_adverbs(s, at);
  if (s.tag(next) == Tag::MD || s.is(next, Feature::kHave)) next = right_over_adverbs(s, next);
  const bool verb = s.is(next, Feature::kBe) || s.is(next, Feature::kExistence);
  const bool inverted = s.is(left_over_adverbs(s, at), Feature::kBe) &&
                        starts_noun_phrase(s.tag(next)) && s.tag(next) != Tag::PRP;
  const Tag before = s.tag(left_of(s, at));
  const bool behind_noun = is_noun(before) || before == Tag::VBG;
  s.set(at, (verb && !behind_noun && before != Tag::IN) || (inverted && left_of(s, at) == 0)
                ? Tag::EX
                : Tag::RB);
  return true;
}

// "one" is a number, but a noun where it stands for one behind an adjective or determiner ("the new
// one"), and a pronoun as a general person
// ("one must").
bool one(const SentenceView& s, int at) {
  if (s.tag(at) == Tag::NNP) return false;
  const Tag before = s.tag(left_of(s, at));
  const Tag after = s.tag(right_of(s, at));
  const bool before_noun =
      is_noun(after) || is_adjective(after) || after == Tag::CD || s[at + 1].hyphen;
  if (!before_noun && (is_adjective(before) || before == Tag::DT)) {
    s.set(at, Tag::NN);
  } else if (s.tag(right_over_adverbs(s, at)) == Tag::MD) {
    s.set(at, Tag::PRP);
  } else {
    s.set(at, Tag::CD);
  }
  return true;
}

// "age seventeen", "a thousand": numbers in words.
bool number_word(const SentenceView& s, int at) {
  if (!s.is(at, Feature::kNumberWord) || s.tag(at) == Tag::NNP) return false;
  s.set(at, Tag::CD);
  return true;
}

// "both praise and blame": a conjunction if "and" follows in the same run of words; before a
// determiner a predeterminer; else a determiner.
bool both(const SentenceView& s, int at) {
  const KeyWord form = s.key(at);
  const KeyWord partner = form == KeyWord::Both     ? KeyWord::And
                          : form == KeyWord::Either ? KeyWord::Or
                                                    : KeyWord::Nor;
  const Tag after = s.tag(right_of(s, at));
  if (s.key(right_of(s, at)) == KeyWord::Of || is_clause_end(after) || is_verb(after) ||
      after == Tag::MD) {
    if (form != KeyWord::Both && is_verb(after)) return false;
    s.set(at, after == Tag::Period && form != KeyWord::Both ? Tag::RB : Tag::DT);
    return true;
  }
  constexpr int kReach = 7;  // tokens: a coordination within reach
  for (int next = at + 1; next < at + kReach && s.has(next); ++next) {
    if (is_clause_end(s.tag(next)) || s.tag(next) == Tag::WDT) break;
    if (s.key(next) == partner) {
      const bool plain = form == KeyWord::Both && is_common_noun(after) && next > at + 3 &&
                         s.tag(at + 1) == Tag::NNS;
      s.set(at, plain ? Tag::DT : Tag::CC);
      return true;
    }
  }
  if (form == KeyWord::Both) {
    s.set(at, after == Tag::DT || after == Tag::PRPS ? Tag::PDT : Tag::DT);
    return true;
  }
  return false;
}

// "all the", "all his": a predeterminer, which "all" by itself is not.
bool all(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::DT && s.tag(at) != Tag::PDT) return false;
  const Tag after = s.tag(right_of(s, at));
  s.set(at, after == Tag::DT || after == Tag::PRPS ? Tag::PDT : Tag::DT);
  return true;
}

// "an hour later", "three years earlier", "no longer": comparatives of adverbs.
bool later(const SentenceView& s, int at) {
  const KeyWord form = s.key(at);
  if (form == KeyWord::Longer && (s.key(at - 1) == KeyWord::No || s.key(at - 1) == KeyWord::Any)) {
    s.set(at, Tag::RBR);
    s.set(at - 1, Tag::RB);
    return true;
  }
  if (form == KeyWord::Longer) return false;
  const Tag after = s.tag(right_of(s, at));
  const Tag before = s.tag(left_of(s, at));
  const bool modifies = is_noun(after) &&
                        !s.is(right_of(s, at), Feature::kWeekday | Feature::kMonth) &&
                        s.key(right_of(s, at)) != KeyWord::Today;
  if (modifies &&
      (before == Tag::DT || before == Tag::IN || before == Tag::PRPS || before == Tag::POS)) {
    s.set(at, Tag::JJR);
  } else {
    s.set(at, Tag::RBR);
  }
  return true;
}

// "more" and "most" before an adjective or adverb, or behind a verb, are adverbs; before a noun
// adjectives.
bool more(const SentenceView& s, int at) {
  const KeyWord form = s.key(at);
  const bool most = form == KeyWord::Most;
  const bool most_like = most || form == KeyWord::Least;
  const Tag adverb = most_like ? Tag::RBS : Tag::RBR;
  const Tag adjective = most_like ? Tag::JJS : Tag::JJR;
  if (!is_adjective(s.tag(at)) && !is_adverb(s.tag(at))) return false;
  const int next = right_of(s, at);
  const Tag after = s.tag(next);
  if (s.key(at - 1) == KeyWord::At) {
    s.set(at, adjective);  // "at least", "at most"
  } else if (s.key(next) == KeyWord::Than) {
    s.set(at, s.tag(next + 1) == Tag::CD || s.tag(next + 1) == Tag::Dollar ? Tag::JJR : Tag::RBR);
  } else if (is_noun(after)) {
    s.set(at, adjective);
  } else if ((is_adjective(after) || after == Tag::VBN) && !is_noun(s.tag(next + 1))) {
    s.set(at, adverb);
  } else if (is_adverb(after) || s.tag(at - 1) == Tag::DT) {
    s.set(at, s.tag(at - 1) == Tag::DT && !is_adjective(after) && !is_adverb(after) ? adjective
                                                                                    : adverb);
  } else {
    return false;
  }
  return true;
}

// "online" and "offline" behind a noun or verb are adverbs; before a noun adjectives.
bool online(const SentenceView& s, int at) {
  const Tag after = s.tag(right_of(s, at));
  s.set(at, is_common_noun(after) || is_adjective(after) ? Tag::JJ : Tag::RB);
  return true;
}

// "as much as", "as well": an adverb of degree before what it measures; the second one compares.
bool as(const SentenceView& s, int at) {
  const int next = right_of(s, at);
  const bool measured = is_adjective(s.tag(next)) || is_adverb(s.tag(next));
  const bool pair = measured && s.key(right_of(s, next)) == KeyWord::As;
  const bool ends = measured && (s.key(next) == KeyWord::Much || s.key(next) == KeyWord::Well) &&
                    is_clause_end(s.tag(right_of(s, next)));
  if (!pair && !ends) return false;
  s.set(at, Tag::RB);
  return true;
}

// "very" is an adverb, but in "the very day".
bool very(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::JJ) return false;
  if (s.key(left_of(s, at)) == KeyWord::The && is_noun(s.tag(right_of(s, at)))) return false;
  s.set(at, Tag::RB);
  return true;
}

// "everything since.", "never before": with nothing to govern, an adverb.
bool preposition_without_object(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::IN) return false;
  const Tag after = s.tag(right_of(s, at));
  if (after != Tag::Period && after != Tag::Comma) return false;
  s.set(at, Tag::RB);
  return true;
}

// "prior to" is an adjective of the treebanks' prepositional phrases; "first" without a noun is an
// adverb.
bool first_of_all(const SentenceView& s, int at) {
  if (s.tag(at) == Tag::JJ && is_verb(s.tag(right_of(s, at))) && s.tag(left_of(s, at)) != Tag::DT &&
      s.tag(left_of(s, at)) != Tag::PRPS && s.tag(left_of(s, at)) != Tag::POS) {
    s.set(at, Tag::RB);
    return true;
  }
  return false;
}

// "Microsoft's": 's between a name or noun and what it owns; a verb before a determiner, participle
// or adverb.
bool clitic_s(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::POS && s.tag(at) != Tag::VBZ) return false;
  const int before = left_of(s, at);
  const Tag owner = s.tag(before);
  if (owner == Tag::PRP || owner == Tag::EX || owner == Tag::WP || owner == Tag::WRB ||
      s.key(before) == KeyWord::That) {
    if (s.key(before) != KeyWord::Who || !is_noun(s.tag(at + 1))) s.set(at, Tag::VBZ);
    return true;
  }
  if (!is_noun(owner) && owner != Tag::CD) return false;
  const int next = right_over_adverbs(s, at);
  const Tag after = s.tag(next);
  const bool verb =
      after == Tag::DT || after == Tag::PRP || s.is(right_of(s, at), Feature::kNegation);
  s.set(at, verb && s[at + 1].letter_case == Case::Lower ? Tag::VBZ : Tag::POS);
  return true;
}

}  // namespace

void correct_function_word(const SentenceView& s, int at) {
  if (s.is(at, Feature::kParticle | Feature::kDirection) &&
      (adverb_not_particle(s, at) || particle_without_object(s, at))) {
    return;
  }
  if (s.is(at, Feature::kPlaceAdverb)) {
    online(s, at);
    return;
  }
  switch (s.key(at)) {
    case KeyWord::None:
      number_word(s, at);
      break;
    case KeyWord::About:
    case KeyWord::Over:
    case KeyWord::Around:
      adverb_before_number(s, at);
      break;
    case KeyWord::Her:
      her(s, at);
      break;
    case KeyWord::That:
      that(s, at);
      break;
    case KeyWord::There:
      there(s, at);
      break;
    case KeyWord::One:
      one(s, at);
      break;
    case KeyWord::Both:
    case KeyWord::Either:
    case KeyWord::Neither:
      both(s, at);
      break;
    case KeyWord::All:
      all(s, at);
      break;
    case KeyWord::Longer:
    case KeyWord::Later:
    case KeyWord::Earlier:
    case KeyWord::Sooner:
      later(s, at);
      break;
    case KeyWord::More:
    case KeyWord::Most:
    case KeyWord::Less:
    case KeyWord::Least:
      more(s, at);
      break;
    case KeyWord::Instead:
      instead(s, at);
      break;
    case KeyWord::First:
      first_of_all(s, at);
      break;
    case KeyWord::As:
      as(s, at);
      break;
    case KeyWord::Very:
      very(s, at);
      break;
    case KeyWord::Since:
    case KeyWord::Before:
    case KeyWord::After:
    case KeyWord::Below:
    case KeyWord::Above:
      preposition_without_object(s, at);
      break;
    case KeyWord::CliticS:
      clitic_s(s, at);
      break;
    default:
      break;
  }
}

}  // namespace testudo::english::corrections
