#include "shells/outside/open_route.hpp"

#include <chrono>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"
#include "tests/outside/loopback.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using testing::Asked;
using testing::Said;

constexpr std::string_view way = R"({"type":"FeatureCollection","bbox":[14.5,46.0,14.6,46.1],
"features":[{"bbox":[14.5,46.0,14.6,46.1],"type":"Feature","properties":{"transfers":0,"fare":0,
"segments":[{"distance":1300.4,"duration":95.2,"steps":[]}],"way_points":[0,2],
"summary":{"distance":1300.4,"duration":95.2}},
"geometry":{"coordinates":[[14.5,46.0],[14.55,46.05],[14.6,46.1]],"type":"LineString"}}],
"metadata":{"attribution":"openrouteservice.org | OpenStreetMap contributors"}})";

struct Roads {
    Result<sky::DirectionsView> ask(std::chrono::milliseconds time = 3s) {
        const OpenRoute adapter(
            {server.url() + "/v2/directions/driving-car/geojson", "s3cret", time}, http, {});
        return adapter.ask(
            {{{46.0}, {14.5}}, {{46.1}, {14.6}}, tests::instant("2026-03-01T12:00:00Z")});
    }

    std::string slug(std::chrono::milliseconds time = 3s) {
        const auto got = ask(time);
        return got ? "" : std::string(got.error().fault->slug);
    }

    std::optional<Said> said = Said{200, std::string(way)};
    testing::Loopback server{[this](const Asked&) { return said; }};
    CurlClient http{{.body_bytes = 1'000'000, .plain_loopback = true}};
};

TEST_CASE_FIXTURE(Roads, "directions: asks OpenRouteService its way and reads what it says") {
    const auto got = ask();
    REQUIRE(got);
    CHECK(got->distance_metres == 1300.4);
    CHECK(got->duration_seconds == 95.2);
    REQUIRE(got->path.size() == 3);
    CHECK(got->path[1].latitude == 46.05);
    CHECK(got->path[1].longitude == 14.55);
    const auto asked = server.all_asked().at(0);
    CHECK(asked.method == "POST");
    CHECK(asked.target == "/v2/directions/driving-car/geojson");
    CHECK(asked.body == R"({"coordinates":[[14.500000,46.000000],[14.600000,46.100000]]})");
    CHECK(asked.head.find("Authorization: s3cret\r\n") != std::string::npos);
    CHECK(asked.head.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(asked.head.find("urlencoded") == std::string::npos);
}

TEST_CASE_FIXTURE(Roads, "directions: where no road leads there is no way, and no failure") {
    said = Said{404, R"({"error":{"code":2010,"message":"Could not find routable point"}})"};
    CHECK(ask()->path.empty());
    said = Said{404, R"({"error":{"code":2009,"message":"Route could not be found"}})"};
    CHECK(ask()->path.empty());
    said = Said{200, R"({"type":"FeatureCollection","features":[]})"};
    CHECK(ask()->path.empty());
}

TEST_CASE_FIXTURE(Roads, "directions: whatever else it answers is a failure") {
    for (const auto& bad : {Said{403, R"({"error":"Access to this API has been disallowed"})"},
                            Said{404, "{}"}, Said{500, "{}"}, Said{429, "{}"}, Said{302, ""},
                            Said{200, ""}, Said{200, "[]"}, Said{200, R"({"features":[7]})"},
                            Said{200, R"({"features":[{"geometry":{"coordinates":[["a","b"]]},)"
                                      R"("properties":{"summary":{}}}]})"}}) {
        CAPTURE(bad.body);
        said = bad;
        CHECK(slug() == "directions_failed");
    }
}

TEST_CASE_FIXTURE(Roads, "directions: one that does not answer in time is too slow") {
    said = std::nullopt;
    CHECK(slug(300ms) == "directions_too_slow");
}

TEST_CASE_FIXTURE(Roads, "directions: no distance at all is left out by the service") {
    said = Said{200, R"({"features":[{"geometry":{"coordinates":[[14.5,46,298]]},)"
                     R"("properties":{"summary":{}}}]})"};
    const auto got = ask();
    REQUIRE(got);
    CHECK(got->distance_metres == 0);
    CHECK(got->path.size() == 1);
}

}  // namespace
}  // namespace asterism::outside
