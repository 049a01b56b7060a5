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

}  // namespace testudo::extract
