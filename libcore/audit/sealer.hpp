#pragma once

#include <string>
#include <string_view>

namespace asterism::audit {

/// Codes that only this installation can make: HMAC-SHA-256 (RFC 2104) under a key that lies
/// outside the database. Texts of different uses begin with different words, so no code serves two
/// uses.
class Sealer {
public:
    virtual ~Sealer() = default;
    /// 64 lower-case hex digits.
    virtual std::string seal(std::string_view text) const = 0;
};

}  // namespace asterism::audit
