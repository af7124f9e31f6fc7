#include "shells/http/dialects/starview/favourites.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/paging.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault required{"missing_field", Kind::invalid, "This field is required."};
constexpr Fault no_such_location{"unknown_place", Kind::invalid, "There is no such location."};

json::object shaped(const json::object& view, const RequestFacts& facts) {
    return {{"id", view.at("id")},
            {"user", view.at("owner")},
            {"location", detailed_place(view, facts)},
            {"nickname", view.at("nickname")},
            {"display_name", view.at("display_name")},
            {"created_at", view.at("created_at")}};
}

}  // namespace

Result<json::object> favourites_in(json::object&&, const RequestFacts& facts) {
    json::object out;
    take_page(facts, out);
    return out;
}

void favourites_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::array results;
    for (const json::value& each : view["favourites"].get_array())
        results.push_back(shaped(each.get_object(), facts));
    reply_page(view, std::move(results), "/api/favorite-locations/", facts, response);
}

Result<json::object> favourite_in(json::object&& sent, const RequestFacts&) {
    json::object out;
    if (auto* id = sent.if_contains("location_id")) out["place"] = std::move(*id);
    if (auto* name = sent.if_contains("nickname"))
        out["nickname"] = name->is_null() ? json::value("") : std::move(*name);
    return out;
}

Result<json::object> whole_favourite_in(json::object&& sent, const RequestFacts& facts) {
    if (empty(sent, "location_id")) return field_error(required, "place");
    return favourite_in(std::move(sent), facts);
}

void favourite_out(json::object&& view, const RequestFacts& facts, Response& response) {
    reply(response, shaped(view, facts));
}

void favourite_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (error.fields.empty() || error.fields[0].field != "place")
        return place_refuse(error, facts, response);
    const bool gone = error.fault->kind == Kind::missing;
    listed_refuse(gone ? field_error(no_such_location, "place") : error, facts, response);
}

}  // namespace asterism::http::starview_dialect
