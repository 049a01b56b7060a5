// The noun phrase grammar, one step a function:
//   phrase   → [quantity] [predeterminer] [determiner | possessor 's] modifier* head
//   quantity → "about", "more than", "at least", …, before a number
//   modifier → adjective | number | participle | noun | modifier - modifier | adjective (and | ,)
//   adjective head     → the last noun, or where there is none a number, a sum of money, an
//   adjective or gerund behind a determiner, or the determiner alone
// Tests: tests/english/phrases_test.cpp.
#include <algorithm>

#include "english/phrases.h"

namespace testudo::english {
namespace {

bool is_determiner(Tag t) { return t == Tag::DT || t == Tag::PRPS || t == Tag::WPS; }

// The tags of words that are in no noun phrase.
constexpr std::uint64_t kOutside = [] {
  std::uint64_t tags = 0;
  for (const Tag tag : {Tag::IN, Tag::TO, Tag::MD, Tag::VB, Tag::VBD, Tag::VBP, Tag::VBZ, Tag::WDT,
                        Tag::WP, Tag::WRB, Tag::RP, Tag::EX, Tag::Period}) {
    tags |= std::uint64_t{1} << static_cast<unsigned>(tag);
  }
  return tags;
}();

bool is_outside(Tag t) { return (kOutside >> static_cast<unsigned>(t) & 1U) != 0; }

bool is_participle(Tag t) { return t == Tag::VBN || t == Tag::VBG; }

class Run {
 public:
  Run(Analysis& analysis, const SymbolSequences& quantities,
      const SymbolSequences& before_determiners, const SymbolSet& two_objects,
      const SymbolSet& person_nouns, const SymbolSet& object_complement,
      const SymbolPairs& verb_complements)
      : a_(analysis),
        quantities_(quantities),
        before_determiners_(before_determiners),
        two_objects_(two_objects),
        person_nouns_(person_nouns),
        object_complement_(object_complement),
        verb_complements_(verb_complements),
        table_(WordTable::builtin()) {}

  void sentence(TokenSpan sentence) {
    sentence_ = sentence;
    std::uint32_t previous = kNone;  // the phrase before a possessive 's
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      if (a_.tag(at) == Tag::POS && previous != kNone && a_.phrases[previous].span.end == at) {
        const std::uint32_t next = add(at + 1, previous);
        at = next == kNone ? at + 1 : next;
        previous = next == kNone ? kNone : last();
        continue;
      }
      const std::uint32_t next = add(at, kNone);
      previous = next == kNone ? kNone : last();
      at = next == kNone ? at + 1 : next;
    }
  }

 private:
  std::uint32_t last() const { return static_cast<std::uint32_t>(a_.phrases.size()) - 1; }
  Tag tag(std::uint32_t at) const { return at < sentence_.end ? a_.tag(at) : Tag::Period; }
  bool is(std::uint32_t at, std::uint32_t features) const {
    return at < sentence_.end && (table_.features(a_.words[at].form) & features) != 0;
  }
  bool lemma_is(std::uint32_t at, std::string_view lemma) const {
    return at < sentence_.end && a_.words[at].lemma == lemma;
  }
  bool is_number(std::uint32_t at) const {
    return tag(at) == Tag::CD || tag(at) == Tag::Dollar || tag(at) == Tag::Hash;
  }

  bool is_hyphen(std::uint32_t at) const {
    return at < sentence_.end && a_.tag(at) == Tag::Colon && at + 1 < sentence_.end &&
           !a_.segmentation.tokens[at].space_before && !a_.segmentation.tokens[at + 1].space_before;
  }

  // "about 50", "more than 20", "at least $5": the words before a number that only say how exact it
  // is. Returns the number's token, or the same one where there is no such word.
  std::uint32_t past_quantity(std::uint32_t at) const {
    const std::uint32_t length = quantities_.longest(a_.symbols, at, sentence_.end);
    if (length == 0) return at;
    if (is_number(at + length)) return at + length;
    const bool determined = tag(at + length) == Tag::DT || tag(at + length) == Tag::PDT;
    return determined && before_determiners_.longest(a_.symbols, at, sentence_.end) == length
               ? at + length
               : at;
  }

  // Whether forms of be or have stand before the token, so that a participle there is a verb.
  bool follows_auxiliary(std::uint32_t at) const {
    while (at > sentence_.begin && is_adverb(a_.tag(at - 1))) --at;
    return at > sentence_.begin &&
           (is(at - 1, Feature::kBe | Feature::kHave | Feature::kGet) || tag(at - 1) == Tag::MD);
  }

  // A participle describes the noun behind it: "the leading party", "displaced people" (but "has
  // emerged", "people displaced", "by sending troops").
  bool is_participial_modifier(std::uint32_t at, std::uint32_t begin, bool after_noun) const {
    if (!is_participle(tag(at)) || after_noun) return false;
    const Tag next = tag(at + 1);
    if (!(is_noun(next) || is_adjective(next) || is_hyphen(at + 1))) return false;
    if (at > begin) return true;
    if (tag(at) == Tag::VBG) return false;
    const bool after_phrase =
        at > sentence_.begin && (is_noun(tag(at - 1)) || tag(at - 1) == Tag::PRP);
    // "Shelling hit the town": a form that is past tense, too, and begins no noun phrase.
    const bool past_tense = a_.words[at].form == a_.words[at].lemma_id;
    return !after_phrase && !past_tense && !follows_auxiliary(at);
  }

  bool is_modifier(std::uint32_t at, std::uint32_t begin, bool after_noun) const {
    switch (tag(at)) {
      case Tag::JJ:
      case Tag::JJR:
      case Tag::JJS:
      case Tag::CD:
      case Tag::Dollar:
      case Tag::Hash:
        return true;
      case Tag::RB:
      case Tag::RBR:
      case Tag::RBS: {  // "newly emerged troika", "more open"
        const Tag next = tag(at + 1);
        return at > begin && (is_adjective(next) || next == Tag::VBN || next == Tag::CD);
      }
      default:
        return is_participial_modifier(at, begin, after_noun);
    }
  }

  // Where a modifier list goes on behind a comma or conjunction: "nuclear and conventional arms",
  // "deep, lasting crisis".
  std::uint32_t joined_adjective(std::uint32_t at) const {
    if (at == sentence_.begin || !is_adjective(tag(at - 1))) return kNone;
    std::uint32_t next = at;
    if (tag(next) == Tag::Comma) ++next;
    if (tag(next) == Tag::CC) ++next;
    const bool lasting = tag(at) == Tag::Comma && tag(next) == Tag::VBG && is_noun(tag(next + 1));
    if (next == at || !(is_adjective(tag(next)) || lasting)) return kNone;
    if (lasting) return next + 1;
    for (std::uint32_t ahead = next; ahead < sentence_.end; ++ahead) {
      if (is_noun(tag(ahead))) return next;
      if (!is_adjective(tag(ahead)) && !is_hyphen(ahead)) return kNone;
    }
    return kNone;
  }

  // 'the "frozen" conflict': quotation marks within a noun phrase.
  std::uint32_t past_quotation_mark(std::uint32_t at, std::uint32_t begin) const {
    if (at == begin) return kNone;
    const bool opening = tag(at) == Tag::OpenQuote;
    if (!opening && tag(at) != Tag::CloseQuote) return kNone;
    const Tag next = tag(at + 1);
    if (!is_noun(next) && !is_adjective(next)) return kNone;
    return opening == (is_determiner(tag(at - 1)) || is_adjective(tag(at - 1))) ? at + 1 : kNone;
  }

  // Whether words joined by hyphens and then a noun follow: "on-site inspections".
  bool starts_compound(std::uint32_t at) const {
    if (is_punctuation(tag(at))) return false;
    while (is_hyphen(at + 1)) at += 2;
    return is_noun(tag(at + 1)) || is_adjective(tag(at + 1)) || is_noun(tag(at));
  }

  // "oil and gas prices": two nouns that describe a third.
  std::uint32_t joined_noun(std::uint32_t at, std::uint32_t first) const {
    if (tag(at) != Tag::CC || at != first + 1 || tag(first) != Tag::NN) return kNone;
    const bool compound = tag(at + 1) == Tag::NN && is_common_noun(tag(at + 2)) &&
                          !is_noun(tag(at + 3)) &&
                          (first == sentence_.begin || !is_determiner(tag(first - 1)));
    return compound ? at + 1 : kNone;
  }

  // "Nov. 3, 2019": the year belongs to the date.
  std::uint32_t past_date(std::uint32_t at) const {
    if (!is(at - 1, Feature::kMonth) && !(at >= sentence_.begin + 2 && is(at - 2, Feature::kMonth)))
      return at;
    if (tag(at) == Tag::CD) ++at;
    if (tag(at) == Tag::Comma && tag(at + 1) == Tag::CD && a_.text(at + 1).size() == 4) at += 2;
    return at;
  }

  // "they themselves created", "than the king himself": a reflexive that only stresses what it
  // follows.
  bool is_emphatic(std::uint32_t at) const {
    if (at == sentence_.begin) return false;
    const std::string_view text = a_.text(at);
    if (!text.ends_with("self") && !text.ends_with("selves")) return false;
    if (is_noun(tag(at - 1))) return true;
    return tag(at - 1) == Tag::PRP && (is_finite_verb(tag(at + 1)) || tag(at + 1) == Tag::MD);
  }

  // "officials Friday", "in the journal yesterday": a noun phrase of its own.
  bool begins_adverbial(std::uint32_t at) const {
    if (is_proper_noun(tag(at)) && is(at, Feature::kWeekday)) return true;
    // "left Oslo last year"
    const std::string_view word = a_.words[at].lemma;
    if ((word == "last" || word == "next") &&
        is(at + 1, Feature::kTimeUnit | Feature::kMonth | Feature::kWeekday)) {
      return true;
    }
    return word == "yesterday" || word == "today" || word == "tomorrow" || word == "tonight";
  }

  // "Yesterday Oslo agreed": what follows is the subject.
  bool is_adverbial_alone(std::uint32_t at) const {
    const WordId word = a_.words[at].form;
    return word != WordId::None && (word == yesterday_ || word == today_) && is_noun(tag(at)) &&
           tag(at + 1) != Tag::POS && is_noun(tag(at + 1));
  }

  // "the mine three times", "gave Oslo two trains": a number behind a noun, with a noun of its own.
  bool begins_measure(std::uint32_t at) const {
    return tag(at) == Tag::CD && (tag(at + 1) == Tag::NNS) && is(at, Feature::kNumberWord);
  }

  // "gave the farmers money": behind a verb with two objects and a determiner, a plural for persons
  // is a phrase of its own.
  bool begins_second_object(std::uint32_t begin, std::uint32_t at) const {
    if (begin == sentence_.begin || !is_verb(tag(begin - 1))) return false;
    const Symbol verb = a_.symbols[begin - 1].lemma;
    // "appointed Kranz head of the fund"
    if (is_proper_noun(tag(at - 1)) && tag(at) == Tag::NN && object_complement_.contains(verb)) {
      return person_nouns_.contains(a_.symbols[at].lemma) && !is_noun(tag(at + 1));
    }
    // "gave Oslo fresh coal", "sent Oslo weapons": a name, and what it gets
    if (two_objects_.contains(verb) && is_bare_name(begin, at)) {
      return (tag(at) == Tag::NNS && !lemma_is(at + 1, "to")) ||
             (tag(at) == Tag::JJ && is_common_noun(tag(at + 1)));
    }
    // "took two nurses hostage"
    if (is_noun(tag(at)) && !is_noun(tag(at + 1)) &&
        verb_complements_.contains(verb, a_.symbols[at].form)) {
      return true;
    }
    return is_determiner(tag(begin)) && is_noun(tag(at)) && tag(at - 1) == Tag::NNS &&
           person_nouns_.contains(a_.symbols[at - 1].lemma) && two_objects_.contains(verb);
  }

  // Nothing but a name, and none like "U.S." or "EU", which rather describe what follows: "sent
  // U.S. weapons".
  bool is_bare_name(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end; ++at) {
      if (tag(at) != Tag::NNP) return false;
    }
    const std::string_view text = a_.text(end - 1);
    return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool is_year(std::uint32_t at) const {
    const std::string_view text = a_.text(at);
    return tag(at) == Tag::CD && text.size() == 4 &&
           (text.starts_with("1") || text.starts_with("20"));
  }

  // "2019" behind a preposition of time, "early 2019", "May 2019", "January 6", "last year":
  // whether a phrase has been read so far that only says when.
  bool is_date(std::uint32_t begin, std::uint32_t end) const {
    if (lemma_is(begin, "early") || lemma_is(begin, "late")) ++begin;
    if (begin + 1 == end) {
      std::uint32_t before = begin == sentence_.begin ? end : begin - 1;
      if (before > sentence_.begin && (lemma_is(before, "early") || lemma_is(before, "late")))
        --before;
      const bool in = lemma_is(before, "in") || lemma_is(before, "since");
      const bool by = lemma_is(before, "by") || lemma_is(before, "until");
      const bool day = is(begin, Feature::kWeekday) && lemma_is(before, "on");
      return day || (in && is(begin, Feature::kMonth)) || ((in || by) && is_year(begin));
    }
    if (begin + 2 != end) return false;
    if (is(begin, Feature::kMonth)) return is_proper_noun(tag(begin)) && tag(begin + 1) == Tag::CD;
    const std::string_view opener = a_.words[begin].lemma;
    return (opener == "last" || opener == "next" || opener == "this" || opener == "that") &&
           is(begin + 1, Feature::kTimeUnit | Feature::kMonth | Feature::kWeekday);
  }

  // "In 2007 Russia left", "Last year prices rose": behind a date a name or nationality begins a
  // phrase of its own; where the sentence begins with the date, any noun does.
  bool ends_date(std::uint32_t begin, std::uint32_t at) const {
    if (at == begin || !begins_behind_date(begin, at)) return false;
    return is_date(begin, at);
  }

  bool begins_behind_date(std::uint32_t begin, std::uint32_t at) const {
    const bool name = is_proper_noun(tag(at)) && !is(at, Feature::kMonth);
    const bool nationality =
        tag(at) == Tag::JJ && a_.words[at].letter_case != Case::Lower && is_noun(tag(at + 1));
    const bool first = begin <= sentence_.begin + 1 && (is_noun(tag(at)) || is_adjective(tag(at)));
    return name || nationality || (first && tag(at) != Tag::NNP);
  }

  bool can_be(std::uint32_t at, Tag wanted) const {
    for (const TagScore& one : table_.tags(a_.words[at].form)) {
      if (one.tag == wanted) return true;
    }
    return false;
  }

  // "did the general surrender": behind do or a modal, the verb looks like the last noun of its
  // subject. Returns where the subject ends.
  std::uint32_t before_verb_of_question(std::uint32_t begin, std::uint32_t noun) {
    if (begin == sentence_.begin || noun <= begin + 1 || tag(noun) != Tag::NN) return kNone;
    const bool opened = tag(begin - 1) == Tag::MD ||
                        (is(begin - 1, Feature::kDo) && is_finite_verb(tag(begin - 1)));
    const Tag next = tag(noun + 1);
    if (!opened || is_verb(next) || is_adverb(next) || !can_be(noun - 1, Tag::NN) ||
        !can_be(noun, Tag::VB)) {
      return kNone;
    }
    a_.words[noun].tag = Tag::VB;
    return noun - 1;
  }

  // "Many left", "few of them": a quantity that stands for a noun.
  bool is_quantity_alone(std::uint32_t at) const {
    const std::string_view word = a_.words[at].lemma;
    const bool part = is(at, Feature::kQuantifier) && lemma_is(at + 1, "of") && !is_noun(tag(at)) &&
                      tag(at) != Tag::DT && tag(at) != Tag::CD && tag(at) != Tag::PDT;
    if (part) return true;  // "most of the money"
    if (tag(at) != Tag::JJ || (word != "many" && word != "few" && word != "several")) return false;
    const Tag next = tag(at + 1);
    const bool stands = is_finite_verb(next) || next == Tag::MD || next == Tag::Period ||
                        next == Tag::Comma || next == Tag::IN || next == Tag::WP;
    const bool before = at == sentence_.begin || is_verb(tag(at - 1)) ||
                        is_punctuation(tag(at - 1)) || tag(at - 1) == Tag::IN ||
                        tag(at - 1) == Tag::CC;
    return stands && before;
  }

  // A comparative that stands for a noun: "more", "less" with nothing of its phrase behind it.
  bool is_alone(std::uint32_t at) const {
    const std::string_view word = a_.words[at].lemma;
    const Tag next = tag(at + 1);
    return (a_.text(at) == "more" || a_.text(at) == "less" || word == "more") &&
           at > sentence_.begin && is_verb(tag(at - 1)) &&
           (next == Tag::Period || next == Tag::Comma || next == Tag::IN || next == Tag::TO ||
            next == Tag::CC) &&
           (at + 1 >= sentence_.end || a_.words[at + 1].lemma != "than");
  }

  std::uint32_t add_single(std::uint32_t at) {
    NounPhrase phrase;
    phrase.span = {at, at + 1};
    phrase.head = at;
    a_.phrases.push_back(phrase);
    return at + 1;
  }

  std::uint32_t add_pronoun(std::uint32_t at) {
    NounPhrase phrase;
    phrase.span = {at, at + 1};
    phrase.head = at;
    phrase.definite = true;
    phrase.pronoun = true;
    a_.phrases.push_back(phrase);
    return at + 1;
  }

  // "they both signed", "have all agreed": a quantifier of the subject, moved into the verb group.
  bool floats(std::uint32_t determiner, std::uint32_t end) const {
    if (end != determiner + 1 || determiner == sentence_.begin) return false;
    const std::string_view word = a_.words[determiner].lemma;
    if (word != "both" && word != "all" && word != "each") return false;
    std::uint32_t next = end;
    while (is_adverb(tag(next))) ++next;
    const Tag before = tag(determiner - 1);
    return (is_verb(tag(next)) || tag(next) == Tag::MD) &&
           (is_noun(before) || before == Tag::PRP || is_verb(before) || before == Tag::MD);
  }

  // The head where a determiner has no noun: "the injured", "the bombing of", "these".
  std::uint32_t head_without_noun(std::uint32_t determiner, std::uint32_t& at) const {
    const Tag next = tag(at);
    const bool those = a_.words[determiner].lemma == "those";
    if (at == determiner + 2 && is_adjective(tag(at - 1)) && tag(at) == Tag::IN && those) {
      at = determiner + 1;  // "those involved in"
      return determiner;
    }
    if (at == determiner + 1 && !those && (next == Tag::VBG || next == Tag::VBN) &&
        (tag(at + 1) == Tag::IN || next == Tag::VBG || is_finite_verb(tag(at + 1)) ||
         tag(at + 1) == Tag::MD)) {
      return at++;
    }
    if (at > determiner + 1 && (is_adjective(tag(at - 1)) || tag(at - 1) == Tag::VBN))
      return at - 1;
    if (floats(determiner, at)) return kNone;
    if (tag(determiner) == Tag::DT && tag(at - 1) == Tag::DT) return at - 1;
    return kNone;
  }

  // A phrase that is being read.
  struct Reading {
    std::uint32_t begin = 0;
    std::uint32_t possessor = kNone;
    std::uint32_t determiner = kNone;
    std::uint32_t first_modifier = 0;
    std::uint32_t opened = 0;  // where participles may stand as modifiers from
    std::uint32_t at = 0;      // the next token
    std::uint32_t noun = kNone;
    std::uint32_t number = kNone;

    bool behind_noun() const { return noun != kNone && noun + 1 == at; }
  };

  // A quick look that most tokens between phrases end with: no noun phrase begins with a verb, a
  // preposition or a mark, unless it begins with a quantity or a compound.
  bool begins_none(std::uint32_t at) const {
    if (!is_outside(a_.tag(at))) return false;
    return !is(at, Feature::kQuantifier) && !is_hyphen(at + 1) &&
           quantities_.longest(a_.symbols, at, sentence_.end) == 0;
  }

  // Adds the phrase that begins at a token; returns its end, or kNone where none begins.
  std::uint32_t add(std::uint32_t begin, std::uint32_t possessor) {
    if (begin >= sentence_.end || (possessor == kNone && begins_none(begin))) return kNone;
    // "learn more"
    if (tag(begin) == Tag::JJR && is_alone(begin)) return add_single(begin);
    if (is_quantity_alone(begin) || is_adverbial_alone(begin)) return add_single(begin);
    if (tag(begin) == Tag::PRP) return is_emphatic(begin) ? kNone : add_pronoun(begin);
    Reading r = open(begin, possessor);
    while (r.at < sentence_.end && read_word(r)) {
    }
    if (r.noun == kNone && r.number != kNone && r.number + 1 == r.at && tag(r.at) == Tag::JJR)
      r.number = r.at++;
    if (r.behind_noun()) {
      if (const std::uint32_t last = before_verb_of_question(begin, r.noun); last != kNone)
        r.at = (r.noun = last) + 1;
    }
    return close(r);
  }

  // Quantity, predeterminer and determiner.
  Reading open(std::uint32_t begin, std::uint32_t possessor) const {
    Reading r;
    r.begin = begin;
    r.possessor = possessor;
    r.at = past_quantity(begin);
    if (tag(r.at) == Tag::PDT) ++r.at;
    if (is_determiner(tag(r.at))) {
      r.determiner = r.at;
      r.at = past_quantity(r.at + 1);
      if (tag(r.at) == Tag::DT && tag(r.determiner) == Tag::DT) ++r.at;  // "all those"
    }
    r.first_modifier = r.at;
    // Behind a determiner or possessor, participles are modifiers even where a phrase would begin
    // with them.
    r.opened = r.determiner != kNone || possessor != kNone ? begin : r.at;
    return r;
  }

  // One noun or modifier, or what joins two; false where the phrase ends.
  bool read_word(Reading& r) const {
    const std::uint32_t at = r.at;
    if (is_outside(a_.tag(at)) && !is_hyphen(at + 1)) return false;  // most phrases end so
    if (r.possessor == kNone && ends_date(r.begin, at)) return false;
    if (r.behind_noun() && (begins_adverbial(at) || past_quantity(at) != at || begins_measure(at) ||
                            begins_second_object(r.begin, at))) {
      return false;
    }
    if (is_noun(tag(at))) {
      r.noun = r.at++;
      return true;
    }
    if (const std::uint32_t next = past_hyphen(r); next != kNone) {
      r.at = next;
      return true;
    }
    if (is_modifier(at, r.possessor != kNone && at == r.begin ? r.begin - 1 : r.opened,
                    r.behind_noun())) {
      if (is_number(at) && (r.number == kNone || tag(r.number) != Tag::Dollar)) r.number = at;
      ++r.at;
      return true;
    }
    if (const std::uint32_t next = past_joint(r); next != kNone) {
      r.at = next;
      return true;
    }
    return false;
  }

  std::uint32_t past_hyphen(const Reading& r) const {
    const std::uint32_t at = r.at;
    if (!is_hyphen(at) || at <= r.first_modifier) return kNone;
    // "state-run", "pandemic-linked": what stands behind the hyphen modifies, whatever its tag; a
    // noun can be the head.
    if (is_noun(tag(at + 1))) return at + 1;
    if (is_verb(tag(at + 1)) || is_modifier(at + 1, r.begin, false)) return at + 2;
    return is_hyphen(at + 2) ? at + 3 : kNone;  // "denial-of-service attack"
  }

  // Past a conjunction, comma or quotation mark that joins two words of one phrase, or past the
  // first two words of a compound.
  std::uint32_t past_joint(const Reading& r) const {
    const std::uint32_t at = r.at;
    const bool sum = tag(at) == Tag::CC && r.number != kNone && r.number + 1 == at;
    if (sum && tag(at + 1) == Tag::CD) return at + 1;             // "one or two points"
    if (is_hyphen(at + 1) && starts_compound(at)) return at + 2;  // "on-site inspections"
    if (const std::uint32_t next = joined_adjective(at); next != kNone) return next;
    if (const std::uint32_t next = past_quotation_mark(at, r.begin); next != kNone) return next;
    return joined_noun(at, r.first_modifier);
  }

  // The head is known: adds the phrase.
  std::uint32_t close(Reading& r) {
    NounPhrase phrase;
    std::uint32_t end = kNone;
    if (r.noun != kNone) {
      phrase.head = r.noun;
      end = is(r.noun, Feature::kMonth) ? past_date(r.noun + 1) : r.noun + 1;
      if (r.number == r.noun + 1 && end == r.noun + 1) end = r.number + 1;  // "Apollo 11"
    } else if (r.number != kNone) {
      phrase.head = r.number;
      end = r.at;
    } else if (r.determiner != kNone) {
      phrase.head = head_without_noun(r.determiner, r.at);
      end = r.at;
    }
    if (end == kNone || phrase.head == kNone || phrase.head >= sentence_.end) return kNone;
    if (r.noun == kNone) end = std::max(phrase.head + 1, std::min(end, r.at));
    phrase.span = {r.begin, end};
    phrase.possessor = r.possessor;
    describe(phrase, r.determiner);
    a_.phrases.push_back(phrase);
    return phrase.span.end;
  }

  void describe(NounPhrase& phrase, std::uint32_t determiner) const {
    const std::string_view opener =
        determiner == kNone ? std::string_view() : a_.words[determiner].lemma;
    phrase.definite = phrase.possessor != kNone || is_proper_noun(tag(phrase.head)) ||
                      opener == "the" || opener == "this" || opener == "that" ||
                      opener == "these" || opener == "those" ||
                      (determiner != kNone && tag(determiner) == Tag::PRPS);
    phrase.negated = opener == "no" || opener == "neither";
  }

  Analysis& a_;
  const SymbolSequences& quantities_;
  const SymbolSequences& before_determiners_;
  const SymbolSet& two_objects_;
  const SymbolSet& person_nouns_;
  const SymbolSet& object_complement_;
  const SymbolPairs& verb_complements_;
  const WordTable& table_;
  const WordId yesterday_ = WordTable::builtin().find("yesterday");
  const WordId today_ = WordTable::builtin().find("today");
  TokenSpan sentence_;
};

}  // namespace

NounPhraseFinder::NounPhraseFinder(const WordLists& lists, Vocabulary& vocabulary)
    : quantities_(lists, "quantities", vocabulary),
      before_determiners_(lists, "quantities-before-determiners", vocabulary),
      two_objects_(lists, "verbs-with-two-objects", vocabulary),
      person_nouns_(lists, "person-nouns", vocabulary),
      object_complement_(lists, "verbs-with-object-complement", vocabulary),
      verb_complements_(lists, "verb-complements", vocabulary) {}

void NounPhraseFinder::find(Analysis& analysis) const {
  analysis.phrases.clear();
  analysis.phrases.reserve(analysis.words.size() / 4);  // about as many as a text has
  Run run(analysis, quantities_, before_determiners_, two_objects_, person_nouns_,
          object_complement_, verb_complements_);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_phrase = static_cast<std::uint32_t>(analysis.phrases.size());
    run.sentence(sentence.tokens);
    sentence.last_phrase = static_cast<std::uint32_t>(analysis.phrases.size());
  }
}

}  // namespace testudo::english
