#include "shells/outside/oidc_metadata.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/json.hpp"
#include "shells/outside/http_client.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool lists(const json::object& from, std::string_view name, std::string_view wanted) {
    const auto* all = from.if_contains(name);
    if (!all || !all->is_array()) return false;
    return std::ranges::any_of(all->get_array(), [&](const json::value& each) {
        return each.is_string() && each.get_string() == wanted;
    });
}

bool is_fit(const std::string& address, bool plain) {
    const bool printable =
        std::ranges::all_of(address, [](char c) { return c > ' ' && c <= '~' && c != '#'; });
    return printable && address.size() <= 2'048 &&
           (address.starts_with("https://") || (plain && is_plain_loopback(address)));
}

}  // namespace

std::string metadata_address(std::string_view issuer) {
    while (issuer.ends_with('/')) issuer.remove_suffix(1);
    return std::string(issuer) + "/.well-known/openid-configuration";
}

std::optional<OidcMetadata> read_metadata(std::string_view text, std::string_view issuer) {
    const auto document = app::parse_strict(text);
    if (!document || !document->is_object()) return std::nullopt;
    const auto& from = document->get_object();
    if (text_of(from, "issuer") != issuer) return std::nullopt;
    OidcMetadata out{text_of(from, "authorization_endpoint"), text_of(from, "token_endpoint"),
                     text_of(from, "jwks_uri"), text_of(from, "userinfo_endpoint")};
    const bool plain = is_plain_loopback(issuer);
    for (const auto* address : {&out.authorization, &out.token, &out.keys})
        if (!is_fit(*address, plain)) return std::nullopt;
    if (!is_fit(out.userinfo, plain)) out.userinfo.clear();
    constexpr std::string_view ways = "token_endpoint_auth_methods_supported";
    out.post_secret =
        lists(from, ways, "client_secret_post") && !lists(from, ways, "client_secret_basic");
    const auto* promise = from.if_contains("authorization_response_iss_parameter_supported");
    out.tells_issuer = promise && promise->is_bool() && promise->get_bool();
    return out;
}

}  // namespace asterism::outside
