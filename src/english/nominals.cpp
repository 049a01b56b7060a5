#include "english/nominals.h"

#include <algorithm>
#include <span>

#include "base/stable_sort.h"

namespace testudo::english {
namespace {

constexpr std::uint32_t kEventKinds = bit(NounKind::Act) | bit(NounKind::Event) |
                                      bit(NounKind::State) | bit(NounKind::Process) |
                                      bit(NounKind::Communication) | bit(NounKind::Phenomenon);

bool is_demonym(const Gazetteer& gazetteer, const Mention& mention) {
  return std::ranges::any_of(gazetteer.readings(mention),
                             [](const Reading& r) { return r.kind == NameKind::Demonym; });
}

}  // namespace

NominalFinder::NominalFinder(const WordLists& lists, Vocabulary& vocabulary)
    : event_nouns_(lists, "event-nouns", vocabulary),
      no_events_(lists, "nouns-for-things", vocabulary),

      of_(vocabulary.add("of")),
      by_(vocabulary.add("by")),
      between_(vocabulary.add("between")),
      among_(vocabulary.add("among")) {}

namespace {

// One document's nominals; the finder's sets are borrowed.
class Run {
 public:
  struct Words {
    const SymbolSet& events;
    const SymbolSet& things;

    Symbol of, by, between, among;
  };

  Run(Analysis& analysis, const Gazetteer& gazetteer, const Words& words)
      : a_(analysis), gazetteer_(gazetteer), w_(words), table_(WordTable::builtin()) {}

  void sentence(SentenceLayers& sentence) {
    sentence.first_nominal = static_cast<std::uint32_t>(a_.nominals.size());

    sentence_ = &sentence;
    // Attachments come in the order of their phrases; a host's own are gathered by a chain.
    first_of_.assign(sentence.last_phrase - sentence.first_phrase, kNone);
    next_of_.assign(sentence.last_attachment - sentence.first_attachment, kNone);
    for (std::uint32_t i = sentence.last_attachment; i-- > sentence.first_attachment;) {
      const std::uint32_t host = a_.attachments[i].host - sentence.first_phrase;
      next_of_[i - sentence.first_attachment] = first_of_[host];
      first_of_[host] = i;
    }
    for (std::uint32_t p = sentence.first_phrase; p < sentence.last_phrase; ++p) {
      if (is_predicate(a_.phrases[p])) add(p);
    }
    sentence.last_nominal = static_cast<std::uint32_t>(a_.nominals.size());
  }

 private:
  Symbol lemma(std::uint32_t token) const { return a_.symbols[token].lemma; }

  bool is_predicate(const NounPhrase& phrase) const {
    return tells_event(phrase) && !is_in_name(phrase.head);
  }

  bool tells_event(const NounPhrase& phrase) const {
    const Symbol noun = lemma(phrase.head);
    if (w_.events.contains(noun)) return true;
    if (!is_common_noun(a_.tag(phrase.head)) || w_.things.contains(noun)) return false;
    const WordId id = a_.words[phrase.head].lemma_id;
    if (table_.verbs_of(id).empty()) return false;
    const NounKind first = table_.first_noun_kind(id);
    return first != NounKind::Person && first != NounKind::Artifact && first != NounKind::Group &&
           (table_.noun_kinds(id) & kEventKinds) != 0;
  }

  // "the INF accord", "the Yalta Conference": a name's head tells of no event.
  bool is_in_name(std::uint32_t token) const {
    const std::uint32_t m = first_mention(token + 1);
    if (m == sentence_->first_mention) return false;
    const TokenSpan before = a_.mentions[m - 1].span;
    return before.contains(token) && before.size() > 1 && is_proper_noun(a_.tag(before.begin));
  }

  // Whether the noun's verb is used with an object, by WordNet's frames (8 to 11 and 14 to 21 have
  // one).
  bool is_transitive(std::uint32_t noun) const {
    constexpr std::uint64_t kWithObject = (std::uint64_t{0xF} << 8U) | (std::uint64_t{0xFF} << 14U);
    for (const WordId verb : table_.verbs_of(a_.words[noun].lemma_id)) {
      if ((table_.frames(verb) & kWithObject) != 0) return true;
    }
    return false;
  }

  void argue(ArgumentRole role, std::uint32_t first, std::uint32_t preposition) {
    for (std::uint32_t p = first; p != kNone; p = a_.phrases[p].next)
      a_.arguments.push_back({role, p, preposition, {}});
  }

  void add(std::uint32_t index) {
    const NounPhrase& phrase = a_.phrases[index];
    Clause nominal;
    nominal.kind = ClauseKind::Nominal;
    nominal.phrase = index;
    nominal.predicate = phrase.head;
    nominal.first_argument = static_cast<std::uint32_t>(a_.arguments.size());
    bool has_subject = add_owner(phrase);
    has_subject = add_modifiers(phrase) || has_subject;
    add_attachments(index, has_subject);
    nominal.last_argument = static_cast<std::uint32_t>(a_.arguments.size());
    sort_stably(std::span(a_.arguments).subspan(nominal.first_argument), {}, &Argument::role);
    a_.nominals.push_back(nominal);
  }

  // "Trump's withdrawal", "its withdrawal".
  bool add_owner(const NounPhrase& phrase) {
    if (phrase.possessor != kNone) {
      a_.arguments.push_back({ArgumentRole::Subject, phrase.possessor, kNone, {}});
      return true;
    }
    if (a_.tag(phrase.span.begin) == Tag::PRPS || a_.tag(phrase.span.begin) == Tag::WPS) {
      a_.arguments.push_back(
          {ArgumentRole::Subject, kNone, kNone, {phrase.span.begin, phrase.span.begin + 1}});
      return true;
    }
    return false;
  }

  // "U.S.-Chinese rivalry": names and nationalities are subjects; "troop withdrawal": the noun
  // right before is the object.
  bool add_modifiers(const NounPhrase& phrase) {
    bool named = false;
    std::uint32_t m = first_mention(phrase.span.begin);
    std::uint32_t named_until = phrase.span.begin;
    for (; m < sentence_->last_mention && a_.mentions[m].span.end <= phrase.head; ++m) {
      const TokenSpan words = a_.mentions[m].span;
      const bool name =
          is_demonym(gazetteer_, a_.mentions[m]) || is_proper_noun(a_.tag(words.begin));
      if (!name) continue;
      a_.arguments.push_back({ArgumentRole::Subject, kNone, kNone, words});
      named = true;
      named_until = words.end;
    }
    const std::uint32_t before = phrase.head - 1;
    if (phrase.head > phrase.span.begin && before >= named_until && is_noun(a_.tag(before)))
      a_.arguments.push_back({ArgumentRole::Object, kNone, kNone, {before, phrase.head}});
    return named;
  }

  std::uint32_t first_mention(std::uint32_t token) const {
    const auto begin = a_.mentions.begin() + sentence_->first_mention;
    const auto end = a_.mentions.begin() + sentence_->last_mention;
    const auto found = std::lower_bound(
        begin, end, token, [](const Mention& m, std::uint32_t t) { return m.span.begin < t; });
    return static_cast<std::uint32_t>(found - a_.mentions.begin());
  }

  void add_attachments(std::uint32_t index, bool has_subject) {
    const std::uint32_t first = first_of_[index - sentence_->first_phrase];
    const auto next = [&](std::uint32_t i) { return next_of_[i - sentence_->first_attachment]; };
    bool by = false;
    for (std::uint32_t i = first; i != kNone; i = next(i))
      by = by || a_.symbols[a_.attachments[i].preposition].form == w_.by;
    for (std::uint32_t i = first; i != kNone; i = next(i)) {
      const Attachment& one = a_.attachments[i];
      const Symbol word = a_.symbols[one.preposition].form;
      ArgumentRole role = ArgumentRole::Oblique;
      if (word == w_.by || word == w_.between || word == w_.among) {
        role = ArgumentRole::Subject;
      } else if (word == w_.of) {
        const bool object = by || has_subject || is_transitive(a_.phrases[index].head);
        role = object ? ArgumentRole::Object : ArgumentRole::Subject;
      }
      argue(role, one.phrase, one.preposition);
    }
  }

  Analysis& a_;
  const Gazetteer& gazetteer_;
  const Words& w_;
  const WordTable& table_;
  const SentenceLayers* sentence_ = nullptr;

  std::vector<std::uint32_t> first_of_;  // by phrase: its first attachment
  std::vector<std::uint32_t> next_of_;   // by attachment: the next of its host
};

}  // namespace

void NominalFinder::find(Analysis& analysis, const Gazetteer& gazetteer) const {
  analysis.nominals.clear();
  const Run::Words words{event_nouns_, no_events_, of_, by_, between_, among_};
  Run run(analysis, gazetteer, words);
  for (SentenceLayers& sentence : analysis.sentences) run.sentence(sentence);
}

}  // namespace testudo::english
