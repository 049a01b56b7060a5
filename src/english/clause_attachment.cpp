// Prepositional phrases: to the verb or to a noun phrase on the right edge.
#include "english/clause_machine.h"

namespace testudo::english {
namespace {

// How many of a verb's last prepositional phrases are asked for their preposition.
constexpr int kLookedAt = 8;

}  // namespace

void ClauseMachine::take_prepositional(std::size_t at) {
  const std::uint32_t phrase = chunker_.chunks()[at].index;
  const std::uint32_t preposition = preposition_;
  preposition_ = kNone;
  if (is_absolute(at, preposition)) {
    open_absolute(preposition, phrase);
  } else if (form(preposition) == g_.such) {
    give_example(preposition, phrase);
  } else if (conjunction_ && coordinate_prepositional(preposition, phrase)) {
    return;
  } else if (is_fronted(preposition, phrase)) {
    fronted_.push_back({kNone, preposition, phrase});
    // What follows may belong to it: "In the last days of the war, …".
    if (top().subject == kNone) {
      sites_.resize(top().first_site);
      push_site({phrase, preposition});
    }
  } else {
    attach(attachment_site(preposition, phrase), preposition, phrase);
  }
}

// "with prices rising": a clause whose verb has to come.
void ClauseMachine::open_absolute(std::uint32_t preposition, std::uint32_t phrase) {
  push(ClauseKind::Participle);
  top().marker = preposition;
  top().subject = phrase;
  push_site({phrase, kNone});
}

// "gases such as methane": never an adverbial of the verb.
void ClauseMachine::give_example(std::uint32_t preposition, std::uint32_t phrase) {
  const std::uint32_t kind = innermost_phrase();
  if (kind != kNone) a_.attachments.push_back({kind, preposition, phrase});
  push_site({phrase, preposition});
}

// "in Paris and in Rome": the second goes where the first one went.
bool ClauseMachine::coordinate_prepositional(std::uint32_t preposition, std::uint32_t phrase) {
  for (std::size_t s = sites_.size(); s-- > top().first_site;) {
    if (sites_[s].preposition == kNone || form(sites_[s].preposition) != form(preposition))
      continue;
    coordinate(phrase, sites_[s].phrase);
    sites_.resize(s);
    push_site({phrase, preposition});
    return true;
  }
  return false;
}

// Whether a prepositional phrase waits for the verb of its clause: it stands before the subject, or
// between commas behind it.
bool ClauseMachine::is_fronted(std::uint32_t preposition, std::uint32_t phrase) const {
  const Frame& frame = top();
  if (frame.draft != kNone) return false;
  const bool subject_bound =
      g_.noun_bound.contains(form(preposition)) || form(preposition) == g_.from;
  return sites_.size() == frame.first_site || (comma_ && !subject_bound) ||
         (frame.subject == kNone && !goes_to_noun(preposition, phrase));
}

void ClauseMachine::attach(std::size_t site, std::uint32_t preposition, std::uint32_t phrase) {
  const std::uint32_t draft = top().draft;
  if (sites_[site].phrase != kNone) {
    a_.attachments.push_back({sites_[site].phrase, preposition, phrase});
  } else if (takes_agent(draft, preposition, phrase)) {
    Draft& d = drafts_[draft];
    if (d.agent != kNone) obliques_.push_back({draft, d.agent_preposition, d.agent});
    d.agent = phrase;
    d.agent_preposition = preposition;
  } else {
    obliques_.push_back({draft, preposition, phrase});
  }
  if (is_idle(preposition, phrase)) return;
  sites_.resize(site + 1);
  push_site({phrase, preposition});
}

// "the last treaty in force limiting …": a phrase that nothing behind it describes.
bool ClauseMachine::is_idle(std::uint32_t preposition, std::uint32_t phrase) const {
  const std::uint32_t end = a_.phrases[phrase].span.end;
  return g_.idle_phrases.longest(a_.symbols, preposition, end) == end - preposition;
}

// "was signed by the envoys"; a person rather than what was named before: "was sent by mail by the
// envoys".
bool ClauseMachine::takes_agent(std::uint32_t draft, std::uint32_t preposition,
                                std::uint32_t phrase) const {
  if (!is_passive(draft) || form(preposition) != g_.by || is_time(phrase)) return false;
  const std::uint32_t agent = drafts_[draft].agent;
  return agent == kNone || (!can_be_who(agent) && can_be_who(phrase));
}

// "with prices rising": a preposition, a noun phrase and a participle of which it is the subject.
bool ClauseMachine::is_absolute(std::size_t at, std::uint32_t preposition) const {
  const auto& chunks = chunker_.chunks();
  if (form(preposition) != g_.with || at + 1 >= chunks.size()) return false;
  if (chunks[at + 1].kind != ChunkKind::Verb) return false;
  const VerbGroup& group = a_.groups[chunks[at + 1].index];
  return a_.tag(group.span.begin) == Tag::VBG;
}

// Whether the nearest noun phrase rather than the verb is what a prepositional phrase describes, as
// far as the words themselves tell.
bool ClauseMachine::goes_to_noun(std::uint32_t preposition, std::uint32_t phrase) const {
  const Site& site = sites_.back();
  if (site.phrase == kNone || is_time(phrase)) return false;
  const NounPhrase& host = a_.phrases[site.phrase];
  if (host.pronoun) return false;
  const Symbol word = form(preposition);
  if (g_.noun_bound.contains(word) || g_.noun_prepositions.contains(lemma(host.head), word))
    return true;
  if (word == g_.from) return true;
  if (word == g_.to) return continues_range();
  if (word == g_.for_) {
    const bool duration = g_.adverbial_nouns.contains(head_of(phrase));  // "for months"
    return is_abstract(site.phrase) && !duration && !can_be_who(phrase);
  }
  const bool name = is_proper_noun(a_.tag(a_.phrases[phrase].head));
  if (word == g_.in) {
    // "the headquarters in Vienna", "at the airport in Kyiv", "the treatment of prisoners in camps"
    if (site.preposition == kNone) return false;
    return form(site.preposition) == g_.of || (name && is_place_like(site.phrase));
  }
  if (g_.place_bound.contains(word)) {
    return site.preposition != kNone && !name_of_place(site.phrase) && is_place_like(site.phrase);
  }
  if (word == g_.with) return !can_be_who(phrase) && !can_be_who(site.phrase);
  return false;
}

// What is done, thought, said or owned is for something: "an exception for schools".
bool ClauseMachine::is_abstract(std::uint32_t phrase) const {
  constexpr std::uint32_t kAbstract = bit(NounKind::Act) | bit(NounKind::Communication) |
                                      bit(NounKind::Cognition) | bit(NounKind::Possession) |
                                      bit(NounKind::Attribute);
  const NounPhrase& p = a_.phrases[phrase];
  return (bit(table_.first_noun_kind(a_.words[p.head].lemma_id)) & kAbstract) != 0;
}

bool ClauseMachine::name_of_place(std::uint32_t phrase) const {
  return is_proper_noun(a_.tag(a_.phrases[phrase].head));
}

bool ClauseMachine::is_place_like(std::uint32_t phrase) const {
  const NounPhrase& p = a_.phrases[phrase];
  if (is_proper_noun(a_.tag(p.head))) return true;
  constexpr std::uint32_t kPlaces =
      bit(NounKind::Location) | bit(NounKind::Artifact) | bit(NounKind::Group);
  return (bit(table_.first_noun_kind(a_.words[p.head].lemma_id)) & kPlaces) != 0;
}

// "the period from May to June": to goes where from went.
bool ClauseMachine::continues_range() const {
  const Site& site = sites_.back();
  return site.preposition != kNone && form(site.preposition) == g_.from &&
         !a_.attachments.empty() && a_.attachments.back().phrase == site.phrase;
}

bool ClauseMachine::has_oblique(std::uint32_t draft, Symbol preposition) const {
  int looked = 0;
  for (auto o = obliques_.rbegin();
       o != obliques_.rend() && o->draft == draft && looked < kLookedAt; ++o, ++looked) {
    if (o->preposition != kNone && form(o->preposition) == preposition) return true;
  }
  return false;
}

// "the arrest of the editor by the police", "talks with Peru on fishing": who does something goes
// with a noun made from a verb, and a name hosts little but where it is and whence it comes.
bool ClauseMachine::can_host(std::uint32_t phrase, Symbol preposition) const {
  const NounPhrase& host = a_.phrases[phrase];
  if (preposition == g_.by)
    return !table_.verbs_of(a_.words[host.head].lemma_id).empty() && !can_be_who(phrase);
  const bool name = is_proper_noun(a_.tag(host.head)) || host.pronoun;
  return !name || preposition == g_.of || preposition == g_.in || preposition == g_.from;
}

// A noun for what somebody does, made from a verb: "the arrest", "violations".
bool ClauseMachine::is_deed(std::uint32_t phrase) const {
  constexpr std::uint32_t kDeeds = bit(NounKind::Act) | bit(NounKind::Event) |
                                   bit(NounKind::Process) | bit(NounKind::Phenomenon) |
                                   bit(NounKind::State);
  const NounPhrase& p = a_.phrases[phrase];
  const WordId noun = a_.words[p.head].lemma_id;
  const NounKind first = table_.first_noun_kind(noun);
  return is_common_noun(a_.tag(p.head)) && !table_.verbs_of(noun).empty() &&
         first != NounKind::Person && first != NounKind::Artifact && first != NounKind::Group &&
         (table_.noun_kinds(noun) & kDeeds) != 0;
}

// "regret the breach of the pact by Oslo": where the verb is active, who does something goes with
// the deed. Returns its place, or that behind the last.
std::size_t ClauseMachine::deed_by(std::uint32_t preposition, std::uint32_t phrase) const {
  const std::uint32_t draft = top().draft;
  if (form(preposition) == g_.by && !is_passive(draft) && is_who(phrase) &&
      !g_.verb_prepositions.contains(verb_of(draft), g_.by)) {
    for (std::size_t s = sites_.size(); s-- > top().first_site + 1U;) {
      if (is_deed(sites_[s].phrase)) return s;
    }
  }
  return sites_.size();
}

// What says when or how long, and what is compared, goes with the verb: "extend the deal for two
// months", "is richer in coal than Chad".
bool ClauseMachine::is_of_verb(std::uint32_t preposition, std::uint32_t phrase) const {
  const Symbol word = form(preposition);
  if (word == g_.for_ && g_.adverbial_nouns.contains(head_of(phrase))) return true;
  if (word == g_.than && drafts_[top().draft].adjective && verb_of(top().draft) == g_.be)
    return true;
  return is_time(phrase) && word != g_.of;
}

// The place on the right edge that a prepositional phrase belongs to, as an index of sites_.
std::size_t ClauseMachine::attachment_site(std::uint32_t preposition, std::uint32_t phrase) const {
  const Frame& frame = top();
  const std::size_t first = frame.first_site;
  const std::size_t last = sites_.size() - 1;
  const Symbol word = form(preposition);
  const bool has_verb = frame.draft != kNone && sites_[first].phrase == kNone;
  const auto wants = [&](std::size_t s) {
    return g_.noun_prepositions.contains(head_of(sites_[s].phrase), word) ||
           (word == g_.of && s == last && is_deed(sites_[s].phrase));
  };
  if (!has_verb) {
    // Behind a subject: the noun phrase that the preposition goes with, else the nearest.
    for (std::size_t s = last + 1; s-- > first;) {
      if (wants(s)) return s;
    }
    for (std::size_t s = last + 1; s-- > first;) {
      if (can_host(sites_[s].phrase, word)) return s;
    }
    return last;
  }
  if (last == first) return first;
  if (takes_agent(frame.draft, preposition, phrase)) return first;
  if (is_of_verb(preposition, phrase)) return first;
  if (const std::size_t deed = deed_by(preposition, phrase); deed != last + 1) return deed;
  const bool beside = !comma_;
  const Symbol verb = verb_of(frame.draft);
  const bool dative = word == g_.to && sites_[last].phrase == drafts_[frame.draft].object &&
                      g_.two_objects.contains(verb) && g_.verb_prepositions.contains(verb, word);
  if (dative) return first;  // "sent a letter to the owners"
  if (beside && wants(last)) return last;
  // "invested in farms in Kenya": what the verb wants it wants once.
  const bool wanted = g_.verb_prepositions.contains(verb, word) && !has_oblique(frame.draft, word);
  if (wanted) return first;
  for (std::size_t s = last; s-- > first + 1;) {
    if (wants(s)) return s;
  }
  return goes_to_noun(preposition, phrase) && (beside || g_.noun_bound.contains(word)) ? last
                                                                                       : first;
}

}  // namespace testudo::english
