#include <fmt/format.h>

#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/use_cases.hpp"
#include "shells/cli/compose/sky_ports.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/sky/screen.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

constexpr int picture_size = 12;

std::string depth_text(const sky::SunDepth& depth, LocalTimes& times) {
    if (depth.state == sky::Depth::never) return "never";
    if (depth.state == sky::Depth::all_through) return "all through";
    const auto time = [&](const std::optional<Instant>& at) {
        return at ? times.time(*at) : std::string("noon");
    };
    return time(depth.dusk) + '-' + time(depth.dawn);
}

std::string dark_text(const sky::TonightView& night, LocalTimes& times) {
    if (night.kind == sky::NightKind::bright)
        return fmt::format("never: the Sun stays above -18°, lowest {:.1f}° at {}",
                           night.lowest_sun_degrees, times.time(night.darkest));
    if (night.kind == sky::NightKind::moonlit) return "never: the Moon is up all night";
    return fmt::format("{} ({})", times.spans(night.dark), sky::duration_text(night.dark_minutes));
}

std::string moon_text(const sky::MoonTonight& moon, LocalTimes& times) {
    auto out = fmt::format("{:.0f} %, {}", moon.illumination * 100, in_words(moon.phase));
    for (const auto& at : moon.rises) out += ", rises " + times.time(at);
    for (const auto& at : moon.sets) out += ", sets " + times.time(at);
    if (moon.up.empty()) out += ", does not rise";
    if (!moon.up.empty() && moon.rises.empty() && moon.sets.empty()) out += ", up all through";
    return out;
}

std::string planet_text(const sky::PlanetTonight& planet, LocalTimes& times) {
    return fmt::format("{}, magnitude {:.1f}, highest {} at {:.0f}°", times.spans(planet.up),
                       planet.magnitude, times.time(planet.best_at), planet.best_altitude_degrees);
}

std::string rate_text(const std::optional<double>& hourly_rate) {
    if (!hourly_rate) return "rate not known";
    if (*hourly_rate < 1) return "less than 1 an hour";
    return fmt::format("{:.0f} an hour", *hourly_rate);
}

std::string shower_text(const sky::ShowerTonight& shower, LocalTimes& times) {
    if (shower.radiant_altitude_degrees <= 0) return "its radiant is not up in the dark";
    return fmt::format("{}, best {}, peak {}", rate_text(shower.hourly_rate),
                       times.time(shower.best_at), times.moment(shower.peak).substr(4, 10));
}

std::string light_text(const sky::BortleView& light) {
    return fmt::format("{:.2f} ± {:.1f} mag/arcsec², Bortle {} ({}), from {}",
                       light.mag_per_arcsec2, light.uncertainty_mag, light.bortle,
                       light.description,
                       light.origin == sky::LightOrigin::map ? light.source : "the towns around");
}

std::string score_text(const sky::ScoreView& score) {
    if (!score.total || !score.label) return "nothing to judge by";
    return fmt::format("{} of 100: {}", *score.total, sky::name_of(*score.label));
}

Rows rows_of(const sky::TonightView& night, LocalTimes& times) {
    Rows rows{{"Sun down", depth_text(night.sunset, times)},
              {"Bright stars", depth_text(night.civil, times)},
              {"Constellations", depth_text(night.nautical, times)},
              {"Night", depth_text(night.astronomical, times)},
              {"Dark", dark_text(night, times)},
              {"Moon", moon_text(night.moon, times)},
              {"Milky Way's core", times.spans(night.milky_way)}};
    for (const auto& planet : night.planets)
        rows.push_back({sky::capitalised(in_words(planet.planet)), planet_text(planet, times)});
    for (const auto& shower : night.showers)
        rows.push_back({shower.name, shower_text(shower, times)});
    rows.push_back(
        {"Zenith", fmt::format("{:.2f} mag/arcsec², stars to magnitude {:.1f}, at {}",
                               night.zenith.mag_per_arcsec2, night.zenith.limiting_magnitude,
                               times.time(night.zenith.at))});
    rows.push_back({"Without the Moon", light_text(night.light)});
    rows.push_back({"Score", score_text(night.score)});
    for (const auto& term : night.score.terms) rows.push_back({"", term.sentence});
    return rows;
}

/// The Moon in the middle of its time above the horizon, as the place sees it.
MoonPicture picture_of(const sky::Tonight& input, const sky::TonightView& night) {
    auto at = night.darkest;
    if (!night.moon.up.empty()) {
        const auto& up = night.moon.up.front();
        at = up.begins + (up.ends - up.begins) / 2;
    }
    const auto moon = answered(
        sky::moon_at(Now{at}, {at, input.latitude, input.longitude, input.elevation_metres}));
    return moon_picture(night.moon.illumination,
                        moon.disc     ? moon.disc->rotation_degrees
                        : moon.waxing ? 90
                                      : -90,
                        picture_size);
}

std::string heading(const sky::Tonight& input, const sky::TonightView& night, LocalTimes& times) {
    return fmt::format("Night of {} {} at {:.4g}, {:.4g}; times of {}\n", weekday_of(night.date),
                       sky::date_text(night.date), input.latitude, input.longitude,
                       times.zone(night.sunset.dusk.value_or(night.darkest)));
}

}  // namespace

Exit sky_tonight(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::Tonight>(given);
    const auto map = light_map_of(given);
    const auto& zones = world_zones();
    const auto night = answered(sky::sky_tonight(this_moment(), *map, zones, input));
    if (print_for_programs(paper, night)) return Exit::done;
    LocalTimes times(answered(sky::place_of(input)), zones);
    auto text = heading(input, night, times) + table_of(given, rows_of(night, times));
    const auto screen = Screen::of_process();
    if (const auto ink = ink_of(screen, given))
        text = beside(drawn(picture_of(input, night), *ink), picture_size, text, screen.columns);
    print(text);
    return Exit::done;
}

}  // namespace asterism::cli
