#include "shells/http/dialects/starview/weather.hpp"

#include <array>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/coordinates.hpp"
#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

struct Names {
    std::string_view ours;
    std::string_view here;
};

constexpr std::array values{Names{"cloud_cover_percent", "cloud_cover"},
                            Names{"cloud_cover_low_percent", "cloud_cover_low"},
                            Names{"cloud_cover_mid_percent", "cloud_cover_mid"},
                            Names{"cloud_cover_high_percent", "cloud_cover_high"},
                            Names{"visibility_metres", "visibility"},
                            Names{"humidity_percent", "humidity"},
                            Names{"wind_kmh", "wind_speed"},
                            Names{"temperature_celsius", "temperature"},
                            Names{"precipitation_percent", "precipitation_probability"}};

constexpr std::array summaries{
    Names{"cloud_cover_mean_percent", "cloud_cover_avg"},
    Names{"temperature_high_celsius", "temperature_high"},
    Names{"temperature_low_celsius", "temperature_low"},
    Names{"humidity_mean_percent", "humidity_avg"},
    Names{"wind_most_kmh", "wind_speed_max"},
    Names{"precipitation_most_percent", "precipitation_probability_max"}};

bool is_known(const json::object& weather) {
    for (const auto& [ours, here] : values)
        if (!weather.at(ours).is_null()) return true;
    return false;
}

void add_values(json::object& out, const json::object& weather) {
    for (const auto& [ours, here] : values) out[here] = weather.at(ours);
}

json::object current(const json::object& view) {
    json::object out{{"timestamp", with_offset(view.at("at"))}};
    const auto& weather = view.at("weather").get_object();
    if (is_known(weather)) add_values(out, weather);
    return out;
}

json::object day(const json::object& view) {
    json::array hours;
    for (const json::value& each : view.at("hourly").get_array()) {
        json::object hour{{"time", each.at("time")}};
        add_values(hour, each.at("weather").get_object());
        hours.push_back(std::move(hour));
    }
    json::object summary;
    for (const auto& [ours, here] : summaries)
        if (const auto& value = view.at("summary").at(ours); !value.is_null())
            summary[here] = value;
    json::object out{{"date", view.at("date")},
                     {"data_type", view.at("source")},
                     {"hourly", std::move(hours)},
                     {"summary", std::move(summary)},
                     {"confidence", view.at("confidence")}};
    if (const auto& years = view.at("years_averaged"); !years.is_null())
        out["years_averaged"] = years;
    return out;
}

json::array warnings(const json::object& view) {
    json::array out = view.at("warnings").get_array();
    for (json::value& each : out)
        if (each.at("type").get_string() == "out_of_date")
            each.get_object()["age_seconds"] = view.at("age_seconds");
    return out;
}

/// The weather must be asked for anew each time: so says the contract.
void forbid_keeping(Response& response) {
    response.headers.emplace_back("Cache-Control",
                                  "no-store, no-cache, must-revalidate, max-age=0");
    response.headers.emplace_back("Pragma", "no-cache");
    response.headers.emplace_back("Expires", "0");
}

}  // namespace

/// An end without a start is passed over, and so is a number of days beside a start.
Result<json::object> weather_in(json::object&&, const RequestFacts& facts) {
    json::object out;
    if (!facts.asked("lat").empty()) out["latitude"] = number_asked(facts, "lat");
    if (!facts.asked("lng").empty()) out["longitude"] = number_asked(facts, "lng");
    if (const auto start = facts.asked("start_date"); !start.empty()) {
        out["start"] = start;
        if (const auto end = facts.asked("end_date"); !end.empty()) out["end"] = end;
    } else if (const auto days = facts.asked("days"); !days.empty()) {
        out["days"] = days;
    }
    return out;
}

void weather_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array daily;
    for (const json::value& each : view["daily"].get_array())
        daily.push_back(day(each.get_object()));
    json::object out{{"location", {{"lat", view["latitude"]}, {"lng", view["longitude"]}}},
                     {"generated_at", with_offset(view["generated_at"])},
                     {"current", current(view["current"].get_object())},
                     {"daily", std::move(daily)},
                     {"sources", {{"open_meteo", true}}},
                     {"warnings", warnings(view)}};
    forbid_keeping(response);
    reply(response, std::move(out));
}

}  // namespace asterism::http::starview_dialect
