#pragma once

#include <string>
#include <string_view>

namespace asterism::http {

/// Header lines for every answer that is data: nothing in it is ever run or framed.
std::string_view data_headers(bool https);

/// Header lines for our own pages: everything from our own origin, nothing inline.
std::string_view page_headers(bool https);

/// The lines above with another Content-Security-Policy.
std::string headers_with_policy(std::string_view policy, bool https);

}  // namespace asterism::http
