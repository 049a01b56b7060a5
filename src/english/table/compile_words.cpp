// compile_words POSLEX_FOLDER WORDNET_FOLDER OUTPUT: compiles the word table that becomes a part of
// the program. Run by the build. Exit status: 0 done; 1 an input could not be used, with its place
// on standard error; 2 usage.
#include <fstream>
#include <iostream>

#include "english/table/image_writer.h"

namespace {

namespace fs = std::filesystem;
using namespace testudo::english::table;

template <class T>
int fail(const testudo::Result<T>& result) {
  std::cerr << to_string(result.error()) << '\n';
  return 1;
}

int run(const fs::path& poslex, const fs::path& wordnet, const fs::path& output) {
  const auto lexicon = read_lexicon(poslex / "wsj.wp39.poslexR");
  if (!lexicon.ok()) return fail(lexicon);
  const auto trigrams = read_trigrams(poslex / "wsj.wp39.tri.ngrambin");
  if (!trigrams.ok()) return fail(trigrams);
  const auto net = read_wordnet(wordnet);
  if (!net.ok()) return fail(net);

  std::ofstream out(output, std::ios::binary);
  if (!(out << write_image(*lexicon, *trigrams, *net)) || !out.flush()) {
    std::cerr << output.string() << ": error: cannot be written\n";
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile_words POSLEX_FOLDER WORDNET_FOLDER OUTPUT\n";
    return 2;
  }
  return run(argv[1], argv[2], argv[3]);
}
