// What every subcommand shares: exit status, messages, pack, inputs.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pack/pack.h"
#include "text/reader.h"

namespace testudo::cli {

// Exit statuses that scripts can rely on.
inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;   // some input failed, the rest is done
inline constexpr int kNothingDone = 2;  // usage, pack, or no input that could be read

// A subcommand: how it is called, and what it does with its options.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

Command add_build(CLI::App& program);
Command add_check(CLI::App& program);
Command add_analyse(CLI::App& program);
Command add_explain(CLI::App& program);

// Options that more than one subcommand has.
struct PackOptions {
  std::vector<std::string> folders;
  bool no_domain = false;
};
void add_pack_options(CLI::App& command, PackOptions& options);

struct InputOptions {
  std::vector<std::string> paths;
  std::string format = "detect";
  bool lines = false;
};
void add_input_options(CLI::App& command, InputOptions& options);

// Prints diagnostics to standard error, one a line. Returns whether there was an error among them.
bool report(const Diagnostics& problems, bool quiet = false);
void report(Severity severity, const std::string& message);

// The files that the options name; nothing after a mistake was printed.
std::optional<pack::PackSources> pack_sources(const PackOptions& options);

// The pack that the options name, or null after its mistakes were printed.
std::shared_ptr<const pack::Pack> load_pack(const PackOptions& options);
std::shared_ptr<const pack::Pack> load_pack(const pack::PackSources& sources);

// Counts of a run over articles.
struct Tally {
  std::size_t documents = 0;
  std::size_t failures = 0;

  int status() const { return failures == 0 ? kDone : documents > 0 ? kSomeFailed : kNothingDone; }
};

// Reads every article of the inputs (files, folders by name, "-" for standard input) and hands it
// on; prints what goes wrong. `each` returns whether it could do its work.
Tally read_articles(const InputOptions& options, const pack::Pack& pack,
                    const std::function<bool(text::Document)>& each);

}  // namespace testudo::cli
