#pragma once

#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::outside {

/// The message as it goes over the wire: CRLF line ends, no line over 76 characters in its bodies,
/// ASCII only. Throws std::invalid_argument for an address or a name that could start a header of
/// its own; in the subject such characters become blanks.
/// `sender` is the name shown beside the address it comes from, any UTF-8; empty: none.
std::string mime_message(const mail::Draft& draft, Instant date, std::string_view sender = {});

/// One line of a header from any UTF-8 text, as encoded words (RFC 2047) where it must be.
std::string header_text(std::string_view utf8);

/// RFC 2045 section 6.7, from LF to CRLF line ends.
std::string quoted_printable(std::string_view text);

}  // namespace asterism::outside
