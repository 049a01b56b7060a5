// How a situation can be said to hold: the individuals of kb:Modality and kb:Polarity.
// Pure values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace testudo::pack {

// After FactBank's event factuality (Saurí and Pustejovsky 2009), with attitudes.
enum class Modality : std::uint8_t {
  Actual,
  Predicted,
  Probable,
  Possible,
  Desired,
  Intended,
  Required,
  Conditional
};
enum class Polarity : std::uint8_t { Positive, Negative };
inline constexpr std::size_t kModalities = static_cast<std::size_t>(Modality::Conditional) + 1;
inline constexpr std::size_t kPolarities = static_cast<std::size_t>(Polarity::Negative) + 1;

std::string_view to_string(Modality modality);  // "Actual": the local name in kb:
std::string_view to_string(Polarity polarity);

// From an IRI in kb:, or nothing.
std::optional<Modality> modality_of(std::string_view iri);
std::optional<Polarity> polarity_of(std::string_view iri);

}  // namespace testudo::pack
