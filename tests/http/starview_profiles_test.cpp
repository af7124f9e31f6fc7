#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

std::string text_at(const Response& response, std::string_view name) {
    return std::string(body_of(response).at(name).as_string());
}

TEST_CASE_FIXTURE(Site, "starview profiles: everybody sees one, without the address") {
    account("alice");
    const auto seen = ask(get, "/api/users/Alice/");
    CHECK(seen.status == 200);
    const auto profile = body_of(seen);
    CHECK(profile.at("username").as_string() == "alice");
    CHECK(profile.at("stats").at("follower_count").as_int64() == 0);
    CHECK(profile.at("is_following").is_null());
    CHECK(profile.at("pinned_badge_ids").as_array().empty());
    CHECK(text_at(seen, "profile_picture_url") == "/static/images/default_profile_pic.jpg");
    CHECK(seen.body.find('@') == std::string::npos);
    CHECK(ask(get, "/api/users/nobody/").status == 404);
    CHECK(ask(get, "/api/users/b@d name/").status == 400);
    CHECK(body_of(ask(get, "/api/users/alice/badges/")).at("earned").as_array().empty());
    CHECK(body_of(ask(get, "/api/users/alice/reviews/?page=1")).at("count").as_int64() == 0);
    CHECK(ask(get, "/api/users/nobody/badges/").status == 404);
}

TEST_CASE_FIXTURE(Site, "starview profiles: one's own is private, and nobody is called me") {
    CHECK(ask(get, "/api/users/me/").status == 401);
    account("alice");
    sign_in("alice");
    const auto own = body_of(ask(get, "/api/users/me/"));
    CHECK(own.at("email").as_string() == "alice@example.org");
    CHECK(own.at("has_usable_password").as_bool());
    CHECK(own.at("unit_preference").as_string() == "metric");
    CHECK(own.at("language_preference").as_string() == "en");
    CHECK(ask(get, "/api/users/me/reviews/").status == 404);
    CHECK(ask(post, "/api/users/").status == 404);
    CHECK(ask(del, "/api/users/alice/").status == 405);
    const auto badges = body_of(ask(get, "/api/users/me/badges/collection/"));
    for (const auto* group : {"earned", "in_progress", "pinned_badge_ids"})
        CHECK(badges.at(group).as_array().empty());
    CHECK(badges.at("locked").as_array().size() == 27);
}

TEST_CASE_FIXTURE(Site, "starview profiles: settings are kept, and follow to the status") {
    account("alice");
    sign_in("alice");
    CHECK(text_at(ask(patch, "/api/users/me/update-bio/", R"({"bio":" Counts stars. "})"), "bio") ==
          "Counts stars.");
    CHECK(text_at(ask(patch, "/api/users/me/update-unit-preference/",
                      R"({"unit_preference":"Imperial"})"),
                  "unit_preference") == "imperial");
    CHECK(text_at(ask(patch, "/api/users/me/update-location/", R"({"location":"Tucson"})"),
                  "location") == "Tucson");
    const auto user = body_of(ask(get, "/api/auth/status/")).at("user");
    CHECK(user.at("bio").as_string() == "Counts stars.");
    CHECK(user.at("unit_preference").as_string() == "imperial");
    CHECK(text_at(ask(patch, "/api/users/me/update-bio/", "{}"), "bio").empty());
}

TEST_CASE_FIXTURE(Site, "starview profiles: refusals are of the whole, and change nothing") {
    account("alice");
    sign_in("alice");
    const auto long_bio =
        ask(patch, "/api/users/me/update-bio/", R"({"bio":")" + std::string(501, 'a') + "\"}");
    CHECK(long_bio.status == 400);
    CHECK(text_at(long_bio, "error_code") == "VALIDATION_ERROR");
    CHECK_FALSE(body_of(long_bio).as_object().contains("errors"));
    CHECK(ask(patch, "/api/users/me/update-unit-preference/", R"({"unit_preference":"furlongs"})")
              .status == 400);
    CHECK(ask(patch, "/api/users/me/update-unit-preference/", "{}").status == 400);
    CHECK(ask(patch, "/api/users/me/update-bio/", R"({"bio":7})").status == 400);
    const auto own = body_of(ask(get, "/api/users/me/"));
    CHECK(own.at("bio").as_string().empty());
    CHECK(own.at("unit_preference").as_string() == "metric");
}

}  // namespace
}  // namespace asterism::http
