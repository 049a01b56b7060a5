// Arbitrary bytes as a pattern: parsed, printed, and parsed again to the same; then compiled as a
// phrase and as a clause.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "pack/pack.h"
#include "pack/pattern_compiler.h"

namespace {

using namespace testudo;

void compile(const pack::Pack& pack, const pack::PatternNode& tree, pack::PatternForm form) {
  static english::Vocabulary vocabulary;
  static const pack::WordLists lists = {{"list", {"leave", "pull out"}}};
  static const pack::Tokenizer tokenizer(pack.segmenter());
  pack::PatternCompiler compiler(
      pack.ontology(), {},
      [&](std::string_view name) {
        return name == "kb:Actor" ? std::optional(pack.ontology().actor) : std::nullopt;
      },
      lists, tokenizer, vocabulary);
  pack::Rule rule;
  rule.patterns.push_back({"", {}, tree, form});
  Diagnostics problems;
  compiler.compile(0, rule, problems);
  const bool rows = !rule.rows.empty() || !rule.clauses.empty();
  TESTUDO_CHECK(rows || problems.has_errors());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::shared_ptr<const pack::Pack> pack = [] {
    Diagnostics problems;
    pack::PackSources sources;
    sources.domain = false;
    return pack::Pack::load(sources, problems);
  }();
  TESTUDO_CHECK(pack != nullptr);
  const auto parsed = pack::parse_pattern({reinterpret_cast<const char*>(data), size});
  if (!parsed.ok()) return 0;
  const std::string printed = print(*parsed);
  if (printed.size() <= pack::kMaxPatternLength) {
    const auto again = pack::parse_pattern(printed);
    TESTUDO_CHECK(again.ok());
    TESTUDO_CHECK(print(*again) == printed);
  }
  compile(*pack, *parsed, pack::PatternForm::Phrase);
  compile(*pack, *parsed, pack::PatternForm::Clause);
  return 0;
}
