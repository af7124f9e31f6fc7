#include "libcore/places/geo.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <doctest/doctest.h>

namespace asterism::places {
namespace {

double km_between(const Spot& a, const Spot& b) {
    return km_of(chord2(direction(a), direction(b)));
}

TEST_CASE("geo: a quarter of a meridian is a quarter of the sphere's") {
    constexpr double quarter_km = 10'007.557;
    CHECK(km_between({0, 0}, {90, 0}) == doctest::Approx(quarter_km).epsilon(1e-6));
    CHECK(km_between({0, 0}, {0, 90}) == doctest::Approx(quarter_km).epsilon(1e-6));
    CHECK(km_between({-90, 12}, {90, -77}) == doctest::Approx(2 * quarter_km).epsilon(1e-6));
    CHECK(km_between({90, 0}, {90, 170}) < 1e-9);
    CHECK(km_between({0, 180}, {0, -180}) < 1e-9);
    CHECK(km_between({10, 179.9}, {10, -179.9}) < 22);
}

TEST_CASE("geo: a metre is a metre, far below a degree") {
    CHECK(km_between({45, 7}, {45.000009, 7}) == doctest::Approx(0.0010007).epsilon(1e-4));
}

TEST_CASE("geo: a distance and its chord are each other's inverse") {
    for (const double km : {0.001, 0.3, 80.0, 5'000.0, 15'000.0})
        CHECK(km_of(chord2_of(km)) == doctest::Approx(km).epsilon(1e-9));
    CHECK(chord2_of(20'016) == everywhere_chord2);
    CHECK(chord2_of(1e9) == everywhere_chord2);
}

TEST_CASE("geo: a window holds whatever is so near, at the poles and over the date line") {
    std::mt19937 dice{7};
    const auto roll = [&](double least, double most) {
        return std::uniform_real_distribution(least, most)(dice);
    };
    for (int round = 0; round < 20'000; ++round) {
        const double tops[]{roll(-90, 90), 90, -90, 89.99, -89.999, 0};
        const double sides[]{roll(-180, 180), 180, -180, 179.99, -179.999, 0};
        const Spot middle{tops[dice() % 6], sides[dice() % 6]};
        const double km = std::exp(roll(-2, 9.2));
        const auto window = window_around(middle, km);
        const Spot spot{roll(-90, 90), roll(-180, 180)};
        const Spot close{std::clamp(middle.latitude + roll(-1, 1) * km / 100, -90.0, 90.0),
                         std::clamp(middle.longitude + roll(-1, 1) * km / 100, -180.0, 180.0)};
        for (const Spot& each : {spot, close, Spot{close.latitude, -close.longitude}})
            if (window && km_between(middle, each) <= km)
                CHECK_MESSAGE(holds(*window, each), middle.latitude, ' ', middle.longitude, ' ', km,
                              ' ', each.latitude, ' ', each.longitude);
    }
}

TEST_CASE("geo: a window is no larger than it must be") {
    const auto window = window_around({0, 179.5}, 111.2);
    REQUIRE(window);
    CHECK(window->west == doctest::Approx(178.5).epsilon(1e-4));
    CHECK(window->east == doctest::Approx(-179.5).epsilon(1e-4));
    CHECK(window->north == doctest::Approx(1).epsilon(1e-3));
    CHECK(holds(*window, {0, -180}));
    CHECK_FALSE(holds(*window, {0, 0}));
    CHECK(window_around({89.9, 0}, 50)->west == -180);
    CHECK(window_around({89.9, 0}, 50)->south > 89);
    CHECK_FALSE(window_around({0, 0}, 10'010));
}

}  // namespace
}  // namespace asterism::places
