#include "shells/http/dialects/startupwebapp/own_page.hpp"

#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/startupwebapp/shapes.hpp"
#include "shells/http/dialects/startupwebapp/visitors.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

/// The first letter of a name, whatever its script.
std::string initial(const json::value& name) {
    const std::string_view text = name.get_string();
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return std::string(text.substr(0, end));
}

json::value date(const json::value& instant) {
    if (!instant.is_string()) return nullptr;
    return json::value(to_the_millisecond(instant.get_string()));
}

/// By their place, from 1 on. The tax is in the price.
json::object numbered(const json::array& orders) {
    json::object out;
    for (const auto& each : orders) {
        const auto& order = each.get_object();
        out[std::to_string(out.size() + 1)] = {{"order_id", order.at("id")},
                                               {"identifier", order.at("identifier")},
                                               {"order_date_time", date(order.at("ordered_at"))},
                                               {"sales_tax_amt", "0.00"},
                                               {"order_total", order.at("total")}};
    }
    return out;
}

}  // namespace

void logged_in_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::object out{{"logged_in", view["account"].is_object()},
                     {"log_client_events", view["logs_client_events"]},
                     {"cart_item_count", view["cart_items"]}};
    if (view["account"].is_object()) {
        auto& account = view["account"].get_object();
        out["client_event_id"] = account["id"];
        out["member_initials"] = initial(account["first_name"]) + initial(account["last_name"]);
        out["first_name"] = account["first_name"];
        out["last_name"] = account["last_name"];
        out["email_address"] = view["email"];
    } else {
        out["client_event_id"] = "null";
        if (!facts.marked) hand_event_cookie(response, facts);
    }
    answer(response, facts, std::move(out));
}

void content_out(json::object&& view, const RequestFacts& facts, Response& response) {
    auto& account = view["account"].get_object();
    const auto& wishes = view["preferences"].get_object();
    json::object content{
        {"authenticated", "true"},
        {"personal_data",
         {{"username", account["handle"]},
          {"first_name", account["first_name"]},
          {"last_name", account["last_name"]},
          {"newsletter_subscriber", wishes.at("newsletter")},
          {"email_unsubscribed", wishes.at("opted_out")},
          {"joined_date_time", date(account["created_at"])},
          {"last_login_date_time", date(account["last_login_at"])},
          {"terms_of_use_agreed_date_time", date(view["terms_agreed_at"])}}},
        {"email_data",
         {{"email_address", view["email"]},
          {"email_verified", account["email_verified"]},
          {"verification_request_sent_within_24_hours", view["verification_pending"]}}},
        {"orders_data", numbered(view["orders"].get_array())}};
    answer(response, facts, {{"account_content", std::move(content)}});
}

void content_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (error.fault->slug != "sign_in_required") return general_refuse(error, facts, response);
    answer(response, facts, {{"account_content", {{"authenticated", "false"}}}});
}

}  // namespace asterism::http::startupwebapp_dialect
