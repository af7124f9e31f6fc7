#pragma once

#include <string>
#include <string_view>

namespace asterism {

/// Where a visitor may be sent after signing in: `wished` if it can only mean an address of our own
/// site, else `otherwise`. An own address is a path of at most 2,048 printable ASCII characters
/// that begins with one slash. Refused is all that browsers or proxies have been known to read as
/// another host or another line: `//`, `\`, dot segments, and the encoded forms of these; and the
/// log-in page itself, which would lead in a circle.
std::string own_path(std::string_view wished, std::string_view otherwise = "/");

}  // namespace asterism
