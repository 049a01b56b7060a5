// Verbs: base forms against present tense, past tense against participles.
#include <cstdint>

#include "english/corrections.h"

namespace testudo::english::corrections {
namespace {

// WordNet's frames of verbs with a clause as object: "say that", 26; "somebody ----s whether", 29.
constexpr std::uint64_t kClauseFrames = (1ULL << 26) | (1ULL << 29);

bool takes_clause(const SentenceView& s, int at) {
  const WordId lemma = s.table().lemma(s[at].id, s.tag(at));
  return (s.table().frames(lemma) & kClauseFrames) != 0;
}

// "to withdraw", "to quickly withdraw", "will withdraw": the base form.
bool base_behind_to_or_modal(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBP && !(s.tag(at) == Tag::VBD && s.can_be(at, Tag::VB))) return false;
  const int before = left_over_adverbs(s, at);
  if (s.tag(before) != Tag::TO && s.tag(before) != Tag::MD) return false;
  s.set(at, Tag::VB);
  return true;
}

// Whether a noun phrase of a few words and, before it, a form of make, let, help, see or hear end
// at a token.
bool ends_object_of_bare_infinitive(const SentenceView& s, int object) {
  constexpr int kLongestObject = 6;  // tokens
  for (int back = object; back > object - kLongestObject && s.has(back); --back) {
    if (s.is(back, Feature::kBareInfinitive)) return true;
    const Tag tag = s.tag(back);
    const bool inside = is_noun(tag) || is_adjective(tag) || tag == Tag::DT || tag == Tag::PRPS ||
                        tag == Tag::PRP || tag == Tag::POS || tag == Tag::CD;
    if (!inside) return false;
  }
  return false;
}

// "helped the girls enter", "let it pass": the bare infinitive behind an object of make, let, help,
// see, hear. A plural modifies no noun: "helped the girls escape".
bool bare_infinitive(const SentenceView& s, int at) {
  const int object = left_of(s, at);
  const bool plural_before = s.tag(object) == Tag::NNS || s.tag(object) == Tag::PRP;
  const bool noun = s.tag(at) == Tag::NN && plural_before && s.can_be(at, Tag::VB);
  if (s.tag(at) != Tag::VBP && !noun) return false;
  if (s.tag(object) == Tag::PRP && !s.is(object, Feature::kObjectPronoun) &&
      s.key(object) != KeyWord::It && s.key(object) != KeyWord::You &&
      s.key(object) != KeyWord::Her) {
    return false;
  }
  if (s.tag(object) != Tag::PRP && !is_noun(s.tag(object))) return false;
  if (!ends_object_of_bare_infinitive(s, object)) return false;
  s.set(at, Tag::VB);
  return true;
}

// A sentence that begins with a base form is an imperative, or has lost its subject: the base form.
bool imperative(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBP || left_of(s, at) >= 0) return false;
  if (s.is(at, Feature::kBe | Feature::kHave | Feature::kDo)) return false;
  s.set(at, Tag::VB);
  return true;
}

// Behind its subject, with no auxiliary before it, the present tense: "faces emerge", "the
// governments of the region regularly apply".
bool present_behind_subject(const SentenceView& s, int at) {
  const bool base = s.tag(at) == Tag::VB;
  if (!base && !(s.tag(at) == Tag::NN && s.tag(at - 1) == Tag::RB)) return false;
  const int subject = left_over_adverbs(s, at);
  const Tag tag = s.tag(subject);
  // No adverb stands before a noun: "the states regularly trade".
  const bool noun_behind_adverb = s.tag(at) == Tag::NN && s.tag(at - 1) == Tag::RB &&
                                  (s[at - 1].classes & WordClass::kAdverb) != 0 &&
                                  s[at - 1].text.ends_with("ly") && is_noun(tag);
  if ((s.tag(at) != Tag::VB && !noun_behind_adverb) || !s.can_be(at, Tag::VBP)) return false;
  const bool pronoun = tag == Tag::PRP && s.is(subject, Feature::kSubjectPronoun) &&
                       s.key(subject) != KeyWord::It && s.key(subject) != KeyWord::He &&
                       s.key(subject) != KeyWord::She;
  if (!is_noun(tag) && !pronoun) return false;
  constexpr int kReach = 12;  // tokens
  for (int back = subject - 1; back > subject - kReach; --back) {
    const Tag other = s.tag(back);
    if (other == Tag::Period || other == Tag::Comma || other == Tag::Colon || other == Tag::WDT ||
        other == Tag::WP || other == Tag::WRB) {
      break;
    }
    // "did the parties agree", "help the girls enter", "demanded that states act".
    if (other == Tag::MD || s.is(back, Feature::kDo | Feature::kBareInfinitive)) return false;
    if (other == Tag::IN && s.key(back) == KeyWord::That) return false;
  }
  s.set(at, Tag::VBP);
  return true;
}

// ---- VBD or VBN
// ----------------------------------------------------------------------------------------------------

bool is_past(Tag tag) { return tag == Tag::VBD || tag == Tag::VBN; }

bool is_auxiliary(const SentenceView& s, int at) {
  return s.is(at, Feature::kBe | Feature::kHave | Feature::kGet) &&
         (is_verb(s.tag(at)) || s.tag(at) == Tag::POS);
}

// "has not said", "was quickly sent": behind be, have or get a participle.
bool participle_behind_auxiliary(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBD || !s.can_be(at, Tag::VBN)) return false;
  int before = left_over_adverbs(s, at);
  // "had it happened", "have the parties agreed", at the clause's start.
  if (s.tag(before) == Tag::PRP && s.is(before - 1, Feature::kHave | Feature::kBe) &&
      (!s.has(before - 2) || is_punctuation(s.tag(before - 2)) || s.tag(before - 2) == Tag::CC)) {
    before = before - 1;
  }
  if (!is_auxiliary(s, before)) return false;
  if (s.tag(before) == Tag::POS) return false;
  s.set(at, Tag::VBN);
  return true;
}

// Behind a subject pronoun, or a relative pronoun, the past tense: "they named", "who left".
bool past_behind_pronoun(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBN || !s.can_be(at, Tag::VBD)) return false;
  const int subject = left_over_adverbs(s, at);
  const Tag tag = s.tag(subject);
  const bool pronoun = (tag == Tag::PRP && s.is(subject, Feature::kSubjectPronoun)) ||
                       tag == Tag::WDT || tag == Tag::WP;
  if (!pronoun) return false;
  if (tag == Tag::PRP && is_auxiliary(s, left_over_adverbs(s, subject))) return false;
  // "saw it destroyed": an object that was something done to.
  if ((s.key(subject) == KeyWord::It || s.key(subject) == KeyWord::You) &&
      is_verb(s.tag(subject - 1)) && !takes_clause(s, subject - 1)) {
    return false;
  }
  s.set(at, Tag::VBD);
  return true;
}

bool starts_object(Tag tag) {
  return tag == Tag::DT || tag == Tag::PRPS || tag == Tag::PRP || tag == Tag::NNP ||
         tag == Tag::NNS || tag == Tag::CD || tag == Tag::Dollar;
}

// "was hauled in and told", "came and left": the second verb is like the first.
bool like_the_verb_before(const SentenceView& s, int at) {
  if (!is_past(s.tag(at))) return false;
  int back = left_over_adverbs(s, at);
  if (s.tag(back) != Tag::CC) return false;
  if (s.key(back) != KeyWord::And && s.key(back) != KeyWord::Or && s.key(back) != KeyWord::But)
    return false;
  constexpr int kReach = 15;  // tokens
  int nouns = 0;
  for (int steps = 0; steps < kReach; ++steps) {
    back = back - 1;
    const Tag tag = s.tag(back);
    if (!s.has(back) || tag == Tag::Period || tag == Tag::Colon) return false;
    if (is_noun(tag)) ++nouns;
    if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::TO) return false;
    if (!is_verb(tag) && tag != Tag::MD) continue;
    if (tag == Tag::VBD && s.can_be(at, Tag::VBD) && !s.is(back, Feature::kBe | Feature::kHave)) {
      s.set(at, Tag::VBD);
      return true;
    }
    // "were never returned, and made a case": an object belongs to an active verb.
    const bool active = starts_object(s.tag(right_of(s, at)));
    if (tag == Tag::VBN && nouns == 0 && !active && s.can_be(at, Tag::VBN)) {
      s.set(at, Tag::VBN);
      return true;
    }
    return false;
  }
  return false;
}

// A clause boundary to the right: what follows has a subject of its own.
bool opens_clause(const SentenceView& s, int at) {
  const Tag tag = s.tag(at);
  if (s[at].hyphen) return false;
  if (tag == Tag::Period || tag == Tag::Colon || tag == Tag::CC || tag == Tag::WDT ||
      tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB) {
    return true;
  }
  return tag == Tag::IN && s.is(at, Feature::kSubordinator);
}

// Whether a finite verb follows in the same clause, with no new subject between: "seekers found in
// the water may be …".
bool finite_verb_follows(const SentenceView& s, int at) {
  constexpr int kReach = 15;  // tokens
  for (int next = at + 1; next < at + kReach; ++next) {
    const Tag tag = s.tag(next);
    if (!s.has(next) || opens_clause(s, next)) return false;
    if (tag == Tag::PRP && s.is(next, Feature::kSubjectPronoun) && s.key(next) != KeyWord::It)
      return false;
    if (tag == Tag::Comma) return false;
    if (tag == Tag::MD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::VBD) {
      return true;
    }
  }
  return false;
}

enum class Clause : std::uint8_t { HasVerb, NoVerb, Unclear };

// Whether the clause to the left has its finite verb already: "attached a device called …". Unclear
// behind a verb of saying, which opens a clause of its own ("said the team won"), and behind a
// relative clause ("the team that lost yesterday won").
Clause clause_before(const SentenceView& s, int at) {
  for (int back = at - 1; s.has(back); --back) {
    const Tag tag = s.tag(back);
    if (tag == Tag::Comma || tag == Tag::CC || (tag == Tag::Colon && !s[back].hyphen)) {
      return Clause::Unclear;
    }
    if (s.key(back) == KeyWord::With) return Clause::HasVerb;  // "with two weeks left"
    if (opens_clause(s, back)) return Clause::NoVerb;
    if (tag == Tag::VB || tag == Tag::VBG) return Clause::HasVerb;
    if (tag != Tag::MD && !is_finite_verb(tag)) continue;
    const Tag subject = s.tag(left_over_adverbs(s, back));
    const bool relative = subject == Tag::WDT || subject == Tag::WP;
    return relative || takes_clause(s, back) ? Clause::Unclear : Clause::HasVerb;
  }
  return Clause::NoVerb;
}

// A line without a full stop, whose finite verb may be left out.
bool is_headline(const SentenceView& s) {
  for (int at = s.size() - 1; at >= 0 && !s[at].is_word; --at) {
    if (s.tag(at) == Tag::Period || s.tag(at) == Tag::Colon || s.tag(at) == Tag::Comma)
      return false;
  }
  return true;
}

// Behind a noun: the past tense of its clause, or a reduced relative clause ("a device called …").
bool past_behind_noun(const SentenceView& s, int at) {
  if (!is_past(s.tag(at)) || !s.can_be(at, Tag::VBD) || !s.can_be(at, Tag::VBN)) return false;
  const int subject = left_over_adverbs(s, at);
  if (!is_noun(s.tag(subject)) && s.tag(subject) != Tag::CloseBracket) return false;
  const int next = right_of(s, at);
  const bool by = s.key(next) == KeyWord::By;
  const bool object = starts_object(s.tag(right_over_adverbs(s, at)));
  const Clause before = clause_before(s, at);
  if (s.tag(at) == Tag::VBN) {
    // Nothing else can be the clause's verb.
    if (by || before != Clause::NoVerb || finite_verb_follows(s, at) || is_headline(s))
      return false;
    s.set(at, Tag::VBD);
    return true;
  }
  const bool other_verb = before == Clause::HasVerb ||
                          (before == Clause::NoVerb && finite_verb_follows(s, at) && !object);
  if (!other_verb) return false;
  s.set(at, Tag::VBN);
  return true;
}

// "The defeat in 1940 stunned Oslo": no year is compounded with an adjective that an object
// follows.
bool past_behind_year(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::JJ || s.tag(at - 1) != Tag::CD || !s.can_be(at, Tag::VBD)) return false;
  if (s.tag(at - 2) != Tag::IN || s[at - 1].text.size() != 4) return false;
  if (!starts_object(s.tag(at + 1)) || clause_before(s, at) != Clause::NoVerb ||
      finite_verb_follows(s, at)) {
    return false;
  }
  s.set(at, Tag::VBD);
  return true;
}

// ---- nouns and verbs in -s
// -----------------------------------------------------------------------------------------

// "are Polaroid exhibits", "would increase food needs": the clause has its verb, so this is a noun.
bool plural_not_verb(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBZ || !s.can_be(at, Tag::NNS)) return false;
  const Tag before = s.tag(left_of(s, at));
  if (!is_noun(before) && !is_adjective(before)) return false;
  if (!is_adjective(before) && clause_before(s, at) != Clause::HasVerb) return false;
  s.set(at, Tag::NNS);
  return true;
}

// "The report states that", "ozone increases with temperatures": a clause with no other verb.
bool verb_not_plural(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::NNS || !s.can_be(at, Tag::VBZ)) return false;
  const int subject = left_over_adverbs(s, at);
  const Tag before = s.tag(subject);
  if (before != Tag::NN && before != Tag::NNP) return false;
  const int next = right_of(s, at);
  const Tag after = s.tag(next);
  const bool takes_on = after == Tag::IN || after == Tag::DT || after == Tag::PRPS ||
                        after == Tag::RP || after == Tag::TO || after == Tag::PRP;
  if (!takes_on || clause_before(s, at) != Clause::NoVerb) return false;
  for (int ahead = at + 1; s.has(ahead); ++ahead) {
    const Tag tag = s.tag(ahead);
    if (tag == Tag::MD || is_finite_verb(tag)) {
      // "states that few are …": the other verb has a clause of its own.
      return s.key(next) == KeyWord::That ? (s.set(at, Tag::VBZ), true) : false;
    }
    if (tag == Tag::Period) break;
  }
  s.set(at, Tag::VBZ);
  return true;
}

// "If the pact lapses, …": a clause that a conjunction opens has a verb before its comma.
bool verb_before_comma(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::NNS || !s.can_be(at, Tag::VBZ) || s.tag(at + 1) != Tag::Comma) return false;
  if (s.tag(at - 1) != Tag::NN && s.tag(at - 1) != Tag::NNP) return false;
  int back = at - 1;
  while (is_noun(s.tag(back)) || is_adjective(s.tag(back)) || s.tag(back) == Tag::DT ||
         s.tag(back) == Tag::PRPS) {
    --back;
  }
  const KeyWord opener = s.key(back);
  if (opener != KeyWord::If && opener != KeyWord::Because && opener != KeyWord::Although &&
      opener != KeyWord::While) {
    return false;
  }
  s.set(at, Tag::VBZ);
  return true;
}

// "Serb forces captured the town", "prison guards tortured a monk": a plural between a name or a
// noun and a past tense with an object.
bool plural_before_past(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBZ || !is_past(s.tag(at + 1))) return false;
  const bool name = is_proper_noun(s.tag(at - 1));
  if (!name && s.tag(at - 1) != Tag::NN) return false;
  const Tag object = s.tag(at + 2);
  const bool governs = object == Tag::DT || object == Tag::PRPS || object == Tag::PRP ||
                       object == Tag::NNP || (name && (object == Tag::IN || object == Tag::TO));
  if (!governs || !s.can_be(at + 1, Tag::VBD) || s.preference(at, Tag::NNS, Tag::VBZ) < 0 ||
      clause_before(s, at) != Clause::NoVerb || finite_verb_follows(s, at + 1)) {
    return false;
  }
  s.set(at, Tag::NNS);
  s.set(at + 1, Tag::VBD);
  return true;
}

// "should remain calm": behind a verb that takes an adjective (WordNet's frames 6 and 7) and not
// noun phrases alone, a word that is an adjective, too.
bool adjective_behind_linking_verb(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VB || !s.can_be(at, Tag::JJ)) return false;
  const int verb = left_over_adverbs(s, at);
  if (!is_verb(s.tag(verb)) ||
      s.is(verb, Feature::kBe | Feature::kHave | Feature::kDo | Feature::kBareInfinitive)) {
    return false;
  }
  constexpr std::uint64_t kAdjectiveFrames = (1ULL << 6U) | (1ULL << 7U);
  const WordId lemma = s.table().lemma(s[verb].id, s.tag(verb));
  if ((s.table().frames(lemma) & kAdjectiveFrames) == 0) return false;
  s.set(at, Tag::JJ);
  return true;
}

// "a fall in demand, deepened by the war": behind the clause's verb and a comma, what somebody or
// something does "by" is a participle. Times are none: "came, and left by Friday".
bool participle_before_by(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VBD || !s.can_be(at, Tag::VBN) || s.tag(at - 1) != Tag::Comma) return false;
  if (s.key(at + 1) != KeyWord::By || clause_before(s, at - 1) == Clause::NoVerb) return false;
  const Tag agent = s.tag(at + 2);
  const bool acts = agent == Tag::DT || agent == Tag::PRPS || is_noun(agent) || is_adjective(agent);
  if (!acts || s.is(at + 2, Feature::kMonth | Feature::kWeekday)) return false;
  s.set(at, Tag::VBN);
  return true;
}

// "taking hold", "fully battle ready": a base form needs to, a modal or a subject; behind another
// verb or a form of be it is a noun.
bool noun_not_base(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::VB || (s[at].classes & WordClass::kNoun) == 0) return false;
  const int back = left_over_adverbs(s, at);
  const Tag before = s.tag(back);
  const bool transitive =
      is_verb(before) && before != Tag::VB &&
      !s.is(back, Feature::kBareInfinitive | Feature::kBe | Feature::kDo | Feature::kHave);
  const bool copula = s.is(back, Feature::kBe) &&
                      (s.tag(right_of(s, at)) == Tag::JJ || s.tag(right_of(s, at)) == Tag::NN);
  const bool compound = s[at + 1].hyphen && (s.tag(at + 2) == Tag::VBN || s.tag(at + 2) == Tag::JJ);
  if (!transitive && !copula && !compound) return false;
  s.set(at, Tag::NN);
  return true;
}

// "anyone suffering from", "without hearing anything": a noun in -ing that governs an object is a
// verb.
bool gerund_with_object(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::NN || !s.can_be(at, Tag::VBG) || s[at + 1].hyphen) return false;
  const int next = right_of(s, at);
  const Tag after = s.tag(next);
  const Tag before = s.tag(left_of(s, at));
  const bool object = after == Tag::DT || after == Tag::PRPS || after == Tag::PRP ||
                      s.key(next) == KeyWord::Anything;
  const bool governs = before == Tag::IN && object;
  const bool reduced = is_noun(before) &&
                       (object || (after == Tag::IN && s.key(next) != KeyWord::Of)) &&
                       s.preference(at, Tag::VBG, Tag::NN) > -1.0F;
  if (!governs && !reduced) return false;
  s.set(at, Tag::VBG);
  return true;
}

// ---- infinitives, compounds, clitics
// ---------------------------------------------------------------------------------

// "helped to broker a truce": a noun that can be a verb stands between "to" and an object, and not
// "back to work the next day".
bool base_before_object(const SentenceView& s, int to) {
  const int at = to + 1;
  const bool can_be_verb = s.can_be(at, Tag::VB) || (s[at].classes & WordClass::kVerb) != 0;
  if (s.tag(at) != Tag::NN || !can_be_verb || !is_verb(s.tag(to - 1))) return false;
  const bool object = s.tag(at + 1) == Tag::DT || s.tag(at + 1) == Tag::PRPS;
  const bool when = s.is(at + 2, Feature::kTimeUnit | Feature::kWeekday) ||
                    s.is(at + 3, Feature::kTimeUnit | Feature::kWeekday);
  if (!object || when) return false;
  s.set(at, Tag::VB);
  return true;
}

// "to" before a base form marks the infinitive; before anything else it is a preposition, which the
// treebanks tag IN.
bool to(const SentenceView& s, int at) {
  if (s.tag(at) != Tag::TO) return false;
  const int next = right_over_adverbs(s, at);
  const Tag after = s.tag(next);
  const bool verb =
      after == Tag::VB || ((after == Tag::VBP || after == Tag::VBD) && s.can_be(next, Tag::VB));
  const bool elided = s.tag(right_of(s, at)) == Tag::Period || s.tag(right_of(s, at)) == Tag::Comma;
  if (!verb && !elided && !base_before_object(s, at)) s.set(at, Tag::IN);
  return true;
}

// "state-run", "hand-held": behind a noun and a hyphen, before a noun, a participle.
bool participle_behind_hyphen(const SentenceView& s, int at) {
  if (!s[at - 1].hyphen || !s.can_be(at, Tag::VBN) || s.tag(at) == Tag::VBN) return false;
  const bool modifies = is_noun(s.tag(right_of(s, at))) || is_adjective(s.tag(right_of(s, at)));
  const bool compound =
      is_noun(s.tag(at - 2)) || is_adjective(s.tag(at - 2)) || is_adverb(s.tag(at - 2));
  if (!modifies || !compound || s.tag(at) == Tag::JJ) return false;
  s.set(at, Tag::VBN);
  return true;
}

// 's and 'd stand for has and had before "been" and before participles of have and get; 'd before
// any participle.
bool clitic_have(const SentenceView& s, int at) {
  const bool has = s.key(at) == KeyWord::CliticS && s.tag(at) == Tag::VBZ;
  const bool had = s.key(at) == KeyWord::CliticD;
  if (!has && !had) return false;
  const int next = right_over_adverbs(s, at);
  const bool participle = s.tag(next) == Tag::VBN || s.tag(next) == Tag::VBD;
  const bool clear = s.key(next) == KeyWord::Been || s.is(next, Feature::kHave | Feature::kGet);
  if (!participle || (has && !clear) || (had && s.can_be(next, Tag::VB))) return false;
  s.set_have(at);
  if (had) s.set(at, Tag::VBD);
  return true;
}

// What each tag's corrections are, in their order; the first that mends the token is the last.
bool correct_tag(const SentenceView& s, int at) {
  switch (s.tag(at)) {
    case Tag::NN:
      return gerund_with_object(s, at) || bare_infinitive(s, at) || present_behind_subject(s, at);
    case Tag::NNS:
      return verb_before_comma(s, at) || verb_not_plural(s, at);
    case Tag::VB:
      return present_behind_subject(s, at) || adjective_behind_linking_verb(s, at) ||
             noun_not_base(s, at);
    case Tag::VBP:
      return bare_infinitive(s, at) || base_behind_to_or_modal(s, at) || imperative(s, at);
    case Tag::VBZ:
      return plural_before_past(s, at) || plural_not_verb(s, at);
    case Tag::VBD:
      return base_behind_to_or_modal(s, at) || participle_behind_auxiliary(s, at) ||
             like_the_verb_before(s, at) || participle_before_by(s, at) || past_behind_noun(s, at);
    case Tag::VBN:
      return past_behind_pronoun(s, at) || like_the_verb_before(s, at) || past_behind_noun(s, at);
    default:
      return false;
  }
}

}  // namespace

void correct_verb(const SentenceView& s, int at) {
  if (s.tag(at) == Tag::JJ && past_behind_year(s, at)) return;
  if (s.tag(at) == Tag::JJ && s.key(at) != KeyWord::CliticD) return;
  if (to(s, at) || clitic_have(s, at) || participle_behind_hyphen(s, at)) return;
  correct_tag(s, at);
}

}  // namespace testudo::english::corrections
