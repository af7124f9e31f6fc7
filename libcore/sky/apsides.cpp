#include "libcore/sky/apsides.hpp"

#include <cmath>

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

constexpr double light_km_per_day = 299792.458 * 86400;

/// Between the centres at the moment itself: the apparent vector is the true one of when the light
/// set out, to a metre, since aberration and light time undo each other for whoever moves along.
double moon_distance_now(double days) {
    constexpr double light_days = 384400 / light_km_per_day;
    return length(apparent_moon({days + light_days}));
}

double sun_distance_now(double days) { return sun_distance_km({days}); }

/// A distance over time, and how to search in it.
struct Orbit {
    double (*distance_km)(double days);
    double cell_days;       ///< so short that no two apsides share one
    int most_cells;         ///< between two apsides of a kind
    double half_step_days;  ///< over which the distance's change is taken
};

constexpr Orbit of_moon{moon_distance_now, 4, 16, 1.0 / 64};
constexpr Orbit of_earth{sun_distance_now, 30, 16, 1.0 / 16};

double change(const Orbit& orbit, double days) {
    return orbit.distance_km(days + orbit.half_step_days) -
           orbit.distance_km(days - orbit.half_step_days);
}

/// Where the change has its zero between two moments, by the Illinois rule.
double zero_between(const Orbit& orbit, double low, double at_low, double high, double at_high) {
    constexpr double settled_days = 1e-6;
    constexpr int most_steps = 40;
    double middle = low;
    for (int step = 0; step < most_steps && high - low > settled_days; ++step) {
        const double before = middle;
        middle = (low * at_high - high * at_low) / (at_high - at_low);
        const double at_middle = change(orbit, middle);
        if (at_middle == 0 || std::abs(middle - before) < settled_days) break;
        if ((at_middle < 0) == (at_low < 0)) {
            low = middle;
            at_low = at_middle;
            at_high /= 2;
        } else {
            high = middle;
            at_high = at_middle;
            at_low /= 2;
        }
    }
    return middle;
}

/// The apsis within the cell of that number, if there is one. Cells lie still, so that all searches
/// find the same.
std::optional<ApsisEvent> in_cell(const Orbit& orbit, double cell) {
    const double low = cell * orbit.cell_days;
    const double high = low + orbit.cell_days;
    const double at_low = change(orbit, low);
    const double at_high = change(orbit, high);
    if ((at_low < 0) == (at_high < 0)) return std::nullopt;
    const double days = zero_between(orbit, low, at_low, high, at_high);
    return ApsisEvent{
        {days}, at_low < 0 ? Apsis::nearest : Apsis::farthest, orbit.distance_km(days)};
}

std::optional<ApsisEvent> search(const Orbit& orbit, TerrestrialTime from, int direction,
                                 std::optional<Apsis> kind) {
    const double first = std::floor(from.days / orbit.cell_days);
    for (int n = 0; n <= orbit.most_cells; ++n) {
        const auto found = in_cell(orbit, first + direction * n);
        if (!found || (kind && found->apsis != *kind)) continue;
        if ((found->at.days > from.days) != (direction > 0)) continue;
        if (!is_covered(found->at)) break;
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<ApsisEvent> next_moon_apsis(TerrestrialTime after) {
    return search(of_moon, after, 1, std::nullopt);
}

std::optional<ApsisEvent> previous_moon_apsis(TerrestrialTime at) {
    return search(of_moon, at, -1, std::nullopt);
}

std::optional<ApsisEvent> next_earth_apsis(TerrestrialTime after) {
    return search(of_earth, after, 1, std::nullopt);
}

std::optional<ApsisEvent> previous_earth_apsis(TerrestrialTime at) {
    return search(of_earth, at, -1, std::nullopt);
}

std::optional<ApsisEvent> next_moon_apsis(TerrestrialTime after, Apsis kind) {
    return search(of_moon, after, 1, kind);
}

std::optional<ApsisEvent> previous_moon_apsis(TerrestrialTime at, Apsis kind) {
    return search(of_moon, at, -1, kind);
}

}  // namespace asterism::sky
