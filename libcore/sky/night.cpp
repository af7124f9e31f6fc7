#include "libcore/sky/night.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "libcore/sky/curve.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/track.hpp"

namespace asterism::sky {

namespace {

constexpr double whole_turn = 2 * std::numbers::pi;

/// How long ago the Sun was on the meridian, half a day each way, at its mean pace.
Seconds since_noon(const Observer& observer, Instant at) {
    const Moment moment = moment_at(at);
    const Vector sun =
        Observer::on_meridian(observer.meridian(moment.ut1), apparent_sun(moment.tt));
    const double hour_angle = std::atan2(-sun.y, sun.x);
    return Seconds{std::isfinite(hour_angle) ? hour_angle / whole_turn * 86400 : 0};
}

Instant earlier(Instant at, Seconds by) { return at - std::chrono::round<Instant::duration>(by); }

/// The noon nearest to the moment. The true day differs from the mean one by up to 30 s, so that a
/// first step of half a day leaves 15 s, the second 5 ms and the third nothing.
Instant noon_near(const Observer& observer, Instant at) {
    for (int time = 0; time < 3; ++time) at = earlier(at, since_noon(observer, at));
    return at;
}

SunBelow sun_below(const Crossings& found, const Interval& noons) {
    SunBelow below{found.state, {}, {}};
    for (const Crossing& event : found.events) {
        const Instant at = std::clamp(civil(event.at.tt), noons.from, noons.until);
        if (event.way == Way::rising) {
            if (below.dawn) break;
            below.dawn = at;
        } else if (!below.dusk) {
            below.dusk = at;
            below.dawn = {};  // at a pole the Sun may come up at first, only to go down again
        }
    }
    return below;
}

/// The sine of the altitude and its change per step, without air.
Point sine(const Track::Node& node) {
    const double value = node.height.up / node.height.range;
    return {(node.up_slope - value * node.range_slope) / node.height.range, value};
}

struct Lowest {
    Moment at;
    double sine;
};

Lowest lowest(const Track& track) {
    Point here = sine(track.node(0));
    Lowest found{track.at(0, 0), here.value};
    for (int step = 0; step < track.steps(); ++step) {
        const Point next = sine(track.node(step + 1));
        if (next.value < found.sine) found = {track.at(step, 1), next.value};
        if (here.place < 0 && next.place >= 0) {
            const Curve curve = Curve::between(here.value, here.place, next.value, next.place);
            const auto exact = [&](double place) {
                const Height height = track.height(step, place);
                return height.up / height.range;
            };
            const Turns turns = turns_of(curve);
            for (int n = 0; n < turns.count; ++n) {
                const Point turn = exact_turn(turns.places[n], exact);
                const bool inside = turn.place >= 0 && turn.place <= 1;
                if (inside && turn.value < found.sine) {
                    found = {track.at(step, turn.place), turn.value};
                }
            }
        }
        here = next;
    }
    return found;
}

Night night_between(const Observer& observer, const Interval& noons, const Limit& sunset) {
    const std::array limits{sunset, civil_twilight, nautical_twilight, astronomical_twilight};
    std::array<Crossings, limits.size()> found;
    const Window window = window_between(noons.from, noons.until);
    crossings(observer, apparent_sun, limits, window, found);
    Night night{noons,
                sun_below(found[0], noons),
                sun_below(found[1], noons),
                sun_below(found[2], noons),
                sun_below(found[3], noons),
                noons.from,
                {0}};
    const Track track(observer, apparent_sun, window);
    if (!track.ok()) return night;
    const Lowest sun = lowest(track);
    night.darkest = std::clamp(civil(sun.at.tt), noons.from, noons.until);
    night.lowest_sun = degrees(Radians{std::asin(std::clamp(sun.sine, -1.0, 1.0))});
    return night;
}

bool has_neighbours(Instant at) {
    constexpr std::chrono::days apart{2};
    return is_covered(at) && is_covered(at - apart) && is_covered(at + apart);
}

/// From that noon to the next, or a night that was not searched.
Night night_from(const Observer& observer, Instant noon, const Limit& sunset) {
    if (!has_neighbours(noon)) return {{noon, noon}, {}, {}, {}, {}, noon, {0}};
    const Instant next = noon_near(observer, noon + std::chrono::days{1});
    return night_between(observer, {noon, next}, sunset);
}

}  // namespace

Instant solar_noon_before(const Observer& observer, Instant at) {
    if (!has_neighbours(at)) return at;
    Seconds since = since_noon(observer, at);
    if (since < Seconds{0}) since += std::chrono::days{1};
    return noon_near(observer, earlier(at, since));
}

Night night_at(const Observer& observer, Instant at, const Limit& sunset) {
    return night_from(observer, solar_noon_before(observer, at), sunset);
}

Night night_of(const Observer& observer, Date local_day, std::chrono::seconds utc_offset,
               const Limit& sunset) {
    const Instant noon = std::chrono::sys_days{local_day} + std::chrono::hours{12} - utc_offset;
    return night_from(observer, has_neighbours(noon) ? noon_near(observer, noon) : noon, sunset);
}

}  // namespace asterism::sky
