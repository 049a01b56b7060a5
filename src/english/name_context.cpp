#include "english/name_context.h"

#include <algorithm>

namespace testudo::english {
namespace {

class ContextReader {
 public:
  ContextReader(const NameTokens& tokens, std::span<FoundName> names)
      : t_(&tokens), a_(&tokens.analysis()), names_(names) {}

  void run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      FoundName& found = names_[i];
      read_before(found, i > 0 ? names_[i - 1].name.span.end : t_->sentence().begin);
      if (i > 0) read_coordination(names_[i - 1], found);
      read_behind(found);
      read_country(found);
      read_weak_clues(found);
      if (found.name.kind == EntityKind::Person && found.name.family.empty())
        find_person_parts(*t_, found.name);
    }
  }

 private:
  bool is_country(const FoundName& found) const {
    return found.name.mention != kNone &&
           t_->gazetteer().is_national(a_->mentions[found.name.mention]);
  }
  bool known(const FoundName& found) const { return found.name.mention != kNone; }

  // "rebel leader X", "the late X", "the village [of] X", "the newspaper X", "president of Y X".
  // `least`: where the name before ends, whose words are its own.
  void read_before(FoundName& found, std::uint32_t least) {
    NameMention& name = found.name;
    const std::uint32_t before = name.whole.begin - 1;
    if (!t_->inside(before) || is_country(found)) return;
    if (t_->has(before, NameWord::kRole | NameWord::kTitle) && is_noun(t_->tag(before)) &&
        name.title.empty()) {
      TokenSpan role = t_->role(before);
      if (!role.empty()) {
        role.begin = std::max(role.begin, least);  // "Tarvel Party leader X"
        take_role(found, role);
        return;
      }
    }
    if (t_->has(before, NameWord::kPersonModifier) && !known(found)) {
      found.suppose(EntityKind::Person, Clue::Description);
      name.whole.begin = before;
    }
    if (t_->tag(before) == Tag::Comma) {
      read_apposition_before(found, before);
    } else if (t_->is(before, "of") || t_->is(before, "to")) {
      read_before_of(found, before);
    } else {
      read_noun_before(found, before);
    }
  }

  // "Armenia's president, X,".
  void read_apposition_before(FoundName& found, std::uint32_t comma) {
    std::uint32_t p = t_->noun_phrase(comma - 1);
    // "the president of Armenia, X,", "the envoy to Chad, X,"
    std::uint32_t of_country = kNone;
    if (p != kNone && !t_->has(a_->phrases[p].head, NameWord::kRole)) {
      const std::uint32_t preposition = a_->phrases[p].span.begin - 1;
      if (t_->tag(preposition) != Tag::IN && t_->tag(preposition) != Tag::TO) return;
      if (t_->is(preposition, "of")) of_country = t_->national(comma - 1);
      comma = preposition;
      p = t_->noun_phrase(comma - 1);
    }
    const Tag behind = t_->tag(found.name.span.end);
    if (p == kNone || (behind != Tag::Comma && behind != Tag::Period)) return;
    const NounPhrase& phrase = a_->phrases[p];
    if (phrase.span.end != comma || !phrase.definite || !t_->has(phrase.head, NameWord::kRole) ||
        found.clue == Clue::Head) {
      return;
    }
    const TokenSpan role = t_->role(phrase.head);
    if (role.empty() || t_->tag(phrase.head) == Tag::NNS) return;
    NameMention& name = found.name;
    found.suppose(EntityKind::Person, Clue::Description);
    name.role = role;
    name.whole.begin = phrase.span.begin;
    std::uint32_t country = last_country({phrase.span.begin, role.begin});
    if (country == kNone) country = of_country;
    if (country == kNone && phrase.possessor != kNone) {
      const TokenSpan possessor = a_->phrases[phrase.possessor].span;
      country = t_->national(possessor.end - 1);
      name.whole.begin = possessor.begin;
    }
    if (name.country == kNone) name.country = country;
  }

  void take_role(FoundName& found, TokenSpan role) {
    NameMention& name = found.name;
    // "King" in "said King X" has a capital and was read with the run; what is left is a noun.
    name.role = role;
    name.whole.begin = role.begin;
    if (found.clue < Clue::Head) found.suppose(EntityKind::Person, Clue::Description);
  }

  void read_before_of(FoundName& found, std::uint32_t of) {
    const TokenSpan noun = t_->phrase(of - 1, NameWord::kPlaceNoun).span;
    if (!noun.empty() && !known(found)) {
      found.suppose(EntityKind::Place, Clue::Description);
      found.name.whole.begin = noun.begin;
      return;
    }
    // "the president of Armenia Robert X": the run began with the country.
    if (found.name.country == kNone || known(found)) return;
    const TokenSpan role = t_->role(of - 1);
    if (role.empty()) return;
    take_role(found, role);
    // "the U.S. ambassador to Ukraine X" is not Ukraine's.
    const std::uint32_t p = t_->noun_phrase(of - 1);
    if (t_->is(of, "of") || p == kNone) return;
    found.name.country = last_country({a_->phrases[p].span.begin, role.begin});
    if (found.name.country != kNone)
      found.name.whole.begin = a_->mentions[found.name.country].span.begin;
  }

  void read_noun_before(FoundName& found, std::uint32_t before) {
    if (known(found) || !is_noun(t_->tag(before))) return;
    if (const TokenSpan place = t_->phrase(before, NameWord::kPlaceNoun).span; !place.empty()) {
      // "said in the city Imre X" has a clue of its own.
      found.suppose(EntityKind::Place, Clue::Description);
      found.name.whole.begin = place.begin;
    } else if (const TokenSpan noun = t_->phrase(before, NameWord::kOrganizationNoun).span;
               !noun.empty()) {
      found.suppose(EntityKind::Organization, Clue::Description);
      found.name.whole.begin = noun.begin;
    }
  }

  // "Presidents X and Y".
  void read_coordination(const FoundName& one, FoundName& other) {
    if (one.name.kind != EntityKind::Person || known(other)) return;
    const TokenSpan title = one.name.title.empty() ? one.name.role : one.name.title;
    if (title.empty()) return;
    const Tag last = t_->tag(title.end - 1);
    const bool plural =
        last == Tag::NNS || last == Tag::NNPS || t_->text(title.end - 1).ends_with("s");
    if (!plural || !only_joints({one.name.whole.end, other.name.whole.begin})) return;
    other.suppose(EntityKind::Person, Clue::Description);
    (one.name.title.empty() ? other.name.role : other.name.title) = title;
  }

  bool only_joints(TokenSpan between) const {
    if (between.begin >= between.end) return false;
    for (std::uint32_t at = between.begin; at < between.end; ++at) {
      if (t_->tag(at) != Tag::Comma && t_->tag(at) != Tag::CC) return false;
    }
    return true;
  }

  void read_behind(FoundName& found) {
    const std::uint32_t next = found.name.span.end;
    if (!t_->inside(next)) return;
    if (t_->tag(next) == Tag::Comma) {
      read_apposition(found, next + 1);
      return;
    }
    if (!known(found)) read_noun_behind(found, next);
    if (found.clue == Clue::None && t_->has(next, NameWord::kSpeech) && is_verb(t_->tag(next)) &&
        looks_like_person(found.name.span)) {
      found.suppose(EntityKind::Person, Clue::Shape);
    }
    if (!known(found) && t_->is(next, "who")) found.suppose(EntityKind::Person, Clue::Description);
  }

  bool looks_like_person(TokenSpan span) const {
    if (span.size() < 2 || span.size() > 3) return false;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      if (t_->common_word(at) || t_->analysis().words[at].letter_case == Case::Upper) return false;
    }
    return true;
  }

  // "Hama province", "the Amal militia", "the Tarvel accord".
  void read_noun_behind(FoundName& found, std::uint32_t next) {
    NameMention& name = found.name;
    constexpr std::uint32_t kLongest = 3;  // words of such nouns
    for (std::uint32_t last = next; last < next + kLongest; ++last) {
      if (!is_common_noun(t_->tag(last))) {
        if (t_->tag(last) == Tag::JJ) continue;
        return;
      }
      if (is_common_noun(t_->tag(last + 1)))
        continue;  // "Hama province officials": the last counts
      if (begins_at(t_->phrase(last, NameWord::kPlaceNoun), next)) {
        if (found.clue >= Clue::Head) return;
        found.suppose(EntityKind::Place, Clue::Head);
        name.whole.end = last + 1;
      } else if (begins_at(t_->phrase(last, NameWord::kOrganizationNoun), next)) {
        if (found.clue >= Clue::FirstName) return;
        found.suppose(EntityKind::Organization, Clue::Head);
        name.whole.end = last + 1;
      } else if (begins_at(t_->phrase(last, NameWord::kAgreementNoun), next) &&
                 found.clue < Clue::FirstName && t_->is(name.whole.begin - 1, "the")) {
        found.suppose(EntityKind::Agreement, Clue::Head);
        name.span.end = last + 1;
        name.whole.end = last + 1;
      }
      return;
    }
  }

  static bool begins_at(const NameWords::Phrase& phrase, std::uint32_t at) {
    return !phrase.span.empty() && phrase.span.begin == at;
  }

  // Behind a comma: an age, a country, who, or a noun phrase that says what the name is.
  void read_apposition(FoundName& found, std::uint32_t at) {
    if (!t_->inside(at) || is_country(found)) return;
    NameMention& name = found.name;
    if (t_->is(at, "who") || t_->is(at, "whose")) {
      if (!known(found) && t_->is(at, "who")) found.suppose(EntityKind::Person, Clue::Shape);
      return;
    }
    if (t_->tag(at) == Tag::CD && t_->text(at).size() == 2 && t_->tag(at + 1) == Tag::Comma) {
      if (!known(found)) found.suppose(EntityKind::Person, Clue::Description);
      return;
    }
    if (names_its_country(name, at)) {
      name.country = t_->national(at);
      if (!known(found)) found.suppose(EntityKind::Place, Clue::Description);
      name.whole.end = t_->unit_end(at);
      return;
    }
    // "In Latakia, a spokesman …" begins a sentence, and says nothing of Latakia.
    if (place_preposition(name.whole.begin - 1)) return;
    read_appositive_phrase(found, at);
  }

  // "in Latakia, Syria": not a list of places.
  bool names_its_country(const NameMention& name, std::uint32_t at) const {
    if (t_->name_mention(at) == kNone || t_->national(at) == kNone) return false;
    if (!name.title.empty() || !name.role.empty()) return false;
    const std::uint32_t before = name.whole.begin - 1;
    const bool governed = t_->tag(before) == Tag::IN || t_->tag(before) == Tag::TO;
    if (!governed && name.whole.begin != t_->sentence().begin) return false;
    for (const std::string_view joining : {"between", "among", "with", "against", "by", "than"}) {
      if (t_->is(before, joining)) return false;
    }
    const std::uint32_t behind = t_->unit_end(at);
    if (t_->tag(behind) == Tag::CC || t_->tag(behind) == Tag::POS) return false;
    return t_->tag(behind) != Tag::Comma || t_->national(behind + 1) == kNone;
  }

  void read_appositive_phrase(FoundName& found, std::uint32_t at) {
    std::uint32_t p = t_->noun_phrase(at);
    if (p == kNone || a_->phrases[p].span.begin != at) return;
    std::uint32_t possessor = kNone;
    std::uint32_t head = a_->phrases[p].head;
    if (t_->tag(a_->phrases[p].span.end) == Tag::POS &&
        t_->noun_phrase(a_->phrases[p].span.end + 1) == p + 1) {
      possessor = p++;  // ", Iran's foreign minister,"
      head = a_->phrases[p].head;
    }
    // "X, president of Y": a phrase that ends with the head; "X, Prime Minister Y" goes on.
    if (!is_noun(t_->tag(head)) || t_->tag(head) == Tag::NNS || t_->name_token(head + 1)) return;
    const bool determined = possessor != kNone || is_determiner(t_->tag(at));
    const std::uint32_t behind = a_->phrases[p].span.end;
    const bool complement = t_->tag(behind) == Tag::IN || t_->tag(behind) == Tag::TO;
    const bool closed = t_->tag(behind) == Tag::Comma || t_->tag(behind) == Tag::Period ||
                        t_->is(behind, "who") || t_->tag(behind) == Tag::CloseBracket;
    if (!(determined ? (complement || closed) : complement)) return;
    if (t_->has(head, NameWord::kRole)) {
      take_appositive_role(found, p, possessor, at);
    } else if (!known(found) && determined) {
      if (t_->has(head, NameWord::kPlaceNoun)) {
        found.suppose(EntityKind::Place, Clue::Description);
      } else if (t_->has(head, NameWord::kOrganizationNoun)) {
        found.suppose(EntityKind::Organization, Clue::Description);
      }
    }
  }

  void take_appositive_role(FoundName& found, std::uint32_t p, std::uint32_t possessor,
                            std::uint32_t begin) {
    NameMention& name = found.name;
    const NounPhrase& phrase = a_->phrases[p];
    const TokenSpan role = t_->role(phrase.head);
    if (role.empty() || found.clue == Clue::Head) return;
    if (!known(found)) found.suppose(EntityKind::Person, Clue::Description);
    if (name.role.empty()) name.role = role;
    name.whole.end = phrase.span.end;
    if (possessor != kNone) begin = a_->phrases[possessor].span.begin;
    std::uint32_t country = last_country({begin, role.begin});
    if (country == kNone && t_->is(phrase.span.end, "of")) {
      const std::uint32_t next =
          t_->is(phrase.span.end + 1, "the") ? phrase.span.end + 2 : phrase.span.end + 1;
      country = t_->name_mention(next) != kNone ? t_->national(next) : kNone;
      if (country != kNone) name.whole.end = t_->unit_end(next);
    }
    if (name.country == kNone) name.country = country;
  }

  std::uint32_t last_country(TokenSpan span) const {
    for (std::uint32_t at = span.end; at-- > span.begin;) {
      if (t_->belongs_to(at) != kNone) return t_->belongs_to(at);
    }
    return kNone;
  }

  // The country in the name's own noun phrase, or its possessor's; and the description's beginning.
  void read_country(FoundName& found) {
    NameMention& name = found.name;
    if (t_->tag(name.span.begin - 1) == Tag::Comma) return;  // told before the comma
    if (is_country(found) || name.kind == EntityKind::Agreement || name.kind == EntityKind::Event)
      return;
    const std::uint32_t p = t_->noun_phrase(name.span.begin);
    if (p == kNone) return;
    const NounPhrase& phrase = a_->phrases[p];
    if (phrase.head >= name.whole.end || phrase.head < name.span.begin) return;  // a modifier only
    std::uint32_t begin = phrase.span.begin;
    if (begin < name.whole.begin && (is_determiner(t_->tag(begin)) || t_->tag(begin) == Tag::JJR ||
                                     is_adverb(t_->tag(begin)))) {
      ++begin;  // "Later X left"
    }
    // "Kenya's X Y"
    if (found.clue == Clue::None && phrase.possessor != kNone && !known(found) &&
        t_->national(a_->phrases[phrase.possessor].span.end - 1) != kNone &&
        looks_like_person(name.span)) {
      found.suppose(EntityKind::Person, Clue::Shape);
    }
    const bool described = !name.title.empty() || !name.role.empty() || name.whole.begin > begin ||
                           name.kind == EntityKind::Person;
    if (begin < name.whole.begin) {
      const bool other_name = holds_name({begin, name.whole.begin}, found);
      const std::uint32_t country = last_country({begin, name.whole.begin});
      if (name.country == kNone && (described || country != kNone)) name.country = country;
      if (!other_name || !name.title.empty() || !name.role.empty()) name.whole.begin = begin;
    }
    if (name.country == kNone && described && phrase.possessor != kNone) {
      const TokenSpan possessor = a_->phrases[phrase.possessor].span;
      const std::uint32_t country = t_->national(possessor.end - 1);
      if (country != kNone) {
        name.country = country;
        name.whole.begin = std::min(name.whole.begin, possessor.begin);
      }
    }
  }

  // Whether a name before this one stands in the span, which ends where this one's begins.
  bool holds_name(TokenSpan span, const FoundName& found) const {
    if (&found == names_.data()) return false;
    return (&found - 1)->name.span.overlaps(span);
  }

  bool place_preposition(std::uint32_t at) const {
    if (!t_->inside(at)) return false;
    const std::string_view text = t_->text(at);
    return text == "in" || text == "near" || text == "In" || text == "Near" || text == "outside" ||
           text == "around" || text == "at" || text == "At" || text == "from" || text == "From" ||
           text == "toward" || text == "towards" || text == "into";
  }

  // "in X"; "Daniel" alone.
  void read_weak_clues(FoundName& found) {
    const NameMention& name = found.name;
    if (known(found) || !name.title.empty() || !name.role.empty()) return;
    std::uint32_t before = found.name.whole.begin - 1;
    if (t_->tag(before) == Tag::JJ) --before;  // "in central X"
    if (place_preposition(before)) found.suppose(EntityKind::Place, Clue::Preposition);
    const std::uint32_t only = found.name.span.begin;
    if (found.name.span.size() == 1 && t_->has(only, NameWord::kFirstName) &&
        !t_->common_word(only)) {
      found.suppose(EntityKind::Person, Clue::Preposition);
    }
  }

  static bool is_determiner(Tag tag) { return tag == Tag::DT || tag == Tag::PRPS; }

  const NameTokens* t_;
  const Analysis* a_;
  std::span<FoundName> names_;
};

}  // namespace

void find_name_context(const NameTokens& tokens, std::span<FoundName> names) {
  ContextReader(tokens, names).run();
}

}  // namespace testudo::english
