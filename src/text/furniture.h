// The words by which a site's own text is told from the article's: appeals, newsletter boxes,
// credits, menus.
//   FurnitureCues cues;
//   if (auto* list = furniture_list(cues, "furniture-lines")) list->push_back("read more");
// The lists are data (ontology/english/furniture.ttl); this room only knows what each is for.
// Letter case and kinds of apostrophe do not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace testudo::text {

struct FurnitureCues {
  std::vector<std::string>
      lines;  // furniture-lines: blocks that say just this: "read more", "share"
  std::vector<std::string>
      openings;  // furniture-openings: how notices begin: "the views expressed", "sign up for"
  std::vector<std::string> phrases;  // furniture-phrases: said to the reader: "your inbox"; two in
                                     // a block, or one in a short one
  std::vector<std::string>
      sections;  // furniture-sections: headings of what follows the article: "a message from"
  std::vector<std::string> credits;  // furniture-credits: "photo:", "getty images"
  std::vector<std::string>
      authors;  // furniture-authors: "is a senior fellow at", behind a name in the last paragraph
  std::vector<std::string> bylines;  // furniture-bylines: "by", before the author's name
  std::vector<std::string>
      dates;  // furniture-dates: "published", "updated", beside a date near the top
  std::vector<std::string> appeals;  // furniture-appeals: "support" in "Support X!"
  std::vector<std::string>
      publishers;  // furniture-publishers: "the position of", before the publisher's name
  std::vector<std::string> first_published;  // furniture-first-published: "first published by",
                                             // before another publisher's
  std::vector<std::string>
      markup;  // furniture-markup: words of class, id and role in HTML: "menu", "share"
};

// The list that is called so ("furniture-lines", without the list: prefix), or nullptr.
std::vector<std::string>* furniture_list(FurnitureCues& cues, std::string_view name);

}  // namespace testudo::text
