#include "english/actors.h"

#include <algorithm>

namespace testudo::english {

void ActorFinder::find(std::span<const NameMention> names, Analysis& analysis) {
  const TokenSpan sentence = t_->sentence();
  named_.assign(sentence.size(), false);
  for (const NameMention& name : names) {
    for (std::uint32_t at = name.whole.begin; at < name.whole.end; ++at)
      named_[at - sentence.begin] = true;
  }
  const SentenceLayers& layers = t_->layers();
  for (std::uint32_t p = layers.first_phrase; p < layers.last_phrase; ++p) {
    GroupMention actor;
    if (!read(p, actor)) continue;
    add_countries(p, actor, analysis);
    analysis.actors.push_back(actor);
  }
}

bool ActorFinder::read(std::uint32_t phrase, GroupMention& actor) const {
  const NounPhrase& np = t_->analysis().phrases[phrase];
  if (np.pronoun || named_[np.head - t_->sentence().begin]) return false;
  if (np.span.size() == 1 && t_->is(np.head, "force")) return false;  // "the law in force"
  actor.span = np.span;
  actor.head = np.head;
  if (t_->name_mention(np.head) != kNone && t_->national(np.head) != kNone) return false;
  const std::uint32_t m = t_->mention(np.head);
  if (m != kNone && t_->analysis().mentions[m].span.end == np.head + 1 && !t_->demonym(np.head)) {
    actor.mention = m;
  }
  if (const NameWords::Phrase noun = t_->phrase(np.head, NameWord::kActor); !noun.span.empty()) {
    actor.kind = noun.actor;
    actor.span.begin = std::min(actor.span.begin, noun.span.begin);  // "armed men"
    return true;
  }
  if (!t_->phrase(np.head, NameWord::kRole).span.empty()) return true;
  if (is_inhabitant(np.head, np.span)) {
    actor.kind = ActorKind::Civilians;
    return true;
  }
  return false;
}

// "three Libyans", "a Russian"; but not the language.
bool ActorFinder::is_inhabitant(std::uint32_t head, TokenSpan phrase) const {
  if (!t_->demonym(head) || !is_noun(t_->tag(head))) return false;
  const Tag first = t_->tag(phrase.begin);
  return t_->tag(head) == Tag::NNPS || t_->tag(head) == Tag::NNS || t_->text(head).ends_with("s") ||
         first == Tag::DT || first == Tag::CD;
}

void ActorFinder::add_countries(std::uint32_t phrase, GroupMention& actor,
                                Analysis& analysis) const {
  std::vector<std::uint32_t>& out = analysis.actor_countries;
  actor.first_country = static_cast<std::uint32_t>(out.size());
  const auto add = [&](std::uint32_t mention) {
    if (mention == kNone) return;
    if (out.size() > actor.first_country && out.back() == mention) return;
    out.push_back(mention);
  };
  const NounPhrase& np = analysis.phrases[phrase];
  if (np.possessor != kNone) {
    actor.span.begin = analysis.phrases[np.possessor].span.begin;
    add(t_->national(analysis.phrases[np.possessor].span.end - 1));
  }
  add(adjective_before(phrase));
  for (std::uint32_t at = np.span.begin; at < np.span.end; ++at) add(t_->belongs_to(at));
  // "the government of Chad", "troops from Chad and Niger".
  std::uint32_t at = np.span.end;
  while (t_->is(at, "of") || t_->is(at, "from") ||
         (at > np.span.end && (t_->is(at, "and") || t_->tag(at) == Tag::Comma))) {
    const std::uint32_t next = t_->is(at + 1, "the") ? at + 2 : at + 1;
    if (t_->name_mention(next) == kNone || t_->national(next) == kNone) break;
    add(t_->national(next));
    at = t_->unit_end(next);
    actor.span.end = at;
    if (t_->is(at, "and") && is_finite_verb(t_->tag(at + 1))) break;
  }
  actor.last_country = static_cast<std::uint32_t>(out.size());
}

// "U.S. and Russian negotiators", "Zambian and Kenyan soldiers": an adjective, or an abbreviation
// that can be one, shares the noun.
std::uint32_t ActorFinder::adjective_before(std::uint32_t phrase) const {
  const Analysis& a = t_->analysis();
  if (phrase == t_->layers().first_phrase) return kNone;
  const TokenSpan before = a.phrases[phrase - 1].span;
  const TokenSpan here = a.phrases[phrase].span;
  const std::uint32_t last = before.end - 1;
  const bool joined = before.end + 1 == here.begin && t_->is(before.end, "and");
  if (!joined || t_->national(last) == kNone || t_->national(here.begin) == kNone) return kNone;
  const Tag first = t_->tag(before.begin);
  const bool article = t_->is(before.begin, "a") || t_->is(before.begin, "an") || first == Tag::CD;
  const bool adjective =
      t_->demonym(last) && t_->tag(last) != Tag::NNPS && t_->tag(last) != Tag::NNS && !article;
  const bool abbreviation = a.words[last].letter_case == Case::Upper;
  return adjective || abbreviation ? t_->national(last) : kNone;
}

}  // namespace testudo::english
