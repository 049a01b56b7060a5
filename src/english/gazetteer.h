// The lexicon's labels as a trie of words: finds every name of the pack in a text.
//   Gazetteer names(vocabulary); names.add(label_words, reading); names.freeze();
//   names.find(analysis)      // fills analysis.mentions: longest first from the left, disjoint
// Letter case: a label with capitals wants the same capitals in the text, or a text in capitals
// throughout; a label in lower case matches by lemma in any case, so "arms race" finds "Arms
// races". Built while a pack is loaded, then read by any number of threads. find() is linear in the
// text times the longest label.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_map.h"
#include "english/analysis.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"

namespace testudo::english {

// One way to understand a label: which entity of the pack, and how it is named.
struct Reading {
  std::uint32_t entity = 0;  // the pack's index
  NameKind kind = NameKind::Name;

  friend auto operator<=>(const Reading&, const Reading&) = default;
};

class Gazetteer {
 public:
  // Adds a label, given as the tokens that the segmenter makes of it. The words are made known to
  // the vocabulary.
  void add(std::span<const std::string_view> tokens, Reading reading, Vocabulary& vocabulary);

  // Orders the readings of every label (kinds, then entities) and drops repetitions. Call once,
  // after the last add().
  void freeze();

  // Fills analysis.mentions and the sentences' ranges of them. Needs words and symbols.
  void find(Analysis& analysis) const;

  std::span<const Reading> readings(const Mention& mention) const {
    return std::span(readings_).subspan(mention.first_reading,
                                        mention.last_reading - mention.first_reading);
  }
  // Whether the mention tells of a country or another community that has a demonym: "Russia",
  // "Russian", "Russians", a metonym of Russia. O(readings).
  bool is_national(const Mention& mention) const;
  // Whether a mention has a reading of the kind. O(readings).
  bool has_kind(const Mention& mention, NameKind kind) const;

  std::size_t labels() const { return labels_.size(); }
  // The readings of a label, by its number below labels(), in the order in which they are
  // preferred.
  std::span<const Reading> readings(std::size_t label) const {
    const Label& l = labels_[label];
    return std::span(readings_).subspan(l.first_reading, l.last_reading - l.first_reading);
  }

 private:
  // Labels that end in the same trie node differ only in letter case.
  struct Label {
    std::uint32_t first_token = 0;  // into tokens_
    std::uint32_t token_count = 0;
    std::uint32_t first_reading = 0;
    std::uint32_t last_reading = 0;
    std::uint32_t next = kNone;  // the next label of the node
    bool common = false;         // all in lower case: matches by lemma
  };
  struct Node {
    std::uint32_t first_label = kNone;
  };
  std::uint32_t step(std::uint32_t node, Symbol word) const;
  bool fits(const Label& label, const Analysis& analysis, std::uint32_t begin, bool by_lemma) const;
  std::uint32_t longest_from(const Analysis& analysis, std::uint32_t begin, std::uint32_t end,
                             std::uint32_t& label) const;

  std::vector<Node> nodes_{Node{}};
  std::string_view token(const Label& label, std::uint32_t i) const {
    const Slice s = tokens_[label.first_token + i];
    return std::string_view(letters_).substr(s.begin, s.length);
  }
  bool is_label(const Label& label, std::span<const std::string_view> tokens) const;

  struct Slice {
    std::uint32_t begin;
    std::uint32_t length;
  };
  FlatMap edges_;     // node and symbol to node
  SymbolSet starts_;  // words that begin some label
  std::vector<Label> labels_;
  std::string letters_;        // of all labels' tokens, as written in the lexicon
  std::vector<Slice> tokens_;  // into letters_
  std::vector<std::pair<std::uint32_t, Reading>> added_;  // label and reading, until freeze()
  std::vector<Reading> readings_;
  std::vector<bool> has_demonym_;  // by entity
};

}  // namespace testudo::english
