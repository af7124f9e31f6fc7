#include "libcore/sky/galaxy_night.hpp"

#include "libcore/sky/galaxy.hpp"
#include "libcore/sky/intervals_above.hpp"
#include "libcore/sky/transits.hpp"

namespace asterism::sky {

namespace {

constexpr Limit floor_limit{galaxy_core_floor};

/// A moment of the night that might be the core's highest.
class Highest {
public:
    Highest(const Observer& observer, Vector core, GalaxyNight& found)
        : observer_(observer), core_(core), found_(found) {}

    void consider(Instant at) {
        const Horizontal seen = horizontal(local_direction(observer_, moment_at(at), core_));
        if (found_.highest && seen.altitude.value <= found_.highest_altitude.value) return;
        found_.highest = at;
        found_.highest_altitude = seen.altitude;
    }

private:
    const Observer& observer_;
    Vector core_;
    GalaxyNight& found_;
};

}  // namespace

GalaxyNight galaxy_night(const Observer& observer, const Night& night, const DarkWindow& dark) {
    // Over a night the direction changes by less than 1": one is enough.
    const Vector core = apparent_galaxy_core(terrestrial(night.darkest));
    const auto path = [core](TerrestrialTime) { return core; };
    const Window noons = window_between(night.noons.from, night.noons.until);

    GalaxyNight found;
    const Crossings floor = crossings(observer, path, floor_limit, noons);
    found.state = floor.state;
    found.up = intervals_above<3>(floor, night.noons);
    found.in_night = common<4>(listed(found.up), listed(dark.astronomical_night));
    found.in_dark = common<8>(listed(found.up), listed(dark.dark));

    Highest highest{observer, core, found};
    const Transits meridian = transits(observer, path, noons);
    for (const Interval& part : found.in_night) {
        highest.consider(part.from);
        highest.consider(part.until);
        for (const Transit& transit : meridian.events) {
            const Instant at = civil(transit.at.tt);
            if (part.from <= at && at < part.until) highest.consider(at);
        }
    }
    return found;
}

}  // namespace asterism::sky
