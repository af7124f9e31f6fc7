#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "libcore/base/time.hpp"
#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

constexpr auto names(Grade) {
    using Name = std::pair<Grade, std::string_view>;
    return std::array{Name{Grade::fine, "fine"}, Name{Grade::coarse, "coarse"}};
}

/// A stretch of time, as answers show it. Its end does not belong to it.
struct TimeSpan {
    Instant begins;
    Instant ends;

    static constexpr void fields(auto&& see) {
        see("begins", &TimeSpan::begins, "The first moment of it.");
        see("ends", &TimeSpan::ends, "The first moment after it.");
    }
};

/// What a body does over the 24 hours that follow.
enum class DailyPath : std::uint8_t {
    rises_or_sets,
    up_all_day,    ///< above the horizon throughout
    does_not_rise  ///< below it throughout
};

constexpr auto names(DailyPath) {
    using Name = std::pair<DailyPath, std::string_view>;
    return std::array{Name{DailyPath::rises_or_sets, "rises_or_sets"},
                      Name{DailyPath::up_all_day, "up_all_day"},
                      Name{DailyPath::does_not_rise, "does_not_rise"}};
}

/// Where a body stands over the horizon of a place, and when it comes and goes. Rise and set are of
/// the upper limb, at the horizon that refraction lifts by 34' and the place's elevation lowers.
struct LocalSight {
    double azimuth_degrees;
    double altitude_degrees;
    double refracted_altitude_degrees;
    DailyPath path;
    std::optional<Instant> next_rise;
    std::optional<Instant> next_set;
    std::optional<Instant> next_transit;
    std::optional<double> transit_altitude_degrees;

    static constexpr void fields(auto&& see) {
        see("azimuth_degrees", &LocalSight::azimuth_degrees, "From north by east, 0 to 360.");
        see("altitude_degrees", &LocalSight::altitude_degrees,
            "Of the middle above the level, without the air's lift.");
        see("refracted_altitude_degrees", &LocalSight::refracted_altitude_degrees,
            "The same as seen through air of 1010 hPa and 10 degrees.");
        see("path", &LocalSight::path, "What it does over the 24 hours that follow.");
        see("next_rise", &LocalSight::next_rise,
            "When it next rises; null if not within 400 days.");
        see("next_set", &LocalSight::next_set, "When it next sets; null if not within 400 days.");
        see("next_transit", &LocalSight::next_transit,
            "When it next crosses the meridian between pole and zenith.");
        see("transit_altitude_degrees", &LocalSight::transit_altitude_degrees,
            "Its altitude then, without the air's lift; below 0 it is not seen.");
    }
};

}  // namespace asterism::sky
