// Reads the single words of WordNet 3.0 (Debian's wordnet-base): classes, derivations, verb frames,
// noun files, exceptions.
//   Result<WordNet> net = read_wordnet("/usr/share/wordnet");
// The format: man 5WN wndb. Build-time only. Words with an underscore, which stands for a space,
// are left out.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/result.h"

namespace testudo::english::table {

// What WordNet says of one lemma, in lower case.
struct WordNetEntry {
  std::uint8_t classes = 0;           // WordClass bits
  std::uint8_t capitalised = 0;       // the classes in which every sense is spelled with a capital
  std::uint8_t first_noun_kind = 0;   // lexicographer file of the most frequent noun sense
  std::uint32_t noun_kinds = 0;       // bits of every sense's file
  std::uint64_t frames = 0;           // bits 1 to 35, every verb sense
  std::array<double, 4> counts = {};  // sense-tagged occurrences: noun, verb, adjective, adverb
  std::set<std::string> verbs;        // derivationally related, of the noun
  std::set<std::string> nouns;        // … of the verb
};

struct WordNet {
  std::map<std::string, WordNetEntry, std::less<>> words;
  // Irregular forms and their lemmas, in the files' order: noun, verb, adjective, adverb.
  std::array<std::map<std::string, std::string, std::less<>>, 4> exceptions;
};

Result<WordNet> read_wordnet(const std::filesystem::path& folder);

}  // namespace testudo::english::table
