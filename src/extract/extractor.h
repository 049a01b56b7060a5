// Everything that a pack's rules read in a document.
//   const Extractor extractor(pack);
//   std::vector<Finding> findings; extractor.extract(analysis, findings);
// Thread-safe: extract() is const. Linear in the text, and in the matches.
#pragma once

#include <span>
#include <vector>

#include "english/analysis.h"
#include "extract/circumstances.h"
#include "extract/finding.h"
#include "extract/manner.h"
#include "extract/matcher.h"
#include "extract/trace.h"
#include "pack/pack.h"

namespace testudo::extract {

class Extractor {
 public:
  explicit Extractor(const pack::Pack& pack) : pack_(&pack) {}
  explicit Extractor(pack::Pack&&) = delete;  // the pack must outlive the extractor

  // Replaces `findings` by what the document says, sentence by sentence, within one the inner
  // situations first. Of readings that start from the same word and whose classes are related, or
  // of which one takes for a filler what is a word of the other's pattern, the one that comes first
  // in this order is kept: more conditions met (words and slots), narrower classes of slots, the
  // narrower class of situation, more fillers, more words, the higher priority, the smaller rule
  // IRI, the earlier pattern. `trace`: takes what was dropped, and by which of these steps.
  void extract(const english::Analysis& analysis, std::vector<Finding>& findings,
               Trace* trace = nullptr) const;
  // The same of many, findings[i] of analyses[i]; as many of the one as of the other.
  void extract(std::span<const english::Analysis> analyses,
               std::span<std::vector<Finding>> findings) const;

 private:
  bool is_inside(const Finding& noun, const Finding& verb) const;
  Filler fixed_filler(const pack::TemplateValue& value, pack::PropertyId role,
                      std::uint32_t first) const;
  pack::PropertyId role_in(pack::ClassId situation_class, pack::PropertyId role) const;
  void add(std::uint32_t sentence, const Match& match, std::uint32_t base,
           std::vector<Finding>& findings) const;
  OrderKey order_key(const Finding& finding) const;
  // Memory for settle() and those that it calls, kept from sentence to sentence.
  struct Rivals {
    std::vector<std::pair<OrderKey, std::uint32_t>> order;
    std::vector<bool> dropped;              // by finding, from the first that is looked at on
    std::vector<std::uint32_t> renumbered;  // likewise
  };
  void settle(std::vector<Finding>& findings, std::uint32_t first, Rivals& rivals,
              Trace* trace) const;
  void record(std::span<const Finding> findings, const Finding& reading, const Finding& kept,
              Rivalry rivalry, Trace& trace) const;
  bool link(std::vector<Finding>& findings, std::uint32_t first) const;
  static bool same_slots(const Finding& one, const Finding& other);
  void drop_known(std::vector<Finding>& findings, std::uint32_t first, std::uint32_t known,
                  Rivals& rivals) const;
  static void keep(std::vector<Finding>& findings, std::uint32_t first, Rivals& rivals);
  // Roles for what another rule has read.
  struct Refinement {
    pack::RuleId rule = 0;
    Filler target;
    std::vector<RoleFiller> roles;
    TokenSpan span;
  };
  void add_refinement(const Match& match, std::vector<Refinement>& refinements) const;
  void refine(std::vector<Finding>& findings, std::uint32_t first,
              std::span<const Refinement> refinements) const;
  void inherit(std::vector<Finding>& findings, std::uint32_t first) const;
  static std::uint32_t inner_of(const std::vector<Finding>& findings, std::uint32_t first,
                                const Filler& filler);
  void complete(MannerFinder& manners, Circumstances& circumstances, Finding& finding) const;
  // What one thread reads articles with.
  struct Readers;
  void read(const english::Analysis& analysis, Readers& readers, std::vector<Finding>& findings,
            Trace* trace) const;

  const pack::Pack* pack_;
};

}  // namespace testudo::extract
