// One article's references: what reference.h describes, step by step.
//   ReferenceResolver(analysis, grammar, gazetteer, entities).run();
// One resolver an article. Everything that speaks of the same is one chain; a phrase joins a chain
// or begins one. Files: reference_resolver.cpp holds the chains and the walk,
// reference_pronouns.cpp, reference_pleonastic.cpp, reference_descriptions.cpp and
// reference_names.cpp a kind of reference each.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/flat_map.h"
#include "english/reference_traits.h"

namespace testudo::english {

class ReferenceResolver {
 public:
  // All are borrowed and must outlive the resolver; the entities may be missing.
  ReferenceResolver(Analysis& analysis, const ReferenceGrammar& grammar, const Gazetteer& gazetteer,
                    const EntityTable* entities)
      : a_(analysis),
        g_(grammar),
        gazetteer_(gazetteer),
        describer_(grammar, gazetteer, entities) {}

  // Fills analysis.references and the sentences' ranges of them.
  void run();

 private:
  // A phrase's place in its sentence, from the most to the least salient.
  enum class Role : std::uint8_t { Subject, Object, Oblique, Possessor, Embedded, None };

  // What the clauses say of a phrase.
  struct Place {
    Role role = Role::None;
    std::uint32_t clause = kNone;          // that it takes part in; of embedded ones their host's
    std::uint32_t host = kNone;            // the phrase that it is attached to or possesses
    std::uint32_t partner = kNone;         // the phrase behind its "with": "treaty with A"
    std::uint32_t first = kNone;           // the first phrase of its coordination
    std::uint32_t first_argument = kNone;  // of a list through next_argument_
    bool described = false;                // something follows that tells which one it is
    bool antecedent = false;               // … and that is a clause
    bool predicate = false;                // "is the president": says what the subject is
    std::uint32_t named_by = kNone;        // the name behind it: "the minister, A"
  };

  // All that speaks of the same.
  struct Chain {
    std::uint8_t classes = 0;
    Gender gender = Gender::Unknown;
    Number number = Number::Singular;
    bool named = false;
    bool certain = false;
    std::uint32_t joined_to = kNone;   // the chain that it turned out to be
    std::uint32_t first_name = kNone;  // phrase
    std::uint32_t mentions = 0;
    std::uint32_t entity = kNone;
    std::uint32_t last_noun = kNone;  // of a list in chain_nouns_
  };

  // Something that a pronoun can take up.
  struct Candidate {
    std::uint32_t phrase = 0;
    std::uint32_t chain = 0;
    std::uint32_t sentence = 0;
    bool coordination = false;  // the whole of it; the phrase is its first member
  };

  // That a noun of a description described something: a list a noun, the newest first.
  struct Described {
    DescribingNoun noun;
    std::uint32_t phrase = 0;
    std::uint32_t chain = 0;
    std::uint32_t sentence = 0;
    std::uint32_t previous = kNone;
  };

  // Two that were named together.
  struct Pair {
    std::uint32_t first = 0, second = 0;  // phrases
    std::uint32_t sentence = 0;
    bool coordination = false;
  };

  struct ChainNoun {
    DescribingNoun noun;
    std::uint32_t previous = kNone;
  };

  // What one preference gives a candidate; the sum is its salience.
  enum Factor : std::uint8_t { kRecency, kRole, kParallel, kClause, kKnown, kFrequency, kFactors };
  using Salience = std::array<int, kFactors>;
  struct Choice {
    std::size_t candidate = 0;  // into candidates_
    std::uint32_t chain = kNone;
    Salience salience{};
    int sum = 0;
  };

  // -- the walk
  void find_places();
  void place_arguments();
  void place_embedded();
  void find_traits();
  void find_asked_nouns();
  void find_pairs(std::uint32_t sentence);
  void relate(const Clause& clause, std::uint32_t sentence);
  void visit(std::uint32_t phrase);
  void enter(std::uint32_t phrase, std::uint32_t chain);
  void enter_coordination(std::uint32_t last);
  void say_predicate(std::uint32_t phrase);
  void describe(std::uint32_t phrase, std::uint32_t chain);

  // -- chains
  std::uint32_t chain_at(std::uint32_t chain) const;
  std::uint32_t chain_of(std::uint32_t phrase) const {
    return chain_of_[phrase] == kNone ? kNone : chain_at(chain_of_[phrase]);
  }
  std::uint32_t new_chain(const PhraseTraits& traits);
  void join(std::uint32_t chain, std::uint32_t other);
  void learn(std::uint32_t chain, const PhraseTraits& traits);
  void add_noun(std::uint32_t chain, DescribingNoun noun);
  void register_noun(const DescribingNoun& noun, std::uint32_t phrase, std::uint32_t chain);
  Reference& refer(std::uint32_t phrase, std::uint32_t token, std::uint32_t antecedent,
                   ReferenceKind kind, Preference preference);

  // -- pronouns
  void visit_possessives(std::uint32_t phrase);
  std::uint32_t visit_pronoun(std::uint32_t phrase);
  bool is_raised(std::uint32_t argument) const;
  std::uint32_t reflexive_neighbour(std::uint32_t phrase) const;
  std::uint32_t take_up_phrase(std::uint32_t antecedent, bool several, std::uint32_t phrase,
                               const PhraseTraits& wanted);
  bool is_reflexive(std::uint32_t token) const;
  std::uint32_t resolve_reflexive(std::uint32_t phrase, const PhraseTraits& wanted);
  std::optional<Choice> choose(const PhraseTraits& wanted, std::uint32_t phrase, bool possessive,
                               Preference& preference);
  void weigh(const PhraseTraits& wanted, std::size_t candidate, std::uint32_t phrase,
             bool possessive);
  std::pair<const Choice*, const Choice*> best_two() const;
  Salience salience(const PhraseTraits& wanted, const Candidate& candidate, std::uint32_t phrase,
                    bool possessive) const;
  static Preference deciding(const Choice& best, const Choice& next);
  bool agrees(const PhraseTraits& wanted, const Candidate& candidate) const;
  void exclude_clause_mates(std::uint32_t phrase);
  void exclude(std::uint32_t phrase);
  void narrow_by_verbs(std::uint32_t phrase, PhraseTraits& wanted) const;
  void exclude_mates_in(const Clause& clause, std::uint32_t phrase, ArgumentRole role);
  const Clause* clause_above(const Clause& clause) const;
  bool is_infinitive(std::uint32_t to, std::uint32_t end) const;
  std::uint8_t classes_of_possessor(std::uint32_t phrase, std::uint8_t classes) const;
  std::uint32_t cataphoric_subject(std::uint32_t phrase, const PhraseTraits& wanted) const;
  std::uint32_t take_up(const Choice& choice, std::uint32_t phrase, std::uint32_t token,
                        ReferenceKind kind, Preference preference, const PhraseTraits& wanted);
  bool is_pleonastic(std::uint32_t phrase) const;
  bool is_empty_subject(const Clause& clause) const;
  bool is_empty_object(const Clause& clause, std::uint32_t phrase) const;
  bool opens_clause(std::uint32_t from, std::uint32_t end, bool infinitive, bool finite) const;
  std::uint32_t past_adverbs(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t phrase_at(std::uint32_t token) const;

  // -- descriptions
  bool is_description(std::uint32_t phrase) const;
  std::uint32_t visit_description(std::uint32_t phrase);
  bool fits(const Described& described, std::uint32_t phrase) const;
  bool modifiers_fit(const Described& described, std::uint32_t phrase) const;
  const Described* nearest(std::uint32_t phrase) const;
  bool is_set(std::uint32_t phrase) const;
  std::uint32_t visit_set(std::uint32_t phrase);
  bool pair_fits(const Pair& pair, std::uint32_t phrase) const;
  std::uint32_t visit_ordered(std::uint32_t phrase);
  bool is_ordinal_of_two(std::uint32_t phrase) const;
  const Pair* last_pair(std::uint32_t phrase, bool any) const;

  // -- names
  std::uint32_t visit_name(std::uint32_t phrase);
  std::uint32_t visit_entity(std::uint32_t phrase);
  std::uint32_t namesake(std::uint32_t phrase);
  std::uint32_t visit_unknown_name(std::uint32_t phrase);
  bool is_acronym_of(std::uint32_t phrase, std::uint32_t full) const;
  std::uint32_t acronym_host(std::uint32_t phrase) const;
  void register_name(std::uint32_t phrase, std::uint32_t chain);

  // -- questions
  Symbol lemma(std::uint32_t token) const { return a_.symbols[token].lemma; }
  Symbol form(std::uint32_t token) const { return a_.symbols[token].form; }
  bool is_surface_subject(const Clause& clause, const Argument& argument) const;
  std::uint32_t surface_subject(const Clause& clause) const;
  bool is_singular(std::uint32_t phrase) const { return traits_[phrase].number != Number::Plural; }

  Analysis& a_;
  const ReferenceGrammar& g_;
  const Gazetteer& gazetteer_;
  const PhraseDescriber describer_;

  std::uint32_t sentence_ = 0;                // where the walk is
  std::vector<PhraseTraits> traits_;          // of phrases
  std::vector<Place> places_;                 // of phrases
  std::vector<std::uint32_t> chain_of_;       // of phrases
  std::vector<std::uint32_t> sentence_of_;    // of phrases
  std::vector<std::uint32_t> next_argument_;  // of arguments: the next one of the same phrase
  std::vector<std::uint32_t> clause_of_argument_;
  std::vector<Chain> chains_;
  std::vector<ChainNoun> chain_nouns_;
  std::vector<Candidate> candidates_;
  std::vector<Described> described_;
  FlatMap asked_;                      // noun of a description to its place in newest_
  std::vector<std::uint32_t> newest_;  // into described_
  FlatMap takers_known_;               // noun with modifier to its place in takers_
  std::vector<Pair> pairs_;
  FlatMap entities_;                       // entity to chain
  FlatMap names_;                          // hash of a name to a slot
  std::vector<std::uint32_t> name_slots_;  // chains; kNone where two share it
  std::vector<std::pair<std::uint32_t, std::uint32_t>> awaited_;  // phrase to come, chain
  std::vector<std::uint32_t> excluded_;  // chains that the pronoun at hand cannot be
  std::vector<Choice> choices_;          // that it has
};

}  // namespace testudo::english
