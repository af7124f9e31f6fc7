#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shells/http/message.hpp"

namespace asterism::http {

/// What an answer says about the connection's future.
enum class Link : std::uint8_t {
    keep,           ///< nothing: it stays open, as is usual on HTTP/1.1
    keep_declared,  ///< stays open and says so, as HTTP/1.0 needs
    close
};

/// "HTTP/1.1 200 OK" and its line ending, or empty for a status nobody has named.
std::string_view status_line(int status);

/// Now, as a Date field line. Made once a second in each thread.
std::string_view date_line();

/// Appends the head of an answer. Of header values that would break out of their line, none is
/// sent.
void write_head(std::string& out, const Response& response, Link link);

/// Whether such an answer never has content (RFC 9110 sections 15.3.5 and 15.4.5).
constexpr bool bodiless(int status) { return status == 204 || status == 304; }

}  // namespace asterism::http
