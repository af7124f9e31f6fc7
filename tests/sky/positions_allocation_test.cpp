#include <array>

#include <doctest/doctest.h>

#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/transits.hpp"
#include "tests/sky/allocations.hpp"

namespace asterism::sky {

TEST_CASE("positions: directions, events and nights take nothing from the heap") {
    using namespace std::chrono_literals;
    using std::chrono::days;
    const Instant start = std::chrono::sys_days{1990y / 1 / 1};
    const std::array limits{sun_limb, civil_twilight, nautical_twilight, astronomical_twilight};
    std::array<Crossings, limits.size()> found;
    std::array<Horizontal, 2> answers{};
    double sum = 0;
    const std::size_t before = allocations();
    for (int n = 0; n < 200; ++n) {
        const Instant at = start + n * 1111h;
        const Observer observer({{0.9 * n - 90}, {7.0 * n}, 10});
        const Window window = window_between(at, at + days{1});
        const std::array moments{window.from, window.until};
        moon_horizontal(observer, moments, answers);
        sun_horizontal(observer, moments, answers);
        crossings(observer, apparent_sun, limits, window, found);
        sum += answers[1].altitude.value + refraction(answers[1].altitude).value;
        sum += moon_rotation(observer, window.from).value + bright_limb_angle(window.from.tt).value;
        sum += moon_diameter(observer, window.from).value +
               parallactic_angle(observer, local_moon(observer, window.from)).value;
        sum += static_cast<double>(transits(observer, apparent_moon, window).events.size());
        const Night night = night_at(observer, at);
        sum += dark_window(observer, night).total.count();
        sum += next_crossing(observer, apparent_moon, moon_limb, Way::rising, at, days{40}) ? 1 : 0;
    }
    CHECK(allocations() == before);
    CHECK(sum > 0);
}

}  // namespace asterism::sky
