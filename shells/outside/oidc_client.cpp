#include "shells/outside/oidc_client.hpp"

#include <array>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/accounts/identity_faults.hpp"
#include "shells/app/json.hpp"
#include "shells/outside/base64.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/form.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using accounts::Arrival;
using accounts::Departure;
using accounts::Proof;

constexpr std::chrono::hours fresh{24};
constexpr std::chrono::minutes patience{1};

Proof refuse(std::string_view reason) {
    return {std::nullopt, &accounts::identity_refused, std::string(reason)};
}

Proof unavailable(std::string_view reason) {
    return {std::nullopt, &accounts::provider_unavailable, std::string(reason)};
}

std::string text_of(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// RFC 6749 section 2.3.1: both are form-encoded before they are joined.
std::string basic(const OidcProvider& provider) {
    return "Authorization: Basic " + to_base64(percent_encoded(provider.client_id) + ":" +
                                               percent_encoded(provider.client_secret));
}

HttpRequest token_request(const OidcProvider& provider, const OidcMetadata& about,
                          const Arrival& arrival) {
    const std::array form{Pair{"grant_type", "authorization_code"}, Pair{"code", arrival.code},
                          Pair{"redirect_uri", arrival.callback},
                          Pair{"code_verifier", arrival.verifier}};
    HttpRequest out{about.token, {"Accept: application/json"}, form_of(form)};
    if (about.post_secret) {
        const std::array secret{Pair{"client_id", provider.client_id},
                                Pair{"client_secret", provider.client_secret}};
        *out.form += "&" + form_of(secret);
    } else {
        out.headers.push_back(basic(provider));
    }
    return out;
}

}  // namespace

OidcClient::OidcClient(OidcProvider provider, const HttpClient& http, OidcAlarm alarm)
    : provider_(std::move(provider)), http_(http), alarm_(std::move(alarm)) {}

Result<std::string> OidcClient::address_for(const Departure& departure) const {
    const auto about = metadata(departure.at);
    if (!about) return accounts::provider_unavailable;
    const auto challenge = to_base64url(sha256(departure.verifier));
    const std::array query{Pair{"response_type", "code"},
                           Pair{"client_id", provider_.client_id},
                           Pair{"redirect_uri", departure.callback},
                           Pair{"scope", provider_.scopes},
                           Pair{"state", departure.state},
                           Pair{"nonce", departure.nonce},
                           Pair{"code_challenge", challenge},
                           Pair{"code_challenge_method", "S256"}};
    const bool has_query = about->authorization.find('?') != std::string::npos;
    return about->authorization + (has_query ? "&" : "?") + form_of(query);
}

Proof OidcClient::prove(const Arrival& arrival) const {
    const auto about = metadata(arrival.at);
    if (!about) return unavailable("no_metadata");
    if (arrival.issuer ? *arrival.issuer != provider_.issuer : about->tells_issuer)
        return refuse("other_issuer");
    Proof refusal;
    const auto tokens = exchange(*about, arrival, refusal);
    return tokens ? believe(*about, *tokens, arrival) : refusal;
}

HttpOutcome OidcClient::ask(const HttpRequest& request, Instant now, int tries) const {
    {
        const std::lock_guard lock(mutex_);
        if (!breaker_.allows(now)) return {std::nullopt, "left alone for a while"};
    }
    HttpOutcome out;
    for (int i = 0; i < tries && (!out.answer || out.answer->status >= 500); ++i)
        out = http_.send(request);
    const bool good = out.answer && out.answer->status < 500;
    if (!good && out.answer) out.error = fmt::format("status {}", out.answer->status);
    const std::lock_guard lock(mutex_);
    if (good)
        breaker_.succeed();
    else
        breaker_.fail(now);
    if (!good && alarm_) alarm_(fmt::format("{}: {}", provider_.code, out.error));
    return out;
}

template <class T>
bool OidcClient::is_due(Kept<T>& kept, Instant now, bool unknown) const {
    const std::lock_guard lock(mutex_);
    const bool rested = now >= kept.tried + patience || now < kept.tried;
    const bool old = now >= kept.since + fresh || now < kept.since;
    const bool due = !kept.value || (rested && (old || unknown));
    if (due) kept.tried = now;
    return due;
}

template <class T, class Read>
void OidcClient::fetch(Kept<T>& kept, const std::string& address, Instant now, Read read) const {
    const auto outcome = ask({address, {"Accept: application/json"}}, now, 2);
    if (!outcome.answer || outcome.answer->status != 200) return;
    auto value = read(outcome.answer->body);
    if (!value) {
        if (alarm_) alarm_(fmt::format("{}: {} is not what it should be", provider_.code, address));
        return;
    }
    const std::lock_guard lock(mutex_);
    kept.value = std::move(value);
    kept.since = now;
}

std::optional<OidcMetadata> OidcClient::metadata(Instant now) const {
    if (is_due(metadata_, now, false))
        fetch(metadata_, metadata_address(provider_.issuer), now,
              [&](const std::string& body) { return read_metadata(body, provider_.issuer); });
    const std::lock_guard lock(mutex_);
    return metadata_.value;
}

/// The keys, fetched anew where none of them could have signed the token.
std::optional<KeySet> OidcClient::keys(const std::string& address, const SignedToken& token,
                                       Instant now) const {
    const auto kept = [&] {
        const std::lock_guard lock(mutex_);
        return keys_.value;
    };
    const auto before = kept();
    const bool unknown = before && before->candidates(token.algorithm, token.key_id).empty();
    if (is_due(keys_, now, unknown)) fetch(keys_, address, now, &KeySet::read);
    return kept();
}

std::optional<OidcClient::Tokens> OidcClient::exchange(const OidcMetadata& about,
                                                       const Arrival& arrival,
                                                       Proof& refusal) const {
    const auto outcome = ask(token_request(provider_, about, arrival), arrival.at, 1);
    if (!outcome.answer || outcome.answer->status >= 500) {
        refusal = unavailable("no_token_answer");
        return std::nullopt;
    }
    const auto body = app::parse_strict(outcome.answer->body);
    const bool readable = body && body->is_object();
    if (readable && text_of(body->get_object(), "error") == "invalid_client" && alarm_)
        alarm_(fmt::format("{}: the client's id or secret is refused", provider_.code));
    if (outcome.answer->status != 200 || !readable) {
        refusal = refuse("code_refused");
        return std::nullopt;
    }
    return Tokens{text_of(body->get_object(), "id_token"),
                  text_of(body->get_object(), "access_token")};
}

Proof OidcClient::believe(const OidcMetadata& about, const Tokens& tokens,
                          const Arrival& arrival) const {
    const auto [token, unreadable] = read_token(tokens.id_token);
    if (!token) return refuse(unreadable);
    const auto known = keys(about.keys, *token, arrival.at);
    if (!known) return unavailable("no_keys");
    const auto candidates = known->candidates(token->algorithm, token->key_id);
    if (candidates.empty()) return refuse("token_key");
    if (!is_signed(*token, candidates)) return refuse("token_signature");
    auto [identity, reason] =
        read_claims(token->payload, {provider_.issuer, provider_.client_id, arrival.nonce,
                                     tokens.access_token, token->algorithm, arrival.at});
    if (!identity) return refuse(reason);
    if (identity->email || about.userinfo.empty() || tokens.access_token.empty())
        return {std::move(identity), nullptr, {}};
    const auto more =
        ask({about.userinfo,
             {"Accept: application/json", "Authorization: Bearer " + tokens.access_token}},
            arrival.at, 1);
    if (!more.answer || more.answer->status >= 500) return unavailable("no_userinfo");
    if (more.answer->status == 200 && !add_userinfo(more.answer->body, *identity))
        return refuse("userinfo");
    return {std::move(identity), nullptr, {}};
}

}  // namespace asterism::outside
