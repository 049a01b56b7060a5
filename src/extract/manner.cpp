#include "extract/manner.h"

#include <algorithm>

namespace testudo::extract {

using english::Argument;
using english::ArgumentRole;
using english::Clause;
using english::ClauseKind;
using english::kNone;
using english::NounPhrase;
using english::Tag;
using english::VerbGroup;
using pack::Cue;
using pack::CueKind;
using pack::HolderSource;
using pack::Operator;

namespace {

constexpr int kMaxDepth = 12;            // of governors
constexpr std::uint32_t kMaxAdverb = 4;  // words of an adverb before its verb

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never";
}

}  // namespace

// ---- single words
// ----------------------------------------------------------------------------------------------------

// The longest cue of a kind whose words stand at a token and right behind it.
const Cue* MannerFinder::cue_at(CueKind kind, std::uint32_t token) const {
  const english::WordSymbols& first = a_->symbols[token];
  for (const Symbol symbol : {first.lemma, first.form}) {
    for (const Cue& cue : pack_->operators().cues(kind, symbol)) {
      std::uint32_t at = token + 1;
      std::size_t i = 1;
      for (; i < cue.words.size() && at < layers_->tokens.end; ++at) {
        const english::WordSymbols& word = a_->symbols[at];
        if (word.form == cue.words[i] || word.lemma == cue.words[i]) {
          ++i;
        } else if (!english::is_adverb(a_->tag(at))) {
          break;
        }
      }
      if (i == cue.words.size()) return &cue;
    }
    if (first.lemma == first.form) break;
  }
  return nullptr;
}

// "is determined to leave", but "has promised to leave": there it is the verb that counts.
bool MannerFinder::is_verb_cue(std::uint32_t token, const Clause& clause) const {
  return token == clause.predicate && clause.voice == english::Voice::Active &&
         !pack_->operators().cues(CueKind::Verb, a_->symbols[token].lemma).empty();
}

// A word counts once, whichever way it was met.
void MannerFinder::add(Effect effect) {
  const bool known = std::ranges::any_of(
      effects_, [&](const Effect& e) { return e.words.begin == effect.words.begin; });
  if (!known) effects_.push_back(effect);
}

bool MannerFinder::take(CueKind kind, std::uint32_t token, const Clause* clause,
                        std::uint32_t phrase) {
  const Cue* cue = cue_at(kind, token);
  if (cue == nullptr) return false;
  const Operator& op = pack_->operators().operators()[cue->op];
  const auto end = token + static_cast<std::uint32_t>(cue->words.size());
  add({&op, {token, end}, op.negates, clause, phrase, kind == CueKind::Adjective});
  return true;
}

void MannerFinder::take_negation(const VerbGroup& group) {
  if (!group.negated) return;
  std::uint32_t begin = group.span.begin;  // "never left": adverbs stand before the group, too
  while (begin > layers_->tokens.begin && english::is_adverb(a_->tag(begin - 1))) --begin;
  for (std::uint32_t t = begin; t < group.span.end; ++t) {
    // An adverb with an operator of its own ("hardly", "never") counts as that.
    const Cue* cue = cue_at(CueKind::Adverb, t);
    if (cue != nullptr && pack_->operators().operators()[cue->op].negates) {
      take(CueKind::Adverb, t, nullptr);
      return;
    }
    if (!is_negation(a_->words[t].lemma)) continue;
    add({nullptr, {t, t + 1}, true, nullptr, kNone});
    return;
  }
  add({nullptr, group.span, true, nullptr, kNone});
}

void MannerFinder::take_modal(const VerbGroup& group) {
  if (group.modal != kNone) take(CueKind::Modal, group.modal, nullptr);
}

// Adverbs inside the verb group, right before and right behind it, and one that opens the sentence.
void MannerFinder::take_adverbs(std::uint32_t clause) {
  const Clause& c = a_->clauses[clause];
  const VerbGroup& group = a_->groups[c.group];
  const std::uint32_t begin =
      group.span.begin > layers_->tokens.begin ? group.span.begin - 1 : group.span.begin;
  const std::uint32_t end = std::min(group.span.end + 1, layers_->tokens.end);
  // "no longer leaves", "in no way left": the adverb's last word is the one before the verb.
  for (std::uint32_t size = 2; size <= kMaxAdverb; ++size) {
    if (group.span.begin < layers_->tokens.begin + size) break;
    const std::uint32_t first = group.span.begin - size;
    const Cue* cue = cue_at(CueKind::Adverb, first);
    if (cue != nullptr && cue->words.size() == size) take(CueKind::Adverb, first, nullptr);
  }
  for (std::uint32_t t = begin; t < end; ++t) {
    if (english::is_adverb(a_->tag(t))) take(CueKind::Adverb, t, nullptr);
  }
  if (c.kind == ClauseKind::Main && layers_->tokens.begin < begin &&
      english::is_adverb(a_->tag(layers_->tokens.begin))) {
    take(CueKind::Adverb, layers_->tokens.begin, nullptr);
  }
}

// "no country", "few of them", "hardly anyone", "nobody".
bool MannerFinder::take_determiner(std::uint32_t phrase, const Clause* clause) {
  if (std::ranges::find(determined_, phrase) != determined_.end()) return false;
  determined_.push_back(phrase);
  const NounPhrase& p = a_->phrases[phrase];
  if (take(CueKind::Pronoun, p.head, clause)) return true;
  if (take(CueKind::Determiner, p.span.begin, clause)) return true;
  if (p.span.begin > layers_->tokens.begin && english::is_adverb(a_->tag(p.span.begin - 1)) &&
      (a_->tag(p.span.begin) == Tag::DT || a_->tag(p.head) == Tag::NN)) {
    const Cue* cue = cue_at(CueKind::Adverb, p.span.begin - 1);
    if (cue != nullptr && pack_->operators().operators()[cue->op].negates &&
        take(CueKind::Adverb, p.span.begin - 1, clause)) {
      return true;
    }
  }
  if (!p.negated) return false;
  add({nullptr, {p.span.begin, p.span.begin + 1}, true, nullptr, kNone});
  return true;
}

// What a clause's subject and object deny.
void MannerFinder::take_participants(const Clause& clause) {
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.phrase == kNone || argument.role == ArgumentRole::Oblique) continue;
    if (argument.role == ArgumentRole::Subject && clause.kind != ClauseKind::Main &&
        clause.kind != ClauseKind::Complement && clause.kind != ClauseKind::Subordinate) {
      continue;  // shared with the clause that governs it, which has counted it
    }
    if (take_determiner(argument.phrase, &clause)) return;
  }
}

// The conjunction or preposition that opens a clause: if, unless, without.
void MannerFinder::take_marker(const Clause& clause) {
  if (clause.marker == kNone) return;
  const bool gerund = clause.kind == ClauseKind::Gerund;
  take(gerund ? CueKind::Preposition : CueKind::Conjunction, clause.marker, nullptr);
}

// "according to Berlin".
void MannerFinder::take_attribution(const Clause& clause) {
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.role != ArgumentRole::Oblique || argument.preposition == kNone) continue;
    const Cue* cue = cue_at(CueKind::Preposition, argument.preposition);
    if (cue == nullptr) continue;
    const Operator& op = pack_->operators().operators()[cue->op];
    if (op.holder != HolderSource::Object) continue;
    take(CueKind::Preposition, argument.preposition, nullptr, argument.phrase);
  }
}

void MannerFinder::take_own(std::uint32_t clause) {
  const Clause& c = a_->clauses[clause];
  if (c.group != kNone) {
    take_negation(a_->groups[c.group]);
    take_adverbs(clause);
    take_modal(a_->groups[c.group]);
  }
  take_participants(c);
  take_attribution(c);
  take_marker(c);
}

// The verb of a clause as an operator on what it governs. `next`: the token at which that begins,
// or kNone. Words behind the cue's first can be the verb's particle, a preposition or "to".
const Operator* MannerFinder::take_verb(const Clause& clause, std::uint32_t next, bool object) {
  const Symbol verb = a_->symbols[clause.predicate].lemma;
  for (const Cue& cue : pack_->operators().cues(CueKind::Verb, verb)) {
    TokenSpan words = {clause.predicate, clause.predicate + 1};
    if (cue.words.size() > 1) {
      const std::uint32_t particle =
          clause.group == kNone ? kNone : a_->groups[clause.group].particle;
      const auto is_at = [&](std::uint32_t token) {
        return token != kNone && token < layers_->tokens.end &&
               (a_->symbols[token].form == cue.words[1] ||
                a_->symbols[token].lemma == cue.words[1]);
      };
      // "is to leave", but not "is in talks to leave".
      const bool copula = a_->words[clause.predicate].lemma == "be";
      if (copula ? !is_at(clause.predicate + 1)
                 : !is_at(particle) && !is_at(clause.predicate + 1) && !is_at(next)) {
        continue;
      }
    } else if (object && next != kNone) {
      continue;  // behind a preposition, only a cue with it
    }
    const Operator& op = pack_->operators().operators()[cue.op];
    add({&op, words, op.negates, &clause, kNone});
    return &op;
  }
  return nullptr;
}

// ---- what governs a clause
// --------------------------------------------------------------------------------------------

void MannerFinder::take_report(const Clause& clause) {
  if (clause.reporter == kNone || clause.reporter == clause.parent) return;
  const Clause& reporter = a_->clauses[clause.reporter];
  const Operator* op = take_verb(reporter, kNone, false);
  if (op != nullptr && !op->keeps_negation && reporter.group != kNone) {
    take_negation(a_->groups[reporter.group]);
  }
}

void MannerFinder::take_condition(const Clause& clause) {
  if (clause.condition == kNone) return;
  const Clause& condition = a_->clauses[clause.condition];
  if (condition.marker == kNone) return;
  const std::size_t before = effects_.size();
  if (take(CueKind::Conjunction, condition.marker, nullptr) && effects_.size() > before)
    effects_.back().negates = false;
}

// "A thaw is unlikely": what a copula says of the situation that starts from it.
void MannerFinder::take_predicate(std::uint32_t clause) {
  const Clause& c = a_->clauses[clause];
  if (c.group == kNone || a_->words[c.predicate].lemma != "be") return;
  const std::uint32_t next = a_->groups[c.group].span.end;
  if (next + 1 < layers_->tokens.end && a_->tag(next + 1) != Tag::TO)
    take(CueKind::Adjective, next, &c);
}

// "Norway to leave the pact": a sentence, as headlines are, whose verb is an infinitive.
void MannerFinder::take_headline(std::uint32_t clause) {
  const Clause& c = a_->clauses[clause];
  if (c.kind == ClauseKind::Main && c.group != kNone && a_->groups[c.group].infinitive)
    take(CueKind::Conjunction, a_->groups[c.group].span.begin, &c);
}

void MannerFinder::climb_clause(std::uint32_t clause, int depth) {
  if (depth > kMaxDepth) return;
  if (depth == 0) take_predicate(clause);
  take_headline(clause);
  take_own(clause);
  climb_governor(clause, depth + 1);
}

void MannerFinder::climb_governor(std::uint32_t clause, int depth) {
  if (depth > kMaxDepth) return;
  const Clause& c = a_->clauses[clause];
  take_condition(c);
  take_report(c);
  if (c.parent == kNone) return;
  const Clause& parent = a_->clauses[c.parent];
  switch (c.kind) {
    case ClauseKind::Infinitive:
      return climb_infinitive(clause, depth);
    case ClauseKind::Complement:
      if (c.marker != kNone && c.marker > layers_->tokens.begin) {
        // "the hope that", "is likely that".
        const std::uint32_t before = c.marker - 1;
        if (english::is_noun(a_->tag(before)) && take(CueKind::Noun, before, &parent)) {
          const std::uint32_t phrase = phrase_at(before);
          if (phrase != kNone) climb_phrase(phrase, depth + 1);
          return;
        }
        if (!is_verb_cue(before, parent) && take(CueKind::Adjective, before, &parent)) {
          take_own(c.parent);
          return climb_governor(c.parent, depth + 1);
        }
      }
      return climb_parent(c.parent, c, depth);
    case ClauseKind::Gerund: {
      const bool by = c.marker != kNone && a_->symbols[c.marker].form == pack_->words().by;
      if (by) return climb_clause(c.parent, depth + 1);
      return climb_parent(c.parent, c, depth);
    }
    default:
      return;
  }
}

std::uint32_t MannerFinder::phrase_at(std::uint32_t token) const {
  for (std::uint32_t p = layers_->first_phrase; p < layers_->last_phrase; ++p) {
    if (a_->phrases[p].span.contains(token)) return p;
  }
  return kNone;
}

// "likely to", "efforts to", "wants to", and "in order to".
void MannerFinder::climb_infinitive(std::uint32_t clause, int depth) {
  const Clause& c = a_->clauses[clause];
  const std::uint32_t begin = c.group == kNone ? c.predicate : a_->groups[c.group].span.begin;
  if (begin > layers_->tokens.begin) {
    const std::uint32_t before = begin - 1;
    const Tag tag = a_->tag(before);
    if (english::is_noun(tag) && cue_at(CueKind::Noun, before) != nullptr) {
      const std::uint32_t phrase = phrase_at(before);
      const Clause* subject_of = &a_->clauses[c.parent];
      for (std::uint32_t n = layers_->first_nominal; n < layers_->last_nominal; ++n) {
        if (a_->nominals[n].predicate == before) subject_of = &a_->nominals[n];
      }
      const std::uint32_t owner = phrase == kNone ? kNone : a_->phrases[phrase].possessor;
      take(CueKind::Noun, before, subject_of, owner);
      if (phrase != kNone) climb_phrase(phrase, depth + 1);
      return;
    }
    const Clause& parent = a_->clauses[c.parent];
    if (!english::is_noun(tag) && !is_verb_cue(before, parent) &&
        take(CueKind::Adjective, before, &parent)) {
      take_own(c.parent);
      return climb_governor(c.parent, depth + 1);
    }
  }
  if (climb_aim(c, depth)) return;
  climb_parent(c.parent, c, depth);
}

// "Norway's goal is to leave": the noun that the infinitive is said of.
bool MannerFinder::climb_aim(const Clause& clause, int depth) {
  const Clause& parent = a_->clauses[clause.parent];
  if (a_->words[parent.predicate].lemma != "be") return false;
  for (std::uint32_t i = parent.first_argument; i < parent.last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.role != ArgumentRole::Subject || argument.phrase == kNone) continue;
    const NounPhrase& phrase = a_->phrases[argument.phrase];
    if (cue_at(CueKind::Noun, phrase.head) == nullptr) continue;
    take(CueKind::Noun, phrase.head, nullptr, phrase.possessor);
    take_own(clause.parent);
    climb_governor(clause.parent, depth + 1);
    return true;
  }
  return false;
}

// A verb that governs a clause: an operator, or one that only takes part in saying it ("began to").
// Other verbs' infinitives tell a purpose, and their clauses are taken for granted.
void MannerFinder::climb_parent(std::uint32_t parent, const Clause& child, int depth) {
  const Clause& p = a_->clauses[parent];
  const std::uint32_t next = child.marker != kNone ? child.marker
                             : child.group != kNone && child.kind == ClauseKind::Infinitive
                                 ? a_->groups[child.group].span.begin
                                 : kNone;
  const Operator* op = take_verb(p, next, false);
  if (op == nullptr && !pack_->words().transparent_verbs.contains(a_->symbols[p.predicate].lemma)) {
    if (child.kind == ClauseKind::Infinitive && next != kNone) take(CueKind::Conjunction, next, &p);
    return;
  }
  const bool keeps = op != nullptr && op->keeps_negation;
  const std::size_t before = effects_.size();
  take_own(parent);
  if (keeps) {
    for (std::size_t i = before; i < effects_.size(); ++i) {
      if (effects_[i].op == nullptr) effects_[i].negates = false;
    }
  }
  climb_governor(parent, depth + 1);
}

// ---- what governs a noun
// ----------------------------------------------------------------------------------------------

void MannerFinder::climb_phrase(std::uint32_t phrase, int depth) {
  if (depth > kMaxDepth) return;
  const NounPhrase& p = a_->phrases[phrase];
  take_determiner(phrase, nullptr);
  for (std::uint32_t t = p.span.begin; t < p.head; ++t) {
    const Tag tag = a_->tag(t);
    if (english::is_adjective(tag) || tag == Tag::VBN || tag == Tag::VBD)
      take(CueKind::Adjective, t, nullptr);
  }
  if (!climb_attachment(phrase, depth)) climb_argument(phrase, depth);
}

// A noun that the phrase hangs on: "the threat of", "hopes for"; or a preposition: "without".
bool MannerFinder::climb_attachment(std::uint32_t phrase, int depth) {
  for (std::uint32_t i = layers_->first_attachment; i < layers_->last_attachment; ++i) {
    const english::Attachment& attachment = a_->attachments[i];
    if (attachment.phrase != phrase) continue;
    take(CueKind::Preposition, attachment.preposition, nullptr);
    const NounPhrase& host = a_->phrases[attachment.host];
    const Cue* cue = cue_at(CueKind::Noun, host.head);
    if (cue == nullptr) return true;
    const Clause* subject_of = nullptr;
    for (std::uint32_t n = layers_->first_nominal; n < layers_->last_nominal; ++n) {
      if (a_->nominals[n].predicate == host.head) subject_of = &a_->nominals[n];
    }
    take(CueKind::Noun, host.head, subject_of, host.possessor);
    climb_phrase(attachment.host, depth + 1);
    return true;
  }
  return false;
}

bool MannerFinder::climb_argument(std::uint32_t phrase, int depth) {
  if (const Clause* support = support_of(*pack_, *a_, *layers_, phrase)) {
    const auto clause = static_cast<std::uint32_t>(support - a_->clauses.data());
    take_verb(*support, kNone, true);
    take_own(clause);
    climb_governor(clause, depth + 1);
    return true;
  }
  for (std::uint32_t c = layers_->first_clause; c < layers_->last_clause; ++c) {
    const Clause& clause = a_->clauses[c];
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
      const Argument& argument = a_->arguments[i];
      if (argument.phrase != phrase) continue;
      switch (argument.role) {
        case ArgumentRole::Subject:
          if (climb_subject(c, depth)) return true;
          break;
        case ArgumentRole::Complement:
          take_own(c);
          climb_governor(c, depth + 1);
          return true;
        case ArgumentRole::Object:
        case ArgumentRole::Oblique: {
          const bool prepositional =
              argument.role == ArgumentRole::Oblique && argument.preposition != kNone;
          if (prepositional)
            take(CueKind::Preposition, argument.preposition, nullptr, argument.phrase);
          const Operator* op =
              take_verb(clause, prepositional ? argument.preposition : kNone, true);
          if (op == nullptr) break;
          if (!op->keeps_negation) take_own(c);
          climb_governor(c, depth + 1);
          return true;
        }
        default:
          break;
      }
    }
  }
  return false;
}

// A situation that is the subject: "talks will begin", "a withdrawal is unlikely". Of other verbs
// only what is merely thought of them counts: "an exit would help nobody".
bool MannerFinder::climb_subject(std::uint32_t clause, int depth) {
  const Clause& c = a_->clauses[clause];
  if (c.group == kNone) return false;
  const VerbGroup& group = a_->groups[c.group];
  const Symbol verb = a_->symbols[c.predicate].lemma;
  const std::uint32_t next = group.span.end;
  const bool adjective = next < layers_->tokens.end &&
                         cue_at(CueKind::Adjective, next) != nullptr &&
                         !(next + 1 < layers_->tokens.end && a_->tag(next + 1) == Tag::TO);
  if (adjective) take(CueKind::Adjective, next, &c);
  if (adjective || pack_->words().occurrence_verbs.contains(verb)) {
    // "has never been closer": a comparison that the negation belongs to.
    const bool compares =
        next < layers_->tokens.end && (a_->tag(next) == Tag::JJR || a_->tag(next) == Tag::RBR);
    const std::size_t before = effects_.size();
    take_own(clause);
    if (compares) effects_.resize(before);
    climb_governor(clause, depth + 1);
    return true;
  }
  if (group.modal == kNone) return false;
  const Cue* modal = cue_at(CueKind::Modal, group.modal);
  if (modal != nullptr &&
      pack_->operators().operators()[modal->op].modality == Modality::Conditional) {
    take_negation(group);
    take_modal(group);
    return true;
  }
  return false;
}

// ---- all together
// ----------------------------------------------------------------------------------------------------

void MannerFinder::add_holders(const Effect& effect, std::vector<Filler>& holders) const {
  const pack::ClassId actor = pack_->ontology().actor;
  const auto add = [&](std::uint32_t phrase, TokenSpan words) {
    const auto by = [&](pack::ClassId wanted) {
      return phrase != kNone ? fillers_->of_phrase(phrase, wanted, holders)
                             : fillers_->of_words(words, wanted, holders);
    };
    if (by(actor)) return;
    // "few in the government": those that a pronoun is taken from.
    for (std::uint32_t i = layers_->first_attachment; i < layers_->last_attachment; ++i) {
      if (phrase == kNone || a_->attachments[i].host != phrase) continue;
      const std::string_view preposition = a_->words[a_->attachments[i].preposition].lemma;
      if ((preposition == "in" || preposition == "of" || preposition == "among") &&
          (fillers_->of_phrase(a_->attachments[i].phrase, actor, holders) ||
           fillers_->of_phrase(a_->attachments[i].phrase, pack::ClassId::None, holders))) {
        return;
      }
    }
    by(pack::ClassId::None);
  };
  if (effect.phrase != kNone) {
    add(effect.phrase, {});
    if (!holders.empty()) return;
  }
  if (effect.clause == nullptr) return;
  const bool object = effect.op->holder == HolderSource::Object ||
                      (effect.grammatical && effect.clause->voice == english::Voice::Passive);
  const ArgumentRole role = object ? ArgumentRole::Object : ArgumentRole::Subject;
  for (std::uint32_t i = effect.clause->first_argument; i < effect.clause->last_argument; ++i) {
    const Argument& argument = a_->arguments[i];
    if (argument.role == role) add(argument.phrase, argument.words);
  }
}

void MannerFinder::compose(Manner& manner) const {
  const Effect* decisive = nullptr;
  bool strong = false;
  for (auto effect = effects_.rbegin(); effect != effects_.rend(); ++effect) {
    if (effect->negates) {
      manner.polarity =
          manner.polarity == Polarity::Negative ? Polarity::Positive : Polarity::Negative;
    }
    if (effect->op == nullptr || !effect->op->modality) continue;
    if (decisive == nullptr || (!strong && !effect->op->weak)) {
      decisive = &*effect;
      strong = !effect->op->weak;
      manner.modality = *effect->op->modality;
    }
  }
  const std::size_t first =
      decisive == nullptr ? 0 : static_cast<std::size_t>(decisive - effects_.data());
  const Effect* holding = nullptr;
  for (std::size_t i = first; i < effects_.size() && manner.holders.empty(); ++i) {
    if (effects_[i].op == nullptr || effects_[i].op->holder == HolderSource::None) continue;
    add_holders(effects_[i], manner.holders);
    if (!manner.holders.empty()) holding = &effects_[i];
  }
  for (const Effect& effect : effects_) {
    CueUse use;
    use.words = effect.words;
    use.negates = effect.negates;
    use.decides = &effect == decisive;
    use.holds = &effect == holding;
    if (effect.op != nullptr)
      use.op = static_cast<std::uint32_t>(effect.op - pack_->operators().operators().data());
    manner.cues.push_back(use);
  }
}

Manner MannerFinder::find(std::uint32_t sentence, std::uint32_t trigger) {
  layers_ = &a_->sentences[sentence];
  effects_.clear();
  determined_.clear();
  bool is_clause = false;
  for (std::uint32_t c = layers_->first_clause; c < layers_->last_clause && !is_clause; ++c) {
    if (a_->clauses[c].predicate != trigger) continue;
    climb_clause(c, 0);
    is_clause = true;
  }
  for (std::uint32_t p = layers_->first_phrase; p < layers_->last_phrase && !is_clause; ++p) {
    if (!a_->phrases[p].span.contains(trigger)) continue;
    climb_phrase(p, 0);
    break;
  }
  Manner manner;
  compose(manner);
  return manner;
}

}  // namespace testudo::extract
