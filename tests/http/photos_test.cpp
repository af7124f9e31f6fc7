#include "tests/http/photo_forms.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr std::string_view native_photos = "/v1/places/1/photos";

TEST_CASE_FIXTURE(Exhibition, "photos: up to five are sent at once, shown and fetched") {
    const auto sent = send({wide, wide, wide, wide, wide}, native_photos, "photos");
    CAPTURE(sent.body);
    REQUIRE(sent.status == 201);
    const auto photos = body_of(sent).at("photos").as_array();
    REQUIRE(photos.size() == 5);
    CHECK(photos[4].at("position").as_int64() == 5);
    jar.clear();
    const auto file = std::string(photos[0].at("photo").as_string());
    CHECK(ask(get, "/media/" + file).type == "image/jpeg");
    const auto page = body_of(ask(get, "/v1/places/1/photos?limit=2&sort=oldest"));
    CHECK(page.at("count").as_int64() == 5);
    CHECK(page.at("photos").at(0).at("id").as_int64() == 1);
    const auto next = std::string(page.at("next").as_string());
    CHECK(body_of(ask(get, "/v1/places/1/photos?limit=9&sort=oldest&cursor=" + next))
              .at("photos")
              .at(0)
              .at("id")
              .as_int64() == 3);
    CHECK(body_of(ask(get, "/v1/places")).at("places").at(0).at("photos").as_array().size() == 5);
    CHECK(body_of(ask(get, "/v1/places/1")).at("photos").is_null());
    CHECK(files.waiting.empty());
}

TEST_CASE_FIXTURE(Exhibition, "photos: a form with anything wrong in it leaves nothing") {
    const auto refused = [&](const Response& answer, int status, std::string_view code) {
        CAPTURE(answer.body);
        CHECK(answer.status == status);
        CHECK(code_of(answer) == code);
        CHECK(files.waiting.empty());
        CHECK(files.published.empty());
        CHECK(store.tables.photos.empty());
        CHECK(store.tables.blobs.empty());
    };
    const auto native = [&](const std::vector<std::string>& all) {
        return send(all, native_photos, "photos");
    };
    refused(native({wide, wide, wide, wide, wide, wide}), 400, "too_many_files");
    refused(native({}), 400, "bad_form");
    refused(native({wide, "no picture"}), 400, "image_format_differs");
    refused(native({wide, tests::sample("photo.jpg")}), 400, "image_too_small");
    refused(native({wide, std::string(5'242'881, 'x')}), 413, "file_too_large");
    refused(native({wide, ""}), 400, "empty_file");
    refused(send({wide}, native_photos, "images"), 400, "unknown_field");
    refused(send({wide}, "/v1/places/9/photos", "photos"), 404, "unknown_place");
    refused(ask(post, native_photos, R"({"photos":[]})"), 415, "unsupported_media_type");
    const auto text = "--xYz\r\nContent-Disposition: form-data; name=\"photos\"\r\n\r\n" +
                      std::string(32, 'a') + ".jpeg\r\n--xYz--\r\n";
    refused(upload(post, native_photos, text, form_type), 400, "not_a_file");
    darkroom.broken = true;
    refused(native({wide}), 400, "image_damaged");
    jar.clear();
    refused(native({wide}), 401, "sign_in_required");
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Exhibition, "photos: are changed, voted for and removed by whom it is right") {
    REQUIRE(send({wide, wide}, native_photos, "photos").status == 201);
    CHECK(code_of(ask(post, "/v1/photos/1/vote")) == "own_subject");
    CHECK(body_of(ask(patch, "/v1/photos/1", R"({"caption":"Night","position":2})"))
              .at("position")
              .as_int64() == 2);
    sign_in("ada");
    const auto voted = body_of(ask(post, "/v1/photos/1/vote"));
    CHECK(voted.at("votes").as_int64() == 1);
    CHECK(voted.at("voted").as_bool());
    CHECK(body_of(ask(get, "/v1/subjects/photo/1/votes")).at("up").as_int64() == 1);
    CHECK(ask(patch, "/v1/photos/1", R"({"caption":"Mine"})").status == 200);
    CHECK(code_of(ask(del, "/v1/photos/1")) == "not_your_photo");
    CHECK(code_of(ask(get, "/v1/places/1/photos?cursor=x")) == "bad_cursor");
    CHECK(code_of(ask(get, "/v1/places/1/photos?limit=0")) == "bad_photo_limit");
    sign_in("bob");
    CHECK(ask(del, "/v1/photos/1?place=2").status == 404);
    CHECK(ask(del, "/v1/photos/1").status == 200);
    CHECK(ask(del, "/v1/photos/1").status == 404);
    CHECK(files.published.size() == 2);
}

TEST_CASE_FIXTURE(Exhibition, "photos: their files go with the place and with who added it") {
    REQUIRE(send({wide, wide}, native_photos, "photos").status == 201);
    CHECK(files.published.size() == 4);
    sign_in("ada");
    SUBCASE("the place") { CHECK(ask(del, "/v1/places/1").status == 200); }
    SUBCASE("who added it") {
        const auto body = R"({"current_password":")" + std::string(password) + R"("})";
        CHECK(ask(del, "/v1/accounts/me", body).status == 200);
    }
    CHECK(files.published.empty());
    CHECK(store.tables.photos.empty());
    CHECK(store.tables.blobs.empty());
}

TEST_CASE_FIXTURE(Exhibition, "photos: stay where who sent them leaves") {
    REQUIRE(send({wide}, native_photos, "photos").status == 201);
    const auto own = body_of(ask(get, "/v1/accounts/me/data"));
    CHECK(own.at("photos").at(0).at("photo").as_string().ends_with("-1920.jpg"));
    const auto body = R"({"current_password":")" + std::string(password) + R"("})";
    REQUIRE(ask(del, "/v1/accounts/me", body).status == 200);
    const auto page = body_of(ask(get, native_photos));
    CHECK(page.at("photos").at(0).at("uploaded_by").at("handle").as_string() == "ada");
    CHECK(files.published.size() == 2);
}

TEST_CASE_FIXTURE(Site, "heroes: the front page always has something to show") {
    const auto none = body_of(ask(get, "/v1/places/heroes")).at("heroes").as_array();
    REQUIRE(none.size() == 1);
    CHECK(none[0].at("photo").is_null());
    CHECK(ask(get, "/static/images/default_hero.jpg").type == "image/jpeg");
}

}  // namespace
}  // namespace asterism::http
