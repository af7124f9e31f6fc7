#include "libcore/sky/refraction.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

TEST_CASE("refraction: lifts as JPL Horizons has it, wherever the Moon stands") {
    // The file's two altitudes are rounded to 0.0001 degrees; the formula is good to 0.01'.
    const Table table("moon_altaz_horizons.csv");
    REQUIRE(table.rows().size() == 5113);
    for (const Row& row : table.rows()) {
        const double airless = row.number("alt_airless_deg");
        const double expected = row.number("alt_refracted_deg") - airless;
        REQUIRE(std::abs(refraction({airless}).value - expected) < 0.01 / 60 + 1e-4);
    }
}

TEST_CASE("refraction: at the horizon it is 29' of airless altitude, at the zenith nothing") {
    CHECK(refraction({0}).value * 60 == doctest::Approx(28.98).epsilon(0.001));
    CHECK(refraction({90}).value == 0);
    CHECK(refraction({89.9}).value >= 0);
    CHECK(refraction({45}).value * 60 == doctest::Approx(1.0).epsilon(0.02));
}

TEST_CASE("refraction: falls from the horizon to the zenith and is held below") {
    double before = refraction({-1}).value;
    CHECK(refraction({-1.5}).value == before);
    CHECK(refraction({-90}).value == before);
    for (int n = -99; n <= 900; ++n) {
        const double now = refraction({n / 10.0}).value;
        REQUIRE(now <= before);
        before = now;
    }
}

TEST_CASE("refraction: thin and warm air lifts less") {
    const Air mountain{700, 0};
    const double ratio = 700.0 / 1010 * 283 / 273;
    CHECK(refraction({10}, mountain).value ==
          doctest::Approx(refraction({10}).value * ratio).epsilon(1e-12));
    CHECK(horizon_refraction().value * 60 == doctest::Approx(34));
    CHECK(horizon_refraction({1010, 15}).value * 60 == doctest::Approx(33.41).epsilon(0.001));
    CHECK(refraction({10}, {0, 10}).value == 0);
}

TEST_CASE("refraction: thin air lets the Sun set earlier") {
    const Observer observer({{46}, {14}});
    const Instant spring = std::chrono::sys_days{std::chrono::year{2026} / 3 / 10};
    const Window window = window_between(spring, spring + std::chrono::days{1});
    const auto sunset = [&](const Limit& limit) {
        const auto events = crossings(observer, apparent_sun, limit, window).events;
        REQUIRE(events.size() == 2);
        return events[1].at.tt.days * 1440;
    };
    const Degrees lift = horizon_refraction({700, 10});
    // 34' x 310/1010 = 10.4', at 10.4' a minute.
    CHECK(sunset(sun_limb) - sunset(sun_limb.with(lift)) == doctest::Approx(1).epsilon(0.02));
    CHECK(sunset(sun_limb.with(horizon_refraction())) == doctest::Approx(sunset(sun_limb)));
}

}  // namespace asterism::sky
