// Dates as sites write them. Internal to the room.
//   find_date("Published: 3 May 2021, 10:30")->date == "2021-05-03"
// Thread-safe. Month names are ICU's English ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace testudo::text {

struct FoundDate {
  std::string date;       // xsd:date, xsd:gYearMonth or xsd:gYear
  std::size_t begin = 0;  // bytes of the text that it takes up, half-open
  std::size_t end = 0;

  friend bool operator==(const FoundDate&, const FoundDate&) = default;
};

// The first date with a year: "2021-05-03", "3 May 2021", "May 3rd, 2021", "Sept. 2021", each only
// if the calendar has it. Numbers with slashes are passed over: nobody can tell 3/5/2021 from
// 5/3/2021. O(text).
std::optional<FoundDate> find_date(std::string_view text);

// What a metadata field says, as exact as it is: "2021-05-03T10:30:00+03:00" is 2021-05-03, "2021"
// is 2021; "" if it is no date.
std::string date_of_field(std::string_view field);

}  // namespace testudo::text
