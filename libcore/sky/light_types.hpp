#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/sky/bortle.hpp"
#include "libcore/sky/brightness.hpp"
#include "libcore/sky/place_input.hpp"

namespace asterism::sky {

/// By which rule a luminance becomes a class; see `SkyglowRule`.
enum class LightRule : std::uint8_t { native, starview };

constexpr auto names(LightRule) {
    using Name = std::pair<LightRule, std::string_view>;
    return std::array{Name{LightRule::native, "native"}, Name{LightRule::starview, "starview"}};
}

struct BortleAt {
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<BortleScheme> scheme = {};
    std::optional<LightRule> rule = {};
    std::optional<int> growth_year = {};
    std::optional<bool> strict = {};

    static constexpr void fields(auto&& see) {
        see_place<BortleAt>(see);
        see("scheme", &BortleAt::scheme, "Which magnitudes make which class; classic if absent.");
        see("rule", &BortleAt::rule,
            "How light becomes a class: native if absent; starview fixes scheme and growth.");
        see("growth_year", &BortleAt::growth_year,
            "Let the map's light grow by 2.5 % a year until then, 1990 to 2100; as it was measured "
            "if absent.");
        see("strict", &BortleAt::strict,
            "Refuse, rather than estimate, where the operator's map has no data or cannot be "
            "read; without a map of the operator's there is the estimate all the same.");
    }
};

/// Where a figure of artificial light comes from.
enum class LightOrigin : std::uint8_t {
    map,            ///< the operator's map of light pollution
    model_no_data,  ///< estimated from towns: the map does not reach there, or has a hole
    model_no_map    ///< estimated from towns: there is no map, or it cannot be read just now
};

constexpr auto names(LightOrigin) {
    using Name = std::pair<LightOrigin, std::string_view>;
    return std::array{Name{LightOrigin::map, "map"},
                      Name{LightOrigin::model_no_data, "model_no_data"},
                      Name{LightOrigin::model_no_map, "model_no_map"}};
}

/// The zenith of a clear night without Moon and twilight, and its place on Bortle's scale.
struct BortleView {
    double artificial_mcd_per_m2;
    double total_mcd_per_m2;
    double mag_per_arcsec2;
    double ratio;
    double limiting_magnitude;
    int bortle;
    BortleScheme scheme;
    SkyQuality quality;
    std::string description;
    std::string rule;
    std::string source;
    LightOrigin origin;
    std::optional<int> year;
    double growth;
    double uncertainty_mag;

    static constexpr void fields(auto&& see) {
        see("artificial_mcd_per_m2", &BortleView::artificial_mcd_per_m2,
            "What lamps add to the zenith's luminance, growth included.");
        see("total_mcd_per_m2", &BortleView::total_mcd_per_m2, "The same with the natural light.");
        see("mag_per_arcsec2", &BortleView::mag_per_arcsec2,
            "The zenith's brightness as Sky Quality Meters give it: greater is darker.");
        see("ratio", &BortleView::ratio, "How many times the natural light the lamps add.");
        see("limiting_magnitude", &BortleView::limiting_magnitude,
            "Of the faintest star that the naked eye sees.");
        see("bortle", &BortleView::bortle, "The class on Bortle's scale, 1 (darkest) to 9.");
        see("scheme", &BortleView::scheme, "Which magnitudes make which class.");
        see("quality", &BortleView::quality, "How good such a sky is for looking at it.");
        see("description", &BortleView::description, "Bortle's own name of the class.");
        see("rule", &BortleView::rule, "How the light became a class.");
        see("source", &BortleView::source, "The map's name, or model.");
        see("origin", &BortleView::origin, "Whether a map was read, and why not.");
        see("year", &BortleView::year, "When the map's light was measured; null if nobody said.");
        see("growth", &BortleView::growth, "By what factor the light was multiplied since.");
        see("uncertainty_mag", &BortleView::uncertainty_mag,
            "How far mag_per_arcsec2 may be off; two of three places lie within.");
    }
};

struct SkyBrightnessAt {
    std::optional<Instant> at = {};
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<double> altitude_degrees = {};
    std::optional<double> azimuth_degrees = {};

    static constexpr void fields(auto&& see) {
        see("at", &SkyBrightnessAt::at, "The moment, from 1900 to 2100; now if absent.");
        see_place<SkyBrightnessAt>(see);
        see("altitude", &SkyBrightnessAt::altitude_degrees,
            "Of the patch of sky, 0 to 90 degrees; the zenith if absent.");
        see("azimuth", &SkyBrightnessAt::azimuth_degrees,
            "Of the patch, from north by east, 0 to 360 degrees; 0 if absent.");
    }
};

struct SkyBrightnessView {
    Instant at;
    double altitude_degrees;
    double azimuth_degrees;
    PatchOfSky patch;
    double natural_mcd_per_m2;
    double artificial_mcd_per_m2;
    double moonlight_mcd_per_m2;
    double twilight_mcd_per_m2;
    double total_mcd_per_m2;
    double mag_per_arcsec2;
    double limiting_magnitude;
    double sun_altitude_degrees;
    double moon_altitude_degrees;
    std::string source;
    LightOrigin origin;
    double uncertainty_mag;

    static constexpr void fields(auto&& see) {
        using View = SkyBrightnessView;
        see("at", &View::at, "The moment described.");
        see("altitude_degrees", &View::altitude_degrees, "Of the patch of sky.");
        see("azimuth_degrees", &View::azimuth_degrees, "Of the patch.");
        see("patch", &View::patch,
            "How well it is known: off the zenith domes of light may be brighter.");
        see("natural_mcd_per_m2", &View::natural_mcd_per_m2, "Airglow and starlight.");
        see("artificial_mcd_per_m2", &View::artificial_mcd_per_m2,
            "Lamps, as at the zenith; lower down a least.");
        see("moonlight_mcd_per_m2", &View::moonlight_mcd_per_m2, "Scattered moonlight.");
        see("twilight_mcd_per_m2", &View::twilight_mcd_per_m2, "Scattered sunlight.");
        see("total_mcd_per_m2", &View::total_mcd_per_m2, "All of it.");
        see("mag_per_arcsec2", &View::mag_per_arcsec2, "The same: greater is darker.");
        see("limiting_magnitude", &View::limiting_magnitude,
            "Of the faintest star that the naked eye sees there.");
        see("sun_altitude_degrees", &View::sun_altitude_degrees, "Without the air's lift.");
        see("moon_altitude_degrees", &View::moon_altitude_degrees, "Without the air's lift.");
        see("source", &View::source, "Of the artificial light: the map's name, or model.");
        see("origin", &View::origin, "Whether a map was read, and why not.");
        see("uncertainty_mag", &View::uncertainty_mag, "What the artificial light's source says.");
    }
};

}  // namespace asterism::sky
