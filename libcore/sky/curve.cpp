#include "libcore/sky/curve.hpp"

namespace asterism::sky {

Turns turns_of(const Curve& curve) {
    constexpr double before = -0.1;
    constexpr double after = 1.1;
    const double square = curve.bend * curve.bend - 3 * curve.twist * curve.slope;
    Turns turns;
    if (!(square >= 0)) return turns;
    // The form of the roots that loses no digits, whichever coefficient is small.
    const double sum = -(curve.bend + std::copysign(std::sqrt(square), curve.bend));
    double first = curve.slope / sum;
    double second = sum / (3 * curve.twist);
    if (second < first) std::swap(first, second);
    for (const double place : {first, second}) {
        if (place > before && place < after) turns.places[turns.count++] = place;
    }
    return turns;
}

double root_of(const Curve& curve, double low, double high) {
    constexpr double near = 1e-3;
    const double first = curve.at(low);
    const double last = curve.at(high);
    double place = low + (high - low) * std::clamp(first / (first - last), 0.0, 1.0);
    for (int time = 0; time < 8; ++time) {
        const double value = curve.at(place);
        ((value > 0) == (first > 0) ? low : high) = place;
        double next = place - value / curve.slope_at(place);
        if (!(next >= low && next <= high)) next = (low + high) / 2;
        const double step = next - place;
        place = next;
        if (std::abs(step) < near) break;
    }
    return place;
}

bool crosses_plainly(const Curve& curve, double doubt) {
    const double next = curve.at(1);
    const double next_slope = curve.slope_at(1);
    const double least = std::min(std::abs(curve.value), std::abs(next));
    if (!(least > doubt)) return false;
    const bool above = curve.value > 0;
    if (above == (next > 0)) {
        // Slopes lead a cubic at most 4/27 of themselves away from between its ends.
        if (least > doubt + (std::abs(curve.slope) + std::abs(next_slope)) * 4 / 27) return true;
        const bool leaves = above ? curve.slope >= 0 : curve.slope <= 0;
        const bool returns = above ? next_slope <= 0 : next_slope >= 0;
        if (leaves && returns) return true;
    }
    // Slopes of one sign and up to three times the rise: the cubic does not turn (Fritsch and
    // Carlson 1980).
    const double most = 3 * std::abs(next - curve.value);
    const double direction = next > curve.value ? 1 : -1;
    return direction * curve.slope >= 0 && direction * next_slope >= 0 &&
           std::abs(curve.slope) <= most && std::abs(next_slope) <= most;
}

}  // namespace asterism::sky
