#include "libcore/sky/quarters.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "libcore/sky/moon_position.hpp"
#include "libcore/sky/sun.hpp"

namespace asterism::sky {

namespace {

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

Quarter quarter_of(QuarterIndex index) {
    constexpr std::array order{Quarter::new_moon, Quarter::first_quarter, Quarter::full_moon,
                               Quarter::last_quarter};
    const int place = index.value % quarters_per_lunation;
    return order[static_cast<std::size_t>(place < 0 ? place + quarters_per_lunation : place)];
}

TerrestrialTime terrestrial_of(QuarterIndex index) {
    constexpr double settled_days = 1e-7;
    constexpr int most_steps = 8;
    TerrestrialTime at{first_new_moon.days + index.value * quarter_days};
    for (int step = 0; step < most_steps; ++step) {
        const double missing = index.value * quarter_turn - turned(at).value;
        const double days = missing / rate_at(at);
        at.days += days;
        if (std::abs(days) < settled_days) break;
    }
    return at;
}

Instant instant_of(QuarterIndex index) { return civil(terrestrial_of(index)); }

QuarterIndex next_quarter(TerrestrialTime after) {
    const double quarters = (after.days - first_new_moon.days) / quarter_days;
    QuarterIndex next{static_cast<int>(std::floor(quarters)) - 1};
    while (terrestrial_of(next).days <= after.days) ++next.value;
    return next;
}

QuarterIndex next_quarter(Instant after) {
    // Looks from a little before: an instant is rounded to its microsecond.
    constexpr double doubt_days = 1e-9;
    QuarterIndex next = next_quarter(TerrestrialTime{terrestrial(after).days - doubt_days});
    while (instant_of(next) <= after) ++next.value;
    return next;
}

QuarterIndex previous_quarter(TerrestrialTime at) { return {next_quarter(at).value - 1}; }

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

namespace {

QuarterIndex new_moon_of(QuarterIndex index) {
    const int past = static_cast<int>(quarter_of(index));
    return {index.value - past};
}

}  // namespace

TerrestrialTime previous_new_moon(TerrestrialTime at) {
    return terrestrial_of(new_moon_of(previous_quarter(at)));
}

Instant previous_new_moon(Instant at) { return instant_of(new_moon_of(previous_quarter(at))); }

std::size_t quarters_between(Instant from, Instant until, std::span<QuarterEvent> events) {
    QuarterIndex index = next_quarter(from - Instant::duration{1});
    std::size_t found = 0;
    for (Instant at = instant_of(index); at < until; at = instant_of(index)) {
        if (found < events.size()) events[found] = {at, quarter_of(index)};
        ++found;
        ++index.value;
    }
    return found;
}

std::vector<QuarterEvent> quarters_between(Instant from, Instant until) {
    std::vector<QuarterEvent> events(quarters_between(from, until, {}));
    quarters_between(from, until, events);
    return events;
}

}  // namespace asterism::sky
