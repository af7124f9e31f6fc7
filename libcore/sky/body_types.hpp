#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/sky/place_input.hpp"
#include "libcore/sky/planets.hpp"
#include "libcore/sky/seasons.hpp"
#include "libcore/sky/sight_types.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

struct MoonAt {
    std::optional<Instant> at = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("at", &MoonAt::at, "The moment, from 1900 to 2100; now if absent.");
        see_place<MoonAt>(see);
    }
};

/// Where the Moon is nearest to the Earth or farthest from it.
struct ApsisView {
    Instant at;
    double distance_km;

    static constexpr void fields(auto&& see) {
        see("at", &ApsisView::at, "When.");
        see("distance_km", &ApsisView::distance_km, "How far it then is, between the centres.");
    }
};

/// How the Moon's disc looks from a place: what a picture of it needs.
struct MoonDisc {
    double diameter_degrees;
    double parallactic_angle_degrees;
    double bright_limb_angle_degrees;
    double rotation_degrees;

    static constexpr void fields(auto&& see) {
        see("diameter_degrees", &MoonDisc::diameter_degrees,
            "How wide it is from there: nearer, and so wider, the higher it stands.");
        see("parallactic_angle_degrees", &MoonDisc::parallactic_angle_degrees,
            "Where on its edge the zenith is, from celestial north by east, -180 to 180.");
        see("bright_limb_angle_degrees", &MoonDisc::bright_limb_angle_degrees,
            "Where on its edge the middle of the lit limb is, from celestial north by east.");
        see("rotation_degrees", &MoonDisc::rotation_degrees,
            "How far to turn, clockwise, a picture that has its lit limb on top.");
    }
};

struct MoonView {
    Instant at;
    PhaseName phase;
    double illumination;
    double phase_angle_degrees;
    double elongation_degrees;
    double age_days;
    bool waxing;
    Instant next_new_moon;
    Instant next_first_quarter;
    Instant next_full_moon;
    Instant next_last_quarter;
    Instant previous_new_moon;
    Instant previous_first_quarter;
    Instant previous_full_moon;
    Instant previous_last_quarter;
    double distance_km;
    double diameter_degrees;
    double magnitude;
    double bright_limb_angle_degrees;
    std::optional<ApsisView> next_perigee;
    std::optional<ApsisView> next_apogee;
    Grade accuracy;
    std::optional<LocalSight> local;
    std::optional<MoonDisc> disc;

    static constexpr void fields(auto&& see) {
        see("at", &MoonView::at, "The moment described.");
        see("phase", &MoonView::phase, "How the Moon looks.");
        see("illumination", &MoonView::illumination, "The lit fraction of the disc, 0 to 1.");
        see("phase_angle_degrees", &MoonView::phase_angle_degrees,
            "The angle Sun-Moon-Earth: 0 at full, 180 at new.");
        see("elongation_degrees", &MoonView::elongation_degrees,
            "The angle Sun-Earth-Moon: 0 at new, 180 at full.");
        see("age_days", &MoonView::age_days, "Days since the last new moon.");
        see("waxing", &MoonView::waxing, "Whether the Moon is between new and full.");
        see("next_new_moon", &MoonView::next_new_moon, "When the Moon is next new.");
        see("next_first_quarter", &MoonView::next_first_quarter,
            "When it is next half lit, waxing.");
        see("next_full_moon", &MoonView::next_full_moon, "When it is next full.");
        see("next_last_quarter", &MoonView::next_last_quarter, "When it is next half lit, waning.");
        see("previous_new_moon", &MoonView::previous_new_moon, "When it was last new.");
        see("previous_first_quarter", &MoonView::previous_first_quarter,
            "When it was last half lit, waxing.");
        see("previous_full_moon", &MoonView::previous_full_moon, "When it was last full.");
        see("previous_last_quarter", &MoonView::previous_last_quarter,
            "When it was last half lit, waning.");
        see("distance_km", &MoonView::distance_km, "From the Earth's centre to the Moon's.");
        see("diameter_degrees", &MoonView::diameter_degrees,
            "How wide it is, seen from the Earth's centre.");
        see("magnitude", &MoonView::magnitude,
            "Visual; the surge within 7 degrees of full moon is left out.");
        see("bright_limb_angle_degrees", &MoonView::bright_limb_angle_degrees,
            "Where on its edge the middle of the lit limb is, from celestial north by east, from "
            "the Earth's centre.");
        see("next_perigee", &MoonView::next_perigee, "When it is next nearest, and how near.");
        see("next_apogee", &MoonView::next_apogee, "When it is next farthest, and how far.");
        see("accuracy", &MoonView::accuracy,
            "Of positions: fine (1960 to 2059) to 0.1\", coarse to 15\".");
        see("local", &MoonView::local, "Where it stands at the place; null without one.");
        see("disc", &MoonView::disc, "How it looks from the place; null without one.");
    }
};

struct SunAt {
    std::optional<Instant> at = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("at", &SunAt::at, "The moment, from 1900 to 2100; now if absent.");
        see_place<SunAt>(see);
    }
};

/// How light the sky is, by the Sun alone.
enum class Daylight : std::uint8_t {
    day,              ///< the Sun's upper limb is above the horizon
    in_civil,         ///< its middle is not 6 degrees below
    in_nautical,      ///< not 12
    in_astronomical,  ///< not 18
    night
};

constexpr auto names(Daylight) {
    using Name = std::pair<Daylight, std::string_view>;
    return std::array{Name{Daylight::day, "day"}, Name{Daylight::in_civil, "civil_twilight"},
                      Name{Daylight::in_nautical, "nautical_twilight"},
                      Name{Daylight::in_astronomical, "astronomical_twilight"},
                      Name{Daylight::night, "night"}};
}

struct SunView {
    Instant at;
    double distance_km;
    double diameter_degrees;
    Season next_season;
    Instant next_season_at;
    Grade accuracy;
    std::optional<LocalSight> local;
    std::optional<Daylight> daylight;

    static constexpr void fields(auto&& see) {
        see("at", &SunView::at, "The moment described.");
        see("distance_km", &SunView::distance_km, "From the Earth's centre to the Sun's.");
        see("diameter_degrees", &SunView::diameter_degrees,
            "How wide it is, seen from the Earth's centre.");
        see("next_season", &SunView::next_season, "Which equinox or solstice comes next.");
        see("next_season_at", &SunView::next_season_at, "When it comes.");
        see("accuracy", &SunView::accuracy, "Of positions: to 0.05\" either way.");
        see("local", &SunView::local, "Where it stands at the place; null without one.");
        see("daylight", &SunView::daylight, "How light it makes the sky; null without a place.");
    }
};

struct PlanetsAt {
    std::optional<Instant> at = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("at", &PlanetsAt::at, "The moment, from 1900 to 2100; now if absent.");
        see_place<PlanetsAt>(see);
    }
};

struct PlanetView {
    Planet planet;
    double right_ascension_degrees;
    double declination_degrees;
    double distance_km;
    double magnitude;
    double illumination;
    double phase_angle_degrees;
    double elongation_degrees;
    bool evening;
    double diameter_degrees;
    double ring_tilt_degrees;
    std::optional<LocalSight> local;

    static constexpr void fields(auto&& see) {
        see("planet", &PlanetView::planet, "Which one.");
        see("right_ascension_degrees", &PlanetView::right_ascension_degrees,
            "Where it appears from the Earth's centre, on the axes of J2000.0; 0 to 360.");
        see("declination_degrees", &PlanetView::declination_degrees, "Likewise, -90 to 90.");
        see("distance_km", &PlanetView::distance_km, "From the Earth's centre.");
        see("magnitude", &PlanetView::magnitude, "Visual, to 0.2; the rings included.");
        see("illumination", &PlanetView::illumination, "The lit fraction of the disc, 0 to 1.");
        see("phase_angle_degrees", &PlanetView::phase_angle_degrees, "The angle Sun-planet-Earth.");
        see("elongation_degrees", &PlanetView::elongation_degrees,
            "How far it is from the Sun, 0 to 180.");
        see("evening", &PlanetView::evening, "Whether it is east of the Sun and sets after it.");
        see("diameter_degrees", &PlanetView::diameter_degrees, "How wide its equator is.");
        see("ring_tilt_degrees", &PlanetView::ring_tilt_degrees,
            "How far north of Saturn's rings we look on them; 0 for the others.");
        see("local", &PlanetView::local, "Where it stands at the place; null without one.");
    }
};

struct PlanetsView {
    Instant at;
    std::vector<PlanetView> planets;

    static constexpr void fields(auto&& see) {
        see("at", &PlanetsView::at, "The moment described.");
        see("planets", &PlanetsView::planets, "The five that the naked eye sees, from the Sun on.");
    }
};

}  // namespace asterism::sky
