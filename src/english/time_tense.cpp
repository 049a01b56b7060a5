#include "english/time_tense.h"

#include <optional>

namespace testudo::english {
namespace {

// How far the verb may be that a time belongs to.
constexpr std::uint32_t kReach = 40;
// How far "have" stands behind a modal at most: "may not yet have".
constexpr std::uint32_t kModalReach = 3;

bool is_perfect_modal(const TimeTokens& t, std::uint32_t modal) {
  for (std::uint32_t at = modal + 1; at <= modal + kModalReach; ++at) {
    if (t.lemma(at) == t.k.have && t.tag(at) == Tag::VB) return true;
    if (!is_adverb(t.tag(at)) && t.tag(at) != Tag::PRP) return false;
  }
  return false;
}

bool opens_future(const TimeTokens& t, std::uint32_t at) {
  return t.words()[t.lemma(at)].is(TimeClass::kFuture);
}

// What one verb tells of its clause; nothing if it leaves that to a verb before it.
std::optional<TimeTense> tense_of(const TimeTokens& t, std::uint32_t at, bool after_participle) {
  switch (t.tag(at)) {
    case Tag::MD:
      return is_perfect_modal(t, at) ? TimeTense::Past : TimeTense::Future;
    case Tag::VBD:
      return opens_future(t, at) ? TimeTense::Open : TimeTense::Past;  // "expected a deal in June"
    case Tag::VBZ:
    case Tag::VBP:
      if (t.lemma(at) == t.k.have) return after_participle ? TimeTense::Past : TimeTense::Open;
      return opens_future(t, at) ? TimeTense::Future : TimeTense::Open;
    case Tag::VBN: {  // "is scheduled for June"; "scheduled for June" may be either
      if (!opens_future(t, at)) return std::nullopt;
      const bool is = t.tag(at - 1) == Tag::VBZ || t.tag(at - 1) == Tag::VBP;
      return is ? TimeTense::Future : TimeTense::Open;
    }
    case Tag::VB: {
      // "agreed to meet", "is due to meet"; "was due to meet" can have come true by now.
      const std::uint32_t to = t.tag(at - 1) == Tag::TO ? at - 1 : kNone;
      if (to == kNone) return std::nullopt;
      const std::uint32_t opener = is_adverb(t.tag(to - 1)) ? to - 2 : to - 1;
      if (!opens_future(t, opener)) return std::nullopt;
      const bool passive = !is_finite_verb(t.tag(opener));
      for (std::uint32_t back = 1; passive && back <= kModalReach; ++back) {
        if (t.tag(opener - back) == Tag::VBD) return TimeTense::Open;
      }
      return TimeTense::Future;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

TimeTense tense_at(const TimeTokens& tokens, TokenSpan span) {
  const TokenSpan sentence = tokens.sentence();
  bool participle = false;
  for (std::uint32_t steps = 0, at = span.begin; at > sentence.begin && steps < kReach; ++steps) {
    --at;
    const Tag tag = tokens.tag(at);
    if (tag == Tag::Colon && !tokens.is_hyphen(at)) break;
    participle = participle || tag == Tag::VBN;
    if (const auto told = tense_of(tokens, at, participle)) return *told;
  }
  for (std::uint32_t at = span.end; at < sentence.end && at < span.end + kReach; ++at) {
    if (tokens.tag(at) == Tag::Colon && !tokens.is_hyphen(at)) break;
    const bool perfect = tokens.tag(at + 1) == Tag::VBN || tokens.tag(at + 2) == Tag::VBN;
    if (const auto told = tense_of(tokens, at, perfect)) return *told;
  }
  return TimeTense::Open;
}

}  // namespace testudo::english
