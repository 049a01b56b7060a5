// testudo check: every mistake of a pack, and its rules' examples.
#include <cstdio>

#include "cli/session.h"
#include "extract/examples.h"

namespace testudo::cli {
namespace {

int run(const std::vector<std::string>& folders) {
  Diagnostics problems;
  pack::PackSources sources;
  for (const std::string& folder : folders) {
    for (pack::PackFile& file : pack::read_pack_folder(folder, problems))
      sources.files.push_back(std::move(file));
  }
  if (report(problems)) return kNothingDone;
  problems = {};
  sources.keep_going = true;
  const std::shared_ptr<const pack::Pack> pack = pack::Pack::load(sources, problems);
  const std::size_t examples = extract::run_examples(*pack, problems);
  problems.sort();
  report(problems);
  std::printf("%zu classes, %zu entities, %zu rules, %zu examples: %zu error%s, %zu warning%s\n",
              pack->ontology().class_count(), pack->lexicon().size(), pack->rules().size(),
              examples, problems.errors(), problems.errors() == 1 ? "" : "s",
              problems.size() - problems.errors(),
              problems.size() - problems.errors() == 1 ? "" : "s");
  return problems.has_errors() ? kSomeFailed : kDone;
}

}  // namespace

Command add_check(CLI::App& program) {
  auto folders = std::make_shared<std::vector<std::string>>();
  CLI::App* app =
      program.add_subcommand("check", "Tell every mistake of a pack and run its rules' examples");
  app->add_option("packs", *folders,
                  "Packs, loaded together with the built-in ones; none: the built-in ones alone")
      ->type_name("PACK");
  return {app, [folders] { return run(*folders); }};
}

}  // namespace testudo::cli
