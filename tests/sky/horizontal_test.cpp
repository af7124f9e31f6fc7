#include "libcore/sky/horizontal.hpp"

#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/limb.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

/// How far apart two directions are, in arcseconds.
double apart(Horizontal a, Horizontal b) {
    const double level = (a.azimuth.value - b.azimuth.value) * 3600;
    const double narrowed = std::remainder(level, 360 * 3600) * std::cos(radians(b.altitude).value);
    return std::hypot(narrowed, (a.altitude.value - b.altitude.value) * 3600);
}

Moment moment_of(const Row& row) {
    return at_ut1(row.instant("utc"), row.number("tt_minus_ut1_s"));
}

constexpr Place ljubljana{{46.05}, {14.51}, 300};
const Moment evening = moment_at(std::chrono::sys_days{2026y / 11 / 21} + 19h);

}  // namespace

TEST_CASE("horizontal: the Moon is within 0.1\" of the reference, the Sun within 0.05\"") {
    Errors moon;
    Errors sun;
    Errors distance_km;
    const Table table("ref_positions.csv");
    REQUIRE(table.rows().size() == 2800);
    for (const Row& row : table.rows()) {
        const Observer observer(place_of(row));
        const Moment at = moment_of(row);
        moon.add(apart(moon_horizontal(observer, at),
                       {{row.number("moon_az")}, {row.number("moon_alt_airless")}}));
        sun.add(apart(sun_horizontal(observer, at),
                      {{row.number("sun_az")}, {row.number("sun_alt_airless")}}));
        const double stretch = length(apparent_moon(at.tt)) / moon_distance_km(at.tt);
        distance_km.add(length(local_moon(observer, at)) / stretch -
                        row.number("moon_dist_topo_km"));
    }
    CHECK(moon.most() < 0.1);
    CHECK(moon.rms() < 0.05);
    CHECK(sun.most() < 0.05);
    CHECK(sun.rms() < 0.02);
    CHECK(distance_km.most() < 1.5);  // aberration taken out as if for the Earth's centre
}

}  // namespace asterism::sky
