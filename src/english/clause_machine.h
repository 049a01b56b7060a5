// One sentence's clauses: the machine that clauses.h describes.
//   ClauseMachine machine(analysis, grammar); machine.run(sentence);
// One machine a thread; its memory is kept from sentence to sentence.
#pragma once

#include <vector>

#include "english/chunks.h"

namespace testudo::english {

class ClauseMachine {
 public:
  // Both are borrowed and must outlive the machine.
  ClauseMachine(Analysis& analysis, const ClauseGrammar& grammar)
      : a_(analysis), g_(grammar), chunker_(grammar) {}

  // Appends the sentence's clauses, arguments and attachments, and sets its ranges of them.
  void run(SentenceLayers& sentence);

 private:
  // A clause on its way: the phrases are the first ones of their coordinations.
  struct Draft {
    ClauseKind kind = ClauseKind::Main;
    std::uint32_t group = 0;
    std::uint32_t subject = kNone;  // as it stands: what is acted on, in the passive
    std::uint32_t object = kNone;
    std::uint32_t recipient = kNone;
    std::uint32_t agent = kNone;  // of a passive
    std::uint32_t agent_preposition = kNone;
    std::uint32_t complement = kNone;
    std::uint32_t parent = kNone;  // draft
    std::uint32_t marker = kNone;
    std::uint32_t antecedent = kNone;
    std::uint32_t twin = kNone;  // "build and sell cars": the draft that shares the object to come
    std::uint32_t host = kNone;  // of a clause before its subject or verb: the clause that it is in
    std::uint32_t next_orphan = kNone;
    std::uint32_t cleft = kNone;  // "what she wants is …": the draft that lacks what follows
    bool adjective = false;       // an adjective stands as complement
    bool tough = false;           // "hard to …"
    bool evaluated = false;       // "wise to …", and not "ready to …"
    bool tough_object = false;    // … whose object, if it lacks one, is the subject of the other
    bool there = false;           // "there is": the phrase behind the verb is the subject
    bool inverted = false;        // "…", said X
    bool dangling = false;        // its subject is that of the clause around it, which has to come
  };

  // A clause that is open: its verb may still have to come.
  struct Frame {
    ClauseKind kind = ClauseKind::Main;
    std::uint32_t draft = kNone;
    std::uint32_t subject = kNone;
    std::uint32_t parent = kNone;  // draft that it hangs on
    std::uint32_t antecedent = kNone;
    std::uint32_t marker = kNone;
    std::uint32_t gap_preposition = kNone;  // "for whom"
    std::uint32_t orphans = kNone;          // the last draft that waits for this clause's verb
    std::uint32_t first_site = 0;
    std::uint32_t first_fronted = 0;
    bool gap = false;          // Relative: the antecedent has no role yet
    bool after_comma = false;  // opened behind a comma: the next one closes it
    bool there = false;
    bool clausal_subject = false;
    bool interrupted = false;  // a comma stood behind its subject
    bool bracket = false;      // opened by one
  };

  // Where a prepositional phrase can go: the verb, or a noun phrase on the right edge.
  struct Site {
    std::uint32_t phrase = kNone;       // kNone: the verb
    std::uint32_t preposition = kNone;  // that the phrase stands behind
  };
  struct Oblique {
    std::uint32_t draft = kNone;
    std::uint32_t preposition = kNone;
    std::uint32_t phrase = kNone;
  };

  // -- chunks, each kind by its own function
  void step(std::size_t at);
  void take_phrase(std::size_t at);
  void take_verb(std::size_t at);
  void take_relative(std::size_t at);
  void open_relative(std::uint32_t marker, std::uint32_t antecedent, bool gap);
  void open_interrogative(std::size_t at);
  bool is_cleft() const;
  bool interrupts(std::size_t at, std::size_t open);
  bool is_question() const;
  bool describes(std::uint32_t noun) const;
  bool asks(std::size_t at) const;
  void take_subordinator(std::size_t at);
  void take_comma(std::size_t at);
  void take_adverb(std::size_t at);
  void take_adjective(std::size_t at);

  // -- noun phrases
  std::uint32_t antecedent_of_who(std::uint32_t nearest) const;
  void make_recipient(std::uint32_t draft);
  bool completes_pair() const;
  std::uint32_t host_of_partner(std::size_t at, std::uint32_t partner) const;
  bool take_coordinated(std::size_t at);
  void replace_site(std::uint32_t partner, std::uint32_t phrase);
  bool ends_with_comma() const;
  bool continue_beside(std::uint32_t subject);
  void take_behind_verb(std::size_t at);
  void take_before_verb(std::size_t at);
  void take_first(std::size_t at);
  void take_behind_subject_and_comma(std::size_t at);
  bool is_reporting(std::size_t at) const;
  bool is_description(std::size_t at, std::uint32_t said) const;
  void replace_adverbial_subject(std::uint32_t phrase);
  void open_contact_clause(std::uint32_t subject);
  void take_behind_comma(std::size_t at);
  bool is_awaited(std::size_t at) const;
  void open_clause_of(std::size_t at);
  bool is_complement_of(std::uint32_t phrase, std::uint32_t draft) const;
  void place_object(std::uint32_t phrase);
  void share_object(std::uint32_t draft);
  void coordinate(std::uint32_t phrase, std::uint32_t with);
  std::uint32_t best_partner(std::uint32_t phrase) const;
  void take_prepositional(std::size_t at);
  void open_absolute(std::uint32_t preposition, std::uint32_t phrase);
  bool coordinate_prepositional(std::uint32_t preposition, std::uint32_t phrase);
  bool is_fronted(std::uint32_t preposition, std::uint32_t phrase) const;
  void attach(std::size_t site, std::uint32_t preposition, std::uint32_t phrase);
  bool is_idle(std::uint32_t preposition, std::uint32_t phrase) const;
  bool is_deed(std::uint32_t phrase) const;
  std::size_t deed_by(std::uint32_t preposition, std::uint32_t phrase) const;
  bool is_of_verb(std::uint32_t preposition, std::uint32_t phrase) const;
  bool takes_agent(std::uint32_t draft, std::uint32_t preposition, std::uint32_t phrase) const;
  bool is_absolute(std::size_t at, std::uint32_t preposition) const;
  bool goes_to_noun(std::uint32_t preposition, std::uint32_t phrase) const;
  bool is_abstract(std::uint32_t phrase) const;
  bool name_of_place(std::uint32_t phrase) const;
  bool is_place_like(std::uint32_t phrase) const;
  bool can_host(std::uint32_t phrase, Symbol preposition) const;
  void give_example(std::uint32_t preposition, std::uint32_t phrase);
  bool continues_range() const;
  bool has_oblique(std::uint32_t draft, Symbol preposition) const;
  std::size_t attachment_site(std::uint32_t preposition, std::uint32_t phrase) const;

  // -- verb groups
  void take_finite(std::size_t at);
  void strand(std::uint32_t preposition);
  std::uint32_t take_subject();
  bool is_parenthetical(std::size_t at) const;
  bool is_inverted(std::size_t at) const;
  bool stands_before_subject(std::size_t at) const;
  void open_inverted(std::uint32_t group);
  void take_infinitive(std::size_t at);
  bool is_passive_group(std::size_t at) const;
  bool is_headline_future(std::size_t at) const;
  std::uint32_t controller(std::size_t at);
  std::uint32_t controller_behind_noun(std::uint32_t parent, Site beside, bool passive);
  std::uint32_t holder_of_aim(std::uint32_t aim) const;
  std::uint32_t beneficiary(std::uint32_t draft) const;
  bool is_extraposed(std::uint32_t draft) const;
  void detach(std::uint32_t phrase);
  bool takes_bare_infinitive(std::uint32_t draft) const;
  bool is_present_plural(std::uint32_t draft) const;
  void take_bare(std::size_t at);
  std::uint32_t agent_of_gerund(std::uint32_t preposition) const;
  void describe_with_gerund(std::uint32_t group);
  void take_gerund(std::size_t at);
  std::uint32_t happening_before(std::size_t at) const;
  void take_participle(std::size_t at);
  bool coordinate_verb(std::size_t at);
  bool matches_form(const VerbGroup& group, const VerbGroup& earlier) const;
  std::uint32_t start_draft(std::uint32_t group);
  void open_nonfinite(ClauseKind kind, std::uint32_t group, std::uint32_t subject,
                      std::uint32_t parent);
  bool continue_nonfinite(std::uint32_t group);
  std::uint32_t reanalysed_subject();

  bool must_be_finite(std::size_t at) const;
  bool only_joints_before(std::size_t at, std::uint32_t begin) const;

  // -- frames
  Frame& top() { return frames_.back(); }
  const Frame& top() const { return frames_.back(); }
  void push(ClauseKind kind);
  void pop();
  void adopt(std::uint32_t draft);
  void describe_noun(const Frame& frame);
  bool opens_cleft(std::uint32_t asked, std::uint32_t draft) const;
  void fill_cleft(std::uint32_t draft, std::uint32_t phrase);
  void reset_edge();
  void push_site(Site site);
  void restart();
  void open_bracket();
  void close_bracket();
  bool close_to_waiting();
  void fill_gap(std::uint32_t draft);
  bool is_waiting(const Frame& frame) const;
  std::uint32_t waiting_frame() const;
  std::size_t count_waiting() const;

  // -- questions
  const VerbGroup& group_of(std::uint32_t draft) const { return a_.groups[drafts_[draft].group]; }
  Symbol lemma(std::uint32_t token) const { return a_.symbols[token].lemma; }
  Symbol form(std::uint32_t token) const { return a_.symbols[token].form; }
  Symbol verb_of(std::uint32_t draft) const { return lemma(group_of(draft).head); }
  Symbol head_of(std::uint32_t phrase) const { return lemma(a_.phrases[phrase].head); }
  bool is_passive(std::uint32_t draft) const;
  bool is_copula(std::uint32_t draft) const;
  bool takes_object(std::uint32_t draft) const;
  bool is_time(std::uint32_t phrase) const;
  bool is_measure(std::uint32_t phrase) const;
  bool is_adverbial_of(std::uint32_t phrase, std::uint32_t draft) const;
  bool has_own_subject(std::size_t at) const;
  std::size_t finite_ahead(std::size_t at) const;
  bool can_be_who(std::uint32_t phrase) const;
  bool is_who(std::uint32_t phrase) const;
  std::uint32_t subject_to_share(std::uint32_t draft) const;
  ChunkKind before(std::size_t at) const;
  const Chunk* previous(std::size_t at) const;
  std::uint32_t innermost_phrase() const;

  void finish(SentenceLayers& sentence);
  void order_drafts(std::uint32_t first);
  void share_subjects();
  void share_objects();
  void add_arguments(std::uint32_t first, ArgumentRole role, std::uint32_t preposition);

  Analysis& a_;
  const ClauseGrammar& g_;
  const WordTable& table_ = WordTable::builtin();
  Chunker chunker_;
  std::vector<Draft> drafts_;
  std::vector<Frame> frames_;
  std::vector<Site> sites_;
  std::vector<Oblique> fronted_;  // prepositional phrases that wait for their clause's verb
  std::vector<Oblique> obliques_;
  std::vector<std::uint32_t> order_;   // drafts by their verbs
  std::vector<std::uint32_t> place_;   // of drafts: the clause that each becomes
  std::uint32_t preposition_ = kNone;  // one whose phrase has to come
  bool conjunction_ = false;           // "and" has just been read
  bool keep_conjunction_ = false;
  bool comma_ = false;  // a comma has just been read
};

}  // namespace testudo::english
