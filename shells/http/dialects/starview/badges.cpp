#include "shells/http/dialects/starview/badges.hpp"

#include <charconv>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

std::string icon_of(json::object& badge) {
    return "/badges/" + std::string(badge["slug"].get_string()) + ".png";
}

std::string capitals(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return out;
}

/// What all three lists tell of a badge.
json::object badge_of(json::object& badge) {
    return {{"badge_id", badge["badge"]},
            {"name", badge["name"]},
            {"slug", badge["slug"]},
            {"description", badge["description"]},
            {"category", capitals(badge["category"].get_string())},
            {"tier", badge["tier"]},
            {"is_rare", badge["rare"]},
            {"icon_path", icon_of(badge)}};
}

json::array each(json::value& list, json::object (*shape)(json::object&)) {
    json::array out;
    for (auto& item : list.get_array()) out.push_back(shape(item.get_object()));
    return out;
}

/// What is no whole number stays a text, to be refused as what it is.
json::value number_in(const json::string& text) {
    std::int64_t out = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc{} || stop != end) return text;
    return out;
}

json::object earned_badge(json::object& item) {
    auto out = badge_of(item["badge"].get_object());
    out["earned_at"] = with_offset(item["earned_at"]);
    return out;
}

json::object begun_badge(json::object& item) {
    auto& badge = item["badge"].get_object();
    auto out = badge_of(badge);
    out["current_progress"] = item["progress"];
    out["criteria_value"] = badge["threshold"];
    out["percentage"] = item["percentage"];
    return out;
}

json::object locked_badge(json::object& badge) {
    auto out = badge_of(badge);
    out["criteria_value"] = badge["threshold"];
    return out;
}

json::object pinned_badge(json::object& badge) {
    return {{"badge_id", badge["badge"]},
            {"name", badge["name"]},
            {"slug", badge["slug"]},
            {"icon_path", icon_of(badge)}};
}

json::object new_badge(json::object& badge) {
    return {{"badge_id", badge["badge"]},
            {"name", badge["name"]},
            {"slug", badge["slug"]},
            {"description", badge["description"]},
            {"icon_path", icon_of(badge)}};
}

json::object toggled_badge(json::object& badge) {
    return {{"id", badge["badge"]}, {"name", badge["name"]}, {"icon_path", icon_of(badge)}};
}

}  // namespace

void badges_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response,
          {{"earned", each(view["earned"], earned_badge)}, {"pinned_badge_ids", view["pinned"]}});
}

void collection_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"earned", each(view["earned"], earned_badge)},
                     {"in_progress", each(view["in_progress"], begun_badge)},
                     {"locked", each(view["locked"], locked_badge)},
                     {"pinned_badge_ids", view["pinned"]}});
}

Result<json::object> pins_in(json::object&& sent, const RequestFacts&) {
    const auto* pins = sent.if_contains("pinned_badge_ids");
    json::value wanted = pins ? *pins : json::value(json::array{});
    // Numbers may come as texts, here as elsewhere.
    if (wanted.is_array())
        for (json::value& each : wanted.get_array())
            if (each.is_string()) each = number_in(each.get_string());
    return json::object{{"badges", std::move(wanted)}};
}

void pins_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array ids;
    for (auto& badge : view["badges"].get_array()) ids.push_back(badge.get_object()["badge"]);
    reply(response, {{"detail", "Pinned badges updated."},
                     {"pinned_badge_ids", std::move(ids)},
                     {"pinned_badges", each(view["badges"], pinned_badge)}});
}

void visit_out(json::object&& view, const RequestFacts&, Response& response) {
    const bool news = view["changed"].get_bool();
    response.status = news ? 201 : 200;
    reply(response, {{"detail", news ? "Location marked as visited."
                                     : "You have marked this location as visited before."},
                     {"total_visits", view["visits"]},
                     {"newly_earned_badges", each(view["new_badges"], new_badge)}});
}

void toggle_visit_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"is_visited", view["visited"]},
                     {"newly_earned_badges", each(view["new_badges"], toggled_badge)}});
}

}  // namespace asterism::http::starview_dialect
