// Many phrases looked for at once in folded text, at word starts and ends. Internal to the room.
//   PhraseSet phrases({"your inbox", "sign up for"});  phrases.at_start(folded("Sign up for our
//   letter")) == 11
// Thread-safe. A search is linear in the text for lists whose phrases seldom share their first four
// bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace testudo::text {

class PhraseSet {
 public:
  PhraseSet() = default;
  explicit PhraseSet(const std::vector<std::string>& phrases);

  // Whether the text is one of the phrases.
  bool has(std::string_view folded_text) const;

  // The length in bytes of the longest phrase that the text starts with; 0 if none.
  std::size_t at_start(std::string_view folded_text) const;

  // How many different phrases stand in the text, outside double quotation marks: what is quoted is
  // said by somebody else.
  std::size_t count_unquoted(std::string_view folded_text) const;

  struct Found {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
  };
  // The first phrase in the text, the longest where several start; npos if there is none.
  Found find(std::string_view folded_text) const;

 private:
  // The bytes that the hash is of: the first of a phrase, or those at `at`, which may be fewer.
  std::uint32_t key_at(std::string_view text, std::size_t at) const;
  // The first place from `at` on where a phrase may begin, or where a quotation mark may stand; the
  // text's size if there is none.
  std::size_t next_place(std::string_view text, std::size_t at) const;
  const std::string* match(std::string_view text, std::size_t at) const;

  std::vector<std::string>
      phrases_;  // sorted, so that a bucket is a run of them; longest first within a bucket
  std::vector<std::uint16_t> bucket_begin_;  // by hash of the first key_size_ bytes
  std::vector<std::uint64_t> filter_;        // a bit for every such hash that a phrase has
  std::size_t key_size_ = 0;                 // as many as the shortest phrase has, four at the most
  std::uint32_t key_mask_ = 0;               // of as many bytes
};

}  // namespace testudo::text
