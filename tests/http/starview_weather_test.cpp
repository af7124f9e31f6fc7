#include <chrono>
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

/// Today is 2026-03-01 at a place whose clock is an hour ahead.
struct StarviewWeather : Site {
    StarviewWeather() { zones = tests::FixedZones(std::chrono::hours{1}); }

    Response told(std::string_view query) {
        return ask(get, "/api/weather/?" + std::string(query));
    }

    static constexpr std::string_view here = "lat=46.0512&lng=14.5058";
};

TEST_CASE_FIXTURE(StarviewWeather, "starview weather: answers in the contract's shape") {
    const auto answer = told(here);
    CHECK(answer.status == 200);
    CHECK(header_of(answer, "Cache-Control") == "no-store, no-cache, must-revalidate, max-age=0");
    CHECK(header_of(answer, "Pragma") == "no-cache");
    CHECK(header_of(answer, "Expires") == "0");
    const auto body = body_of(answer).as_object();
    CHECK(body.at("location").at("lat").to_number<double>() == 46.1);
    CHECK(body.at("location").at("lng").to_number<double>() == 14.5);
    CHECK(body.at("generated_at").as_string() == "2026-03-01T12:00:00+00:00");
    CHECK(body.at("sources").at("open_meteo").as_bool());
    CHECK(body.at("warnings").as_array().empty());
    const auto& current = body.at("current").as_object();
    CHECK(current.size() == 10);
    CHECK(current.at("timestamp").as_string() == "2026-03-01T12:00:00+00:00");
    CHECK(current.at("cloud_cover").to_number<double>() == 13);
    CHECK(current.at("visibility").is_null());
    REQUIRE(body.at("daily").as_array().size() == 1);
    const auto& day = body.at("daily").at(0).as_object();
    CHECK(day.at("date").as_string() == "2026-03-01");
    CHECK(day.at("data_type").as_string() == "forecast");
    CHECK(day.at("confidence").as_string() == "high");
    CHECK_FALSE(day.contains("years_averaged"));
    REQUIRE(day.at("hourly").as_array().size() == 24);
    const auto& hour = day.at("hourly").at(18).as_object();
    CHECK(hour.size() == 10);
    CHECK(hour.at("time").as_string() == "2026-03-01T18:00");  // no offset: the client reads it so
    CHECK(hour.at("precipitation_probability").to_number<double>() == 40);
    const auto& summary = day.at("summary").as_object();
    CHECK(summary.at("cloud_cover_avg").to_number<double>() == 11.5);
    CHECK(summary.at("temperature_high").to_number<double>() == 37.5);
    CHECK(summary.at("precipitation_probability_max").to_number<double>() == 40);
}

TEST_CASE_FIXTURE(StarviewWeather, "starview weather: a range over all sources names each") {
    const auto body =
        body_of(told(std::string(here) + "&start_date=2026-02-22&end_date=2026-03-19"));
    const auto& daily = body.at("daily").as_array();
    REQUIRE(daily.size() == 26);
    CHECK(daily.front().at("data_type").as_string() == "historical");
    CHECK(daily.at(2).at("data_type").as_string() == "forecast");
    CHECK(daily.back().at("data_type").as_string() == "historical_average");
    CHECK(daily.back().at("years_averaged").to_number<int>() == 5);
    CHECK(daily.back().at("hourly").at(0).at("precipitation_probability").is_null());
}

TEST_CASE_FIXTURE(StarviewWeather,
                  "starview weather: days count from today, an end alone says nothing") {
    const auto days_of = [&](std::string_view more) {
        return body_of(told(std::string(here) + std::string(more))).at("daily").as_array().size();
    };
    CHECK(days_of("&days=16") == 16);
    CHECK(days_of("&end_date=2026-03-05") == 1);
    CHECK(days_of("&start_date=2026-03-02&end_date=2026-03-05&days=2") == 4);
    CHECK(days_of("&start_date=2026-03-02") == 1);
}

TEST_CASE_FIXTURE(StarviewWeather, "starview weather: bad questions are one clear refusal each") {
    for (const auto* query :
         {"", "lat=46", "lng=14", "lat=&lng=", "lat=91&lng=0", "lat=0&lng=181", "lat=abc&lng=0",
          "lat=nan&lng=0", "lat=1e400&lng=0", "lat=46&lng=14&days=0", "lat=46&lng=14&days=17",
          "lat=46&lng=14&days=two", "lat=46&lng=14&days=1.5", "lat=46&lng=14&start_date=2026-02-30",
          "lat=46&lng=14&start_date=tomorrow", "lat=46&lng=14&start_date=2026-03-01&end_date=x",
          "lat=46&lng=14&start_date=2026-03-02&end_date=2026-03-01",
          "lat=46&lng=14&start_date=2026-03-01&end_date=2026-04-02",
          "lat=46&lng=14&start_date=1939-12-31"}) {
        CAPTURE(query);
        const auto refused = told(query);
        CHECK(refused.status == 400);
        const auto body = body_of(refused).as_object();
        CHECK(body.at("error").as_string() == "validation_error");
        CHECK_FALSE(body.at("message").as_string().empty());
        CHECK(body.at("status_code").to_number<int>() == 400);
    }
    CHECK(weather.asked.empty());
}

TEST_CASE_FIXTURE(StarviewWeather, "starview weather: half an answer is told as far as it goes") {
    weather.forecasts = false;
    const auto body =
        body_of(told(std::string(here) + "&start_date=2026-02-22&end_date=2026-03-01"));
    CHECK(body.at("current").as_object().size() == 1);
    const auto& today = body.at("daily").as_array().back().as_object();
    CHECK(today.at("hourly").as_array().empty());
    CHECK(today.at("summary").as_object().empty());
}

TEST_CASE_FIXTURE(StarviewWeather,
                  "starview weather: a service that is away is a 503, or an old answer") {
    weather.age = std::chrono::hours{2};
    const auto old = body_of(told(here));
    const auto& warning = old.at("warnings").at(0).as_object();
    CHECK(warning.at("type").as_string() == "out_of_date");
    CHECK(warning.at("age_seconds").to_number<int>() == 7'200);
    weather.answers = false;
    const auto away = told(here);
    CHECK(away.status == 503);
    CHECK(body_of(away).at("error").as_string() == "service_unavailable");
}

TEST_CASE_FIXTURE(StarviewWeather, "weather: our own address says the same in our words") {
    const auto answer = ask(get, "/v1/weather?latitude=46.0512&longitude=14.5058&days=2");
    CHECK(answer.status == 200);
    const auto body = body_of(answer).as_object();
    CHECK(body.at("daily").as_array().size() == 2);
    CHECK(body.at("current").at("weather").at("cloud_cover_percent").to_number<double>() == 13);
    CHECK_FALSE(body.at("stale").as_bool());
    CHECK(body.at("credit").as_string().find("Open-Meteo") != std::string::npos);
    const auto refused = ask(get, "/v1/weather?latitude=46&longitude=14&days=17");
    CHECK(refused.status == 400);
    CHECK(code_of(refused) == "weather_days_out_of_range");
    weather.answers = false;
    const auto away = ask(get, "/v1/weather?latitude=46&longitude=14");
    CHECK(away.status == 503);
    CHECK(code_of(away) == "weather_unavailable");
}

TEST_CASE_FIXTURE(StarviewWeather, "weather: who waits for it keeps nobody else waiting") {
    Request request;
    request.target = "/v1/weather?latitude=46&longitude=14";
    CHECK(gateway.lane(request) == Lane::outside);
    request.target = "/api/weather/?lat=46&lng=14";
    CHECK(gateway.lane(request) == Lane::outside);
    request.target = "/api/directions/?origin=46,14&destination=46,15";
    CHECK(gateway.lane(request) == Lane::outside);
    request.target = "/v1/geolocate";
    CHECK(gateway.lane(request) == Lane::work);
}

}  // namespace
}  // namespace asterism::http
