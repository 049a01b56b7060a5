#include "text/block_facts.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr std::size_t kLongestNotice = 1200;  // bytes: what is longer is no box

// Without what is no letter or digit at either end.
std::string_view bare_line(std::string_view text) {
  while (!text.empty()) {
    const Character first = character_at(text, 0);
    if (is_word(first.kind)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (is_continuation(text[last])) --last;
    if (is_word(character_at(text, last).kind)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  // Every letter by itself and the count in a byte, so that many can be counted at a time.
  constexpr std::size_t kRun = 255;
  std::size_t words = !text.empty() && text.front() != ' ' ? 1 : 0;
  for (std::size_t at = 1; at < text.size(); at += kRun) {
    const std::string_view run = text.substr(at - 1, kRun + 1);
    std::uint8_t begun = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
      begun = static_cast<std::uint8_t>(begun + ((run[i - 1] == ' ') & (run[i] != ' ')));
    }
    words += begun;
  }
  return words;
}

char32_t last_mark(std::string_view text) {
  char32_t last = 0;
  const std::size_t tail = text.size() > 16 ? text.size() - 16 : 0;
  std::size_t at = tail;
  while (at < text.size() && is_continuation(text[at])) ++at;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    const bool passed = c.kind == CharClass::Closing || c.kind == CharClass::Quote ||
                        c.kind == CharClass::Apostrophe || c.kind == CharClass::Space;
    if (!passed) last = c.code_point;
    at += c.length;
  }
  return last;
}

Facts facts_of(std::string_view text, const CueIndex& cues) {
  Facts facts;
  const char32_t last = last_mark(text);
  facts.question = last == U'?';
  facts.sentence = last == U'.' || last == U'!' || last == U'?' || last == U'…';
  if (text.size() > kLongestNotice) {
    facts.words = text.size() / 6;
    return facts;
  }
  facts.words = count_words(text);
  facts.folded = folded(text);
  const std::string_view line = bare_line(facts.folded);
  facts.line_begin = static_cast<std::size_t>(line.data() - facts.folded.data());
  facts.line_size = line.size();
  facts.cues = cues.phrases.count_unquoted(facts.folded);
  return facts;
}

bool is_host_name(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (text.size() > 60 || dot == std::string_view::npos || dot == 0) return false;
  const std::string_view top = text.substr(dot + 1);
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto host = [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  return top.size() >= 2 && top.size() <= 10 && std::all_of(top.begin(), top.end(), letter) &&
         std::all_of(text.begin(), text.end(), host);
}

// Folding keeps the number of code points.
std::size_t end_of_phrase(std::string_view text, std::string_view folded_text,
                          const PhraseSet& phrases) {
  const PhraseSet::Found found = phrases.find(folded_text);
  if (found.begin == std::string_view::npos) return std::string_view::npos;
  const std::size_t code_points = count_code_points(folded_text.substr(0, found.end));
  std::size_t at = 0;
  for (std::size_t i = 0; i < code_points; ++i) at += character_at(text, at).length;
  return at;
}

std::string name_at(std::string_view text, std::size_t at) {
  std::size_t begin = std::string_view::npos;
  std::size_t end = at;
  for (std::size_t word = at; word < text.size();) {
    if (character_at(text, word).kind == CharClass::Space) {
      ++word;
      continue;
    }
    const std::size_t stop = std::min(text.find(' ', word), text.size());
    const Character first = character_at(text, word);
    const std::string_view whole = text.substr(word, stop - word);
    const bool capital = first.kind == CharClass::Upper || first.kind == CharClass::Digit;
    const bool small = whole == "of" || whole == "the" || whole == "and" || whole == "for" ||
                       whole == "&" || whole == "de";
    if (!capital && !small) break;
    const std::size_t marks = whole.find_first_of(",;:!?)(");
    const std::size_t name_stop = word + std::min(marks, whole.size());
    if (capital) {
      if (begin == std::string_view::npos) begin = word;
      end = name_stop;
    }
    if (marks != std::string_view::npos) break;
    word = stop;
  }
  if (begin == std::string_view::npos) return {};
  std::string_view name = text.substr(begin, end - begin);
  if (name.ends_with('.')) name.remove_suffix(1);
  return std::string(name);
}

}  // namespace testudo::text
