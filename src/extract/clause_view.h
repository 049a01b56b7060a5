// A clause or nominal with everything that takes part in it: its own arguments, the prepositional
// phrases that belong to these, and what a support verb lends to a nominal ("launched an attack
// on").
//   ClauseView view; view.turn_to(pack, analysis, sentence, {clause, false});
//   for (const Participant& p : view.participants()) …
// Borrows pack and analysis until the next turn_to(). O(arguments + attachments of the sentence).
#pragma once

#include <cstdint>
#include <vector>

#include "english/analysis.h"
#include "pack/pack.h"

namespace testudo::extract {

// A clause or a nominal of an analysis, by its index in the layer.
struct ClauseId {
  std::uint32_t index = english::kNone;
  bool nominal = false;

  friend auto operator<=>(const ClauseId&, const ClauseId&) = default;
};

const english::Clause& clause_of(const english::Analysis& analysis, ClauseId id);

struct Participant {
  english::ArgumentRole role = english::ArgumentRole::Subject;
  std::uint32_t phrase = english::kNone;
  std::uint32_t preposition = english::kNone;  // its first token
  english::TokenSpan words;                    // where there is no phrase
  bool own = true;  // false: it belongs to another participant, or to the support verb
  std::uint32_t host = english::kNone;  // the participant that it belongs to, by index
  bool of_subject = false;              // it belongs to a verb's subject: "talks with Oslo failed"
};

class ClauseView {
 public:
  void turn_to(const pack::Pack& pack, const english::Analysis& analysis, std::uint32_t sentence,
               ClauseId id);

  ClauseId id() const { return id_; }
  const english::Clause& clause() const { return *clause_; }
  const std::vector<Participant>& participants() const { return participants_; }
  bool has(english::ArgumentRole role) const;
  // The tokens of a participant, preposition included.
  english::TokenSpan span_of(const Participant& participant) const;
  // The clause that supports the nominal, or null.
  const english::Clause* support() const { return support_; }

 private:
  void add_arguments(const english::Clause& clause, bool own);
  void add_attachments(const english::SentenceLayers& layers);
  void add_attached(std::uint32_t host, std::uint32_t phrase, std::uint32_t preposition,
                    bool of_subject);
  void mend_subject(const pack::Pack& pack, const english::SentenceLayers& layers);
  bool is_noun_of_aim(const pack::Pack& pack, std::uint32_t token) const;
  void add_support(const pack::Pack& pack, const english::SentenceLayers& layers);

  const english::Analysis* a_ = nullptr;
  ClauseId id_;
  const english::Clause* clause_ = nullptr;
  const english::Clause* support_ = nullptr;
  std::vector<Participant> participants_;
};

// The clause of a sentence whose verb supports a nominal or lends it its subject, as its object or
// behind a preposition ("enter into talks"); null where there is none.
const english::Clause* support_of(const pack::Pack& pack, const english::Analysis& analysis,
                                  const english::SentenceLayers& layers, std::uint32_t phrase);
// … whose verb says that the nominal, its subject, is: "talks began in Geneva".
const english::Clause* occurrence_of(const pack::Pack& pack, const english::Analysis& analysis,
                                     const english::SentenceLayers& layers, std::uint32_t phrase);

}  // namespace testudo::extract
