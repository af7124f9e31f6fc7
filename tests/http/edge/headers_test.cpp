// Every route of every dialect, and what lies beside them, as a stranger and as an admin, asked
// well and badly: whatever comes back carries the whole set of headers.

#include "shells/http/headers.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "shells/http/dialects/starview/starview.hpp"
#include "shells/http/wire.hpp"
#include "tests/http/edge/edge.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

constexpr std::string_view required[]{
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "X-XSS-Protection: 0",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Resource-Policy: same-site",
    "Permissions-Policy: geolocation=(self), camera=(), microphone=(), payment=(), usb=(), "
    "magnetometer=(), accelerometer=(), gyroscope=()",
    "Vary: Cookie, Origin"};
constexpr std::string_view hsts =
    "\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains";

/// The answer as it would go out.
Answered written(const Response& response) {
    std::string bytes;
    write_head(bytes, response, Link::keep);
    auto got = answers(bytes + (bodiless(response.status) ? "" : response.body));
    REQUIRE(got.size() == 1);
    return got.front();
}

/// The path with something in each placeholder.
std::string filled(std::string_view path) {
    std::string out;
    for (const char c : path) {
        if (c == '}') out.erase(out.rfind('{'));
        out += c == '}' ? '1' : c;
    }
    return out;
}

void judge(const Response& response, bool personal, bool https) {
    const auto got = written(response);
    CAPTURE(got.head);
    for (const auto line : required) CHECK(has(got.head, "\r\n" + std::string(line) + "\r\n"));
    CHECK(has(got.field("Content-Security-Policy"), "frame-ancestors 'none'"));
    CHECK(has(got.field("Content-Security-Policy"), "base-uri 'none'"));
    CHECK_FALSE(has(got.field("Content-Security-Policy"), "unsafe"));
    const auto referrer = got.field("Referrer-Policy");
    CHECK((referrer == "strict-origin-when-cross-origin" || referrer == "no-referrer"));
    CHECK(has(got.head, hsts) == https);
    CHECK(got.field("Server") == "none");
    const auto cache = got.field("Cache-Control");
    const bool opens = got.field("Set-Cookie") != "none";
    if (personal || opens) CHECK(has(cache, "no-store"));
    if (has(cache, "public")) CHECK_FALSE(opens);
}

struct Crawl : UnlimitedSite {
    Crawl() {
        account("owner", asterism::Role::admin);
        account("alice");
    }

    /// Each address with each method and with sound, broken and no bodies.
    void go(bool personal) {
        for (const Dialect* dialect : {&native(), &starview()})
            for (const Route& route : dialect->routes)
                for (const Verb verb : {Verb::get, Verb::post, Verb::put, Verb::patch, Verb::del,
                                        Verb::head, Verb::options})
                    try_bodies(verb, filled(route.path), personal);
        for (const auto* path :
             {"/", "/livez", "/readyz", "/health/", "/v1/docs", "/v1/docs/docs.js",
              "/v1/openapi.json", "/email-verified", "/email-confirm-error", "/v1/nowhere",
              "/api/nowhere/", "/api/auth/status", "/nowhere", "/%zz", "/v1/dev/outbox"})
            for (const Verb verb : {Verb::get, Verb::post, Verb::options})
                try_bodies(verb, path, personal && std::string_view(path) != "/livez");
    }

    void try_bodies(Verb verb, const std::string& path, bool personal) {
        CAPTURE(path);
        for (const auto* body : {"", "{}", "{"}) {
            if (personal && jar.empty()) sign_in("owner");
            judge(ask(verb, path, body), personal, false);
            ++asked;
        }
    }

    int asked = 0;
};

bool is_discreet(Site& site, std::string_view path) {
    return written(site.ask(Verb::get, path)).field("Referrer-Policy") == "no-referrer";
}

}  // namespace

TEST_CASE_FIXTURE(Crawl, "headers: all are on every answer to a stranger") {
    go(false);
    CHECK(asked > 300);
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Crawl, "headers: what somebody gets who is signed in is kept by no cache") {
    sign_in("owner");
    go(true);
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Crawl,
                  "headers: they are on answers to what never was a request, and on failures") {
    for (const int status : {400, 405, 408, 413, 414, 417, 431, 500, 501, 503, 505}) {
        Response response;
        gateway.refuse(status, response);
        judge(response, false, false);
    }
    store.down = true;
    judge(ask(Verb::get, "/v1/sessions/current"), false, false);
    judge(ask(Verb::get, "/readyz"), false, false);
    store.down = false;
    hasher.on_call = [] { throw std::logic_error("bug"); };
    const auto broken = sign_in("alice");
    CHECK(broken.status == 500);
    judge(broken, false, false);
}

TEST_CASE(
    "headers: https is asked for by https sites alone, and for ever only where it is wished") {
    Site site;
    auto options = site.options();
    options.policy.base_url = "https://stars.example";
    for (const bool preload : {false, true}) {
        options.preload = preload;
        Gateway secure{site.app, site.signer, site.fingerprint, options};
        for (const auto* target :
             {"/livez", "/v1/docs", "/v1/nowhere", "/email-verified", "/%zz"}) {
            Request request;
            request.target = target;
            Response response;
            secure.answer(request, response);
            judge(response, false, true);
            CHECK(has(response.block, "; preload\r\n") == preload);
        }
    }
}

TEST_CASE_FIXTURE(Site, "headers: addresses of mailed links are told to no other site") {
    CHECK(is_discreet(*this, "/accounts/confirm-email/abcdef/"));
    CHECK(is_discreet(*this, "/email-verified"));
    CHECK(is_discreet(*this, "/email-confirm-error"));
    CHECK_FALSE(is_discreet(*this, "/v1/docs"));
    CHECK_FALSE(is_discreet(*this, "/v1/sessions/current"));
    CHECK(is_secret_address("/password-reset-confirm/MQ/abc-def"));
}
