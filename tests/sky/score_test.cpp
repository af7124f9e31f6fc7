#include "libcore/sky/score.hpp"

#include <limits>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

NightConditions fine_night() {
    return {.night_hours = 8,
            .moonlight_magnitudes = 0,
            .moonless_magnitude = 22,
            .cloud_percent = std::nullopt};
}

int total(const NightConditions& night) { return asterism_score(night).total.value(); }

}  // namespace

TEST_CASE("starview-1: weighs Moon, sky and cloud 40 to 30 to 30") {
    const Score score = starview_score({30.0, 4, 20.0});
    // 0.4 * 70 + 0.3 * 70 + 0.3 * 80
    CHECK(score.total == 73);
    CHECK(score.label == ScoreLabel::good);
    CHECK(score.terms.size() == 3);
    CHECK(score.terms[1].value == 70);
    CHECK(score.terms[1].weight == 0.3);
}

TEST_CASE("starview-1: takes the mean over what is known") {
    CHECK(starview_score({30.0, 4, std::nullopt}).total == 70);
    CHECK(starview_score({std::nullopt, 5, std::nullopt}).total == 50);
    CHECK(starview_score({100.0, std::nullopt, 0.0}).total == 43);  // 30 / 0.7 = 42.86
    CHECK_FALSE(starview_score({}).total.has_value());
}

TEST_CASE("starview-1: has the original's value for each Bortle class") {
    constexpr std::array values{100, 100, 85, 70, 50, 35, 20, 5, 0};
    for (int bortle = 1; bortle <= 9; ++bortle) {
        CHECK(starview_score({std::nullopt, bortle, std::nullopt}).total ==
              values[static_cast<std::size_t>(bortle) - 1]);
    }
    CHECK(starview_score({std::nullopt, 0, std::nullopt}).total == 0);
    CHECK(starview_score({std::nullopt, 10, std::nullopt}).total == 0);
}

TEST_CASE("starview-1: rounds halves up, in each term and in the whole") {
    CHECK(starview_score({0.5, std::nullopt, std::nullopt}).total == 100);  // 99.5
    CHECK(starview_score({0.6, std::nullopt, std::nullopt}).total == 99);
    CHECK(starview_score({std::nullopt, 8, 90.0}).total == 8);  // 7.5
}

TEST_CASE("starview-1: names its labels from 80, 60 and 40") {
    CHECK(label_of(80) == ScoreLabel::excellent);
    CHECK(label_of(79) == ScoreLabel::good);
    CHECK(label_of(60) == ScoreLabel::good);
    CHECK(label_of(59) == ScoreLabel::fair);
    CHECK(label_of(40) == ScoreLabel::fair);
    CHECK(label_of(39) == ScoreLabel::poor);
}

TEST_CASE("asterism-1: is whole for a long moonless night under a natural sky") {
    CHECK(total(fine_night()) == 100);
    CHECK(asterism_score(fine_night()).label == ScoreLabel::excellent);
}

TEST_CASE("asterism-1: is nothing where one thing is hopeless") {
    NightConditions overcast = fine_night();
    overcast.cloud_percent = 100;
    CHECK(total(overcast) == 0);
    NightConditions polar_summer = fine_night();
    polar_summer.night_hours = 0;
    CHECK(total(polar_summer) == 0);
}

TEST_CASE("asterism-1: never grows as lamps, moonlight or cloud grow or the night shrinks") {
    constexpr double lamps_magnitudes[]{0, 0.05, 0.3, 1, 2.5, 4.5};
    constexpr double moonlight[]{0, 0.1, 0.5, 1.5, 3.7};
    for (const double lamps : lamps_magnitudes) {
        for (const double light : moonlight) {
            const NightConditions night{7, light, 22 - lamps, 20};
            CAPTURE(lamps);
            CAPTURE(light);
            CHECK(total({7, light + 0.2, 22 - lamps, 20}) <= total(night));
            CHECK(total({7, light, 22 - lamps, 40}) <= total(night));
            CHECK(total({3, light, 22 - lamps, 20}) <= total(night));
            // Lamps that drown some of the moonlight do not make the night better.
            const double lit = 22 - lamps - light;
            CHECK(total({7, light - 0.05, lit - 0.02 + light - 0.05, 20}) <= total(night));
        }
    }
}

TEST_CASE("asterism-1: is the product of its terms, each raised to its weight") {
    const Score score = asterism_score({3, 0, 22, 50});
    // Half the night that is enough, and half the sky free: (1/2)^(1/4) / 2.
    CHECK(score.total == 42);
    CHECK(score.terms.size() == 4);
    CHECK(score.terms[0].value == doctest::Approx(50));
    CHECK(score.terms[3].value == doctest::Approx(50));
    CHECK(asterism_score(fine_night()).terms.size() == 3);
}

TEST_CASE("score: explains each of its terms in a sentence with its figure") {
    const Score night = asterism_score({8.26, 1.3, 20.5, 40});
    CHECK(sentence(night.terms[0]) == "The night is dark for 8.3 hours.");
    CHECK(
        sentence(night.terms[1]).starts_with("Moonlight brightens the night by 1.30 mag/arcsec2"));
    CHECK(
        sentence(night.terms[2]).starts_with("Without the Moon the zenith has 20.50 mag/arcsec2"));
    CHECK(sentence(night.terms[3]) == "Cloud covers 40 % of the sky.");
    const Score original = starview_score({90.34, 4, 40});
    CHECK(sentence(original.terms[0]) == "The Moon is 90.3 % lit.");
    CHECK(sentence(original.terms[1]) == "The sky is of Bortle class 4.");
}

TEST_CASE("score: says so when there is no night and when there is no moonlight") {
    const Score summer = asterism_score({0, 0, 22, std::nullopt});
    CHECK(sentence(summer.terms[0]) ==
          "The Sun never goes 18 degrees below the horizon this night.");
    CHECK(sentence(summer.terms[1]) == "No moonlight reaches the night.");
}

TEST_CASE("score: has no total where a figure is not a number") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(starview_score({nan, 4, 20.0}).total.has_value());
    CHECK_FALSE(asterism_score({8, nan, 22, std::nullopt}).total.has_value());
    CHECK_FALSE(asterism_score({8, 0, nan, std::nullopt}).total.has_value());
}

}  // namespace asterism::sky
