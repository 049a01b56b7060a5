// Serd's C handles and nodes as C++ sees them. For this room's sources alone: no header of the room
// includes it.
#pragma once

#include <serd/serd.h>

#include <memory>
#include <string>
#include <string_view>

#include "rdf/syntax.h"

namespace testudo::rdf {

struct FreeSerd {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

using ReaderHandle = std::unique_ptr<SerdReader, FreeSerd>;
using EnvHandle = std::unique_ptr<SerdEnv, FreeSerd>;

SerdSyntax to_serd(Syntax syntax);

// A node that borrows the text. Where Serd copies it, it does so with one byte more than it has, so
// that it must be terminated with a zero. The count of characters stays 0: only comparing
// nodes reads it.
inline SerdNode borrow_node(SerdType type, std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), 0, 0, type};
}

std::string_view view(const SerdNode& node);
std::string_view view(const SerdChunk& chunk);
const std::uint8_t* bytes(const char* text);

// What an error of Serd's reader is about.
enum class ErrorPlace {
  Here,       // the next byte
  Token,      // the token that was being read
  Behind,     // the same, where the next byte may be in another already
  Statement,  // the statement as a whole
};

struct ReaderError {
  std::string message;  // in plain words; "" for one that needs what stands there to be told
  ErrorPlace place = ErrorPlace::Here;
  bool tell_found = false;  // whether the message goes on with what was found
};

// Serd's message in plain words.
ReaderError explain(const SerdError& error);

}  // namespace testudo::rdf
