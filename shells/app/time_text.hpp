#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"

namespace asterism::app {

/// RFC 3339 in UTC: "2026-03-01T12:00:00Z", with six decimals where there is a fraction.
void append_instant(std::string& out, Instant at);

/// RFC 3339 with "Z" or a numeric offset, at most nine decimals (cut to six). Years 1 to 9999.
std::optional<Instant> read_instant(std::string_view text);

/// "2026-03-01".
void append_date(std::string& out, Date date);
std::optional<Date> read_date(std::string_view text);

}  // namespace asterism::app
