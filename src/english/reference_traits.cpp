#include "english/reference_traits.h"

namespace testudo::english {
namespace {

using Class = EntityClass;

bool is_plural_tag(Tag t) { return t == Tag::NNS || t == Tag::NNPS; }

}  // namespace

bool PhraseDescriber::is_common_word(const Analysis& a, std::uint32_t token) const {
  return (table_->word_classes(a.words[token].lemma_id) & WordClass::kNoun) != 0;
}

bool PhraseDescriber::is_title(const Analysis& a, std::uint32_t token) const {
  const Symbol lemma = a.symbols[token].lemma;
  const Symbol form = a.symbols[token].form;
  if (g_->person_nouns.contains(lemma) || g_->male_titles.contains(form) ||
      g_->female_titles.contains(form)) {
    return true;
  }
  // "Gen.", "Dr.": abbreviations are no names.
  return a.text(token).size() > 2 && a.text(token).ends_with('.');
}

// From the head back over the words with capitals: "Free Liberation Front", "Nikolai Tanaev" of
// "Prime Minister Nikolai Tanaev".
TokenSpan PhraseDescriber::name_run(const Analysis& a, const NounPhrase& phrase) const {
  std::uint32_t begin = phrase.head;
  while (begin > phrase.span.begin) {
    const std::uint32_t before = begin - 1;
    const bool joint = a.tag(before) == Tag::Colon && before > phrase.span.begin;
    if (!joint && !is_proper_noun(a.tag(before))) {
      const bool inside = is_adjective(a.tag(before)) && before > phrase.span.begin &&
                          a.words[before].letter_case == Case::Capitalised;
      if (!inside) break;
    }
    // A title ends a person's name; "General" can begin another one ("General Staff").
    if (!joint && is_title(a, before) && !g_->group_nouns.contains(a.symbols[phrase.head].lemma))
      break;
    begin = joint ? before - 1 : before;
  }
  return {begin, phrase.head + 1};
}

Gender PhraseDescriber::gender_of(const Analysis& a, TokenSpan span) const {
  bool male = false;
  bool female = false;
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const WordSymbols& word = a.symbols[t];
    male = male || g_->male_titles.contains(word.form) || g_->male_nouns.contains(word.lemma);
    female =
        female || g_->female_titles.contains(word.form) || g_->female_nouns.contains(word.lemma);
  }
  if (male != female) return male ? Gender::Male : Gender::Female;
  return Gender::Unknown;
}

std::span<const DescribingNoun> PhraseDescriber::nouns_of(std::uint32_t entity) const {
  if (entities_ == nullptr || entity == kNone) return {};
  return entities_->nouns(entities_->traits(entity));
}

DescribingNoun PhraseDescriber::noun_at(const Analysis& a, std::uint32_t token,
                                        std::uint32_t begin) const {
  DescribingNoun noun;
  noun.noun = a.words[token].lemma_id;
  if (token > begin && (is_noun(a.tag(token - 1)) || is_adjective(a.tag(token - 1))))
    noun.modifier = a.words[token - 1].lemma_id;
  return noun;
}

// Whether a name begins before the lexicon's mention in it, so that it is another name.
bool PhraseDescriber::begins_before(const Analysis& a, const NounPhrase& phrase,
                                    const Mention& mention) const {
  const std::uint32_t before = mention.span.begin - 1;
  return mention.span.begin > phrase.span.begin && is_proper_noun(a.tag(before)) &&
         name_run(a, phrase).begin <= before;
}

// Takes the classes of the entities that a mention can name; false where it names none: an office
// for one, or the family name of someone else.
bool PhraseDescriber::take_mention(const Analysis& a, const NounPhrase& phrase,
                                   std::uint32_t mention, PhraseTraits& traits) const {
  const Mention& m = a.mentions[mention];
  if (m.span.begin < phrase.span.begin || m.span.end <= phrase.head) return false;
  std::uint8_t classes = 0;
  bool same_gender = true;
  for (const Reading& reading : gazetteer_->readings(m)) {
    if (reading.kind == NameKind::Demonym || reading.kind == NameKind::Inhabitant) {
      classes |= Class::kPerson | Class::kPeople;
      continue;
    }
    const EntityTraits entity =
        entities_ == nullptr ? EntityTraits{} : entities_->traits(reading.entity);
    if ((entity.classes & Class::kConcept) != 0) continue;
    // "Team Estonia" is not Estonia, "Anna Putin" not Putin.
    const bool in_full =
        reading.kind != NameKind::FamilyName && (entity.classes & Class::kPerson) != 0;
    if (!in_full && begins_before(a, phrase, m)) continue;
    if (reading.kind == NameKind::FamilyName) {
      traits.family_name = traits.family_name || traits.entity == kNone;
    }
    if (traits.entity == kNone) {
      traits.entity = reading.entity;
      traits.gender = entity.gender;
    }
    same_gender = same_gender && traits.gender == entity.gender;
    classes |= entity.classes;
  }
  if (!same_gender) traits.gender = Gender::Unknown;
  if (traits.entity == kNone && classes == 0) return false;
  traits.named = traits.entity != kNone;
  traits.mention = mention;
  traits.certain = classes != 0;
  traits.classes = classes != 0 ? classes : std::uint8_t{Class::kPerson | Class::kNeuter};
  return true;
}

// A name that the lexicon does not know: the words around it say what it can be.
void PhraseDescriber::take_name(const Analysis& a, const NounPhrase& phrase,
                                PhraseTraits& traits) const {
  traits.named = true;
  traits.name = name_run(a, phrase);
  const WordSymbols& head = a.symbols[phrase.head];
  const Symbol first = a.symbols[traits.name.begin].form;
  if (g_->group_nouns.contains(head.lemma)) {
    traits.classes = Class::kOrganization;
    traits.number = Number::Either;
    traits.certain = true;
    return;
  }
  traits.gender = gender_of(a, {phrase.span.begin, traits.name.begin});
  if (traits.name.size() > 1) {
    if (g_->male_names.contains(first)) traits.gender = Gender::Male;
    if (g_->female_names.contains(first)) traits.gender = Gender::Female;
  }
  // "Imre Vas", "the Patriots"
  if (traits.number == Number::Plural)
    traits.number = traits.name.size() > 1 ? Number::Singular : Number::Either;
  const bool titled = traits.name.begin > phrase.span.begin && is_title(a, traits.name.begin - 1);
  if (titled || (traits.name.size() > 1 && traits.gender != Gender::Unknown)) {
    traits.classes = Class::kPerson;
    traits.certain = true;
    return;
  }
  traits.classes = Class::kPerson | Class::kNeuter;
  const bool acronym = traits.name.size() == 1 && a.text(phrase.head).size() > 1 &&
                       a.words[phrase.head].letter_case == Case::Upper;
  const bool article = a.symbols[phrase.span.begin].form == g_->the;
  if (acronym || article) traits.classes = Class::kNeuter;
  if (acronym) traits.number = Number::Either;
}

void PhraseDescriber::take_common(const Analysis& a, const NounPhrase& phrase,
                                  PhraseTraits& traits) const {
  const WordId lemma = a.words[phrase.head].lemma_id;
  const Symbol symbol = a.symbols[phrase.head].lemma;
  const NounKind kind = table_->first_noun_kind(lemma);
  traits.noun = noun_at(a, phrase.head, phrase.span.begin);
  traits.certain = true;
  const bool plural = traits.number == Number::Plural;
  if (g_->group_nouns.contains(symbol)) {
    traits.classes = Class::kOrganization;
    // A newspaper can be read, a bank robbed.
    if ((table_->noun_kinds(lemma) & (bit(NounKind::Artifact) | bit(NounKind::Communication))) != 0)
      traits.classes |= Class::kThing;
    if (!plural) traits.number = Number::Either;
  } else if (g_->country_nouns.contains(symbol)) {
    traits.classes = Class::kCountry;
  } else if (g_->person_nouns.contains(symbol) || kind == NounKind::Person) {
    traits.classes = plural ? Class::kPeople : Class::kPerson;
    traits.gender = gender_of(a, {phrase.head, phrase.head + 1});
    // "police", "staff": several without an s
    if (kind == NounKind::Group && !plural) traits.number = Number::Plural;
  } else if (kind == NounKind::Group) {
    traits.classes = Class::kOrganization | Class::kThing;
    if (!plural) traits.number = Number::Either;
  } else if (kind == NounKind::Location) {
    traits.classes = Class::kPlace | Class::kThing;
  } else {
    traits.classes = Class::kThing;
  }
}

PhraseTraits PhraseDescriber::traits(const Analysis& a, std::uint32_t index,
                                     std::uint32_t mention) const {
  const NounPhrase& phrase = a.phrases[index];
  if (phrase.pronoun) return pronoun(a, phrase.head);
  PhraseTraits traits;
  const Tag tag = a.tag(phrase.head);
  if (is_plural_tag(tag)) traits.number = Number::Plural;
  if (!is_noun(tag) || phrase.negated) return traits;
  const WordId lemma = a.words[phrase.head].lemma_id;
  if (mention != kNone && take_mention(a, phrase, mention, traits)) {
    // "the United States", "the United Nations" are one.
    if (traits.named && (traits.classes & (Class::kCountry | Class::kOrganization)) != 0)
      traits.number =
          (traits.classes & Class::kOrganization) != 0 ? Number::Either : Number::Singular;
    traits.antecedent = true;
    if (!is_proper_noun(tag) ||
        ((traits.classes & Class::kPerson) == 0 && is_common_word(a, phrase.head)))
      traits.noun = noun_at(a, phrase.head, phrase.span.begin);
    return traits;
  }
  if (mention != kNone && a.mentions[mention].span.begin < phrase.span.begin)
    return traits;  // inside of a longer name: "Bank of England"
  if ((table_->features(a.words[phrase.head].form) & (Feature::kMonth | Feature::kWeekday)) != 0 ||
      g_->time_nouns.contains(a.symbols[phrase.head].lemma) ||
      (table_->features(lemma) & Feature::kNumberWord) != 0) {
    return traits;
  }
  traits.antecedent = true;
  // "the President", "the Minister": a role with a capital is no name.
  const bool role = is_proper_noun(tag) && is_title(a, phrase.head);
  if (is_proper_noun(tag) && !role) {
    take_name(a, phrase, traits);
    if ((traits.classes & Class::kPerson) == 0 && is_common_word(a, phrase.head))
      traits.noun = noun_at(a, phrase.head, phrase.span.begin);
  } else if (lemma != WordId::None) {
    take_common(a, phrase, traits);
  } else {
    traits.classes = Class::kPerson | Class::kPeople | Class::kNeuter;
  }
  return traits;
}

PhraseTraits PhraseDescriber::pronoun(const Analysis& a, std::uint32_t token) const {
  PhraseTraits traits;
  const Symbol form = a.symbols[token].form;
  if (g_->male_pronouns.contains(form)) {
    traits.classes = Class::kPerson;
    traits.gender = Gender::Male;
  } else if (g_->female_pronouns.contains(form)) {
    traits.classes = Class::kPerson;
    traits.gender = Gender::Female;
  } else if (g_->neuter_pronouns.contains(form)) {
    traits.classes = Class::kNeuter;
  } else if (g_->plural_pronouns.contains(form)) {
    traits.classes = Class::kPerson | Class::kPeople | Class::kNeuter;
    traits.number = Number::Plural;
  }
  return traits;
}

}  // namespace testudo::english
