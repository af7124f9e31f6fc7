#include "shells/outside/open_meteo_format.hpp"

#include <array>
#include <cmath>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libcore/sky/weather_rules.hpp"
#include "shells/app/json.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using sky::WeatherValues;

struct Figure {
    std::string_view name;
    std::optional<double> WeatherValues::*member;
};

constexpr std::array figures{
    Figure{"cloud_cover", &WeatherValues::cloud_cover_percent},
    Figure{"cloud_cover_low", &WeatherValues::cloud_cover_low_percent},
    Figure{"cloud_cover_mid", &WeatherValues::cloud_cover_mid_percent},
    Figure{"cloud_cover_high", &WeatherValues::cloud_cover_high_percent},
    Figure{"visibility", &WeatherValues::visibility_metres},
    Figure{"relative_humidity_2m", &WeatherValues::humidity_percent},
    Figure{"wind_speed_10m", &WeatherValues::wind_kmh},
    Figure{"temperature_2m", &WeatherValues::temperature_celsius},
    Figure{"precipitation_probability", &WeatherValues::precipitation_percent},
};

constexpr std::string_view code_name = "weather_code";

std::optional<double> number(const json::value* value) {
    if (!value || !value->is_number()) return std::nullopt;
    const auto out = value->to_number<double>();
    return std::isfinite(out) ? std::optional(out) : std::nullopt;
}

std::optional<sky::Precipitation> kind(const json::value* value) {
    const auto code = number(value);
    if (!code || !(*code >= 0 && *code < 100)) return std::nullopt;
    return sky::precipitation_of(static_cast<int>(*code));
}

/// The figures that `value_of` finds by their names.
template <class ValueOf>
WeatherValues values_of(ValueOf value_of) {
    WeatherValues out;
    for (const auto& [name, member] : figures) out.*member = number(value_of(name));
    out.precipitation = kind(value_of(code_name));
    return out;
}

/// "2026-03-01T18:00", whole hours only.
struct Slot {
    Date date;
    int hour;
};

std::optional<Slot> read_slot(const json::value& value) {
    if (!value.is_string()) return std::nullopt;
    const std::string_view text = value.get_string();
    if (text.size() != 16 || text[10] != 'T' || text.substr(13) != ":00") return std::nullopt;
    const auto date = app::read_date(text.substr(0, 10));
    const auto digit = [&](std::size_t at) { return text[at] - '0'; };
    const int hour = 10 * digit(11) + digit(12);
    if (!date || hour < 0 || hour > 23 || digit(12) < 0 || digit(12) > 9) return std::nullopt;
    return Slot{*date, hour};
}

/// False if the lists do not belong together.
bool read_hours(const json::object& hourly, std::vector<sky::DayReadings>& days) {
    const auto* times = hourly.if_contains("time");
    if (!times || !times->is_array()) return false;
    const auto& all = times->get_array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto slot = read_slot(all[i]);
        if (!slot) return false;
        const auto values = values_of([&](std::string_view name) -> const json::value* {
            const auto* list = hourly.if_contains(name);
            if (!list || !list->is_array() || list->get_array().size() <= i) return nullptr;
            return &list->get_array()[i];
        });
        if (!sky::is_known(values)) continue;
        if (days.empty() || days.back().date != slot->date) days.push_back({slot->date, {}});
        days.back().hours.push_back({slot->hour, values});
    }
    return true;
}

}  // namespace

std::optional<MeteoAnswer> read_open_meteo(std::string_view body) {
    const auto parsed = app::parse_strict(body);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    const auto* hourly = parsed->get_object().if_contains("hourly");
    if (!hourly || !hourly->is_object()) return std::nullopt;
    MeteoAnswer out;
    if (!read_hours(hourly->get_object(), out.days)) return std::nullopt;
    const auto* current = parsed->get_object().if_contains("current");
    if (!current || !current->is_object()) return out;
    const auto values =
        values_of([&](std::string_view name) { return current->get_object().if_contains(name); });
    if (sky::is_known(values)) out.current = values;
    return out;
}

std::string_view hourly_figures(bool archive) {
    static constexpr std::string_view all =
        "cloud_cover,cloud_cover_low,cloud_cover_mid,cloud_cover_high,visibility,"
        "relative_humidity_2m,wind_speed_10m,temperature_2m,weather_code,precipitation_probability";
    return archive ? all.substr(0, all.rfind(',')) : all;
}

std::string_view current_figures() {
    return "cloud_cover,relative_humidity_2m,wind_speed_10m,temperature_2m,weather_code";
}

std::string text_of(const sky::DayReadings& day) {
    json::array out;
    for (const auto& [hour, values] : day.hours) {
        json::array row{hour};
        for (const auto& [name, member] : figures)
            row.push_back(values.*member ? json::value(*(values.*member)) : json::value(nullptr));
        row.push_back(values.precipitation ? json::value(static_cast<int>(*values.precipitation))
                                           : json::value(nullptr));
        out.push_back(std::move(row));
    }
    std::string text;
    app::append_json(text, json::value(std::move(out)));
    return text;
}

std::optional<sky::DayReadings> read_day(Date date, std::string_view text) {
    const auto parsed = app::parse_strict(text);
    if (!parsed || !parsed->is_array()) return std::nullopt;
    sky::DayReadings out{date, {}};
    for (const auto& each : parsed->get_array()) {
        if (!each.is_array() || each.get_array().size() != figures.size() + 2) return std::nullopt;
        const auto& row = each.get_array();
        const auto hour = number(&row[0]);
        if (!hour) return std::nullopt;
        WeatherValues values;
        for (std::size_t i = 0; i < figures.size(); ++i)
            values.*figures.at(i).member = number(&row[i + 1]);
        if (const auto falls = number(&row.back()))
            values.precipitation = static_cast<sky::Precipitation>(static_cast<int>(*falls));
        out.hours.push_back({static_cast<int>(*hour), values});
    }
    return out;
}

}  // namespace asterism::outside
