// Pronouns and possessive pronouns: candidates that agree, weighed by salience.
#include <algorithm>

#include "english/reference_resolver.h"

namespace testudo::english {
namespace {

using Class = EntityClass;

// How far a pronoun looks back.
constexpr std::uint32_t kSentences = 5;
constexpr std::size_t kCandidates = 64;
// How many arguments of a clause are kept from being the pronoun beside them.
constexpr std::uint32_t kMates = 16;

// The weights of Lappin and Leass (1994), table 1, with ours for the rest; those of a sentence's
// structure are halved with each sentence between.
constexpr int kSentenceWeight = 100;
constexpr int kParallelWeight = 35;
constexpr int kClauseWeight = 40;
constexpr int kKnownWeight = 30;
constexpr int kNamedWeight = 10;
constexpr int kFrequencyWeight = 8;
constexpr std::uint32_t kFrequencyLimit = 3;
// A lead that is smaller decides nothing.
constexpr int kMargin = 8;

// What acts and events can be called.
constexpr std::uint32_t kHappenings =
    bit(NounKind::Act) | bit(NounKind::Event) | bit(NounKind::Process) | bit(NounKind::Phenomenon);

constexpr int role_weight(std::size_t role) {
  constexpr int kWeights[] = {80, 50, 40, 30, 20, 0};  // in the order of Role
  return kWeights[role];
}

}  // namespace

// ---- what the pronoun wants

bool ReferenceResolver::is_reflexive(std::uint32_t token) const {
  return g_.reflexives.contains(form(token));
}

// Narrows what the pronoun wants by its verbs: what says is no thing, what is signed no country.
void ReferenceResolver::narrow_by_verbs(std::uint32_t phrase, PhraseTraits& wanted) const {
  const auto narrow = [&](int to) {
    if ((wanted.classes & to) != 0) wanted.classes &= static_cast<std::uint8_t>(to);
  };
  for (std::uint32_t i = places_[phrase].first_argument; i != kNone; i = next_argument_[i]) {
    const Clause& clause = a_.clauses[clause_of_argument_[i]];
    const Symbol verb = lemma(clause.predicate);
    const ArgumentRole role = a_.arguments[i].role;
    if (is_raised(i)) wanted.raised = true;
    if (role == ArgumentRole::Object && g_.thing_verbs.contains(verb)) narrow(Class::kThing);
    if (role != ArgumentRole::Subject) continue;
    if (g_.actor_verbs.contains(verb)) narrow(Class::kActors);
    if (g_.event_verbs.contains(verb)) narrow(Class::kThing);
    if (verb != g_.be) continue;
    // "It was the first attack": no country and no harbour is an act or event.
    for (std::uint32_t k = clause.first_argument; k < clause.last_argument; ++k) {
      if (a_.arguments[k].role != ArgumentRole::Complement) continue;
      const std::uint32_t head = a_.phrases[a_.arguments[k].phrase].head;
      const NounKind kind = WordTable::builtin().first_noun_kind(a_.words[head].lemma_id);
      if (!is_common_noun(a_.tag(head)) || (bit(kind) & kHappenings) == 0) continue;
      narrow(Class::kThing);
      wanted.kinds = kHappenings;
    }
  }
}

// "Its army" is a country's, "its provisions" are an agreement's.
std::uint8_t ReferenceResolver::classes_of_possessor(std::uint32_t phrase,
                                                     std::uint8_t classes) const {
  const Symbol noun = lemma(a_.phrases[phrase].head);
  int wanted = classes;
  if (g_.actor_possessions.contains(noun)) wanted = classes & (Class::kActors | Class::kPlace);
  if (g_.thing_possessions.contains(noun)) wanted = classes & Class::kThing;
  return wanted == 0 ? classes : static_cast<std::uint8_t>(wanted);
}

void ReferenceResolver::exclude(std::uint32_t phrase) {
  if (phrase != kNone && chain_of(phrase) != kNone) excluded_.push_back(chain_of(phrase));
}

// Whether an argument stands before its infinitive as the object of the verb above: "wants it to".
bool ReferenceResolver::is_raised(std::uint32_t argument) const {
  const Clause& clause = a_.clauses[clause_of_argument_[argument]];
  const std::uint32_t head = a_.phrases[a_.arguments[argument].phrase].head;
  return clause.kind == ClauseKind::Infinitive && clause.parent != kNone &&
         is_surface_subject(clause, a_.arguments[argument]) && head < clause.predicate &&
         head > a_.clauses[clause.parent].predicate;
}

// Two obliques can be the same: "a curfew in Algiers after unrest in the city".
void ReferenceResolver::exclude_mates_in(const Clause& clause, std::uint32_t phrase,
                                         ArgumentRole role) {
  const std::uint32_t end = std::min(clause.last_argument, clause.first_argument + kMates);
  for (std::uint32_t i = clause.first_argument; i < end; ++i) {
    const bool obliques =
        role == ArgumentRole::Oblique && a_.arguments[i].role == ArgumentRole::Oblique;
    if (a_.arguments[i].phrase != phrase && !obliques) exclude(a_.arguments[i].phrase);
  }
}

// Binding: a pronoun is no one who takes part in its own clause, nor, before an infinitive, in the
// clause above ("Russia wants it to be extended"), nor, behind a preposition at a noun, in that
// noun's ("Russia has a treaty with it").
void ReferenceResolver::exclude_clause_mates(std::uint32_t phrase) {
  excluded_.clear();
  for (std::uint32_t i = places_[phrase].first_argument; i != kNone; i = next_argument_[i]) {
    const Clause& clause = a_.clauses[clause_of_argument_[i]];
    exclude_mates_in(clause, phrase, a_.arguments[i].role);
    if (is_raised(i)) exclude_mates_in(a_.clauses[clause.parent], phrase, ArgumentRole::Object);
  }
  const std::uint32_t host = places_[phrase].host;
  if (host == kNone) return;
  exclude(host);
  exclude(a_.phrases[host].possessor);
  if (places_[phrase].role == Role::Embedded && places_[host].role == Role::Object)
    exclude_mates_in(a_.clauses[places_[host].clause], phrase, ArgumentRole::Object);
}

// ---- which candidate

bool ReferenceResolver::agrees(const PhraseTraits& wanted, const Candidate& candidate) const {
  const Chain& chain = chains_[chain_at(candidate.chain)];
  if ((chain.classes & wanted.classes) == 0) return false;
  if (wanted.number == Number::Plural) {
    if (!candidate.coordination && chain.number == Number::Singular) return false;
    // Of "A and B", they are both.
    const bool member = places_[candidate.phrase].first != candidate.phrase ||
                        a_.phrases[candidate.phrase].next != kNone;
    if (member && !candidate.coordination) return false;
  } else if (candidate.coordination || chain.number == Number::Plural) {
    return false;
  }
  if (wanted.gender != Gender::Unknown && chain.gender != Gender::Unknown &&
      wanted.gender != chain.gender) {
    return false;
  }
  if (wanted.kinds != 0 && !chain.named) {
    const WordId noun = a_.words[a_.phrases[candidate.phrase].head].lemma_id;
    if ((bit(WordTable::builtin().first_noun_kind(noun)) & wanted.kinds) == 0) return false;
  }
  // "in response", "on condition": a bare noun behind a preposition brings nothing up.
  const NounPhrase& phrase = a_.phrases[candidate.phrase];
  const bool bare = phrase.span.size() == 1 && a_.tag(phrase.head) == Tag::NN &&
                    phrase.possessor == kNone && places_[candidate.phrase].role >= Role::Oblique;
  return !bare || phrase.pronoun || (chain.classes & ~Class::kThing) != 0;
}

ReferenceResolver::Salience ReferenceResolver::salience(const PhraseTraits& wanted,
                                                        const Candidate& candidate,
                                                        std::uint32_t phrase,
                                                        bool possessive) const {
  const std::uint32_t distance = sentence_ - candidate.sentence;
  const Place& mine = places_[phrase];
  const Place& other = places_[candidate.phrase];
  const Chain& chain = chains_[chain_at(candidate.chain)];
  Salience out{};
  out[kRecency] = kSentenceWeight >> distance;
  out[kRole] = role_weight(static_cast<std::size_t>(other.role)) >> distance;
  const Role role = wanted.raised ? Role::Subject : mine.role;
  const bool parallel = !possessive && role == other.role && role <= Role::Object;
  if (parallel) out[kParallel] = kParallelWeight >> distance;
  if (distance == 0 && other.role == Role::Subject && mine.clause != kNone) {
    std::uint32_t above = mine.clause;
    for (int weight = kClauseWeight; weight > kMargin && above != kNone; weight /= 2) {
      if (above == other.clause) {
        out[kClause] = weight;
        break;
      }
      above = a_.clauses[above].parent;
    }
  }
  if (chain.certain) out[kKnown] += kKnownWeight;
  // They are rather persons than things, and rather several than a group.
  if (wanted.number == Number::Plural && (chain.classes & Class::kActors) != 0 &&
      (candidate.coordination || chain.number == Number::Plural)) {
    out[kKnown] += kKnownWeight;
  }
  if (chain.named) out[kKnown] += kNamedWeight;
  out[kFrequency] = kFrequencyWeight *
                    static_cast<int>(std::min(std::max(chain.mentions, 1U) - 1U, kFrequencyLimit));
  return out;
}

// Adds the candidate's chain to the choices, or betters its salience.
void ReferenceResolver::weigh(const PhraseTraits& wanted, std::size_t candidate,
                              std::uint32_t phrase, bool possessive) {
  Choice choice;
  choice.candidate = candidate;
  choice.chain = chain_at(candidates_[candidate].chain);
  choice.salience = salience(wanted, candidates_[candidate], phrase, possessive);
  for (const int value : choice.salience) choice.sum += value;
  const auto same = std::ranges::find(choices_, choice.chain, &Choice::chain);
  if (same == choices_.end()) {
    choices_.push_back(choice);
  } else if (choice.sum > same->sum) {
    *same = choice;
  }
}

Preference ReferenceResolver::deciding(const Choice& best, const Choice& next) {
  constexpr Preference kNames[] = {Preference::Recency, Preference::Role,  Preference::Parallel,
                                   Preference::Clause,  Preference::Known, Preference::Frequency};
  std::size_t most = 0;
  for (std::size_t f = 1; f < kFactors; ++f) {
    if (best.salience[f] - next.salience[f] > best.salience[most] - next.salience[most]) most = f;
  }
  return kNames[most];
}

// The first of the most salient choices, and the first of those that remain, or null.
std::pair<const ReferenceResolver::Choice*, const ReferenceResolver::Choice*>
ReferenceResolver::best_two() const {
  const Choice* best = nullptr;
  const Choice* next = nullptr;
  for (const Choice& choice : choices_) {
    if (best == nullptr || choice.sum > best->sum) {
      next = std::exchange(best, &choice);
    } else if (next == nullptr || choice.sum > next->sum) {
      next = &choice;
    }
  }
  return {best, next};
}

// The most salient candidate that agrees and is not excluded; none where two are as good.
std::optional<ReferenceResolver::Choice> ReferenceResolver::choose(const PhraseTraits& wanted,
                                                                   std::uint32_t phrase,
                                                                   bool possessive,
                                                                   Preference& preference) {
  choices_.clear();
  const std::size_t end = candidates_.size();
  for (std::size_t back = 1; back <= std::min(end, kCandidates); ++back) {
    const Candidate& candidate = candidates_[end - back];
    if (candidate.sentence + kSentences < sentence_) break;
    const std::uint32_t chain = chain_at(candidate.chain);
    if (std::ranges::find(excluded_, chain) != excluded_.end()) continue;
    if (agrees(wanted, candidate)) weigh(wanted, end - back, phrase, possessive);
  }
  if (choices_.empty()) return std::nullopt;
  const auto [best, next] = best_two();
  if (next == nullptr) {
    preference = Preference::OnlyCandidate;
    return *best;
  }
  if (best->sum - next->sum < kMargin) return std::nullopt;
  preference = deciding(*best, *next);
  return *best;
}

// Writes the reference and lets the chain know what the pronoun tells of it.
std::uint32_t ReferenceResolver::take_up(const Choice& choice, std::uint32_t phrase,
                                         std::uint32_t token, ReferenceKind kind,
                                         Preference preference, const PhraseTraits& wanted) {
  const Candidate& candidate = candidates_[choice.candidate];
  Reference& reference = refer(phrase, token, candidate.phrase, kind, preference);
  if (candidate.coordination) {
    const std::uint32_t next = a_.phrases[candidate.phrase].next;
    if (a_.phrases[next].next == kNone) reference.second = next;
    reference.whole_coordination = reference.second == kNone;
  }
  learn(choice.chain, wanted);
  return choice.chain;
}

// The clause that a fronted one goes with: the next one where the analysis has left that open.
const Clause* ReferenceResolver::clause_above(const Clause& clause) const {
  if (clause.parent != kNone) return &a_.clauses[clause.parent];
  const auto next = static_cast<std::size_t>(&clause - a_.clauses.data()) + 1;
  const bool opened = clause.marker != kNone && next < a_.sentences[sentence_].last_clause;
  return opened ? &a_.clauses[next] : nullptr;
}

// "When it met, the council …", "In his speech, the minister …": the subject to come, where nothing
// before fits. kNone if there is none.
std::uint32_t ReferenceResolver::cataphoric_subject(std::uint32_t phrase,
                                                    const PhraseTraits& wanted) const {
  if (places_[phrase].clause == kNone) return kNone;
  const Clause* clause = &a_.clauses[places_[phrase].clause];
  if (clause->kind == ClauseKind::Subordinate || clause->kind == ClauseKind::Complement)
    clause = clause_above(*clause);
  if (clause == nullptr) return kNone;
  const std::uint32_t subject = surface_subject(*clause);
  if (subject == kNone || subject <= phrase || sentence_of_[subject] != sentence_ ||
      a_.phrases[subject].pronoun || a_.phrases[phrase].head > clause->predicate) {
    return kNone;
  }
  const PhraseTraits& traits = traits_[subject];
  const bool several = traits.number == Number::Plural || a_.phrases[subject].next != kNone;
  const bool number =
      traits.number == Number::Either || several == (wanted.number == Number::Plural);
  const bool gender = wanted.gender == Gender::Unknown || traits.gender == Gender::Unknown ||
                      wanted.gender == traits.gender;
  const bool fits = traits.antecedent && number && gender && (traits.classes & wanted.classes) != 0;
  return fits && a_.phrases[subject].next == kNone ? subject : kNone;
}

// ---- the walk

// "The president himself", "its praise of itself": the phrase before it, the possessor of its host.
std::uint32_t ReferenceResolver::reflexive_neighbour(std::uint32_t phrase) const {
  const bool behind = phrase > 0 && a_.phrases[phrase - 1].span.end == a_.phrases[phrase].head;
  if (behind && !a_.phrases[phrase - 1].pronoun) return phrase - 1;
  const std::uint32_t host = places_[phrase].host;
  return host == kNone ? kNone : a_.phrases[host].possessor;
}

// Takes up one of the sentence's last phrases, or the coordination that it begins.
std::uint32_t ReferenceResolver::take_up_phrase(std::uint32_t antecedent, bool several,
                                                std::uint32_t phrase, const PhraseTraits& wanted) {
  const std::size_t end = candidates_.size();
  for (std::size_t back = 1; back <= std::min(end, kCandidates); ++back) {
    const Candidate& candidate = candidates_[end - back];
    if (candidate.sentence != sentence_) break;
    if (candidate.phrase != antecedent || candidate.coordination != several) continue;
    if (!agrees(wanted, candidate)) break;
    Choice choice;
    choice.candidate = end - back;
    choice.chain = chain_at(candidate.chain);
    return take_up(choice, phrase, a_.phrases[phrase].head, ReferenceKind::Pronoun,
                   Preference::Reflexive, wanted);
  }
  return kNone;
}

std::uint32_t ReferenceResolver::resolve_reflexive(std::uint32_t phrase,
                                                   const PhraseTraits& wanted) {
  if (const std::uint32_t near = reflexive_neighbour(phrase); near != kNone) {
    const std::uint32_t chain = take_up_phrase(near, false, phrase, wanted);
    if (chain != kNone) return chain;
  }
  for (std::uint32_t i = places_[phrase].first_argument; i != kNone; i = next_argument_[i]) {
    const Clause& clause = a_.clauses[clause_of_argument_[i]];
    for (std::uint32_t k = clause.first_argument; k < clause.last_argument; ++k) {
      const std::uint32_t subject = a_.arguments[k].phrase;
      if (!is_surface_subject(clause, a_.arguments[k]) || subject >= phrase) continue;
      const bool several = a_.phrases[subject].next != kNone;
      if (several && wanted.number != Number::Plural) continue;
      const std::uint32_t chain = take_up_phrase(subject, several, phrase, wanted);
      if (chain != kNone) return chain;
    }
  }
  return kNone;
}

std::uint32_t ReferenceResolver::visit_pronoun(std::uint32_t phrase) {
  PhraseTraits wanted = traits_[phrase];
  const std::uint32_t token = a_.phrases[phrase].head;
  if (wanted.classes == 0) return kNone;
  if (is_reflexive(token)) return resolve_reflexive(phrase, wanted);
  if (form(token) == g_.it && is_pleonastic(phrase)) return kNone;
  narrow_by_verbs(phrase, wanted);
  exclude_clause_mates(phrase);
  Preference preference = Preference::OnlyCandidate;
  if (const auto choice = choose(wanted, phrase, false, preference))
    return take_up(*choice, phrase, token, ReferenceKind::Pronoun, preference, wanted);
  const bool fronted = places_[phrase].clause != kNone && places_[phrase].role == Role::Subject &&
                       a_.clauses[places_[phrase].clause].kind != ClauseKind::Main;
  const std::uint32_t subject = fronted ? cataphoric_subject(phrase, wanted) : kNone;
  if (subject == kNone) return kNone;
  refer(phrase, token, subject, ReferenceKind::Pronoun, Preference::Cataphora);
  awaited_.emplace_back(subject, new_chain(wanted));
  return awaited_.back().second;
}

void ReferenceResolver::visit_possessives(std::uint32_t phrase) {
  const NounPhrase& np = a_.phrases[phrase];
  for (std::uint32_t token = np.span.begin; token < np.head; ++token) {
    if (a_.tag(token) == Tag::WPS && places_[phrase].clause != kNone) {
      const Clause& clause = a_.clauses[places_[phrase].clause];
      if (clause.kind == ClauseKind::Relative && clause.antecedent != kNone)
        refer(phrase, token, clause.antecedent, ReferenceKind::Possessive, Preference::Relative);
      continue;
    }
    if (a_.tag(token) != Tag::PRPS) continue;
    PhraseTraits wanted = describer_.pronoun(a_, token);
    if (wanted.classes == 0) continue;
    wanted.classes = classes_of_possessor(phrase, wanted.classes);
    excluded_.clear();
    Preference preference = Preference::OnlyCandidate;
    if (const auto choice = choose(wanted, phrase, true, preference)) {
      const std::uint32_t chain =
          take_up(*choice, phrase, token, ReferenceKind::Possessive, preference, wanted);
      ++chains_[chain].mentions;
    } else if (const std::uint32_t subject = cataphoric_subject(phrase, wanted); subject != kNone) {
      refer(phrase, token, subject, ReferenceKind::Possessive, Preference::Cataphora);
    }
  }
}

}  // namespace testudo::english
