// Articles from bytes: plain text, Markdown, HTML, JSON Lines.
//   Diagnostics problems;
//   text::read(bytes, "news.html", options, problems, [&](text::Document document) { … });
// Bad input becomes diagnostics with a place (document and offset, or file and line); whatever else
// there is, is still read. Thread-safe: no shared state. Time and memory are linear in the input.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "text/document.h"
#include "text/furniture.h"

namespace testudo::text {

enum class Format : std::uint8_t { Detect, Plain, Markdown, Html, JsonLines };

struct ReadOptions {
  Format format = Format::Detect;        // Detect: by the name's extension, else by the first bytes
  const Furniture* furniture = nullptr;  // not owned; nullptr: no cue words, structure only
  bool lines = false;  // every line is a block of its own and nothing is furniture (for measuring
                       // against treebanks)
};

// The format that a name and the first bytes speak for: .txt .md .markdown .html .htm .xhtml .jsonl
// .ndjson, else what the bytes look like.
Format detect_format(std::string_view name, std::string_view bytes);

// Whether a file of this name is an article when a folder is read.
bool is_article_name(std::string_view name);

// Reads one input and hands every document to the callback, in the input's order; JSON Lines give
// many, the others one. Errors: bytes that are not UTF-8 (place: name and offset), a line that is
// not a JSON object or lacks "text" and "html" (place: name, line, column), more than 1 GiB. An
// empty article and a page without text give a warning and no document. Offsets of a document count
// code points of the source as given: of the file, of a record's "text" or "html", of the decoded
// page where HTML declares another charset than UTF-8.
void read(std::string_view bytes, const std::string& name, const ReadOptions& options,
          Diagnostics& problems, const std::function<void(Document)>& each);

}  // namespace testudo::text
