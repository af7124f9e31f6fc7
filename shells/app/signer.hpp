#pragma once

#include <string>
#include <string_view>

namespace asterism::app {

/// Proof that a text is ours: HMAC-SHA-256 (RFC 2104) under a key of this installation.
class Signer {
public:
    virtual ~Signer() = default;
    /// 32 raw bytes.
    virtual std::string sign(std::string_view text) const = 0;
};

}  // namespace asterism::app
