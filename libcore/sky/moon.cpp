#include "libcore/sky/moon.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "libcore/sky/moon_position.hpp"
#include "libcore/sky/sun.hpp"
#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

namespace {

constexpr double km_per_au = 149597870.7;
constexpr double quarter_turn = std::numbers::pi / 2;
constexpr int quarters_per_lunation = 4;

/// How far the Moon's apparent longitude is ahead of the Sun's, counted on through every turn, so
/// that quarter n is where it is n quarter turns. Nutation shifts both alike and cancels.
Radians turned(TerrestrialTime at) {
    const Radians mean = mean_elongation(at);
    const double apart = moon_longitude(at).value - sun_position(at).longitude.value;
    return {mean.value + wrapped({apart - mean.value}).value};
}

// Mean length of a lunation and the first mean new moon of 2000, Meeus 49.1.
constexpr double quarter_days = 29.530588861 / quarters_per_lunation;
constexpr TerrestrialTime first_new_moon{5.09766};

constexpr double radians_per_day = quarter_turn / quarter_days;

/// The rate of `turned` to some parts in a hundred, in radians a day, from the three leading terms
/// of the Moon's longitude (Meeus 47.A): what Newton's method needs to settle in a few steps.
double rate_at(TerrestrialTime at) {
    constexpr double anomaly_per_day = 0.22802714;
    const double anomaly = 2.35555 + anomaly_per_day * at.days;
    const double twice = 2 * mean_elongation(at).value;
    return radians_per_day + 0.109759 * anomaly_per_day * std::cos(anomaly) +
           0.022236 * (2 * radians_per_day - anomaly_per_day) * std::cos(twice - anomaly) +
           0.011490 * 2 * radians_per_day * std::cos(twice);
}

}  // namespace

MoonGeometry moon_geometry(Instant at) {
    const TerrestrialTime tt = terrestrial(at);
    const MoonPosition moon = moon_position(tt);
    const SunPosition sun = sun_position(tt);
    const Radians ahead = wrapped({moon.longitude.value - sun.longitude.value});
    // Meeus 48.2 and 48.3, with the elongation from its sine as well: exact near new and full.
    const double cosine = std::cos(moon.latitude.value) * std::cos(ahead.value);
    const double sine = std::hypot(std::cos(moon.latitude.value) * std::sin(ahead.value),
                                   std::sin(moon.latitude.value));
    const double sun_km = sun.distance_au * km_per_au;
    const Radians phase{std::atan2(sun_km * sine, moon.distance_km - sun_km * cosine)};
    return {(1 + std::cos(phase.value)) / 2, degrees(phase),
            degrees(Radians{std::atan2(sine, cosine)}), ahead.value >= 0};
}

Quarter quarter_of(QuarterIndex index) {
    constexpr std::array order{Quarter::new_moon, Quarter::first_quarter, Quarter::full_moon,
                               Quarter::last_quarter};
    const int place = index.value % quarters_per_lunation;
    return order[static_cast<std::size_t>(place < 0 ? place + quarters_per_lunation : place)];
}

Instant instant_of(QuarterIndex index) {
    constexpr double settled_days = 1e-7;
    constexpr int most_steps = 8;
    TerrestrialTime at{first_new_moon.days + index.value * quarter_days};
    for (int step = 0; step < most_steps; ++step) {
        const double missing = index.value * quarter_turn - turned(at).value;
        const double days = missing / rate_at(at);
        at.days += days;
        if (std::abs(days) < settled_days) break;
    }
    return civil(at);
}

QuarterIndex next_quarter(Instant after) {
    // Looks from a little before, lest rounding take a quarter for past that is not.
    constexpr double doubt = 1e-5;
    const double quarters = turned(terrestrial(after)).value / quarter_turn;
    QuarterIndex next{static_cast<int>(std::floor(quarters - doubt)) + 1};
    while (instant_of(next) <= after) ++next.value;
    return next;
}

QuarterIndex previous_quarter(Instant at) { return {next_quarter(at).value - 1}; }

NextQuarters next_quarters(Instant after) {
    NextQuarters next{};
    const QuarterIndex first = next_quarter(after);
    for (int n = 0; n < quarters_per_lunation; ++n) {
        const QuarterIndex index{first.value + n};
        const Instant at = instant_of(index);
        switch (quarter_of(index)) {
            case Quarter::new_moon: next.new_moon = at; break;
            case Quarter::first_quarter: next.first_quarter = at; break;
            case Quarter::full_moon: next.full_moon = at; break;
            case Quarter::last_quarter: next.last_quarter = at; break;
        }
    }
    return next;
}

Instant previous_new_moon(Instant at) {
    QuarterIndex index = previous_quarter(at);
    while (quarter_of(index) != Quarter::new_moon) --index.value;
    return instant_of(index);
}

std::vector<QuarterEvent> quarters_between(Instant from, Instant until) {
    std::vector<QuarterEvent> found;
    QuarterIndex index = next_quarter(from - Instant::duration{1});
    for (Instant at = instant_of(index); at < until; at = instant_of(index)) {
        found.push_back({at, quarter_of(index)});
        ++index.value;
    }
    return found;
}

}  // namespace asterism::sky
