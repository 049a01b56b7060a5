#include "english/reference_resolver.h"

#include <span>

#include "base/stable_sort.h"

namespace testudo::english {
namespace {

using Class = EntityClass;

// How far up an embedded phrase looks for its clause: "the leader of the party of the people".
constexpr int kEmbedding = 4;

}  // namespace

void ReferenceResolver::run() {
  a_.references.clear();
  find_places();
  find_traits();
  find_asked_nouns();
  chain_of_.assign(a_.phrases.size(), kNone);
  chains_.reserve(a_.phrases.size());
  candidates_.reserve(a_.phrases.size());
  for (sentence_ = 0; sentence_ < a_.sentences.size(); ++sentence_) {
    SentenceLayers& s = a_.sentences[sentence_];
    s.first_reference = static_cast<std::uint32_t>(a_.references.size());
    find_pairs(sentence_);
    for (std::uint32_t p = s.first_phrase; p < s.last_phrase; ++p) visit(p);
    s.last_reference = static_cast<std::uint32_t>(a_.references.size());
  }
}

// ---- places and traits, before the walk

bool ReferenceResolver::is_surface_subject(const Clause& clause, const Argument& argument) const {
  return argument.role ==
         (clause.voice == Voice::Passive ? ArgumentRole::Object : ArgumentRole::Subject);
}

// The phrase before the verb, or kNone.
std::uint32_t ReferenceResolver::surface_subject(const Clause& clause) const {
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    if (is_surface_subject(clause, a_.arguments[i])) return a_.arguments[i].phrase;
  }
  return kNone;
}

void ReferenceResolver::find_places() {
  places_.assign(a_.phrases.size(), {});
  sentence_of_.assign(a_.phrases.size(), 0);
  for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
    for (std::uint32_t p = a_.sentences[s].first_phrase; p < a_.sentences[s].last_phrase; ++p)
      sentence_of_[p] = s;
  }
  place_arguments();
  place_embedded();
  for (std::uint32_t p = 0; p < a_.phrases.size(); ++p) {
    const NounPhrase& phrase = a_.phrases[p];
    if (places_[p].first == kNone) places_[p].first = p;
    if (phrase.next != kNone && phrase.next > p) places_[phrase.next].first = places_[p].first;
    if (phrase.appositive_of != kNone && is_proper_noun(a_.tag(phrase.head)) &&
        places_[phrase.appositive_of].named_by == kNone) {
      places_[phrase.appositive_of].named_by = p;
    }
  }
}

void ReferenceResolver::place_arguments() {
  next_argument_.assign(a_.arguments.size(), kNone);
  clause_of_argument_.assign(a_.arguments.size(), kNone);
  for (std::uint32_t c = 0; c < a_.clauses.size(); ++c) {
    const Clause& clause = a_.clauses[c];
    if (clause.antecedent != kNone)
      places_[clause.antecedent].described = places_[clause.antecedent].antecedent = true;
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
      const Argument& argument = a_.arguments[i];
      Place& place = places_[argument.phrase];
      clause_of_argument_[i] = c;
      next_argument_[i] = std::exchange(place.first_argument, i);
      const bool shared = clause.antecedent == argument.phrase ||
                          !(a_.groups[clause.group].finite || place.clause == kNone);
      if (shared && place.clause != kNone) continue;  // its own clause is another one
      const bool taken = place.clause != kNone &&
                         a_.groups[a_.clauses[place.clause].group].finite &&
                         a_.clauses[place.clause].antecedent != argument.phrase;
      if (taken) continue;
      place.clause = c;
      place.predicate =
          argument.role == ArgumentRole::Complement && lemma(clause.predicate) == g_.be;
      place.role = is_surface_subject(clause, argument)    ? Role::Subject
                   : argument.role == ArgumentRole::Object ? Role::Object
                                                           : Role::Oblique;
    }
  }
}

void ReferenceResolver::place_embedded() {
  for (const Attachment& attachment : a_.attachments) {
    places_[attachment.phrase].host = attachment.host;
    places_[attachment.host].described = true;
    std::uint32_t& partner = places_[attachment.host].partner;
    if (partner == kNone && g_.joining_prepositions.contains(form(attachment.preposition)))
      partner = attachment.phrase;
  }
  for (std::uint32_t p = 0; p < a_.phrases.size(); ++p) {
    const std::uint32_t possessor = a_.phrases[p].possessor;
    if (possessor == kNone) continue;
    places_[possessor].host = p;
    places_[possessor].role = Role::Possessor;
  }
  for (std::uint32_t p = 0; p < a_.phrases.size(); ++p) {
    Place& place = places_[p];
    if (place.clause != kNone || place.host == kNone) continue;
    if (place.role == Role::None) place.role = Role::Embedded;
    std::uint32_t host = place.host;
    for (int up = 0; up < kEmbedding && host != kNone; ++up) {
      if (places_[host].clause != kNone) place.clause = places_[host].clause;
      if (place.clause != kNone) break;
      host = places_[host].host;
    }
  }
}

void ReferenceResolver::find_traits() {
  traits_.clear();
  traits_.reserve(a_.phrases.size());
  std::uint32_t mention = 0;
  for (std::uint32_t p = 0; p < a_.phrases.size(); ++p) {
    const std::uint32_t head = a_.phrases[p].head;
    while (mention < a_.mentions.size() && a_.mentions[mention].span.end <= head) ++mention;
    const bool inside = mention < a_.mentions.size() && a_.mentions[mention].span.contains(head);
    traits_.push_back(describer_.traits(a_, p, inside ? mention : kNone));
  }
  // "Museum of Flight" is one name.
  for (const Attachment& attachment : a_.attachments) {
    TokenSpan& name = traits_[attachment.host].name;
    const NounPhrase& owner = a_.phrases[attachment.phrase];
    if (!name.empty() && name.end == attachment.preposition &&
        form(attachment.preposition) == g_.of && is_proper_noun(a_.tag(owner.head))) {
      name.end = owner.span.end;
    }
  }
}

// Only what some description of the article asks for need be found again: "the accord", "the
// country".
void ReferenceResolver::find_asked_nouns() {
  for (std::uint32_t p = 0; p < a_.phrases.size(); ++p) {
    if (!is_description(p)) continue;
    const auto [slot, is_new] = asked_.try_emplace(static_cast<std::uint64_t>(traits_[p].noun.noun),
                                                   static_cast<std::uint32_t>(newest_.size()));
    if (is_new) newest_.push_back(kNone);
  }
}

// ---- chains

std::uint32_t ReferenceResolver::chain_at(std::uint32_t chain) const {
  while (chains_[chain].joined_to != kNone) chain = chains_[chain].joined_to;
  return chain;
}

std::uint32_t ReferenceResolver::new_chain(const PhraseTraits& traits) {
  Chain chain;
  chain.classes = traits.classes;
  chain.gender = traits.gender;
  chain.number = traits.number;
  chain.named = traits.named;
  chain.certain = traits.certain;
  chain.entity = traits.entity;
  chains_.push_back(chain);
  return static_cast<std::uint32_t>(chains_.size()) - 1;
}

// Takes over what a phrase tells of the chain it joins: a pronoun its gender, a title its class.
void ReferenceResolver::learn(std::uint32_t index, const PhraseTraits& traits) {
  Chain& chain = chains_[index];
  if (chain.gender == Gender::Unknown) chain.gender = traits.gender;
  const std::uint8_t both = chain.classes & traits.classes;
  if (!chain.certain && both != 0) chain.classes = both;
  if (traits.certain && !traits.family_name) chain.certain = true;
  chain.named = chain.named || traits.named;
}

// Makes one chain of two; the first one stays.
void ReferenceResolver::join(std::uint32_t chain, std::uint32_t other) {
  if (chain == other) return;
  Chain& kept = chains_[chain];
  const Chain& gone = chains_[other];
  if (kept.gender == Gender::Unknown) kept.gender = gone.gender;
  if (!kept.certain && (kept.classes & gone.classes) != 0) kept.classes &= gone.classes;
  kept.certain = kept.certain || gone.certain;
  kept.mentions += gone.mentions;
  for (std::uint32_t n = gone.last_noun; n != kNone; n = chain_nouns_[n].previous)
    add_noun(chain, chain_nouns_[n].noun);
  chains_[other].joined_to = chain;
}

void ReferenceResolver::add_noun(std::uint32_t chain, DescribingNoun noun) {
  if (noun.noun == WordId::None) return;
  constexpr int kNouns = 8;  // a chain's own; more would make its mentions cost more
  int count = 0;
  for (std::uint32_t n = chains_[chain].last_noun; n != kNone; n = chain_nouns_[n].previous) {
    if (chain_nouns_[n].noun == noun || ++count == kNouns) return;
  }
  chain_nouns_.push_back({noun, chains_[chain].last_noun});
  chains_[chain].last_noun = static_cast<std::uint32_t>(chain_nouns_.size()) - 1;
}

void ReferenceResolver::register_noun(const DescribingNoun& noun, std::uint32_t phrase,
                                      std::uint32_t chain) {
  const auto add = [&](WordId key) {
    const std::uint32_t* slot = asked_.find(static_cast<std::uint64_t>(key));
    if (slot == nullptr) return;
    const auto next = static_cast<std::uint32_t>(described_.size());
    described_.push_back({noun, phrase, chain, sentence_, std::exchange(newest_[*slot], next)});
  };
  add(noun.noun);
  if (noun.modifier != WordId::None && g_.is_fixed(noun.modifier)) return;
  for (const WordId general : g_.general_nouns(noun.noun)) add(general);
}

// Makes the chain findable by all nouns that describe it, as of this phrase.
void ReferenceResolver::describe(std::uint32_t phrase, std::uint32_t chain) {
  for (std::uint32_t n = chains_[chain].last_noun; n != kNone; n = chain_nouns_[n].previous)
    register_noun(chain_nouns_[n].noun, phrase, chain);
  for (const DescribingNoun& noun : describer_.nouns_of(chains_[chain].entity))
    register_noun(noun, phrase, chain);
}

Reference& ReferenceResolver::refer(std::uint32_t phrase, std::uint32_t token,
                                    std::uint32_t antecedent, ReferenceKind kind,
                                    Preference preference) {
  Reference reference;
  reference.phrase = phrase;
  reference.token = token;
  reference.antecedent = antecedent;
  reference.kind = kind;
  reference.preference = preference;
  return a_.references.emplace_back(reference);
}

// ---- the walk

void ReferenceResolver::visit(std::uint32_t phrase) {
  visit_possessives(phrase);
  std::uint32_t chain = kNone;
  const NounPhrase& np = a_.phrases[phrase];
  if (np.pronoun) {
    chain = visit_pronoun(phrase);
  } else if (places_[phrase].predicate && !traits_[phrase].named) {
    say_predicate(phrase);
    return;
  } else if (np.appositive_of != kNone && !traits_[phrase].named && np.appositive_of < phrase &&
             chain_of(np.appositive_of) != kNone) {
    chain = chain_of(np.appositive_of);
    learn(chain, traits_[phrase]);
    if (places_[phrase].antecedent)  // "A, the last state that signed, …"
      refer(phrase, np.head, np.appositive_of, ReferenceKind::Predicate, Preference::Noun);
  } else if (is_ordinal_of_two(phrase)) {
    chain = visit_ordered(phrase);
  } else if (is_set(phrase)) {
    chain = visit_set(phrase);
  } else if (traits_[phrase].named) {
    chain = visit_name(phrase);
  } else if (is_description(phrase)) {
    chain = visit_description(phrase);
  }
  if (chain == kNone && traits_[phrase].antecedent) chain = new_chain(traits_[phrase]);
  if (chain != kNone) enter(phrase, chain);
  if (np.next == kNone && places_[phrase].first != phrase) enter_coordination(phrase);
}

// From here on the phrase can be taken up.
void ReferenceResolver::enter(std::uint32_t phrase, std::uint32_t chain) {
  for (const auto& [awaited, waiting] : awaited_) {
    if (awaited == phrase) join(chain, chain_at(waiting));
  }
  std::erase_if(awaited_, [&](const auto& one) { return one.first <= phrase; });
  chain_of_[phrase] = chain;
  Chain& c = chains_[chain];
  ++c.mentions;
  if (c.first_name == kNone && traits_[phrase].named) c.first_name = phrase;
  const std::uint32_t named = a_.phrases[phrase].appositive_of;
  // "the minister, A": the description is A as well.
  if (named != kNone && traits_[phrase].named && chain_of(named) != kNone &&
      chain_of(named) != chain && !chains_[chain_of(named)].named) {
    join(chain, chain_of(named));
  }
  add_noun(chain, traits_[phrase].noun);
  const TokenSpan span = a_.phrases[phrase].span;
  if (traits_[phrase].named && (c.classes & Class::kPerson) != 0) {  // titles
    const std::uint32_t end = traits_[phrase].mention != kNone
                                  ? a_.mentions[traits_[phrase].mention].span.begin
                                  : traits_[phrase].name.begin;
    if (end > span.begin && end <= span.end && describer_.is_title(a_, end - 1))
      add_noun(chain, describer_.noun_at(a_, end - 1, span.begin));
  }
  // "A, the minister" is taken up as A.
  const bool says_again = named != kNone && named < phrase && !traits_[phrase].named;
  describe(says_again ? named : phrase, chain);
  if (!says_again) candidates_.push_back({phrase, chain, sentence_, false});
}

void ReferenceResolver::enter_coordination(std::uint32_t last) {
  const std::uint32_t first = places_[last].first;
  PhraseTraits all;
  all.number = Number::Plural;
  all.certain = true;
  for (std::uint32_t p = first; p != kNone; p = a_.phrases[p].next) {
    const std::uint32_t chain = chain_of(p);
    if (chain == kNone) return;
    all.classes |= chains_[chain].classes;
    if (p == last) break;
  }
  candidates_.push_back({first, new_chain(all), sentence_, true});
}

// "A is the president": the noun describes the subject from here on.
void ReferenceResolver::say_predicate(std::uint32_t phrase) {
  const Clause& clause = a_.clauses[places_[phrase].clause];
  const std::uint32_t subject = surface_subject(clause);
  if (subject == kNone || subject >= phrase || a_.groups[clause.group].negated ||
      a_.phrases[phrase].negated || chain_of(subject) == kNone) {
    return;
  }
  const std::uint32_t chain = chain_of(subject);
  chain_of_[phrase] = chain;
  learn(chain, traits_[phrase]);
  // "A is the only country that signed": what the clause behind the noun says it says of A.
  if (places_[phrase].antecedent && a_.groups[clause.group].modal == kNone)
    refer(phrase, a_.phrases[phrase].head, subject, ReferenceKind::Predicate, Preference::Noun);
  if (traits_[phrase].noun.noun != WordId::None) {
    add_noun(chain, traits_[phrase].noun);
    register_noun(traits_[phrase].noun, subject, chain);
  }
}

// ---- pairs

void ReferenceResolver::find_pairs(std::uint32_t sentence) {
  const SentenceLayers& s = a_.sentences[sentence];
  const std::size_t begin = pairs_.size();
  for (std::uint32_t c = s.first_clause; c < s.last_clause; ++c) relate(a_.clauses[c], sentence);
  for (std::uint32_t i = s.first_attachment; i < s.last_attachment; ++i) {
    const Attachment& at = a_.attachments[i];
    const std::uint32_t owner = a_.phrases[at.host].possessor;
    if (owner != kNone && g_.joining_prepositions.contains(form(at.preposition)))
      pairs_.push_back({owner, at.phrase, sentence, false});
  }
  for (std::uint32_t p = s.first_phrase; p < s.last_phrase; ++p) {
    const std::uint32_t next = a_.phrases[p].next;
    if (next != kNone && places_[p].first == p && a_.phrases[next].next == kNone)
      pairs_.push_back({p, next, sentence, true});
  }
  sort_stably(std::span(pairs_).subspan(begin), {}, &Pair::second);
}

// A clause's subject with the first one who acts among its objects and obliques, or who stands
// behind "with" at its object.
void ReferenceResolver::relate(const Clause& clause, std::uint32_t sentence) {
  const std::uint32_t subject = surface_subject(clause);
  if (subject == kNone || a_.phrases[subject].next != kNone ||
      (traits_[subject].classes & Class::kActors) == 0) {
    return;
  }
  const auto add = [&](std::uint32_t other) {
    const bool fit = other > subject && other != subject && a_.phrases[other].next == kNone &&
                     places_[other].first == other &&
                     (traits_[other].classes & Class::kActors) != 0 &&
                     (traits_[other].named || a_.phrases[other].pronoun ||
                      (traits_[other].classes & Class::kThing) == 0);
    if (fit) pairs_.push_back({subject, other, sentence, false});
    return fit;
  };
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const Argument& argument = a_.arguments[i];
    if (is_surface_subject(clause, argument)) continue;
    if (argument.role == ArgumentRole::Oblique && argument.preposition != kNone &&
        !g_.joining_prepositions.contains(form(argument.preposition)) &&
        form(argument.preposition) != g_.to) {
      continue;
    }
    if (add(argument.phrase)) return;
    const std::uint32_t partner = places_[argument.phrase].partner;
    if (partner != kNone && add(partner)) return;
  }
}

}  // namespace testudo::english
