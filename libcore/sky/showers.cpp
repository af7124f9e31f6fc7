#include "libcore/sky/showers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/fixed_stars.hpp"
#include "libcore/sky/showers_table.hpp"

namespace asterism::sky {

namespace {

using std::chrono::sys_days;

constexpr std::optional<double> known(double figure) {
    return figure == 0 ? std::nullopt : std::optional{figure};
}

constexpr Shower shower(const ShowerRow& row) {
    const auto day = [&row](int n) {
        return std::chrono::month{row.season[n]} / std::chrono::day{row.season[n + 1]};
    };
    return {.code = row.code,
            .name = row.name,
            .first = day(0),
            .last = day(2),
            .peak_longitude = {row.peak[0]},
            .radiant_ascension = {row.peak[1]},
            .radiant_declination = {row.peak[2]},
            .drift_ascension = row.drift[0],
            .drift_declination = row.drift[1],
            .speed_km_s = row.speed,
            .population_index = row.population_index,
            .peak_rate = known(row.rate[0]),
            .rise_per_degree = known(row.rate[1]),
            .fall_per_degree = known(row.rate[2])};
}

constexpr auto shower_table = [] {
    std::array<Shower, std::size(shower_rows)> all{};
    std::ranges::transform(shower_rows, all.begin(), shower);
    return all;
}();

constexpr double days_per_degree = 365.25636 / 360;

/// What aberration takes from the Sun's longitude, on average: within 0.0001 degrees.
constexpr Degrees aberration{20.4955 / 3600};

/// Of the ecliptic J2000.0 (IAU 2006).
constexpr Degrees obliquity{84381.406 / 3600};

/// How far the Sun is past the shower's peak, within half a turn.
double degrees_past_peak(const Shower& shower, TerrestrialTime at) {
    return std::remainder(solar_longitude(at).value - shower.peak_longitude.value, 360.0);
}

}  // namespace

std::span<const Shower> showers() { return shower_table; }

const Shower* find_shower(std::string_view code) {
    const auto found = std::ranges::find(shower_table, code, &Shower::code);
    return found == shower_table.end() ? nullptr : &*found;
}

Degrees solar_longitude(TerrestrialTime at) {
    const Vector sun = FrameOfDate{at}.back(apparent_sun(at));
    const Phasor tilt = phasor(radians(obliquity));
    const Radians apparent{std::atan2(tilt.cosine * sun.y + tilt.sine * sun.z, sun.x)};
    const double around = degrees(apparent).value + aberration.value;
    return {around < 0 ? around + 360 : around};
}

Instant peak_of(const Shower& shower, std::chrono::year year) {
    const TerrestrialTime start = terrestrial(sys_days{year / std::chrono::January / 1});
    const double ahead = -degrees_past_peak(shower, start);
    // The mean Sun is never more than 2 degrees wrong; each step leaves 3 % of the error.
    TerrestrialTime at{start.days + (ahead < 0 ? ahead + 360 : ahead) * days_per_degree};
    for (int n = 0; n < 5; ++n) at.days -= degrees_past_peak(shower, at) * days_per_degree;
    return civil(at);
}

bool is_active(const Shower& shower, Date day) {
    const std::chrono::month_day at = day.month() / day.day();
    if (shower.first <= shower.last) return shower.first <= at && at <= shower.last;
    return shower.first <= at || at <= shower.last;
}

ActiveShowers active_showers(Date day) {
    ActiveShowers active;
    for (const Shower& shower : shower_table) {
        if (is_active(shower, day)) active.add(&shower);
    }
    return active;
}

Vector radiant(const Shower& shower, TerrestrialTime at) {
    const double past = degrees_past_peak(shower, at);
    const double ascension = shower.radiant_ascension.value + past * shower.drift_ascension;
    const double declination = shower.radiant_declination.value + past * shower.drift_declination;
    const Vector j2000 = direction({ascension}, {std::clamp(declination, -90.0, 90.0)});
    return far_km * FrameOfDate{at}(j2000);
}

std::optional<double> zenithal_rate(const Shower& shower, TerrestrialTime at) {
    if (!is_active(shower, Date{std::chrono::floor<std::chrono::days>(civil(at))})) return 0;
    const double past = degrees_past_peak(shower, at);
    const auto slope = past < 0 ? shower.rise_per_degree : shower.fall_per_degree;
    if (!shower.peak_rate || !slope) return shower.peak_rate;
    return *shower.peak_rate * std::pow(10, -*slope * std::abs(past));
}

double hourly_rate(double zenithal_rate, double population_index, Degrees radiant_altitude,
                   double limiting_magnitude) {
    const double height = std::sin(radians(radiant_altitude).value);
    return zenithal_rate * std::max(0.0, height) *
           std::pow(population_index, limiting_magnitude - 6.5);
}

}  // namespace asterism::sky
