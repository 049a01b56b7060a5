#include "extract/clause_view.h"

#include <algorithm>

namespace testudo::extract {

using english::Analysis;
using english::Argument;
using english::ArgumentRole;
using english::Clause;
using english::kNone;
using english::SentenceLayers;
using english::TokenSpan;

namespace {

// Whether an operator's verb lends its subject to its object: "Russia seeks talks with Iran".
bool lends_subject(const pack::Pack& pack, Symbol verb) {
  const auto cues = pack.operators().cues(pack::CueKind::Verb, verb);
  return std::ranges::any_of(cues, [&](const pack::Cue& cue) {
    return cue.words.size() == 1 && pack.operators().operators()[cue.op].lends_subject;
  });
}

bool supports(const pack::Pack& pack, const Analysis& a, const Clause& clause,
              const Argument& argument) {
  const pack::ExtractionWords& words = pack.words();
  const Symbol verb = a.symbols[clause.predicate].lemma;
  switch (argument.role) {
    case ArgumentRole::Object:
      return words.support_verbs.contains(verb) || lends_subject(pack, verb);
    case ArgumentRole::Oblique:
      return argument.preposition != kNone &&
             words.support_verb_pairs.contains(verb, a.symbols[argument.preposition].form);
    default:
      return false;
  }
}

}  // namespace

const Clause& clause_of(const Analysis& analysis, ClauseId id) {
  return id.nominal ? analysis.nominals[id.index] : analysis.clauses[id.index];
}

namespace {

// The first clause of a sentence that has a phrase as an argument of the right kind.
template <class Test>
const Clause* clause_with(const Analysis& analysis, const SentenceLayers& layers,
                          std::uint32_t phrase, const Test& test) {
  for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) {
    const Clause& clause = analysis.clauses[c];
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
      if (analysis.arguments[i].phrase == phrase && test(clause, analysis.arguments[i]))
        return &clause;
    }
  }
  return nullptr;
}

}  // namespace

const Clause* support_of(const pack::Pack& pack, const Analysis& analysis,
                         const SentenceLayers& layers, std::uint32_t phrase) {
  return clause_with(analysis, layers, phrase, [&](const Clause& clause, const Argument& argument) {
    return supports(pack, analysis, clause, argument);
  });
}

const Clause* occurrence_of(const pack::Pack& pack, const Analysis& analysis,
                            const SentenceLayers& layers, std::uint32_t phrase) {
  return clause_with(analysis, layers, phrase, [&](const Clause& clause, const Argument& argument) {
    return argument.role == ArgumentRole::Subject &&
           pack.words().occurrence_verbs.contains(analysis.symbols[clause.predicate].lemma);
  });
}

void ClauseView::add_arguments(const Clause& clause, bool own) {
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    participants_.push_back(
        {argument.role, argument.phrase, argument.preposition, argument.words, own});
  }
}

// Prepositional phrases of the participants' own, coordinated ones each: "signed agreements with
// Iran and Iraq".
void ClauseView::add_attachments(const SentenceLayers& layers) {
  for (std::size_t i = 0; i < participants_.size(); ++i) {
    const Participant host = participants_[i];
    if (host.phrase == kNone) continue;
    const bool of_subject = host.of_subject || (host.role == ArgumentRole::Subject && !id_.nominal);
    for (std::uint32_t t = layers.first_attachment; t < layers.last_attachment; ++t) {
      const english::Attachment& attachment = a_->attachments[t];
      if (attachment.host != host.phrase) continue;
      for (std::uint32_t p = attachment.phrase; p != kNone; p = a_->phrases[p].next)
        add_attached(static_cast<std::uint32_t>(i), p, attachment.preposition, of_subject);
    }
  }
}

void ClauseView::add_attached(std::uint32_t host, std::uint32_t phrase, std::uint32_t preposition,
                              bool of_subject) {
  const bool known =
      std::ranges::any_of(participants_, [&](const Participant& p) { return p.phrase == phrase; });
  if (known) return;
  Participant attached;
  attached.role = ArgumentRole::Oblique;
  attached.phrase = phrase;
  attached.preposition = preposition;
  attached.own = false;
  attached.host = host;
  attached.of_subject = of_subject;
  participants_.push_back(attached);
}

// "Norway's goal is to leave", "gives Kenya a chance to leave", "an opportunity for Spain to
// leave": who does what an infinitive says that hangs on a noun.
void ClauseView::mend_subject(const pack::Pack& pack, const SentenceLayers& layers) {
  if (clause_->kind != english::ClauseKind::Infinitive || clause_->parent == kNone ||
      clause_->group == kNone) {
    return;
  }
  const Clause& parent = a_->clauses[clause_->parent];
  const auto subject = std::ranges::find(participants_, ArgumentRole::Subject, &Participant::role);
  if (subject == participants_.end() || subject->phrase == kNone) return;
  const english::NounPhrase& phrase = a_->phrases[subject->phrase];
  const bool aim = is_noun_of_aim(pack, phrase.head);
  if (aim) {
    subject->phrase = phrase.possessor;
    subject->words = {};
    if (phrase.possessor == kNone) participants_.erase(subject);
    return;
  }
  const std::uint32_t begin = a_->groups[clause_->group].span.begin;
  if (begin == layers.tokens.begin || !english::is_noun(a_->tag(begin - 1))) return;
  for (std::uint32_t i = parent.first_argument; i < parent.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    const bool beneficiary =
        argument.role == ArgumentRole::IndirectObject ||
        (argument.role == ArgumentRole::Oblique && argument.preposition != kNone &&
         a_->symbols[argument.preposition].form == pack.words().for_);
    if (!beneficiary || argument.phrase == kNone) continue;
    subject->phrase = argument.phrase;
    return;
  }
}

bool ClauseView::is_noun_of_aim(const pack::Pack& pack, std::uint32_t token) const {
  const auto cues = pack.operators().cues(pack::CueKind::Noun, a_->symbols[token].lemma);
  return std::ranges::any_of(cues, [](const pack::Cue& cue) { return cue.words.size() == 1; });
}

void ClauseView::add_support(const pack::Pack& pack, const SentenceLayers& layers) {
  support_ = support_of(pack, *a_, layers, clause_->phrase);
  bool has_subject = has(ArgumentRole::Subject);
  if (support_ == nullptr) {
    support_ = occurrence_of(pack, *a_, layers, clause_->phrase);
    has_subject = true;  // its own subject is the nominal
  }
  if (support_ == nullptr) return;
  for (std::uint32_t i = support_->first_argument; i < support_->last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.phrase == clause_->phrase || argument.role == ArgumentRole::Complement) continue;
    if (argument.role == ArgumentRole::Subject && has_subject) continue;
    ArgumentRole role = argument.role;
    if (role == ArgumentRole::Object) continue;  // coordinated with the nominal
    if (role == ArgumentRole::IndirectObject) role = ArgumentRole::Object;  // "gave Iran support"
    participants_.push_back({role, argument.phrase, argument.preposition, argument.words, false});
  }
}

bool ClauseView::has(ArgumentRole role) const {
  return std::ranges::any_of(participants_, [&](const Participant& p) { return p.role == role; });
}

TokenSpan ClauseView::span_of(const Participant& participant) const {
  TokenSpan span = participant.words;
  if (participant.phrase != kNone) span = a_->phrases[participant.phrase].span;
  if (participant.preposition != kNone && participant.preposition < span.begin)
    span.begin = participant.preposition;
  return span;
}

void ClauseView::turn_to(const pack::Pack& pack, const Analysis& analysis, std::uint32_t sentence,
                         ClauseId id) {
  a_ = &analysis;
  id_ = id;
  clause_ = &clause_of(analysis, id);
  support_ = nullptr;
  participants_.clear();
  const SentenceLayers& layers = analysis.sentences[sentence];
  add_arguments(*clause_, true);
  mend_subject(pack, layers);
  if (id.nominal) add_support(pack, layers);
  add_attachments(layers);
}

}  // namespace testudo::extract
