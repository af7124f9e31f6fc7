#include "libcore/sky/phase_names.hpp"

#include "libcore/sky/moon.hpp"

namespace asterism::sky {

namespace {

constexpr double new_below_percent = 2;
constexpr double full_above_percent = 98;
constexpr double quarter_from_percent = 47;
constexpr double quarter_to_percent = 53;
constexpr double dark_below_percent = 25;

double illumination_percent(Instant at) { return 100 * moon_geometry(at).illuminated_fraction; }

}  // namespace

PhaseName phase_name(double illumination_percent, bool waxing) {
    if (illumination_percent < new_below_percent) return PhaseName::new_moon;
    if (illumination_percent > full_above_percent) return PhaseName::full_moon;
    if (illumination_percent < quarter_from_percent) {
        return waxing ? PhaseName::waxing_crescent : PhaseName::waning_crescent;
    }
    if (illumination_percent > quarter_to_percent) {
        return waxing ? PhaseName::waxing_gibbous : PhaseName::waning_gibbous;
    }
    return waxing ? PhaseName::first_quarter : PhaseName::last_quarter;
}

bool good_for_stargazing(double illumination_percent) {
    return illumination_percent < dark_below_percent;
}

Instant moment_of(Date day, Now now) {
    using namespace std::chrono;
    const sys_days date{day};
    const days distance = date - floor<days>(now.at);
    if (abs(distance) <= days{1}) return now.at;
    return date + hours{12};
}

MoonSight moon_sight(Instant at) {
    const double percent = illumination_percent(at);
    const bool waxing = illumination_percent(at + std::chrono::hours{24}) > percent;
    return {at, phase_name(percent, waxing), percent, !waxing, good_for_stargazing(percent)};
}

}  // namespace asterism::sky
