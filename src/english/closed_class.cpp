#include "english/closed_class.h"

#include <array>

namespace testudo::english {
namespace {

constexpr std::array kClasses = {
    ClosedClass{Feature::kBe, "be am is are was were been being 's 're 'm"},
    ClosedClass{Feature::kHave, "have has had having 've"},
    ClosedClass{Feature::kDo, "do does did"},
    ClosedClass{Feature::kModal,
                "can could may might must shall should will would ca wo sha 'll 'd ought cannot"},
    ClosedClass{Feature::kPossessive, "my your his her its our their"},
    ClosedClass{Feature::kSubjectPronoun, "i he she it we they you who"},
    ClosedClass{Feature::kObjectPronoun, "me him us them whom"},
    ClosedClass{Feature::kParticle, "up out off down in on over"},
    ClosedClass{Feature::kMonth,
                "january february march april may june july august september october november "
                "december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar "
                "apr jun jul aug sept sep oct nov dec"},
    ClosedClass{Feature::kWeekday,
                "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
                "thurs fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun."},
    ClosedClass{Feature::kOrdinal,
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
                "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
                "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth "
                "hundredth thousandth millionth"},
    ClosedClass{Feature::kNumberWord,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen "
                "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
                "sixty seventy eighty ninety hundred thousand million billion trillion"},
    ClosedClass{Feature::kTimeUnit,
                "second seconds minute minutes hour hours day days night nights week weeks weekend "
                "weekends month months quarter quarters season seasons year years decade decades "
                "century centuries"},
    ClosedClass{Feature::kGet, "get gets got getting gotten"},
    ClosedClass{Feature::kBareInfinitive,
                "make makes made making let lets letting help helps helped helping see sees saw "
                "seen seeing watch watches watched watching hear hears heard hearing"},
    ClosedClass{Feature::kNegation, "not n't never"},
    ClosedClass{Feature::kQuantifier,
                "some all any many most few several both each none half much one two three four "
                "five six seven eight nine ten"},
    ClosedClass{Feature::kPluralDeterminer, "these those many both several few"},
    ClosedClass{Feature::kSingularDeterminer, "a an this each every another"},
    ClosedClass{Feature::kNameLink,
                "von van der den de del della di da du la le al el bin ibn ben"},
    ClosedClass{Feature::kDirection, "away back around along ahead apart together forward"},
    ClosedClass{
        Feature::kExistence,
        "seem seems seemed remain remains remained appear appears appeared exist exists existed"},
    ClosedClass{Feature::kPlaceAdverb, "online offline overseas abroad nationwide worldwide"},
    ClosedClass{Feature::kSubordinator,
                "that because as while although though if after before since until"},
};

constexpr std::array kKeyWords = {
    NamedWord{KeyWord::A, "a"},
    NamedWord{KeyWord::About, "about"},
    NamedWord{KeyWord::Above, "above"},
    NamedWord{KeyWord::After, "after"},
    NamedWord{KeyWord::Ahead, "ahead"},
    NamedWord{KeyWord::All, "all"},
    NamedWord{KeyWord::Along, "along"},
    NamedWord{KeyWord::Although, "although"},
    NamedWord{KeyWord::An, "an"},
    NamedWord{KeyWord::And, "and"},
    NamedWord{KeyWord::Any, "any"},
    NamedWord{KeyWord::Anything, "anything"},
    NamedWord{KeyWord::Apart, "apart"},
    NamedWord{KeyWord::Around, "around"},
    NamedWord{KeyWord::As, "as"},
    NamedWord{KeyWord::At, "at"},
    NamedWord{KeyWord::Away, "away"},
    NamedWord{KeyWord::Back, "back"},
    NamedWord{KeyWord::Because, "because"},
    NamedWord{KeyWord::Been, "been"},
    NamedWord{KeyWord::Before, "before"},
    NamedWord{KeyWord::Below, "below"},
    NamedWord{KeyWord::Both, "both"},
    NamedWord{KeyWord::But, "but"},
    NamedWord{KeyWord::By, "by"},
    NamedWord{KeyWord::Down, "down"},
    NamedWord{KeyWord::Earlier, "earlier"},
    NamedWord{KeyWord::Either, "either"},
    NamedWord{KeyWord::Extremely, "extremely"},
    NamedWord{KeyWord::Few, "few"},
    NamedWord{KeyWord::First, "first"},
    NamedWord{KeyWord::Forward, "forward"},
    NamedWord{KeyWord::Half, "half"},
    NamedWord{KeyWord::He, "he"},
    NamedWord{KeyWord::Her, "her"},
    NamedWord{KeyWord::I, "i"},
    NamedWord{KeyWord::If, "if"},
    NamedWord{KeyWord::In, "in"},
    NamedWord{KeyWord::Instead, "instead"},
    NamedWord{KeyWord::It, "it"},
    NamedWord{KeyWord::Later, "later"},
    NamedWord{KeyWord::Least, "least"},
    NamedWord{KeyWord::Less, "less"},
    NamedWord{KeyWord::Longer, "longer"},
    NamedWord{KeyWord::March, "march"},
    NamedWord{KeyWord::May, "may"},
    NamedWord{KeyWord::More, "more"},
    NamedWord{KeyWord::Most, "most"},
    NamedWord{KeyWord::Much, "much"},
    NamedWord{KeyWord::Neither, "neither"},
    NamedWord{KeyWord::No, "no"},
    NamedWord{KeyWord::Nor, "nor"},
    NamedWord{KeyWord::Of, "of"},
    NamedWord{KeyWord::Off, "off"},
    NamedWord{KeyWord::On, "on"},
    NamedWord{KeyWord::One, "one"},
    NamedWord{KeyWord::Or, "or"},
    NamedWord{KeyWord::Out, "out"},
    NamedWord{KeyWord::Over, "over"},
    NamedWord{KeyWord::Sat, "sat"},
    NamedWord{KeyWord::She, "she"},
    NamedWord{KeyWord::Since, "since"},
    NamedWord{KeyWord::So, "so"},
    NamedWord{KeyWord::Sooner, "sooner"},
    NamedWord{KeyWord::Such, "such"},
    NamedWord{KeyWord::Sun, "sun"},
    NamedWord{KeyWord::Than, "than"},
    NamedWord{KeyWord::That, "that"},
    NamedWord{KeyWord::The, "the"},
    NamedWord{KeyWord::There, "there"},
    NamedWord{KeyWord::This, "this"},
    NamedWord{KeyWord::Though, "though"},
    NamedWord{KeyWord::Today, "today"},
    NamedWord{KeyWord::Together, "together"},
    NamedWord{KeyWord::Too, "too"},
    NamedWord{KeyWord::Under, "under"},
    NamedWord{KeyWord::Until, "until"},
    NamedWord{KeyWord::Up, "up"},
    NamedWord{KeyWord::Us, "us"},
    NamedWord{KeyWord::Very, "very"},
    NamedWord{KeyWord::Well, "well"},
    NamedWord{KeyWord::While, "while"},
    NamedWord{KeyWord::Who, "who"},
    NamedWord{KeyWord::With, "with"},
    NamedWord{KeyWord::You, "you"},
    NamedWord{KeyWord::CliticS, "'s"},
    NamedWord{KeyWord::CliticD, "'d"},
};

}  // namespace

std::span<const NamedWord> key_words() { return kKeyWords; }

std::span<const ClosedClass> closed_classes() { return kClasses; }

}  // namespace testudo::english
