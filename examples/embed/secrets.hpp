#pragma once

#include <crypt.h>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "libcore/accounts/ports.hpp"
#include "libcore/base/entropy.hpp"
#include "libcore/base/fingerprint.hpp"

namespace embed {

class SystemEntropy final : public asterism::Entropy {
public:
    void fill(std::span<std::byte> out) override {
        std::random_device device;
        for (auto& byte : out) byte = static_cast<std::byte>(device());
    }
};

inline std::string crypted(std::string_view text, const std::string& setting) {
    crypt_data scratch{};
    const auto* out = crypt_r(std::string(text).c_str(), setting.c_str(), &scratch);
    if (out == nullptr || out[0] == '*') throw std::runtime_error("crypt(3) refused");
    return out;
}

/// The system's own password hashes: yescrypt.
class CryptHasher final : public asterism::accounts::Hasher {
public:
    std::string hash(std::string_view password) const override {
        char setting[CRYPT_GENSALT_OUTPUT_SIZE] = "*";  // which crypt(3) refuses
        crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, sizeof setting);
        return crypted(password, setting);
    }

    bool verify(std::string_view hash, std::string_view password) const override {
        return crypted(password, std::string(hash)) == hash;
    }

    bool outdated(std::string_view hash) const override { return !hash.starts_with("$y$"); }
};

/// One-way is enough for a store of this program alone; SHA-256 is faster.
class CryptFingerprint final : public asterism::Fingerprint {
public:
    std::string of(std::string_view secret) const override {
        return crypted(secret, "$5$rounds=1000$fingerprint$").substr(27);
    }
};

}  // namespace embed
