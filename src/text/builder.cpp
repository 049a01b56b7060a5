#include "text/builder.h"

#include <utility>

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
