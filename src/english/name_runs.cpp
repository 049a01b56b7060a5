// What stands in a run of name words, whose ends name_extent.h finds:
//   run     → country* (title)? name | country* name | country* role
//   name    → word+ | head of [the] name | name and word+ head | …
#include "english/name_runs.h"

#include <algorithm>

#include "english/name_extent.h"

namespace testudo::english {
namespace {

// "Kwok Ka-lam": one word and a given name of two syllables, the second one small.
bool is_far_eastern(const NameTokens& tokens, TokenSpan span) {
  return span.size() == 4 && tokens.hyphen(span.begin + 2) && !tokens.capital(span.begin + 3) &&
         tokens.text(span.begin).find('.') == std::string_view::npos;
}

bool is_and(std::string_view text) { return text == "and" || text == "&"; }

class RunReader {
 public:
  RunReader(const NameTokens& tokens, std::vector<FoundName>& found) : t_(&tokens), out_(&found) {}

  void read(std::uint32_t begin, std::uint32_t end) {
    prefix_ = begin;
    country_ = kNone;
    std::uint32_t at = strip_countries(begin, end);
    if (at >= end) {
      add_mention(begin, end);
      return;
    }
    const TokenSpan behind_of = role_before_of(at, end);
    if (!behind_of.empty()) {
      FoundName& found = add({behind_of.end, end}, EntityKind::Person, Clue::Title);
      found.name.title = behind_of;
      found.name.whole.begin = behind_of.begin;
      return;
    }
    const TokenSpan title = last_title(at, end);
    if (title.empty()) {
      read_name(at, end);
    } else {
      read_title(at, title, end);
    }
  }

 private:
  // Takes the countries at a run's beginning, but leaves at least one other word: "Kyrgyz" of
  // "Kyrgyz Prime Minister X", "U.S." of "U.S. Congress", "Egypt-Israel" of "Egypt-Israel Treaty".
  // A whole run of countries gives its end.
  std::uint32_t strip_countries(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    while (at < end && t_->national(at) != kNone) {
      const std::uint32_t next = t_->unit_end(at);
      // "Israel Vas": a first name.
      if (at == begin && t_->name_mention(at) != kNone && next + 1 == end &&
          t_->has(at, NameWord::kFirstName) && next == at + 1 &&
          !t_->has(next, NameWord::kHeads | NameWord::kRole | NameWord::kTitle) &&
          !t_->common_word(next)) {
        return at;
      }
      if (next < end && !t_->joins(next) && !t_->demonym(next) && !t_->hyphen(next)) return at;
      country_ = t_->national(at);
      at = next;
      if (at < end && t_->hyphen(at)) ++at;
    }
    return at;
  }

  // "Minister of Water Resources Imre Vas", the run beginning behind the of: the words of the
  // office, before a word that no dictionary has as common.
  TokenSpan role_before_of(std::uint32_t begin, std::uint32_t end) const {
    if (begin < t_->sentence().begin + 2) return {};
    if (!t_->is(begin - 1, "of") && !t_->is(begin - 1, "for")) return {};
    const TokenSpan role = t_->role(begin - 2);
    if (role.empty() || t_->name_mention(begin) != kNone) return {};
    std::uint32_t at = begin;
    while (at < end && (t_->common_word(at) || is_and(t_->text(at)))) ++at;
    const bool office = at > begin && at < end && t_->mention(at) == kNone;
    return office ? TokenSpan{role.begin, at} : TokenSpan{};
  }

  // The last title or role of the run that has a name behind it.
  TokenSpan last_title(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t last = end; last-- > begin;) {
      if (!t_->has(last, NameWord::kTitle | NameWord::kRole)) continue;
      if (t_->name_mention(last) != kNone && t_->unit_end(last) != last + 1) continue;
      TokenSpan title = t_->role(last);
      if (title.empty()) continue;
      title.begin = std::max(title.begin, begin);
      if (title.end == end) {
        // "Stephen King" and "Union of Teachers" are names, "the Prime Minister" is none.
        if (title.size() == 1 && last > begin && t_->has(last - 1, NameWord::kFirstName)) continue;
        if (head_of({begin, end}) + 1 != end) continue;
        return title;
      }
      if (!t_->joins(title.end)) continue;
      const TokenSpan rest{title.end, end};
      // "General Electric Co.", "King Abdullah University", "Justice Party"; but "Minister Park".
      const std::uint32_t names =
          NameWord::kFirstName | (rest.size() == 1 ? NameWord::kSurnameHead : 0U);
      if (!t_->has(rest.begin, names) && head_kind(rest) != EntityKind::Unknown) continue;
      // "Chief" of "Mr. Chief": titles are not persons' first names where they are both and stand
      // in the middle.
      if (t_->has(last, NameWord::kFirstName) && last > begin &&
          !t_->has(last - 1, NameWord::kTitle | NameWord::kRole)) {
        continue;
      }
      return title;
    }
    return {};
  }

  void read_title(std::uint32_t begin, TokenSpan title, std::uint32_t end) {
    // Other capitals directly before belong to it: "Planning and Investment Minister".
    const std::uint32_t core = title.begin;
    while (title.begin > begin && t_->mention(title.begin - 1) == kNone) --title.begin;
    while (title.begin < core && !t_->joins(title.begin)) ++title.begin;
    // "Veles Party Chairman", "State Department Spokesman": an organization's name stands there.
    if (title.begin < core && t_->has(core - 1, NameWord::kOrganizationHead)) {
      read_name(begin, core);
      title.begin = core;
    } else if (title.begin > begin) {
      read_name(begin, title.begin);
    }
    if (title.end >= end) return;
    FoundName& found = add({title.end, end}, EntityKind::Person, Clue::Title);
    found.name.title = title;
    found.name.whole.begin = prefix_;
  }

  // A name without a title, behind the run's countries.
  void read_name(std::uint32_t begin, std::uint32_t end) {
    while (end > begin && !t_->joins(end - 1) && t_->tag(end - 1) != Tag::CD) --end;
    if (begin >= end) return;
    const std::uint32_t m = t_->mention(begin);
    const std::uint32_t unit = t_->unit_end(begin);
    if (m != kNone && unit >= end) {
      add_mention(begin, end);
      return;
    }
    const EntityKind kind = head_kind({begin, end});
    if (kind == EntityKind::Unknown) {
      read_headless(begin, end);
      return;
    }
    if (is_surname(begin, end)) {
      add({begin, end}, EntityKind::Person, Clue::FirstName);
      return;
    }
    // "Security Council Resolution 5000": the council is a name by itself.
    if (m != kNone && t_->name_mention(begin) != kNone && t_->national(begin) == kNone &&
        t_->has(unit, NameWord::kNumbered)) {
      add_mention(begin, unit);
      prefix_ = unit;
      add({unit, end}, kind, Clue::Head);
      return;
    }
    const bool bare = begin + 1 == end && prefix_ == begin;
    if (bare && (kind == EntityKind::Agreement || kind == EntityKind::Event)) return;
    // The country is a part of such a name: "Nigerian Union of Teachers".
    FoundName& found = add({prefix_, end}, kind, Clue::Head);
    if (found.name.country == kNone) found.name.country = country_inside({begin, end});
  }

  std::uint32_t country_inside(TokenSpan span) const {
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      if (t_->national(at) != kNone) return t_->national(at);
    }
    return kNone;
  }

  // A name's head word: the one before its of, for or on, or the last one.
  std::uint32_t head_of(TokenSpan span) const {
    for (std::uint32_t at = span.begin + 1; at < span.end; ++at) {
      if ((t_->is(at, "of") || t_->is(at, "for") || t_->is(at, "on")) &&
          t_->has(at - 1, NameWord::kHeads)) {
        return at - 1;
      }
    }
    return span.end - 1;
  }

  // The kind that a name's head word, number or first word tells.
  EntityKind head_kind(TokenSpan span) const {
    const std::uint32_t head = head_of(span);
    if (span.size() > 1 && t_->tag(head) == Tag::CD && t_->has(head - 1, NameWord::kNumbered))
      return EntityKind::Agreement;
    if (span.size() > 1 && t_->has(span.begin, NameWord::kEventOpener)) return EntityKind::Event;
    if (t_->has(head, NameWord::kAgreementHead) && !t_->has(head, NameWord::kOrganizationHead))
      return EntityKind::Agreement;
    if (t_->has(head, NameWord::kOrganizationHead)) return EntityKind::Organization;
    if (t_->has(head, NameWord::kEventHead)) return EntityKind::Event;
    if (t_->has(head, NameWord::kPlaceHead)) return EntityKind::Place;
    if (span.size() > 1 && t_->has(span.begin, NameWord::kPlaceOpener) &&
        !t_->hyphen(span.begin + 1)) {
      return EntityKind::Place;
    }
    return EntityKind::Unknown;
  }

  // "Tony Hall", "Marc Amon Hill": a first name and a head that is a family name, too.
  bool is_surname(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t size = end - begin;
    return (size == 2 || (size == 3 && !t_->common_word(begin + 1))) &&
           t_->has(begin, NameWord::kFirstName) && t_->has(end - 1, NameWord::kSurnameHead);
  }

  // A run whose words tell no head: known names and runs of unknown words, one after the other.
  void read_headless(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    while (at < end) {
      if (t_->name_mention(at) != kNone && !begins_person(at, end)) {
        const std::uint32_t unit = std::min(t_->unit_end(at), end);
        add_mention(at, unit);
        at = unit;
        prefix_ = at;
        country_ = kNone;
        continue;
      }
      if (!t_->joins(at)) {  // a joint between two names
        prefix_ = ++at;
        continue;
      }
      std::uint32_t stop = at + 1;
      while (stop < end && goes_on(at, stop)) ++stop;
      while (stop > at + 1 && !t_->joins(stop - 1)) --stop;
      // "East Kigali": the direction describes the known place.
      const bool direction = stop == at + 1 && t_->has(at, NameWord::kPlaceHead) &&
                             t_->name_mention(stop) != kNone && stop < end;
      if (!direction) {
        add_unknown(at, stop);
        prefix_ = stop;
        country_ = kNone;
      }
      at = stop;
    }
  }

  // Inside a run of unknown words a known name is a family name (Arvo Biden), or the word after a
  // first name (Jordan Vas).
  bool goes_on(std::uint32_t begin, std::uint32_t at) const {
    const std::uint32_t m = t_->name_mention(at);
    if (m == kNone) return true;
    const NameTokens& t = *t_;
    return t.gazetteer().has_kind(t.analysis().mentions[m], NameKind::FamilyName) ||
           (t.has(begin, NameWord::kFirstName) && t.national(at) == kNone) || t.hyphen(at - 1);
  }

  bool begins_person(std::uint32_t at, std::uint32_t end) const {
    return t_->unit_end(at) == at + 1 && at + 1 < end && t_->joins(at + 1) &&
           t_->name_mention(at + 1) == kNone && t_->has(at, NameWord::kFirstName);
  }

  void add_unknown(std::uint32_t begin, std::uint32_t end) {
    bool proper = false;
    for (std::uint32_t at = begin; at < end; ++at) {
      const bool unheard_of = t_->analysis().words[at].form == WordId::None && t_->capital(at);
      proper = proper || unheard_of || t_->name_token(at);
    }
    // "Muslims", "Republicans": actors without a name.
    const bool actor = begin + 1 == end && t_->has(begin, NameWord::kActor);
    if (!proper || actor) return;
    FoundName& found = add({begin, end}, EntityKind::Unknown, Clue::None);
    found.name.whole.begin = std::min(prefix_, begin);
    if (end > begin + 1) {
      if (t_->has(begin, NameWord::kFirstName | NameWord::kFamilyFirst) ||
          is_far_eastern(*t_, {begin, end}))
        found.suppose(EntityKind::Person, Clue::FirstName);
      for (std::uint32_t at = begin + 1; at + 1 < end; ++at) {
        if (t_->has(at, NameWord::kLink) && !t_->capital(at))
          found.suppose(EntityKind::Person, Clue::Shape);
      }
      take_family_mention(found);
    } else if (is_acronym(begin)) {
      found.suppose(EntityKind::Organization, Clue::Shape);
    }
  }

  bool is_acronym(std::uint32_t at) const {
    constexpr std::size_t kLongest = 7;
    return !t_->headline() && t_->text(at).size() > 1 && t_->text(at).size() <= kLongest &&
           t_->text(at).find('.') == std::string_view::npos &&
           t_->analysis().words[at].letter_case == Case::Upper;
  }

  // The lexicon's family name at the end of a person's name.
  void take_family_mention(FoundName& found) const {
    const TokenSpan span = found.name.span;
    const std::uint32_t m = t_->name_mention(span.end - 1);
    if (m == kNone) return;
    const Mention& mention = t_->analysis().mentions[m];
    if (!span.contains(mention.span) || !t_->gazetteer().has_kind(mention, NameKind::FamilyName)) {
      return;
    }
    found.name.mention = m;
    found.suppose(EntityKind::Person, Clue::FirstName);
  }

  // The name mention at a token; a country's kind is clear.
  void add_mention(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t m = t_->name_mention(at);
      const std::uint32_t unit = t_->unit_end(at);
      if (m != kNone) {
        if (country_ == m) country_ = kNone;
        FoundName& found = add(t_->analysis().mentions[m].span, EntityKind::Unknown, Clue::None);
        found.name.mention = m;
        read_known(found);
        country_ = kNone;
      }
      at = unit;
      prefix_ = at;
    }
  }

  // A country's kind is clear, and what other names say themselves is taken.
  void read_known(FoundName& found) const {
    const TokenSpan span = found.name.span;
    if (t_->national(span.begin) != kNone) {
      found.suppose(EntityKind::Place, Clue::Head);
    } else if (is_surname(span.begin, span.end)) {
      found.suppose(EntityKind::Person, Clue::FirstName);
    } else if (const EntityKind kind = head_kind(span); kind != EntityKind::Unknown) {
      found.suppose(kind, Clue::Head);
    } else if (span.size() > 1 && t_->has(span.begin, NameWord::kFirstName)) {
      found.suppose(EntityKind::Person, Clue::FirstName);
    } else if (span.size() == 1 && is_acronym(span.begin)) {
      found.suppose(EntityKind::Organization, Clue::Shape);
    }
  }

  FoundName& add(TokenSpan span, EntityKind kind, Clue clue) {
    FoundName& found = out_->emplace_back();
    found.name.span = span;
    found.name.whole = {std::min(prefix_, span.begin), span.end};
    found.name.country = country_;
    found.name.kind = kind;
    found.clue = clue;
    const std::uint32_t m = t_->name_mention(span.begin);
    if (m != kNone && t_->analysis().mentions[m].span == span) found.name.mention = m;
    if (kind == EntityKind::Person) take_family_mention(found);
    return found;
  }

  const NameTokens* t_;
  std::vector<FoundName>* out_;
  std::uint32_t prefix_ = 0;       // where the description begins: the run's countries
  std::uint32_t country_ = kNone;  // the last of them
};

}  // namespace

void find_name_runs(const NameTokens& tokens, std::vector<FoundName>& found) {
  const NameExtent extent(tokens);
  RunReader reader(tokens, found);
  const TokenSpan sentence = tokens.sentence();
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    if (!extent.starts(at)) {
      ++at;
      continue;
    }
    const std::uint32_t end = extent.end(at);
    reader.read(at, end);
    at = end;
  }
}

// The family name is the last word with the particles and hyphened words before it; with names of
// the Far East it is the first word, where a hyphen or words that no dictionary knows follow.
void find_person_parts(const NameTokens& tokens, NameMention& name) {
  TokenSpan span = name.span;
  while (span.size() > 1 && tokens.has(span.end - 1, NameWord::kSuffix)) {
    --span.end;
    if (span.size() > 1 && tokens.tag(span.end - 1) == Tag::Comma) --span.end;
  }
  const bool has_suffix = span.end != name.span.end;
  if (span.size() == 1) {
    (has_suffix ? name.given : name.family) = span;  // "Pope Benedict XVI"
    return;
  }
  if (is_far_eastern(tokens, span)) {
    name.family = {span.begin, span.begin + 1};
    name.given = {span.begin + 1, span.end};
    return;
  }
  if (tokens.has(span.begin, NameWord::kFamilyFirst) && !tokens.hyphen(span.begin + 1)) {
    const std::uint32_t second = span.begin + 1;
    const bool hyphened = tokens.hyphen(second + 1);
    const bool unknown = tokens.analysis().words[second].form == WordId::None;
    if (hyphened || (unknown && span.size() <= 3) || span.size() == 3) {
      name.family = {span.begin, second};
      name.given = {second, span.end};
      return;
    }
  }
  std::uint32_t begin = span.end - 1;
  while (begin > span.begin) {
    if (begin >= span.begin + 2 && tokens.hyphen(begin - 1)) {
      begin -= 2;
    } else if (begin > span.begin + 1 && tokens.has(begin - 1, NameWord::kLink)) {
      --begin;
    } else {
      break;
    }
  }
  name.given = {span.begin, begin};
  name.family = {begin, span.end};
}

}  // namespace testudo::english
