// The program `testudo`: one subcommand a file beside this one.
#include <array>
#include <cstdio>
#include <exception>

#include "cli/session.h"
#include "cli/version.h"

namespace testudo::cli {
namespace {

int run(int argc, char** argv) {
  CLI::App program("Reads articles and writes what they assert as RDF", "testudo");
  program.set_version_flag("--version",
                           "testudo " TESTUDO_VERSION " (Serd " TESTUDO_SERD_VERSION ")");
  program.require_subcommand(1);
  program.failure_message(CLI::FailureMessage::help);
  const std::array<Command, 4> commands = {add_build(program), add_check(program),
                                           add_explain(program), add_analyse(program)};
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 has statuses of its own (100 to 127); help and version are no errors.
    return program.exit(error) == 0 ? kDone : kNothingDone;
  }
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run();
  }
  return kNothingDone;
}

}  // namespace
}  // namespace testudo::cli

int main(int argc, char** argv) {
  try {
    return testudo::cli::run(argc, argv);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "error: %s\n", failure.what());
    return testudo::cli::kNothingDone;
  }
}
