#include "shells/cli/sky/moon_picture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/use_cases.hpp"

namespace asterism::cli {
namespace {

using namespace std::chrono;

constexpr int usual_size = 24;

auto count(const MoonPicture& picture, Spot spot) {
    return std::ranges::count(picture.spots, spot);
}

/// Of the disc.
double lit_share(const MoonPicture& picture) {
    const auto lit = static_cast<double>(count(picture, Spot::lit));
    return lit / (lit + static_cast<double>(count(picture, Spot::unlit)));
}

/// Of the lit spots, those on the right.
double right_share(const MoonPicture& picture) {
    double right = 0;
    for (int row = 0; row < picture.size; ++row)
        for (int column = picture.size / 2; column < picture.size; ++column)
            right += picture.at(row, column) == Spot::lit ? 1 : 0;
    return right / static_cast<double>(count(picture, Spot::lit));
}

MoonPicture seen_from(Instant at, double latitude, double longitude) {
    const auto moon = sky::moon_at(Now{at}, {at, latitude, longitude, {}});
    REQUIRE(moon);
    return moon_picture(moon->illumination, moon->disc->rotation_degrees, usual_size);
}

TEST_CASE("moon picture: a new moon is all unlit and a full one all lit") {
    const auto dark = moon_picture(0, 90, usual_size);
    CHECK(count(dark, Spot::lit) == 0);
    CHECK(count(dark, Spot::unlit) > 400);
    const auto full = moon_picture(1, 90, usual_size);
    CHECK(count(full, Spot::unlit) == 0);
    CHECK(count(full, Spot::lit) == count(dark, Spot::unlit));
}

TEST_CASE("moon picture: a half moon is lit on the side it is lit towards") {
    CHECK(right_share(moon_picture(0.5, 90, usual_size)) == 1);
    CHECK(right_share(moon_picture(0.5, 270, usual_size)) == 0);
    CHECK(right_share(moon_picture(0.5, -90, usual_size)) == 0);
    const auto upper = moon_picture(0.5, 0, usual_size);
    CHECK(upper.at(2, usual_size / 2) == Spot::lit);
    CHECK(upper.at(usual_size - 3, usual_size / 2) == Spot::unlit);
}

TEST_CASE("moon picture: as much is lit as the Moon is, within 3 %, however it is turned") {
    for (const int size : {12, 24})
        for (int percent = 0; percent <= 100; percent += 5)
            for (int angle = 0; angle < 360; angle += 15) {
                CAPTURE(size);
                CAPTURE(percent);
                CAPTURE(angle);
                const auto share = lit_share(moon_picture(percent / 100.0, angle, size));
                CHECK(std::abs(share - percent / 100.0) <= 0.03);
            }
}

TEST_CASE("moon picture: the first quarter is lit right in the north and left in the south") {
    // 2026-11-17 11:48 UTC; in both places the Moon is high in the following evening.
    CHECK(right_share(seen_from(sys_days{2026y / 11 / 17} + 17h, 46.05, 14.51)) > 0.75);
    CHECK(right_share(seen_from(sys_days{2026y / 11 / 17} + 17h, -33.9, 18.4)) < 0.25);
    // And the last quarter the other way round: 2026-12-01 06:09 UTC.
    CHECK(right_share(seen_from(sys_days{2026y / 12 / 1} + 4h, 46.05, 14.51)) < 0.25);
    CHECK(right_share(seen_from(sys_days{2026y / 12 / 1} + 4h, -33.9, 18.4)) > 0.75);
}

TEST_CASE("moon picture: what is no number is unlit, and too much is full") {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    CHECK(count(moon_picture(nothing, 0, usual_size), Spot::lit) == 0);
    CHECK(count(moon_picture(2, 0, usual_size), Spot::unlit) == 0);
    CHECK(moon_picture(0.5, nothing, usual_size).spots.size() == usual_size * usual_size);
}

TEST_CASE("moon picture: two rows of spots make a line of signs") {
    const auto half = moon_picture(0.5, 90, 6);
    CHECK(drawn(half, Ink::ascii) == std::vector<std::string>{"...##,", "...###", "...##\""});
    CHECK(drawn(half, Ink::blocks) == std::vector<std::string>{"░░░██▄", "░░░███", "░░░██▀"});
    const auto upper = drawn(moon_picture(0.5, 0, 6), Ink::ascii);
    CHECK(upper[1] == "\"\"\"\"\"\"");
    const auto lower = drawn(moon_picture(0.5, 180, 6), Ink::ascii);
    CHECK(lower[1] == ",,,,,,");
    CHECK(drawn(half, Ink::colours)[1] ==
          "\x1b[38;5;237;48;5;237m▀▀▀\x1b[38;5;230;48;5;230m▀▀▀\x1b[0m");
    CHECK(drawn(moon_picture(1, 0, 2), Ink::colours) ==
          std::vector<std::string>{"\x1b[38;5;230;48;5;230m▀▀\x1b[0m"});
}

}  // namespace
}  // namespace asterism::cli
