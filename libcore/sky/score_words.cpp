#include <charconv>
#include <cmath>

#include "libcore/sky/score.hpp"

namespace asterism::sky {

namespace {

std::string number(double value, int decimals) {
    std::array<char, 340> text{};  // the longest double has 309 digits before its point
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, decimals);
    return {text.data(), error == std::errc{} ? end : text.data()};
}

std::string night_length(const ScoreTerm& term) {
    if (!(term.figure > 0)) return "The Sun never goes 18 degrees below the horizon this night.";
    return "The night is dark for " + number(term.figure, 1) + " hours.";
}

std::string moonlight(const ScoreTerm& term) {
    if (!(term.figure > 0)) return "No moonlight reaches the night.";
    return "Moonlight brightens the night by " + number(term.figure, 2) +
           " mag/arcsec2 and leaves " + number(term.value, 0) + " of 100 stars.";
}

std::string light_pollution(const ScoreTerm& term) {
    return "Without the Moon the zenith has " + number(term.figure, 2) + " mag/arcsec2 and shows " +
           number(term.value, 0) + " of the 100 stars of a natural sky.";
}

}  // namespace

std::string sentence(const ScoreTerm& term) {
    switch (term.subject) {
        case ScoreSubject::moon_phase: return "The Moon is " + number(term.figure, 1) + " % lit.";
        case ScoreSubject::bortle_class:
            return "The sky is of Bortle class " + number(term.figure, 0) + ".";
        case ScoreSubject::cloud:
            return "Cloud covers " + number(term.figure, 0) + " % of the sky.";
        case ScoreSubject::night_length: return night_length(term);
        case ScoreSubject::moonlight: return moonlight(term);
        case ScoreSubject::light_pollution: return light_pollution(term);
    }
    return {};
}

}  // namespace asterism::sky
