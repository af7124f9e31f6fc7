#include "shells/http/dialects/starview/bortle.hpp"

#include <cmath>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/coordinates.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http::starview_dialect {

namespace json = boost::json;

Result<json::object> bortle_in(json::object&&, const RequestFacts& facts) {
    json::object out{{"rule", "starview"}, {"strict", true}};
    if (!facts.asked("lat").empty()) out["latitude"] = number_asked(facts, "lat");
    if (!facts.asked("lng").empty()) out["longitude"] = number_asked(facts, "lng");
    return out;
}

void bortle_out(json::object&& view, const RequestFacts& facts, Response& response) {
    response.headers.emplace_back("Cache-Control", "public, max-age=3600");
    reply(response, {{"bortle", view["bortle"]},
                     {"sqm", rounded(view["mag_per_arcsec2"].to_number<double>(), 2)},
                     {"description", view["description"]},
                     {"quality", view["quality"]},
                     {"location", location_asked(facts, 4)}});
}

void bortle_refuse(const Error& error, const RequestFacts&, Response& response) {
    response.status = status_of(error.fault->kind);
    const auto* word = response.status == 404   ? "no_data"
                       : response.status == 503 ? "service_unavailable"
                                                : "validation_error";
    reply(response,
          {{"error", word}, {"message", error.fault->text}, {"status_code", response.status}});
}

}  // namespace asterism::http::starview_dialect
