#include "libcore/sky/bortle.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

namespace {

struct CheckPoint {
    double artificial;
    double magnitude;
    int bortle;
};

constexpr BortleScheme schemes[]{BortleScheme::nomogram, BortleScheme::ratio, BortleScheme::classic,
                                 BortleScheme::nightskyspots};

}  // namespace

TEST_CASE("skyglow_scale: the natural sky has magnitude 22, and a hundredth of the light 5 more") {
    CHECK(magnitude_of_luminance(natural_mcd_per_m2) == doctest::Approx(22).epsilon(1e-9));
    CHECK(magnitude_of_luminance(natural_mcd_per_m2 / 100) == doctest::Approx(27).epsilon(1e-9));
    CHECK(magnitude_of_luminance(108e6) == 0);
}

TEST_CASE("skyglow_scale: magnitudes come back from luminances") {
    for (double magnitude = 14; magnitude < 23; magnitude += 0.37)
        CHECK(magnitude_of_luminance(luminance_of_magnitude(magnitude)) ==
              doctest::Approx(magnitude).epsilon(1e-12));
    CHECK(std::isnan(magnitude_of_luminance(-1)));
    CHECK(std::isinf(magnitude_of_luminance(0)));
}

TEST_CASE("skyglow_scale: the naked eye's limit is what Unihedron's formula gives") {
    CHECK(std::abs(naked_eye_limit_mag(22) - 6.62) < 0.005);
    CHECK(std::abs(naked_eye_limit_mag(20) - 5.49) < 0.005);
    CHECK(std::abs(naked_eye_limit_mag(18) - 3.97) < 0.005);
}

TEST_CASE("skyglow_scale: light grows by so much a year, and not in no year") {
    CHECK(glow_growth(0.025, 2015, 2026) == doctest::Approx(1.31209).epsilon(1e-5));
    CHECK(glow_growth(0.025, 2015, 2015) == 1);
    CHECK(glow_growth(0, 2015, 2026) == 1);
    CHECK(glow_growth(0.096, 2022, 2021) == doctest::Approx(1 / 1.096));
}

TEST_CASE("bortle_class: a limit belongs to the darker class, in every scheme") {
    for (const auto scheme : schemes) {
        const auto limits = bortle_limits(scheme);
        for (int bortle = 1; bortle <= 8; ++bortle) {
            const double limit = limits[static_cast<std::size_t>(bortle - 1)];
            if (std::isinf(limit)) continue;
            CHECK(bortle_class(limit, scheme) == bortle);
            CHECK(bortle_class(std::nextafter(limit, 0), scheme) == bortle + 1);
        }
    }
}

TEST_CASE("bortle_class: schemes disagree where they are known to") {
    using enum BortleScheme;
    CHECK(bortle_class(21.65, nomogram) == 2);
    CHECK(bortle_class(21.65, classic) == 2);
    CHECK(bortle_class(21.65, nightskyspots) == 2);
    CHECK(bortle_class(21.65, ratio) == 4);
    CHECK(bortle_class(18.7, nomogram) == 6);
    CHECK(bortle_class(18.7, ratio) == 7);
    CHECK(bortle_class(10, nomogram) == 8);  // it has no ninth
    CHECK(bortle_class(10, ratio) == 9);
    CHECK(bortle_class(20.5, nomogram) == 5);  // its "4.5"
}

TEST_CASE("bortle_limits: those of the ratio bands are the magnitudes of their ratios") {
    const double ratios[]{0.01, 0.11, 0.33, 3, 9, 15.6, 27, 46.8};
    const auto limits = bortle_limits(BortleScheme::ratio);
    for (std::size_t at = 0; at < limits.size(); ++at)
        CHECK(std::abs(22 - 2.5 * std::log10(1 + ratios[at]) - limits[at]) < 0.01);
}

TEST_CASE("skyglow: Starview's rule gives the magnitude and class of its check points") {
    const CheckPoint rows[]{
        {0, 22.00, 1},   {0.0005, 22.00, 1}, {0.001, 21.99, 2}, {0.02, 21.85, 2}, {0.05, 21.65, 3},
        {0.1, 21.38, 4}, {0.2, 20.99, 5},    {0.5, 20.29, 6},   {1, 19.66, 6},    {2, 18.97, 7},
        {5, 18.01, 7},   {7, 17.66, 8},      {10, 17.28, 8},    {20, 16.53, 9},   {100, 14.79, 9}};
    for (const auto& [artificial, magnitude, bortle] : rows) {
        CAPTURE(artificial);
        const auto found = skyglow(artificial, starview_rule());
        CHECK(found.mag_per_arcsec2 == doctest::Approx(magnitude).epsilon(1e-12));
        CHECK(found.bortle == bortle);
        CHECK(found.rule == "starview-1");
    }
}

TEST_CASE("skyglow: our own rule leaves the light as it is and says which scheme it used") {
    const auto dark = skyglow(0, native_rule());
    CHECK(dark.mag_per_arcsec2 == doctest::Approx(22).epsilon(1e-9));
    CHECK(dark.bortle == 1);
    CHECK(dark.ratio == 0);
    CHECK(dark.quality == SkyQuality::excellent);
    CHECK(dark.rule == "asterism-1");
    const auto town = skyglow(1, native_rule(BortleScheme::ratio));
    CHECK(std::abs(town.mag_per_arcsec2 - 19.91) < 0.005);  // a suburb of sky.md's table
    CHECK(town.bortle == 5);
    CHECK(town.scheme == BortleScheme::ratio);
    CHECK(town.ratio == doctest::Approx(1 / natural_mcd_per_m2));
    CHECK(town.artificial_mcd_per_m2 == 1);
}

TEST_CASE("skyglow: more light never makes a darker class") {
    for (const auto& rule : {native_rule(), starview_rule(), native_rule(BortleScheme::ratio)}) {
        int before = 1;
        for (double artificial = 1e-5; artificial < 1000; artificial *= 1.01) {
            const int bortle = skyglow(artificial, rule).bortle;
            CHECK(bortle >= before);
            before = bortle;
        }
        CHECK(before == 9);
    }
}

TEST_CASE("skyglow: what is no number stays none, and has the words of the last class") {
    const auto found = skyglow(std::numeric_limits<double>::quiet_NaN(), native_rule());
    CHECK(std::isnan(found.mag_per_arcsec2));
    CHECK(std::isnan(found.ratio));
    CHECK(found.bortle == 9);
    CHECK(bortle_description(found.bortle) == "Inner-city sky");
}

TEST_CASE("bortle_description: every class has its name and quality, and no other number more") {
    CHECK(bortle_description(1) == "Excellent dark-sky site");
    CHECK(bortle_description(4) == "Rural/suburban transition");
    CHECK(bortle_description(0) == bortle_description(1));
    CHECK(bortle_description(99) == bortle_description(9));
    CHECK(sky_quality(2) == SkyQuality::excellent);
    CHECK(sky_quality(8) == SkyQuality::poor);
    CHECK(sky_quality(9) == SkyQuality::very_poor);
}

}  // namespace asterism::sky
