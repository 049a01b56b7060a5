#include "extract/trace.h"

namespace testudo::extract {

std::string_view to_string(OrderStep step) {
  switch (step) {
    case OrderStep::Conditions:
      return "more conditions met";
    case OrderStep::SlotClasses:
      return "narrower classes of slots";
    case OrderStep::SituationClass:
      return "the narrower class of situation";
    case OrderStep::Fillers:
      return "more fillers";
    case OrderStep::Words:
      return "more words";
    case OrderStep::Priority:
      return "the higher t:priority";
    case OrderStep::Rule:
      return "the rule whose IRI comes first";
    case OrderStep::Pattern:
      return "the earlier pattern of its rule";
  }
  return "";
}

std::string_view to_string(Rivalry rivalry) {
  switch (rivalry) {
    case Rivalry::SameSituation:
      return "both read one situation";
    case Rivalry::Misread:
      return "it took a word of that pattern for a filler";
    case Rivalry::Inside:
      return "that one reads its noun together with the verb";
  }
  return "";
}

}  // namespace testudo::extract
