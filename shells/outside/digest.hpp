#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "libcore/audit/sealer.hpp"
#include "libcore/base/fingerprint.hpp"
#include "shells/app/signer.hpp"

namespace asterism::outside {

/// 32 and 64 raw bytes (FIPS 180-4).
std::string sha256(std::string_view text);
std::string sha512(std::string_view text);
/// 32 raw bytes (RFC 2104), with a key that others chose the length of.
std::string hmac_sha256(std::string_view key, std::string_view text);
/// As 0-9 and a-f.
std::string in_hex(std::string_view raw);
/// Whether they are the same, in a time that tells nothing but their lengths.
bool same_secret(std::string_view one, std::string_view other);

class Sha256Fingerprint final : public Fingerprint {
public:
    std::string of(std::string_view secret) const override;
};

class HmacSigner final : public app::Signer {
public:
    /// The key has 32 bytes or more; a shorter one throws std::invalid_argument.
    explicit HmacSigner(std::string key);
    ~HmacSigner() override;
    HmacSigner(const HmacSigner&) = delete;
    HmacSigner& operator=(const HmacSigner&) = delete;

    std::string sign(std::string_view text) const override;

private:
    std::string key_;
};

class HmacSealer final : public audit::Sealer {
public:
    /// The key as HmacSigner has it.
    explicit HmacSealer(std::string key) : signer_(std::move(key)) {}

    std::string seal(std::string_view text) const override;

private:
    HmacSigner signer_;
};

}  // namespace asterism::outside
