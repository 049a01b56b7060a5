#include "english/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "english/morphology.h"

namespace testudo::english {
namespace {

// How unlikely a word that is no name is to be written with a capital inside a sentence, as
// log-odds against names.
constexpr float kCapitalNoName = -6.0F;
// All in capitals: abbreviations of common nouns, too (TV, CEO).
constexpr float kUpperNoName = -4.0F;
// A name in lower case.
constexpr float kLowerName = -7.0F;

// A word with a capital at a sentence's beginning that the document elsewhere writes in lower case.
constexpr float kCommonElsewhere = -4.0F;

// In a headline all in capitals, a word that is seldom a name.
constexpr float kNameInHeadline = -2.0F;

// log P(name | word) of words that were never seen as one: unknown words, of which most with a
// capital are names, and known ones.
constexpr float kNameUnknown = 0.5F;
constexpr float kNameKnown = -3.5F;
// … where the capital may be the sentence's.
constexpr float kNameAtStart = -6.5F;

bool is_name(State state) { return state == State::nnp || state == State::nnps; }

bool is_closed(State state) {
  switch (state) {
    case State::dt:
    case State::in:
    case State::prp:
    case State::cc:
    case State::of:
    case State::to:
    case State::md:
    case State::pos:
    case State::wdt:
    case State::wp:
    case State::wrb:
    case State::ex:
    case State::pdt:
      return true;
    default:
      return false;
  }
}

bool has_capital(Case letter_case) {
  return letter_case == Case::Capitalised || letter_case == Case::Upper ||
         letter_case == Case::Mixed;
}

// What the letters' case says for or against a state.
float case_score(const TaggedToken& token, State state, bool mostly_name) {
  if (token.letter_case == Case::Lower) return is_name(state) ? kLowerName : 0;
  if (is_name(state) && token.common_elsewhere) return kCommonElsewhere;
  if (is_name(state) && token.headline && !mostly_name) return kNameInHeadline;
  if (token.letter_case == Case::None || token.neutral_case || is_name(state)) return 0;
  if (state == State::jj && (token.classes & WordClass::kProperAdjective) != 0) return 0;
  return token.letter_case == Case::Upper ? kUpperNoName : kCapitalNoName;
}

// A capitalised word that was never seen as a name; `familiar` if WordNet knows it, or its lemma,
// as something else.
void add_name(const TaggedToken& token, bool familiar, const WordTable& words,
              CandidateList& list) {
  if (!has_capital(token.letter_case) || list.has(State::nnp)) return;
  if (familiar && token.headline) return;
  if (!list.all().empty() && is_closed(list.all().front().state)) return;
  const float known_chance = token.neutral_case ? kNameAtStart : kNameKnown;
  list.add(Tag::NNP, State::nnp,
           (familiar ? known_chance : kNameUnknown) - words.prior(State::nnp));
}

void add_known(const TaggedToken& token, const WordTable& words, CandidateList& list) {
  for (const TagScore& one : words.tags(token.id)) list.add(one.tag, one.state, one.score);
}

Tag tag_of_open(State state) {
  switch (state) {
    case State::nn:
      return Tag::NN;
    case State::nns:
      return Tag::NNS;
    case State::jj:
      return Tag::JJ;
    case State::vb:
      return Tag::VB;
    case State::vbp:
      return Tag::VBP;
    case State::vbz:
      return Tag::VBZ;
    case State::vbd:
      return Tag::VBD;
    case State::vbn:
      return Tag::VBN;
    case State::vbg:
      return Tag::VBG;
    case State::rb:
      return Tag::RB;
    case State::cd:
      return Tag::CD;
    default:
      return Tag::FW;
  }
}

// "anti-establishment", "pro-Beijing": before a noun, these prefixes make an adjective of any word.
bool has_adjective_prefix(std::string_view lower) {
  constexpr std::array<std::string_view, 14> kPrefixes = {
      "anti-",  "pro-",   "non-",   "pre-",   "post-", "inter-", "multi-",
      "trans-", "cross-", "intra-", "ultra-", "semi-", "mid-",   "quasi-"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view prefix) { return lower.starts_with(prefix); });
}

void add_prefixed(std::string_view lower, const WordTable& words, CandidateList& list) {
  if (!has_adjective_prefix(lower)) return;
  const bool plural = lower.back() == 's';
  list.add(Tag::JJ, State::jj, -0.2F - words.prior(State::jj));
  if (plural) list.add(Tag::NNS, State::nns, -1.5F - words.prior(State::nns));
  if (!plural) list.add(Tag::NN, State::nn, -2.0F - words.prior(State::nn));
}

// Returns whether WordNet knows the word's lemma.
bool add_unknown(std::string_view lower, const WordTable& words, CandidateList& list) {
  const Support support = support_of(
      lower, [&](std::string_view lemma) { return words.word_classes(words.find(lemma)); });
  const OpenProbabilities guess = combine(support, words.suffix_scores(lower));
  for (std::size_t i = 0; i < guess.size(); ++i) {
    if (guess[i] < 0.002) continue;
    const State state = image::kOpenStates[i];
    list.add(tag_of_open(state), state,
             static_cast<float>(std::log(guess[i])) - words.prior(state));
  }
  return support.any;
}

// "21st", "2nd": an ordinal number in digits.
bool is_ordinal(std::string_view lower) {
  return lower.ends_with("st") || lower.ends_with("nd") || lower.ends_with("rd") ||
         lower.ends_with("th");
}

bool is_all_number(std::string_view lower) {
  return lower.find_first_not_of("0123456789.,:/-+'") == std::string_view::npos;
}

// Words with digits: numbers, ordinals, decades ("1990s"), names ("G20"), units ("5km").
void add_number(const TaggedToken& token, std::string_view lower, CandidateList& list) {
  if (is_all_number(lower)) {
    list.add(Tag::CD, State::cd, 0);
  } else if (!WordShape::is_digit(lower.front()) && lower.front() != '\'') {
    if (has_capital(token.letter_case)) {
      list.add(Tag::NNP, State::nnp, 0);
    } else {
      list.add(Tag::NN, State::nn, 0);
    }
  } else if (is_ordinal(lower)) {
    list.add(Tag::JJ, State::jj, 0);
  } else if (lower.back() == 's') {
    list.add(Tag::NNS, State::nns, 0);
  } else {
    list.add(Tag::NN, State::nn, 0);
    list.add(Tag::CD, State::cd, 0);
    list.add(Tag::JJ, State::jj, -2);
  }
}

// Web addresses, e-mail addresses, @names and #topics are names of a kind.
bool is_address(std::string_view text) {
  return text.starts_with("www.") || text.find("://") != std::string_view::npos ||
         (text.size() > 1 && (text.front() == '@' || text.front() == '#')) ||
         (text.find('@') != std::string_view::npos && text.find('.') != std::string_view::npos);
}

void fill(const TaggedToken& token, const WordTable& words, WordShape& shape, CandidateList& list) {
  list.clear();
  if (token.id == WordId::None && is_address(token.text)) {
    list.add(Tag::NNP, State::nnp, 0);
    return;
  }
  if (token.has_digit) {
    shape.read(token.text);
    add_number(token, shape.lower(), list);
    return;
  }
  bool familiar = true;
  if (token.id != WordId::None) {
    add_known(token, words, list);
  } else {
    shape.read(token.text);
    add_prefixed(shape.lower(), words, list);
    if (!list.all().empty()) return;
    familiar = add_unknown(shape.lower(), words, list);
  }
  add_name(token, familiar, words, list);
  const bool mostly_name = !list.all().empty() && is_name(list.all().front().state);
  for (TagScore& one : list.all())
    one.score += case_score(token, one.state, mostly_name || !familiar);
}

}  // namespace

std::span<const TagScore> weigh_candidates(const TaggedToken& token, const WordTable& words,
                                           WordShape& shape, CandidateList& list) {
  fill(token, words, shape, list);
  return list.all();
}

}  // namespace testudo::english
