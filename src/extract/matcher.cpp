#include "extract/matcher.h"

#include <algorithm>
#include <iterator>

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

void Matcher::turn_to(std::uint32_t sentence, std::span<const Finding> findings,
                      std::uint32_t first) {
  sentence_ = a_->sentences[sentence].tokens;
  findings_ = findings;
  first_finding_ = first;
  // What the last call collected of the same sentence is still right.
  if (index_ == sentence) return;
  collected_ = false;
  index_ = sentence;
}

void SentenceWords::turn_to(const pack::RuleIndex& index, const english::Analysis& analysis,
                            TokenSpan tokens) {
  met.clear();
  for (std::vector<std::uint32_t>& list : anchors) list.clear();
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    const english::WordSymbols& word = analysis.symbols[token];
    const std::uint8_t of_form = index.uses(word.form);
    const std::uint8_t of_lemma = word.lemma == word.form ? 0 : index.uses(word.lemma);
    const unsigned uses = of_form | of_lemma;
    if (uses == 0) continue;
    if ((of_form & pack::RuleIndex::kMeets) != 0) index.meet(word.form, met);
    if ((of_lemma & pack::RuleIndex::kMeets) != 0) index.meet(word.lemma, met);
    if ((uses & pack::RuleIndex::kAnchors) != 0) anchors[0].push_back(token);
    if ((uses & pack::RuleIndex::kSituationAnchors) != 0) anchors[1].push_back(token);
  }
}

void Matcher::match(std::uint32_t sentence, const SentenceWords& words,
                    std::span<const Finding> findings, std::uint32_t first, bool situations,
                    const std::function<void(const Match&)>& each) {
  turn_to(sentence, findings, first);
  met_ = &words.met;
  const english::SentenceLayers& layers = a_->sentences[sentence];
  const std::vector<std::uint32_t>& anchors = words.anchors[situations ? 1 : 0];
  auto anchor = anchors.begin();
  for (std::uint32_t m = layers.first_mention; m < layers.last_mention; ++m) {
    for (; anchor != anchors.end() && *anchor < a_->mentions[m].span.end; ++anchor)
      run_words(*anchor, situations, each);
    run_classes(m, situations, each);
  }
  for (; anchor != anchors.end(); ++anchor) run_words(*anchor, situations, each);
}

void Matcher::run_words(std::uint32_t token, bool situations,
                        const std::function<void(const Match&)>& each) {
  const english::WordSymbols& word = a_->symbols[token];
  const auto run = [&](Symbol symbol, bool again) {
    if (symbol == Symbol::None) return;
    for (const pack::IndexedRow& indexed : pack_->index().by_word(symbol, situations)) {
      if (!pack_->index().may_match(indexed, *met_)) continue;
      const pack::RowRef ref = indexed.ref;
      const AtomRow& row = pack_->rules()[ref.rule].rows[ref.row];
      const Atom& anchor = row.atoms[row.anchor];
      // A row whose anchor holds both the form and the lemma is found by both.
      if (again && std::ranges::binary_search(anchor.words, word.form)) continue;
      if (!token_fits(anchor, token)) continue;
      run_row(ref, {token, token + 1}, nullptr, each);
    }
  };
  run(word.form, false);
  if (word.lemma != word.form) run(word.lemma, word.form != Symbol::None);
}

void Matcher::run_classes(std::uint32_t mention, bool situations,
                          const std::function<void(const Match&)>& each) {
  const english::Mention& m = a_->mentions[mention];
  Filler filler;
  filler.kind = FillerKind::Entity;
  filler.span = m.span;
  filler.head = m.span.end - 1;
  for (const english::Reading& reading : pack_->gazetteer().readings(m)) {
    filler.index = reading.entity;
    for (const ClassId c : pack_->lexicon()[reading.entity].classes) {
      for (const pack::IndexedRow& row : pack_->index().by_class(c, situations)) {
        if (pack_->index().may_match(row, *met_)) run_row(row.ref, m.span, &filler, each);
      }
    }
  }
}

void Matcher::run_row(pack::RowRef ref, TokenSpan anchor, const Filler* anchor_fill,
                      const std::function<void(const Match&)>& each) {
  if (!collected_) collect();
  const AtomRow& row = pack_->rules()[ref.rule].rows[ref.row];
  match_.row = ref;
  match_.span = anchor;
  match_.matched.assign(row.atoms.size(), anchor.end - 1);
  match_.fills.clear();
  left_fills_.clear();
  if (anchor_fill != nullptr) match_.fills.push_back({row.atoms[row.anchor].slot, *anchor_fill});
  if (!match_right(row, row.anchor + 1, anchor.end)) return;
  match_.fills.insert(match_.fills.begin(), std::make_move_iterator(left_fills_.rbegin()),
                      std::make_move_iterator(left_fills_.rend()));
  match_.trigger = trigger_of(row);
  match_.conditions = static_cast<std::uint32_t>(row.atoms.size());
  match_.narrowness = 0;
  match_.literals.clear();
  for (std::uint32_t i = 0; i < row.atoms.size(); ++i) {
    if (row.atoms[i].kind == PatternKind::Word || row.atoms[i].kind == PatternKind::Quoted)
      match_.literals.push_back(match_.matched[i]);
    if (row.atoms[i].kind == PatternKind::Slot && row.atoms[i].slot_class != ClassId::None) {
      match_.narrowness +=
          static_cast<std::uint32_t>(pack_->ontology().depth(row.atoms[i].slot_class));
    }
  }
  each(match_);
}

std::uint32_t Matcher::trigger_of(const AtomRow& row) const {
  const std::uint32_t key = match_.matched[row.key];
  const std::uint32_t phrase = phrase_of_[key - sentence_.begin];
  if (phrase == kNone) return key;
  const std::uint32_t head = a_->phrases[phrase].head;
  for (std::uint32_t i = 0; i < row.atoms.size(); ++i) {
    if (match_.matched[i] == head && (row.atoms[i].kind != PatternKind::Slot || i == row.key))
      return head;
  }
  return key;
}

// ---- near misses
// ------------------------------------------------------------------------------------------------------

bool Matcher::try_row(std::uint32_t sentence, std::span<const Finding> findings,
                      std::uint32_t first, pack::RowRef ref, Match& match, PhraseMiss& miss) {
  turn_to(sentence, findings, first);
  miss = {};
  miss.row = ref;
  miss_ = &miss;
  bool matched = false;
  const auto keep = [&](const Match& m) {
    if (!matched) match = m;
    matched = true;
  };
  const AtomRow& row = pack_->rules()[ref.rule].rows[ref.row];
  const Atom& anchor = row.atoms[row.anchor];
  miss.atom = row.anchor;
  for (std::uint32_t token = sentence_.begin; token < sentence_.end; ++token) {
    if (token_fits(anchor, token)) run_row(ref, {token, token + 1}, nullptr, keep);
  }
  const english::SentenceLayers& layers = a_->sentences[sentence];
  for (std::uint32_t m = layers.first_mention; m < layers.last_mention; ++m) {
    std::vector<Filler> fill;
    if (anchor.kind != PatternKind::Slot) break;
    if (!fillers_->of_mention(m, a_->mentions[m].span, anchor.slot_class, fill)) continue;
    run_row(ref, a_->mentions[m].span, &fill.front(), keep);
  }
  miss_ = nullptr;
  return matched;
}

// The attempt at hand has met some conditions and looks for the next one at a token.
void Matcher::note(const AtomRow& row, std::uint32_t met, bool to_the_right, std::uint32_t at) {
  if (miss_->anchored && met <= miss_->met) return;
  miss_->anchored = true;
  miss_->anchor = match_.matched[row.anchor];
  miss_->met = met;
  miss_->atom =
      to_the_right ? row.anchor + met : static_cast<std::uint32_t>(row.atoms.size()) - met - 1;
  miss_->to_the_right = to_the_right;
  miss_->at = at;
  miss_->words = words_at(row.atoms[miss_->atom], to_the_right, at);
}

// The word that stands beside a token's edge; for a slot the noun phrase, as far as it lies there.
TokenSpan Matcher::words_at(const Atom& atom, bool to_the_right, std::uint32_t at) const {
  if (to_the_right ? at >= sentence_.end : at <= sentence_.begin) return {at, at};
  const std::uint32_t token = to_the_right ? at : at - 1;
  const std::uint32_t phrase = phrase_of_[token - sentence_.begin];
  if (atom.kind != PatternKind::Slot || phrase == kNone) return {token, token + 1};
  const TokenSpan span = a_->phrases[phrase].span;
  return to_the_right ? TokenSpan{at, span.end} : TokenSpan{span.begin, at};
}

// ---- what can fill a slot
// --------------------------------------------------------------------------------------------

void Matcher::collect() {
  collected_ = true;
  phrase_of_.assign(sentence_.size(), kNone);
  mention_of_.assign(sentence_.size(), kNone);
  collect_candidates(a_->sentences[index_]);
  index_candidates();
}

void Matcher::collect_candidates(const english::SentenceLayers& layers) {
  candidates_.clear();
  for (std::uint32_t m = layers.first_mention; m < layers.last_mention; ++m) {
    const TokenSpan span = a_->mentions[m].span;
    for (std::uint32_t t = span.begin; t < span.end; ++t) mention_of_[t - sentence_.begin] = m;
    candidates_.push_back({span, span.begin, span.end - 1, m, false, kNone, 0});
  }
  for (std::uint32_t p = layers.first_phrase; p < layers.last_phrase; ++p) {
    const english::NounPhrase& phrase = a_->phrases[p];
    for (std::uint32_t t = phrase.span.begin; t < phrase.span.end; ++t)
      phrase_of_[t - sentence_.begin] = p;
    if (phrase.pronoun) {
      candidates_.push_back({phrase.span, phrase.head, phrase.head, kNone, true, p, 0});
      continue;
    }
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
    candidates_.push_back({phrase.span, core, phrase.head, mention, true, p, 0});
    // With its possessor: "Russia's ill-timed price war".
    TokenSpan whole = phrase.span;
    for (std::uint32_t owner = phrase.possessor; owner != kNone;
         owner = a_->phrases[owner].possessor) {
      whole.begin = a_->phrases[owner].span.begin;
    }
    if (whole != phrase.span)
      candidates_.push_back({whole, whole.begin, phrase.head, mention, true, kNone, 0});
  }
  // Not a stable sort, as that takes memory.
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) candidates_[i].order = i;
  std::ranges::sort(candidates_, [](const Candidate& x, const Candidate& y) {
    return x.span.size() != y.span.size() ? x.span.size() > y.span.size() : x.order < y.order;
  });
}

// Whether a pattern may have read the candidate's first words itself: "emerging {object}".
bool Matcher::can_begin_inside(const Candidate& candidate, std::uint32_t token) {
  return candidate.phrase && candidate.mention == kNone && candidate.span.begin < token &&
         token <= candidate.head;
}

void Matcher::index_candidates() {
  const auto each_pair = [&](const auto& from, const auto& to) {
    for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
      const Candidate& candidate = candidates_[c];
      for (std::uint32_t t = candidate.span.begin; t <= candidate.head; ++t) {
        if (t == candidate.span.begin || t == candidate.core || can_begin_inside(candidate, t)) {
          from(t - sentence_.begin, c);
        }
      }
      to(candidate.span.end - 1 - sentence_.begin, c);
    }
  };
  // Counted, laid out, filled: what is counted for list i goes into starts[i + 2] first, so that in
  // the end starts[i + 1] has moved from the list's begin to its end.
  from_.starts.assign(sentence_.size() + 2, 0);
  to_.starts.assign(sentence_.size() + 2, 0);
  each_pair([&](std::uint32_t t, std::uint32_t) { ++from_.starts[t + 2]; },
            [&](std::uint32_t t, std::uint32_t) { ++to_.starts[t + 2]; });
  for (Lists* lists : {&from_, &to_}) {
    for (std::size_t i = 1; i < lists->starts.size(); ++i) lists->starts[i] += lists->starts[i - 1];
    lists->items.resize(lists->starts.back());
  }
  each_pair([&](std::uint32_t t, std::uint32_t c) { from_.items[from_.starts[t + 1]++] = c; },
            [&](std::uint32_t t, std::uint32_t c) { to_.items[to_.starts[t + 1]++] = c; });
}

Matcher::Step Matcher::step_of(std::uint32_t token) const {
  const Tag tag = a_->tag(token);
  if (tag == Tag::OpenQuote || tag == Tag::CloseQuote) return Step::Always;
  if (english::is_adverb(tag)) {
    return is_negation(a_->words[token].lemma) ? Step::Never : Step::Always;
  }
  if (phrase_of_[token - sentence_.begin] == kNone) return Step::Never;
  // The phrase's describing words, but not a name: in "Russian and U.S. sanctions" Russia does not
  // go unsaid.
  const std::uint32_t mention = mention_of_[token - sentence_.begin];
  if (mention == kNone) return Step::WithinPhrase;
  const auto readings = pack_->gazetteer().readings(a_->mentions[mention]);
  const bool concepts = std::ranges::all_of(readings, [&](const english::Reading& r) {
    return pack_->lexicon().is_a(r.entity, pack_->ontology().concept_, pack_->ontology());
  });
  return concepts ? Step::WithinPhrase : Step::Never;
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

bool Matcher::fills(const Candidate& candidate, ClassId wanted, Members& members) const {
  const pack::Ontology& ontology = pack_->ontology();
  Filler& filler = members.first;
  filler = {};
  filler.span = candidate.span;
  filler.head = candidate.head;
  members.more = {};
  if (fillers_->wants_situation(wanted))
    return candidate.phrase && finding_fills(candidate.head, wanted, filler);
  if (candidate.mention != kNone) {
    const english::Reading* reading = fillers_->reading_of(candidate.mention, wanted);
    if (reading == nullptr) return false;
    filler.kind = FillerKind::Entity;
    filler.index = reading->entity;
    return true;
  }
  // What the phrase refers to, or a name or actor that no lexicon knows.
  if (candidate.index != kNone) {
    const std::span<const Filler> found = fillers_->of_phrase(candidate.index, wanted);
    if (!found.empty() && found.front().kind != FillerKind::Concept) {
      filler = found.front();
      members.more = found.subspan(1);
      return true;
    }
    if (a_->phrases[candidate.index].pronoun) return false;
  }
  if (wanted != ClassId::None && !ontology.is_a(ontology.concept_, wanted)) return false;
  filler.kind = FillerKind::Concept;
  filler.span.begin = candidate.core;
  return true;
}

void Matcher::Members::add_to(std::vector<Filler>& fillers) const {
  fillers.push_back(first);
  fillers.insert(fillers.end(), more.begin(), more.end());
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
    if (at >= sentence_.end) break;
    Members members;
    const auto beginning = from_.of(at - sentence_.begin);
    const auto found = std::ranges::find_if(beginning, [&](std::uint32_t i) {
      const Candidate& c = candidates_[i];
      return c.span.begin == at && !modifies_what_follows(c) && fills(c, wanted, members);
    });
    if (found == beginning.end()) break;
    Group longer = chain.back();
    longer.span.end = candidates_[*found].span.end;
    members.add_to(longer.fillers);
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
    if (end <= sentence_.begin) break;
    Members members;
    const auto ending = to_.of(end - 1 - sentence_.begin);
    const auto found = std::ranges::find_if(ending, [&](std::uint32_t i) {
      const Candidate& c = candidates_[i];
      // "sanctions on A and B sanctions on C": B describes the sanctions, A does not.
      const bool one_phrase = phrase_of_[c.span.begin - sentence_.begin] ==
                              phrase_of_[last.span.begin - sentence_.begin];
      if (modifies_what_follows(last) && !one_phrase && follows_preposition(c.span.begin))
        return false;
      return fills(c, wanted, members);
    });
    if (found == ending.end()) break;
    Group longer = {{candidates_[*found].span.begin, chain.back().span.end}, {}};
    members.add_to(longer.fillers);
    longer.fillers.insert(longer.fillers.end(), chain.back().fillers.begin(),
                          chain.back().fillers.end());
    chain.push_back(std::move(longer));
  }
  if (chain.size() == 2 && comma_first) chain.resize(1);
  if (chain.size() > 2) chain = {chain.front(), chain.back()};
}

// The longest first.
template <class Attempt>
bool Matcher::try_chain(const std::vector<Group>& chain, const Attempt& attempt) const {
  return std::any_of(chain.rbegin(), chain.rend(), [&](const Group& group) {
    return attempt(group.span, std::span(group.fillers));
  });
}

template <class Attempt>
bool Matcher::try_from(std::uint32_t begin, ClassId wanted, bool coordinated,
                       const Attempt& attempt) const {
  for (const std::uint32_t i : from_.of(begin - sentence_.begin)) {
    const Candidate& candidate = candidates_[i];
    Members members;
    if (!fills(candidate, wanted, members)) continue;
    if (can_begin_inside(candidate, begin)) members.first.span.begin = begin;
    const TokenSpan span = {begin, candidate.span.end};
    const bool joined = coordinated && joint_from(span.end).size != 0;
    if (!joined && members.more.empty()) {
      if (attempt(span, std::span<const Filler>(&members.first, 1))) return true;
      continue;
    }
    std::vector<Group> chain = {{span, {}}};
    members.add_to(chain.front().fillers);
    if (joined) extend_right(chain, wanted);
    if (try_chain(chain, attempt)) return true;
  }
  return false;
}

template <class Attempt>
bool Matcher::try_to(std::uint32_t end, ClassId wanted, bool coordinated,
                     const Attempt& attempt) const {
  for (const std::uint32_t i : to_.of(end - 1 - sentence_.begin)) {
    const Candidate& candidate = candidates_[i];
    Members members;
    if (!fills(candidate, wanted, members)) continue;
    const bool joined = coordinated && joint_to(candidate.span.begin).size != 0;
    if (!joined && members.more.empty()) {
      if (attempt(candidate.span, std::span<const Filler>(&members.first, 1))) return true;
      continue;
    }
    std::vector<Group> chain = {{candidate.span, {}}};
    members.add_to(chain.front().fillers);
    if (joined) extend_left(chain, candidate, wanted);
    if (try_chain(chain, attempt)) return true;
  }
  return false;
}

// ---- conditions
// ------------------------------------------------------------------------------------------------------

bool word_fits(const english::Analysis& analysis, const Atom& atom, std::uint32_t token) {
  if (atom.kind == PatternKind::Quoted) return analysis.text(token) == atom.exact;
  const english::WordSymbols& word = analysis.symbols[token];
  return (word.form != Symbol::None && std::ranges::binary_search(atom.words, word.form)) ||
         (word.lemma != Symbol::None && std::ranges::binary_search(atom.words, word.lemma));
}

bool Matcher::token_fits(const Atom& atom, std::uint32_t token) const {
  switch (atom.kind) {
    case PatternKind::Word:
    case PatternKind::Quoted:
      return word_fits(*a_, atom, token);
    case PatternKind::Possessive:
      return a_->tag(token) == Tag::POS;
    case PatternKind::Hyphen:
      return is_hyphen(a_->text(token));
    default:
      return false;
  }
}

bool Matcher::match_right(const AtomRow& row, std::uint32_t atom, std::uint32_t at) {
  if (atom == row.atoms.size()) {
    match_.span.end = at;
    return match_left(row, row.anchor, match_.span.begin);
  }
  if (miss_ != nullptr) note(row, atom - row.anchor, true, at);
  const PatternKind kind = row.atoms[atom].kind;
  // A possessive or hyphen stands close to what it joins.
  const std::uint32_t last_gap =
      kind == PatternKind::Possessive || kind == PatternKind::Hyphen ? 0 : kMaxGap;
  std::uint32_t phrase = kNone;  // of the words stepped over that describe what follows
  for (std::uint32_t from = at; from < sentence_.end && from - at <= last_gap; ++from) {
    const std::uint32_t mine = phrase_of_[from - sentence_.begin];
    if ((phrase == kNone || phrase == mine) && match_atom_right(row, atom, from)) return true;
    const Step step = step_of(from);
    if (step == Step::Never) break;
    if (step == Step::Always) continue;
    if (phrase != kNone && phrase != mine) break;
    phrase = mine;
  }
  return false;
}

bool Matcher::match_atom_right(const AtomRow& row, std::uint32_t atom, std::uint32_t from) {
  const Atom& wanted = row.atoms[atom];
  if (wanted.kind != PatternKind::Slot) {
    match_.matched[atom] = from;
    return token_fits(wanted, from) && match_right(row, atom + 1, from + 1);
  }
  const bool possessive_next =
      atom + 1 < row.atoms.size() && row.atoms[atom + 1].kind == PatternKind::Possessive;
  return try_from(
      from, wanted.slot_class, !beside_slot(row, atom),
      [&](TokenSpan span, std::span<const Filler> fillers) {
        // An owner is not meant itself: "the fall of Russia's exports" is no fall of
        // Russia.
        if (!possessive_next && span.end < sentence_.end && a_->tag(span.end) == Tag::POS) {
          return false;
        }
        const std::size_t before = match_.fills.size();
        match_.matched[atom] = span.end - 1;
        for (const Filler& f : fillers) match_.fills.push_back({wanted.slot, f});
        if (match_right(row, atom + 1, span.end)) return true;
        match_.fills.resize(before);
        return false;
      });
}

bool Matcher::match_left(const AtomRow& row, std::uint32_t atoms_left, std::uint32_t at) {
  if (atoms_left == 0) {
    match_.span.begin = at;
    return true;
  }
  if (miss_ != nullptr)
    note(row, static_cast<std::uint32_t>(row.atoms.size()) - atoms_left, false, at);
  const PatternKind right = row.atoms[atoms_left].kind;
  const std::uint32_t last_gap =
      right == PatternKind::Possessive || right == PatternKind::Hyphen ? 0 : kMaxGap;
  const std::uint32_t phrase = phrase_of_[at - sentence_.begin];
  for (std::uint32_t end = at; end > sentence_.begin && at - end <= last_gap; --end) {
    if (match_atom_left(row, atoms_left - 1, end)) return true;
    const Step step = step_of(end - 1);
    if (step == Step::Never) break;
    if (step == Step::WithinPhrase && phrase_of_[end - 1 - sentence_.begin] != phrase) break;
  }
  return false;
}

bool Matcher::match_atom_left(const AtomRow& row, std::uint32_t atom, std::uint32_t end) {
  const Atom& wanted = row.atoms[atom];
  match_.matched[atom] = end - 1;
  if (wanted.kind != PatternKind::Slot) {
    return token_fits(wanted, end - 1) && match_left(row, atom, end - 1);
  }
  return try_to(end, wanted.slot_class, !beside_slot(row, atom),
                [&](TokenSpan span, std::span<const Filler> fillers) {
                  const std::size_t before = left_fills_.size();
                  for (auto f = fillers.rbegin(); f != fillers.rend(); ++f)
                    left_fills_.push_back({wanted.slot, *f});
                  if (match_left(row, atom, span.begin)) return true;
                  left_fills_.resize(before);
                  return false;
                });
}

}  // namespace testudo::extract
