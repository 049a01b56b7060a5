#include "english/gazetteer.h"

#include <algorithm>

#include "base/check.h"

namespace testudo::english {
namespace {

std::uint64_t edge_key(std::uint32_t node, Symbol word) {
  return (static_cast<std::uint64_t>(node) << 32U) | static_cast<std::uint32_t>(word);
}

bool same_apart_from_apostrophes(std::string_view label, std::string_view text) {
  return label == text || (label.size() != text.size() && to_lower(label) == to_lower(text) &&
                           (label.find('\'') != std::string_view::npos ||
                            text.find('\'') != std::string_view::npos));
}

}  // namespace

void Gazetteer::add(std::span<const std::string> tokens, Reading reading, Vocabulary& vocabulary) {
  TESTUDO_CHECK(!tokens.empty());
  std::uint32_t node = 0;
  bool common = true;
  for (const std::string& token : tokens) {
    const std::string lower = to_lower(token);
    common = common && lower == token;
    const Symbol word = vocabulary.add(lower);
    if (node == 0) {
      const auto at = static_cast<std::size_t>(word);
      if (starts_.size() <= at) starts_.resize(at + 1, false);
      starts_[at] = true;
    }
    const auto [edge, is_new] =
        edges_.try_emplace(edge_key(node, word), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.emplace_back();
    node = edge->second;
  }
  const std::vector<std::string> key(tokens.begin(), tokens.end());
  for (std::uint32_t l = nodes_[node].first_label; l != kNone; l = labels_[l].next) {
    if (labels_[l].tokens == key) {
      labels_[l].readings.push_back(reading);
      return;
    }
  }
  Label label;
  label.tokens = key;
  label.readings.push_back(reading);
  label.next = nodes_[node].first_label;
  label.common = common;
  nodes_[node].first_label = static_cast<std::uint32_t>(labels_.size());
  labels_.push_back(std::move(label));
}

void Gazetteer::freeze() {
  readings_.clear();
  for (Label& label : labels_) {
    std::ranges::sort(label.readings, [](const Reading& a, const Reading& b) {
      return std::pair(a.kind, a.entity) < std::pair(b.kind, b.entity);
    });
    // One entity is one reading, by its most direct kind.
    std::vector<Reading> kept;
    for (const Reading& r : label.readings) {
      if (std::ranges::none_of(kept, [&](const Reading& k) { return k.entity == r.entity; })) {
        kept.push_back(r);
      }
    }
    label.first_reading = static_cast<std::uint32_t>(readings_.size());
    readings_.insert(readings_.end(), kept.begin(), kept.end());
    label.last_reading = static_cast<std::uint32_t>(readings_.size());
  }
}

std::uint32_t Gazetteer::step(std::uint32_t node, Symbol word) const {
  if (word == Symbol::None) return kNone;
  const auto found = edges_.find(edge_key(node, word));
  return found == edges_.end() ? kNone : found->second;
}

bool Gazetteer::fits(const Label& label, const Analysis& analysis, std::uint32_t begin,
                     bool by_lemma) const {
  if (label.common) return true;
  if (by_lemma) return false;
  for (std::uint32_t i = 0; i < label.tokens.size(); ++i) {
    const std::string_view said = analysis.text(begin + i);
    if (same_apart_from_apostrophes(label.tokens[i], said)) continue;
    // THE SECURITY COUNCIL in a headline is the Security Council; a single short word in capitals is more likely an acronym.
    const bool shouted = analysis.words[begin + i].letter_case == Case::Upper &&
                         label.tokens[i].size() > 3 && to_lower(said) == to_lower(label.tokens[i]);
    if (!shouted) return false;
  }
  return true;
}

// The end of the longest label that starts at a token, and the label; kNone if none does.
std::uint32_t Gazetteer::longest_from(const Analysis& analysis, std::uint32_t begin,
                                      std::uint32_t end, std::uint32_t& label) const {
  std::uint32_t node = 0;
  std::uint32_t best = kNone;
  bool by_lemma = false;
  for (std::uint32_t at = begin; at < end; ++at) {
    const WordSymbols& word = analysis.symbols[at];
    std::uint32_t next = step(node, word.form);
    if (next == kNone && word.lemma != word.form) {
      next = step(node, word.lemma);
      by_lemma = true;
    }
    if (next == kNone) break;
    node = next;
    for (std::uint32_t l = nodes_[node].first_label; l != kNone; l = labels_[l].next) {
      if (fits(labels_[l], analysis, begin, by_lemma)) {
        best = at + 1;
        label = l;
        break;
      }
    }
  }
  return best;
}

void Gazetteer::find(Analysis& analysis) const {
  analysis.mentions.clear();
  for (SentenceLayers& sentence : analysis.sentences) {
    sentence.first_mention = static_cast<std::uint32_t>(analysis.mentions.size());
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end;) {
      const WordSymbols& word = analysis.symbols[at];
      const auto starts = [&](Symbol s) {
        const auto index = static_cast<std::size_t>(s);
        return s != Symbol::None && index < starts_.size() && starts_[index];
      };
      std::uint32_t label = kNone;
      std::uint32_t end = kNone;
      if (starts(word.form) || starts(word.lemma)) {
        end = longest_from(analysis, at, sentence.tokens.end, label);
      }
      if (end == kNone) {
        ++at;
        continue;
      }
      analysis.mentions.push_back(
          {{at, end}, labels_[label].first_reading, labels_[label].last_reading});
      at = end;
    }
    sentence.last_mention = static_cast<std::uint32_t>(analysis.mentions.size());
  }
}

}  // namespace testudo::english
