#include "libcore/sky/fixed_stars.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "tests/sky/table.hpp"

namespace asterism::sky {

namespace {

double arcseconds_between(Vector a, Vector b) {
    return std::atan2(length(cross(a, b)), dot(a, b)) / radians_per_arcsecond;
}

}  // namespace

TEST_CASE("apparent_star: keeps within 1\" of ERFA over the sky from 1900 to 2100") {
    const Table table{"fixed_stars.csv"};
    REQUIRE(table.rows().size() == 77);
    for (const Row& row : table.rows()) {
        const std::string which = row.text("ra_deg") + " " + row.text("tt_days");
        CAPTURE(which);
        const Vector found = apparent_star(
            direction({row.number("ra_deg")}, {row.number("dec_deg")}), {row.number("tt_days")});
        const Vector truth = direction({row.number("ra_cirs_deg")}, {row.number("dec_cirs_deg")});
        CHECK(arcseconds_between(found, truth) < 1);
    }
}

TEST_CASE("FrameOfDate: turns without stretching, and hardly at all at J2000.0") {
    for (double days = -36525; days < 36890; days += 977) {
        const FrameOfDate frame{{days}};
        const Vector x = frame({1, 0, 0});
        const Vector y = frame({0, 1, 0});
        CHECK(length(x) == doctest::Approx(1).epsilon(1e-12));
        CHECK(std::abs(dot(x, y)) < 1e-12);
        CHECK(arcseconds_between(cross(x, y), frame({0, 0, 1})) < 1e-6);
    }
    const Vector star = direction({123}, {45});
    CHECK(arcseconds_between(FrameOfDate{{0}}(star), star) < 20);
}

}  // namespace asterism::sky
