#include <fmt/format.h>

#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/use_cases.hpp"
#include "shells/cli/compose/sky_ports.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

Rows rows_of(const sky::SkyCalendar& calendar, LocalTimes& times) {
    Rows rows;
    for (const auto& event : calendar.events) {
        auto when = times.moment(event.begins);
        if (event.ends) when += '-' + times.time(*event.ends);
        rows.push_back({std::move(when), event.name, event.note});
    }
    return rows;
}

std::string rate_of(const std::optional<double>& rate) {
    return rate ? fmt::format("{:.0f}", *rate) : "?";
}

Rows rows_of(const sky::ShowersView& view, LocalTimes& times) {
    Rows rows{{"SHOWER", "", "PEAK", "ZHR", "MOON"}};
    const bool placed = !view.showers.empty() && view.showers.front().local;
    if (placed)
        for (const auto* heading : {"BEST", "RADIANT", "AN HOUR"})
            rows.front().emplace_back(heading);
    for (const auto& shower : view.showers) {
        auto& row = rows.emplace_back();
        row = {shower.code, shower.name, times.moment(shower.peak), rate_of(shower.zenithal_rate),
               fmt::format("{:.0f} %", shower.moon_illumination * 100)};
        if (!shower.local) continue;
        row.push_back(times.moment(shower.local->best_at));
        row.push_back(fmt::format("{:.0f}°", shower.local->radiant_altitude_degrees));
        row.push_back(rate_of(shower.local->hourly_rate));
    }
    return rows;
}

/// The year's peaks as events of a calendar.
sky::SkyCalendar peaks_of(Now now, const sky::Zones& zones, const sky::ShowersOf& input, int year) {
    const Date first{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}};
    const int days = first.year().is_leap() ? 366 : 365;
    return answered(sky::sky_calendar(now, zones,
                                      {input.latitude, input.longitude, input.elevation_metres,
                                       first, days, std::vector{sky::EventKind::showers}}));
}

}  // namespace

Exit sky_calendar(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::SkyCalendarRange>(given);
    const auto& zones = world_zones();
    const auto calendar = answered(sky::sky_calendar(this_moment(), zones, input));
    if (print_for_programs(paper, calendar, calendar.events)) return Exit::done;
    if (paper == Paper::ics) {
        print_calendar(calendar);
        return Exit::done;
    }
    LocalTimes times(answered(sky::place_if_any(input)), zones);
    print(table_of(given, rows_of(calendar, times)) + times.line());
    return Exit::done;
}

Exit sky_showers(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::ShowersOf>(given);
    const auto map = light_map_of(given);
    const auto now = this_moment();
    const auto view = answered(sky::meteor_showers(now, *map, input));
    if (print_for_programs(paper, view, view.showers)) return Exit::done;
    const auto& zones = world_zones();
    if (paper == Paper::ics) {
        print_calendar(peaks_of(now, zones, input, view.year));
        return Exit::done;
    }
    LocalTimes times(answered(sky::place_if_any(input)), zones);
    print(table_of(given, rows_of(view, times)) + times.line());
    return Exit::done;
}

}  // namespace asterism::cli
