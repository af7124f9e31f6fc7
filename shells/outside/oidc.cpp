#include "shells/outside/oidc.hpp"

#include <utility>

#include "libcore/accounts/identity_faults.hpp"

namespace asterism::outside {

OidcProvider google(std::string client_id, std::string client_secret) {
    return {"google", "Google", "https://accounts.google.com", std::move(client_id),
            std::move(client_secret)};
}

OidcProviders::OidcProviders(std::vector<OidcProvider> providers, const HttpClient& http,
                             OidcAlarm alarm) {
    for (auto& each : providers) entries_.emplace_back(std::move(each), http, alarm);
}

const OidcClient* OidcProviders::find(std::string_view code) const {
    for (const auto& entry : entries_)
        if (entry.code == code) return &entry.client;
    return nullptr;
}

Result<std::string> OidcProviders::address_for(const accounts::Departure& departure) const {
    const auto* client = find(departure.provider);
    if (!client) return accounts::provider_unavailable;
    return client->address_for(departure);
}

accounts::Proof OidcProviders::prove(const accounts::Arrival& arrival) const {
    const auto* client = find(arrival.provider);
    if (!client) return {std::nullopt, &accounts::provider_unavailable, "no_provider"};
    return client->prove(arrival);
}

}  // namespace asterism::outside
