#include "shells/http/kept_answers.hpp"

#include <doctest/doctest.h>

#include "tests/http/starview_places.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

/// Counts what it is asked for.
struct Counting final : app::Compressor {
    std::string compress(app::Coding coding, std::string_view bytes) const override {
        ++count;
        return (coding == app::Coding::gzip ? "gz " : "br ") + std::to_string(bytes.size());
    }

    mutable int count = 0;
};

TEST_CASE("kept answers: are true to their version, and the oldest make room") {
    KeptAnswers kept;
    CHECK_FALSE(kept.find({"a", 1, 1}));
    const auto answer = kept.keep({"a", 1, 1}, "one");
    CHECK(kept.find({"a", 1, 1}) == answer);
    CHECK_FALSE(kept.find({"a", 2, 1}));
    CHECK_FALSE(kept.find({"a", 1, 2}));
    CHECK_FALSE(kept.find({"b", 1, 1}));
    kept.keep({"a", 2, 1}, "two");
    CHECK_FALSE(kept.find({"a", 1, 1}));
    CHECK(kept.find({"a", 2, 1})->body() == "two");
    CHECK(answer->body() == "one");  // whoever is still sending it has it
    for (int i = 0; i < 5'000; ++i) {
        kept.keep({std::to_string(i), 2, 1}, "x");
        REQUIRE(kept.find({"a", 2, 1}));  // asked for again and again, it stays
    }
    CHECK_FALSE(kept.find({"0", 2, 1}));
    CHECK(kept.find({"4999", 2, 1}));
}

TEST_CASE("kept answers: each coding has its own tag, and is made once") {
    Counting compressor;
    const KeptAnswer answer(7, std::string(2'000, 'x'));
    const auto sent = [&](std::string_view accepts, std::string_view has = {}) {
        Request request;
        request.headers = {{"Accept-Encoding", accepts}, {"If-None-Match", has}};
        Response response;
        send(request, answer, {&compressor}, response);
        return response;
    };
    const auto plain = sent("");
    CHECK(plain.body.size() == 2'000);
    CHECK(header_of(plain, "Content-Encoding") == "none");
    CHECK(header_of(plain, "Vary").find("Accept-Encoding") != std::string::npos);
    const auto small = sent("gzip");
    CHECK(small.body == "gz 2000");
    CHECK(header_of(small, "Content-Encoding") == "gzip");
    CHECK(sent("gzip").body == small.body);
    CHECK(compressor.count == 1);
    CHECK(header_of(sent("br"), "ETag") != header_of(small, "ETag"));
    CHECK(header_of(small, "ETag") != header_of(plain, "ETag"));
    const auto spared = sent("gzip", header_of(small, "ETag"));
    CHECK(spared.status == 304);
    CHECK(spared.body.empty());
    CHECK(header_of(spared, "Content-Encoding") == "none");
    CHECK(sent("gzip", header_of(plain, "ETag")).status == 200);
    CHECK(compressor.count == 2);
    const KeptAnswer other(7, std::string(2'000, 'y'));
    CHECK(other.tag(app::Coding::identity) != answer.tag(app::Coding::identity));
}

TEST_CASE("kept answers: little is not worth compressing, much is not copied") {
    Counting compressor;
    Request request;
    request.headers = {{"Accept-Encoding", "br"}};
    Response response;
    send(request, {1, std::string(100, 'x')}, {&compressor}, response);
    CHECK(response.body.size() == 100);
    CHECK(compressor.count == 0);
    response.clear();
    request.headers.clear();
    const KeptAnswer much(1, std::string(1'000'000, 'x'));
    send(request, much, {&compressor}, response);
    CHECK(response.body.empty());
    CHECK(response.content().data() == much.body().data());
}

/// What the reference still showed after each of these (DEFECT-24).
TEST_CASE_FIXTURE(Starview, "starview places: what somebody does is seen at once, by all") {
    add("Pic", 42.93, 0.14);
    account("bob");
    const auto hers = jar;
    jar.clear();
    sign_in("bob");
    const auto his = jar;
    const auto list = [&](const auto& who) {
        jar = who;
        return see("/api/locations/").at("results").at(0);
    };
    const auto heart = [&](const auto& who) {
        jar = who;
        return see("/api/locations/map_geojson/")
            .at("features")
            .at(0)
            .at("properties")
            .at("is_favorited")
            .as_bool();
    };
    const std::map<std::string, std::string> nobody;
    const auto likes = [&](const auto& who) { return list(who).at("is_favorited").as_bool(); };
    CHECK_FALSE(likes(his));
    CHECK_FALSE(heart(his));
    CHECK_FALSE(heart(nobody));
    jar = his;
    REQUIRE(ask(post, "/api/locations/1/toggle_favorite/").status == 201);
    CHECK(likes(his));
    CHECK(heart(his));
    CHECK_FALSE(likes(hers));
    CHECK_FALSE(heart(hers));
    CHECK_FALSE(likes(nobody));
    CHECK_FALSE(heart(nobody));
    jar = his;
    CHECK(see("/api/locations/1/").at("is_favorited").as_bool());
    REQUIRE(ask(post, "/api/locations/1/toggle_favorite/").status == 200);
    CHECK_FALSE(likes(his));
    CHECK_FALSE(heart(his));
    CHECK(list(nobody).at("visitor_count") == 1);
    jar = his;
    REQUIRE(ask(post, "/api/locations/1/toggle-visited/").status == 200);
    CHECK(list(nobody).at("visitor_count") == 2);
    CHECK(list(his).at("is_visited").as_bool());
    CHECK_FALSE(list(nobody).at("is_visited").as_bool());
    jar.clear();
    const auto near = "/api/locations/popular_nearby/?lat=42.9&lng=0.1";
    CHECK(see(near).as_array().size() == 1);
    jar = hers;
    add("Col", 42.91, 0.15);
    jar.clear();
    CHECK(see(near).as_array().size() == 2);
    CHECK(see("/api/locations/map_geojson/").at("features").as_array().size() == 2);
    CHECK(count("") == 2);
}

TEST_CASE_FIXTURE(Starview, "starview places: what is kept for one is never told another") {
    add("Pic", 42.93, 0.14);
    ask(post, "/api/locations/1/toggle_favorite/");
    const auto hers = ask(get, "/api/locations/1/");
    CHECK(header_of(hers, "Cache-Control") == "no-store");
    CHECK(header_of(hers, "ETag") == "none");
    CHECK(ask(get, "/api/locations/1/").body == hers.body);
    jar.clear();
    const auto anybodys = ask(get, "/api/locations/1/");
    CHECK_FALSE(body_of(anybodys).at("is_favorited").as_bool());
    CHECK(header_of(anybodys, "Cache-Control") == "public, no-cache");
    const auto reads = store.reads;
    CHECK(ask(get, "/api/locations/1/").body == anybodys.body);
    CHECK(store.reads == reads + 1);  // the versions alone
    CHECK(ask(get, "/api/locations/1/", {}, {{"If-None-Match", header_of(anybodys, "ETag")}})
              .status == 304);
    CHECK(ask(get, "/api/locations/7/").status == 404);  // what is refused is not kept
    jar["sessionid"] = "somebody's that was";
    CHECK(header_of(ask(get, "/api/locations/1/"), "ETag") == "none");
}

}  // namespace
}  // namespace asterism::http
