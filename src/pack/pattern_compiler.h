// From a pattern's tree to rows of conditions: every choice and option written out, words as
// symbols, the rarest word picked as anchor.
//   PatternCompiler compiler(ontology, prefixes, lists, segmenter, vocabulary);
//   compiler.compile(source, rule, problems);
// Used while a pack is loaded; not thread-safe.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "english/vocabulary.h"
#include "english/word_lists.h"
#include "pack/rule.h"
#include "text/segmenter.h"

namespace testudo::pack {

// More rows than this from one pattern are an error: the pattern wants to be two.
inline constexpr std::size_t kMaxRows = 512;

using english::WordLists;

// Splits text into tokens as the segmenter does.
class Tokenizer {
 public:
  explicit Tokenizer(const text::Segmenter& segmenter) : segmenter_(&segmenter) {}
  // Views into the text.
  std::vector<std::string_view> tokens(std::string_view text) const;

 private:
  const text::Segmenter* segmenter_;
};

class PatternCompiler {
 public:
  using ClassByName = std::function<std::optional<ClassId>(std::string_view prefixed)>;

  // `entities`: how many entities the lexicon has of each class, those of its subclasses apart.
  PatternCompiler(const Ontology& ontology, std::vector<std::uint32_t> entities,
                  ClassByName class_by_name, const WordLists& lists, const Tokenizer& tokenizer,
                  english::Vocabulary& vocabulary)
      : ontology_(ontology),
        entities_(std::move(entities)),
        class_by_name_(std::move(class_by_name)),
        lists_(lists),
        tokenizer_(tokenizer),
        vocabulary_(vocabulary) {}

  // Adds the rows of rule.patterns[pattern], phrase or clause, to the rule and its slots' names to
  // rule.slots. Errors: an unknown class or word list, more than kMaxRows rows, nothing to start
  // matching from, a clause without a verb; each at the column of its item.
  void compile(std::uint32_t pattern, Rule& rule, Diagnostics& problems);

  // The class that a prefixed name, "kb:Actor", stands for.
  std::optional<ClassId> find_class(std::string_view prefixed) const {
    return class_by_name_(prefixed);
  }

  // Makes a word known by its lemma, as patterns' words are.
  Symbol word(std::string_view text) { return vocabulary_.add(english::to_lower(text)); }

 private:
  using Rows = std::vector<std::vector<Atom>>;
  void add_phrase_row(std::vector<Atom> atoms, std::uint32_t pattern);
  void add_clause_row(const std::vector<Atom>& atoms, std::uint32_t pattern);
  Rows expand(const PatternNode& node);
  Rows expand_sequence(const PatternNode& node);
  Rows expand_choice(Rows alternatives);
  static void append(Rows& rows, const Rows& tails);
  static Rows one_row(std::vector<Atom> row);
  Rows words_of(std::string_view text, bool exact, std::uint32_t column);
  Atom slot(const PatternNode& node);
  std::uint32_t pick_anchor(const std::vector<Atom>& atoms) const;
  double frequency(const Atom& atom) const;
  std::uint32_t count_entities(ClassId c) const;
  bool has_content_word(const Atom& atom) const;
  void fail(const PatternNode& node, std::string message, std::string suggestion = {});

  const Ontology& ontology_;
  std::vector<std::uint32_t> entities_;  // by class
  ClassByName class_by_name_;
  const WordLists& lists_;
  const Tokenizer& tokenizer_;
  english::Vocabulary& vocabulary_;
  Rule* rule_ = nullptr;
  Diagnostics* problems_ = nullptr;
  Place place_;
  bool failed_ = false;
};

// The place of an item within a pattern's literal: the literal's place moved by the item's column.
// Right for one-line literals without escapes.
Place place_in_pattern(const Place& literal, std::uint32_t column);

}  // namespace testudo::pack
