#include <array>
#include <charconv>
#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "shells/http/dialects/startupwebapp/areas.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

using enum Verb;
using enum Access;
namespace json = boost::json;

/// The client writes the word for what it does not know.
std::optional<std::string> asked(const RequestFacts& facts, std::string_view name) {
    const auto found = facts.asked(name);
    if (found.empty() || found == "null") return std::nullopt;
    return std::string(found);
}

void take(json::object& out, std::string_view field, const RequestFacts& facts,
          std::string_view name) {
    if (auto text = asked(facts, name)) out[field] = *std::move(text);
}

void take_number(json::object& out, std::string_view field, const RequestFacts& facts,
                 std::string_view name) {
    const auto text = asked(facts, name).value_or("");
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, wrong] = std::from_chars(text.data(), end, number);
    if (!text.empty() && wrong == std::errc{} && stop == end) out[field] = number;
}

json::object event_of(std::string_view kind, const RequestFacts& facts) {
    // What is posted is not looked at.
    json::object out{{"kind", kind}, {"url", facts.verb == Verb::post ? "" : facts.asked("url")}};
    take(out, "anonymous_id", facts, "anonymous_id");
    take_number(out, "account", facts, "client_event_id");
    return out;
}

Result<json::object> page_view_in(json::object&&, const RequestFacts& facts) {
    auto out = event_of("page_view", facts);
    take_number(out, "width", facts, "pageWidth");
    return out;
}

Result<json::object> script_error_in(json::object&&, const RequestFacts& facts) {
    auto out = event_of("script_error", facts);
    take(out, "what", facts, "error_id");
    return out;
}

Result<json::object> click_in(json::object&&, const RequestFacts& facts) {
    auto out = event_of("click", facts);
    take(out, "what", facts, "button_id");
    return out;
}

Result<json::object> link_event_in(json::object&&, const RequestFacts& facts) {
    auto out = event_of("link", facts);
    take(out, "contact", facts, "pr_cd");
    take(out, "contact", facts, "mb_cd");
    take(out, "campaign", facts, "em_cd");
    take(out, "ad", facts, "ad_cd");
    return out;
}

void thank(Response& response) {
    response.status = 200;
    response.type = "application/json";
    response.body = "\"thank you\"";
}

void thanks_out(json::object&&, const RequestFacts&, Response& response) { thank(response); }

/// A page is not disturbed by what cannot be kept.
void thanks_refuse(const Error&, const RequestFacts&, Response& response) { thank(response); }

constexpr Extras front{.in = nothing_in, .out = front_page};
constexpr Extras views{.in = page_view_in, .out = thanks_out, .refuse = thanks_refuse};
constexpr Extras fails{.in = script_error_in, .out = thanks_out, .refuse = thanks_refuse};
constexpr Extras clicks{.in = click_in, .out = thanks_out, .refuse = thanks_refuse};
constexpr Extras follows{.in = link_event_in, .out = thanks_out, .refuse = thanks_refuse};

// clang-format off
constexpr std::array table{
    //    verb  path                        use case            who     how often     shapes
    Route{get,  "/clientevent/",            "session_status",   anyone, limits::none, front},
    Route{get,  "/clientevent/pageview",    "log_client_event", anyone, limits::none, views},
    Route{get,  "/clientevent/ajaxerror",   "log_client_event", anyone, limits::none, fails},
    Route{get,  "/clientevent/buttonclick", "log_client_event", anyone, limits::none, clicks},
    Route{get,  "/clientevent/linkevent",   "log_client_event", anyone, limits::none, follows},
};
// clang-format on

}  // namespace

std::span<const Route> client_event_routes() { return table; }

}  // namespace asterism::http::startupwebapp_dialect
