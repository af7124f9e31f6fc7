#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/sky/night_types.hpp"
#include "libcore/sky/planets.hpp"
#include "libcore/sky/score.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

struct Tonight {
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<Date> date = {};
    std::optional<double> cloud_percent = {};
    std::optional<ScoreFormula> formula = {};

    static constexpr void fields(auto&& see) {
        see_place<Tonight>(see);
        see("date", &Tonight::date,
            "The place's day on which the night begins; the night now or next if absent.");
        see("cloud_percent", &Tonight::cloud_percent,
            "How much of the sky is expected to be clouded, 0 to 100; not judged if absent.");
        see("formula", &Tonight::formula, "What makes the score; asterism-1 if absent.");
    }
};

/// Whether a night gets so dark at all.
enum class Depth : std::uint8_t {
    reached,
    never,       ///< the Sun stays above that depth from noon to noon
    all_through  ///< it stays below
};

constexpr auto names(Depth) {
    using Name = std::pair<Depth, std::string_view>;
    return std::array{Name{Depth::reached, "reached"}, Name{Depth::never, "never"},
                      Name{Depth::all_through, "all_through"}};
}

/// When the Sun is deeper than something.
struct SunDepth {
    Depth state;
    std::optional<Instant> dusk;
    std::optional<Instant> dawn;

    static constexpr void fields(auto&& see) {
        see("state", &SunDepth::state, "Whether the night gets so dark.");
        see("dusk", &SunDepth::dusk, "When it goes deeper; null if it does not after noon.");
        see("dawn", &SunDepth::dawn, "When it comes back; null if it does not before noon.");
    }
};

struct MoonTonight {
    PhaseName phase;
    double illumination;
    bool waxing;
    std::vector<Instant> rises;
    std::vector<Instant> sets;
    std::vector<TimeSpan> up;

    static constexpr void fields(auto&& see) {
        see("phase", &MoonTonight::phase, "How it looks in the middle of the night.");
        see("illumination", &MoonTonight::illumination, "The lit fraction of it then, 0 to 1.");
        see("waxing", &MoonTonight::waxing, "Whether it then is between new and full.");
        see("rises", &MoonTonight::rises, "When it rises, from noon to noon.");
        see("sets", &MoonTonight::sets, "When it sets.");
        see("up", &MoonTonight::up, "When it is up.");
    }
};

struct PlanetTonight {
    Planet planet;
    double magnitude;
    std::vector<TimeSpan> up;
    Instant best_at;
    double best_altitude_degrees;

    static constexpr void fields(auto&& see) {
        see("planet", &PlanetTonight::planet, "Which one.");
        see("magnitude", &PlanetTonight::magnitude, "Visual, when it is best.");
        see("up", &PlanetTonight::up, "When it is up and the Sun 6 degrees down.");
        see("best_at", &PlanetTonight::best_at, "When, of that time, it stands highest.");
        see("best_altitude_degrees", &PlanetTonight::best_altitude_degrees,
            "How high it then stands, without the air's lift.");
    }
};

struct ShowerTonight {
    std::string code;
    std::string name;
    Instant peak;
    std::optional<double> zenithal_rate;
    Instant best_at;
    double radiant_altitude_degrees;
    std::optional<double> hourly_rate;

    static constexpr void fields(auto&& see) {
        see("code", &ShowerTonight::code, "Of IMO and IAU, three letters.");
        see("name", &ShowerTonight::name, "In English.");
        see("peak", &ShowerTonight::peak, "When it is strongest, of the peaks the nearest.");
        see("zenithal_rate", &ShowerTonight::zenithal_rate,
            "Meteors an hour under a perfect sky with the radiant overhead; null if not known.");
        see("best_at", &ShowerTonight::best_at, "When most can be seen.");
        see("radiant_altitude_degrees", &ShowerTonight::radiant_altitude_degrees,
            "How high the radiant then stands.");
        see("hourly_rate", &ShowerTonight::hourly_rate,
            "How many one observer can then expect under this sky; null if not known.");
    }
};

/// The zenith at one moment of the night.
struct ZenithTonight {
    Instant at;
    double natural_mcd_per_m2;
    double artificial_mcd_per_m2;
    double moonlight_mcd_per_m2;
    double twilight_mcd_per_m2;
    double total_mcd_per_m2;
    double mag_per_arcsec2;
    double limiting_magnitude;

    static constexpr void fields(auto&& see) {
        see("at", &ZenithTonight::at, "The middle of the night's best stretch.");
        see("natural_mcd_per_m2", &ZenithTonight::natural_mcd_per_m2, "Airglow and starlight.");
        see("artificial_mcd_per_m2", &ZenithTonight::artificial_mcd_per_m2, "Lamps.");
        see("moonlight_mcd_per_m2", &ZenithTonight::moonlight_mcd_per_m2, "Scattered moonlight.");
        see("twilight_mcd_per_m2", &ZenithTonight::twilight_mcd_per_m2, "Scattered sunlight.");
        see("total_mcd_per_m2", &ZenithTonight::total_mcd_per_m2, "All of it.");
        see("mag_per_arcsec2", &ZenithTonight::mag_per_arcsec2, "The same: greater is darker.");
        see("limiting_magnitude", &ZenithTonight::limiting_magnitude,
            "Of the faintest star that the naked eye sees there.");
    }
};

struct ScoreTermView {
    ScoreSubject subject;
    double figure;
    double value;
    double weight;
    std::string sentence;

    static constexpr void fields(auto&& see) {
        see("subject", &ScoreTermView::subject, "What is judged.");
        see("figure", &ScoreTermView::figure, "The figure that is judged, in its own unit.");
        see("value", &ScoreTermView::value, "0 is the worst, 100 the best.");
        see("weight", &ScoreTermView::weight, "How much it counts, as the formula has it.");
        see("sentence", &ScoreTermView::sentence, "The same in words.");
    }
};

struct ScoreView {
    ScoreFormula formula;
    std::optional<int> total;
    std::optional<ScoreLabel> label;
    std::vector<ScoreTermView> terms;

    static constexpr void fields(auto&& see) {
        see("formula", &ScoreView::formula, "What made it.");
        see("total", &ScoreView::total, "0 to 100; null if nothing was known to judge by.");
        see("label", &ScoreView::label, "The total in a word.");
        see("terms", &ScoreView::terms, "What went into it.");
    }
};

struct TonightView {
    Date date;
    std::optional<std::string> zone;
    int utc_offset_seconds;
    SunDepth sunset;
    SunDepth civil;
    SunDepth nautical;
    SunDepth astronomical;
    Instant darkest;
    double lowest_sun_degrees;
    MoonTonight moon;
    NightKind kind;
    std::vector<TimeSpan> dark;
    double dark_minutes;
    std::vector<TimeSpan> milky_way;
    std::vector<PlanetTonight> planets;
    std::vector<ShowerTonight> showers;
    ZenithTonight zenith;
    BortleView light;
    ScoreView score;

    static constexpr void fields(auto&& see) {
        see("date", &TonightView::date, "The place's day on which the night begins.");
        see("zone", &TonightView::zone,
            "The place's time zone; null where its clock is not known and the Sun's mean time, in "
            "whole hours, stands in.");
        see("utc_offset_seconds", &TonightView::utc_offset_seconds,
            "How far the place's clock is ahead of UTC when the Sun sets.");
        see("sunset", &TonightView::sunset, "Sunset and sunrise, of the upper limb.");
        see("civil", &TonightView::civil, "The Sun 6 degrees down: bright stars.");
        see("nautical", &TonightView::nautical, "12 degrees: the constellations.");
        see("astronomical", &TonightView::astronomical, "18 degrees: night.");
        see("darkest", &TonightView::darkest, "When the Sun is lowest.");
        see("lowest_sun_degrees", &TonightView::lowest_sun_degrees, "Its altitude then.");
        see("moon", &TonightView::moon, "The Moon of the night.");
        see("kind", &TonightView::kind, "What the night offers.");
        see("dark", &TonightView::dark, "When it is night and the Moon is not up.");
        see("dark_minutes", &TonightView::dark_minutes, "All of that together.");
        see("milky_way", &TonightView::milky_way,
            "When, of the dark time, the Milky Way's core stands over 10 degrees high.");
        see("planets", &TonightView::planets, "Those that are up while the stars show.");
        see("showers", &TonightView::showers, "Meteor showers in season.");
        see("zenith", &TonightView::zenith, "How bright the sky is overhead when it is best.");
        see("light", &TonightView::light,
            "How bright lamps make it, and where that is known from.");
        see("score", &TonightView::score, "What the night is worth, and why.");
    }
};

}  // namespace asterism::sky
