#include "tests/bench/sky/torture_case.hpp"

#include <cmath>
#include <cstdio>

namespace asterism::bench {
namespace {

using namespace sky;

double random_latitude(Dice& dice) {
    const double side = dice.of(2) == 0 ? 1 : -1;
    switch (dice.of(6)) {
        case 0: return side * 90;
        case 1: return side * (90 - std::pow(10, dice.between(-9, 0)));
        case 2: return side * dice.between(60, 90);
        case 3: return side * 66.5622 + dice.between(-1.5, 1.5);  // the polar circles
        case 4: return dice.of(4) == 0 ? 0 : side * dice.between(0, 30);
        default: return dice.between(-90, 90);
    }
}

double random_longitude(Dice& dice) {
    switch (dice.of(4)) {
        case 0: return 180;
        case 1: return -180;
        case 2: return 180 + std::pow(10, dice.between(-9, 0)) * (dice.of(2) == 0 ? 1 : -1);
        default: return dice.between(-180, 180);
    }
}

}  // namespace

void Case::demand(bool is_so, const char* what) {
    if (is_so || ++wrong > 1) return;
    std::printf(
        "wrong: %s: lat %.9f lng %.9f elevation %.1f start %lld us body %u limit %.9f "
        "(radius %.0f km) %.6f days\n",
        what, place.latitude.value, place.longitude.value, place.elevation_metres,
        static_cast<long long>(start.time_since_epoch().count()), body, limit.altitude.value,
        limit.radius_km, days);
}

Case random_case(Dice& dice) {
    constexpr Instant first = std::chrono::sys_days{std::chrono::year{1900} / 3 / 1};
    Case out{{{random_latitude(dice)}, {random_longitude(dice)}},
             first + std::chrono::microseconds{static_cast<std::int64_t>(
                         dice.between(0, 200.7 * 365.25 * 86400e6))},
             dice.of(7),
             sun_limb,
             dice.of(3) == 0 ? dice.between(0, 40) : dice.between(0, 2)};
    if (dice.of(3) == 0) out.place.elevation_metres = dice.between(-400, 9000);
    switch (dice.of(5)) {
        case 0: out.limit = moon_limb; break;
        case 1: out.limit = astronomical_twilight; break;
        case 2: out.limit = {{dice.between(-89, 89)}}; break;
        case 3:
            out.limit = {{dice.between(-30, 10)}, dice.between(0, out.body == 1 ? 3e3 : 7e5), true};
            break;
        default: out.limit = out.body == 1 ? moon_limb : sun_limb;
    }
    return out;
}

}  // namespace asterism::bench
