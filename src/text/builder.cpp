#include "text/builder.h"

#include <string>
#include <utility>

#include "text/characters.h"

namespace testudo::text {

void DocumentBuilder::begin_block(BlockKind kind, const BlockHints& hints) {
  end_block();
  block_ = Block{kind, 0, 0};
  hints_ = hints;
  open_ = true;
}

void DocumentBuilder::flush_space() {
  if (!open_) begin_block(BlockKind::Paragraph);
  if (!started_) {
    if (!document_.text.empty()) document_.text += "\n\n";
    block_.begin = text_size();
    started_ = true;
  } else if (space_) {
    const std::uint32_t at = text_size();
    document_.text += ' ';
    // One character for one: the pieces around it can grow together.
    if (space_end_ - space_begin_ == 1) {
      document_.offsets.add_verbatim(at, " ", space_begin_);
    } else {
      document_.offsets.add_unit(at, at + 1, space_begin_, space_end_);
    }
  }
  space_ = false;
}

void DocumentBuilder::verbatim(std::string_view text, std::uint64_t source_begin) {
  if (text.empty()) return;
  flush_space();
  const std::uint32_t at = text_size();
  document_.text += text;
  document_.offsets.add_verbatim(at, text, source_begin);
}

void DocumentBuilder::unit(std::string_view text, std::uint64_t source_begin,
                           std::uint64_t source_end) {
  if (text.empty()) return;
  flush_space();
  const std::uint32_t at = text_size();
  document_.text += text;
  document_.offsets.add_unit(at, text_size(), source_begin, source_end);
}

void DocumentBuilder::space(std::uint64_t source_begin, std::uint64_t source_end) {
  if (!started_) return;
  if (!space_) space_begin_ = source_begin;
  space_ = true;
  space_end_ = source_end;
}

namespace {

// Where the run that starts at `at` ends: before white space that is not one single blank between
// two words. Such a blank stays within, so that a whole line is one piece of the offset map.
std::size_t run_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (c.kind == CharClass::Space) {
      const bool single = text[at] == ' ' && at + 1 < text.size() &&
                          character_at(text, at + 1).kind != CharClass::Space;
      if (!single) break;
    }
    at += c.length;
  }
  return at;
}

}  // namespace

void DocumentBuilder::running(std::string_view text, std::size_t source_byte,
                              SourceCursor& cursor) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint64_t begin = cursor.code_point(source_byte + at);
    const Character c = character_at(text, at);
    if (c.kind == CharClass::Space) {
      space(begin, begin + 1);
      at += c.length;
    } else {
      const std::size_t end = run_end(text, at);
      verbatim(text.substr(at, end - at), begin);
      at = end;
    }
  }
}

void DocumentBuilder::running_unit(std::string_view text, std::uint64_t source_begin,
                                   std::uint64_t source_end) {
  const std::string_view core = trimmed(text);
  if (core.empty()) {
    space(source_begin, source_end);
    return;
  }
  if (core.data() > text.data()) space(source_begin, source_begin);
  std::string flat;
  for (std::size_t at = 0; at < core.size();) {
    const Character c = character_at(core, at);
    if (c.kind != CharClass::Space) {
      flat += core.substr(at, c.length);
    } else if (flat.back() != ' ') {
      flat += ' ';
    }
    at += c.length;
  }
  unit(flat, source_begin, source_end);
  if (core.data() + core.size() < text.data() + text.size()) space(source_end, source_end);
}

void DocumentBuilder::end_block() {
  if (started_) {
    block_.end = text_size();
    document_.blocks.push_back(block_);
    all_hints_.push_back(hints_);
  }
  open_ = false;
  started_ = false;
  space_ = false;
}

std::vector<BlockHints> DocumentBuilder::take_hints() {
  end_block();
  return std::exchange(all_hints_, {});
}

}  // namespace testudo::text
