#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace asterism::outside {

/// What a provider publishes of itself (OpenID Connect Discovery 1.0 section 3), as far as it
/// counts here.
struct OidcMetadata {
    std::string authorization;
    std::string token;
    std::string keys;
    std::string userinfo;       ///< or empty
    bool post_secret = false;   ///< takes the client's secret in the form only, not as Basic
    bool tells_issuer = false;  ///< promises the `iss` parameter of RFC 9207
};

/// Where it is published.
std::string metadata_address(std::string_view issuer);

/// None unless it is the document of exactly this issuer and its addresses are https; with a plain
/// loopback issuer (while developing) they may be such, too.
std::optional<OidcMetadata> read_metadata(std::string_view document, std::string_view issuer);

}  // namespace asterism::outside
