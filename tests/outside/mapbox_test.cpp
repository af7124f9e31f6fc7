#include "shells/outside/mapbox.hpp"

#include <optional>
#include <png.h>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"
#include "tests/outside/loopback.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using testing::Asked;
using testing::Said;

constexpr std::string_view found = R"({"type":"FeatureCollection","query":[14.5,46.05],"features":[
{"id":"place.1","type":"Feature","place_type":["place"],"text":"Ljubljana","place_name":"Ljubljana, Slovenia"},
{"id":"region.2","type":"Feature","place_type":["region"],"text":"Osrednjeslovenska"},
{"id":"country.3","type":"Feature","place_type":["country"],"text":"Slovenia"}],"attribution":"NOTICE"})";

/// A tile of one height all over, as Mapbox draws it.
std::string tile(std::uint32_t pixels, std::uint32_t steps) {
    png_image picture{};
    picture.version = PNG_IMAGE_VERSION;
    picture.width = picture.height = pixels;
    picture.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> colours;
    for (std::uint32_t i = 0; i < pixels * pixels; ++i)
        for (const std::uint32_t shift : {16U, 8U, 0U})
            colours.push_back(static_cast<std::uint8_t>(steps >> shift));
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&picture, nullptr, &size, 0, colours.data(), 0, nullptr);
    std::string out(size, '\0');
    png_image_write_to_memory(&picture, out.data(), &size, 0, colours.data(), 0, nullptr);
    out.resize(size);
    return out;
}

struct Around {
    std::optional<sky::PlaceAddress> address() { return adapter().address(place, at); }

    std::optional<double> elevation() { return adapter().elevation_metres(place, at); }

    Mapbox adapter() const { return {{server.url(), "pk.s3cret", 2s}, http, {}}; }

    const sky::Place place{{46.0512}, {14.5058}};
    const Instant at = tests::instant("2026-03-01T12:00:00Z");
    std::optional<Said> said;
    testing::Loopback server{[this](const Asked&) { return said; }};
    CurlClient http{{.plain_loopback = true}};
};

TEST_CASE_FIXTURE(Around, "mapbox: an address is asked for as its documentation says") {
    said = Said{200, std::string(found)};
    CHECK(address() == sky::PlaceAddress{"Ljubljana", "Osrednjeslovenska", "Slovenia"});
    CHECK(server.all_asked().at(0).target ==
          "/geocoding/v5/mapbox.places/14.505800,46.051200.json"
          "?types=place,region,country&access_token=pk.s3cret");
    said = Said{200, R"({"features":[]})"};  // at sea
    CHECK(address() == sky::PlaceAddress{});
}

TEST_CASE_FIXTURE(Around, "mapbox: a height is read off the terrain's tile") {
    said = Said{200, tile(256, 102'981)};
    CHECK(elevation() == 298.1);
    CHECK(server.all_asked().at(0).target ==
          "/v4/mapbox.mapbox-terrain-dem-v1/14/8852/5825.pngraw?access_token=pk.s3cret");
    said = Said{404, "{}"};
    CHECK_FALSE(elevation());
}

TEST_CASE_FIXTURE(Around, "mapbox: what is no answer is none") {
    for (const auto& bad : {Said{401, R"({"message":"Not Authorized"})"}, Said{500, ""},
                            Said{200, ""}, Said{200, "[]"}, Said{200, R"({"features":[3]})"},
                            Said{200, tile(512, 1)}, Said{200, tile(256, 1).substr(0, 60)}}) {
        said = bad;
        CHECK_FALSE(address());
        CHECK_FALSE(elevation());
    }
}

}  // namespace
}  // namespace asterism::outside
