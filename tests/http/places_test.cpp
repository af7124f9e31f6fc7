#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr std::string_view hill = R"({"name":"Hill","latitude":48.85,"longitude":2.35})";

TEST_CASE_FIXTURE(Site, "places: are added by accounts and seen by everybody") {
    CHECK(ask(post, "/v1/places", hill).status == 401);
    account("ada");
    sign_in("ada");
    const auto made = ask(post, "/v1/places", hill);
    CHECK(made.status == 201);
    CHECK(body_of(made).at("country").as_string() == "France");
    jar.clear();
    const auto seen = ask(get, "/v1/places/1");
    CHECK(seen.status == 200);
    CHECK(body_of(seen).at("added_by").at("handle").as_string() == "ada");
    CHECK_FALSE(body_of(seen).at("visited").as_bool());
    const auto page = body_of(ask(get, "/v1/places?lat=48.85&lng=2.36&radius_km=5&sort=nearest"));
    CHECK(page.at("count").as_int64() == 1);
    CHECK(page.at("places").at(0).at("distance_km").as_double() < 1);
    CHECK(body_of(ask(get, "/v1/places/nearby?lat=48.85&lng=2.35")).at("places").at(0).at("id") ==
          1);
    CHECK(body_of(ask(get, "/v1/places/similar?name=hill&lat=48.85&lng=2.35"))
              .at("places")
              .as_array()
              .size() == 1);
    CHECK(ask(get, "/v1/places/2").status == 404);
    CHECK(ask(get, "/v1/places?page=2").status == 404);
    CHECK(code_of(ask(get, "/v1/places?types=moonbase")) == "bad_field");
    CHECK(code_of(ask(get, "/v1/places?lat=1")) == "half_a_centre");
}

TEST_CASE_FIXTURE(Site, "places: are changed by who added them, and by the staff") {
    account("ada");
    account("bob");
    account("eve", Role::staff);
    sign_in("ada");
    REQUIRE(ask(post, "/v1/places", hill).status == 201);
    sign_in("bob");
    CHECK(code_of(ask(patch, "/v1/places/1", R"({"name":"Mine"})")) == "not_your_place");
    CHECK(ask(del, "/v1/places/1").status == 403);
    CHECK(ask(put, "/v1/admin/places/1/mark", R"({"verified":true})").status == 403);
    CHECK(body_of(ask(get, "/v1/places/1")).at("name").as_string() == "Hill");
    sign_in("eve");
    CHECK(ask(patch, "/v1/places/1", R"({"name":"Dark Hill"})").status == 200);
    const auto marked = ask(put, "/v1/admin/places/1/mark", R"({"verified":true})");
    CHECK(body_of(marked).at("verified_by").at("handle").as_string() == "eve");
    CHECK(ask(patch, "/v1/admin/places/1", R"({"website":"https://example.org"})").status == 200);
    CHECK(ask(del, "/v1/places/1").status == 200);
    CHECK(ask(del, "/v1/places/1").status == 404);
}

TEST_CASE_FIXTURE(Site, "places: a map is GeoJSON") {
    account("ada");
    sign_in("ada");
    REQUIRE(ask(post, "/v1/places", hill).status == 201);
    const auto map = ask(get, "/v1/places/map?south=40&west=0&north=50&east=10");
    CHECK(map.status == 200);
    CHECK(map.type == "application/geo+json");
    CHECK(body_of(map).at("type").as_string() == "FeatureCollection");
    const auto feature = body_of(map).at("features").at(0);
    CHECK(feature.at("type").as_string() == "Feature");
    CHECK(feature.at("geometry").at("coordinates") == boost::json::array{2.35, 48.85});
    CHECK(feature.at("properties").at("country").as_string() == "France");
    CHECK(body_of(ask(get, "/v1/places/map?search=x")).at("features").as_array().empty());
    CHECK(code_of(ask(get, "/v1/places/map?south=40")) == "bad_window");
}

TEST_CASE_FIXTURE(Site, "places: visitors' maps are kept until somebody changes a place") {
    account("ada");
    const auto map = [&](std::vector<Header> fields = {}) {
        return ask(get, "/v1/places/map", {}, std::move(fields));
    };
    const auto empty = map();
    const auto tag = header_of(empty, "ETag");
    CHECK(tag.starts_with('"'));
    const int reads = store.reads;
    CHECK(header_of(map(), "ETag") == tag);
    CHECK(store.reads == reads + 1);  // the version alone
    const auto spared = map({{"If-None-Match", tag}});
    CHECK(spared.status == 304);
    CHECK(spared.body.empty());
    CHECK(header_of(spared, "ETag") == tag);
    sign_in("ada");
    CHECK(header_of(map(), "ETag") == "none");
    REQUIRE(ask(post, "/v1/places", hill).status == 201);
    jar.clear();
    const auto full = map({{"If-None-Match", tag}});
    CHECK(full.status == 200);
    CHECK(full.type == "application/geo+json");
    CHECK(body_of(full).at("features").as_array().size() == 1);
    CHECK(map().body == full.body);
    CHECK(body_of(ask(get, "/v1/places/map?search=x")).at("features").as_array().empty());
    const auto theirs = ask(get, "/api/locations/map_geojson/");
    CHECK(theirs.body != full.body);
    CHECK(ask(get, "/api/locations/map_geojson/").body == theirs.body);
    sign_in("ada");
    REQUIRE(ask(del, "/v1/places/1").status == 200);
    jar.clear();
    CHECK(body_of(map()).at("features").as_array().empty());
    store.down = true;
    CHECK(map().status == 503);
}

TEST_CASE_FIXTURE(Site, "places: favourites and visits are one's own") {
    account("ada");
    sign_in("ada");
    REQUIRE(ask(post, "/v1/places", hill).status == 201);
    const auto liked = ask(post, "/v1/favourites", R"({"place":1,"nickname":"Home"})");
    CHECK(liked.status == 201);
    CHECK(body_of(liked).at("display_name").as_string() == "Home");
    CHECK(code_of(ask(post, "/v1/favourites", R"({"place":1})")) == "favourite_already");
    CHECK(ask(post, "/v1/favourites", R"({"place":9})").status == 404);
    CHECK(body_of(ask(get, "/v1/favourites")).at("count").as_int64() == 1);
    CHECK(body_of(ask(patch, "/v1/favourites/1", R"({"nickname":""})")).at("nickname").is_null());
    account("bob");
    sign_in("bob");
    CHECK(ask(get, "/v1/favourites/1").status == 404);
    CHECK(ask(del, "/v1/favourites/1").status == 404);
    CHECK(body_of(ask(post, "/v1/places/1/favourite")).at("favourite").as_bool());
    CHECK(body_of(ask(put, "/v1/places/1/visit")).at("visits").as_int64() == 1);
    CHECK_FALSE(body_of(ask(put, "/v1/places/1/visit")).at("changed").as_bool());
    CHECK(body_of(ask(get, "/v1/places/1")).at("visitors").as_int64() == 2);
    CHECK_FALSE(body_of(ask(del, "/v1/places/1/visit")).at("visited").as_bool());
    CHECK(ask(put, "/v1/places/7/visit").status == 404);
}

}  // namespace
}  // namespace asterism::http
