#include "pack/manner.h"

#include <array>

#include "pack/terms.h"

namespace testudo::pack {
namespace {

constexpr std::array<std::string_view, kModalities> kModalityNames = {
    "Actual",  "Predicted", "Probable", "Possible",
    "Desired", "Intended",  "Required", "Conditional"};
constexpr std::array<std::string_view, kPolarities> kPolarityNames = {"Positive", "Negative"};

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<std::string_view, N>& names, std::string_view iri) {
  if (!iri.starts_with(terms::kKb)) return std::nullopt;
  iri.remove_prefix(terms::kKb.size());
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == iri) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Modality modality) {
  return kModalityNames[static_cast<std::size_t>(modality)];
}

std::string_view to_string(Polarity polarity) {
  return kPolarityNames[static_cast<std::size_t>(polarity)];
}

std::optional<Modality> modality_of(std::string_view iri) {
  return value_of<Modality>(kModalityNames, iri);
}

std::optional<Polarity> polarity_of(std::string_view iri) {
  return value_of<Polarity>(kPolarityNames, iri);
}

}  // namespace testudo::pack
