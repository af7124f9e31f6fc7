#include <chrono>
#include <cmath>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace testing;
using enum Verb;

constexpr std::string_view ljubljana = "&lat=46.0512&lng=14.5058";

struct StarviewSky : Site {
    StarviewSky() {
        zones.tell("Europe/Ljubljana",
                   {{Instant::min() + std::chrono::days{1}, std::chrono::hours{1}}});
    }

    Response moon(std::string_view query) {
        return ask(get, "/api/moon-phases/?" + std::string(query));
    }
};

TEST_CASE_FIXTURE(StarviewSky, "starview moon: a place adds times, turns and itself") {
    const auto moon_of_day =
        body_of(moon("start_date=2026-03-01&end_date=2026-03-02" + std::string(ljubljana)));
    const auto& current = moon_of_day.at("current").as_object();
    for (const auto* event : {"next_moonrise", "next_moonset"}) {
        const auto& next = current.at(event).as_object();
        CHECK(next.size() == 3);
        CHECK(next.at("time").as_string().size() == 5);
        CHECK(next.at("date").as_string().starts_with("2026-03-0"));
    }
    CHECK(current.at("next_moonrise").at("label").as_string() == "Today");
    CHECK(current.at("next_moonset").at("label").as_string() == "Tomorrow");
    CHECK(std::abs(current.at("rotation_angle").to_number<double>()) <= 180);
    const auto& day = moon_of_day.at("daily").at(0).as_object();
    CHECK(day.at("moonrise").as_string() == current.at("next_moonrise").at("time").as_string());
    CHECK(day.at("moonset").as_string().size() == 5);
    CHECK(day.contains("rotation_angle"));
    CHECK(moon_of_day.at("location").at("lat").to_number<double>() == 46.05);
    CHECK(moon_of_day.at("location").at("lng").to_number<double>() == 14.51);
}

TEST_CASE_FIXTURE(StarviewSky, "starview moon: without a whole place there is none of that") {
    for (const auto* query : {"", "lat=46.05", "lng=14.51", "lat=&lng=14.51"}) {
        CAPTURE(query);
        const auto answer = body_of(moon(query)).as_object();
        CHECK_FALSE(answer.contains("location"));
        CHECK(answer.at("current").as_object().size() == 7);
        CHECK(answer.at("daily").at(0).as_object().size() == 8);
    }
}

TEST_CASE_FIXTURE(StarviewSky, "starview moon: where it does not rise there is null") {
    const auto answer = body_of(moon("start_date=2026-03-01&end_date=2026-03-28&lat=85&lng=0"));
    int without = 0;
    for (const auto& day : answer.at("daily").as_array())
        if (day.at("moonrise").is_null() && day.at("moonset").is_null()) ++without;
    CHECK(without > 10);
}

TEST_CASE_FIXTURE(StarviewSky, "starview moon: bad questions get the contract's refusal") {
    for (const auto* query :
         {"lat=90.0001&lng=0", "lat=-90.0001&lng=0", "lat=0&lng=180.0001", "lat=abc&lng=0",
          "lat=0&lng=1e400", "lat=nan&lng=0", "lat=inf&lng=0", "lat=0x1&lng=0",
          "start_date=2026-02-30", "start_date=yesterday", "start_date=2026-3-1",
          "start_date=1899-12-31&end_date=1899-12-31", "start_date=2101-01-01",
          "start_date=2026-03-02&end_date=2026-03-01", "start_date=2026-03-01&end_date=2026-04-02",
          "start_date=2026-03-01&end_date=2026-05-31&key_dates_only=1"}) {
        CAPTURE(query);
        const auto refused = moon(query);
        CHECK(refused.status == 400);
        CHECK(body_of(refused).at("error").as_string() == "validation_error");
        CHECK_FALSE(body_of(refused).at("message").as_string().empty());
        CHECK(body_of(refused).at("status_code").to_number<int>() == 400);
    }
}

TEST_CASE_FIXTURE(StarviewSky, "starview moon: the longest ranges and the last day are whole") {
    const auto days = body_of(moon("start_date=2026-03-01&end_date=2026-04-01"));
    CHECK(days.at("daily").as_array().size() == 32);
    // Full on 2026-05-31, at the end of a range of 90 days.
    const auto keys =
        body_of(moon("start_date=2026-03-02&end_date=2026-05-31&key_dates_only=yes")).as_object();
    CHECK(keys.at("key_dates").as_array().back().at("date").as_string() == "2026-05-31");
    CHECK(keys.size() == 1);
}

struct Point {
    double artificial_mcd_per_m2;
    double sqm;
    int bortle;
};

// The contract's check points, from the original.
constexpr Point points[]{{0, 22.00, 1},    {0.0005, 22.00, 1}, {0.001, 21.99, 2}, {0.02, 21.85, 2},
                         {0.05, 21.65, 3}, {0.1, 21.38, 4},    {0.2, 20.99, 5},   {0.5, 20.29, 6},
                         {1, 19.66, 6},    {2, 18.97, 7},      {5, 18.01, 7},     {7, 17.66, 8},
                         {10, 17.28, 8},   {20, 16.53, 9},     {100, 14.79, 9}};

TEST_CASE_FIXTURE(StarviewSky, "starview bortle: a map's light gets the original's class") {
    tiles.map.available = true;
    for (const Point& point : points) {
        CAPTURE(point.artificial_mcd_per_m2);
        tiles.map.artificial_mcd_per_m2 = point.artificial_mcd_per_m2;
        const auto answer = ask(get, "/api/bortle/?lat=46.051234&lng=14.505678");
        REQUIRE(answer.status == 200);
        const auto body = body_of(answer).as_object();
        CHECK(body.size() == 5);
        CHECK(body.at("sqm").to_number<double>() == point.sqm);
        CHECK(body.at("bortle").to_number<int>() == point.bortle);
        CHECK(body.at("location").at("lat").to_number<double>() == 46.0512);
        CHECK(body.at("location").at("lng").to_number<double>() == 14.5057);
    }
    tiles.map.artificial_mcd_per_m2 = 0.1;
    const auto body = body_of(ask(get, "/api/bortle/?lat=46&lng=14"));
    CHECK(body.at("description").as_string() == "Rural/suburban transition");
    CHECK(body.at("quality").as_string() == "good");
}

TEST_CASE_FIXTURE(StarviewSky, "starview bortle: what the map does not know is not made up") {
    tiles.map.available = true;
    const auto unknown = ask(get, "/api/bortle/?lat=-89&lng=0");
    CHECK(unknown.status == 404);
    CHECK(body_of(unknown).at("error").as_string() == "no_data");
    tiles.map.available = false;
    const auto broken = ask(get, "/api/bortle/?lat=46&lng=14");
    CHECK(broken.status == 503);
    CHECK(body_of(broken).at("error").as_string() == "service_unavailable");
    CHECK(body_of(broken).at("status_code").to_number<int>() == 503);
}

TEST_CASE_FIXTURE(StarviewSky, "starview bortle: where nobody has a map the towns' light answers") {
    tiles.map.available = tiles.map.expected = false;
    const auto city = body_of(ask(get, "/api/bortle/?lat=48.857&lng=2.352"));
    const auto ocean = body_of(ask(get, "/api/bortle/?lat=-45&lng=-120"));
    CHECK(city.at("bortle").to_number<int>() >= 8);
    CHECK(ocean.at("bortle").to_number<int>() == 1);
}

TEST_CASE_FIXTURE(StarviewSky, "starview bortle: bad questions get the contract's refusal") {
    tiles.map.available = true;
    for (const auto* query : {"", "lat=46", "lng=14", "lat=&lng=", "lat=abc&lng=14",
                              "lat=90.0001&lng=14", "lat=46&lng=-180.0001", "lat=nan&lng=14",
                              "lat=46&lng=infinity", "lat=1e999&lng=14", "lat=46%20&lng=14"}) {
        CAPTURE(query);
        const auto refused = ask(get, "/api/bortle/?" + std::string(query));
        CHECK(refused.status == 400);
        CHECK(body_of(refused).at("error").as_string() == "validation_error");
        CHECK_FALSE(body_of(refused).at("message").as_string().empty());
    }
}

}  // namespace
}  // namespace asterism::http
