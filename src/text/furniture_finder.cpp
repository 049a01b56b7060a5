// The furniture finder goes over the blocks a few times, each time with a rule of its own. A rule
// needs a cue that the article itself would hardly give (a phrase said to the reader, a credit, the
// page's structure), or two, or a place before or behind the article. Tested in
// tests/text/furniture_test.cpp.
#include "text/furniture_finder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/check.h"
#include "text/block_facts.h"
#include "text/characters.h"
#include "text/dates.h"

namespace testudo::text {
namespace {

// Measured in what sites do; all are lengths of one block.
constexpr std::size_t kStandfirstBody =
    262144;  // bytes of article in which a repeated standfirst is looked for
constexpr std::size_t kLineWords = 12;  // a line of the site rather than a paragraph
constexpr std::size_t kHeadingWords = 25;
constexpr std::size_t kNoticeWords = 60;
constexpr std::size_t kMenuWords = 3;  // an item of a menu
constexpr std::size_t kMenuItems = 3;  // that many make one

std::vector<std::string> prefixes_only(const std::vector<std::string>& entries) {
  constexpr std::string_view kOpenEnd = "…";
  std::vector<std::string> out;
  for (const std::string& entry : entries) {
    if (entry.ends_with(kOpenEnd)) out.push_back(entry.substr(0, entry.size() - kOpenEnd.size()));
  }
  return out;
}

// One document at work.
class Rules {
 public:
  Rules(Document& document, const std::vector<BlockHints>& hints, const CueIndex& cues)
      : document_(document), hints_(hints), cues_(cues) {}

  void run() {
    facts_.reserve(size());
    for (const Block& block : blocks()) facts_.push_back(facts_of(document_.text_of(block), cues_));
    site_structure();
    notices();
    first_published();
    title();
    bylines_and_dates();
    sections();
    author_box();
    repetitions();
    loose_ends();
    headings();
    publisher();
  }

 private:
  std::vector<Block>& blocks() { return document_.blocks; }
  std::size_t size() const { return document_.blocks.size(); }
  std::string_view text(std::size_t i) const { return document_.text_of(document_.blocks[i]); }
  std::size_t bytes(std::size_t i) const {
    return document_.blocks[i].end - document_.blocks[i].begin;
  }
  bool is_read(std::size_t i) const { return document_.blocks[i].is_read(); }
  bool is_furniture(std::size_t i) const {
    return document_.blocks[i].kind == BlockKind::Furniture;
  }
  void drop(std::size_t i) {
    if (is_read(i)) document_.blocks[i].kind = BlockKind::Furniture;
  }

  // Running text of the article, as far as is known.
  bool is_prose(std::size_t i) const {
    const Facts& f = facts_[i];
    if (!is_read(i) || document_.blocks[i].kind == BlockKind::Title || hints_[i].level > 0)
      return false;
    return (f.sentence && f.words >= 4) || f.words >= kHeadingWords;
  }
  bool is_heading_like(std::size_t i) const {
    const Facts& f = facts_[i];
    return is_read(i) && f.words <= kHeadingWords && (!f.sentence || f.question);
  }
  std::size_t first_prose() const {
    for (std::size_t i = 0; i < size(); ++i) {
      if (is_prose(i) && !(facts_[i].question && facts_[i].words <= kLineWords)) return i;
    }
    return size();
  }
  std::size_t last_prose() const {  // size() if there is none
    for (std::size_t i = size(); i-- > 0;) {
      if (is_prose(i)) return i;
    }
    return size();
  }

  // ---- the page's structure ----

  void site_structure() {
    headline_ = find_headline();
    for (std::size_t i = 0; i < size(); ++i) {
      if (i != headline_ && (hints_[i].is_site || is_link_only(i))) drop(i);
    }
  }

  // A block that is all links and no sentence leads elsewhere.
  bool is_link_only(std::size_t i) const {
    return std::size_t{hints_[i].linked} * 5 >= bytes(i) * 4 && hints_[i].level == 0 &&
           (!facts_[i].sentence || facts_[i].words <= kLineWords);
  }

  // The <h1> that is the article's: the first within it, else one that the page's metadata repeats.
  std::size_t find_headline() const {
    for (std::size_t i = 0; i < size(); ++i) {
      if (hints_[i].level == 1 && !hints_[i].is_site) return i;
    }
    const std::string known = letters_and_digits(document_.metadata.title);
    for (std::size_t i = 0; i < size(); ++i) {
      if (hints_[i].level != 1) continue;
      const std::string mine = letters_and_digits(text(i));
      if (!mine.empty() && known.find(mine) != std::string::npos && hints_[i].linked < bytes(i))
        return i;
    }
    return size();
  }

  // ---- single blocks ----

  bool is_notice(std::size_t i) const {
    const Facts& f = facts_[i];
    if (f.folded.empty()) return false;
    if (f.line().empty()) return true;  // "***"
    const bool short_line = f.words <= kLineWords;
    return f.cues >= 2 || (f.cues == 1 && short_line && !f.sentence) || cues_.lines.has(f.line()) ||
           (short_line && cues_.line_starts.at_start(f.line()) > 0) ||
           (f.words <= kNoticeWords && cues_.openings.at_start(f.line()) > 0) || is_appeal(i) ||
           is_credit(i);
  }

  // "Support The Daily Example!"
  bool is_appeal(std::size_t i) const {
    const Facts& f = facts_[i];
    // At the page's ends only: in the article, somebody else may say so.
    if (i >= 3 && i + 8 < size()) return false;
    if (f.words > kLineWords || last_mark(text(i)) != U'!') return false;
    const std::size_t verb = cues_.appeals.at_start(f.line());
    return verb > 0 && (f.cues > 0 || !appeal_name(i).empty());
  }
  std::string appeal_name(std::size_t i) const {
    const std::size_t verb = cues_.appeals.at_start(facts_[i].folded);
    if (verb == 0 || last_mark(text(i)) != U'!') return {};
    std::string name = name_at(text(i), verb);
    return text(i).ends_with(name + "!") ? name : std::string();
  }

  bool is_credit(std::size_t i) const {
    const Facts& f = facts_[i];
    if (is_host_name(text(i))) return true;
    if (f.words > 2 * kLineWords || (f.sentence && f.words > kLineWords)) return false;
    if (cues_.credits.at_start(f.folded) > 0) return true;
    if (f.words > 8 || f.sentence) return false;
    const PhraseSet::Found found = cues_.credits.find(f.folded);
    return found.begin != std::string_view::npos && (found.end >= f.line().size());
  }

  void notices() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (i != headline_ && is_notice(i)) drop(i);
    }
    // A lone cue counts beside a block of furniture.
    for (std::size_t i = 0; i < size(); ++i) {
      const bool beside = (i > 0 && is_furniture(i - 1)) || (i + 1 < size() && is_furniture(i + 1));
      if (i != headline_ && facts_[i].cues > 0 && facts_[i].words <= 2 * kLineWords && beside)
        drop(i);
    }
  }

  // "This piece was first published by …": the line is the site's.
  void first_published() {
    for (std::size_t i = 0; i < size(); ++i) {
      const Facts& f = facts_[i];
      if (f.words > 2 * kLineWords + 6 || f.folded.empty()) continue;
      const PhraseSet::Found found = cues_.first_published.find(f.line());
      if (found.begin == std::string_view::npos) continue;
      if (found.begin > 0 && cues_.self.at_start(f.line()) == 0) continue;
      const std::size_t at = end_of_phrase(text(i), f.folded, cues_.first_published);
      set(document_.metadata.first_publisher, name_at(text(i), at));
      drop(i);
    }
  }

  // ---- the head ----

  // Runs of very short lines are menus.
  void menus(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i;
      while (stop < end && is_heading_like(stop) && facts_[stop].words <= kMenuWords) ++stop;
      if (stop - i >= kMenuItems) {
        for (std::size_t k = i; k < stop; ++k) drop(k);
      }
      i = std::max(stop, i + 1);
    }
  }

  std::size_t title_candidate(std::size_t end) const {
    std::size_t best = size();
    for (std::size_t i = 0; i < end; ++i) {
      if (!is_heading_like(i) || is_byline(i) || is_date_line(i)) continue;
      if (hints_[i].level == 1 || facts_[i].words >= kMenuWords) return i;
      if (best == size()) best = i;
    }
    return best;
  }

  void title() {
    const std::size_t body = first_prose();
    if (headline_ == size()) {
      menus(0, body);
      headline_ = title_candidate(body);
    }
    if (headline_ == size()) return;
    blocks()[headline_].kind = BlockKind::Title;
    for (std::size_t i = 0; i < headline_; ++i) {
      if (!is_prose(i)) drop(i);
    }
    set_title(std::string(text(headline_)));
  }

  void set_title(std::string words) {
    // A page's <title> often has the site's name behind the headline; the headline itself is
    // better.
    const std::string known = letters_and_digits(document_.metadata.title);
    if (known.empty() || known.find(letters_and_digits(words)) != std::string::npos) {
      document_.metadata.title = std::move(words);
    }
  }

  bool is_byline(std::size_t i) const {
    const Facts& f = facts_[i];
    const std::size_t by = cues_.bylines.at_start(f.folded);
    return by > 0 && f.words <= 8 && !f.sentence && !name_at(text(i), by).empty();
  }

  bool is_date_line(std::size_t i) const {
    const Facts& f = facts_[i];
    if (f.words > kLineWords || f.folded.empty()) return false;
    const auto found = find_date(text(i));
    if (!found) return false;
    const std::size_t others =
        count_words(text(i).substr(0, found->begin)) + count_words(text(i).substr(found->end));
    return cues_.dates.at_start(f.line()) > 0 || others <= 2;
  }

  // Near the top, and dates with a word like "published" anywhere.
  void bylines_and_dates() {
    const std::size_t body = std::min(first_prose() + 1, size());
    for (std::size_t i = 0; i < size(); ++i) {
      if (i == headline_) continue;
      const bool near_top = i < body;
      if (near_top && is_byline(i)) {
        set(document_.metadata.author, name_at(text(i), cues_.bylines.at_start(facts_[i].folded)));
        drop(i);
      } else if (is_date_line(i) && (near_top || cues_.dates.at_start(facts_[i].line()) > 0)) {
        set(document_.metadata.date, find_date(text(i))->date);
        drop(i);
      }
    }
    dateline();
  }

  // "MOSCOW, May 3, 2021 (Agency) — …"
  void dateline() {
    const std::size_t body = first_prose();
    if (body == size()) return;
    const std::string_view start = text(body).substr(0, 64);
    const std::string_view whole = start.substr(0, start.find_last_of(' '));
    std::size_t capitals = 0;
    while (capitals < whole.size() && whole[capitals] >= 'A' && whole[capitals] <= 'Z') ++capitals;
    if (capitals < 3) return;
    if (const auto found = find_date(whole); found && found->begin <= 32)
      set(document_.metadata.date, found->date);
  }

  // ---- the tail ----

  bool opens_section(std::size_t i) const {
    const Facts& f = facts_[i];
    if (f.folded.empty() || f.words > kLineWords || f.sentence) return false;
    return cues_.sections.has(f.line()) || cues_.section_starts.at_start(f.line()) > 0;
  }

  // A section of the site goes on to the end if the better part of the text stands before it; else
  // as far as cues reach.
  void sections() {
    std::size_t after = 0;
    for (std::size_t i = 0; i < size(); ++i) after += is_prose(i) ? bytes(i) : 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (before > 0 && opens_section(i) && i != headline_) {
        const bool to_end = before >= after;
        drop(i);
        for (++i; i < size() && (to_end || !is_prose(i) || facts_[i].cues > 0) &&
                  (to_end || hints_[i].level == 0);
             ++i) {
          after -= is_prose(i) ? bytes(i) : 0;
          drop(i);
        }
        --i;
        continue;
      }
      if (!is_prose(i)) continue;
      before += bytes(i);
      after -= bytes(i);
    }
  }

  // "Ann Example is a senior fellow at …" as the last paragraph.
  void author_box() {
    for (int boxes = 0; boxes < 2; ++boxes) {
      const std::size_t last = last_prose();
      if (last == size() || last < 3 || facts_[last].words > kNoticeWords) return;
      const PhraseSet::Found found = cues_.authors.find(facts_[last].folded);
      if (found.begin == std::string_view::npos || found.begin == 0) return;
      const std::string name = name_at(text(last), 0);
      if (count_words(name) < 2 || count_words(name) > 5 || found.begin > name.size() + 1) return;
      set(document_.metadata.author, name);
      drop(last);
    }
  }

  // A standfirst near the top that the article says again, and the title said again.
  void repetitions() {
    const std::size_t first = headline_ < size() ? headline_ + 1 : 0;
    std::size_t seen = 0;
    const std::string title =
        headline_ < size() ? letters_and_digits(text(headline_)) : std::string();
    for (std::size_t i = first; i < size() && seen < 4; ++i) {
      if (!is_read(i)) continue;
      ++seen;
      if (facts_[i].folded.empty()) continue;
      const std::string mine = letters_and_digits(text(i));
      if (mine.empty()) continue;
      if (mine == title || (facts_[i].words >= 6 && is_said_later(mine, i + 1))) drop(i);
    }
  }

  // Whether the blocks from `from` on say these letters. The first call must be for the first
  // block.
  bool is_said_later(const std::string& letters, std::size_t from) {
    if (body_.empty()) {
      body_from_ = from;
      for (std::size_t i = from; i < size() && body_.size() < kStandfirstBody; ++i) {
        body_begin_.push_back(body_.size());
        if (is_read(i)) body_ += letters_and_digits(text(i)) + '\n';
      }
    }
    const std::size_t block = from - body_from_;
    if (block >= body_begin_.size()) return false;
    // The longer the text that is looked for, the fewer letters does this searcher look at.
    const auto begin = body_.begin() + static_cast<std::ptrdiff_t>(body_begin_[block]);
    return std::search(begin, body_.end(),
                       std::boyer_moore_horspool_searcher(letters.begin(), letters.end())) !=
           body_.end();
  }

  // Short lines behind the article, beside furniture.
  void loose_ends() {
    const std::size_t last = last_prose();
    if (last == size()) return;
    for (std::size_t i = last + 1; i < size(); ++i) {
      if (is_furniture(i - 1) && is_loose(i)) drop(i);
    }
    for (std::size_t i = size() - 1; i > last + 1; --i) {
      if (is_furniture(i) && is_loose(i - 1)) drop(i - 1);
    }
  }
  bool is_loose(std::size_t i) const {
    const BlockKind kind = document_.blocks[i].kind;
    return (kind == BlockKind::Paragraph || kind == BlockKind::Heading) && is_heading_like(i) &&
           facts_[i].words <= 8;
  }

  // In plain text, a short line without a full stop before a paragraph is a heading.
  void headings() {
    for (std::size_t i = 0; i + 1 < size(); ++i) {
      Block& block = blocks()[i];
      if (block.kind == BlockKind::Paragraph && i != headline_ && is_heading_like(i) &&
          !facts_[i].sentence && facts_[i].words <= kLineWords && is_prose(i + 1)) {
        block.kind = BlockKind::Heading;
      }
    }
  }

  // ---- metadata ----

  static void set(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  }

  void publisher() {
    std::string& publisher = document_.metadata.publisher;
    for (std::size_t i = 0; i < size() && publisher.empty(); ++i) {
      if (is_read(i) || facts_[i].folded.empty()) continue;
      const std::size_t at = end_of_phrase(text(i), facts_[i].folded, cues_.publishers);
      if (at != std::string_view::npos) set(publisher, name_at(text(i), at));
    }
    for (std::size_t i = 0; i < size() && publisher.empty(); ++i) {
      if (!is_read(i)) set(publisher, appeal_name(i));
    }
  }

  Document& document_;
  const std::vector<BlockHints>& hints_;
  const CueIndex& cues_;
  std::vector<Facts> facts_;
  std::size_t headline_ = 0;  // the title's block; size() if there is none
  std::string body_;          // letters and digits of the blocks from body_from_ on
  std::size_t body_from_ = 0;
  std::vector<std::size_t> body_begin_;  // where each block begins in body_
};

}  // namespace

CueIndex::CueIndex(const FurnitureCues& cues)
    : lines(cues.lines),
      line_starts(prefixes_only(cues.lines)),
      sections(cues.sections),
      section_starts(prefixes_only(cues.sections)),
      openings(cues.openings),
      self(cues.self),
      bylines(cues.bylines),
      dates(cues.dates),
      appeals(cues.appeals),
      phrases(cues.phrases),
      credits(cues.credits),
      authors(cues.authors),
      publishers(cues.publishers),
      first_published(cues.first_published),
      markup(cues.markup) {}

void find_furniture(Document& document, const std::vector<BlockHints>& hints,
                    const CueIndex& cues) {
  TESTUDO_CHECK(hints.size() == document.blocks.size());
  if (document.blocks.empty()) return;
  Rules(document, hints, cues).run();
}

}  // namespace testudo::text
