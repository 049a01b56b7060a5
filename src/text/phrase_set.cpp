#include "text/phrase_set.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr std::size_t kBuckets = 1024;

std::size_t bucket_of(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
  return (first * 37U + second) % kBuckets;
}

// Whether no word goes on across byte `at`.
bool is_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  const bool word_before = before >= 0x80U || is_word(kAsciiClasses[before]);
  return !word_before || !is_word(character_at(text, at).kind);
}

// Bytes that part words in folded text; the others can be stepped over quickly.
bool parts_words(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80U && !is_word(kAsciiClasses[byte]);
}

// Whether a phrase may start at byte `at`: no word goes on across it.
bool may_start(std::string_view text, std::size_t at) {
  return at == 0 || parts_words(text[at - 1]) || parts_words(text[at]);
}

constexpr std::string_view kQuotes = "“”";  // both begin with the same byte

// Whether text behind this character is quoted.
bool quotation_after(std::string_view character, bool quoted) {
  if (character == kQuotes.substr(0, 3)) return true;
  return character == kQuotes.substr(3) ? false : quoted;
}

}  // namespace

PhraseSet::PhraseSet(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    std::string form = folded(trimmed(phrase));
    if (!form.empty() && exact_.insert(form).second) phrases_.push_back(std::move(form));
  }
  TESTUDO_CHECK(phrases_.size() < std::numeric_limits<std::uint16_t>::max());
  std::sort(phrases_.begin(), phrases_.end(), [](const std::string& a, const std::string& b) {
    const auto key = [](const std::string& s) { return std::pair(bucket_of(s, 0), s.size()); };
    const auto [bucket_a, size_a] = key(a);
    const auto [bucket_b, size_b] = key(b);
    if (bucket_a != bucket_b) return bucket_a < bucket_b;
    return size_a != size_b ? size_a > size_b : a < b;
  });
  bucket_begin_.assign(kBuckets + 1, 0);
  for (const std::string& phrase : phrases_) ++bucket_begin_[bucket_of(phrase, 0) + 1];
  for (std::size_t b = 1; b <= kBuckets; ++b) {
    bucket_begin_[b] = static_cast<std::uint16_t>(bucket_begin_[b] + bucket_begin_[b - 1]);
  }
}

const std::string* PhraseSet::match(std::string_view text, std::size_t at) const {
  if (phrases_.empty() || at >= text.size()) return nullptr;
  const std::size_t bucket = bucket_of(text, at);
  for (std::size_t i = bucket_begin_[bucket]; i < bucket_begin_[bucket + 1]; ++i) {
    const std::string& phrase = phrases_[i];
    if (text.substr(at, phrase.size()) == phrase && is_edge(text, at + phrase.size())) {
      return &phrase;
    }
  }
  return nullptr;
}

std::size_t PhraseSet::at_start(std::string_view folded_text) const {
  const std::string* phrase = match(folded_text, 0);
  return phrase == nullptr ? 0 : phrase->size();
}

std::size_t PhraseSet::count_unquoted(std::string_view folded_text) const {
  std::vector<const std::string*> found;
  bool quoted = false;
  for (std::size_t at = 0; at < folded_text.size(); ++at) {
    const char c = folded_text[at];
    if (c == '"') quoted = !quoted;
    if (c == kQuotes.front()) quoted = quotation_after(folded_text.substr(at, 3), quoted);
    if (quoted || !may_start(folded_text, at)) continue;
    const std::string* phrase = match(folded_text, at);
    if (phrase == nullptr) continue;
    if (std::find(found.begin(), found.end(), phrase) == found.end()) found.push_back(phrase);
    at += phrase->size() - 1;
  }
  return found.size();
}

PhraseSet::Found PhraseSet::find(std::string_view folded_text) const {
  for (std::size_t at = 0; at < folded_text.size(); ++at) {
    if (!may_start(folded_text, at)) continue;
    if (const std::string* phrase = match(folded_text, at)) return {at, at + phrase->size()};
  }
  return {};
}

}  // namespace testudo::text
