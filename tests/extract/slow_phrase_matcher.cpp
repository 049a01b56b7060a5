#include <algorithm>
#include <optional>
#include <string_view>

#include "slow_matcher.h"

namespace testudo::extract {
namespace {

using english::Analysis;
using english::kNone;
using english::NounPhrase;
using english::Tag;
using english::TokenSpan;
using pack::Atom;
using pack::AtomRow;
using pack::ClassId;
using pack::Pack;
using pack::PatternKind;

// A noun phrase, with or without its possessor, or a name.
struct Thing {
  TokenSpan span;          // with determiner
  std::uint32_t core = 0;  // the first token that is no determiner
  std::uint32_t head = 0;
  std::uint32_t mention = kNone;
  std::uint32_t phrase = kNone;  // where it has no possessor with it
  bool is_phrase = false;
};

// One way to meet a condition.
struct Place {
  TokenSpan span;
  std::vector<Filler> fillers;
  std::size_t preference = 0;  // among those of one condition; 0 is best
};

// A member of a coordination.
struct Member {
  TokenSpan span;
  std::vector<Filler> fillers;  // several, if it is a set: "both countries"
};

// What joins two members: "," or "and" or ", and".
struct Joint {
  std::uint32_t size = 0;
  bool comma = false;
  bool conjunction = false;
};

class PhraseReader {
 public:
  PhraseReader(const Pack& pack, const Analysis& analysis, const FillerFinder& fillers,
               std::uint32_t sentence, std::span<const Finding> findings, std::uint32_t first)
      : pack_(pack),
        a_(analysis),
        fillers_(fillers),
        layers_(analysis.sentences[sentence]),
        sentence_(layers_.tokens),
        findings_(findings),
        first_(first) {
    collect_things();
  }

  // The matches of a row, by the last token of what meets its anchor.
  std::vector<std::pair<std::uint32_t, Match>> read(const AtomRow& row);

 private:
  using Places = std::vector<Place>;

  void collect_things();
  void collect_phrase(std::uint32_t index);
  std::uint32_t phrase_of(std::uint32_t token) const;
  bool is_determiner(std::uint32_t token) const;
  bool token_fits(const Atom& atom, std::uint32_t token) const;

  Places places_of(const AtomRow& row, std::uint32_t atom) const;
  Places places_of_anchor(const Atom& anchor) const;
  Places places_right(ClassId wanted, bool coordinated) const;
  Places places_left(ClassId wanted, bool coordinated) const;
  std::vector<Filler> fillers_of(const Thing& thing, ClassId wanted) const;
  std::vector<Member> members_right(const Member& first, ClassId wanted) const;
  std::vector<Member> members_left(const Member& last, ClassId wanted) const;
  static bool can_begin_inside(const Thing& thing, std::uint32_t token);
  bool describes_what_follows(TokenSpan span) const;
  Joint joint(std::uint32_t begin, std::uint32_t end) const;
  bool may_stand_between(TokenSpan gap) const;
  bool is_stepped_over(std::uint32_t token) const;
  bool is_name_of_things(std::uint32_t mention) const;

  void enumerate(const AtomRow& row, const std::vector<Places>& places,
                 std::vector<const Place*>& chosen);
  bool follows(const AtomRow& row, std::uint32_t atom, const Place& before,
               const Place& place) const;
  void finish(const AtomRow& row, const std::vector<const Place*>& chosen);
  std::uint32_t trigger_of(const AtomRow& row, const std::vector<const Place*>& chosen) const;

  // Everything that meets all conditions, with what decides between those of one anchor.
  struct Reading {
    TokenSpan anchor;
    std::vector<Filler> anchor_fillers;
    std::vector<std::uint32_t> order;
    Match match;
  };

  const Pack& pack_;
  const Analysis& a_;
  const FillerFinder& fillers_;
  const english::SentenceLayers& layers_;
  TokenSpan sentence_;
  std::span<const Finding> findings_;
  std::uint32_t first_;
  std::vector<Thing> things_;  // the longest first; of one length names before phrases
  std::vector<Reading> complete_;
};

// ---- words

std::uint32_t PhraseReader::phrase_of(std::uint32_t token) const {
  for (std::uint32_t p = layers_.first_phrase; p < layers_.last_phrase; ++p) {
    if (a_.phrases[p].span.contains(token)) return p;
  }
  return kNone;
}

bool PhraseReader::is_determiner(std::uint32_t token) const {
  const Tag tag = a_.tag(token);
  return tag == Tag::DT || tag == Tag::PDT || tag == Tag::PRPS;
}

bool PhraseReader::token_fits(const Atom& atom, std::uint32_t token) const {
  if (atom.kind == PatternKind::Possessive) return a_.tag(token) == Tag::POS;
  if (atom.kind == PatternKind::Hyphen) {
    const std::string_view text = a_.text(token);
    return text == "-" || text == "\u2013" || text == "\u2010";
  }
  return word_fits(a_, atom, token);
}

bool PhraseReader::is_name_of_things(std::uint32_t mention) const {
  for (const english::Reading& reading : pack_.gazetteer().readings(a_.mentions[mention])) {
    if (!pack_.lexicon().is_a(reading.entity, pack_.ontology().concept_, pack_.ontology()))
      return false;
  }
  return true;
}

bool PhraseReader::is_stepped_over(std::uint32_t token) const {
  const Tag tag = a_.tag(token);
  if (tag == Tag::OpenQuote || tag == Tag::CloseQuote) return true;
  if (!english::is_adverb(tag)) return false;
  const std::string_view lemma = a_.words[token].lemma;
  return lemma != "not" && lemma != "never" && lemma != "n't";
}

// Whether words only describe what stands behind them: adverbs and quotation marks, and words of
// the same noun phrase that are no names.
bool PhraseReader::may_stand_between(TokenSpan gap) const {
  if (gap.size() > 8) return false;
  const std::uint32_t phrase = phrase_of(gap.end);
  for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
    if (is_stepped_over(t)) continue;
    if (english::is_adverb(a_.tag(t)) || phrase == kNone || phrase_of(t) != phrase) return false;
    const std::uint32_t mention = fillers_.mention_at(t);
    if (mention != kNone && !is_name_of_things(mention)) return false;
  }
  return true;
}

// ---- what can fill a slot

void PhraseReader::collect_things() {
  for (std::uint32_t m = layers_.first_mention; m < layers_.last_mention; ++m) {
    Thing name;
    name.span = a_.mentions[m].span;
    name.core = name.span.begin;
    name.head = name.span.end - 1;
    name.mention = m;
    things_.push_back(name);
  }
  for (std::uint32_t p = layers_.first_phrase; p < layers_.last_phrase; ++p) collect_phrase(p);
  std::stable_sort(things_.begin(), things_.end(),
                   [](const Thing& x, const Thing& y) { return x.span.size() > y.span.size(); });
}

// A pronoun, a phrase with a noun for head, or one with a name at its end.
void PhraseReader::collect_phrase(std::uint32_t index) {
  const NounPhrase& phrase = a_.phrases[index];
  Thing thing;
  thing.is_phrase = true;
  thing.span = phrase.span;
  thing.core = phrase.head;
  thing.head = phrase.head;
  thing.phrase = index;
  if (phrase.pronoun) {
    things_.push_back(thing);
    return;
  }
  thing.mention = fillers_.mention_at(phrase.head);
  if (thing.mention == kNone && !english::is_noun(a_.tag(phrase.head))) return;
  if (thing.mention != kNone) {
    const TokenSpan named = a_.mentions[thing.mention].span;
    if (named.end != phrase.span.end || named.begin < phrase.span.begin) return;
  }
  thing.core = phrase.span.begin;
  while (thing.core < phrase.head && is_determiner(thing.core)) ++thing.core;
  things_.push_back(thing);
  if (phrase.possessor == kNone) return;
  for (std::uint32_t p = phrase.possessor; p != kNone; p = a_.phrases[p].possessor)
    thing.span.begin = a_.phrases[p].span.begin;
  thing.core = thing.span.begin;
  thing.phrase = kNone;
  things_.push_back(thing);
}

// A situation that starts from the head; a name of the lexicon; what the phrase refers to; the bare
// concept.
std::vector<Filler> PhraseReader::fillers_of(const Thing& thing, ClassId wanted) const {
  const pack::Ontology& ontology = pack_.ontology();
  Filler filler;
  filler.span = thing.span;
  filler.head = thing.head;
  if (fillers_.wants_situation(wanted)) {
    for (std::uint32_t i = first_; thing.is_phrase && i < findings_.size(); ++i) {
      if (findings_[i].trigger != thing.head) continue;
      if (!ontology.is_a(findings_[i].situation_class, wanted)) continue;
      filler.kind = FillerKind::Finding;
      filler.index = i;
      return {filler};
    }
    return {};
  }
  std::vector<Filler> found;
  if (thing.mention != kNone) {
    if (!fillers_.of_mention(thing.mention, thing.span, wanted, found)) return {};
    found.front().head = thing.head;
    return {found.front()};
  }
  if (thing.phrase != kNone) {
    fillers_.of_phrase(thing.phrase, wanted, found);
    if (!found.empty() && found.front().kind != FillerKind::Concept) return found;
    if (a_.phrases[thing.phrase].pronoun) return {};
  }
  if (wanted != ClassId::None && !ontology.is_a(ontology.concept_, wanted)) return {};
  filler.span.begin = thing.core;
  return {filler};
}

// The tokens [begin, end), if they join two members of a coordination.
Joint PhraseReader::joint(std::uint32_t begin, std::uint32_t end) const {
  Joint found;
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view text = a_.text(t);
    const bool conjunction = text == "and" || text == "or" || text == "&";
    if (found.conjunction || (!conjunction && (found.comma || a_.tag(t) != Tag::Comma))) return {};
    found.conjunction = conjunction;
    found.comma = found.comma || !conjunction;
    ++found.size;
  }
  return found;
}

bool PhraseReader::describes_what_follows(TokenSpan span) const {
  if (span.end >= sentence_.end) return false;
  const std::uint32_t phrase = phrase_of(span.end);
  return phrase != kNone && phrase == phrase_of(span.end - 1);
}

// Whether a pattern may have read a phrase's first words itself: "emerging {object}".
bool PhraseReader::can_begin_inside(const Thing& thing, std::uint32_t token) {
  return thing.is_phrase && thing.mention == kNone && thing.span.begin < token &&
         token <= thing.head;
}

// "A, B and C" from its first member on; the first alone, where none is joined to it. Only the last
// joint has the conjunction, and of two a comma with it joins something higher.
std::vector<Member> PhraseReader::members_right(const Member& first, ClassId wanted) const {
  std::vector<Member> members = {first};
  while (true) {
    const std::uint32_t end = members.back().span.end;
    Joint longest;
    for (std::uint32_t size = 1; size <= 2 && end + size < sentence_.end; ++size) {
      const Joint here = joint(end, end + size);
      if (here.size > 0) longest = here;
    }
    std::optional<Member> next;
    for (const Thing& thing : things_) {
      if (longest.size == 0 || next || thing.span.begin != end + longest.size) continue;
      if (describes_what_follows(thing.span)) continue;
      if (auto fillers = fillers_of(thing, wanted); !fillers.empty())
        next = Member{thing.span, std::move(fillers)};
    }
    if (!next) return {first};
    members.push_back(std::move(*next));
    if (!longest.conjunction) continue;
    if (members.size() == 2 && longest.comma) return {first};
    return members;
  }
}

// The same up to its last member.
std::vector<Member> PhraseReader::members_left(const Member& last, ClassId wanted) const {
  std::vector<Member> members = {last};
  bool comma_before_last = false;
  while (true) {
    const std::uint32_t begin = members.front().span.begin;
    Joint longest;
    for (std::uint32_t size = 1; size <= 2 && begin > sentence_.begin + size; ++size) {
      const Joint here = joint(begin - size, begin);
      if (here.size > 0) longest = here;
    }
    const bool is_first = members.size() == 1;
    if (longest.size == 0 || longest.conjunction != is_first) break;
    if (is_first) comma_before_last = longest.comma;
    std::optional<Member> next;
    for (const Thing& thing : things_) {
      if (next || thing.span.end != begin - longest.size) continue;
      // "sanctions on A and B sanctions on C": B describes the sanctions, A does not.
      const std::uint32_t before = thing.span.begin - 1;
      const bool behind_preposition = thing.span.begin > sentence_.begin &&
                                      (a_.tag(before) == Tag::IN || a_.tag(before) == Tag::TO);
      const bool one_phrase = phrase_of(thing.span.begin) == phrase_of(last.span.begin);
      if (describes_what_follows(last.span) && !one_phrase && behind_preposition) continue;
      if (auto fillers = fillers_of(thing, wanted); !fillers.empty())
        next = Member{thing.span, std::move(fillers)};
    }
    if (!next) break;
    members.insert(members.begin(), std::move(*next));
  }
  if (members.size() == 2 && comma_before_last) return {last};
  return members;
}

// ---- places where a condition is met

Place place_of(const std::vector<Member>& members, std::size_t preference) {
  Place place;
  place.span = {members.front().span.begin, members.back().span.end};
  for (const Member& member : members)
    place.fillers.insert(place.fillers.end(), member.fillers.begin(), member.fillers.end());
  place.preference = preference;
  return place;
}

// The longest first, each with all that it is coordinated with before it alone.
PhraseReader::Places PhraseReader::places_right(ClassId wanted, bool coordinated) const {
  Places places;
  for (const Thing& thing : things_) {
    for (std::uint32_t begin = thing.span.begin; begin <= thing.head; ++begin) {
      const bool inside = can_begin_inside(thing, begin);
      if (begin != thing.span.begin && begin != thing.core && !inside) continue;
      std::vector<Filler> fillers = fillers_of(thing, wanted);
      if (fillers.empty()) continue;
      if (inside) fillers.front().span.begin = begin;
      const Member first = {{begin, thing.span.end}, std::move(fillers)};
      const std::vector<Member> all = members_right(first, wanted);
      if (coordinated && all.size() > 1) places.push_back(place_of(all, places.size()));
      places.push_back(place_of({first}, places.size()));
    }
  }
  return places;
}

PhraseReader::Places PhraseReader::places_left(ClassId wanted, bool coordinated) const {
  Places places;
  for (const Thing& thing : things_) {
    std::vector<Filler> fillers = fillers_of(thing, wanted);
    if (fillers.empty()) continue;
    const Member last = {thing.span, std::move(fillers)};
    const std::vector<Member> all = members_left(last, wanted);
    if (coordinated && all.size() > 1) places.push_back(place_of(all, places.size()));
    places.push_back(place_of({last}, places.size()));
  }
  return places;
}

// Where no word is the anchor, every reading of a name is one.
PhraseReader::Places PhraseReader::places_of_anchor(const Atom& anchor) const {
  Places places;
  for (std::uint32_t m = layers_.first_mention; m < layers_.last_mention; ++m) {
    const TokenSpan span = a_.mentions[m].span;
    for (const english::Reading& reading : pack_.gazetteer().readings(a_.mentions[m])) {
      if (!pack_.lexicon().is_a(reading.entity, anchor.slot_class, pack_.ontology())) continue;
      Filler filler;
      filler.kind = FillerKind::Entity;
      filler.index = reading.entity;
      filler.span = span;
      filler.head = span.end - 1;
      places.push_back({span, {filler}, 0});
    }
  }
  return places;
}

PhraseReader::Places PhraseReader::places_of(const AtomRow& row, std::uint32_t atom) const {
  const Atom& wanted = row.atoms[atom];
  if (wanted.kind == PatternKind::Slot) {
    if (atom == row.anchor) return places_of_anchor(wanted);
    const auto is_slot = [&](std::uint32_t i) {
      return i < row.atoms.size() && row.atoms[i].kind == PatternKind::Slot;
    };
    // Two slots side by side are one name with its titles: nothing is coordinated within.
    const bool alone = (atom > 0 && is_slot(atom - 1)) || is_slot(atom + 1);
    return atom > row.anchor ? places_right(wanted.slot_class, !alone)
                             : places_left(wanted.slot_class, !alone);
  }
  Places places;
  for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
    if (token_fits(wanted, t)) places.push_back({{t, t + 1}, {}, 0});
  }
  return places;
}

// ---- the whole row

bool PhraseReader::follows(const AtomRow& row, std::uint32_t atom, const Place& before,
                           const Place& place) const {
  if (place.span.begin < before.span.end) return false;
  const PatternKind kind = row.atoms[atom].kind;
  const PatternKind kind_before = row.atoms[atom - 1].kind;
  // A possessive or hyphen stands close to what it joins; an owner is not meant itself.
  const bool close = kind == PatternKind::Possessive || kind == PatternKind::Hyphen;
  if (close && place.span.begin != before.span.end) return false;
  const bool owner = atom - 1 > row.anchor && a_.tag(before.span.end) == Tag::POS;
  if (kind_before == PatternKind::Slot && owner && kind != PatternKind::Possessive) return false;
  return may_stand_between({before.span.end, place.span.begin});
}

void PhraseReader::enumerate(const AtomRow& row, const std::vector<Places>& places,
                             std::vector<const Place*>& chosen) {
  const auto atom = static_cast<std::uint32_t>(chosen.size());
  if (atom == row.atoms.size()) return finish(row, chosen);
  for (const Place& place : places[atom]) {
    if (atom > 0 && !follows(row, atom, *chosen.back(), place)) continue;
    chosen.push_back(&place);
    enumerate(row, places, chosen);
    chosen.pop_back();
  }
}

// The head of the noun phrase that the first content word stands in, if a word of the pattern is
// that head; else the content word itself.
std::uint32_t PhraseReader::trigger_of(const AtomRow& row,
                                       const std::vector<const Place*>& chosen) const {
  const std::uint32_t key = chosen[row.key]->span.end - 1;
  const std::uint32_t phrase = phrase_of(key);
  if (phrase == kNone) return key;
  const std::uint32_t head = a_.phrases[phrase].head;
  for (std::uint32_t i = 0; i < row.atoms.size(); ++i) {
    const bool word = row.atoms[i].kind != PatternKind::Slot || i == row.key;
    if (word && chosen[i]->span.end - 1 == head) return head;
  }
  return key;
}

void PhraseReader::finish(const AtomRow& row, const std::vector<const Place*>& chosen) {
  Reading reading;
  reading.anchor = chosen[row.anchor]->span;
  reading.anchor_fillers = chosen[row.anchor]->fillers;
  const auto size = static_cast<std::uint32_t>(row.atoms.size());
  const bool slot_last = row.anchor + 1 < size && row.atoms.back().kind == PatternKind::Slot;
  const std::uint32_t end = chosen.back()->span.end;
  if (slot_last && end < sentence_.end && a_.tag(end) == Tag::POS) return;  // an owner
  const auto prefer = [&](std::uint32_t atom, TokenSpan gap) {
    reading.order.push_back(gap.size());
    reading.order.push_back(static_cast<std::uint32_t>(chosen[atom]->preference));
  };
  for (std::uint32_t i = row.anchor + 1; i < size; ++i)
    prefer(i, {chosen[i - 1]->span.end, chosen[i]->span.begin});
  for (std::uint32_t i = row.anchor; i-- > 0;)
    prefer(i, {chosen[i]->span.end, chosen[i + 1]->span.begin});
  Match& match = reading.match;
  match.span = {chosen.front()->span.begin, end};
  match.trigger = trigger_of(row, chosen);
  match.conditions = size;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Atom& atom = row.atoms[i];
    if (atom.kind == PatternKind::Word || atom.kind == PatternKind::Quoted)
      match.literals.push_back(chosen[i]->span.begin);
    for (const Filler& filler : chosen[i]->fillers) match.fills.push_back({atom.slot, filler});
    if (atom.kind == PatternKind::Slot && atom.slot_class != ClassId::None)
      match.narrowness += static_cast<std::uint32_t>(pack_.ontology().depth(atom.slot_class));
  }
  complete_.push_back(std::move(reading));
}

std::vector<std::pair<std::uint32_t, Match>> PhraseReader::read(const AtomRow& row) {
  std::vector<Places> places;
  for (std::uint32_t i = 0; i < row.atoms.size(); ++i) places.push_back(places_of(row, i));
  std::vector<const Place*> chosen;
  complete_.clear();
  enumerate(row, places, chosen);
  std::vector<const Reading*> best;  // of each anchor
  for (const Reading& reading : complete_) {
    const auto same = std::find_if(best.begin(), best.end(), [&](const Reading* other) {
      return other->anchor == reading.anchor && other->anchor_fillers == reading.anchor_fillers;
    });
    if (same == best.end()) {
      best.push_back(&reading);
    } else if (reading.order < (*same)->order) {
      *same = &reading;
    }
  }
  std::vector<std::pair<std::uint32_t, Match>> matches;
  for (const Reading* reading : best) matches.emplace_back(reading->anchor.end - 1, reading->match);
  return matches;
}

}  // namespace

std::vector<Match> slow_phrase_matches(const Pack& pack, const Analysis& analysis,
                                       const FillerFinder& fillers, std::uint32_t sentence,
                                       std::span<const Finding> findings, std::uint32_t first,
                                       bool situations) {
  std::vector<std::pair<std::uint32_t, Match>> found;
  PhraseReader reader(pack, analysis, fillers, sentence, findings, first);
  for (pack::RuleId r = 0; r < pack.rules().size(); ++r) {
    const pack::Rule& rule = pack.rules()[r];
    for (std::uint32_t i = 0; i < rule.rows.size(); ++i) {
      if (rule.rows[i].uses_situations != situations) continue;
      for (auto& [anchor, match] : reader.read(rule.rows[i])) {
        match.row = {r, i};
        found.emplace_back(anchor, std::move(match));
      }
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<Match> matches;
  for (auto& [anchor, match] : found) matches.push_back(std::move(match));
  return matches;
}

}  // namespace testudo::extract
