#include "shells/http/dialects/starview/locations.hpp"

#include <array>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/paging.hpp"
#include "shells/http/dialects/starview/reviews.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault required{"missing_field", Kind::invalid, "This field is required."};
constexpr Fault never_null{"bad_field", Kind::invalid, "This field may not be null."};

json::array listed(const json::object& view) {
    json::array out;
    for (const json::value& each : view.at("places").get_array())
        out.push_back(listed_place(each.get_object()));
    return out;
}

}  // namespace

void places_out(json::object&& view, const RequestFacts& facts, Response& response) {
    reply_page(view, listed(view), "/api/locations/", facts, response);
}

void map_each(std::string& out, std::string_view element) {
    auto view = json::parse(element);
    auto& feature = view.get_object();
    feature["properties"] = mapped_place(feature);
    out += json::serialize(view);
}

void nearby_out(json::object&& view, const RequestFacts&, Response& response) {
    reply_list(response, listed(view));
}

void nearby_refuse(const Error& error, const RequestFacts&, Response& response) {
    response.status = error.fault->kind == Kind::unavailable ? 503 : 400;
    reply(response, json::object{{"detail", error.fault->text}});
}

json::object detailed_place(const json::object& view, const RequestFacts& facts) {
    auto out = whole_place(view.at("place").get_object());
    json::array said;
    for (const json::value& each : view.at("reviews").get_array())
        said.push_back(review_shape(each.get_object(), facts));
    out["reviews"] = std::move(said);
    out["review_summary"] = view.at("summary");
    if (const auto& helped = view.at("summary_helped"); helped.is_bool())
        out["user_summary_feedback"] = helped.get_bool() ? "yes" : "no";
    return out;
}

void place_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, whole_place(view));
}

void detail_out(json::object&& view, const RequestFacts& facts, Response& response) {
    reply(response, detailed_place(view, facts));
}

void panel_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"id", view["id"]},
                     {"name", view["name"]},
                     {"latitude", view["latitude"]},
                     {"longitude", view["longitude"]},
                     {"elevation", view["elevation"]},
                     {"formatted_address", view["address"]},
                     {"added_by_id", view["added_by"].get_object()["id"]},
                     {"average_rating", view["rating"]},
                     {"review_count", view["reviews"]}});
}

Result<json::object> place_in(json::object&& sent, const RequestFacts&) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> fields{
        {{"name", "name"},
         {"latitude", "latitude"},
         {"longitude", "longitude"},
         {"location_type", "type"},
         {"elevation", "elevation"}}};
    json::object out;
    Error error{&never_null};
    for (const auto& [theirs, ours] : fields)
        if (auto* value = sent.if_contains(theirs)) {
            if (value->is_null()) error.fields.push_back({std::string(ours), &never_null});
            out[ours] = std::move(*value);
        }
    if (!error.fields.empty()) return error;
    // A form has all of its fields, and those that need not be filled in come empty.
    for (const auto* name : {"elevation", "type"})
        if (const auto* value = out.if_contains(name); value && *value == "") out.erase(name);
    return out;
}

Result<json::object> whole_place_in(json::object&& sent, const RequestFacts& facts) {
    Error error{&required};
    for (const auto* name : {"name", "latitude", "longitude"})
        if (const auto* value = sent.if_contains(name); !value || value->is_null())
            error.fields.push_back({name, &required});
    if (!error.fields.empty()) return error;
    return place_in(std::move(sent), facts);
}

Result<json::object> path_alone_in(json::object&&, const RequestFacts&) { return json::object{}; }

void like_out(json::object&& view, const RequestFacts&, Response& response) {
    response.status = view["favourite"].get_bool() ? 201 : 200;
    reply(response, json::object{{"is_favorited", view["favourite"]}});
}

void unvisit_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response,
          {{"detail", "Location not marked as visited."}, {"total_visits", view["visits"]}});
}

}  // namespace asterism::http::starview_dialect
