#include "base/interner.h"

#include "base/check.h"

namespace testudo {

Symbol Interner::intern(std::string_view text) {
  if (const auto found = index_.find(text); found != index_.end()) return found->second;
  strings_.emplace_back(text);
  const auto symbol = static_cast<Symbol>(strings_.size());
  index_.emplace(strings_.back(), symbol);
  return symbol;
}

Symbol Interner::find(std::string_view text) const {
  const auto found = index_.find(text);
  return found == index_.end() ? Symbol::None : found->second;
}

std::string_view Interner::text(Symbol symbol) const {
  if (symbol == Symbol::None) return {};
  const auto at = static_cast<std::size_t>(symbol) - 1;
  TESTUDO_CHECK(at < strings_.size());
  return strings_[at];
}

}  // namespace testudo
