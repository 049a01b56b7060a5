#include "english/gazetteer.h"

#include <algorithm>
#include <tuple>

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

bool Gazetteer::is_label(const Label& label, std::span<const std::string_view> tokens) const {
  if (label.token_count != tokens.size()) return false;
  for (std::uint32_t i = 0; i < label.token_count; ++i) {
    if (token(label, i) != tokens[i]) return false;
  }
  return true;
}

void Gazetteer::add(std::span<const std::string_view> tokens, Reading reading,
                    Vocabulary& vocabulary) {
  TESTUDO_CHECK(!tokens.empty());
  std::uint32_t node = 0;
  bool common = true;
  for (const std::string_view token : tokens) {
    const std::string lower = to_lower(token);
    common = common && lower == token;
    const Symbol word = vocabulary.add(lower);
    if (node == 0) starts_.insert(word);
    const auto [next, is_new] =
        edges_.try_emplace(edge_key(node, word), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.emplace_back();
    node = next;
  }
  for (std::uint32_t l = nodes_[node].first_label; l != kNone; l = labels_[l].next) {
    if (!is_label(labels_[l], tokens)) continue;
    added_.emplace_back(l, reading);
    return;
  }
  Label label;
  label.first_token = static_cast<std::uint32_t>(tokens_.size());
  label.token_count = static_cast<std::uint32_t>(tokens.size());
  for (const std::string_view token : tokens) {
    tokens_.push_back(
        {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(token.size())});
    letters_ += token;
  }
  label.common = common;
  const auto id = static_cast<std::uint32_t>(labels_.size());
  added_.emplace_back(id, reading);
  // Labels in lower case come last in a node: "WHO" is asked before "who".
  std::uint32_t* link = &nodes_[node].first_label;
  if (common) {
    while (*link != kNone) link = &labels_[*link].next;
  }
  label.next = *link;
  *link = id;
  labels_.push_back(label);
}

void Gazetteer::freeze() {
  std::ranges::sort(added_, {}, [](const auto& one) {
    return std::tuple(one.first, one.second.kind, one.second.entity);
  });
  readings_.clear();
  has_demonym_.clear();
  for (const auto& [label, reading] : added_) {
    if (reading.kind != NameKind::Demonym) continue;
    if (has_demonym_.size() <= reading.entity) has_demonym_.resize(reading.entity + 1, false);
    has_demonym_[reading.entity] = true;
  }
  for (std::size_t i = 0; i < added_.size();) {
    Label& label = labels_[added_[i].first];
    label.first_reading = static_cast<std::uint32_t>(readings_.size());
    for (const std::uint32_t l = added_[i].first; i < added_.size() && added_[i].first == l; ++i) {
      // One entity is one reading, by its most direct kind.
      const auto mine = std::span(readings_).subspan(label.first_reading);
      const Reading& reading = added_[i].second;
      if (std::ranges::find(mine, reading.entity, &Reading::entity) == mine.end())
        readings_.push_back(reading);
    }
    label.last_reading = static_cast<std::uint32_t>(readings_.size());
  }
  added_.clear();
  added_.shrink_to_fit();
}

bool Gazetteer::is_national(const Mention& mention) const {
  return std::ranges::any_of(readings(mention), [this](const Reading& reading) {
    return reading.entity < has_demonym_.size() && has_demonym_[reading.entity];
  });
}

bool Gazetteer::has_kind(const Mention& mention, NameKind kind) const {
  return std::ranges::find(readings(mention), kind, &Reading::kind) != readings(mention).end();
}

std::uint32_t Gazetteer::step(std::uint32_t node, Symbol word) const {
  if (word == Symbol::None) return kNone;
  const std::uint32_t* found = edges_.find(edge_key(node, word));
  return found == nullptr ? kNone : *found;
}

bool Gazetteer::fits(const Label& label, const Analysis& analysis, std::uint32_t begin,
                     bool by_lemma) const {
  if (label.common) return true;
  if (by_lemma) return false;
  for (std::uint32_t i = 0; i < label.token_count; ++i) {
    const std::string_view said = analysis.text(begin + i);
    const std::string_view written = token(label, i);
    if (same_apart_from_apostrophes(written, said)) continue;
    // THE SECURITY COUNCIL in a headline is the Security Council; a single short word in capitals
    // is more likely an acronym.
    const bool shouted = analysis.words[begin + i].letter_case == Case::Upper &&
                         written.size() > 3 && to_lower(said) == to_lower(written);
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
      std::uint32_t label = kNone;
      std::uint32_t end = kNone;
      if (starts_.contains(word.form) ||
          (word.lemma != word.form && starts_.contains(word.lemma))) {
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
