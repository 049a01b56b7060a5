#include "english/lemmatiser.h"

#include <array>
#include <string>

#include "english/morphology.h"

namespace testudo::english {
namespace {

// A form of up to 8 letters as a number, which is compared at once.
constexpr std::uint64_t letters(std::string_view form) {
  return image::load(form.data(), form.size());
}

struct Irregular {
  constexpr Irregular(std::string_view of, std::string_view is) : form(letters(of)), lemma(is) {}

  std::uint64_t form;
  std::string_view lemma;
};

// Pronouns, determiners and clitics; WordNet has none of them.
constexpr std::array kPronouns = {Irregular{"them", "they"}, Irregular{"him", "he"},
                                  Irregular{"her", "she"},   Irregular{"me", "i"},
                                  Irregular{"us", "we"},     Irregular{"'em", "they"},
                                  Irregular{"'s", "we"},     Irregular{"whom", "who"}};
constexpr std::array kDeterminers = {Irregular{"an", "a"}, Irregular{"these", "this"},
                                     Irregular{"those", "that"}};
constexpr std::array kModals = {Irregular{"wo", "will"}, Irregular{"'ll", "will"},
                                Irregular{"ca", "can"}, Irregular{"'d", "would"},
                                Irregular{"sha", "shall"}};
constexpr std::array kAdverbs = {Irregular{"n't", "not"}};
constexpr std::array kAuxiliaries = {
    Irregular{"'s", "be"},    Irregular{"'m", "be"},   Irregular{"'re", "be"},
    Irregular{"'ve", "have"}, Irregular{"'d", "have"}, Irregular{"am", "be"},
    Irregular{"are", "be"},   Irregular{"is", "be"},   Irregular{"was", "be"},
    Irregular{"were", "be"},  Irregular{"been", "be"}, Irregular{"being", "be"}};

template <std::size_t N>
std::string_view look_up(const std::array<Irregular, N>& list, std::string_view form) {
  constexpr std::size_t kLongest = 5;
  if (form.size() > kLongest) return {};
  const std::uint64_t wanted = letters(form);
  for (const Irregular& one : list) {
    if (one.form == wanted) return one.lemma;
  }
  return {};
}

std::string_view closed_lemma(Tag tag, std::string_view form) {
  switch (tag) {
    case Tag::PRP:
    case Tag::WP:
      return look_up(kPronouns, form);
    case Tag::DT:
      return look_up(kDeterminers, form);
    case Tag::MD:
      return look_up(kModals, form);
    case Tag::RB:
      return look_up(kAdverbs, form);
    case Tag::VB:
    case Tag::VBP:
    case Tag::VBZ:
    case Tag::VBD:
    case Tag::VBN:
    case Tag::VBG:
      return look_up(kAuxiliaries, form);
    default:
      return {};
  }
}

// Whether closed_lemma() can know the token: a quick look before a slow one.
bool may_be_irregular(const TaggedToken& token) {
  constexpr std::uint32_t kListed =
      Feature::kBe | Feature::kHave | Feature::kModal | Feature::kNegation;
  return (token.features & kListed) != 0 || token.tag == Tag::PRP || token.tag == Tag::WP ||
         token.tag == Tag::DT;
}

bool takes(Inflection inflection, Tag tag) {
  switch (inflection) {
    case Inflection::Plural:
      return tag == Tag::NNS || tag == Tag::NNPS;
    case Inflection::ThirdPerson:
      return tag == Tag::VBZ;
    case Inflection::Past:
      return tag == Tag::VBD || tag == Tag::VBN;
    case Inflection::Gerund:
      return tag == Tag::VBG;
    case Inflection::Comparative:
      return tag == Tag::JJR || tag == Tag::RBR;
    case Inflection::Superlative:
      return tag == Tag::JJS || tag == Tag::RBS;
  }
  return false;
}

std::uint8_t class_of(Tag tag) {
  if (is_noun(tag)) return WordClass::kNoun;
  if (is_verb(tag)) return WordClass::kVerb;
  return WordClass::kAdjective | WordClass::kAdverb;
}

// "iodised" without a dictionary: which stems take an e back.
bool wants_e(std::string_view stem) {
  if (stem.size() < 3) return false;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  const bool vowel_before = morphology::is_vowel(before);
  switch (last) {
    case 'c':
    case 'g':
    case 'u':
    case 'v':
    case 'z':
      return before != last;
    case 's':
      return vowel_before || before == 'r' || before == 'n';
    case 't':
      return before == 'a' && !morphology::is_vowel(stem[stem.size() - 3]);
    default:
      return false;
  }
}

// The regular lemma of an inflected form that no dictionary knows.
std::string regular_lemma(std::string_view form, Tag tag) {
  const auto cut = [&](std::size_t n) { return std::string(form.substr(0, form.size() - n)); };
  switch (tag) {
    case Tag::NNS:
    case Tag::NNPS:
    case Tag::VBZ:
      if (form.ends_with("ies") && form.size() > 4) return cut(3) + "y";
      if (form.ends_with("sses") || form.ends_with("ches") || form.ends_with("shes") ||
          form.ends_with("xes")) {
        return cut(2);
      }
      if (form.ends_with("s") && !form.ends_with("ss")) return cut(1);
      break;
    case Tag::VBD:
    case Tag::VBN:
    case Tag::VBG: {
      const bool gerund = tag == Tag::VBG;
      if (!form.ends_with(gerund ? "ing" : "ed") || form.size() < 5) break;
      if (form.ends_with("ied")) return cut(3) + "y";
      std::string stem = cut(gerund ? 3 : 2);
      if (morphology::has_doubled_end(stem) && stem.back() != 'l' && stem.back() != 's') {
        stem.pop_back();
      } else if (wants_e(stem)) {
        stem += 'e';
      }
      return stem;
    }
    default:
      break;
  }
  return std::string(form);
}

bool is_inflected(Tag tag) {
  switch (tag) {
    case Tag::NNS:
    case Tag::VBD:
    case Tag::VBG:
    case Tag::VBN:
    case Tag::VBZ:
    case Tag::JJR:
    case Tag::JJS:
    case Tag::RBR:
    case Tag::RBS:
      return true;
    default:
      return false;
  }
}

void set(Word& word, WordId id, const WordTable& words) {
  word.lemma_id = id;
  word.lemma = words.form(id);
}

// A name keeps its form and its capitals; a plural one loses its ending: "Nations" → "Nation".
[[gnu::noinline]] void find_name(const TaggedToken& token, const WordTable& words, WordShape& shape,
                                 LemmaStore& store, Word& word) {
  word.lemma = token.text;
  word.lemma_id = token.id;
  if (token.tag != Tag::NNPS) return;
  shape.read(token.text);
  const std::string singular = regular_lemma(shape.lower(), Tag::NNPS);
  const WordId known = token.id == WordId::None ? WordId::None : words.lemma(token.id, Tag::NNPS);
  const std::string_view lower =
      known != WordId::None && known != token.id ? words.form(known) : std::string_view(singular);
  word.lemma_id = words.find(lower);
  // The capitals of the form, the ending of the lemma.
  std::size_t same = 0;
  while (same < lower.size() && same < token.text.size() && shape.lower()[same] == lower[same]) {
    ++same;
  }
  if (same == lower.size()) {
    word.lemma = token.text.substr(0, same);
  } else {
    word.lemma =
        store.keep(std::string(token.text.substr(0, same)) + std::string(lower.substr(same)));
  }
}

[[gnu::noinline]] void find_unknown(const TaggedToken& token, const WordTable& words,
                                    WordShape& shape, LemmaStore& store, Word& word) {
  shape.read(token.text);
  const std::string_view lower = shape.lower();
  if (!is_inflected(token.tag) || shape.has_digit()) {
    word.lemma = token.letter_case == Case::Lower || token.letter_case == Case::None
                     ? token.text
                     : store.keep(std::string(lower));
    return;
  }
  const bool known = for_each_lemma(lower, [&](const Detachment& one) {
    if (!takes(one.inflection, token.tag)) return false;
    const WordId id = words.find(one.lemma);
    if ((words.word_classes(id) & class_of(token.tag)) == 0) return false;
    set(word, id, words);
    return true;
  });
  if (!known) word.lemma = store.keep(regular_lemma(lower, token.tag));
}

}  // namespace

void find_lemma(const TaggedToken& token, const WordTable& words, WordShape& shape,
                LemmaStore& store, Word& word) {
  if (is_proper_noun(token.tag)) return find_name(token, words, shape, store, word);
  if (token.id == WordId::None) return find_unknown(token, words, shape, store, word);
  if (token.is_have) return set(word, words.find("have"), words);
  if (may_be_irregular(token)) {
    const std::string_view closed = closed_lemma(token.tag, words.form(token.id));
    if (!closed.empty()) return set(word, words.find(closed), words);
  }
  const WordId lemma = words.lemma(token.id, token.tag);
  if (lemma == token.id && is_inflected(token.tag) &&
      (words.word_classes(token.id) & class_of(token.tag)) == 0) {
    return find_unknown(token, words, shape, store, word);
  }
  set(word, lemma, words);
}

}  // namespace testudo::english
