#include "tests/bench/sky/speed.hpp"

#include "libcore/sky/best_nights.hpp"
#include "libcore/sky/city_glow.hpp"
#include "libcore/sky/country.hpp"
#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/planets.hpp"
#include "libcore/sky/zones.hpp"
#include "tests/bench/sky/light.hpp"
#include "tests/bench/sky/samples.hpp"
#include "tests/bench/sky/stopwatch.hpp"

namespace asterism::bench {
namespace {

using namespace sky;

constexpr std::size_t sample_count = 4096;  // a power of two: `n & mask` picks one

class Measured {
public:
    /// The limit is in nanoseconds; `work` gets the number of a sample.
    void add(std::string_view name, double limit, int calls, auto work) {
        rows_.push_back(
            {name, best_nanoseconds(calls, [&](std::size_t n) { work(n & (sample_count - 1)); }),
             limit});
    }

    std::vector<Speed> rows() const { return rows_; }

private:
    std::vector<Speed> rows_;
};

void measure_places(Measured& out, const Samples& some) {
    out.add("next_phase", 50, 1 << 17,
            [&](std::size_t n) { keep(terrestrial_of(next_quarter(some.moments[n].tt))); });
    out.add("illumination", 50, 1 << 17,
            [&](std::size_t n) { keep(illuminated_fraction(some.moments[n].tt)); });
    out.add("moon_position", 120, 1 << 17,
            [&](std::size_t n) { keep(moon_horizontal(some.observers[n], some.moments[n])); });
    out.add("moon_position_any_year", 120, 1 << 17,
            [&](std::size_t n) { keep(moon_horizontal(some.observers[n], some.any_moments[n])); });
    out.add("sun_position", 120, 1 << 17,
            [&](std::size_t n) { keep(sun_horizontal(some.observers[n], some.moments[n])); });
    out.add("moon_position_from_utc", 0, 1 << 16, [&](std::size_t n) {
        keep(moon_horizontal(Observer(some.places[n]), moment_at(some.instants[n])));
    });
    out.add("planet_position", 0, 1 << 17, [&](std::size_t n) {
        keep(apparent_planet(static_cast<Planet>(n % 5), some.moments[n].tt));
    });
    out.add("planet_look", 0, 1 << 15, [&](std::size_t n) {
        keep(planet_look(static_cast<Planet>(n % 5), some.moments[n].tt));
    });
}

void measure_events(Measured& out, const Samples& some) {
    const auto events = [&](std::string_view name, Path path, const Limit& limit) {
        out.add(name, 1'000, 1 << 14, [&some, path, limit](std::size_t n) {
            keep(crossings(some.observers[n], path, limit, some.days[n]));
        });
    };
    events("moon_rise_set", apparent_moon, moon_limb);
    events("sun_rise_set", apparent_sun, sun_limb);
    events("astronomical_dawn_dusk", apparent_sun, astronomical_twilight);
    out.add("night_with_dark", 0, 1 << 12, [&](std::size_t n) {
        const Night night = night_at(some.observers[n], some.instants[n]);
        keep(dark_window(some.observers[n], night));
    });
    std::vector<RatedNight> nights(365);
    out.add("best_nights_year", 5e6, 12, [&](std::size_t n) {
        using std::chrono::year;
        keep(best_nights({.place = some.places[n], .first_evening = year{2026} / 1 / 1}, nights));
    });
}

void measure_maps(Measured& out, const Samples& some) {
    out.add("zone_of_town", 1'000, 1 << 16,
            [&](std::size_t n) { keep(zone_at(some.near_towns[n])); });
    out.add("zone_anywhere", 1'000, 1 << 16,
            [&](std::size_t n) { keep(zone_at(some.anywhere[n])); });
    out.add("country", 20'000, 1 << 14,
            [&](std::size_t n) { keep(home_town(some.near_towns[n])); });
    out.add("city_glow", 50'000, 1 << 10,
            [&](std::size_t n) { keep(city_glow(some.near_towns[n])); });
    const Light light;
    const auto place = [&some](std::size_t n) -> const Place& { return some.places[n]; };
    out.add("raster_nearest", 100, 1 << 17, [&](std::size_t n) {
        keep(light.raster().nearest(place(n).latitude, place(n).longitude));
    });
    out.add("raster_bilinear", 100, 1 << 17, [&](std::size_t n) {
        keep(light.raster().bilinear(place(n).latitude, place(n).longitude));
    });
    const std::vector<Place> far = make_samples(1 << 17).places;
    std::size_t next = 0;
    out.add("raster_nearest_far", 0, 1 << 17, [&](std::size_t) {
        const Place& at = far[next++ % far.size()];
        keep(light.raster().nearest(at.latitude, at.longitude));
    });
    // Zooms 0 to 12 by turns.
    out.add("tile_256", 5e6, 39, [&](std::size_t n) { light.draw(some.places[n], n % 13, 256); });
    out.add("tile_512", 0, 13, [&](std::size_t n) { light.draw(some.places[n], n % 13, 512); });
}

}  // namespace

std::vector<Speed> measure_speeds() {
    const Samples some = make_samples(sample_count);
    Measured out;
    measure_places(out, some);
    measure_events(out, some);
    measure_maps(out, some);
    return out.rows();
}

}  // namespace asterism::bench
