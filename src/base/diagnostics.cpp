#include "base/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace testudo {

std::string to_string(const Place& place) {
  std::string out = place.source;
  if (place.line > 0) {
    out += ':' + std::to_string(place.line);
    if (place.column > 0) out += ':' + std::to_string(place.column);
  } else if (place.offset) {
    if (!out.empty()) out += ": ";
    out += "offset " + std::to_string(*place.offset);
  }
  return out;
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "error";
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = to_string(diagnostic.place);
  if (!out.empty()) out += ": ";
  out += to_string(diagnostic.severity);
  out += ": ";
  out += diagnostic.message;
  if (!diagnostic.suggestion.empty()) out += "; " + diagnostic.suggestion;
  return out;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::Error) ++errors_;
  list_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Place place, std::string message, std::string suggestion) {
  add({Severity::Error, std::move(place), std::move(message), std::move(suggestion)});
}

void Diagnostics::warning(Place place, std::string message, std::string suggestion) {
  add({Severity::Warning, std::move(place), std::move(message), std::move(suggestion)});
}

void Diagnostics::note(Place place, std::string message, std::string suggestion) {
  add({Severity::Note, std::move(place), std::move(message), std::move(suggestion)});
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& d : other.list_) add(std::move(d));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.place.source, d.place.line, d.place.column, d.place.offset, d.severity,
                    d.message, d.suggestion);
  };
  std::stable_sort(list_.begin(), list_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
  errors_ =
      static_cast<std::size_t>(std::count_if(list_.begin(), list_.end(), [](const Diagnostic& d) {
        return d.severity == Severity::Error;
      }));
}

}  // namespace testudo
