// testudo build: articles in, RDF out.
#include <cstdio>

#include "cli/session.h"
#include "knowledge/builder.h"
#include "rdf/sink.h"
#include "rdf/writer.h"

namespace testudo::cli {
namespace {

struct Options {
  PackOptions pack;
  InputOptions input;
  std::string output = "-";
  std::string format;
  std::string base{knowledge::kDefaultBase};
  std::vector<std::string> prefixes;
  bool no_text = false;
  bool quiet = false;
};

// The syntax that --format names, or that the output's extension speaks for, or Turtle.
Result<rdf::Syntax> output_syntax(const Options& options) {
  if (!options.format.empty()) {
    if (const auto syntax = rdf::parse_syntax(options.format)) return *syntax;
    return Error{
        "unknown format \"" + options.format + "\"; there are turtle, ntriples, trig and nquads",
        {}};
  }
  const std::size_t dot = options.output.rfind('.');
  if (dot != std::string::npos) {
    if (const auto syntax = rdf::parse_syntax(options.output.substr(dot))) return *syntax;
  }
  return rdf::Syntax::Turtle;
}

Result<std::vector<rdf::Prefix>> all_prefixes(const Options& options) {
  std::vector<rdf::Prefix> prefixes;
  for (const std::string& one : options.prefixes) {
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos ||
        !rdf::is_valid_iri(std::string_view(one).substr(equals + 1))) {
      return Error{"--prefix wants NAME=IRI, not \"" + one + "\"", {}};
    }
    prefixes.push_back(
        {std::string_view(one).substr(0, equals), std::string_view(one).substr(equals + 1)});
  }
  for (const rdf::Prefix& standard : rdf::kPrefixes) {
    if (std::ranges::find(prefixes, standard.name, &rdf::Prefix::name) == prefixes.end())
      prefixes.push_back(standard);
  }
  return prefixes;
}

// Writes articles a batch at a time and counts what came of them.
class BatchWriter {
 public:
  BatchWriter(const knowledge::Builder& builder, rdf::Writer& writer)
      : builder_(builder), writer_(writer) {}

  void add(text::Document document) {
    batch_.add(std::move(document));
    if (batch_.is_full()) flush();
  }

  // Writes those that wait; prints what went wrong.
  void flush() {
    const auto results = builder_.write(batch_.documents(), writer_);
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (results[i].ok()) {
        assertions_ += results[i]->assertions;
      } else {
        report(Severity::Error, batch_.documents()[i].name + ": " + results[i].error().message);
        ++failures_;
      }
    }
    batch_.clear();
  }

  std::size_t assertions() const { return assertions_; }
  std::size_t failures() const { return failures_; }

 private:
  const knowledge::Builder& builder_;
  rdf::Writer& writer_;
  knowledge::Batch batch_;
  std::size_t assertions_ = 0;
  std::size_t failures_ = 0;
};

int run(const Options& options) {
  const auto refuse = [](const std::string& message) {
    report(Severity::Error, message);
    return kNothingDone;
  };
  const Result<rdf::Syntax> syntax = output_syntax(options);
  if (!syntax.ok()) return refuse(syntax.error().message);
  if (!rdf::is_valid_iri(options.base))
    return refuse("--base wants an absolute IRI, not \"" + options.base + "\"");
  const Result<std::vector<rdf::Prefix>> prefixes = all_prefixes(options);
  if (!prefixes.ok()) return refuse(prefixes.error().message);
  const auto pack = load_pack(options.pack);
  if (!pack) return kNothingDone;

  std::unique_ptr<rdf::AtomicFile> file;
  rdf::FileSink standard_output(stdout, "standard output");
  if (options.output != "-") {
    Result<std::unique_ptr<rdf::AtomicFile>> opened = rdf::AtomicFile::open(options.output);
    if (!opened.ok())
      return refuse(to_string(opened.error().place) + ": " + opened.error().message);
    file = *std::move(opened);
  }
  rdf::Sink& sink = file ? static_cast<rdf::Sink&>(*file) : standard_output;

  knowledge::BuildOptions building;
  building.base = options.base;
  building.passages_text = !options.no_text;
  const knowledge::Builder builder(*pack, building);
  rdf::Writer writer(sink, *syntax, *prefixes);
  BatchWriter batch(builder, writer);
  Tally tally = read_articles(options.input, *pack, [&](text::Document document) {
    batch.add(std::move(document));
    return true;
  });
  batch.flush();
  tally.documents -= batch.failures();
  tally.failures += batch.failures();
  if (tally.documents == 0) return kNothingDone;  // the file is abandoned
  Result<void> done = writer.finish();
  if (done.ok() && file) done = file->commit();
  if (!done.ok()) return refuse(to_string(done.error().place) + ": " + done.error().message);
  if (!options.quiet) {
    std::fprintf(stderr, "%zu article%s, %zu assertions\n", tally.documents,
                 tally.documents == 1 ? "" : "s", batch.assertions());
  }
  return tally.status();
}

}  // namespace

Command add_build(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("build", "Write what articles assert as RDF");
  add_input_options(*app, options->input);
  app->add_option("-o,--output", options->output, "Where to write; - is standard output")
      ->type_name("FILE");
  app->add_option("--format", options->format,
                  "turtle, ntriples, trig or nquads; a file extension or media type will do")
      ->type_name("NAME");
  add_pack_options(*app, options->pack);
  app->add_option("--base", options->base, "What an article's id is put behind to make its IRI")
      ->type_name("IRI");
  app->add_option("--prefix", options->prefixes, "A further prefix for Turtle and TriG")
      ->type_name("NAME=IRI");
  app->add_flag("--no-text", options->no_text, "Leave out the passages' words");
  app->add_flag("-q,--quiet", options->quiet, "Print nothing but errors and warnings");
  return {app, [options] { return run(*options); }};
}

}  // namespace testudo::cli
