#include "libcore/sky/zones.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "embedded/zones_table.hpp"
#include "tests/sky/allocations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {
namespace {

Place at(double latitude, double longitude) { return {{latitude}, {longitude}}; }

Place place_of(const Row& row) { return at(row.number("lat"), row.number("lng")); }

/// Whether one of the zones that the row allows, with bars between, is this one.
bool allows(const Row& row, std::string_view zone) {
    return ("|" + row.text("zones") + "|").find("|" + std::string(zone) + "|") != std::string::npos;
}

TEST_CASE("zones: every town over 15,000 people has its own, also near borders") {
    const Table towns("zones_towns.csv");
    REQUIRE(towns.rows().size() > 1300);
    for (const auto& row : towns.rows()) {
        CAPTURE(row.text("lat"));
        CAPTURE(row.text("lng"));
        CAPTURE(row.text("zones"));
        CHECK(allows(row, zone_at(place_of(row))));
    }
}

TEST_CASE("zones: 99.9 % of random places on land have their own") {
    const Table land("zones_land.csv");
    REQUIRE(land.rows().size() == 2500);
    int wrong = 0;
    for (const auto& row : land.rows()) wrong += !allows(row, zone_at(place_of(row)));
    CHECK(wrong <= 2);
}

TEST_CASE("zones: the tz database's own place of each zone lies in it") {
    const Table principal("zones_principal.csv");
    REQUIRE(principal.rows().size() == 418);
    for (const auto& row : principal.rows()) {
        // Given to the minute of arc, and so 800 m outside of the principality.
        if (row.text("zone") == "Europe/Monaco") continue;
        CHECK(zone_at(place_of(row)) == row.text("zone"));
    }
    CHECK(zone_at(at(43.7384, 7.4246)) == "Europe/Monaco");
}

TEST_CASE("zones: at sea the longitude decides, and a meridian between belongs to the east") {
    CHECK(zone_at(at(-40, 0)) == "Etc/GMT");
    CHECK(zone_at(at(-40, 7.4999)) == "Etc/GMT");
    CHECK(zone_at(at(-40, 7.5)) == "Etc/GMT-1");
    CHECK(zone_at(at(-40, -7.5)) == "Etc/GMT");
    CHECK(zone_at(at(-40, -7.5001)) == "Etc/GMT+1");
    CHECK(zone_at(at(40, -150)) == "Etc/GMT+10");
    CHECK(zone_at(at(0, 179.9)) == "Etc/GMT-12");
    CHECK(zone_at(at(0, -179.9)) == "Etc/GMT+12");
}

TEST_CASE("zones: the date line is one meridian, and any turn of a longitude the same place") {
    CHECK(zone_at(at(0, 180)) == "Etc/GMT+12");
    for (const double latitude : {-85.0, -16.8, 0.0, 52.0, 66.5, 71.0})
        CHECK(zone_at(at(latitude, 180)) == zone_at(at(latitude, -180)));
    CHECK(zone_at(at(66.5, 180)) == "Asia/Anadyr");  // land on both sides
    CHECK(zone_at(at(46.05, 14.51 + 360)) == "Europe/Ljubljana");
    CHECK(zone_at(at(46.05, 14.51 - 720)) == "Europe/Ljubljana");
}

TEST_CASE("zones: a pole has one, whatever the longitude") {
    for (double longitude = -180; longitude <= 180; longitude += 7.5) {
        CHECK(zone_at(at(90, longitude)) == "Etc/GMT");
        CHECK(zone_at(at(-90, longitude)) == "Antarctica/McMurdo");
    }
}

TEST_CASE("zones: where two overlap the smaller one is told") {
    CHECK(zone_at(at(32.2211, 35.2544)) == "Asia/Hebron");  // Nablus, with Asia/Jerusalem
    CHECK(zone_at(at(43.8, 87.6)) == "Asia/Urumqi");        // with Asia/Shanghai
    CHECK(zone_at(at(43.0, 41.02)) == "Asia/Tbilisi");      // Sukhumi, with Europe/Moscow
}

TEST_CASE("zones: enclaves and a border through a town are told apart") {
    CHECK(zone_at(at(47.6975, 8.6908)) == "Europe/Busingen");  // a German town within Switzerland
    CHECK(zone_at(at(51.4395, 4.9305)) == "Europe/Brussels");  // Baarle-Hertog within Baarle-Nassau
    CHECK(zone_at(at(46.5197, 6.6323)) == "Europe/Zurich");
    CHECK(zone_at(at(31.7619, -106.4850)) == "America/Denver");         // El Paso
    CHECK(zone_at(at(31.7300, -106.4850)) == "America/Ciudad_Juarez");  // across the river
}

TEST_CASE("zones: what is no number or beyond the world is taken for what is near") {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    constexpr double endless = std::numeric_limits<double>::infinity();
    CHECK(zone_at(at(none, none)) == zone_at(at(0, 0)));
    CHECK(zone_at(at(endless, -endless)) == zone_at(at(0, 0)));
    CHECK(zone_at(at(91, 14)) == "Etc/GMT");
    CHECK(zone_at(at(-1e300, 14)) == "Antarctica/McMurdo");
    CHECK(!zone_at(at(10, 1e300)).empty());
    CHECK(!zone_at(at(std::nextafter(90, 0), std::nextafter(180, 0))).empty());
    CHECK(!zone_at(at(std::nextafter(-90, 0), std::nextafter(-180, 0))).empty());
}

TEST_CASE("zones: nothing is allocated, from the first question on") {
    std::size_t letters = 0;
    const auto before = allocations();
    for (double latitude = -89.5; latitude < 90; ++latitude)
        for (double longitude = -179.5; longitude < 180; ++longitude)
            letters += zone_at(at(latitude, longitude)).size();
    const auto after = allocations();
    CHECK(after == before);
    CHECK(letters > 0);
}

TEST_CASE("zones: the map is the one that tables/zones.mjs makes") {
    const auto table = zones_table().front().data;
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : table) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    CHECK(table.size() == 1892253);
    CHECK(hash == 0xdee06d12ff35f507);
}

}  // namespace
}  // namespace asterism::sky
