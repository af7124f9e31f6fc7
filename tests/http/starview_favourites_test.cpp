#include <doctest/doctest.h>

#include "tests/http/photo_forms.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Starview, "starview favourites: are one's own, with nicknames") {
    REQUIRE(add("A hill with a name that is rather long", 40, -4).status == 201);
    const auto made = ask(post, "/api/favorite-locations/", R"({"location_id":"1"})");
    CHECK(made.status == 201);
    check_keys(body_of(made), {{"id", "i"},
                               {"user", "s"},
                               {"location", "o"},
                               {"nickname", "-"},
                               {"display_name", "s"},
                               {"created_at", "s"}});
    const auto place = body_of(made).at("location");
    CHECK(place.at("reviews").is_array());
    CHECK(place.at("average_rating").is_null());
    CHECK(place.at("review_count") == 0);
    CHECK(body_of(made).at("display_name").as_string() == "A hill with a name that i...");
    const auto refused = [&](Verb verb, std::string_view target, std::string_view body) {
        const auto answer = ask(verb, target, body);
        CHECK(answer.status == 400);
        const auto all = body_of(answer).as_object();
        const auto* errors = all.if_contains("errors");
        return errors ? std::string(errors->as_object().begin()->key()) : std::string("general");
    };
    constexpr auto* all = "/api/favorite-locations/";
    constexpr auto* one = "/api/favorite-locations/1/";
    CHECK(refused(post, all, R"({"location_id":1})") == "general");
    CHECK(refused(post, all, R"({"location_id":9})") == "location_id");
    CHECK(refused(post, all, R"({"location_id":"x"})") == "location_id");
    CHECK(refused(post, all, "{}") == "location_id");
    CHECK(refused(put, one, R"({"nickname":"x"})") == "location_id");
    CHECK(refused(patch, one, R"({"nickname":")" + std::string(51, 'x') + "\"}") == "nickname");
    CHECK(body_of(ask(put, one, R"({"location_id":1,"nickname":"Home"})")).at("nickname") ==
          "Home");
    CHECK(body_of(ask(patch, one, R"({"nickname":null})")).at("nickname").is_null());
    CHECK(see(all).at("count") == 1);
    account("bob");
    sign_in("bob");
    CHECK(see(all).at("count") == 0);
    CHECK(ask(get, one).status == 404);
    CHECK(ask(del, one).status == 404);
    CHECK(ask(get, "/api/favorite-locations/x/").status == 404);
    sign_in("ada");
    CHECK(ask(del, one).status == 204);
    jar.clear();
    CHECK(ask(get, all).status == 401);
}

TEST_CASE_FIXTURE(Exhibition,
                  "starview favourites: show the place's figures, and natively its photos") {
    REQUIRE(ask(post, "/api/locations/1/reviews/", R"({"rating":4})").status == 201);
    REQUIRE(send({wide}).status == 201);
    REQUIRE(ask(post, "/api/favorite-locations/", R"({"location_id":1})").status == 201);
    const std::vector views{see("/api/favorite-locations/").at("results").at(0),
                            see("/api/favorite-locations/1/")};
    for (const auto& each : views) {
        const auto& place = each.at("location");
        CHECK(place.at("average_rating") == 4);
        CHECK(place.at("review_count") == 1);
        CHECK_FALSE(place.as_object().contains("images"));  // as the contract's detail has none
        CHECK(place == see("/api/locations/1/"));
    }
    const auto native = see("/v1/favourites").at("favourites").at(0).at("place");
    CHECK(see("/v1/favourites/1").at("reviews").at(0).at("stars") == 4);
    CHECK(native.at("photos").as_array().size() == 1);
    CHECK(native.at("rating") == 4);
}

}  // namespace
}  // namespace asterism::http
