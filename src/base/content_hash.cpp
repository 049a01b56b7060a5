#include "base/content_hash.h"

#include <xxhash.h>

#include <array>
#include <cstdint>

namespace testudo {

ContentHash& ContentHash::add(std::string_view part) {
  auto size = static_cast<std::uint64_t>(part.size());
  std::array<char, 8> length;  // little-endian, whatever the machine
  for (char& byte : length) {
    byte = static_cast<char>(size & 0xFFU);
    size >>= 8U;
  }
  bytes_.add(std::string_view(length.data(), length.size()), part);
  return *this;
}

void ContentHash::append_hex(std::string& out) const {
  const XXH128_hash_t hash = XXH3_128bits(bytes_.view().data(), bytes_.size());
  XXH128_canonical_t canonical;  // big-endian, whatever the machine
  XXH128_canonicalFromHash(&canonical, hash);
  static constexpr char kHex[] = "0123456789abcdef";
  std::array<char, kDigits> hex;
  for (std::size_t i = 0; i < kDigits; i += 2) {
    const unsigned byte = canonical.digest[i / 2];
    hex[i] = kHex[byte >> 4U];
    hex[i + 1] = kHex[byte & 0xFU];
  }
  out.append(hex.data(), hex.size());
}

}  // namespace testudo
