#include "cli/session.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>

#include "pack/imports.h"

namespace testudo::cli {
namespace {

namespace fs = std::filesystem;

struct Input {
  std::string path;  // "-" for standard input
  std::string id;    // the path below the folder that was named, or the file's name
};

text::Format format_named(const std::string& name) {
  if (name == "plain") return text::Format::Plain;
  if (name == "markdown") return text::Format::Markdown;
  if (name == "html") return text::Format::Html;
  if (name == "jsonl") return text::Format::JsonLines;
  return text::Format::Detect;
}

bool read_stream(std::FILE* stream, std::string& bytes) {
  std::string buffer(std::size_t{1} << 16U, '\0');
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stream))
    bytes.append(buffer, 0, got);
  return std::ferror(stream) == 0;
}

bool read_bytes(const std::string& path, std::string& bytes, Diagnostics& problems) {
  struct Close {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  if (path == "-") {
    if (read_stream(stdin, bytes)) return true;
    problems.error(Place::name("standard input"), "cannot be read");
    return false;
  }
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (file && read_stream(file.get(), bytes)) return true;
  problems.error(Place::name(path), std::string("cannot be read: ") + std::strerror(errno));
  return false;
}

void list_folder(const std::string& folder, std::vector<Input>& inputs, Diagnostics& problems) {
  std::vector<Input> found;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    if (!it->is_regular_file() || !text::is_article_name(it->path().filename().string())) continue;
    found.push_back({it->path().string(), it->path().lexically_relative(folder).generic_string()});
  }
  if (failure) problems.error(Place::name(folder), "cannot be read: " + failure.message());
  if (found.empty() && !failure) {
    problems.error(Place::name(folder), "a folder without articles (.txt, .md, .html, .jsonl)");
  }
  std::ranges::sort(found, {}, &Input::id);
  inputs.insert(inputs.end(), found.begin(), found.end());
}

std::vector<Input> list_inputs(const std::vector<std::string>& paths, Diagnostics& problems) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    std::error_code failure;
    if (path == "-") {
      inputs.push_back({path, "stdin"});
    } else if (fs::is_directory(path, failure)) {
      list_folder(path, inputs, problems);
    } else {
      inputs.push_back({path, fs::path(path).filename().string()});
    }
  }
  return inputs;
}

}  // namespace

void add_pack_options(CLI::App& command, PackOptions& options) {
  command
      .add_option("--pack", options.folders,
                  "A folder (or file) of Turtle with further ontology, lexicon and rules")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_flag("--no-domain", options.no_domain,
                   "Leave out the built-in pack on international relations");
}

void add_input_options(CLI::App& command, InputOptions& options) {
  command
      .add_option("articles", options.paths, "Articles: files, folders, or - for standard input")
      ->required()
      ->type_name("ARTICLE");
  command
      .add_option("--input", options.format, "The articles' format, if their names do not tell it")
      ->check(CLI::IsMember({"detect", "plain", "markdown", "html", "jsonl"}))
      ->capture_default_str();
}

void report(Severity severity, const std::string& message) {
  std::fprintf(stderr, "%s\n", to_string(Diagnostic{severity, {}, message, {}}).c_str());
}

bool report(const Diagnostics& problems, bool quiet) {
  for (const Diagnostic& d : problems) {
    if (!quiet || d.severity == Severity::Error) std::fprintf(stderr, "%s\n", to_string(d).c_str());
  }
  return problems.has_errors();
}

std::optional<pack::PackSources> pack_sources(const PackOptions& options) {
  Diagnostics problems;
  pack::PackSources sources;
  sources.domain = !options.no_domain;
  sources.files = pack::read_packs(options.folders, problems);
  if (report(problems)) return std::nullopt;
  return sources;
}

std::shared_ptr<const pack::Pack> load_pack(const pack::PackSources& sources) {
  Diagnostics problems;
  std::shared_ptr<const pack::Pack> pack = pack::Pack::load(sources, problems);
  report(problems);
  return pack;
}

std::shared_ptr<const pack::Pack> load_pack(const PackOptions& options) {
  const auto sources = pack_sources(options);
  return sources ? load_pack(*sources) : nullptr;
}

Tally read_articles(const InputOptions& options, const pack::Pack& pack,
                    const std::function<bool(text::Document)>& each) {
  Tally tally;
  Diagnostics listing;
  const std::vector<Input> inputs = list_inputs(options.paths, listing);
  tally.failures += listing.errors();
  report(listing);
  std::set<std::string> ids;
  for (const Input& input : inputs) {
    Diagnostics problems;
    std::string bytes;
    std::size_t documents = 0;
    if (read_bytes(input.path, bytes, problems)) {
      text::ReadOptions reading;
      reading.format = format_named(options.format);
      reading.lines = options.lines;
      reading.furniture = &pack.furniture();
      const std::string name = input.path == "-" ? "standard input" : input.path;
      text::read(bytes, name, reading, problems, [&](text::Document document) {
        ++documents;
        if (document.id.empty() || document.name == name)
          document.id = document.id.empty() ? input.id : document.id;
        if (!ids.insert(document.id).second && document.metadata.url.empty()) {
          problems.error(Place::name(document.name),
                         "another article is called \"" + document.id +
                             "\" already; both would have the same IRI");
          return;
        }
        if (each(std::move(document))) {
          ++tally.documents;
        } else {
          ++tally.failures;
        }
      });
    }
    report(problems);
    if (problems.has_errors() || documents == 0) ++tally.failures;
  }
  return tally;
}

}  // namespace testudo::cli
