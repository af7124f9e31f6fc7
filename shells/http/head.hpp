#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shells/http/message.hpp"

namespace asterism::http {

/// Finds the end of a head that comes in pieces, and refuses at once the line endings and foldings
/// (RFC 9112 sections 2.2 and 5.2) by which two readers could be made to see two different heads.
class HeadScan {
public:
    enum class State : std::uint8_t { partial, whole, bad };

    /// `bytes` is all there is of the head so far, from its first byte on.
    State look(std::string_view bytes);

    /// Of a whole head, the empty line included.
    std::size_t size() const { return line_; }

private:
    std::size_t line_ = 0;  ///< where the line under way starts
    std::size_t seen_ = 0;  ///< before it there is no line feed left to find
};

/// The head of one request. A connection refills the same one, so that no request allocates.
struct Head {
    Request request = {};
    std::string_view method = {};
    int version = 11;  ///< 10 or 11
    bool keep_alive = true;

    // What `settle` makes of the fields.
    std::size_t length = 0;  ///< of the body, where it is declared
    bool chunked = false;
    bool awaits_continue = false;

    /// Back to nothing, keeping the memory and what is known of the connection.
    void clear();
    /// Turns what a parser put in into one meaning (RFC 9112 section 6.3, stricter: what may be
    /// refused is). Returns 0, or the status to refuse with.
    int settle();
};

/// A name or an address, and perhaps a port. Narrower than RFC 3986: no host needs the rest.
bool is_authority(std::string_view text);

/// Why a head that does not fit is refused: 414 where the target alone is too long, else 431.
int too_big(std::string_view bytes, std::size_t target_limit);

/// Why a version is refused: 505 for one that exists or may come to exist, 400 for a garbled one.
int bad_version(std::string_view bytes);

}  // namespace asterism::http
