#pragma once

#include <string>
#include <string_view>

namespace asterism {

/// One-way names of secrets, so that a stolen database opens nothing.
class Fingerprint {
public:
    virtual ~Fingerprint() = default;
    /// SHA-256 (FIPS 180-4) of a secret of at least 128 random bits, as 64 lower-case hex digits.
    virtual std::string of(std::string_view secret) const = 0;
};

}  // namespace asterism
