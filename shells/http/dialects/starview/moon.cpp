#include "shells/http/dialects/starview/moon.hpp"

#include <array>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/coordinates.hpp"
#include "shells/http/dialects/starview/shapes.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

struct Words {
    std::string_view ours;
    std::string_view name;
    std::string_view emoji;
    double quarter_percent;  ///< of the disc, where it is an event
};

constexpr std::array phases{
    Words{"new_moon", "New Moon", "\U0001F311", 0},
    Words{"waxing_crescent", "Waxing Crescent", "\U0001F312", 0},
    Words{"first_quarter", "First Quarter", "\U0001F313", 50},
    Words{"waxing_gibbous", "Waxing Gibbous", "\U0001F314", 0},
    Words{"full_moon", "Full Moon", "\U0001F315", 100},
    Words{"waning_gibbous", "Waning Gibbous", "\U0001F316", 0},
    Words{"last_quarter", "Last Quarter", "\U0001F317", 50},
    Words{"waning_crescent", "Waning Crescent", "\U0001F318", 0},
};

const Words& words_of(const json::value& phase) {
    for (const Words& each : phases)
        if (phase.get_string() == json::string_view(each.ours)) return each;
    return phases[0];
}

double tenths(double number) { return rounded(number, 1); }

std::string date_of(const json::value& instant) {
    return std::string(instant.get_string().subview(0, 10));
}

/// A place counts if both its halves are given; half a one is passed over.
bool has_place(const RequestFacts& facts) {
    return !facts.asked("lat").empty() && !facts.asked("lng").empty();
}

/// A field that may be absent from the view.
json::value or_null(const json::object& view, std::string_view name) {
    const auto* found = view.if_contains(name);
    return found ? *found : json::value(nullptr);
}

constexpr std::array weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                              "Friday", "Saturday", "Sunday"};

json::value next_event(const json::object& view, std::string_view name) {
    const auto event = or_null(view, name);
    if (event.is_null()) return event;
    const auto ahead = event.at("days_ahead").to_number<int>();
    const auto weekday = event.at("weekday").to_number<std::size_t>();
    const std::string label = ahead == 0   ? "Today"
                              : ahead == 1 ? "Tomorrow"
                                           : weekdays.at(weekday - 1);
    return json::object{{"time", event.at("time")}, {"label", label}, {"date", event.at("date")}};
}

json::value angle(const json::object& view) {
    const auto turned = or_null(view, "rotation_degrees");
    return turned.is_null() ? turned : json::value(tenths(turned.to_number<double>()));
}

void add_sight(json::object& out, const json::object& sight) {
    const auto& [ours, name, emoji, percent] = words_of(sight.at("phase"));
    const double lit = sight.at("illumination_percent").to_number<double>();
    out["phase_name"] = name;
    out["phase_emoji"] = emoji;
    out["illumination"] = tenths(lit);
    out["phase_angle"] = tenths(3.6 * lit);  // the original's meaning of the word
    out["is_waning"] = sight.at("waning");
    out["is_good_for_stargazing"] = sight.at("good_for_stargazing");
}

json::array events(const json::array& quarters) {
    json::array out;
    for (const json::value& event : quarters) {
        const auto& [ours, name, emoji, percent] = words_of(event.at("quarter"));
        out.push_back(json::object{{"date", date_of(event.at("at"))},
                                   {"phase_name", name},
                                   {"phase_emoji", emoji},
                                   {"illumination", percent}});
    }
    return out;
}

bool wants_key_dates_only(const RequestFacts& facts) {
    const auto asked = facts.asked("key_dates_only");
    return asked == "true" || asked == "1" || asked == "yes";
}

json::array days(const json::array& all, bool with_place) {
    json::array out;
    for (const json::value& day : all) {
        json::object each{{"date", day.at("date")}, {"data_type", "computed"}};
        add_sight(each, day.at("moon").get_object());
        if (with_place) {
            each["moonrise"] = or_null(day.get_object(), "moonrise");
            each["moonset"] = or_null(day.get_object(), "moonset");
            each["rotation_angle"] = angle(day.get_object());
        }
        out.push_back(std::move(each));
    }
    return out;
}

}  // namespace

Result<json::object> moon_in(json::object&&, const RequestFacts& facts) {
    json::object out{{"key_dates_only", wants_key_dates_only(facts)}};
    if (const auto start = facts.asked("start_date"); !start.empty()) out["start"] = start;
    if (const auto end = facts.asked("end_date"); !end.empty()) out["end"] = end;
    if (!has_place(facts)) return out;
    out["latitude"] = number_asked(facts, "lat");
    out["longitude"] = number_asked(facts, "lng");
    return out;
}

void moon_out(json::object&& view, const RequestFacts& facts, Response& response) {
    if (wants_key_dates_only(facts))
        return reply(response, {{"key_dates", events(view["events"].get_array())}});
    const bool with_place = has_place(facts);
    const auto& now = view["current"].get_object();
    json::object current{{"timestamp", with_offset(now.at("at"))}};
    add_sight(current, now);
    if (with_place) {
        current["next_moonrise"] = next_event(view, "next_moonrise");
        current["next_moonset"] = next_event(view, "next_moonset");
        current["rotation_angle"] = angle(now);
    }
    const auto& next = view["key_dates"].get_object();
    json::object out{{"generated_at", with_offset(view["generated_at"])},
                     {"current", std::move(current)},
                     {"daily", days(view["daily"].get_array(), with_place)}};
    if (with_place) out["location"] = location_asked(facts, 2);
    out["key_dates"] = json::object{{"next_new_moon", date_of(next.at("new_moon"))},
                                    {"next_full_moon", date_of(next.at("full_moon"))},
                                    {"next_first_quarter", date_of(next.at("first_quarter"))},
                                    {"next_last_quarter", date_of(next.at("last_quarter"))}};
    reply(response, std::move(out));
}

void moon_refuse(const Error& error, const RequestFacts&, Response& response) {
    response.status = status_of(error.fault->kind);
    const bool later = response.status == 503;
    reply(response, {{"error", later ? "service_unavailable" : "validation_error"},
                     {"message", error.fault->text},
                     {"status_code", response.status}});
}

}  // namespace asterism::http::starview_dialect
