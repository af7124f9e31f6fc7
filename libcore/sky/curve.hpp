#pragma once

#include <algorithm>
#include <cmath>

namespace asterism::sky {

/// A smooth function over one step, guessed from what is known at its ends: the cubic that has
/// those values and slopes. Places are parts of the step, 0 to 1; slopes are per step.
struct Curve {
    double value;
    double slope;
    double bend;   ///< the coefficient of the square
    double twist;  ///< that of the cube

    static constexpr Curve between(double value, double slope, double next_value,
                                   double next_slope) {
        const double rise = next_value - value;
        return {value, slope, 3 * rise - 2 * slope - next_slope, slope + next_slope - 2 * rise};
    }

    constexpr double at(double place) const {
        return value + place * (slope + place * (bend + place * twist));
    }

    constexpr double slope_at(double place) const {
        return slope + place * (2 * bend + place * 3 * twist);
    }

    constexpr double half_bend_at(double place) const { return bend + 3 * place * twist; }
};

/// Where a curve turns, in order: at most twice.
struct Turns {
    int count = 0;
    double places[2] = {};
};

/// Those of the step and those so near before or after it that the function's own may be inside.
Turns turns_of(const Curve& curve);

/// Where the curve is 0 between two places at which its sign differs.
double root_of(const Curve& curve, double low, double high);

/// Whether no turn of the function can matter to where it crosses 0, given how far it may be from
/// the curve.
bool crosses_plainly(const Curve& curve, double doubt);

struct Point {
    double place;
    double value;
};

/// The turn of `exact` that the curve's turn at the place stands for.
template <class Function>
Point exact_turn(double place, const Function& exact) {
    constexpr double apart = 1.0 / 32;
    for (int time = 0; time < 3; ++time) {
        const double before = exact(place - apart);
        const double after = exact(place + apart);
        const double bend = before - 2 * exact(place) + after;
        const double step = bend == 0 ? 0 : apart * (before - after) / (2 * bend);
        place += std::clamp(step, -4 * apart, 4 * apart);
        if (std::abs(step) < apart) break;
    }
    return {place, exact(place)};
}

/// Where `exact` is 0 between two points of different sign: a secant search that begins with the
/// curve's root and slope, ends when the next step cannot change the place by more than a thousand
/// millionth, and never leaves the two points nor takes more than 60 steps.
template <class Function>
double exact_root(const Curve& curve, Point low, Point high, const Function& exact) {
    constexpr double enough = 1e-9;
    constexpr double least_bend = 0.1;  // of the slope: more than the curve may know about
    Point last{root_of(curve, low.place, high.place), 0};
    last.value = exact(last.place);
    double slope = curve.slope_at(last.place);
    for (int time = 0; time < 60; ++time) {
        ((last.value > 0) == (low.value > 0) ? low : high) = last;
        double next = last.place - last.value / slope;
        // Nearer than a double of the time can tell, a secant has no slope.
        if (std::abs(next - last.place) < enough) return std::clamp(next, low.place, high.place);
        next = std::clamp(next, low.place, high.place);
        if (!(next < last.place || next > last.place)) next = (low.place + high.place) / 2;
        const Point before = last;
        last = {next, exact(next)};
        slope = (last.value - before.value) / (last.place - before.place);
        const double guess = last.place - last.value / slope;
        // A secant misses by the product of both distances, the half bend and 1/slope.
        const double bend = std::max(std::abs(curve.half_bend_at(guess) / slope), least_bend);
        if (std::abs((guess - last.place) * (guess - before.place)) * bend <= enough) {
            return std::clamp(guess, low.place, high.place);
        }
    }
    return last.place;
}

/// Finds every place of the step at which `exact` crosses 0 and hands it to `tell`, in order. What
/// is exactly 0 counts as below. The value at the step's end is the curve's, to the bit.
template <class Function, class Tell>
void cross(const Curve& curve, double next_value, double doubt, const Function& exact,
           const Tell& tell) {
    Point low{0, curve.value};
    const auto go_to = [&](Point high) {
        if ((low.value > 0) != (high.value > 0)) {
            tell(exact_root(curve, low, high, exact), high.value > 0);
        }
        low = high;
    };
    if (!crosses_plainly(curve, doubt)) {
        const Turns turns = turns_of(curve);
        for (int n = 0; n < turns.count; ++n) {
            Point turn{turns.places[n], curve.at(turns.places[n])};
            if (std::abs(turn.value) <= doubt) turn = exact_turn(turn.place, exact);
            if (turn.place > low.place && turn.place < 1) go_to(turn);
        }
    }
    go_to({1, next_value});
}

}  // namespace asterism::sky
