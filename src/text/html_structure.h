// Which parts of an HTML page are the article, told by its elements. Internal to the room.
// Elements that count are noted while the page is read; when all of it is known, flag_site()
// decides. Linear in elements and blocks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/builder.h"
#include "text/phrase_set.h"

namespace testudo::text {

class HtmlStructure {
 public:
  // Why an element counts. Soft: its class or place says that it is the site's, but sites write
  // class="has-sidebar" around whole articles, so that it must not hold most of the text. Hard:
  // nothing of the article is ever within. Region: <article>, <main>.
  enum class Reason : std::uint8_t { Region, Soft, Hard };

  // Notes an element within element `parent`; 0 is the page. Returns its number.
  std::uint32_t note(std::uint32_t parent, Reason reason);

  // Sets is_site of each block; `inside` has the innermost noted element of each.
  void flag_site(const Document& document, const std::vector<std::uint32_t>& inside,
                 std::vector<BlockHints>& hints) const;

 private:
  struct Element {
    std::uint32_t parent;
    Reason reason;
  };
  std::vector<Element> elements_ = {{0, Reason::Region}};
};

// Whether the words of a class, id or role attribute mark a part of the site: "share-buttons",
// "relatedPosts", "author-box".
bool is_site_markup(std::string_view attribute, const PhraseSet& words);

}  // namespace testudo::text
