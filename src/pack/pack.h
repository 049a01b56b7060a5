// A pack: ontology, lexicon and rules, checked and compiled, ready to read articles with.
//   Diagnostics problems;
//   const std::shared_ptr<const Pack> pack = Pack::load(Pack::built_in(), problems);
//   if (!pack) show(problems);
//   pack->analyser().analyse(document, analysis);
// Immutable once loaded, and shared by threads. Loading is not thread-safe within one pack, but two
// packs can be loaded at once.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "english/analyser.h"
#include "pack/entity_table.h"
#include "pack/lexicon.h"
#include "pack/ontology.h"
#include "pack/operators.h"
#include "pack/rule.h"
#include "pack/rule_index.h"
#include "text/reader.h"

namespace testudo::pack {

// A file of a pack: its name for messages, and its Turtle.
struct PackFile {
  std::string name;
  std::string turtle;
};

// The packs that are part of the program: "core", "english", "ir". Views into the program's own
// data.
struct BuiltInFile {
  std::string_view name;  // "ontology/ir/rules/agreements.ttl"
  std::string_view turtle;
};
std::span<const BuiltInFile> built_in_files();

// All .ttl files below a folder (or the one file), by name. Errors: a path that cannot be read, a
// folder without any.
std::vector<PackFile> read_pack_folder(const std::string& path, Diagnostics& problems);

struct PackSources {
  bool domain = true;  // the built-in default domain, ir; core and english are always there
  std::vector<PackFile> files;  // further packs
  bool keep_going = false;      // load() gives what is good in spite of errors: for checking
  bool audit = false;           // load() also tells what is most likely not meant: audit.h
};

// Word lists that matching itself asks for.
struct ExtractionWords {
  ExtractionWords() = default;
  ExtractionWords(const english::WordLists& lists, english::Vocabulary& vocabulary);

  english::SymbolSet support_verbs;         // launch an attack: the attack's subject is theirs
  english::SymbolPairs support_verb_pairs;  // engage in talks
  english::SymbolSet occurrence_verbs;      // their subject's being is what they tell: talks began
  english::SymbolSet transparent_verbs;  // begin to, help to: what holds of them holds of the rest
  english::SymbolPairs partitive_nouns;  // thousands of X: what is meant is X
  english::SymbolSet home_prepositions;  // officials of, rebels from, police in X: they are X's
  english::SymbolSet object_prepositions;  // of a noun for its verb's object: an attack on
  Symbol of, by, to, for_, between, among, with, at, in, on, from;
};

class Pack {
 public:
  // Null where there were errors, unless sources.keep_going: then the rules with mistakes are left
  // out. Warnings may come with a good pack. Every mistake of every file is told, sorted by place.
  static std::shared_ptr<const Pack> load(const PackSources& sources, Diagnostics& problems);

  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;

  const Ontology& ontology() const { return ontology_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const std::vector<Rule>& rules() const { return rules_; }  // in the byte order of their IRIs
  const RuleIndex& index() const { return index_; }
  const OperatorTable& operators() const { return operators_; }
  const ExtractionWords& words() const { return words_; }
  const ClassNouns& class_nouns() const { return class_nouns_; }
  const text::Segmenter& segmenter() const { return segmenter_; }
  const english::Analyser& analyser() const { return analyser_; }
  const english::Gazetteer& gazetteer() const { return gazetteer_; }
  const english::Vocabulary& vocabulary() const { return vocabulary_; }
  const text::Furniture& furniture() const { return furniture_; }
  std::string_view version() const { return version_; }  // owl:versionInfo of the core ontology

 private:
  Pack(const text::Conventions& conventions, const english::WordLists& lists);

  text::Segmenter segmenter_;
  english::Tagger tagger_;
  english::Vocabulary vocabulary_;
  english::Gazetteer gazetteer_;
  english::EntityTable entities_;
  english::Analyser analyser_;
  Ontology ontology_;
  Lexicon lexicon_;
  std::vector<Rule> rules_;
  RuleIndex index_;
  OperatorTable operators_;
  ExtractionWords words_;
  ClassNouns class_nouns_;
  text::Furniture furniture_;
  std::string version_;
};

}  // namespace testudo::pack
