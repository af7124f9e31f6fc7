#include "shells/outside/jose.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "shells/outside/base64.hpp"
#include "tests/identity/fake_provider.hpp"

namespace asterism::outside::testing {
namespace {

namespace json = boost::json;

std::string set_of(std::initializer_list<json::object> keys) {
    json::array all;
    for (const auto& key : keys) all.push_back(key);
    return json::serialize(json::object{{"keys", std::move(all)}});
}

/// "good", or why the token is not believed.
std::string verdict(std::string_view token, std::string_view keys) {
    const auto [read, reason] = read_token(token);
    if (!read) return std::string(reason);
    const auto set = KeySet::read(keys);
    if (!set) return "no set";
    const auto candidates = set->candidates(read->algorithm, read->key_id);
    if (candidates.empty()) return "no key";
    return is_signed(*read, candidates) ? "good" : "bad signature";
}

const SigningKey& key_of(std::string_view algorithm) {
    static const SigningKey ec("ES256", "ec-1");
    static const SigningKey ed("EdDSA", "ed-1");
    if (algorithm == "ES256") return ec;
    return algorithm == "EdDSA" ? ed : rsa_key();
}

std::string signed_by(const SigningKey& key, json::object more = {}) {
    json::object header{{"alg", key.algorithm()}, {"kid", key.id()}};
    for (const auto& [name, value] : more) header[name] = value;
    return token_of(header, R"({"sub":"1"})", key);
}

TEST_CASE("jose: each listed algorithm is believed, and no other key or text") {
    for (const auto* algorithm : {"RS256", "ES256", "EdDSA"}) {
        CAPTURE(algorithm);
        const auto& key = key_of(algorithm);
        const auto token = signed_by(key);
        CHECK(verdict(token, set_of({key.jwk()})) == "good");
        const SigningKey other(algorithm, key.id());
        CHECK(verdict(token, set_of({other.jwk()})) == "bad signature");
        CHECK(verdict(token, set_of({other.jwk(), key.jwk()})) == "good");
        auto changed = token;
        const auto at = changed.find('.') + 1;
        changed.replace(at, changed.rfind('.') - at, to_base64url(R"({"sub":"2"})"));
        CHECK(verdict(changed, set_of({key.jwk()})) == "bad signature");
        CHECK(verdict(token.substr(0, token.rfind('.') + 1), set_of({key.jwk()})) ==
              "bad signature");
    }
}

TEST_CASE("jose: the example of RFC 8037 appendix A.4 verifies") {
    const auto key = set_of({{{"kty", "OKP"},
                              {"crv", "Ed25519"},
                              {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}});
    CHECK(verdict("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                  "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_"
                  "MuM0KAg",
                  key) == "good");
}

TEST_CASE("jose: the example of RFC 7515 appendix A.3 verifies") {
    const auto key = set_of({{{"kty", "EC"},
                              {"crv", "P-256"},
                              {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                              {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}});
    CHECK(verdict("eyJhbGciOiJFUzI1NiJ9."
                  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19"
                  "yb290Ijp0cnVlfQ."
                  "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-"
                  "Kg6NU1Q",
                  key) == "good");
}

TEST_CASE("jose: what a header may not say is refused before any key is looked at") {
    const auto& key = rsa_key();
    const auto bent = [&](json::object more) { return read_token(signed_by(key, more)).reason; };
    CHECK(bent({}) == "");
    CHECK(bent({{"typ", "jwt"}}) == "");
    for (const auto* algorithm : {"none", "None", "HS256", "HS512", "RS384", "PS256", "ES384", ""})
        CHECK(bent({{"alg", algorithm}}) == "token_algorithm");
    CHECK(bent({{"alg", 5}}) == "token_header");
    CHECK(bent({{"typ", "at+jwt"}}) == "token_header");
    CHECK(bent({{"kid", 7}}) == "token_header");
    CHECK(bent({{"jwk", key.jwk()}}) == "token_header");
    CHECK(bent({{"crit", json::array{"exp"}}}) == "token_header");
    CHECK(bent({{"b64", false}}) == "token_header");
    for (const auto* pointer : {"jku", "x5u", "x5c"})
        CHECK(bent({{pointer, "https://evil.example"}}) == "token_header");
}

TEST_CASE("jose: a token has one form") {
    const auto good = signed_by(rsa_key());
    CHECK(read_token(good).token);
    const auto dot = good.find('.');
    for (const auto& odd :
         {std::string(), std::string("."), std::string(".."), good + ".", good + ".x", "x." + good,
          good.substr(0, good.rfind('.')), good + "=", good + "\n", " " + good,
          good.substr(0, dot) + "=" + good.substr(dot),
          good.substr(0, dot) + "+" + good.substr(dot), "e30" + good.substr(dot) + "A"}) {
        CAPTURE(odd);
        CHECK_FALSE(read_token(odd).token);
    }
    // "e30" is {}; "e31" has the same bytes and stray low bits.
    CHECK(read_token("e30.e30.AA").reason == "token_algorithm");
    CHECK(read_token("e31.e30.AA").reason == "token_form");
    const auto twice = to_base64url(R"({"alg":"none","alg":"RS256"})");
    CHECK(read_token(twice + ".e30.AA").reason == "token_header");
}

TEST_CASE("jose: a token may have 8 KiB and no more") {
    const auto sized = [](std::size_t size) {
        auto token = to_base64url(R"({"alg":"RS256"})") + ".." + "AAAA";
        const auto gap = token.find("..") + 1;
        return token.insert(gap, std::string(size - token.size(), 'A'));
    };
    const auto most = sized(8'192);
    CHECK(most.size() == 8'192);
    CHECK(read_token(most).reason != "token_size");
    CHECK(read_token(sized(8'193)).reason == "token_size");
}

TEST_CASE("jwk: keys that are no use are left out") {
    const auto& rsa = rsa_key();
    const auto token = signed_by(rsa);
    const auto bent = [&](auto change) {
        auto key = rsa.jwk();
        change(key);
        return verdict(token, set_of({key}));
    };
    CHECK(bent([](auto& key) { key.erase("use"); }) == "good");
    CHECK(bent([](auto& key) { key.erase("alg"); }) == "good");
    CHECK(bent([](auto& key) { key["use"] = "enc"; }) == "no key");
    CHECK(bent([](auto& key) { key["alg"] = "PS256"; }) == "no key");
    CHECK(bent([](auto& key) { key["key_ops"] = json::array{"sign"}; }) == "no key");
    CHECK(bent([](auto& key) { key["kid"] = "rsa-2"; }) == "no key");
    CHECK(bent([](auto& key) { key["kty"] = "oct"; }) == "no key");
    CHECK(bent([](auto& key) { key["e"] = "AQ"; }) == "no key");
    CHECK(bent([](auto& key) { key["n"] = "AQAB"; }) == "no key");
    CHECK(bent([](auto& key) { key["n"] = "not base64url!"; }) == "no key");
    const SigningKey weak("RS256", "rsa-1", 1'024);
    CHECK(verdict(signed_by(weak), set_of({weak.jwk()})) == "no key");
    auto off = key_of("ES256").jwk();
    off["y"] = off["x"];
    CHECK(verdict(signed_by(key_of("ES256")), set_of({off})) == "no key");
    CHECK_FALSE(KeySet::read("[]"));
    CHECK_FALSE(KeySet::read(R"({"keys":{}})"));
    CHECK(KeySet::read(R"({"keys":[1,{}]})"));
}

TEST_CASE("jwk: a token without a kid goes with the only key of its algorithm") {
    const auto token = token_of({{"alg", "RS256"}}, "{}", rsa_key());
    const SigningKey second("RS256", "rsa-2");
    CHECK(verdict(token, set_of({rsa_key().jwk(), key_of("ES256").jwk()})) == "good");
    CHECK(verdict(token, set_of({rsa_key().jwk(), second.jwk()})) == "no key");
}

}  // namespace
}  // namespace asterism::outside::testing
