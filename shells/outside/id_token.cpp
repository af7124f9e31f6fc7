#include "shells/outside/id_token.hpp"

#include <algorithm>
#include <chrono>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/json.hpp"
#include "shells/outside/base64.hpp"
#include "shells/outside/digest.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using accounts::ProvenIdentity;

constexpr double skew = 60;
constexpr double oldest = 600;

std::string text_of(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Seconds since 1970.
std::optional<double> time_of(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    return value->to_number<double>();
}

bool is_for_us(const json::object& claims, const std::string& client_id) {
    const auto* audience = claims.if_contains("aud");
    if (!audience) return false;
    const auto* party = claims.if_contains("azp");
    if (party && text_of(claims, "azp") != client_id) return false;
    if (audience->is_string()) return audience->get_string() == std::string_view(client_id);
    if (!audience->is_array()) return false;
    const auto& all = audience->get_array();
    const bool named = std::ranges::any_of(all, [&](const json::value& each) {
        return each.is_string() && each.get_string() == std::string_view(client_id);
    });
    return named && (all.size() == 1 || party);
}

std::string_view untimely(const json::object& claims, Instant at) {
    const auto now = std::chrono::duration<double>(at.time_since_epoch()).count();
    const auto ends = time_of(claims, "exp");
    const auto made = time_of(claims, "iat");
    const auto begins = time_of(claims, "nbf");
    if (!ends || now >= *ends + skew) return "token_expired";
    if (!made || *made > now + skew || *made < now - oldest) return "token_age";
    if (claims.contains("nbf") && (!begins || *begins > now + skew)) return "token_early";
    return {};
}

/// Section 3.1.3.6: the left half of the access token's digest. Ed25519 goes with SHA-512.
bool goes_with(const json::object& claims, const TokenExpectation& expected) {
    if (!claims.contains("at_hash")) return true;
    const auto digest = expected.algorithm == Algorithm::eddsa ? sha512(expected.access_token)
                                                               : sha256(expected.access_token);
    return text_of(claims, "at_hash") ==
           to_base64url(std::string_view(digest).substr(0, digest.size() / 2));
}

bool is_subject(std::string_view text) {
    return !text.empty() && text.size() <= 255 &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

void take_profile(const json::object& claims, ProvenIdentity& out) {
    if (const auto email = Email::parse(text_of(claims, "email")); email && !out.email) {
        out.email = *email;
        const auto* verified = claims.if_contains("email_verified");
        out.email_verified = verified && verified->is_bool() && verified->get_bool();
    }
    if (out.name.empty()) out.name = text_of(claims, "name");
    if (out.first_name.empty()) out.first_name = text_of(claims, "given_name");
    if (out.last_name.empty()) out.last_name = text_of(claims, "family_name");
}

std::string_view mismatch(const json::object& claims, const TokenExpectation& expected) {
    if (text_of(claims, "iss") != expected.issuer) return "token_issuer";
    if (!is_for_us(claims, expected.client_id)) return "token_audience";
    if (const auto reason = untimely(claims, expected.at); !reason.empty()) return reason;
    if (text_of(claims, "nonce") != expected.nonce) return "token_nonce";
    if (!goes_with(claims, expected)) return "token_at_hash";
    if (!is_subject(text_of(claims, "sub"))) return "token_subject";
    return {};
}

}  // namespace

ClaimsReading read_claims(std::string_view payload, const TokenExpectation& expected) {
    const auto document = app::parse_strict(payload);
    if (!document || !document->is_object()) return {std::nullopt, "token_claims"};
    const auto& claims = document->get_object();
    if (const auto reason = mismatch(claims, expected); !reason.empty())
        return {std::nullopt, reason};
    ProvenIdentity identity{expected.issuer, text_of(claims, "sub"), std::nullopt};
    take_profile(claims, identity);
    return {std::move(identity), {}};
}

bool add_userinfo(std::string_view body, ProvenIdentity& identity) {
    const auto document = app::parse_strict(body);
    if (!document || !document->is_object()) return false;
    const auto& claims = document->get_object();
    if (text_of(claims, "sub") != identity.subject) return false;
    take_profile(claims, identity);
    return true;
}

}  // namespace asterism::outside
