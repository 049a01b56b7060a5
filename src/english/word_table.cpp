#include "english/word_table.h"

#include <array>
#include <cmath>
#include <cstring>
#include <initializer_list>

#include "base/check.h"

// The image stands in the program between these two symbols; see word_image.S.in.
extern "C" {
extern const std::byte testudo_word_image_begin[];  // NOLINT: an assembler's symbol
extern const std::byte testudo_word_image_end[];    // NOLINT: as above
}

namespace testudo::english {
namespace {

static_assert(sizeof(TagScore) == sizeof(image::Score));
static_assert(offsetof(TagScore, state) == offsetof(image::Score, state));
static_assert(offsetof(TagScore, score) == offsetof(image::Score, score));

template <class T>
const T* at(std::span<const std::byte> image, image::Section section) {
  return reinterpret_cast<const T*>(image.data() + section.offset);
}

constexpr bool is_power_of_two(std::uint32_t n) { return n != 0 && (n & (n - 1)) == 0; }

// Whether a section of elements of a size stands inside the image, aligned.
bool fits(std::span<const std::byte> image, image::Section section, std::size_t size) {
  return section.offset % 8 == 0 && section.offset <= image.size() &&
         std::size_t{section.count} <= (image.size() - section.offset) / size;
}

bool same(const char* text, std::string_view other) {
  for (std::size_t at = 0; at < other.size(); at += image::kHashBlock) {
    const std::size_t size = other.size() - at;
    if (image::load(text + at, size) != image::load(other.data() + at, size)) return false;
  }
  return true;
}

// Which of an entry's lemmas each tag has; None of those that are not inflected.
enum class LemmaOf : std::uint8_t { None, Noun, Verb, Adjective, Adverb };
constexpr std::array<LemmaOf, kTagCount> kLemmaOf = [] {
  std::array<LemmaOf, kTagCount> all{};
  const auto set = [&](LemmaOf lemma, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) all[static_cast<std::size_t>(tag)] = lemma;
  };
  set(LemmaOf::Noun, {Tag::NNS, Tag::NNPS});
  set(LemmaOf::Verb, {Tag::VB, Tag::VBP, Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBZ});
  set(LemmaOf::Adjective, {Tag::JJR, Tag::JJS});
  set(LemmaOf::Adverb, {Tag::RBR, Tag::RBS});
  return all;
}();

std::uint32_t lemma_in(const image::Entry& entry, LemmaOf lemma) {
  return lemma == LemmaOf::Noun        ? entry.noun_lemma
         : lemma == LemmaOf::Verb      ? entry.verb_lemma
         : lemma == LemmaOf::Adjective ? entry.adjective_lemma
                                       : entry.adverb_lemma;
}

class ImageCheck {
 public:
  explicit ImageCheck(std::span<const std::byte> image) : image_(image) {}

  std::string run() {
    if (image_.size() < sizeof header_) return "shorter than its header";
    std::memcpy(&header_, image_.data(), sizeof header_);
    if (header_.magic != image::kMagic) return "not a word table";
    if (header_.layout != image::kLayout) return "another layout";
    if (header_.bytes != image_.size()) return "cut off";
    if (!sections_fit()) return "a section stands outside";
    if (!tables_fit()) return "a table has the wrong size";
    if (!slots_fit()) return "a slot leads outside";
    return words_fit();
  }

 private:
  bool sections_fit() const {
    return fits(image_, header_.slots, sizeof(std::uint32_t)) &&
           fits(image_, header_.words, sizeof(image::Word)) &&
           fits(image_, header_.entries, sizeof(image::Entry)) && fits(image_, header_.text, 1) &&
           fits(image_, header_.tags, sizeof(image::Score)) &&
           fits(image_, header_.links, sizeof(std::uint32_t)) &&
           fits(image_, header_.frames, sizeof(std::uint64_t)) &&
           fits(image_, header_.suffixes, sizeof(image::Suffix)) &&
           fits(image_, header_.transitions, sizeof(float)) &&
           fits(image_, header_.priors, sizeof(float));
  }

  // An open hash table must have an empty slot, or a search for what is not there would never end.
  bool tables_fit() const {
    return is_power_of_two(header_.slots.count) && header_.words.count < header_.slots.count &&
           header_.words.count > 0 && header_.words.count < (1U << image::kIdBits) &&
           header_.entries.count > 0 && header_.frames.count > 0 &&
           is_power_of_two(header_.suffixes.count) && has_empty_suffix() &&
           header_.transitions.count == image::kTransitions && header_.priors.count == kStateCount;
  }

  bool has_empty_suffix() const {
    const auto* suffixes = at<image::Suffix>(image_, header_.suffixes);
    for (std::uint32_t i = 0; i < header_.suffixes.count; ++i) {
      if (suffixes[i].key == 0) return true;
    }
    return false;
  }

  bool slots_fit() const {
    const auto* slots = at<std::uint32_t>(image_, header_.slots);
    for (std::uint32_t i = 0; i < header_.slots.count; ++i) {
      if (image::id_of(slots[i]) >= header_.words.count) return false;
    }
    const auto* links = at<std::uint32_t>(image_, header_.links);
    for (std::uint32_t i = 0; i < header_.links.count; ++i) {
      if (links[i] == 0 || links[i] >= header_.words.count) return false;
    }
    const auto* tags = at<image::Score>(image_, header_.tags);
    for (std::uint32_t i = 0; i < header_.tags.count; ++i) {
      if (tags[i].tag >= kTagCount || tags[i].state >= kStateCount || !std::isfinite(tags[i].score))
        return false;
    }
    return true;
  }

  bool entry_fits(const image::Entry& entry) const {
    return std::uint64_t{entry.first_link} + entry.verbs + entry.nouns <= header_.links.count &&
           entry.frames < header_.frames.count && entry.noun_lemma < header_.words.count &&
           entry.verb_lemma < header_.words.count && entry.adjective_lemma < header_.words.count &&
           entry.adverb_lemma < header_.words.count;
  }

  std::string words_fit() const {
    const auto* words = at<image::Word>(image_, header_.words);
    for (std::uint32_t i = 0; i < header_.words.count; ++i) {
      const image::Word& word = words[i];
      const bool inside = std::uint64_t{word.text} + word.length <= header_.text.count &&
                          std::uint64_t{word.first_tag} + word.tags <= header_.tags.count &&
                          word.entry < header_.entries.count;
      if (!inside || (i > 0) != (word.tags > 0)) {
        return "word " + std::to_string(i) + " leads outside";
      }
    }
    const auto* entries = at<image::Entry>(image_, header_.entries);
    for (std::uint32_t i = 0; i < header_.entries.count; ++i) {
      if (!entry_fits(entries[i])) return "entry " + std::to_string(i) + " leads outside";
    }
    return "";
  }

  std::span<const std::byte> image_;
  image::Header header_;
};

}  // namespace

std::span<const std::byte> builtin_image() {
  return {testudo_word_image_begin,
          static_cast<std::size_t>(testudo_word_image_end - testudo_word_image_begin)};
}

std::string check_image(std::span<const std::byte> image) { return ImageCheck(image).run(); }

const WordTable& WordTable::builtin() {
  static const WordTable table(builtin_image());
  return table;
}

WordTable::WordTable(std::span<const std::byte> image)
    : header_(reinterpret_cast<const image::Header*>(image.data())),
      slots_(at<std::uint32_t>(image, header_->slots)),
      mask_(header_->slots.count - 1),
      words_(at<image::Word>(image, header_->words)),
      entries_(at<image::Entry>(image, header_->entries)),
      text_(at<char>(image, header_->text)),
      tags_(at<TagScore>(image, header_->tags)),
      links_(at<WordId>(image, header_->links)),
      frames_(at<std::uint64_t>(image, header_->frames)),
      suffixes_(at<image::Suffix>(image, header_->suffixes)),
      suffix_mask_(header_->suffixes.count - 1),
      transitions_(at<float>(image, header_->transitions)),
      priors_(at<float>(image, header_->priors)) {
  TESTUDO_CHECK(header_->magic == image::kMagic && header_->layout == image::kLayout);
}

WordId WordTable::find(std::string_view lower, std::uint32_t hash) const {
  for (std::uint32_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
    const std::uint32_t found = slots_[slot];
    if (found == 0) return WordId::None;
    if (image::fragment(found) != image::fragment(hash)) continue;
    const std::uint32_t id = image::id_of(found);
    const image::Word& word = words_[id];
    if (word.length == lower.size() && same(text_ + word.text, lower)) return WordId{id};
  }
}

WordId WordTable::lemma(WordId id, Tag tag) const {
  const LemmaOf which = kLemmaOf[static_cast<std::size_t>(tag)];
  if (which == LemmaOf::None) return id;
  // "found a city", "left" the adjective: a base form is its own lemma if WordNet knows it as a
  // verb ("are", "am" are not).
  const bool base = tag == Tag::VB || tag == Tag::VBP;
  if (base && (word_classes(id) & WordClass::kVerb) != 0) return id;
  const std::uint32_t lemma = lemma_in(entry(id), which);
  return lemma == 0 ? id : WordId{lemma};
}

std::span<const float> WordTable::suffix_scores(std::string_view lower) const {
  const std::size_t longest = std::min(lower.size(), image::kLongestSuffix);
  for (std::size_t length = longest; length > 0; --length) {
    const std::uint64_t key = image::suffix_key(lower.substr(lower.size() - length));
    for (std::size_t slot = image::suffix_slot(key) & suffix_mask_; suffixes_[slot].key != 0;
         slot = (slot + 1) & suffix_mask_) {
      if (suffixes_[slot].key == key) return suffixes_[slot].score;
    }
  }
  return {priors_, 0};
}

}  // namespace testudo::english
