// The verb group grammar:
//   group → [to] [modal] (auxiliary | adverb | not)* verb [particle]
// An auxiliary is be, have, do or get before another verb; a group ends with its full verb, or with
// its last auxiliary ("is hostile"). Participles inside a noun phrase are no verbs.
// Tests: tests/english/phrases_test.cpp.
#include "english/phrases.h"

namespace testudo::english {
namespace {

bool is_negation(std::string_view lemma) { return lemma == "not" || lemma == "never"; }

class Run {
 public:
  Run(Analysis& analysis, const SymbolPairs& phrasal_verbs)
      : a_(analysis), phrasal_verbs_(phrasal_verbs), table_(WordTable::builtin()) {}

  void sentence(const SentenceLayers& sentence) {
    begin_ = sentence.tokens.begin;
    end_ = sentence.tokens.end;
    std::uint32_t phrase = sentence.first_phrase;
    for (std::uint32_t at = begin_; at < end_;) {
      while (phrase < sentence.last_phrase && a_.phrases[phrase].span.end <= at) ++phrase;
      if (phrase < sentence.last_phrase && a_.phrases[phrase].span.begin <= at) {
        at = a_.phrases[phrase].span.end;
      } else {
        at = opens(at) ? add(at) : at + 1;
      }
    }
  }

 private:
  Tag tag(std::uint32_t at) const { return at < end_ ? a_.tag(at) : Tag::Period; }
  bool is(std::uint32_t at, std::uint32_t features) const {
    return at < end_ && (table_.features(a_.words[at].form) & features) != 0;
  }
  bool lemma_is(std::uint32_t at, std::string_view lemma) const {
    return a_.words[at].lemma == lemma;
  }

  // Adverbs are stepped over inside a group, at its edges they are not part of it.
  std::uint32_t past_adverbs(std::uint32_t at, bool& negated) const {
    while (is_adverb(tag(at)) || is_floating(at)) {
      negated = negated || is_negation(a_.words[at].lemma);
      ++at;
    }
    return at;
  }

  // "have both agreed": see noun_phrases.cpp.
  bool is_floating(std::uint32_t at) const {
    return (tag(at) == Tag::DT || tag(at) == Tag::CC) &&
           (lemma_is(at, "both") || lemma_is(at, "all") || lemma_is(at, "each"));
  }

  bool opens(std::uint32_t at) const {
    if (tag(at) == Tag::MD || is_verb(tag(at))) return true;
    if (tag(at) != Tag::TO) return false;
    bool negated = false;
    return tag(past_adverbs(at + 1, negated)) == Tag::VB;
  }

  // Whether the word at `at` is an auxiliary of the verb at `next`.
  bool is_auxiliary(std::uint32_t at, std::uint32_t next) const {
    const Tag verb = tag(next);
    if (tag(at) == Tag::MD) return verb == Tag::VB || verb == Tag::VBP;
    if (lemma_is(at, "be")) return verb == Tag::VBN || verb == Tag::VBG || verb == Tag::VBD;
    if (lemma_is(at, "have")) return verb == Tag::VBN || verb == Tag::VBD;
    if (lemma_is(at, "do")) return verb == Tag::VB || verb == Tag::VBP;
    return is(at, Feature::kGet) && next == at + 1 && verb == Tag::VBN;
  }

  std::uint32_t add(std::uint32_t begin) {
    VerbGroup group;
    std::uint32_t at = begin;
    group.infinitive = tag(at) == Tag::TO;
    if (group.infinitive) at = past_adverbs(at + 1, group.negated);
    group.finite = tag(at) == Tag::MD || is_finite_verb(tag(at));
    if (tag(at) == Tag::MD) group.modal = at;
    group.tense = tag(at) == Tag::VBD ? Tense::Past : group.finite ? Tense::Present : Tense::None;
    for (;;) {
      bool negated = group.negated;
      const std::uint32_t next = past_adverbs(at + 1, negated);
      if (!is_auxiliary(at, next)) {
        // "is not hostile": the negation belongs to the group although no verb follows.
        if (is(at, Feature::kBe | Feature::kDo | Feature::kHave) || tag(at) == Tag::MD)
          group.negated = negated;
        break;
      }
      group.negated = negated;
      const bool passive = lemma_is(at, "be") || is(at, Feature::kGet);
      if (lemma_is(at, "have")) group.perfect = true;
      if (passive && tag(next) != Tag::VBG) group.voice = Voice::Passive;
      if (passive && tag(next) == Tag::VBG) group.progressive = true;
      if (lemma_is(next, "be") || lemma_is(next, "have")) group.voice = Voice::Active;
      at = next;
    }
    // "never liked": the negation may stand before the group.
    if (begin > begin_ && is_adverb(a_.tag(begin - 1)) && is_negation(a_.words[begin - 1].lemma)) {
      group.negated = true;
    }
    group.head = at;
    group.span = {begin, at + 1};
    take_particle(group);
    a_.groups.push_back(group);
    return group.span.end;
  }

  // "pull out", "reach out to": the particle right behind the verb.
  void take_particle(VerbGroup& group) const {
    const std::uint32_t next = group.head + 1;
    if (next >= end_) return;
    const bool listed =
        phrasal_verbs_.contains(a_.symbols[group.head].lemma, a_.symbols[next].form);
    // "remain out of reach" has a preposition of two words, "pull out of the treaty" a particle.
    const bool preposition = next + 1 < end_ && lemma_is(next + 1, "of") && !listed;
    if (preposition || (tag(next) != Tag::RP && !(listed && is_adverb(tag(next))))) return;
    group.particle = next;
    group.span.end = next + 1;
  }

  Analysis& a_;
  const SymbolPairs& phrasal_verbs_;
  const WordTable& table_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace

VerbGroupFinder::VerbGroupFinder(const WordLists& lists, Vocabulary& vocabulary)
    : phrasal_verbs_(lists, "phrasal-verbs", vocabulary) {}

void VerbGroupFinder::find(Analysis& analysis) const {
  analysis.groups.clear();
  Run run(analysis, phrasal_verbs_);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_group = static_cast<std::uint32_t>(analysis.groups.size());
    run.sentence(sentence);
    sentence.last_group = static_cast<std::uint32_t>(analysis.groups.size());
  }
}

}  // namespace testudo::english
