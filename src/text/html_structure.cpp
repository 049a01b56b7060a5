#include "text/html_structure.h"

#include <algorithm>
#include <string>

#include "text/characters.h"

namespace testudo::text {
namespace {

constexpr std::size_t kParagraph = 80;  // bytes that make a block running text rather than a label

// How much of the block is running text: links are not.
std::size_t prose(const Block& block, const BlockHints& hints) {
  const std::size_t bytes = block.end - block.begin;
  const std::size_t plain = bytes - std::min<std::size_t>(bytes, hints.linked);
  return hints.level == 0 && plain >= kParagraph ? plain : 0;
}

}  // namespace

std::uint32_t HtmlStructure::note(std::uint32_t parent, Reason reason) {
  elements_.push_back({parent, reason});
  return static_cast<std::uint32_t>(elements_.size() - 1);
}

void HtmlStructure::flag_site(const Document& document, const std::vector<std::uint32_t>& inside,
                              std::vector<BlockHints>& hints) const {
  const std::size_t count = elements_.size();
  std::vector<std::size_t> own(count);
  for (std::size_t b = 0; b < hints.size(); ++b)
    own[inside[b]] += prose(document.blocks[b], hints[b]);
  std::vector<std::size_t> all = own;  // with everything within
  for (std::size_t e = count; e-- > 1;) all[elements_[e].parent] += all[e];

  // An element's number is above its parent's, so one pass downwards hands everything on.
  std::vector<char> is_site(count);
  for (std::size_t e = 1; e < count; ++e) {
    const bool mostly = all[e] * 2 >= all[0] && all[0] > 0;
    const bool says_so =
        elements_[e].reason == Reason::Hard || (elements_[e].reason == Reason::Soft && !mostly);
    is_site[e] = static_cast<char>(says_so || is_site[elements_[e].parent] != 0);
  }

  // The text that stands directly in a region, furniture aside. The element numbers of what is not
  // a region count for the region around it.
  std::vector<std::uint32_t> region(count);
  std::vector<std::size_t> text(count);
  std::size_t total = 0;
  for (std::uint32_t e = 0; e < count; ++e) {
    region[e] = elements_[e].reason == Reason::Region ? e : region[elements_[e].parent];
    if (is_site[e] != 0) continue;
    text[region[e]] += own[e];
    total += own[e];
  }
  const auto best =
      static_cast<std::size_t>(std::max_element(text.begin(), text.end()) - text.begin());
  const bool chosen = best != 0 && text[best] * 4 >= total && total > 0;
  std::vector<char> within(count, static_cast<char>(!chosen));
  for (std::size_t e = 1; e < count && chosen; ++e) {
    within[e] = static_cast<char>(e == best || within[elements_[e].parent] != 0);
  }
  for (std::size_t b = 0; b < hints.size(); ++b) {
    hints[b].is_site = is_site[inside[b]] != 0 || within[inside[b]] == 0;
  }
}

bool is_site_markup(std::string_view attribute, const PhraseSet& words) {
  std::string token;
  std::string word;
  const auto known = [&] {
    return (!word.empty() && words.has(word)) || (!token.empty() && words.has(token));
  };
  for (std::size_t at = 0; at <= attribute.size(); ++at) {
    const char c = at < attribute.size() ? attribute[at] : ' ';
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool joint = c == '-' || c == '_';
    const bool capital =
        c >= 'A' && c <= 'Z' && at > 0 && attribute[at - 1] >= 'a' && attribute[at - 1] <= 'z';
    if (space || joint || capital) {
      if (!word.empty() && words.has(word)) return true;
      word.clear();
    }
    if (space) {
      if (known()) return true;
      token.clear();
    } else {
      token += c == '_' ? '-' : ascii_lower(c);
      if (!joint) word += ascii_lower(c);
    }
  }
  return false;
}

}  // namespace testudo::text
