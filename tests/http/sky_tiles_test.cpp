#include "shells/http/sky_tiles.hpp"

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http::testing {
namespace {

struct MapSite : Site {
    Response get(std::string_view target, std::vector<Header> fields = {}) {
        return ask(Verb::get, target, {}, std::move(fields));
    }
};

TEST_CASE_FIXTURE(MapSite, "sky tiles: are pictures that everybody may keep for an hour") {
    const auto got = get("/v1/sky/tiles/8/138/91.png");
    CHECK(got.status == 200);
    CHECK(got.type == "image/png");
    CHECK(got.body == "PNG 8-138-91-256-2");
    CHECK(header_of(got, "ETag") == "\"tag-8-138-91-256-2\"");
    CHECK(header_of(got, "Cache-Control") == "public, max-age=3600");
    CHECK(got.block.find("X-Content-Type-Options: nosniff\r\n") != got.block.npos);
    CHECK(get("/v1/sky/tiles/0/0/0.png").status == 200);
    CHECK(get("/v1/sky/tiles/12/4095/4095.png").status == 200);
    CHECK(ask(Verb::head, "/v1/sky/tiles/0/0/0.png").status == 200);
}

TEST_CASE_FIXTURE(MapSite, "sky tiles: sizes and schemes can be chosen") {
    CHECK(get("/v1/sky/tiles/1/0/0@2x.png").body == "PNG 1-0-0-512-2");
    CHECK(get("/v1/sky/tiles/1/0/0.png?size=512").body == "PNG 1-0-0-512-2");
    CHECK(get("/v1/sky/tiles/1/0/0.png?size=256&scheme=ratio").body == "PNG 1-0-0-256-1");
    CHECK(get("/v1/sky/tiles/1/0/0.png?v=20261127").body == "PNG 1-0-0-256-2");
}

TEST_CASE_FIXTURE(MapSite, "sky tiles: what there is not is refused, and nothing is painted") {
    for (const auto* target :
         {"13/0/0.png", "1/2/0.png", "1/0/2.png", "-1/0/0.png", "1/-1/0.png", "01/0/0.png",
          "1/0/00.png", "1/0/0.jpg", "1/0/0", "1/0/.png", "1/0/0@3x.png", "1/0/0.png/", "1/0",
          "a/b/c.png", "99999999999/0/0.png", "1/0/0.png.png", "", "legends", "1.0/0/0.png"}) {
        const auto got = get("/v1/sky/tiles/" + std::string(target));
        CAPTURE(target);
        CHECK(got.status == 404);
        CHECK(code_of(got) == "no_such_tile");
    }
    for (const auto* query : {"size=100", "size=", "scheme=bortle", "size=512&size=1", "%zz"}) {
        const auto got = get("/v1/sky/tiles/1/0/0.png?" + std::string(query));
        CHECK(got.status == 400);
        CHECK(code_of(got) == "bad_tile");
    }
    CHECK(ask(Verb::post, "/v1/sky/tiles/1/0/0.png").status == 404);
    CHECK(tiles.painted == 0);
}

TEST_CASE_FIXTURE(MapSite, "sky tiles: what is known already is neither painted nor sent") {
    const auto got =
        get("/v1/sky/tiles/8/138/91.png", {{"If-None-Match", "\"tag-8-138-91-256-2\""}});
    CHECK(got.status == 304);
    CHECK(got.body.empty());
    CHECK(header_of(got, "ETag") == "\"tag-8-138-91-256-2\"");
    CHECK(tiles.painted == 0);
    CHECK(get("/v1/sky/tiles/8/138/91.png", {{"If-None-Match", "\"tag-8-138-91-512-2\""}}).status ==
          200);
}

TEST_CASE_FIXTURE(MapSite, "sky tiles: without a map they are not to be had just now") {
    tiles.map.available = false;
    const auto got = get("/v1/sky/tiles/8/138/91.png");
    CHECK(got.status == 503);
    CHECK(code_of(got) == "no_light_map");
    CHECK(body_of(get("/v1/sky/tiles/legend")).at("map").is_null());
}

TEST_CASE_FIXTURE(MapSite, "sky tiles: the legend tells colours, limits and where it is from") {
    const auto got = get("/v1/sky/tiles/legend");
    REQUIRE(got.status == 200);
    CHECK(got.type == "application/json");
    const auto body = body_of(got);
    CHECK(body.at("scheme") == "classic");
    CHECK(body.at("rule") == "asterism-1");
    CHECK(body.at("palette") == 1);
    const auto& classes = body.at("classes").as_array();
    REQUIRE(classes.size() == 9);
    CHECK(classes[0].at("colour") == "#000000");
    CHECK(classes[0].at("from_mag_per_arcsec2") == 21.7);
    CHECK(classes[0].at("below_mag_per_arcsec2").is_null());
    CHECK(classes[8].at("bortle") == 9);
    CHECK(classes[8].at("from_mag_per_arcsec2").is_null());
    CHECK(classes[8].at("description") == "Inner-city sky");
    CHECK(body.at("map").at("source") == "an even map");
    CHECK(body.at("map").at("year") == 2015);
    CHECK(body_of(get("/v1/sky/tiles/legend?scheme=ratio")).at("scheme") == "ratio");
    CHECK(get("/v1/sky/tiles/legend?scheme=x").status == 400);
}

TEST_CASE("sky tiles: whoever has too many painted has to wait") {
    LimitRules rules;
    rules.changed.emplace_back("tiles", Rate{2, std::chrono::minutes{1}});
    Site site(rules);
    CHECK(site.ask(Verb::get, "/v1/sky/tiles/0/0/0.png").status == 200);
    CHECK(site.ask(Verb::get, "/v1/sky/tiles/0/0/0.png").status == 200);
    const auto got = site.ask(Verb::get, "/v1/sky/tiles/0/0/0.png");
    CHECK(got.status == 429);
    CHECK(header_of(got, "Retry-After") == "60");
    CHECK(site.tiles.painted == 2);
}

}  // namespace
}  // namespace asterism::http::testing
