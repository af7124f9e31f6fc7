#include <chrono>
#include <cstdio>

#include "libcore/base/result.hpp"
#include "libcore/sky/moon.hpp"

// A program of somebody else: asks the installed core about the full moon of 2024-08-19, 18:26 UTC.
int main() {
    using namespace std::chrono;
    const auto full = sys_days{August / 19 / 2024} + hours{18} + minutes{26};
    const double lit = asterism::sky::moon_geometry(full).illuminated_fraction;
    const asterism::Result<double> answer{lit};
    std::printf("%.1f %% of the Moon is lit.\n", 100 * *answer);
    return answer && *answer > 0.99 ? 0 : 1;
}
