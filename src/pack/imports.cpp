#include "pack/imports.h"

#include <algorithm>
#include <filesystem>

#include "base/suggest.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

namespace fs = std::filesystem;

// What a source declares, and what it wants.
struct Header {
  std::set<std::string> ontologies;
  std::set<std::string> imports;
};

void add_header(const rdf::Graph& graph, Header& header) {
  for (const rdf::Node ontology :
       graph.subjects(graph.iri(rdf::kRdfType), graph.iri(rdf::kOwlOntology))) {
    if (ontology.is_iri()) header.ontologies.emplace(ontology.value());
  }
  for (const rdf::Statement& import : graph.statements_with(graph.iri(rdf::kOwlImports)))
    header.imports.emplace(import.object.value());
}

// Most files have neither, and need not be parsed to tell. Mistakes are told when the pack is
// loaded.
void add_header(std::string_view turtle, const std::string& name, Header& header) {
  const bool may = turtle.find("Ontology") != std::string_view::npos ||
                   turtle.find("imports") != std::string_view::npos;
  if (!may) return;
  rdf::Graph graph;
  Diagnostics ignored;
  graph.read_string(turtle, name, ignored);
  add_header(graph, header);
}

// The folder that a pack's neighbours are in.
fs::path folder_around(const std::string& path) {
  std::error_code failure;
  fs::path own = fs::path(path).lexically_normal();
  if (!fs::is_directory(own, failure)) own = own.parent_path();
  if (own.filename().empty() && own.has_parent_path()) own = own.parent_path();
  const bool has_name = !own.filename().empty() && own.filename() != "." && own.filename() != "..";
  if (!has_name) own = fs::absolute(own, failure).lexically_normal();
  if (own.filename().empty()) own = own.parent_path();
  return own.parent_path();
}

std::vector<std::string> neighbours(const std::string& path) {
  std::vector<std::string> folders;
  std::error_code failure;
  const fs::path around = folder_around(path);
  for (fs::directory_iterator it(around.empty() ? fs::path(".") : around, failure), end;
       !failure && it != end; it.increment(failure)) {
    if (it->is_directory(failure)) folders.push_back((around / it->path().filename()).string());
  }
  std::ranges::sort(folders);
  return folders;
}

// Whether a Turtle file right in a folder declares an ontology.
bool declares(const std::string& folder, const std::string& iri) {
  Header header;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    if (it->path().extension() != ".ttl" || !it->is_regular_file(failure)) continue;
    Diagnostics ignored;  // the folder need be no pack
    for (const PackFile& file : read_pack_folder(it->path().string(), ignored))
      add_header(file.turtle, file.name, header);
  }
  return header.ontologies.contains(iri);
}

class PackReader {
 public:
  explicit PackReader(Diagnostics& problems) : problems_(problems) {}

  std::vector<PackFile> read(std::span<const std::string> paths) {
    for (const std::string& path : paths) add(path, read_pack_folder(path, problems_));
    for (std::size_t next = 0; next < wanted_.size(); ++next) {
      const auto [iri, from] = wanted_[next];
      if (!header_.ontologies.contains(iri) && !built_in_ontologies().contains(iri))
        look_beside(from, iri);
    }
    return std::move(files_);
  }

 private:
  void add(const std::string& path, std::vector<PackFile> files) {
    for (PackFile& file : files) {
      std::error_code failure;
      const fs::path real = fs::weakly_canonical(file.name, failure);
      if (!known_.insert(failure ? file.name : real.string()).second) continue;
      Header header;
      add_header(file.turtle, file.name, header);
      header_.ontologies.merge(header.ontologies);
      for (const std::string& iri : header.imports) wanted_.emplace_back(iri, path);
      files_.push_back(std::move(file));
    }
  }

  void look_beside(const std::string& path, const std::string& iri) {
    for (const std::string& folder : neighbours(path)) {
      if (declares(folder, iri)) return add(folder, read_pack_folder(folder, problems_));
    }
  }

  Diagnostics& problems_;
  std::vector<PackFile> files_;
  std::set<std::string> known_;                              // the real paths of the files
  Header header_;                                            // of all files
  std::vector<std::pair<std::string, std::string>> wanted_;  // what is imported, and by which pack
};

}  // namespace

const std::set<std::string>& built_in_ontologies() {
  static const std::set<std::string> kFound = [] {
    Header header;
    for (const BuiltInFile& file : built_in_files())
      add_header(file.turtle, std::string(file.name), header);
    return header.ontologies;
  }();
  return kFound;
}

std::vector<PackFile> read_packs(std::span<const std::string> paths, Diagnostics& problems) {
  return PackReader(problems).read(paths);
}

void check_imports(const rdf::Graph& graph, Diagnostics& problems) {
  Header header;
  add_header(graph, header);
  for (const rdf::Statement& import : graph.statements_with(graph.iri(rdf::kOwlImports))) {
    const std::string iri(import.object.value());
    if (header.ontologies.contains(iri) || built_in_ontologies().contains(iri)) continue;
    std::vector<std::string> names(header.ontologies.begin(), header.ontologies.end());
    problems.error(graph.place(import),
                   graph.shorten(import.subject) + " imports <" + iri +
                       ">, which no pack at hand declares, nor one in a folder beside it",
                   did_you_mean(iri, names));
  }
}

}  // namespace testudo::pack
