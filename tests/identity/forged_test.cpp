#include <array>
#include <functional>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "shells/outside/base64.hpp"
#include "shells/outside/digest.hpp"
#include "tests/identity/meeting.hpp"

namespace asterism::http::testing {
namespace {

using enum Verb;
namespace json = boost::json;
using outside::testing::FakeProvider;
using outside::testing::SigningKey;

/// A token with one fault, and the word that the audit log has for it.
struct Forgery {
    const char* what;
    const char* reason;
    std::function<void(FakeProvider& provider)> forge;
};

std::function<void(FakeProvider&)> claim(std::function<void(json::object&)> bend) {
    return [bend](FakeProvider& provider) { provider.bend_claims = bend; };
}

std::function<void(FakeProvider&)> header(std::function<void(json::object&)> bend) {
    return [bend](FakeProvider& provider) { provider.bend_header = bend; };
}

std::function<void(FakeProvider&)> text(std::function<std::string(std::string)> bend) {
    return [bend](FakeProvider& provider) { provider.bend_token = bend; };
}

void set_time(json::object& claims, const char* name, std::int64_t by) {
    const auto at = claims.at("iat").as_int64();
    claims[name] = at + by;
}

const std::vector<Forgery>& forgeries() {
    static const SigningKey stranger("RS256", "rsa-1");
    static const SigningKey unknown("RS256", "rsa-9");
    static const SigningKey ec("ES256", "ec-1");
    static const std::vector<Forgery> all{
        {"another issuer", "token_issuer",
         claim([](auto& c) { c["iss"] = "https://evil.example"; })},
        {"the issuer with a slash", "token_issuer",
         claim([](auto& c) { c["iss"] = "https://club.example/"; })},
        {"no issuer", "token_issuer", claim([](auto& c) { c.erase("iss"); })},
        {"another audience", "token_audience", claim([](auto& c) { c["aud"] = "somebody"; })},
        {"no audience", "token_audience", claim([](auto& c) { c.erase("aud"); })},
        {"an audience of the wrong kind", "token_audience", claim([](auto& c) {
             c["aud"] = json::object{{"asterism", 1}};
         })},
        {"several audiences and no party", "token_audience", claim([](auto& c) {
             c["aud"] = json::array{"asterism", "other"};
         })},
        {"another party", "token_audience", claim([](auto& c) { c["azp"] = "other"; })},
        {"expired", "token_expired", claim([](auto& c) { set_time(c, "exp", -60); })},
        {"no end", "token_expired", claim([](auto& c) { c.erase("exp"); })},
        {"an end in words", "token_expired", claim([](auto& c) { c["exp"] = "tomorrow"; })},
        {"older than ten minutes", "token_age", claim([](auto& c) { set_time(c, "iat", -601); })},
        {"from the future", "token_age", claim([](auto& c) { set_time(c, "iat", 61); })},
        {"no age", "token_age", claim([](auto& c) { c.erase("iat"); })},
        {"not yet valid", "token_early", claim([](auto& c) { set_time(c, "nbf", 61); })},
        {"another nonce", "token_nonce", claim([](auto& c) { c["nonce"] = "replayed"; })},
        {"no nonce", "token_nonce", claim([](auto& c) { c.erase("nonce"); })},
        {"another access token's hash", "token_at_hash",
         claim([](auto& c) { c["at_hash"] = "MTIzNDU2Nzg5MDEyMzQ1Ng"; })},
        {"no subject", "token_subject", claim([](auto& c) { c.erase("sub"); })},
        {"an empty subject", "token_subject", claim([](auto& c) { c["sub"] = ""; })},
        {"a subject of 256 characters", "token_subject",
         claim([](auto& c) { c["sub"] = std::string(256, 's'); })},
        {"a subject that is a number", "token_subject", claim([](auto& c) { c["sub"] = 7; })},
        {"the algorithm none", "token_algorithm", header([](auto& h) { h["alg"] = "none"; })},
        {"a shared secret", "token_algorithm", header([](auto& h) { h["alg"] = "HS256"; })},
        {"a key of its own", "token_header",
         header([](auto& h) { h["jwk"] = outside::testing::rsa_key().jwk(); })},
        {"a key from elsewhere", "token_header",
         header([](auto& h) { h["jku"] = "https://evil.example/keys"; })},
        {"a critical header", "token_header",
         header([](auto& h) { h["crit"] = json::array{"exp"}; })},
        {"an access token's type", "token_header", header([](auto& h) { h["typ"] = "at+jwt"; })},
        {"an algorithm that the key is not for", "token_key",
         header([](auto& h) { h["alg"] = "ES256"; })},
        {"a stranger's signature", "token_signature", [](auto& p) { p.signs = &stranger; }},
        {"a key that nobody shows", "token_key", [](auto& p) { p.signs = &unknown; }},
        {"no signature", "token_signature",
         text([](std::string t) { return t.substr(0, t.rfind('.') + 1); })},
        {"four parts", "token_form", text([](std::string t) { return t + ".e30"; })},
        {"padding", "token_form", text([](std::string t) { return t + "="; })},
        {"nothing", "token_form", text([](std::string) { return std::string(); })},
        {"8 KiB and more", "token_size",
         claim([](auto& c) { c["picture"] = std::string(8'000, 'x'); })},
        {"claims that say one thing twice", "token_claims", text([](std::string) {
             return outside::testing::token_of({{"alg", "RS256"}, {"kid", "rsa-1"}},
                                               R"({"sub":"1","sub":"2"})",
                                               outside::testing::rsa_key());
         })},
    };
    return all;
}

TEST_CASE("forged tokens: each has one fault, opens nothing and leaves its trace") {
    CHECK(forgeries().size() >= 20);
    for (const auto& [what, reason, forge] : forgeries()) {
        CAPTURE(what);
        Meeting meeting;
        forge(meeting.club);
        const auto answer = meeting.visit();
        CHECK(answer.status == 400);
        CHECK(code_of(answer) == "identity_refused");
        CHECK(meeting.told() == std::string("login_failed auth_method=club reason=") + reason);
        CHECK(meeting.store.tables.audit.size() == 1);
        CHECK(meeting.store.tables.sessions.empty());
        CHECK(meeting.store.tables.accounts.empty());
        CHECK_FALSE(meeting.jar.contains("sessionid"));
    }
}

TEST_CASE("forged tokens: what is odd and yet true gets in") {
    const std::vector<std::function<void(FakeProvider&)>> fine{
        claim([](auto& c) { c["aud"] = json::array{"asterism"}; }),
        claim([](auto& c) {
            c["aud"] = json::array{"asterism", "other"};
            c["azp"] = "asterism";
        }),
        claim([](auto& c) { set_time(c, "exp", -59); }),
        claim([](auto& c) { set_time(c, "iat", -600); }),
        claim([](auto& c) { set_time(c, "iat", 60); }),
        claim([](auto& c) { set_time(c, "nbf", 60); }),
        claim([](auto& c) { c["sub"] = std::string(255, 's'); }),
        claim([](auto& c) {
            c["at_hash"] = outside::to_base64url(outside::sha256("acc3ss").substr(0, 16));
        }),
        header([](auto& h) { h.erase("kid"); }),
        [](auto& p) { p.email_in_token = false; },  // then the userinfo endpoint tells it
    };
    for (std::size_t i = 0; i < fine.size(); ++i) {
        CAPTURE(i);
        Meeting meeting;
        fine[i](meeting.club);
        CHECK(meeting.visit().status == 200);
        CHECK(meeting.is_signed_in());
    }
}

TEST_CASE("forged tokens: each algorithm that is listed signs people in") {
    for (const auto* algorithm : {"ES256", "EdDSA"}) {
        CAPTURE(algorithm);
        const SigningKey key(algorithm, "k");
        Meeting meeting;
        meeting.club.signs = &key;
        meeting.club.shown = {&key};
        CHECK(meeting.visit().status == 200);
    }
}

}  // namespace
}  // namespace asterism::http::testing
