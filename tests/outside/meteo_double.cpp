#include "tests/outside/meteo_double.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "libcore/sky/words.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::outside::testing {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days today = 2026y / 3 / 1;

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
        i += 2;
    }
    return out;
}

/// Figures that differ from hour to hour; the archive sees no distance, as in truth.
json::value figure(const std::string& name, sys_days day, int hour) {
    if (name == "visibility" && day < today - days{30}) return nullptr;
    if (name == "weather_code") return hour < 12 ? 3 : 73;
    if (name == "temperature_2m") return -1.5 + hour * 0.25;
    return (name.size() + static_cast<std::size_t>(hour)) % 100;
}

std::vector<std::string> words_of(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        out.emplace_back(list.substr(0, list.find(',')));
        list.remove_prefix(std::min(list.size(), out.back().size() + 1));
    }
    return out;
}

std::string weather(const std::map<std::string, std::string>& query, sys_days from, sys_days to) {
    json::array times;
    json::object hourly;
    for (sys_days day = from; day <= to; day += days{1})
        for (int hour = 0; hour < 24; ++hour)
            times.emplace_back(fmt::format("{}T{:02}:00", sky::date_text(Date{day}), hour));
    hourly["time"] = std::move(times);
    for (const auto& name : words_of(query.at("hourly"))) {
        json::array values;
        for (sys_days day = from; day <= to; day += days{1})
            for (int hour = 0; hour < 24; ++hour) values.push_back(figure(name, day, hour));
        hourly[name] = std::move(values);
    }
    json::object out{{"latitude", 46.06},
                     {"longitude", 14.5},
                     {"generationtime_ms", 0.2},
                     {"utc_offset_seconds", 3600},
                     {"timezone", query.at("timezone")},
                     {"elevation", 298.0},
                     {"hourly_units", {{"time", "iso8601"}}},
                     {"hourly", std::move(hourly)}};
    if (const auto wanted = query.find("current"); wanted != query.end()) {
        json::object current{{"time", "2026-03-01T13:30"}, {"interval", 900}};
        for (const auto& name : words_of(wanted->second)) current[name] = 42;
        current["weather_code"] = 61;
        out["current"] = std::move(current);
    }
    return json::serialize(out);
}

Said refuse(std::string_view reason) {
    return {400, json::serialize(json::object{{"error", true}, {"reason", reason}})};
}

}  // namespace

std::map<std::string, std::string> query_of(std::string_view target) {
    std::map<std::string, std::string> out;
    target.remove_prefix(std::min(target.size(), target.find('?') + 1));
    while (!target.empty()) {
        const auto pair = target.substr(0, target.find('&'));
        target.remove_prefix(std::min(target.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        out[decoded(pair.substr(0, equals))] = decoded(pair.substr(equals + 1));
    }
    return out;
}

OpenMeteoOptions MeteoDouble::options() const {
    return {server_.url() + "/v1/forecast", server_.url() + "/v1/archive"};
}

int MeteoDouble::asked(std::string_view path) const {
    const auto all = server_.all_asked();
    return static_cast<int>(std::ranges::count_if(
        all, [&](const Asked& each) { return each.target.starts_with(path); }));
}

std::map<std::string, std::string> MeteoDouble::last_query() const {
    return query_of(server_.all_asked().back().target);
}

std::optional<Said> MeteoDouble::answer(const Asked& asked) const {
    const bool is_archive = asked.target.starts_with("/v1/archive?");
    switch (is_archive ? archive.load() : forecast.load()) {
        case Mood::down: return Said{503, "down"};
        case Mood::silent: return std::nullopt;
        case Mood::nonsense: return Said{200, "<html>hello</html>"};
        case Mood::empty: return Said{200, R"({"hourly":{"time":[]}})"};
        case Mood::too_often: return Said{429, R"({"error":true,"reason":"limit"})"};
        case Mood::well: break;
    }
    const auto query = query_of(asked.target);
    if (is_archive) {
        if (query.contains("current")) return refuse("no current weather in an archive");
        return Said{200, weather(query, sys_days{*app::read_date(query.at("start_date"))},
                                 sys_days{*app::read_date(query.at("end_date"))})};
    }
    const auto past = std::stoi(query.at("past_days"));
    const auto ahead = std::stoi(query.at("forecast_days"));
    if (ahead < 1 || ahead > 16 || past > 92) return refuse("out of range");
    return Said{200, weather(query, today - days{past}, today + days{ahead - 1})};
}

}  // namespace asterism::outside::testing
