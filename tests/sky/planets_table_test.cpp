#include "libcore/sky/planets_table.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <doctest/doctest.h>

#include "embedded/planet_tables.hpp"
#include "embedded/sky_tables.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/planets_orbit.hpp"

namespace asterism::sky {

namespace {

/// FNV-1a of 64 bits over the numbers, as make_planets.py prints it.
std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t value = 0xcbf29ce484222325;
    for (std::size_t n = 0; n + sizeof(std::uint32_t) <= bytes.size(); n += sizeof(std::uint32_t)) {
        std::uint32_t number = 0;
        std::memcpy(&number, bytes.data() + n, sizeof number);
        value = (value ^ number) * 0x100000001b3;
    }
    return value;
}

}  // namespace

TEST_CASE("planet tables: are those that the generator printed these checksums for") {
    struct Printed {
        std::string_view name;
        std::uint64_t checksum;
    };

    constexpr std::array printed{
        Printed{"jupiter.bin", 0xdbc47aa476b527a4}, Printed{"mars.bin", 0x70dcea7f4e3adf8c},
        Printed{"mercury.bin", 0x0397f6e0704f5799}, Printed{"saturn.bin", 0xd621ba6960880858},
        Printed{"venus.bin", 0x3c1ce55e07c19651}};
    REQUIRE(planet_tables().size() == printed.size());
    for (std::size_t n = 0; n < printed.size(); ++n) {
        CHECK(planet_tables()[n].name == printed[n].name);
        CHECK(checksum(planet_tables()[n].data) == printed[n].checksum);
    }
}

TEST_CASE("planet tables: take no more than two megabytes with the Sun's and the Moon's") {
    std::size_t bytes = 0;
    for (const auto& file : planet_tables()) bytes += file.data.size();
    for (const auto& file : sky_tables()) bytes += file.data.size();
    CHECK(bytes <= 2'000'000);
}

TEST_CASE("tabled_planet: goes on without a step from one segment to the next") {
    for (const auto& [planet, name] : names(Planet{})) {
        CAPTURE(name);
        // Segments begin at midnights.
        for (double days = -14609.5; days < 21900; days += 0.5) {
            const Vector before = tabled_planet(planet, {days - 1e-7});
            const Vector after = tabled_planet(planet, {days + 1e-7});
            REQUIRE(length(after - before) < 1400);  // a microsecond's way and 0.25" of Saturn
        }
    }
}

TEST_CASE("tabled_planet: stays within a thousandth of the mean orbits at both ends of its years") {
    for (const auto& [planet, name] : names(Planet{})) {
        CAPTURE(name);
        for (const double days : {-14610.5, 0.0, 21917.0}) {
            REQUIRE(grade_of({days}) == Grade::fine);
            const Vector orbit = Orbit{planet, {days}}.position_km(0);
            CHECK(length(tabled_planet(planet, {days}) - orbit) < 1e-3 * length(orbit));
        }
    }
}

}  // namespace asterism::sky
