// Names made from content: the same parts give the same name on every machine, run and version.
//   ContentHash hash; hash.add("ir:Withdrawal"); hash.add("kb:agent"); hash.append_hex(name);
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/buffer.h"

namespace testudo {

class ContentHash {
 public:
  // Adds one part. Parts are length-prefixed, so ("ab","c") and ("a","bc") differ.
  ContentHash& add(std::string_view part);

  static constexpr std::size_t kDigits = 20;

  // Appends the first 80 bits of XXH3-128 over all parts so far, as kDigits lower-case hexadecimal
  // digits. XXH3's output is fixed since xxHash 0.8.0; 80 bits keep the odds of one collision among
  // 10^9 names below one in a million.
  void append_hex(std::string& out) const;

  // Forgets all parts; their memory serves the next ones.
  void clear() { bytes_.clear(); }

 private:
  Buffer bytes_;
};

}  // namespace testudo
