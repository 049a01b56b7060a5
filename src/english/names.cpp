#include "english/names.h"

#include <string_view>
#include <unordered_map>

#include "english/actors.h"
#include "english/name_context.h"
#include "english/name_runs.h"

namespace testudo::english {
namespace {

bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

// What the whole document says of its names; asked by text, never walked through.
class NameMemory {
 public:
  explicit NameMemory(const Analysis& analysis) : a_(&analysis) {}

  void read(const FoundName& found) {
    if (found.name.kind == EntityKind::Unknown) return;
    raise(a_->text(found.name.span), found.name.kind, found.clue);
    const NameMention& name = found.name;
    if (name.kind == EntityKind::Person && !name.family.empty() && !name.given.empty())
      raise(a_->text(name.family), EntityKind::Person, Clue::FamilyName);
  }

  void tell(FoundName& found) const {
    const auto best = best_.find(a_->text(found.name.span));
    if (best != best_.end()) found.suppose(best->second.kind, best->second.clue);
  }

 private:
  struct Best {
    EntityKind kind = EntityKind::Unknown;
    Clue clue = Clue::None;
  };
  void raise(std::string_view text, EntityKind kind, Clue clue) {
    Best& best = best_[text];
    if (clue > best.clue) best = {kind, clue};
  }

  const Analysis* a_;
  std::unordered_map<std::string_view, Best> best_;
};

// Whether the capitals of an acronym are the initials of some of the name's words, the first one
// included, in their order or in another language's: "(FLF)", "(UNITA)", "(FIS)".
bool stands_for(std::string_view acronym, std::string_view name) {
  std::uint32_t initials = 0;  // a set of letters
  std::size_t matched = 0;     // letters of the acronym, in order, anywhere in the name
  bool starts = false;
  bool word_start = true;
  for (const char c : name) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (word_start && is_upper_ascii(upper)) {
      initials |= 1U << static_cast<unsigned>(upper - 'A');
      if (upper == acronym.front()) starts = true;
    }
    if (matched < acronym.size() && (matched > 0 || word_start) && upper == acronym[matched])
      ++matched;
    word_start = !((upper >= 'A' && upper <= 'Z') || static_cast<unsigned char>(c) >= 0x80);
  }
  if (starts && matched == acronym.size()) return true;
  for (const char c : acronym) {
    if (!is_upper_ascii(c) || (initials & (1U << static_cast<unsigned>(c - 'A'))) == 0)
      return false;
  }
  return true;
}

class AcronymLinks {
 public:
  AcronymLinks(const Analysis& analysis, std::vector<FoundName>& found)
      : a_(&analysis), found_(&found) {}

  void run() {
    for (std::uint32_t i = 0; i < found_->size(); ++i) {
      if (i + 1 < found_->size()) link(i, i + 1);
      NameMention& name = (*found_)[i].name;
      const auto full = full_.find(a_->text(name.span));
      if (full == full_.end() || full->second == i || name.acronym_of != kNone) continue;
      name.acronym_of = full->second;
    }
  }

 private:
  // "the Free Liberation Front (FLF)" and "FLF (Free Liberation Front)".
  void link(std::uint32_t one, std::uint32_t other) {
    const TokenSpan first = (*found_)[one].name.span;
    const TokenSpan second = (*found_)[other].name.span;
    const bool bracketed = first.end + 1 == second.begin && second.end < a_->words.size() &&
                           a_->tag(first.end) == Tag::OpenBracket &&
                           a_->tag(second.end) == Tag::CloseBracket;
    if (!bracketed) return;
    if (is_acronym(second) && first.size() > 1 && stands_for(a_->text(second), a_->text(first))) {
      join(one, other);
    } else if (is_acronym(first) && second.size() > 1 &&
               stands_for(a_->text(first), a_->text(second))) {
      join(other, one);
    }
  }

  bool is_acronym(TokenSpan span) const {
    constexpr std::size_t kShortest = 2;
    return span.size() == 1 && a_->words[span.begin].letter_case == Case::Upper &&
           a_->text(span).size() >= kShortest;
  }

  void join(std::uint32_t full, std::uint32_t acronym) {
    FoundName& whole = (*found_)[full];
    FoundName& part = (*found_)[acronym];
    // Persons have no acronyms behind them but their parties'.
    if (whole.name.kind == EntityKind::Person) return;
    part.name.acronym_of = full;
    full_.try_emplace(a_->text(part.name.span), full);
    whole.suppose(EntityKind::Organization, Clue::Shape);
    if (whole.clue >= part.clue) {
      part.name.kind = whole.name.kind;
      part.clue = whole.clue;
    }
    if (part.name.country == kNone) part.name.country = whole.name.country;
  }

  const Analysis* a_;
  std::vector<FoundName>* found_;
  std::unordered_map<std::string_view, std::uint32_t> full_;  // by acronym: the name's index
};

}  // namespace

std::string_view to_string(EntityKind kind) {
  switch (kind) {
    case EntityKind::Unknown:
      return "unknown";
    case EntityKind::Person:
      return "person";
    case EntityKind::Organization:
      return "organization";
    case EntityKind::Place:
      return "place";
    case EntityKind::Agreement:
      return "agreement";
    case EntityKind::Event:
      return "event";
  }
  return "unknown";
}

std::string_view to_string(ActorKind kind) {
  constexpr std::string_view kNames[] = {
      "other",     "government", "military",      "police",    "intelligence", "legislature",
      "judiciary", "opposition", "party",         "rebels",    "protesters",   "criminals",
      "media",     "business",   "labor",         "education", "health",       "religion",
      "refugees",  "civilians",  "organizations", "states"};
  return kNames[static_cast<std::size_t>(kind)];
}

void NameFinder::find(Analysis& analysis, const Gazetteer& gazetteer) const {
  analysis.names.clear();
  analysis.actors.clear();
  analysis.actor_countries.clear();
  NameTokens tokens(analysis, gazetteer, words_);
  std::vector<FoundName> found;
  for (SentenceLayers& sentence : analysis.sentences) {
    tokens.enter(sentence);
    sentence.first_name = static_cast<std::uint32_t>(found.size());
    find_name_runs(tokens, found);
    sentence.last_name = static_cast<std::uint32_t>(found.size());
    find_name_context(tokens, std::span(found).subspan(sentence.first_name));
  }
  AcronymLinks(analysis, found).run();
  NameMemory memory(analysis);
  for (const FoundName& one : found) memory.read(one);
  for (FoundName& one : found) {
    memory.tell(one);
    analysis.names.push_back(one.name);
  }
  ActorFinder actors(tokens);
  for (SentenceLayers& sentence : analysis.sentences) {
    tokens.enter(sentence);
    const auto names = std::span(analysis.names)
                           .subspan(sentence.first_name, sentence.last_name - sentence.first_name);
    for (NameMention& name : names) {
      if (name.kind == EntityKind::Person && name.family.empty() && name.given.empty())
        find_person_parts(tokens, name);
    }
    sentence.first_actor = static_cast<std::uint32_t>(analysis.actors.size());
    actors.find(names, analysis);
    sentence.last_actor = static_cast<std::uint32_t>(analysis.actors.size());
  }
}

}  // namespace testudo::english
