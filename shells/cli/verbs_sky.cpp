#include <fmt/format.h>

#include "libcore/sky/use_cases.hpp"
#include "shells/cli/compose/sky_ports.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/sky/screen.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

constexpr int picture_size = 24;

/// As the place sees it; without one as calendars draw it, with north on top.
MoonPicture picture_of(const sky::MoonView& moon) {
    const double simple = moon.waxing ? 90 : -90;
    return moon_picture(moon.illumination, moon.disc ? moon.disc->rotation_degrees : simple,
                        picture_size);
}

std::string apsis(const std::optional<sky::ApsisView>& apsis, LocalTimes& times) {
    if (!apsis) return "beyond the years that are known";
    return fmt::format("{}, {:.0f} km", times.moment(apsis->at), apsis->distance_km);
}

Rows rows_of(const sky::MoonView& moon, LocalTimes& times) {
    Rows rows{
        {"Moment", fmt::format("{} ({})", times.moment(moon.at), times.zone(moon.at))},
        {"Phase", in_words(moon.phase)},
        {"Lit", fmt::format("{:.1f} %", moon.illumination * 100)},
        {"Age", fmt::format("{:.1f} days", moon.age_days)},
        {"Distance", fmt::format("{:.0f} km, {:.3f}° wide", moon.distance_km,
                                 moon.disc ? moon.disc->diameter_degrees : moon.diameter_degrees)}};
    if (moon.local) {
        rows.push_back({"Stands", stand_of(*moon.local)});
        add_path(rows, *moon.local, times);
    }
    rows.push_back({"Next new moon", times.moment(moon.next_new_moon)});
    rows.push_back({"Next first quarter", times.moment(moon.next_first_quarter)});
    rows.push_back({"Next full moon", times.moment(moon.next_full_moon)});
    rows.push_back({"Next last quarter", times.moment(moon.next_last_quarter)});
    rows.push_back({"Next nearest", apsis(moon.next_perigee, times)});
    rows.push_back({"Next farthest", apsis(moon.next_apogee, times)});
    return rows;
}

Rows rows_of(const sky::SunView& sun, LocalTimes& times) {
    Rows rows{{"Moment", fmt::format("{} ({})", times.moment(sun.at), times.zone(sun.at))}};
    if (sun.daylight) rows.push_back({"Sky", in_words(*sun.daylight)});
    if (sun.local) {
        rows.push_back({"Stands", stand_of(*sun.local)});
        add_path(rows, *sun.local, times);
    }
    rows.push_back({"Distance",
                    fmt::format("{:.0f} km, {:.3f}° wide", sun.distance_km, sun.diameter_degrees)});
    rows.push_back({"Next season", fmt::format("{}, {}", times.moment(sun.next_season_at),
                                               sky::capitalised(in_words(sun.next_season)))});
    return rows;
}

std::string soon(const std::optional<Instant>& at, LocalTimes& times) {
    return at ? fmt::format("{} {}", weekday_of(times.day(*at)), times.time(*at)) : "-";
}

Rows rows_of(const sky::PlanetsView& view, LocalTimes& times) {
    Rows rows{{"PLANET", "MAGNITUDE", "FROM THE SUN", "LIT"}};
    const bool placed = !view.planets.empty() && view.planets.front().local;
    if (placed)
        for (const auto* heading : {"ALTITUDE", "AZIMUTH", "RISES", "HIGHEST", "SETS"})
            rows.front().emplace_back(heading);
    for (const auto& planet : view.planets) {
        auto& row = rows.emplace_back();
        row = {sky::capitalised(in_words(planet.planet)), fmt::format("{:.1f}", planet.magnitude),
               fmt::format("{:.0f}° {}", planet.elongation_degrees,
                           planet.evening ? "evening" : "morning"),
               fmt::format("{:.0f} %", planet.illumination * 100)};
        if (!planet.local) continue;
        row.push_back(fmt::format("{:.1f}°", planet.local->refracted_altitude_degrees));
        row.push_back(fmt::format("{:.1f}° {}", planet.local->azimuth_degrees,
                                  wind_of(planet.local->azimuth_degrees)));
        for (const auto& at :
             {planet.local->next_rise, planet.local->next_transit, planet.local->next_set})
            row.push_back(soon(at, times));
    }
    return rows;
}

template <class Input>
LocalTimes times_of(const Input& input, const sky::Zones& zones) {
    return {answered(sky::place_if_any(input)), zones};
}

}  // namespace

Exit sky_moon(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::MoonAt>(given);
    const auto moon = answered(sky::moon_at(this_moment(), input));
    if (print_for_programs(paper, moon)) return Exit::done;
    const auto& zones = world_zones();
    auto times = times_of(input, zones);
    auto text = table_of(given, rows_of(moon, times));
    const auto screen = Screen::of_process();
    if (const auto ink = ink_of(screen, given))
        text = beside(drawn(picture_of(moon), *ink), picture_size, text, screen.columns);
    print(text);
    return Exit::done;
}

Exit sky_sun(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::SunAt>(given);
    const auto sun = answered(sky::sun_at(this_moment(), input));
    if (print_for_programs(paper, sun)) return Exit::done;
    const auto& zones = world_zones();
    auto times = times_of(input, zones);
    print(table_of(given, rows_of(sun, times)));
    return Exit::done;
}

Exit sky_planets(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::PlanetsAt>(given);
    const auto view = answered(sky::planets_at(this_moment(), input));
    if (print_for_programs(paper, view, view.planets)) return Exit::done;
    const auto& zones = world_zones();
    auto times = times_of(input, zones);
    print(fmt::format("{} ({})\n", times.moment(view.at), times.zone(view.at)) +
          table_of(given, rows_of(view, times)));
    return Exit::done;
}

}  // namespace asterism::cli
