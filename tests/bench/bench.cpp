// How fast each layer is, and the whole, on an example article repeated to 1 MB; one thread. ICU's
// word iterator over the same text in the same run is the yardstick: machines differ and are noisy,
// the ratio stays.
//   build/release/bin/testudo_bench [ARTICLE] [--benchmark_…]
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <chrono>
#include <cstdio>
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
  std::string bytes;
  text::Document document;
  english::Analysis analysis;
  std::vector<extract::Finding> findings;
};
Corpus corpus;

text::Document read_document() {
  text::Document document;
  Diagnostics problems;
  text::ReadOptions options;
  options.furniture = &corpus.pack->furniture();
  text::read(corpus.bytes, "bench.txt", options, problems,
             [&](text::Document d) { document = std::move(d); });
  return document;
}

// Bytes of text a second, in the "bytes_per_second" column.
void count(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(corpus.bytes.size()));
}

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(corpus.bytes);
  for (auto _ : state) {
    words->setText(text);
    std::int32_t boundaries = 0;
    while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    benchmark::DoNotOptimize(boundaries);
  }
  count(state);
}

void reading(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_document());
  count(state);
}

void sentences_and_tokens(benchmark::State& state) {
  const text::Segmenter& segmenter = corpus.pack->segmenter();
  text::Segmentation layer;
  for (auto _ : state) {
    layer.clear();
    segmenter.segment(corpus.document, layer);
    benchmark::DoNotOptimize(layer.tokens.data());
  }
  count(state);
}

void tagging(benchmark::State& state) {
  const english::Tagger tagger;
  std::vector<english::Word> words;
  for (auto _ : state) {
    english::LemmaStore lemmas;
    tagger.tag(corpus.document.text, corpus.analysis.segmentation, words, lemmas);
    benchmark::DoNotOptimize(words.data());
  }
  count(state);
}

void mentions(benchmark::State& state) {
  for (auto _ : state) {
    corpus.pack->vocabulary().apply(corpus.analysis);
    corpus.pack->gazetteer().find(corpus.analysis);
  }
  count(state);
}

void whole_analysis(benchmark::State& state) {
  english::Analysis analysis;
  for (auto _ : state) {
    corpus.pack->analyser().analyse(corpus.document, analysis);
    benchmark::DoNotOptimize(analysis.words.data());
  }
  count(state);
}

void matching(benchmark::State& state) {
  const extract::Extractor extractor(*corpus.pack);
  std::vector<extract::Finding> findings;
  for (auto _ : state) {
    extractor.extract(corpus.analysis, findings);
    benchmark::DoNotOptimize(findings.data());
  }
  count(state);
}

void writing(benchmark::State& state) {
  const knowledge::Builder builder(*corpus.pack);
  for (auto _ : state) {
    rdf::StringSink sink;
    rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
    benchmark::DoNotOptimize(
        builder.write(corpus.document, corpus.analysis, corpus.findings, writer).ok());
    benchmark::DoNotOptimize(writer.finish().ok());
  }
  count(state);
}

// From bytes to bytes of Turtle.
void whole(benchmark::State& state) {
  const knowledge::Builder builder(*corpus.pack);
  for (auto _ : state) {
    const text::Document document = read_document();
    rdf::StringSink sink;
    rdf::Writer writer(sink, rdf::Syntax::Turtle, rdf::kPrefixes);
    benchmark::DoNotOptimize(builder.write(document, writer).ok());
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

BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);
BENCHMARK(reading)->Unit(benchmark::kMillisecond);
BENCHMARK(sentences_and_tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(tagging)->Unit(benchmark::kMillisecond);
BENCHMARK(mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_analysis)->Unit(benchmark::kMillisecond);
BENCHMARK(matching)->Unit(benchmark::kMillisecond);
BENCHMARK(writing)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(loading_the_pack)->Unit(benchmark::kMillisecond);

// Keeps the figures that the last lines need.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const double seconds = run.GetAdjustedCPUTime() / 1e3;
      if (run.benchmark_name() == "icu_words") icu = seconds;
      if (run.benchmark_name() == "whole") whole_article = seconds;
      if (run.benchmark_name() == "whole_analysis") analysis = seconds;
    }
    ConsoleReporter::ReportRuns(runs);
  }
  double icu = 0, whole_article = 0, analysis = 0;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  Diagnostics problems;
  corpus.pack = pack::Pack::load({}, problems);
  if (!corpus.pack) return 2;
  const std::string article =
      argc > 1 ? argv[1] : TESTUDO_PROJECT "/examples/arms-control-after-the-treaty.txt";
  const std::string once = slurp(article);
  if (once.empty()) {
    std::fprintf(stderr, "%s: nothing to read\n", article.c_str());
    return 2;
  }
  while (corpus.bytes.size() < (std::size_t{1} << 20U)) corpus.bytes += once + "\n\n";
  corpus.document = read_document();
  corpus.pack->analyser().analyse(corpus.document, corpus.analysis);
  extract::Extractor(*corpus.pack).extract(corpus.analysis, corpus.findings);
  std::printf("%s, repeated to %zu bytes: %zu tokens, %zu findings\n", article.c_str(),
              corpus.bytes.size(), corpus.analysis.words.size(), corpus.findings.size());
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  if (reporter.whole_article > 0 && reporter.icu > 0) {
    std::printf("the whole: %.3f times ICU's word iterator\n",
                reporter.icu / reporter.whole_article);
  }
  if (reporter.analysis > 0 && reporter.icu > 0) {
    std::printf("the analysis: %.3f times ICU's word iterator\n", reporter.icu / reporter.analysis);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory of this benchmark: %ld MB\n", usage.ru_maxrss / 1024);
  return 0;
}
