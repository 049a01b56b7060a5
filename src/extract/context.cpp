#include "extract/context.h"

#include <algorithm>
#include <array>
#include <span>

namespace testudo::extract {

using english::Analysis;
using english::kNone;
using english::SentenceLayers;
using english::Tag;
using english::VerbGroup;

namespace {

// What a word says of the situation that it governs.
struct Cue {
  std::string_view lemma;
  Modality modality;
  Polarity polarity = Polarity::Positive;
};

constexpr std::array<Cue, 12> kModals = {{{"will", Modality::Predicted},
                                          {"wo", Modality::Predicted},
                                          {"'ll", Modality::Predicted},
                                          {"shall", Modality::Predicted},
                                          {"would", Modality::Conditional},
                                          {"'d", Modality::Conditional},
                                          {"may", Modality::Possible},
                                          {"might", Modality::Possible},
                                          {"could", Modality::Possible},
                                          {"can", Modality::Possible},
                                          {"should", Modality::Required},
                                          {"must", Modality::Required}}};

// Verbs whose object is not said to be the case.
constexpr std::array<Cue, 12> kAttitudes = {{{"expect", Modality::Predicted},
                                             {"predict", Modality::Predicted},
                                             {"foresee", Modality::Predicted},
                                             {"want", Modality::Desired},
                                             {"hope", Modality::Desired},
                                             {"wish", Modality::Desired},
                                             {"prefer", Modality::Desired},
                                             {"seek", Modality::Intended},
                                             {"plan", Modality::Intended},
                                             {"propose", Modality::Intended},
                                             {"fear", Modality::Possible},
                                             {"deny", Modality::Actual, Polarity::Negative}}};

// Nouns whose of-phrase is not said to be the case.
constexpr std::array<Cue, 12> kNouns = {{{"accusation", Modality::Possible},
                                         {"allegation", Modality::Possible},
                                         {"suspicion", Modality::Possible},
                                         {"claim", Modality::Possible},
                                         {"risk", Modality::Possible},
                                         {"threat", Modality::Possible},
                                         {"danger", Modality::Possible},
                                         {"possibility", Modality::Possible},
                                         {"prospect", Modality::Possible},
                                         {"hope", Modality::Desired},
                                         {"promise", Modality::Intended},
                                         {"absence", Modality::Actual, Polarity::Negative}}};

// Predicates of a situation: "is unlikely".
constexpr std::array<Cue, 4> kPredicates = {{{"unlikely", Modality::Probable, Polarity::Negative},
                                             {"likely", Modality::Probable},
                                             {"impossible", Modality::Possible, Polarity::Negative},
                                             {"possible", Modality::Possible}}};

// Verbs whose subject's being is what they tell: "the truce will hold", "talks have not begun". Of
// other verbs' subjects it is presupposed: "the rivalry will shape the decade", "the sanctions were
// not lifted".
constexpr std::array<std::string_view, 21> kBeing = {
    "be",     "go",     "remain", "stay",  "continue", "persist",     "last",
    "hold",   "endure", "exist",  "begin", "start",    "happen",      "occur",
    "follow", "come",   "emerge", "arise", "ensue",    "materialize", "survive"};

// Verbs that end or lift their object: not to do it leaves it as it is.
constexpr std::array<std::string_view, 16> kEnding = {
    "end",  "lift",  "stop",     "suspend", "halt",    "abandon", "withdraw", "drop",
    "ease", "break", "renounce", "cancel",  "reverse", "deny",    "question", "ignore"};

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

const Cue* cue_of(std::span<const Cue> cues, std::string_view lemma) {
  for (const Cue& cue : cues) {
    if (cue.lemma == lemma) return &cue;
  }
  return nullptr;
}

// Subjects and adverbs that deny what their verb says: "hardly anyone expects".
bool denies(std::string_view lemma) {
  return lemma == "hardly" || lemma == "nobody" || lemma == "none" || lemma == "few" ||
         lemma == "neither";
}

bool opens_condition(std::string_view lemma) {
  return lemma == "if" || lemma == "unless" || lemma == "whether";
}

bool breaks_clause(const Analysis& a, std::uint32_t token) {
  const Tag tag = a.tag(token);
  return tag == Tag::Comma || tag == Tag::Colon || tag == Tag::OpenBracket ||
         tag == Tag::CloseBracket;
}

// The word that opens a condition which the token stands in, or kNone: "if" to the left with no
// comma between.
std::uint32_t condition_before(const Analysis& a, const SentenceLayers& sentence,
                               std::uint32_t token) {
  for (std::uint32_t t = token; t-- > sentence.tokens.begin;) {
    if (opens_condition(a.words[t].lemma)) return t;
    if (breaks_clause(a, t) && a.segmentation.tokens[t].space_before) return kNone;
    if (a.tag(t) == Tag::Comma) return kNone;
  }
  return kNone;
}

// The verb group that begins behind the situation's phrase, past prepositional phrases: the
// situation is its subject.
const VerbGroup* verb_after(const Analysis& a, const SentenceLayers& sentence, TokenSpan span) {
  for (std::uint32_t g = sentence.first_group; g < sentence.last_group; ++g) {
    const VerbGroup& group = a.groups[g];
    if (group.span.begin < span.end) continue;
    if (!group.finite) return nullptr;
    for (std::uint32_t t = span.end; t < group.span.begin; ++t) {
      const Tag tag = a.tag(t);
      // "between India and China will …" joins two nouns; "India and talks will …" begins another
      // subject, but that is rarer.
      if (breaks_clause(a, t) || tag == Tag::WDT || tag == Tag::WP) return nullptr;
    }
    return &group;
  }
  return nullptr;
}

// The verb group right before the phrase, with nothing but the phrase's own modifiers between: the
// situation is its object.
const VerbGroup* verb_before(const Analysis& a, const SentenceLayers& sentence, TokenSpan span,
                             std::uint32_t trigger) {
  std::uint32_t begin = span.begin;
  for (std::uint32_t p = sentence.first_phrase; p < sentence.last_phrase; ++p) {
    const TokenSpan phrase = a.phrases[p].span;
    if (phrase.contains(trigger) && phrase.begin < begin) begin = phrase.begin;
  }
  for (std::uint32_t g = sentence.first_group; g < sentence.last_group; ++g) {
    if (a.groups[g].span.end == begin) return &a.groups[g];
  }
  return nullptr;
}

void flip(Context& context) {
  context.polarity =
      context.polarity == Polarity::Negative ? Polarity::Positive : Polarity::Negative;
}

void take_cue(const Cue& cue, std::uint32_t token, Context& context) {
  context.modality = cue.modality;
  if (cue.polarity == Polarity::Negative) flip(context);
  context.cues.push_back({token, token + 1});
}

void take_verb(const Analysis& a, const SentenceLayers& sentence, const VerbGroup& group,
               Context& context) {
  if (group.negated) {
    flip(context);
    context.cues.push_back(group.span);
  }
  if (group.modal != kNone) {
    if (const Cue* cue = cue_of(kModals, a.words[group.modal].lemma))
      take_cue(*cue, group.modal, context);
  }
  for (std::uint32_t t = group.span.begin; t-- > sentence.tokens.begin && !breaks_clause(a, t);) {
    if (!denies(a.words[t].lemma)) continue;
    flip(context);
    context.cues.push_back({t, t + 1});
    break;
  }
}

// What is said of a situation that is the verb's subject: "is unlikely", "will remain out of
// reach".
void take_predicate(const Analysis& a, const SentenceLayers& sentence, const VerbGroup& group,
                    Context& context) {
  const std::uint32_t at = group.span.end;
  if (at >= sentence.tokens.end) return;
  // "is unlikely to change" is about the change.
  const bool raising = at + 1 < sentence.tokens.end && a.tag(at + 1) == Tag::TO;
  if (const Cue* cue = raising ? nullptr : cue_of(kPredicates, a.words[at].lemma))
    take_cue(*cue, at, context);
  if (at + 2 < sentence.tokens.end && a.words[at].lemma == "out" &&
      a.words[at + 2].lemma == "reach") {
    flip(context);
    context.cues.push_back({at, at + 3});
  }
}

// "has never been closer": a comparison that the negation belongs to.
bool compares(const Analysis& a, const SentenceLayers& sentence, std::uint32_t at) {
  return at < sentence.tokens.end && (a.tag(at) == Tag::JJR || a.tag(at) == Tag::RBR);
}

void take_subject(const Analysis& a, const SentenceLayers& sentence, const VerbGroup& group,
                  Context& context) {
  const bool hypothetical = group.modal != kNone && (a.words[group.modal].lemma == "would" ||
                                                     a.words[group.modal].lemma == "'d");
  const bool being =
      group.voice == english::Voice::Active && is_among(kBeing, a.words[group.head].lemma);
  if ((being || hypothetical) && !(group.negated && compares(a, sentence, group.span.end))) {
    take_verb(a, sentence, group, context);
  }
  take_predicate(a, sentence, group, context);
}

// "accusations of …": the noun whose of-phrase the situation's phrase is.
void take_noun(const Analysis& a, const SentenceLayers& sentence, TokenSpan span,
               Context& context) {
  std::uint32_t at = span.begin;
  while (at > sentence.tokens.begin &&
         (a.tag(at - 1) == Tag::DT || english::is_adjective(a.tag(at - 1))))
    --at;
  if (at < sentence.tokens.begin + 2 || a.words[at - 1].lemma != "of") return;
  if (const Cue* cue = cue_of(kNouns, a.words[at - 2].lemma)) take_cue(*cue, at - 2, context);
}

}  // namespace

Context context_of(const Analysis& analysis, const SentenceLayers& sentence, TokenSpan span,
                   std::uint32_t trigger) {
  Context context;
  if (const VerbGroup* group = verb_after(analysis, sentence, span)) {
    take_subject(analysis, sentence, *group, context);
  } else if (const VerbGroup* before = verb_before(analysis, sentence, span, trigger)) {
    const std::string_view verb = analysis.words[before->head].lemma;
    if (const Cue* cue = cue_of(kAttitudes, verb)) take_cue(*cue, before->head, context);
    if (!is_among(kEnding, verb)) take_verb(analysis, sentence, *before, context);
  }
  take_noun(analysis, sentence, span, context);
  for (std::uint32_t p = sentence.first_phrase; p < sentence.last_phrase; ++p) {
    const english::NounPhrase& phrase = analysis.phrases[p];
    if (!phrase.span.contains(trigger) || !phrase.negated) continue;
    flip(context);
    context.cues.push_back({phrase.span.begin, phrase.span.begin + 1});
  }
  if (const std::uint32_t condition = condition_before(analysis, sentence, trigger);
      condition != kNone) {
    context.modality = Modality::Conditional;
    context.cues.push_back({condition, condition + 1});
  }
  return context;
}

}  // namespace testudo::extract
