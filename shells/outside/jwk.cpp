#include "shells/outside/jwk.hpp"

#include <array>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "shells/app/json.hpp"
#include "shells/outside/base64.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

struct End {
    void operator()(EVP_PKEY* key) const { ::EVP_PKEY_free(key); }

    void operator()(EVP_PKEY_CTX* context) const { ::EVP_PKEY_CTX_free(context); }

    void operator()(EVP_MD_CTX* context) const { ::EVP_MD_CTX_free(context); }

    void operator()(BIGNUM* number) const { ::BN_free(number); }

    void operator()(ECDSA_SIG* signature) const { ::ECDSA_SIG_free(signature); }

    void operator()(OSSL_PARAM* params) const { ::OSSL_PARAM_free(params); }

    void operator()(OSSL_PARAM_BLD* builder) const { ::OSSL_PARAM_BLD_free(builder); }
};

template <class T>
using Own = std::unique_ptr<T, End>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Own<BIGNUM> number(std::string_view big_endian) {
    return Own<BIGNUM>(
        ::BN_bin2bn(bytes(big_endian), static_cast<int>(big_endian.size()), nullptr));
}

std::string_view text_of(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

/// The bytes of a member, or empty.
std::string bytes_of(const json::object& from, std::string_view name) {
    return from_base64url(text_of(from, name)).value_or("");
}

Own<EVP_PKEY> made(const char* kind, OSSL_PARAM_BLD* builder) {
    const Own<OSSL_PARAM> params(::OSSL_PARAM_BLD_to_param(builder));
    const Own<EVP_PKEY_CTX> context(::EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || ::EVP_PKEY_fromdata_init(context.get()) != 1 ||
        ::EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return Own<EVP_PKEY>(key);
}

Own<EVP_PKEY> rsa_key(const json::object& from) {
    const auto modulus = bytes_of(from, "n");
    const auto exponent = bytes_of(from, "e");
    if (modulus.size() > 1'024 || exponent.empty() || exponent.size() > 8) return nullptr;
    const auto n = number(modulus);
    const auto e = number(exponent);
    if (::BN_num_bits(n.get()) < 2'048 || !::BN_is_odd(e.get()) || ::BN_is_one(e.get()))
        return nullptr;
    const Own<OSSL_PARAM_BLD> builder(::OSSL_PARAM_BLD_new());
    ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return made("RSA", builder.get());
}

Own<EVP_PKEY> p256_key(const json::object& from) {
    const auto x = bytes_of(from, "x");
    const auto y = bytes_of(from, "y");
    if (text_of(from, "crv") != "P-256" || x.size() != 32 || y.size() != 32) return nullptr;
    const auto point = "\x04" + x + y;
    const Own<OSSL_PARAM_BLD> builder(::OSSL_PARAM_BLD_new());
    ::OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    ::OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                       point.size());
    auto key = made("EC", builder.get());
    if (!key) return nullptr;
    const Own<EVP_PKEY_CTX> check(::EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    return ::EVP_PKEY_public_check(check.get()) == 1 ? std::move(key) : nullptr;
}

Own<EVP_PKEY> ed25519_key(const json::object& from) {
    const auto x = bytes_of(from, "x");
    if (text_of(from, "crv") != "Ed25519" || x.size() != 32) return nullptr;
    return Own<EVP_PKEY>(
        ::EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(x), x.size()));
}

struct Family {
    std::string_view kty;
    std::string_view alg;
    Algorithm algorithm;
    Own<EVP_PKEY> (*read)(const json::object&);
};

constexpr std::array families{Family{"RSA", "RS256", Algorithm::rs256, &rsa_key},
                              Family{"EC", "ES256", Algorithm::es256, &p256_key},
                              Family{"OKP", "EdDSA", Algorithm::eddsa, &ed25519_key}};

bool is_for_signatures(const json::object& key) {
    if (key.contains("use") && text_of(key, "use") != "sig") return false;
    const auto* operations = key.if_contains("key_ops");
    if (!operations) return true;
    if (!operations->is_array()) return false;
    for (const auto& each : operations->get_array())
        if (each.is_string() && each.get_string() == "verify") return true;
    return false;
}

/// JOSE writes r and s one after the other, 32 bytes each; OpenSSL wants DER.
std::string der_of(std::string_view signature) {
    if (signature.size() != 64) return {};
    const Own<ECDSA_SIG> pair(::ECDSA_SIG_new());
    ::ECDSA_SIG_set0(pair.get(), number(signature.substr(0, 32)).release(),
                     number(signature.substr(32)).release());
    unsigned char* der = nullptr;
    const int size = ::i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0) return {};
    std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
    ::OPENSSL_free(der);
    return out;
}

}  // namespace

struct Jwk::Key {
    Own<EVP_PKEY> own;
};

std::optional<Algorithm> algorithm_named(std::string_view name) {
    for (const auto& family : families)
        if (family.alg == name) return family.algorithm;
    return std::nullopt;
}

Jwk::Jwk(Algorithm algorithm, std::string id, std::unique_ptr<Key> key)
    : algorithm_(algorithm), id_(std::move(id)), key_(std::move(key)) {}

Jwk::Jwk(const Jwk& other)
    : algorithm_(other.algorithm_), id_(other.id_), key_(std::make_unique<Key>()) {
    ::EVP_PKEY_up_ref(other.key_->own.get());
    key_->own.reset(other.key_->own.get());
}

Jwk::Jwk(Jwk&&) noexcept = default;
Jwk& Jwk::operator=(Jwk&&) noexcept = default;
Jwk::~Jwk() = default;

std::optional<Jwk> Jwk::read(const json::object& key) {
    for (const auto& family : families) {
        if (text_of(key, "kty") != family.kty) continue;
        if (key.contains("alg") && text_of(key, "alg") != family.alg) return std::nullopt;
        if (!is_for_signatures(key)) return std::nullopt;
        auto own = family.read(key);
        ::ERR_clear_error();
        if (!own) return std::nullopt;
        return Jwk(family.algorithm, std::string(text_of(key, "kid")),
                   std::make_unique<Key>(Key{std::move(own)}));
    }
    return std::nullopt;
}

bool Jwk::verifies(std::string_view text, std::string_view signature) const {
    const auto der = algorithm_ == Algorithm::es256 ? der_of(signature) : std::string(signature);
    if (der.empty()) return false;
    const EVP_MD* digest = algorithm_ == Algorithm::eddsa ? nullptr : ::EVP_sha256();
    const Own<EVP_MD_CTX> context(::EVP_MD_CTX_new());
    const bool good =
        ::EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key_->own.get()) == 1 &&
        ::EVP_DigestVerify(context.get(), bytes(der), der.size(), bytes(text), text.size()) == 1;
    ::ERR_clear_error();
    return good;
}

std::optional<KeySet> KeySet::read(std::string_view text) {
    const auto document = app::parse_strict(text);
    if (!document || !document->is_object()) return std::nullopt;
    const auto* keys = document->get_object().if_contains("keys");
    if (!keys || !keys->is_array()) return std::nullopt;
    KeySet out;
    for (const auto& each : keys->get_array()) {
        if (!each.is_object() || out.keys_.size() == 64) continue;
        if (auto key = Jwk::read(each.get_object())) out.keys_.push_back(*std::move(key));
    }
    return out;
}

std::vector<const Jwk*> KeySet::candidates(Algorithm algorithm, std::string_view id) const {
    std::vector<const Jwk*> out;
    for (const auto& key : keys_)
        if (key.algorithm() == algorithm && (id.empty() || key.id() == id)) out.push_back(&key);
    if (id.empty() && out.size() > 1) out.clear();
    return out;
}

}  // namespace asterism::outside
