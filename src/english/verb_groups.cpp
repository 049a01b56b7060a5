// The verb group grammar:
//   group → [to] [modal] (auxiliary | adverb | not)* verb [particle]
// An auxiliary is be, have, do or get before another verb; a group ends with its full verb, or with
// its last auxiliary ("is hostile"). Participles inside a noun phrase are no verbs.
// Tests: tests/english/phrases_test.cpp.
#include "english/phrases.h"

namespace testudo::english {
namespace {

// How many noun phrases the subject of a question may have.
constexpr int kSubjectReach = 5;

bool is_negation(std::string_view lemma) { return lemma == "not" || lemma == "never"; }

class Run {
 public:
  Run(Analysis& analysis, const SymbolPairs& phrasal_verbs, const SymbolPairs& verb_prepositions,
      const SymbolSet& intransitive, const SymbolSet& negative)
      : a_(analysis),
        phrasal_verbs_(phrasal_verbs),
        verb_prepositions_(verb_prepositions),
        intransitive_(intransitive),
        negative_(negative),
        table_(WordTable::builtin()) {}

  void sentence(const SentenceLayers& sentence) {
    begin_ = sentence.tokens.begin;
    end_ = sentence.tokens.end;
    std::uint32_t phrase = sentence.first_phrase;
    awaiting_ = kNone;
    for (std::uint32_t at = begin_; at < end_;) {
      while (phrase < sentence.last_phrase && a_.phrases[phrase].span.end <= at) ++phrase;
      if (phrase < sentence.last_phrase && a_.phrases[phrase].span.begin <= at) {
        at = a_.phrases[phrase].span.end;
      } else if (const std::uint32_t verb = inverted_verb(at, phrase, sentence.last_phrase);
                 verb != kNone) {
        inverted_ = at++;  // no group of its own
        awaiting_ = verb;
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

  // Whether a clause begins here or has nothing before it that could be the auxiliary's subject:
  // "Has Rome …", "Why has Rome …", "Never before had Rome …".
  bool lets_invert(std::uint32_t auxiliary) const {
    std::uint32_t at = auxiliary;
    while (at > begin_ && is_adverb(tag(at - 1))) --at;
    if (at == begin_) return true;
    switch (tag(at - 1)) {
      case Tag::WRB:
      case Tag::WP:
      case Tag::WDT:
      case Tag::CC:
      case Tag::OpenQuote:
        return true;
      default:
        break;
    }
    // "Which bank did …", "Not until Friday was …"
    const bool asks = tag(begin_) == Tag::WRB || tag(begin_) == Tag::WDT || tag(begin_) == Tag::WP;
    return asks || negative_.contains(a_.symbols[begin_].form) || lemma_is(begin_, "only");
  }

  // "had for years opposed it", "will in time recover": a prepositional phrase stands between
  // auxiliary and verb.
  std::uint32_t parted_verb(std::uint32_t at, std::uint32_t phrase, std::uint32_t last) const {
    if (!(tag(at) == Tag::MD || (is(at, Feature::kHave) && is_finite_verb(tag(at))))) return kNone;
    bool negated = false;
    std::uint32_t next = past_adverbs(at + 1, negated);
    if (tag(next) == Tag::Comma) ++next;
    if (tag(next) != Tag::IN || phrase >= last || a_.phrases[phrase].span.begin != next + 1)
      return kNone;
    next = a_.phrases[phrase].span.end;
    if (tag(next) == Tag::Comma) ++next;
    next = past_adverbs(next, negated);
    return is_auxiliary(at, next) ? next : std::uint32_t{kNone};
  }

  // "Has Rome withdrawn", "did the bank of Oslo ever pay": the verb of an auxiliary that stands
  // before its subject, or kNone. The subject is a noun phrase, perhaps with others behind
  // prepositions.
  std::uint32_t inverted_verb(std::uint32_t at, std::uint32_t phrase, std::uint32_t last) const {
    const bool modal = tag(at) == Tag::MD || is(at, Feature::kDo);
    const bool auxiliary = modal || is(at, Feature::kBe | Feature::kHave);
    if (!auxiliary || !(tag(at) == Tag::MD || is_finite_verb(tag(at)))) return kNone;
    if (const std::uint32_t verb = parted_verb(at, phrase, last); verb != kNone) return verb;
    if (!lets_invert(at)) return kNone;
    bool negated = false;
    std::uint32_t next = past_adverbs(at + 1, negated);
    for (int phrases = 0; phrases < kSubjectReach && phrase < last; ++phrases, ++phrase) {
      if (a_.phrases[phrase].span.begin != next) return kNone;
      next = past_adverbs(a_.phrases[phrase].span.end, negated);
      if (is_auxiliary(at, next) && (tag(next) != Tag::VBD || is(at, Feature::kHave))) return next;
      if (tag(next) != Tag::IN && tag(next) != Tag::POS && tag(next) != Tag::CC) return kNone;
      ++next;
    }
    return kNone;
  }

  // What the auxiliary before the subject says of the verb behind it.
  void take_inverted(VerbGroup& group, std::uint32_t begin) {
    const std::uint32_t auxiliary = inverted_;
    awaiting_ = kNone;
    group.auxiliary = auxiliary;
    group.finite = true;
    group.tense = tag(auxiliary) == Tag::VBD ? Tense::Past : Tense::Present;
    if (tag(auxiliary) == Tag::MD) group.modal = auxiliary;
    group.perfect = lemma_is(auxiliary, "have");
    if (lemma_is(auxiliary, "be")) join_be(group, begin);
    for (std::uint32_t at = auxiliary; at-- > begin_ && is_adverb(tag(at));)
      group.negated = group.negated || is_negation(a_.words[at].lemma);
    static_cast<void>(past_adverbs(auxiliary + 1, group.negated));
  }

  // be + participle: passive or progressive.
  void join_be(VerbGroup& group, std::uint32_t participle) const {
    if (tag(participle) == Tag::VBG)
      group.progressive = true;
    else
      group.voice = Voice::Passive;
  }

  std::uint32_t add(std::uint32_t begin) {
    VerbGroup group;
    std::uint32_t at = begin;
    group.infinitive = tag(at) == Tag::TO;
    if (group.infinitive) at = past_adverbs(at + 1, group.negated);
    group.finite = tag(at) == Tag::MD || is_finite_verb(tag(at));
    if (tag(at) == Tag::MD) group.modal = at;
    group.tense = tag(at) == Tag::VBD ? Tense::Past : group.finite ? Tense::Present : Tense::None;
    if (begin == awaiting_) take_inverted(group, begin);
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

  // "the allies they rely on are": a preposition that its noun phrase does not follow.
  bool is_particle(const VerbGroup& group, bool listed) const {
    const Symbol verb = a_.symbols[group.head].lemma;
    return listed || !verb_prepositions_.contains(verb, a_.symbols[group.head + 1].form);
  }

  // "set up a camp", "cut off aid": of a verb that takes an object, up and off and their like are
  // particles; a preposition goes with a verb that takes none ("went up the river").
  bool is_particle_like(const VerbGroup& group, std::uint32_t next) const {
    if (is_adverb(tag(next))) return true;
    const KeyWord word = table_.key(a_.words[next].form);
    const bool separable = word == KeyWord::Up || word == KeyWord::Off || word == KeyWord::Out ||
                           word == KeyWord::Down || word == KeyWord::Over;
    return tag(next) == Tag::IN && separable &&
           !intransitive_.contains(a_.symbols[group.head].lemma) &&
           !verb_prepositions_.contains(a_.symbols[group.head].lemma, a_.symbols[next].form);
  }

  // "pull out", "reach out to": the particle right behind the verb.
  void take_particle(VerbGroup& group) const {
    const std::uint32_t next = group.head + 1;
    if (next >= end_) return;
    const bool listed =
        phrasal_verbs_.contains(a_.symbols[group.head].lemma, a_.symbols[next].form);
    // "remain out of reach" has a preposition of two words, "pull out of the treaty" a particle.
    const bool preposition = next + 1 < end_ && lemma_is(next + 1, "of") && !listed;
    if (preposition || !(tag(next) == Tag::RP ? is_particle(group, listed)
                                              : listed && is_particle_like(group, next))) {
      if (tag(next) == Tag::RP && !preposition) a_.words[next].tag = Tag::IN;
      return;
    }
    if (tag(next) == Tag::IN) a_.words[next].tag = Tag::RP;
    group.particle = next;
    group.span.end = next + 1;
  }

  Analysis& a_;
  const SymbolPairs& phrasal_verbs_;
  const SymbolPairs& verb_prepositions_;
  const SymbolSet& intransitive_;
  const SymbolSet& negative_;
  const WordTable& table_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t inverted_ = kNone;  // an auxiliary before its subject
  std::uint32_t awaiting_ = kNone;  // … and its verb, which has to come
};

}  // namespace

VerbGroupFinder::VerbGroupFinder(const WordLists& lists, Vocabulary& vocabulary)
    : phrasal_verbs_(lists, "phrasal-verbs", vocabulary),
      verb_prepositions_(lists, "verb-prepositions", vocabulary),
      intransitive_(lists, "intransitive-verbs", vocabulary),
      negative_(lists, "negative-words", vocabulary) {}

void VerbGroupFinder::find(Analysis& analysis) const {
  analysis.groups.clear();
  Run run(analysis, phrasal_verbs_, verb_prepositions_, intransitive_, negative_);
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_group = static_cast<std::uint32_t>(analysis.groups.size());
    run.sentence(sentence);
    sentence.last_group = static_cast<std::uint32_t>(analysis.groups.size());
  }
}

}  // namespace testudo::english
