#include "libcore/sky/score.hpp"

#include <algorithm>
#include <cmath>

#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

namespace {

constexpr double starview_moon = 0.4;
constexpr double starview_other = 0.3;
constexpr std::array bortle_values{100, 100, 85, 70, 50, 35, 20, 5, 0};

constexpr double enough_hours = 6;
constexpr double night_weight = 0.25;
constexpr double light_weight =
    0.5;  // of moonlight and lamps alike, or more lamps could score more
constexpr double cloud_weight = 1;
constexpr double stars_per_magnitude = 3;
constexpr double natural_magnitude = 22;

double half_up(double value) { return std::floor(value + 0.5); }

void close(Score& score, double total) {
    if (!std::isfinite(total)) return;
    score.total = static_cast<int>(half_up(std::clamp(total, 0.0, 100.0)));
    score.label = label_of(*score.total);
}

double bortle_value(int bortle) {
    if (bortle < 1 || bortle > static_cast<int>(bortle_values.size())) return 0;
    return bortle_values[static_cast<std::size_t>(bortle) - 1];
}

/// How many of the stars are left when the sky goes from one brightness to another, in percent.
double stars_left(double from_magnitude, double to_magnitude) {
    const double gained = naked_eye_limit_mag(to_magnitude) - naked_eye_limit_mag(from_magnitude);
    return 100 * std::min(std::pow(stars_per_magnitude, gained), 1.0);
}

}  // namespace

ScoreLabel label_of(int total) {
    if (total >= 80) return ScoreLabel::excellent;
    if (total >= 60) return ScoreLabel::good;
    return total >= 40 ? ScoreLabel::fair : ScoreLabel::poor;
}

Score starview_score(const StarviewConditions& now) {
    Score score;
    score.formula = ScoreFormula::starview_1;
    if (now.illumination_percent) {
        score.terms.add({ScoreSubject::moon_phase, *now.illumination_percent,
                         half_up(100 - *now.illumination_percent), starview_moon});
    }
    if (now.bortle) {
        score.terms.add({ScoreSubject::bortle_class, static_cast<double>(*now.bortle),
                         bortle_value(*now.bortle), starview_other});
    }
    if (now.cloud_percent) {
        score.terms.add({ScoreSubject::cloud, *now.cloud_percent, half_up(100 - *now.cloud_percent),
                         starview_other});
    }
    // In the original's order and unit, so that halves fall as they do there.
    double sum = 0;
    double weights = 0;
    for (const ScoreTerm& term : score.terms) {
        sum += term.value * term.weight;
        weights += term.weight;
    }
    if (weights > 0) close(score, sum / weights);
    return score;
}

Score asterism_score(const NightConditions& night) {
    const double lit = night.moonless_magnitude - std::max(night.moonlight_magnitudes, 0.0);
    Score score;
    score.terms.add({ScoreSubject::night_length, night.night_hours,
                     100 * std::clamp(night.night_hours / enough_hours, 0.0, 1.0), night_weight});
    score.terms.add({ScoreSubject::moonlight, night.moonlight_magnitudes,
                     stars_left(night.moonless_magnitude, lit), light_weight});
    score.terms.add({ScoreSubject::light_pollution, night.moonless_magnitude,
                     stars_left(natural_magnitude, night.moonless_magnitude), light_weight});
    if (night.cloud_percent) {
        score.terms.add({ScoreSubject::cloud, *night.cloud_percent,
                         std::clamp(100 - *night.cloud_percent, 0.0, 100.0), cloud_weight});
    }
    double total = 100;
    for (const ScoreTerm& term : score.terms) {
        total *= std::pow(term.value / 100, term.weight);
    }
    close(score, total);
    return score;
}

}  // namespace asterism::sky
