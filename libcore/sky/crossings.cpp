#include "libcore/sky/crossings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "libcore/sky/curve.hpp"
#include "libcore/sky/track.hpp"

namespace asterism::sky {

namespace {

/// A limit as a test of heights that needs no angle. The point `radius` above a body's middle is at
/// altitude a where up = range sin(a - asin(radius / range)).
struct Threshold {
    double sine;
    double cosine;
    double radius_km;

    double value(const Height& height) const {
        const double radius = radius_km * (1 + height.stretch);
        return height.up - sine * middle(height.range) + cosine * radius;
    }

    double slope(const Track::Node& node) const {
        const double range = node.height.range;
        return node.up_slope - sine * node.range_slope * range / middle(range);
    }

private:
    double middle(double range) const {
        return radius_km == 0 ? range : std::sqrt(range * range - radius_km * radius_km);
    }
};

Threshold threshold(const Observer& observer, const Limit& limit) {
    const double dip = limit.at_the_horizon ? observer.dip().value : 0;
    const Phasor altitude = phasor({radians(limit.altitude).value - dip});
    return {altitude.sine, altitude.cosine, limit.radius_km};
}

void find(const Track& track, const Threshold& limit, Crossings& found) {
    found.state = WindowState::not_searched;
    if (!track.ok()) return;
    double value = limit.value(track.node(0).height);
    double slope = limit.slope(track.node(0));
    if (!std::isfinite(value)) return;
    found.state = value > 0 ? WindowState::above_all_window : WindowState::below_all_window;
    for (int step = 0; step < track.steps(); ++step) {
        const Track::Node& next = track.node(step + 1);
        const double next_value = limit.value(next.height);
        const double next_slope = limit.slope(next);
        const auto exact = [&](double place) { return limit.value(track.height(step, place)); };
        const auto tell = [&](double place, bool rising) {
            found.state = WindowState::events;
            found.events.add({track.at(step, place), rising ? Way::rising : Way::setting});
        };
        cross(Curve::between(value, slope, next_value, next_slope), next_value, track.doubt(step),
              exact, tell);
        value = next_value;
        slope = next_slope;
    }
}

}  // namespace

void crossings(const Observer& observer, Path path, std::span<const Limit> limits,
               const Window& window, std::span<Crossings> found) {
    const Track track(observer, path, window);
    const std::size_t count = std::min(limits.size(), found.size());
    for (std::size_t n = 0; n < count; ++n) {
        found[n].events.clear();
        find(track, threshold(observer, limits[n]), found[n]);
    }
}

Crossings crossings(const Observer& observer, Path path, const Limit& limit, const Window& window) {
    Crossings found;
    find(Track(observer, path, window), threshold(observer, limit), found);
    return found;
}

}  // namespace asterism::sky
