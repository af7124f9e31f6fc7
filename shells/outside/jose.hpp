#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shells/outside/jwk.hpp"

namespace asterism::outside {

/// A signed token in compact form (RFC 7515 section 7.1), taken apart and not yet believed.
struct SignedToken {
    Algorithm algorithm = Algorithm::rs256;
    std::string key_id = {};       ///< `kid`, or empty
    std::string_view signed_part;  ///< of the text it was read from
    std::string signature = {};
    std::string payload = {};
};

/// A token, or in one word why there is none.
struct TokenReading {
    std::optional<SignedToken> token = {};
    std::string_view reason = {};
};

inline constexpr std::size_t token_bytes = 8'192;

/// Takes a token apart. Refused: more than 8 KiB, other than three parts, base64url in any but its
/// one form, a header that is no strict JSON object, an algorithm that is not listed, a `typ` other
/// than JWT, and every header that brings a key of its own or asks for something special (`jwk`,
/// `jku`, `x5u`, `x5c`, `crit`, `b64`).
TokenReading read_token(std::string_view text);

/// Whether one of the keys has signed it.
bool is_signed(const SignedToken& token, const std::vector<const Jwk*>& keys);

}  // namespace asterism::outside
