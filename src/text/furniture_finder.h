// Tells the article from the site around it, and reads what the site's own lines say of the
// article. Internal to the room.
//   const FurnitureFinder finder(options.furniture);
//   finder.run(document, hints);
// Thread-safe: run() is const. Linear in the text.
#pragma once

#include <vector>

#include "text/builder.h"
#include "text/document.h"
#include "text/furniture.h"
#include "text/phrase_set.h"

namespace testudo::text {

// FurnitureCues, made ready for lookup.
struct CueIndex {
  PhraseSet lines, line_starts, sections, section_starts, openings, self, bylines, dates, appeals,
      phrases, credits, authors, publishers, first_published;

  CueIndex() = default;
  explicit CueIndex(const FurnitureCues& cues);
};

class FurnitureFinder {
 public:
  // Without cues (nullptr) only structure and position tell. The cues are copied.
  explicit FurnitureFinder(const FurnitureCues* cues);

  // Sets the kinds of the document's blocks and fills empty fields of its metadata: title,
  // publisher, first publisher, author, date. `hints` has one entry for each block. A title that
  // the metadata has already stays.
  void run(Document& document, const std::vector<BlockHints>& hints) const;

 private:
  CueIndex cues_;
};

}  // namespace testudo::text
