#include "extract/fillers.h"

#include <algorithm>

#include "english/reference.h"

namespace testudo::extract {

using english::kNone;
using english::NounPhrase;
using english::Tag;
using pack::ClassId;

namespace {

constexpr int kMaxDepth = 6;  // of references that lead to references

// The last element of an ascending layer that begins at or before a token; its end is not looked
// at.
template <class Layer, class Begin>
std::uint32_t last_before(const Layer& layer, std::uint32_t token, const Begin& begin) {
  const auto after = std::ranges::upper_bound(layer, token, {}, begin);
  return after == layer.begin() ? kNone : static_cast<std::uint32_t>(after - layer.begin() - 1);
}

bool is_determiner(Tag tag) { return tag == Tag::DT || tag == Tag::PDT || tag == Tag::PRPS; }

}  // namespace

void FillerFinder::turn_to(const english::Analysis& analysis) {
  a_ = &analysis;
  findings_ = {};
  last_at_.clear();
  triggers_.clear();
  previous_.clear();
  for (Asked& asked : asked_) asked.phrase = kNone;
}

void FillerFinder::know(std::span<const Finding> findings, std::uint32_t first) {
  last_at_.resize(a_->words.size(), kNone);
  // Those that have gone or moved since.
  for (auto i = static_cast<std::uint32_t>(previous_.size()); i-- > first;)
    last_at_[triggers_[i]] = previous_[i];
  previous_.resize(first);
  triggers_.resize(first);
  findings_ = findings;
  for (std::uint32_t i = first; i < findings.size(); ++i) {
    std::uint32_t& last = last_at_[findings[i].trigger];
    triggers_.push_back(findings[i].trigger);
    previous_.push_back(last);
    last = i;
  }
}

std::uint32_t FillerFinder::mention_at(std::uint32_t token) const {
  const std::uint32_t i =
      last_before(a_->mentions, token, [](const english::Mention& m) { return m.span.begin; });
  return i != kNone && a_->mentions[i].span.contains(token) ? i : kNone;
}

bool FillerFinder::is_time(TokenSpan span) const {
  const std::uint32_t i = last_before(
      a_->times, span.end - 1, [](const english::TimeExpression& t) { return t.span.begin; });
  return i != kNone && a_->times[i].span.overlaps(span) && !a_->times[i].modifier;
}

TokenSpan FillerFinder::label_span(std::uint32_t phrase) const {
  const NounPhrase& p = a_->phrases[phrase];
  TokenSpan span = p.span;
  while (span.begin < p.head && is_determiner(a_->tag(span.begin))) ++span.begin;
  // "the delivery of medical supplies": the of-phrases are a part of the name.
  std::uint32_t host = phrase;
  for (const english::Attachment& attachment : attachments_near(span.begin)) {
    if (attachment.host != host || attachment.preposition != span.end) continue;
    if (a_->symbols[attachment.preposition].form != pack_->words().of) continue;
    span.end = a_->phrases[attachment.phrase].span.end;
    host = attachment.phrase;
  }
  return span;
}

bool FillerFinder::of_finding(std::uint32_t head, ClassId wanted, TokenSpan span,
                              std::vector<Filler>& found) const {
  if (head >= last_at_.size()) return false;
  for (std::uint32_t i = last_at_[head]; i != kNone; i = previous_[i]) {
    if (findings_[i].situation != 0 || !fits(findings_[i].situation_class, wanted)) continue;
    Filler filler;
    filler.kind = FillerKind::Finding;
    filler.index = i;
    filler.span = span;
    filler.head = head;
    found.push_back(filler);
    return true;
  }
  return false;
}

// The first reading of the class; without a class, a seat of government stands for its government.
const english::Reading* FillerFinder::reading_of(std::uint32_t mention, ClassId wanted) const {
  const english::Reading* chosen = nullptr;
  for (const english::Reading& reading : pack_->gazetteer().readings(a_->mentions[mention])) {
    if (wanted != ClassId::None && !pack_->lexicon().is_a(reading.entity, wanted, *ontology_))
      continue;
    if (chosen == nullptr ||
        (wanted == ClassId::None && reading.kind == english::NameKind::Metonym)) {
      chosen = &reading;
    }
    if (wanted != ClassId::None) break;
  }
  return chosen;
}

bool FillerFinder::of_mention(std::uint32_t mention, TokenSpan span, ClassId wanted,
                              std::vector<Filler>& found) const {
  const english::Reading* reading = reading_of(mention, wanted);
  if (reading == nullptr) return false;
  Filler filler;
  filler.kind = FillerKind::Entity;
  filler.index = reading->entity;
  filler.span = span;
  filler.head = span.end - 1;
  found.push_back(filler);
  return true;
}

bool FillerFinder::is_concept_mention(std::uint32_t mention) const {
  return std::ranges::all_of(
      pack_->gazetteer().readings(a_->mentions[mention]), [&](const english::Reading& r) {
        return pack_->lexicon().is_a(r.entity, ontology_->concept_, *ontology_);
      });
}

// The country that a mention names, by demonym or otherwise, else what its entity belongs to:
// "Tibetan", "NATO".
pack::EntityId FillerFinder::home_of(std::uint32_t mention) const {
  if (mention == kNone) return kNone;
  pack::EntityId first = kNone;
  for (const english::Reading& reading : pack_->gazetteer().readings(a_->mentions[mention])) {
    const pack::EntityId home = pack_->lexicon().home(reading.entity);
    if (pack_->lexicon().is_country(reading.entity, *ontology_)) return home;
    if (first == kNone) first = home;
  }
  return first;
}

// "NATO helicopters", "South Korean army officers": where the last name in some words is at home.
pack::EntityId FillerFinder::home_within(TokenSpan words) const {
  for (std::uint32_t token = words.end; token-- > words.begin;) {
    const pack::EntityId home = home_of(mention_at(token));
    if (home != kNone) return home;
  }
  return kNone;
}

bool FillerFinder::of_reference(const english::Reference& reference, ClassId wanted, int depth,
                                std::vector<Filler>& found) const {
  const std::size_t before = found.size();
  phrase_at_depth(reference.antecedent, wanted, depth + 1, found);
  if (reference.second != kNone) phrase_at_depth(reference.second, wanted, depth + 1, found);
  if (reference.whole_coordination) {
    for (std::uint32_t next = a_->phrases[reference.antecedent].next; next != kNone;
         next = a_->phrases[next].next) {
      phrase_at_depth(next, wanted, depth + 1, found);
    }
  }
  return found.size() > before;
}

bool FillerFinder::of_name(std::uint32_t head, ClassId wanted, std::vector<Filler>& found) const {
  const std::uint32_t i =
      last_before(a_->names, head, [](const english::NameMention& n) { return n.span.begin; });
  if (i == kNone || !a_->names[i].span.contains(head)) return false;
  const english::NameMention& name = a_->names[i];
  ClassId c = ontology_->name_class(name.kind);
  // What is not known to be of some kind can be an actor, if one is wanted.
  if (name.kind == english::EntityKind::Unknown && wanted != ClassId::None &&
      ontology_->actor != ClassId::None && ontology_->is_a(ontology_->actor, wanted)) {
    c = ontology_->actor;
  }
  if (c == ClassId::None || !fits(c, wanted)) return false;
  Filler filler;
  filler.kind = FillerKind::Named;
  filler.span = name.span;
  filler.head = name.span.end - 1;
  filler.entity_class = c;
  filler.belongs_to = home_of(name.country);
  if (filler.belongs_to == kNone) {  // "U.N. envoy Folke Lindqvist"
    filler.belongs_to = home_within({name.whole.begin, name.span.begin});
    filler.by_context = filler.belongs_to != kNone;
  }
  found.push_back(filler);
  return true;
}

bool FillerFinder::of_actor(const NounPhrase& phrase, ClassId wanted,
                            std::vector<Filler>& found) const {
  const auto actor =
      std::ranges::lower_bound(a_->actors, phrase.head, {}, &english::GroupMention::head);
  if (actor == a_->actors.end() || actor->head != phrase.head) return false;
  ClassId c = ontology_->actor_class(actor->kind);
  if (c == ClassId::None) c = ontology_->actor;
  if (c == ClassId::None || !fits(c, wanted)) return false;
  Filler filler;
  filler.kind = FillerKind::Named;
  filler.span = actor->span;
  while (filler.span.begin < actor->head && is_determiner(a_->tag(filler.span.begin)))
    ++filler.span.begin;
  filler.head = phrase.head;
  filler.entity_class = c;
  const std::uint32_t countries = actor->last_country - actor->first_country;
  if (countries < 2) {
    if (countries == 1) {
      filler.belongs_to = home_of(a_->actor_countries[actor->first_country]);
    } else {
      filler.belongs_to = home_within({phrase.span.begin, phrase.head});
    }
    if (filler.belongs_to == kNone) {
      filler.belongs_to = home_behind(phrase.head);
      if (filler.belongs_to == kNone && actor->kind != english::ActorKind::Military)
        filler.belongs_to = home_right_behind(phrase);
      filler.by_context = filler.belongs_to != kNone;
    }
    found.push_back(filler);
    return true;
  }
  // "Hungarian and Romanian officials": each country's own.
  for (std::uint32_t i = actor->first_country; i < actor->last_country; ++i) {
    const std::uint32_t mention = a_->actor_countries[i];
    filler.belongs_to = home_of(mention);
    filler.qualifier = a_->mentions[mention].span;
    found.push_back(filler);
  }
  return true;
}

// "a peace treaty": of the class that the noun is a label of.
bool FillerFinder::of_class_noun(std::uint32_t phrase, ClassId wanted,
                                 std::vector<Filler>& found) const {
  const NounPhrase& p = a_->phrases[phrase];
  const Symbol modifier = p.head > p.span.begin ? a_->symbols[p.head - 1].lemma : Symbol::None;
  const ClassId c = pack_->class_nouns().find(a_->symbols[p.head].lemma, modifier);
  if (c == ClassId::None || !fits(c, wanted)) return false;
  Filler filler;
  filler.kind = FillerKind::Named;
  filler.span = label_span(phrase);
  filler.head = p.head;
  filler.entity_class = c;
  filler.by_class_noun = true;
  found.push_back(filler);
  return true;
}

bool FillerFinder::of_concept(std::uint32_t phrase, ClassId wanted,
                              std::vector<Filler>& found) const {
  if (wanted != ClassId::None &&
      (ontology_->concept_ == ClassId::None || !ontology_->is_a(ontology_->concept_, wanted))) {
    return false;
  }
  const NounPhrase& p = a_->phrases[phrase];
  if (p.pronoun || !english::is_noun(a_->tag(p.head)) || is_time(p.span)) return false;
  if (wanted != ClassId::None && ontology_->is_a(wanted, ontology_->concept_) && is_person(p.head))
    return false;
  Filler filler;
  filler.span = label_span(phrase);
  filler.head = p.head;
  found.push_back(filler);
  return true;
}

bool FillerFinder::phrase_at_depth(std::uint32_t phrase, ClassId wanted, int depth,
                                   std::vector<Filler>& found) const {
  const NounPhrase& p = a_->phrases[phrase];
  const english::Reference* reference =
      depth < kMaxDepth ? english::reference_of(*a_, phrase) : nullptr;
  if (wants_situation(wanted)) {
    return of_finding(p.head, wanted, p.span, found) ||
           (reference != nullptr && of_reference(*reference, wanted, depth, found));
  }
  if (p.pronoun) return reference != nullptr && of_reference(*reference, wanted, depth, found);
  if (depth < kMaxDepth && of_partitive(phrase, wanted, depth, found)) return true;
  // A name of the lexicon that the phrase is, or begins ("the Treaty of Lausanne"), not one inside
  // it; a phrase inside a name ("Lausanne") is nothing by itself.
  std::uint32_t mention = mention_at(p.head);
  TokenSpan named = p.span;
  if (mention != kNone) {
    const TokenSpan name = a_->mentions[mention].span;
    if (name.begin < p.span.begin && a_->tag(p.span.begin - 1) == Tag::IN) return false;
    if (name.end < p.span.end) mention = kNone;
    named.end = std::max(named.end, name.end);
  }
  if (mention != kNone && !is_concept_mention(mention))
    return of_mention(mention, named, wanted, found) || of_actor(p, wanted, found);
  if (reference != nullptr) {
    const std::size_t before = found.size();
    const auto is_bare = [](const Filler& f) { return f.kind == FillerKind::Concept; };
    if (of_reference(*reference, wanted, depth, found)) {
      // "the plan" of a plan: the words at hand are as good.
      if (!std::all_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(), is_bare))
        return true;
      found.resize(before);
    }
  }
  if (of_name(p.head, wanted, found) || of_actor(p, wanted, found)) return true;
  if (mention != kNone && of_mention(mention, named, wanted, found)) return true;
  if (of_class_noun(phrase, wanted, found)) return true;
  return of_concept(phrase, wanted, found);
}

// "Thousands of Malians", "a group of officers": those that a noun of quantity counts. Of what is
// no actor and has no name, the number is as good: "the number of battleships".
bool FillerFinder::of_partitive(std::uint32_t phrase, ClassId wanted, int depth,
                                std::vector<Filler>& found) const {
  const NounPhrase& p = a_->phrases[phrase];
  const pack::ExtractionWords& words = pack_->words();
  if (!words.partitive_nouns.contains(a_->symbols[p.head].lemma, words.of)) return false;
  for (const english::Attachment& attachment : attachments_near(p.head)) {
    if (attachment.host == phrase &&
        a_->symbols[attachment.preposition].form == pack_->words().of) {
      const std::size_t before = found.size();
      phrase_at_depth(attachment.phrase, wanted, depth + 1, found);
      if (found.size() > before && found.back().kind != FillerKind::Concept) return true;
      found.resize(before);
      return false;
    }
  }
  return false;
}

// Whether a noun is first of all a word for persons.
bool FillerFinder::is_person(std::uint32_t head) const {
  return english::WordTable::builtin().first_noun_kind(a_->words[head].lemma_id) ==
         english::NounKind::Person;
}

std::span<const english::Attachment> FillerFinder::attachments_near(std::uint32_t token) const {
  const auto sentence = std::ranges::upper_bound(a_->sentences, token, {},
                                                 [](const auto& s) { return s.tokens.begin; });
  if (sentence == a_->sentences.begin()) return {};
  const english::SentenceLayers& layers = *(sentence - 1);
  return std::span(a_->attachments)
      .subspan(layers.first_attachment, layers.last_attachment - layers.first_attachment);
}

// "Security forces in Guinea", "demonstrators in Conakry", "members of the Kenyan parliament": what
// stands behind an actor is at home where its head is, or, behind "of" and "from", a name before
// that.
// "tents for victims in Bangladesh": a place right behind people who are no soldiers is theirs,
// too, where it goes with the verb.
pack::EntityId FillerFinder::home_right_behind(const NounPhrase& phrase) const {
  const std::uint32_t at = phrase.span.end;
  if (at + 1 >= a_->words.size() || a_->symbols[at].form != pack_->words().in) return kNone;
  const std::uint32_t p =
      last_before(a_->phrases, at + 1, [](const NounPhrase& n) { return n.span.begin; });
  if (p == kNone || a_->phrases[p].span.begin != at + 1) return kNone;
  return home_of(mention_at(a_->phrases[p].head));
}

pack::EntityId FillerFinder::home_behind(std::uint32_t head) const {
  for (const english::Attachment& attachment : attachments_near(head)) {
    if (a_->phrases[attachment.host].head != head) continue;
    const Symbol preposition = a_->symbols[attachment.preposition].form;
    if (!pack_->words().home_prepositions.contains(preposition)) continue;
    const NounPhrase& behind = a_->phrases[attachment.phrase];
    pack::EntityId home = home_of(mention_at(behind.head));
    const bool whole = preposition == pack_->words().of || preposition == pack_->words().from;
    if (home == kNone && whole) home = home_within(behind.span);
    if (home != kNone) return home;
  }
  return kNone;
}

bool FillerFinder::of_phrase(std::uint32_t phrase, ClassId wanted,
                             std::vector<Filler>& found) const {
  const std::span<const Filler> fillers = of_phrase(phrase, wanted);
  found.insert(found.end(), fillers.begin(), fillers.end());
  return !fillers.empty();
}

std::span<const Filler> FillerFinder::of_phrase(std::uint32_t phrase, ClassId wanted) const {
  const std::size_t slot = (phrase * 31 + static_cast<std::uint32_t>(wanted)) % kAsked;
  Asked& asked = asked_[slot];
  if (asked.phrase == phrase && asked.wanted == wanted) return asked.found;
  asked.found.clear();
  phrase_at_depth(phrase, wanted, 0, asked.found);
  asked.phrase = wants_situation(wanted) ? kNone : phrase;
  asked.wanted = wanted;
  return asked.found;
}

bool FillerFinder::of_words(TokenSpan words, ClassId wanted, std::vector<Filler>& found) const {
  const std::uint32_t last = words.end - 1;
  if (const english::Reference* reference = english::reference_at(*a_, last))
    return of_reference(*reference, wanted, 0, found);
  const std::uint32_t mention = mention_at(last);
  if (mention != kNone) return of_mention(mention, words, wanted, found);
  if (of_name(last, wanted, found)) return true;
  if (!fits(ontology_->concept_, wanted) || !english::is_noun(a_->tag(last))) return false;
  Filler filler;
  filler.span = words;
  filler.head = last;
  found.push_back(filler);
  return true;
}

bool FillerFinder::of_clause(const english::Clause& clause, ClassId wanted,
                             std::vector<Filler>& found) const {
  const std::uint32_t begin =
      clause.group == kNone ? clause.predicate : a_->groups[clause.group].head;
  TokenSpan span = {begin, clause.predicate + 1};
  for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
    const english::Argument& argument = a_->arguments[i];
    if (argument.phrase == kNone || a_->phrases[argument.phrase].span.begin < begin) continue;
    span.end = std::max(span.end, label_span(argument.phrase).end);
  }
  if (of_finding(clause.predicate, wanted, span, found)) return true;
  if (wanted != ClassId::None && !fits(ontology_->concept_, wanted)) return false;
  Filler filler;
  filler.span = span;
  filler.head = clause.predicate;
  found.push_back(filler);
  return true;
}

}  // namespace testudo::extract
