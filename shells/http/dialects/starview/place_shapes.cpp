#include "shells/http/dialects/starview/place_shapes.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include <boost/json/array.hpp>

#include "shells/http/dialects/starview/photo_shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault leads_nowhere{"not_found", Kind::missing, "Resource not found"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> labels{{
    {"dark_sky_site", "Dark Sky Site"},
    {"observatory", "Observatory"},
    {"campground", "Campground"},
    {"viewpoint", "Viewpoint"},
    {"other", "Other"},
}};

std::string_view label_of(const json::value& type) {
    for (const auto& [name, label] : labels)
        if (type.get_string() == json::string_view(name)) return label;
    return "Other";
}

/// "21.98"
json::value two_decimals(const json::value& number) {
    if (number.is_null()) return nullptr;
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                   number.to_number<double>(), std::chars_format::fixed, 2)
                         .ptr;
    return json::string(text.data(), static_cast<std::size_t>(end - text.data()));
}

json::value tenths(const json::value& number) {
    if (number.is_null()) return nullptr;
    return std::round(number.to_number<double>() * 10) / 10;
}

json::value reference(const json::value& account) {
    if (account.is_null()) return nullptr;
    return json::object{{"id", account.at("id")}, {"username", account.at("handle")}};
}

/// Those that somebody gave.
json::object metadata(const json::value& contact) {
    json::object out;
    for (const auto& [name, value] : contact.get_object())
        if (!value.is_null()) out[name] = value;
    return out;
}

void add_where(json::object& out, const json::object& place) {
    out["location_type"] = place.at("type");
    out["location_type_display"] = label_of(place.at("type"));
    out["type_metadata"] = metadata(place.at("contact"));
    for (const auto* name : {"latitude", "longitude", "elevation"}) out[name] = place.at(name);
    out["bortle_class"] = place.at("bortle");
    out["bortle_sqm"] = two_decimals(place.at("sqm"));
    out["formatted_address"] = place.at("address");
    out["administrative_area"] = place.at("region");
    out["locality"] = place.at("locality");
    out["country"] = place.at("country");
    out["added_by"] = reference(place.at("added_by"));
    out["created_at"] = place.at("created_at");
    out["is_favorited"] = place.at("favourite");
    out["is_visited"] = place.at("visited");
    out["average_rating"] = place.at("rating");
    out["review_count"] = place.at("reviews");
}

void add_marks(json::object& out, const json::object& place) {
    out["is_verified"] = place.at("verified");
    out["verification_date"] = place.at("verified_at");
    out["verified_by"] = reference(place.at("verified_by"));
    out["times_reported"] = place.at("reports");
    out["last_visited"] = place.at("last_visited_at");
    out["visitor_count"] = place.at("visitors");
}

}  // namespace

json::object listed_place(const json::object& place) {
    json::object out{{"id", place.at("id")}, {"name", place.at("name")}};
    add_where(out, place);
    out["images"] = listed_images(place.at("photos"));
    out["distance"] = tenths(place.at("distance_km"));
    add_marks(out, place);
    return out;
}

json::object whole_place(const json::object& place) {
    json::object out{{"id", place.at("id")},
                     {"name", place.at("name")},
                     {"description", place.at("description")}};
    add_where(out, place);
    out["reviews"] = json::array{};
    add_marks(out, place);
    out["review_summary"] = nullptr;
    out["user_summary_feedback"] = nullptr;
    return out;
}

json::object mapped_place(const json::object& feature) {
    const auto& place = feature.at("properties").get_object();
    const auto& spot = feature.at("geometry").at("coordinates");
    return {{"id", place.at("id")},
            {"name", place.at("name")},
            {"is_favorited", place.at("favourite")},
            {"location_type", place.at("type")},
            {"location_type_display", label_of(place.at("type"))},
            {"type_metadata", metadata(place.at("contact"))},
            {"administrative_area", place.at("region")},
            {"country", place.at("country")},
            {"elevation", place.at("elevation")},
            {"bortle_class", place.at("bortle")},
            {"bortle_sqm", place.at("sqm")},
            {"latitude", spot.at(1)},
            {"longitude", spot.at(0)},
            {"average_rating", place.at("rating")},
            {"avg_rating", place.at("rating")},
            {"review_count", place.at("reviews")},
            {"images", mapped_images(place.at("photos"))}};
}

void place_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const bool astray = error.fault->kind == Kind::invalid && !error.fields.empty() &&
                        (error.fields[0].field == "place" || error.fields[0].field == "favourite");
    listed_refuse(astray ? Error{&leads_nowhere} : error, facts, response);
}

}  // namespace asterism::http::starview_dialect
