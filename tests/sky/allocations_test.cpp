#include "tests/sky/allocations.hpp"

#include <array>
#include <memory>

#include <doctest/doctest.h>

#include "libcore/sky/apsides.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/seasons.hpp"

namespace asterism::sky {

namespace {

/// Something of each answer, lest the compiler leave it out.
double all_answers(Instant at) {
    const TerrestrialTime tt = terrestrial(at);
    const std::array<TerrestrialTime, 2> moments{tt, {tt.days + 1}};
    std::array<Vector, 2> vectors{};
    std::array<double, 2> fractions{};
    std::array<QuarterEvent, 4> events{};
    apparent_moon(moments, vectors);
    apparent_sun(moments, vectors);
    illuminated_fraction(moments, fractions);
    return universal(at).days + earth_rotation_angle(universal(at)).value +
           length(apparent_moon(tt)) + length(apparent_sun(tt)) + length(vectors[1]) +
           length(moon_motion(tt).per_day) + length(sun_motion(tt).per_day) + moon_distance_km(tt) +
           sun_distance_km(tt) + fractions[1] + moon_geometry(at).elongation.value +
           moon_age(tt).count() + terrestrial_of(next_quarter(tt)).days +
           previous_new_moon(tt).days + next_moon_apsis(tt)->distance_km +
           next_earth_apsis(tt)->distance_km + next_season(tt).at.days +
           Seconds{next_quarters(at).full_moon - previous_new_moon(at)}.count() +
           static_cast<double>(quarters_between(at, at + std::chrono::days{30}, events));
}

}  // namespace

TEST_CASE("sky: its functions of one moment and into spans never allocate") {
    using namespace std::chrono_literals;
    const std::size_t at_first = allocations();
    CHECK(std::make_unique<int>(1) != nullptr);
    REQUIRE(allocations() > at_first);  // so the counter counts

    const Instant start = std::chrono::sys_days{1900y / 1 / 1};
    double sum = 0;
    const std::size_t before = allocations();
    for (int n = 0; n < 500; ++n) sum += all_answers(start + n * 3500h);
    const std::size_t after = allocations();
    CHECK(after == before);
    CHECK(sum > 0);
}

}  // namespace asterism::sky
