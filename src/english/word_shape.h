// What a token looks like, apart from which word it is.
//   WordShape shape; shape.read("U.S."); shape.lower() == "u.s."; shape.letter_case() ==
//   Case::Upper
// Holds its own buffer: one object can read any number of tokens, its views live until the next
// read(). Linear in the token.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace testudo::english {

// None: no letters. A single capital letter is Capitalised.
enum class Case : std::uint8_t { Lower, Capitalised, Upper, Mixed, None };

class WordShape {
 public:
  // Reads a token of valid UTF-8. Typographic apostrophes and a grave accent between letters are
  // read as ASCII ones.
  void read(std::string_view token);

  std::string_view lower() const { return lower_; }
  Case letter_case() const { return case_; }
  bool has_digit() const { return has_digit_; }
  bool has_letter() const { return case_ != Case::None; }
  // image::hash() of lower().
  std::uint32_t hash() const { return hash_; }
  bool starts_with_digit() const { return !lower_.empty() && is_digit(lower_.front()); }

  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

 private:
  bool read_ascii(std::string_view token);  // false: it is not ASCII
  void read_unicode(std::string_view token);
  void set_case(std::size_t upper, std::size_t lower, bool first_is_upper);

  std::array<char, 64> buffer_;  // tokens that fit, in whole blocks; others go to long_
  std::string long_;
  std::string_view lower_;
  std::uint32_t hash_ = 0;
  Case case_ = Case::None;
  bool has_digit_ = false;
};

}  // namespace testudo::english
