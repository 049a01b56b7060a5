// A sentence as a row of chunks: noun phrases, verb groups, and the words and marks between them
// that decide where clauses begin and end.
//   Chunker chunker(grammar); chunker.read(analysis, sentence);
//   for (const Chunk& chunk : chunker.chunks()) …
// Linear in the sentence. One chunker a thread; reading keeps its memory.
#pragma once

#include <vector>

#include "english/analysis.h"
#include "english/clause_grammar.h"

namespace testudo::english {

enum class ChunkKind : std::uint8_t {
  Phrase,
  Verb,
  Preposition,
  Subordinator,
  Relative,     // who, which, that, where: behind a noun phrase
  Conjunction,  // and, or, but
  Comma,
  Break,  // semicolon, colon, dash, full stop
  Open,   // brackets
  Close,
  Quote,
  Adverb,
  Adjective,
  There,
  Other
};

struct Chunk {
  ChunkKind kind = ChunkKind::Other;
  TokenSpan span;
  std::uint32_t index = kNone;  // of the noun phrase or verb group
  bool leads_to_verb = false;   // Phrase: a finite verb follows that it can be the subject of
  bool lists_on = false;        // Phrase: a coordination follows: "…, B and C", "… and C"
};

class Chunker {
 public:
  explicit Chunker(const ClauseGrammar& grammar) : grammar_(&grammar) {}

  void read(const Analysis& analysis, const SentenceLayers& sentence);

  const std::vector<Chunk>& chunks() const { return chunks_; }

 private:
  void split();
  Chunk word_at(std::uint32_t token) const;
  std::uint32_t end_of_possessors(std::uint32_t phrase) const;
  std::uint32_t owned_behind_of(std::uint32_t phrase) const;
  std::uint32_t complex_preposition(std::uint32_t token) const;
  bool is_dash(std::uint32_t token) const;
  void bracket_asides();
  void look_ahead();
  bool decide_subordinator(std::size_t at) const;
  bool leads(std::size_t at, int budget) const;
  std::size_t past_relative(std::size_t at) const;
  std::size_t closing(std::size_t open) const;
  bool lists(std::size_t at) const;
  bool is_finite(std::size_t at) const;
  bool is_singular(std::size_t at) const;
  bool is(std::size_t at, ChunkKind kind) const {
    return at < chunks_.size() && chunks_[at].kind == kind;
  }

  const ClauseGrammar* grammar_;
  const Analysis* a_ = nullptr;
  const SentenceLayers* sentence_ = nullptr;
  const WordId was_ = WordTable::builtin().find("was");
  std::vector<Chunk> chunks_;
};

}  // namespace testudo::english
