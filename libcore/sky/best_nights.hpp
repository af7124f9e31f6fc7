#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "libcore/base/time.hpp"
#include "libcore/sky/dark.hpp"
#include "libcore/sky/moonlight.hpp"
#include "libcore/sky/place.hpp"
#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

/// What a night offers.
enum class NightKind : std::uint8_t {
    dark,     ///< some of the astronomical night is free of the Moon
    moonlit,  ///< there is astronomical night, with the Moon above the horizon all through
    bright    ///< the Sun never gets 18 degrees below the horizon
};

constexpr auto names(NightKind) {
    using Name = std::pair<NightKind, std::string_view>;
    return std::array{Name{NightKind::dark, "dark"}, Name{NightKind::moonlit, "moonlit"},
                      Name{NightKind::bright, "bright"}};
}

/// What put a night behind the one before it in the list; says nothing of the first.
enum class RankedBy : std::uint8_t {
    dark_minutes,  ///< fewer of them, in whole minutes
    brightness,    ///< as many, and in the mean a brighter sky, in hundredths of a magnitude
    date           ///< alike in both, and later
};

constexpr auto names(RankedBy) {
    using Name = std::pair<RankedBy, std::string_view>;
    return std::array{Name{RankedBy::dark_minutes, "dark_minutes"},
                      Name{RankedBy::brightness, "brightness"}, Name{RankedBy::date, "date"}};
}

/// Which nights to judge, and where.
struct NightsAhead {
    Place place;
    Date first_evening;  ///< by the local calendar
    std::chrono::minutes utc_offset{
        0};                            ///< of the local calendar, so that evenings get their dates
    double artificial_mcd_per_m2 = 0;  ///< zenith brightness there, without what nature adds
    double extinction_magnitudes = default_extinction_magnitudes;
    double natural_zenith_mcd_per_m2 = natural_mcd_per_m2;  ///< what nature adds to it
};

/// A night from noon to noon. Brightness is the zenith's, in mag/arcsec2, and judged on a grid of
/// 10 minutes or a little less over the astronomical night.
struct RatedNight {
    Date evening;  ///< the day on which it begins, by the local calendar
    NightKind kind = NightKind::bright;
    RankedBy ranked_by = RankedBy::dark_minutes;
    DarkWindow window;          ///< astronomical night, the Moon's time above the horizon, and dark
    Instant darkest;            ///< when the Sun is lowest
    Degrees lowest_sun;         ///< its altitude then, without air: why a bright night is bright
    double night_minutes = 0;   ///< of astronomical night, Moon or not
    double dark_minutes = 0;    ///< of it, without the Moon
    double mean_magnitude = 0;  ///< mean over the time, moonlight included; moonless if bright
    double best_magnitude = 0;  ///< of the darkest step of the grid; moonless if dark or bright
    double moonless_magnitude = 0;    ///< what the night would be without the Moon
    double moonlight_magnitudes = 0;  ///< by how much moonlight brightens it in the mean
    /// The longest stretch without the Moon; in a moonlit night the longest in which the sky stays
    /// within a tenth of a magnitude of its darkest; in a bright night empty, at the darkest
    /// moment.
    Interval best_window;
};

enum class BestNightsStatus : std::uint8_t {
    ranked,     ///< there is at least one night with astronomical darkness
    none_dark,  ///< the Sun gets 18 degrees below the horizon in none of the nights: polar summer
};

constexpr auto names(BestNightsStatus) {
    using Name = std::pair<BestNightsStatus, std::string_view>;
    return std::array{Name{BestNightsStatus::ranked, "ranked"},
                      Name{BestNightsStatus::none_dark, "none_dark"}};
}

struct BestNights {
    BestNightsStatus status = BestNightsStatus::none_dark;
    std::size_t listed = 0;  ///< nights at the front of the caller's span, best first
    std::size_t bright = 0;  ///< nights left out because they have no astronomical night
};

/// Judges consecutive nights, one for each element, in the order of their dates. Allocates nothing.
void rate_nights(const NightsAhead& ahead, std::span<RatedNight> nights);

/// Brings the nights that have astronomical darkness to the front, best first: most dark minutes,
/// then the darker mean, then the earlier date. The others follow by date. Allocates nothing.
BestNights rank_nights(std::span<RatedNight> nights);

/// Both at once: the best of as many nights as there are elements.
BestNights best_nights(const NightsAhead& ahead, std::span<RatedNight> nights);

}  // namespace asterism::sky
