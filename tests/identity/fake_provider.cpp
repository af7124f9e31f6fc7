#include "tests/identity/fake_provider.hpp"

#include <algorithm>
#include <chrono>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "shells/outside/base64.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/form.hpp"

namespace asterism::outside::testing {
namespace {

namespace json = boost::json;

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
        i += 2;
    }
    return out;
}

}  // namespace

std::map<std::string, std::string> pairs_of(std::string_view text) {
    if (const auto mark = text.find('?'); mark != text.npos) text.remove_prefix(mark + 1);
    std::map<std::string, std::string> out;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        out[decoded(pair.substr(0, equals))] = decoded(pair.substr(equals + 1));
    }
    return out;
}

const SigningKey& rsa_key() {
    static const SigningKey key("RS256", "rsa-1");
    return key;
}

FakeProvider::FakeProvider(std::string name, const SigningKey& key)
    : code(std::move(name)), issuer("https://" + code + ".example"), signs(&key), shown{&key} {}

OidcProvider FakeProvider::as_client() const {
    return {code, "The " + code, issuer, "asterism", "s3cret & more"};
}

std::string FakeProvider::consent(const std::string& location) {
    sent_ = pairs_of(location);
    const auto back = sent_.at("redirect_uri");
    auto query = back.substr(back.find('/', 8)) + "?code=c0de&state=" + sent_.at("state");
    if (tells_issuer) query += "&iss=" + percent_encoded(issuer);
    return query;
}

std::string FakeProvider::metadata() const {
    json::object out{{"issuer", issuer},
                     {"authorization_endpoint", issuer + "/authorize?hl=en"},
                     {"token_endpoint", issuer + "/token"},
                     {"jwks_uri", issuer + "/keys"},
                     {"userinfo_endpoint", issuer + "/me"}};
    if (tells_issuer) out["authorization_response_iss_parameter_supported"] = true;
    return json::serialize(out);
}

std::string FakeProvider::keys() const {
    json::array all;
    for (const auto* key : shown) all.push_back(key->jwk());
    return json::serialize(json::object{{"keys", std::move(all)}});
}

HttpAnswer FakeProvider::exchange(const HttpRequest& request) const {
    form = pairs_of(request.form.value_or(""));
    headers = request.headers;
    const bool proves = to_base64url(sha256(form["code_verifier"])) == sent_.at("code_challenge");
    if (form["code"] != "c0de" || !proves || form["redirect_uri"] != sent_.at("redirect_uri"))
        return {400, R"({"error":"invalid_grant"})"};
    const auto at = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    json::object header{{"alg", signs->algorithm()}, {"kid", signs->id()}, {"typ", "JWT"}};
    json::object claims{{"iss", issuer},    {"aud", "asterism"}, {"sub", subject},
                        {"exp", at + 3600}, {"iat", at},         {"nonce", sent_.at("nonce")}};
    if (email_in_token) {
        claims["email"] = email;
        claims["email_verified"] = email_verified;
        claims["given_name"] = "Vera";
        claims["family_name"] = "Rubin";
    }
    if (bend_header) bend_header(header);
    if (bend_claims) bend_claims(claims);
    auto token = token_of(header, json::serialize(claims), *signs);
    if (bend_token) token = bend_token(std::move(token));
    return {200, json::serialize(json::object{
                     {"access_token", "acc3ss"}, {"token_type", "Bearer"}, {"id_token", token}})};
}

HttpOutcome FakeProvider::send(const HttpRequest& request) const {
    if (!request.url.starts_with(issuer)) return {std::nullopt, "no such host"};
    const auto path = request.url.substr(issuer.size());
    ++asked[path];
    if (down.contains(path)) return {std::nullopt, "timed out"};
    if (path == "/.well-known/openid-configuration") return {HttpAnswer{200, metadata()}, {}};
    if (path == "/keys") return {HttpAnswer{200, keys()}, {}};
    if (path == "/token") return {exchange(request), {}};
    if (path == "/me")
        return {HttpAnswer{200, json::serialize(json::object{{"sub", subject},
                                                             {"email", email},
                                                             {"email_verified", email_verified}})},
                {}};
    return {HttpAnswer{404, ""}, {}};
}

}  // namespace asterism::outside::testing
