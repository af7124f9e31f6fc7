#include <cmath>
#include <optional>

#include "libcore/sky/apsides.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/fixed_stars.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/limb.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/moonlight.hpp"
#include "libcore/sky/phase_names.hpp"
#include "libcore/sky/planets_night.hpp"
#include "libcore/sky/sights.hpp"
#include "libcore/sky/use_cases.hpp"

namespace asterism::sky {

namespace {

/// A moment and, if the question has one, a place.
struct Standpoint {
    Instant at;
    std::optional<Place> place;
};

template <class Input>
Result<Standpoint> standpoint(Now now, const Input& input) {
    const Instant at = input.at.value_or(now.at);
    if (!known(at)) return field_error(date_out_of_range, "at");
    const auto place = place_if_any(input);
    if (!place) return place.error();
    return Standpoint{at, *place};
}

/// Krisciunas & Schaefer (1991), equation 9, for the mean distance; the rest is geometry.
double moon_magnitude(Degrees phase_angle, double distance_km) {
    const double angle = std::abs(phase_angle.value);
    return -12.73 + 0.026 * angle + 4e-9 * std::pow(angle, 4) +
           5 * std::log10(distance_km / mean_moon_distance_km);
}

/// The last quarter of that kind at the moment or before it.
Instant previous(Quarter kind, Instant at) {
    QuarterIndex index = previous_quarter(at);
    while (quarter_of(index) != kind) --index.value;
    return instant_of(index);
}

std::optional<ApsisView> next_apsis(TerrestrialTime at, Apsis kind) {
    const auto found = next_moon_apsis(at, kind);
    if (!found) return std::nullopt;
    return ApsisView{civil(found->at), found->distance_km};
}

void add_place(MoonView& view, const Place& place) {
    const Observer observer(place);
    const Moment moment = moment_at(view.at);
    const LocalVector moon = local_moon(observer, moment);
    view.local = sight_of(observer, apparent_moon, moon_limb, horizontal(moon), view.at);
    const double parallactic = parallactic_angle(observer, moon).value;
    const double rotation = moon_rotation(observer, moment).value;
    const double limb = std::fmod(parallactic - rotation + 720, 360);
    view.disc = MoonDisc{moon_diameter(observer, moment).value, parallactic, limb, rotation};
}

Degrees sun_diameter(double distance_km) {
    return degrees(Radians{2 * std::asin(sun_radius_km / distance_km)});
}

Daylight daylight(const Observer& observer, Moment moment, Degrees altitude) {
    const double limb = altitude.value + sun_diameter(observer, moment).value / 2;
    const double horizon = sun_limb.altitude.value - degrees(observer.dip()).value;
    if (limb > horizon) return Daylight::day;
    if (altitude.value > civil_twilight.altitude.value) return Daylight::in_civil;
    if (altitude.value > nautical_twilight.altitude.value) return Daylight::in_nautical;
    if (altitude.value > astronomical_twilight.altitude.value) return Daylight::in_astronomical;
    return Daylight::night;
}

PlanetView planet_view(Planet planet, const Standpoint& from) {
    const Moment moment = moment_at(from.at);
    const PlanetLook look = planet_look(planet, moment.tt);
    const Vector apparent = apparent_planet(planet, moment.tt);
    const Vector j2000 = FrameOfDate(moment.tt).back(apparent);
    const double ascension = degrees(Radians{std::atan2(j2000.y, j2000.x)}).value;
    PlanetView view{
        .planet = planet,
        .right_ascension_degrees = ascension < 0 ? ascension + 360 : ascension,
        .declination_degrees = degrees(Radians{std::asin(j2000.z / length(j2000))}).value,
        .distance_km = look.distance_km,
        .magnitude = look.magnitude,
        .illumination = look.illuminated_fraction,
        .phase_angle_degrees = look.phase_angle.value,
        .elongation_degrees = look.elongation.value,
        .evening = look.evening,
        .diameter_degrees = look.diameter.value,
        .ring_tilt_degrees = look.ring_tilt.value,
        .local = {}};
    if (from.place) {
        const Observer observer(*from.place);
        const auto path = [planet](TerrestrialTime at) { return apparent_planet(planet, at); };
        view.local = sight_of(observer, path, planet_horizon,
                              horizontal(local_sight(observer, moment, apparent)), from.at);
    }
    return view;
}

}  // namespace

Result<MoonView> moon_at(Now now, const MoonAt& input) {
    const auto from = standpoint(now, input);
    if (!from) return from.error();

    const Instant at = from->at;
    const TerrestrialTime tt = terrestrial(at);
    const MoonGeometry moon = moon_geometry(at);
    const NextQuarters next = next_quarters(at);
    const double distance_km = moon_distance_km(tt);
    const std::chrono::duration<double, std::chrono::days::period> age = at - previous_new_moon(at);
    MoonView view{.at = at,
                  .phase = phase_name(100 * moon.illuminated_fraction, moon.waxing),
                  .illumination = moon.illuminated_fraction,
                  .phase_angle_degrees = moon.phase_angle.value,
                  .elongation_degrees = moon.elongation.value,
                  .age_days = age.count(),
                  .waxing = moon.waxing,
                  .next_new_moon = next.new_moon,
                  .next_first_quarter = next.first_quarter,
                  .next_full_moon = next.full_moon,
                  .next_last_quarter = next.last_quarter,
                  .previous_new_moon = previous(Quarter::new_moon, at),
                  .previous_first_quarter = previous(Quarter::first_quarter, at),
                  .previous_full_moon = previous(Quarter::full_moon, at),
                  .previous_last_quarter = previous(Quarter::last_quarter, at),
                  .distance_km = distance_km,
                  .diameter_degrees = moon_diameter(distance_km).value,
                  .magnitude = moon_magnitude(moon.phase_angle, distance_km),
                  .bright_limb_angle_degrees = bright_limb_angle(tt).value,
                  .next_perigee = next_apsis(tt, Apsis::nearest),
                  .next_apogee = next_apsis(tt, Apsis::farthest),
                  .accuracy = grade_of(tt),
                  .local = {},
                  .disc = {}};
    if (from->place) add_place(view, *from->place);
    return view;
}

Result<SunView> sun_at(Now now, const SunAt& input) {
    const auto from = standpoint(now, input);
    if (!from) return from.error();

    const Moment moment = moment_at(from->at);
    const SeasonEvent season = next_season(moment.tt);
    const double distance_km = sun_distance_km(moment.tt);
    SunView view{.at = from->at,
                 .distance_km = distance_km,
                 .diameter_degrees = sun_diameter(distance_km).value,
                 .next_season = season.season,
                 .next_season_at = civil(season.at),
                 .accuracy = grade_of(moment.tt),
                 .local = {},
                 .daylight = {}};
    if (from->place) {
        const Observer observer(*from->place);
        const Horizontal sun = sun_horizontal(observer, moment);
        view.local = sight_of(observer, apparent_sun, sun_limb, sun, from->at);
        view.daylight = daylight(observer, moment, sun.altitude);
    }
    return view;
}

Result<PlanetsView> planets_at(Now now, const PlanetsAt& input) {
    const auto from = standpoint(now, input);
    if (!from) return from.error();

    PlanetsView view{from->at, {}};
    for (const auto& [planet, name] : names(Planet{})) {
        view.planets.push_back(planet_view(planet, *from));
    }
    return view;
}

}  // namespace asterism::sky
