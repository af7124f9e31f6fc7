#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/sky/angles.hpp"
#include "libcore/sky/path.hpp"
#include "libcore/sky/short_list.hpp"

namespace asterism::sky {

/// A meteor shower that returns each year.
struct Shower {
    std::string_view code;         ///< the three letters of IMO and IAU
    std::string_view name;         ///< in English
    std::chrono::month_day first;  ///< active from the start of this day, UTC
    std::chrono::month_day last;   ///< to the end of this one, in the next year where it is earlier
    Degrees peak_longitude;        ///< the Sun's, J2000.0, when the shower is strongest
    Degrees radiant_ascension;     ///< at the peak, J2000.0
    Degrees radiant_declination;   ///< at the peak, J2000.0
    double drift_ascension;    ///< of the radiant: degrees for each degree of the Sun's longitude
    double drift_declination;  ///< likewise; a degree of the Sun is about a day
    double speed_km_s;         ///< at the top of the atmosphere
    double population_index;   ///< how many times more meteors there are of the next magnitude
    /// Meteors an hour at the peak for one observer who has the radiant overhead and sees stars of
    /// magnitude 6.5. Absent where years differ too much for a promise.
    std::optional<double> peak_rate;
    /// How fast the rate rises before the peak and falls after it: the decimal logarithm changes by
    /// so much for each degree of the Sun's longitude. Absent where no published figure is known.
    std::optional<double> rise_per_degree;
    std::optional<double> fall_per_degree;
};

/// All that the library knows, in the order of their peaks from the new year on. Sources:
/// showers_table.hpp.
std::span<const Shower> showers();

/// The shower of that code, in capitals; null: there is none.
const Shower* find_shower(std::string_view code);

/// The Sun's geometric longitude on the ecliptic and equinox J2000.0, 0 up to 360: what dates
/// meteor showers. Within 0.001 degrees for 1900 to 2100, that is 1.5 minutes.
Degrees solar_longitude(TerrestrialTime at);

/// When the Sun reaches the shower's peak longitude in that year (UTC), 1900 to 2100. The longitude
/// itself is rarely known to better than an hour.
Instant peak_of(const Shower& shower, std::chrono::year year);

/// Whether the day lies in the shower's season.
bool is_active(const Shower& shower, Date day);

using ActiveShowers = ShortList<const Shower*, 24>;

/// The showers in whose season the day lies, in the order of `showers`.
ActiveShowers active_showers(Date day);

/// From where the meteors seem to come: `far_km` long on the celestial intermediate axes of the
/// moment, so that it serves as a `Path`. No aberration: the radiant holds the Earth's motion. It
/// drifts with the Sun's longitude, from half a turn before the peak's to half a turn after it,
/// which means nothing far outside the season. The Earth's pull, which lifts slow showers by a few
/// degrees at a low radiant, is not applied.
Vector radiant(const Shower& shower, TerrestrialTime at);

/// Zenithal rate at a moment: 0 outside the season, absent where the peak's is. Within it rate =
/// peak's 10^(-B |longitude from the peak's|) where the slopes B are known (Jenniskens 1994), else
/// the peak's throughout, which is an upper limit.
std::optional<double> zenithal_rate(const Shower& shower, TerrestrialTime at);

/// Meteors an hour that one observer can expect: ZHR sin h r^(m - 6.5) with the radiant's altitude
/// h and the faintest stars' magnitude m (IMO). 0 where the radiant is at the horizon or below it.
double hourly_rate(double zenithal_rate, double population_index, Degrees radiant_altitude,
                   double limiting_magnitude);

}  // namespace asterism::sky
