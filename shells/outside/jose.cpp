#include "shells/outside/jose.hpp"

#include <algorithm>
#include <array>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"
#include "shells/app/json.hpp"
#include "shells/outside/base64.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 6> refused{"jwk", "jku", "x5u", "x5c", "crit", "b64"};

TokenReading no(std::string_view reason) { return {std::nullopt, reason}; }

/// A text member, or empty where it is missing. False where it is something else.
bool take(const json::object& from, std::string_view name, std::string& out) {
    const auto* value = from.if_contains(name);
    if (!value) return true;
    if (!value->is_string()) return false;
    out = std::string(value->get_string());
    return true;
}

TokenReading read_header(const std::string& text, SignedToken token) {
    const auto document = app::parse_strict(text);
    if (!document || !document->is_object()) return no("token_header");
    const auto& header = document->get_object();
    if (std::ranges::any_of(refused, [&](auto name) { return header.contains(name); }))
        return no("token_header");
    std::string algorithm;
    std::string type = "JWT";
    if (!take(header, "alg", algorithm) || !take(header, "typ", type) ||
        !take(header, "kid", token.key_id) || lowered(type) != "jwt")
        return no("token_header");
    const auto known = algorithm_named(algorithm);
    if (!known) return no("token_algorithm");
    token.algorithm = *known;
    return {std::move(token), {}};
}

}  // namespace

TokenReading read_token(std::string_view text) {
    if (text.size() > token_bytes) return no("token_size");
    if (std::ranges::count(text, '.') != 2) return no("token_form");
    const auto first = text.find('.');
    const auto second = text.rfind('.');
    auto header = from_base64url(text.substr(0, first));
    auto payload = from_base64url(text.substr(first + 1, second - first - 1));
    auto signature = from_base64url(text.substr(second + 1));
    if (!header || !payload || !signature) return no("token_form");
    SignedToken token;
    token.signed_part = text.substr(0, second);
    token.payload = *std::move(payload);
    token.signature = *std::move(signature);
    return read_header(*header, std::move(token));
}

bool is_signed(const SignedToken& token, const std::vector<const Jwk*>& keys) {
    return std::ranges::any_of(
        keys, [&](const Jwk* key) { return key->verifies(token.signed_part, token.signature); });
}

}  // namespace asterism::outside
