#include "english/chunks.h"

namespace testudo::english {
namespace {

// How far a subject may stand before its verb, in chunks.
constexpr std::size_t kReach = 14;
// How long what stands in brackets may be to be stepped over, in chunks.
constexpr std::size_t kAside = 10;

}  // namespace

void Chunker::read(const Analysis& analysis, const SentenceLayers& sentence) {
  a_ = &analysis;
  sentence_ = &sentence;
  chunks_.clear();
  split();
  bracket_asides();
  look_ahead();
}

void Chunker::split() {
  const TokenSpan tokens = sentence_->tokens;
  std::uint32_t phrase = sentence_->first_phrase;
  std::uint32_t group = sentence_->first_group;
  for (std::uint32_t at = tokens.begin; at < tokens.end;) {
    while (phrase < sentence_->last_phrase && a_->phrases[phrase].span.begin < at) ++phrase;
    while (group < sentence_->last_group && a_->groups[group].span.begin < at) ++group;
    Chunk chunk;
    if (phrase < sentence_->last_phrase && a_->phrases[phrase].span.begin == at) {
      // A possessor is no chunk of its own: "Moscow's agenda" is one.
      std::uint32_t last = phrase;
      last = end_of_possessors(last);
      if (const std::uint32_t owned = owned_behind_of(last); owned != kNone) last = owned;
      if (a_->tag(at) == Tag::WPS) chunks_.push_back(word_at(at));  // "whose ships": two chunks
      chunk.kind = ChunkKind::Phrase;
      chunk.span = {a_->tag(at) == Tag::WPS ? at + 1 : at, a_->phrases[last].span.end};
      chunk.index = last;
    } else if (const auto complex = complex_preposition(at);
               complex > 1 &&
               grammar_->complex_subordinators.longest(a_->symbols, at, tokens.end) != complex) {
      chunk.kind = ChunkKind::Preposition;
      chunk.span = {at, at + complex};
    } else if (group < sentence_->last_group && a_->groups[group].span.begin == at) {
      chunk.kind = ChunkKind::Verb;
      chunk.span = a_->groups[group].span;
      chunk.index = group;
    } else {
      chunk = word_at(at);
    }
    chunks_.push_back(chunk);
    at = chunk.span.end;
  }
}

// The last noun phrase of "Moscow's partners' agenda".
std::uint32_t Chunker::end_of_possessors(std::uint32_t phrase) const {
  while (phrase + 1 < sentence_->last_phrase && a_->phrases[phrase + 1].possessor == phrase)
    ++phrase;
  return phrase;
}

// "the Bank of England's decision": the name before "of" is the owner's. Returns what is owned.
std::uint32_t Chunker::owned_behind_of(std::uint32_t phrase) const {
  const NounPhrase& name = a_->phrases[phrase];
  const std::uint32_t inner = phrase + 1;
  if (inner + 1 >= sentence_->last_phrase || !is_proper_noun(a_->tag(name.head))) return kNone;
  const bool joined = a_->phrases[inner].span.begin == name.span.end + 1 &&
                      a_->words[name.span.end].lemma == "of" &&
                      is_proper_noun(a_->tag(a_->phrases[inner].head));
  if (!joined || a_->phrases[inner + 1].possessor != inner) return kNone;
  return end_of_possessors(inner + 1);
}

// "because of", "due to", "such as": those without a noun in them; "in response to" is read as two
// phrases. Returns how many tokens.
std::uint32_t Chunker::complex_preposition(std::uint32_t token) const {
  const auto length =
      grammar_->complex_prepositions.longest(a_->symbols, token, sentence_->tokens.end);
  if (length > 1 && a_->tag(token + length - 1) == Tag::TO &&
      token + length < sentence_->tokens.end && a_->tag(token + length) == Tag::VB) {
    return 0;  // "due to expire"
  }
  const bool such = a_->symbols[token].form == grammar_->such;
  if (length > 1 && (a_->tag(token) == Tag::VBN || (is_adjective(a_->tag(token)) && !such)))
    return 0;
  for (std::uint32_t t = token; t < token + length; ++t) {
    if (is_noun(a_->tag(t))) return 0;
  }
  return length;
}

// Dashes with spaces part a sentence as commas do; hyphens join.
bool Chunker::is_dash(std::uint32_t token) const {
  const std::string_view text = a_->text(token);
  return text == "-" || text == "--" || text == "\u2013" || text == "\u2014";
}

Chunk Chunker::word_at(std::uint32_t token) const {
  Chunk chunk;
  chunk.span = {token, token + 1};
  const Symbol form = a_->symbols[token].form;
  const std::uint32_t end = sentence_->tokens.end;
  if (const auto n = grammar_->complex_subordinators.longest(a_->symbols, token, end); n > 1) {
    chunk.kind = ChunkKind::Subordinator;
    chunk.span.end = token + n;
    return chunk;
  }
  switch (a_->tag(token)) {
    case Tag::IN:
    case Tag::TO:
      chunk.kind = form == grammar_->that || grammar_->only_subordinators.contains(form)
                       ? ChunkKind::Subordinator
                       : ChunkKind::Preposition;
      break;
    case Tag::RP:
      chunk.kind = ChunkKind::Adverb;
      break;
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB:
      chunk.kind = ChunkKind::Relative;
      break;
    case Tag::CC: {
      // "both X and Y", "either X or Y": the first word joins nothing.
      const std::string_view word = a_->words[token].lemma;
      chunk.kind = word == "both" || word == "either" || word == "neither" ? ChunkKind::Adverb
                                                                           : ChunkKind::Conjunction;
      break;
    }
    case Tag::Comma:
      chunk.kind = ChunkKind::Comma;
      break;
    case Tag::Period:
      chunk.kind = ChunkKind::Break;
      break;
    case Tag::Colon:
      chunk.kind = is_dash(token) ? ChunkKind::Comma : ChunkKind::Break;
      break;
    case Tag::OpenBracket:
      chunk.kind = ChunkKind::Open;
      break;
    case Tag::CloseBracket:
      chunk.kind = ChunkKind::Close;
      break;
    case Tag::OpenQuote:
    case Tag::CloseQuote:
      chunk.kind = ChunkKind::Quote;
      break;
    case Tag::EX:
      chunk.kind = ChunkKind::There;
      break;
    case Tag::RB:
    case Tag::RBR:
    case Tag::RBS:
      chunk.kind = ChunkKind::Adverb;
      break;
    case Tag::JJ:
    case Tag::JJR:
    case Tag::JJS:
      chunk.kind = ChunkKind::Adjective;
      break;
    default:
      break;
  }
  return chunk;
}

bool Chunker::is_finite(std::size_t at) const {
  return is(at, ChunkKind::Verb) && a_->groups[chunks_[at].index].finite;
}

// A verb form that takes no plural subject.
bool Chunker::is_singular(std::size_t at) const {
  const std::uint32_t first = a_->groups[chunks_[at].index].span.begin;
  return a_->tag(first) == Tag::VBZ || a_->words[first].form == was_;
}

// Whether a finite verb follows, past what may stand between a subject and its verb: prepositional
// phrases, participles, adverbs, what commas enclose.
bool Chunker::leads(std::size_t at, int budget) const {
  bool joined = false;     // "A and B" takes no singular verb,
  bool described = false;  // but "the pact between A and B" does
  while (budget-- > 0 && at < chunks_.size()) {
    switch (chunks_[at].kind) {
      case ChunkKind::Verb:
        if (is_finite(at)) return !joined || !is_singular(at);
        if (a_->groups[chunks_[at].index].infinitive) return false;
        ++at;
        if (is(at, ChunkKind::Phrase) &&
            a_->tag(a_->groups[chunks_[at - 1].index].head) == Tag::VBG)
          ++at;
        break;
      case ChunkKind::Adverb:
      case ChunkKind::Quote:
        ++at;
        break;
      case ChunkKind::Preposition:
        if (!is(at + 1, ChunkKind::Phrase)) return false;
        described = true;
        at += 2;
        break;
      case ChunkKind::Conjunction:
        if (!is(at + 1, ChunkKind::Phrase)) return false;
        joined = !described;
        at += 2;
        break;
      case ChunkKind::Comma: {
        // "Lavrov, the minister, said": the next comma but only over what is no clause.
        std::size_t next = at + 1;
        while (next < chunks_.size() && next < at + 8 && !is(next, ChunkKind::Comma) &&
               !is_finite(next) && !is(next, ChunkKind::Break))
          ++next;
        if (!is(next, ChunkKind::Comma) || next == at + 1) return false;
        while (is(next + 1, ChunkKind::Adverb)) ++next;
        return is_finite(next + 1);
      }
      case ChunkKind::Relative:
        at = past_relative(at);
        break;
      case ChunkKind::Open: {
        const std::size_t close = closing(at);
        if (close == chunks_.size()) return false;
        at = close + 1;
        break;
      }
      default:
        return false;
    }
  }
  return false;
}

// The bracket that closes another one, or past the sentence where none is near.
std::size_t Chunker::closing(std::size_t open) const {
  for (std::size_t at = open + 1; at < chunks_.size() && at < open + kAside; ++at) {
    if (is(at, ChunkKind::Close)) return at;
  }
  return chunks_.size();
}

// "a balance — though no perfect one — between Chad and Niger": between a noun and its preposition,
// dashes or commas around a remark without verb are brackets.
void Chunker::bracket_asides() {
  for (std::size_t open = 1; open + 1 < chunks_.size(); ++open) {
    if (!is(open, ChunkKind::Comma) || !is(open - 1, ChunkKind::Phrase)) continue;
    const bool dash = is_dash(chunks_[open].span.begin);
    const bool remark =
        is(open + 1, ChunkKind::Subordinator) ||
        (dash && (is(open + 1, ChunkKind::Conjunction) || is(open + 1, ChunkKind::Adverb)));
    if (!remark) continue;
    std::size_t close = open + 1;
    while (close < open + kAside && close < chunks_.size() && !is(close, ChunkKind::Comma) &&
           !is(close, ChunkKind::Verb) && !is(close, ChunkKind::Break)) {
      ++close;
    }
    if (!is(close, ChunkKind::Comma) || is_dash(chunks_[close].span.begin) != dash ||
        !is(close + 1, ChunkKind::Preposition)) {
      continue;
    }
    chunks_[open].kind = ChunkKind::Open;
    chunks_[close].kind = ChunkKind::Close;
  }
}

// Behind the verb and object of a relative clause: "the men who lost the vote left". Past the
// sentence where they cannot be told from the start of another clause.
std::size_t Chunker::past_relative(std::size_t at) const {
  ++at;
  while (is(at, ChunkKind::Adverb)) ++at;
  const bool subject = is(at, ChunkKind::Phrase);
  if (subject) ++at;
  while (is(at, ChunkKind::Adverb)) ++at;
  if (!is_finite(at)) return chunks_.size();
  const Symbol verb = a_->symbols[a_->groups[chunks_[at].index].head].lemma;
  if (grammar_->with_clauses.contains(verb)) return chunks_.size();
  ++at;
  return !subject && is(at, ChunkKind::Phrase) ? at + 1 : at;
}

// Whether commas and a conjunction join more noun phrases behind this one.
bool Chunker::lists(std::size_t at) const {
  std::size_t next = at + 1;
  while (next < at + kReach && is(next, ChunkKind::Preposition) && is(next + 1, ChunkKind::Phrase))
    next += 2;
  if (is(next, ChunkKind::Conjunction)) return is(next + 1, ChunkKind::Phrase);
  if (!is(next, ChunkKind::Comma)) return false;
  if (is(next + 1, ChunkKind::Conjunction)) return is(next + 2, ChunkKind::Phrase);
  return is(next + 1, ChunkKind::Phrase) && chunks_[next + 1].lists_on;
}

// "after the vote" or "after the vote failed".
bool Chunker::decide_subordinator(std::size_t at) const {
  const Symbol word = a_->symbols[chunks_[at].span.begin].form;
  if (chunks_[at].span.size() > 1 || !grammar_->subordinators.contains(word)) return false;
  std::size_t next = at + 1;
  while (is(next, ChunkKind::Adverb) || is(next, ChunkKind::Quote)) ++next;
  if (is(next, ChunkKind::There)) return true;
  return is(next, ChunkKind::Phrase) && chunks_[next].leads_to_verb;
}

void Chunker::look_ahead() {
  for (std::size_t at = chunks_.size(); at-- > 0;) {
    Chunk& chunk = chunks_[at];
    if (chunk.kind == ChunkKind::Phrase) {
      chunk.leads_to_verb = leads(at + 1, static_cast<int>(kReach));
      chunk.lists_on = lists(at);
    } else if (chunk.kind == ChunkKind::Subordinator && chunk.span.size() > 1 &&
               complex_preposition(chunk.span.begin) == chunk.span.size()) {
      // "as far as the border" or "as far as the law allows".
      if (is(at + 1, ChunkKind::Phrase) && !chunks_[at + 1].leads_to_verb)
        chunk.kind = ChunkKind::Preposition;
    } else if (chunk.kind == ChunkKind::Adverb && decide_subordinator(at) &&
               grammar_->only_subordinators.contains(a_->symbols[chunk.span.begin].form)) {
      chunk.kind = ChunkKind::Subordinator;  // "once the snow melts"
    } else if (chunk.kind == ChunkKind::Preposition && decide_subordinator(at)) {
      chunk.kind = ChunkKind::Subordinator;
    } else if (chunk.kind == ChunkKind::Verb && is(at + 1, ChunkKind::Phrase)) {
      // "including three ministers": a participle that is a preposition.
      const VerbGroup& group = a_->groups[chunk.index];
      if (chunk.span.size() == 1 && a_->tag(group.head) == Tag::VBG &&
          grammar_->participial_prepositions.contains(a_->symbols[group.head].form)) {
        chunk.kind = ChunkKind::Preposition;
      }
    }
  }
}

}  // namespace testudo::english
