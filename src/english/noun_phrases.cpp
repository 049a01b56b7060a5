// The noun phrase grammar, one step a function:
//   phrase   → [predeterminer] [determiner | possessor 's] modifier* head
//   modifier → adjective | number | participle | noun | modifier - modifier | adjective (and | ,)
//   adjective head     → the last noun, or where there is none a number, a determiner or a pronoun
#include <algorithm>

#include "english/phrases.h"

namespace testudo::english {
namespace {

bool is_determiner(Tag t) { return t == Tag::DT || t == Tag::PRPS || t == Tag::WPS; }

class NounPhraseFinder {
 public:
  explicit NounPhraseFinder(Analysis& analysis) : a_(analysis) {}

  void run(TokenSpan sentence) {
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

  bool is_hyphen(std::uint32_t at) const {
    return at < sentence_.end && a_.tag(at) == Tag::Colon && at + 1 < sentence_.end &&
           !a_.segmentation.tokens[at].space_before && !a_.segmentation.tokens[at + 1].space_before;
  }

  // A participle modifies the noun after it unless a verb, an infinitive marker or a preposition
  // governs it.
  bool is_participial_modifier(std::uint32_t at, std::uint32_t begin) const {
    if (tag(at) != Tag::VBN && tag(at) != Tag::VBG) return false;
    const Tag next = tag(at + 1);
    const bool before_noun = is_noun(next) || next == Tag::JJ || is_hyphen(at + 1);
    if (!before_noun) return false;
    if (at > begin) return true;  // a determiner or modifier stands before it
    return false;
  }

  bool is_modifier(std::uint32_t at, std::uint32_t begin) const {
    switch (tag(at)) {
      case Tag::JJ:
      case Tag::JJR:
      case Tag::JJS:
      case Tag::CD:
      case Tag::Dollar:
        return true;
      case Tag::RB:
      case Tag::RBR:
      case Tag::RBS: {  // "newly emerged troika", "more open"
        const Tag next = tag(at + 1);
        return at > begin && (is_adjective(next) || next == Tag::VBN || next == Tag::CD);
      }
      default:
        return is_participial_modifier(at, begin);
    }
  }

  // Where a modifier list goes on behind a comma or conjunction: "nuclear and conventional arms",
  // "deep, lasting crisis".
  std::uint32_t joined_adjective(std::uint32_t at) const {
    if (at == sentence_.begin || !is_adjective(tag(at - 1))) return kNone;
    std::uint32_t next = at;
    if (tag(next) == Tag::Comma) ++next;
    if (tag(next) == Tag::CC) ++next;
    if (next == at || !is_adjective(tag(next))) return kNone;
    for (std::uint32_t ahead = next; ahead < sentence_.end; ++ahead) {
      if (is_noun(tag(ahead))) return next;
      if (!is_adjective(tag(ahead)) && !is_hyphen(ahead)) return kNone;
    }
    return kNone;
  }

  // Adds the phrase that begins at a token; returns its end, or kNone where none begins.
  std::uint32_t add(std::uint32_t begin, std::uint32_t possessor) {
    if (begin >= sentence_.end) return kNone;
    if (tag(begin) == Tag::PRP) {
      NounPhrase phrase;
      phrase.span = {begin, begin + 1};
      phrase.head = begin;
      phrase.definite = true;
      phrase.pronoun = true;
      a_.phrases.push_back(phrase);
      return begin + 1;
    }
    std::uint32_t at = begin;
    if (tag(at) == Tag::PDT) ++at;
    const bool determined = is_determiner(tag(at));
    if (determined) ++at;
    const std::uint32_t first_modifier = at;
    std::uint32_t noun = kNone;
    std::uint32_t number = kNone;
    while (at < sentence_.end) {
      if (is_noun(tag(at))) {
        noun = at++;
      } else if (is_hyphen(at) && at > first_modifier &&
                 (is_noun(tag(at + 1)) || is_verb(tag(at + 1)) || is_modifier(at + 1, begin))) {
        // "state-run", "pandemic-linked": what stands behind the hyphen modifies, whatever its tag;
        // a noun can be the head.
        at += is_noun(tag(at + 1)) ? 1U : 2U;
      } else if (is_modifier(at, begin)) {
        if (tag(at) == Tag::CD) number = at;
        ++at;
      } else if (const std::uint32_t next = joined_adjective(at); next != kNone) {
        at = next;
      } else {
        break;
      }
    }
    NounPhrase phrase;
    if (noun != kNone) {
      phrase.head = noun;
    } else if (number != kNone) {
      phrase.head = number;
    } else if (determined && tag(first_modifier - 1) == Tag::DT && at == first_modifier) {
      phrase.head = first_modifier - 1;  // "this", "both"
    } else {
      return kNone;
    }
    phrase.span = {begin, phrase.head + 1};
    phrase.possessor = possessor;
    const std::string_view opener =
        determined ? a_.words[first_modifier - 1].lemma : std::string_view();
    phrase.definite = possessor != kNone || is_proper_noun(tag(phrase.head)) ||
                      (determined && (opener == "the" || opener == "this" || opener == "that" ||
                                      opener == "these" || opener == "those" ||
                                      tag(first_modifier - 1) == Tag::PRPS));
    phrase.negated = opener == "no" || opener == "neither";
    a_.phrases.push_back(phrase);
    return phrase.span.end;
  }

  Analysis& a_;
  TokenSpan sentence_;
};

}  // namespace

void find_noun_phrases(Analysis& analysis) {
  analysis.phrases.clear();
  NounPhraseFinder finder(analysis);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_phrase = static_cast<std::uint32_t>(analysis.phrases.size());
    finder.run(sentence.tokens);
    sentence.last_phrase = static_cast<std::uint32_t>(analysis.phrases.size());
  }
}

}  // namespace testudo::english
