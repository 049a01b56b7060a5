// What can fill a slot: the entity, actor, concept or situation that a noun phrase or clause
// speaks of, with pronouns and descriptions led back to what they take up.
//   FillerFinder fillers(pack, analysis);
//   fillers.of_phrase(phrase, wanted, found)     // adds what fits the class; false if nothing does
// A name of the lexicon comes first, then what the phrase refers to, then names and actors that the
// lexicon does not know, then the bare concept. Borrows pack and analysis; one a thread. Every call
// is O(log layers · chain of references).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "english/analysis.h"
#include "extract/finding.h"
#include "pack/pack.h"

namespace testudo::extract {

class FillerFinder {
 public:
  FillerFinder(const pack::Pack& pack, const english::Analysis& analysis)
      : pack_(&pack), ontology_(&pack.ontology()), a_(&analysis), asked_(kAsked) {}
  FillerFinder(pack::Pack&&, const english::Analysis&) = delete;

  // Turns to another article and forgets the last; the memory is kept.
  void turn_to(const english::Analysis& analysis);

  // The findings that can fill slots for situations, from now on. Those before `first` have not
  // changed since the last call.
  void know(std::span<const Finding> findings, std::uint32_t first);

  // Each adds fillers of a class (None: of any) to `found`, one for each member of a set ("both
  // countries"). Calendar expressions, bare numbers and pronouns that nothing is known of fill
  // nothing.
  bool of_phrase(std::uint32_t phrase, pack::ClassId wanted, std::vector<Filler>& found) const;
  // The same without a copy: valid until the next call of either.
  std::span<const Filler> of_phrase(std::uint32_t phrase, pack::ClassId wanted) const;
  // Words of a predicate's own: "its", "U.S.".
  bool of_words(TokenSpan words, pack::ClassId wanted, std::vector<Filler>& found) const;
  // A clause as what is said, wanted or done: the situation read in it, else its words.
  bool of_clause(const english::Clause& clause, pack::ClassId wanted,
                 std::vector<Filler>& found) const;
  // What a mention of the lexicon is, of a class; null if nothing of the kind.
  const english::Reading* reading_of(std::uint32_t mention, pack::ClassId wanted) const;
  // A mention of the lexicon by itself.
  bool of_mention(std::uint32_t mention, TokenSpan span, pack::ClassId wanted,
                  std::vector<Filler>& found) const;

  // The lexicon's mention that holds a token, or kNone.
  std::uint32_t mention_at(std::uint32_t token) const;
  // From the first word that is no determiner to the head, and the of-phrases right behind it.
  TokenSpan label_span(std::uint32_t phrase) const;
  // Whether words hold a calendar expression that says when something is.
  bool is_time(TokenSpan span) const;
  bool wants_situation(pack::ClassId wanted) const {
    return wanted != pack::ClassId::None && ontology_->situation != pack::ClassId::None &&
           ontology_->is_a(wanted, ontology_->situation);
  }

 private:
  bool fits(pack::ClassId given, pack::ClassId wanted) const {
    return wanted == pack::ClassId::None ||
           (given != pack::ClassId::None && ontology_->is_a(given, wanted));
  }
  bool phrase_at_depth(std::uint32_t phrase, pack::ClassId wanted, int depth,
                       std::vector<Filler>& found) const;
  bool of_reference(const english::Reference& reference, pack::ClassId wanted, int depth,
                    std::vector<Filler>& found) const;
  bool of_finding(std::uint32_t head, pack::ClassId wanted, TokenSpan span,
                  std::vector<Filler>& found) const;
  bool of_name(std::uint32_t head, pack::ClassId wanted, std::vector<Filler>& found) const;
  bool of_actor(const english::NounPhrase& phrase, pack::ClassId wanted,
                std::vector<Filler>& found) const;
  bool of_class_noun(std::uint32_t phrase, pack::ClassId wanted, std::vector<Filler>& found) const;
  bool of_partitive(std::uint32_t phrase, pack::ClassId wanted, int depth,
                    std::vector<Filler>& found) const;
  std::span<const english::Attachment> attachments_near(std::uint32_t token) const;
  bool is_person(std::uint32_t head) const;
  pack::EntityId home_within(TokenSpan words) const;
  pack::EntityId home_behind(std::uint32_t head) const;
  pack::EntityId home_right_behind(const english::NounPhrase& phrase) const;
  bool of_concept(std::uint32_t phrase, pack::ClassId wanted, std::vector<Filler>& found) const;
  bool is_concept_mention(std::uint32_t mention) const;
  pack::EntityId home_of(std::uint32_t mention) const;

  const pack::Pack* pack_;
  const pack::Ontology* ontology_;
  const english::Analysis* a_;
  std::span<const Finding> findings_;
  std::vector<std::uint32_t> last_at_;   // by token: the last finding that starts there, or kNone
  std::vector<std::uint32_t> triggers_;  // by finding: where it starts
  std::vector<std::uint32_t> previous_;  // by finding: the one before it at the same token
  // What was asked lately, of classes that no finding can change: rows ask the same again and
  // again.
  struct Asked {
    std::uint32_t phrase = english::kNone;
    pack::ClassId wanted = pack::ClassId::None;
    std::vector<Filler> found;
  };
  static constexpr std::size_t kAsked = 256;
  mutable std::vector<Asked> asked_;
};

}  // namespace testudo::extract
