#include "english/name_extent.h"

namespace testudo::english {
namespace {

// No name is longer, in tokens; a page of capitals without an end is cut so that later steps, which
// look through a run more than once, stay linear in the text.
constexpr std::uint32_t kLongestRun = 40;

bool is_and(std::string_view text) { return text == "and" || text == "&"; }

}  // namespace

std::uint32_t NameExtent::end(std::uint32_t begin) const {
  std::uint32_t at = t_->unit_end(begin);
  bool linked = false;  // behind an of, for or on
  while (t_->inside(at) && at - begin < kLongestRun) {
    if (starts(at)) {
      at = t_->unit_end(at);
      continue;
    }
    const std::uint32_t next = behind_joint(begin, at, linked);
    if (next == kNone) break;
    at = next;
  }
  return at;
}

// Where the run goes on behind the small words that begin at a token, or kNone.
std::uint32_t NameExtent::behind_joint(std::uint32_t begin, std::uint32_t at, bool& linked) const {
  if (t_->hyphen(at)) return behind_hyphen(at);
  if (const std::uint32_t role_end = behind_role(begin, at); role_end != kNone) return role_end;
  if (t_->tag(at) == Tag::POS)
    return t_->has(at - 1, NameWord::kPossessiveOpener) && t_->capital(at - 1) && starts(at + 1)
               ? at + 1
               : kNone;
  if (t_->tag(at) == Tag::Comma) return behind_suffix(at);
  if (is_and(t_->text(at))) return joins_with_and(at, linked) ? at + 1 : kNone;
  if (t_->tag(at) == Tag::CD && t_->has(at - 1, NameWord::kNumbered)) return at + 1;
  const std::uint32_t next = behind_preposition(at, linked);
  if (next != kNone) linked = true;
  return next;
}

// "Jong-un", "al-Assad", "Anglo-Irish"; also the two countries of "U.S.-Soviet Treaty", but not
// those of "U.S.-Chinese rivalry".
std::uint32_t NameExtent::behind_hyphen(std::uint32_t at) const {
  const std::uint32_t next = at + 1;
  constexpr std::size_t kShort = 4;  // bytes: "Lashkar-e-Taiba"
  if (!t_->capital(next) && t_->text(next).size() <= kShort && t_->hyphen(next + 1) &&
      t_->joins(next + 2)) {
    return next + 2;
  }
  if (!t_->joins(next) && !t_->demonym(next)) return kNone;
  const bool countries = t_->national(at - 1) != kNone || t_->national(next) != kNone;
  if ((countries || t_->demonym(next)) && !t_->joins(t_->unit_end(next))) return kNone;
  return next;
}

// "Secretary of State": the small word is inside a title.
std::uint32_t NameExtent::behind_role(std::uint32_t begin, std::uint32_t at) const {
  constexpr std::uint32_t kFarthest = 3;  // "of the Interior", "of Foreign Affairs"
  for (std::uint32_t last = at + 1; last <= at + kFarthest; ++last) {
    if (!t_->capital(last)) continue;
    const TokenSpan role = t_->role(last);
    if (!role.empty() && role.begin < at && role.begin >= begin) return last + 1;
  }
  return kNone;
}

// "Veles, Inc.", "Imre Vas, Jr."
std::uint32_t NameExtent::behind_suffix(std::uint32_t at) const {
  const std::uint32_t next = at + 1;
  const bool abbreviation = t_->text(next).ends_with('.') && t_->capital(next);
  return abbreviation && t_->has(next, NameWord::kSuffix | NameWord::kOrganizationHead) ? next + 1
                                                                                        : kNone;
}

// "Ministry of [the] …", "Institute for …", "Conference on …": behind a head, or further inside
// such a name ("Union for the Independence of Angola").
std::uint32_t NameExtent::behind_preposition(std::uint32_t at, bool linked) const {
  const bool of = t_->is(at, "of");
  if (!of && !t_->is(at, "for") && !t_->is(at, "on")) return kNone;
  const bool head = t_->has(at - 1, NameWord::kHeads);
  // "Nathan Law of …"
  if (head && t_->has(at - 1, NameWord::kSurnameHead) && t_->has(at - 2, NameWord::kFirstName))
    return kNone;
  if (!t_->capital(at - 1) || (!head && !(linked && of && t_->common_word(at - 1)))) return kNone;
  const std::uint32_t next = t_->is(at + 1, "the") ? at + 2 : at + 1;
  if (of) return starts(next) ? next : kNone;
  // "the Agency for Reform", but not "left the Agency for Geneva".
  return t_->joins(next) && t_->common_word(next) && t_->name_mention(next) == kNone ? next : kNone;
}

// "Trade and Industry": between common words, inside a name that goes on behind a head, or that a
// head or a title ends.
bool NameExtent::joins_with_and(std::uint32_t at, bool linked) const {
  const std::uint32_t next = at + 1;
  if (!t_->joins(next) || !t_->common_word(at - 1) || !t_->common_word(next)) return false;
  if (t_->mention(at - 1) != kNone || t_->name_mention(next) != kNone) return false;
  if (linked && !t_->has(next, NameWord::kHeads)) return true;
  if (t_->has(at - 1, NameWord::kHeads | NameWord::kRole | NameWord::kTitle)) return false;
  std::uint32_t last = next;
  while (t_->joins(last + 1)) ++last;
  for (std::uint32_t word = next + 1; word <= last; ++word) {
    if (t_->has(word, NameWord::kHeads | NameWord::kRole)) return true;
  }
  return false;
}

}  // namespace testudo::english
