// Where a run of name words begins and ends: proper nouns, words with capitals among them, and the
// small words that names have inside.
//   const NameExtent extent(tokens);
//   if (extent.starts(at)) end = extent.end(at);   // "Ministry of Trade and Industry"
// A step of NameFinder::find(). Linear in the run.
#pragma once

#include "english/name_tokens.h"

namespace testudo::english {

class NameExtent {
 public:
  explicit NameExtent(const NameTokens& tokens) : t_(&tokens) {}

  bool starts(std::uint32_t at) const {
    if (t_->is_plain(at)) return false;
    return t_->joins(at) || (t_->demonym(at) && t_->joins(t_->unit_end(at)));
  }
  // The end of the run that starts at a token.
  std::uint32_t end(std::uint32_t begin) const;

 private:
  std::uint32_t behind_joint(std::uint32_t begin, std::uint32_t at, bool& linked) const;
  std::uint32_t behind_hyphen(std::uint32_t at) const;
  std::uint32_t behind_role(std::uint32_t begin, std::uint32_t at) const;
  std::uint32_t behind_suffix(std::uint32_t at) const;
  std::uint32_t behind_preposition(std::uint32_t at, bool linked) const;
  bool joins_with_and(std::uint32_t at, bool linked) const;

  const NameTokens* t_;  // not owned
};

}  // namespace testudo::english
