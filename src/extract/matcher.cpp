#include "extract/matcher.h"

#include <algorithm>

namespace testudo::extract {

using english::kNone;
using english::Tag;
using pack::Atom;
using pack::AtomRow;
using pack::ClassId;
using pack::PatternKind;

namespace {

constexpr std::uint32_t kMaxGap = 8;           // describing words between two conditions
constexpr std::uint32_t kMaxCoordinated = 16;  // fillers in one coordination

bool is_hyphen(std::string_view text) {
  return text == "-" || text == "\u2013" || text == "\u2010";
}

bool is_conjunction(std::string_view text) { return text == "and" || text == "or" || text == "&"; }

// Slots with nothing between them are one name with its titles, so there is no coordination within:
// "President A and President B".
bool beside_slot(const AtomRow& row, std::uint32_t atom) {
  const auto is_slot = [&](std::uint32_t i) {
    return i < row.atoms.size() && row.atoms[i].kind == PatternKind::Slot;
  };
  return (atom > 0 && is_slot(atom - 1)) || is_slot(atom + 1);
}

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "never" || lemma == "n't";
}

}  // namespace

void Matcher::match(std::uint32_t sentence, std::span<const Finding> findings, std::uint32_t first,
                    bool situations, const std::function<void(const Match&)>& each) {
  const english::SentenceLayers& layers = a_->sentences[sentence];
  sentence_ = layers.tokens;
  findings_ = findings;
  first_finding_ = first;
  collected_ = false;
  std::uint32_t mention = layers.first_mention;
  for (std::uint32_t token = sentence_.begin; token < sentence_.end; ++token) {
    run_words(token, situations, each);
    if (mention < layers.last_mention && a_->mentions[mention].span.end == token + 1) {
      run_classes(mention++, situations, each);
    }
  }
}

void Matcher::run_words(std::uint32_t token, bool situations,
                        const std::function<void(const Match&)>& each) {
  const english::WordSymbols& word = a_->symbols[token];
  const auto run = [&](Symbol symbol, bool again) {
    if (symbol == Symbol::None) return;
    for (const pack::RowRef& ref : pack_->index().by_word(symbol)) {
      const pack::Rule& rule = pack_->rules()[ref.rule];
      const AtomRow& row = rule.rows[ref.row];
      if (row.uses_situations != situations) continue;
      const Atom& anchor = row.atoms[row.anchor];
      // A row whose anchor holds both the form and the lemma is found by both.
      if (again && std::ranges::binary_search(anchor.words, word.form)) continue;
      if (!token_fits(anchor, token)) continue;
      run_row(ref, {token, token + 1}, {}, each);
    }
  };
  run(word.form, false);
  if (word.lemma != word.form) run(word.lemma, word.form != Symbol::None);
}

void Matcher::run_classes(std::uint32_t mention, bool situations,
                          const std::function<void(const Match&)>& each) {
  const english::Mention& m = a_->mentions[mention];
  for (const english::Reading& reading : pack_->gazetteer().readings(m)) {
    for (const ClassId c : pack_->lexicon()[reading.entity].classes) {
      for (const pack::RowRef& ref : pack_->index().by_class(c)) {
        const pack::Rule& rule = pack_->rules()[ref.rule];
        const AtomRow& row = rule.rows[ref.row];
        if (row.uses_situations != situations) continue;
        Match::Fill fill;
        fill.slot = row.atoms[row.anchor].slot;
        fill.filler.kind = FillerKind::Entity;
        fill.filler.index = reading.entity;
        fill.filler.span = m.span;
        fill.filler.head = m.span.end - 1;
        run_row(ref, m.span, {fill}, each);
      }
    }
  }
}

void Matcher::run_row(pack::RowRef ref, TokenSpan anchor,
                      const std::vector<Match::Fill>& anchor_fill,
                      const std::function<void(const Match&)>& each) {
  if (!collected_) collect();
  const AtomRow& row = pack_->rules()[ref.rule].rows[ref.row];
  Match match;
  match.row = ref;
  match.span = anchor;
  match.matched.assign(row.atoms.size(), anchor.end - 1);
  match.fills = anchor_fill;
  if (!match_right(row, row.anchor + 1, anchor.end, match)) return;
  match.trigger = trigger_of(row, match);
  each(match);
}

std::uint32_t Matcher::trigger_of(const AtomRow& row, const Match& match) const {
  const std::uint32_t key = match.matched[row.key];
  const std::uint32_t phrase = phrase_of_[key - sentence_.begin];
  if (phrase == kNone) return key;
  const std::uint32_t head = a_->phrases[phrase].head;
  for (std::uint32_t i = 0; i < row.atoms.size(); ++i) {
    if (match.matched[i] == head && (row.atoms[i].kind != PatternKind::Slot || i == row.key))
      return head;
  }
  return key;
}

// ---- what can fill a slot
// --------------------------------------------------------------------------------------------

void Matcher::collect() {
  collected_ = true;
  candidates_.clear();
  phrase_of_.assign(sentence_.size(), kNone);
  mention_of_.assign(sentence_.size(), kNone);
  const auto first = [&](const auto& layer) {
    return static_cast<std::uint32_t>(
        std::ranges::lower_bound(layer, sentence_.begin, {},
                                 [](const auto& x) { return x.span.begin; }) -
        layer.begin());
  };
  for (std::uint32_t m = first(a_->mentions);
       m < a_->mentions.size() && a_->mentions[m].span.begin < sentence_.end; ++m) {
    const TokenSpan span = a_->mentions[m].span;
    for (std::uint32_t t = span.begin; t < span.end; ++t) mention_of_[t - sentence_.begin] = m;
    candidates_.push_back({span, span.begin, span.end - 1, m, false});
  }
  for (std::uint32_t p = first(a_->phrases);
       p < a_->phrases.size() && a_->phrases[p].span.begin < sentence_.end; ++p) {
    const english::NounPhrase& phrase = a_->phrases[p];
    for (std::uint32_t t = phrase.span.begin; t < phrase.span.end; ++t)
      phrase_of_[t - sentence_.begin] = p;
    if (phrase.pronoun) continue;
    const std::uint32_t mention = mention_of_[phrase.head - sentence_.begin];
    if (mention != kNone) {
      const TokenSpan named = a_->mentions[mention].span;
      const bool heads = named.end == phrase.span.end && named.begin >= phrase.span.begin;
      if (!heads) continue;  // the phrase is only a part of a longer name
    } else if (!english::is_noun(a_->tag(phrase.head))) {
      continue;  // a bare number or determiner says nothing by itself
    }
    std::uint32_t core = phrase.span.begin;
    while (core < phrase.head &&
           (a_->tag(core) == Tag::DT || a_->tag(core) == Tag::PDT || a_->tag(core) == Tag::PRPS)) {
      ++core;
    }
    candidates_.push_back({phrase.span, core, phrase.head, mention, true});
    // With its possessor: "Russia's ill-timed price war".
    TokenSpan whole = phrase.span;
    for (std::uint32_t owner = phrase.possessor; owner != kNone;
         owner = a_->phrases[owner].possessor) {
      whole.begin = a_->phrases[owner].span.begin;
    }
    if (whole != phrase.span)
      candidates_.push_back({whole, whole.begin, phrase.head, mention, true});
  }
  std::ranges::stable_sort(candidates_, [](const Candidate& x, const Candidate& y) {
    return x.span.size() > y.span.size();
  });
}

bool Matcher::finding_fills(std::uint32_t head, ClassId wanted, Filler& filler) const {
  for (std::uint32_t i = first_finding_; i < findings_.size(); ++i) {
    const Finding& f = findings_[i];
    if (f.trigger != head || !pack_->ontology().is_a(f.situation_class, wanted)) continue;
    filler.kind = FillerKind::Finding;
    filler.index = i;
    return true;
  }
  return false;
}

bool Matcher::fills(const Candidate& candidate, ClassId wanted, Filler& filler) const {
  const pack::Ontology& ontology = pack_->ontology();
  filler = {};
  filler.span = candidate.span;
  filler.head = candidate.head;
  if (wanted != ClassId::None && ontology.situation != ClassId::None &&
      ontology.is_a(wanted, ontology.situation)) {
    return candidate.phrase && finding_fills(candidate.head, wanted, filler);
  }
  if (candidate.mention != kNone) {
    // The first reading of the class; without a class, a seat of government stands for its
    // government.
    const auto readings = pack_->gazetteer().readings(a_->mentions[candidate.mention]);
    const english::Reading* chosen = nullptr;
    for (const english::Reading& reading : readings) {
      if (wanted != ClassId::None && !pack_->lexicon().is_a(reading.entity, wanted, ontology))
        continue;
      if (chosen == nullptr ||
          (wanted == ClassId::None && reading.kind == english::NameKind::Metonym)) {
        chosen = &reading;
      }
      if (wanted != ClassId::None) break;
    }
    if (chosen == nullptr) return false;
    filler.kind = FillerKind::Entity;
    filler.index = chosen->entity;
    return true;
  }
  if (wanted != ClassId::None && !ontology.is_a(ontology.concept_, wanted)) return false;
  filler.kind = FillerKind::Concept;
  filler.span.begin = candidate.core;
  return true;
}

// ---- coordination
// ----------------------------------------------------------------------------------------------------

// What joins two members: "," or "and" or ", and".
struct Matcher::Joint {
  std::uint32_t size = 0;  // tokens
  bool comma = false;
  bool conjunction = false;
};

Matcher::Joint Matcher::joint_from(std::uint32_t at) const {
  Joint joint;
  if (at < sentence_.end && a_->tag(at) == Tag::Comma) joint = {1, true, false};
  const std::uint32_t next = at + joint.size;
  if (next < sentence_.end && is_conjunction(a_->text(next)))
    return {joint.size + 1, joint.comma, true};
  return joint;
}

Matcher::Joint Matcher::joint_to(std::uint32_t end) const {
  Joint joint;
  if (end > sentence_.begin && is_conjunction(a_->text(end - 1))) joint = {1, false, true};
  const std::uint32_t before = end - joint.size;
  if (before > sentence_.begin && a_->tag(before - 1) == Tag::Comma)
    return {joint.size + 1, true, joint.conjunction};
  return joint;
}

// Whether the token behind a candidate goes on with the same noun phrase: "European Union" in
// "European Union sanctions".
bool Matcher::modifies_what_follows(const Candidate& candidate) const {
  const std::uint32_t end = candidate.span.end;
  if (end >= sentence_.end) return false;
  const std::uint32_t phrase = phrase_of_[end - sentence_.begin];
  return phrase != kNone && phrase == phrase_of_[end - 1 - sentence_.begin];
}

bool Matcher::follows_preposition(std::uint32_t token) const {
  return token > sentence_.begin &&
         (a_->tag(token - 1) == Tag::IN || a_->tag(token - 1) == Tag::TO);
}

// Adds to a chain that starts with one filler what is coordinated with it to the right: "A, B and
// C". Only the last joint has the conjunction; two members with a comma between them are joined on
// a higher level ("the rise of A, and the new B"), and members that only commas join are no
// coordination
// ("in Moscow, Russia, …").
void Matcher::extend_right(std::vector<Group>& chain, ClassId wanted) const {
  while (chain.size() < kMaxCoordinated) {
    const Joint joint = joint_from(chain.back().span.end);
    if (joint.size == 0) break;
    const std::uint32_t at = chain.back().span.end + joint.size;
    const auto next = std::ranges::find_if(candidates_, [&](const Candidate& c) {
      Filler filler;
      return c.span.begin == at && !modifies_what_follows(c) && fills(c, wanted, filler);
    });
    if (next == candidates_.end()) break;
    Group longer = chain.back();
    longer.span.end = next->span.end;
    longer.fillers.emplace_back();
    fills(*next, wanted, longer.fillers.back());
    chain.push_back(std::move(longer));
    if (!joint.conjunction) continue;
    if (chain.size() == 2 && joint.comma) break;
    chain = {chain.front(), chain.back()};
    return;
  }
  chain.resize(1);
}

// The same to the left.
void Matcher::extend_left(std::vector<Group>& chain, const Candidate& last, ClassId wanted) const {
  bool comma_first = false;
  while (chain.size() < kMaxCoordinated) {
    const Joint joint = joint_to(chain.back().span.begin);
    const bool first = chain.size() == 1;
    if (joint.size == 0 || joint.conjunction != first) break;
    if (first) comma_first = joint.comma;
    const std::uint32_t end = chain.back().span.begin - joint.size;
    const auto before = std::ranges::find_if(candidates_, [&](const Candidate& c) {
      Filler filler;
      // "sanctions on A and B sanctions on C": B describes the sanctions, A does not.
      const bool one_phrase = phrase_of_[c.span.begin - sentence_.begin] ==
                              phrase_of_[last.span.begin - sentence_.begin];
      if (modifies_what_follows(last) && !one_phrase && follows_preposition(c.span.begin))
        return false;
      return c.span.end == end && fills(c, wanted, filler);
    });
    if (before == candidates_.end()) break;
    Group longer = chain.back();
    longer.span.begin = before->span.begin;
    longer.fillers.emplace(longer.fillers.begin());
    fills(*before, wanted, longer.fillers.front());
    chain.push_back(std::move(longer));
  }
  if (chain.size() == 2 && comma_first) chain.resize(1);
  if (chain.size() > 2) chain = {chain.front(), chain.back()};
}

std::vector<Matcher::Group> Matcher::groups_from(std::uint32_t begin, ClassId wanted,
                                                 bool coordinated) const {
  std::vector<Group> groups;
  for (const Candidate& candidate : candidates_) {
    // A pattern may have read a phrase's first words itself: "emerging {object}".
    const bool inside = candidate.phrase && candidate.mention == kNone &&
                        candidate.span.begin < begin && begin <= candidate.head;
    if (candidate.span.begin != begin && candidate.core != begin && !inside) continue;
    Filler filler;
    if (!fills(candidate, wanted, filler)) continue;
    if (inside) filler.span.begin = begin;
    std::vector<Group> chain = {{{begin, candidate.span.end}, {filler}}};
    if (coordinated) extend_right(chain, wanted);
    groups.insert(groups.end(), std::make_move_iterator(chain.rbegin()),
                  std::make_move_iterator(chain.rend()));
  }
  return groups;
}

std::vector<Matcher::Group> Matcher::groups_to(std::uint32_t end, ClassId wanted,
                                               bool coordinated) const {
  std::vector<Group> groups;
  for (const Candidate& candidate : candidates_) {
    if (candidate.span.end != end) continue;
    Filler filler;
    if (!fills(candidate, wanted, filler)) continue;
    std::vector<Group> chain = {{candidate.span, {filler}}};
    if (coordinated) extend_left(chain, candidate, wanted);
    groups.insert(groups.end(), std::make_move_iterator(chain.rbegin()),
                  std::make_move_iterator(chain.rend()));
  }
  return groups;
}

// ---- conditions
// ------------------------------------------------------------------------------------------------------

bool Matcher::token_fits(const Atom& atom, std::uint32_t token) const {
  switch (atom.kind) {
    case PatternKind::Word: {
      const english::WordSymbols& word = a_->symbols[token];
      return (word.form != Symbol::None && std::ranges::binary_search(atom.words, word.form)) ||
             (word.lemma != Symbol::None && std::ranges::binary_search(atom.words, word.lemma));
    }
    case PatternKind::Quoted:
      return a_->text(token) == atom.exact;
    case PatternKind::Possessive:
      return a_->tag(token) == Tag::POS;
    case PatternKind::Hyphen:
      return is_hyphen(a_->text(token));
    default:
      return false;
  }
}

// Whether a token may be stepped over on the way to `target`, which stands further right.
bool Matcher::can_step(std::uint32_t token, std::uint32_t target) const {
  const Tag tag = a_->tag(token);
  if (tag == Tag::OpenQuote || tag == Tag::CloseQuote) return true;
  if (english::is_adverb(tag)) return !is_negation(a_->words[token].lemma);
  const std::uint32_t phrase = phrase_of_[token - sentence_.begin];
  if (phrase == kNone || phrase != phrase_of_[target - sentence_.begin]) return false;
  // The phrase's describing words, but not a name: in "Russian and U.S. sanctions" Russia does not
  // go unsaid.
  const std::uint32_t mention = mention_of_[token - sentence_.begin];
  if (mention == kNone) return true;
  const auto readings = pack_->gazetteer().readings(a_->mentions[mention]);
  return std::ranges::all_of(readings, [&](const english::Reading& r) {
    return pack_->lexicon().is_a(r.entity, pack_->ontology().concept_, pack_->ontology());
  });
}

bool Matcher::match_right(const AtomRow& row, std::uint32_t atom, std::uint32_t at,
                          Match& match) const {
  if (atom == row.atoms.size()) {
    match.span.end = at;
    return match_left(row, row.anchor, match.span.begin, match);
  }
  const Atom& wanted = row.atoms[atom];
  for (std::uint32_t gap = 0; gap <= kMaxGap && at + gap < sentence_.end; ++gap) {
    const std::uint32_t from = at + gap;
    bool reachable = true;
    for (std::uint32_t t = at; t < from && reachable; ++t) reachable = can_step(t, from);
    if (reachable) {
      if (wanted.kind != PatternKind::Slot) {
        match.matched[atom] = from;
        if (token_fits(wanted, from) && match_right(row, atom + 1, from + 1, match)) return true;
      } else {
        const bool possessive_next =
            atom + 1 < row.atoms.size() && row.atoms[atom + 1].kind == PatternKind::Possessive;
        for (Group& group : groups_from(from, wanted.slot_class, !beside_slot(row, atom))) {
          // An owner is not meant itself: "the fall of Russia's exports" is no fall of Russia.
          const std::uint32_t end = group.span.end;
          if (!possessive_next && end < sentence_.end && a_->tag(end) == Tag::POS) continue;
          const std::size_t before = match.fills.size();
          match.matched[atom] = end - 1;
          for (Filler& f : group.fillers) match.fills.push_back({wanted.slot, std::move(f)});
          if (match_right(row, atom + 1, group.span.end, match)) return true;
          match.fills.resize(before);
        }
      }
    }
    // A possessive or hyphen stands close to what it joins.
    if (wanted.kind == PatternKind::Possessive || wanted.kind == PatternKind::Hyphen) break;
  }
  return false;
}

bool Matcher::match_left(const AtomRow& row, std::uint32_t atoms_left, std::uint32_t at,
                         Match& match) const {
  if (atoms_left == 0) {
    match.span.begin = at;
    return true;
  }
  const Atom& wanted = row.atoms[atoms_left - 1];
  for (std::uint32_t gap = 0; gap <= kMaxGap && at >= sentence_.begin + gap + 1; ++gap) {
    const std::uint32_t end = at - gap;
    bool reachable = true;
    for (std::uint32_t t = end; t < at && reachable; ++t) reachable = can_step(t, at);
    if (!reachable) break;
    if (wanted.kind != PatternKind::Slot) {
      match.matched[atoms_left - 1] = end - 1;
      if (token_fits(wanted, end - 1) && match_left(row, atoms_left - 1, end - 1, match))
        return true;
    } else {
      match.matched[atoms_left - 1] = end - 1;
      for (Group& group : groups_to(end, wanted.slot_class, !beside_slot(row, atoms_left - 1))) {
        const std::vector<Match::Fill> before = match.fills;
        std::vector<Match::Fill> longer;
        for (Filler& f : group.fillers) longer.push_back({wanted.slot, std::move(f)});
        longer.insert(longer.end(), before.begin(), before.end());
        match.fills = std::move(longer);
        if (match_left(row, atoms_left - 1, group.span.begin, match)) return true;
        match.fills = before;
      }
    }
    if (row.atoms[atoms_left].kind == PatternKind::Possessive ||
        row.atoms[atoms_left].kind == PatternKind::Hyphen) {
      break;
    }
  }
  return false;
}

}  // namespace testudo::extract
