#include "libcore/sky/planets_night.hpp"

#include "libcore/sky/intervals_above.hpp"

namespace asterism::sky {

namespace {

auto path_of(Planet planet) {
    return [planet](TerrestrialTime at) { return apparent_planet(planet, at); };
}

}  // namespace

Crossings planet_crossings(const Observer& observer, Planet planet, const Window& window,
                           const Limit& limit) {
    const auto path = path_of(planet);
    return crossings(observer, path, limit, window);
}

Transits planet_transits(const Observer& observer, Planet planet, const Window& window) {
    const auto path = path_of(planet);
    return transits(observer, path, window);
}

PlanetNight planet_night(const Observer& observer, Planet planet, const Night& night) {
    const Window noons = window_between(night.noons.from, night.noons.until);
    const Crossings horizon = planet_crossings(observer, planet, noons);
    PlanetNight found;
    found.state = horizon.state;
    found.up = intervals_above<3>(horizon, night.noons);
    const auto twilight = sun_down(night.civil, night.noons);
    const auto dark = sun_down(night.astronomical, night.noons);
    found.in_twilight = common<4>(listed(found.up), listed(twilight));
    found.in_dark = common<4>(listed(found.up), listed(dark));
    return found;
}

}  // namespace asterism::sky
