#include "shells/outside/digest.hpp"

#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "libcore/base/entropy.hpp"

namespace asterism::outside {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string in_hex(std::string_view raw) {
    std::string out;
    out.reserve(2 * raw.size());
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        out += hex_digits[byte >> 4U];
        out += hex_digits[byte & 15U];
    }
    return out;
}

std::string sha256(std::string_view text) {
    Digest digest{};
    ::SHA256(bytes(text), text.size(), digest.data());
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string sha512(std::string_view text) {
    std::array<unsigned char, SHA512_DIGEST_LENGTH> digest{};
    ::SHA512(bytes(text), text.size(), digest.data());
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    Digest digest{};
    unsigned int size = 0;
    if (!::HMAC(::EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(),
                digest.data(), &size) ||
        size != digest.size())
        throw std::runtime_error("HMAC-SHA-256 failed");
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

bool same_secret(std::string_view one, std::string_view other) {
    return one.size() == other.size() && ::CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string Sha256Fingerprint::of(std::string_view secret) const { return in_hex(sha256(secret)); }

HmacSigner::HmacSigner(std::string key) : key_(std::move(key)) {
    if (key_.size() < 32 || key_.size() > 4'096)
        throw std::invalid_argument("a signing key has 32 to 4,096 bytes");
}

HmacSigner::~HmacSigner() { ::OPENSSL_cleanse(key_.data(), key_.size()); }

std::string HmacSigner::sign(std::string_view text) const { return hmac_sha256(key_, text); }

std::string HmacSealer::seal(std::string_view text) const { return in_hex(signer_.sign(text)); }

}  // namespace asterism::outside
