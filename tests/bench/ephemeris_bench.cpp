// What one call of the sky's core takes: processor nanoseconds at random moments of 1900 to 2100,
// best of nine rounds.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <vector>

#include "libcore/sky/apsides.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/seasons.hpp"
#include "tests/bench/measure.hpp"

namespace asterism::bench {

namespace {

using namespace sky;

constexpr int moments = 4096;

struct Question {
    TerrestrialTime tt;
    Instant utc;
};

std::vector<Question> questions() {
    std::vector<Question> all;
    std::uint32_t dice = 1;
    for (int n = 0; n < moments; ++n) {
        dice = dice * 1664525U + 1013904223U;
        const TerrestrialTime tt{-36000 + 72000 * (dice / 4294967296.0)};
        all.push_back({tt, civil(tt)});
    }
    return all;
}

/// `answer` gives a number of each question; their sum is printed, lest the compiler leave it out.
void measure(const char* name, const std::vector<Question>& all, auto answer) {
    double best = std::numeric_limits<double>::max();
    double sum = 0;
    for (int round = 0; round < 9; ++round) {
        const double before = cpu_seconds();
        for (int again = 0; again < 50; ++again) {
            for (const Question& one : all) sum += answer(one);
        }
        best = std::min(best, (cpu_seconds() - before) / 50 / moments);
    }
    std::printf("%-34s %8.1f ns   (%.3g)\n", name, best * 1e9, sum);
}

double number(Vector v) { return v.x + v.y + v.z; }

double number(Instant at) { return static_cast<double>(at.time_since_epoch().count()); }

}  // namespace

}  // namespace asterism::bench

int main() {
    using namespace asterism::bench;
    using namespace asterism::sky;
    const auto all = questions();
    measure("Moon, vector", all, [](auto q) { return number(apparent_moon(q.tt)); });
    measure("Sun, vector", all, [](auto q) { return number(apparent_sun(q.tt)); });
    measure("Moon, vector and motion", all,
            [](auto q) { return number(moon_motion(q.tt).per_day); });
    measure("Moon, distance", all, [](auto q) { return moon_distance_km(q.tt); });
    measure("illumination", all, [](auto q) { return illuminated_fraction(q.tt); });
    measure("phase angle and all", all,
            [](auto q) { return moon_geometry(q.tt).elongation.value; });
    measure("next quarter, TT", all,
            [](auto q) { return terrestrial_of(next_quarter(q.tt)).days; });
    measure("next quarter, UTC", all,
            [](auto q) { return number(instant_of(next_quarter(q.utc))); });
    measure("age", all, [](auto q) { return moon_age(q.tt).count(); });
    measure("TT of UTC", all, [](auto q) { return terrestrial(q.utc).days; });
    measure("UT1 of UTC", all, [](auto q) { return universal(q.utc).days; });
    measure("next season", all, [](auto q) { return next_season(q.tt).at.days; });
    measure("next perigee or apogee", all, [](auto q) { return next_moon_apsis(q.tt)->at.days; });
}
