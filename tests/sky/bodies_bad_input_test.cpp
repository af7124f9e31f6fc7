#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/galaxy_night.hpp"
#include "libcore/sky/planets_night.hpp"
#include "libcore/sky/showers_night.hpp"

namespace asterism::sky {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("planets, showers and the galaxy: an impossible place or year ends in an answer") {
    for (const double number : {nothing, endless, -1e300, 91.0, 1e9}) {
        for (const Place& place : {Place{{number}, {15}}, Place{{46}, {number}},
                                   Place{{46}, {15}, number}, Place{{number}, {number}, number}}) {
            const Observer observer{place};
            const Night night = night_of(observer, std::chrono::year{2026} / 8 / 12, {});
            const DarkWindow dark = dark_window(observer, night);
            const PlanetNight planet = planet_night(observer, Planet::mars, night);
            const ShowerNight shower = shower_night(observer, *find_shower("PER"), night, number);
            const GalaxyNight galaxy = galaxy_night(observer, night, dark);
            // Of nothing searched nothing is told.
            if (planet.state == WindowState::not_searched) CHECK(planet.up.empty());
            if (shower.state == WindowState::not_searched) CHECK_FALSE(shower.best);
            if (galaxy.state == WindowState::not_searched) CHECK_FALSE(galaxy.highest);
        }
    }
}

TEST_CASE("planets, showers and the galaxy: years outside the tables end in an answer") {
    const Observer observer{{{46.05}, {14.51}}};
    for (const int year : {-32000, 1, 1600, 1899, 2102, 3000, 32000}) {
        const Night night = night_of(observer, std::chrono::year{year} / 8 / 12, {});
        const DarkWindow dark = dark_window(observer, night);
        planet_night(observer, Planet::saturn, night);
        galaxy_night(observer, night, dark);
        for (const Shower& shower : showers()) {
            peak_of(shower, std::chrono::year{year});
            const ShowerNight seen = shower_night(observer, shower, night, 6);
            if (seen.hourly_rate) CHECK(*seen.hourly_rate >= 0);
        }
    }
}

}  // namespace asterism::sky
