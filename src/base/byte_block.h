// Eight ASCII characters at a time, as a number whose lowest byte is the first of them.
//   std::memcpy(&block, text, sizeof block);
//   if (between(block, '0', '9') != 0)  // has a digit
// Pure functions; what they say of a block with bytes from 0x80 on is not to be trusted.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace testudo {

static_assert(std::endian::native == std::endian::little, "blocks count on it");

// The same byte eight times.
constexpr std::uint64_t eight(char c) {
  return 0x0101010101010101U * static_cast<unsigned char>(c);
}

inline constexpr std::uint64_t kHighBits = eight('\x80');

constexpr bool is_ascii_block(std::uint64_t block) { return (block & kHighBits) == 0; }

// Which characters are from `first` to `last`: their high bits.
constexpr std::uint64_t between(std::uint64_t block, char first, char last) {
  const std::uint64_t from_first = block + kHighBits - eight(first);
  const std::uint64_t behind_last = block + eight('\x7F') - eight(last);
  return from_first & ~behind_last & kHighBits;
}

// How many characters stand before the first that has its high bit; 8 where none has.
constexpr std::size_t first_of(std::uint64_t high_bits) {
  return static_cast<std::size_t>(std::countr_zero(high_bits)) / 8;
}

// Where a run of ASCII characters that `within` marks with their high bits ends, from `at` on,
// which is not behind the text's end. Whole blocks alone are looked at: where less than a block is
// left, or a block has other bytes, the run can go on. O(its length).
template <class Within>
std::size_t skip_blocks(std::string_view text, std::size_t at, const Within& within) {
  for (std::uint64_t block = 0; text.size() - at >= sizeof block; at += sizeof block) {
    std::memcpy(&block, text.data() + at, sizeof block);
    if (!is_ascii_block(block)) break;
    const std::uint64_t others = kHighBits & ~within(block);
    if (others != 0) return at + first_of(others);
  }
  return at;
}

// How many high bits are set.
constexpr std::size_t count(std::uint64_t high_bits) {
  return static_cast<std::size_t>(((high_bits >> 7U) * eight('\1')) >> 56U);
}

}  // namespace testudo
