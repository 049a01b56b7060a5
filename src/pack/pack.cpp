#include "pack/pack.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pack/audit.h"
#include "pack/entity_table.h"
#include "pack/imports.h"
#include "pack/pattern_compiler.h"
#include "pack/rule_loader.h"
#include "pack/term_check.h"
#include "pack/terms.h"
#include "rdf/graph.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

namespace fs = std::filesystem;

bool is_wanted(std::string_view name, bool domain) {
  return domain || name.starts_with("ontology/core/") || name.starts_with("ontology/english/");
}

bool read_whole(const fs::path& path, std::string& bytes) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  std::ostringstream out;
  out << in.rdbuf();
  bytes = std::move(out).str();
  return !in.bad();
}

}  // namespace

std::vector<PackFile> read_pack_folder(const std::string& path, Diagnostics& problems) {
  std::vector<PackFile> files;
  std::vector<std::string> names;
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (!fs::exists(status)) {
    problems.error(Place::name(path), "the pack does not exist");
    return files;
  }
  if (fs::is_directory(status)) {
    for (fs::recursive_directory_iterator it(path, failure), end; !failure && it != end;
         it.increment(failure)) {
      if (it->is_regular_file() && it->path().extension() == ".ttl")
        names.push_back(it->path().string());
    }
    if (failure) problems.error(Place::name(path), "cannot be read: " + failure.message());
    if (names.empty()) problems.error(Place::name(path), "a pack folder without any .ttl file");
  } else {
    names.push_back(path);
  }
  std::ranges::sort(names);
  for (const std::string& name : names) {
    PackFile file;
    file.name = name;
    if (read_whole(name, file.turtle)) {
      files.push_back(std::move(file));
    } else {
      problems.error(Place::name(name), "cannot be read");
    }
  }
  return files;
}

ExtractionWords::ExtractionWords(const english::WordLists& lists, english::Vocabulary& vocabulary)
    : support_verbs(lists, "support-verbs", vocabulary),
      support_verb_pairs(lists, "support-verbs", vocabulary),
      occurrence_verbs(lists, "occurrence-verbs", vocabulary),
      transparent_verbs(lists, "transparent-verbs", vocabulary),
      partitive_nouns(lists, "partitive-nouns", vocabulary),
      home_prepositions(lists, "home-prepositions", vocabulary),
      object_prepositions(lists, "object-prepositions", vocabulary),
      of(vocabulary.add("of")),
      by(vocabulary.add("by")),
      to(vocabulary.add("to")),
      for_(vocabulary.add("for")),
      between(vocabulary.add("between")),
      among(vocabulary.add("among")),
      with(vocabulary.add("with")),
      at(vocabulary.add("at")),
      in(vocabulary.add("in")),
      on(vocabulary.add("on")),
      from(vocabulary.add("from")) {}

Pack::Pack(const text::Conventions& conventions, const WordLists& lists)
    : segmenter_(conventions),
      analyser_(segmenter_, tagger_, vocabulary_, gazetteer_, lists, &entities_) {}

std::shared_ptr<const Pack> Pack::load(const PackSources& sources, Diagnostics& problems) {
  rdf::Graph graph;
  graph.keep_as_lists(std::string(terms::kWord));

  for (const BuiltInFile& file : built_in_files()) {
    if (is_wanted(file.name, sources.domain))
      graph.read_string(file.turtle, std::string(file.name), problems);
  }
  for (const PackFile& file : sources.files) graph.read_string(file.turtle, file.name, problems);

  const WordLists lists = read_word_lists(graph, problems);
  text::Conventions conventions;
  text::FurnitureCues furniture;
  for (const std::string& name : lists.names()) {
    if (auto* list = text::segmentation_list(conventions, name)) {
      const WordLists::Words& words = english::words_of(lists, name);
      list->insert(words.begin(), words.end());
    }
    if (auto* list = text::furniture_list(furniture, name)) *list = english::words_of(lists, name);
  }
  // Not make_shared: the constructor is private.
  std::shared_ptr<Pack> pack(new Pack(conventions, lists));
  pack->furniture_ = text::Furniture(furniture);

  pack->ontology_ = Ontology::read(graph, problems);
  const Tokenizer tokenizer(pack->segmenter_);
  pack->lexicon_ = Lexicon::read(graph, pack->ontology_, tokenizer, pack->vocabulary_,
                                 pack->gazetteer_, problems);
  pack->gazetteer_.freeze();
  pack->entities_ = entity_table(graph, pack->ontology_, pack->lexicon_);
  const auto class_by_name = [&](std::string_view prefixed) -> std::optional<ClassId> {
    const std::size_t colon = prefixed.find(':');
    for (const rdf::Prefix& prefix : graph.prefixes()) {
      if (prefix.name != prefixed.substr(0, colon)) continue;
      if (auto found = pack->ontology_.find_class(std::string(prefix.iri) +
                                                  std::string(prefixed.substr(colon + 1)))) {
        return found;
      }
    }
    return std::nullopt;
  };
  PatternCompiler compiler(pack->ontology_, pack->lexicon_.count_by_class(pack->ontology_),
                           class_by_name, lists, tokenizer, pack->vocabulary_);
  pack->rules_ = read_rules(graph, pack->ontology_, pack->lexicon_, compiler, problems);
  for (const Rule& rule : pack->rules_) {
    for (const Symbol noun : rule.nouns) pack->analyser_.add_event_noun(noun);
  }
  pack->operators_ = OperatorTable::read(graph, pack->vocabulary_, problems);
  pack->class_nouns_ = ClassNouns(graph, pack->ontology_, pack->vocabulary_);
  pack->words_ = ExtractionWords(lists, pack->vocabulary_);
  pack->index_ = RuleIndex(pack->rules_, pack->ontology_);
  if (const rdf::Node core = graph.iri(terms::kKb)) {
    pack->version_ = std::string(graph.object(core, graph.iri(rdf::kOwlVersionInfo)).value());
  }
  check_imports(graph, problems);
  check_terms(graph, pack->ontology_, problems);
  if (sources.audit) {
    audit({graph, pack->ontology_, pack->lexicon_, pack->gazetteer_, pack->rules_, lists,
           pack->vocabulary_},
          problems);
  }
  problems.sort();
  if (problems.has_errors() && !sources.keep_going) return nullptr;
  return pack;
}

}  // namespace testudo::pack
