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
    ClosedClass{Feature::kParticle, "up out off down in on over away back through around along by"},
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
    ClosedClass{Feature::kNameLink, "von van der den de del della di da du la le al el bin ibn ben"},
};

}  // namespace

std::span<const ClosedClass> closed_classes() { return kClasses; }

}  // namespace testudo::english
