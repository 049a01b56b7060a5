#include "text/reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/characters.h"
#include "text/formats.h"

namespace testudo::text {

void read(std::string_view bytes, const std::string& name, const ReadOptions& options, Diagnostics&,
          const std::function<void(Document)>& each) {
  Document d;
  d.name = name;
  if (options.lines)
    read_lines(bytes, d);
  else
    read_plain(bytes, d);
  each(std::move(d));
}

}  // namespace testudo::text
