// Everything that a pack's rules read in a document.
//   const Extractor extractor(pack);
//   std::vector<Finding> findings; extractor.extract(analysis, findings);
// Thread-safe: extract() is const. Linear in the text, and in the matches.
#pragma once

#include <vector>

#include "english/analysis.h"
#include "extract/finding.h"
#include "extract/matcher.h"
#include "pack/pack.h"

namespace testudo::extract {

class Extractor {
 public:
  explicit Extractor(const pack::Pack& pack) : pack_(&pack) {}
  explicit Extractor(pack::Pack&&) = delete;  // the pack must outlive the extractor

  // Replaces `findings` by what the document says, sentence by sentence, within one the inner
  // situations first. Of readings that start from the same word and whose classes are related, the
  // one that comes first in this order is kept: the longer match, the narrower class, the more
  // fillers, the higher priority, the smaller rule IRI, the earlier pattern.
  void extract(const english::Analysis& analysis, std::vector<Finding>& findings) const;

 private:
  void add(const english::Analysis& analysis, std::uint32_t sentence, const Match& match,
           std::vector<Finding>& findings) const;
  void settle(std::vector<Finding>& findings, std::uint32_t first) const;
  void link(std::vector<Finding>& findings, std::uint32_t first) const;
  void keep(std::vector<Finding>& findings, std::uint32_t first,
            const std::vector<bool>& dropped) const;

  const pack::Pack* pack_;
};

}  // namespace testudo::extract
