// Noun phrases and verb groups in a notation for tables of expectations.
//   describe_phrases(analysis) == "[the new *law] [many *banks]"
//   describe_groups(analysis) == "[has not been *signed] finite passive perfect not"
// A star stands before the head. "'s" before a bracket: it has a possessor; "no" behind it:
// negated.
#pragma once

#include <string>

#include "english/analysis.h"

namespace testudo::english::testing {

inline std::string bracketed(const Analysis& a, TokenSpan span, std::uint32_t head) {
  std::string out = "[";
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const bool space = t > span.begin && a.segmentation.tokens[t].space_before;
    out += (space ? " " : "") + std::string(t == head ? "*" : "") + std::string(a.text(t));
  }
  return out + "]";
}

inline std::string describe_phrases(const Analysis& a) {
  std::string out;
  for (const NounPhrase& p : a.phrases) {
    out += out.empty() ? "" : " ";
    out += p.possessor == kNone ? "" : "'s";
    out += bracketed(a, p.span, p.head);
    out += p.negated ? "no" : "";
  }
  return out;
}

inline std::string describe_groups(const Analysis& a) {
  std::string out;
  for (const VerbGroup& g : a.groups) {
    out += out.empty() ? "" : "; ";
    if (g.auxiliary != kNone) out += std::string(a.text(g.auxiliary)) + "… ";
    out += bracketed(a, g.span, g.head);
    if (g.finite) out += " finite";
    if (g.tense == Tense::Past) out += " past";
    if (g.infinitive) out += " infinitive";
    if (g.voice == Voice::Passive) out += " passive";
    if (g.perfect) out += " perfect";
    if (g.progressive) out += " progressive";
    if (g.modal != kNone) out += " modal";
    if (g.negated) out += " not";
    if (g.particle != kNone && !g.span.contains(g.particle))
      out += " + " + std::string(a.text(g.particle));
  }
  return out;
}

}  // namespace testudo::english::testing
