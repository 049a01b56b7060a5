#include "english/table/poslex.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>

namespace testudo::english::table {
namespace {

// Where a state's name stands among the states; nothing for the junk tags and for names that no one
// knows.
std::optional<std::size_t> state_of(std::string_view name) {
  const auto* const found = std::find(kStateNames.begin(), kStateNames.end(), name);
  if (found == kStateNames.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kStateNames.begin());
}

bool is_junk(std::string_view name) { return name == "1" || name == "2"; }

// One line of the lexicon, cut piece by piece from the left.
class LexiconLine {
 public:
  explicit LexiconLine(std::string_view line) : rest_(line) {}

  bool skip(std::string_view what) {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  std::optional<std::string> quoted() {
    if (!skip("\"")) return std::nullopt;
    std::string word;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      word += rest_.front();
      rest_.remove_prefix(1);
    }
    return skip("\"") ? std::optional(word) : std::nullopt;
  }

  std::string_view name() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const std::size_t end = std::min(rest_.find_first_of(" )"), rest_.size());
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return found;
  }

 private:
  std::string_view rest_;
};

struct Entry {
  std::string word;
  std::vector<std::pair<std::string, double>> tags;
};

std::optional<Entry> parse_entry(std::string_view text) {
  LexiconLine line(text);
  if (!line.skip("(")) return std::nullopt;
  const auto word = line.quoted();
  if (!word || !line.skip("(")) return std::nullopt;
  Entry entry{*word, {}};
  while (line.skip("(")) {
    const std::string_view tag = line.name();
    const std::string_view number = line.name();
    double logp = 0;
    const auto [end, bad] = std::from_chars(number.data(), number.data() + number.size(), logp);
    if (bad != std::errc() || end != number.data() + number.size() || !line.skip(")")) {
      return std::nullopt;
    }
    entry.tags.emplace_back(tag, logp);
  }
  if (!line.skip(")")) return std::nullopt;
  return entry;
}

Error broken(const std::filesystem::path& path, std::uint32_t line, std::string message) {
  return Error{std::move(message), Place::at(path.string(), line, 0)};
}

// The 38 names of a vocabulary line.
std::vector<std::string> split(std::string_view line) {
  std::istringstream in{std::string(line)};
  std::vector<std::string> names;
  for (std::string one; in >> one;) names.push_back(one);
  return names;
}

double big_endian_double(const char* bytes) {
  std::uint64_t bits = 0;
  for (int i = 0; i < 8; ++i) bits = (bits << 8U) | static_cast<unsigned char>(bytes[i]);
  return std::bit_cast<double>(bits);
}

// Undoes the run-length coding: v, -c stands for c times v.
std::vector<double> expand(std::string_view bytes) {
  std::vector<double> out;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    const double value = big_endian_double(bytes.data() + at);
    if (value <= -2 && !out.empty()) {
      out.insert(out.end(), static_cast<std::size_t>(-value) - 1, out.back());
    } else {
      out.push_back(value);
    }
  }
  return out;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Error{"cannot be read", Place::name(path.string())};
  return bytes;
}

Result<Lexicon> read_lexicon(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  std::istringstream in(*bytes);
  std::string line;
  if (!std::getline(in, line) || line != "MNCL")
    return broken(path, 1, "the first line is not MNCL");

  Lexicon lexicon;
  for (std::uint32_t number = 2; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    const auto entry = parse_entry(line);
    if (!entry) return broken(path, number, "not an entry of the lexicon");
    Probabilities& probabilities = lexicon.words[entry->word];
    for (const auto& [tag, logp] : entry->tags) {
      const auto state = state_of(tag);
      if (!state && !is_junk(tag)) return broken(path, number, "unknown tag " + tag);
      if (state) probabilities[*state] = std::exp(logp);
    }
  }
  return lexicon;
}

Result<std::vector<double>> read_trigrams(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  const std::string_view all = *bytes;
  constexpr std::string_view kStart = "NgramBin_2 3\n";
  std::size_t at = kStart.size() - 1;
  if (!all.starts_with(kStart)) {
    return broken(path, 1, "not a trigram model of Festival");
  }
  std::array<std::vector<std::string>, 2> names;
  for (std::uint32_t i = 0; i < 2; ++i) {
    const std::size_t end = all.find('\n', at + 1);
    if (end == std::string_view::npos) return broken(path, i + 2, "a line of tags is missing");
    names[i] = split(all.substr(at + 1, end - at - 1));
    at = end;
  }
  const std::size_t n = names[0].size();
  if (names[0] != names[1]) return broken(path, 3, "the two lines of tags differ");
  std::vector<std::optional<std::size_t>> states;
  for (const std::string& name : names[0]) {
    states.push_back(state_of(name));
    if (!states.back() && !is_junk(name)) return broken(path, 2, "unknown tag " + name);
  }
  const std::vector<double> counts = expand(all.substr(at + 1));
  if (counts.size() != n * n * n) {
    return broken(path, 4,
                  "expected " + std::to_string(n * n * n) + " counts, found " +
                      std::to_string(counts.size()));
  }
  std::vector<double> out(kStateCount * kStateCount * kStateCount, 0.0);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto a = states[i / (n * n)];
    const auto b = states[i / n % n];
    const auto c = states[i % n];
    if (a && b && c) out[(*a * kStateCount + *b) * kStateCount + *c] = counts[i];
  }
  return out;
}

}  // namespace testudo::english::table
