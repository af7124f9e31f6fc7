#include "tests/http/starview_places.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Starview, "starview places: a new one has all that the client reads") {
    const auto made = ask(post, "/api/locations/",
                          R"({"name":"<b>Pic</b>","latitude":"42.93","longitude":0.14,)"
                          R"("location_type":"observatory","elevation":2876,"description":"no",)"
                          R"("bortle_class":1,"is_verified":true})");
    CHECK(made.status == 201);
    const auto view = body_of(made);
    check_keys(view, {{"id", "i"},
                      {"name", "s"},
                      {"description", "-"},
                      {"location_type", "s"},
                      {"location_type_display", "s"},
                      {"type_metadata", "o"},
                      {"latitude", "n"},
                      {"longitude", "n"},
                      {"elevation", "n"},
                      {"bortle_class", "i"},
                      {"bortle_sqm", "s"},
                      {"formatted_address", "s"},
                      {"administrative_area", "s"},
                      {"locality", "s"},
                      {"country", "s"},
                      {"added_by", "o"},
                      {"created_at", "s"},
                      {"is_favorited", "b"},
                      {"is_visited", "b"},
                      {"average_rating", "-"},
                      {"review_count", "i"},
                      {"reviews", "a"},
                      {"is_verified", "b"},
                      {"verification_date", "-"},
                      {"verified_by", "-"},
                      {"times_reported", "i"},
                      {"last_visited", "s"},
                      {"visitor_count", "i"},
                      {"review_summary", "-"},
                      {"user_summary_feedback", "-"}});
    CHECK(view.at("name").as_string() == "Pic");
    CHECK(view.at("location_type_display").as_string() == "Observatory");
    CHECK(view.at("bortle_sqm").as_string() == "21.38");
    CHECK(view.at("bortle_class") == 4);
    CHECK(view.at("is_visited").as_bool());
    CHECK_FALSE(view.at("is_verified").as_bool());
    CHECK(view.at("added_by") == json::value({{"id", 1}, {"username", "ada"}}));
    jar.clear();
    const auto item = see("/api/locations/").at("results").at(0);
    CHECK(item.at("images").as_array().empty());
    CHECK(item.at("distance").is_null());
    CHECK_FALSE(item.as_object().contains("description"));
    CHECK(item.as_object().size() == 28);
    check_keys(see("/api/locations/1/info_panel/"), {{"id", "i"},
                                                     {"name", "s"},
                                                     {"latitude", "n"},
                                                     {"longitude", "n"},
                                                     {"elevation", "n"},
                                                     {"formatted_address", "s"},
                                                     {"added_by_id", "i"},
                                                     {"average_rating", "-"},
                                                     {"review_count", "i"}});
}

TEST_CASE_FIXTURE(Starview,
                  "starview places: wrong fields are told in lists, and nothing is kept") {
    const auto errors_of = [&](std::string_view body) {
        const auto answer = ask(post, "/api/locations/", body);
        CHECK(answer.status == 400);
        CHECK(body_of(answer).at("error_code").as_string() == "VALIDATION_ERROR");
        return body_of(answer).at("errors").as_object();
    };
    const auto none = errors_of("{}");
    CHECK(none.size() == 3);
    CHECK(none.at("latitude").as_array().size() == 1);
    for (const auto& [body, field] :
         {std::pair{R"({"name":" ","latitude":1,"longitude":1})", "name"},
          std::pair{R"({"name":"x","latitude":90.1,"longitude":1})", "latitude"},
          std::pair{R"({"name":"x","latitude":1,"longitude":"east"})", "longitude"},
          std::pair{R"({"name":"x","latitude":1,"longitude":1,"location_type":"bar"})",
                    "location_type"},
          std::pair{R"({"name":"x","latitude":1,"longitude":1,"elevation":9001})", "elevation"}})
        CHECK(errors_of(body).contains(field));
    CHECK(count("") == 0);
}

TEST_CASE_FIXTURE(Starview, "starview places: what a form leaves empty is left as it is") {
    const std::vector<Header> form{{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto made = ask(post, "/api/locations/",
                          "name=Hill&latitude=40&longitude=-4&elevation=&location_type=", form);
    CAPTURE(made.body);
    REQUIRE(made.status == 201);
    CHECK(body_of(made).at("location_type") == "viewpoint");
    REQUIRE(ask(patch, "/api/locations/1/", R"({"elevation":612})").status == 200);
    const auto changed = ask(patch, "/api/locations/1/", "name=Mount&elevation=", form);
    CHECK(body_of(changed).at("name") == "Mount");
    CHECK(body_of(changed).at("elevation") == 612);
    const auto refused = ask(put, "/api/locations/1/", "name=Hill&latitude=&longitude=-4", form);
    CHECK(refused.status == 400);
    CHECK(body_of(refused).at("errors").as_object().contains("latitude"));
    CHECK(ask(patch, "/api/locations/1/", "elevation=high", form).status == 400);
    CHECK(see("/api/locations/1/").at("name") == "Mount");
}

TEST_CASE_FIXTURE(Starview, "starview places: what a place must have cannot be taken from it") {
    REQUIRE(add("Hill", 40, -4).status == 201);
    const auto before = see("/api/locations/1/");
    for (const std::string field :
         {"name", "latitude", "longitude", "elevation", "location_type"}) {
        CAPTURE(field);
        const auto refused =
            ask(patch, "/api/locations/1/", R"({"is_verified":true,")" + field + R"(":null})");
        CHECK(refused.status == 400);
        CHECK(body_of(refused).at("errors").at(field).at(0).is_string());
    }
    CHECK(see("/api/locations/1/") == before);
}

TEST_CASE_FIXTURE(Starview, "starview places: only who added one, or the staff, changes it") {
    REQUIRE(add("Hill", 40, -4).status == 201);
    account("bob");
    sign_in("bob");
    CHECK(ask(patch, "/api/locations/1/", R"({"name":"Mine"})").status == 403);
    CHECK(ask(put, "/api/locations/1/", R"({"name":"M","latitude":1,"longitude":1})").status ==
          403);
    CHECK(ask(del, "/api/locations/1/").status == 403);
    sign_in("ada");
    CHECK(ask(put, "/api/locations/1/", R"({"name":"Peak"})").status == 400);
    const auto changed = ask(patch, "/api/locations/1/", R"({"name":"Peak"})");
    CHECK(changed.status == 200);
    CHECK(body_of(changed).at("name").as_string() == "Peak");
    const auto gone = ask(del, "/api/locations/1/");
    CHECK(gone.status == 204);
    CHECK(gone.body.empty());
    for (const auto* target : {"/api/locations/1/", "/api/locations/x/", "/api/locations/0/",
                               "/api/locations/99999999999999999999/"})
        CHECK(ask(get, target).status == 404);
    jar.clear();
    CHECK(ask(del, "/api/locations/1/").status == 401);
}

TEST_CASE_FIXTURE(Starview, "starview places: pages are linked absolutely, and keep the question") {
    for (int i = 0; i < 21; ++i) REQUIRE(add("Place " + std::to_string(i), 40, -4).status == 201);
    const auto first = see("/api/locations/?sort=created_at&search=place%20&x=1");
    CHECK(first.at("count").as_int64() == 21);
    CHECK(first.at("results").as_array().size() == 10);
    CHECK(first.at("previous").is_null());
    CHECK(first.at("next").as_string().find("://") != std::string::npos);
    CHECK(first.at("next").as_string().ends_with(
        "/api/locations/?sort=created_at&search=place%20&x=1&page=2"));
    const auto second = see("/api/locations/?page=2&sort=created_at");
    CHECK(second.at("next").as_string().ends_with("/api/locations/?page=3&sort=created_at"));
    CHECK(second.at("previous").as_string().ends_with("/api/locations/?sort=created_at"));
    const auto last = see("/api/locations/?page=last");
    CHECK(last.at("results").as_array().size() == 1);
    CHECK(last.at("next").is_null());
    for (const auto* page : {"0", "4", "-1", "two", "1.5", "99999999999"}) {
        const auto none = ask(get, "/api/locations/?page=" + std::string(page));
        CHECK(none.status == 404);
        CHECK(body_of(none).at("detail").as_string() == "Invalid page.");
    }
}

TEST_CASE_FIXTURE(Starview, "starview places: filters that are not understood are passed over") {
    REQUIRE(add("Hill", 48.85, 2.35).status == 201);
    REQUIRE(add("Peak", 41.9, 12.5).status == 201);
    for (const auto* query :
         {"?type=bar,", "?minRating=good", "?verified=yes", "?maxBortle=4.5", "?near=me",
          "?near=95,0&radius=1", "?near=48,2&radius=far", "?near=48", "?sort=sideways",
          "?search=", "?minRating=nan", "?near=nan,nan", "?unknown=1", "?type=viewpoint,bar"})
        CHECK_MESSAGE(count(query) == 2, query);
    CHECK(count("?search=FRANCE") == 1);
    CHECK(count("?type=campground") == 0);
    CHECK(count("?minRating=0") == 0);
    CHECK(count("?verified=true") == 0);
    CHECK(count("?maxBortle=12") == 2);
    CHECK(count("?maxBortle=0") == 0);
    CHECK(count("?near=48.85,2.4") == 1);
    CHECK(count("?near=48.85,2.4&radius=0") == 1);
    CHECK(count("?near=48.85,2.4&radius=12500") == 2);
    CHECK(count("?near=48.85,2.4&radius=12501") == 1);
    const auto far = see("/api/locations/?near=48.85,2.36&radius=12500&sort=-distance");
    CHECK(far.at("results").at(0).at("name").as_string() == "Peak");
    CHECK(far.at("results").at(1).at("distance").as_double() == 0.7);
    CHECK(see("/api/locations/?sort=distance&verified=no").at("results").at(0).at("id") == 1);
}

TEST_CASE_FIXTURE(Starview, "starview places: the map has all of them, but for the poles") {
    REQUIRE(add("Hill", 48.85, 2.35).status == 201);
    REQUIRE(add("Pole", 85.001, 0).status == 201);
    REQUIRE(add("Edge", -85, -179.9).status == 201);
    const auto features = [&](std::string_view query) {
        return see("/api/locations/map_geojson/" + std::string(query)).at("features").as_array();
    };
    REQUIRE(features("").size() == 2);
    CHECK(features("?page=9&sort=distance").size() == 2);
    CHECK(features("?bbox=0,40,10,50").size() == 1);
    CHECK(features("?bbox=170,-90,-170,0").size() == 1);
    CHECK(features("?bbox=10,50,0,40").size() == 2);  // no window: passed over
    CHECK(features("?bbox=0,40,10").size() == 2);
    CHECK(features("?bbox=0,40,10,50,60").size() == 2);
    CHECK(features("?search=france").size() == 1);
    const auto feature = features("?search=hill").at(0);
    CHECK(feature.at("geometry").at("coordinates") == json::array{2.35, 48.85});
    check_keys(feature.at("properties"), {{"id", "i"},
                                          {"name", "s"},
                                          {"is_favorited", "b"},
                                          {"location_type", "s"},
                                          {"location_type_display", "s"},
                                          {"type_metadata", "o"},
                                          {"administrative_area", "s"},
                                          {"country", "s"},
                                          {"elevation", "n"},
                                          {"bortle_class", "i"},
                                          {"bortle_sqm", "n"},
                                          {"latitude", "n"},
                                          {"longitude", "n"},
                                          {"average_rating", "-"},
                                          {"avg_rating", "-"},
                                          {"review_count", "i"},
                                          {"images", "a"}});
}

TEST_CASE_FIXTURE(Starview, "starview places: those nearby are a bare list, nearest first") {
    REQUIRE(add("Hill", 48.85, 2.35).status == 201);
    REQUIRE(add("Peak", 41.9, 12.5).status == 201);
    const auto near = see("/api/locations/popular_nearby/?lat=42&lng=12.5&radius=99999");
    REQUIRE(near.as_array().size() == 2);
    CHECK(near.at(0).at("name").as_string() == "Peak");
    CHECK(near.at(0).at("distance").as_double() == doctest::Approx(11.1));
    CHECK(see("/api/locations/popular_nearby/?lat=42&lng=12.5").as_array().size() == 1);
    CHECK(see("/api/locations/popular_nearby/?lat=42&lng=12.5&radius=1000&limit=0")
              .as_array()
              .size() == 1);
    for (const auto* query : {"", "?lat=1", "?lat=a&lng=b", "?lat=1&lng=1&limit=x",
                              "?lat=1&lng=1&radius=1.5", "?lat=91&lng=1"}) {
        const auto refused = ask(get, "/api/locations/popular_nearby/" + std::string(query));
        CHECK(refused.status == 400);
        CHECK(body_of(refused).as_object().size() == 1);
        CHECK(body_of(refused).at("detail").is_string());
    }
}

TEST_CASE_FIXTURE(Starview, "starview places: hearts and footprints toggle, without a body") {
    REQUIRE(add("Hill", 40, -4).status == 201);
    const auto heart = [&] { return ask(post, "/api/locations/1/toggle_favorite/"); };
    const auto on = heart();
    CHECK(on.status == 201);
    CHECK(body_of(on).at("is_favorited").as_bool());
    CHECK(see("/api/locations/").at("results").at(0).at("is_favorited").as_bool());
    const auto off = heart();
    CHECK(off.status == 200);
    CHECK_FALSE(body_of(off).at("is_favorited").as_bool());
    const auto marked = ask(post, "/api/locations/1/mark-visited/");
    CHECK(marked.status == 200);  // who added it has been there
    CHECK(body_of(marked).at("total_visits") == 1);
    CHECK(body_of(ask(del, "/api/locations/1/unmark-visited/")).at("total_visits") == 0);
    CHECK(ask(post, "/api/locations/1/mark-visited/").status == 201);
    const auto toggled = ask(post, "/api/locations/1/toggle-visited/");
    CHECK(toggled.status == 200);
    CHECK_FALSE(body_of(toggled).at("is_visited").as_bool());
    CHECK(body_of(toggled).at("newly_earned_badges").as_array().empty());
    CHECK(ask(post, "/api/locations/9/toggle-visited/").status == 404);
    jar.clear();
    CHECK(heart().status == 401);
}

TEST_CASE_FIXTURE(Site, "starview places: twenty an hour, and favourites do not count") {
    account("ada");
    sign_in("ada");
    constexpr auto* hill = R"({"name":"Hill","latitude":1,"longitude":1})";
    for (int i = 0; i < 20; ++i) CHECK(ask(post, "/api/locations/", hill).status == 201);
    const auto refused = ask(post, "/api/locations/", hill);
    CHECK(refused.status == 429);
    CHECK(body_of(refused).at("error_code").as_string() == "THROTTLED");
    CHECK(ask(post, "/api/locations/1/toggle_favorite/").status == 201);
}

}  // namespace
}  // namespace asterism::http
