#include "libcore/sky/towns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "embedded/embedded_towns.hpp"
#include "libcore/base/text.hpp"
#include "libcore/sky/raster_format.hpp"
#include "tests/sky/allocations.hpp"

using namespace asterism;
using namespace asterism::sky;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

Place place(double latitude, double longitude) { return {Degrees{latitude}, Degrees{longitude}}; }

/// By the haversine, from the coordinates: another way than the table's.
double haversine_km(Place a, Place b) {
    const double across = (b.longitude.value - a.longitude.value) * radians_per_degree / 2;
    const double along = (b.latitude.value - a.latitude.value) * radians_per_degree / 2;
    const double square =
        std::pow(std::sin(along), 2) + std::cos(a.latitude.value * radians_per_degree) *
                                           std::cos(b.latitude.value * radians_per_degree) *
                                           std::pow(std::sin(across), 2);
    return 2 * 6371.0088 * std::asin(std::sqrt(std::min(square, 1.0)));
}

const std::vector<Town>& all_towns() {
    static const std::vector<Town> towns = [] {
        std::vector<Town> every;
        for (std::size_t index = 0; index < town_count(); ++index) every.push_back(town_at(index));
        return every;
    }();
    return towns;
}

/// Poles, the date line, the edges of cells, cities and oceans.
const std::vector<Place> trying_places{
    place(90, 0),        place(90, 123),      place(-90, -77),      place(89.9, 179.9),
    place(-17.8, 180),   place(-17.8, -180),  place(-16.5, 179.99), place(66, -169.9),
    place(65.5, 179.2),  place(0, 0),         place(51.5, 0),       place(51, -0.001),
    place(46.05, 14.51), place(35.7, 139.7),  place(-33.9, 151.2),  place(-48.9, -123.4),
    place(78.2, 15.6),   place(-54.8, -68.3), place(40.7, -74),     place(29.999999, 31)};

std::size_t seen_within(Place from, double km) {
    std::size_t seen = 0;
    visit_towns(from, km, [&](const NearTown&) { ++seen; });
    return seen;
}

}  // namespace

TEST_CASE("towns: the embedded table is the one that its generator wrote") {
    const auto bytes = embedded_towns().front().data;
    CHECK(bytes.size() <= 2'000'000);
    CHECK(raster_format::crc32(std::as_bytes(std::span(bytes))) == 0x398b4241u);
    CHECK(town_count() == 88'966);
}

TEST_CASE("towns: known places have their town, region and country") {
    struct Known {
        Place at;
        std::string_view name, region, country, country_name;
    };

    const Known known[]{
        {place(46.0569, 14.5058), "Ljubljana", "Ljubljana", "SI", "Slovenia"},
        {place(48.8566, 2.3522), "Paris", "Île-de-France", "FR", "France"},
        {place(35.1983, -111.6513), "Flagstaff", "Arizona", "US", "United States"},
        {place(-33.4489, -70.6693), "Santiago", "Santiago Metropolitan", "CL", "Chile"},
        {place(64.1466, -21.9426), "Reykjavík", "Capital Region", "IS", "Iceland"},
        {place(-36.8485, 174.7633), "Auckland", "Auckland", "NZ", "New Zealand"}};
    for (const Known& each : known) {
        // A quarter may be nearer to a city's heart than the point that stands for the city.
        const auto found = nearest_town(each.at, 50'000);
        REQUIRE(found);
        CAPTURE(each.name);
        CHECK(found->town.name == each.name);
        CHECK(found->town.region == each.region);
        CHECK(found->town.country == each.country);
        CHECK(found->town.country_name == each.country_name);
        CHECK(found->distance_km < 5);
    }
}

TEST_CASE("towns: the nearest is the nearest of all, at poles and over the date line too") {
    for (const Place from : trying_places) {
        for (const double people : {0.0, 100'000.0, 5e6}) {
            double least = std::numeric_limits<double>::infinity();
            for (const Town& town : all_towns()) {
                if (town.population < people) continue;
                least = std::min(least, haversine_km(from, town.place));
            }
            CAPTURE(from.latitude.value);
            CAPTURE(from.longitude.value);
            const auto found = nearest_town(from, people);
            REQUIRE(found);
            // A stored place is up to 2 m off the sphere.
            CHECK(std::abs(found->distance_km - least) < 0.005);
            CHECK(std::abs(haversine_km(from, found->town.place) - least) < 0.005);
            CHECK(found->town.population >= people);
        }
    }
}

TEST_CASE("towns: those within a distance are all of them and no others") {
    for (const Place from : trying_places) {
        std::vector<double> distances;
        for (const Town& town : all_towns()) distances.push_back(haversine_km(from, town.place));
        for (const double km : {1.0, 30.0, 250.0, 1'900.0}) {
            CAPTURE(from.latitude.value);
            CAPTURE(from.longitude.value);
            CAPTURE(km);
            const auto within = std::count_if(distances.begin(), distances.end(),
                                              [&](double each) { return each <= km; });
            CHECK(seen_within(from, km) == static_cast<std::size_t>(within));
        }
    }
}

TEST_CASE("towns: the whole Earth shows each town once") {
    std::set<std::pair<double, std::string>> seen;
    std::size_t times = 0;
    visit_towns(place(12, 34), 20'015.2, [&](const NearTown& near) {
        seen.emplace(near.distance_km, near.town.name);
        ++times;
    });
    CHECK(times == town_count());
    CHECK(seen.size() > town_count() - 100);  // some of the same name share their coordinates
}

TEST_CASE("towns: a pole has one answer whatever its longitude, and so has the date line") {
    CHECK(nearest_town(place(90, 0))->town.name == nearest_town(place(90, -155))->town.name);
    CHECK(nearest_town(place(-90, 0))->town.name == nearest_town(place(-90, 45))->town.name);
    const auto east = nearest_town(place(-17, 180)), west = nearest_town(place(-17, -180));
    CHECK(east->town.name == west->town.name);
    CHECK(std::abs(east->distance_km - west->distance_km) < 1e-9);
    CHECK(nearest_town(place(46, 374.5))->town.name == nearest_town(place(46, 14.5))->town.name);
}

TEST_CASE("towns: what is no place and no distance has no towns") {
    CHECK_FALSE(nearest_town(place(no_number, 0)));
    CHECK_FALSE(nearest_town(place(0, std::numeric_limits<double>::infinity())));
    CHECK_FALSE(nearest_town(place(0, 0), no_number));
    CHECK_FALSE(nearest_town(place(0, 0), 1e9));
    CHECK(seen_within(place(46, no_number), 100) == 0);
    CHECK(seen_within(place(46, 14), no_number) == 0);
    CHECK(seen_within(place(46, 14), -1) == 0);
    CHECK(seen_within(place(1e9, -1e300), 20'015.2) == town_count());
}

TEST_CASE("towns: every name is text, every country two letters, every town lived in") {
    for (const Town& town : all_towns()) {
        CAPTURE(town.name);
        REQUIRE(!town.name.empty());
        REQUIRE(is_plain_utf8(town.name));
        REQUIRE(is_plain_utf8(town.region));
        REQUIRE(!town.country_name.empty());
        REQUIRE((town.country.size() == 2 && town.country[0] >= 'A' && town.country[0] <= 'Z'));
        REQUIRE((town.population >= 1'500 && town.population < 3e7));
    }
    CHECK(town_at(town_count()).name == all_towns().back().name);
}

TEST_CASE("towns: the boroughs of a city are not counted beside it") {
    visit_towns(place(40.7128, -74.006), 30, [](const NearTown& near) {
        CHECK(near.town.name != "Brooklyn");
        CHECK(near.town.name != "Manhattan");
    });
    visit_towns(place(51.5085, -0.1257), 15,
                [](const NearTown& near) { CHECK(near.town.name != "Islington"); });
}

TEST_CASE("towns: looking for them asks for no memory") {
    double sum = 0;
    nearest_town(place(0, 0));  // the list of embedded files is made at the first use
    const auto before = allocations();
    for (const Place from : trying_places) {
        sum += nearest_town(from)->distance_km;
        visit_towns(from, 300, [&](const NearTown& near) { sum += near.town.population; });
    }
    CHECK(allocations() == before);
    CHECK(sum > 0);
}
