#include <cstddef>

#include <doctest/doctest.h>

#include "libcore/sky/galaxy_night.hpp"
#include "libcore/sky/planets_night.hpp"
#include "libcore/sky/showers_night.hpp"
#include "tests/sky/allocations.hpp"

namespace asterism::sky {

TEST_CASE("planets, showers and the galaxy: a night's answers take nothing from the heap") {
    const Observer observer{{{46.05}, {14.51}}};
    const Night night = night_of(observer, std::chrono::year{2026} / 8 / 12, std::chrono::hours{2});
    const DarkWindow dark = dark_window(observer, night);
    const std::size_t before = allocations();
    for (const auto& [planet, name] : names(Planet{})) {
        for (const double days : {-20000.0, 9720.0}) planet_look(planet, {days});
        planet_night(observer, planet, night);
    }
    for (const Shower& shower : showers()) {
        peak_of(shower, std::chrono::year{2026});
        shower_night(observer, shower, night, 6.0);
    }
    active_showers(std::chrono::year{2026} / 8 / 12);
    galaxy_night(observer, night, dark);
    CHECK(allocations() == before);
}

}  // namespace asterism::sky
