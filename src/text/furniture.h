// The words by which a site's own text is told from the article's: appeals, newsletter boxes,
// credits, menus.
//   FurnitureCues cues;
//   if (auto* list = furniture_list(cues, "furniture-lines")) list->push_back("read more");
//   const Furniture furniture(cues);  // once, for any number of articles
// The lists are data (ontology/english/furniture.ttl); this room only knows what each is for.
// Letter case and kinds of apostrophe do not count. Furniture is immutable and safe from any number
// of threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace testudo::text {

// Each member is filled from the list named list:furniture- and the member's name, with hyphens.
struct FurnitureCues {
  // Whole blocks, marks at their ends aside; entries that end in "…" match what begins with them.
  std::vector<std::string> lines;     // blocks that say just this: "read more", "share on …"
  std::vector<std::string> sections;  // headings of what follows the article: "a message from …"

  // Beginnings of blocks.
  std::vector<std::string> openings;  // of notices: "the views expressed", "sign up for our"
  std::vector<std::string> self;      // what a page calls its article: "this piece"
  std::vector<std::string> bylines;   // before the author's name: "by"
  std::vector<std::string> dates;     // before a date: "published", "updated"
  std::vector<std::string> appeals;   // "support" in "Support X!"

  // Anywhere in a block.
  std::vector<std::string> phrases;     // said to the reader: "your inbox"; two in a block, or one
                                        // in a short one
  std::vector<std::string> credits;     // "photo:", "getty images"
  std::vector<std::string> authors;     // behind a name in the last paragraph: "is a columnist at"
  std::vector<std::string> publishers;  // before the publisher's name: "the position of"
  std::vector<std::string> first_published;  // before another publisher's: "first published by"

  // Words of class, id and role in HTML: "menu", "share".
  std::vector<std::string> markup;
};

// The list that is called so ("furniture-lines", without the list: prefix), or nullptr.
std::vector<std::string>* furniture_list(FurnitureCues& cues, std::string_view name);

struct CueIndex;  // FurnitureCues, made ready for lookup

class Furniture {
 public:
  Furniture();  // without cues only structure and position tell
  explicit Furniture(const FurnitureCues& cues);

  // For the room alone.
  const CueIndex& index() const { return *index_; }

 private:
  std::shared_ptr<const CueIndex> index_;  // shared by copies; never null
};

}  // namespace testudo::text
