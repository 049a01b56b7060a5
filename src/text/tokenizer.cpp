#include "text/tokenizer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace testudo::text {
namespace {

constexpr std::size_t kLongestListed = 24;     // bytes; longer words are in no list
constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321, section 4.5.3.1.1

// Words that are two tokens though nothing stands between: how many bytes the first has. The
// treebanks' closed list; all have five or six letters, the third twice.
struct Contraction {
  std::string_view word;
  std::size_t first;
};
constexpr std::array<Contraction, 7> kContractions = {{{"cannot", 3},
                                                       {"gonna", 3},
                                                       {"gotta", 3},
                                                       {"wanna", 3},
                                                       {"lemme", 3},
                                                       {"gimme", 3},
                                                       {"dunno", 2}}};

bool equals_folded(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

// A quick look: whether a word can be one of the contractions.
bool may_be_contraction(std::string_view word) {
  return (word.size() == 5 || word.size() == 6) && ascii_lower(word[2]) == ascii_lower(word[3]);
}

// How many bytes the first of a contraction's two tokens has; 0 of other words.
std::size_t first_of_contraction(std::string_view word) {
  for (const Contraction& contraction : kContractions) {
    if (equals_folded(word, contraction.word)) return contraction.first;
  }
  return 0;
}

bool is_clitic(std::string_view letters) {
  for (const std::string_view clitic : {"s", "m", "d", "re", "ve", "ll"}) {
    if (equals_folded(letters, clitic)) return true;
  }
  return false;
}

bool is_email_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80U && (is_word(kAsciiClasses[byte]) || c == '.' || c == '-' || c == '+');
}

bool is_scheme(std::string_view word) {
  return equals_folded(word, "http") || equals_folded(word, "https") || equals_folded(word, "ftp");
}

}  // namespace

WordSet::WordSet(const std::unordered_set<std::string>& words) {
  for (const std::string& word : words) {
    words_.insert(folded(word));
    longest_ = std::max(longest_, word.size());
  }
}

bool WordSet::contains(std::string_view word) const {
  std::array<char, kLongestListed> lower;
  if (word.size() > longest_ || word.size() > lower.size()) return false;
  std::transform(word.begin(), word.end(), lower.begin(), ascii_lower);
  return words_.contains(std::string_view(lower.data(), word.size()));
}

SegmentationWords::SegmentationWords(const Conventions& conventions)
    : titles(conventions.titles),
      abbreviations(conventions.abbreviations),
      number_abbreviations(conventions.number_abbreviations),
      prefixes(conventions.prefixes),
      openers(conventions.openers),
      units(conventions.units) {}

void Tokenizer::run(std::size_t begin, std::size_t end) {
  p_ = begin;
  end_ = end;
  space_ = true;
  first_own_ = tokens_.size();
  while (p_ < end_) {
    const Character c = at(p_);
    if (c.kind == CharClass::Space) {
      p_ += c.length;
      space_ = true;
    } else {
      token(c);
    }
  }
}

void Tokenizer::token(const Character& c) {
  if (is_letter(c.kind)) {
    word(p_);
  } else if (c.kind == CharClass::Digit) {
    number(p_);
  } else {
    punctuation(c);
  }
}

void Tokenizer::push(std::size_t begin, std::size_t end, TokenKind kind) {
  p_ = end;
  tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind,
                     std::exchange(space_, false)});
}

// ---- words
// ---------------------------------------------------------------------------------------------------------

std::size_t Tokenizer::skip_non_ascii(std::size_t p) const {
  while (p < end_) {
    const Character c = at(p);
    if (!is_word(c.kind)) break;
    p += c.length;
  }
  return p;
}

std::size_t Tokenizer::skip_class(std::size_t p, CharClass wanted) const {
  while (p < end_) {
    const Character c = at(p);
    if (c.kind != wanted) break;
    p += c.length;
  }
  return p;
}

void Tokenizer::word(std::size_t begin) {
  const std::size_t run_end = skip_alphanumerics(begin);
  // Most words end here: at a space, a comma, a bracket.
  if (run_end == end_ || byte(run_end) == ' ' || byte(run_end) == ',') {
    push_without_clitics(begin, run_end, TokenKind::Word);
    return;
  }
  if (try_url(begin)) return;
  TokenKind kind = TokenKind::Word;
  const std::size_t end = word_end(begin, run_end, kind);
  if (byte(end) == '@' && try_email(end)) return;
  push_word(begin, end, kind);
}

// Where the word of [begin, …) ends; `p` is the end of its first run of letters and digits. Each
// turn looks at what joins two runs.
std::size_t Tokenizer::word_end(std::size_t begin, std::size_t p, TokenKind& kind) const {
  std::size_t run_begin = begin;
  while (p < end_) {
    const Character c = at(p);
    const std::size_t next = p + c.length;
    const CharClass next_kind = this->kind(next);
    switch (c.kind) {
      case CharClass::Apostrophe:
        if (!is_letter(next_kind)) return p;
        break;
      case CharClass::Hyphen:
        if (!words_.prefixes.contains(slice(run_begin, p)) || !is_word(next_kind)) return p;
        break;
      case CharClass::Dot: {
        const std::size_t stop = abbreviation_end(begin, run_begin, p);
        if (stop > p) {
          // "non-U.S.": done; "U.S.-Chinese": the hyphen is looked at as a token of its own.
          return stop;
        }
        if (next_kind != CharClass::Letter || at(run_begin).kind == CharClass::Digit) return p;
        kind = TokenKind::Address;  // Kremlin.ru
        break;
      }
      case CharClass::Currency:
        // US$5, A$20, "US$ 5": the letters belong to the sign.
        if (p - begin <= 3 && skip_class(begin, CharClass::Upper) == p &&
            (next_kind == CharClass::Digit || next_kind == CharClass::Space)) {
          kind = TokenKind::Symbol;
          return next;
        }
        return p;
      default:
        // AT&T, R&D
        if (c.code_point != U'&' || next_kind != CharClass::Upper || p - run_begin > 3 ||
            skip_class(run_begin, CharClass::Upper) != p) {
          return p;
        }
        break;
    }
    run_begin = next;
    p = skip_alphanumerics(next);
  }
  return p;
}

// Where the abbreviation ends that has its full stop at `dot`, or `dot` if it is none.
std::size_t Tokenizer::abbreviation_end(std::size_t begin, std::size_t run_begin,
                                        std::size_t dot) const {
  if (byte(dot + 1) == '.') return dot;  // an ellipsis
  // Listed forms, the longest first: "ph.d." before "ph.".
  std::size_t stop = dot + 1;
  std::size_t longest = dot;
  while (stop - begin <= kLongestListed) {
    const std::string_view form = slice(begin, stop);
    if (words_.titles.contains(form) || words_.abbreviations.contains(form)) longest = stop;
    const std::size_t run_end = skip_alphanumerics(stop);
    if (run_end == stop || byte(run_end) != '.' || run_end - stop > kLongestListed) break;
    stop = run_end + 1;
  }
  if (longest > dot && byte(longest) != '.') return longest;
  if (words_.number_abbreviations.contains(slice(begin, dot + 1))) {
    const std::size_t next = kind(dot + 1) == CharClass::Space ? dot + 2 : dot + 1;
    if (kind(next) == CharClass::Digit) return dot + 1;
  }
  return acronym_end(run_begin, dot);
}

// "U.S.", "a.m.", "U.S" and initials as in "George W. Bush"; `dot` if neither.
std::size_t Tokenizer::acronym_end(std::size_t run_begin, std::size_t dot) const {
  const Character first = at(run_begin);
  if (!is_letter(first.kind) || run_begin + first.length != dot) return dot;
  std::size_t p = dot;
  std::size_t letters = 1;
  while (byte(p) == '.' && p + 1 < end_ && is_letter(kind(p + 1))) {
    const std::size_t after = p + 1 + at(p + 1).length;
    if (is_word(kind(after))) break;  // "J.Smith": the run is longer than a letter
    p = after;
    ++letters;
  }
  if (letters > 1) return byte(p) == '.' && byte(p + 1) != '.' ? p + 1 : p;
  return first.kind == CharClass::Upper && is_initial(dot) ? dot + 1 : dot;
}

// Whether the full stop at `dot` behind a single capital is an initial's: a capitalised word
// follows that opens no sentence.
bool Tokenizer::is_initial(std::size_t dot) const {
  const std::size_t next = kind(dot + 1) == CharClass::Space ? dot + 2 : dot + 1;
  if (kind(next) != CharClass::Upper) return false;
  return next == dot + 1 || !words_.openers.contains(slice(next, skip_alphanumerics(next)));
}

// Where the last clitic of the word begins, or `end` if it has none. Moscow|'s, do|n't, they|'ll.
std::size_t Tokenizer::clitic_begin(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kLongest = 5;  // bytes of "’ll", "n’t"
  for (std::size_t p = end; p > begin + 1 && end - p < kLongest;) {
    --p;
    if (is_continuation(text_[p])) continue;
    const Character c = at(p);
    if (c.kind != CharClass::Apostrophe) continue;
    const std::string_view letters = slice(p + c.length, end);
    if (is_clitic(letters)) return p;
    const bool negation = equals_folded(letters, "t") && ascii_lower(text_[p - 1]) == 'n';
    return negation && p - 1 > begin ? p - 1 : end;
  }
  return end;
}

void Tokenizer::push_word(std::size_t begin, std::size_t end, TokenKind kind) {
  // Two clitics at most: would|n't|'ve.
  const std::size_t last = clitic_begin(begin, end);
  const std::size_t first = last < end ? clitic_begin(begin, last) : last;
  if (first < end) {
    push(begin, first, kind);
    if (first < last) push(first, last, TokenKind::Word);
    if (last < end) push(last, end, TokenKind::Word);
    return;
  }
  push_without_clitics(begin, end, kind);
}

// A word without an apostrophe, or whose apostrophes part nothing.
void Tokenizer::push_without_clitics(std::size_t begin, std::size_t end, TokenKind kind) {
  if (may_be_contraction(slice(begin, end))) return push_contraction(begin, end, kind);
  push(begin, end, kind);
}

// A word that may be one; out of the way of the others.
void Tokenizer::push_contraction(std::size_t begin, std::size_t end, TokenKind kind) {
  const std::size_t first = first_of_contraction(slice(begin, end));
  if (first > 0) push(begin, begin + first, kind);
  push(begin + first, end, kind);
}

// ---- numbers
// -------------------------------------------------------------------------------------------------------

std::size_t Tokenizer::number_end(std::size_t p) const {
  const std::size_t begin = p;
  p = skip_digits(p);
  while (p < end_ && kind(p + 1) == CharClass::Digit) {
    const std::size_t next = skip_digits(p + 1);
    const char joint = text_[p];
    const std::size_t digits = next - p - 1;
    const bool joined = joint == '.' || joint == '/' || (joint == ':' && digits == 2) ||
                        (joint == ',' && digits == 3);
    // 2015-16, 2015-2016, 2021-05-03; but 5-4 and 10-20 are three tokens.
    const bool dated = joint == '-' && !is_letter(kind(next)) &&
                       ((p - begin == 4 && (digits == 2 || digits == 4)) ||
                        (p - begin == 7 && text_[begin + 4] == '-' && digits == 2));
    if (!joined && !dated) break;
    p = next;
  }
  return p;
}

void Tokenizer::number(std::size_t begin) {
  const std::size_t digits_end = number_end(begin);
  const CharClass next = kind(digits_end);
  if (!is_letter(next)) {
    if (byte(digits_end) == '@' && try_email(digits_end)) return;
    push(begin, digits_end, TokenKind::Number);
    return;
  }
  const std::size_t run_end = skip_alphanumerics(digits_end);
  if (words_.units.contains(slice(digits_end, run_end))) {
    push(begin, digits_end, TokenKind::Number);
    push(digits_end, run_end, TokenKind::Word);
    return;
  }
  // "a.m." behind digits: 10a.m.
  if (byte(run_end) == '.') {
    const std::size_t stop = abbreviation_end(digits_end, digits_end, run_end);
    if (stop > run_end && words_.units.contains(slice(digits_end, stop))) {
      push(begin, digits_end, TokenKind::Number);
      push(digits_end, stop, TokenKind::Word);
      return;
    }
  }
  TokenKind kind = TokenKind::Word;  // 18th, 1960s, 4chan
  const std::size_t end = word_end(begin, run_end, kind);
  if (byte(end) == '@' && try_email(end)) return;
  push_word(begin, end, kind);
}

// ---- addresses
// -----------------------------------------------------------------------------------------------------

// http://…, https://…, www.…: up to white space, quotes or angle brackets, without the punctuation
// that ends the sentence around it.
bool Tokenizer::try_url(std::size_t begin) {
  const std::size_t run_end = skip_alphanumerics(begin);
  const bool scheme =
      slice(run_end, std::min(run_end + 3, end_)) == "://" && is_scheme(slice(begin, run_end));
  const bool www = byte(run_end) == '.' && equals_folded(slice(begin, run_end), "www") &&
                   is_word(kind(run_end + 1));
  if (!scheme && !www) return false;
  std::size_t p = run_end;
  while (p < end_) {
    const Character c = at(p);
    const bool bracket = c.kind == CharClass::Opening || c.kind == CharClass::Closing;
    if (c.kind == CharClass::Space || c.kind == CharClass::Quote || (bracket && c.length > 1) ||
        c.code_point == U'<' || c.code_point == U'>') {
      break;
    }
    p += c.length;
  }
  while (p > run_end + 1 &&
         std::string_view(".,;:!?)]}'*").find(text_[p - 1]) != std::string_view::npos)
    --p;
  push(begin, p, TokenKind::Address);
  return true;
}

// name@host: what stands before the sign may be several tokens already ("first-last"); they become
// one with the word at hand.
bool Tokenizer::try_email(std::size_t at_sign) {
  std::size_t end = at_sign + 1;
  std::size_t dots = 0;
  while (end < end_ && is_email_byte(text_[end])) {
    dots += text_[end] == '.' && is_word(kind(end + 1)) ? 1U : 0U;
    ++end;
  }
  while (text_[end - 1] == '.' || text_[end - 1] == '-' || text_[end - 1] == '+') --end;
  std::size_t begin = at_sign;
  while (begin > 0 && at_sign - begin < kLongestLocalPart && is_email_byte(text_[begin - 1])) {
    --begin;
  }
  if (dots == 0 || begin > p_) return false;
  while (tokens_.size() > first_own_ && tokens_.back().begin >= begin) {
    space_ = tokens_.back().space_before;
    tokens_.pop_back();
  }
  // A token that only ends within the name stays: the name begins behind it.
  if (tokens_.size() > first_own_) begin = std::max<std::size_t>(begin, tokens_.back().end);
  push(begin, end, TokenKind::Address);
  return true;
}

// ---- the rest
// ------------------------------------------------------------------------------------------------------

bool Tokenizer::is_clitic_at(std::size_t apostrophe) const {
  const std::size_t letters = apostrophe + at(apostrophe).length;
  return is_clitic(slice(letters, skip_alphanumerics(letters)));
}

void Tokenizer::apostrophe(const Character& c) {
  const std::size_t next = p_ + c.length;
  // 2 %'s, "Hamlet"'s: a clitic behind punctuation.
  if (!space_ && is_clitic_at(p_)) {
    push(p_, skip_alphanumerics(next), TokenKind::Word);
    return;
  }
  // the '90s
  const std::size_t digits = skip_digits(next);
  if (digits == next + 2 && (kind(digits) != CharClass::Digit)) {
    const std::size_t decade = byte(digits) == 's' ? digits + 1 : digits;
    if (!is_word(kind(decade)) && (decade > digits || kind(decade) != CharClass::Apostrophe)) {
      push(p_, decade, TokenKind::Number);
      return;
    }
  }
  const bool pair = kind(next) == CharClass::Apostrophe && at(next).code_point == c.code_point;
  push(p_, pair ? next + c.length : next, TokenKind::Punctuation);
}

void Tokenizer::punctuation(const Character& c) {
  const std::size_t next = p_ + c.length;
  switch (c.kind) {
    case CharClass::Apostrophe:
      apostrophe(c);
      return;
    case CharClass::Dot:
    case CharClass::Terminal:
    case CharClass::Hyphen:
      // "...", "?!" and "--" are one token each.
      push(p_, skip_class(next, c.kind), TokenKind::Punctuation);
      return;
    case CharClass::Currency:
    case CharClass::Symbol:
      push(p_, next, TokenKind::Symbol);
      return;
    default:
      break;
  }
  if (c.code_point == U'[') {
    // "[...]" marks an omission, as one token.
    const std::size_t dots = byte(next) == '.' ? skip_class(next, CharClass::Dot)
                             : slice(next, std::min(next + 3, end_)) == "…" ? next + 3
                                                                            : next;
    if (dots > next && byte(dots) == ']') {
      push(p_, dots + 1, TokenKind::Punctuation);
      return;
    }
  }
  if ((c.code_point == U'#' || (c.code_point == U'@' && space_)) && is_letter(kind(next))) {
    push(p_, skip_alphanumerics(next), c.code_point == U'#' ? TokenKind::Word : TokenKind::Address);
    return;
  }
  if (c.code_point == U'*') {
    std::size_t stop = next;
    while (byte(stop) == '*') ++stop;
    push(p_, stop, TokenKind::Punctuation);
    return;
  }
  push(p_, next, TokenKind::Punctuation);
}

}  // namespace testudo::text
