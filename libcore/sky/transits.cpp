#include "libcore/sky/transits.hpp"

#include "libcore/sky/curve.hpp"
#include "libcore/sky/track.hpp"

namespace asterism::sky {

Transits transits(const Observer& observer, Path path, const Window& window) {
    const Track track(observer, path, window);
    Transits found;
    found.searched = track.ok();
    if (!found.searched) return found;
    for (int step = 0; step < track.steps(); ++step) {
        const Track::Node& here = track.node(step);
        const Track::Node& next = track.node(step + 1);
        const auto exact = [&](double place) { return track.east(step, place); };
        const auto tell = [&](double place, bool eastward) {
            found.events.add({track.at(step, place), eastward ? Meridian::lower : Meridian::upper});
        };
        cross(Curve::between(here.east, here.east_slope, next.east, next.east_slope), next.east,
              track.doubt(step), exact, tell);
    }
    return found;
}

}  // namespace asterism::sky
