#include <algorithm>
#include <array>
#include <span>

#include "libcore/sky/evenings.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/galaxy_night.hpp"
#include "libcore/sky/light.hpp"
#include "libcore/sky/meteors.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/phase_names.hpp"
#include "libcore/sky/planets_night.hpp"

namespace asterism::sky {

namespace {

constexpr Horizontal zenith{{0}, {90}};

SunDepth depth(const SunBelow& sun) {
    const auto state = [&] {
        switch (sun.state) {
            case WindowState::above_all_window: return Depth::never;
            case WindowState::below_all_window: return Depth::all_through;
            case WindowState::events:
            case WindowState::not_searched: break;
        }
        return Depth::reached;
    };
    return {state(), sun.dusk, sun.dawn};
}

/// Its light is that of the middle of the night.
MoonTonight moon_of(const Night& night, const DarkWindow& window) {
    const MoonGeometry moon = moon_geometry(night.darkest);
    MoonTonight view{.phase = phase_name(100 * moon.illuminated_fraction, moon.waxing),
                     .illumination = moon.illuminated_fraction,
                     .waxing = moon.waxing,
                     .rises = {},
                     .sets = {},
                     .up = spans_of(window.moon_up)};
    for (const Interval& up : window.moon_up) {
        if (up.from != night.noons.from) view.rises.push_back(up.from);
        if (up.until != night.noons.until) view.sets.push_back(up.until);
    }
    return view;
}

/// When it is highest within some stretch: on the meridian, or at one of the ends.
PlanetTonight best_of(const Observer& observer, Planet planet, const Night& night,
                      const PlanetNight& found) {
    PlanetTonight view{planet, 0, spans_of(found.in_twilight), {}, -90};
    const auto look = [&](Instant at) {
        const Moment moment = moment_at(at);
        const Vector there = apparent_planet(planet, moment.tt);
        const double altitude = horizontal(local_sight(observer, moment, there)).altitude.value;
        if (altitude > view.best_altitude_degrees) {
            view.best_at = at;
            view.best_altitude_degrees = altitude;
        }
    };
    const Window noons = window_between(night.noons.from, night.noons.until);
    const Transits crossed = planet_transits(observer, planet, noons);
    for (const Interval& up : found.in_twilight) {
        look(up.from);
        look(up.until);
        for (const Transit& transit : crossed.events) {
            const Instant at = civil(transit.at.tt);
            if (up.from < at && at < up.until) look(at);
        }
    }
    view.magnitude = planet_look(planet, terrestrial(view.best_at)).magnitude;
    return view;
}

std::vector<PlanetTonight> planets_of(const Observer& observer, const Night& night) {
    std::vector<PlanetTonight> out;
    for (const auto& [planet, name] : names(Planet{})) {
        const PlanetNight found = planet_night(observer, planet, night);
        if (!found.in_twilight.empty()) out.push_back(best_of(observer, planet, night, found));
    }
    return out;
}

Instant nearest_peak(const Shower& shower, Instant to) {
    const auto year = Date{std::chrono::floor<std::chrono::days>(to)}.year();
    Instant best = peak_of(shower, year);
    for (const std::chrono::years step : {std::chrono::years{-1}, std::chrono::years{1}}) {
        const Instant other = peak_of(shower, year + step);
        if (std::chrono::abs(other - to) < std::chrono::abs(best - to)) best = other;
    }
    return best;
}

std::vector<ShowerTonight> showers_of(const Observer& observer, const Night& night,
                                      const LightFound& light) {
    std::vector<ShowerTonight> out;
    const Date day{std::chrono::floor<std::chrono::days>(night.darkest)};
    const NightsEye eye(observer, night, light);
    for (const Shower* shower : active_showers(day)) {
        const BestMeteors best = best_meteors(observer, eye, *shower);
        out.push_back({.code = std::string(shower->code),
                       .name = std::string(shower->name),
                       .peak = nearest_peak(*shower, best.at),
                       .zenithal_rate = zenithal_rate(*shower, terrestrial(best.at)),
                       .best_at = best.at,
                       .radiant_altitude_degrees = best.radiant_altitude.value,
                       .hourly_rate = best.hourly_rate});
    }
    return out;
}

ZenithTonight zenith_of(const Observer& observer, const RatedNight& rated,
                        const LightFound& light) {
    const Interval& best = rated.best_window;
    const Instant at = best.from + (best.until - best.from) / 2;
    const SkyBrightness sky = sky_brightness(
        brightness_inputs(observer, moment_at(at), zenith, light.artificial_mcd_per_m2,
                          default_extinction_magnitudes, light.natural_mcd_per_m2));
    return {.at = at,
            .natural_mcd_per_m2 = sky.natural_mcd_per_m2,
            .artificial_mcd_per_m2 = sky.artificial_mcd_per_m2,
            .moonlight_mcd_per_m2 = sky.moonlight_mcd_per_m2,
            .twilight_mcd_per_m2 = sky.twilight_mcd_per_m2,
            .total_mcd_per_m2 = sky.total_mcd_per_m2,
            .mag_per_arcsec2 = sky.magnitude,
            .limiting_magnitude = sky.limiting_magnitude};
}

Score score_of(const Tonight& input, const TonightView& view, const RatedNight& rated,
               const LightFound& light) {
    if (input.formula != ScoreFormula::starview_1)
        return asterism_score({rated.night_minutes / 60, rated.moonlight_magnitudes,
                               rated.moonless_magnitude, input.cloud_percent});
    const double percent = std::round(1000 * view.moon.illumination) / 10;
    const int bortle = skyglow(light.artificial_mcd_per_m2, starview_rule()).bortle;
    return starview_score({percent, bortle, input.cloud_percent});
}

ScoreView score_view(const Score& score) {
    ScoreView view{
        score.formula, score.total, score.total ? std::optional{score.label} : std::nullopt, {}};
    for (const ScoreTerm& term : score.terms) {
        view.terms.push_back({term.subject, term.figure, term.value, term.weight, sentence(term)});
    }
    return view;
}

RatedNight rated_night(const Place& place, const Evening& evening, std::chrono::seconds offset,
                       const LightFound& light) {
    std::array<RatedNight, 1> rated;
    rate_nights(
        {place, evening.date, std::chrono::round<std::chrono::minutes>(offset),
         light.artificial_mcd_per_m2, default_extinction_magnitudes, light.natural_mcd_per_m2},
        rated);
    return rated[0];
}

TonightView view_of(const Observer& observer, const Evening& evening, const RatedNight& rated,
                    const LightFound& light) {
    const Night& night = evening.night;
    const DarkWindow& window = rated.window;
    return {.date = evening.date,
            .zone = {},
            .utc_offset_seconds = 0,
            .sunset = depth(night.sun),
            .civil = depth(night.civil),
            .nautical = depth(night.nautical),
            .astronomical = depth(night.astronomical),
            .darkest = night.darkest,
            .lowest_sun_degrees = night.lowest_sun.value,
            .moon = moon_of(night, window),
            .kind = rated.kind,
            .dark = spans_of(window.dark),
            .dark_minutes = rated.dark_minutes,
            .milky_way = spans_of(galaxy_night(observer, night, window).in_dark),
            .planets = planets_of(observer, night),
            .showers = showers_of(observer, night, light),
            .zenith = zenith_of(observer, rated, light),
            .light = bortle_view(light, native_rule_for(light)),
            .score = {}};
}

}  // namespace

Result<TonightView> sky_tonight(Now now, const LightMap& map, const Zones& zones,
                                const Tonight& input) {
    const auto place = place_of(input);
    if (!place) return place.error();
    const double cloud = input.cloud_percent.value_or(0);
    if (!(cloud >= 0 && cloud <= 100)) return field_error(percent_out_of_range, "cloud_percent");
    const Observer observer(*place);
    PlaceClock clock(*place, zones);
    const auto evening = evening_of(clock, observer, input.date, now);
    if (!evening) return evening.error();

    const LightFound light = light_at(map, *place);
    const auto noon_offset = clock.offset(evening->night.noons.from);
    const RatedNight rated = rated_night(*place, *evening, noon_offset, light);
    TonightView view = view_of(observer, *evening, rated, light);
    view.zone = clock.zone();
    view.utc_offset_seconds = static_cast<int>(clock.offset(start_of(evening->night)).count());
    view.score = score_view(score_of(input, view, rated, light));
    return view;
}

}  // namespace asterism::sky
