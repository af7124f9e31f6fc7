#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "libcore/base/time.hpp"
#include "shells/outside/http_client.hpp"
#include "shells/outside/oidc.hpp"
#include "tests/identity/signing_key.hpp"

namespace asterism::outside::testing {

/// The name and value pairs of an address's query or of a form, decoded.
std::map<std::string, std::string> pairs_of(std::string_view text);

/// A key that several tests share: RSA keys take long to make.
const SigningKey& rsa_key();

/// An OpenID provider that answers in memory: a small true one, which a test can make lie.
class FakeProvider final : public HttpClient {
public:
    explicit FakeProvider(std::string code, const SigningKey& key = rsa_key());

    HttpOutcome send(const HttpRequest& request) const override;

    /// What the person's consent leads to: the query of the address that the browser comes back to.
    std::string consent(const std::string& location);

    OidcProvider as_client() const;

    std::string code;
    std::string issuer;
    std::string subject = "248289761001";
    std::string email = "vera@club.example";
    bool email_verified = true;
    bool tells_issuer = true;
    bool email_in_token = true;
    Instant now;
    /// Makes the next tokens lie: their header, their claims, their text.
    std::function<void(boost::json::object& header)> bend_header;
    std::function<void(boost::json::object& claims)> bend_claims;
    std::function<std::string(std::string token)> bend_token;
    const SigningKey* signs;                          ///< with this key
    std::vector<const SigningKey*> shown;             ///< in its JWK set
    mutable std::set<std::string> down;               ///< paths that do not answer
    mutable std::map<std::string, int> asked;         ///< how often, by path
    mutable std::map<std::string, std::string> form;  ///< of the last exchange
    mutable std::vector<std::string> headers;         ///< of the same

private:
    std::string metadata() const;
    std::string keys() const;
    HttpAnswer exchange(const HttpRequest& request) const;

    std::map<std::string, std::string> sent_;  ///< of the last authorization
};

}  // namespace asterism::outside::testing
