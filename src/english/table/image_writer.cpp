#include "english/table/image_writer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <set>
#include <string_view>

#include "base/check.h"
#include "english/closed_class.h"
#include "english/morphology.h"
#include "english/table/tag_model.h"
#include "english/word_image.h"
#include "english/word_table.h"

namespace testudo::english::table {
namespace {

constexpr std::size_t kLongestWord = 60;

bool has_letter_or_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '%';
  });
}

bool is_table_word(std::string_view word) {
  return word.size() <= kLongestWord && has_letter_or_digit(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The lemma classes that an inflection belongs to.
std::uint8_t class_of(Inflection inflection) {
  switch (inflection) {
    case Inflection::Plural:
      return WordClass::kNoun;
    case Inflection::Comparative:
    case Inflection::Superlative:
      return WordClass::kAdjective;
    default:
      return WordClass::kVerb;
  }
}

class Writer {
 public:
  Writer(const Lexicon& lexicon, const std::vector<double>& trigrams, const WordNet& net)
      : lexicon_(lexicon), net_(net), model_(lexicon, trigrams, net) {}

  std::string run() {
    collect_words();
    words_.resize(1 + ids_.size());
    TESTUDO_CHECK(words_.size() < (1U << image::kIdBits));
    share<std::uint64_t>(0, frames_, frame_index_);
    share<image::Entry>({}, entries_, entry_index_);
    for (std::size_t i = 0; i < forms_.size(); ++i) fill(forms_[i], words_[i + 1]);
    add_features();
    hash_words();
    hash_suffixes();
    return lay_out();
  }

 private:
  // Words are numbered by frequency, then in byte order: a text's words stand side by side, which
  // the processor's caches like.
  void collect_words() {
    std::set<std::string_view> all;
    for (const auto& [word, probabilities] : lexicon_.words) {
      if (is_table_word(word)) all.insert(word);
    }
    for (const auto& [word, entry] : net_.words) {
      if (is_table_word(word)) all.insert(word);
    }
    for (const auto& exceptions : net_.exceptions) {
      for (const auto& [form, lemma] : exceptions) {
        all.insert(form);
        all.insert(lemma);
      }
    }
    for (const ClosedClass& one : closed_classes()) {
      each_word(one.words, [&](std::string_view word) { all.insert(word); });
    }
    for (const NamedWord& one : key_words()) all.insert(one.word);
    std::vector<std::pair<double, std::string_view>> order;
    order.reserve(all.size());
    for (const std::string_view word : all) order.emplace_back(-model_.occurrences(word), word);
    std::sort(order.begin(), order.end());
    for (const auto& [rank, word] : order) {
      ids_.emplace(word, static_cast<std::uint32_t>(forms_.size() + 1));
      forms_.emplace_back(word);
    }
  }

  template <class Take>
  static void each_word(std::string_view words, const Take& take) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      take(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  std::uint32_t id_of(std::string_view word) const {
    const auto found = ids_.find(word);
    return found == ids_.end() ? 0 : found->second;
  }

  void fill(const std::string& form, image::Word& word) {
    word.text = static_cast<std::uint32_t>(text_.size());
    word.length = static_cast<std::uint8_t>(form.size());
    text_ += form;
    fill_tags(form, word);
    image::Entry entry;
    entry.noun_lemma = lemma_of(form, 0, WordClass::kNoun);
    entry.verb_lemma = lemma_of(form, 1, WordClass::kVerb);
    entry.adjective_lemma = lemma_of(form, 2, WordClass::kAdjective);
    entry.adverb_lemma = lemma_of(form, 3, WordClass::kAdverb);
    if (entry.adverb_lemma == 0) entry.adverb_lemma = entry.adjective_lemma;
    const auto found = net_.words.find(form);
    if (found != net_.words.end()) {
      word.classes |= classes_of(found->second);
      fill_entry(found->second, entry);
    }
    word.entry = share(entry, entries_, entry_index_);
  }

  // The element's place in the pool; equal elements stand there once.
  template <class Element>
  static std::uint32_t share(const Element& element, std::vector<Element>& pool,
                             std::map<Element, std::uint32_t>& index) {
    const auto [at, added] = index.emplace(element, static_cast<std::uint32_t>(pool.size()));
    if (added) pool.push_back(element);
    return at->second;
  }

  void fill_tags(const std::string& form, image::Word& word) {
    const auto scores = model_.scores(form);
    const auto [at, added] = tag_index_.emplace(scores, static_cast<std::uint32_t>(tags_.size()));
    if (added) tags_.insert(tags_.end(), scores.begin(), scores.end());
    word.first_tag = at->second;
    word.tags = static_cast<std::uint8_t>(scores.size());
    const bool name = std::any_of(scores.begin(), scores.end(), [](const image::Score& score) {
      return State{score.state} == State::nnp || State{score.state} == State::nnps;
    });
    if (name) word.classes |= image::kTaggedName;
  }

  static std::uint8_t classes_of(const WordNetEntry& entry) {
    std::uint8_t classes = entry.classes;
    if ((entry.capitalised & WordClass::kNoun) != 0) classes |= WordClass::kProperNoun;
    if ((entry.capitalised & WordClass::kAdjective) != 0) classes |= WordClass::kProperAdjective;
    return classes;
  }

  void fill_entry(const WordNetEntry& from, image::Entry& entry) {
    entry.noun_kinds = from.noun_kinds;
    entry.first_noun_kind = from.first_noun_kind;
    if (!from.verbs.empty() || !from.nouns.empty()) {
      entry.first_link = static_cast<std::uint32_t>(links_.size());
      entry.verbs = add_links(from.verbs);
      entry.nouns = add_links(from.nouns);
    }
    entry.frames = static_cast<std::uint16_t>(share(from.frames, frames_, frame_index_));
    TESTUDO_CHECK(frames_.size() < 0xFFFF);
  }

  std::uint8_t add_links(const std::set<std::string>& lemmas) {
    std::uint8_t added = 0;
    for (const std::string& lemma : lemmas) {
      if (const std::uint32_t id = id_of(lemma); id != 0) {
        links_.push_back(id);
        ++added;
      }
    }
    return added;
  }

  // 0: the form is its own lemma, or no one knows.
  std::uint32_t lemma_of(const std::string& form, std::size_t part, std::uint8_t word_class) const {
    const auto exception = net_.exceptions[part].find(form);
    if (exception != net_.exceptions[part].end()) return id_of(exception->second);
    std::uint32_t found = 0;
    for_each_lemma(form, [&](const Detachment& one) {
      const std::uint8_t wanted =
          word_class == WordClass::kAdverb && class_of(one.inflection) == WordClass::kAdjective
              ? WordClass::kAdverb
              : class_of(one.inflection);
      if (wanted != word_class) return false;
      const auto entry = net_.words.find(one.lemma);
      if (entry == net_.words.end() || (entry->second.classes & word_class) == 0) return false;
      found = id_of(one.lemma);
      return true;
    });
    return found;
  }

  void add_features() {
    for (const ClosedClass& one : closed_classes()) {
      each_word(one.words,
                [&](std::string_view word) { words_[id_of(word)].features |= one.feature; });
    }
    for (const NamedWord& one : key_words()) {
      words_[id_of(one.word)].key = static_cast<std::uint8_t>(one.key);
    }
  }

  void hash_words() {
    slots_.assign(std::bit_ceil(words_.size() * 2), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const auto id = static_cast<std::uint32_t>(i + 1);
      const std::string& word = forms_[i];
      const std::uint32_t hash = image::hash(word);
      std::size_t slot = hash & mask;
      while (slots_[slot] != 0) slot = (slot + 1) & mask;
      slots_[slot] = image::fragment(hash) | id;
    }
  }

  void hash_suffixes() {
    suffixes_.assign(std::bit_ceil(model_.suffixes().size() * 2), {});
    const std::size_t mask = suffixes_.size() - 1;
    for (const image::Suffix& suffix : model_.suffixes()) {
      std::size_t slot = image::suffix_slot(suffix.key) & mask;
      while (suffixes_[slot].key != 0) slot = (slot + 1) & mask;
      suffixes_[slot] = suffix;
    }
  }

  std::string lay_out() {
    image::Header header;
    std::string out(sizeof header, '\0');
    add_section(out, header.slots, slots_);
    add_section(out, header.words, words_);
    add_section(out, header.entries, entries_);
    add_section(out, header.text, text_);
    add_section(out, header.tags, tags_);
    add_section(out, header.links, links_);
    add_section(out, header.frames, frames_);
    add_section(out, header.suffixes, suffixes_);
    add_section(out, header.transitions, model_.transitions());
    add_section(out, header.priors, model_.priors());
    header.bytes = static_cast<std::uint32_t>(out.size());
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

  template <class Elements>
  static void add_section(std::string& out, image::Section& section, const Elements& elements) {
    section.offset = static_cast<std::uint32_t>(out.size());
    section.count = static_cast<std::uint32_t>(elements.size());
    const std::size_t bytes = elements.size() * sizeof(*elements.data());
    out.append(reinterpret_cast<const char*>(elements.data()), bytes);
    out.resize((out.size() + 7) / 8 * 8, '\0');
  }

  const Lexicon& lexicon_;
  const WordNet& net_;
  TagModel model_;
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::vector<std::string> forms_;  // of id - 1
  std::vector<std::uint32_t> slots_;
  std::vector<image::Word> words_;
  std::vector<image::Entry> entries_;
  std::map<image::Entry, std::uint32_t> entry_index_;
  std::string text_;
  std::vector<image::Score> tags_;
  std::map<std::vector<image::Score>, std::uint32_t> tag_index_;
  std::vector<std::uint32_t> links_;
  std::vector<std::uint64_t> frames_;
  std::map<std::uint64_t, std::uint32_t> frame_index_;
  std::vector<image::Suffix> suffixes_;
};

}  // namespace

std::string write_image(const Lexicon& lexicon, const std::vector<double>& trigrams,
                        const WordNet& net) {
  return Writer(lexicon, trigrams, net).run();
}

}  // namespace testudo::english::table
