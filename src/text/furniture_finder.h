// Tells the article from the site around it, and reads what the site's own lines say of the
// article. Internal to the room.
//   find_furniture(document, hints, furniture.index());
// Thread-safe: the cues are only read. Linear in the text.
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
      phrases, credits, authors, publishers, first_published, markup;

  CueIndex() = default;
  explicit CueIndex(const FurnitureCues& cues);
};

// Sets the kinds of the document's blocks and fills empty fields of its metadata: title, publisher,
// first publisher, author, date. `hints` has one entry for each block. A title that the metadata
// has already stays.
void find_furniture(Document& document, const std::vector<BlockHints>& hints, const CueIndex& cues);

}  // namespace testudo::text
