#pragma once

#include <chrono>
#include <optional>

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/intervals.hpp"

namespace asterism::sky {

/// When the Sun is below a limit during a night. The state tells whether it goes below
/// (`events`), stays above it (a white night, for that limit) or stays below it from noon to noon
/// (polar night).
struct SunBelow {
    WindowState state = WindowState::not_searched;
    std::optional<Instant> dusk;  ///< goes below; none: it is below already when the night begins
    std::optional<Instant> dawn;  ///< comes above; none: it is still below at the end
};

/// From one local solar noon to the next, so that dusk comes before dawn on either side of the
/// date line.
struct Night {
    Interval noons;
    SunBelow sun;           ///< dusk is sunset and dawn is sunrise
    SunBelow civil;         ///< 6 degrees
    SunBelow nautical;      ///< 12 degrees
    SunBelow astronomical;  ///< 18 degrees
    Instant darkest;        ///< when the Sun is lowest
    Degrees lowest_sun;     ///< its altitude then, without air
};

/// The Sun's upper transit at the moment or before it; at a pole that of the longitude given. The
/// moment itself outside 1900 to 2100 and within two days of their ends.
Instant solar_noon_before(const Observer& observer, Instant at);

/// The night that the moment belongs to: an afternoon belongs to the night that follows it. Outside
/// 1900 to 2100 and within two days of their ends nothing is searched.
Night night_at(const Observer& observer, Instant at, const Limit& sunset = sun_limb);

/// The night that begins on that day of the local calendar, by its clock's offset from UTC.
Night night_of(const Observer& observer, Date local_day, std::chrono::seconds utc_offset,
               const Limit& sunset = sun_limb);

}  // namespace asterism::sky
