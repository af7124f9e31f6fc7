#include "libcore/sky/city_glow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/bortle.hpp"
#include "libcore/sky/skyglow_scale.hpp"
#include "libcore/sky/towns.hpp"
#include "tests/sky/allocations.hpp"
#include "tests/sky/table.hpp"

using namespace asterism;
using namespace asterism::sky;

namespace {

Place place(double latitude, double longitude) { return {Degrees{latitude}, Degrees{longitude}}; }

double glow(double latitude, double longitude) {
    return city_glow(place(latitude, longitude)).artificial_mcd_per_m2;
}

struct Site {
    double measured;
    double modelled;
    double uncertainty;
    bool calibrated;

    double error() const { return std::abs(modelled - measured); }
};

std::vector<Site> sites(double natural_mcd_per_m2) {
    const Table table("sky_brightness_sites.csv");
    std::vector<Site> all;
    for (const Row& row : table.rows()) {
        const CityGlow found = city_glow(place(row.number("latitude"), row.number("longitude")));
        all.push_back({row.number("mag_per_arcsec2"),
                       magnitude_of_luminance(found.artificial_mcd_per_m2 + natural_mcd_per_m2),
                       found.uncertainty_mag, row.text("half") == "calibration"});
    }
    return all;
}

std::vector<Site> half(bool calibrated, double natural_mcd_per_m2) {
    std::vector<Site> chosen = sites(natural_mcd_per_m2);
    std::erase_if(chosen, [&](const Site& site) { return site.calibrated != calibrated; });
    return chosen;
}

double error_of(const std::vector<Site>& all, double share) {
    std::vector<double> errors;
    for (const Site& site : all) errors.push_back(site.error());
    std::sort(errors.begin(), errors.end());
    return errors[static_cast<std::size_t>(share * static_cast<double>(errors.size() - 1))];
}

double share_within_one_class(const std::vector<Site>& all, BortleScheme scheme) {
    const auto near = std::count_if(all.begin(), all.end(), [&](const Site& site) {
        const int apart = bortle_class(site.modelled, scheme) - bortle_class(site.measured, scheme);
        return std::abs(apart) <= 1;
    });
    return static_cast<double>(near) / static_cast<double>(all.size());
}

}  // namespace

TEST_CASE("city glow: half of the measured places, by a fixed rule, had no part in the fit") {
    const Table table("sky_brightness_sites.csv");
    std::array<int, 2> counts{};
    for (const Row& row : table.rows()) {
        const double squares =
            std::floor(row.number("latitude")) + std::floor(row.number("longitude"));
        const bool even = std::fmod(squares, 2) == 0;
        CHECK(row.text("half") == (even ? "calibration" : "test"));
        ++counts[even];
    }
    CHECK(counts[0] >= 60);
    CHECK(counts[1] >= 60);
}

TEST_CASE("city glow: places of the other half are told as well as is stated") {
    const auto tested = half(false, natural_by_meters_mcd_per_m2);
    CHECK(error_of(tested, 0.5) <= 0.22);
    CHECK(error_of(tested, 0.68) <= 0.31);
    CHECK(error_of(tested, 0.9) <= 0.80);
    CHECK(share_within_one_class(tested, BortleScheme::ratio) >= 0.9);
    CHECK(share_within_one_class(tested, BortleScheme::classic) >= 0.84);
    CHECK(share_within_one_class(tested, BortleScheme::nomogram) >= 0.84);
    // Nor is the fit a better one than that: it has not learnt its places by heart.
    CHECK(error_of(half(true, natural_by_meters_mcd_per_m2), 0.5) >= 0.15);
}

TEST_CASE("city glow: with the conventional natural sky it is darker than meters read") {
    const auto tested = half(false, natural_mcd_per_m2);
    CHECK(error_of(tested, 0.5) <= 0.36);
    CHECK(error_of(tested, 0.9) <= 0.85);
}

TEST_CASE("city glow: two of three measured places lie within the stated uncertainty") {
    const auto all = sites(natural_by_meters_mcd_per_m2);
    for (const bool known : {true, false}) {
        std::vector<Site> alike = all;
        std::erase_if(alike, [&](const Site& site) { return (site.uncertainty < 0.5) != known; });
        const auto within = std::count_if(alike.begin(), alike.end(), [](const Site& site) {
            return site.error() <= site.uncertainty;
        });
        CAPTURE(known);
        CHECK(alike.size() > 10);
        CHECK(static_cast<double>(within) >= 0.67 * static_cast<double>(alike.size()));
    }
}

TEST_CASE("city glow: far from everything there is none") {
    CHECK(glow(-48.9, -123.4) == 0);  // Point Nemo
    CHECK(glow(90, 0) == 0);
    CHECK(glow(-90, 123) == 0);
    CHECK(glow(30, -45) == 0);
    CHECK(city_glow(place(30, -45)).uncertainty_mag == 0.3);
}

TEST_CASE("city glow: on the way out of a city it gets darker") {
    double before = glow(32.22, -110.97);  // Tucson, to the southwest
    CHECK(before > 2);
    for (const double step : {0.1, 0.2, 0.3, 0.45, 0.6}) {
        const double here = glow(32.22 - step * 0.7, -110.97 - step);
        CHECK(here < before);
        before = here;
    }
    CHECK(before < 0.3);
}

TEST_CASE("city glow: it is the sum of what the towns around give") {
    for (const Place from : {place(46.05, 14.51), place(51.5, -0.1), place(57.2, -3.3)}) {
        double sum = 0;
        visit_towns(from, 210, [&](const NearTown& near) {
            sum += town_glow_mcd_per_m2(near.town.population, near.distance_km);
        });
        CHECK(city_glow(from).artificial_mcd_per_m2 == doctest::Approx(sum).epsilon(1e-3));
    }
}

TEST_CASE("city glow: more people are never darker, and farther away is never brighter") {
    for (double km = 0; km < 230; km += 1.7) {
        double before = 0;
        for (double people = 1'000; people < 4e7; people *= 1.07) {
            const double here = town_glow_mcd_per_m2(people, km);
            CHECK(here >= before);
            CHECK(here <= town_glow_mcd_per_m2(people, std::max(km - 0.3, 0.0)));
            before = here;
        }
    }
}

TEST_CASE("city glow: a town's light fades by Walker's law") {
    const double ratio = town_glow_mcd_per_m2(10'000, 25) / town_glow_mcd_per_m2(10'000, 50);
    CHECK(ratio == doctest::Approx(std::pow(2, 2.5)).epsilon(0.08));
    CHECK(town_glow_mcd_per_m2(1e6, 200) == 0);
    CHECK(town_glow_mcd_per_m2(1e6, 199) < 1e-6);
    CHECK(town_glow_mcd_per_m2(std::nan(""), 1) == 0);
    CHECK(town_glow_mcd_per_m2(1e6, std::nan("")) == 0);
    CHECK(town_glow_mcd_per_m2(-5, 1) == 0);
}

TEST_CASE("city glow: the date line and turns of longitude change nothing") {
    CHECK(glow(-16.6, 180) == doctest::Approx(glow(-16.6, -180)).epsilon(1e-12));
    CHECK(glow(-16.6, 180) > 0);
    CHECK(glow(-16.6, 179.9999) == doctest::Approx(glow(-16.6, -179.9999)).epsilon(1e-3));
    CHECK(glow(46.05, 374.51) == doctest::Approx(glow(46.05, 14.51)).epsilon(1e-9));
    CHECK(glow(90, 10) == glow(90, -170));
}

TEST_CASE("city glow: many places at once get what each gets alone") {
    const std::array<Place, 3> at{place(46.05, 14.51), place(0, 0), place(-16.6, 180)};
    std::array<CityGlow, 2> glows{};
    city_glow(at, glows);
    for (const std::size_t index : {std::size_t{0}, std::size_t{1}}) {
        CHECK(glows[index].artificial_mcd_per_m2 == city_glow(at[index]).artificial_mcd_per_m2);
        CHECK(glows[index].uncertainty_mag == city_glow(at[index]).uncertainty_mag);
    }
    city_glow(std::span<const Place>(), glows);
    CHECK(glows[0].artificial_mcd_per_m2 > 0);
}

TEST_CASE("city glow: what is no place gives no number") {
    CHECK(std::isnan(glow(std::nan(""), 0)));
    CHECK(std::isnan(glow(0, std::numeric_limits<double>::infinity())));
    CHECK(glow(1e9, -1e300) >= 0);
}

TEST_CASE("city glow: it asks for no memory") {
    double sum = glow(46.05, 14.51);
    const auto before = allocations();
    for (double longitude = -180; longitude < 180; longitude += 7) sum += glow(45, longitude);
    CHECK(allocations() == before);
    CHECK(sum > 0);
}
