#include "tests/identity/signing_key.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include <boost/json/serialize.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "shells/outside/base64.hpp"

namespace asterism::outside::testing {
namespace {

std::string number(EVP_PKEY* key, const char* name, int width) {
    BIGNUM* raw = nullptr;
    if (::EVP_PKEY_get_bn_param(key, name, &raw) != 1) throw std::runtime_error(name);
    const std::unique_ptr<BIGNUM, decltype(&::BN_free)> value(raw, &::BN_free);
    const int size = width > 0 ? width : BN_num_bytes(value.get());
    std::string out(static_cast<std::size_t>(size), '\0');
    ::BN_bn2binpad(value.get(), reinterpret_cast<unsigned char*>(out.data()), size);
    return to_base64url(out);
}

/// r and s one after the other, as JOSE has them.
std::string joined(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&::ECDSA_SIG_free)> pair(
        ::d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), &::ECDSA_SIG_free);
    std::string out(64, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    ::BN_bn2binpad(::ECDSA_SIG_get0_r(pair.get()), to, 32);
    ::BN_bn2binpad(::ECDSA_SIG_get0_s(pair.get()), to + 32, 32);
    return out;
}

}  // namespace

struct SigningKey::Pair {
    std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)> own{nullptr, &::EVP_PKEY_free};
};

SigningKey::SigningKey(std::string algorithm, std::string id, unsigned bits)
    : algorithm_(std::move(algorithm)), id_(std::move(id)), pair_(std::make_unique<Pair>()) {
    if (algorithm_ == "RS256") pair_->own.reset(EVP_RSA_gen(bits));
    if (algorithm_ == "ES256") pair_->own.reset(EVP_EC_gen("P-256"));
    if (algorithm_ == "EdDSA") pair_->own.reset(::EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!pair_->own) throw std::runtime_error("no key");
}

SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;

std::string SigningKey::sign(std::string_view text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&::EVP_MD_CTX_free)> context(::EVP_MD_CTX_new(),
                                                                            &::EVP_MD_CTX_free);
    const auto* digest = algorithm_ == "EdDSA" ? nullptr : ::EVP_sha256();
    ::EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, pair_->own.get());
    const auto* from = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t size = 0;
    ::EVP_DigestSign(context.get(), nullptr, &size, from, text.size());
    std::string out(size, '\0');
    ::EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, from,
                     text.size());
    out.resize(size);
    return algorithm_ == "ES256" ? joined(out) : out;
}

boost::json::object SigningKey::jwk() const {
    boost::json::object out{{"kid", id_}, {"alg", algorithm_}, {"use", "sig"}};
    auto* key = pair_->own.get();
    if (algorithm_ == "RS256") {
        out["kty"] = "RSA";
        out["n"] = number(key, OSSL_PKEY_PARAM_RSA_N, 0);
        out["e"] = number(key, OSSL_PKEY_PARAM_RSA_E, 0);
    } else if (algorithm_ == "ES256") {
        out["kty"] = "EC";
        out["crv"] = "P-256";
        out["x"] = number(key, OSSL_PKEY_PARAM_EC_PUB_X, 32);
        out["y"] = number(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    } else {
        std::array<unsigned char, 32> raw{};
        std::size_t size = raw.size();
        ::EVP_PKEY_get_raw_public_key(key, raw.data(), &size);
        out["kty"] = "OKP";
        out["crv"] = "Ed25519";
        out["x"] = to_base64url({reinterpret_cast<const char*>(raw.data()), size});
    }
    return out;
}

std::string token_of(const boost::json::object& header, std::string_view payload,
                     const SigningKey& key) {
    const auto text = to_base64url(boost::json::serialize(header)) + "." + to_base64url(payload);
    return text + "." + to_base64url(key.sign(text));
}

}  // namespace asterism::outside::testing
