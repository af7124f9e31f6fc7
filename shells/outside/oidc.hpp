#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shells/outside/oidc_client.hpp"

namespace asterism::outside {

/// Google as its documents have it (developers.google.com/identity/openid-connect).
OidcProvider google(std::string client_id, std::string client_secret);

/// All providers of a site.
class OidcProviders final : public accounts::IdentityProviders {
public:
    OidcProviders(std::vector<OidcProvider> providers, const HttpClient& http, OidcAlarm alarm);

    Result<std::string> address_for(const accounts::Departure& departure) const override;
    accounts::Proof prove(const accounts::Arrival& arrival) const override;

private:
    struct Entry {
        Entry(OidcProvider provider, const HttpClient& http, OidcAlarm alarm)
            : code(provider.code), client(std::move(provider), http, std::move(alarm)) {}

        std::string code;
        OidcClient client;
    };

    const OidcClient* find(std::string_view code) const;

    std::deque<Entry> entries_;
};

}  // namespace asterism::outside
