#include "text/furniture.h"

#include <array>
#include <utility>

#include "text/furniture_finder.h"

namespace testudo::text {

std::vector<std::string>* furniture_list(FurnitureCues& cues, std::string_view name) {
  using Member = std::vector<std::string> FurnitureCues::*;
  static constexpr std::array<std::pair<std::string_view, Member>, 13> kLists = {{
      {"furniture-lines", &FurnitureCues::lines},
      {"furniture-openings", &FurnitureCues::openings},
      {"furniture-phrases", &FurnitureCues::phrases},
      {"furniture-sections", &FurnitureCues::sections},
      {"furniture-credits", &FurnitureCues::credits},
      {"furniture-authors", &FurnitureCues::authors},
      {"furniture-bylines", &FurnitureCues::bylines},
      {"furniture-dates", &FurnitureCues::dates},
      {"furniture-appeals", &FurnitureCues::appeals},
      {"furniture-publishers", &FurnitureCues::publishers},
      {"furniture-first-published", &FurnitureCues::first_published},
      {"furniture-self", &FurnitureCues::self},
      {"furniture-markup", &FurnitureCues::markup},
  }};
  for (const auto& [list, member] : kLists) {
    if (list == name) return &(cues.*member);
  }
  return nullptr;
}

Furniture::Furniture() : index_(std::make_shared<const CueIndex>()) {}

Furniture::Furniture(const FurnitureCues& cues) : index_(std::make_shared<const CueIndex>(cues)) {}

}  // namespace testudo::text
