#include "english/table/wordnet.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "english/table/poslex.h"
#include "english/word_table.h"

namespace testudo::english::table {
namespace {

namespace fs = std::filesystem;

struct Part {
  std::string_view file;
  std::uint8_t bit;
};
constexpr std::array<Part, 4> kParts = {{{"noun", WordClass::kNoun},
                                         {"verb", WordClass::kVerb},
                                         {"adj", WordClass::kAdjective},
                                         {"adv", WordClass::kAdverb}}};

bool is_single_word(std::string_view word) { return word.find('_') == std::string_view::npos; }

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// A synset's words as spelled, its file, frames and derivations.
struct Synset {
  struct Link {
    char part = 'n';
    std::string target;    // the other synset's offset
    std::size_t from = 0;  // word numbers, from 1
    std::size_t to = 0;
  };
  struct Frame {
    unsigned number = 0;
    std::size_t word = 0;  // from 1; 0: every word
  };
  std::uint8_t file = 0;
  std::vector<std::string> words;
  std::vector<Link> derivations;
  std::vector<Frame> frames;
};
using Synsets = std::map<std::string, Synset, std::less<>>;  // by offset

std::size_t hexadecimal(const std::string& digits) { return std::stoul(digits, nullptr, 16); }

// The word without an adjective's marker, "(a)", "(p)" or "(ip)".
std::string without_marker(const std::string& word) { return word.substr(0, word.find('(')); }

std::optional<std::pair<std::string, Synset>> parse_synset(const std::string& line) {
  std::istringstream in(line);
  std::string offset, kind, count;
  unsigned file = 0;
  if (!(in >> offset >> file >> kind >> count)) return std::nullopt;
  Synset synset;
  synset.file = static_cast<std::uint8_t>(file);
  for (std::size_t i = hexadecimal(count); i > 0; --i) {
    std::string word, id;
    in >> word >> id;
    synset.words.push_back(without_marker(word));
  }
  std::size_t pointers = 0;
  in >> pointers;
  for (; pointers > 0; --pointers) {
    std::string symbol, target, part, ends;
    if (!(in >> symbol >> target >> part >> ends) || ends.size() != 4) return std::nullopt;
    if (symbol == "+") {
      synset.derivations.push_back(
          {part.front(), target, hexadecimal(ends.substr(0, 2)), hexadecimal(ends.substr(2))});
    }
  }
  std::size_t frames = 0;
  if (kind == "v" && in >> frames) {
    for (; frames > 0; --frames) {
      std::string plus, word;
      unsigned number = 0;
      if (!(in >> plus >> number >> word)) return std::nullopt;
      synset.frames.push_back({number, hexadecimal(word)});
    }
  }
  if (!in) return std::nullopt;
  return std::pair(offset, std::move(synset));
}

Error broken(const fs::path& path, std::uint32_t line, std::string message) {
  return Error{std::move(message), Place::at(path.string(), line, 0)};
}

// Calls take(line, number) for each line but the licence's, which begin with a space; false ends
// with an error.
template <class Take>
Result<void> each_line(const fs::path& path, const std::string& what, const Take& take) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  std::istringstream in(*bytes);
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == ' ') continue;
    if (!take(line)) return broken(path, number, "not " + what);
  }
  return {};
}

Result<Synsets> read_synsets(const fs::path& path) {
  Synsets synsets;
  const auto done = each_line(path, "a synset", [&](const std::string& line) {
    auto one = parse_synset(line);
    if (one) synsets.insert(std::move(*one));
    return one.has_value();
  });
  if (!done.ok()) return done.error();
  return synsets;
}

class Builder {
 public:
  explicit Builder(std::array<Synsets, 4> synsets) : synsets_(std::move(synsets)) {}

  // "treaty n 1 3 @ ~ + 1 1 06773434": the last synset_cnt fields are offsets, the most frequent
  // sense first.
  bool add_index_line(const std::string& line, std::size_t part) {
    std::istringstream in(line);
    std::vector<std::string> fields;
    for (std::string one; in >> one;) fields.push_back(one);
    if (fields.size() < 6) return false;
    if (!is_single_word(fields[0])) return true;
    const std::size_t senses = std::stoul(fields[2]);
    if (fields.size() < 6 + senses) return false;
    for (std::size_t i = fields.size() - senses; i < fields.size(); ++i) {
      const auto found = synsets_[part].find(fields[i]);
      if (found == synsets_[part].end()) return false;
      add_sense(fields[0], part, found->second, i == fields.size() - senses);
    }
    return true;
  }

  // "abandon%2:31:00:: 5 5": a sense key, its number, its occurrences.
  bool add_count_line(const std::string& line) {
    std::istringstream in(line);
    std::string key;
    unsigned number = 0;
    double count = 0;
    if (!(in >> key >> number >> count)) return false;
    const std::size_t percent = key.find('%');
    if (percent == std::string::npos || percent + 1 >= key.size()) return false;
    const auto found = net_.words.find(key.substr(0, percent));
    const int type = key[percent + 1] - '0';  // 5 is an adjective satellite
    if (type < 1 || type > 5) return false;
    if (found != net_.words.end()) {
      found->second.counts[type == 5 ? 2U : static_cast<std::size_t>(type) - 1] += count;
    }
    return true;
  }

  bool add_exception_line(const std::string& line, std::size_t part) {
    std::istringstream in(line);
    std::string form, lemma;
    if (!(in >> form >> lemma)) return false;
    if (is_single_word(form) && is_single_word(lemma)) net_.exceptions[part].emplace(form, lemma);
    return true;
  }

  WordNet take() { return std::move(net_); }

 private:
  void add_sense(const std::string& lemma, std::size_t part, const Synset& synset, bool first) {
    WordNetEntry& entry = net_.words[lemma];
    const std::uint8_t bit = kParts[part].bit;
    for (std::size_t i = 0; i < synset.words.size(); ++i) {
      if (lower(synset.words[i]) != lemma) continue;
      const bool capital = std::isupper(static_cast<unsigned char>(synset.words[i][0])) != 0;
      if (first && capital) entry.capitalised |= bit;
      if (!capital) entry.capitalised &= static_cast<std::uint8_t>(~bit);
      add_derivations(entry, part, synset, i + 1);
      for (const Synset::Frame& frame : synset.frames) {
        if (frame.word == 0 || frame.word == i + 1) entry.frames |= 1ULL << frame.number;
      }
    }
    entry.classes |= bit;
    if (bit == WordClass::kNoun) {
      if (first) entry.first_noun_kind = synset.file;
      entry.noun_kinds |= 1U << synset.file;
    }
  }

  void add_derivations(WordNetEntry& entry, std::size_t part, const Synset& synset,
                       std::size_t word) {
    for (const Synset::Link& link : synset.derivations) {
      if (link.from != word) continue;
      const bool to_verb = part == 0 && link.part == 'v';
      const bool to_noun = part == 1 && link.part == 'n';
      if (!to_verb && !to_noun) continue;
      const Synsets& targets = synsets_[to_verb ? 1 : 0];
      const auto found = targets.find(link.target);
      if (found == targets.end() || link.to == 0 || link.to > found->second.words.size()) continue;
      const std::string other = lower(found->second.words[link.to - 1]);
      if (is_single_word(other)) (to_verb ? entry.verbs : entry.nouns).insert(other);
    }
  }

  std::array<Synsets, 4> synsets_;
  WordNet net_;
};

}  // namespace

Result<WordNet> read_wordnet(const fs::path& folder) {
  std::array<Synsets, 4> synsets;
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    auto read = read_synsets(folder / ("data." + std::string(kParts[part].file)));
    if (!read.ok()) return read.error();
    synsets[part] = std::move(*read);
  }
  Builder builder(std::move(synsets));
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    const std::string name(kParts[part].file);
    const auto index =
        each_line(folder / ("index." + name), "an index entry",
                  [&](const auto& line) { return builder.add_index_line(line, part); });
    if (!index.ok()) return index.error();
    const auto exceptions =
        each_line(folder / (name + ".exc"), "an exception",
                  [&](const auto& line) { return builder.add_exception_line(line, part); });
    if (!exceptions.ok()) return exceptions.error();
  }
  const auto counts = each_line(folder / "cntlist.rev", "a sense count",
                                [&](const auto& line) { return builder.add_count_line(line); });
  if (!counts.ok()) return counts.error();
  return builder.take();
}

}  // namespace testudo::english::table
