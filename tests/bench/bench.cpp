// How fast each layer is, and the whole, on an article read as often as makes 1 MB, and on one file
// that repeats it to 1 MB ("repeated"); one thread.
// ICU's word iterator over the same bytes in the same run is the yardstick: machines differ and are
// noisy, the ratio stays, of the fastest of three measurements each, taken in turns. The cost of
// matching and writing follows what is found, so the figures depend on how dense an article is.
//   build/release/bin/testudo_bench [ARTICLE] [--benchmark_…]
// Without ARTICLE: the one in ../shared/article where there is one, else the longest example.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "extract/extractor.h"
#include "knowledge/builder.h"
#include "pack/pack.h"
#include "rdf/sink.h"
#include "text/reader.h"

namespace {

using namespace testudo;

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Corpus {
  std::shared_ptr<const pack::Pack> pack;
  std::string bytes;  // of one article
  std::size_t copies = 0;
  text::Document document;
  english::Analysis analysis;
  std::vector<extract::Finding> findings;

  std::size_t size() const { return copies * bytes.size(); }
};
Corpus corpus;

text::Document read_document(std::size_t copy = 0) {
  text::Document document;
  Diagnostics problems;
  text::ReadOptions options;
  options.furniture = &corpus.pack->furniture();
  text::read(corpus.bytes, "article-" + std::to_string(copy) + ".txt", options, problems,
             [&](text::Document d) { document = std::move(d); });
  return document;
}

// Takes what is written and keeps its memory, as a file's buffers do.
class KeptSink final : public rdf::Sink {
 public:
  bool write(std::string_view bytes) override {
    text_ += bytes;
    return true;
  }
  Result<void> flush() override { return {}; }
  void clear() { text_.clear(); }

 private:
  std::string text_;
};

// Every copy in turn, as a folder of articles is read.
template <class Each>
void for_each_copy(const Each& each) {
  for (std::size_t copy = 0; copy < corpus.copies; ++copy) each(copy);
}

// Bytes of text a second, in the "bytes_per_second" column.
void count(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(corpus.size()));
}

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(corpus.bytes);
  for (auto _ : state) {
    for_each_copy([&](std::size_t) {
      words->setText(text);
      std::int32_t boundaries = 0;
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
      benchmark::DoNotOptimize(boundaries);
    });
  }
  count(state);
}

void reading(benchmark::State& state) {
  for (auto _ : state) {
    for_each_copy([](std::size_t copy) { benchmark::DoNotOptimize(read_document(copy)); });
  }
  count(state);
}

void sentences_and_tokens(benchmark::State& state) {
  const text::Segmenter& segmenter = corpus.pack->segmenter();
  text::Segmentation layer;
  for (auto _ : state) {
    for_each_copy([&](std::size_t) {
      layer.clear();
      segmenter.segment(corpus.document, layer);
      benchmark::DoNotOptimize(layer.tokens.data());
    });
  }
  count(state);
}

void tagging(benchmark::State& state) {
  const english::Tagger tagger;
  std::vector<english::Word> words;
  for (auto _ : state) {
    for_each_copy([&](std::size_t) {
      english::LemmaStore lemmas;
      tagger.tag(corpus.document.text, corpus.analysis.segmentation, words, lemmas);
      benchmark::DoNotOptimize(words.data());
    });
  }
  count(state);
}

void mentions(benchmark::State& state) {
  for (auto _ : state) {
    for_each_copy([](std::size_t) {
      corpus.pack->vocabulary().apply(corpus.analysis);
      corpus.pack->gazetteer().find(corpus.analysis);
    });
  }
  count(state);
}

// In batches, as the whole has it.
void whole_analysis(benchmark::State& state) {
  knowledge::Batch batch;
  while (!batch.is_full()) batch.add(corpus.document);
  const std::span<const text::Document> documents = batch.documents();
  std::vector<english::Analysis> analyses(documents.size());
  for (auto _ : state) {
    for (std::size_t done = 0; done < corpus.copies; done += documents.size()) {
      const std::size_t count = std::min(documents.size(), corpus.copies - done);
      corpus.pack->analyser().analyse(documents.first(count), std::span(analyses).first(count));
      benchmark::DoNotOptimize(analyses.data());
    }
  }
  count(state);
}

void matching(benchmark::State& state) {
  const extract::Extractor extractor(*corpus.pack);
  std::vector<extract::Finding> findings;
  for (auto _ : state) {
    for_each_copy([&](std::size_t) {
      extractor.extract(corpus.analysis, findings);
      benchmark::DoNotOptimize(findings.data());
    });
  }
  count(state);
}

void writing(benchmark::State& state) {
  const knowledge::Builder builder(*corpus.pack);
  KeptSink sink;
  for (auto _ : state) {
    sink.clear();
    rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
    for_each_copy([&](std::size_t) {
      benchmark::DoNotOptimize(
          builder.write(corpus.document, corpus.analysis, corpus.findings, writer).ok());
    });
    benchmark::DoNotOptimize(writer.finish().ok());
  }
  count(state);
}

// From bytes to bytes of Turtle, in batches, as `testudo build` reads a folder.
void whole_with(const pack::Pack& pack, benchmark::State& state) {
  const knowledge::Builder builder(pack);
  knowledge::Batch batch;
  KeptSink sink;
  for (auto _ : state) {
    sink.clear();
    rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
    const auto flush = [&] {
      benchmark::DoNotOptimize(builder.write(batch.documents(), writer));
      batch.clear();
    };
    for_each_copy([&](std::size_t copy) {
      batch.add(read_document(copy));
      if (batch.is_full()) flush();
    });
    flush();
    benchmark::DoNotOptimize(writer.finish().ok());
  }
  count(state);
}

void whole(benchmark::State& state) { whole_with(*corpus.pack, state); }

// The same for one file of 1 MB that holds the article again and again.
void repeated(benchmark::State& state) {
  const knowledge::Builder builder(*corpus.pack);
  std::string bytes;
  for_each_copy([&](std::size_t) { bytes += corpus.bytes + "\n\n"; });
  text::ReadOptions options;
  options.furniture = &corpus.pack->furniture();
  KeptSink sink;
  for (auto _ : state) {
    sink.clear();
    rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
    Diagnostics problems;
    text::read(bytes, "repeated.txt", options, problems, [&](const text::Document& document) {
      benchmark::DoNotOptimize(builder.write(document, writer).ok());
    });
    benchmark::DoNotOptimize(writer.finish().ok());
  }
  count(state);
}

void loading_the_pack(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics problems;
    benchmark::DoNotOptimize(pack::Pack::load({}, problems));
  }
}

// A pack of generated rules that no article fits, half of them clause patterns on verbs of the word
// table in turn, half phrases; and entities with invented names.
std::string generated_pack(std::size_t rules, std::size_t entities) {
  std::vector<std::string_view> verbs;
  const english::WordTable& table = english::WordTable::builtin();
  for (std::uint32_t i = 1; i <= table.size(); ++i) {
    const auto id = static_cast<english::WordId>(i);
    const bool verb = (table.word_classes(id) & english::WordClass::kVerb) != 0;
    if (verb && table.lemma(id, english::Tag::VB) == id && table.form(id).size() > 3 &&
        table.form(id).find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) {
      verbs.push_back(table.form(id));
    }
  }
  std::string turtle =
      "@prefix kb: <https://w3id.org/testudo/kb#> . @prefix t: <https://w3id.org/testudo/t#> .\n"
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix g: <https://g.example/> .\n"
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";
  for (std::size_t i = 0; i < rules; ++i) {
    const std::string n = std::to_string(i);
    turtle += "g:r" + n + " a t:Rule ; rdfs:label \"" + n + "\"@en ; ";
    if (i % 2 == 0) {
      turtle += "t:clause \"{agent:kb:Actor} " + std::string(verbs[i % verbs.size()]) + " zub" + n +
                " with {counterpart:kb:Actor}\"";
    } else {
      turtle += "t:phrase \"zub" + n + " of {object}\"";
    }
    turtle += " ; t:asserts kb:Event ; t:example [ t:text \"Nothing.\" ; t:yields () ] .\n";
  }
  for (std::size_t i = 0; i < entities; ++i) {
    const std::string n = std::to_string(i);
    turtle += "g:e" + n + " a kb:Organization ; skos:prefLabel \"Zub Company " + n + "\"@en .\n";
  }
  return turtle;
}

std::shared_ptr<const pack::Pack> generated(std::size_t rules, std::size_t entities) {
  pack::PackSources sources;
  sources.files.push_back({"generated.ttl", generated_pack(rules, entities)});
  Diagnostics problems;
  auto loaded = pack::Pack::load(sources, problems);
  if (!loaded) std::fprintf(stderr, "%s\n", to_string(*problems.begin()).c_str());
  return loaded;
}

// The whole with so many rules more that do not apply.
void whole_with_rules(benchmark::State& state) {
  const auto pack = generated(static_cast<std::size_t>(state.range(0)), 0);
  if (!pack) return state.SkipWithError("the generated pack does not load");
  whole_with(*pack, state);
}

void loading_10000_rules_and_100000_entries(benchmark::State& state) {
  const std::string turtle = generated_pack(10000, 100000);
  for (auto _ : state) {
    pack::PackSources sources;
    sources.files.push_back({"generated.ttl", turtle});
    Diagnostics problems;
    benchmark::DoNotOptimize(pack::Pack::load(sources, problems));
  }
}

BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);
BENCHMARK(reading)->Unit(benchmark::kMillisecond);
BENCHMARK(sentences_and_tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(tagging)->Unit(benchmark::kMillisecond);
BENCHMARK(mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_analysis)->Unit(benchmark::kMillisecond);
BENCHMARK(matching)->Unit(benchmark::kMillisecond);
BENCHMARK(writing)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(repeated)->Unit(benchmark::kMillisecond);
BENCHMARK(loading_the_pack)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_with_rules)->Arg(100)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(loading_10000_rules_and_100000_entries)->Unit(benchmark::kMillisecond);

// Keeps the figures that the last lines need.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;  // a mean and the like
      const double seconds = run.GetAdjustedCPUTime() / 1e3;
      const auto take = [&](const char* name, double& fastest) {
        if (run.benchmark_name() == name)
          fastest = fastest == 0 ? seconds : std::min(fastest, seconds);
      };
      take("icu_words", icu);
      take("whole", whole_article);
      take("whole_analysis", analysis);
      take("repeated", repeated_article);
      take("whole_with_rules/100", few_rules);
      take("whole_with_rules/10000", many_rules);
    }
    ConsoleReporter::ReportRuns(runs);
  }
  double icu = 0, whole_article = 0, repeated_article = 0, analysis = 0;
  double few_rules = 0, many_rules = 0;
};

std::string default_article() {
  const std::filesystem::path shared = TESTUDO_PROJECT "/../shared/article";
  std::error_code none;
  for (const auto& one : std::filesystem::directory_iterator(shared, none)) {
    if (one.path().extension() == ".txt") return one.path().string();
  }
  return TESTUDO_PROJECT "/examples/arms-control-after-the-treaty.txt";
}

}  // namespace

int main(int argc, char** argv) {
  // What the caller says comes last, and so counts.
  std::string repetitions = "--benchmark_repetitions=3";
  std::string in_turns = "--benchmark_enable_random_interleaving=true";
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1, {repetitions.data(), in_turns.data()});
  argc = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  argv = arguments.data();
  benchmark::Initialize(&argc, argv);
  Diagnostics problems;
  corpus.pack = pack::Pack::load({}, problems);
  if (!corpus.pack) return 2;
  const std::string article = argc > 1 ? argv[1] : default_article();
  corpus.bytes = slurp(article);
  if (corpus.bytes.empty()) {
    std::fprintf(stderr, "%s: nothing to read\n", article.c_str());
    return 2;
  }
  corpus.copies = (std::size_t{1} << 20U) / corpus.bytes.size() + 1;
  corpus.document = read_document();
  corpus.pack->analyser().analyse(corpus.document, corpus.analysis);
  extract::Extractor(*corpus.pack).extract(corpus.analysis, corpus.findings);
  std::printf("%s, %zu times, %zu bytes in all; each has %zu tokens and %zu findings\n",
              article.c_str(), corpus.copies, corpus.size(), corpus.analysis.words.size(),
              corpus.findings.size());
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  const auto ratio = [&](const char* what, double seconds) {
    if (seconds > 0 && reporter.icu > 0)
      std::printf("%s: %.3f times ICU's word iterator\n", what, reporter.icu / seconds);
  };
  ratio("the analysis", reporter.analysis);
  ratio("the whole, as separate articles", reporter.whole_article);
  ratio("the whole, repeated in one file", reporter.repeated_article);
  if (reporter.few_rules > 0 && reporter.many_rules > 0) {
    std::printf("10,000 rules that do not apply instead of 100: %.2f times slower\n",
                reporter.many_rules / reporter.few_rules);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory of this benchmark: %ld MB\n", usage.ru_maxrss / 1024);
  return 0;
}
