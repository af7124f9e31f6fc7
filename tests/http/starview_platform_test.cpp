#include "tests/http/starview_places.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using namespace std::chrono_literals;
using enum Verb;

TEST_CASE_FIXTURE(Starview,
                  "starview platform: tells how much there is, as the contract shapes it") {
    add("Hill", 40, -4);
    store.tables.places.at(1).reviews = 1'299;
    store.tables.places.at(1).rating = 4;
    jar.clear();
    const auto stats = see("/api/stats/");
    check_keys(stats, {{"locations", "o"}, {"reviews", "o"}, {"stargazers", "o"}});
    CHECK(stats.at("locations") == json::value{{"count", 1}, {"formatted", "1"}});
    CHECK(stats.at("reviews") == json::value{{"count", 1'299}, {"formatted", "1.2k+"}});
    CHECK(stats.at("stargazers") == json::value{{"count", 1}, {"formatted", "1"}});
    CHECK(see("/api/stats/?whatever=1") == stats);
}

TEST_CASE_FIXTURE(Starview, "starview platform: whoever looks around is told where lists are") {
    jar.clear();
    CHECK(see("/api/") ==
          json::value{{"locations", "http://127.0.0.1:8000/api/locations/"},
                      {"favorite-locations", "http://127.0.0.1:8000/api/favorite-locations/"},
                      {"users", "http://127.0.0.1:8000/api/users/"}});
    CHECK(ask(Verb::head, "/api/").status == 200);
    CHECK(ask(Verb::options, "/api/").status == 200);
    const auto refused = ask(post, "/api/");
    CHECK(refused.status == 405);
    CHECK(header_of(refused, "Allow") == "GET, HEAD, OPTIONS");
    CHECK(body_of(refused).at("error_code") == "METHOD_NOT_ALLOWED");
    CHECK(ask(get, "/api/nothing/").status == 404);
}

TEST_CASE_FIXTURE(Starview, "starview platform: great figures are told by their first digits") {
    add("Hill", 40, -4);

    struct Row {
        std::int64_t count;
        const char* formatted;
    };

    for (const auto& [count, formatted] :
         {Row{0, "0"}, Row{999, "999"}, Row{1'000, "1.0k+"}, Row{1'999, "1.9k+"},
          Row{999'999, "999.9k+"}, Row{1'000'000, "1.0M+"}, Row{12'345'678, "12.3M+"}}) {
        store.tables.places.at(1).reviews = count;
        now += 5min;
        CHECK(see("/api/stats/").at("reviews").at("formatted") == formatted);
    }
}

TEST_CASE_FIXTURE(Starview, "starview platform: the figures are counted every five minutes") {
    const auto places = [&](std::string_view target) {
        const auto figures = see(target);
        const auto* native = figures.as_object().if_contains("places");
        return native ? native->as_int64() : figures.at("locations").at("count").as_int64();
    };
    CHECK(places("/api/stats/") == 0);
    CHECK(places("/v1/stats") == 0);
    add("Hill", 40, -4);
    const auto reads = store.reads;
    now += 5min - 1s;
    jar.clear();
    CHECK(places("/api/stats/") == 0);
    CHECK(places("/v1/stats") == 0);
    CHECK(store.reads == reads);
    now += 1s;
    CHECK(places("/api/stats/") == 1);
    CHECK(places("/v1/stats") == 1);
}

TEST_CASE_FIXTURE(Starview,
                  "starview platform: the site's own account and locked ones are no people") {
    account("bob");
    account("eve");
    for (auto& [each, hash] : store.tables.accounts) {
        if (each.handle == "bob") each.system = true;
        if (each.handle == "eve") each.active = false;
    }
    CHECK(see("/v1/stats").at("people") == 1);
    CHECK(ask(post, "/api/stats/").status == 405);
    CHECK(code_of(ask(get, "/v1/stats?what=1")) != "");
}

TEST_CASE_FIXTURE(Starview, "own data: has the places one added, likes and has been to") {
    add("Hill", 40, -4);
    account("bob");
    sign_in("bob");
    add("Lake", 41, -4);
    ask(post, "/v1/favourites", R"({"place":1,"nickname":"Home"})");
    ask(put, "/v1/places/1/visit");
    store.write([&](app::Unit& unit) {
        places::Review review;
        review.place = {1};
        review.account = {2};
        review.stars = 4;
        review.created_at = review.updated_at = now;
        CHECK(unit.reviews().add(review));
        unit.summaries().judge({2}, {1}, false, now);
        return true;
    });
    const auto data = see("/v1/accounts/me/data");
    REQUIRE(data.at("places").as_array().size() == 1);
    CHECK(data.at("places").at(0).at("name") == "Lake");
    REQUIRE(data.at("favourites").as_array().size() == 1);
    CHECK(data.at("favourites").at(0).at("nickname") == "Home");
    CHECK(data.at("favourites").at(0).at("place").at("name") == "Hill");
    REQUIRE(data.at("visits").as_array().size() == 2);
    CHECK(data.at("visits").at(0).at("name") == "Hill");
    CHECK(data.at("visits").at(0).at("visited_at") == "2026-03-01T12:00:00Z");
    REQUIRE(data.at("reviews").as_array().size() == 1);
    CHECK(data.at("reviews").at(0).at("place_name") == "Hill");
    CHECK(data.at("comments").as_array().empty());
    REQUIRE(data.at("opinions").as_array().size() == 1);
    CHECK(data.at("opinions").at(0) ==
          json::value{{"place", 1}, {"name", "Hill"}, {"helped", false}});
    sign_in("ada");
    const auto hers = see("/v1/accounts/me/data");
    CHECK(hers.at("favourites").as_array().empty());
    CHECK(hers.at("reviews").as_array().empty());
    CHECK(hers.at("opinions").as_array().empty());
    CHECK(hers.at("visits").as_array().size() == 1);
}

TEST_CASE_FIXTURE(Starview, "starview: answers are JSON, whatever the query wishes for") {
    REQUIRE(add("Hill", 40, -4).status == 201);
    for (const std::string path : {"/api/locations/", "/api/locations/1/", "/api/users/ada/"}) {
        CAPTURE(path);
        CHECK(see(path + "?format=json") == see(path));
        CHECK(ask(get, path + "?format=").status == 200);
        for (const auto* other : {"?format=api", "?format=xml", "?format=JSON"}) {
            const auto refused = ask(get, path + other);
            CHECK(refused.status == 404);
            CHECK(body_of(refused).at("error_code") == "NOT_FOUND");
        }
    }
}

}  // namespace
}  // namespace asterism::http
