#include "libcore/sky/phase_names.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/moon.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

struct Row {
    double percent;
    PhaseName waxing;
    PhaseName waning;
};

}  // namespace

TEST_CASE("phase_name: changes at 2, 47, 53 and 98 percent, the quarters holding both ends") {
    using enum PhaseName;
    const double nothing = 0;
    const double everything = 100;
    const Row rows[]{
        {nothing, new_moon, new_moon},
        {std::nextafter(2.0, nothing), new_moon, new_moon},
        {2, waxing_crescent, waning_crescent},
        {std::nextafter(47.0, nothing), waxing_crescent, waning_crescent},
        {47, first_quarter, last_quarter},
        {50, first_quarter, last_quarter},
        {53, first_quarter, last_quarter},
        {std::nextafter(53.0, everything), waxing_gibbous, waning_gibbous},
        {98, waxing_gibbous, waning_gibbous},
        {std::nextafter(98.0, everything), full_moon, full_moon},
        {everything, full_moon, full_moon},
    };
    for (const Row& row : rows) {
        CAPTURE(row.percent);
        CHECK(phase_name(row.percent, true) == row.waxing);
        CHECK(phase_name(row.percent, false) == row.waning);
    }
}

TEST_CASE("phase_name: every name is spelled once, in the order of the month") {
    int expected = 0;
    for (const auto& [value, name] : names(PhaseName{})) {
        CHECK(static_cast<int>(value) == expected++);
        CHECK_FALSE(name.empty());
    }
    CHECK(expected == 8);
}

TEST_CASE("good_for_stargazing: a quarter of the disc is too much") {
    CHECK(good_for_stargazing(0));
    CHECK(good_for_stargazing(std::nextafter(25.0, 0.0)));
    CHECK_FALSE(good_for_stargazing(25));
    CHECK_FALSE(good_for_stargazing(100));
}

TEST_CASE("moment_of: is now for yesterday, today and tomorrow, else noon") {
    const Now late{sys_days{2025y / 12 / 31} + 23h + 59min};
    CHECK(moment_of(2025y / 12 / 29, late) == sys_days{2025y / 12 / 29} + 12h);
    CHECK(moment_of(2025y / 12 / 30, late) == late.at);
    CHECK(moment_of(2025y / 12 / 31, late) == late.at);
    CHECK(moment_of(2026y / 1 / 1, late) == late.at);
    CHECK(moment_of(2026y / 1 / 2, late) == sys_days{2026y / 1 / 2} + 12h);
}

TEST_CASE("moment_of: takes midnight as the start of its day, also before 1970") {
    const Now midnight{sys_days{1960y / 2 / 29}};
    CHECK(moment_of(1960y / 2 / 27, midnight) == sys_days{1960y / 2 / 27} + 12h);
    CHECK(moment_of(1960y / 2 / 28, midnight) == midnight.at);
    CHECK(moment_of(1960y / 3 / 1, midnight) == midnight.at);
    CHECK(moment_of(1960y / 3 / 2, midnight) == sys_days{1960y / 3 / 2} + 12h);
}

TEST_CASE("moon_sight: wanes from half a day before full to half a day before new") {
    const auto events = quarters_between(sys_days{2026y / 1 / 1}, sys_days{2027y / 1 / 1});
    REQUIRE(events.size() > 48);
    for (const auto& [at, quarter] : events) {
        const bool turns = quarter == Quarter::new_moon || quarter == Quarter::full_moon;
        const bool waning_before = quarter == Quarter::new_moon || quarter == Quarter::last_quarter;
        const bool waning_after = quarter == Quarter::full_moon || quarter == Quarter::last_quarter;
        CHECK(moon_sight(at - 24h).waning == waning_before);
        CHECK(moon_sight(at).waning == (turns ? waning_after : waning_before));
        CHECK(moon_sight(at - 6h).waning == (turns ? waning_after : waning_before));
    }
}

TEST_CASE("moon_sight: names the quarters at their instants") {
    using enum PhaseName;
    const PhaseName at_quarter[]{new_moon, first_quarter, full_moon, last_quarter};
    for (const auto& [at, quarter] :
         quarters_between(sys_days{2024y / 1 / 1}, sys_days{2026y / 1 / 1})) {
        const MoonSight sight = moon_sight(at);
        CHECK(sight.at == at);
        CHECK(sight.phase == at_quarter[static_cast<int>(quarter)]);
        CHECK(sight.good_for_stargazing == (quarter == Quarter::new_moon));
    }
}

}  // namespace asterism::sky
