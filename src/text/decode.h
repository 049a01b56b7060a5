// HTML's bytes as UTF-8, whatever charset they declare. Internal to the room.
// Thread-safe. Linear.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace testudo::text {

// The charset that a byte order mark, a <meta> element within the first 1024 bytes or an XML
// declaration names, as it is written there;
// "" if none does. (WHATWG HTML, section 13.2.3.2.)
std::string declared_charset(std::string_view html);

// The bytes in UTF-8: as they are if UTF-8 is declared or nothing, else converted by ICU. The view
// is of `bytes` or of `storage`. Errors, with the document's name and, where it can be told, the
// offset in code points: bytes that are not of the charset; a charset that ICU does not know.
Result<std::string_view> decode_html(std::string_view bytes, const std::string& name,
                                     std::string& storage);

}  // namespace testudo::text
