#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace asterism::outside::testing {

/// A key pair made for this run, as a provider has one.
class SigningKey {
public:
    /// "RS256", "ES256" or "EdDSA"; `bits` counts for RSA alone.
    SigningKey(std::string algorithm, std::string id, unsigned bits = 2'048);
    ~SigningKey();
    SigningKey(SigningKey&&) noexcept;

    std::string sign(std::string_view text) const;
    boost::json::object jwk() const;

    const std::string& algorithm() const { return algorithm_; }

    const std::string& id() const { return id_; }

private:
    struct Pair;

    std::string algorithm_;
    std::string id_;
    std::unique_ptr<Pair> pair_;
};

/// The compact form of a token signed with the key, whatever its header says.
std::string token_of(const boost::json::object& header, std::string_view payload,
                     const SigningKey& key);

}  // namespace asterism::outside::testing
