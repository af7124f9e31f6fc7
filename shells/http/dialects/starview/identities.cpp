#include "shells/http/dialects/starview/identities.hpp"

#include <array>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault foreign_start{"foreign_origin", Kind::forbidden,
                              "Start signing in from this site's own page."};

void redirect(Response& response, std::string_view to) {
    response.status = 302;
    response.type = {};
    response.body.clear();
    response.headers.emplace_back("Location", std::string(to));
}

struct Page {
    std::string_view slug;
    std::string_view path;
};

constexpr std::array pages{
    Page{"log_in_first", "/social-account-exists"},
    Page{"identity_taken", "/profile?error=social_already_connected"},
    Page{"identity_email_conflict", "/profile?error=email_conflict"},
    Page{"identity_cancelled", "/login?error=oauth_cancelled"},
    Page{"email_not_verified", "/verify-email"},
    Page{"reauthentication_required", "/login?reauth=required"},
    Page{"sign_in_required", "/login"},
};

}  // namespace

/// A GET, as the client's button makes it. It changes nothing but this browser's own way to the
/// provider; still, no other site's page may push somebody onto it.
Result<json::object> depart_in(json::object&&, const RequestFacts& facts) {
    if (facts.cross_site) return foreign_start;
    json::object out;
    for (const std::string_view name : {"process", "next"})
        if (const auto value = facts.asked(name); !value.empty()) out[name] = value;
    return out;
}

void depart_out(json::object&& view, const RequestFacts&, Response& response) {
    redirect(response, std::string_view(view["location"].as_string()));
}

void return_out(json::object&& view, const RequestFacts&, Response& response) {
    const std::string_view outcome = view["outcome"].as_string();
    const std::string_view next = view["next"].as_string();
    if (outcome == "verification_required") return redirect(response, "/verify-email");
    if (!next.empty()) return redirect(response, next);
    redirect(response, outcome == "connected" ? "/profile?social_connected=true" : "/");
}

void flow_refuse(const Error& error, const RequestFacts&, Response& response) {
    for (const auto& [slug, path] : pages)
        if (slug == error.fault->slug) return redirect(response, path);
    redirect(response, "/login?error=oauth_error");
}

void socials_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array all;
    for (auto& item : view["items"].as_array()) {
        auto& each = item.as_object();
        all.push_back(json::object{{"id", each["id"]},
                                   {"provider", each["provider"]},
                                   {"provider_name", each["provider_name"]},
                                   {"email", each["email"]},
                                   {"connected_at", each["connected_at"]},
                                   {"uid", each["subject"]}});
    }
    const auto count = all.size();
    reply(response, {{"social_accounts", std::move(all)}, {"count", count}});
}

void part_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "The account was disconnected."}, {"provider", view["provider"]}});
}

}  // namespace asterism::http::starview_dialect
