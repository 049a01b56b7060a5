// The verb group grammar:
//   group → [to] [modal] (auxiliary | adverb | not)* verb
// An auxiliary is be, have, do or get before another verb; a group ends with its full verb, or with
// its last auxiliary ("is hostile").
#include "english/phrases.h"

namespace testudo::english {
namespace {

bool is_negation(std::string_view lemma) { return lemma == "not" || lemma == "never"; }

bool is_auxiliary(std::string_view lemma) {
  return lemma == "be" || lemma == "have" || lemma == "do";
}

class VerbGroupFinder {
 public:
  explicit VerbGroupFinder(Analysis& analysis) : a_(analysis) {}

  void run(TokenSpan sentence) {
    end_ = sentence.end;
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      at = opens(at) ? add(at) : at + 1;
    }
  }

 private:
  Tag tag(std::uint32_t at) const { return at < end_ ? a_.tag(at) : Tag::Period; }

  // Adverbs are stepped over inside a group, at its edges they are not part of it.
  std::uint32_t past_adverbs(std::uint32_t at, bool& negated) const {
    while (is_adverb(tag(at))) {
      negated = negated || is_negation(a_.words[at].lemma);
      ++at;
    }
    return at;
  }

  bool opens(std::uint32_t at) const {
    if (tag(at) == Tag::MD || is_verb(tag(at))) return true;
    if (tag(at) != Tag::TO) return false;
    bool negated = false;
    return tag(past_adverbs(at + 1, negated)) == Tag::VB;
  }

  std::uint32_t add(std::uint32_t begin) {
    VerbGroup group;
    std::uint32_t at = begin;
    group.infinitive = tag(at) == Tag::TO;
    if (group.infinitive) at = past_adverbs(at + 1, group.negated);
    group.finite = tag(at) == Tag::MD || is_finite_verb(tag(at));
    if (tag(at) == Tag::MD) group.modal = at;
    bool after_be = false;
    for (;;) {
      const bool modal = tag(at) == Tag::MD;
      const bool auxiliary = modal || is_auxiliary(a_.words[at].lemma);
      if (!auxiliary) {
        if (after_be && tag(at) == Tag::VBN) group.voice = Voice::Passive;
        break;
      }
      after_be = a_.words[at].lemma == "be";
      bool negated = group.negated;
      const std::uint32_t next = past_adverbs(at + 1, negated);
      const Tag t = tag(next);
      const bool goes_on = modal ? t == Tag::VB : (t == Tag::VBN || t == Tag::VBG || t == Tag::VB);
      if (!goes_on) {
        // "is not hostile": the negation belongs to the group although no verb follows.
        group.negated = negated;
        break;
      }
      group.negated = negated;
      at = next;
    }
    // A single auxiliary's "not" may precede it: "has never", and "never liked" negates from before
    // the group.
    if (begin > 0 && is_adverb(a_.tag(begin - 1)) && is_negation(a_.words[begin - 1].lemma)) {
      group.negated = true;
    }
    group.head = at;
    group.span = {begin, at + 1};
    a_.groups.push_back(group);
    return at + 1;
  }

  Analysis& a_;
  std::uint32_t end_ = 0;
};

}  // namespace

void find_verb_groups(Analysis& analysis) {
  analysis.groups.clear();
  VerbGroupFinder finder(analysis);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_group = static_cast<std::uint32_t>(analysis.groups.size());
    finder.run(sentence.tokens);
    sentence.last_group = static_cast<std::uint32_t>(analysis.groups.size());
  }
}

}  // namespace testudo::english
