// testudo check: every mistake of a pack, and its rules' examples.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/session.h"
#include "extract/examples.h"
#include "pack/imports.h"

namespace testudo::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::vector<std::string> folders;
  std::string format = "text";
  bool no_domain = false;
};

// What was checked.
struct Counts {
  std::size_t classes = 0;
  std::size_t entities = 0;
  std::size_t rules = 0;
  std::size_t examples = 0;
};

void print_line(const ordered_json& object) {
  const std::string line =
      object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

// One object a diagnostic, with null for what is not known, and one to sum up: for editors.
void print_json(const Diagnostics& problems, const Counts& counts) {
  const auto or_null = [](const auto& value, bool known) {
    return known ? ordered_json(value) : ordered_json(nullptr);
  };
  for (const Diagnostic& d : problems) {
    print_line({{"file", or_null(d.place.source, !d.place.source.empty())},
                {"line", or_null(d.place.line, d.place.line > 0)},
                {"column", or_null(d.place.column, d.place.column > 0)},
                {"severity", to_string(d.severity)},
                {"message", d.message},
                {"suggestion", or_null(d.suggestion, !d.suggestion.empty())}});
  }
  print_line({{"classes", counts.classes},
              {"entities", counts.entities},
              {"rules", counts.rules},
              {"examples", counts.examples},
              {"errors", problems.errors()},
              {"warnings", problems.size() - problems.errors()}});
}

void print_text(const Diagnostics& problems, const Counts& counts) {
  report(problems);
  const std::size_t warnings = problems.size() - problems.errors();
  std::printf("%zu classes, %zu entities, %zu rules, %zu examples: %zu error%s, %zu warning%s\n",
              counts.classes, counts.entities, counts.rules, counts.examples, problems.errors(),
              problems.errors() == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

int run(const Options& options) {
  Diagnostics problems;
  pack::PackSources sources;
  sources.domain = !options.no_domain;
  sources.files = pack::read_packs(options.folders, problems);
  if (problems.has_errors()) {
    if (options.format == "jsonl") {
      print_json(problems, {});
    } else {
      report(problems);
    }
    return kNothingDone;
  }
  sources.keep_going = true;
  sources.audit = true;
  const std::shared_ptr<const pack::Pack> pack = pack::Pack::load(sources, problems);
  Counts counts;
  counts.classes = pack->ontology().class_count();
  counts.entities = pack->lexicon().size();
  counts.rules = pack->rules().size();
  counts.examples = extract::run_examples(*pack, problems);
  problems.sort();
  if (options.format == "jsonl") {
    print_json(problems, counts);
  } else {
    print_text(problems, counts);
  }
  return problems.has_errors() ? kSomeFailed : kDone;
}

}  // namespace

Command add_check(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app =
      program.add_subcommand("check", "Tell every mistake of a pack and run its rules' examples");
  app->add_option("packs", options->folders,
                  "Packs, loaded together with the built-in ones; none: the built-in ones alone")
      ->type_name("PACK");
  app->add_option("--format", options->format,
                  "text: mistakes to standard error; jsonl: an object each to standard output")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  app->add_flag("--no-domain", options->no_domain,
                "Leave out the built-in pack on international relations");
  return {app, [options] { return run(*options); }};
}

}  // namespace testudo::cli
