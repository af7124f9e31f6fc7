#include "shells/outside/raster_map.hpp"

#include <atomic>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "shells/outside/raster_mapping.hpp"
#include "tests/outside/folder.hpp"
#include "tests/sky/raster_bytes.hpp"

namespace asterism::outside::testing {
namespace {

namespace fs = std::filesystem;
using sky::GlowKnown;
using sky::Sampling;
using tests::facts_of;

constexpr sky::Place ljubljana{{46.05}, {14.51}};

std::vector<std::byte> world(double light, double step = 0.5) {
    const auto columns = static_cast<std::uint32_t>(360 / step);
    return tests::raster_bytes(
        facts_of(columns, columns * 145 / 360, 85, step),
        [&](auto column, auto row) { return light * (1 + 0.001 * ((column + row) % 5)); });
}

void write(const std::string& path, const std::vector<std::byte>& bytes) {
    std::ofstream(path, std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

struct Place {
    std::string write_world(double light, double step = 0.5) const {
        put(world(light, step));
        return path;
    }

    void put(const std::vector<std::byte>& bytes) const {
        write(path + ".new", bytes);
        fs::rename(path + ".new", path);
    }

    Folder folder;
    std::string path = folder / "sky.raster";
    std::vector<std::string> reports;
    RasterMap::Report report = [this](std::string_view why) { reports.emplace_back(why); };
};

/// Looks everywhere, so that every page of the file is asked for.
GlowKnown look_everywhere(const RasterMap& map) {
    std::vector<double> latitudes, longitudes;
    for (double latitude = -59; latitude < 85; latitude += 1)
        for (double longitude = -180; longitude < 180; longitude += 1) {
            latitudes.push_back(latitude);
            longitudes.push_back(longitude);
        }
    std::vector<double> out(latitudes.size());
    return map.at(latitudes, longitudes, Sampling::nearest, out);
}

}  // namespace

TEST_CASE("raster map: answers with luminance, source and uncertainty") {
    Place place;
    const RasterMap map(place.write_world(0.5), place.report);
    const auto found = map.at(ljubljana, Sampling::nearest);
    CHECK(found.known == GlowKnown::yes);
    CHECK(std::abs(found.artificial_mcd_per_m2 - 0.5) < 0.005);
    CHECK(found.source == "A test");
    CHECK(found.uncertainty_mag == 0.3);
    CHECK(found.year == 2015);
    CHECK(map.at(ljubljana, Sampling::bilinear).known == GlowKnown::yes);
    CHECK(map.at({{-80}, {0}}, Sampling::nearest).known == GlowKnown::no_data);
    CHECK(map.facts().available);
    CHECK(map.facts().checksum.size() == 64);
    CHECK(place.reports.empty());
}

TEST_CASE("raster map: arrays are those of single places, and not numbers outside") {
    Place place;
    const RasterMap map(place.write_world(0.5));
    const std::vector<double> latitudes{46.05, -80, 0, std::nan("")};
    const std::vector<double> longitudes{14.51, 0, 179.99, 0};
    for (const auto sampling : {Sampling::nearest, Sampling::bilinear}) {
        std::vector<double> out(4, -1);
        REQUIRE(map.at(latitudes, longitudes, sampling, out) == GlowKnown::yes);
        CHECK(out[0] == map.at(ljubljana, sampling).artificial_mcd_per_m2);
        CHECK(std::isnan(out[1]));
        CHECK(out[2] > 0);
        CHECK(std::isnan(out[3]));
    }
}

TEST_CASE("raster map: a file that is none is said plainly, once, and nothing is answered") {
    Place place;
    const RasterMap absent(place.path, place.report);
    CHECK(absent.at(ljubljana, Sampling::nearest).known == GlowKnown::unavailable);
    absent.look_again();
    CHECK(place.reports == std::vector<std::string>{"No such file or directory."});
    CHECK(absent.facts().trouble == "No such file or directory.");
    write(place.path, std::vector<std::byte>(9000));
    absent.look_again();
    CHECK(place.reports.back() == "It is no raster of this program.");
    fs::resize_file(place.path, 0);
    absent.look_again();
    CHECK(place.reports.back() == "It is empty.");
    const RasterMap folder(place.folder.path(), place.report);
    CHECK(place.reports.back() == "It is no ordinary file.");
    const RasterMap unset("", place.report);
    CHECK(unset.at(ljubljana, Sampling::nearest).known == GlowKnown::unavailable);
    CHECK(place.reports.size() == 4);
}

TEST_CASE("raster map: a file that comes later, is replaced or goes away is noticed") {
    Place place;
    const RasterMap map(place.path, place.report);
    (void)place.write_world(0.5);
    map.look_again();
    CHECK(std::abs(map.at(ljubljana, Sampling::nearest).artificial_mcd_per_m2 - 0.5) < 0.01);
    (void)place.write_world(3, 1);
    map.look_again();
    CHECK(std::abs(map.at(ljubljana, Sampling::nearest).artificial_mcd_per_m2 - 3) < 0.05);
    fs::remove(place.path);
    map.look_again();
    CHECK(map.at(ljubljana, Sampling::nearest).known == GlowKnown::unavailable);
}

TEST_CASE("raster map: a file cut under it costs the map and not the process") {
    Place place;
    const RasterMap map(place.write_world(0.5, 0.1), place.report);
    const auto bytes = fs::file_size(place.path);
    REQUIRE(bytes > 4'000'000);
    fs::resize_file(place.path, 4096 + 8192);
    CHECK(look_everywhere(map) == GlowKnown::unavailable);
    CHECK(map.at(ljubljana, Sampling::nearest).known == GlowKnown::unavailable);
    CHECK(place.reports == std::vector<std::string>{"It has another length than its header says."});
    (void)place.write_world(2);
    map.look_again();
    CHECK(look_everywhere(map) == GlowKnown::yes);
}

TEST_CASE("raster map: cut to nothing while many look, it never crashes and comes back") {
    Place place;
    const RasterMap map(place.write_world(0.5, 0.1));
    std::atomic<bool> over = false;
    std::atomic<int> wrong = 0;
    const auto whole = world(0.5);
    std::vector<std::jthread> crowd;
    for (int n = 0; n < 4; ++n)
        crowd.emplace_back([&] {
            std::vector<double> out(3);
            while (!over) {
                const std::vector<double> latitudes{46.05, 10, -50};
                const std::vector<double> longitudes{14.51, 20, 170};
                if (map.at(latitudes, longitudes, Sampling::bilinear, out) != GlowKnown::yes)
                    continue;
                for (const double light : out) wrong += !(light > 0.4 && light < 0.6);
            }
        });
    for (int round = 0; round < 20; ++round) {
        fs::resize_file(place.path, round % 2 == 0 ? 0 : 100'000);
        (void)look_everywhere(map);
        place.put(whole);
        map.look_again();
    }
    over = true;
    crowd.clear();
    CHECK(wrong == 0);
    CHECK(map.at(ljubljana, Sampling::nearest).known == GlowKnown::yes);
}

TEST_CASE("raster mapping: a bus error that is not its own ends the process as before") {
    Place place;
    const RasterMap map(place.write_world(0.5));
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::signal(SIGABRT, SIG_DFL);
        ::raise(SIGBUS);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}

TEST_CASE("raster mapping: there is room for as many as are let go again") {
    Place place;
    (void)place.write_world(0.5);
    for (int round = 0; round < 300; ++round) {
        const RasterMap map(place.path);
        REQUIRE(map.facts().available);
    }
}

}  // namespace asterism::outside::testing
