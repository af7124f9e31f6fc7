#include "tests/http/photo_forms.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Exhibition, "Starview: photos are sent, shown in the gallery and voted for") {
    const auto sent = send({wide, wide, wide});
    CAPTURE(sent.body);
    REQUIRE(sent.status == 201);
    const auto photos = body_of(sent).at("photos");
    check_keys(photos.at(0), {{"id", "s"}, {"image_url", "s"}, {"thumbnail_url", "s"}});
    CHECK(photos.at(0).at("id").as_string() == "loc_1");
    CHECK(ask(get, photos.at(0).at("image_url").as_string()).status == 200);

    const auto page = see("/api/locations/1/photos/?sort=newest&limit=2&mine=false");
    check_keys(page,
               {{"results", "a"}, {"next_cursor", "s"}, {"has_more", "b"}, {"total_count", "i"}});
    CHECK(page.at("total_count").as_int64() == 3);
    const auto first = page.at("results").at(0);
    check_keys(first, {{"id", "s"},
                       {"type", "s"},
                       {"image_url", "s"},
                       {"thumbnail_url", "s"},
                       {"width", "i-"},
                       {"height", "i-"},
                       {"caption", "s"},
                       {"upvote_count", "i"},
                       {"user_has_upvoted", "b"},
                       {"created_at", "s"},
                       {"uploaded_by", "o"}});
    check_keys(first.at("uploaded_by"), {{"username", "s"},
                                         {"display_name", "s"},
                                         {"profile_picture_url", "s"},
                                         {"is_system_account", "b"}});
    CHECK(first.at("id").as_string() == "loc_3");
    CHECK(first.at("created_at").as_string().ends_with("+00:00"));
    const auto cursor = std::string(page.at("next_cursor").as_string());
    const auto rest = see("/api/locations/1/photos/?limit=2&cursor=" + cursor);
    CHECK(rest.at("results").at(0).at("id").as_string() == "loc_1");
    CHECK_FALSE(rest.at("has_more").as_bool());
    CHECK(rest.at("next_cursor").is_null());

    sign_in("ada");
    const auto vote = ask(post, "/api/locations/1/photos/loc_1/vote/");
    check_keys(body_of(vote),
               {{"upvote_count", "i"}, {"user_has_upvoted", "b"}, {"photo_id", "s"}});
    CHECK(body_of(vote).at("photo_id").as_string() == "loc_1");
    CHECK(see("/api/locations/1/photos/?sort=most_upvoted")
              .at("results")
              .at(0)
              .at("user_has_upvoted")
              .as_bool());
}

TEST_CASE_FIXTURE(Exhibition, "Starview: the gallery makes the best of what it does not know") {
    REQUIRE(send({wide, wide}).status == 201);
    const auto shown = [&](std::string_view query) {
        return see("/api/locations/1/photos/?" + std::string(query))
            .at("results")
            .as_array()
            .size();
    };
    CHECK(shown("limit=0") == 1);
    CHECK(shown("limit=-3") == 1);
    CHECK(shown("limit=many") == 2);
    CHECK(shown("limit=500") == 2);
    CHECK(shown("cursor=nonsense") == 2);
    CHECK(shown("sort=prettiest&mine=perhaps") == 2);
    CHECK(shown("mine=true") == 2);
    sign_in("ada");
    CHECK(shown("mine=true") == 0);
    jar.clear();
    CHECK(shown("mine=true") == 2);
    CHECK(ask(get, "/api/locations/9/photos/").status == 404);
    CHECK(ask(get, "/api/locations/x/photos/").status == 404);
}

TEST_CASE_FIXTURE(Exhibition, "Starview: a photo's address has its kind, and leads nowhere else") {
    REQUIRE(send({wide}).status == 201);
    CHECK(ask(post, "/api/locations/1/photos/loc_1/vote/").status == 400);  // one's own
    sign_in("ada");
    CHECK(ask(post, "/api/locations/1/photos/rev_1/vote/").status == 404);
    CHECK(ask(post, "/api/locations/2/photos/loc_1/vote/").status == 404);
    CHECK(ask(post, "/api/locations/1/photos/loc_2/vote/").status == 404);
    for (const auto verb : {post, del}) {
        const std::string act = verb == post ? "vote/" : "";
        const auto odd = ask(verb, "/api/locations/1/photos/abc_1/" + act);
        CHECK(odd.status == 400);
        check_keys(body_of(odd), {{"detail", "s"}});
        CHECK(ask(verb, "/api/locations/1/photos/1/" + act).status == 404);
    }
    CHECK(ask(post, "/api/locations/1/photos/LOC-1/vote/").status == 404);
    CHECK(ask(post, "/api/locations/1/photos/loc_x/vote/").status == 404);
    CHECK(ask(post, "/api/locations/1/photos/loc_99999999999999999999/vote/").status == 404);
    CHECK(ask(del, "/api/locations/1/photos/loc_1/").status == 403);
    sign_in("bob");
    const auto gone = ask(del, "/api/locations/1/photos/loc_1/");
    CHECK(gone.status == 200);
    CHECK(body_of(gone).as_object().contains("detail"));
    CHECK(files.published.empty());
    jar.clear();
    CHECK(ask(post, "/api/locations/1/photos/loc_1/vote/").status == 401);
}

TEST_CASE_FIXTURE(Exhibition, "Starview: forms that are refused say why in one sentence") {
    for (const auto& [contents, words] : {std::pair{std::vector<std::string>{}, 0},
                                          {std::vector<std::string>(6, wide), 0},
                                          {std::vector{wide, tests::sample("photo.jpg")}, 0}}) {
        const auto refused = send(contents);
        CAPTURE(refused.body);
        CHECK(refused.status == 400);
        CHECK(body_of(refused).at("detail").is_string());
        CHECK(words == 0);
        CHECK(files.published.empty());
    }
    CHECK(send({wide}, "/api/locations/9/photos/").status == 404);
}

TEST_CASE_FIXTURE(Exhibition, "Starview: who sends no form has sent no photo") {
    for (const auto* target : {"/api/locations/1/photos/", "/api/users/me/upload-picture/"})
        for (const auto* body : {"", "{}", R"({"images":"a","photos":["a"],"picture":"a"})"}) {
            CAPTURE(target);
            CAPTURE(body);
            const auto refused = ask(post, target, body);
            CHECK(refused.status == 400);
            CHECK(body_of(refused).at("error_code") == "VALIDATION_ERROR");
        }
    CHECK(ask(post, "/api/locations/1/photos/", "{").status == 400);
    const std::vector<Header> text{{"Content-Type", "text/plain"}};
    CHECK(ask(post, "/api/locations/1/photos/", "x", text).status == 415);
    CHECK(files.published.empty());
}

TEST_CASE_FIXTURE(Exhibition, "Starview: lists and maps of places have their photos") {
    REQUIRE(send({wide}).status == 201);
    const auto image = see("/api/locations/").at("results").at(0).at("images").at(0);
    check_keys(image, {{"id", "s"},
                       {"thumbnail", "s"},
                       {"full", "s"},
                       {"uploaded_by", "o"},
                       {"uploaded_at", "s"},
                       {"upvote_count", "i"},
                       {"user_has_upvoted", "b"}});
    CHECK(image.at("uploaded_by").at("profile_picture").as_string() ==
          "/static/images/default_profile_pic.jpg");
    CHECK(see("/api/locations/popular_nearby/?lat=48&lng=2").at(0).at("images").at(0) == image);
    const auto mapped =
        see("/api/locations/map_geojson/").at("features").at(0).at("properties").at("images");
    check_keys(mapped.at(0), {{"id", "s"}, {"thumbnail", "s"}, {"full", "s"}});
    CHECK(mapped.at(0).at("id").as_string() == "1");
    CHECK(mapped.at(0).at("thumbnail").as_string().ends_with("-720.jpg"));
}

TEST_CASE_FIXTURE(Exhibition, "Starview: the carousel is a bare list that is never empty") {
    const auto bare = see("/api/locations/hero_carousel/").as_array();
    REQUIRE(bare.size() == 1);
    check_keys(bare[0], {{"id", "i"}, {"name", "s"}, {"image_url", "s"}});
    CHECK(ask(get, bare[0].at("image_url").as_string()).status == 200);
    REQUIRE(send({wide}).status == 201);
    now = tests::instant("2026-03-31T23:59:59Z");
    const auto shown = see("/api/locations/hero_carousel/").as_array();
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].at("name").as_string() == "Hill");
    CHECK(shown[0].at("image_url").as_string().starts_with("/media/"));
}

TEST_CASE_FIXTURE(Exhibition, "Starview: to what moderators have hidden no photos are added") {
    REQUIRE(ask(post, "/api/locations/1/reviews/", R"({"rating":5})").status == 201);
    store.tables.reviews.at(1).hidden = true;
    const auto refused = send({wide}, "/api/locations/1/reviews/1/add_photos/");
    CHECK(refused.status == 400);
    CHECK(body_of(refused).at("detail").as_string().find("hidden") != std::string::npos);
    CHECK(store.tables.photos.empty());
    CHECK(files.published.empty());
}

TEST_CASE_FIXTURE(Exhibition, "Starview: a review has up to five photos, which its place shows") {
    const auto said = ask(post, "/api/locations/1/reviews/", R"({"rating":5})");
    REQUIRE(said.status == 201);
    const std::string review = "/api/locations/1/reviews/1/";
    const auto sent = send({wide, wide}, review + "add_photos/", "review_images");
    CAPTURE(sent.body);
    REQUIRE(sent.status == 201);
    check_keys(body_of(sent).at("photos").at(1), {{"id", "i"}, {"image_url", "s"}, {"order", "i"}});
    CHECK(body_of(sent).at("photos").at(1).at("order").as_int64() == 2);
    CHECK(send({wide, wide, wide, wide}, review + "add_photos/").status == 400);
    CHECK(send({wide, wide, wide}, review + "add_photos/").status == 201);
    CHECK(send({tests::sample("photo.jpg")}, review + "add_photos/").status == 400);
    const auto shown = see("/api/locations/1/").at("reviews").at(0).at("photos").as_array();
    CHECK(shown.size() == 5);
    CHECK(see(review).at("photos").at(0).at("image_url") == shown[0].at("image_url"));
    const auto first = see("/api/locations/1/photos/?sort=oldest").at("results").at(0);
    CHECK(first.at("id").as_string() == "rev_1");
    CHECK(first.at("type").as_string() == "review");
    CHECK(first.at("review_id").as_int64() == 1);
    CHECK(ask(del, review + "photos/1/").status == 200);
    CHECK(ask(del, review + "photos/1/").status == 404);
    CHECK(ask(del, review + "photos/x/").status == 404);
    sign_in("ada");
    CHECK(send({wide}, review + "add_photos/").status == 403);
    CHECK(ask(del, review + "photos/2/").status == 403);
    CHECK(ask(post, "/api/locations/1/photos/rev_2/vote/").status == 200);
    sign_in("bob");
    CHECK(ask(del, review).status == 204);
    CHECK(files.published.empty());
    CHECK(store.tables.photos.empty());
}

}  // namespace
}  // namespace asterism::http
