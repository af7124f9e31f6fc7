#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/sky/short_list.hpp"

namespace asterism::sky {

/// Which formula made a score. A formula never changes: a better one gets a new name.
enum class ScoreFormula : std::uint8_t { starview_1, asterism_1 };

constexpr auto names(ScoreFormula) {
    using Name = std::pair<ScoreFormula, std::string_view>;
    return std::array{Name{ScoreFormula::starview_1, "starview-1"},
                      Name{ScoreFormula::asterism_1, "asterism-1"}};
}

enum class ScoreLabel : std::uint8_t { poor, fair, good, excellent };

constexpr auto names(ScoreLabel) {
    using Name = std::pair<ScoreLabel, std::string_view>;
    return std::array{Name{ScoreLabel::poor, "Poor"}, Name{ScoreLabel::fair, "Fair"},
                      Name{ScoreLabel::good, "Good"}, Name{ScoreLabel::excellent, "Excellent"}};
}

/// What a term of a score judges.
enum class ScoreSubject : std::uint8_t {
    moon_phase,       ///< figure: the lit part of the Moon in percent
    bortle_class,     ///< figure: the class, 1 to 9
    cloud,            ///< figure: cloud cover in percent
    night_length,     ///< figure: hours of astronomical night
    moonlight,        ///< figure: magnitudes per square arcsecond that moonlight takes
    light_pollution,  ///< figure: magnitudes per square arcsecond of the moonless zenith
};

constexpr auto names(ScoreSubject) {
    using Name = std::pair<ScoreSubject, std::string_view>;
    return std::array{Name{ScoreSubject::moon_phase, "moon_phase"},
                      Name{ScoreSubject::bortle_class, "bortle_class"},
                      Name{ScoreSubject::cloud, "cloud"},
                      Name{ScoreSubject::night_length, "night_length"},
                      Name{ScoreSubject::moonlight, "moonlight"},
                      Name{ScoreSubject::light_pollution, "light_pollution"}};
}

struct ScoreTerm {
    ScoreSubject subject = ScoreSubject::moon_phase;
    double figure = 0;  ///< what was judged, in the unit of its subject
    double value = 0;   ///< 0 the worst, 100 the best
    double weight = 0;  ///< what the formula says of weights
};

struct Score {
    ScoreFormula formula = ScoreFormula::asterism_1;
    std::optional<int> total;  ///< 0 to 100; none if nothing was known to judge by
    ScoreLabel label = ScoreLabel::poor;
    ShortList<ScoreTerm, 4> terms;
};

/// 80 and more: excellent; 60: good; 40: fair.
ScoreLabel label_of(int total);

/// What is known of tonight, as Starview's page asks for it.
struct StarviewConditions {
    std::optional<double> illumination_percent;  ///< of the Moon, with one decimal
    std::optional<int> bortle;                   ///< a class that is none of 1 to 9 is worth 0
    std::optional<double> cloud_percent;         ///< rounded mean of the hours from 18 to 6
};

/// Starview's score: the mean of its terms, the Moon's with weight 40, the others' with 30, over
/// those that are known. Each term and the total are rounded half up.
Score starview_score(const StarviewConditions& conditions);

/// What is known of a night at a place.
struct NightConditions {
    double night_hours = 0;           ///< Sun 18 degrees below the horizon or lower, Moon or not
    double moonlight_magnitudes = 0;  ///< by how much moonlight brightens that time in the mean
    double moonless_magnitude = 22;   ///< zenith in mag/arcsec2 with light pollution, without Moon
    std::optional<double> cloud_percent;
};

/// Asterism's own: 100 times the product of its terms, each as a part of one, raised to its weight.
/// One hopeless term so makes a hopeless night, however good the others are. The terms:
/// - night length, weight 1/4: hours of astronomical night, of which 6 are enough;
/// - moonlight, weight 1/2: of the stars seen in the moonless night, the part that moonlight
/// leaves;
/// - light pollution, weight 1/2: of the stars seen under a natural sky, the part that is seen
/// here;
/// - cloud, weight 1: the part of the sky that is free. Left out if unknown, as if it were clear.
/// The stars seen are three times as many with each magnitude of the naked eye's limit (all-sky
/// counts about 500, 1,600, 4,800 and 14,000 to the 4th, 5th, 6th and 7th; Allen's Astrophysical
/// Quantities). More night, less moonlight, artificial light or cloud never makes the score less.
Score asterism_score(const NightConditions& conditions);

/// What the term says, as one English sentence with its figure. NaN reads as it is.
std::string sentence(const ScoreTerm& term);

}  // namespace asterism::sky
