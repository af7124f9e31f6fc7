#include "libcore/sky/country.hpp"

#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "libcore/sky/surroundings.hpp"
#include "tests/sky/allocations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {
namespace {

Place at(double latitude, double longitude) { return {{latitude}, {longitude}}; }

Place place_of(const Row& row) { return at(row.number("lat"), row.number("lng")); }

TEST_CASE("country: right for 99 % of 10,000 random places on Natural Earth's land") {
    const Table land("land_points.csv");
    REQUIRE(land.rows().size() == 10'000);
    int wrong = 0;
    int foreign = 0;
    for (const auto& row : land.rows()) {
        auto found = country_at(place_of(row));
        const auto town = home_town(place_of(row));
        if (found.empty() && town) found = town->town.country;
        wrong += found != row.text("country");
        foreign += town && town->town.country != row.text("country");
    }
    // 30 of them; Natural Earth gives Western Sahara to Morocco and Svalbard to Norway, as ISO 3166
    // does not. The nearest town of all would be abroad for 1,464.
    CHECK(wrong <= 50);
    CHECK(foreign <= 50);
}

TEST_CASE("country: of each zone what the tz database says of it") {
    std::ifstream file("/usr/share/zoneinfo/zone.tab");
    REQUIRE(file.is_open());
    std::map<std::string, std::string> countries;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string country;
        std::string spot;
        std::string zone;
        if (words >> country >> spot >> zone && country[0] != '#') countries[zone] = country;
    }
    const Table principal("zones_principal.csv");
    for (const auto& row : principal.rows()) {
        const auto zone = row.text("zone");
        CAPTURE(zone);
        if (zone == "Europe/Monaco" || zone == "Asia/Bangkok" || !countries.contains(zone))
            continue;
        CHECK(country_at(place_of(row)) == countries.at(zone));
    }
}

TEST_CASE("country: nobody's at sea, and at the poles the south one's alone") {
    CHECK(country_at(at(-48.876, -123.393)).empty());
    CHECK(country_at(at(90, 0)).empty());
    CHECK(country_at(at(-90, 77)) == "AQ");
    CHECK(country_at(at(-75, 180)) == "AQ");
    CHECK(country_at(at(-16.8, 179.99)) == "FJ");
    CHECK(country_at(at(-16.8, -180)) == country_at(at(-16.8, 180)));
    CHECK(country_at(at(std::numeric_limits<double>::quiet_NaN(), 0)).empty());
}

TEST_CASE("country: a town beyond the border is not at home") {
    // Lustenau lies nearer, on the Austrian bank of the Rhine.
    const auto swiss = at(47.4375, 9.6405);
    REQUIRE(country_at(swiss) == "CH");
    CHECK(home_town(swiss)->town.country == "CH");
    CHECK(address_by_towns(swiss)->country == "Switzerland");
    CHECK(
        country_at(at(21.03, 105.85)).empty());  // one zone for Thailand and the north of Viet Nam
    CHECK(home_town(at(21.03, 105.85))->town.country == "VN");
    CHECK_FALSE(home_town(at(-77.85, 166.67)));  // nobody lives there
    CHECK_FALSE(nearest_town(at(0, 0), 0, "XX"));
    CHECK(nearest_town(at(48.2, 16.37), 0, "NZ")->town.country == "NZ");
}

TEST_CASE("country: looking for it asks for no memory") {
    home_town(at(0, 0));  // the lists of embedded files are made at the first use
    const auto before = allocations();
    for (double step = 0; step < 90; ++step) home_town(at(step, 4 * step));
    CHECK(allocations() == before);
}

}  // namespace
}  // namespace asterism::sky
