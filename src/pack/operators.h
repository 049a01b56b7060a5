// Operators: words that say how what they govern is meant to hold, and in whose view: want, will,
// unlikely, no, if, according to. Data of the pack (ontology/english/operators.ttl).
//   operator:desire a t:Operator ; t:verb "want" , "hope" ; t:noun "wish" ;
//       kb:modality kb:Desired ; kb:holder t:Subject .
//   table.find(CueKind::Verb, lemma, [&](const Cue& cue) { return fits(cue); })
// What governs what, and how operators add up, is the extractor's to say (extract/manner.h).
// Built while a pack is loaded, then read by any number of threads.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "english/vocabulary.h"
#include "pack/manner.h"
#include "rdf/graph.h"

namespace testudo::pack {

// The kind of word that a cue is: it decides what it governs.
enum class CueKind : std::uint8_t {
  Verb,         // its complement clauses, infinitives, gerunds, and objects that are situations
  Modal,        // its verb
  Adjective,    // an infinitive or that-clause behind it, the noun it describes, its subject
  Noun,         // an infinitive, that-clause or of-phrase behind it
  Adverb,       // the verb beside it
  Conjunction,  // the clause that it opens
  Preposition,  // the gerund or noun phrase behind it
  Determiner,   // the noun phrase that it opens; a clause through its subject
  Pronoun       // the clause whose subject it is: nobody
};
inline constexpr std::size_t kCueKinds = static_cast<std::size_t>(CueKind::Pronoun) + 1;

enum class HolderSource : std::uint8_t { None, Subject, Object };

struct Operator {
  std::string iri;
  std::string name;  // "operator:desire"
  std::string label;
  std::optional<Modality> modality;
  bool negates = false;  // kb:polarity kb:Negative
  HolderSource holder = HolderSource::None;
  bool weak = false;            // t:weak: gives way to a modality further in
  bool keeps_negation = false;  // t:keepsNegation: "did not say that …" says nothing of the …
  bool lends_subject = false;   // t:lendsSubject: who wants talks would hold them
};

// The words of an operator, as lemmas; further words stand right behind the first.
struct Cue {
  std::vector<Symbol> words;
  std::uint32_t op = 0;  // index into OperatorTable::operators()
};

class OperatorTable {
 public:
  OperatorTable() = default;

  // Every t:Operator of a graph, in the byte order of their IRIs. Errors: unknown keys, modalities,
  // polarities and holders; an operator without a word or without an effect; a word twice in
  // operators with different effects.
  static OperatorTable read(const rdf::Graph& graph, english::Vocabulary& vocabulary,
                            Diagnostics& problems);

  // The cues of a kind that begin with a word, longer ones first.
  std::span<const Cue> cues(CueKind kind, Symbol first) const {
    const auto& starts = starts_[static_cast<std::size_t>(kind)];
    const auto at = static_cast<std::size_t>(first);
    if (first == Symbol::None || at + 1 >= starts.size()) return {};
    return std::span(cues_[static_cast<std::size_t>(kind)])
        .subspan(starts[at], starts[at + 1] - starts[at]);
  }
  const std::vector<Operator>& operators() const { return operators_; }

 private:
  friend class OperatorReader;
  std::vector<Operator> operators_;
  std::array<std::vector<Cue>, kCueKinds> cues_;              // by first word, longer first
  std::array<std::vector<std::uint32_t>, kCueKinds> starts_;  // by symbol, into cues_
};

}  // namespace testudo::pack
