#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asterism::outside {

/// What an Argon2id hash costs.
struct Argon2Cost {
    std::uint32_t memory_kib = 19'456;  ///< OWASP's minimum, security.md section 4
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;
};

/// A password hash in parts. As a text it is a PHC string:
/// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`.
struct PasswordHash {
    Argon2Cost cost;
    std::string salt;
    std::string tag;
};

std::string to_phc(const PasswordHash& hash);

/// Exact: Argon2id of version 19 only, m, t and p in that order, no leading zeros, a salt of 8 to
/// 64 bytes and a tag of 16 to 64.
std::optional<PasswordHash> from_phc(std::string_view text);

}  // namespace asterism::outside
