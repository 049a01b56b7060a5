// The layout of the compiled word table: what table/compile_words.cpp writes and word_table.cpp
// reads in place. All numbers are in the host's byte order, as the image is built with the program
// that holds it. Offsets count bytes from the image's start.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

#include "english/tag.h"

namespace testudo::english {

// The hidden states of the trigram model: poslex's tags, in the order of its vocabulary, without
// its two junk tags. Its `prp` holds PRP and PRP$, its `punc` every punctuation mark; `of` and `to`
// are states of their own.
enum class State : std::uint8_t {
  // clang-format off
  nn, punc, nnp, dt, in, jj, nns, cd, rb, vbd, vb, prp, cc, of, to, vbz, vbn, vbg, vbp, md, pos, wdt, jjr, wp, nnps, wrb, jjs, rbr, rp, ex,
  rbs, pdt, fw, uh, sym, ls
  // clang-format on
};
inline constexpr std::size_t kStateCount = static_cast<std::size_t>(State::ls) + 1;

// The states as poslex spells them.
inline constexpr std::array<std::string_view, kStateCount> kStateNames = {
    "nn",   "punc", "nnp", "dt",  "in",  "jj",  "nns", "cd",  "rb",  "vbd", "vb",  "prp",
    "cc",   "of",   "to",  "vbz", "vbn", "vbg", "vbp", "md",  "pos", "wdt", "jjr", "wp",
    "nnps", "wrb",  "jjs", "rbr", "rp",  "ex",  "rbs", "pdt", "fw",  "uh",  "sym", "ls"};

namespace image {

// log P(c | a, b) stands at transition(a, b, c).
inline constexpr std::size_t kTransitions = kStateCount * kStateCount * kStateCount;
constexpr std::size_t transition(std::size_t a, std::size_t b, std::size_t c) {
  return (a * kStateCount + b) * kStateCount + c;
}

// Suffixes of one to five bytes; see SuffixRecord.
inline constexpr std::size_t kLongestSuffix = 5;

constexpr std::uint64_t kMagic = 0x316C6254'6F647374;  // "tsdoTbl1"
constexpr std::uint32_t kLayout = 3;

struct Section {
  std::uint32_t offset = 0;
  std::uint32_t count = 0;  // elements
};

// What every look-up of a word reads.
struct Word {
  std::uint32_t text = 0;       // into the text section
  std::uint32_t first_tag = 0;  // into the tags; words with the same tags share them
  std::uint32_t features = 0;   // closed_class.h
  std::uint32_t entry = 0;      // into the entries; words with the same entry share it
  std::uint8_t length = 0;      // bytes
  std::uint8_t tags = 0;
  std::uint8_t classes = 0;  // WordClass bits; kTaggedName
  std::uint8_t key = 0;      // KeyWord
};
static_assert(sizeof(Word) == 20);

// Word::classes: the bits that are WordClass's, and that a proper noun's tag is among the tags.
constexpr std::uint8_t kWordClasses = 0x7F;
constexpr std::uint8_t kTaggedName = 0x80;

// What is asked of some words.
struct Entry {
  std::uint32_t noun_lemma = 0;  // word ids; 0: none
  std::uint32_t verb_lemma = 0;
  std::uint32_t adjective_lemma = 0;
  std::uint32_t adverb_lemma = 0;
  std::uint32_t noun_kinds = 0;  // a bit each of WordNet's noun files, as NounKind
  std::uint32_t first_link = 0;  // into the links: first verbs_of, then nouns_of
  std::uint8_t verbs = 0;        // how many links lead to verbs
  std::uint8_t nouns = 0;        // … to nouns
  std::uint16_t frames = 0;      // into the frames; 0: no verb
  std::uint8_t first_noun_kind = 0;
  std::array<std::uint8_t, 3> unused = {};

  friend auto operator<=>(const Entry&, const Entry&) = default;
};
static_assert(sizeof(Entry) == 32);

// A slot of the hash table: a word's id and, above it, bits of its hash, which spare most looks at
// other words.
inline constexpr unsigned kIdBits = 20;
constexpr std::uint32_t id_of(std::uint32_t slot) { return slot & ((1U << kIdBits) - 1); }
constexpr std::uint32_t fragment(std::uint32_t hash) { return hash >> kIdBits << kIdBits; }

// One tag of one word; laid out as TagScore.
struct Score {
  std::uint8_t tag = 0;
  std::uint8_t state = 0;
  std::uint16_t unused = 0;
  float score = 0;

  friend auto operator<=>(const Score&, const Score&) = default;
};

// log P(state | suffix) of words that end in these bytes and are not proper nouns, the tags of open
// classes in the order of kOpenStates.
inline constexpr std::array kOpenStates = {State::nn,  State::nns, State::jj,  State::vb,
                                           State::vbp, State::vbz, State::vbd, State::vbn,
                                           State::vbg, State::rb,  State::cd,  State::fw};
struct Suffix {
  std::uint64_t key = 0;  // suffix_key(); 0: an empty slot
  std::array<float, kOpenStates.size()> score = {};
};

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t layout = kLayout;
  std::uint32_t bytes = 0;
  Section slots;        // std::uint32_t, an open hash table, a power of two; 0: empty
  Section words;        // Word; [0] is no word
  Section entries;      // Entry; [0] is empty
  Section text;         // char
  Section tags;         // Score
  Section links;        // std::uint32_t word ids
  Section frames;       // std::uint64_t; [0] is 0
  Section suffixes;     // Suffix, an open hash table, a power of two
  Section transitions;  // float, log P(t | t-2, t-1)
  Section priors;       // float, log P(state)
};

// The first 8 bytes of a text as one number, of a shorter one all; by one or two reads that may
// overlap, without a loop.
constexpr std::uint64_t load(const char* text, std::size_t size) {
  std::uint64_t number = 0;
  if (std::is_constant_evaluated()) {
    for (std::size_t at = std::min(size, sizeof number); at-- > 0;)
      number = (number << 8U) | static_cast<unsigned char>(text[at]);
  } else if (size >= sizeof number) {
    std::memcpy(&number, text, sizeof number);
  } else if (size >= sizeof(std::uint32_t)) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, text, sizeof first);
    std::memcpy(&last, text + size - sizeof last, sizeof last);
    number = first | (std::uint64_t{last} << (8 * (size - sizeof last)));
  } else if (size > 0) {
    const auto byte = [text](std::size_t at) {
      return std::uint64_t{static_cast<unsigned char>(text[at])} << (8 * at);
    };
    number = byte(0) | byte(size / 2) | byte(size - 1);
  }
  return number;
}
static_assert(std::endian::native == std::endian::little, "load() counts on it");

// A hash of 64 bits that takes a text 8 bytes at a time: each block is folded in by a
// multiplication with 2^64 divided by the golden ratio, whose upper half comes back to the lower.
class Hash {
 public:
  constexpr explicit Hash(std::size_t length) : state_(length) {}
  constexpr void add(std::uint64_t block) {
    state_ = (state_ ^ block) * 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 32U;
  }
  constexpr std::uint32_t value() const { return static_cast<std::uint32_t>(state_); }

 private:
  std::uint64_t state_;
};

constexpr std::size_t kHashBlock = 8;  // bytes

constexpr std::uint32_t hash(std::string_view text) {
  Hash hash(text.size());
  for (std::size_t at = 0; at < text.size(); at += kHashBlock) {
    hash.add(load(text.data() + at, text.size() - at));
  }
  return hash.value();
}

// A suffix of 1 to kLongestSuffix bytes as a number that is never 0.
constexpr std::uint64_t suffix_key(std::string_view suffix) {
  std::uint64_t key = suffix.size();
  for (const char c : suffix) key = (key << 8U) | static_cast<unsigned char>(c);
  return key;
}

constexpr std::size_t suffix_slot(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40U);
}

}  // namespace image
}  // namespace testudo::english
