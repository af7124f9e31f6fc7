#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/accounts/identity_ports.hpp"
#include "shells/outside/breaker.hpp"
#include "shells/outside/http_client.hpp"
#include "shells/outside/id_token.hpp"
#include "shells/outside/jose.hpp"
#include "shells/outside/oidc_metadata.hpp"

namespace asterism::outside {

/// A provider as the operator configures it.
struct OidcProvider {
    std::string code;  ///< as in accounts::ProviderName
    std::string name;
    std::string issuer;
    std::string client_id;
    std::string client_secret;
    std::string scopes = "openid email profile";
};

/// Told what an operator should know: "google: the client's secret is refused". Never a secret.
using OidcAlarm = std::function<void(std::string_view what)>;

/// Speaks to one provider. Its metadata and its keys are kept for a day, and beyond while it does
/// not answer; an unknown key id has the keys fetched anew, once a minute at most. May be used by
/// many threads at once; none waits for another's request.
class OidcClient {
public:
    OidcClient(OidcProvider provider, const HttpClient& http, OidcAlarm alarm);

    Result<std::string> address_for(const accounts::Departure& departure) const;
    accounts::Proof prove(const accounts::Arrival& arrival) const;

private:
    struct Tokens {
        std::string id_token;
        std::string access_token;
    };

    template <class T>
    struct Kept {
        std::optional<T> value = {};
        Instant since = {};  ///< when it was fetched
        Instant tried = {};  ///< when somebody last set out to
    };

    std::optional<OidcMetadata> metadata(Instant now) const;
    std::optional<KeySet> keys(const std::string& address, const SignedToken& token,
                               Instant now) const;
    /// Whether this thread shall fetch; then the others go on with what there is.
    template <class T>
    bool is_due(Kept<T>& kept, Instant now, bool unknown) const;
    template <class T, class Read>
    void fetch(Kept<T>& kept, const std::string& address, Instant now, Read read) const;
    HttpOutcome ask(const HttpRequest& request, Instant now, int tries) const;
    std::optional<Tokens> exchange(const OidcMetadata& about, const accounts::Arrival& arrival,
                                   accounts::Proof& refusal) const;
    accounts::Proof believe(const OidcMetadata& about, const Tokens& tokens,
                            const accounts::Arrival& arrival) const;

    OidcProvider provider_;
    const HttpClient& http_;
    OidcAlarm alarm_;
    mutable std::mutex mutex_;
    mutable Breaker breaker_;
    mutable Kept<OidcMetadata> metadata_;
    mutable Kept<KeySet> keys_;
};

}  // namespace asterism::outside
