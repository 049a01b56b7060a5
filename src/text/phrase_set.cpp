#include "text/phrase_set.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "base/byte_block.h"
#include "base/check.h"
#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr unsigned kBucketBits = 10;
constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;
constexpr unsigned kFilterBits = 15;
constexpr std::size_t kLongestKey = 4;  // bytes

// Fibonacci hashing: the high bits of a product.
std::uint32_t hash(std::uint32_t key) { return key * 0x9E3779B1U; }
std::size_t bucket_of(std::uint32_t key) { return hash(key) >> (32U - kBucketBits); }

// Whether no word goes on across byte `at`.
bool is_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  const bool word_before = before >= 0x80U || is_word(kAsciiClasses[before]);
  return !word_before || !is_word(character_at(text, at).kind);
}

constexpr std::string_view kQuotes = "“”";  // both begin with the same byte

// What a byte of folded text is to a search; most are nothing.
enum ByteUse : std::uint8_t { kPartsWords = 1, kMayQuote = 2 };

constexpr std::array<std::uint8_t, 256> kUses = [] {
  std::array<std::uint8_t, 256> uses{};
  for (std::size_t byte = 0; byte < kAsciiClasses.size(); ++byte) {
    uses[byte] = is_word(kAsciiClasses[byte]) ? 0 : kPartsWords;
  }
  uses['"'] |= kMayQuote;
  uses[static_cast<unsigned char>(kQuotes.front())] |= kMayQuote;
  return uses;
}();

std::uint8_t use_of(char c) { return kUses[static_cast<unsigned char>(c)]; }

// Whether a phrase may start at byte `at`: no word goes on across it, and it is no blank, as
// phrases are trimmed.
bool may_start(std::string_view text, std::size_t at) {
  if (text[at] == ' ') return false;
  return at == 0 || ((use_of(text[at - 1]) | use_of(text[at])) & kPartsWords) != 0;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Where the run of a…z ends that byte `at` is in, eight bytes at a time.
std::size_t end_of_lower(std::string_view text, std::size_t at) {
  at = skip_blocks(text, at, [](std::uint64_t block) { return between(block, 'a', 'z'); });
  while (at < text.size() && is_lower(text[at])) ++at;
  return at;
}

// Whether text behind the character that stands first is quoted.
bool quotation_after(std::string_view text, bool quoted) {
  if (text.front() == '"') return !quoted;
  if (text.starts_with(kQuotes.substr(0, 3))) return true;
  return text.starts_with(kQuotes.substr(3)) ? false : quoted;
}

}  // namespace

PhraseSet::PhraseSet(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    std::string form = folded(trimmed(phrase));
    if (!form.empty()) phrases_.push_back(std::move(form));
  }
  std::sort(phrases_.begin(), phrases_.end());
  phrases_.erase(std::unique(phrases_.begin(), phrases_.end()), phrases_.end());
  TESTUDO_CHECK(phrases_.size() < std::numeric_limits<std::uint16_t>::max());
  key_size_ = kLongestKey;
  for (const std::string& phrase : phrases_) key_size_ = std::min(key_size_, phrase.size());
  std::memset(&key_mask_, 0xFF, key_size_);
  filter_.assign(std::size_t{1} << (kFilterBits - 6U), 0);
  for (const std::string& phrase : phrases_) {
    const std::size_t bit = hash(key_at(phrase, 0)) >> (32U - kFilterBits);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [&](const std::string& a, const std::string& b) {
                     const std::size_t bucket_a = bucket_of(key_at(a, 0));
                     const std::size_t bucket_b = bucket_of(key_at(b, 0));
                     return bucket_a != bucket_b ? bucket_a < bucket_b : a.size() > b.size();
                   });
  bucket_begin_.assign(kBuckets + 1, 0);
  for (const std::string& phrase : phrases_) ++bucket_begin_[bucket_of(key_at(phrase, 0)) + 1];
  for (std::size_t b = 1; b <= kBuckets; ++b) {
    bucket_begin_[b] = static_cast<std::uint16_t>(bucket_begin_[b] + bucket_begin_[b - 1]);
  }
}

std::uint32_t PhraseSet::key_at(std::string_view text, std::size_t at) const {
  std::uint32_t key = 0;
  std::memcpy(&key, text.data() + at, std::min(text.size() - at, sizeof key));
  return key & key_mask_;
}

// Goes from word to word: within the letters of one, no phrase begins.
std::size_t PhraseSet::next_place(std::string_view text, std::size_t at) const {
  if (at > 0 && at < text.size() && is_lower(text[at - 1])) at = end_of_lower(text, at);
  for (std::uint32_t key = 0; at + sizeof key <= text.size();) {
    if (text[at] != ' ') {
      std::memcpy(&key, text.data() + at, sizeof key);
      const std::size_t bit = hash(key & key_mask_) >> (32U - kFilterBits);
      const bool passes = ((filter_[bit / 64] >> (bit % 64)) & 1U) != 0;
      if (passes || (use_of(text[at]) & kMayQuote) != 0) return at;
    }
    at = is_lower(text[at]) ? end_of_lower(text, at) : at + 1;
  }
  return at;  // the last few bytes one by one
}

const std::string* PhraseSet::match(std::string_view text, std::size_t at) const {
  if (phrases_.empty() || text.size() - at < key_size_) return nullptr;
  const std::size_t bucket = bucket_of(key_at(text, at));
  for (std::size_t i = bucket_begin_[bucket]; i < bucket_begin_[bucket + 1]; ++i) {
    const std::string& phrase = phrases_[i];
    if (text.substr(at, phrase.size()) == phrase && is_edge(text, at + phrase.size())) {
      return &phrase;
    }
  }
  return nullptr;
}

bool PhraseSet::has(std::string_view folded_text) const {
  if (phrases_.empty() || folded_text.size() < key_size_) return false;
  const std::size_t bucket = bucket_of(key_at(folded_text, 0));
  return std::find(phrases_.begin() + bucket_begin_[bucket],
                   phrases_.begin() + bucket_begin_[bucket + 1],
                   folded_text) != phrases_.begin() + bucket_begin_[bucket + 1];
}

std::size_t PhraseSet::at_start(std::string_view folded_text) const {
  const std::string* phrase = match(folded_text, 0);
  return phrase == nullptr ? 0 : phrase->size();
}

std::size_t PhraseSet::count_unquoted(std::string_view folded_text) const {
  if (phrases_.empty()) return 0;
  std::vector<const std::string*> found;
  bool quoted = false;
  for (std::size_t at = next_place(folded_text, 0); at < folded_text.size();
       at = next_place(folded_text, at + 1)) {
    if ((use_of(folded_text[at]) & kMayQuote) != 0) {
      quoted = quotation_after(folded_text.substr(at), quoted);
    }
    if (quoted || !may_start(folded_text, at)) continue;
    const std::string* phrase = match(folded_text, at);
    if (phrase == nullptr) continue;
    if (std::find(found.begin(), found.end(), phrase) == found.end()) found.push_back(phrase);
    at += phrase->size() - 1;
  }
  return found.size();
}

PhraseSet::Found PhraseSet::find(std::string_view folded_text) const {
  if (phrases_.empty()) return {};
  for (std::size_t at = next_place(folded_text, 0); at < folded_text.size();
       at = next_place(folded_text, at + 1)) {
    if (!may_start(folded_text, at)) continue;
    if (const std::string* phrase = match(folded_text, at)) return {at, at + phrase->size()};
  }
  return {};
}

}  // namespace testudo::text
