// Sentences and tokens of a document: the first layer of the analysis.
//   const text::Segmenter segmenter(conventions);
//   text::Segmentation layer; segmenter.segment(document, layer);
// Tokens follow the Universal Dependencies treebanks of English: clitics are split (do|n't,
// Moscow|'s, can|not), hyphenated words are split at the hyphen (U.S.|-|Chinese, state|-|run)
// unless the first part is a prefix (co-operate, non-nuclear), numbers, dates' parts, web addresses
// and abbreviations with their full stop stay whole (U.S., Mr., Nov., 3.5). Thread-safe: segment()
// is const and keeps its scratch in the calling thread. Time is linear in the text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/document.h"

namespace testudo::text {

enum class TokenKind : std::uint8_t { Word, Number, Punctuation, Symbol, Address };

// Bytes into Document::text, half-open.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::Word;
  bool space_before = false;  // white space, or a block's start, stands before it

  friend bool operator==(const Token&, const Token&) = default;
};

// Tokens [first_token, last_token) of block `block`. Never empty.
struct Sentence {
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
  std::uint32_t block = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

struct Segmentation {
  std::vector<Token> tokens;        // of every block that is read, ascending
  std::vector<Sentence> sentences;  // ascending; together they cover all tokens

  void clear() {
    tokens.clear();
    sentences.clear();
  }
};

// The language's word lists that segmentation needs, in lower case. An empty list is no error: its
// words get no special treatment. Each is filled from the list that its comment names, in
// ontology/english/segmentation.ttl.
struct Conventions {
  using Words = std::unordered_set<std::string>;

  Words titles;                // list:titles; "mr.", "gen.": never end a sentence
  Words abbreviations;         // list:abbreviations; "inc.", "ph.d.": may end one
  Words number_abbreviations;  // list:number-abbreviations; "no.", "mar.": only before a number
  Words prefixes;              // list:prefixes; "co", "non", "anti": keep their hyphen
  Words openers;  // list:sentence-openers; "the", "he": begin a sentence even behind "U.S."
  Words units;    // list:units; "pm", "km", "bn": split from digits before them
};

// The list that is called so ("titles", without the list: prefix), or nullptr.
std::unordered_set<std::string>* segmentation_list(Conventions& conventions, std::string_view name);

struct SegmentationWords;  // Conventions, made ready for lookup

class Segmenter {
 public:
  // A sentence of more tokens is cut at the next white space, and at twice as many anywhere, so
  // that later layers stay linear.
  static constexpr std::uint32_t kLongestSentence = 2000;

  explicit Segmenter(const Conventions& conventions);

  // Replaces the layer's content with the document's sentences and tokens. Furniture and captions
  // are left out. Every block's end ends a sentence. Linear in the text; no allocation but for the
  // layer's growth and, once a thread, scratch.
  void segment(const Document& document, Segmentation& layer) const;

  // Appends the tokens of a text alone, as one run without sentences: for labels and patterns.
  // Linear in the text.
  void tokenize(std::string_view text, std::vector<Token>& tokens) const;

 private:
  std::shared_ptr<const SegmentationWords> words_;  // shared by copies; never null
};

}  // namespace testudo::text
