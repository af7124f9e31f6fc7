#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "libcore/sky/limb.hpp"
#include "libcore/sky/path.hpp"
#include "libcore/sky/short_list.hpp"

namespace asterism::sky {

/// Which point of a body crosses which altitude.
struct Limit {
    Degrees altitude;             ///< without air, above the level
    double radius_km = 0;         ///< the point lies so far above the body's middle: its upper limb
    bool at_the_horizon = false;  ///< the horizon's dip lowers the altitude

    /// The same limit where the air lifts the horizon by another angle than 34'.
    constexpr Limit with(Degrees horizon_refraction) const {
        return {{altitude.value + 34.0 / 60 - horizon_refraction.value}, radius_km, at_the_horizon};
    }
};

/// Rise and set: the upper limb, at the size it has from the observer, on a horizon that refraction
/// lifts by 34' (US Naval Observatory). What Starview calls standard refraction, 1010 hPa and 15
/// degrees in its library, comes to half a minute more at middle latitudes.
inline constexpr Limit moon_limb{{-34.0 / 60}, moon_radius_km, true};
inline constexpr Limit sun_limb{{-34.0 / 60}, sun_radius_km, true};
/// The almanacs' definition of sunrise, a Sun of 16' at all times: up to 3 s from the true one to
/// 60 degrees, minutes at the poles. The US Naval Observatory's own tables follow the true Sun.
inline constexpr Limit fixed_sun_limb{{-50.0 / 60}, 0, true};

/// Twilights: the Sun's middle, without air, whatever the elevation.
inline constexpr Limit civil_twilight{{-6}};
inline constexpr Limit nautical_twilight{{-12}};
inline constexpr Limit astronomical_twilight{{-18}};

enum class Way : std::uint8_t { rising, setting };

struct Crossing {
    Moment at;
    Way way;
};

/// What a window holds. A body that does not cross is above the limit or below it throughout.
enum class WindowState : std::uint8_t {
    events,
    above_all_window,
    below_all_window,
    not_searched  ///< the window is empty, reversed or over `longest_window`, or something is NaN
};

inline constexpr std::chrono::days longest_window{40};

/// In order of time, rising and setting by turns. Sun, Moon, planets and stars cross a limit at
/// most twice a turn of the Earth and once more for each turn of their own, so that none is lost.
struct Crossings {
    WindowState state = WindowState::not_searched;
    ShortList<Crossing, 96> events;
};

/// All crossings of the window, which holds its start but not its end: windows that adjoin neither
/// lose an event nor repeat it. Within 0.1 ms of
/// what the path says, grazing or not; within 6 ms of JPL's DE431 to 89 degrees of latitude while
/// `grade_of` is fine.
Crossings crossings(const Observer& observer, Path path, const Limit& limit, const Window& window);

/// Several limits at little more than the cost of one, each into the same place of `found`; what
/// has no partner in the other span is left alone.
void crossings(const Observer& observer, Path path, std::span<const Limit> limits,
               const Window& window, std::span<Crossings> found);

/// Searches reach no farther than this.
inline constexpr std::chrono::days longest_search{400};

/// The first crossing of that way at the moment or after it; nothing if there is none within so
/// many days, or the moment is outside 1900 to 2100.
std::optional<Crossing> next_crossing(const Observer& observer, Path path, const Limit& limit,
                                      Way way, Instant from, std::chrono::days within);

/// The last one before the moment.
std::optional<Crossing> previous_crossing(const Observer& observer, Path path, const Limit& limit,
                                          Way way, Instant before, std::chrono::days within);

}  // namespace asterism::sky
