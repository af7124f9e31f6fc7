#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/accounts/identity_ports.hpp"
#include "shells/outside/jwk.hpp"

namespace asterism::outside {

/// What an id_token must say to be meant for this very sign-in.
struct TokenExpectation {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string access_token;  ///< that came with it, or empty
    Algorithm algorithm = Algorithm::rs256;
    Instant at;
};

/// The identity that the claims tell, or in one word why they are not believed.
struct ClaimsReading {
    std::optional<accounts::ProvenIdentity> identity = {};
    std::string_view reason = {};
};

/// Checks the claims of an id_token whose signature was verified: OpenID Connect Core 1.0 section
/// 3.1.3.7, with 60 seconds for clocks that differ and an age of at most 10 minutes.
ClaimsReading read_claims(std::string_view payload, const TokenExpectation& expected);

/// Adds what the token left out (address, names) from an answer of the userinfo endpoint. False
/// where that answer is about somebody else (section 5.3.2) or is none.
bool add_userinfo(std::string_view body, accounts::ProvenIdentity& identity);

}  // namespace asterism::outside
