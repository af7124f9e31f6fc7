#include "tests/bench/sky/samples.hpp"

#include <cmath>
#include <random>

#include "libcore/sky/towns.hpp"

namespace asterism::bench {

Samples make_samples(std::size_t count) {
    using std::chrono::days;
    constexpr auto first = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1};
    constexpr auto first_of_all = std::chrono::sys_days{std::chrono::year{1900} / 1 / 1};
    std::mt19937_64 dice(405);
    const auto part = [&dice] { return static_cast<double>(dice() >> 11) * 0x1p-53; };
    const auto years = [&part](int span) {
        return std::chrono::microseconds{
            static_cast<std::int64_t>(part() * span * 365.25 * 86400e6)};
    };
    Samples all;
    for (std::size_t n = 0; n < count; ++n) {
        const Instant at = first + years(22);
        all.instants.push_back(at);
        all.moments.push_back(sky::moment_at(at));
        all.any_moments.push_back(sky::moment_at(first_of_all + years(201)));
        all.days.push_back(sky::window_between(at, at + days{1}));
        const sky::Place place{{120 * part() - 60}, {360 * part() - 180}};
        all.places.push_back(place);
        all.observers.emplace_back(place);
        const auto town = static_cast<std::size_t>(part() * static_cast<double>(sky::town_count()));
        const sky::Place middle = sky::town_at(town).place;
        all.near_towns.push_back({{middle.latitude.value + 0.1 * part() - 0.05},
                                  {middle.longitude.value + 0.1 * part() - 0.05}});
        all.anywhere.push_back(
            {sky::degrees(sky::Radians{std::asin(2 * part() - 1)}), {360 * part() - 180}});
    }
    return all;
}

}  // namespace asterism::bench
