#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

namespace asterism::outside {

/// The signatures that are believed (RFC 7518 section 3.3 and 3.4, RFC 8037 with Ed25519). There is
/// no `none`, and nothing with a shared secret.
enum class Algorithm : std::uint8_t { rs256, es256, eddsa };

std::optional<Algorithm> algorithm_named(std::string_view name);

/// Somebody's public key, good for one algorithm.
class Jwk {
public:
    /// None for a key that is no use here: another kind, another use, an RSA modulus outside 2,048
    /// to 8,192 bits, a point off its curve.
    static std::optional<Jwk> read(const boost::json::object& key);

    Jwk(const Jwk& other);
    Jwk& operator=(const Jwk&) = delete;
    Jwk(Jwk&&) noexcept;
    Jwk& operator=(Jwk&&) noexcept;
    ~Jwk();

    Algorithm algorithm() const { return algorithm_; }

    const std::string& id() const { return id_; }  ///< `kid`, or empty

    bool verifies(std::string_view text, std::string_view signature) const;

private:
    struct Key;

    Jwk(Algorithm algorithm, std::string id, std::unique_ptr<Key> key);

    Algorithm algorithm_;
    std::string id_;
    std::unique_ptr<Key> key_;
};

/// A JWK set (RFC 7517 section 5).
class KeySet {
public:
    /// None where this is no JWK set; keys of no use are left out.
    static std::optional<KeySet> read(std::string_view json);

    /// Those that a token of this algorithm and `kid` may be signed with. Without a kid there is
    /// one only where the set has no other of that algorithm.
    std::vector<const Jwk*> candidates(Algorithm algorithm, std::string_view id) const;

private:
    std::vector<Jwk> keys_;
};

}  // namespace asterism::outside
