// Actors without a name of their own: noun phrases whose head is an actor noun ("officials", "rebel
// leader") or an inhabitant ("Libyans"), and the countries they belong to.
//   ActorFinder finder(tokens); finder.find(names, analysis);
// A step of NameFinder::find(); its tokens have been turned to the sentence. Linear in the
// sentence.
#pragma once

#include <span>
#include <vector>

#include "english/name_tokens.h"

namespace testudo::english {

// Appends the sentence's actors to analysis.actors. Heads that belong to one of the names or its
// description are left to it.
class ActorFinder {
 public:
  explicit ActorFinder(const NameTokens& tokens) : t_(&tokens) {}

  void find(std::span<const NameMention> names, Analysis& analysis);

 private:
  bool read(std::uint32_t phrase, GroupMention& actor) const;
  bool is_inhabitant(std::uint32_t head, TokenSpan phrase) const;
  void add_countries(std::uint32_t phrase, GroupMention& actor, Analysis& analysis) const;
  std::uint32_t adjective_before(std::uint32_t phrase) const;

  const NameTokens* t_;
  std::vector<bool> named_;  // the sentence's tokens that a name or its description holds
};

}  // namespace testudo::english
