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

}  // namespace
}  // namespace asterism::http
