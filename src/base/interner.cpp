#include "base/interner.h"

#include <functional>

#include "base/check.h"

namespace testudo {
namespace {

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

}  // namespace

std::uint32_t Interner::position(std::string_view text, std::size_t hash) const {
  return index_.find(hash, [&](std::uint32_t at) { return strings_[at] == text; });
}

Symbol Interner::intern(std::string_view text) {
  const std::size_t hash = hash_of(text);
  if (const std::uint32_t at = position(text, hash); at != HashIndex::kNone) return Symbol(at + 1);
  index_.add(hash, static_cast<std::uint32_t>(strings_.size()));
  strings_.emplace_back(text);
  return static_cast<Symbol>(strings_.size());
}

Symbol Interner::find(std::string_view text) const {
  const std::uint32_t at = position(text, hash_of(text));
  return at == HashIndex::kNone ? Symbol::None : Symbol(at + 1);
}

std::string_view Interner::text(Symbol symbol) const {
  if (symbol == Symbol::None) return {};
  const auto at = static_cast<std::size_t>(symbol) - 1;
  TESTUDO_CHECK(at < strings_.size());
  return strings_[at];
}

}  // namespace testudo
