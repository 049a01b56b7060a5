// What can be told of one block by itself, for the furniture finder's rules. Internal to the room.
// Pure functions; linear in the block.
#pragma once

#include <string>
#include <string_view>

#include "text/furniture_finder.h"
#include "text/phrase_set.h"

namespace testudo::text {

// What is known of a block before any rule looks at it.
struct Facts {
  std::string folded;          // "" if the block is too long to be a notice
  std::size_t line_begin = 0;  // see line()
  std::size_t line_size = 0;
  std::size_t words = 0;
  std::size_t cues = 0;   // different phrases said to the reader
  bool sentence = false;  // ends like a sentence
  bool question = false;  // … with a question mark

  // Folded, without what is no letter or digit at either end.
  std::string_view line() const { return std::string_view(folded).substr(line_begin, line_size); }
};

Facts facts_of(std::string_view text, const CueIndex& cues);

// Runs of anything but blanks.
std::size_t count_words(std::string_view text);

// The last character that is no quotation mark or bracket: it tells whether the block ends like a
// sentence. 0 if there is none.
char32_t last_mark(std::string_view text);

// Whether the text is nothing but a host's name: "Kremlin.ru".
bool is_host_name(std::string_view text);

// Where the first of the phrases ends, in bytes of the text as it stands; npos if there is none.
std::size_t end_of_phrase(std::string_view text, std::string_view folded_text,
                          const PhraseSet& phrases);

// The name that stands at byte `at`: capitalised words, and small ones between them ("Bulletin of
// the Atomic Scientists"); "" if there is none.
std::string name_at(std::string_view text, std::size_t at);

}  // namespace testudo::text
