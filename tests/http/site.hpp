#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "libcore/accounts/identity_faults.hpp"
#include "shells/app/app.hpp"
#include "shells/app/memory_limiter.hpp"
#include "shells/http/gateway.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_orders.hpp"
#include "tests/fakes/memory_store.hpp"
#include "tests/fakes/plain_tiles.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/told_calls.hpp"
#include "tests/fakes/told_weather.hpp"

namespace asterism::http::testing {

struct FakeSigner final : app::Signer {
    std::string sign(std::string_view text) const override {
        return tests::PlainFingerprint{}.of(text).substr(0, 32);
    }
};

/// The same bytes in every run, and never the same token twice.
struct SeededEntropy final : Entropy {
    void fill(std::span<std::byte> out) override {
        for (auto& byte : out) byte = static_cast<std::byte>(engine());
    }

    std::mt19937 engine{20260301};
};

/// Somebody else's keys, where a test has them.
struct LateProviders final : accounts::IdentityProviders {
    Result<std::string> address_for(const accounts::Departure& departure) const override {
        if (!real) return accounts::provider_unavailable;
        return real->address_for(departure);
    }

    accounts::Proof prove(const accounts::Arrival& arrival) const override {
        if (!real) return {std::nullopt, &accounts::provider_unavailable, "none"};
        return real->prove(arrival);
    }

    const accounts::IdentityProviders* real = nullptr;
};

/// A whole site without a socket: what a browser would see, cookies included.
template <class Store>
struct SiteOver {
    SiteOver() = default;

    explicit SiteOver(LimitRules rules) : limits(std::move(rules)) {}

    explicit SiteOver(std::vector<app::IpRange> trusted) : proxies(std::move(trusted)) {}

    Response ask(Verb verb, std::string_view target, std::string_view body = {},
                 std::vector<Header> fields = {}) {
        auto request =
            head(verb, target, std::move(fields), body.empty() ? "" : "application/json");
        request.body = body;
        return answer(request);
    }

    /// As the server hands on a body that is too big to be held: the head, then piece by piece.
    Response upload(Verb verb, std::string_view target, std::string_view body,
                    std::string_view type) {
        auto request = head(verb, target, {{"Content-Type", type}});
        was_read = false;
        request.body = body;
        if (body.empty() || !gateway.streams(request)) return answer(request);
        request.body = {};
        Response response;
        const auto sink = gateway.admit(request, response);
        if (!sink) return response;
        was_read = true;
        for (; !body.empty(); body.remove_prefix(std::min<std::size_t>(body.size(), 1'000)))
            if (!sink->take(body.substr(0, 1'000))) break;
        request.sink = sink.get();
        return answer(request);
    }

    Response answer(const Request& request) {
        Response response;
        gateway.answer(request, response);
        keep_cookies(response);
        return response;
    }

    /// What a browser would say before the body. Good for as long as the site.
    Request head(Verb verb, std::string_view target, std::vector<Header> fields,
                 std::string_view type = {}) {
        Request request;
        request.verb = verb;
        request.target = target;
        request.peer = peer;
        request.headers = std::move(fields);
        request.headers.push_back({"Host", "127.0.0.1:8000"});
        if (!type.empty() && request.header("Content-Type").empty())
            request.headers.push_back({"Content-Type", type});
        std::string cookies;
        for (const auto& [name, value] : jar) cookies += name + "=" + value + "; ";
        if (!cookies.empty()) request.headers.push_back({"Cookie", texts.emplace_back(cookies)});
        const auto token = jar.find("csrftoken");
        if (sends_csrf && token != jar.end())
            request.headers.push_back({"X-CSRFToken", texts.emplace_back(token->second)});
        return request;
    }

    void keep_cookies(const Response& response) {
        for (const auto& [name, value] : response.headers) {
            if (name != "Set-Cookie") continue;
            const auto equals = value.find('=');
            const auto text = value.substr(equals + 1, value.find(';') - equals - 1);
            if (text.empty())
                jar.erase(value.substr(0, equals));
            else
                jar[value.substr(0, equals)] = text;
        }
    }

    /// An account whose address is proved; its password is `password`.
    AccountId account(std::string_view handle, Role role = Role::user) {
        accounts::Account made;
        made.uid = std::string(handle);
        made.handle = handle;
        made.email = std::string(handle) + "@example.org";
        made.email_as_given = made.email;
        made.email_verified_at = now;
        made.role = role;
        made.created_at = now;
        std::optional<AccountId> id;
        store.write([&](app::Unit& unit) {
            id = unit.accounts().add({made, hasher.hash(password)});
            return true;
        });
        return *id;
    }

    Response sign_in(std::string_view handle) {
        return ask(Verb::post, "/v1/sessions",
                   R"({"identifier":")" + std::string(handle) + R"(","password":")" +
                       std::string(password) + R"("})");
    }

    /// From now on the requests come from somewhere else, which no limit has counted yet.
    void move() { peer = "198.51.100." + std::to_string(++moves); }

    /// The token in the link of the newest mail.
    std::string mailed_token() {
        std::string text;
        store.read([&](app::Unit& unit) { text = unit.messages().latest(1).at(0).draft.text; });
        const auto start = text.find("/confirm-email/") + 15;
        return text.substr(start, text.find('/', start) - start);
    }

    static constexpr std::string_view password = "Correct.Horse7";
    Instant now = tests::instant("2026-03-01T12:00:00Z");
    static constexpr std::string_view pages = "http://localhost:8080";
    std::string peer = "127.0.0.1";  ///< limits count by it
    int moves = 0;
    bool sends_csrf = true;
    std::map<std::string, std::string> jar;
    std::deque<std::string> texts;  ///< that heads point to
    bool was_read = false;          ///< whether the last upload's body was let in
    Store store;
    tests::MemoryFiles files;
    tests::PlainDarkroom darkroom{files};
    tests::PlainTiles tiles;
    SeededEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    tests::FixedZones zones;
    FakeSigner signer;
    LateProviders providers;
    tests::ToldWeather weather;
    tests::ToldCalls calls;
    tests::ToldDirections directions;
    tests::PlainPayments payments;
    app::App app{store,
                 {[this] { return now; },
                  entropy,
                  fingerprint,
                  hasher,
                  sealer,
                  &providers,
                  &files,
                  &darkroom,
                  &zones,
                  &tiles.map,
                  &weather,
                  &directions,
                  nullptr,
                  {},
                  &payments}};
    app::MemoryLimiter limiter{[this] { return now.time_since_epoch(); }};
    LimitRules limits;
    std::vector<app::IpRange> proxies;
    std::string failure;
    Gateway gateway{app, signer, fingerprint, options()};

    GatewayOptions options() {
        GatewayOptions out;
        out.limiter = &limiter;
        out.limits = limits;
        out.files = &files;
        out.proxies = proxies;
        out.tiles = &tiles;
        out.shop_pages = pages;
        out.payment_calls = &calls;
        out.policy.providers = {{"club", "Star Club"}, {"guild", "Guild"}};
        out.failed = [this](std::string_view, std::string_view what) { failure = what; };
        return out;
    }
};

using Site = SiteOver<tests::MemoryStore>;

/// For tests that ask more than a person would.
struct UnlimitedSite : Site {
    UnlimitedSite() : Site(LimitRules{.enabled = false}) {}
};

inline boost::json::value body_of(const Response& response) {
    return boost::json::parse(response.body);
}

inline std::string code_of(const Response& response) {
    const auto body = body_of(response);
    const auto* code = body.as_object().if_contains("code");
    return code ? std::string(code->as_string()) : std::string();
}

/// The value of a header, or "none".
inline std::string header_of(const Response& response, std::string_view name) {
    const auto found =
        std::ranges::find(response.headers, name, &std::pair<std::string_view, std::string>::first);
    return found == response.headers.end() ? "none" : found->second;
}

}  // namespace asterism::http::testing
